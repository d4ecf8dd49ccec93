import assert from "node:assert/strict";
import { test } from "node:test";
import { makeIndex, pieces, suggest } from "../../themes/default/scripts/suggest.js";

const THINGS = {
  domein: [
    { naam: "Taal", adres: "domeinen/taal/", aantal: 12 },
    { naam: "Vrije tijd", adres: "domeinen/vrije-tijd/", aantal: 0 },
  ],
  gemeente: [
    { naam: "Antwerpen", adres: "gemeenten/antwerpen/", aantal: 5, ook: ["Anvers", "Borsbeek", "2000", "2018"] },
    { naam: "Kortrijk", adres: "gemeenten/kortrijk/", aantal: 4, ook: ["Courtrai", "8500"] },
    { naam: "Luik", adres: "gemeenten/luik/", aantal: 1, ook: ["Liège", "4000"] },
  ],
  fiche: [
    { naam: "Café voor ouders", adres: "praktijken/cafe/", bij: "Kortrijk, West-Vlaanderen" },
    { naam: "Een korte les", adres: "praktijken/les/", bij: "Gent", ook: ["kinderopvangpuzzel"] },
    { naam: "Kinderopvang op maat", adres: "praktijken/opvang/", bij: "Gent en 2 andere gemeenten", ook: ["Luik"] },
    { naam: "Korte opleidingen", adres: "praktijken/opleidingen/", bij: "Leuven" },
    { naam: "Opvang zonder wachten", adres: "praktijken/wachten/", bij: "Aalst" },
    { naam: "Taalbad", adres: "praktijken/taalbad/" },
    { naam: "Taalles en taalbad, taal", adres: "praktijken/taalles/" },
    { naam: "Wat taal doet", adres: "praktijken/wat/" },
  ],
  organisatie: [{ naam: "Atlas", adres: "organisaties/atlas/", ook: ["Stad Antwerpen, dienst taal"] }],
  woord: [{ naam: "OCMW", adres: "woordenlijst/#ocmw", bij: "openbaar centrum voor welzijn", ook: ["CPAS", "OCMW’s"] }],
};
const INDEX = makeIndex(THINGS);
const found = (typed, most) => suggest(INDEX, typed, most).flatMap(({ suggestions }) => suggestions.map(({ thing }) => thing.naam));
const first = (typed) => suggest(INDEX, typed)[0]?.suggestions[0];
const bare = (parts) => parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");

for (const [why, typed, expected] of [
  ["the beginning of a name before the beginning of a word in it", "kor", ["Kortrijk", "Korte opleidingen", "Een korte les", "Café voor ouders"]],
  ["what begins so before what has it inside", "opvang", ["Opvang zonder wachten", "Kinderopvang op maat", "Een korte les"]],
  ["accents and case do not matter", "CAFE", ["Café voor ouders"]],
  ["accents typed", "liége", ["Luik"]],
  ["all words, in any order", "ouders cafe", ["Café voor ouders"]],
  ["words of the name and of what stands beside it", "cafe kortr", ["Café voor ouders"]],
  ["not with one word that is nowhere", "cafe xyzzy", []],
  ["a former name", "borsb", ["Antwerpen"]],
  ["a postcode", "8500", ["Kortrijk"]],
  ["a key word of a fiche", "kinderopvangp", ["Een korte les"]],
  ["an abbreviation in full", "openbaar cen", ["OCMW"]],
  ["signs are no words", "ocmw's", ["OCMW"]],
  ["a typing error", "kortrjik", ["Kortrijk", "Café voor ouders"]],
  ["a typing error in a word that is not finished", "kinderpv", ["Kinderopvang op maat", "Een korte les"]],
  ["a letter too much", "anntwerpen", ["Antwerpen", "Atlas"]],
  ["no errors forgiven in a short word", "gnt", []],
  ["two letters only at the beginning of a word", "ij", []],
  ["nothing for nothing", "  ", []],
  ["nothing for signs", "<>&\"'/", []],
  ["nothing for a name that every object has", "constructor", []],
]) {
  test(`suggests ${why}`, () => assert.deepEqual(found(typed), expected));
}

test("the kinds take turns, and the best of a kind comes first", () => {
  assert.deepEqual(found("taal"), ["Taal", "Taalbad", "Taalles en taalbad, taal", "Wat taal doet", "Atlas"]);
  assert.deepEqual(found("taal", 4), ["Taal", "Taalbad", "Taalles en taalbad, taal", "Atlas"], "three fiches left one place");
  assert.deepEqual(found("taal", 1), ["Taal"]);
});

test("a kind that is alone may take all places", () => {
  const many = makeIndex({ fiche: Array.from({ length: 30 }, (_, i) => ({ naam: `Taal ${i}`, adres: `${i}/` })) });
  assert.equal(suggest(many, "taal")[0].suggestions.length, 8);
});

