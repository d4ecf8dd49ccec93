/**
 * The form in which a fiche is written or corrected. It reads its fields into what a fiche holds, keeps that as a draft,
 * shows it beside the form, and asks the rules of `check` what is wrong.
 */

import { findIn } from "./elements.js";
import { makeDraft } from "./form_draft.js";
import { controlOf, fillForm, placeOf, readForm, showKnown } from "./form_fields.js";
import { addChip, makePickers, setChoices } from "./form_picker.js";
import { filled, showPreview } from "./form_preview.js";
import { showAtFields, showStates, showSummary } from "./form_problems.js";
import { findProblems } from "./form_rules.js";
import { addRow, firstControl, removeRow } from "./form_rows.js";
import { dateInWords, readDate, readNumber, slug, writeNumber } from "./form_values.js";
import { characters, noFiche, noRules, readAs, slugNeeded, slugTaken } from "./form_words.js";
import { readJson, ROOT } from "./site.js";

/** @typedef {import("./form_problems.js").Problem} Problem */

const REST = 250; // milliseconds without a change before the draft is kept and the preview is made
const SLUG_AT_MOST = 100;

const main = /** @type {HTMLElement} */ (document.querySelector("[data-formulier]"));
const find = findIn(main);
const form = /** @type {HTMLFormElement} */ (find("form"));
const slugField = /** @type {HTMLInputElement} */ (find("#slug"));
const asked = new URLSearchParams(location.search);
const corrected = /^[a-z0-9-]+$/.exec(asked.get("fiche") ?? "")?.[0] ?? "";

/** @type {Set<Element>} fields in which something was written and that were left */
const seen = new Set();
/** @type {Set<Element>} */
const touched = new Set();
let everything = false; // whether all that is wrong is shown: after the first try to finish
let ownSlug = false;
let timer = 0;
/** @type {any} */
let rules;

start().catch(() => warn(noRules()));

async function start() {
  rules = await readJson(new URL("data/formulier.json", ROOT));
  setChoices(rules.keuzes);
  makePickers(form, (words) => (find("[data-zegt]").textContent = words));
  const draft = makeDraft(find("[data-ontwerp]"), corrected, put);
  put(null);
  const restored = draft.restore();
  if (corrected) find("[data-naam]").hidden = true;
  if (corrected && !restored) await open(corrected);
  else if (!restored && asked.has("domein")) addDomain(asked.get("domein") ?? "");
  form.hidden = false;
  listen(draft);
  show();
}

/** Fill the form with a fiche of the catalogue. */
async function open(/** @type {string} */ name) {
  try {
    const { gegevens, lichaam } = await readJson(new URL(`data/fiches/${name}.json`, ROOT));
    fillForm(form, gegevens, lichaam);
  } catch {
    warn(noFiche(name));
  }
}

/** @param {import("./form_draft.js").Draft | null} draft */
function put(draft) {
  everything = false;
  seen.clear();
  fillForm(form, draft?.gegevens ?? {}, draft?.tekst ?? "");
  ownSlug = Boolean(draft?.naam);
  slugField.value = draft?.naam ?? "";
  show();
}

const addDomain = (/** @type {string} */ id) => {
  if (id in rules.keuzes.domeinen) addChip(find("[data-pad=domeinen]"), id);
};

const read = () => readForm(form, Object.keys(rules.schema.properties));

/** @param {{save: (draft: import("./form_draft.js").Draft) => void}} draft */
function listen(draft) {
  const keep = () => {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    const { gegevens, tekst } = read();
    draft.save({ gegevens, tekst, naam: ownSlug ? slugField.value : "", op: new Date().toISOString() });
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (keep(), show()), REST);
  };
  form.addEventListener("input", ({ target }) => {
    if (target === slugField) ownSlug = true;
    touched.add(fieldOf(target));
    changed();
  });
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches("[data-onbekend]")) showKnown(target);
    touched.add(fieldOf(target));
    if (!(target instanceof HTMLInputElement) || target.type !== "text") leave(fieldOf(target));
    changed();
  });
  form.addEventListener("focusout", ({ target }) => leave(fieldOf(target)));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
  });
  form.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if (button.matches("[data-erbij]")) firstControl(addRow(/** @type {Element} */ (button.closest("[data-pad]"))))?.focus();
    else if (button.matches("[data-weg]")) removeRow(/** @type {Element} */ (button.closest("[data-rij]")));
    else if (button.matches("[data-volgende]")) goOn(button);
    changed();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    finish();
  });
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
}

