/* Gaps between phrases: what the reader chose last time holds here too. It runs in the head, before anything is drawn.
   Without this file the box beside the title works all the same, for one page. */
"use strict";

(() => {
  const NAME = "gaps";
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

  /** The page at this setting, and the box that says so. */
  function show(value) {
    root.dataset.gaps = value === "off" ? "off" : "on";
    const box = document.getElementById("gap-box");
    if (box) box.checked = value !== "off";
  }

  show(remembered());
  document.addEventListener("DOMContentLoaded", () => show(root.dataset.gaps));
  addEventListener("pageshow", () => show(root.dataset.gaps)); // the browser may have put the box back
  document.addEventListener("change", ({ target }) => {
    if (target.id !== "gap-box") return;
    const value = target.checked ? "on" : "off";
    remember(value);
    show(value);
  });
  addEventListener("storage", (event) => {
    if (event.key === NAME) show(event.newValue); // chosen in another window
  });
})();
