/**
 * Makes a row of buttons one stop for the Tab key (a roving tabindex): the arrow keys, Home and End move within it, and Delete closes
 * what can be closed.
 *
 * @param row     an element that contains the buttons
 * @param buttons a CSS selector of the buttons
 * @param start   the index of the button that Tab focuses first
 * @param passedOver a CSS selector of buttons that the keyboard skips, since Delete does the same
 * @param moved   called with the index that an arrow key moved to
 * @param removed called with the index at which Delete was pressed
 * @returns a function that removes the key handler
 */
export function group(row, buttons, { label, start = 0, passedOver, moved, removed } = {}) {
  const all = () => [...row.querySelectorAll(buttons)];
  const comeInAt = (place) => all().forEach((button, each) => (button.tabIndex = each === place ? 0 : -1));
  const press = (event) => {
    const list = all();
    const place = list.indexOf(event.target);
    if (place < 0 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const last = list.length - 1;
    const next = {
      ArrowLeft: place === 0 ? last : place - 1,
      ArrowUp: place === 0 ? last : place - 1,
      ArrowRight: place === last ? 0 : place + 1,
      ArrowDown: place === last ? 0 : place + 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      comeInAt(next);
      list[next].focus();
      moved?.(next);
    } else if (event.key === "Delete" && removed) {
      event.preventDefault();
      removed(place);
      // The focused button may have been removed.
      requestAnimationFrame(() => all()[Math.min(place, all().length - 1)].focus());
    }
  };
  if (label) {
    row.setAttribute("role", "toolbar");
    row.setAttribute("aria-label", label);
  }
  comeInAt(start);
  if (passedOver) {
    row.querySelectorAll(passedOver).forEach((button) => (button.tabIndex = -1));
  }
  row.addEventListener("keydown", press);
  return () => row.removeEventListener("keydown", press);
}