test("of two that fit as well, the one with more fiches comes first", () => {
  const towns = makeIndex({ gemeente: [{ naam: "Gent", adres: "a/", aantal: 1 }, { naam: "Genk", adres: "b/", aantal: 3 }] });
  assert.deepEqual(suggest(towns, "gen")[0].suggestions.map(({ thing }) => thing.naam), ["Genk", "Gent"]);
});

test("says by which other name something was found, and only then", () => {
  assert.deepEqual(first("borsb").beside.map(bare), ["[Borsb]eek"]);
  assert.deepEqual(first("antw").beside, []);
  assert.deepEqual(first("cpas").beside.map(bare), ["[CPAS]", "openbaar centrum voor welzijn"]);
  assert.deepEqual(first("cafe kort").beside.map(bare), ["[Kort]rijk, West-Vlaanderen"]);
});

test("shows and marks what was typed inside another name, when it stands nowhere else", () => {
  const beside = (typed, naam) =>
    suggest(INDEX, typed).flatMap(({ suggestions }) => suggestions).find(({ thing }) => thing.naam === naam)?.beside.map(bare);
  assert.deepEqual(beside("opvang", "Een korte les"), ["kinder[opvang]puzzel", "Gent"]);
  assert.deepEqual(beside("opvang", "Kinderopvang op maat"), ["Gent en 2 andere gemeenten"]);
  assert.deepEqual(beside("opvang gent", "Een korte les"), ["kinder[opvang]puzzel", "[Gent]"]);
  const plain = makeIndex({ fiche: [{ naam: "Kinderopvang", adres: "x/", ook: ["noodopvang"] }] });
  assert.deepEqual(suggest(plain, "opvang")[0].suggestions[0].beside, [], "the name shows it already");
});

test("what is suggested for a typing error is marked as if it were typed well", () => {
  assert.equal(bare(first("kortrjik").name), "[Kortrijk]");
});

for (const [text, typed, expected] of [
  ["Fietsles voor nieuwkomers", ["fiets"], "[Fiets]les voor nieuwkomers"],
  ["Café, café en décor", ["cafe", "dec"], "[Café], [café] en [déc]or"],
  ["Cafe\u0301 vandaag", ["cafe"], "[Cafe\u0301] vandaag"],
  ["Kinderopvang", ["opvang"], "Kinder[opvang]"],
  ["Opvang en kinderopvang", ["opvang"], "[Opvang] en kinderopvang"],
  ["Taalbad", ["taal", "taalb"], "[Taalb]ad"],
  ["In de klas in", ["in"], "[In] de klas [in]"],
  ["<b>R&D</b>", ["b"], "<[b]>R&D</[b]>"],
  ["Straße 𝒳", ["straße"], "[Straße] 𝒳"],
  ["niets hier", ["xyz"], "niets hier"],
  ["", ["a"], ""],
]) {
  test(`marks ${JSON.stringify(typed)} in ‘${text}’`, () => {
    assert.equal(bare(pieces(text, typed)), expected);
    assert.equal(pieces(text, typed).map((piece) => piece.text).join(""), text, "no letter is lost");
  });
}

test("every letter of odd texts stays, whatever is typed", () => {
  for (const text of ["İstanbul ǅ ﬁets", "👩‍👩‍👧 gezin", "e\u0301\u0302e", "\u0301", "a\ud800b"])
    for (const typed of ["i", "ist", "fiets", "e", "gezin", "ee", "b"])
      assert.equal(pieces(text, [typed]).map((piece) => piece.text).join(""), text);
});

test("a key takes no longer than a blink with ten thousand things", () => {
  const parts = "ta le no ver ge on wer ker stad wij ha len buurt zorg op lei ding ont haal sa men ra di cht keu ze".split(" ");
  const word = (n) => parts[n % 29] + parts[(n * 7) % 29] + parts[(n * 13 + 5) % 29] + (n % 3 ? "" : parts[(n * 31) % 29]);
  const naam = (n) => Array.from({ length: 6 }, (_, i) => word(n * 11 + i * 17)).join(" ");
  const large = makeIndex({ fiche: Array.from({ length: 10000 }, (_, n) => ({ naam: naam(n), adres: `${n}/`, bij: `Stad ${n}` })) });
  const times = ["t", "ta", "taa", "stadver wer", "onthaalzq", "begeleidng", "a b c d e f g h i j k l m"].map((typed) => {
    suggest(large, typed);
    const start = performance.now();
    suggest(large, typed);
    return performance.now() - start;
  });
  assert.ok(Math.max(...times) < 100, `milliseconds: ${times.map((time) => time.toFixed(1))}`);
});
