/** The tray at the foot of the window: how many fiches are kept, and what can be done with them. */

import { make, makeButton } from "./elements.js";
import { selection, writeAddress } from "./selection.js";
import { ROOT } from "./site.js";
import { clearSelection, compareThem, keptFiches, makeGuide, putBack, saidCleared, saidPutBack, yourSelection }
  from "./words.js";

/**
 * @typedef {object} Tray
 * @property {(slugs: readonly string[]) => void} show
 * @property {(words: string, alsoShown?: boolean) => void} say for a reader by ear, and in the tray when it cannot be
 *   seen otherwise
 */

/**
 * Put the tray at the end of the page, where it covers nothing once that end is reached.
 * @param {(slugs: string[], said: string) => void} change
 * @returns {Tray}
 */
export function makeTray(change) {
  const status = make("p", "voor-lezer");
  status.setAttribute("aria-live", "polite");
  const tray = make("section", "lade");
  tray.setAttribute("aria-label", yourSelection());
  tray.hidden = true;
  const count = make("p", "lade-telling");
  const compare = make("a", "lade-link");
  const guide = make("a", "knop", makeGuide());
  const clear = makeButton("als-link", clearSelection());
  const back = makeButton("als-link", putBack());
  const inner = make("div", "pagina lade-binnen");
  const note = make("p", "lade-zin");
  note.hidden = true;
  inner.append(note, count, clear, back, compare, guide);
  tray.append(inner);
  document.body.append(tray, status);

  /** @type {string[]} what was wiped, to be put back */
  let wiped = [];

  clear.addEventListener("click", () => {
    wiped = selection.read();
    change([], saidCleared());
    back.focus();
  });
  back.addEventListener("click", () => {
    const again = wiped;
    wiped = [];
    change(again, saidPutBack(again.length));
    clear.focus();
  });

  /** @param {readonly string[]} slugs */
  function show(slugs) {
    if (slugs.length) wiped = [];
    tray.hidden = !slugs.length && !wiped.length;
    count.textContent = slugs.length ? keptFiches(slugs.length) : saidCleared();
    clear.hidden = guide.hidden = !slugs.length;
    back.hidden = Boolean(slugs.length);
    compare.hidden = slugs.length < 2;
    compare.textContent = compareThem(slugs.length);
    compare.href = new URL(`vergelijk/${writeAddress(slugs)}`, ROOT).href;
    guide.href = new URL(`gids/${writeAddress(slugs)}`, ROOT).href;
  }

  return {
    show,
    say(words, alsoShown = false) {
      status.textContent = words;
      note.textContent = alsoShown ? words : "";
      note.hidden = !alsoShown;
    },
  };
}
