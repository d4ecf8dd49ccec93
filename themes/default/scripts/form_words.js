/** The sentences of the form, in Dutch. What is wrong with a fiche is said by the rules, in the words of `check`. */

const NUMBER = new Intl.NumberFormat("nl-BE", { maximumFractionDigits: 2 });
const CENTS = new Intl.NumberFormat("nl-BE", { minimumFractionDigits: 2 });
const MOMENT = new Intl.DateTimeFormat("nl-BE", { dateStyle: "long", timeStyle: "short" });
const NBSP = "\u00a0";

/** @param {string} value as a fiche has it; what is no number is given back */
export const number = (value) => (!value || isNaN(Number(value)) ? value : NUMBER.format(Number(value)));

/** @param {string} value */
export const euro = (value) => value && `€${NBSP}${/\.(?!00$)/.test(value) ? CENTS.format(Number(value)) : number(value)}`;

export const notGiven = () => "niet opgegeven";

/** @param {number} count */
export const problems = (count) => (count === 1 ? "1 probleem" : `${count} problemen`);

export const filledIn = () => "ingevuld";

/** @param {number} count */
export const stillToDo = (count) => (count === 1 ? "Er is nog één ding te verbeteren" : `Er zijn nog ${count} dingen te verbeteren`);

/**
 * @param {number} count
 * @param {number} all
 */
export const completeness = (count, all) => `${count} van ${all} rubrieken ingevuld`;

/**
 * @param {number} count characters
 * @param {number} least
 * @param {number} most
 */
export const characters = (count, least, most) =>
  count < least ? `${count} tekens, minstens ${least}` : `${count} van hoogstens ${most} tekens`;

/** @param {string} date */
export const readAs = (date) => `Dat is ${date}.`;

/** @param {string} label */
export const takeAway = (label) => `Haal ‘${label}’ weg`;

/** @param {string} label */
export const taken = (label) => `‘${label}’ is weggehaald.`;

/** @param {string} label */
export const chosen = (label) => `‘${label}’ is gekozen.`;

export const main = () => "hoofddomein";

/** @param {number} count */
export const matches = (count) => (count === 1 ? "1 keuze. Kies met pijl omlaag." : `${count} keuzes. Kies met pijl omlaag.`);

export const noMatch = () => "Geen keuze past hierbij.";

/** @param {Date} moment */
export const restored = (moment) => `Hier is uw ontwerp weer, bewaard op ${MOMENT.format(moment)}.`;

export const kept = () => "Uw ontwerp blijft bewaard in deze browser.";

export const notKept = () => "Deze browser kan uw ontwerp niet bewaren. Maak de fiche af voor u de pagina sluit.";

export const cleared = () => "Uw ontwerp is gewist.";

export const noRules = () => "De keuzelijsten konden niet geladen worden. Kijk of u verbinding hebt en laad de pagina opnieuw. Wat u al schreef, blijft bewaard.";

/** @param {string} name */
export const noFiche = (name) => `De fiche ‘${name}’ kon niet geladen worden. Kijk of het adres klopt en laad de pagina opnieuw.`;

/** @param {string} title */
export const slugTaken = (title) => `Dit adres is al van ‘${title}’. Kies een ander.`;

export const slugNeeded = () => "Geef de fiche een adres.";

export const subsidy = (/** @type {string} */ amount) => `subsidie tot ${amount}`;

export const staff = () => "medewerkers";

/** @param {number} more */
export const andOthers = (more) => `en ${more} andere ${more === 1 ? "gemeente" : "gemeenten"}`;

/** @param {readonly string[]} names */
export const also = (names) => (names.length ? `ook bij ${names.join(", ")}` : "");

/** @param {string} note */
export const paidBy = (note) => `Betaald door: ${note}`;

/** @param {number | string} year */
export const inYear = (year) => `in ${year}`;

export const unknown = () => "onbekend";

export const notInSource = () => "niet vermeld in de bron";

/**
 * When a practice ran.
 * @param {string} from in words, or ""
 * @param {string} to
 * @param {boolean} exact whether *from* is a day
 */
export function period(from, to, exact) {
  if (from && to) return from === to ? from : `${from} tot ${to}`;
  if (from) return `gestart ${exact ? "op" : "in"} ${from}`;
  return to && `tot ${to}`;
}

/**
 * Where a practice stood when someone last looked.
 * @param {boolean} planned
 * @param {string} year
 * @param {string} checked in words
 */
export const lastKnown = (planned, year, checked) => `${planned ? "was gepland" : "liep"} in ${year} (laatst nagekeken ${checked})`;
