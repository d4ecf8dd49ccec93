/** What is wrong, at each field in the sentence of the rules, and all of it together at the head of the form. */

import { make, makeLink } from "./elements.js";
import { controlOf } from "./form_fields.js";
import { filledIn, problems as countOf, stillToDo } from "./form_words.js";

/** @typedef {{field: string, code: string, message: string, hint: string}} Problem as findProblems gives it */

/**
 * Show at each field what is wrong with it, and at no other.
 * @param {HTMLFormElement} form
 * @param {ReadonlyMap<HTMLElement, Problem[]>} wrong
 */
export function showAtFields(form, wrong) {
  for (const box of form.querySelectorAll("[data-pad] > .fout, [data-naam] > .fout")) {
    const field = /** @type {HTMLElement} */ (box.parentElement);
    const found = wrong.get(field) ?? [];
    if (!found.length && /** @type {HTMLElement} */ (box).hidden) continue;
    box.replaceChildren(...found.map(({ message, hint }) => make("p", "", [message, hint].filter(Boolean).join(" "))));
    /** @type {HTMLElement} */ (box).hidden = !found.length;
    mark(field, box.id, found.length > 0);
  }
}

/**
 * A set of fields is described as one; a single field by itself, beside the help it has.
 * @param {HTMLElement} field
 * @param {string} id
 * @param {boolean} wrong
 */
function mark(field, id, wrong) {
  const single = field.tagName === "FIELDSET" ? field : controlOf(field);
  const others = (single.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id);
  const described = wrong ? [id, ...others] : others;
  if (described.length) single.setAttribute("aria-describedby", described.join(" "));
  else single.removeAttribute("aria-describedby");
  if (single === field) field.classList.toggle("onjuist", wrong);
  else if (wrong) single.setAttribute("aria-invalid", "true");
  else single.removeAttribute("aria-invalid");
}

/**
 * The list of all that is wrong, each a link to its field.
 * @param {HTMLElement} box
 * @param {ReadonlyMap<HTMLElement, Problem[]>} wrong
 */
export function showSummary(box, wrong) {
  const items = [...wrong].flatMap(([field, found]) => found.map((problem) => makeItem(field, problem)));
  box.querySelector("ul")?.replaceChildren(...items);
  /** @type {HTMLElement} */ (box.querySelector("h2")).textContent = stillToDo(items.length);
  box.hidden = !items.length;
}

/**
 * @param {HTMLElement} field
 * @param {Problem} problem
 */
function makeItem(field, { message }) {
  const link = makeLink(`#${controlOf(field).id}`, message);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(field);
  });
  const item = make("li", "", "");
  item.append(`${nameOf(field)}: `, link);
  return item;
}

/**
 * Bring someone to a field, wherever it is folded away.
 * @param {HTMLElement} field
 */
export function goTo(field) {
  for (let box = field.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
  const control = controlOf(field);
  control.focus();
  (field.querySelector("label, legend") ?? control).scrollIntoView({ block: "center" });
}

/** @param {HTMLElement} field */
function nameOf(field) {
  const row = field.closest("[data-rij]")?.querySelector("legend");
  const own = field.querySelector("label, legend")?.firstChild?.textContent?.trim() ?? "";
  return row && !field.matches("[data-rij]") ? `${row.textContent?.trim()}, ${own.toLowerCase()}` : own;
}

/**
 * Tell of each question how it stands.
 * @param {HTMLFormElement} form
 * @param {ReadonlyMap<HTMLElement, Problem[]>} wrong
 * @param {(pad: string) => boolean} isFilled
 */
export function showStates(form, wrong, isFilled) {
  for (const question of form.querySelectorAll(".vraag")) {
    const state = /** @type {HTMLElement} */ (question.querySelector("[data-stand]"));
    const count = [...wrong].filter(([field]) => question.contains(field)).reduce((sum, [, found]) => sum + found.length, 0);
    const filled = /** @type {HTMLElement[]} */ ([...question.querySelectorAll(".antwoord > [data-pad]")]).some((field) => isFilled(field.dataset.pad ?? ""));
    state.textContent = count ? countOf(count) : filled ? filledIn() : state.dataset.leeg ?? "";
    state.dataset.stand = count ? "fout" : filled ? "vol" : "";
  }
}
