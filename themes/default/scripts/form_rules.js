/**
 * What is wrong with a fiche, in the sentences of `fichebak check`. Pure: what was typed in, problems out.
 *
 * The rules of one field stand in the JSON Schema of data/formulier.json (form.py), those that look further in
 * form_relations.js and form_repeats.js, and those of the text in form_text_rules.js. tests/test_form_rules.py holds it all against Python.
 */

import { isNear, isSeen, lengthOf, oneLine, strip } from "./as_python.js";
import { OF_TWO_KEYS, unknownNames } from "./form_relations.js";
import { repeats } from "./form_repeats.js";
import { oddSign, textProblems } from "./form_text_rules.js";
import { dateMeant, numberMeant } from "./slips.js";
import { writeInstead } from "./words.js";

/** @typedef {string | Value[] | Group} Value what was typed: text, or lists and groups of it */
/** @typedef {{ [key: string]: Value }} Group */
/**
 * @typedef {object} Problem
 * @property {string} field as check prints it: `budget.bedragen[1].euro`; that of the text is `tekst`
 * @property {string} code
 * @property {string} message
 * @property {string} hint what to do
 * @property {number} [line] of the text, counted from 1
 */
/**
 * The part of JSON Schema that the schema of a fiche uses; `x-vorm` is how a value is typed, a key of Rules.vormen.
 * @typedef {{ $ref?: string, anyOf?: Schema[], type?: string, const?: string, enum?: string[], minLength?: number,
 *   maxLength?: number, items?: Schema, maxItems?: number, uniqueItems?: boolean, required?: string[],
 *   properties?: { [key: string]: Schema }, "x-vorm"?: string }} Schema
 */
/**
 * @typedef {object} Rules what data/formulier.json holds
 * @property {Schema & { $defs: { [name: string]: Schema } }} schema
 * @property {{ [form: string]: [code: string, pattern: string, flags: string] }} vormen
 * @property {string} persoon a mail address that looks like a person’s begins with this
 * @property {string} dienst unless this is in it
 * @property {{ [key: string]: string }} van_een_persoon the keys of a person, as a sentence calls them
 * @property {string[]} plaats_nodig the areas that need a place
 * @property {number} tekst_hoogstens
 * @property {{ [kind: string]: string }} verwacht
 * @property {string[]} volledig the values that a sentence shows in full
 * @property {{ [code: string]: { bericht: string, hint: string } }} berichten
 * @property {{ domeinen: Names, doelgroepen: Names, bronnen: Names, fiches: Names, beelden: string[],
 *   organisaties: string[], gemeenten: string[], refnis: number[] }} keuzes refnis: each its distance to the one before
 */
/** @typedef {{ [id: string]: string }} Names what a reader sees, by id */
/** @typedef {(field: string, code: string, values?: { [name: string]: unknown }) => Problem} Say */
/** @typedef {{ rules: Rules, say: Say }} Judge */

/** @type {{ [form: string]: (text: string) => string }} what was meant by a value that is not typed in its form */
const MEANT = { euro: numberMeant, getal: numberMeant, aantal: numberMeant, datum: dateMeant };

/**
 * @param {Group} gegevens
 * @param {string} tekst
 * @param {Rules} rules
 * @returns {Problem[]}
 */
export function findProblems(gegevens, tekst, rules) {
  /** @type {Say} */
  const say = (field, code, values = {}) => {
    const { bericht, hint } = rules.berichten[code];
    const fill = (/** @type {string} */ sentence) => sentence.replace(/\{(\w+)\}/g, (_, name) =>
      oneLine(String(values[name] ?? ""), rules.volledig.includes(name) ? 500 : 80));
    return { field: oneLine(field), code, message: fill(bericht), hint: fill(hint) };
  };
  const given = /** @type {Group} */ (withoutEmpty(gegevens) ?? {});
  const shapes = ofGroup(given, { ...rules.schema, name: "Fiche" }, "", { rules, say });
  const wrong = new Set(shapes.map(({ field }) => field));
  const names = [...unknownNames(given, rules)].filter(([field]) => !wrong.has(field));
  const inText = [...textProblems(tekst, rules)];
  const text = inText.some(([, code]) => code === "F004") ? "" : tekst.replaceAll("\r\n", "\n");
  const people = shapes.length ? [] : [...repeats(given, text, rules)];
  return [
    ...shapes,
    ...names.map(([field, code, waarde, known]) => say(field, code, { waarde, keuzes: known.join(", ") })),
    ...inText.map(([line, code, values]) => ({ ...say("tekst", code, values), line })),
    ...people.map(([field, line, key]) =>
      ({ ...say(field, "F097", { wat: rules.van_een_persoon[key] }), ...(line && { line }) })),
  ];
}

