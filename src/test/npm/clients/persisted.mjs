// Asks by the hash of a query alone, as Apollo's and urql's automatic persisted queries do, by GET where they can.
// Argument: the address of /graphql.

import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { Client, fetchExchange } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";
import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { beforeEach, test } from "node:test";

const address = process.argv[2];
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

let sent = [];
beforeEach(() => (sent = []));

/** Sends a request and notes its method, whether it holds the query itself, and the answer's status. */
async function noted(url, options = {}) {
  const method = options.method ?? "GET";
  const answer = await fetch(url, options);
  const asked = method === "GET" ? Object.fromEntries(new URL(url).searchParams) : JSON.parse(options.body);
  sent.push({ method, withQuery: asked.query !== undefined, status: answer.status });
  return answer;
}

/** A query that no server has seen: its operation's name is new. */
const neverAsked = () => gql`query Q${randomUUID().replaceAll("-", "")} { actor(id: "russia") { name } }`;

/** First the hash alone, which the server doesn't know; then the query with it; from then on the hash is enough. */
function mustHaveAskedByHash() {
  assert.deepEqual(
    sent.map(({ withQuery, status }) => ({ withQuery, status })),
    [
      { withQuery: false, status: 200 },
      { withQuery: true, status: 200 },
      { withQuery: false, status: 200 },
    ],
  );
  assert.equal(sent[2].method, "GET");
}

test("Apollo asks by a query's hash", async () => {
  const query = neverAsked();
  for (let visit = 0; visit < 2; visit++) {
    const client = new ApolloClient({
      link: ApolloLink.from([
        new PersistedQueryLink({ sha256, useGETForHashedQueries: true }),
        new HttpLink({ uri: address, fetch: noted }),
      ]),
      cache: new InMemoryCache(),
    });
    assert.equal((await client.query({ query })).data.actor.name, "Russia");
  }
  mustHaveAskedByHash();
});

test("urql asks by a query's hash", async () => {
  const query = neverAsked();
  for (let visit = 0; visit < 2; visit++) {
    const client = new Client({
      url: address,
      fetch: noted,
      exchanges: [
        persistedExchange({ preferGetForPersistedQueries: true, generateHash: (text) => Promise.resolve(sha256(text)) }),
        fetchExchange,
      ],
    });
    const { data, error } = await client.query(query, {}).toPromise();
    assert.equal(error, undefined);
    assert.equal(data.actor.name, "Russia");
  }
  mustHaveAskedByHash();
});

test("urql asks by GET where the query is short", async () => {
  const client = new Client({ url: address, fetch: noted, exchanges: [fetchExchange] });
  const { data } = await client.query(neverAsked(), {}).toPromise();
  assert.equal(data.actor.name, "Russia");
  assert.deepEqual(sent, [{ method: "GET", withQuery: true, status: 200 }]);
});
