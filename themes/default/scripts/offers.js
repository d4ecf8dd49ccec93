/**
 * What the page offers beside the results of a search: the words as they were typed, and filters that the words name.
 */

import { insteadOf, onlyThose } from "./words.js";

/**
 * @typedef {import("./controls.js").Choice} Choice
 *
 * @typedef {object} Offers
 * @property {string} typed the words that were corrected, or ""
 * @property {string} literal the query of the address that searches them all the same
 * @property {readonly {choice: Choice, rest: string}[]} filters values that the query names, and the query without them
 *
 * @typedef {object} Taken what happens when an offer is taken
 * @property {() => void} literally
 * @property {(choice: Choice, rest: string) => void} filtered
 */

/**
 * @param {HTMLElement} list
 * @param {Offers} offers
 * @param {Taken} taken
 */
export function showOffers(list, { typed, literal, filters }, taken) {
  const items = filters.map(({ choice, rest }) => makeFilter(choice, () => taken.filtered(choice, rest)));
  list.replaceChildren(...(typed ? [makeLiteral(typed, literal, taken.literally)] : []), ...items);
  list.hidden = !list.childElementCount;
}

/**
 * @param {string} typed
 * @param {string} address
 * @param {() => void} taken
 */
function makeLiteral(typed, address, taken) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = insteadOf(typed);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    taken();
  });
  return inItem(link);
}

/**
 * @param {Choice} choice
 * @param {() => void} taken
 */
function makeFilter({ group, label, facet, value }, taken) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `chip ${facet}-${value}`;
  button.textContent = onlyThose(group, label);
  button.addEventListener("click", taken);
  return inItem(button);
}

/** @param {Element} element */
function inItem(element) {
  const item = document.createElement("li");
  item.append(element);
  return item;
}
