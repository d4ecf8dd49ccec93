/**
 * What the page offers beside the results of a search: the words as they were typed, and filters that the words name.
 */

import { filterFiches } from "./facets.js";
import { recognise } from "./recognise.js";
import { writeState } from "./state.js";
import { closeTo, insteadOf, onlyThose } from "./words.js";

/** The facets whose values people also type in the search field. */
const NAMED = ["domein", "gemeente", "provincie", "doelgroep"];

const TOWNS_AT_MOST = 3;

/**
 * @typedef {import("./controls.js").Choice} Choice
 * @typedef {import("./near.js").Town} Town
 *
 * @typedef {object} Offers
 * @property {string} typed the words that were corrected, or ""
 * @property {string} literal the query of the address that searches them all the same
 * @property {readonly {choice: Choice, rest: string}[]} filters values that the query names, and the query without them
 * @property {readonly {town: Town, rest: string}[]} nearby municipalities without fiches that it names, the same way
 *
 * @typedef {object} Taken what happens when an offer is taken
 * @property {() => void} literally
 * @property {(choice: Choice, rest: string) => void} filtered
 * @property {(town: Town, rest: string) => void} near
 */

/**
 * What there is to offer with a state: of the filters its words name, those that leave something.
 * @param {import("./state.js").State} state
 * @param {readonly import("./facets.js").Fiche[]} fiches
 * @param {readonly Choice[]} choices
 * @param {string} corrected what was searched in the place of the words, or ""
 * @param {readonly Town[]} towns those there are, when the words may name one without fiches
 * @returns {Offers}
 */
export function offersFor(state, fiches, choices, corrected, towns) {
  const open = choices.filter(({ facet, box }) => NAMED.includes(facet) && !box.checked);
  const choiceOf = ({ facet = "", value = "" }) =>
    /** @type {Choice} */ (open.find((choice) => choice.facet === facet && choice.value === value));
  const leavesSome = ({ facet = "", value = "" }) =>
    filterFiches(fiches, { ...state.facets, [facet]: [value] }).length > 0;
  const filters = recognise(state.q, open).filter(leavesSome).map((each) => ({ choice: choiceOf(each), rest: each.rest }));
  const nearby = townsIn(state.q, towns.filter((town) => !town.fiches));
  return { typed: corrected ? state.q : "", literal: writeState({ ...state, exact: true }), filters, nearby };
}

/**
 * @param {string} q
 * @param {readonly Town[]} towns
 */
function townsIn(q, towns) {
  const named = towns.map(({ slug, naam, ook, vroeger }) => ({ facet: "", value: slug, names: [naam, ...ook, ...vroeger] }));
  const townOf = (/** @type {string} */ slug) => /** @type {Town} */ (towns.find((town) => town.slug === slug));
  return recognise(q, named).map(({ value, rest }) => ({ town: townOf(value), rest })).slice(0, TOWNS_AT_MOST);
}

/**
 * @param {HTMLElement} list
 * @param {Offers} offers
 * @param {Taken} taken
 */
export function showOffers(list, { typed, literal, filters, nearby }, taken) {
  const chips = filters.map(({ choice, rest }) => makeFilter(choice, () => taken.filtered(choice, rest)));
  const places = nearby.map(({ town, rest }) => makeChip("", closeTo(town.naam), () => taken.near(town, rest)));
  list.replaceChildren(...(typed ? [makeLiteral(typed, literal, taken.literally)] : []), ...chips, ...places);
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
const makeFilter = ({ group, label, facet, value }, taken) =>
  makeChip(`${facet}-${value}`, onlyThose(group, label), taken);

/**
 * @param {string} className
 * @param {string} text
 * @param {() => void} taken
 */
function makeChip(className, text, taken) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `chip ${className}`.trim();
  button.textContent = text;
  button.addEventListener("click", taken);
  return inItem(button);
}

/** @param {Element} element */
function inItem(element) {
  const item = document.createElement("li");
  item.append(element);
  return item;
}
