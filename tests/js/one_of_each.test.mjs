import assert from "node:assert/strict";
import { test } from "node:test";
import { chosen, shows, tally } from "../../themes/default/scripts/one_of_each.js";

const ADDRESSES = {
  "": {},
  "?aan=ocmws": { aan: "ocmws" },
  "aan=ocmws&domein=taal": { aan: "ocmws", domein: "taal" },
  "?aan=&domein=taal": { domein: "taal" },
  "?aan=a&aan=b": { aan: "a" },
  "?q=taal": {},
};

for (const [query, expected] of Object.entries(ADDRESSES)) {
  test(`an address chooses: ${query || "nothing"}`, () => assert.deepEqual(chosen(query, ["aan", "domein"]), expected));
}

const ADVICE = { aan: "ocmws gemeenten", domein: "taal" };

for (const [expected, choice] of [
  [true, {}],
  [true, { aan: "", domein: "" }],
  [true, { aan: "gemeenten", domein: "" }],
  [true, { aan: "ocmws", domein: "taal" }],
  [false, { aan: "ocmws", domein: "werk" }],
  [false, { aan: "ocmw", domein: "" }],
  [false, { bron: "x" }],
]) {
  test(`${JSON.stringify(choice)} ${expected ? "shows" : "hides"} it`, () => assert.equal(shows(choice, ADVICE), expected));
}

test("a list counts what each of its values would show beside the other choices", () => {
  const items = [ADVICE, { aan: "ocmws", domein: "werk" }, { aan: "", domein: "taal" }];
  const counts = (choice, name) => Object.fromEntries([...tally(choice, items, name)].filter(([value]) => value));
  assert.deepEqual(counts({ aan: "", domein: "" }, "aan"), { ocmws: 2, gemeenten: 1 });
  assert.deepEqual(counts({ aan: "gemeenten", domein: "werk" }, "aan"), { ocmws: 1 });
  assert.deepEqual(counts({ aan: "gemeenten", domein: "werk" }, "domein"), { taal: 1 });
});
