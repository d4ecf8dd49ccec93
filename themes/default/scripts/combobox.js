/**
 * Suggestions below the search field: a combobox with a list, as the ARIA practices describe it. Without this script, or
 * without its data, the field is what it was. The data and the module that chooses are loaded when someone comes to type.
 */

import { make, makeLink } from "./elements.js";
import { bringByKey } from "./search_key.js";
import { readJson, ROOT } from "./site.js";
import { fiches, kinds, searchAll, suggestionCount, suggestionList } from "./words.js";

/**
 * @typedef {import("./suggest.js").Group} Group
 * @typedef {import("./suggest.js").Suggestion} Suggestion
 * @typedef {import("./suggest.js").Piece} Piece
 * @typedef {(typed: string, most: number) => readonly Group[]} Suggest
 */

/** How many suggestions there is room for in a list narrower than this (pixels), and in a wider one. */
const NARROW = 640;
const PLACES = { narrow: 6, wide: 8 };

/** After this silence (milliseconds) a screen reader is told how many suggestions there are, not at every letter. */
const SAYING_PAUSE = 500;

class Combobox {
  /**
   * @param {HTMLInputElement} field
   * @param {HTMLFormElement} form
   */
  constructor(field, form) {
    this.field = field;
    this.form = form;
    this.list = Object.assign(make("div", "suggesties"), { id: "suggesties", role: "listbox", hidden: true });
    this.list.setAttribute("aria-label", suggestionList());
    this.status = Object.assign(make("p", "voor-lezer"), { role: "status" });
    form.append(this.list, this.status);
    field.type = "text"; // a search field may not be a combobox (ARIA in HTML)
    field.enterKeyHint = "search";
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", "suggesties"]])
      field.setAttribute(name, value);
    /** @type {Promise<Suggest | null> | null} */
    this.source = null;
    /** @type {HTMLAnchorElement | null} */
    this.active = null;
    this.turn = 0;
    this.timer = 0;
  }

  listen() {
    const { field, form, list } = this;
    field.addEventListener("focus", () => this.load());
    field.addEventListener("input", () => this.refresh());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("focusout", () => this.close());
    form.addEventListener("submit", () => this.close());
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
    list.addEventListener("click", (event) => this.click(event));
    addEventListener("popstate", () => this.close());
    addEventListener("pagehide", () => this.close());
    if (document.activeElement === field) this.refresh(); // what was typed before this script was there
  }

  /** What suggests; null when it cannot be loaded, and then the next focus tries again. */
  load() {
    this.source ??= Promise.all([import("./suggest.js"), readJson(new URL("data/suggesties.json", ROOT))])
      .then(([{ makeIndex, suggest }, things]) => {
        const index = makeIndex(things);
        return (/** @type {string} */ typed, /** @type {number} */ most) => suggest(index, typed, most);
      })
      .catch(() => {
        this.field.addEventListener("focusout", () => (this.source = null), { once: true });
        return null;
      });
    return this.source;
  }

  /** Show what fits the text of the field; a newer call makes this one's answer ignored. */
  async refresh() {
    const turn = ++this.turn;
    const suggest = await this.load();
    if (turn !== this.turn || !suggest || document.activeElement !== this.field) return;
    const groups = suggest(this.field.value, this.form.clientWidth < NARROW ? PLACES.narrow : PLACES.wide);
    if (groups.length) this.open(groups);
    else this.close();
    if (this.field.value.trim()) this.say(groups.reduce((sum, { suggestions }) => sum + suggestions.length, 0));
  }

  /** @param {readonly Group[]} groups */
  open(groups) {
    this.list.replaceChildren(...groups.map(showGroup), showSearch(this.form, this.field));
    this.options().forEach((option, place) => (option.id = `suggestie-${place}`));
    this.activate(null);
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
  }

  close() {
    this.turn++;
    clearTimeout(this.timer);
    this.status.textContent = "";
    this.activate(null);
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
  }

  clear() {
    this.field.value = "";
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {number} count */
  say(count) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.status.textContent = suggestionCount(count)), SAYING_PAUSE);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { key, altKey } = event;
    const open = !this.list.hidden;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (!open && key === "ArrowDown") this.refresh();
      else if (open && altKey) this.close();
      else if (open) this.move(key === "ArrowDown" ? 1 : -1);
      else return;
    } else if (key === "Escape" && open) this.close();
    else if (key === "Escape" && this.field.value) this.clear();
    else if (key === "Enter" && this.active) this.active.click();
    else return;
    event.preventDefault();
  }

  /**
   * To the next option or the one before; beyond the last and the first is the field itself.
   * @param {1 | -1} step
   */
  move(step) {
    const options = [null, ...this.options()];
    const place = options.indexOf(this.active) + step;
    this.activate(options[(place + options.length) % options.length]);
    (this.active ?? this.field).scrollIntoView({ block: "nearest" });
  }

  /** @param {HTMLAnchorElement | null} option */
  activate(option) {
    this.active?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    this.active = option;
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  /**
   * An option is a link; the last one sends the form instead, with the filters of the page.
   * @param {MouseEvent} event
   */
  click(event) {
    const option = event.target instanceof Element && event.target.closest("[role=option]");
    if (!option || event.ctrlKey || event.metaKey || event.shiftKey) return;
    this.close();
    if (!option.hasAttribute("data-zoek-alles")) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  /** @returns {HTMLAnchorElement[]} */
  options() {
    return [...this.list.querySelectorAll("a")];
  }
}

/** @param {Group} group */
function showGroup({ kind, suggestions }) {
  const name = make("div", "suggesties-soort", kinds(kind));
  name.id = `suggesties-${kind}`;
  name.role = "presentation";
  const group = make("div", "suggesties-groep");
  group.role = "group";
  group.setAttribute("aria-labelledby", name.id);
  group.append(name, ...suggestions.map(showOption));
  return group;
}

/** @param {Suggestion} suggestion */
function showOption({ thing, name, beside }) {
  const option = makeOption(new URL(thing.adres, ROOT));
  if (thing.klasse) option.append(Object.assign(make("span", `tabje ${thing.klasse}`), { ariaHidden: "true" }));
  const words = make("span", "suggestie-naam");
  if (thing.taal) words.lang = thing.taal;
  words.append(...showPieces(name));
  option.append(words);
  const notes = beside.map(showPieces);
  if (thing.aantal !== undefined) notes.push([fiches(thing.aantal)]);
  if (!notes.length) return option;
  const note = make("span", "suggestie-bij");
  note.append(...notes.flatMap((parts, place) => (place ? [" · ", ...parts] : parts)));
  option.append(" ", note);
  return option;
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 */
function showSearch(form, field) {
  const address = new URL(form.action);
  address.search = String(new URLSearchParams({ [field.name]: field.value.trim() }));
  const option = makeOption(address, searchAll(field.value.trim()));
  option.dataset.zoekAlles = "";
  return option;
}

/**
 * @param {URL} address
 * @param {string} [text]
 */
function makeOption(address, text = "") {
  const option = makeLink(address, text, "suggestie");
  option.tabIndex = -1;
  option.role = "option";
  option.setAttribute("aria-selected", "false");
  return option;
}

/**
 * @param {readonly Piece[]} pieces
 * @returns {(Node | string)[]}
 */
const showPieces = (pieces) =>
  pieces.map(({ text, marked }) => (marked ? make("mark", "", text) : text));

const field = document.querySelector(".zoek [name=q]");
if (field instanceof HTMLInputElement && field.form) {
  new Combobox(field, field.form).listen();
  bringByKey(field);
}