/**
 * The value without what is empty in it, for an empty value is the same as none; undefined when nothing is left.
 * @param {Value} value
 * @returns {Value | undefined}
 */
function withoutEmpty(value) {
  if (typeof value === "string") return isSeen(value) ? value : undefined;
  const kept = Object.entries(value).map(([key, each]) => [key, withoutEmpty(each)]).filter(([, each]) => each);
  if (!kept.length) return undefined;
  return Array.isArray(value) ? kept.map(([, each]) => each) : Object.fromEntries(kept);
}

/**
 * Every plain schema that a value may follow.
 * @param {Schema} schema
 * @param {Rules} rules
 * @returns {Schema[]}
 */
function waysOf(schema, rules) {
  const name = schema.$ref?.split("/").pop();
  if (name) return [{ ...rules.schema.$defs[name], name }];
  return schema.anyOf ? schema.anyOf.flatMap((each) => waysOf(each, rules)) : [schema];
}

/**
 * @param {Value} value
 * @param {Schema} schema
 * @param {string} field
 * @param {Judge} judge
 * @returns {Problem[]}
 */
function ofValue(value, schema, field, judge) {
  const ways = waysOf(schema, judge.rules);
  const group = ways.find(({ properties }) => properties);
  const list = ways.find(({ items }) => items);
  const text = ways.find((way) => way["x-vorm"] || way.enum || way.type === "string");
  const alone = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (ways.some((way) => way.const && way.const === alone)) return [];
  if (typeof value === "string" && text) return ofText(value, text, field, judge);
  if (Array.isArray(value) && list) return ofList(value, list, field, judge);
  if (isGroup(value) && group) return ofGroup(value, group, field, judge);
  const cut = text?.type === "string" && !text.enum && isGroup(value) && Object.keys(value).length === 1;
  const verwacht = judge.rules.verwacht[list ? "lijst" : group ? "groep" : "waarde"];
  return [judge.say(field, cut ? "F012" : "F032", { verwacht })];
}

/** @type {(value: Value) => value is Group} */
const isGroup = (value) => typeof value === "object" && !Array.isArray(value);

/**
 * @param {string} value
 * @param {Schema} schema
 * @param {string} field
 * @param {Judge} judge
 */
function ofText(value, schema, field, { rules, say }) {
  const text = strip(value);
  const { minLength = 0, maxLength = Infinity } = schema;
  if (schema.enum) {
    return schema.enum.includes(value) ? [] : [say(field, "F036", { waarde: text, keuzes: schema.enum.join(", ") })];
  }
  if (schema["x-vorm"]) {
    const form = schema["x-vorm"];
    const [code, pattern, flags] = rules.vormen[form];
    const fits = (/** @type {string} */ typed) =>
      new RegExp(`^(?:${pattern})$`, flags).test(typed) && typed.length <= maxLength && (form !== "datum" || isDay(typed));
    if (fits(value)) return [];
    const [meant, problem] = [MEANT[form]?.(value) ?? "", say(field, code, { waarde: value, naam: value })];
    return [fits(meant) ? { ...problem, hint: writeInstead(meant) } : problem];
  }
  const odd = oddSign(value);
  if (odd) return [say(field, "F004", { teken: odd.teken })];
  const lengte = lengthOf(text);
  if (lengte < minLength) return [say(field, "F033", { lengte, minstens: minLength })];
  return lengte > maxLength ? [say(field, "F034", { lengte, hoogstens: maxLength })] : [];
}

/**
 * Whether a date that names a day names one that its month has.
 * @param {string} date
 */
