// Comfort only: every page works without it. Adds buttons that copy.

for (const box of document.querySelectorAll(".question, .copyable")) {
  const text = box.querySelector("pre");
  const label = box.dataset.label ? "Copy: " + box.dataset.label : "Copy";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = label;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const done = box.dataset.copy === "html" ? await copiedHtml(text) : await copied(text, withAddress(text.textContent));
    button.textContent = done ? "Copied" : "Selected: Ctrl (Cmd) and C copies";
    setTimeout(() => (button.textContent = label), 3000);
  });
  box.prepend(button);
}

/** The text with this page's whole address, which the server need not know. */
function withAddress(text) {
  const path = location.pathname.split("/").slice(-2).join("/");
  return text.replace(/(Record: |<)([a-z]+\/[a-z0-9-]+)(>?)$/m, (all, before, id, after) =>
    id === path ? before + location.origin + location.pathname + after : all);
}

async function copiedHtml(element) {
  try {
    const html = new Blob([element.textContent], { type: "text/html" });
    const plain = new Blob([new DOMParser().parseFromString(element.textContent, "text/html").body.innerText], { type: "text/plain" });
    await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": plain })]);
    return true;
  } catch {
    return copied(element, element.textContent);
  }
}

/**
 * Copies the text and returns whether that worked. Browsers block the clipboard on pages without HTTPS; then the text is at least
 * selected.
 */
async function copied(element, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}
