/** The draft of a fiche: kept in this browser until it is cleared, also when the page is closed by accident. */

import { findIn } from "./elements.js";
import { cleared, draftKept, draftRestored, notKept } from "./form_words.js";
import { kept } from "./kept.js";

/**
 * @typedef {object} Draft
 * @property {Record<string, any>} gegevens
 * @property {string} tekst
 * @property {string} naam its address, when that was changed by hand
 * @property {string} op when it was kept last
 */

/**
 * @param {HTMLElement} line where it is said, with the buttons to clear it and to undo that
 * @param {string} name "" for a new fiche, else that of the fiche that is corrected
 * @param {(draft: Draft | null) => void} put in the form
 */
export function makeDraft(line, name, put) {
  const store = kept(name ? `ontwerp ${name}` : "ontwerp");
  const find = findIn(line);
  const [wipe, undo] = [find("[data-wis]"), find("[data-terug]")];
  let gone = null;
  let unsafe = false;

  function tell(words, isGone = false) {
    const said = find("[role=status]");
    if (said.textContent !== words) said.textContent = words; // or it would be read aloud at every pause
    wipe.hidden = isGone;
    undo.hidden = !isGone;
  }

  function save(draft) {
    unsafe = !store.write(draft);
    tell(unsafe ? notKept() : draftKept());
  }

  /** Put what was kept in the form, and say so. What cannot be read, of another version say, does not stand in the way. */
  function restore() {
    const draft = store.read();
    if (!draft?.gegevens) return false;
    try {
      const words = draftRestored(draft.op);
      put(draft);
      tell(words);
      return true;
    } catch {
      put(null);
      return false;
    }
  }

  wipe.addEventListener("click", () => {
    gone = store.read();
    store.write(null);
    unsafe = false;
    put(null);
    tell(cleared(), true);
    undo.focus();
  });
  undo.addEventListener("click", () => {
    put(gone);
    save(gone);
    wipe.focus();
  });
  addEventListener("beforeunload", (event) => unsafe && event.preventDefault());
  return { save, restore };
}
