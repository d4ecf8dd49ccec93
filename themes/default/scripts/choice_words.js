/**
 * The sentences of comparing and of the reader's own guide, in Dutch. Those that more pages share are in words.js.
 */

import { COLUMNS, fiches, full, keptFiches, number } from "./words.js";

export const notGiven = () => "niet opgegeven";

/** The rows of the comparison: what they are called, and the field of a fiche they show. */
export const compareRows = () =>
  /** @type {const} */ ([
    ["Waar", "waar"],
    ["Budget", "budget"],
    ["Personeel", "personeel"],
    ["Betaald door", "financiering"],
    ["Trekker", "trekker"],
    ["Partners", "partners"],
    ["Periode", "periode"],
    ["Status", "status"],
    ["Doelgroep", "doelgroep"],
    ["Schaal", "schaal"],
    ["In cijfers", "cijfers"],
    ["Wat er moet zijn", "randvoorwaarden"],
    ["Lessen", "lessen"],
    ["Bewijs", "bewijs"],
    ["Contact", "contact"],
    ["Nagekeken", "nagekeken"],
    ["Ingevuld", "ingevuld"],
  ]);

/** The label of a date that needs no second label in the row of that name. */
export const checked = () => "Nagekeken";

export const comparison = () => "Vergelijking";

export const fact = () => "Wat";

export const takeOut = () => "Haal weg";

/**
 * @param {string} title
 * @param {number} count
 */
export const saidTakenOut = (title, count) => `‘${title}’ is weggehaald. ${count ? `Nog ${fiches(count)}.` : ""}`.trim();

/**
 * @param {number} count those that were chosen
 * @param {number} shown those of the first {@link COLUMNS} that could be fetched
 */
export function comparedLine(count, shown) {
  if (count > COLUMNS) {
    const these = shown === COLUMNS ? `de eerste ${number(shown)} van` : `${number(shown)} van de`;
    return `Dit zijn ${these} ${fiches(count)}. Haalt u er een weg, dan komt de volgende erbij.`;
  }
  if (shown > 1) return `U vergelijkt ${fiches(shown)}.`;
  return count > 1 ? "Dit is één fiche." : "Dit is één fiche. Kies er nog een om te vergelijken.";
}

/** @param {number} count */
export const unknownFiches = (count) =>
  count === 1 ? "Eén gekozen fiche staat niet in deze catalogus." : `${fiches(count)} staan niet in deze catalogus.`;

/**
 * @param {number} count those for which there was no room
 * @param {number} most
 */
export function leftOut(count, most) {
  const those = count === 1 ? "één gekozen fiche is" : `${number(count)} gekozen fiches zijn`;
  return `Er is plaats voor ${fiches(most)}: ${those} weggelaten.`;
}

/** @param {number} count */
export const notLoaded = (count) =>
  `${count === 1 ? "Eén fiche kon" : `${fiches(count)} konden`} niet opgehaald worden. Kijk of u verbinding hebt en laad de pagina opnieuw.`;

export const noCatalogue = () => "De fiches konden niet opgehaald worden. Kijk of u verbinding hebt en laad de pagina opnieuw.";

export const loading = () => "De fiches worden opgehaald…";

export const addressCopied = () => "Het adres is gekopieerd.";

/** @param {string} address */
export const copyYourself = (address) => `Kopiëren lukt niet. Dit is het adres: ${address}`;

/**
 * @param {number} count all that are kept now
 * @param {number} left those for which there was no room
 */
export const savedThem = (count, left) =>
  left ? `Er was geen plaats voor ${fiches(left)}. ${full(count)}` : `Bewaard. U hebt nu ${keptFiches(count)}.`;

export const ownTitle = () => "Mijn gids";

const DAY = new Intl.DateTimeFormat("nl-BE", { dateStyle: "long" });

/**
 * What the cover of an own guide tells: paper does not say by itself how old it is.
 * @param {string} amount "3 fiches"
 * @param {Date} day
 */
export const madeOn = (amount, day) => `${amount}, samengesteld op ${DAY.format(day)}`;

/** @param {number} count */
export const guideLine = (count) => `${fiches(count)} in deze gids.`;

export const up = () => "Omhoog";

export const down = () => "Omlaag";

export const drop = () => "Verwijder";

/**
 * @param {string} title
 * @param {number} place
 * @param {number} count
 */
export const saidMoved = (title, place, count) => `‘${title}’ staat nu op plaats ${number(place)} van ${number(count)}.`;

/** @param {string} title */
export const saidFirst = (title) => `‘${title}’ staat al bovenaan.`;

/** @param {string} title */
export const saidLast = (title) => `‘${title}’ staat al onderaan.`;

/** @param {number} page */
export const onPage = (page) => `blz. ${number(page)}`;

/** @param {string} address */
export const standsAt = (address) => `Deze fiche op het web: ${address}`;

export const asPdf = () => "Deze fiche als pdf";
