/** A part of the CSV of all fiches: which of its lines, and what the file is called. Pure: strings in, strings out. */

import { fold } from "./spelling.js";

/** What an address says of a list beside its words and filters. */
const NOT_IN_A_NAME = ["letterlijk", "sorteer", "vanuit"];

/** Longer names are cut by some systems. */
const LONGEST_NAME = 80;

/**
 * The lines of these fiches in this order below the same head. Every line of the file is one row that begins with the
 * fiche; an apostrophe stands before a name that a spreadsheet would take for a number or a date.
 * @param {string} csv
 * @param {readonly string[]} slugs
 */
export function rowsOf(csv, slugs) {
  const [head, ...lines] = csv.split("\r\n");
  const bySlug = new Map(lines.map((line) => [line.split(";", 1)[0].replace(/^'/, ""), line]));
  return [head, ...slugs.map((slug) => bySlug.get(slug)).filter((line) => line !== undefined), ""].join("\r\n");
}

/**
 * A name that tells what is in the list: praktijken-fietsles-taal.csv.
 * @param {string} query of the address, with or without "?"
 */
export function nameOf(query) {
  const told = [...new URLSearchParams(query)].filter(([name]) => !NOT_IN_A_NAME.includes(name));
  const words = told.flatMap(([, value]) => fold(value));
  return `${["praktijken", ...words].join("-").slice(0, LONGEST_NAME).replace(/-+$/, "")}.csv`;
}
