// Uses the explorer as a reader does, with the record of the program. Arguments: the server's address, and the browser's program.

import assert from "node:assert/strict";
import {
  answer,
  chosen,
  desk,
  explorer,
  focused,
  input,
  isInView,
  nameOf,
  open,
  phone,
  questions,
  reader,
  runButton,
  server,
  shown,
  tabs,
  tabTo,
  width,
  write,
} from "./reader.mjs";

/** The explorer's address with a question in it. */
const asking = (parameters) => `${explorer}?${new URLSearchParams(parameters)}`;
const editor = (page) => page.locator(".graphiql-query-editor");

reader("each tab's question is answered at the first press of the button", desk, async (page) => {
  const names = questions.map(nameOf);
  assert.deepEqual(await tabs(page).allTextContents(), names);
  assert.ok(names.length > 6);
  assert.match(await page.locator(".graphiql-query-editor").innerText(), /mediated/);
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
  await lines.getByText("soleFactCount").last().waitFor();
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
  assert.equal(await width(page), phone.viewport.width);
  await page.getByRole("button", { name: "Hide Documentation Explorer" }).tap();
  assert.ok(await isInView(page, runButton(page)));
});

reader("all tabs are seen on a desk", desk, async (page) => {
  for (const tab of await tabs(page).all()) {
    assert.ok(await isInView(page, tab), await tab.innerText());
  }
  assert.ok(await isInView(page, runButton(page)));
  assert.equal(await width(page), desk.viewport.width);
});

reader("all tabs can be chosen on a phone", phone, async (page) => {
  const list = page.getByLabel("Question", { exact: true });
  assert.ok(await isInView(page, list));
  assert.deepEqual(await list.locator("option").allTextContents(), questions.map(nameOf));
  const last = questions.length - 1;
  await list.selectOption(String(last));
  const { query } = await answer(page, () => runButton(page).tap());
  assert.equal(query.trim(), questions[last].trim());
  await page.getByRole("button", { name: "Close this question" }).tap();
  assert.equal(await list.locator("option").count(), last);
  await page.getByRole("button", { name: "New tab" }).tap();
  assert.equal(await list.locator("option").count(), last + 1);
  assert.equal(await width(page), phone.viewport.width);
});

for (const key of ["Control+Enter", "Meta+Enter"]) {
  reader(`${key} asks from the start`, desk, async (page) => {
    const { query } = await answer(page, () => page.keyboard.press(key));
    assert.equal(query.trim(), questions[0].trim());
  });
}

reader("Control+Enter asks once, wherever the focus is, and not from behind a dialog", desk, async (page) => {
  let asked = 0;
  page.on("request", (request) => (asked += request.method() === "POST" ? 1 : 0));
  const places = [".graphiql-editor", ".graphiql-execute-button", ".graphiql-tab-button", ".graphiql-sidebar"];
  for (const place of [...places, ".graphiql-query-editor .monaco-editor"]) {
    if (place.endsWith(".monaco-editor")) {
      await input(page).focus();
    } else {
      await tabTo(page, place);
    }
    const before = asked;
    await answer(page, () => page.keyboard.press("Control+Enter"));
    await page.waitForTimeout(300);
    assert.equal(asked, before + 1, place);
  }
  await page.getByRole("button", { name: "Open short keys dialog" }).click();
  await page.getByRole("dialog").waitFor();
  const before = asked;
  await page.keyboard.press("Control+Enter");
  await page.waitForTimeout(300);
  assert.equal(asked, before);
});

reader("the keyboard comes to the button by the first stop, and by the sixth without it", desk, async (page) => {
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the Execute button" });
  assert.ok((await focused(page, "#skip")) && (await isInView(page, skip)) && (await skip.boundingBox()).width > 100);
  await page.keyboard.press("Enter");
  assert.ok(await focused(page, ".graphiql-execute-button"));
  const outline = await runButton(page).evaluate((button) => getComputedStyle(button));
  assert.ok(outline.outlineStyle === "solid" && parseFloat(outline.outlineWidth) >= 2, "the focus is seen");
  await answer(page, () => page.keyboard.press("Enter"));
  await open(page);
  assert.ok((await tabTo(page, ".graphiql-execute-button")) <= 6);
});

