/**
 * Makes a row of buttons one stop of Tab: the arrow keys, Home and End go on within it, and Delete takes away what can be taken away.
 *
 * @param row     an element, which has the buttons anywhere within it
 * @param buttons a selector
 * @param start   the place of the button where Tab comes in
 * @param passedOver a selector of buttons to which the keyboard does not come, as Delete does what they do
 * @param moved   told the place that an arrow key leads to
 * @param removed told the place at which Delete was pressed
 * @returns what undoes it
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
      // What was focused may be gone.
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
