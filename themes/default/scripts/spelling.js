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
 * What the inflections of a Dutch word share: without its ending, doubled letters single. brugfiguren and brugfiguur are
 * brugfigur, lessen and les are les.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  const bare = word.length > 4 ? word.replace(/(?:jes|je|en|(?<=[cs]h)es|(?<=[lmnr]|[aeiou]{2})s|e)$/, "") : word;
  return single(bare.replace(/v$/, "f").replace(/z$/, "s"));
}

/**
 * What a verb shares with the nouns and persons made of it: verhuist, verhuisde, verhuizing and verhuizen are verhuis.
 * Kin is further away than an inflection.
 * @param {string} word
 * @returns {string}
 */
export function kin(word) {
  if (word.length < 6) return stem(word);
  const bare = word
    .replace(/^ge(?=.{4,}(?:d|t|en)$)/, "")
    .replace(/(?:ingen|ing|ers|eren|er|ende|end|sters|ster|elijke?|(?<=[^aeiou])(?:den|de|ten|te|(?<!en)[td]))$/, "");
  return bare.length < 4 ? stem(word) : stem(bare.length > 4 ? bare : `${bare}en`);
}

/**
 * What a word sounds like: two spellings of one sound are one, so taalbat, taalbadt and taalbad are the same.
 * @param {string} word
 * @returns {string}
 */
export function sound(word) {
  return single(
    word
      .replace(/ij|y/g, "ei").replace(/ouw?|auw/g, "au").replace(/ch|kg/g, "g").replace(/ph/g, "f").replace(/th|dt|d$/g, "t")
      .replace(/qu/g, "kw").replace(/x/g, "ks").replace(/c(?=[ei])|z/g, "s").replace(/ck|c/g, "k").replace(/v/g, "f").replace(/ie/g, "i"),
  );
}

/** @param {string} word */
const single = (word) => word.replace(/([a-z])\1+/g, "$1");

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