reader("the arrow keys go from tab to tab, and Delete closes one", desk, async (page) => {
  await tabTo(page, ".graphiql-tab-button");
  await page.keyboard.press("ArrowRight");
  assert.equal(await chosen(page).innerText(), nameOf(questions[1]));
  await page.keyboard.press("End");
  assert.ok(await focused(page, ".graphiql-tab-add"));
  await page.keyboard.press("Home");
  assert.equal(await chosen(page).innerText(), nameOf(questions[0]));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Delete");
  assert.deepEqual(await tabs(page).allTextContents(), questions.map(nameOf).toSpliced(1, 1));
  assert.ok(await focused(page, ".graphiql-tab-button"));
  await tabTo(page, ".graphiql-sidebar");
  await page.keyboard.press("ArrowDown");
  assert.ok(await focused(page, "[aria-label='Show History']"));
});

reader("the keyboard alone asks a question, and gets out of the editor again", desk, async (page) => {
  await tabTo(page, ".graphiql-query-editor .graphiql-editor");
  await page.keyboard.press("Enter");
  assert.ok(await focused(page, ".graphiql-query-editor .monaco-editor"));
  await answer(page, () => page.keyboard.press("Control+Enter"));
  await tabTo(page, ".graphiql-execute-button");
  await answer(page, () => page.keyboard.press("Space"));
});

const MINE = "query Mine($id: ID!) { actor(id: $id) { name } }";

reader(
  "a question in the address is in a first tab of its own, and is asked when the reader says so",
  { ...desk, address: asking({ query: MINE, variables: '{"id": "ukraine"}' }) },
  async (page) => {
    assert.deepEqual(await tabs(page).allTextContents(), ["Mine", ...questions.map(nameOf)]);
    assert.equal(await chosen(page).innerText(), "Mine");
    assert.equal((await shown(page).innerText()).trim(), "");
    const { query, data } = await answer(page, () => page.keyboard.press("Control+Enter"));
    assert.equal(query, MINE);
    assert.deepEqual(data, { actor: { name: "Ukraine" } });
    // The same once more: it has its tab.
    await page.waitForFunction(() => localStorage["graphiql:tabState"]?.includes("query Mine("));
    await open(page, page.url());
    assert.deepEqual(await tabs(page).allTextContents(), ["Mine", ...questions.map(nameOf)]);
    assert.equal(await chosen(page).innerText(), "Mine");
  },
);

reader(
  "of several operations the address names one",
  { ...desk, address: asking({ query: "query One { one: __typename }\nquery Two { two: __typename }", operationName: "Two" }) },
  async (page) => {
    const { data } = await answer(page, () => page.keyboard.press("Control+Enter"));
    assert.deepEqual(data, { two: "Query" });
  },
);

/** Does the same with one value after another: in one browser, which loads the explorer far sooner than a new one. A failure names the value. */
async function each(values, use) {
  for (const value of values) {
    try {
      await use(value);
    } catch (cause) {
      throw new Error(`with ${value}`, { cause });
    }
  }
}

/** Has the browser keep nothing from one visit to the next. */
const forget = (page) => page.addInitScript(() => localStorage.clear());

reader("variables that are none do no harm", desk, async (page) => {
  const none = ["{", "[", "no json", '{"id": }', "null", "<script>alert(1)</script>", "\u0000", "{".repeat(2000)];
  await forget(page);
  await each(none, async (variables) => {
    await open(page, asking({ query: MINE, variables }));
    assert.equal(await chosen(page).innerText(), "Mine");
    await page.keyboard.press("Control+Enter");
    await shown(page).locator(".view-line").nth(2).waitFor();
    await tabs(page).nth(1).click();
    await answer(page, () => page.keyboard.press("Control+Enter"));
  });
});

reader("an odd address does no harm", desk, async (page) => {
  const odd = [
    "query=",
    "query=%20%0A",
    "query=%ff%fe",
    "variables=%7B%7D",
    "operationName=Nothing",
    "x=y&query",
    "query=%23%20only%20a%20comment",
    "query=%7B",
  ];
  await forget(page);
  await each(odd, async (parameters) => {
    await open(page, `${explorer}?${parameters}`);
    await tabs(page).getByText(nameOf(questions[0]), { exact: true }).click();
    await answer(page, () => page.keyboard.press("Control+Enter"));
  });
});

