// Reads Parley with Relay's own store, by the artifacts that its compiler made. Argument: the address of /graphql.

import assert from "node:assert/strict";
import { test } from "node:test";
import relay from "relay-runtime";
import pageQuery from "./__generated__/questionsPageQuery.graphql.js";
import query from "./__generated__/questionsQuery.graphql.js";
import refetchQuery from "./__generated__/questionsRefetchQuery.graphql.js";
import statementFragment from "./__generated__/questions_statement.graphql.js";
import statementsFragment from "./__generated__/questions_statements.graphql.js";

const { createOperationDescriptor, Environment, fetchQuery, getSingularSelector, Network, RecordSource, Store } = relay;

/** What came over the wire: of errors beside data Relay tells only fragments that ask for them. */
const answered = [];

function environment() {
  return new Environment({
    network: Network.create(async ({ text }, variables) => {
      const answer = await fetch(process.argv[2], {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
        body: JSON.stringify({ query: text, variables }),
      });
      answered.push(await answer.json());
      return answered.at(-1);
    }),
    store: new Store(new RecordSource()),
  });
}

/** What the store holds of a fragment, all of it; fails where something is missing. */
function stored(store, fragment, reference) {
  const { data, isMissingData } = store.lookup(getSingularSelector(fragment, reference));
  assert.equal(isMissingData, false);
  return data;
}

async function listReadWhole(store) {
  const operation = createOperationDescriptor(query, {});
  store.retain(operation);
  await fetchQuery(store, query, {}).toPromise();
  const list = () => stored(store, statementsFragment, store.lookup(operation.fragment).data).statements;
  while (list().pageInfo.hasNextPage) {
    const known = list().edges.length;
    await fetchQuery(store, pageQuery, { count: 10, cursor: list().pageInfo.endCursor }).toPromise();
    assert.ok(list().edges.length > known);
  }
  return list();
}

test("a connection grows page by page to the whole list", async () => {
  const { edges, totalCount } = await listReadWhole(environment());
  assert.equal(new Set(edges.map(({ node }) => node.id)).size, totalCount);
  assert.equal(edges.length, totalCount);
  assert.ok(totalCount > 20, `${totalCount} statements are no list of several pages`);
});

test("a record is fetched again by its id alone", async () => {
  const store = environment();
  const { id, summary } = (await listReadWhole(store)).edges[11].node;
  const { node } = await fetchQuery(store, refetchQuery, { id }).toPromise();
  const statement = stored(store, statementFragment, node);
  assert.equal(statement.id, id);
  assert.equal(statement.summary, summary);
  assert.ok(statement.renderings.length > 0);
});

test("a list that fails is null, and its error comes with its code", async () => {
  const store = environment();
  const operation = createOperationDescriptor(pageQuery, { count: 1000 });
  store.retain(operation);
  await fetchQuery(store, pageQuery, { count: 1000 }).toPromise();
  assert.equal(stored(store, statementsFragment, store.lookup(operation.fragment).data).statements, null);
  assert.equal(answered.at(-1).errors[0].extensions.code, "INVALID_ARGUMENT");
});
