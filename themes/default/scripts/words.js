/**
 * The sentences the catalogue's scripts write, in Dutch. All of them are here or in choice_words.js, and nothing else is.
 */

const NUMBER = new Intl.NumberFormat("nl-BE");

/**
 * What the line above the list tells.
 * @typedef {object} Found
 * @property {number} count fiches in the list
 * @property {string} q the search words, or ""
 * @property {string} [corrected] what was searched in their place, when a word was mistyped; {@link insteadOf} tells so
 * @property {boolean} filtered whether filters are on
 * @property {boolean} searchFailed the search engine could not be loaded: the list leaves the words out of account
 * @property {boolean} filterFailed the data could not be loaded: the list leaves the filters out of account
 */

/**
 * The line above the list in two parts: what is set large (may be empty), and the rest.
 * @param {Found} found
 * @returns {{large: string, rest: string}}
 */
export function countLine(found) {
  if (found.searchFailed) return { large: "", rest: failureLine(found) };
  const instead = found.corrected && ` in plaats van ‘${found.q}’`;
  const about = `${noun(found.count)}${found.q && ` voor ‘${found.corrected || found.q}’`}${instead || ""}`;
  const large = found.count ? number(found.count) : "Geen";
  if (found.filterFailed) return { large, rest: `${about}. Filteren lukt nu even niet.` };
  return { large, rest: found.count || !found.filtered ? about : `${about} met deze filters` };
}

/**
 * "9 fiches", "1 fiche", "0 fiches".
 * @param {number} count
 * @returns {string}
 */
export const fiches = (count) => `${number(count)} ${noun(count)}`;

/**
 * @param {number} count
 * @returns {string}
 */
export const number = (count) => NUMBER.format(count);

/**
 * The badge on the phone's filter button: "(2)", or nothing.
 * @param {number} count
 * @returns {string}
 */
export const badge = (count) => (count ? `(${number(count)})` : "");

/**
 * @param {string} label
 * @returns {string}
 */
export const removeFilter = (label) => `Verwijder filter ${label}`;

/** @returns {string} */
export const clearFilters = () => "Alles wissen";

/**
 * The way back to the words as they were typed.
 * @param {string} typed
 * @returns {string}
 */
export const insteadOf = (typed) => `Zoek toch naar ‘${typed}’`;

/**
 * What an address asks and the page does not have.
 * @param {readonly string[]} values
 * @returns {string}
 */
export const noSuchFilter = (values) =>
  values.length === 1 ? `‘${values[0]}’ is hier geen filter en telt niet mee.` : `${values.map((value) => `‘${value}’`).join(", ")} zijn hier geen filters en tellen niet mee.`;

/**
 * A facet's own search field finds nothing.
 * @param {string} text
 * @returns {string}
 */
export const noneNamed = (text) => `Geen fiches bij ‘${text}’.`;

/**
 * A filter that a word of the query names.
 * @param {string} facet
 * @param {string} label
 * @returns {string}
 */
export const onlyThose = (facet, label) => `Alleen ${facet.toLowerCase()} ${label}`;

/**
 * What is near a municipality that has no fiches itself.
 * @param {string} town
 * @returns {string}
 */
export const closeTo = (town) => `Dicht bij ${town}`;

/**
 * How far a fiche is from a place, which need not be the reader's own.
 * @param {number} km
 * @returns {string}
 */
export const away = (km) => (km < 0.5 ? "in deze gemeente" : `op ${number(Math.round(km))} km`);

/**
 * What is said of the municipality someone chose.
 * @param {string} name
 * @param {string} former the name it had, when that is what was typed
 * @param {number} count its fiches
 * @returns {string}
 */
export function aboutTown(name, former, count) {
  const merged = former && `${former} is nu deel van ${name}. `;
  return `${merged}${count ? `${fiches(count)} uit ${name} zelf.` : `Uit ${name} zelf zijn er nog geen fiches.`}`;
}

/** @param {string} name */
export const nearTown = (name) => `In de buurt van ${name}`;

/** @param {string} name */
export const fromTown = (name) => `Vanuit ${name}`;

/**
 * @param {string} province "Provincie Antwerpen"
 * @param {string} amount "9 fiches"
 */
export const inProvince = (province, amount) => `${province}: ${amount}`;

/** @param {string} text */
export const noTown = (text) => (text ? `Geen gemeente in België heet ‘${text}’.` : "Typ een gemeente of een postcode.");

/** @returns {string} */
export const whichTown = () => "Welke gemeente bedoelt u?";

