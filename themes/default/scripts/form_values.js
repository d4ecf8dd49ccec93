/**
 * What people write in a form and what a fiche holds: numbers, ranges, dates, addresses, and the parts of a text. Pure:
 * texts in, texts out. What is not understood stays as it was written; the rules then say what is wrong with it.
 */

/** @typedef {string | {van: string, tot: string}} NumberText */

const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const NBSP = "\u00a0";

/**
 * A number, or a range of two, as a fiche has it: "€ 12.500", "0,5" and "600 tot 1.200" are 12500, 0.5 and a range.
 * @param {string} typed
 * @returns {NumberText}
 */
export function readNumber(typed) {
  const [van, tot, ...more] = typed.trim().split(/\s*(?:\btot\b|–|-(?=\s*[\d€]))\s*/).map(plainNumber);
  return tot && van && !more.length ? { van, tot } : plainNumber(typed);
}

/** @param {string} text */
function plainNumber(text) {
  const bare = text.trim().replace(/^€\s*|\s*(?:€|euro)$/gi, "").replace(/(?<=\d)[\s\u00a0](?=\d{3}(?!\d))/g, "");
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare)) return bare.replaceAll(".", "").replace(",", ".");
  return /^\d+,\d+$/.test(bare) ? bare.replace(",", ".") : bare;
}

/**
 * The same as people write it, with a comma.
 * @param {NumberText} value
 * @returns {string}
 */
export const writeNumber = (value) =>
  typeof value === "string" ? value.replace(/^(\d+)\.(\d+)$/, "$1,$2") : `${writeNumber(value.van)} tot ${writeNumber(value.tot)}`;

/**
 * A date as a fiche has it: 1/2/2026, 1-2-2026 and 1 februari 2026 are 2026-02-01, 2/2026 and februari 2026 are 2026-02.
 * @param {string} typed
 * @returns {string}
 */
export function readDate(typed) {
  const text = typed.trim().toLowerCase();
  const [, day, name, year] = text.match(/^(?:(\d{1,2})[\s./-]+)?(\d{1,2}|[a-z]{3,})[\s./-]+(\d{4})$/) ?? [];
  const month = /^\d/.test(name) ? Number(name) : MONTHS.findIndex((each) => each.startsWith(name)) + 1;
  if (!year || !month) return typed.trim().replace(/^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?$/, (_, y, m, d) => dashed(y, m, d));
  return dashed(year, month, day);
}

/**
 * @param {string} year
 * @param {string | number} month
 * @param {string} [day]
 */
const dashed = (year, month, day) => [year, month, ...(day ? [day] : [])].map((part) => String(part).padStart(2, "0")).join("-");

/**
 * A date in words: 2016, juni 2016 or 30 juni 2016; "" when it is none.
 * @param {string} date as a fiche has it
 * @returns {string}
 */
export function dateInWords(date) {
  const [, year, month, day] = date.match(/^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/) ?? [];
  if (!year || (month && !MONTHS[Number(month) - 1])) return "";
  return [...(day ? [Number(day)] : []), ...(month ? [MONTHS[Number(month) - 1]] : []), year].join(NBSP);
}

/**
 * A text as a part of an address: lower case, no accents, hyphens. As slugify in register.py.
 * @param {string} text
 * @returns {string}
 */
export const slug = (text) =>
  text.replace(/[’']/g, "-").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/**
 * A body of which each part stands under a heading; those without text are left out.
 * @param {readonly (readonly [heading: string, text: string])[]} parts a part without heading stands as it is
 * @returns {string}
 */
export const joinBody = (parts) =>
  parts.map(([heading, text]) => [heading && `## ${heading}`, text.trim()]).filter(([, text]) => text)
    .map((part) => part.filter(Boolean).join("\n\n")).join("\n\n");

/**
 * The texts of a body under *headings*; null when it has other parts than these, or another order.
 * @param {string} body
 * @param {readonly string[]} headings
 * @returns {string[] | null}
 */
export function splitBody(body, headings) {
  const parts = body.replace(/\r\n?/g, "\n").trim().split(/^(?=## )/m).filter(Boolean);
  const texts = headings.map((heading) => {
    const part = parts.find((each) => each.startsWith(`## ${heading}\n`));
    return part ? part.slice(heading.length + 4).trim() : "";
  });
  const again = joinBody(headings.map((heading, at) => [heading, texts[at]]));
  return blank(again) === blank(body) ? texts : null;
}

/** @param {string} text */
const blank = (text) => text.replace(/\s+/g, " ").trim();
