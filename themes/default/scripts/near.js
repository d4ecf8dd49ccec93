/**
 * Where things are: which municipality someone means, and how far it is. Pure: text and degrees in, slugs and kilometres
 * out.
 */

import { distance, fold } from "./spelling.js";

/**
 * @typedef {object} Town a municipality of today
 * @property {string} slug
 * @property {string} naam
 * @property {readonly string[]} ook its other names: in French, and its postcodes
 * @property {readonly string[]} vroeger names that a merger took
 * @property {string} provincie its slug
 * @property {number} lat degrees north
 * @property {number} lon degrees east
 * @property {number} fiches
 */

const EARTH = 6371; // mean radius, kilometres
const MATCHES_AT_MOST = 8;

/**
 * The municipalities that a name, a former name or a postcode stands for: exactly that, else those it begins, else those
 * a typing error away.
 * @param {readonly Town[]} towns
 * @param {string} text
 * @returns {Town[]} by name, at most eight
 */
export function findTowns(towns, text) {
  const asked = fold(text).join(" ");
  if (!asked) return [];
  const named = (/** @type {(name: string) => boolean} */ fits) => towns.filter((town) => namesOf(town).some(fits));
  const ways = [
    (/** @type {string} */ name) => name === asked,
    (/** @type {string} */ name) => name.startsWith(asked),
    (/** @type {string} */ name) => asked.length > 3 && !/^\d/.test(asked) && distance(name, asked, 1) <= 1,
  ];
  for (const way of ways) {
    const found = named(way);
    if (found.length) return found.slice(0, MATCHES_AT_MOST);
  }
  return [];
}

/**
 * The former name by which someone found a municipality; "" when it still bears the name.
 * @param {Town} town
 * @param {string} text
 * @returns {string}
 */
export function formerName(town, text) {
  const asked = fold(text).join(" ");
  return town.vroeger.find((name) => fold(name).join(" ") === asked) ?? "";
}

/**
 * The distance between two points on the globe, in kilometres (haversine).
 * @param {{lat: number, lon: number}} a
 * @param {{lat: number, lon: number}} b
 * @returns {number}
 */
export function kilometres(a, b) {
  const [north, south] = [radians(a.lat), radians(b.lat)];
  const half = Math.sin((south - north) / 2) ** 2;
  const across = Math.cos(north) * Math.cos(south) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(half + across));
}

/**
 * How far each fiche is from a municipality: the nearest of its own. A fiche without municipalities has no distance.
 * @param {readonly {slug: string, gemeente?: readonly string[]}[]} fiches
 * @param {readonly Town[]} towns
 * @param {string} from its slug
 * @returns {Map<string, number>} kilometres by the slug of the fiche; empty when there is no such municipality
 */
export function distances(fiches, towns, from) {
  const bySlug = new Map(towns.map((town) => [town.slug, town]));
  const here = bySlug.get(from);
  const far = new Map();
  if (!here) return far;
  for (const { slug, gemeente = [] } of fiches) {
    const there = gemeente.map((each) => bySlug.get(each)).filter((town) => town !== undefined);
    if (there.length) far.set(slug, Math.min(...there.map((town) => kilometres(here, town))));
  }
  return far;
}

/**
 * The fiches that are nearest, the first in page order of those as far; those that are nowhere are left out.
 * @template {{slug: string}} F
 * @param {readonly F[]} fiches
 * @param {ReadonlyMap<string, number>} far
 * @param {number} most
 * @returns {F[]}
 */
export function nearest(fiches, far, most) {
  const km = (/** @type {F} */ { slug }) => far.get(slug) ?? Infinity;
  return fiches.filter(({ slug }) => far.has(slug)).sort((a, b) => km(a) - km(b)).slice(0, most);
}

/** @param {Town} town */
const namesOf = ({ naam, ook, vroeger }) => [naam, ...ook, ...vroeger].map((each) => fold(each).join(" "));

/** @param {number} degrees */
const radians = (degrees) => (degrees * Math.PI) / 180;
