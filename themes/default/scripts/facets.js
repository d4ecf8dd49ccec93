/**
 * Which fiches stay, how many each facet value would give, and in what order. Pure: arrays in, arrays out.
 */

import { fold } from "./spelling.js";

/**
 * One line of fiches.json. Beside these it has an array of values for every facet, under the facet's name.
 * @typedef {{slug: string, titel: string, start: string, ingevuld: number} & Record<string, any>} Fiche
 *
 * @typedef {Readonly<Record<string, readonly string[]>>} Chosen the chosen values of every facet
 */

/** Titles as a Dutch reader looks them up: É beside E, 2 before 10, quotation marks ignored. */
const COLLATOR = new Intl.Collator("nl", { numeric: true, ignorePunctuation: true });

/**
 * The fiches that have a chosen value (OR) in every facet that has one (AND).
 * @param {readonly Fiche[]} fiches
 * @param {Chosen} chosen
 * @param {string} [except] a facet to leave out of account
 * @returns {Fiche[]}
 */
export function filterFiches(fiches, chosen, except) {
  const active = Object.entries(chosen).filter(([facet, values]) => facet !== except && values.length);
  return fiches.filter((fiche) => active.every(([facet, values]) => hasAny(fiche, facet, values)));
}

/**
 * For every facet, how many fiches each of its values has among those the other facets leave. A facet does
 * not count itself: its numbers say what one more tick would add. Values without fiches are absent.
 * @param {readonly Fiche[]} fiches the hits of the search, or all fiches
 * @param {Chosen} chosen
 * @returns {Record<string, Map<string, number>>}
 */
export function countValues(fiches, chosen) {
  return Object.fromEntries(
    Object.keys(chosen).map((facet) => [facet, tally(filterFiches(fiches, chosen, facet), facet)]),
  );
}

/**
 * The fiches in a sort order; "domein" is the page's own order. Equal fiches keep the order they came in.
 * @param {readonly Fiche[]} fiches in page order
 * @param {string} sort domein | relevantie | titel | start | volledig | afstand
 * @param {readonly string[] | null} ranking slugs, best first, when there was a search
 * @param {ReadonlyMap<string, number>} [far] how far each fiche is, by slug; one that is nowhere comes last
 * @returns {Fiche[]}
 */
export function sortFiches(fiches, sort, ranking, far = new Map()) {
  if (sort === "titel") return [...fiches].sort((a, b) => COLLATOR.compare(a.titel, b.titel));
  if (sort === "start") return [...fiches].sort(newestFirst);
  if (sort === "volledig") return [...fiches].sort((a, b) => b.ingevuld - a.ingevuld);
  if (sort === "afstand") return [...fiches].sort((a, b) => compare(far.get(a.slug), far.get(b.slug)));
  if (sort === "relevantie" && ranking) return byRank(fiches, ranking);
  return [...fiches];
}

/**
 * The fiches a search found, in page order; all of them when there was none.
 * @param {readonly Fiche[]} fiches
 * @param {readonly string[] | null} ranking
 * @returns {readonly Fiche[]}
 */
export function hitsOf(fiches, ranking) {
  if (!ranking) return fiches;
  const found = new Set(ranking);
  return fiches.filter((fiche) => found.has(fiche.slug));
}

/**
 * Whether every word of a query begins a word of the names ("kor", "courtrai" and "8500" find Kortrijk).
 * @param {readonly string[]} names
 * @param {string} query
 * @returns {boolean}
 */
export function matchesNames(names, query) {
  const words = names.flatMap(fold);
  return fold(query).every((part) => words.some((word) => word.startsWith(part)));
}

/**
 * @param {Fiche} fiche
 * @param {string} facet
 * @param {readonly string[]} values
 */
const hasAny = (fiche, facet, values) => valuesOf(fiche, facet).some((value) => values.includes(value));

/**
 * @param {Fiche} fiche
 * @param {string} facet
 * @returns {readonly string[]}
 */
const valuesOf = (fiche, facet) => fiche[facet] ?? [];

/**
 * @param {readonly Fiche[]} fiches
 * @param {string} facet
 */
function tally(fiches, facet) {
  const counts = new Map();
  for (const fiche of fiches)
    for (const value of new Set(valuesOf(fiche, facet))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * ISO dates of any precision compare as text; a fiche without a start ("") comes last.
 * @param {Fiche} a
 * @param {Fiche} b
 */
const newestFirst = (a, b) => (a.start === b.start ? 0 : a.start < b.start ? 1 : -1);

/** Numbers in order, none at the end. */
const compare = (/** @type {number | undefined} */ a, /** @type {number | undefined} */ b) =>
  a === b ? 0 : (a ?? Infinity) - (b ?? Infinity);

/**
 * @param {readonly Fiche[]} fiches
 * @param {readonly string[]} ranking
 */
function byRank(fiches, ranking) {
  const rank = new Map(ranking.map((slug, place) => [slug, place]));
  const place = (/** @type {Fiche} */ fiche) => rank.get(fiche.slug) ?? Infinity;
  return fiches.filter((fiche) => rank.has(fiche.slug)).sort((a, b) => place(a) - place(b));
}
