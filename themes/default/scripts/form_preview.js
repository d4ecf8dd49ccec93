/** The fiche as the site will show it, beside the form: how complete it is, its card and its facts. */

import { make } from "./elements.js";
import { dateInWords } from "./form_values.js";
import {
  also, andOthers, completeness, euro, inYear, lastKnown, notGiven, notInSource, number, paidBy, period, staff, subsidy, unknown,
} from "./form_words.js";

/**
 * @typedef {import("./form_fields.js").Gegevens} Gegevens
 * @typedef {import("./form_values.js").NumberText} NumberText
 * @typedef {[large: string, small?: string, note?: string]} Line
 */

const FRESH = 730 * 24 * 3600 * 1000; // as FRESH_DAYS in present.py, in milliseconds
const NBSP = "\u00a0";

/**
 * @param {HTMLElement} box
 * @param {Gegevens} gegevens
 * @param {(pad: string, value: string) => string} label how a value of a field reads
 */
export function showPreview(box, gegevens, label) {
  showCompleteness(box, gegevens);
  const { domeinen = [], budget = {}, periode = {}, contact, trekker } = gegevens;
  box.querySelector(".kaart")?.setAttribute("class", `kaart kaart-klein ${domeinen[0] ? `domein-${domeinen[0]}` : ""}`);
  const named = (/** @type {string} */ pad) => (gegevens[pad] ?? []).map((/** @type {string} */ each) => label(pad, each));
  const [domain, ...others] = named("domeinen");
  /** @type {Record<string, string | Line[] | undefined>} */
  const shown = {
    domein: domain, ook: also(others), titel: gegevens.titel, samenvatting: gegevens.samenvatting, waar: where(gegevens, label),
    budget: (budget.bedragen ?? []).map((/** @type {any} */ each) => amount(each, label)).concat(budget.financiering ? [["", "", paidBy(budget.financiering.join("; "))]] : [], budget.toelichting ? [["", "", budget.toelichting]] : []),
    personeel: (budget.personeel ?? []).map(post),
    trekker: known(trekker)?.join(", ") ?? (trekker && notInSource()),
    partners: (gegevens.partners ?? []).join(", "),
    periode: inWords(periode), status: status(gegevens, label, new Date()), doelgroep: named("doelgroepen").join(", "),
    schaal: gegevens.werkingsgebied && label("werkingsgebied", gegevens.werkingsgebied),
    cijfers: (gegevens.cijfers ?? []).map(figure),
    contact: known(contact)?.map((/** @type {any} */ each) => ["", each.organisatie ?? "", [each.functie, each.email].filter(Boolean).join(", ")]) ?? (contact && notInSource()),
  };
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-toont]"))) show(place, shown[place.dataset.toont ?? ""]);
}

/** What the source tells of: not the word onbekend. */
const known = (/** @type {any} */ list) => (Array.isArray(list) && String(list) !== "onbekend" ? list : undefined);

/** @param {HTMLElement} place @param {string | Line[] | undefined} value */
function show(place, value) {
  place.dataset.leeg ??= place.textContent ?? "";
  if (Array.isArray(value) && value.length) {
    const list = make("ul", "rijen");
    list.append(...value.map(line));
    place.replaceChildren(list);
  } else if (value?.length) place.textContent = String(value);
  else if (place.tagName === "DD") place.replaceChildren(make("span", "stil", notGiven()));
  else place.textContent = place.dataset.leeg;
}

/** @param {Line} parts */
function line([large, small = "", note = ""]) {
  const item = make("li");
  if (large) item.append(make("b", "", large), " ");
  if (small) item.append(make("span", "", small), " ");
  if (note) item.append(make("small", "", note));
  return item;
}

/** The same count as `completeness` in present.py: the page says which keys count. */
function showCompleteness(/** @type {HTMLElement} */ box, /** @type {Gegevens} */ gegevens) {
  const all = /** @type {HTMLElement[]} */ ([...box.querySelectorAll("[data-rubriek]")]);
  for (const each of all) each.hidden = (each.dataset.rubriek ?? "").split(" ").some((path) => filled(gegevens, path));
  const count = all.filter((each) => each.hidden).length;
  for (const [place, bar] of [...box.querySelectorAll(".streepjes rect")].entries()) bar.setAttribute("class", place < count ? "vol" : "ledig");
  /** @type {HTMLElement} */ (box.querySelector("[data-ingevuld]")).textContent = completeness(count, all.length);
  /** @type {HTMLElement} */ (box.querySelector(".nog-leeg")).hidden = count === all.length;
}

