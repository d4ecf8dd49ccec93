/**
 * Between the fields of the form and what a fiche holds (`gegevens`, and the text below it), both ways. The page says how
 * each field is filled in (data-soort) and what key it is (data-pad).
 */

import { chipsOf, labelOf, setChips, valueOf } from "./form_picker.js";
import { controlOf, rowsOf, setRows } from "./form_rows.js";
import { joinBody, readDate, readNumber, splitBody, writeNumber } from "./form_values.js";

/** @typedef {Map<string, HTMLElement>} Places the field of each path, as `check` writes it: budget.bedragen[1].euro */

/**
 * What the form says: only what is filled in.
 * @param {HTMLFormElement} form
 * @param {readonly string[]} order of the keys
 * @returns {{gegevens: Record<string, any>, tekst: string, places: Places}}
 */
export function readForm(form, order) {
  const places = new Map();
  const { tekst = "", ...found } = readIn(form, "", places);
  return { gegevens: Object.fromEntries(order.filter((key) => found[key]).map((key) => [key, found[key]])), tekst, places };
}

/** Put a fiche in the form, in the place of all that is in it. */
export const fillForm = (form, gegevens, tekst) => fillIn(form, { ...gegevens, tekst });

/** The field in which a mistake can be mended: its own, or the nearest around it or in it. */
export function placeOf(places, { field: path, line }) {
  let at = path;
  while (at && !places.has(at)) at = at.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, "");
  return line ? partAt(places.get(at), line) : places.get(at) ?? places.get([...places.keys()].find((key) => key.startsWith(`${path}.`)));
}

/** The fields in the form or in a row, without those of rows in it. */
const fieldsIn = (box) =>
  [...box.querySelectorAll("[data-pad]")].filter((field) => field.parentElement.closest("[data-rij], form") === box);

const isEmpty = (value) => !Object.keys(value).length; // text and lists have keys too

function readIn(box, path, places) {
  const found = {};
  for (const field of fieldsIn(box)) {
    const key = field.dataset.pad;
    places.set(path + key, field);
    const value = readField(field, path + key, places);
    const [first, below] = key.split(".");
    if (isEmpty(value)) continue;
    if (below) (found[first] ??= {})[below] = value;
    else found[first] = value;
  }
  return found;
}

function readField(field, path, places) {
  const soort = field.dataset.soort;
  if (field.querySelector("[data-onbekend]")?.checked) return "onbekend";
  if (soort === "keuze") return field.querySelector(":checked")?.value ?? "";
  if (soort === "kiezer") return chipsOf(field);
  if (soort === "groep" || soort === "rijen") return readRows(field, path, places);
  if (soort === "verhaal") return readBody(field);
  const typed = controlOf(field).value.trim();
  if (soort === "naam") return valueOf(field, typed);
  return soort === "getal" ? readNumber(typed) : soort === "datum" ? readDate(typed) : typed;
}

/** Empty rows do not count, so that a mistake has the place that it has in the fiche. */
function readRows(group, path, places) {
  const found = [];
  for (const row of rowsOf(group)) {
    const here = `${path}[${found.length + 1}]`; // from 1, as check counts
    places.set(here, group);
    const value = group.dataset.soort === "rijen" ? controlOf(row).value.trim() : readIn(row, `${here}.`, places);
    if (!isEmpty(value)) found.push(value);
  }
  return found;
}

const partsOf = (field) => [...field.querySelectorAll("textarea")];

const joined = (field) =>
  joinBody(partsOf(field).filter((part) => !part.parentElement.hidden).map((part) => [part.dataset.kop, part.value]));

/** As it came, when nothing was changed in it. */
const readBody = (field) => (joined(field) === field.dataset.gelezen ? field.dataset.tekst : joined(field));

/** The part of the text that has its *line*, counted from 1. */
function partAt(field, line) {
  const above = readBody(field).split("\n").slice(0, line);
  const shown = partsOf(field).filter((part) => !part.parentElement.hidden);
  return (shown.findLast((part) => above.includes(`## ${part.dataset.kop}`)) ?? shown[0]).parentElement;
}

function fillBody(field, body) {
  const parts = partsOf(field);
  const texts = splitBody(body, parts.map((part) => part.dataset.kop).filter(Boolean));
  for (const [place, part] of parts.entries()) {
    part.parentElement.hidden = Boolean(part.dataset.kop) === !texts;
    part.value = part.dataset.kop ? (texts?.[place] ?? "") : texts ? "" : body.trim();
  }
  Object.assign(field.dataset, { tekst: body, gelezen: joined(field) });
}

function fillIn(box, values) {
  for (const field of fieldsIn(box)) {
    const [first, below] = field.dataset.pad.split(".");
    const value = below ? values[first]?.[below] : values[first];
    fillField(field, value ?? "");
    const apart = field.closest(".apart");
    if (apart && value) apart.open = true;
  }
}

function fillField(field, value) {
  const soort = field.dataset.soort;
  const unknown = field.querySelector("[data-onbekend]");
  const list = Array.isArray(value) && String(value) !== "onbekend" ? value : [];
  if (unknown) {
    unknown.checked = String(value) === "onbekend";
    showKnown(unknown);
  }
  if (soort === "keuze") for (const radio of field.querySelectorAll("input")) radio.checked = radio.value === value;
  else if (soort === "kiezer") setChips(field, list);
  else if (soort === "groep") for (const [place, row] of setRows(field, list.length).entries()) fillIn(row, list[place] ?? {});
  else if (soort === "rijen") for (const [place, row] of setRows(field, list.length).entries()) controlOf(row).value = list[place] ?? "";
  else if (soort === "verhaal") fillBody(field, value);
  else controlOf(field).value = soort === "naam" ? labelOf(field, value) : soort === "getal" ? writeNumber(value) : value;
}

/** Nothing more is asked when the source does not tell. */
export function showKnown(box) {
  box.closest("[data-pad]").querySelector("[data-als-bekend]").hidden = box.checked;
}
