/**
 * Texts as the program sees them that checks a fiche: what stripping takes off, how long they are, how alike. Pure.
 */

const SPACE = "[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+"; // \s is not the same
const SPACES = new RegExp(SPACE, "g");
const ENDS = new RegExp(`^${SPACE}|${SPACE}$`, "g");
const NEAR = 0.72;
const READ_AT_MOST = 80;

/** @param {string} text */
export const strip = (text) => text.replace(ENDS, "");

/** @param {string} text */
export const words = (text) => strip(text).split(SPACES);

/**
 * The number of characters; to JavaScript some are two.
 * @param {string} text
 */
export const lengthOf = (text) => [...text].length;

/**
 * The text on one printable line, shortened when it is long.
 * @param {string} text
 * @param {number} [atMost]
 */
export function oneLine(text, atMost = READ_AT_MOST) {
  const signs = [...text.replace(/[\p{C}\p{Z}]/gu, " ").trim()];
  return signs.length <= atMost ? signs.join("") : `${signs.slice(0, atMost - 1).join("")}…`;
}

/**
 * Whether there is anything to see in a text.
 * @param {string} text
 */
export const isSeen = (text) => /[^\p{C}\p{M}\p{Z}\u115f\u1160\u2800\u3164\uffa0]/u.test(text);

/**
 * Whether a word may be that key with a typing error in it.
 * @param {string} word
 * @param {string} key
 */
export function isNear(word, key) {
  const [a, b] = [[...key], [...word.toLowerCase()]];
  return lengthOf(word) <= READ_AT_MOST && (2 * shared(a, b)) / (a.length + b.length) >= NEAR;
}

/**
 * How many characters two words share, as difflib counts: those of the first of their longest runs, and so on with what
 * stands before it and after it.
 * @param {string[]} a
 * @param {string[]} b
 * @returns {number}
 */
function shared(a, b) {
  let [longest, inA, inB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let run = 0;
      while (i + run < a.length && a[i + run] === b[j + run]) run++;
      if (run > longest) [longest, inA, inB] = [run, i, j];
    }
  }
  if (!longest) return 0;
  const after = shared(a.slice(inA + longest), b.slice(inB + longest));
  return longest + shared(a.slice(0, inA), b.slice(0, inB)) + after;
}
