/**
 * The fiches a reader has chosen: an ordered list of slugs, in the browser and in an address. Pure but for
 * {@link selection}: lists in, lists out.
 */

import { kept } from "./kept.js";

/** More would make a guide of hundreds of pages and an address that mail programs break. */
export const MOST = 60;

/** The longest title a guide can have. */
export const TITLE = 120;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const store = kept("selectie");

/** What this browser keeps; another page of the site may write it too. */
export const selection = {
  /** @returns {string[]} */
  read: () => tidy(store.read()),
  /** @param {readonly string[]} slugs */
  write: (slugs) => store.write(slugs.length ? [...slugs] : null),
  follow: store.follow,
};

/**
 * The slugs of anything: each once, in order, and no more than there may be.
 * @param {unknown} value
 * @returns {string[]}
 */
export const tidy = (value) => unique(value).slice(0, MOST);

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function unique(value) {
  const texts = Array.isArray(value) ? value.filter((each) => typeof each === "string" && SLUG.test(each)) : [];
  return [...new Set(texts)];
}

/**
 * What an address asks for.
 * @param {string} query with or without "?"
 * @returns {{slugs: string[] | null, beyond: number, title: string}} *slugs* is null when the address says nothing of
 *   fiches; *beyond* are those for which there is no room
 */
export function readAddress(query) {
  const params = new URLSearchParams(query);
  const asked = unique(params.getAll("f").flatMap((each) => each.split(",")));
  const slugs = params.has("f") ? asked.slice(0, MOST) : null;
  return { slugs, beyond: Math.max(0, asked.length - MOST), title: tidyTitle(params.get("titel") ?? "") };
}

/**
 * The query that {@link readAddress} reads back.
 * @param {readonly string[]} slugs
 * @param {string} [title]
 * @returns {string}
 */
export function writeAddress(slugs, title = "") {
  const name = tidyTitle(title);
  return `?f=${slugs.join(",")}${name && `&titel=${encodeURIComponent(name)}`}`;
}

/** @param {string} title one line, and no half characters at its end */
export const tidyTitle = (title) => [...title.replace(/\s+/g, " ").trim()].slice(0, TITLE).join("").trim();

/**
 * @param {readonly string[]} slugs
 * @param {string} slug
 * @returns {string[]} with *slug* at the end, or without it
 */
export const toggle = (slugs, slug) => (slugs.includes(slug) ? remove(slugs, slug) : add(slugs, [slug]));

/**
 * @param {readonly string[]} slugs
 * @param {readonly string[]} more
 * @returns {string[]}
 */
export const add = (slugs, more) => tidy([...slugs, ...more]);

/**
 * @param {readonly string[]} slugs
 * @param {string} slug
 * @returns {string[]}
 */
export const remove = (slugs, slug) => slugs.filter((each) => each !== slug);

/**
 * @param {readonly string[]} slugs
 * @param {string} slug
 * @param {number} step -1 is one place up, 1 one place down; at the end of the list nothing moves
 * @returns {string[]}
 */
export function move(slugs, slug, step) {
  const from = slugs.indexOf(slug);
  const to = from + step;
  if (from < 0 || to < 0 || to >= slugs.length) return [...slugs];
  const moved = remove(slugs, slug);
  moved.splice(to, 0, slug);
  return moved;
}

/**
 * @param {readonly string[]} one
 * @param {readonly string[]} other
 */
export const same = (one, other) => one.length === other.length && one.every((slug, place) => slug === other[place]);

/**
 * The fiches there are of those asked for, under the address they have today.
 * @param {readonly string[]} slugs
 * @param {ReadonlySet<string>} known
 * @param {Readonly<Record<string, string>>} moved former addresses and those of today
 * @returns {string[]}
 */
export function present(slugs, known, moved) {
  return tidy(slugs.map((slug) => (Object.hasOwn(moved, slug) ? moved[slug] : slug)).filter((slug) => known.has(slug)));
}
