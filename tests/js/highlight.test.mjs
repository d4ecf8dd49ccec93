import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsAlike } from "../../themes/default/scripts/highlight.js";
import { stem } from "../../themes/default/scripts/spelling.js";

const marked = (text, ...words) => wordsAlike(text, new Set(words.map(stem))).map(([from, to]) => text.slice(from, to));

test("words are marked in every inflection, accent and case, and only whole words", () => {
  assert.deepEqual(marked("Lessen en één Les, een fietsles", "les"), ["Lessen", "Les"]);
  assert.deepEqual(marked("Leescafé’s", "leescafe"), ["Leescafé"]);
  assert.deepEqual(marked("niets", "les"), []);
});
