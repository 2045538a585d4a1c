// Reads the list of statements to its end, ten at a time, with each client and the types generated from the schema.
// Argument: the address of /graphql.

import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import { cacheExchange, Client, fetchExchange } from "@urql/core";
import { ClientError, GraphQLClient } from "graphql-request";
import assert from "node:assert/strict";
import { test } from "node:test";
import { filter, firstValueFrom } from "rxjs";
import {
  HappeningsDocument,
  StatementsDocument,
  type HappeningsQuery,
  type StatementsQuery,
} from "./generated.ts";

const address = process.argv[2]!;
const TOO_MANY = { first: 1000 };

type Page = NonNullable<StatementsQuery["statements"]>;
type Edge = Page["edges"][number];

/** A field at an operation's root is null only where an error says why. */
function there<T>(field: T | null | undefined): T {
  assert.ok(field);
  return field;
}

/** Each statement is there once, and as many as the server counts. */
function mustBeWhole(edges: Edge[], totalCount: number) {
  assert.equal(new Set(edges.map(({ node }) => node.id)).size, edges.length);
  assert.equal(edges.length, totalCount);
  assert.ok(totalCount > 20, `${totalCount} statements are no list of several pages`);
}

/** Asks for page after page. */
async function readWhole(ask: (variables: { first: number; after?: string | null }) => Promise<StatementsQuery>) {
  const edges: Edge[] = [];
  let page: Page;
  let after: string | null | undefined;
  do {
    page = there((await ask({ first: 10, after })).statements);
    edges.push(...page.edges);
    after = page.pageInfo.endCursor;
  } while (page.pageInfo.hasNextPage && edges.length <= page.totalCount);
  mustBeWhole(edges, page.totalCount);
}

function apollo() {
  return new ApolloClient({
    link: new HttpLink({ uri: address }),
    cache: new InMemoryCache({ typePolicies: { Query: { fields: { statements: relayStylePagination() } } } }),
  });
}

// Left to itself urql asks by GET.
const urql = new Client({ url: address, exchanges: [cacheExchange, fetchExchange], preferGetMethod: false });
const request = new GraphQLClient(address);

test("Apollo's cache joins the pages of a list", async () => {
  const list = apollo().watchQuery({ query: StatementsDocument, variables: { first: 10 } });
  const complete = list.pipe(filter((result) => result.dataState === "complete"));
  let statements = there((await firstValueFrom(complete)).data.statements);
  while (statements.pageInfo.hasNextPage) {
    const known = statements.edges.length;
    await list.fetchMore({ variables: { after: statements.pageInfo.endCursor } });
    statements = there((await firstValueFrom(complete)).data.statements);
    assert.ok(statements.edges.length > known);
  }
  mustBeWhole(statements.edges, statements.totalCount);
});

test("Apollo shows an error's code", async () => {
  await assert.rejects(apollo().query({ query: StatementsDocument, variables: TOO_MANY }), (error) => {
    assert.ok(CombinedGraphQLErrors.is(error));
    assert.equal(error.errors[0]?.extensions?.code, "INVALID_ARGUMENT");
    assert.match(error.message, /first must be between 1 and 100, not 1000/);
    return true;
  });
});

test("urql reads a list to its end", () =>
  readWhole(async (variables) => {
    const { data, error } = await urql.query(StatementsDocument, variables).toPromise();
    assert.equal(error, undefined);
    assert.ok(data);
    return data;
  }));

test("urql shows an error's code", async () => {
  const { error } = await urql.query(StatementsDocument, TOO_MANY).toPromise();
  assert.equal(error?.graphQLErrors[0]?.extensions.code, "INVALID_ARGUMENT");
});

test("graphql-request reads a list to its end", () =>
  readWhole((variables) => request.request(StatementsDocument, variables)));

test("graphql-request shows an error's code", async () => {
  await assert.rejects(request.request(StatementsDocument, TOO_MANY), (error) => {
    assert.ok(error instanceof ClientError);
    assert.equal(error.response.errors?.[0]?.extensions.code, "INVALID_ARGUMENT");
    return true;
  });
});

test("the generated types tell what an interface, an enum, a scalar and a filter hold", async () => {
  const found = await request.request(HappeningsDocument, {
    from: "2026-02-04",
    filter: { text: "talks", not: { speaker: ["russia"] } },
    orderBy: "RELEVANCE_DESC",
  });
  const kinds = there(found.timeline).nodes.map((event) => whatItIs(event));
  assert.equal(kinds.length, 5);
  assert.ok(there(found.statements).totalCount > 0);
});

function whatItIs(event: NonNullable<HappeningsQuery["timeline"]>["nodes"][number]): string {
  switch (event.__typename) {
    case "Incident":
      return event.kind;
    case "Round":
      return event.status;
    default:
      return event.start ?? "undated";
  }
}
