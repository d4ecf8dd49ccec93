/**
 * What is wrong in the text of a fiche, as body.py and links.py of the generator find it. Pure: text in, problems out.
 *
 * Left to `fichebak check`, for who fills in a form hardly makes these mistakes: notes, tables, markup from elsewhere,
 * lists that go too deep, too many signs in a paragraph, signs that paper lacks, and addresses on a line of their own.
 */

import { lengthOf, strip } from "./as_python.js";

/** @typedef {import("./form_rules.js").Rules} Rules */
/** @typedef {[line: number, code: string, values: { [name: string]: unknown }]} Found the line is counted from 1 */

const SIGNS = String.raw`(?:[ >]|[-*+] |\d{1,9}[.)] )*`; // of lists and quotes
const HEADING = new RegExp(`^${SIGNS}(?<signs>#{1,6})(?!#)(?<words>.*)$`);
const FENCE = new RegExp(`^(?<before>${SIGNS})(?<fence>\`{3,}|~{3,})(?<info>[^\`]*)$`);
const RULE = /^ {0,3}([-*_])(?: *\1){2,} *$/;
const TAG = /<[A-Za-z/!?][^>\n]{0,60}>?/gu;
const AUTOLINK = /<((?:[a-z][a-z0-9+.-]{1,31}:|[\p{L}\p{N}_.+-]+@)[^\s<>]*)>/giu;
const ESCAPED = /\\[!-/:-@\[-`{-~]/.source;
const STEP = String.raw`(?:${ESCAPED}|[^\s()])*`;
const TARGET = new RegExp(String.raw`\]\(\s*(<[^<>\n]*>|${STEP}(?:\(${STEP}\)${STEP})*)`, "y");
const PRACTICE = /^(?:\.\.\/practices\/|\.\.\/|\/?praktijken\/)?([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.md|\/)$/;
const IMAGE = /^(?:\.\.\/)?afbeeldingen\/([\p{L}\p{N}_-]+\.(?:png|jpg|jpeg|webp))$/u;
const GLUED_ITEM = /^[ >]*-(?<words>(?:[*_]{1,2}|\[)?[\p{L}\p{Nl}\p{No}].*)/u;
const NO_TEXT = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

/**
 * The sign that has no place in a text, as U+0000, with where it is; undefined when there is none.
 * @param {string} text
 */
export function oddSign(text) {
  const found = NO_TEXT.exec(text);
  const number = found?.[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return found && { at: found.index, teken: `U+${number}` };
}

/**
 * @param {string} text
 * @param {Rules} rules
 * @returns {Generator<Found>}
 */
export function* textProblems(text, rules) {
  const body = text.replaceAll("\r\n", "\n");
  const [lengte, hoogstens] = [lengthOf(body), rules.tekst_hoogstens];
  const odd = oddSign(body);
  if (odd) {
    yield [lineAt(body, odd.at), "F004", { teken: odd.teken }];
    return;
  }
  if (lengte > hoogstens) {
    yield [1, "F077", { lengte, hoogstens }];
    return;
  }
  const raw = body.split("\n");
  const kinds = [...fenced(raw)];
  const lines = raw.map((line, at) => (kinds[at] ? " ".repeat(line.length) : line));
  const plain = lines.join("\n").split(/(\n *(?=\n))/).map(withoutCode).join("");
  if (["open", "code"].includes(kinds[kinds.length - 1])) yield [kinds.lastIndexOf("open") + 1, "F079", {}];
  yield* emptyItems(lines);
  yield* gluedItems(lines, raw);
  yield* headings(lines);
  yield* tags(plain);
  yield* links(plain, body, lines, rules);
}

/** @param {string} text @param {number} position */
const lineAt = (text, position) => text.slice(0, position).split("\n").length;

/**
 * What each line is: text (an empty word), the `open` or `close` of a code block, or `code` in it.
 * @param {string[]} lines
 */
function* fenced(lines) {
  let [fence, quote] = ["", false];
  for (const line of lines) {
    const found = FENCE.exec(line)?.groups;
    if (quote && !/^ *>/.test(line)) [fence, quote] = ["", false];
    if (!fence) {
      [fence, quote] = [found?.fence ?? "", found?.before.includes(">") ?? false];
      yield found ? "open" : "";
    } else if (found?.fence.startsWith(fence) && !strip(found.info)) {
      [fence, quote] = ["", false];
      yield "close";
    } else {
      yield "code";
    }
  }
}

/** @param {string} line */
const isText = (line) => strip(line) !== "" && !RULE.test(line) && !/^ {0,3}(?:[#>|]|[-*+] |\d{1,9}[.)] )/.test(line);

/**
 * A paragraph with its code and its escaped signs blanked out.
 * @param {string} paragraph
 */
function withoutCode(paragraph) {
  const alone = new Set();
  let [text, at] = ["", 0];
  for (const { 0: sign, index } of paragraph.matchAll(/\\[!-/:-@[-`{-~]|`+/g)) {
    if (index < at || alone.has(sign)) continue;
    let end = index + sign.length;
    if (sign[0] === "`") {
      const closing = new RegExp(`(?<!\`)${sign}(?!\`)`, "g");
      closing.lastIndex = end;
      if (!closing.test(paragraph)) {
        alone.add(sign);
        continue;
      }
      end = closing.lastIndex;
    }
    text += paragraph.slice(at, index) + paragraph.slice(index, end).replace(/[^\n]/g, " ");
    at = end;
  }
  return text + paragraph.slice(at);
}

