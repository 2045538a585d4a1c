// Changes the record in the explorer as a curator does. Arguments: the server's address, the browser's program, and the token of an EDITOR.

import assert from "node:assert/strict";
import { answer, desk, explorer, nameOf, open, questions, reader, runButton, shown, tabs } from "./reader.mjs";

const token = process.argv[4];
const headersTab = (page) => page.getByRole("button", { name: "Headers", exact: true });
const headers = (page) => page.locator("#graphiql-editor-tools, .graphiql-editor-tools, .graphiql-editor-tool").last();

/** Runs the question of the chosen tab, and returns the whole answer. */
async function run(page) {
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().postDataJSON()?.query?.includes("mutation FirstChange")),
    runButton(page).click(),
  ]);
  return response.json();
}

async function typeToken(page) {
  await headersTab(page).click();
  await headers(page).locator(".monaco-editor:visible").last().click();
  await page.keyboard.insertText(`{"Authorization": "Bearer ${token}"}`);
}

reader("the last tab tries a change by the token in the headers", desk, async (page, context) => {
  const last = questions.length - 1;
  assert.equal(/^mutation (\w+)/m.exec(questions[last])[1], "FirstChange");
  await tabs(page).nth(last).click();
  assert.equal((await run(page)).errors[0].extensions.code, "UNAUTHENTICATED");
  await typeToken(page);
  const { data, errors } = await run(page);
  assert.equal(errors, undefined);
  assert.deepEqual(data.change.userErrors, []);
  assert.equal(data.change.edits[0].id, "source/first-try");
  await shown(page).getByText("source/first-try").first().waitFor();

  // In the explorer's other tabs, and after the page was loaded again.
  await tabs(page).nth(0).click();
  await tabs(page).nth(last).click();
  assert.equal((await run(page)).errors, undefined);
  await open(page);
  await tabs(page).nth(1).click();
  await tabs(page).nth(last).click();
  assert.equal((await run(page)).errors, undefined);

  // Nowhere else.
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  assert.ok(kept.includes("FirstChange") && !kept.includes(token));
  const other = await context.newPage();
  await open(other, explorer);
  await tabs(other).nth(last).click();
  assert.equal((await run(other)).errors[0].extensions.code, "UNAUTHENTICATED");
});

reader("a change is shown when it is made, until watching is stopped", desk, async (page) => {
  const server = new URL(process.argv[2]);
  const watched = async (count) => {
    for (let i = 0; i < 100; i++) {
      const metrics = await (await fetch(new URL("/q/metrics", server))).text();
      if (metrics.includes(`parley_subscriptions_open ${count}.0`)) {
        return;
      }
      await page.waitForTimeout(100);
    }
    assert.fail(`not ${count} subscriptions are open`);
  };
  const change = async (id) => {
    const answer = await fetch(new URL("/graphql", server), {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query: `mutation { change(summary: "Made of ${id}", edits: [{ source: { id: "${id}", label: "S", publishedOn: "2026-02-05", dateBasis: STATED, language: "en", origin: "${id}" } }]) { userErrors { message } } }`,
      }),
    });
    assert.deepEqual((await answer.json()).data.change.userErrors, []);
  };
  await tabs(page).getByText("Watch", { exact: true }).click();
  await runButton(page).click();
  await watched(1);
  await change("a-source");
  await shown(page).getByText("Made of a-source").first().waitFor();
  await change("b-source");
  await shown(page).getByText("Made of b-source").first().waitFor();
  await page.getByRole("button", { name: /^Stop/ }).click();
  await watched(0);
});

reader("a token that is taken out of the headers is forgotten", desk, async (page) => {
  const last = questions.length - 1;
  await tabs(page).nth(last).click();
  await typeToken(page);
  assert.equal((await run(page)).errors, undefined);
  await headers(page).locator(".monaco-editor:visible").last().click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  assert.equal((await run(page)).errors[0].extensions.code, "UNAUTHENTICATED");
  await open(page);
  await tabs(page).nth(last).click();
  assert.equal((await run(page)).errors[0].extensions.code, "UNAUTHENTICATED");
});

reader("the questions are answered as ever", desk, async (page) => {
  await tabs(page).getByText(nameOf(questions[1]), { exact: true }).click();
  const { data } = await answer(page, () => runButton(page).click());
  assert.ok(data);
});
