import assert from "node:assert/strict";
import { test } from "node:test";
import { place } from "../../themes/default/scripts/place.js";

const VIEW = { width: 1000, height: 800, x: 0, y: 0 };
const BOX = { width: 300, height: 100 };
const word = (left, top) => ({ left, top, bottom: top + 20 });

for (const [name, at, view, expected] of [
  ["below the word", word(200, 300), VIEW, { x: 200, y: 326 }],
  ["above it at the foot of the window", word(200, 750), VIEW, { x: 200, y: 644 }],
  ["inside the right edge", word(900, 300), VIEW, { x: 694, y: 326 }],
  ["inside the left edge", word(-20, 300), VIEW, { x: 6, y: 326 }],
  ["on the page, not in the window", word(200, 300), { ...VIEW, x: 10, y: 2000 }, { x: 210, y: 2326 }],
  ["below when there is no room at all", word(200, 30), { ...VIEW, height: 120 }, { x: 200, y: 56 }],
]) {
  test(`a box stands ${name}`, () => assert.deepEqual(place(at, BOX, view), expected));
}
