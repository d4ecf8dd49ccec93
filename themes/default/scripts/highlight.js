/**
 * Marks what was searched in the text that is shown, without touching the page: the browser paints it. Where it cannot,
 * nothing is marked.
 */

import { fold, stem } from "./spelling.js";

const NAME = "gevonden";

/**
 * Mark every word of *elements* that is one of *words*, or another inflection of one.
 * @param {Iterable<Element>} elements
 * @param {readonly string[]} words in lower case and without accents; none takes the marks away
 */
export function highlight(elements, words) {
  if (!CSS.highlights) return;
  CSS.highlights.delete(NAME);
  if (!words.length) return;
  const wanted = new Set(words.map(stem));
  const ranges = [...elements].flatMap((element) => [...textsOf(element)].flatMap((text) => rangesOf(text, wanted)));
  CSS.highlights.set(NAME, new Highlight(...ranges));
}

/**
 * @param {Element} element
 * @returns {Generator<Text>}
 */
function* textsOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield /** @type {Text} */ (walker.currentNode);
}

/**
 * @param {Text} text
 * @param {ReadonlySet<string>} wanted
 */
function rangesOf(text, wanted) {
  return wordsAlike(text.data, wanted).map(
    ([from, to]) => new StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset: to }),
  );
}

/**
 * Where in a text the wanted words stand. Pure.
 * @param {string} text
 * @param {ReadonlySet<string>} wanted stems
 * @returns {[number, number][]}
 */
export function wordsAlike(text, wanted) {
  const found = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter(([word]) => wanted.has(stem(fold(word).join(""))));
  return found.map((each) => [each.index, each.index + each[0].length]);
}
