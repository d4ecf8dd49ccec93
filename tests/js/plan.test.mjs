import assert from "node:assert/strict";
import { test } from "node:test";
import { makePlanner } from "../../themes/default/scripts/plan.js";

const WORDS = {
  taal: 30, bad: 2, taalbad: 4, alfaklassen: 1, vrijwilliger: 5, vrijwilligers: 20, brugfiguur: 3, brugfiguren: 4,
  begeleiding: 25, begeleiden: 7, woon: 3, wonen: 12, werkgever: 4, werkgevers: 6, kinderopvang: 1, opvang: 20, klas: 9, lessen: 8,
  winkel: 3, meteen: 2, olens: 1, taalbubbels: 2, gastgezin: 3, familledaccueil: 3, famille: 5, accueil: 20, schimmel: 0, schommel: 2, teller: 3, cijfer: 3,
};
const plan = makePlanner({ fiches: 68, words: WORDS, aside: ["teller"], places: ["ieper", "menen"] });
const forms = (query, exact) => plan(query, exact).terms.map((term) => term.forms.map(({ word }) => word));

for (const [name, query, expected] of [
  ["a known word first, its inflections after it", "brugfiguur", [["brugfiguur", "brugfiguren"]]],
  ["an inflection the catalogue has not", "vrijwilligere", [["vrijwilligers", "vrijwilliger"]]],
  ["a verb by its noun", "begeleidt", [["begeleiding", "begeleiden"]]],
  ["no words that only ask", "hoe vind ik een werkgever voor de klas?", [["werkgever", "werkgevers"], ["klas"]]],
  ["words that only ask, when there is nothing else", "hoe zijn we?", []],
  ["two words that are one", "taal bad", [["taalbad"], ["taal"], ["bad"]]],
  ["a term of several words", "une famille d’accueil", [["familledaccueil"], ["famille"], ["accueil"]]],
  ["one word that is two", "woonopvang", [["woon", "wonen"], ["opvang"]]],
  ["what an unknown compound ends in", "ruilwinkel", [["winkel"]]],
  ["a mistyped word", "begeleidng", [["begeleiding", "begeleiden"]]],
  ["a word by its sound", "begelijding", [["begeleiding", "begeleiden"]]],
  ["a letter too few where two are the same", "alfaklasen", [["alfaklassen"]]],
  ["nothing for a short word that only looks like one", "bos", []],
  ["no word that fiches only mention, when something else is typed", "tellar", []],
  ["no compound of what only stands in running text", "tellerklas", []],
  ["no two words that only ask as one", "met een klas", [["klas"]]],
  ["no word in the end of another by chance", "windmolens", []],
  ["the beginning of a word", "kindero", [["kinderopvang"]]],
  ["nothing for what is no word", "xyzzy", []],
  ["nothing for nothing", "  ", []],
]) {
  test(`searches ${name}`, () => assert.deepEqual(forms(query), expected));
}

test("as it was typed: known words only, none mended, none joined", () => {
  assert.deepEqual(forms("brugfiguur", true), [["brugfiguur"]]);
  assert.deepEqual(forms("begeleidng voor taal bad", true), [["taal"], ["bad"]]);
  assert.deepEqual(plan("taalbubels", true), { terms: [], corrected: "", telling: [] });
});

for (const [query, expected] of [
  ["begeleidng voor vrijwilligers", "begeleiding voor vrijwilligers"],
  ["taalbubels", "taalbubbels"],
  ["taalbad", ""],
  ["vrijwilligere", ""],
  ["woonopvang", ""],
])
  test(`told of ${query}: ${expected || "nothing"}`, () => assert.equal(plan(query).corrected, expected));

const weights = (query) => plan(query).terms.map(({ weight }) => weight);
for (const [name, query] of [
  ["a word of few fiches says more", "alfaklassen taal"],
  ["a whole term says more than its words", "taal bad"],
  ["a word no fiche is about says less", "cijfer teller"],
])
  test(name, () => {
    const [more, less] = weights(query);
    assert.ok(more > less, `${more} > ${less}`);
  });

test("the words that fiches are about are told", () => {
  assert.deepEqual(plan("taal in Ieper voor een teller").telling, ["taal"]);
});

test("a word of the field that no fiche has is right as it is, and finds nothing", () => {
  assert.deepEqual(plan("schimmel"), { terms: [], corrected: "", telling: [] });
});

test("a name of a municipality without fiches is no other word, mistyped or inflected", () => {
  assert.deepEqual(plan("taal in Menen"), plan("taal"));
});

test("a word typed twice counts once, and no more words are read than people type", () => {
  assert.equal(plan("taal Taal taal").terms.length, 1);
  assert.equal(plan(Array.from({ length: 50 }, (_, n) => `klas${n} begeleidn${n}`).join(" ")).terms.length <= 60, true);
});

test("kin counts less than the word itself", () => {
  const [{ forms: found }] = plan("begeleiding").terms;
  const [own, other] = found;
  assert.deepEqual([own.word, other.word], ["begeleiding", "begeleiden"]);
  assert.ok(own.share > other.share);
});
