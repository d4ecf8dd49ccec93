import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dateMeant, numberMeant } from "../../themes/default/scripts/slips.js";

// tests/test_model.py holds `fichebak check` to the same list.
const MEANT = JSON.parse(readFileSync(new URL("slips.json", import.meta.url), "utf8"));

for (const [text, meant] of Object.entries(MEANT.dates))
  test(`“${text}” is the date “${meant}”`, () => assert.equal(dateMeant(text), meant));
for (const [text, meant] of Object.entries(MEANT.numbers))
  test(`“${text}” is the number “${meant}”`, () => assert.equal(numberMeant(text), meant));

test("what has no end is not looked at", () => {
  assert.equal(dateMeant("1".repeat(900_000)), "");
  assert.equal(numberMeant("1".repeat(900_000)), "");
});
