/**
 * The choice that a page shows: that of the address, else that of this browser. What someone else shared is shown as it
 * is and leaves the reader's own selection alone, until the reader keeps it.
 */

import { fetchFiche, knownSlugs } from "./fiche_pages.js";
import { add, MOST, present, readAddress, same, selection, writeAddress } from "./selection.js";
import {
  addressCopied, copyYourself, leftOut, noCatalogue, notLoaded, savedThem, unknownFiches,
} from "./choice_words.js";

/**
 * @typedef {import("./fiche_pages.js").Fiche} Fiche
 *
 * @typedef {object} Choice
 * @property {string[]} slugs
 * @property {string} title
 * @property {boolean} own whether it is the reader's own selection
 * @property {boolean} failed whether the catalogue could not be asked
 * @property {string} trouble what cannot be shown, in a sentence, or ""
 */

/**
 * What is asked for, as far as the catalogue has it. The address is put right, so that it can be shared as it is.
 * @param {HTMLElement} main
 * @returns {Promise<Choice>}
 */
export async function openChoice(main) {
  const asked = readAddress(location.search);
  const kept = selection.read();
  const wanted = asked.slugs ?? kept;
  const own = !asked.slugs || same(wanted, kept);
  try {
    const slugs = wanted.length ? present(wanted, await knownSlugs(), movedOf(main)) : [];
    const gone = wanted.length - slugs.length;
    const troubles = [gone && unknownFiches(gone), asked.beyond && leftOut(asked.beyond, MOST)];
    return { slugs, title: asked.title, own, failed: false, trouble: troubles.filter(Boolean).join(" ") };
  } catch {
    return { slugs: [], title: asked.title, own, failed: true, trouble: noCatalogue() };
  }
}

/**
 * The fiches of *slugs* that could be fetched.
 * @param {readonly string[]} slugs
 * @returns {Promise<{fiches: Fiche[], trouble: string}>}
 */
export async function fetchAll(slugs) {
  const all = await Promise.all(slugs.map(fetchFiche));
  const fiches = all.filter((fiche) => fiche !== null);
  return { fiches, trouble: fiches.length < all.length ? notLoaded(all.length - fiches.length) : "" };
}

/**
 * @param {readonly string[]} slugs
 * @param {string} [title]
 */
export function showInAddress(slugs, title = "") {
  history.replaceState(history.state, "", slugs.length ? writeAddress(slugs, title) : location.pathname);
}

/**
 * The button that puts a shared choice with the reader's own; hidden while there is nothing to add.
 * @param {HTMLButtonElement} button
 * @param {() => readonly string[]} slugs
 * @param {(words: string) => void} say
 * @returns {() => void} to be called when the choice has changed
 */
export function makeSave(button, slugs, say) {
  const missing = () => slugs().filter((slug) => !selection.read().includes(slug));
  button.addEventListener("click", () => {
    selection.write(add(selection.read(), slugs()));
    say(savedThem(selection.read().length, missing().length));
  });
  return () => {
    button.hidden = !missing().length;
  };
}

/**
 * @param {HTMLElement} button
 * @param {(words: string) => void} say
 */
export function makeCopy(button, say) {
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      say(addressCopied());
    } catch {
      say(copyYourself(location.href));
    }
  });
}

/** @param {HTMLElement} main */
function movedOf(main) {
  const pairs = (main.dataset.verhuisd ?? "").split(" ").map((pair) => pair.split("="));
  return Object.fromEntries(pairs.filter((pair) => pair.length === 2));
}
