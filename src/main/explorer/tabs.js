// Decides which tabs the explorer shows: the questions of the current record, the reader's own tabs, and the query in the URL.

/** The keys under which GraphiQL stores its state in the browser's local storage. */
const STATE = "graphiql:tabState";
const QUERY = "graphiql:query";
const VARIABLES = "graphiql:variables";

/** The key of the record's questions at the last visit, a JSON list. */
const GIVEN = "parley:questions";

/** The longest URL, in characters. The server accepts 16 KiB, but some proxies accept less. */
const LONGEST_ADDRESS = 8000;

/** The browser's local storage; if the reader has blocked it, a replacement in memory that lasts until the page is left. */
export function memory() {
  try {
    const kept = globalThis.localStorage;
    kept.setItem("parley:try", "");
    kept.removeItem("parley:try");
    return kept;
  } catch {
    const kept = new Map();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      clear: () => kept.clear(),
      get length() {
        return kept.size;
      },
    };
  }
}

/** The key of the headers that the reader has typed. */
const HEADERS = "parley:headers";

/**
 * What the reader has typed into the pane of headers, such as a token. It is kept until this tab of the browser is closed, and unlike the
 * questions never in the local storage, where it would stay.
 */
export function headersOfThisTab() {
  let kept;
  try {
    kept = globalThis.sessionStorage;
    kept.getItem(HEADERS);
  } catch {
    kept = null;
  }
  let now = kept?.getItem(HEADERS) ?? "";
  return {
    get: () => now,
    set(text) {
      now = text.trim() === "" ? "" : text;
      if (now === "") {
        kept?.removeItem(HEADERS);
      } else {
        kept?.setItem(HEADERS, now);
      }
    },
  };
}

/** The query in a URL, in the parameters of GraphQL over HTTP; null if it has none. */
export function asked(address) {
  const parameters = new URL(address).searchParams;
  const read = (name) => parameters.get(name)?.replaceAll(/\r\n?/g, "\n") ?? "";
  const query = read("query");
  return query.trim() === "" ? null : { query, variables: read("variables"), operationName: read("operationName") };
}

/** The URL of the page with a query in it; without it if there is none or the URL would be too long. */
export function addressOf({ query, variables, operationName }, page) {
  const address = new URL(page);
  address.search = address.hash = "";
  if (!query?.trim()) {
    return address.href;
  }
  const parameters = [["query", query]];
  if (variables?.trim()) {
    parameters.push(["variables", variables]);
  }
  if (operationName && operations(query) > 1) {
    parameters.push(["operationName", operationName]);
  }
  const bare = address.href;
  address.search = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return address.href.length > LONGEST_ADDRESS ? bare : address.href;
}

function operations(query) {
  return query.match(/^[^#\n]*\b(query|mutation|subscription)\s+\w+/gm)?.length ?? 0;
}

/** The query and variables without leading comments, for comparison: the same question may have another introduction. */
function essence({ query, variables }) {
  return `${(query ?? "").replace(/^(\s*#.*(\n|$))+/, "").trim()}\n${(variables ?? "").trim()}`;
}

/**
 * Stores the tabs where GraphiQL reads them when it starts. The reader's own tabs stay, and so do questions that the reader has changed;
 * unchanged questions are replaced by those of the current record. The query in the URL becomes the active tab: an existing one if there
 * is one, otherwise a new first tab.
 *
 * @param given    the questions of the record
 * @param question as {@link asked} returns it
 * @returns the tab that is shown
 */
export function arrange(kept, given, question) {
  const stored = read(kept, STATE, isState) ?? { tabs: [], activeTabIndex: 0 };
  const before = read(kept, GIVEN, Array.isArray);
  let tabs = stored.tabs;
  let shown = tabs[stored.activeTabIndex];
  if (tabs.length === 0 || JSON.stringify(before) !== JSON.stringify(given)) {
    const known = new Set([...(before ?? []), ...given].map((query) => essence({ query })));
    const own = tabs.filter((each) => (each.query ?? "").trim() !== "" && !known.has(essence(each)));
    tabs = [...given.map((query) => tab({ query })), ...own];
    shown = own.includes(shown) ? shown : tabs[0];
  }
  if (question !== null) {
    shown = tabs.find((each) => essence(each) === essence(question));
    if (shown === undefined) {
      shown = tab(question);
      tabs = [shown, ...tabs];
    }
  }
  shown ??= tabs[0];
  kept.setItem(GIVEN, JSON.stringify(given));
  kept.setItem(STATE, JSON.stringify({ tabs, activeTabIndex: tabs.indexOf(shown) }));
  // GraphiQL finds the active tab by these two.
  kept.setItem(QUERY, shown.query ?? "");
  kept.setItem(VARIABLES, shown.variables ?? "");
  return shown;
}

function tab({ query, variables = "", operationName = "" }) {
  return {
    id: crypto.getRandomValues(new Uint32Array(4)).join("-"),
    title: operationName || /^(?!#).*(query|subscription|mutation)\s+([a-zA-Z0-9_]+)/m.exec(query)?.[2] || "<untitled>",
    query,
    variables: variables || null,
    headers: null,
    operationName: operationName || null,
    response: null,
  };
}

function read(kept, key, isSound) {
  try {
    const value = JSON.parse(kept.getItem(key));
    return isSound(value) ? value : null;
  } catch {
    return null;
  }
}

function isState(value) {
  return Array.isArray(value?.tabs) && value.tabs.every((each) => typeof each?.id === "string" && typeof each.title === "string");
}