/**
 * @param {Gegevens} gegevens
 * @param {string} path
 */
export function filled(gegevens, path) {
  const value = path.split(".").reduce((found, key) => found?.[key], /** @type {any} */ (gegevens));
  return value !== undefined && String(value) !== "onbekend";
}

/** @param {Gegevens} gegevens @param {(pad: string, value: string) => string} label */
function where({ gemeenten = [], plaats, werkingsgebied }, label) {
  if (gemeenten.length > 3) return plaats ?? `${gemeenten[0]} ${andOthers(gemeenten.length - 1)}`;
  const names = gemeenten.join(", ").replace(/, ([^,]*)$/, " en $1");
  return names || plaats || (werkingsgebied && werkingsgebied !== "onbekend" ? label("werkingsgebied", werkingsgebied) : "");
}

/**
 * @param {NumberText} value
 * @param {(one: string) => string} write
 * @param {string} between
 */
const range = (value, write, between) => (typeof value === "string" ? write(value) : `${write(value.van)}${between}${write(value.tot)}`);

/** @returns {Line} */
function amount(/** @type {any} */ { euro: value, per, toelichting }, /** @type {(pad: string, value: string) => string} */ label) {
  return [range(value ?? "", euro, " tot "), per ? label("per", per) : "", toelichting];
}

/** @returns {Line} */
function post(/** @type {any} */ { vte, aantal, rol, toelichting }) {
  return vte ? [`${range(vte, number, "–")}${NBSP}VTE`, rol, toelichting] : [number(aantal ?? ""), rol ?? staff(), toelichting];
}

/** As cijfer_regel in present.py. @returns {Line} */
function figure(/** @type {any} */ { waarde = "", eenheid = "", toelichting = "", jaar = "" }) {
  const year = jaar && !`${eenheid} ${toelichting}`.includes(jaar) ? inYear(jaar) : "";
  const joined = (/** @type {string[]} */ ...parts) => parts.filter(Boolean).join(", ");
  const what = eenheid.replace(/^(?:%|procent\b) */i, "");
  if (what !== eenheid) return [`${range(waarde, number, "–")}${NBSP}%`, joined(what || toelichting, year), what && toelichting];
  if (/^euro$/i.test(eenheid)) return [range(waarde, euro, " tot "), joined(toelichting, year)];
  return [range(waarde, number, "–"), joined(eenheid, year), toelichting];
}

/** @param {{start?: string, einde?: string, toelichting?: string}} periode @returns {Line[]} */
function inWords({ start = "", einde = "", toelichting = "" }) {
  const words = period(dateInWords(start), dateInWords(einde), start.length === 10);
  return words || toelichting ? [["", words, toelichting]] : [];
}

/**
 * Where the practice stands, as `status` in present.py: no old fiche is ever shown as running.
 * @param {Gegevens} gegevens
 * @param {(pad: string, value: string) => string} label
 * @param {Date} now
 */
export function status({ status: given, laatst_nagekeken, periode = {} }, label, now) {
  const [checked, start, einde] = [laatst_nagekeken, periode.start, periode.einde].map((date) => (dateInWords(date ?? "") ? date : ""));
  const today = now.toISOString().slice(0, 10);
  const [first, seen, end] = [start + "-01-01".slice(start.length - 4), checked && last(checked), einde && last(einde)];
  if (given === "afgerond" || given === "gestopt") return label("status", given);
  if (einde && end < today && given !== "ingebed") return label("status", "afgerond");
  if (given && checked && now.getTime() - Date.parse(seen) <= FRESH) return label("status", given);
  if (start && first > today) return label("status", "gepland");
  return checked ? lastKnown(given === "gepland" || (start && first > seen), checked.slice(0, 4), dateInWords(checked)) : unknown();
}

/** The last day a date can be. @param {string} date */
function last(date) {
  const [year, month = "12", day] = date.split("-");
  return day ? date : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}
