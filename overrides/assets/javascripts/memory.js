/* What the reader chose is kept on this device only. Some browsers forbid it: then a choice holds for the page at hand. */
"use strict";

const memory = Object.freeze({
  get(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      // the page shows it all the same
    }
  },
});
