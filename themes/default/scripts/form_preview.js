/** The fiche as the site will show it, beside the form: how complete it is, its card and its facts. As present.py. */

import { make } from "./elements.js";
import { dateInWords, today } from "./form_values.js";
import {
  also, andOthers, completeness, euro, inYear, lastKnown, notGiven, notInSource, number, paidBy, period, staff, unknown,
} from "./form_words.js";

/**
 * @typedef {(key: string, value: string) => string} Label how a value of a field reads
 * @typedef {[large?: string, small?: string, note?: string]} Line
 */

const FRESH_DAYS = 730;
const NBSP = "\u00a0";

/** @param {HTMLElement} box @param {Record<string, any>} gegevens @param {Label} label */
export function showPreview(box, gegevens, label) {
  const { domeinen = [], budget = {}, trekker, contact } = gegevens;
  const named = (key) => (gegevens[key] ?? []).map((each) => label(key, each));
  const [domain, ...others] = named("domeinen");
  const shown = {
    domein: domain,
    ook: others.length ? also(others) : "",
    titel: gegevens.titel,
    samenvatting: gegevens.samenvatting,
    waar: where(gegevens, label),
    budget: [...(budget.bedragen ?? []).map((each) => amount(each, label)), ["", "", budget.financiering && paidBy(budget.financiering.join("; "))], ["", "", budget.toelichting]],
    personeel: budget.personeel?.map(post),
    trekker: known(trekker)?.join(", ") ?? (trekker && notInSource()),
    partners: gegevens.partners?.join(", "),
    periode: whenever(gegevens.periode ?? {}),
    status: status(gegevens, label, today()),
    doelgroep: named("doelgroepen").join(", "),
    schaal: gegevens.werkingsgebied && [["", label("werkingsgebied", gegevens.werkingsgebied), gegevens.gemeenten && gegevens.plaats]],
    cijfers: gegevens.cijfers?.map(figure),
    contact: known(contact)?.map(({ organisatie, functie, email }) => ["", organisatie, listed(functie, email)]) ?? (contact && notInSource()),
  };
  for (const place of box.querySelectorAll("[data-toont]")) show(place, shown[place.dataset.toont]);
  box.querySelector(".kaart").className = `kaart kaart-klein ${domeinen.length ? `domein-${domeinen[0]}` : ""}`;
  showCompleteness(box, gegevens);
}

/** What the source tells of: not the word onbekend. */
const known = (value) => (value && String(value) !== "onbekend" ? value : undefined);

const listed = (...parts) => parts.filter(Boolean).join(", ");

/** @param {HTMLElement} place @param {string | Line[] | undefined} value */
function show(place, value) {
  place.dataset.leeg ??= place.textContent;
  const lines = Array.isArray(value) ? value.filter((parts) => parts.some(Boolean)) : [];
  if (lines.length) {
    const list = make("ul", "rijen");
    list.append(...lines.map(line));
    place.replaceChildren(list);
  } else if (value && !Array.isArray(value)) place.textContent = value;
  else if (place.matches("dd")) place.replaceChildren(make("span", "stil", notGiven()));
  else place.textContent = place.dataset.leeg;
}

/** @param {Line} parts */
function line(parts) {
  const item = make("li");
  for (const [place, name] of /** @type {const} */ (["b", "span", "small"]).entries()) if (parts[place]) item.append(make(name, "", parts[place]), " ");
  return item;
}

/** The page says which keys count. */
function showCompleteness(box, gegevens) {
  const all = [...box.querySelectorAll("[data-rubriek]")];
  for (const each of all) each.hidden = each.dataset.rubriek.split(" ").some((path) => isFilled(gegevens, path));
  const count = all.filter((each) => each.hidden).length;
  for (const [place, bar] of box.querySelectorAll(".streepjes rect").entries()) bar.setAttribute("class", place < count ? "vol" : "ledig");
  box.querySelector("[data-ingevuld]").textContent = completeness(count, all.length);
  box.querySelector(".nog-leeg").hidden = count === all.length;
}

/** Whether a fiche tells what stands at *path*; onbekend is missing. */
export const isFilled = (gegevens, path) => Boolean(known(path.split(".").reduce((found, key) => found?.[key], gegevens)));

function where({ gemeenten = [], plaats, werkingsgebied }, label) {
  if (gemeenten.length > 3) return plaats ?? `${gemeenten[0]} ${andOthers(gemeenten.length - 1)}`;
  return gemeenten.join(", ").replace(/, ([^,]*)$/, " en $1") || plaats || (known(werkingsgebied) && label("werkingsgebied", werkingsgebied));
}

const range = (value, write, between) => (value.van ? `${write(value.van)}${between}${write(value.tot)}` : write(value));

const amount = ({ euro: value = "", per, toelichting }, label) => [range(value, euro, " tot "), per && label("per", per), toelichting];

const post = ({ vte, aantal = "", rol, toelichting }) =>
  vte ? [`${range(vte, number, "–")}${NBSP}VTE`, rol, toelichting] : [number(aantal), rol ?? staff(), toelichting];

function figure({ waarde = "", eenheid = "", toelichting = "", jaar = "" }) {
  const year = jaar && !`${eenheid} ${toelichting}`.includes(jaar) ? inYear(jaar) : "";
  const what = eenheid.replace(/^(?:%|procent\b) */i, "");
  if (what !== eenheid) return [`${range(waarde, number, "–")}${NBSP}%`, listed(what || toelichting, year), what && toelichting];
  if (/^euro$/i.test(eenheid)) return [range(waarde, euro, " tot "), listed(toelichting, year)];
  return [range(waarde, number, "–"), listed(eenheid, year), toelichting];
}

const whenever = ({ start = "", einde = "", toelichting }) => [["", period(dateInWords(start), dateInWords(einde), start.length > 7), toelichting]];

/**
 * Where the practice stands: no old fiche is ever shown as running.
 * @param {Record<string, any>} gegevens
 * @param {Label} label
 * @param {string} now as 2026-11-21
 */
export function status({ status: given, laatst_nagekeken, periode = {} }, label, now) {
  const [checked, start, end] = [laatst_nagekeken, periode.start, periode.einde].map((date = "") => (dateInWords(date) ? date : ""));
  const before = (date, other) => date && lastDay(date) < other;
  if (given === "afgerond" || given === "gestopt") return label("status", given);
  if (before(end, now) && given !== "ingebed") return label("status", "afgerond");
  if (given && checked && Date.parse(now) - Date.parse(lastDay(checked)) <= FRESH_DAYS * 86_400_000) return label("status", given);
  if (start > now.slice(0, start.length)) return label("status", "gepland");
  return checked ? lastKnown(given === "gepland" || start > lastDay(checked), checked.slice(0, 4), dateInWords(checked)) : unknown();
}

/** The last day a date can be. */
function lastDay(date) {
  const [year, month = "12", day] = date.split("-");
  return day ? date : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
