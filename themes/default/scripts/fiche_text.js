/**
 * A fiche as tidy text, and a fiche with only its changed keys written anew. Pure: values and text in, text out.
 *
 * generator/fichebak/tidy.py writes the same text, byte for byte; tests/test_tidy.py holds the two together.
 */

/** @typedef {string | Gegeven[] | {[sleutel: string]: Gegeven}} Gegeven */
/** @typedef {{[sleutel: string]: Gegeven}} Gegevens the keys in the order of the schema, inside as well */
/** @typedef {{sleutel: string, van: number, tot: number}} Blok lines from 0, without line `tot` */
/** @typedef {{tekst: string, gegevens: Gegevens, lichaam: string, blokken: Blok[]}} Bron data/fiches/<slug>.json */

const WIDTH = 100;
/** What makes its line longer than this is folded. */
const LONG = 120;
/** Keys of numbers and dates: these have no quotes, a text that looks like one does. */
const NUMBERS = new Set(
  "euro van tot vte aantal start einde toestemming_tot waarde jaar laatst_nagekeken volgorde".split(" "),
);
/** Lists that may stand on one line. */
const ROWS = new Set("domeinen gemeenten doelgroepen trefwoorden verwant vroegere_slugs".split(" "));

const SPACES = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";
/** What may never stand in a file as it is. */
const HIDDEN = "\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff\\ud800-\\udfff";
/** What a line may begin with: no sign that means something. */
const FIRST = `(?![${SPACES}${HIDDEN}])[0-9A-Za-z(\\u00a1-\\u{10ffff}]`;
/** Text that can do without escapes. */
const OPEN = new RegExp(`^${FIRST}[^${HIDDEN}]*$`, "u");
const RISKY = new RegExp(`:(?: |$)| #|[ ${SPACES}]$`, "u");
const NO_FOLD = new RegExp(`  |[ ${SPACES}]$`, "u");
const WORD = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const LIKE_A_NUMBER = /^[0-9][0-9A-Fa-fOoXxTtZz_.,:+ -]*$/;
const NUMBER = /^(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)$/;
const SIGN_OF_A_ROW = /[\][{},:"'#?]/;

/**
 * A whole fiche as the text of its file.
 * @param {Gegevens} gegevens
 * @param {string} tekst
 */
export const writeFiche = (gegevens, tekst) =>
  ["---", ...pairs(gegevens, ""), "---", body(tekst)].join("\n");

/**
 * An existing fiche with the blocks of changed keys written anew; every other line stays as it was.
 * @param {Bron} source
 * @param {Gegevens} gegevens
 * @param {string} tekst
 */
export function amendFiche(source, gegevens, tekst) {
  if (!source.blokken.length) return writeFiche(gegevens, tekst);
  const lines = source.tekst.split("\n");
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === "---") + 1;
  const eol = lines[0].endsWith("\r") ? "\r\n" : "\n";
  const front = amended(lines.slice(0, end), source, gegevens, eol.slice(0, -1)).join("\n");
  if (body(tekst) !== body(source.lichaam)) return front.replace(/\r?$/, eol) + body(tekst).replaceAll("\n", eol);
  return [front, ...lines.slice(end)].join("\n");
}

/**
 * @param {string[]} lines down to the one that closes the data
 * @param {Bron} source
 * @param {Gegevens} after
 * @param {string} end of a line, before the line feed
 */
