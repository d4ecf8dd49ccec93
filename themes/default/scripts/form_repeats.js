/**
 * Whether a fiche names a person elsewhere than in the keys of its contacts that disappear when the consent ends, as
 * repeats.py finds it. Pure: what was typed in, places out.
 */

import { isPersonal } from "./form_relations.js";

/** @typedef {import("./form_rules.js").Group} Group */
/** @typedef {import("./form_rules.js").Rules} Rules */
/** @typedef {import("./form_rules.js").Value} Value */
/** @typedef {{ names: string[][], mailbox: RegExp | undefined, numbers: string[] }} Person */
/** @typedef {[position: number, key: string]} Spot */

const [NAME_AT_LEAST, NAME_PART, NUMBER_AT_LEAST] = [3, 3, 6];
const ENTITY = /&#?[a-zA-Z0-9]{1,31};/g;
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufe0f]/g;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}]|[\u0300-\u036f]|[\u00ad\u200b-\u200d\u2060\ufe0f])*/gu;
const DIGITS = /[0-9](?:[ \n\u00a0\u00ad\u00b7\u2000-\u200d\u2010-\u2015\u202f\u2060/.()_-]*[0-9])*/g;
const PHONE = new RegExp(`(\\+[ /.()-]*)?(${DIGITS.source})`, "g");
const BETWEEN = / +[/\u2010-\u2015-] +/g;

/**
 * Every place that repeats what the contacts say: its field, the line when that is the text, and the key it repeats.
 * @param {Group} gegevens without mistakes of form
 * @param {string} tekst
 * @param {Rules} rules
 * @returns {Generator<[field: string, line: number, key: string]>}
 */
export function* repeats(gegevens, tekst, rules) {
  const contacts = /** @type {Group[]} */ ([gegevens.contact ?? []].flat().filter((each) => typeof each === "object"));
  const personal = contacts.map((contact) => personalKeys(contact, rules));
  const people = contacts.flatMap((each, at) => (personal[at].length ? [personOf(each, personal[at])] : []));
  if (!people.length) return;
  const kept = new Set(personal.flatMap((keys, at) => keys.map((key) => `contact[${at + 1}].${key}`)));
  for (const [path, field, text] of leaves(gegevens, "", "")) {
    const [found] = kept.has(path) ? [] : spots(text, people);
    if (found) yield [field, 0, found[1]];
  }
  /** @type {Map<number, string>} */
  const lines = new Map();
  for (const [position, key] of spots(tekst, people)) {
    const line = tekst.slice(0, position).split("\n").length;
    if (!lines.has(line)) lines.set(line, key);
  }
  for (const [line, key] of [...lines].sort(([a], [b]) => a - b)) yield ["tekst", line, key];
}

/**
 * @param {Group} contact
 * @param {Rules} rules
 */
function personalKeys(contact, rules) {
  const box = folded(String(contact.email ?? "").split("@")[0]);
  const parts = folded(String(contact.naam ?? "")).match(/[\p{L}\p{Nl}\p{No}]+/gu) ?? [];
  const ownBox = isPersonal(contact.email, rules)
    || parts.some((part) => [...part].length >= NAME_PART && box.includes(part));
  return ["naam", "telefoon", "email"].filter((key) => (key === "email" ? contact.email && ownBox : contact[key]));
}

/**
 * Every text in a value: its path, the field that a problem is said of, and the text.
 * @param {Value} value
 * @param {string} path
 * @param {string} field
 * @returns {Generator<[path: string, field: string, text: string]>}
 */
function* leaves(value, path, field) {
  if (typeof value === "string") yield [path, field, value];
  else if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) {
      const item = `${path}[${at + 1}]`;
      yield* leaves(each, item, typeof each === "string" ? path : item);
    }
  } else {
    for (const [key, each] of Object.entries(value)) {
      const inner = path ? `${path}.${key}` : key;
      yield* leaves(each, inner, inner);
    }
  }
}

/**
 * @param {Group} contact
 * @param {string[]} keys
 * @returns {Person}
 */
function personOf(contact, keys) {
  const said = (/** @type {string} */ key) => (keys.includes(key) ? String(contact[key]) : "");
  const mailbox = said("email").replace(/[.+]/g, "\\$&");
  return {
    names: namesOf(said("naam")),
    mailbox: mailbox ? new RegExp(`(?<![\\p{L}\\p{N}_.+-])${mailbox}(?![\\p{L}\\p{N}_-])`, "giu") : undefined,
    numbers: numbersOf(said("telefoon")),
  };
}

/** @param {string} name */
function namesOf(name) {
  const words = wordsOf(name).map(([, word]) => word);
  if ([...words.join("")].length < NAME_AT_LEAST) return [];
  const turned = words.map((_, at) => [...words.slice(at), ...words.slice(0, at)]);
  return [...new Map(turned.map((each) => [each.join(" "), each])).values()];
}

/** @param {string} phone */
const numbersOf = (phone) => [...`${phone};${phone.replace(BETWEEN, ";")}`.matchAll(PHONE)].flatMap(([, plus, run]) => {
  const found = run.replace(/[^0-9]/g, "");
  const abroad = plus || found.startsWith("00");
  const digits = found.replace(/^00/, "");
  const own = (abroad && digits.startsWith("32") ? digits.slice(2) : digits).replace(/^0/, "");
  if (own.length < NUMBER_AT_LEAST) return [];
  return abroad && !digits.startsWith("32") ? [digits] : [`0${own}`, `32${own}`];
});

/**
 * @param {string} text
 * @param {Person[]} people
 * @returns {Generator<Spot>}
 */
function* spots(text, people) {
  const plain = text.replace(ENTITY, (entity) => " ".repeat(entity.length));
  const words = wordsOf(plain);
  for (const { names, mailbox, numbers } of people) {
    for (const { index } of mailbox ? plain.matchAll(mailbox) : []) yield [index, "email"];
    for (const { 0: run, index } of numbers.length ? plain.matchAll(DIGITS) : []) {
      if (numbers.some((number) => run.replace(/[^0-9]/g, "").includes(number))) yield [index, "telefoon"];
    }
    for (const name of names) {
      for (const [at, [index]] of words.entries()) {
        if (name.every((word, step) => words[at + step]?.[1] === word)) yield [index, "naam"];
      }
    }
  }
}

/**
 * The words of a text, each with its place, case and accents apart.
 * @param {string} text
 * @returns {Spot[]}
 */
const wordsOf = (text) =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => [index, folded(word.replace(UNSEEN, ""))]);

/** @param {string} text */
const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