function isDay(date) {
  const [year, month, day] = date.split("-").map(Number);
  return !day || new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

/**
 * A problem of a whole item is said of the list.
 * @param {Value[]} values
 * @param {Schema} schema
 * @param {string} field
 * @param {Judge} judge
 */
function ofList(values, schema, field, judge) {
  const { items = {}, maxItems = Infinity, uniqueItems } = schema;
  const each = values.map((value, position) => ofValue(value, items, `${field}[${position + 1}]`, judge)
    .map((found) => (found.field === `${field}[${position + 1}]` ? { ...found, field } : found)));
  if (each.filter((found) => !found.length).length > maxItems) {
    const grens = judge.rules.verwacht.hoogstens.replace("{}", String(maxItems));
    return [judge.say(field, "F035", { lengte: values.length, grens })];
  }
  const found = each.flat();
  const texts = found.length || !uniqueItems ? [] : values.map((value) => strip(String(value)));
  const waarde = texts.find((text, position) => texts.indexOf(text) < position);
  return waarde === undefined ? found : [judge.say(field, "F048", { waarde })];
}

/**
 * @param {Group} group
 * @param {Schema} schema
 * @param {string} field
 * @param {Judge} judge
 */
function ofGroup(group, schema, field, judge) {
  const { properties = {}, required = [], name = "" } = schema;
  const at = (/** @type {string} */ key) => (field ? `${field}.${key}` : key);
  const strange = Object.keys(group).filter((key) => !Object.hasOwn(properties, key));
  const owners = strange.map((word) => ownerOf(word, properties, judge.rules));
  const told = strange.filter((_, place) => !owners[place] || owners.indexOf(owners[place]) === place);
  const misspelt = (/** @type {readonly string[]} */ keys) =>
    keys.some((key) => owners.includes(key) || strange.some((word) => isNear(word, key)));
  const known = Object.entries(properties).map(([key, inner]) =>
    /** @type {const} */ ([key, Object.hasOwn(group, key) ? ofValue(group[key], inner, at(key), judge) : []]));
  const missing = required.filter((key) => !Object.hasOwn(group, key) && !misspelt([key]));
  const found = [
    ...known.flatMap(([, problems]) => problems),
    ...missing.map((sleutel) => judge.say(at(sleutel), "F031", { sleutel })),
    ...told.map((sleutel) => judge.say(at(sleutel), "F030", { sleutel, bekend: Object.keys(properties).join(", ") })),
  ];
  if (properties.van && !found.length && Number(group.van) > Number(group.tot)) {
    return [judge.say(at("van"), "F042", { van: plain(group.van), tot: plain(group.tot) })];
  }
  const wrong = new Set(known.filter(([, problems]) => problems.length).map(([key]) => key));
  const read = (/** @type {string} */ key) => (wrong.has(key) ? undefined : Object.hasOwn(group, key) ? group[key] : "");
  const pairs = (OF_TWO_KEYS[name] ?? []).map((rule) => rule(read, judge.rules));
  const broken = pairs.flatMap((pair) => (pair && !misspelt(pair.needs ?? []) ? [pair] : []));
  return [...found, ...broken.map(({ key, code, values }) => judge.say(at(key), code, values))];
}

/**
 * The one group beside an unknown key that does know it; an empty text when the key may be a slip of the pen.
 * @param {string} word
 * @param {{ [key: string]: Schema }} properties
 * @param {Rules} rules
 */
function ownerOf(word, properties, rules) {
  const knows = (/** @type {Schema} */ way) => Object.hasOwn(way.properties ?? {}, word);
  const inside = (/** @type {Schema} */ schema) =>
    waysOf(schema, rules).flatMap((way) => (way.items ? waysOf(way.items, rules) : [way])).some(knows);
  const near = Object.keys(properties).some((key) => isNear(word, key));
  const found = near ? [] : Object.keys(properties).filter((key) => inside(properties[key]));
  return found.length === 1 ? found[0] : "";
}

/** @param {Value} number as Python shows it: without noughts before it */
const plain = (number) => String(number).replace(/^0+(?=\d)/, "");