function amended(lines, { blokken, gegevens: before }, after, end) {
  const keys = Object.keys(after);
  const known = new Set(blokken.map(({ sleutel }) => sleutel));
  const written = (/** @type {Gegevens} */ data, /** @type {string} */ key) =>
    key in data ? block(key, data[key]).map((line) => line + end) : [];
  const added = (/** @type {string} */ behind) => {
    const rest = keys.slice(keys.indexOf(behind) + 1);
    const next = rest.findIndex((key) => known.has(key));
    return rest.slice(0, next < 0 ? rest.length : next).flatMap((key) => written(after, key));
  };
  const found = [...lines.slice(0, blokken[0].van), ...added("")];
  blokken.forEach(({ sleutel, van, tot }, at) => {
    const own = lines.slice(van, tot);
    const now = written(after, sleutel);
    const comments = own.findIndex((line) => !/^\s*(?:#|$)/.test(line));
    if (now.join() === written(before, sleutel).join()) found.push(...own);
    else if (now.length) found.push(...own.slice(0, comments), ...now);
    if (sleutel in after) found.push(...added(sleutel));
    found.push(...lines.slice(tot, blokken[at + 1]?.van));
  });
  return found;
}

/** @param {string} tekst */
function body(tekst) {
  const whole = sound(tekst).replace(/\r\n?/g, "\n").replace(/^\n+/, "").replace(/[ \t\n]+$/, "");
  return whole && `${whole}\n`;
}

/** @param {string} text */
const sound = (text) => text.replace(/[\ud800-\udfff]/gu, "\ufffd"); // halves of a character

/** @param {string} text */
const size = (text) => [...text].length;

/**
 * @param {string} key
 * @param {Gegeven} value
 * @param {string} [indent]
 * @returns {string[]}
 */
function block(key, value, indent = "") {
  const lead = `${indent}${key}:`;
  if (typeof value === "string") return text(lead, value, `${indent}  `, NUMBERS.has(key));
  if (!Array.isArray(value)) {
    const entries = Object.entries(value);
    const range = entries.every(([each, number]) => (each === "van" || each === "tot") && isNumber(number));
    if (range) return [`${lead} {${entries.map((pair) => pair.join(": ")).join(", ")}}`];
    return [lead, ...pairs(value, `${indent}  `)];
  }
  const row = `${lead} [${value.join(", ")}]`;
  if (ROWS.has(key) && value.every(isSimple) && size(row) <= WIDTH) return [row];
  return [lead, ...items(value, `${indent}  `)];
}

/**
 * @param {Gegevens} value
 * @param {string} indent
 */
const pairs = (value, indent) => Object.entries(value).flatMap(([key, each]) => block(key, each, indent));

/**
 * @param {Gegeven[]} value
 * @param {string} indent
 * @returns {string[]}
 */
const items = (value, indent) =>
  value.flatMap((item) => {
    const inside = `${indent}  `;
    if (typeof item === "string") return text(`${indent}-`, item, inside);
    const [first, ...rest] = Array.isArray(item) ? items(item, inside) : pairs(item, inside);
    return [`${indent}- ${first.slice(inside.length)}`, ...rest];
  });

/**
 * A text behind `lead`, or folded on the lines below.
 * @param {string} lead
 * @param {string} given
 * @param {string} deeper what lines below begin with
 * @param {boolean} [number] whether it stands for a number or a date
 */
function text(lead, given, deeper, number = false) {
  const value = sound(given);
  const line = `${lead} ${isPlain(value) || (number && isNumber(value)) ? value : quoted(value)}`;
  if (size(line) <= LONG || !canFold(value)) return [line];
  const lines = folded(value, WIDTH - deeper.length);
  return lines.length > 1 ? [`${lead} >-`, ...lines.map((each) => deeper + each)] : [line];
}

/** @param {string} value */
const quoted = (value) =>
  JSON.stringify(value).replace(new RegExp(`[${HIDDEN}]`, "gu"), (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** @param {Gegeven} value */
const isNumber = (value) => typeof value === "string" && NUMBER.test(value);

/** @param {string} value */
const isPlain = (value) =>
  OPEN.test(value) && !WORD.test(value) && !LIKE_A_NUMBER.test(value) && !RISKY.test(value);

/** @param {Gegeven} value */
const isSimple = (value) => typeof value === "string" && isPlain(value) && !SIGN_OF_A_ROW.test(value);

/** @param {string} value */
const canFold = (value) => OPEN.test(value) && !NO_FOLD.test(value);

/**
 * @param {string} value
 * @param {number} width
 */
function folded(value, width) {
  const [first, ...others] = value.split(new RegExp(` (?=${FIRST})`, "u"));
  const lines = [first];
  for (const word of others) {
    const longer = `${lines.at(-1)} ${word}`;
    if (size(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
