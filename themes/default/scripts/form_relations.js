/**
 * The rules of a fiche that look further than one key: at another key, as the validators of fiche.py do, and at the names
 * that the catalogue and the register know, as resolve.py does. Pure.
 */

import { words } from "./as_python.js";

/** @typedef {import("./form_rules.js").Group} Group */
/** @typedef {import("./form_rules.js").Rules} Rules */
/** @typedef {import("./form_rules.js").Value} Value */
/**
 * What was typed for a key: "" when that is nothing, undefined when it is wrong by itself.
 * @typedef {(key: string) => Value | undefined} Read
 */
/**
 * What is wrong, and the key it is said of. When one of the keys that it `needs` is misspelt, that is the problem.
 * @typedef {{ key: string, code: string, values?: { [name: string]: unknown }, needs?: string[] }} Pair
 */

/** @type {{ [model: string]: ((read: Read, rules: Rules) => Pair | false)[] }} */
export const OF_TWO_KEYS = {
  Inzet: [(read) => {
    const [vte, aantal] = [read("vte"), read("aantal")];
    return vte !== undefined && aantal !== undefined && !vte === !aantal
      && { key: "aantal", code: "F047", needs: ["vte", "aantal"] };
  }],
  Periode: [(read) => {
    const [start, end] = [String(read("start") ?? ""), String(read("einde") ?? "")];
    const last = end + "-12-31".slice(end.length - 4); // of any month: no month begins before that
    return Boolean(start && end) && last < start + "-01-01".slice(start.length - 4) && { key: "einde", code: "F043" };
  }],
  Contact: [(read, rules) => {
    const key = ["naam", "telefoon", "email"].find((each) => each === "email" ? isPersonal(read(each), rules) : read(each));
    return Boolean(key) && read("toestemming_tot") === ""
      && { key: String(key), code: "F046", values: { sleutel: key }, needs: ["toestemming_tot"] };
  }],
  Fiche: [(read, rules) => {
    const area = String(read("werkingsgebied"));
    return read("plaats") === "" && read("gemeenten") === "" && rules.plaats_nodig.includes(area)
      && { key: "werkingsgebied", code: "F044", values: { werkingsgebied: area }, needs: ["plaats", "gemeenten"] };
  }, (read) => read("laatst_nagekeken") === "" && read("bron") === ""
      && { key: "laatst_nagekeken", code: "F045", needs: ["bron", "laatst_nagekeken"] }],
};

/**
 * Whether an address looks like a person’s; a mailbox such as sociaal.huis@ is a service’s.
 * @param {Value | undefined} address
 * @param {Rules} rules
 */
export function isPersonal(address, { persoon, dienst }) {
  const found = new RegExp(`^${persoon}`, "u").exec(String(address ?? "").toLowerCase());
  return found !== null && !new RegExp(dienst, "u").test(found[0]);
}

/**
 * Every name that is not known: its field, the code, the name and the known ones.
 * @param {Group} gegevens
 * @param {Rules} rules
 * @returns {Generator<[field: string, code: string, name: string, known: string[]]>}
 */
export function* unknownNames(gegevens, { keuzes }) {
  const texts = (/** @type {Value | undefined} */ value) =>
    /** @type {string[]} */ ([value].flat().filter((each) => typeof each === "string"));
  const source = /** @type {Group} */ (gegevens.bron ?? {}).publicatie;
  for (const [field, code, value, names] of /** @type {const} */ ([
    ["domeinen", "F052", gegevens.domeinen, keuzes.domeinen],
    ["doelgroepen", "F053", gegevens.doelgroepen, keuzes.doelgroepen],
    ["bron.publicatie", "F054", source, keuzes.bronnen],
    ["verwant", "F055", gegevens.verwant, keuzes.fiches],
  ])) {
    for (const name of texts(value)) {
      if (!Object.hasOwn(names, name)) yield [field, code, name, Object.keys(names)];
    }
  }
  const others = texts(gegevens.gemeenten).filter((name) => !keuzes.gemeenten.includes(name));
  if (!others.length) return;
  let code = 0;
  const codes = keuzes.refnis.map((step) => String((code += step)));
  const towns = new Set([...keuzes.gemeenten, ...codes].map(townKey));
  for (const name of others) {
    if (!towns.has(townKey(name))) yield ["gemeenten", "F050", name, []];
  }
}

/**
 * What the spellings of a municipality have in common, as register.py sees it.
 * @param {string} name
 */
const townKey = (name) => words(name.replaceAll("’", "'").replaceAll("-", " ").toLowerCase()).join(" ");
