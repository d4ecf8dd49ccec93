/** Where a box stands beside a word. Pure: measures in, measures out, in pixels of the page. */

/**
 * Below the word and in line with its left edge; above it when there is no room below, and never off the screen.
 * @param {{left: number, top: number, bottom: number}} word in the window
 * @param {{width: number, height: number}} box
 * @param {{width: number, height: number, x: number, y: number}} view the window and how far it is scrolled
 * @param {number} [gap] between word and box, and between box and edge
 * @returns {{x: number, y: number}} the left top corner of the box, on the page
 */
export function place(word, box, view, gap = 6) {
  const below = word.bottom + gap;
  const above = word.top - gap - box.height;
  const fits = below + box.height <= view.height || above < 0;
  const left = Math.max(gap, Math.min(word.left, view.width - box.width - gap));
  return { x: view.x + left, y: view.y + (fits ? below : above) };
}
