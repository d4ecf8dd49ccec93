/**
 * What to suggest for what is typed so far. Pure: things and text in, a few suggestions by kind out.
 *
 * A thing is suggested when every typed word begins one of its words, or stands inside one. How early and how exactly
 * decides its level; the kinds take turns, so that a thousand fiches leave room for the one domain.
 */

import { beginsAlike, distance, fold } from "./spelling.js";

/**
 * @typedef {object} Thing one entry of suggesties.json
 * @property {string} naam
 * @property {string} adres from the root of the site
 * @property {string} [bij] what is shown beside the name
 * @property {readonly string[]} [ook] other names it goes by, shown when they are what was typed
 * @property {number} [aantal] its fiches
 * @property {string} [klasse] the tab of a domain
 * @property {string} [taal] the language of its name, when that is not the catalogue's
 *
 * @typedef {object} Entry a thing as it is looked up: words without case and accents, a space before each
 * @property {string} kind
 * @property {Thing} thing
 * @property {string} name
 * @property {string} other what else it is found by, a bar before each name
 *
 * @typedef {object} Index
 * @property {readonly Entry[]} entries
 * @property {readonly string[] | null} vocabulary every word in them, made when the first typing error is to be mended
 *
 * @typedef {{text: string, marked: boolean}} Piece a run of text, and whether it is what was typed
 *
 * @typedef {object} Suggestion
 * @property {Thing} thing
 * @property {readonly Piece[]} name
 * @property {readonly (readonly Piece[])[]} beside the other name that was typed, and what always stands there
 *
 * @typedef {{kind: string, suggestions: readonly Suggestion[]}} Group
 */

/** What is typed is cut here: no name is longer. */
const LONGEST = 120;

/** From here on a word is also found inside another: *opvang* in *kinderopvang*. */
const SHORTEST_INSIDE = 3;

/** From this level on nothing begins with what was typed. */
const INSIDE = 5;

/** Who searches here wants fiches most: they get two places at each turn. */
const TURN = (/** @type {string} */ kind) => (kind === "fiche" ? 2 : 1);

/**
 * @param {Readonly<Record<string, readonly Thing[]>>} things by kind
 * @returns {Index}
 */
export function makeIndex(things) {
  const entries = Object.entries(things).flatMap(([kind, list]) =>
    list.map((thing) => ({
      kind,
      thing,
      name: spaced(thing.naam),
      other: [thing.bij ?? "", ...(thing.ook ?? [])].map((text) => `|${spaced(text)}`).join(""),
    })),
  );
  return { entries, vocabulary: null };
}

/**
 * The suggestions for what is typed, the kind with the best one first.
 * @param {Index} index
 * @param {string} typed
 * @param {number} [most]
 * @returns {Group[]}
 */
export function suggest(index, typed, most = 8) {
  const words = fold(typed.slice(0, LONGEST));
  if (!words.length) return [];
  const found = rank(index.entries, words);
  if (found.length) return groups(found, words, most);
  const mended = mend((index.vocabulary ??= vocabularyOf(index.entries)), words);
  return mended ? groups(rank(index.entries, mended), mended, most) : [];
}

/**
 * A text in pieces, the parts that match typed words marked: beginnings of words, or the inside where nothing begins so.
 * @param {string} text
 * @param {readonly string[]} words without case and accents
 * @returns {Piece[]}
 */
export function pieces(text, words) {
  const marks = new Uint8Array(text.length);
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({ at: match.index, ...plain(match[0]) }));
  for (const word of words) {
    const begun = tokens.filter((token) => token.folded.startsWith(word));
    const inside = begun.length || word.length < SHORTEST_INSIDE ? [] : tokens.filter((token) => token.folded.includes(word));
    for (const { at, folded, ends } of [...begun, ...inside]) {
      const start = folded.indexOf(word);
      marks.fill(1, at + (start ? ends[start - 1] : 0), at + ends[start + word.length - 1]);
    }
  }
  return runs(text, marks);
}

/** @param {string} text */
const spaced = (text) => fold(text).map((word) => ` ${word}`).join("");

/** @param {readonly Entry[]} entries */
const vocabularyOf = (entries) => [
  ...new Set(entries.flatMap(({ name, other }) => `${name}${other}`.match(/[^ |]+/g) ?? [])),
];

/**
 * A word without case and accents, and for each of its letters where that ends in the word as it is written.
 * @param {string} word
 */
function plain(word) {
  let folded = "";
  const ends = [];
  let at = 0;
  for (const letter of word) {
    at += letter.length;
    const bare = fold(letter).join("");
    if (!bare && ends.length) ends[ends.length - 1] = at; // an accent by itself
    for (let i = 0; i < bare.length; i++) ends.push(at);
    folded += bare;
  }
  return { folded, ends };
}

/**
 * @param {string} text
 * @param {Uint8Array} marks
 */
function runs(text, marks) {
  /** @type {Piece[]} */
  const found = [];
  for (let from = 0, to = 1; from < text.length; to++) {
    if (to < text.length && marks[to] === marks[from]) continue;
    found.push({ text: text.slice(from, to), marked: marks[from] === 1 });
    from = to;
  }
  return found;
}

