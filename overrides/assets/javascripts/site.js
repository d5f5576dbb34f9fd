/* What the theme's labels lack: names, the keyboard, and a word when the search has answered.
   Without this file everything still works by pointer, and the footer leads to every part of the site. */
"use strict";

(() => {
  const drawer = document.getElementById("__drawer");
  const search = document.getElementById("__search");
  const sidebar = document.querySelector(".md-sidebar--primary");
  const menuButton = document.querySelector(".md-header label[for=__drawer]");
  const searchButton = document.querySelector(".md-header label[for=__search]");
  const isWide = matchMedia("(min-width: 76.25em)");

  /** Say what a label is now. On a wide screen some headings of the menu open nothing and are no buttons. */
  function describe(label) {
    const opensSomething = getComputedStyle(label).pointerEvents !== "none";
    label.removeAttribute("tabindex");
    label.removeAttribute("role");
    label.removeAttribute("aria-expanded");
    label.removeAttribute("aria-label");
    if (!opensSomething) return;
    label.tabIndex = 0;
    label.setAttribute("role", "button");
    if (label.dataset.name) label.setAttribute("aria-label", label.dataset.name);
    if (!label.closest(".drawer-title, .md-search")) { // those two only close
      label.setAttribute("aria-expanded", String(document.getElementById(label.htmlFor).checked));
    }
  }

  /** A label that opens something becomes a button for keyboards and screen readers. */
  function makeButton(label) {
    describe(label);
    document.getElementById(label.htmlFor).addEventListener("change", () => describe(label));
    isWide.addEventListener("change", () => describe(label));
    label.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation(); // the theme would click a second time on Enter
      label.click();
    });
  }

  function prepareDrawer() {
    const closeButton = sidebar.querySelector(".drawer-title label");
    [menuButton, closeButton, ...sidebar.querySelectorAll("label.md-nav__link[for]")].forEach(makeButton);
    drawer.addEventListener("change", () => {
      const isLeft = document.activeElement === document.body || sidebar.contains(document.activeElement);
      if (drawer.checked) closeButton.focus();
      else if (isLeft) menuButton.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.checked) drawer.click();
    });
    document.addEventListener("focusin", (event) => {
      if (drawer.checked && !sidebar.contains(event.target) && event.target !== menuButton) drawer.click();
    });
  }

  function prepareSearch() {
    const dialog = document.querySelector(".md-search");
    const backButton = dialog.querySelector(".md-search__icon[for=__search]");
    backButton.dataset.name = document.querySelector(".drawer-title label").textContent.trim(); // a bare arrow
    [searchButton, backButton].forEach(makeButton);
    dialog.setAttribute("aria-label", searchButton.textContent.trim());
    dialog.querySelector(".md-search-result__meta").setAttribute("role", "status");
    search.addEventListener("change", () => {
      if (search.checked) dialog.querySelector(".md-search__input").focus();
      else searchButton.focus(); // does nothing where the button is not shown
    });
  }

  /** What scrolls sideways in its own box can be scrolled by keyboard in every browser. */
  function reachWideTables() {
    for (const box of document.querySelectorAll(".table-box, .md-typeset__scrollwrap")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  }

  /** The theme answers to single letters, which people who speak to their computer cannot avoid (WCAG 2.1.4). */
  function silenceSingleKeys() {
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
      const isPlain = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isPlain && !isTyping) event.stopPropagation();
    });
  }

  // After the theme has made its own arrangements, which start at the same event.
  document.addEventListener("DOMContentLoaded", () => {
    prepareDrawer();
    prepareSearch();
    silenceSingleKeys();
    reachWideTables();
    addEventListener("resize", reachWideTables);
  });
})();
