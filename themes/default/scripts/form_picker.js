/**
 * Fields that are completed from a list: a combobox as the ARIA practices describe it, that shows only what matches. What
 * is chosen fills the field, or becomes a chip before it that can be taken away. One list serves all fields, rows too.
 */

import { inItem, make, makeButton, makeDrawing } from "./elements.js";
import { slug } from "./form_values.js";
import { chosen, matches, noMatch, takeAway, taken } from "./form_words.js";

/** @typedef {{value: string, label: string, key: string}} Option */

const AT_ONCE = 40; // a list of no more is shown whole
const MOST = 8; // of a longer one, so many at a time
const FREE = ["organisaties", ""]; // names that are in no list are welcome here

/** @type {Map<string, Option[]>} */
const lists = new Map();

/** @param {Readonly<Record<string, any>>} choices by list: names, or what stands for a value by that value */
export function setChoices(choices) {
  for (const [name, each] of Object.entries(choices)) {
    const pairs = Array.isArray(each) ? each.map((label) => [label, label]) : Object.entries(each);
    lists.set(name, pairs.map(([value, label]) => ({ value, label, key: `-${slug(label)}` })));
  }
}

/** @param {Element} field */
const listOf = (field) => lists.get(/** @type {HTMLElement} */ (field.querySelector("[data-uit]")).dataset.uit ?? "") ?? [];

/**
 * @param {Element} field
 * @param {string} value
 */
export const labelOf = (field, value) => listOf(field).find((option) => option.value === value)?.label ?? value;

/**
 * @param {Element} field
 * @param {string} label
 */
export const valueOf = (field, label) => listOf(field).find(({ key }) => key === `-${slug(label)}`)?.value ?? label;

/**
 * @param {Element} field
 * @returns {string[]} the values of its chips
 */
export const chipsOf = (field) => /** @type {HTMLElement[]} */ ([...chipList(field).children]).map((chip) => chip.dataset.waarde ?? "");

/** @param {Element} field */
const chipList = (field) => /** @type {HTMLElement} */ (field.querySelector("[data-gekozen]"));

/**
 * @param {HTMLElement} field
 * @param {string} value
 */
export function addChip(field, value) {
  if (chipsOf(field).includes(value)) return;
  const label = labelOf(field, value);
  const chip = makeButton(`chip ${field.dataset.pad === "domeinen" ? `domein-${value}` : ""}`, label);
  chip.setAttribute("aria-label", takeAway(label));
  chip.append(makeDrawing(12, 12, { fill: "none" }, [["path", { d: "M2 2l8 8M10 2l-8 8", stroke: "currentColor", "stroke-width": "1.5" }]]));
  const item = inItem(chip);
  item.dataset.waarde = value;
  chipList(field).append(item);
  chipList(field).hidden = false;
}

/**
 * Let every combobox in *form* complete what is typed; a change of chips is told as a change of the field.
 * @param {HTMLFormElement} form
 * @param {(words: string) => void} say to a screen reader
 */
