// The preview asks each second whether the pages were made anew, and shows them. Without it, the reader reloads by hand.
const shown = document.currentScript.dataset.version;
const ask = async () => {
  try {
    const answer = await fetch("/__shishin/state");
    if (String((await answer.json()).version) !== shown) location.reload();
  } catch {
    // make serve was ended: the page stays as it is
  }
};
setInterval(ask, 1000);
