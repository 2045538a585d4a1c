// Uses the explorer as a reader does. Arguments: the server's address, and the browser's program.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const [server, program] = process.argv.slice(2);
const address = new URL("graphiql", server).href;
const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser;
let questions;

before(async () => {
  browser = await chromium.launch({
    executablePath: program,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Chromium refuses to run with its sandbox as root, as whom containers run.
      ...(process.getuid() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  questions = (await (await fetch(new URL("graphiql/questions.graphql", server))).text()).split(/\n\n(?=#)/);
});

after(() => browser.close());

/** A test in a browser that has never been here; whatever the page complains of or asks another host for fails it. */
function reader(name, options, use) {
  test(name, { timeout: 120_000 }, async () => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) {
        faults.push(message.text());
      }
    });
    page.on("pageerror", (error) => faults.push(error.stack));
    page.on("requestfailed", (request) => {
      // A page that is left aborts what it still waits for.
      if (request.failure().errorText !== "net::ERR_ABORTED") {
        faults.push(`${request.url()}: ${request.failure().errorText}`);
      }
    });
    context.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== "data:" && origin !== new URL(server).origin) {
        faults.push(`asked ${request.url()}`);
      }
    });
    try {
      await open(page);
      await use(page);
    } finally {
      await context.close();
    }
    assert.deepEqual(faults, []);
  });
}

async function open(page) {
  await page.goto(address);
  await page.locator(".graphiql-query-editor .view-line").first().waitFor();
}

const runButton = (page) => page.locator(".graphiql-execute-button");
const tabs = (page) => page.locator("button[id^=graphiql-session-tab-]");
const input = (page) => page.locator(".graphiql-query-editor textarea");
const shown = (page) => page.locator(".graphiql-response .view-lines");

/** What the server answers to the one request that something makes the page send, once the page shows it. */
async function answer(page, act) {
  const [response] = await Promise.all([
    page.waitForResponse((response) => response.request().postDataJSON()?.query.includes("__schema") === false),
    act(),
  ]);
  await shown(page).getByText('"data"', { exact: true }).waitFor();
  const body = await response.json();
  assert.equal(body.errors, undefined);
  return { query: response.request().postDataJSON().query, data: body.data };
}

async function write(page, text) {
  await input(page).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
}

async function isInView(page, locator) {
  const { x, y, width, height } = await locator.boundingBox();
  const { width: right, height: bottom } = page.viewportSize();
  return x >= 0 && y >= 0 && x + width <= right && y + height <= bottom;
}

reader("each tab's question is answered at the first press of the button", desk, async (page) => {
  const names = questions.map((question) => /^query (\w+)/m.exec(question)[1]);
  assert.deepEqual(await tabs(page).allTextContents(), names);
  assert.match(await page.locator(".graphiql-query-editor").innerText(), /Parley/);
  for (const [place, name] of names.entries()) {
    await tabs(page).nth(place).click();
    const { query, data } = await answer(page, () => runButton(page).click());
    assert.equal(query.trim(), questions[place].trim());
    const [found] = Object.values(data);
    assert.ok(found !== null && JSON.stringify(data).length > 100, `${name}: ${JSON.stringify(data)}`);
  }
});

reader("the documentation leads from the schema to a field's meaning", desk, async (page) => {
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  const docs = page.locator(".graphiql-plugin");
  await docs.getByText("Query", { exact: true }).click();
  await docs.getByText("statements", { exact: true }).click();
  await docs.getByText("StatementConnection", { exact: false }).first().waitFor();
  assert.ok((await docs.locator(".graphiql-markdown-description").first().innerText()).length > 10);
});

reader("the editor knows the schema", desk, async (page) => {
  await write(page, "{ nonsense }");
  await page.locator(".graphiql-query-editor .squiggly-error").first().waitFor();
  await write(page, "{ stateme");
  await page.keyboard.press("Control+Space");
  await page.locator(".suggest-widget").getByText("statements", { exact: true }).first().waitFor();
});

reader("a question is set out in lines at the press of a button", desk, async (page) => {
  const lines = page.locator(".graphiql-query-editor .view-line");
  await tabs(page).getByText("FactsBySource", { exact: true }).click();
  await lines.getByText("soleFacts").last().waitFor();
  const before = await lines.count();
  await page.getByRole("button", { name: /^Prettify/ }).click();
  await page.waitForFunction(
    (before) => document.querySelectorAll(".graphiql-query-editor .view-line").length > before,
    before,
  );
});

for (const [colorScheme, isRight] of [
  ["light", (sum) => sum > 600],
  ["dark", (sum) => sum < 250],
]) {
  reader(`it is ${colorScheme} where the reader's system is`, { ...desk, colorScheme }, async (page) => {
    for (const part of [".graphiql-container", ".graphiql-query-editor .monaco-editor-background"]) {
      const colour = await page.locator(part).first().evaluate((element) => getComputedStyle(element).backgroundColor);
      const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
      assert.ok(alpha === 0 || isRight(red + green + blue), `${part}: ${colour}`);
    }
  });
}

reader("it fits a phone", phone, async (page) => {
  await answer(page, () => runButton(page).tap());
  assert.ok(await isInView(page, runButton(page)));
  assert.ok(await isInView(page, page.locator(".graphiql-response")));
  for (const part of [".graphiql-query-editor .view-lines", ".graphiql-response .view-lines"]) {
    assert.ok((await page.locator(part).boundingBox()).width > 150, part);
  }
  await page.getByRole("button", { name: "Show Documentation Explorer" }).tap();
  await page.locator(".graphiql-plugin").getByText("Query", { exact: true }).waitFor();
  assert.ok(await isInView(page, page.locator(".graphiql-plugin")));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), phone.viewport.width);
  await page.getByRole("button", { name: "Hide Documentation Explorer" }).tap();
  assert.ok(await isInView(page, runButton(page)));
});

reader("the keyboard alone asks a question, and gets out of the editor again", desk, async (page) => {
  const focused = (selector) => page.evaluate((selector) => document.activeElement.closest(selector) !== null, selector);
  const tabTo = async (selector) => {
    for (let presses = 0; presses < 60 && !(await focused(selector)); presses++) {
      await page.keyboard.press("Tab");
    }
    assert.ok(await focused(selector), selector);
  };
  await tabTo(".graphiql-query-editor .graphiql-editor");
  await page.keyboard.press("Enter");
  assert.ok(await focused(".graphiql-query-editor .monaco-editor"));
  await answer(page, () => page.keyboard.press("Control+Enter"));
  await tabTo(".graphiql-execute-button");
  await answer(page, () => page.keyboard.press("Space"));
});

reader("a reader's own tabs are there at the next visit", desk, async (page) => {
  await page.getByRole("button", { name: "New tab" }).click();
  await write(page, "query Mine { __typename }");
  await tabs(page).getByText("Mine", { exact: true }).waitFor();
  await page.waitForFunction(() => localStorage["graphiql:tabState"]?.includes("query Mine {"));
  await open(page);
  assert.deepEqual((await tabs(page).allTextContents()).slice(-1), ["Mine"]);
  assert.equal(await tabs(page).count(), questions.length + 1);
  assert.match(await page.locator(".graphiql-query-editor").innerText(), /Mine/);
});
