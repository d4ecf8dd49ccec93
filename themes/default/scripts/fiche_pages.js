/**
 * The pages of other fiches, fetched to show parts of them here: the fiche's own page is the only place where its facts
 * stand, so nothing can differ.
 */

import { rebase } from "./address.js";
import { readJson, ROOT } from "./site.js";

const WAY = "../"; // both pages that show fiches stand one folder below the root

/**
 * @typedef {object} Fiche
 * @property {string} slug
 * @property {string} title
 * @property {string} lang the language of its own words
 * @property {HTMLElement} article the fiche, ready to be shown here: its links lead where they should, its ids are its own
 * @property {string} canonical its full address, or ""
 * @property {string} pdf its PDF, or ""
 */

/**
 * The slugs of all fiches of the catalogue.
 * @returns {Promise<Set<string>>}
 */
export async function knownSlugs() {
  const { fiches } = await readJson(new URL("data/fiches.json", ROOT));
  return new Set(fiches.map((/** @type {{slug: string}} */ { slug }) => slug));
}

/** @type {Map<string, Promise<Fiche | null>>} */
const fetched = new Map();

/**
 * @param {string} slug
 * @returns {Promise<Fiche | null>} null when it cannot be had
 */
export function fetchFiche(slug) {
  const fiche = fetched.get(slug) ?? load(slug).catch(() => null);
  fetched.set(slug, fiche);
  return fiche;
}

/**
 * The parts of a fiche that tell one thing, copied.
 * @param {Fiche} fiche
 * @param {string} field
 * @returns {Node[]}
 */
export function partsOf({ article }, field) {
  const parts = [...article.querySelectorAll(`[data-veld="${field}"]`)];
  return parts.flatMap((part) => (part.matches("ul, ol, p") ? [part.cloneNode(true)] : insideOf(part)));
}

/** @param {Element} part */
const insideOf = (part) => [.../** @type {Element} */ (part.cloneNode(true)).childNodes];

/**
 * @param {string} slug
 * @returns {Promise<Fiche>}
 */
async function load(slug) {
  const address = new URL(`praktijken/${slug}/`, ROOT).href;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const article = page.querySelector("article[data-fiche]");
  if (!article) throw new Error(`no fiche at ${address}`);
  const own = /** @type {HTMLElement} */ (document.importNode(article, true));
  settle(own, address, slug);
  const title = own.querySelector("h1");
  return {
    slug,
    title: title?.textContent ?? slug,
    lang: title?.lang || page.documentElement.lang,
    article: own,
    canonical: page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? "",
    pdf: own.querySelector("[data-pdf]")?.getAttribute("href") ?? "",
  };
}

/**
 * Make copied parts fit in this page, where the notes of each fiche have names of their own.
 * @param {HTMLElement} copy
 * @param {string} address where they come from
 * @param {string} slug
 */
function settle(copy, address, slug) {
  for (const script of copy.querySelectorAll("script")) script.remove();
  for (const link of copy.querySelectorAll("a[href^='#']")) link.setAttribute("href", `#${slug}.${link.hash.slice(1)}`);
  for (const name of ["href", "src"]) {
    for (const element of copy.querySelectorAll(`[${name}]:not([href^="#"])`)) {
      element.setAttribute(name, rebase(element.getAttribute(name) ?? "", address, ROOT.href, WAY));
    }
  }
  for (const element of copy.querySelectorAll("[aria-labelledby]")) {
    const names = (element.getAttribute("aria-labelledby") ?? "").split(" ");
    const label = names.map((id) => copy.querySelector(`#${CSS.escape(id)}`)?.textContent ?? "").join(" ").trim();
    element.removeAttribute("aria-labelledby");
    if (label) element.setAttribute("aria-label", label);
  }
  for (const element of copy.querySelectorAll("[id]")) element.id = `${slug}.${element.id}`;
}
