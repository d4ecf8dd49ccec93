/**
 * The catalogue page: entry of <script type="module">. It ties address, controls, search and list together;
 * the other modules each know only one of these. The address is the state (DESIGN.md, section 4).
 */

import { collectCards, showAdvice, showCards, showDistances } from "./cards.js";
import { showChips } from "./chips.js";
import {
  findControls, focusCountLine, narrowLists, offerOf, readControls, removeFilters, revealControls, showCountLine,
  showCounts, writeControls, writeSort,
} from "./controls.js";
import { createEngine, sourcesIn } from "./engine.js";
import { countValues, filterFiches, hitsOf, sortFiches } from "./facets.js";
import { highlight } from "./highlight.js";
import { distances } from "./near.js";
import { offersFor, showOffers } from "./offers.js";
import { makeSheet } from "./sheet.js";
import { readJson } from "./site.js";
import { BY_DISTANCE, isFiltered, readState, sortOf, strangersIn, tidyState, writeState } from "./state.js";
import { loadTowns, ownTown } from "./town_picker.js";
import { makeVantage } from "./vantage.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./facets.js").Fiche} Fiche
 *
 * @typedef {object} Answer
 * @property {readonly string[] | null} ranking slugs, best first; null when nothing was searched
 * @property {string} [corrected] what was searched, when that is not what was typed
 * @property {readonly string[]} [words] what was looked for
 * @property {readonly string[]} [telling] the typed words that fiches are about
 * @property {boolean} failed
 */

/** After this silence (milliseconds) what is typed is searched. */
const TYPING_PAUSE = 200;

/** The catalogue page at work: what it shows, and how it goes from one state to the next. */
class Catalogue {
  /** @param {HTMLElement} main */
  constructor(main) {
    this.controls = findControls(main);
    this.offer = offerOf(this.controls);
    this.results = /** @type {HTMLElement} */ (main.querySelector("[data-resultaten]"));
    this.cards = collectCards(this.results, main.querySelector("template[data-geen]"));
    this.engine = createEngine(sourcesIn(absolute(main.dataset.pagefind), absolute(main.dataset.woorden)));
    this.fiches = this.loadFiches(absolute(main.dataset.fiches));
    /** @type {State} */
    this.state = readState(location.search, this.offer);
    /** The query of the history entry we are on. */
    this.query = writeState(this.state);
    /** What it was before anyone typed in that entry. */
    this.settled = this.query;
    this.turn = 0;
    this.timer = 0;
    /** @type {readonly string[]} values the address asks and the page does not have */
    this.strangers = [];
    this.vantage = makeVantage(this.controls.place, (slug) => this.moveTo(slug));
  }

  /** Take over the state of the address: at the start, and after the back button. */
  restore() {
    clearTimeout(this.timer);
    this.state = readState(location.search, this.offer);
    this.query = this.settled = writeState(this.state);
    this.strangers = strangersIn(location.search, this.offer);
    writeControls(this.controls, this.state);
    this.show();
  }

  /**
   * What was typed before this script was there counts as typed.
   * @param {string} typed
   */
  adopt(typed) {
    this.engine.warm();
    if (!typed) return;
    this.controls.query.value = typed;
    this.typing();
  }

  /** @param {HTMLElement} main */
  listen(main) {
    const { query, search, facets, sort } = this.controls;
    query.addEventListener("focus", () => this.engine.warm(), { once: true });
    query.addEventListener("input", () => this.typing());
    search.addEventListener("submit", (event) => (event.preventDefault(), this.submit()));
    facets.addEventListener("submit", (event) => event.preventDefault());
    for (const { box } of this.controls.choices) box.addEventListener("change", () => this.choose());
    sort.addEventListener("change", () => this.choose({ sort: sort.value, from: ownTown.read() ?? "" }));
    main.addEventListener("click", ({ target }) => {
      const button = target instanceof Element && target.closest("[data-wis]");
      if (button) this.clear(button);
    });
    addEventListener("popstate", () => this.restore());
  }