reader("the address follows the question that is shown, and opens it elsewhere", desk, async (page, context) => {
  assert.equal(page.url(), explorer);
  await tabs(page).nth(2).click();
  await page.waitForURL(/\?query=/);
  assert.equal(new URL(page.url()).searchParams.get("query").trim(), questions[2].trim());
  await page.getByRole("button", { name: "New tab" }).click();
  await write(page, MINE);
  await page.waitForURL(/Mine/);
  await page.getByRole("button", { name: "Variables" }).click();
  await page.locator(".graphiql-editor-tool textarea").first().focus();
  await page.keyboard.insertText('{"id": "russia"}');
  await page.waitForURL(/variables=/);
  assert.equal((await answer(page, () => page.keyboard.press("Control+Enter"))).data.actor.name, "Russia");
  const elsewhere = await context.browser().newContext(desk);
  try {
    const other = await elsewhere.newPage();
    await open(other, page.url());
    assert.equal(await chosen(other).innerText(), "Mine");
    assert.equal((await answer(other, () => other.keyboard.press("Control+Enter"))).data.actor.name, "Russia");
  } finally {
    await elsewhere.close();
  }
});

reader("a question that is too long for an address is in none", desk, async (page) => {
  await tabs(page).nth(1).click();
  await page.waitForURL(/\?query=/);
  await write(page, `query Long { ${"__typename ".repeat(900)}}`);
  await page.waitForURL(explorer);
});

reader("the short address leads to the question too", { ...desk, address: server }, async (page) => {
  await page.goto(`${new URL("graphiql", server).href}?query=${encodeURIComponent(MINE)}`);
  await editor(page).getByText("Mine").waitFor();
});

reader("a reader's own tabs are there at the next visit", desk, async (page) => {
  await page.getByRole("button", { name: "New tab" }).click();
  await write(page, "query Mine { __typename }");
  await tabs(page).getByText("Mine", { exact: true }).waitFor();
  await page.waitForFunction(() => localStorage["graphiql:tabState"]?.includes("query Mine {"));
  await open(page);
  assert.deepEqual((await tabs(page).allTextContents()).slice(-1), ["Mine"]);
  assert.equal(await tabs(page).count(), questions.length + 1);
  assert.match(await editor(page).innerText(), /Mine/);
});

reader("what the tabs held of another record goes, and what the reader wrote stays", desk, async (page) => {
  await page.getByRole("button", { name: "New tab" }).click();
  await write(page, "query Mine { __typename }");
  await page.waitForFunction(() => localStorage["graphiql:tabState"]?.includes("query Mine {"));
  await page.evaluate((first) => {
    const old = "# Of another record.\nquery Old { actor(id: \"nobody\") { name } }";
    const changed = "# Of another record.\nquery Changed { actor(id: \"somebody\") { name } }";
    const state = JSON.parse(localStorage["graphiql:tabState"]);
    const tab = (title, query) => ({ ...state.tabs[0], id: title, title, query });
    state.tabs = [tab("Old", old), tab("Changed", changed), state.tabs[0], state.tabs.at(-1)];
    state.activeTabIndex = 0;
    localStorage["graphiql:tabState"] = JSON.stringify(state);
    localStorage["graphiql:query"] = old;
    localStorage["parley:questions"] = JSON.stringify([old, changed.replace("somebody", "nobody"), first]);
  }, questions[0]);
  await open(page);
  assert.deepEqual(await tabs(page).allTextContents(), [...questions.map(nameOf), "Changed", "Mine"]);
  assert.equal(await chosen(page).innerText(), nameOf(questions[0]));
});

reader("what the browser keeps may be spoilt", desk, async (page) => {
  await each(["{", "[]", '{"tabs": [{}]}', '{"tabs": [], "activeTabIndex": 7}', "null"], async (state) => {
    // The explorer writes what it keeps half a second after a change.
    await page.waitForTimeout(700);
    await page.evaluate((state) => {
      localStorage["graphiql:tabState"] = state;
      localStorage["parley:questions"] = state;
    }, state);
    await open(page);
    assert.deepEqual(await tabs(page).allTextContents(), questions.map(nameOf));
    await answer(page, () => page.keyboard.press("Control+Enter"));
  });
});

reader("the first page's question is copied by a button", { ...desk, address: server, permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await page.locator("pre code").innerText());
  assert.ok(questions[0].includes(copied));
});

reader("the explorer says without scripts where to go", { ...desk, address: server, javaScriptEnabled: false }, async (page) => {
  await page.goto(explorer);
  await page.getByRole("link", { name: "these questions" }).waitFor();
  await page.getByRole("link", { name: "Parley's first page" }).click();
  await page.getByText("60 statements").first().waitFor();
});
