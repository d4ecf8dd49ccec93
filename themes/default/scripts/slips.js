/**
 * Slips of the pen: dates and numbers as people write them on paper, and how a fiche has them. Pure.
 *
 * generator/fichebak/slips.py does the same; tests/js/slips.json holds both to one list.
 */

export const MONTHS = [
  "januari", "februari", "maart", "april", "mei", "juni",
  "juli", "augustus", "september", "oktober", "november", "december",
];
const LENGTH_AT_MOST = 60; // of what is looked at: nobody writes a longer number
const DATES = [
  /^(?<day>[0-9]{1,2})(?<sign>[/. -])(?<month>[0-9]{1,2})\k<sign>(?<year>[0-9]{4})$/, // 1/2/2026
  /^(?<year>[0-9]{4})(?<sign>[/. -])(?<month>[0-9]{1,2})(?:\k<sign>(?<day>[0-9]{1,2}))?$/, // 2026/2/1
  /^(?<month>[0-9]{1,2})[/. -](?<year>[0-9]{4})$/, // 2/2026
  /^(?:(?<day>[0-9]{1,2}) )?(?<name>[a-z]+) (?<year>[0-9]{4})$/, // 1 februari 2026
];
const SPACES = /[ '’.\u00a0\u202f]/g;
const NUMBER =
  /^(?!.*(?:\bhte\b|half))[^0-9−–-]*(?<whole>[1-9][0-9]{0,2}(?:[ '’.\u00a0\u202f][0-9]{3})+|[0-9]+)(?<decimals>[.,][0-9]{1,2})?[^0-9]*$/i;

/**
 * The date that a text means, as a fiche has it (2026-02-01, 2026-02), or an empty text. The day comes before the month;
 * whether there is such a day is not looked at.
 * @param {string} text
 * @returns {string}
 */
export function dateMeant(text) {
  const written = text.trim().toLowerCase();
  if (written.length > LENGTH_AT_MOST) return "";
  const found = DATES.map((pattern) => pattern.exec(written)).find(Boolean)?.groups;
  const month = found?.name ? MONTHS.indexOf(found.name) + 1 || "" : found?.month;
  if (!found || !month) return "";
  return [found.year, month, found.day].filter(Boolean).map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * The number that a text means, digits with at most one point, or an empty text: thousands, a decimal comma, a currency
 * and a unit are mended. Not so halves (1 HTE).
 * @param {string} text
 * @returns {string}
 */
export function numberMeant(text) {
  const found = text.length <= LENGTH_AT_MOST ? NUMBER.exec(text)?.groups : undefined;
  return found ? found.whole.replace(SPACES, "") + (found.decimals ?? "").replace(",", ".") : "";
}
