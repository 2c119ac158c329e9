// Walks the widget through its states with a real browser, checks each with axe and
// takes a picture of it.   node dev/look.mjs [folder for the pictures]
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { start } from "./standin.mjs";

const folder = process.argv[2] ?? join(tmpdir(), "widget-shots");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844, touch: true };
let problems = 0;

await mkdir(folder, { recursive: true });
const server = await start(5190, 150);
const browser = await launch();

async function visit({ width, height, touch = false }, address, options = {}) {
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const complain = (what) => { problems++; console.log(`  ! ${what}`); };
  page.on("console", (message) => { if (message.type() === "error" && !/ERR_|status of/.test(message.text())) complain(message.text()); });
  page.on("pageerror", (error) => complain(error.stack));
  await page.goto(address);
  await page.locator("crampwise-chat").waitFor({ state: "attached" });
  const see = async (name) => {
    await page.waitForTimeout(120);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    // axe is brought in through the debugger, so the page keeps its strict policy
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    console.log(`${name}: axe ${violations.length}`);
    for (const { id, help, nodes } of violations) complain(`${id}: ${help}: ${nodes.map(({ target, failureSummary }) => target + " " + failureSummary).join(" | ")}`);
  };
  const answers = () => page.locator("crampwise-chat article").count();
  const say = async (text, expect = 1) => {
    const before = await answers();
    await page.getByLabel("Your question").fill(text);
    await page.keyboard.press("Enter");
    for (let tries = 0; expect && (await answers()) < before + expect && tries < 100; tries++) await page.waitForTimeout(50);
  };
  return { page, see, say, complain, close: () => context.close() };
}

for (const colorScheme of ["light", "dark"]) {
  for (const [size, shape] of [["desktop", DESKTOP], ["phone", PHONE]]) {
    const name = (state) => `${size}-${colorScheme}-${state}`;
    const { page, see, say, close } = await visit(shape, server.demo, { colorScheme });
    await see(name("1-closed"));
    await page.getByRole("button", { name: "Open the chat" }).click();
    await see(name("2-open"));
    await say("Which vitamin am I lacking when I get leg cramps?");
    await see(name("3-answer"));
    await page.locator("summary").first().click();
    await see(name("4-more"));
    await page.getByRole("button", { name: "Which foods have magnesium?" }).click();
    await page.getByRole("table").waitFor();
    await see(name("5-table"));
    await say("Do bananas help?");
    await see(name("6-chart"));
    await say("My calf is swollen and I am short of breath");
    await see(name("7-emergency"));
    await say("my urine is dark");
    await see(name("8-same-day"));
    await say("Do supplements help?");
    await see(name("9-caution"));
    await say("refuse this", 0);
    await page.getByRole("button", { name: "Edit" }).waitFor();
    await see(name("10-error"));
    server.down(true);
    await say("Are you there?", 0);
    await page.getByText("I can't reach the server").first().waitFor();
    await see(name("11-offline"));
    server.down(false);
    await page.getByRole("button", { name: "Try again" }).first().click();
    await page.getByText("I don't know that one").waitFor();
    await page.getByRole("button", { name: "More options" }).click();
    await see(name("12-menu"));
    await close();
  }
  for (const [size, shape] of [["wide", { width: 1920, height: 1080 }], ["narrow", { width: 320, height: 640, touch: true }]]) {
    const { see, say, close } = await visit(shape, server.url, { colorScheme });
    await see(`page-${size}-${colorScheme}-1-welcome`);
    await say("Which vitamin?");
    await say("table");
    await see(`page-${size}-${colorScheme}-2-answer`);
    await say("emergency");
    await see(`page-${size}-${colorScheme}-3-emergency`);
    await say("hostile");
    await see(`page-${size}-${colorScheme}-4-hostile`);
    await close();
  }
}

// Other people's systems and pages
const site = (attributes) => `${server.demo}/?${encodeURIComponent(`data-open ${attributes}`)}`;
const others = {
  "rtl": [DESKTOP, site("rtl"), "Do bananas help?"],
  "forced-colours": [DESKTOP, site(""), "Do bananas help?", { forcedColors: "active" }],
  "accent-yellow": [DESKTOP, site('data-accent="#ffd23f" data-position="left" data-theme="light"'), "which"],
  "accent-purple-dark": [DESKTOP, site('data-accent="#7a1fa2"'), "which", { colorScheme: "dark" }],
  "see-a-doctor": [DESKTOP, site(""), "doctor"],
  "zoom-200": [{ width: 640, height: 400 }, server.url, "emergency"],
  "4k": [{ width: 3840, height: 2160 }, server.url, "Do bananas help?"],
};
for (const [name, [shape, address, text, options]] of Object.entries(others)) {
  const { page, see, say, close } = await visit(shape, address, options);
  await page.getByLabel("Your question").waitFor();
  await say(text);
  await see(`other-${name}`);
  await close();
}
{
  const { page, see, say, close } = await visit(PHONE, server.url);
  await say("which");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await see("other-print");
  await page.emulateMedia({ media: "screen" });
  await page.getByLabel("Your question").fill("word ".repeat(205));
  await see("other-too-long");
  await page.getByRole("button", { name: "More options" }).click();
  await page.getByRole("button", { name: "Delete my data" }).click();
  await see("other-delete");
  await close();
}

await browser.close();
server.stop();
console.log(problems ? `${problems} problems` : "nothing found", `(pictures in ${folder})`);
process.exit(problems ? 1 : 0);
