// Watches changes with the clients that people use, by server-sent events and by WebSockets. Each gets what it has missed, then a change that is made while it
// watches. Arguments: the address of /graphql, and a token that may change the record.

import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache, Observable } from "@apollo/client";
import { Client, fetchExchange } from "@urql/core";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { createClient } from "graphql-sse";
import { createClient as createSocketClient } from "graphql-ws";
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { before, test } from "node:test";
import relay from "relay-runtime";
import WebSocket from "ws";
import subscription from "./relay/__generated__/questionsChangesSubscription.graphql.js";

const { Environment, Network, Observable: RelayObservable, RecordSource, requestSubscription, Store } = relay;
const [address, token] = process.argv.slice(2);

const WATCH = "subscription Watch($since: Int) { changes(since: $since) { number summary edits { id action } } }";

async function ask(query, variables) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  assert.equal(errors, undefined);
  return data;
}

/** Makes a change, and returns its number and the id of its record. */
async function change() {
  const id = `m-${randomUUID()}`;
  const { change: made } = await ask(
    `mutation ($edits: [Edit!]!) { change(edits: $edits, summary: "a test") { change { number } userErrors { message } } }`,
    { edits: [{ issue: { id, name: `Issue ${id}`, description: "Made up.", citations: [{ source: "first-day-ends", locator: "line 3" }] } }] },
  );
  assert.deepEqual(made.userErrors, []);
  return { number: made.change.number, id: `issue/${id}` };
}

/**
 * Watches as one client does, from before the last change on.
 *
 * @param subscribe takes the number to begin after and what to call for each change, and returns what ends it
 */
async function mustWatch(subscribe) {
  const missed = await change();
  const seen = [];
  let arrived = () => {};
  const end = subscribe(missed.number - 1, (found) => {
    seen.push(found);
    arrived();
  });
  const next = async (count) => {
    while (seen.length < count) {
      await new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`only ${JSON.stringify(seen)} came`)), 20_000);
        arrived = () => {
          clearTimeout(late);
          resolve();
        };
      });
    }
  };
  await next(1);
  const made = await change();
  await next(2);
  end();
  assert.deepEqual(
    seen.map(({ number, edits }) => ({ number, id: edits[0].id })),
    [missed, made],
  );
  assert.equal(seen[0].edits[0].action, "CREATE");
}

before(async () => {
  const { viewer } = await ask("{ viewer { role } }");
  assert.notEqual(viewer, null);
});

const events = () => createClient({ url: address, retryAttempts: 0 });

test("graphql-sse watches changes", () =>
  mustWatch((since, found) =>
    events().subscribe(
      { query: WATCH, variables: { since } },
      {
        next: ({ data }) => found(data.changes),
        error: (error) => found({ error }),
        complete: () => {},
      },
    ),
  ));

test("graphql-sse gets a query's answer", async () => {
  const results = [];
  for await (const result of events().iterate({ query: `{ actor(id: "russia") { name } }` })) {
    results.push(result);
  }
  assert.deepEqual(results, [{ data: { actor: { name: "Russia" } } }]);
});

test("urql watches changes without an exchange of its own", () =>
  mustWatch((since, found) => {
    const client = new Client({ url: address, exchanges: [fetchExchange], fetchSubscriptions: true });
    const { unsubscribe } = client.subscription(WATCH, { since }).subscribe(({ data, error }) => found(data?.changes ?? { error }));
    return unsubscribe;
  }));

test("urql shows why a subscription is refused", async () => {
  const client = new Client({ url: address, exchanges: [fetchExchange], fetchSubscriptions: true });
  const { error } = await client.subscription(WATCH, { since: 1_000_000 }).toPromise();
  assert.equal(error.graphQLErrors[0].extensions.code, "INVALID_ARGUMENT");
});

test("Relay watches changes, by graphql-sse", () =>
  mustWatch((since, found) => {
    const client = events();
    const environment = new Environment({
      network: Network.create(
        () => assert.fail("no query is asked"),
        ({ text, name }, variables) =>
          RelayObservable.create((sink) => client.subscribe({ operationName: name, query: text, variables }, sink)),
      ),
      store: new Store(new RecordSource()),
    });
    const { dispose } = requestSubscription(environment, {
      subscription,
      variables: { since },
      onNext: ({ changes }) => found(changes),
      onError: (error) => found({ error }),
    });
    return dispose;
  }));

test("Apollo watches changes, by graphql-sse", () =>
  mustWatch((since, found) => {
    const client = events();
    const live = new ApolloLink(
      ({ query, variables, operationName }) =>
        new Observable((sink) => client.subscribe({ query: query.loc.source.body, variables, operationName }, sink)),
    );
    const apollo = new ApolloClient({
      link: ApolloLink.split(({ operationType }) => operationType === "subscription", live, new HttpLink({ uri: address })),
      cache: new InMemoryCache(),
    });
    const watching = apollo
      .subscribe({ query: gql(WATCH), variables: { since } })
      .subscribe(({ data, error }) => found(data?.changes ?? { error }));
    return () => watching.unsubscribe();
  }));

const sockets = () =>
  createSocketClient({
    url: address.replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { Authorization: `Bearer ${token}` },
  });

test("graphql-ws", async () => {
  const client = sockets();
  await mustWatch((since, found) =>
    client.subscribe(
      { query: WATCH, variables: { since } },
      { next: ({ data }) => found(data.changes), error: (error) => found({ error }), complete: () => {} },
    ),
  );
  await client.dispose();
});

test("Apollo by a WebSocket", async () => {
  const socket = sockets();
  const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });
  await mustWatch((since, found) => {
    const watching = client
      .subscribe({ query: gql(WATCH), variables: { since } })
      .subscribe({ next: ({ data }) => found(data.changes), error: (error) => found({ error }) });
    return () => watching.unsubscribe();
  });
  client.stop();
  await socket.dispose();
});
