/**
 * Fields that are completed from a list: a combobox as the ARIA practices describe it, that shows only what matches. What
 * is chosen fills the field, or becomes a chip before it that can be taken away. One list serves all fields, rows too.
 */

import { isNear } from "./as_python.js";
import { inItem, make, makeButton, makeDrawing } from "./elements.js";
import { afterPress } from "./form_rows.js";
import { slug } from "./form_values.js";
import { chosen, mainDomain, matches, takeAway, taken } from "./form_words.js";
import { readJson, ROOT } from "./site.js";

const AT_ONCE = 40; // a list of no more is shown whole
const MOST = 8; // of a longer one, so many at a time
const FREE = ["organisaties", ""]; // names that are in no list are welcome here

let choices = {};
const lists = {}; // made of the choices when they are first asked for

/** @param {Record<string, any>} given by list: names, or what stands for a value by that value */
export const setChoices = (given) => (choices = given);

/** @returns {{value: string, label: string, key: string}[]} */
function optionsOf(field) {
  const name = inputOf(field).dataset.uit;
  const given = choices[name] ?? [];
  const asOption = ([id, label]) => ({ value: Array.isArray(given) ? label : id, label, key: `-${slug(label)}` });
  return (lists[name] ??= Object.entries(given).map(asOption));
}

/** Find municipalities by postcode too. */
async function learnPostcodes() {
  const { gemeenten } = await readJson(new URL("data/gemeenten.json", ROOT));
  for (const { naam, ook } of gemeenten)
    for (const code of ook.filter(Number)) lists.gemeenten.push({ value: naam, label: `${naam} (${code})`, key: `-${code}` });
}

const inputOf = (field) => field.querySelector("[role=combobox]");
const chipList = (field) => field.querySelector("[data-gekozen]");
const isFree = (input) => FREE.includes(input.dataset.uit);
const fits = ({ key }, typed) => key.includes(slug(typed));

export const labelOf = (field, value) => optionsOf(field).find((option) => option.value === value)?.label ?? value;

export const valueOf = (field, label) => optionsOf(field).find(({ key }) => key === `-${slug(label)}`)?.value ?? label;

/** The values of the chips of a field. */
export const chipsOf = (field) => [...chipList(field).children].map((chip) => chip.dataset.waarde);

export function setChips(field, values) {
  chipList(field).replaceChildren();
  for (const value of values) addChip(field, value);
}

function addChip(field, value) {
  if (chipsOf(field).includes(value)) return;
  const label = labelOf(field, value);
  const domain = field.dataset.pad === "domeinen";
  const chip = makeButton(`chip ${domain ? `domein-${value}` : ""}`, label);
  chip.ariaLabel = takeAway(label);
  chip.append(makeDrawing(12, 12, {}, [["path", { d: "M2 2l8 8M10 2l-8 8", stroke: "currentColor", "stroke-width": "1.5" }]]));
  const item = inItem(chip);
  if (domain) item.append(make("small", "hoofd", mainDomain()));
  item.dataset.waarde = value;
  chipList(field).append(item);
}

/** What matches: first names that begin so, then those with a word that does, then the rest; else what is near. */
function fitting(field, typed) {
  const all = optionsOf(field);
  const asked = slug(typed);
  const long = all.length > AT_ONCE;
  if (!asked && long) return [];
  const had = chipList(field) ? chipsOf(field) : [];
  const ways = [({ key }) => key.startsWith(`-${asked}`), ({ key }) => key.includes(`-${asked}`), ({ key }) => key.includes(asked)];
  const found = new Set(ways.flatMap((way) => all.filter(way)));
  const near = found.size || isFree(inputOf(field)) ? found : all.filter(({ key }) => isNear(asked, key.slice(1)));
  return [...near].filter(({ value }) => !had.includes(value)).slice(0, long ? MOST : AT_ONCE);
}

/**
 * Let every combobox in *form* complete what is typed; chips that come or go are told as a change of the field.
 * @param {HTMLFormElement} form
 * @param {(words: string) => void} say to a screen reader
 */
