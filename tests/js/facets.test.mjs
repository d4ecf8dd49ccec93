import assert from "node:assert/strict";
import { test } from "node:test";
import { countValues, filterFiches, hitsOf, matchesNames, sortFiches } from "../../themes/default/scripts/facets.js";

const FICHES = [
  { slug: "loket", titel: "Eén loket", start: "2015-12-01", ingevuld: 4, domein: ["onthaal", "regierol"], gemeente: ["kortrijk"] },
  { slug: "coach", titel: "‘Coach’ op school", start: "2006", ingevuld: 9, domein: ["taal", "onderwijs"], gemeente: ["aalst"] },
  { slug: "bad", titel: "Taalbad 10", start: "", ingevuld: 4, domein: ["taal"], gemeente: ["aalst", "gent"] },
  { slug: "huis", titel: "Taalbad 9", start: "2015", ingevuld: 7, domein: ["huisvesting", "onthaal"], gemeente: [] },
];
const slugs = (fiches) => fiches.map(({ slug }) => slug).join(" ");
const chosen = (domein, gemeente = []) => ({ domein, gemeente });

const FILTERS = {
  "nothing chosen keeps all": [chosen([]), "loket coach bad huis"],
  "OR within a facet": [chosen(["onthaal", "onderwijs"]), "loket coach huis"],
  "AND between facets": [chosen(["taal"], ["gent"]), "bad"],
  "nothing fits": [chosen(["huisvesting"], ["gent"]), ""],
};

for (const [name, [facets, expected]] of Object.entries(FILTERS))
  test(`filter: ${name}`, () => assert.equal(slugs(filterFiches(FICHES, facets)), expected));

test("a fiche without the facet at all is filtered out, not an error", () => {
  assert.deepEqual(filterFiches([{ slug: "a", titel: "", start: "" }], chosen(["taal"])), []);
});

test("counts leave the own facet out of account, not the others", () => {
  const { domein, gemeente } = countValues(FICHES, chosen(["taal"], ["aalst"]));
  assert.deepEqual(Object.fromEntries(domein), { taal: 2, onderwijs: 1 });
  assert.deepEqual(Object.fromEntries(gemeente), { aalst: 2, gent: 1 });
});

test("a value that a fiche repeats counts once", () => {
  const twice = [{ slug: "a", titel: "", start: "", domein: ["taal", "taal"] }];
  assert.equal(countValues(twice, { domein: [] }).domein.get("taal"), 1);
});

test("what the numbers promise is what one more tick gives", () => {
  for (const [value, count] of countValues(FICHES, chosen([], ["aalst"])).domein)
    assert.equal(filterFiches(FICHES, chosen([value], ["aalst"])).length, count);
});

const SORTS = {
  "domain: the page's own order": ["domein", null, "loket coach bad huis"],
  "relevance: the ranking, unknown slugs skipped": ["relevantie", ["huis", "elders", "loket"], "huis loket"],
  "relevance without a ranking: the page's own order": ["relevantie", null, "loket coach bad huis"],
  "title: no quotation marks, É with E, 9 before 10": ["titel", null, "coach loket huis bad"],
  "start: newest first, unknown last": ["start", null, "loket huis coach bad"],
  "completeness: the most first, equals in page order": ["volledig", null, "coach huis loket bad"],
};

for (const [name, [sort, ranking, expected]] of Object.entries(SORTS))
  test(`sort: ${name}`, () => assert.equal(slugs(sortFiches(FICHES, sort, ranking)), expected));

test("sort: distance: the nearest first, what is nowhere last", () => {
  const far = new Map([["coach", 12], ["loket", 40], ["bad", 0]]);
  assert.equal(slugs(sortFiches(FICHES, "afstand", null, far)), "bad coach loket huis");
  assert.equal(slugs(sortFiches(FICHES, "afstand", null)), "loket coach bad huis");
});

test("sorting leaves the fiches it was given alone", () => {
  const frozen = Object.freeze([...FICHES]);
  for (const sort of ["domein", "relevantie", "titel", "start", "volledig", "afstand"]) sortFiches(frozen, sort, ["bad"]);
  assert.equal(slugs(frozen), "loket coach bad huis");
});

test("hits are the found fiches; all of them when nothing was searched, none when nothing was found", () => {
  assert.deepEqual([null, ["bad", "loket"], []].map((ranking) => slugs(hitsOf(FICHES, ranking))), [
    "loket coach bad huis", "loket bad", "",
  ]);
});

const NAMES = ["Kortrijk", "Courtrai", "8500", "Sint-Niklaas", "’s-Gravenvoeren", "Liège"];
for (const query of ["", "kor", "COURTRAI", "8500", "sint niklaas", "'s-graven", "liege", "kortrijk 8500"])
  test(`names: “${query}” finds`, () => assert.ok(matchesNames(NAMES, query)));
for (const query of ["trijk", "8501", "kortrijk gent"])
  test(`names: “${query}” does not find`, () => assert.ok(!matchesNames(NAMES, query)));
