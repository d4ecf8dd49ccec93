/**
 * What the page offers beside the results of a search: the words as they were typed, and filters that the words name.
 */

import { inItem, make, makeButton, makeLink } from "./elements.js";
import { filterFiches } from "./facets.js";
import { recognise } from "./recognise.js";
import { writeState } from "./state.js";
import { STOP } from "./stop_words.js";
import { closeTo, insteadOf, noSuchFilter, onlyThose } from "./words.js";

const TOWNS_AT_MOST = 3;
const STRANGERS_AT_MOST = 3;

/**
 * @typedef {import("./controls.js").Choice} Choice
 * @typedef {import("./near.js").Town} Town
 *
 * @typedef {object} Offers
 * @property {string} typed the words that were corrected, or ""
 * @property {string} literal the query of the address that searches them all the same
 * @property {readonly {choice: Choice, rest: string}[]} filters values that the query names, and the query without them
 * @property {readonly string[]} strangers what the address asks and the page does not have
 * @property {readonly {town: Town, rest: string}[]} nearby municipalities without fiches that it names, the same way
 *
 * @typedef {object} Taken what happens when an offer is taken
 * @property {() => void} literally
 * @property {(choice: Choice, rest: string) => void} filtered
 * @property {(town: Town, rest: string) => void} near
 */

/**
 * @typedef {object} Shown what the page shows when it offers more
 * @property {import("./state.js").State} state
 * @property {readonly import("./facets.js").Fiche[]} hits what its words found
 * @property {readonly Choice[]} choices
 * @property {string} corrected what was searched in the place of the words, or ""
 * @property {readonly string[]} telling the words of it that fiches are about
 * @property {readonly Town[]} towns all there are
 * @property {readonly string[]} strangers what the address asks and the page does not have
 */

/**
 * What there is to offer: of the filters that the words name those with hits, and municipalities without fiches.
 * @param {Shown} shown
 * @returns {Offers}
 */
export function offersFor({ state, hits, choices, corrected, telling, towns, strangers }) {
  const named = choices.filter(({ box, chip, label }) => !box.checked && chip === label);
  const filters = recognise(state.q, named)
    .map(({ facet, value, rest }) => ({ choice: choiceOf(named, facet, value), rest }))
    .filter(({ choice: { facet, value } }) => filterFiches(hits, { ...state.facets, [facet]: [value] }).length);
  const nearby = townsIn(state.q, telling, towns.filter((town) => !town.fiches));
  return { typed: corrected ? state.q : "", literal: writeState({ ...state, exact: true }), filters, nearby, strangers };
}

/**
 * @param {readonly Choice[]} choices
 * @param {string} facet
 * @param {string} value
 */
const choiceOf = (choices, facet, value) =>
  /** @type {Choice} */ (choices.find((choice) => choice.facet === facet && choice.value === value));

/**
 * The municipalities that the words name. A name that is a word as well (Peer, Ham) counts when it is typed as a name.
 * @param {string} q
 * @param {readonly string[]} telling
 * @param {readonly Town[]} towns
 */
function townsIn(q, telling, towns) {
  const bySlug = new Map(towns.map((town) => [town.slug, town]));
  const named = towns.map(({ slug, naam, ook, vroeger }) => ({ facet: "", value: slug, names: [naam, ...ook, ...vroeger] }));
  const isWord = (/** @type {string} */ typed) => STOP.has(typed) || telling.includes(typed);
  const found = recognise(q, named).filter(({ typed }) => !isWord(typed));
  return found.map(({ value, rest }) => ({ town: /** @type {Town} */ (bySlug.get(value)), rest })).slice(0, TOWNS_AT_MOST);
}

/**
 * @param {HTMLElement} list
 * @param {Offers} offers
 * @param {Taken} taken
 */
export function showOffers(list, { typed, literal, filters, nearby, strangers }, taken) {
  const chips = filters.map(({ choice, rest }) => makeFilter(choice, () => taken.filtered(choice, rest)));
  const places = nearby.map(({ town, rest }) => makeChip("chip", closeTo(town.naam), () => taken.near(town, rest)));
  const notes = strangers.length ? [make("li", "", noSuchFilter(strangers.slice(0, STRANGERS_AT_MOST)))] : [];
  list.replaceChildren(...notes, ...(typed ? [makeLiteral(typed, literal, taken.literally)] : []), ...chips, ...places);
  list.hidden = !list.childElementCount;
}

/**
 * @param {string} typed
 * @param {string} address
 * @param {() => void} taken
 */
function makeLiteral(typed, address, taken) {
  const link = makeLink(address, insteadOf(typed));
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
  makeChip(`chip ${facet}-${value}`, onlyThose(group, label), taken);

/**
 * @param {string} className
 * @param {string} text
 * @param {() => void} taken
 */
function makeChip(className, text, taken) {
  const button = makeButton(className, text);
  button.addEventListener("click", taken);
  return inItem(button);
}
