// Tries what the widget does, against the stand-in:   node dev/try.mjs
import assert from "node:assert/strict";
import { launch } from "./browser.mjs";
import { start } from "./standin.mjs";

const server = await start(5290, 120);
const browser = await launch();
const input = (page) => page.getByLabel("Your question");
const send = async (page, text) => { await input(page).fill(text); await input(page).press("Enter"); };
const answers = (page) => page.locator("crampwise-chat article");
const said = (page) => page.locator("crampwise-chat .said");
const has = (page, text) => page.getByText(text).first().waitFor({ timeout: 5000 });
const count = async (locator, wanted) => {
  for (let tries = 0; await locator.count() !== wanted && tries < 100; tries++) await new Promise((done) => setTimeout(done, 50));
  assert.equal(await locator.count(), wanted);
};

const TRIALS = {
  async "messages sent at once are answered one by one, in order"(page) {
    const from = server.seen.length;
    for (const text of ["slow one", "number two", "list three"]) await send(page, text);
    await count(said(page), 3);
    await count(answers(page), 4);
    const asked = server.seen.slice(from);
    assert.deepEqual(asked.map(({ text }) => text), ["slow one", "number two", "list three"]);
    assert.equal(asked[0].conversation, null);
    assert.equal(asked[1].conversation, asked[2].conversation);
    const order = await page.locator("crampwise-chat :is(.said, article)").evaluateAll((all) => all.map((one) => one.className));
    assert.deepEqual(order, ["said", "answer", "said", "answer", "answer", "said", "answer"]);
  },
  async "a reload and a second tab show the same conversation"(page) {
    await send(page, "Do bananas help?");
    await count(answers(page), 1);
    await page.reload();
    await count(answers(page), 1);
    const other = await page.context().newPage();
    await other.goto(server.url);
    await count(answers(other), 1);
    await send(other, "list");
    await count(answers(page), 2);
    assert(server.seen.at(-1).conversation, "the same conversation, not a new one");
  },
  async "a reload before the answer offers to try again, and keeps the draft"(page) {
    await send(page, "slow");
    await input(page).fill("half a thought");
    await page.waitForTimeout(100);
    await page.reload();
    await has(page, "reloaded before the answer");
    assert.equal(await input(page).inputValue(), "half a thought");
    await page.getByRole("button", { name: "Try again" }).click();
    await count(answers(page), 1);
  },
  async "a follow-up button sends its payload, shows its title, and is then spent"(page) {
    await send(page, "which vitamin");
    const chip = page.getByRole("button", { name: "Do supplements help?" });
    await chip.click();
    await count(answers(page), 2);
    assert.deepEqual(server.seen.at(-1).payload, "/supplements");
    assert.equal(await said(page).last().textContent(), "You: Do supplements help?");
    assert.equal(await chip.getAttribute("aria-disabled"), "true");
    await chip.blur();
    assert(await chip.isDisabled());
  },
  async "no answer, a refusal and a limit are said and can be tried again"(page) {
    await send(page, "empty");
    await has(page, "No answer came");
    await send(page, "refuse");
    await has(page, "Sorry, that went wrong");
    await page.getByRole("button", { name: "Edit" }).last().click();
    assert.equal(await input(page).inputValue(), "refuse");
    const from = server.seen.length;
    await send(page, "limit");
    await has(page, "again in a moment");
    await page.waitForTimeout(3500);
    assert.equal(server.seen.length - from, 2);
  },
  async "a dead server loses nothing"(page) {
    server.down(true);
    await send(page, "list 1");
    await send(page, "list 2");
    await has(page, "I can't reach the server");
    await page.goto("about:blank");
    server.down(false);
    await page.goto(server.url);
    await count(answers(page), 2);
    assert.deepEqual(server.seen.slice(-2).map(({ text }) => text), ["list 1", "list 2"]);
  },
  async "it comes back by itself"(page) {
    server.down(true);
    await send(page, "list 1");
    await has(page, "I can't reach the server");
    server.down(false);
    await count(answers(page), 1);
    assert(await page.getByText("I can't reach the server").first().isHidden());
  },
  async "too long a text is kept and not sent; Enter inside an input method does not send"(page) {
    const from = server.seen.length;
    await send(page, "x".repeat(1001));
    await has(page, "Too long to send: 1,001 of 1,000");
    assert.equal((await input(page).inputValue()).length, 1001);
    await input(page).fill("か");
    await input(page).dispatchEvent("keydown", { key: "Enter", isComposing: true });
    await input(page).press("Shift+Enter");
    assert.equal(await input(page).inputValue(), "か\n");
    assert.equal(server.seen.length, from);
  },
  async "new chat begins anew, delete my data deletes old and new"(page) {
    await send(page, "list");
    await count(answers(page), 1);
    await page.getByRole("button", { name: "New chat" }).click();
    await count(answers(page), 0);
    await send(page, "list");
    await count(answers(page), 1);
    const from = server.seen.length;
    await page.getByRole("button", { name: "More options" }).click();
    await page.getByRole("button", { name: "Delete my data" }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await has(page, "Your data is deleted");
    const told = server.seen.slice(from);
    assert.deepEqual(told.map(({ deleted }) => deleted), [true, true]);
    assert.notEqual(told[0].conversation, told[1].conversation);
    await count(answers(page), 0);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  },
  async "hostile text stays text"(page) {
    await send(page, "hostile");
    await count(answers(page), 1);
    assert.equal(await page.title(), "Crampwise: leg cramps and nutrition");
    assert.equal(await page.locator("crampwise-chat article :is(img, script, b, .call)").count(), 0);
    assert.deepEqual(await page.locator("crampwise-chat article a").evaluateAll((all) => all.map((a) => a.href)), ["https://example.org/a?b=c"]);
  },
  async "on another site: Escape minimises, focus returns, unread answers are counted"(page) {
    await page.goto(`${server.demo}/`);
    const before = await page.evaluate(() => document.documentElement.scrollHeight);
    const launcher = page.getByRole("button", { name: /Open the chat/ });
    await launcher.click();
    assert.equal(await page.evaluate(() => document.querySelector("crampwise-chat").shadowRoot.activeElement.localName), "textarea");
    await send(page, "slow");
    await input(page).press("Escape");
    assert(await launcher.evaluate((one) => one.getRootNode().activeElement === one));
    await page.getByRole("button", { name: "Open the chat, new answers: 1" }).click();
    await count(answers(page), 1);
    assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), before);
    await page.reload();
    assert(await input(page).isVisible(), "stays open from page to page");
    assert.equal(await page.evaluate(() => document.activeElement.localName), "body");
  },
  async "a phone's chat keeps Tab inside"(page) {
    await page.setViewportSize({ width: 360, height: 700 });
    await page.goto(`${server.demo}/`);
    await page.getByRole("button", { name: "Open the chat" }).click();
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.localName), "crampwise-chat");
    }
  },
  async "options on the script tag, and any accent is legible"(page) {
    const options = 'data-position="left" data-accent="#ffd23f" data-title="Ask &lt;us>" data-greeting="Hi there." data-open data-theme="light"';
    await page.goto(`${server.demo}/?${encodeURIComponent(options)}`);
    await has(page, "Hi there.");
    await page.getByRole("heading", { name: "Ask <us>" }).waitFor();
    assert((await page.locator("crampwise-chat .panel").boundingBox()).x < 30);
    await send(page, "which vitamin");
    await count(answers(page), 1);
  },
};

let failed = 0;
for (const [name, trial] of Object.entries(TRIALS)) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => { if (/Content Security Policy/.test(message.text())) errors.push(message.text()); });
  try {
    await page.goto(server.url);
    await trial(page);
    assert.deepEqual(errors, []);
    console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n      ${error.message.split("\n").slice(0, 12).join("\n      ")}`);
  }
  server.down(false);
  await context.close();
}
await browser.close();
server.stop();
process.exit(failed ? 1 : 0);