export function makePickers(form, say) {
  const list = Object.assign(make("ul", "keuzelijst"), { id: "keuzelijst", role: "listbox" });
  let input = null;
  let shown = [];
  let at = -1;

  let learnt = null; // the postcodes

  const fieldOf = (inside) => inside.closest("[data-pad]");
  const isCombobox = (target) => target.role === "combobox";

  function open(box) {
    if (box.dataset.uit === "gemeenten" && box.value > 999) learnt ??= learnPostcodes().then(() => box === document.activeElement && open(box), () => {});
    hide();
    input = box;
    shown = fitting(fieldOf(box), box.value);
    if (box.value && optionsOf(fieldOf(box)).length) say(matches(shown.length));
    if (!shown.length) return;
    list.replaceChildren(...shown.map(({ label }, place) => Object.assign(make("li", "", label), { id: `keuze-${place}`, role: "option", ariaSelected: "false" })));
    list.ariaLabel = box.labels[0].textContent;
    box.after(list);
    box.ariaExpanded = "true";
    box.setAttribute("aria-controls", list.id);
  }

  function hide() {
    list.remove();
    at = -1;
    if (!input) return;
    input.ariaExpanded = "false";
    for (const name of ["aria-controls", "aria-activedescendant"]) input.removeAttribute(name);
  }

  function move(step) {
    const options = [...list.children];
    if (options[at]) options[at].ariaSelected = "false";
    at = (Math.max(at, step < 0 ? 0 : -1) + step + options.length) % options.length;
    options[at].ariaSelected = "true";
    options[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[at].id);
  }

  function put(box, value, label) {
    const field = fieldOf(box);
    if (chipList(field)) addChip(field, value);
    box.value = chipList(field) ? "" : label;
    say(chosen(label));
    tell(field);
  }

  function take({ value, label }) {
    put(input, value, label);
    hide();
  }

  /** What is typed becomes the option it can only be, or names of their own. */
  function settle(box) {
    const typed = box.value.trim();
    const field = fieldOf(box);
    if (!typed || !chipList(field)) return;
    const found = isFree(box) ? [] : fitting(field, typed);
    if (found.length === 1 && fits(found[0], typed)) return put(box, found[0].value, found[0].label);
    const names = box.dataset.uit === "organisaties" ? [typed] : typed.split(/[\s,]*,[\s,]*/).filter(Boolean);
    for (const name of names) put(box, valueOf(field, name), name);
  }

  function remove(item) {
    const field = fieldOf(item);
    const next = (item.nextElementSibling ?? item.previousElementSibling)?.firstElementChild ?? inputOf(field);
    say(taken(labelOf(field, item.dataset.waarde)));
    item.remove();
    next.focus();
    tell(field);
  }

  const tell = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));

  function key(event) {
    const box = event.target;
    if (!isCombobox(box) || event.isComposing) return;
    const last = chipList(fieldOf(box))?.lastElementChild;
    input = box;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!list.isConnected) open(box);
      if (list.isConnected) move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      const option = list.isConnected && (shown[at] ?? (isFree(box) || !fits(shown[0], box.value) ? null : shown[0]));
      if (option) take(option);
      else settle(box);
    } else if (event.key === "Escape" && list.isConnected) hide();
    else if (event.key === "Backspace" && !box.value && last) {
      remove(last);
      box.focus();
    } else return;
    event.preventDefault();
  }

  form.addEventListener("keydown", key);
  form.addEventListener("input", ({ target }) => isCombobox(target) && open(target));
  form.addEventListener("focusout", ({ target }) => {
    if (!isCombobox(target)) return;
    hide();
    afterPress(() => settle(target));
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
  form.addEventListener("click", ({ target }) => {
    const item = target.closest("[data-waarde]");
    const place = [...list.children].indexOf(target);
    if (item) remove(item);
    else if (place >= 0) take(shown[place]);
    else if (isCombobox(target)) open(target);
  });
}
