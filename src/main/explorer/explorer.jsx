import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { TabFocus } from "monaco-editor/esm/vs/editor/browser/config/tabFocus.js";
import { createRoot } from "react-dom/client";
import "./explorer.css";

const workers = JSON.parse(document.getElementById("workers").textContent);

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => new Worker(new URL(workers[label] ?? workers.editor, document.baseURI), { type: "module" }),
};

// Tab goes on to the next control, as everywhere on a page, and does not indent: the keyboard would be caught else.
TabFocus.setTabFocusMode(true);

const monaco = await import("monaco-graphql/esm/monaco-editor.js");
monaco.editor.onDidCreateEditor((editor) => editor.updateOptions({ wordWrap: "on" }));

/** The questions of the file: each begins with a comment, after an empty line. */
async function questions() {
  const answer = await fetch("questions.graphql");
  if (!answer.ok) {
    throw new Error(`questions.graphql: ${answer.status}`);
  }
  return (await answer.text()).trim().split(/\n\n(?=#)/);
}

const ask = createGraphiQLFetcher({ url: new URL("../graphql", document.baseURI).pathname });

/** GraphiQL takes a tenth of a second to see what a newly opened tab holds, and names the last tab's operation till then. */
function askWhatIsThere({ operationName, ...question }, options) {
  const isThere = new RegExp(`\\b(query|mutation|subscription)\\s+${operationName}\\b`).test(question.query);
  return ask(isThere ? { ...question, operationName } : question, options);
}

// GraphiQL keeps a reader's tabs in the browser, and takes these only where it has none.
const tabs = (await questions()).map((query) => ({ query }));

createRoot(document.getElementById("explorer")).render(
  <GraphiQL
    fetcher={askWhatIsThere}
    defaultTabs={tabs}
    defaultQuery="# A question of your own. Ctrl and Space proposes what can stand at the cursor.\n"
  >
    <GraphiQL.Logo>
      <a className="graphiql-logo-link" href="../">
        Parley
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
