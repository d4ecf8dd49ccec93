import assert from "node:assert/strict";
import { test } from "node:test";
import { comparedLine, leftOut, madeOn } from "../../themes/default/scripts/choice_words.js";
import {
  aboutTown, away, badge, countLine, fiches, insteadOf, kinds, removeFilter, searchAll, suggestionCount,
} from "../../themes/default/scripts/words.js";

const FOUND = { count: 9, q: "", filtered: false, searchFailed: false, filterFailed: false };

const LINES = {
  "9 fiches": {},
  "1 fiche": { count: 1 },
  "1.234 fiches": { count: 1234 },
  "9 fiches voor ‘taal’": { q: "taal" },
  "1 fiche voor ‘taal’": { q: "taal", count: 1, filtered: true },
  "Geen fiches": { count: 0 },
  "Geen fiches voor ‘x’": { q: "x", count: 0 },
  "Geen fiches voor ‘x’ met deze filters": { q: "x", count: 0, filtered: true },
  "Zoeken lukt nu even niet. Dit zijn alle 9 fiches.": { q: "x", searchFailed: true },
  "Zoeken lukt nu even niet. Dit zijn de 9 fiches met deze filters.": { searchFailed: true, filtered: true },
  "Zoeken lukt nu even niet. Dit is de ene fiche met deze filters.": { searchFailed: true, filtered: true, count: 1 },
  "Zoeken lukt nu even niet. Er zijn geen fiches met deze filters.": { searchFailed: true, filtered: true, count: 0 },
  "9 fiches voor ‘x’. Filteren lukt nu even niet.": { q: "x", filterFailed: true },
  "Zoeken en filteren lukken nu even niet. Dit zijn alle 9 fiches.": { q: "x", searchFailed: true, filterFailed: true },
};

for (const [expected, found] of Object.entries(LINES))
  test(expected, () => {
    const { large, rest } = countLine({ ...FOUND, ...found });
    assert.equal(`${large} ${rest}`.trim(), expected);
  });

test("the number is set apart, to be set large", () => {
  assert.deepEqual(countLine(FOUND), { large: "9", rest: "fiches" });
});

test("counts on buttons", () => {
  assert.deepEqual([0, 1, 9].map(fiches), ["0 fiches", "1 fiche", "9 fiches"]);
  assert.deepEqual([0, 2].map(badge), ["", "(2)"]);
  assert.equal(removeFilter("Onthaal"), "Verwijder filter Onthaal");
});

test("a mistyped word: what was searched, and the way back to what was typed", () => {
  const { large, rest } = countLine({ ...FOUND, q: "taalbat", corrected: "taalbad" });
  assert.equal(`${large} ${rest}`, "9 fiches voor ‘taalbad’ in plaats van ‘taalbat’");
  assert.equal(insteadOf("taalbat"), "Zoek toch naar ‘taalbat’");
});

test("how far a fiche is", () => {
  assert.deepEqual([0, 0.4, 12.4, 1234].map(away), ["in deze gemeente", "in deze gemeente", "op 12 km", "op 1.234 km"]);
});

test("what is said of a municipality: what it is part of now, and what it has", () => {
  assert.equal(aboutTown("Antwerpen", "Borsbeek", 5), "Borsbeek is nu deel van Antwerpen. 5 fiches uit Antwerpen zelf.");
  assert.equal(aboutTown("Ieper", "", 0), "Uit Ieper zelf zijn er nog geen fiches.");
});

for (const [expected, chosen, shown] of [
  ["Dit is één fiche. Kies er nog een om te vergelijken.", 1, 1],
  ["Dit is één fiche.", 2, 1],
  ["U vergelijkt 2 fiches.", 2, 2],
  ["U vergelijkt 2 fiches.", 3, 2],
  ["U vergelijkt 6 fiches.", 6, 6],
  ["Dit zijn de eerste 6 van 8 fiches. Haalt u er een weg, dan komt de volgende erbij.", 8, 6],
  ["Dit zijn 5 van de 8 fiches. Haalt u er een weg, dan komt de volgende erbij.", 8, 5],
])
  test(`of ${chosen} chosen fiches ${shown} are compared`, () => assert.equal(comparedLine(chosen, shown), expected));

test("how many there was no room for", () => {
  assert.equal(leftOut(1, 60), "Er is plaats voor 60 fiches: één gekozen fiche is weggelaten.");
  assert.equal(leftOut(1440, 60), "Er is plaats voor 60 fiches: 1.440 gekozen fiches zijn weggelaten.");
});

test("what is said about suggestions", () => {
  assert.equal(suggestionCount(0), "Geen suggesties.");
  assert.equal(suggestionCount(1), "1 suggestie. Kies met pijl omlaag.");
  assert.equal(suggestionCount(8), "8 suggesties. Kies met pijl omlaag.");
  assert.equal(kinds("woord"), "Woordenlijst");
  assert.equal(kinds("iets nieuws"), "iets nieuws");
  assert.equal(searchAll("taal"), "Zoek ‘taal’ in alle fiches");
  assert.equal(searchAll("😀".repeat(60)), `Zoek ‘${"😀".repeat(60)}’ in alle fiches`);
  assert.equal(searchAll("😀".repeat(80)), `Zoek ‘${"😀".repeat(60)}…’ in alle fiches`);
});

test("an own guide says when it was made", () => {
  assert.equal(madeOn("3 fiches", new Date(2026, 10, 22)), "3 fiches, samengesteld op 22 november 2026");
});
