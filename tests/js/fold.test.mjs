import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fold } from "../../themes/default/scripts/spelling.js";

// tests/test_lexicon.py holds the build to the same list.
const TEXTS = JSON.parse(readFileSync(new URL("fold.json", import.meta.url), "utf8"));

for (const [text, words] of Object.entries(TEXTS))
  test(`“${text}” has the words that the build finds in it`, () => assert.deepEqual(fold(text), words));
