import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { getOperationAST, parse } from "graphql";
import { createClient } from "graphql-sse";
import { TabFocus } from "monaco-editor/esm/vs/editor/browser/config/tabFocus.js";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import "./explorer.css";
import { group } from "./keys.js";
import { addressOf, arrange, asked, headersOfThisTab, memory } from "./tabs.js";

const workers = JSON.parse(document.getElementById("workers").textContent);

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => new Worker(new URL(workers[label] ?? workers.editor, document.baseURI), { type: "module" }),
};

// Tab moves to the next control instead of indenting, as elsewhere on a page; otherwise the keyboard would be trapped in the editor.
TabFocus.setTabFocusMode(true);

const monaco = await import("monaco-graphql/esm/monaco-editor.js");
monaco.editor.onDidCreateEditor((editor) => editor.updateOptions({ wordWrap: "on" }));

/** Loads the questions of the record, which are separated by empty lines and begin with a comment. */
async function questions() {
  const answer = await fetch("questions.graphql");
  if (!answer.ok) {
    throw new Error(`questions.graphql: ${answer.status}`);
  }
  return (await answer.text()).trim().split(/\n\n(?=#)/);
}

const url = new URL("../graphql", document.baseURI).pathname;
const askOnce = createGraphiQLFetcher({ url });

/** The parsed query; undefined if it has a syntax error, which the server explains. */
function parsed(query) {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

/**
 * Sends a question: as a request that is answered once, or, for a subscription, as one that is answered until it is closed. GraphiQL
 * parses a newly opened tab only after 100 ms, and until then gives the previous tab's document and operation name. So the query itself
 * tells which operations there are, and the name is sent only if it is one of theirs.
 */
function ask({ operationName, ...question }, options) {
  const documentAST = parsed(question.query);
  const named = documentAST && operationName && getOperationAST(documentAST, operationName);
  const operation = named || (documentAST && getOperationAST(documentAST));
  const sent = named ? { ...question, operationName } : question;
  return operation?.operation === "subscription"
    ? createClient({ url, headers: options?.headers, retryAttempts: 0 }).iterate(sent)
    : askOnce(sent, { ...options, documentAST });
}

const kept = memory();
const headers = headersOfThisTab();
const question = asked(location.href);
const first = arrange(kept, await questions(), question);

let shown = addressOf(first, location.href);
let waiting;

/** Updates the URL when the active query changes, so that it can be shared. */
function follow({ tabs, activeTabIndex }) {
  clearTimeout(waiting);
  // Browsers limit the rate of history changes, and typing one letter is a change.
  waiting = setTimeout(() => {
    const address = addressOf(tabs[activeTabIndex], location.href);
    if (address !== shown) {
      shown = address;
      history.replaceState(null, "", address);
    }
  }, 500);
}

const execute = () => document.querySelector(".graphiql-execute-button");

/** Additions to GraphiQL: keyboard access, and the operation that the URL names. */
function Additions() {
  const { changeTab, closeTab, run, setOperationName } = useGraphiQLActions();
  const headerEditor = useGraphiQL((state) => state.headerEditor);
  const isReady = useGraphiQL((state) => Boolean(state.queryEditor && state.responseEditor));
  const names = useGraphiQL((state) => (state.operations ?? []).map((operation) => operation.name?.value));
  const tabs = useGraphiQL((state) => state.tabs.length);
  const active = useGraphiQL((state) => state.activeTabIndex);

  // Ctrl+Enter executes the query from anywhere on the page; in the editor GraphiQL handles it itself.
  useEffect(() => {
    const press = (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) {
        return;
      }
      const { target } = event;
      if (target.closest(".monaco-editor") && !target.closest(".graphiql-response")) {
        return;
      }
      if (document.querySelector("[role=dialog], [role=menu]")) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (isReady && !event.repeat) {
        run();
      }
    };
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, [isReady, run]);

  // The operation of a URL whose query has several; the editor would choose the first one.
  const named = question?.operationName;
  const isNamed = isReady && names.includes(named);
  useEffect(() => {
    if (isNamed) {
      setOperationName(named);
    }
  }, [isNamed, named, setOperationName]);

  // GraphiQL has a pane of headers for each of its tabs. A token is typed once, and then is in all of them.
  useEffect(() => {
    const typed = headerEditor?.onDidChangeModelContent(({ isFlush }) => isFlush || headers.set(headerEditor.getValue()));
    return () => typed?.dispose();
  }, [headerEditor]);
  useEffect(() => {
    if (headerEditor && headers.get() && headerEditor.getValue() !== headers.get()) {
      headerEditor.setValue(headers.get());
    }
  }, [headerEditor, active]);

  // Each row of buttons is one stop for Tab; the arrow keys move within it.
  useEffect(() => group(document.querySelector(".graphiql-sidebar"), "button", { label: "Panels" }), []);
  useEffect(
    () =>
      group(document.querySelector(".graphiql-session-header"), ".graphiql-tab-button, .graphiql-tab-add", {
        start: active,
        passedOver: ".graphiql-tab-close",
        moved: (place) => place < tabs && changeTab(place),
        removed: (place) => place < tabs && tabs > 1 && closeTab(place),
      }),
    [active, changeTab, closeTab, tabs],
  );

  useEffect(() => {
    const skip = document.getElementById("skip");
    const go = (event) => {
      event.preventDefault();
      execute().focus();
    };
    skip.addEventListener("click", go);
    return () => skip.removeEventListener("click", go);
  }, []);
}

/** On a narrow screen the tabs are a drop-down list. */
function Chooser() {
  const { changeTab, closeTab } = useGraphiQLActions();
  const titles = useGraphiQL((state) => state.tabs.map((tab) => tab.title));
  const active = useGraphiQL((state) => state.activeTabIndex);
  return (
    <span className="chooser">
      <select aria-label="Question" value={active} onChange={(event) => changeTab(Number(event.target.value))}>
        {titles.map((title, place) => (
          <option key={place} value={place}>
            {title}
          </option>
        ))}
      </select>
      {titles.length > 1 && (
        <button type="button" className="graphiql-un-styled" aria-label="Close this question" onClick={() => closeTab(active)}>
          ×
        </button>
      )}
    </span>
  );
}

createRoot(document.getElementById("explorer")).render(
  <GraphiQL
    fetcher={ask}
    storage={kept}
    onTabChange={follow}
    defaultQuery="# A question of your own. Ctrl and Space proposes what can stand at the cursor.\n"
  >
    <GraphiQL.Logo>
      <Chooser />
      <a className="graphiql-logo-link" href="../">
        Parley
      </a>
    </GraphiQL.Logo>
    <Additions />
  </GraphiQL>,
);
