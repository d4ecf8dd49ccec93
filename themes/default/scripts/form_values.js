/**
 * What people write in a form and what a fiche holds: numbers, ranges, dates, addresses, and the parts of a text. Pure:
 * texts in, texts out. What is not understood stays as it was written; the rules then say what is wrong with it.
 */

import { dateMeant, MONTHS } from "./slips.js";

const NBSP = "\u00a0";
const SLUG_AT_MOST = 100;

/**
 * A number, or a range of two, as a fiche has it: "€ 12.500", "0,5" and "600 tot 1.200" are 12500, 0.5 and a range.
 * @param {string} typed
 * @returns {string | {van: string, tot: string}}
 */
export function readNumber(typed) {
  const [van, tot, ...more] = typed.trim().split(/\s*(?:\btot\b|\sà\s|–|-(?=\s*[\d€]))\s*/).map(plainNumber);
  return van && tot && !more.length ? { van, tot } : plainNumber(typed);
}

function plainNumber(text) {
  const bare = text.trim().replace(/^(?:€|eur)\s*|(?:,-)?\s*(?:€|euro?|vte)?$/gi, "").replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, "");
  const whole = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare) ? bare.replaceAll(".", "") : bare;
  return whole.replace(/^(\d+),(\d+)$/, "$1.$2");
}

/** The same as people write it, with a comma. */
export const writeNumber = (value) =>
  value.van ? `${writeNumber(value.van)} tot ${writeNumber(value.tot)}` : value.replace(/^(\d+)\.(\d+)$/, "$1,$2");

/**
 * A date as a fiche has it: 1/2/2026 and 1 februari 2026 are 2026-02-01, 2/2026 and feb. 2026 are 2026-02.
 * @param {string} typed
 * @returns {string}
 */
export function readDate(typed) {
  const text = typed.trim();
  const whole = text.toLowerCase().replace(/([a-z]{3,})\.?/, (_, name) => MONTHS.find((each) => each.startsWith(name)) ?? name);
  return whole === "vandaag" ? today() : dateMeant(whole) || text;
}

/** The lines of a list. */
export const itemsOf = (text) => text.split("\n").map((line) => line.replace(/^(?:-|\d+[.)])\s+/, "").trim()).filter(Boolean);

/** A date of a fiche in words: 2016, juni 2016 or 30 juni 2016; "" when it is none. */
export function dateInWords(date) {
  const [, year, month, day] = date.match(/^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/) ?? [];
  const name = month && MONTHS[month - 1];
  return month && !name ? "" : [day && Number(day), name, year].filter(Boolean).join(NBSP);
}

/** The day it is here, as 2026-11-21. */
export const today = () => new Intl.DateTimeFormat("sv").format(new Date());

/** A text as a part of an address: lower case, no accents, hyphens. As slugify in register.py. */
export const slug = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, SLUG_AT_MOST);

const RIGHT = {
  getal: (typed) => writeNumber(readNumber(typed)),
  datum: readDate,
  web: (typed) => typed.trim().replace(/^(?=[\w.-]+\.\w{2,}(\/|$))/, "https://"),
  lang: (typed) => typed.trim().replace(/\s*\n\s*/g, " "),
  slug,
};

/** What was written, set right; the signs of Word go. */
export function setRight(kind, typed) {
  const text = typed.replace(/\v/g, "\n").replace(/[\0-\x08\f-\x1f\x7f-\x9f\xad]/g, "").replace(/^\s*[•·▪]\s*/gm, "- ");
  return RIGHT[kind]?.(text) ?? text;
}

/** An address made of a title that is not *taken*. */
export function freeSlug(title, taken) {
  const base = slug(title);
  let found = base;
  for (let place = 2; Object.hasOwn(taken, found); place++) found = `${base.slice(0, SLUG_AT_MOST - 4)}-${place}`;
  return found;
}

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

const blank = (text) => text.replace(/\s+/g, " ").trim();
