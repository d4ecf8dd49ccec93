/** The draft of a fiche: kept in this browser until it is cleared, also when the page is closed by accident. */

import { kept } from "./kept.js";
import { cleared, kept as keptWords, notKept, restored } from "./form_words.js";

/**
 * @typedef {object} Draft
 * @property {import("./form_fields.js").Gegevens} gegevens
 * @property {string} tekst
 * @property {string} naam the address, when it was changed by hand
 * @property {string} op when it was kept last
 */

/**
 * @param {HTMLElement} line where it is said, with the buttons to clear it and to undo that
 * @param {string} name "" for a new fiche, else that of the fiche that is corrected
 * @param {(draft: Draft | null) => void} put in the form
 */
export function makeDraft(line, name, put) {
  /** @type {import("./kept.js").Kept<Draft>} */
  const store = kept(`ontwerp${name && ` ${name}`}`);
  const [wipe, undo] = ["[data-wis]", "[data-terug]"].map((button) => /** @type {HTMLButtonElement} */ (line.querySelector(button)));
  const words = /** @type {HTMLElement} */ (line.querySelector("[data-ontwerp-zegt]"));
  /** @type {Draft | null} */
  let gone = null;
  let unsafe = false;

  /** @param {string} said @param {boolean} empty whether there is nothing left to clear */
  function tell(said, empty) {
    line.hidden = false;
    if (words.textContent !== said) words.textContent = said;
    wipe.hidden = empty;
    undo.hidden = !empty;
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
    if (!gone) return;
    put(gone);
    save(gone);
    wipe.focus();
  });
  addEventListener("beforeunload", (event) => unsafe && event.preventDefault());

  /** @param {Draft} draft */
  function save(draft) {
    unsafe = !store.write(draft);
    tell(unsafe ? notKept() : keptWords(), false);
  }

  /** Put what was kept in the form, and say so. */
  function restore() {
    const draft = store.read();
    if (!draft?.gegevens) return false;
    put(draft);
    tell(restored(new Date(draft.op)), false);
    return true;
  }

  return { save, restore };
}
