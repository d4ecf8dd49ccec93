/**
 * What a query names that can be filtered by: a municipality, a postcode, a province, a domain, a target group. Pure.
 */

import { fold, wordsIn } from "./spelling.js";

/**
 * @typedef {object} Named a facet value
 * @property {string} facet
 * @property {string} value
 * @property {readonly string[]} names everything it goes by
 *
 * @typedef {object} Recognised
 * @property {string} facet
 * @property {string} value
 * @property {string} typed its name as it stands in the query
 * @property {string} rest the query without it
 */

/**
 * The facet values whose name stands in a query, those that take up most of it first; of two that share words only the
 * longer, so that "Sint-Niklaas" is not also another place.
 * @param {string} query
 * @param {readonly Named[]} values
 * @returns {Recognised[]}
 */
export function recognise(query, values) {
  const words = wordsIn(query);
  const found = values.flatMap(({ facet, value, names }) => {
    const places = names.map((name) => placeOf(fold(name), words)).filter((place) => place !== null);
    const [longest] = places.sort((a, b) => b.length - a.length);
    return longest ? [{ facet, value, place: longest }] : [];
  });
  found.sort((a, b) => b.place.length - a.place.length);
  const longest = found.filter(({ place }, at) => !found.slice(0, at).some((other) => within(place, other.place)));
  return longest.map(({ facet, value, place }) => ({ facet, value, ...split(query, words, place) }));
}

/**
 * @typedef {ReturnType<typeof wordsIn>[number]} Word with its place in the text
 * @typedef {{at: number, length: number}} Stretch of words
 */

/**
 * @param {readonly string[]} name
 * @param {readonly Word[]} words
 * @returns {Stretch | null}
 */
function placeOf(name, words) {
  if (!name.length) return null;
  const at = words.findIndex((_, start) => name.every((part, offset) => words[start + offset]?.folded === part));
  return at < 0 ? null : { at, length: name.length };
}

/**
 * @param {Stretch} small
 * @param {Stretch} large
 */
const within = (small, large) =>
  small.length < large.length && small.at >= large.at && small.at + small.length <= large.at + large.length;

/**
 * @param {string} query
 * @param {readonly Word[]} words
 * @param {Stretch} place
 */
function split(query, words, { at, length }) {
  const [from, to] = [words[at].from, words[at + length - 1].to];
  const rest = `${query.slice(0, from)} ${query.slice(to)}`.replace(/\s+/g, " ").trim();
  return { typed: query.slice(from, to), rest };
}
