import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, fold, fuse, makePlanner, stem } from "../../themes/default/scripts/plan.js";

const WORDS = {
  taal: 30, bad: 2, taalbad: 4, alfaklassen: 1, vrijwilliger: 5, vrijwilligers: 20, brugfiguur: 3, brugfiguren: 4,
  begeleiding: 25, woon: 3, wonen: 12, werkgever: 4, werkgevers: 6, kinderopvang: 1, opvang: 20, klas: 9, lessen: 8,
};
const plan = makePlanner({ fiches: 68, words: WORDS });
const forms = (query) => plan(query).terms.map((term) => term.forms);

test("a text becomes words without case, accents and signs", () => {
  assert.deepEqual(fold("Café in Liège, 1-loket!"), ["cafe", "in", "liege", "1", "loket"]);
});

for (const [a, b] of [["brugfiguren", "brugfiguur"], ["lessen", "les"], ["huizen", "huis"], ["gezinnen", "gezin"], ["brieven", "brief"], ["fietslessen", "fietsles"], ["gidsen", "gids"], ["werkgevers", "werkgever"], ["coaches", "coach"]]) {
  test(`${a} and ${b} have one stem`, () => assert.equal(stem(a), stem(b)));
}
for (const [a, b] of [["beleid", "begeleiding"], ["gemeente", "mening"], ["werk", "werking"]]) {
  test(`${a} and ${b} have not`, () => assert.notEqual(stem(a), stem(b)));
}

for (const [name, query, expected] of [
  ["a known word first, its inflections after it", "brugfiguur", [["brugfiguur", "brugfiguren"]]],
  ["an inflection the catalogue has not", "vrijwilligere", [["vrijwilligers", "vrijwilliger"]]],
  ["no words that only ask", "hoe vind ik een werkgever voor de klas?", [["werkgever", "werkgevers"], ["klas"]]],
  ["words that only ask, when there is nothing else", "hoe zijn we?", []],
  ["two words that are one", "taal bad", [["taalbad"], ["taal"], ["bad"]]],
  ["one word that is two", "woonopvang", [["woon", "wonen"], ["opvang"]]],
  ["a mistyped word", "begeleidng", [["begeleiding"]]],
  ["a letter too few where two are the same", "alfaklasen", [["alfaklassen"]]],
  ["two letters exchanged", "tlaabad", []],
  ["the beginning of a word", "kindero", [["kinderopvang"]]],
  ["nothing for what is no word", "xyzzy", []],
  ["nothing for nothing", "  ", []],
]) {
  test(`searches ${name}`, () => assert.deepEqual(forms(query), expected));
}

test("a correction is told, what was right is left", () => {
  assert.equal(plan("begeleidng voor vrijwilligers").corrected, "begeleiding voor vrijwilligers");
  assert.equal(plan("taalbad").corrected, "");
  assert.equal(plan("woonopvang").corrected, "");
});

test("a word of few fiches says more", () => {
  const [often, seldom] = plan("taal alfaklassen").terms;
  assert.ok(seldom.weight > often.weight);
});

for (const [a, b, expected] of [["klas", "klas", 0], ["klas", "klaas", 1], ["klas", "kals", 1], ["klas", "kas", 1], ["klas", "fiets", 3]]) {
  test(`from ${a} to ${b} is ${expected} at most 2`, () => assert.equal(distance(a, b, 2), expected));
}

test("rankings are fused by weight and score, and what shares little is left out", () => {
  const part = (weight, found) => ({ weight, found: new Map(Object.entries(found)) });
  assert.deepEqual(fuse([part(3, { a: 1, b: 0.2 }), part(1, { b: 1, c: 1 })]), ["a", "b", "c"]);
  assert.deepEqual(fuse([part(10, { a: 1 }), part(1, { b: 1 })]), ["a"]);
  assert.deepEqual(fuse([]), []);
});