  /** Something was typed: search when it pauses, in the same history entry. */
  typing() {
    this.turn++;
    this.results.dataset.searchState = "busy";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.read();
      history.replaceState(null, "", location.pathname + this.query);
      this.show();
    }, TYPING_PAUSE);
  }

  /** The search was sent: a new history entry, while the old one gets back what it said before the typing. */
  submit() {
    this.read();
    if (this.query !== this.settled) {
      history.replaceState(null, "", location.pathname + this.settled);
      this.push();
    }
    this.show();
  }

  /**
   * A filter or the sort order was changed: a new history entry.
   * @param {Partial<State>} [changes] what the controls do not say
   */
  choose(changes) {
    const before = this.query;
    this.read(changes);
    if (this.query !== before) this.push();
    this.show();
  }

  /**
   * Untick all filters, and with data-wis="alles" forget the search words as well.
   * @param {Element} button
   */
  clear(button) {
    for (const { box } of this.controls.choices) box.checked = false;
    if (button.getAttribute("data-wis") === "alles") this.controls.query.value = "";
    if (!this.controls.filters.contains(button)) focusCountLine(this.controls);
    this.choose();
  }

  /**
   * Distances are measured from another municipality.
   * @param {string} slug
   */
  moveTo(slug) {
    focusCountLine(this.controls);
    this.choose({ from: slug });
  }

  /**
   * Take over what the controls say.
   * @param {Partial<State>} [changes]
   */
  read(changes) {
    clearTimeout(this.timer);
    const typed = readControls(this.controls);
    const exact = this.state.exact && typed.q === this.state.q;
    const { sort, from } = this.state;
    this.strangers = [];
    this.state = tidyState({ ...typed, exact, sort, from, ...changes }, this.offer);
    this.query = writeState(this.state);
    writeSort(this.controls, this.state);
  }

  push() {
    history.pushState(null, "", location.pathname + this.query);
    this.settled = this.query;
  }

  /** Show the state; a newer call makes this one's answer ignored. */
  async show() {
    const turn = ++this.turn;
    this.results.dataset.searchState = "busy";
    showChips(this.controls, () => this.choose());
    const [fiches, answer, towns] = await Promise.all([this.fiches, this.search(this.state), this.towns()]);
    if (turn !== this.turn) return;
    if (fiches) this.showFiltered(fiches, answer, towns);
    else this.showUnfiltered(answer);
    this.results.dataset.searchState = "done";
    highlight(this.results.querySelectorAll(".kaart-titel, .kaart-tekst, .kaart-waar"), answer.words ?? []);
  }

  /**
   * @param {State} state
   * @returns {Promise<Answer>}
   */
  async search({ q, exact }) {
    if (!q) return { ranking: null, failed: false };
    return this.engine.rank(q, exact).then(
      ({ slugs, ...found }) => ({ ranking: slugs, ...found, failed: false }),
      () => ({ ranking: null, failed: true }),
    );
  }

  /**
   * All municipalities, when distances are asked or the words may name one; none when that is not so, or when they cannot
   * be loaded.
   * @returns {Promise<readonly import("./near.js").Town[]>}
   */
  async towns() {
    if (this.state.sort !== BY_DISTANCE && !this.state.q) return [];
    return loadTowns().then(({ gemeenten }) => gemeenten, () => []);
  }

  /**
   * @param {readonly Fiche[]} fiches
   * @param {Answer} answer
   * @param {readonly import("./near.js").Town[]} towns
   */
  showFiltered(fiches, { ranking, failed, ...found }, towns) {
    const { corrected = "", telling = [] } = found;
    const { q, facets, from } = this.state;
    const hits = hitsOf(fiches, ranking);
    const sort = failed && !this.state.sort ? "domein" : sortOf(this.state);
    const far = distances(fiches, towns, from);
    const list = sortFiches(filterFiches(hits, facets), sort, ranking, far).map(({ slug }) => slug);
    showCounts(this.controls, countValues(hits, facets));
    showCards(this.cards, list, sort === "domein" || (sort === BY_DISTANCE && !far.size));
    showAdvice(this.cards, isFiltered(this.state));
    showDistances(this.cards, far);
    this.vantage.show(sort === BY_DISTANCE, towns.find(({ slug }) => slug === from));
    const { choices, offers } = this.controls;
    const shown = { state: this.state, hits, choices, corrected, telling, towns, strangers: this.strangers };
    showOffers(offers, offersFor(shown), {
      literally: () => (focusCountLine(this.controls), this.choose({ exact: true })),
      filtered: (choice, rest) => this.takeFilter(choice, rest),
      near: ({ slug }, rest) => this.goNear(slug, rest),
    });
    const filtered = isFiltered(this.state);
    const line = { count: list.length, q, corrected, filtered, searchFailed: failed, filterFailed: false };
    showCountLine(this.controls, line);
  }

  /**
   * Filter by what the query named, and search the rest of it.
   * @param {import("./controls.js").Choice} choice
   * @param {string} rest
   */
  takeFilter({ box }, rest) {
    box.checked = true;
    this.controls.query.value = rest;
    focusCountLine(this.controls);
    this.choose();
  }

  /**
   * Sort by the distance from a municipality that the query named, and search the rest of it.
   * @param {string} slug
   * @param {string} rest
   */
  goNear(slug, rest) {
    this.controls.query.value = rest;
    focusCountLine(this.controls);
    this.choose({ sort: BY_DISTANCE, from: slug });
  }

  /**
   * Without the data there is no filtering or sorting, but searching still works.
   * @param {Answer} answer
   */
  showUnfiltered({ ranking, corrected, failed }) {
    const list = (ranking ?? [...this.cards.items.keys()]).filter((slug) => this.cards.items.has(slug));
    showCards(this.cards, list, !ranking);
    const { q } = this.state;
    const line = { count: list.length, q, corrected, filtered: false, searchFailed: failed, filterFailed: true };
    showCountLine(this.controls, line);
  }

  /**
   * The fiches of which the page has a card; null when they cannot be loaded, and then the filters go.
   * @param {string} address
   * @returns {Promise<readonly Fiche[] | null>}
   */
  async loadFiches(address) {
    try {
      const { fiches } = await readJson(address);
      return fiches.filter((/** @type {Fiche} */ { slug }) => this.cards.items.has(slug));
    } catch {
      removeFilters(this.controls);
      return null;
    }
  }
}

/**
 * @param {string | undefined} path relative to the page
 * @returns {string}
 */
const absolute = (path) => new URL(path ?? "", document.baseURI).href;

/** @param {HTMLElement} main */
function start(main) {
  const catalogue = new Catalogue(main);
  const { query, filters, opener } = catalogue.controls;
  const typed = document.activeElement === query ? query.value : null;
  revealControls(catalogue.controls);
  makeSheet(filters, opener);
  narrowLists(catalogue.controls);
  catalogue.listen(main);
  catalogue.restore();
  if (typed !== null) catalogue.adopt(typed);
}

const main = document.querySelector("[data-catalogus]");
if (main instanceof HTMLElement) start(main);
