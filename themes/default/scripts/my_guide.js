/** The reader's own guide: the chosen fiches as a booklet with a title, contents and page numbers. */

import { measure, printsNumbers } from "./booklet.js";
import { domainOf, makeEntry } from "./booklet_entry.js";
import { findIn, make } from "./elements.js";
import { fetchAll, makeCopy, makeSave, openChoice, showInAddress } from "./own_choice.js";
import { startPages } from "./paging.js";
import { move, remove, selection, tidyTitle, TITLE } from "./selection.js";
import {
  guideLine, loading, madeOn, onPage, ownTitle, saidFirst, saidLast, saidMoved, saidTakenOut,
} from "./choice_words.js";
import { fiches as countOf } from "./words.js";

/**
 * @typedef {import("./fiche_pages.js").Fiche} Fiche
 * @typedef {import("./booklet_entry.js").Entry} Entry
 */

const REST = 400; // milliseconds without a change before the address is written and the pages are counted again

const main = /** @type {HTMLElement} */ (document.querySelector("[data-gids]"));
const find = findIn(main);
const field = /** @type {HTMLInputElement} */ (find("#titel"));
const contents = find("[data-inhoud]");
const cover = find("[data-voorblad]");
const bodies = find("[data-fiches]");
const siteTitle = document.title;
const say = (/** @type {string} */ words) => {
  find("[data-zegt]").textContent = words;
};

/** @type {Map<string, Entry>} */
const entries = new Map();
let slugs = /** @type {string[]} */ ([]);
let own = false;
let turn = 0;
let timer = 0;

const offerSave = makeSave(/** @type {HTMLButtonElement} */ (find("[data-bewaar]")), () => slugs, (words) => {
  offerSave();
  find("[data-kopieer]").focus();
  say(words);
});
makeCopy(find("[data-kopieer]"), say);
find("[data-druk]").addEventListener("click", async () => {
  await count();
  print();
});
field.maxLength = TITLE;
field.addEventListener("input", () => {
  showTitle();
  settleSoon();
});
field.addEventListener("change", () => showInAddress(slugs, field.value));
contents.addEventListener("click", (event) => {
  const button = /** @type {Element} */ (event.target).closest("button");
  if (button) press(button);
});
open();

async function open() {
  say(loading());
  const choice = await openChoice(main);
  const { fiches, trouble } = await fetchAll(choice.slugs);
  slugs = choice.slugs;
  own = choice.own;
  field.value = choice.title;
  for (const fiche of fiches) entries.set(fiche.slug, makeEntry(fiche));
  find("[data-moeite]").textContent = [choice.trouble, trouble].filter(Boolean).join(" ");
  if (slugs.length) showInAddress(slugs, field.value);
  find("[data-leeg]").hidden = choice.failed || slugs.length > 0;
  draw();
  say(entries.size ? guideLine(entries.size) : "");
  await count();
}

/** Show the fiches in the order of *slugs*: those that are shown already are moved, not made again. */
function draw() {
  const shown = entriesInOrder();
  find("[data-werk]").hidden = find("[data-boekje]").hidden = !shown.length;
  contents.replaceChildren(...shown.map(({ item }) => item));
  bodies.replaceChildren(...shown.map(({ section }) => section));
  for (const [place, { item }] of shown.entries()) {
    item.querySelector("[data-op]")?.setAttribute("aria-disabled", String(place === 0));
    item.querySelector("[data-neer]")?.setAttribute("aria-disabled", String(place === shown.length - 1));
  }
  drawTabs(shown);
  showTitle();
  offerSave();
}

/** Those that could be fetched. */
const entriesInOrder = () => slugs.map((slug) => entries.get(slug)).filter((entry) => entry !== undefined);

/**
 * The cover shows the tab of each domain once, at its own place.
 * @param {readonly Entry[]} shown
 */
function drawTabs(shown) {
  const names = [...new Set(shown.map(({ fiche }) => domainOf(fiche)))];
  const tabs = names.map((name) => {
    const line = make("li", name);
    const tab = shown.find(({ fiche }) => domainOf(fiche) === name)?.fiche.article.querySelector(".tab");
    line.append(make("span", "tab", tab?.textContent ?? ""));
    return line;
  });
  const list = find("[data-tabs]");
  list.replaceChildren(...tabs);
  list.append(...tabs.sort((one, other) => slotOf(one) - slotOf(other)));
  find("[data-telling]").textContent = madeOn(countOf(shown.length), new Date());
}

/** @param {Element} line whose place in the box comes from the styles */
const slotOf = (line) => Number(getComputedStyle(line).getPropertyValue("--slot"));

function showTitle() {
  const title = tidyTitle(field.value);
  find("[data-titel]").textContent = title || ownTitle();
  document.title = title || siteTitle;
}

/** @param {HTMLButtonElement} button */
function press(button) {
  const slug = button.closest("li")?.dataset.fiche ?? "";
  const entry = entries.get(slug);
  if (!entry) return;
  if (button.matches("[data-weg]")) takeAway(entry);
  else shift(entry, button, button.matches("[data-op]") ? -1 : 1);
}

/**
 * The focus stays on the button, which moves along.
 * @param {Entry} entry
 * @param {HTMLButtonElement} button
 * @param {number} step
 */
function shift({ fiche: { slug, title } }, button, step) {
  if (button.ariaDisabled === "true") return say(step < 0 ? saidFirst(title) : saidLast(title));
  const shown = entriesInOrder().map(({ fiche }) => fiche.slug);
  const order = move(shown, slug, step);
  change([...order, ...slugs.filter((each) => !entries.has(each))]);
  button.focus();
  say(saidMoved(title, order.indexOf(slug) + 1, order.length));
}

/**
 * The focus goes to the fiche that took its place, or to the way on when there is none.
 * @param {Entry} entry
 */
function takeAway({ fiche: { slug, title } }) {
  const at = entriesInOrder().findIndex(({ fiche }) => fiche.slug === slug);
  entries.delete(slug);
  change(remove(slugs, slug));
  find("[data-leeg]").hidden = slugs.length > 0;
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (contents.querySelectorAll("[data-weg]"));
  (buttons[Math.min(at, buttons.length - 1)] ?? find("[data-leeg] a")).focus();
  say(saidTakenOut(title, entries.size));
}

/** @param {string[]} changed */
function change(changed) {
  slugs = changed;
  if (own) selection.write(slugs);
  showInAddress(slugs, field.value);
  draw();
  showPages(null);
  settleSoon();
}

/** Not at every letter: a browser refuses a page that changes its address a hundred times in half a minute. */
function settleSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    showInAddress(slugs, field.value);
    count();
  }, REST);
}

/** Count the pages of every part, and put in the contents where each fiche starts. */
async function count() {
  const shown = entriesInOrder();
  const mine = ++turn;
  clearTimeout(timer);
  if (!printsNumbers() || !shown.length) return;
  const front = [cover, find("[data-inhoudsblad]")].map((element) => ({ key: "", element }));
  const parts = [...front, ...shown.map(({ fiche, section }) => ({ key: fiche.slug, element: section }))];
  const lengths = await measure(parts);
  if (mine !== turn) return;
  for (const [place, { element }] of parts.entries()) element.style.setProperty("--bladen", String(lengths[place]));
  showPages(startPages(lengths).slice(front.length));
}

/** @param {readonly (number | null)[] | null} pages */
function showPages(pages) {
  for (const [place, { number }] of entriesInOrder().entries()) {
    const page = pages?.[place];
    number.textContent = page ? onPage(page) : "";
  }
}
