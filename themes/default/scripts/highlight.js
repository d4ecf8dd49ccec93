/**
 * Marks what was searched in the text that is shown, without touching the page: the browser paints it. Where it cannot,
 * nothing is marked.
 */

import { stem, wordsIn } from "./spelling.js";

const NAME = "gevonden";

/** So many elements are marked at a time: those in sight at once, the others when the browser has nothing to do. */
const AT_A_TIME = 60;

/** @type {Highlight | undefined} the marks in the page; newer ones make older ones stop growing */
let marks;

/**
 * Mark every word of *elements* that is one of *words*, or another inflection of one.
 * @param {Iterable<Element>} elements those in sight first
 * @param {readonly string[]} words in lower case and without accents; none takes the marks away
 */
export function highlight(elements, words) {
  if (!CSS.highlights) return;
  CSS.highlights.delete(NAME);
  marks = words.length ? new Highlight() : undefined;
  if (!marks) return;
  CSS.highlights.set(NAME, marks);
  grow(marks, [...elements], new Set(words.map(stem)));
}

/**
 * @param {Highlight} own
 * @param {readonly Element[]} elements
 * @param {ReadonlySet<string>} wanted
 */
function grow(own, elements, wanted) {
  for (const element of elements.slice(0, AT_A_TIME))
    for (const text of textsOf(element)) for (const range of rangesOf(text, wanted)) own.add(range);
  const rest = elements.slice(AT_A_TIME);
  if (rest.length) later(() => marks === own && grow(own, rest, wanted));
}

const later = globalThis.requestIdleCallback ?? setTimeout;

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
  return wordsIn(text).filter(({ folded }) => wanted.has(stem(folded))).map(({ from, to }) => [from, to]);
}
