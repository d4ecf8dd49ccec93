/** The page that lines up fiches: a column for each, a row for each fact. */

import { findIn, make, makeButton, makeDrawing, makeLink } from "./elements.js";
import { partsOf } from "./fiche_pages.js";
import { fetchAll, makeCopy, makeSave, openChoice, showInAddress } from "./own_choice.js";
import { makePaper } from "./paper.js";
import { remove } from "./selection.js";
import {
  checked, comparedLine, compareRows, comparison, fact, loading, notGiven, saidTakenOut, takeOut,
} from "./choice_words.js";
import { COLUMNS, titled } from "./words.js";

/**
 * @typedef {import("./fiche_pages.js").Fiche} Fiche
 * @typedef {readonly [size: string, lines: string]} Fit
 */

/**
 * How the table is made to fit on one sheet, from comfortable to small, and then with fewer lines a cell.
 * @type {readonly Fit[]}
 */
const FITS = [
  ["9pt", "none"], ["8.5pt", "none"], ["8pt", "none"], ["7.5pt", "none"], ["7pt", "none"], ["6.5pt", "none"],
  ["6.5pt", "12"], ["6.5pt", "9"], ["6.5pt", "7"], ["6.5pt", "6"], ["6.5pt", "5"], ["6.5pt", "4"], ["6.5pt", "3"],
  ["6pt", "3"], ["6pt", "2"],
];
const SMALLEST = FITS[FITS.length - 1];

const main = /** @type {HTMLElement} */ (document.querySelector("[data-vergelijk]"));
const find = findIn(main);
const status = find("[data-zegt]");
const trouble = find("[data-moeite]");
const place = find("[data-tabel]");
let slugs = /** @type {string[]} */ ([]);
let unknown = "";
let failed = false;
let turn = 0; // of the drawing that counts: what an older one brings is ignored

const offerSave = makeSave(/** @type {HTMLButtonElement} */ (find("[data-bewaar]")), () => slugs, (words) => {
  offerSave();
  find("[data-kopieer]").focus();
  say(words);
});
makeCopy(find("[data-kopieer]"), say);
find("[data-druk]").addEventListener("click", () => print());
new ResizeObserver(() => {
  place.tabIndex = place.scrollWidth > place.clientWidth ? 0 : -1;
}).observe(place);
open();

async function open() {
  say(loading());
  const choice = await openChoice(main);
  slugs = choice.slugs;
  unknown = choice.trouble;
  failed = choice.failed;
  if (slugs.length) showInAddress(slugs);
  await draw("");
}

/** @param {string} happened in a sentence, or "" */
async function draw(happened) {
  const mine = ++turn;
  const { fiches, trouble: missing } = await fetchAll(slugs.slice(0, COLUMNS));
  if (mine !== turn) return;
  trouble.textContent = [unknown, missing].filter(Boolean).join(" ");
  find("[data-leeg]").hidden = failed || slugs.length > 0;
  find("[data-knoppen]").hidden = place.hidden = !fiches.length;
  place.replaceChildren(...(fiches.length ? [makeTable(fiches)] : []));
  offerSave();
  say([happened, fiches.length ? comparedLine(slugs.length, fiches.length) : ""].filter(Boolean).join(" "));
  fit(mine).catch(() => setFit(main, SMALLEST)); // what cannot be measured must fit all the same
}

/** @param {readonly Fiche[]} fiches */
function makeTable(fiches) {
  const table = make("table", "vergelijking");
  table.dataset.aantal = String(fiches.length);
  const caption = make("caption", "voor-lezer", comparison());
  const head = make("thead");
  const top = make("tr");
  const corner = make("th", "", "");
  corner.setAttribute("scope", "col");
  corner.append(make("span", "voor-lezer", fact()));
  top.append(corner, ...fiches.map(makeColumn));
  head.append(top);
  const body = make("tbody");
  body.append(...compareRows().map(([name, field]) => makeRow(name, field, fiches)));
  table.append(caption, head, body);
  return table;
}