/**
 * @typedef {{entry: Entry, level: number}} Found
 *
 * Everything that fits, the best first.
 * @param {readonly Entry[]} index
 * @param {readonly string[]} words
 * @returns {Found[]}
 */
function rank(index, words) {
  const phrase = ` ${words.join(" ")}`;
  const unique = [...new Set(words)];
  const found = [];
  for (const entry of index) {
    const level = levelOf(entry, unique, phrase);
    if (level >= 0) found.push({ entry, level });
  }
  return found.sort((a, b) => a.level - b.level || (b.entry.thing.aantal ?? 0) - (a.entry.thing.aantal ?? 0));
}

/**
 * How well an entry fits, from 0 (this is its name) to 6 (inside a word of another name); -1 when it does not.
 * @param {Entry} entry
 * @param {readonly string[]} words
 * @param {string} phrase
 */
function levelOf({ name, other }, words, phrase) {
  let level = 0;
  for (const word of words) {
    const here = levelOfWord(name, other, word);
    if (here < 0) return -1;
    level = Math.max(level, here);
  }
  if (name === phrase) return 0;
  if (name.startsWith(phrase) || `${other}|`.includes(`|${phrase}|`)) return 1;
  return other.includes(`|${phrase}`) ? Math.min(level, 3) : level;
}

/**
 * @param {string} name
 * @param {string} other
 * @param {string} word
 */
function levelOfWord(name, other, word) {
  if (name.includes(` ${word}`)) return 2;
  if (other.includes(` ${word}`)) return 4;
  if (word.length < SHORTEST_INSIDE) return -1;
  return name.includes(word) ? INSIDE : other.includes(word) ? INSIDE + 1 : -1;
}

/**
 * The words with their typing errors mended; null when a word resembles nothing.
 * @param {readonly string[]} vocabulary
 * @param {readonly string[]} words
 * @returns {string[] | null}
 */
function mend(vocabulary, words) {
  const mended = words.map((word) => (vocabulary.some((other) => other.startsWith(word)) ? word : nearest(vocabulary, word)));
  return mended.every(Boolean) ? mended : null;
}

/**
 * The word, or the beginning of a word, that is nearest by typing errors; "" when none is near.
 * @param {readonly string[]} vocabulary
 * @param {string} word
 */
function nearest(vocabulary, word) {
  if (word.length < 4) return "";
  const most = word.length < 8 ? 1 : 2;
  let best = "";
  let least = most + 1;
  for (const other of vocabulary) {
    if (other.length < word.length - most || !beginsAlike(word, other)) continue;
    for (const length of [word.length, word.length + 1]) {
      const form = other.slice(0, length);
      const far = distance(word, form, least - 1);
      if (far < least) [best, least] = [form, far];
    }
    if (least === 1) return best;
  }
  return best;
}

/**
 * The best of each kind by turns, what begins with the typed words before what has them inside.
 * @param {readonly Found[]} found
 * @param {readonly string[]} words
 * @param {number} most
 * @returns {Group[]}
 */
function groups(found, words, most) {
  const kinds = Map.groupBy(found, ({ entry }) => entry.kind);
  /** @type {Set<Found>} */
  const chosen = new Set();
  for (const strong of [true, false]) {
    const waiting = [...kinds].map(([kind, list]) => ({
      kind,
      list: list.filter(({ level }) => level < INSIDE === strong),
    }));
    while (chosen.size < most && waiting.some(({ list }) => list.length)) {
      for (const { kind, list } of waiting)
        for (const each of list.splice(0, TURN(kind))) if (chosen.size < most) chosen.add(each);
    }
  }
  return [...kinds]
    .map(([kind, list]) => ({ kind, suggestions: list.filter((each) => chosen.has(each)).map((each) => shown(each, words)) }))
    .filter(({ suggestions }) => suggestions.length);
}

/**
 * @param {Found} found
 * @param {readonly string[]} words
 * @returns {Suggestion}
 */
function shown({ entry: { thing } }, words) {
  const beside = [otherName(thing, words), thing.bij].filter((text) => typeof text === "string" && text);
  return {
    thing,
    name: pieces(thing.naam, words),
    beside: beside.map((text) => pieces(/** @type {string} */ (text), words)),
  };
}

/**
 * The other name that shows why a thing is suggested: one in which a word begins that begins nothing in what is shown
 * anyway, else one with a word inside that stands nowhere in it.
 * @param {Thing} thing
 * @param {readonly string[]} words
 * @returns {string | undefined}
 */
function otherName({ naam, bij = "", ook = [] }, words) {
  const own = `${spaced(naam)}${spaced(bij)}`;
  const begins = words.map((word) => ` ${word}`).filter((word) => !own.includes(word));
  const inside = words.filter((word) => word.length >= SHORTEST_INSIDE && !own.includes(word));
  const named = (/** @type {readonly string[]} */ parts) =>
    ook.find((name) => parts.some((part) => spaced(name).includes(part)));
  return named(begins) ?? named(inside);
}
