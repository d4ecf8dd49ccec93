/**
 * A star on every card and every fiche, and the tray that shows what is chosen. The stars are set once for each card
 * that is served, before the catalogue's script takes cards out of the page and puts them back.
 */

import { inItem, make, makeButton, makeDrawing } from "./elements.js";
import { add, MOST, remove, selection } from "./selection.js";
import { makeTray } from "./tray.js";
import { full, keepFiche, keepWord, keptFiche, keptWord, saidKept, saidTaken, titled } from "./words.js";

/**
 * @typedef {object} Star
 * @property {HTMLButtonElement} button
 * @property {Element} word
 * @property {boolean} large on a fiche's own page
 */

/** @type {Map<string, Star[]>} */
const stars = new Map();
const mould = makeMould();
let chosen = selection.read();

for (const card of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".kaart[data-slug]"))) {
  const title = card.querySelector(".kaart-titel");
  title?.after(makeStar(card.dataset.slug ?? "", title, false));
}
const fiche = /** @type {HTMLElement | null} */ (document.querySelector("article[data-fiche]"));
if (fiche) {
  const star = makeStar(fiche.dataset.fiche ?? "", fiche.querySelector("h1"), true);
  fiche.querySelector(".acties")?.prepend(inItem(star));
}

const tray = makeTray(change);
for (const slug of chosen) mark(slug);
tray.show(chosen);
document.addEventListener("click", (event) => {
  const button = /** @type {Element} */ (event.target).closest?.("[data-ster]");
  if (button instanceof HTMLButtonElement) press(button);
});
selection.follow(() => {
  chosen = marked(selection.read());
  tray.show(chosen);
});
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  chosen = marked(selection.read());
  tray.show(chosen);
});

/**
 * The list is read again first: another window may have changed it.
 * @param {HTMLButtonElement} button
 */
function press(button) {
  const slug = button.dataset.ster ?? "";
  const title = button.dataset.titel ?? "";
  const before = selection.read();
  if (before.includes(slug)) return change(remove(before, slug), saidTaken(title, before.length - 1));
  if (before.length >= MOST) return tray.say(full(MOST), true);
  change(add(before, [slug]), saidKept(title, before.length + 1));
}

/**
 * @param {string[]} slugs
 * @param {string} said
 */
function change(slugs, said) {
  selection.write(slugs);
  chosen = marked(slugs);
  tray.show(chosen);
  tray.say(said);
}

/**
 * Set right the stars of what is no longer chosen and of what is.
 * @param {string[]} slugs
 */
function marked(slugs) {
  const before = chosen;
  chosen = slugs;
  for (const slug of new Set([...before, ...slugs])) mark(slug);
  return slugs;
}

/** @param {string} slug */
function mark(slug) {
  const on = chosen.includes(slug);
  for (const { button, word, large } of stars.get(slug) ?? []) {
    button.setAttribute("aria-pressed", String(on));
    word.textContent = large ? (on ? keptFiche() : keepFiche()) : on ? keptWord() : keepWord();
  }
}

/**
 * @param {string} slug
 * @param {Element | null} heading its title
 * @param {boolean} large
 */
function makeStar(slug, heading, large) {
  const title = heading?.textContent ?? "";
  const button = /** @type {HTMLButtonElement} */ (mould.cloneNode(true));
  const [, word, name] = /** @type {HTMLCollectionOf<HTMLElement>} */ (button.children);
  button.dataset.ster = slug;
  button.dataset.titel = title;
  button.classList.toggle("ster-groot", large);
  word.textContent = large ? keepFiche() : keepWord();
  name.textContent = titled(title);
  name.lang = (heading?.querySelector("[lang]") ?? heading)?.closest("[lang]")?.getAttribute("lang") ?? "";
  stars.set(slug, [...(stars.get(slug) ?? []), { button, word, large }]);
  return button;
}

function makeMould() {
  const button = makeButton("ster");
  button.setAttribute("aria-pressed", "false");
  const star = { d: "M10 2.4l2.35 4.9 5.25.75-3.8 3.75.9 5.3-4.7-2.5-4.7 2.5.9-5.3-3.8-3.75 5.25-.75z" };
  const icon = makeDrawing(20, 20, { class: "icoon" }, [["path", star]]);
  button.append(icon, make("span", "ster-woord"), make("span", "voor-lezer"));
  return button;
}
