/* Furigana on or off. It runs in the head, before anything is drawn, so that nothing jumps.
   Without this file a page stays as it is published: the formal text without furigana. */
"use strict";

(() => {
  const NAME = "furigana";
  const root = document.documentElement;

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
    const asked = new URLSearchParams(location.search).get(NAME);
    if (asked === "on" || asked === "off") {
      remember(asked);
      return asked;
    }
    return remembered();
  }

  /** The page at this setting, and the button that says so. */
  function show(value) {
    root.dataset.furigana = value;
    for (const button of document.querySelectorAll("[data-furigana-switch]")) {
      button.setAttribute("aria-pressed", String(value === "on"));
    }
  }

  function toggle() {
    const value = root.dataset.furigana === "on" ? "off" : "on";
    remember(value);
    show(value);
  }

  show(chosen() === "on" ? "on" : "off");
  document.addEventListener("DOMContentLoaded", () => {
    show(root.dataset.furigana);
    for (const button of document.querySelectorAll("[data-furigana-switch]")) button.addEventListener("click", toggle);
  });
  addEventListener("storage", (event) => {
    if (event.key === NAME) show(event.newValue === "on" ? "on" : "off"); // chosen in another window
  });
})();
