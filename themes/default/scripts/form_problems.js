/** What is wrong, at each field in the sentence of the rules, and all of it together at the head of the form. */

import { make, makeLink } from "./elements.js";
import { controlOf } from "./form_rows.js";
import { filledIn, problemCount, stillToDo } from "./form_words.js";

/** @typedef {Map<HTMLElement, {field: string, code: string, message: string, hint: string}[]>} Wrong by field */

/** Show at each field what is wrong with it, and at no other. */
export function showAtFields(form, /** @type {Wrong} */ wrong) {
  for (const box of form.querySelectorAll(".fout")) {
    const field = box.parentElement;
    const found = wrong.get(field) ?? [];
    box.replaceChildren(...found.map(({ message, hint }) => make("p", "", inWords(field, `${message} ${hint}`))));
    box.hidden = !found.length;
    const control = field.matches("fieldset") ? field : controlOf(field);
    if (control !== field) control.ariaInvalid = box.hidden ? null : "true";
    const help = field.querySelector(":scope > .hulp")?.id ?? "";
    const described = `${help} ${box.hidden ? "" : box.id}`.trim();
    if (described) control.setAttribute("aria-describedby", described);
    else control.removeAttribute("aria-describedby");
  }
}

/** The list of all that is wrong, each a link to its field. */
export function showSummary(box, /** @type {Wrong} */ wrong) {
  const items = [...wrong].flatMap(([field, found]) => found.map(({ message }) => makeItem(field, message)));
  box.querySelector("ul").replaceChildren(...items);
  box.querySelector("h2").textContent = stillToDo(items.length);
  box.hidden = !items.length;
}

function makeItem(field, message) {
  const item = make("li", "", `${nameOf(field)}: `);
  const link = makeLink(`#${controlOf(field).id || field.id}`, inWords(field, message));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(field);
  });
  item.append(link);
  return item;
}

/** Bring someone to a field, wherever it is folded away. */
function goTo(field) {
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  controlOf(field).focus();
  field.scrollIntoView({ block: "nearest" });
}

/** A sentence with the keys as the form names them. */
function inWords(field, sentence) {
  const around = field.closest("[data-rij], form");
  return sentence.replace(/‘([a-z_]+)’/g, (whole, key) => {
    const named = around.querySelector(`[data-pad="${key}"], [data-pad^="${key}."]`);
    return named ? `‘${labelOf(named)}’` : whole;
  });
}

const labelOf = (box) => box.querySelector("label, legend").firstChild.textContent.trim();

/** "Titel", or "Bedrag 2, waarvoor" in a row. */
function nameOf(field) {
  const row = field.closest("[data-rij]")?.querySelector("label, legend");
  return row ? `${row.textContent.trim()}, ${labelOf(field).toLowerCase()}` : labelOf(field);
}

/**
 * Tell of each question how it stands.
 * @param {HTMLFormElement} form
 * @param {Wrong} wrong
 * @param {(key: string) => boolean} isFilled
 */
export function showStates(form, wrong, isFilled) {
  for (const question of form.querySelectorAll(".vraag")) {
    const state = question.querySelector("[data-stand]");
    const count = [...wrong].filter(([field]) => question.contains(field)).flatMap(([, found]) => found).length;
    const fields = [...question.querySelectorAll(".antwoord > [data-pad]")];
    const empty = fields.filter((field) => !isFilled(field.dataset.pad));
    const filled = empty.length < fields.length && !empty.some((field) => field.querySelector(".moet"));
    state.textContent = count ? problemCount(count) : filled ? filledIn() : state.dataset.leeg;
    state.dataset.stand = count ? "fout" : filled ? "vol" : "";
  }
}
