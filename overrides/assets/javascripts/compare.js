/* The comparison of two revisions: keeps the reader's place and choice, steps from change to change, says what is hidden.
   Without this file everything can be read, and the links of each row lead to its neighbours. */
"use strict";

(() => {
  const view = document.querySelector(".compare-view");
  if (!view) return;
  const table = view.querySelector(".compare-table");
  const bar = view.querySelector(".compare-bar");
  const status = view.querySelector("[data-compare-status]");
  const modes = [...view.querySelectorAll("[name=compare-mode]")];
  const filters = [...view.querySelectorAll(".compare-filter input")];
  const keys = view.querySelector("#compare-keys");
  const changes = [...table.querySelectorAll("tr.change")];

  /** The words of an element without their furigana. */
  function plainText(element) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("rt, rp").forEach((one) => one.remove());
    return copy.textContent.trim();
  }

  /** Where the text begins under the header and the bar. */
  function readingLine() {
    const { bottom } = bar.getBoundingClientRect();
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
    const sticks = getComputedStyle(bar).position === "sticky" && bottom < innerHeight / 2;
    return (sticks ? Math.max(bottom, header) : header) + 8;
  }

  let place = null;

  /** Remember the row under the reader's eyes, to find it again when rows change their height. */
  function rememberPlace() {
    const line = readingLine();
    const row = [...table.rows].find((one) => one.offsetParent && one.getBoundingClientRect().bottom > line);
    place = row && table.getBoundingClientRect().top < line ? { row, top: row.getBoundingClientRect().top } : null;
  }

  function returnToPlace() {
    if (!place) return;
    let row = place.row;
    while (row && !row.offsetParent) row = row.nextElementSibling; // hidden by the filter: its successor
    if (row) scrollBy({ top: row.getBoundingClientRect().top - place.top, behavior: "instant" });
  }

  function isShown(change) {
    const filter = filters.find((one) => one.value === change.dataset.group);
    return !filter || filter.checked;
  }

  /** The change at which the reader is: the one gone to last while it is in sight, or the first in sight. */
  function currentIndex(direction) {
    const target = changes.findIndex((one) => one.matches(":target"));
    const line = readingLine();
    if (target >= 0) {
      const box = changes[target].getBoundingClientRect();
      if (box.bottom > line && box.top < innerHeight) return target;
    }
    const first = changes.findIndex((one) => one.offsetParent && one.getBoundingClientRect().top >= line - 2);
    if (first < 0) return changes.length;
    return direction > 0 ? first - 1 : first;
  }

  function goTo(change) {
    location.replace(`#${change.id}`); // no step back for each change
    change.querySelector(".change-number").focus({ preventScroll: true });
  }

  function step(direction, from) {
    for (let at = from + direction; at >= 0 && at < changes.length; at += direction) {
      if (isShown(changes[at])) {
        goTo(changes[at]);
        return;
      }
    }
    status.textContent = direction > 0 ? "この後に、見せている変更はありません。" : "この前に、見せている変更はありません。";
  }

  function announceHidden() {
    const hidden = changes.filter((one) => !isShown(one)).length;
    status.textContent = hidden
      ? `変更${changes.length}件のうち、${hidden}件を隠しています。`
      : `変更${changes.length}件を、すべて見せています。`;
  }

  const chosen = modes.find((one) => one.value === memory.get("compare-mode"));
  if (chosen) chosen.checked = true;
  keys.checked = memory.get("compare-keys") !== "off";

  for (const mode of modes) {
    mode.addEventListener("change", () => {
      returnToPlace();
      memory.set("compare-mode", mode.value);
      status.textContent = `${plainText(mode.labels[0])}に切り替えました。`;
    });
  }
  for (const filter of filters) {
    filter.addEventListener("change", () => {
      returnToPlace();
      announceHidden();
    });
  }
  keys.addEventListener("change", () => memory.set("compare-keys", keys.checked ? "on" : "off"));

  const directions = { next: 1, previous: -1 };
  view.addEventListener("click", (event) => {
    const control = event.target.closest("[data-go]");
    if (!control || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const direction = directions[control.dataset.go];
    const row = control.closest("tr");
    step(direction, row ? changes.indexOf(row) : currentIndex(direction));
  });

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    if (!keys.checked || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const direction = { n: 1, p: -1 }[event.key];
    if (direction) step(direction, currentIndex(direction));
  });

  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        rememberPlace();
      });
    },
    { passive: true },
  );
  addEventListener("resize", returnToPlace);
  addEventListener("load", () => {
    if (chosen && location.hash) document.querySelector(`tr:target`)?.scrollIntoView();
    rememberPlace();
  });
})();
