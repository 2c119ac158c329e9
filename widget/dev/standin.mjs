// A stand-in for the Crampwise server, for working on the widget alone.
//   node dev/standin.mjs [port]
// The chat is at http://127.0.0.1:PORT/chat/, a page of another origin that embeds it
// at http://127.0.0.1:PORT+1/ (what follows a "?" becomes attributes of its script tag). Say "slow", "refuse", "limit", "empty" or "lost" to see trouble,
// and see answers.mjs for words that show each look of an answer.
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { ANSWERS } from "./answers.mjs";

const HOST = "127.0.0.1";
const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", svg: "image/svg+xml" };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** @returns the servers; `down(true)` makes the bot drop every connection */
export async function start(port = 5100, delay = 500) {
  let dead = false;
  const seen = [];
  const demo = `http://${HOST}:${port + 1}`;
  const bot = createServer(async (request, response) => {
    if (dead) return request.socket.destroy();
    const { pathname } = new URL(request.url, "http://x");
    if (request.headers.origin === demo) {
      response.setHeader("Access-Control-Allow-Origin", demo);
      response.setHeader("Access-Control-Allow-Headers", "Content-Type");
      response.setHeader("Access-Control-Allow-Methods", "POST, DELETE");
      response.setHeader("Access-Control-Expose-Headers", "Retry-After");
    }
    response.setHeader("Content-Security-Policy", POLICY);
    if (request.method === "OPTIONS") return response.writeHead(204).end();
    if (pathname === "/health") return json(response, 200, { status: "ok" });
    if (pathname === "/chat/messages" && request.method === "POST") return message(request, response, seen, delay);
    const [, id] = pathname.match(/^\/chat\/conversations\/([0-9a-f]{32})$/) ?? [];
    if (id && request.method === "DELETE") {
      seen.push({ conversation: id, deleted: true });
      return json(response, 200, { deleted: {}, kept: {} });
    }
    const name = pathname === "/chat/" ? "page.html" : pathname.match(/^\/chat\/([\w.]+)$/)?.[1];
    return file(response, name && here(`../dist/${name}`));
  });
  const site = createServer((request, response) => file(response, here("../demo/article.html"), (text) => text
    .replace("http://127.0.0.1:5005", `http://${HOST}:${port}`)
    .replace("<html", `<html dir="${request.url.includes("rtl") ? "rtl" : "ltr"}"`)
    .replace("defer", `defer ${decodeURIComponent(request.url.split("?")[1] ?? "")}`)));
  await Promise.all([listen(bot, port), listen(site, port + 1)]);
  return { url: `http://${HOST}:${port}/chat/`, demo, seen, down: (is) => { dead = is; }, stop: () => { bot.close(); site.close(); } };
}

async function message(request, response, seen, delay) {
  let body = "";
  for await (const part of request) body += part;
  const { conversation, text, payload } = JSON.parse(body);
  seen.push({ conversation, text, payload });
  const said = payload ?? text;
  const id = conversation ?? randomBytes(16).toString("hex");
  if (/lost/.test(said)) return request.socket.destroy();
  await pause(/slow/.test(said) ? 6 * delay : delay);
  if (/limit/.test(said)) return json(response, 429, { error: { code: "rate_limited", message: "Please slow down." } }, { "Retry-After": "3" });
  if (/refuse/.test(said)) return json(response, 500, { error: { code: "internal", message: "Sorry, that went wrong on our side. Please try again." } });
  const [, messages] = ANSWERS.find(([pattern]) => pattern.test(said));
  json(response, 200, { conversation: id, messages });
}

async function file(response, path, change = (text) => text) {
  try {
    const text = change(await readFile(path, "utf8"));
    response.writeHead(200, { "Content-Type": TYPES[path.split(".").pop()] }).end(text);
  } catch {
    response.writeHead(404).end();
  }
}

function json(response, status, body, headers = {}) {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
}

const listen = (server, port) => new Promise((done) => server.listen(port, HOST, done));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url, demo } = await start(Number(process.argv[2] ?? 5100));
  console.log(`chat: ${url}\nembedded: ${demo}/`);
}
