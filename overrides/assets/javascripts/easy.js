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

  root.dataset.gaps = remembered() === "off" ? "off" : "on";
  document.addEventListener("DOMContentLoaded", () => {
    const box = document.getElementById("gap-switch");
    if (!box) return;
    box.checked = root.dataset.gaps === "on";
    box.addEventListener("change", () => {
      root.dataset.gaps = box.checked ? "on" : "off";
      remember(root.dataset.gaps);
    });
    addEventListener("storage", (event) => {
      if (event.key !== NAME) return; // chosen in another window
      root.dataset.gaps = event.newValue === "off" ? "off" : "on";
      box.checked = root.dataset.gaps === "on";
    });
  });
})();
