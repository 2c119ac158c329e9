// Builds src/ and page/ into dist/. The dist folder is committed, so that
// nobody needs node to run the bot.
import { build, context } from "esbuild";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const BUDGET = 15_000; // bytes of widget.js, gzipped
const BROWSERS = ["chrome111", "edge111", "firefox113", "safari16.4"];

/** Hands a style sheet to the script as one minified string. */
const styleText = {
  name: "style-text",
  setup(plugin) {
    plugin.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles, metafile } = await build({
        entryPoints: [path], bundle: true, minify: true, write: false,
        metafile: true, target: BROWSERS,
      });
      return {
        contents: outputFiles[0].text.trim(),
        loader: "text",
        watchFiles: Object.keys(metafile.inputs),
      };
    });
  },
};

const script = {
  entryPoints: ["src/main.ts"], outfile: "dist/widget.js",
  bundle: true, minify: true, format: "iife", target: BROWSERS,
  charset: "utf8", legalComments: "none", plugins: [styleText],
};
const pageStyle = {
  entryPoints: ["page/page.css"], outfile: "dist/page.css",
  bundle: true, minify: true, target: BROWSERS,
};

await mkdir("dist", { recursive: true });
await copyFile("page/page.html", "dist/page.html");
await copyFile("page/favicon.svg", "dist/favicon.svg");

if (process.argv.includes("--watch")) {
  for (const options of [script, pageStyle]) await (await context(options)).watch();
} else {
  await Promise.all([build(script), build(pageStyle)]);
  const size = gzipSync(await readFile("dist/widget.js"), { level: 9 }).length;
  console.log(`widget.js: ${size} bytes gzipped of ${BUDGET}`);
  if (size > BUDGET) process.exit(1);
}
