/* Furigana on or off. It runs in the head, before anything is drawn, so that nothing jumps.
   Without this file the box before the text does the same for the page at hand: off on the formal text, on on easy
   pages. What a reader chose is remembered for each of the two, so that neither undoes the other. */
"use strict";

(() => {
  const root = document.documentElement;
  const usual = document.currentScript.dataset.usual;
  const NAME = usual === "on" ? "furigana-easy" : "furigana";
  const isChoice = (value) => value === "on" || value === "off";

  /** What the reader chose is kept on this device only; some browsers forbid it. */
  function remembered() {
    try {
      return localStorage.getItem(NAME);
    } catch {
      return null;
    }
  }

  function remember(value) {
    try {
      localStorage.setItem(NAME, value);
    } catch {
      // the choice holds for this page
    }
  }

  /** `?furigana=on` or `off` in the address goes before what was chosen earlier, and is remembered. */
  function chosen() {
    const asked = new URLSearchParams(location.search).get("furigana");
    if (isChoice(asked)) {
      remember(asked);
      return asked;
    }
    const value = remembered();
    return isChoice(value) ? value : usual;
  }

  /** The page at this setting, and the box that says so. */
  function show(value) {
    root.dataset.furigana = value;
    const box = document.getElementById("furigana-box");
    if (box) box.checked = value === "on";
  }

  show(chosen());
  document.addEventListener("DOMContentLoaded", () => show(root.dataset.furigana));
  addEventListener("pageshow", () => show(root.dataset.furigana)); // the browser may have put the box back
  document.addEventListener("change", ({ target }) => {
    if (target.id !== "furigana-box") return;
    const value = target.checked ? "on" : "off";
    remember(value);
    show(value);
  });
  addEventListener("storage", (event) => {
    if (event.key === NAME) show(isChoice(event.newValue) ? event.newValue : usual); // chosen in another window
  });
})();