export function makePickers(form, say) {
  const list = make("ul", "keuzelijst");
  Object.assign(list, { id: "keuzelijst", role: "listbox" });
  /** @type {HTMLInputElement | null} */
  let input = null;
  /** @type {Option[]} */
  let shown = [];
  let at = -1;

  const fieldOf = (/** @type {Element} */ inside) => /** @type {HTMLElement} */ (inside.closest("[data-pad]"));
  const takesMore = (/** @type {Element} */ field) => Boolean(chipList(field));
  const tell = (/** @type {Element} */ field) => field.dispatchEvent(new Event("change", { bubbles: true }));

  /** @param {HTMLInputElement} box */
  function open(box) {
    input = box;
    shown = fitting(fieldOf(box), box.value);
    at = -1;
    list.replaceChildren(...shown.map(({ label }, place) => Object.assign(make("li", "", label), { id: `keuze-${place}`, role: "option", ariaSelected: "false" })));
    if (box.value.trim() && listOf(fieldOf(box)).length) say(shown.length ? matches(shown.length) : noMatch());
    if (!shown.length) return hide();
    list.setAttribute("aria-label", box.labels?.[0]?.textContent?.trim() ?? "");
    box.after(list);
    box.setAttribute("aria-expanded", "true");
    box.setAttribute("aria-controls", list.id);
  }

  function hide() {
    list.remove();
    input?.setAttribute("aria-expanded", "false");
    for (const name of ["aria-controls", "aria-activedescendant"]) input?.removeAttribute(name);
    at = -1;
  }

  /** @param {number} place */
  function mark(place) {
    const options = [...list.children];
    at = (place + options.length) % options.length;
    for (const [each, option] of options.entries()) option.ariaSelected = String(each === at);
    input?.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  }

  /** @param {Option | string} what an option, or a name of one's own */
  function take(what) {
    if (!input) return;
    const field = fieldOf(input);
    const label = typeof what === "string" ? what : what.label;
    if (takesMore(field)) {
      addChip(field, typeof what === "string" ? valueOf(field, what) : what.value);
      input.value = "";
    } else input.value = label;
    say(chosen(label));
    hide();
    tell(field);
  }

  /** Make of what is typed the option it can only be, or a name of its own. */
  function settle() {
    const typed = input?.value.trim();
    if (!input || !typed || !takesMore(fieldOf(input))) return;
    const closed = !FREE.includes(input.dataset.uit ?? "");
    take(closed && shown.length === 1 ? shown[0] : typed);
  }

  /** @param {Element} chip */
  function remove(chip) {
    const field = fieldOf(chip);
    const item = /** @type {HTMLElement} */ (chip.closest("li"));
    const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("button");
    say(taken(labelOf(field, item.dataset.waarde ?? "")));
    item.remove();
    chipList(field).hidden = !next;
    (next ?? /** @type {HTMLElement} */ (field.querySelector("[data-uit]"))).focus();
    tell(field);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.role !== "combobox" || event.isComposing) return;
    const isOpen = list.isConnected;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!isOpen) open(box);
      if (list.isConnected) mark(event.key === "ArrowDown" ? at + 1 : at < 0 ? -1 : at - 1);
    } else if (event.key === "Enter" && isOpen && (at >= 0 || !FREE.includes(box.dataset.uit ?? ""))) take(shown[Math.max(at, 0)]);
    else if (event.key === "Enter") settle();
    else if (event.key === "Escape" && isOpen) hide();
    else if (event.key === "Backspace" && !box.value && takesMore(fieldOf(box))) {
      const last = chipList(fieldOf(box)).querySelector("li:last-child button");
      if (last) remove(last), box.focus();
    } else return;
    event.preventDefault();
  }

  form.addEventListener("keydown", key);
  form.addEventListener("input", ({ target }) => target instanceof HTMLInputElement && target.role === "combobox" && open(target));
  form.addEventListener("focusout", ({ target }) => {
    if (target !== input) return;
    settle();
    hide();
    input = null;
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
  form.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const chip = target.closest("[data-gekozen] button");
    const option = target.closest("[role=option]");
    if (chip) remove(chip);
    else if (option) take(shown[[...list.children].indexOf(option)]);
    else if (target instanceof HTMLInputElement && target.role === "combobox") open(target);
  });
}

/**
 * What matches: first names that begin so, then those with a word that does, then the rest.
 * @param {Element} field
 * @param {string} typed
 * @returns {Option[]}
 */
function fitting(field, typed) {
  const all = listOf(field);
  const taken = chipList(field) ? chipsOf(field) : [];
  const left = all.filter(({ value }) => !taken.includes(value));
  const asked = slug(typed);
  if (!asked) return all.length > AT_ONCE ? [] : left;
  const fits = [(/** @type {Option} */ { key }) => key.startsWith(`-${asked}`), (/** @type {Option} */ { key }) => key.includes(`-${asked}`), (/** @type {Option} */ { key }) => key.includes(asked)];
  return [...new Set(fits.flatMap((fit) => left.filter(fit)))].slice(0, all.length > AT_ONCE ? MOST : AT_ONCE);
}
