import assert from "node:assert/strict";
import { test } from "node:test";
import { recognise } from "../../themes/default/scripts/recognise.js";

const VALUES = [
  { facet: "domein", value: "taal", names: ["Taal"] },
  { facet: "domein", value: "welzijn", names: ["Welzijn en gezondheid"] },
  { facet: "gemeente", value: "antwerpen", names: ["Antwerpen", "Anvers", "2000", "Borsbeek"] },
  { facet: "provincie", value: "antwerpen", names: ["Antwerpen"] },
  { facet: "gemeente", value: "niklaas", names: ["Niklaas"] },
  { facet: "gemeente", value: "sint-niklaas", names: ["Sint-Niklaas", "Saint-Nicolas", "9100"] },
];
const found = (query) => recognise(query, VALUES).map(({ facet, value, rest }) => `${facet}=${value} + ${rest}`);

for (const [query, expected] of [
  ["taal op de werkvloer", ["domein=taal + op de werkvloer"]],
  ["huur  ANVERS", ["gemeente=antwerpen + huur"]],
  ["2000", ["gemeente=antwerpen + "]],
  ["werk in Antwerpen", ["gemeente=antwerpen + werk in", "provincie=antwerpen + werk in"]],
  ["sint niklaas taal", ["gemeente=sint-niklaas + taal", "domein=taal + sint niklaas"]],
  ["iets over welzijn en gezondheid", ["domein=welzijn + iets over"]],
  ["welzijn", []],
  ["taalbad", []],
  ["", []],
])
  test(`“${query}” names ${expected.length}`, () => assert.deepEqual(found(query), expected));