const fieldOf = (/** @type {any} */ target) => /** @type {HTMLElement} */ (target.closest("[data-pad], [data-naam]") ?? form);

/** What was written is set right where that is sure, and looked at from now on. */
function leave(/** @type {HTMLElement} */ field) {
  if (!touched.has(field)) return;
  seen.add(field);
  const control = controlOf(field);
  if (field.dataset.soort === "getal") control.value = writeNumber(readNumber(control.value));
  if (field.dataset.soort === "datum") control.value = readDate(control.value);
  if (field.matches("[data-naam]")) control.value = slug(control.value).slice(0, SLUG_AT_MOST);
  show();
}

/** The next question opens where this one closes. */
function goOn(/** @type {Element} */ button) {
  const question = /** @type {HTMLDetailsElement} */ (button.closest(".vraag"));
  const next = /** @type {HTMLDetailsElement | null | undefined} */ (question.parentElement?.nextElementSibling?.querySelector(".vraag"));
  question.open = false;
  if (next) next.open = true;
  const head = next?.querySelector("summary") ?? find("#klaar");
  head.focus();
  head.scrollIntoView({ block: next ? "start" : "center" });
}

/** Show all that follows from what is in the form now. */
function show() {
  const { gegevens, tekst, places } = read();
  if (!ownSlug) slugField.value = proposal(gegevens.titel ?? "");
  const wrong = wrongFields(gegevens, tekst, places);
  const shown = new Map([...wrong].filter(([field]) => everything || seen.has(field)));
  showAtFields(form, shown);
  showStates(form, shown, (pad) => (pad === "tekst" ? Boolean(tekst) : filled(gegevens, pad) || gegevens[pad] === "onbekend"));
  if (everything) showSummary(find("[data-fouten]"), wrong);
  else find("[data-fouten]").hidden = true;
  showPreview(find("[data-voorvertoning]"), gegevens, labelIn);
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-leest]"))) line.textContent = reading(fieldOf(line));
  return { gegevens, tekst, wrong };
}

/** What stands below a field: how long it is, or which day is meant. */
function reading(/** @type {HTMLElement} */ field) {
  const { value, dataset } = controlOf(field);
  if (dataset.meest) return value.trim() && characters(value.trim().length, Number(dataset.minst), Number(dataset.meest));
  const day = dateInWords(readDate(value));
  return day && day !== value.trim() && readAs(day);
}

/**
 * What is wrong, by field, in the order of the page.
 * @param {any} gegevens
 * @param {string} tekst
 * @param {import("./form_fields.js").Places} places
 */
function wrongFields(gegevens, tekst, places) {
  /** @type {Map<HTMLElement, Problem[]>} */
  const wrong = new Map();
  const add = (/** @type {HTMLElement} */ field, /** @type {Problem} */ problem) => wrong.set(field, [...(wrong.get(field) ?? []), problem]);
  for (const problem of findProblems(gegevens, tekst, rules)) add(placeOf(places, problem.field) ?? find("[data-pad]"), problem);
  const named = !corrected && (slugField.value ? rules.keuzes.fiches[slugField.value] : "");
  if (named !== undefined && !corrected) add(find("[data-naam]"), { field: "", code: "", message: named ? slugTaken(named) : slugNeeded(), hint: "" });
  const order = (/** @type {Node} */ one, /** @type {Node} */ other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  return new Map([...wrong].sort(([one], [other]) => order(one, other)));
}

/** An address made of the title that no fiche has. */
function proposal(/** @type {string} */ title) {
  const base = slug(title).slice(0, SLUG_AT_MOST - 3).replace(/-$/, "");
  let found = base;
  for (let place = 2; found in rules.keuzes.fiches; place++) found = `${base}-${place}`;
  return found;
}

/** How a value reads: as the page's own choices say it, or the lists. */
function labelIn(/** @type {string} */ pad, /** @type {string} */ value) {
  if (rules.keuzes[pad]) return rules.keuzes[pad][value] ?? value;
  const choice = form.querySelector(`[data-pad="${pad}"] [value="${CSS.escape(value)}"]`);
  return (choice?.closest("label") ?? choice)?.textContent?.trim() ?? value;
}

async function finish() {
  everything = true;
  const { gegevens, tekst, wrong } = show();
  if (wrong.size) return find("[data-fouten]").focus();
  const { showResult } = await import("./form_result.js");
  return showResult(gegevens, tekst, corrected || slugField.value);
}

function warn(/** @type {string} */ words) {
  const line = find("[data-moeite]");
  line.textContent = words;
  line.hidden = false;
}
