/* Light or dark: as the device asks, or as the reader chose. It runs in the head, before anything is drawn, so that
   nothing flashes and no word is styled twice: the theme's own switch does so four times after the page is drawn. */
"use strict";

(() => {
  const KEY = "colours";
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");

  /** The page in these colours, and the button that leads to the others. */
  function show(scheme) {
    root.style.colorScheme = scheme === "slate" ? "dark" : "light"; // the scroll bar of the window
    if (document.body.dataset.mdColorScheme !== scheme) document.body.dataset.mdColorScheme = scheme;
    for (const button of document.querySelectorAll("[data-colours]")) button.hidden = button.dataset.colours === scheme;
  }

  function showWhatHolds() {
    const chosen = memory.get(KEY);
    const usual = dark.matches ? "slate" : "default";
    show(chosen === "slate" || chosen === "default" ? chosen : usual);
  }

  root.classList.replace("no-js", "js"); // the theme says so after the text, and all words would be styled again
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    showWhatHolds();
  }).observe(root, { childList: true });
  document.addEventListener("DOMContentLoaded", showWhatHolds); // the buttons are there
  dark.addEventListener("change", showWhatHolds);
  addEventListener("storage", ({ key }) => key === KEY && showWhatHolds()); // chosen in another window
  document.addEventListener("click", ({ target }) => {
    const pressed = target.closest("[data-colours]");
    if (!pressed) return;
    memory.set(KEY, pressed.dataset.colours);
    show(pressed.dataset.colours);
    document.querySelector("[data-colours]:not([hidden])").focus();
  });
})();
