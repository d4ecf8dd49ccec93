/**
 * The form in which a fiche is written or corrected. It reads its fields into what a fiche holds, keeps that as a draft,
 * shows it beside the form, and asks the rules of `check` what is wrong.
 */

import { findIn } from "./elements.js";
import { makeDraft } from "./form_draft.js";
import { fillForm, placeOf, readForm, showKnown } from "./form_fields.js";
import { makePickers, setChips, setChoices } from "./form_picker.js";
import { isFilled, showPreview } from "./form_preview.js";
import { showAtFields, showStates, showSummary } from "./form_problems.js";
import { findProblems } from "./form_rules.js";
import { addRow, afterPress, controlOf, removeRow, rowsOf } from "./form_rows.js";
import { dateInWords, freeSlug, itemsOf, readDate, setRight } from "./form_values.js";
import {
  characters, correctFiche, noFiche, noRules, onlyWhatChanges, readAs, slugNeeded, slugTaken,
} from "./form_words.js";
import { readJson, ROOT } from "./site.js";

const REST = 250; // milliseconds without a change before the draft is kept and the preview is made

const find = findIn(document.querySelector("[data-formulier]"));
const form = find("form");
const slugField = find("#slug");
const asked = new URLSearchParams(location.search);
const corrected = asked.get("fiche")?.match(/^[a-z0-9-]+$/)?.[0] ?? "";

/** Fields in which something was written, and those of them that were left since. */
const touched = new Set();
const seen = new Set();
let everything = false; // whether all that is wrong is shown: after the first try to finish
let ownSlug = false;
let rules; // data/formulier.json
let source = null; // data/fiches/<slug>.json of the fiche that is corrected

start();

async function start() {
  if (corrected) find("h1").textContent = document.title = correctFiche();
  if (corrected && asked.has("nagekeken")) return confirmFiche();
  try {
    rules = await readJson(new URL("data/formulier.json", ROOT));
  } catch {
    return warn(noRules());
  }
  setChoices(rules.keuzes);
  const draft = makeDraft(find("[data-ontwerp]"), corrected, put);
  put(null);
  const restored = draft.restore();
  if (corrected && !(await openFiche(restored))) return;
  const domain = asked.get("domein");
  if (!restored && Object.hasOwn(rules.keuzes.domeinen, domain)) setChips(find("[data-pad=domeinen]"), [domain]);
  find("[data-naam]").hidden = Boolean(corrected);
  form.hidden = false;
  makePickers(form, (words) => (find("[data-zegt]").textContent = words));
  listen(draft);
  show();
}

/** Fill the form with the fiche of the catalogue that is corrected, unless a draft is in it already. */
async function openFiche(restored) {
  try {
    source = await readJson(new URL(`data/fiches/${corrected}.json`, ROOT));
    find(".lead").textContent = onlyWhatChanges(source.gegevens.titel);
    if (!restored) fillForm(form, source.gegevens, source.lichaam);
    return true;
  } catch {
    return warn(noFiche(corrected));
  }
}

/** Propose only the day of today as that on which the facts were checked. */
async function confirmFiche() {
  find(".lead").hidden = true;
  const { showChecked } = await import("./form_result.js");
  await showChecked(corrected).catch(() => warn(noFiche(corrected)));
}

function warn(words) {
  find("[data-moeite]").textContent = words;
}

/** @param {import("./form_draft.js").Draft | null} draft without one: what the form begins with */
function put(draft) {
  everything = false;
  seen.clear();
  const begin = source ?? { gegevens: {}, lichaam: "" };
  fillForm(form, (draft ?? begin).gegevens, draft ? draft.tekst : begin.lichaam);
  ownSlug = Boolean(draft?.naam);
  slugField.value = draft?.naam ?? "";
  show();
}

const read = () => readForm(form, Object.keys(rules.schema.properties));