/**
 * @param {string[]} lines
 * @returns {Generator<Found>}
 */
function* emptyItems(lines) {
  for (const [at, line] of lines.entries()) {
    if (/^[ >]*(?:[-*+]|\d{1,9}[.)]) *$/.test(line) && !(at && isText(lines[at - 1]))) yield [at + 1, "F080", {}];
  }
}

/**
 * The first item of each list whose dash has no space behind it; in the middle of a sentence it is none.
 * @param {string[]} lines
 * @param {string[]} raw
 * @returns {Generator<Found>}
 */
function* gluedItems(lines, raw) {
  let within = false;
  for (const [at, line] of lines.entries()) {
    const words = GLUED_ITEM.exec(line)?.groups?.words;
    const above = at ? lines[at - 1] : "";
    if (words && !within && (!isText(above) || strip(above).endsWith(":"))) {
      yield [at + 1, "F113", { voorstel: `- ${raw[at].slice(line.length - words.length)}` }];
    }
    within = Boolean(words);
  }
}

/**
 * @param {string[]} lines
 * @returns {Generator<Found>}
 */
function* headings(lines) {
  let level = 1;
  for (const [at, line] of lines.entries()) {
    if (at && /^ {0,3}(?:=+|-+) *$/.test(line) && isText(lines[at - 1])) yield [at, "F070", {}];
    const found = HEADING.exec(line)?.groups;
    if (!found) continue;
    const [now, words] = [found.signs.length, found.words.replace(/^[ #]+|[ #]+$/g, "")];
    if (!words) yield [at + 1, "F072", {}];
    else if (!found.words.startsWith(" ")) yield [at + 1, "F082", { voorstel: `${"#".repeat(Math.max(now, 2))} ${words}` }];
    else if (now === 1) yield [at + 1, "F070", {}];
    else if (now > level + 1) yield [at + 1, "F071", { van: level, naar: now, voorstel: "#".repeat(level + 1) }];
    if (now <= level + 1) level = Math.max(now, 2);
  }
}

/**
 * One problem a line.
 * @param {string} plain
 * @returns {Generator<Found>}
 */
function* tags(plain) {
  for (const [at, line] of plain.split("\n").entries()) {
    const links = new Set([...line.matchAll(AUTOLINK)].map(({ index }) => index));
    const found = [...line.matchAll(TAG)].find(({ index }) => !links.has(index));
    if (found) yield [at + 1, "F075", { waarde: found[0] }];
  }
}

/**
 * @param {string} plain
 * @param {string} body
 * @param {string[]} lines
 * @param {Rules} rules
 * @returns {Generator<Found>}
 */
function* links(plain, body, lines, rules) {
  const opened = openers(plain);
  for (const { index } of plain.matchAll(/\]\(/g)) {
    const opener = opened.get(index);
    TARGET.lastIndex = index;
    const target = TARGET.exec(body)?.[1]; // as it was typed: signs that are escaped belong to it
    if (opener === undefined || target === undefined) continue;
    const url = target.replace(/^[<>]+|[<>]+$/g, "").replace(new RegExp(ESCAPED, "g"), (sign) => sign[1]);
    const line = lineAt(plain, opener);
    if (plain[opener - 1] !== "!") {
      yield* address(url, line, rules);
      continue;
    }
    if (!strip(body.slice(opener + 1, index))) yield [line, "F073", {}];
    if (!rules.keuzes.beelden.includes(IMAGE.exec(url)?.[1] ?? "")) yield [line, "F076", { waarde: url }];
    if (HEADING.test(lines[line - 1])) yield [line, "F093", {}];
  }
  for (const { 1: url, index } of plain.matchAll(AUTOLINK)) {
    yield* address(url.includes(":") ? url : `mailto:${url}`, lineAt(plain, index), rules);
  }
}

/**
 * For each closing bracket the place of the one it closes, in the same paragraph.
 * @param {string} plain
 */
function openers(plain) {
  const pairs = new Map();
  /** @type {number[]} */
  let opened = [];
  for (const { 0: sign, index } of plain.matchAll(/[[\]]|\n *(?=\n)/g)) {
    if (sign === "[") opened.push(index);
    else if (sign !== "]") opened = [];
    else if (opened.length) pairs.set(index, opened.pop());
  }
  return pairs;
}

/**
 * @param {string} url
 * @param {number} line
 * @param {Rules} rules
 * @returns {Generator<Found>}
 */
function* address(url, line, { keuzes, vormen }) {
  const is = (/** @type {string} */ text, /** @type {string} */ form) =>
    new RegExp(`^(?:${vormen[form][1]})$`, vormen[form][2]).test(text);
  const slug = PRACTICE.exec(url)?.[1];
  if (slug) {
    if (!Object.hasOwn(keuzes.fiches, slug)) yield [line, "F055", { waarde: slug }];
  } else if (!is(url, "webadres") && !(/^mailto:/i.test(url) && is(url.slice(7), "mailadres"))) {
    yield [line, "F074", { waarde: url }];
  }
}
