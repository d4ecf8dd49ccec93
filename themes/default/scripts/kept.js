/**
 * What this browser keeps for this catalogue: the selection, the reader's own municipality, whether a key is switched
 * off and the drafts of fiches, and nothing else. Another catalogue on the same host has its own. Where nothing can be kept, things last
 * as long as the page.
 */

import { ROOT } from "./site.js";

/**
 * @template T
 * @typedef {object} Kept one thing that is kept
 * @property {() => T | null} read null when there is nothing, or nothing that can be read
 * @property {(value: T | null) => boolean} write null forgets it; false when the browser could not keep it
 * @property {(changed: () => void) => void} follow calls *changed* when another page of the site has written it
 */

/**
 * @template T
 * @param {string} name what is kept, in the words of the privacy page: "selectie", "gemeente", "ontwerp"
 * @param {() => Storage} [storage] where
 * @returns {Kept<T>}
 */
export function kept(name, storage = () => localStorage) {
  const key = `fichebak ${ROOT.pathname} ${name}`;
  /** @type {string | null} what could not be kept */
  let held = null;
  return {
    read() {
      try {
        return JSON.parse(held ?? storage().getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    write(value) {
      held = null;
      try {
        if (value === null) storage().removeItem(key);
        else storage().setItem(key, JSON.stringify(value));
        return true;
      } catch {
        held = JSON.stringify(value);
        return false;
      }
    },
    follow(changed) {
      addEventListener("storage", (event) => {
        if (event.key === key || event.key === null) changed();
      });
    },
  };
}
