/* Consultations: corrects what depends on the day, in Japan's time, and finds a change by its number.
   Without this file the pages show the state of the day on which they were built, with both dates beside it. */
"use strict";

(() => {
  const ORDER = ["before", "open", "closed"];
  const DAY = 24 * 60 * 60 * 1000;
  const AHEAD = 9 * 60 * 60 * 1000; // Japan has no summer time

  /** The day in Japan: 2023-09-15. */
  function today() {
    return new Date(Date.now() + AHEAD).toISOString().slice(0, 10);
  }

  /** The state today, never an earlier one than on the day of the build: a wrong clock reopens nothing. */
  function stateOf({ start, end, state }) {
    const day = today();
    const now = day < start ? "before" : day <= end ? "open" : "closed";
    return ORDER[Math.max(ORDER.indexOf(now), ORDER.indexOf(state))];
  }

  function correct() {
    for (const box of document.querySelectorAll("[data-consult]")) {
      const now = stateOf(box.dataset);
      for (const part of box.querySelectorAll("[data-when]")) {
        if (part.closest("[data-consult]") === box) part.hidden = !part.dataset.when.split(" ").includes(now);
      }
    }
  }

  /** Again at midnight in Japan, and when the reader comes back to the page. */
  function keepCorrect() {
    correct();
    setTimeout(keepCorrect, DAY - ((Date.now() + AHEAD) % DAY) + 50);
  }

  /** The counter: a typed number leads to its change. */
  function prepareCounter() {
    const form = document.querySelector(".counter-form");
    if (!form) return;
    const field = form.querySelector("input");
    const status = form.querySelector("[role=status]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const number = field.value.normalize("NFKC").replace(/\D/g, "").replace(/^0+/, "");
      const change = number && document.getElementById(number);
      status.textContent = change ? "" : form.dataset.unknown.replace("{number}", field.value.trim());
      if (!change) return;
      location.hash = number;
      change.querySelector("h2").focus({ preventScroll: true });
    });
  }

  if (document.querySelector("[data-consult]")) {
    keepCorrect();
    document.addEventListener("visibilitychange", correct);
  }
  prepareCounter();
})();
