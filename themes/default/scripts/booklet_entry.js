/** A fiche in the reader's own guide: its line in the contents, with the buttons that move it, and the fiche in full. */

import { inItem, make, makeButton, makeLink } from "./elements.js";
import { asPdf, down, drop, standsAt, up } from "./choice_words.js";
import { titled } from "./words.js";

/**
 * @typedef {import("./fiche_pages.js").Fiche} Fiche
 *
 * @typedef {object} Entry a fiche in the booklet
 * @property {Fiche} fiche
 * @property {HTMLElement} item its line in the contents
 * @property {HTMLElement} number where the page stands on which it starts
 * @property {HTMLElement} section
 */

/**
 * The class of its main domain, which gives it its colour.
 * @param {Fiche} fiche
 */
export const domainOf = ({ article }) => [...article.classList].find((name) => name.startsWith("domein-")) ?? "";

/**
 * @param {Fiche} fiche
 * @returns {Entry}
 */
export function makeEntry(fiche) {
  const item = make("li", domainOf(fiche));
  item.dataset.fiche = fiche.slug;
  const link = makeLink(`#fiche-${fiche.slug}`, fiche.title);
  link.lang = fiche.lang;
  const name = make("p", "inhoud-naam");
  const [where, domain] = ["[data-veld=waar]", ".tab"].map((part) => fiche.article.querySelector(part)?.textContent?.trim());
  const swatch = make("span", "tabje");
  swatch.setAttribute("aria-hidden", "true");
  const words = make("span");
  words.append(link);
  words.append(" ", make("span", "stil", [where, domain].filter(Boolean).join(" · ")));
  name.append(swatch, words);
  const number = make("span", "inhoud-blad");
  const buttons = make("p", "inhoud-knoppen");
  buttons.append(...[["op", up()], ["neer", down()], ["weg", drop()]].map(([kind, word]) => makeNamed(kind, word, fiche)));
  item.append(name, number, buttons);
  return { fiche, item, number, section: makeSection(fiche) };
}

/**
 * The whole fiche. Its headings stand one level lower than on its own page; they keep their look.
 * @param {Fiche} fiche
 */
function makeSection(fiche) {
  const { article } = fiche;
  const section = make("section", "boekje-fiche");
  section.id = `fiche-${fiche.slug}`;
  section.tabIndex = -1;
  section.setAttribute("aria-label", fiche.title);
  for (const heading of article.querySelectorAll("h1, h2, h3, h4, h5")) {
    heading.setAttribute("aria-level", String(Number(heading.tagName[1]) + 1));
  }
  for (const part of article.querySelectorAll("aside[aria-label], section[aria-label]")) {
    part.setAttribute("aria-label", part.getAttribute("aria-label") + titled(fiche.title));
  }
  article.querySelector(".als-data")?.remove();
  article.querySelector(".acties")?.replaceChildren(...pdfLink(fiche));
  for (const link of article.querySelectorAll(".acties a, .nog-juist")) link.append(makeName(fiche));
  section.append(article);
  if (fiche.canonical) section.append(make("p", "boekje-adres", standsAt(fiche.canonical)));
  return section;
}

/** @param {Fiche} fiche */
function pdfLink({ pdf }) {
  return pdf ? [inItem(makeLink(pdf, asPdf()))] : [];
}

/**
 * @param {string} kind
 * @param {string} word
 * @param {Fiche} fiche
 */
function makeNamed(kind, word, fiche) {
  const button = makeButton("als-link", word);
  button.dataset[kind] = "";
  button.append(makeName(fiche));
  return button;
}

/**
 * What tells it apart from the same link or button of another fiche.
 * @param {Fiche} fiche
 */
const makeName = ({ title, lang }) => Object.assign(make("span", "voor-lezer", titled(title)), { lang });
