/**
 * How Dutch words are alike: in letters, in inflection, in sound. Pure: words in, words and numbers out.
 */

/**
 * The words of a text in lower case and without accents.
 * @param {string} text
 * @returns {string[]}
 */
export const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The words of a text with their places in it.
 * @param {string} text
 * @returns {{folded: string, from: number, to: number}[]}
 */
export const wordsIn = (text) =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((each) => ({
    folded: fold(each[0]).join(""), from: each.index, to: each.index + each[0].length,
  }));

/** The endings of plurals, diminutives and adjectives. */
const INFLECTION = new RegExp(
  "(?:(?<=[^aeiou]{2})etjes?|(?:(?<=m)p|(?<=[lnr]|[aeiou])t)?jes?|(?<!e)en|(?<=[cs]h)es|(?<=[^aeious]|[aeiou]{2}|o)s|(?<=[gtn]e)s|e)$",
);

/** The endings of verbs, and of the nouns and persons made of them. */
const OF_VERBS =
  /(?:ingen|ing|ers|er|sters|ster|elijke?|(?<=[tkfshp])ten?|(?<=[bdglmnrsvwz])den?|(?<=[^aeiou])(?:(?<!en)t|d)|(?<!e)en|e)$/;

/**
 * What the inflections of a Dutch word share: without its ending, written as when nothing follows. brugfiguren and
 * brugfiguur are brugfiguur, lessen and les are les, lezen is lees.
 * @param {string} word
 * @returns {string}
 */
export const stem = (word) => (word.length > 4 ? without(word, INFLECTION) : single(word));

/**
 * What a verb shares with the nouns and persons made of it: verhuist, verhuisde, verhuizing and verhuizen are verhuis.
 * Kin is further away than an inflection.
 * @param {string} word
 * @returns {string}
 */
export function kin(word) {
  const bare = word.length < 6 ? "" : without(word.replace(/^ge(?=.{4,}[dt]$)/, ""), OF_VERBS);
  return bare.length < 5 ? stem(word) : bare;
}

/**
 * A word without its ending, as it is written by itself: huizen is huis, bomen is boom, klassen is klas.
 * @param {string} word
 * @param {RegExp} ending
 */
function without(word, ending) {
  const bare = word.replace(ending, "");
  const open = /^[ei]/.test(word.slice(bare.length)) && /(?<![aeiou])[aou][^aeiouwx]$|(?<![aeiou])e[^aeiouwxlrn]$|^[^aeiou]*e[lrn]$/.test(bare);
  const long = open ? bare.replace(/.(.)$/, (end) => end[0] + end) : bare;
  return single(long.replace(/v$/, "f").replace(/z$/, "s"));
}

/**
 * What a word sounds like: two spellings of one sound are one, so taalbat, taalbadt and taalbad are the same.
 * @param {string} word
 * @returns {string}
 */
export function sound(word) {
  return single(
    short(word)
      .replace(/ij|y/g, "ei").replace(/ouw?|auw/g, "au").replace(/ch|kg/g, "g").replace(/ph/g, "f").replace(/th|dt|d$/g, "t")
      .replace(/qu/g, "kw").replace(/x/g, "ks").replace(/c(?=[ei])|z/g, "s").replace(/ck|c/g, "k").replace(/v/g, "f").replace(/ie/g, "i"),
  );
}

/** @param {string} word */
const short = (word) => word.replace(/([aeou])\1(?=[^aeiou])/g, "$1");

/**
 * A word with doubled consonants single.
 * @param {string} word
 * @returns {string}
 */
export const single = (word) => word.replace(/([b-df-hj-np-tv-z])\1+/g, "$1");

/**
 * Whether a typing error may have made one word of the other: few make both its first letters others. Cheap, before
 * {@link distance}.
 * @param {string} word
 * @param {string} other
 */
export const beginsAlike = (word, other) => word[0] === other[0] || word[1] === other[1];

/**
 * How many typing errors lie between two words: a letter more, less, other, or two exchanged.
 * @param {string} a
 * @param {string} b
 * @param {number} most above this it does not matter: most + 1
 * @returns {number}
 */
export function distance(a, b, most) {
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], most + 1);
}
