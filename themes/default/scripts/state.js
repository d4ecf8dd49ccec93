/**
 * The catalogue's state and its address. What is searched, filtered and sorted is exactly what the address
 * says, so that a link, a reload and the back button all show the same list. Pure: strings in, values out.
 */

/**
 * What one address shows.
 * @typedef {object} State
 * @property {string} q the search words, trimmed; "" = no search
 * @property {boolean} exact whether the words are searched as they were typed, mistakes included
 * @property {string} sort a sort order chosen by hand; "" = the default one (see {@link sortOf})
 * @property {string} from the municipality distances are measured from; "" = none, and only when sorted by distance
 * @property {Readonly<Record<string, readonly string[]>>} facets the chosen values of every facet, in page order
 */

/**
 * What the page offers; an address can ask for nothing else.
 * @typedef {object} Offer
 * @property {Readonly<Record<string, readonly string[]>>} facets every facet with its values
 * @property {readonly string[]} sorts every sort order
 */

/** The sort order that needs to know where the reader is. */
export const BY_DISTANCE = "afstand";

/** A query is cut here: nobody types more, and a pasted document would only slow the search down. */
const MAX_QUERY = 200;

/**
 * The state an address stands for. Unknown parameters, values and sort orders are left out without fuss.
 * @param {string} query the address's query, with or without "?"
 * @param {Offer} offer
 * @returns {State}
 */
export function readState(query, offer) {
  const params = new URLSearchParams(query);
  const values = (/** @type {string} */ facet) => params.getAll(facet).flatMap((value) => value.split(","));
  const text = (/** @type {string} */ name) => params.get(name) ?? "";
  const facets = Object.fromEntries(Object.keys(offer.facets).map((facet) => [facet, values(facet)]));
  const state = { q: text("q"), exact: params.has("letterlijk"), sort: text("sorteer"), from: text("vanuit"), facets };
  return tidyState(state, offer);
}

/**
 * The facet values an address asks that the page does not have: a spelling mistake, or a filter of another day.
 * @param {string} query the address's query, with or without "?"
 * @param {Offer} offer
 * @returns {string[]}
 */
export function strangersIn(query, offer) {
  const params = new URLSearchParams(query);
  const asked = (/** @type {string} */ facet) => params.getAll(facet).flatMap((value) => value.split(",")).filter(Boolean);
  return Object.entries(offer.facets).flatMap(([facet, values]) => asked(facet).filter((value) => !values.includes(value)));
}

/**
 * The one form of a state: known values only, once each and in page order, no spaces around the query, nothing that is
 * the default anyway or means nothing here. Two states that show the same are the same.
 * @param {State} state
 * @param {Offer} offer
 * @returns {State}
 */
export function tidyState(state, offer) {
  const q = state.q.trim().replace(/\s+/g, " ").slice(0, MAX_QUERY);
  const facets = Object.fromEntries(
    Object.entries(offer.facets).map(([facet, values]) => {
      const chosen = new Set(state.facets[facet]);
      return [facet, values.filter((value) => chosen.has(value))];
    }),
  );
  const sort = tidySort(state.sort, q, offer.sorts);
  const from = sort === BY_DISTANCE && /^[a-z0-9-]+$/.test(state.from) ? state.from : "";
  return { q, exact: state.exact && q !== "", sort, from, facets };
}

/**
 * The query of a state's address: "?q=…&domein=…" or "" for the bare catalogue.
 * @param {State} state
 * @returns {string}
 */
export function writeState({ q, exact, sort, from, facets }) {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (exact) params.set("letterlijk", "ja");
  for (const [facet, values] of Object.entries(facets)) for (const value of values) params.append(facet, value);
  if (sort) params.set("sorteer", sort);
  if (from) params.set("vanuit", from);
  const query = params.toString();
  return query && `?${query}`;
}

/**
 * The sort order a state is shown in: the chosen one; else by relevance with a query, by domain without.
 * @param {State} state
 * @returns {string}
 */
export function sortOf({ q, sort }) {
  return sort || defaultSort(q);
}

/**
 * Whether any facet value is chosen.
 * @param {State} state
 * @returns {boolean}
 */
export function isFiltered({ facets }) {
  return Object.values(facets).some((values) => values.length > 0);
}

/** @param {string} q */
const defaultSort = (q) => (q ? "relevantie" : "domein");

/**
 * @param {string} sort
 * @param {string} q
 * @param {readonly string[]} sorts
 */
function tidySort(sort, q, sorts) {
  const meaningless = sort === "relevantie" && !q;
  return meaningless || sort === defaultSort(q) || !sorts.includes(sort) ? "" : sort;
}
