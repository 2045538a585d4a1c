// Adds a button that copies the query. The page works without it.

for (const question of document.querySelectorAll(".question")) {
  const code = question.querySelector("code");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    button.textContent = (await copied(code)) ? "Copied" : "Selected: Ctrl (Cmd) and C copies";
    setTimeout(() => (button.textContent = "Copy"), 3000);
  });
  question.prepend(button);
}

/**
 * Copies the text and returns whether that worked. Browsers block the clipboard on pages without HTTPS; then the text is at least
 * selected.
 */
async function copied(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(code);
    return document.execCommand("copy");
  }
}
