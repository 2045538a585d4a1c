// A reader at a browser. Arguments of the program: the server's address, and the browser's program.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

export const [server, program] = process.argv.slice(2);
export const explorer = new URL("graphiql/", server).href;
export const desk = { viewport: { width: 1280, height: 800 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The questions of the record: each begins with a comment, after an empty line. */
export const questions = (await (await fetch(new URL("graphiql/questions.graphql", server))).text()).trim().split(/\n\n(?=#)/);

/** The name of a question's operation, after which its tab is called. */
export const nameOf = (question) => /^query (\w+)/m.exec(question)[1];

let browser;

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
});

after(() => browser.close());

/**
 * A test in a browser that has never been here; whatever the page complains of or asks another host for fails it.
 *
 * @param options of the browser's context, and `address`: what is opened, the explorer if it says nothing
 */
export function reader(name, { address = explorer, ...options }, use) {
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
    page.on("dialog", (dialog) => {
      faults.push(`the page says ${dialog.message()}`);
      dialog.dismiss();
    });
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
      await open(page, address);
      await use(page, context);
    } finally {
      await context.close();
    }
    assert.deepEqual(faults, []);
  });
}

export async function open(page, address = explorer) {
  await page.goto(address);
  if (address.startsWith(explorer) && !address.endsWith(".graphql")) {
    await page.locator(".graphiql-query-editor .view-line").first().waitFor();
  }
}

export const runButton = (page) => page.locator(".graphiql-execute-button");
export const tabs = (page) => page.locator("button[id^=graphiql-session-tab-]");
export const chosen = (page) => page.locator(".graphiql-tab-active .graphiql-tab-button");
export const input = (page) => page.locator(".graphiql-query-editor textarea");
export const shown = (page) => page.locator(".graphiql-response .view-lines");

/** What the server answers to the one request that something makes the page send, once the page shows it. */
export async function answer(page, act) {
  const [response] = await Promise.all([
    page.waitForResponse((response) => {
      const asked = response.request().postDataJSON();
      return asked?.query !== undefined && asked.operationName !== "IntrospectionQuery";
    }),
    act(),
  ]);
  await shown(page).getByText('"data"', { exact: true }).waitFor();
  const body = await response.json();
  assert.equal(body.errors, undefined);
  return { ...response.request().postDataJSON(), data: body.data };
}

export async function write(page, text) {
  await input(page).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
}

export async function isInView(page, locator) {
  const { x, y, width, height } = await locator.boundingBox();
  const { width: right, height: bottom } = page.viewportSize();
  return x >= 0 && y >= 0 && x + width <= right && y + height <= bottom;
}

/** How wide the page is; no wider than the window, or it has to be scrolled sideways. */
export const width = (page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Whether the focus is in what the selector names. */
export const focused = (page, selector) =>
  page.evaluate((selector) => document.activeElement?.closest(selector) !== null, selector);

/** The presses of Tab that lead into what the selector names. */
export async function tabTo(page, selector) {
  for (let presses = 0; presses < 60; presses++) {
    if (await focused(page, selector)) {
      return presses;
    }
    await page.keyboard.press("Tab");
  }
  return assert.fail(`Tab does not come to ${selector}`);
}