/** @returns {string} */
export const townsFail = () => "De lijst van gemeenten is nu even niet te laden. Probeer het later opnieuw.";

/** @returns {string} */
export const nearFails = () => "Wat in de buurt gebeurde, is nu even niet te laden. Probeer het later opnieuw.";

/**
 * @param {number} count
 * @param {string} file
 */
export const downloaded = (count, file) => `${fiches(count)} bewaard in ${file}.`;

export const downloadFailed = () => "De lijst is nu even niet te downloaden. Kijk of u verbinding hebt en probeer het opnieuw.";

export const nothingToDownload = () => "In deze lijst staat geen fiche: er valt niets te downloaden.";

/** What suggestions are of, as the heading of those of one kind. */
const KINDS = {
  domein: "Domeinen", gemeente: "Gemeenten", provincie: "Provincies", doelgroep: "Doelgroepen", fiche: "Fiches",
  organisatie: "Organisaties", aanbeveling: "Aanbevelingen", woord: "Woordenlijst",
};

/**
 * @param {string} kind
 * @returns {string}
 */
export const kinds = (kind) => KINDS[/** @type {keyof typeof KINDS} */ (kind)] ?? kind;

/** @returns {string} */
export const suggestionList = () => "Suggesties";

/**
 * What a screen reader says when there are new suggestions.
 * @param {number} count
 * @returns {string}
 */
export function suggestionCount(count) {
  if (!count) return "Geen suggesties.";
  return `${number(count)} ${count === 1 ? "suggestie" : "suggesties"}. Kies met pijl omlaag.`;
}

/**
 * The last suggestion: to search what is typed.
 * @param {string} q
 * @returns {string}
 */
export function searchAll(q) {
  const letters = [...q];
  return `Zoek ‘${letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : q}’ in alle fiches`;
}

/**
 * The button that switches the key to the search field on and off.
 * @param {boolean} off what it is now
 * @returns {string}
 */
export const switchKey = (off) => (off ? "Sneltoets / weer aanzetten" : "Sneltoets / naar het zoekveld uitzetten");

/** How many fiches are compared at once: more columns cannot be read. */
export const COLUMNS = 6;

/* The star and the tray. What follows the word on a star is for a reader by ear. */

export const keepWord = () => "Bewaar";

export const keptWord = () => "Bewaard";

export const keepFiche = () => "Bewaar deze fiche";

export const keptFiche = () => "Deze fiche is bewaard";

/** @param {string} title */
export const titled = (title) => ` ‘${title}’`;

/** @param {number} count */
export const keptFiches = (count) => `${fiches(count)} bewaard`;

export const yourSelection = () => "Uw selectie";

/** @param {number} count */
export const compareThem = (count) => (count > COLUMNS ? `Vergelijk de eerste ${COLUMNS}` : "Vergelijk");

export const makeGuide = () => "Maak een gids";

export const clearSelection = () => "Wis";

export const putBack = () => "Zet terug";

export const saidCleared = () => "Selectie gewist";

/** @param {number} count */
export const saidPutBack = (count) => `Teruggezet. ${keptFiches(count)}.`;

/**
 * @param {string} title
 * @param {number} count
 */
export const saidKept = (title, count) => `‘${title}’ is bewaard. ${keptFiches(count)}.`;

/**
 * @param {string} title
 * @param {number} count
 */
export const saidTaken = (title, count) =>
  `‘${title}’ is niet meer bewaard. ${count ? keptFiches(count) : "Uw selectie is leeg"}.`;

/** @param {number} most */
export const full = (most) => `U bewaart al ${number(most)} fiches. Meer kan niet: haal er eerst een weg.`;

/** @param {Found} found */
function failureLine({ count, filtered, filterFailed }) {
  if (filterFailed) return `Zoeken en filteren lukken nu even niet. Dit zijn alle ${fiches(count)}.`;
  if (!filtered) return `Zoeken lukt nu even niet. Dit zijn alle ${fiches(count)}.`;
  const those = count === 1 ? "Dit is de ene fiche" : `Dit zijn de ${fiches(count)}`;
  return `Zoeken lukt nu even niet. ${count ? those : "Er zijn geen fiches"} met deze filters.`;
}

/** @param {number} count */
const noun = (count) => (count === 1 ? "fiche" : "fiches");

/**
 * What to do about a value that was typed in another way.
 * @param {string} meant
 */
export const writeInstead = (meant) => `Schrijf: ${meant}`;
