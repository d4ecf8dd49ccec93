/**
 * What to search for: from what was typed to words the catalogue knows. Pure: text and vocabulary in, a plan out.
 *
 * A word is taken as it is or in another inflection; else as a word one typing error away, as the two parts of a compound,
 * as a word further away, as what a compound ends in, or as the beginning of a word. What is none of these is no word
 * here, and is not searched. Words that stand together and are one term are searched as that too.
 */

import { distance, fold, single } from "./spelling.js";
import { STOP } from "./stop_words.js";
import { INFLECTED, makeWordbook } from "./wordbook.js";

/**
 * @typedef {object} Vocabulary
 * @property {number} fiches how many fiches there are
 * @property {Readonly<Record<string, number>>} words in how many fiches each word is found
 * @property {readonly string[]} aside the words no fiche is about: they only stand in running text
 * @property {readonly string[]} places words of names of municipalities that no fiche has: they stand for nothing else
 *
 * @typedef {import("./wordbook.js").Form} Form
 * @typedef {import("./wordbook.js").Wordbook} Wordbook
 *
 * @typedef {object} Term something to find
 * @property {readonly Form[]} forms the best first
 * @property {number} weight how much it says: more for a word of few fiches
 *
 * @typedef {object} Plan
 * @property {readonly Term[]} terms
 * @property {string} corrected the query as it is searched, when a word was corrected; else ""
 * @property {readonly string[]} telling the typed words that fiches are about
 */

/** What a term counts beside one of a word as it was typed. */
const JOINED = 1.5;
const PART_OF_JOINED = 0.75;
const HALF = 0.6;
const TAIL = 0.4;
const ASIDE = 0.25;

/** A term of more words than this is not looked for, and more words than that are not read. */
const LONGEST_PHRASE = 6;
const WORDS_AT_MOST = 30;

/**
 * A planner for one vocabulary.
 * @param {Vocabulary} vocabulary
 * @returns {(query: string, exact?: boolean) => Plan} *exact* mends no words
 */
export function makePlanner({ fiches, words, aside, places }) {
  const unimportant = new Set(aside);
  const book = makeWordbook(words, unimportant);
  const elsewhere = new Set(places);

  /** What one term says: much when few fiches have it, little when no fiche is about it. */
  function weigh(/** @type {readonly Form[]} */ forms) {
    const own = forms.filter(({ share }) => share >= INFLECTED);
    const most = Math.max(1, ...(own.length ? own : forms).map(({ word }) => words[word]));
    const rarity = Math.log(1 + fiches / most);
    return forms.every(({ word }) => unimportant.has(word)) ? ASIDE * rarity : rarity;
  }

  const term = (/** @type {readonly Form[]} */ forms, share = 1) => ({ forms, weight: share * weigh(forms) });

  return (query, exact = false) => {
    const typed = [...new Set(fold(query))].slice(0, WORDS_AT_MOST);
    const told = typed.some((word) => !STOP.has(word));
    const asked = (/** @type {string} */ word) => !told || !STOP.has(word);
    const telling = typed.filter(book.telling);
    if (exact) {
      const terms = typed.filter(asked).map((word) => term(book.literal(word)));
      return { terms: terms.filter(hasForms), corrected: "", telling };
    }
    const mended = new Map();
    let wholeUntil = 0;
    const terms = typed.flatMap((word, at) => {
      const whole = at < wholeUntil ? NONE : joined(book, typed, at);
      if (whole.length) wholeUntil = at + whole.length;
      const share = at < wholeUntil ? PART_OF_JOINED : 1;
      const found = asked(word) && !elsewhere.has(word) ? lookUp(book, word) : NOTHING;
      if (found.mended) mended.set(word, found.mended);
      return [term(whole.forms, JOINED), ...found.parts.map((part) => term(part, share * found.share))];
    });
    const corrected = mended.size ? typed.map((word) => mended.get(word) ?? word).join(" ") : "";
    return { terms: terms.filter(hasForms), corrected, telling };
  };
}

/** @param {Term} term */
const hasForms = ({ forms }) => forms.length > 0;

/**
 * @typedef {object} Whole several typed words that are one
 * @property {readonly Form[]} forms
 * @property {number} length how many words
 *
 * @typedef {object} Found what a typed word stands for
 * @property {readonly (readonly Form[])[]} parts several for a compound
 * @property {number} share what they count
 * @property {string} mended the word as it should be, when it was mistyped
 */

/** @type {Whole} */
const NONE = { forms: [], length: 0 };
/** @type {Found} */
const NOTHING = { parts: [], share: 1, mended: "" };

/**
 * The words from *at* on that are one word or one term of the catalogue when written as one; the most of them.
 * @param {Wordbook} book
 * @param {readonly string[]} typed
 * @param {number} at
 * @returns {Whole}
 */
function joined(book, typed, at) {
  for (let length = Math.min(LONGEST_PHRASE, typed.length - at); length > 1; length--) {
    const parts = typed.slice(at, at + length);
    if (STOP.has(parts[0]) || STOP.has(parts[length - 1])) continue;
    const plain = length === 2;
    const ways = plain ? ["", "s"].map((link) => book.family(parts.join(link))) : [book.literal(parts.join(""))];
    const forms = ways.find((each) => each.length);
    if (forms) return { forms, length };
  }
  return NONE;
}

/**
 * @param {Wordbook} book
 * @param {string} word
 * @returns {Found}
 */
function lookUp(book, word) {
  const forms = book.meaning(word);
  if (!forms.length) return book.known(word) ? NOTHING : guess(book, word);
  const same = !book.known(word) && forms.find((form) => single(form.word) === single(word));
  return { parts: [forms], share: 1, mended: same ? same.word : "" };
}

/**
 * What a word may stand for that the catalogue does not have.
 * @param {Wordbook} book
 * @param {string} word
 * @returns {Found}
 */
function guess(book, word) {
  const near = book.nearest(word);
  const two = book.halves(word);
  if (two && !(near && distance(word, near, 1) <= 1)) return { parts: two, share: HALF, mended: "" };
  if (near) return { parts: [book.meaning(near)], share: 1, mended: near };
  const tail = book.tail(word);
  if (tail.length) return { parts: [tail], share: TAIL, mended: "" };
  return { parts: [book.begun(word)], share: 1, mended: "" };
}
