/**
 * The sentences the catalogue's scripts write, in Dutch. All of them are here and nothing else is.
 */

const NUMBER = new Intl.NumberFormat("nl-BE");

/**
 * What the line above the list tells.
 * @typedef {object} Found
 * @property {number} count fiches in the list
 * @property {string} q the search words, or ""
 * @property {string} [corrected] what was searched in their place, when a word was mistyped
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
  const typed = found.corrected && ` (u typte ‘${found.q}’)`;
  const about = `${noun(found.count)}${found.q && ` voor ‘${found.corrected || found.q}’`}${typed || ""}`;
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

/** @param {Found} found */
function failureLine({ count, filtered, filterFailed }) {
  if (filterFailed) return `Zoeken en filteren lukken nu even niet. Dit zijn alle ${fiches(count)}.`;
  if (!filtered) return `Zoeken lukt nu even niet. Dit zijn alle ${fiches(count)}.`;
  const those = count === 1 ? "Dit is de ene fiche" : `Dit zijn de ${fiches(count)}`;
  return `Zoeken lukt nu even niet. ${count ? those : "Er zijn geen fiches"} met deze filters.`;
}

/** @param {number} count */
const noun = (count) => (count === 1 ? "fiche" : "fiches");
