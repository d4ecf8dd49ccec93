/**
 * What the page offers beside the results of a search: the words as they were typed, and filters that the words name.
 */

import { filterFiches } from "./facets.js";
import { recognise } from "./recognise.js";
import { writeState } from "./state.js";
import { insteadOf, onlyThose } from "./words.js";

/** The facets whose values people also type in the search field. */
const NAMED = ["domein", "gemeente", "provincie", "doelgroep"];

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
 * What there is to offer with a state: of the filters its words name, those that leave something.
 * @param {import("./state.js").State} state
 * @param {readonly import("./facets.js").Fiche[]} fiches
 * @param {readonly Choice[]} choices
 * @param {string} [corrected] what was searched in the place of the words
 * @returns {Offers}
 */
export function offersFor(state, fiches, choices, corrected) {
  const open = choices.filter(({ facet, box }) => NAMED.includes(facet) && !box.checked);
  const choiceOf = ({ facet = "", value = "" }) =>
    /** @type {Choice} */ (open.find((choice) => choice.facet === facet && choice.value === value));
  const leavesSome = ({ facet = "", value = "" }) =>
    filterFiches(fiches, { ...state.facets, [facet]: [value] }).length > 0;
  const filters = recognise(state.q, open).filter(leavesSome).map((each) => ({ choice: choiceOf(each), rest: each.rest }));
  return { typed: corrected ? state.q : "", literal: writeState({ ...state, exact: true }), filters };
}

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
