/**
 * The list of result cards. Cards are never made here: they are the served ones, put in the page and taken out.
 */

import { away } from "./words.js";

/**
 * @typedef {object} Group the section of one domain, with its cards in served order
 * @property {HTMLElement} section
 * @property {Element} list
 * @property {HTMLElement[]} items
 *
 * @typedef {object} Cards
 * @property {HTMLElement} results the element that holds all groups
 * @property {Group[]} groups
 * @property {Map<string, HTMLElement>} items every card's list item, by slug
 * @property {HTMLOListElement} flat the list for orders that cut across domains; in the page only when used
 * @property {Element | null} nothing what is shown when nothing is found
 */

/**
 * The served cards; read once, before anything moves.
 * @param {HTMLElement} results
 * @param {HTMLTemplateElement | null} nothing
 * @returns {Cards}
 */
export function collectCards(results, nothing) {
  const groups = /** @type {HTMLElement[]} */ ([...results.querySelectorAll("[data-groep]")]).map(collectGroup);
  const items = new Map(groups.flatMap((group) => group.items).map((item) => [slugOf(item), item]));
  return { results, groups, items, flat: makeFlatList(), nothing: copyOf(nothing) };
}

/**
 * Show exactly these cards: in their groups, or as one list in the order given.
 * @param {Cards} cards
 * @param {readonly string[]} slugs in the order to show, for a flat list
 * @param {boolean} grouped
 */
export function showCards(cards, slugs, grouped) {
  const shown = new Set(slugs);
  for (const group of cards.groups) restoreGroup(group, shown, grouped);
  if (grouped) cards.flat.remove();
  else showFlat(cards, slugs);
  if (slugs.length) cards.nothing?.remove();
  else if (cards.nothing) cards.results.append(cards.nothing);
}

/**
 * Where nothing is found, advise to take a filter away only when there is one.
 * @param {Cards} cards
 * @param {boolean} filtered
 */
export function showAdvice({ nothing }, filtered) {
  const advice = /** @type {HTMLElement | null} */ (nothing?.querySelector("[data-met-filter]") ?? null);
  if (advice) advice.hidden = !filtered;
}

/**
 * Tell on each card how far it is, or on none.
 * @param {Cards} cards
 * @param {ReadonlyMap<string, number>} far kilometres by slug
 */
export function showDistances({ items }, far) {
  for (const [slug, item] of items) {
    const km = far.get(slug);
    const told = item.querySelector("[data-afstand]");
    if (km === undefined) told?.remove();
    else (told ?? addDistance(item)).textContent = away(km);
  }
}

/** @param {HTMLElement} item */
function addDistance(item) {
  const told = document.createElement("span");
  told.dataset.afstand = "";
  item.querySelector(".kaart-waar")?.append(told);
  return told;
}

/**
 * @param {HTMLElement} section
 * @returns {Group}
 */
function collectGroup(section) {
  const cards = [...section.querySelectorAll("[data-slug]")];
  const items = /** @type {HTMLElement[]} */ (cards.map((card) => card.closest("li")));
  return { section, list: items[0]?.parentElement ?? section, items };
}

/** @param {HTMLElement} item */
const slugOf = (item) => /** @type {HTMLElement} */ (item.querySelector("[data-slug]")).dataset.slug ?? "";

function makeFlatList() {
  const list = document.createElement("ol");
  list.className = "kaarten";
  list.dataset.lijst = "";
  return list;
}

/** @param {HTMLTemplateElement | null} template */
const copyOf = (template) =>
  /** @type {DocumentFragment | undefined} */ (template?.content.cloneNode(true))?.firstElementChild ?? null;

/**
 * Put those of a group's cards that are asked for in its list, in served order. The others are out of the page: whoever
 * reads the cards in it reads the results.
 * @param {Group} group
 * @param {ReadonlySet<string>} shown
 * @param {boolean} grouped
 */
function restoreGroup({ section, list, items }, shown, grouped) {
  const here = grouped ? items.filter((item) => shown.has(slugOf(item))) : [];
  list.replaceChildren(...here);
  section.hidden = !here.length;
}

/**
 * The flat list stands first, before the groups that are now empty.
 * @param {Cards} cards
 * @param {readonly string[]} slugs
 */
function showFlat({ results, flat, items }, slugs) {
  flat.replaceChildren(...slugs.map((slug) => items.get(slug)).filter((item) => item !== undefined));
  results.prepend(flat);
}