/** @param {Fiche} fiche */
function makeColumn(fiche) {
  const cell = make("th", fiche.article.className.replace("fiche", "").trim());
  cell.setAttribute("scope", "col");
  cell.setAttribute("abbr", fiche.title); // what is read with each cell below: not the button too
  const tab = fiche.article.querySelector(".tab")?.cloneNode(true) ?? "";
  const title = make("span", "vergelijking-titel");
  const link = makeLink(`../praktijken/${fiche.slug}/`, fiche.title);
  link.lang = fiche.lang;
  title.append(link);
  const button = makeButton("als-link", takeOut());
  button.dataset.weg = fiche.slug;
  button.append(Object.assign(make("span", "voor-lezer", titled(fiche.title)), { lang: fiche.lang }));
  button.addEventListener("click", () => takeAway(fiche));
  cell.append(tab, title, button);
  return cell;
}

/**
 * @param {string} name
 * @param {string} field
 * @param {readonly Fiche[]} fiches
 */
function makeRow(name, field, fiches) {
  const row = make("tr");
  const head = make("th", "", name);
  head.setAttribute("scope", "row");
  row.append(head, ...fiches.map((fiche) => makeCell(fiche, field)));
  return row;
}

/**
 * @param {Fiche} fiche
 * @param {string} field
 */
function makeCell(fiche, field) {
  const cell = make("td", fiche.article.className.replace("fiche", "").trim());
  const value = make("div", "waarde-binnen");
  value.append(...(field === "bewijs" ? evidence(fiche) : partsOf(fiche, field)));
  for (const part of value.querySelectorAll("small:has([data-veld])")) part.remove();
  for (const list of value.querySelectorAll(".cijferband")) list.className = "rijen";
  for (const small of value.querySelectorAll("small")) small.before(" ");
  for (const label of value.querySelectorAll(".veld")) if (label.textContent === checked()) label.remove();
  if (!value.textContent?.trim()) value.replaceChildren(make("span", "stil", notGiven()));
  cell.append(value);
  return cell;
}

/**
 * The four bars, with the word and what it rests on.
 * @param {Fiche} fiche
 */
function evidence(fiche) {
  const word = make("b", "", partsOf(fiche, "bewijs").map((part) => part.textContent).join(""));
  const steps = [...fiche.article.querySelectorAll(".trap-schaal li")];
  const bars = steps.map((step, place) => {
    const full = step.classList.contains("vol") ? "vol" : "ledig";
    return /** @type {const} */ (["rect", { x: String(place * 25), width: "21", height: "8", class: full }]);
  });
  return [makeDrawing(96, 8, { class: "trap" }, bars), word, ...partsOf(fiche, "bewijs-toelichting")];
}

/**
 * Its button is gone: the focus goes to that of the column which took its place.
 * @param {Fiche} fiche
 */
async function takeAway(fiche) {
  const at = slugs.indexOf(fiche.slug);
  slugs = remove(slugs, fiche.slug);
  showInAddress(slugs);
  await draw(saidTakenOut(fiche.title, slugs.length));
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-weg]"));
  (buttons[Math.min(at, buttons.length - 1)] ?? find("[data-leeg] a")).focus();
}

/**
 * Find the largest type in which the comparison fits on one sheet.
 * @param {number} mine the turn of the drawing
 */
async function fit(mine) {
  if (place.hidden) return;
  const paper = await makePaper("blad-vergelijking");
  const copy = /** @type {HTMLElement} */ (main.cloneNode(true));
  await paper.lay(copy);
  const room = paper.body.clientHeight;
  const fits = FITS.find((fit) => {
    setFit(copy, fit);
    return copy.getBoundingClientRect().height <= room;
  });
  paper.remove();
  if (mine === turn) setFit(main, fits ?? SMALLEST);
}

/**
 * @param {HTMLElement} page
 * @param {Fit} fit
 */
function setFit(page, [size, lines]) {
  page.style.setProperty("--maat", size);
  page.style.setProperty("--regels", lines);
  page.classList.toggle("ingekort", lines !== "none");
}

/** @param {string} words */
function say(words) {
  status.textContent = words;
}
