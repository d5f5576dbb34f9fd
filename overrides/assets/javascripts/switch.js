/* One switch of a page: furigana, or the gaps between phrases. The script element says which (`data-switch`), what
   holds for a reader who never chose (`data-usual`), and the name under which a choice is remembered (`data-key`:
   formal and easy pages have one each, so that neither undoes the other). It runs in the head, before anything is
   drawn, so that nothing jumps. Without it the box before the text does the same for the page at hand. */
"use strict";

(() => {
  const { switch: name, usual, key } = document.currentScript.dataset;
  const root = document.documentElement;
  const isChoice = (value) => value === "on" || value === "off";

  /** `?furigana=on` or `off` in the address goes before what was chosen earlier, and is remembered. */
  function chosen() {
    const asked = new URLSearchParams(location.search).get(name);
    if (isChoice(asked)) {
      memory.set(key, asked);
      return asked;
    }
    const value = memory.get(key);
    return isChoice(value) ? value : usual;
  }

  /** The page at this setting, and the box that says so. */
  function show(value) {
    root.dataset[name] = value;
    const box = document.getElementById(`${name}-box`);
    if (box) box.checked = value === "on";
  }

  show(chosen());
  document.addEventListener("DOMContentLoaded", () => show(root.dataset[name]));
  addEventListener("pageshow", () => show(root.dataset[name])); // the browser may have put the box back
  document.addEventListener("change", ({ target }) => {
    if (target.id !== `${name}-box`) return;
    const value = target.checked ? "on" : "off";
    memory.set(key, value);
    show(value);
  });
  addEventListener("storage", (event) => {
    if (event.key === key) show(isChoice(event.newValue) ? event.newValue : usual); // chosen in another window
  });
})();
