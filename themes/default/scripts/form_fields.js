/**
 * Between the fields of the form and what a fiche holds (`gegevens`, and the text below it), both ways. The page says how
 * each field is filled in (data-soort) and what key it is (data-pad).
 */

import { addChip, chipsOf, labelOf, valueOf } from "./form_picker.js";
import { firstControl, rowsOf, setRows } from "./form_rows.js";
import { joinBody, readDate, readNumber, splitBody, writeNumber } from "./form_values.js";

/**
 * @typedef {string | unknown[] | {[key: string]: Value}} Value
 * @typedef {{[key: string]: any}} Gegevens
 * @typedef {Map<string, HTMLElement>} Places the field of each path, as `check` writes it: budget.bedragen[1].euro
 */

/**
 * What the form says: only what is filled in, keys in the order given.
 * @param {HTMLFormElement} form
 * @param {readonly string[]} order
 * @returns {{gegevens: Gegevens, tekst: string, places: Places}}
 */
export function readForm(form, order) {
  const places = new Map();
  const found = readIn(form, "", places);
  const tekst = found.tekst ?? "";
  return { gegevens: Object.fromEntries(order.filter((key) => key in found).map((key) => [key, found[key]])), tekst, places };
}

/**
 * Put a fiche in the form, in the place of all that is in it.
 * @param {HTMLFormElement} form
 * @param {Gegevens} gegevens
 * @param {string} tekst
 */
export const fillForm = (form, gegevens, tekst) => fillIn(form, { ...gegevens, tekst });

/**
 * The field in which the mistake at *path* can be mended: its own, else the nearest one around it.
 * @param {Places} places
 * @param {string} path
 * @returns {HTMLElement | undefined}
 */
export function placeOf(places, path) {
  let at = path;
  while (at && !places.has(at)) at = at.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, "");
  return places.get(at) ?? [...places].find(([key]) => key.startsWith(`${path}.`))?.[1];
}

/**
 * @param {Element} box the form, or a row
 * @returns {HTMLElement[]} the fields in it, without those of rows in it
 */
const fieldsIn = (box) =>
  /** @type {HTMLElement[]} */ ([...box.querySelectorAll("[data-pad]")]).filter((field) => field.parentElement?.closest("[data-rij], form") === box);

/**
 * @param {Element} box
 * @param {string} path
 * @param {Places} places
 */
function readIn(box, path, places) {
  /** @type {Gegevens} */
  const found = {};
  for (const field of fieldsIn(box)) {
    const key = field.dataset.pad ?? "";
    places.set(path + key, field);
    const value = readField(field, path + key, places);
    const [first, below] = key.split(".");
    if (!value.length && !Object.keys(value).length) continue;
    if (below) (found[first] ??= {})[below] = value;
    else found[first] = value;
  }
  return found;
}

/** @returns {any} */
function readField(/** @type {HTMLElement} */ field, /** @type {string} */ path, /** @type {Places} */ places) {
  if (/** @type {HTMLInputElement | null} */ (field.querySelector("[data-onbekend]"))?.checked) return "onbekend";
  switch (field.dataset.soort) {
    case "keuze":
      return /** @type {HTMLInputElement | null} */ (field.querySelector(":checked"))?.value ?? "";
    case "kiezer":
      return chipsOf(field);
    case "groep":
    case "rijen":
      return readRows(field, path, places);
    case "verhaal":
      return readBody(field);
  }
  const typed = controlOf(field).value.trim();
  if (field.dataset.soort === "getal") return readNumber(typed);
  if (field.dataset.soort === "datum") return readDate(typed);
  return field.dataset.soort === "naam" ? valueOf(field, typed) : typed;
}

/** Empty rows do not count, so that a mistake has the place that it has in the fiche. */
function readRows(/** @type {HTMLElement} */ group, /** @type {string} */ path, /** @type {Places} */ places) {
  const found = [];
  for (const row of rowsOf(group)) {
    const here = `${path}[${found.length}]`;
    const value = group.dataset.soort === "rijen" ? controlOf(row).value.trim() : readIn(row, `${here}.`, places);
    places.set(here, row);
    if (value.length || Object.keys(value).length) found.push(value);
  }
  return found;
}

/** As it came, when nothing was changed in it. */
function readBody(/** @type {HTMLElement} */ field) {
  const body = joinedBody(field);
  return body === field.dataset.gelezen ? field.dataset.tekst ?? "" : body;
}

const joinedBody = (/** @type {HTMLElement} */ field) =>
  joinBody(partsOf(field).filter((part) => !part.closest("[hidden]")).map((part) => [part.dataset.kop ?? "", part.value]));

/** @returns {HTMLTextAreaElement[]} */
const partsOf = (/** @type {HTMLElement} */ field) => [...field.querySelectorAll("textarea")];

/**
 * @param {Element} box
 * @param {Gegevens} values
 */
function fillIn(box, values) {
  for (const field of fieldsIn(box)) {
    const [first, below] = (field.dataset.pad ?? "").split(".");
    fillField(field, below ? values[first]?.[below] : values[first]);
    if (values[first] !== undefined) field.closest("details.apart")?.setAttribute("open", "");
  }
}

function fillField(/** @type {HTMLElement} */ field, /** @type {any} */ value) {
  const unknown = /** @type {HTMLInputElement | null} */ (field.querySelector("[data-onbekend]"));
  if (unknown) {
    unknown.checked = String(value ?? "") === "onbekend";
    showKnown(unknown);
  }
  const list = Array.isArray(value) && String(value) !== "onbekend" ? value : [];
  switch (field.dataset.soort) {
    case "keuze":
      for (const radio of field.querySelectorAll("input")) radio.checked = radio.value === (value ?? "");
      return;
    case "kiezer":
      field.querySelector("[data-gekozen]")?.replaceChildren();
      for (const each of list) addChip(field, each);
      return;
    case "groep":
      for (const [place, row] of setRows(field, list.length).entries()) fillIn(row, list[place] ?? {});
      return;
    case "rijen":
      for (const [place, row] of setRows(field, list.length).entries()) controlOf(row).value = list[place] ?? "";
      return;
    case "verhaal":
      return fillBody(field, value);
  }
  const shown = field.dataset.soort === "naam" ? labelOf(field, value ?? "") : value ?? "";
  controlOf(field).value = field.dataset.soort === "getal" ? writeNumber(shown) : shown;
}

function fillBody(/** @type {HTMLElement} */ field, /** @type {string} */ body) {
  const areas = partsOf(field);
  const named = areas.filter((area) => area.dataset.kop);
  const texts = splitBody(body, named.map((area) => area.dataset.kop ?? ""));
  for (const [place, area] of areas.entries()) {
    const whole = !area.dataset.kop;
    area.value = whole ? (texts ? "" : body.trim()) : texts?.[place] ?? "";
    /** @type {HTMLElement} */ (area.parentElement).hidden = whole === Boolean(texts);
  }
  field.dataset.tekst = body;
  field.dataset.gelezen = joinedBody(field);
}

/** Nothing more is asked when the source does not tell. */
export function showKnown(/** @type {HTMLInputElement} */ box) {
  const rest = box.closest("[data-pad]")?.querySelector("[data-als-bekend]");
  if (rest instanceof HTMLElement) rest.hidden = box.checked;
}

/**
 * @param {Element} box
 * @returns {HTMLInputElement}
 */
export const controlOf = (box) => /** @type {HTMLInputElement} */ (box.querySelector("[data-invoer]") ?? firstControl(box));
