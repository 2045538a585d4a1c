// The first page and the explorer of whichever record the server has: each question has its answer, and no page runs anything of it.

import assert from "node:assert/strict";
import { answer, desk, nameOf, open, phone, questions, reader, runButton, server, tabs, width } from "./reader.mjs";

reader("each tab's question is answered", desk, async (page) => {
  assert.deepEqual(await tabs(page).allTextContents(), questions.map(nameOf));
  for (const [place, question] of questions.entries()) {
    await tabs(page).nth(place).click();
    const { query, data } = await answer(page, () => runButton(page).click());
    assert.equal(query.trim(), question.trim());
    const [found] = Object.values(data);
    assert.ok(found !== null && JSON.stringify(data).length > 60, `${nameOf(question)}: ${JSON.stringify(data)}`);
  }
});

for (const [name, options] of Object.entries({ desk, phone })) {
  reader(`the first page fits a ${name}`, { ...options, address: server }, async (page) => {
    assert.equal(await width(page), options.viewport.width);
    assert.equal(await page.locator("h1").count(), 1);
  });
}

reader("each question of the first page leads to the tab that has it", { ...desk, address: server }, async (page) => {
  const links = page.locator("main a[href*='graphiql/?query=']");
  for (let place = 0; place < (await links.count()); place++) {
    await links.nth(place).click();
    await page.locator(".graphiql-query-editor .view-line").first().waitFor();
    assert.equal(await tabs(page).count(), questions.length);
    assert.equal(await page.locator(".graphiql-tab-active .graphiql-tab-button").innerText(), nameOf(questions[place]));
    await open(page, server);
  }
});

reader("the first page says without scripts what the record is", { ...desk, address: server, javaScriptEnabled: false }, async (page) => {
  const heading = await page.locator("h1").innerText();
  assert.ok(heading.length > 3 && (await page.title()).startsWith(heading.slice(0, 20)));
  assert.equal(await page.locator("button.copy").count(), 0);
});