function listen(draft) {
  let timer = 0;
  function keep() {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    const { gegevens, tekst } = read();
    draft.save({ gegevens, tekst, naam: ownSlug ? slugField.value : "", op: new Date().toISOString() });
  }
  function changed() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      keep();
      show();
    }, REST);
  }
  form.addEventListener("input", ({ target }) => {
    if (target === slugField) ownSlug = true;
    touched.add(fieldOf(target));
    changed();
  });
  form.addEventListener("change", ({ target }) => {
    if (target.matches("[data-onbekend]")) showKnown(target);
    touched.add(fieldOf(target));
    if (target.matches("[type=radio], [type=checkbox]")) leave(fieldOf(target));
    changed();
  });
  form.addEventListener("focusout", ({ target }) => afterPress(() => leave(fieldOf(target))));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
  });
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button") ?? target;
    if (button.matches("[data-volgende]")) return goOn(button);
    if (button.matches("[data-erbij]")) controlOf(addRow(button.closest("[data-pad]"))).focus();
    else if (button.matches("[data-weg]")) removeRow(button.closest("[data-rij]"));
    else return;
    changed();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    finish();
  });
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
}

const fieldOf = (target) => target.closest("[data-pad], [data-naam]") ?? form;

/** What was written is set right where that is sure, and looked at from now on. */
function leave(field) {
  if (!touched.has(field)) return;
  seen.add(field);
  mend(field);
  show();
}

function mend(field) {
  const { soort } = field.dataset;
  for (const each of field.querySelectorAll("[type=text], textarea")) each.value = setRight(soort, each.value);
  if (soort === "rijen") rowsOf(field).forEach(spread);
}

/** Each item of a list that was pasted has a row. */
function spread(row) {
  const [first = "", ...more] = itemsOf(controlOf(row).value);
  controlOf(row).value = first;
  for (const item of more.reverse()) controlOf(addRow(fieldOf(row), row)).value = item;
}

/** The next question opens where this one closes. */
function goOn(button) {
  const question = button.closest(".vraag");
  const next = question.parentElement.nextElementSibling?.firstElementChild;
  question.open = false;
  if (next) next.open = true;
  const head = next ? next.querySelector("summary") : find("#klaar");
  head.focus();
  head.scrollIntoView({ block: "start" });
}

/** Show all that follows from what is in the form now. */
function show() {
  const { gegevens, tekst, places } = read();
  if (!ownSlug) slugField.value = freeSlug(gegevens.titel ?? "", rules.keuzes.fiches);
  const wrong = wrongFields(gegevens, tekst, places);
  const shown = everything ? wrong : new Map([...wrong].filter(([field]) => seen.has(fieldOf(field))));
  showAtFields(form, shown);
  showStates(form, shown, (key) => (key === "tekst" ? tekst !== "" : isFilled(gegevens, key) || key in gegevens));
  showSummary(find("[data-fouten]"), everything ? wrong : new Map());
  showPreview(find("[data-voorvertoning]"), gegevens, labelIn);
  for (const line of form.querySelectorAll("[data-leest]")) line.textContent = reading(controlOf(line.parentElement));
  return { gegevens, tekst, wrong };
}

/** What stands below a field: how long it is, or which day is meant. */
function reading({ value, dataset: { minst, meest } }) {
  const typed = value.trim();
  if (meest) return typed && characters(typed.length, minst, meest);
  const day = dateInWords(readDate(typed));
  return day === typed ? "" : day && readAs(day);
}

/**
 * What is wrong, by field, in the order of the page.
 * @returns {import("./form_problems.js").Wrong}
 */
function wrongFields(gegevens, tekst, places) {
  const found = findProblems(gegevens, tekst, rules).map((problem) => [placeOf(places, problem), problem]);
  const taken = rules.keuzes.fiches[slugField.value];
  const message = taken ? slugTaken(taken) : gegevens.titel && !slugField.value ? slugNeeded() : "";
  if (message && !corrected) found.push([find("[data-naam]"), { message, hint: "" }]);
  found.sort(([one], [other]) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const wrong = new Map();
  for (const [field, problem] of found) wrong.set(field, [...(wrong.get(field) ?? []), problem]);
  return wrong;
}

/** How a value reads: as the lists say it, or the choices on the page. */
function labelIn(key, value) {
  const choice = form.querySelector(`[data-pad="${key}"] [value="${CSS.escape(value)}"]`);
  return rules.keuzes[key]?.[value] ?? (choice?.closest("label") ?? choice)?.textContent.trim() ?? value;
}

async function finish() {
  everything = true;
  touched.forEach(mend);
  const { gegevens, tekst, wrong } = show();
  if (wrong.size) return find("[data-fouten]").focus();
  const { showResult } = await import("./form_result.js");
  showResult({ gegevens, tekst, slug: corrected || slugField.value, source });
}
