/**
 * The page's controls, as a State and back: search field, facets with their counts, sort order, count line.
 */

import { matchesNames } from "./facets.js";
import { sortOf } from "./state.js";
import { badge, countLine, fiches, noneNamed, number } from "./words.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Offer} Offer
 * @typedef {import("./words.js").Found} Found
 *
 * @typedef {object} Choice one facet value
 * @property {string} facet
 * @property {string} group the name of the facet
 * @property {string} value
 * @property {string} label its words
 * @property {string} chip its words where they stand by themselves
 * @property {readonly string[]} names all it goes by, its label first
 * @property {HTMLInputElement} box
 * @property {HTMLElement} row
 * @property {Element | null} count
 *
 * @typedef {object} Controls
 * @property {HTMLFormElement} search
 * @property {HTMLInputElement} query
 * @property {HTMLElement} filters
 * @property {HTMLFormElement} facets
 * @property {HTMLElement} opener
 * @property {HTMLSelectElement} sort
 * @property {HTMLElement | null} sortLabel
 * @property {HTMLElement} chips
 * @property {HTMLElement} offers
 * @property {HTMLElement} paper
 * @property {HTMLElement} place
 * @property {HTMLElement} line
 * @property {Element | null} brief
 * @property {Choice[]} choices
 */

/**
 * @param {HTMLElement} main
 * @returns {Controls}
 */
export function findControls(main) {
  const find = (/** @type {string} */ selector) => /** @type {any} */ (main.querySelector(selector));
  return {
    search: find("[data-zoek]"), query: find("[data-zoek] [name=q]"),
    filters: find("[data-filters]"), facets: find("[data-facetten]"), opener: find("[data-open-filters]"),
    sort: find("[data-sorteer]"), sortLabel: find("[data-sorteer-label]"),
    chips: find("[data-keuzes]"), offers: find("[data-voorstellen]"), paper: find("[data-op-papier]"), place: find("[data-vanuit]"),
    line: find("[data-telling]"), brief: find("[data-telling-kort]"),
    choices: findChoices(main),
  };
}

/**
 * What these controls can express.
 * @param {Controls} controls
 * @returns {Offer}
 */
export function offerOf({ choices, sort }) {
  return { facets: valuesByFacet(choices), sorts: [...sort.options].map((option) => option.value) };
}

/**
 * What the controls say. The sort order is left to the caller: the list shows a default nobody chose.
 * @param {Controls} controls
 * @returns {Pick<State, "q" | "facets">}
 */
export function readControls({ query, choices }) {
  return { q: query.value, facets: valuesByFacet(choices.filter(({ box }) => box.checked)) };
}

/**
 * Make the controls say a state.
 * @param {Controls} controls
 * @param {State} state
 */
export function writeControls(controls, state) {
  controls.query.value = state.q;
  for (const { facet, value, box } of controls.choices) box.checked = state.facets[facet].includes(value);
  for (const { box } of controls.choices.filter(({ box }) => box.checked)) openGroup(box);
  writeSort(controls, state);
}

/** @param {HTMLInputElement} box */
const openGroup = (box) => box.closest("details")?.setAttribute("open", "");

/**
 * Show the sort order of a state; relevance can only be chosen when something is searched.
 * @param {Controls} controls
 * @param {State} state
 */
export function writeSort({ sort }, state) {
  sort.value = sortOf(state);
  for (const option of sort.options) option.disabled = option.value === "relevantie" && !state.q;
}

/**
 * Show the controls that need this script; the filters are the sheet's to show.
 * @param {Controls} controls
 */
export function revealControls({ sort, sortLabel }) {
  sort.hidden = false;
  if (sortLabel) sortLabel.hidden = false;
}

/**
 * Take away what does not work without the data.
 * @param {Controls} controls
 */
export function removeFilters({ filters, opener, sort, sortLabel, chips }) {
  for (const element of [filters, opener, sort, sortLabel, chips]) element?.remove();
}

/**
 * Write the count behind each value; one that would give nothing is disabled, but stays listed.
 * @param {Controls} controls
 * @param {Record<string, Map<string, number>>} counts
 */
export function showCounts({ choices, facets }, counts) {
  for (const { facet, value, box, count } of choices) {
    const amount = counts[facet]?.get(value) ?? 0;
    if (count) count.textContent = number(amount);
    box.disabled = !amount && !box.checked && !box.matches(":focus-visible"); // a disabled box would lose the focus
  }
  for (const marker of facets.querySelectorAll("[data-gekozen]"))
    marker.textContent = badge(marker.closest("details")?.querySelectorAll(":checked").length ?? 0);
}

/**
 * Tell what the list holds. An unchanged line is left alone, or screen readers would read it again.
 * @param {Controls} controls
 * @param {Found} found
 */
export function showCountLine({ line, brief }, found) {
  const { large, rest } = countLine(found);
  if (brief) brief.textContent = fiches(found.count);
  if (line.textContent?.trim() === `${large} ${rest}`.trim()) return;
  const strong = document.createElement("strong");
  strong.textContent = large;
  line.replaceChildren(...(large ? [strong, " "] : []), rest);
}

/**
 * Put the focus on the count line, for when the control that had it is gone.
 * @param {Controls} controls
 */
export function focusCountLine({ line }) {
  line.tabIndex = -1;
  line.focus();
}

/**
 * Let each facet's own search field narrow its long list; what is ticked stays in sight.
 * @param {Controls} controls
 */
export function narrowLists({ facets, choices }) {
  facets.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.facetZoek === undefined) return;
    const group = /** @type {HTMLElement} */ (target.closest("[data-facet]"));
    const own = choices.filter((choice) => choice.facet === group.dataset.facet);
    for (const { row, names, box } of own) row.hidden = !box.checked && !matchesNames(names, target.value);
    const found = own.some(({ names }) => matchesNames(names, target.value));
    const note = group.querySelector("[data-niets]");
    if (note) note.textContent = found ? "" : noneNamed(target.value.trim());
  });
}

/**
 * @param {readonly Choice[]} choices
 * @returns {Record<string, string[]>}
 */
function valuesByFacet(choices) {
  /** @type {Record<string, string[]>} */
  const facets = {};
  for (const { facet, value } of choices) (facets[facet] ??= []).push(value);
  return facets;
}

/**
 * @param {HTMLElement} main
 * @returns {Choice[]}
 */
function findChoices(main) {
  const groups = /** @type {HTMLElement[]} */ ([...main.querySelectorAll("[data-facetten] [data-facet]")]);
  return groups.flatMap((group) => {
    const boxes = /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll("input[type=checkbox]")]);
    return boxes.map((box) => makeChoice(group, box));
  });
}

/**
 * @param {HTMLElement} group
 * @param {HTMLInputElement} box
 * @returns {Choice}
 */
function makeChoice(group, box) {
  const row = /** @type {HTMLElement} */ (box.closest("label"));
  const count = row.querySelector("[data-aantal]");
  const label = [...row.childNodes].filter((node) => node !== count).map((node) => node.textContent).join("").trim();
  const names = [label, ...(row.dataset.namen?.split("|") ?? [])];
  const { naam = "", voorvoegsel = "" } = group.dataset;
  return { facet: box.name, group: naam, value: box.value, label, chip: voorvoegsel + label, names, box, row, count };
}
