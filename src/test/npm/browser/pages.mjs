// The pages for readers, of whichever record the server has: each kind of page, with and without scripts, light and dark, on a desk and on
// a phone. axe-core finds nothing to complain of on any of them.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { desk, open, phone, reader, server, width } from "./reader.mjs";

/** One page of each kind that the record has: followed from the lists. */
async function kinds() {
  const lists = ["statements", "actors", "incidents", "figures", "agreements", "assertions", "rounds", "issues", "places", "negotiations",
    "sources", "disagreements", "positions"];
  const found = ["", "timeline", "map", "exchanges", "search", "quote", "changes", ...lists];
  for (const list of lists) {
    const { [list]: answer } = await (await fetch(new URL(list + ".json", server))).json();
    if (answer.nodes.length) {
      found.push(answer.nodes[0].id);
    }
  }
  return found;
}

const pages = await kinds();

for (const [name, options] of Object.entries({
  "on a desk": desk,
  "on a phone, in the dark": { ...phone, colorScheme: "dark" },
})) {
  reader(`every kind of page is accessible ${name}`, { ...options, address: server }, async (page) => {
    for (const path of pages) {
      await open(page, new URL(path, server).href);
      assert.equal(await page.locator("h1").count(), 1, path);
      assert.ok((await width(page)) <= options.viewport.width, `${path} scrolls sideways`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map((each) => `${path}: ${each.id} ${each.nodes[0].html}`), []);
    }
  });
}

reader("every kind of page is there without scripts", { ...phone, address: server, javaScriptEnabled: false }, async (page) => {
  for (const path of pages) {
    await open(page, new URL(path, server).href);
    assert.ok((await page.locator("main").innerText()).length > 5, path);
    assert.equal(await page.locator("button.copy").count(), 0);
  }
});

const statement = pages.find((path) => path.startsWith("statement/"));

if (statement) {
  const address = new URL(statement, server).href;

  reader("a statement is copied with its source by one press", { ...desk, address, permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.locator("button.copy").first().click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^— .+/m);
    assert.match(copied, /^Source: .+/m);
    assert.ok(copied.includes("Record: " + address), copied);
  });

  reader("the query of a page is asked in the explorer", { ...desk, address }, async (page) => {
    await page.getByRole("link", { name: "Ask this yourself" }).click();
    await page.locator(".graphiql-query-editor .view-line").first().waitFor();
    assert.match(await page.locator(".graphiql-tab-active .graphiql-tab-button").innerText(), /StatementPage/);
  });

  reader("a pasted sentence is compared", { ...desk, address: server }, async (page) => {
    const { statement: said } = await (await fetch(address + ".json")).json();
    await page.locator("#words").fill(`“${said.renderings[0].wording}”`);
    await page.getByRole("button", { name: "Compare" }).click();
    await page.locator(".verdict.EXACT").first().waitFor();
    assert.ok((await page.locator(`a[href='${statement}']`).count()) > 0);
  });

  reader("a reader finds a word by the box and goes on by the keyboard", { ...desk, address: server }, async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.locator("#q").fill("talks");
    await page.keyboard.press("Enter");
    await page.locator("h1", { hasText: "talks" }).waitFor();
    assert.equal(new URL(page.url()).pathname, "/search");
  });
}
