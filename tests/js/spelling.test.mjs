import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, fold, kin, single, sound, stem } from "../../themes/default/scripts/spelling.js";

test("a text becomes words without case, accents and signs", () => {
  assert.deepEqual(fold("Café in Liège, 1-loket!"), ["cafe", "in", "liege", "1", "loket"]);
});

const ALIKE = {
  stem: [stem, [["brugfiguren", "brugfiguur"], ["lessen", "les"], ["huizen", "huis"], ["gezinnen", "gezin"], ["brieven", "brief"], ["fietslessen", "fietsles"], ["gidsen", "gids"], ["werkgevers", "werkgever"], ["coaches", "coach"], ["filmpje", "film"], ["spelletjes", "spellen"], ["verhaaltje", "verhaal"], ["boekje", "boeken"], ["lezen", "lees"], ["wonen", "woon"], ["bomen", "boom"], ["grote", "groot"], ["problemen", "probleem"], ["middelen", "middel"], ["workshops", "workshop"], ["clubs", "club"], ["fotos", "foto"], ["clubs", "club"]]],
  kin: [kin, [["verhuist", "verhuizen"], ["verhuizing", "verhuisde"], ["begeleiding", "begeleiden"], ["begeleider", "begeleid"], ["ontwikkeling", "ontwikkelen"], ["opvolging", "opvolgen"], ["geoefend", "oefenen"], ["vertaling", "vertaalt"], ["vertalen", "vertaler"]]],
  sound: [sound, [["begelijding", "begeleiding"], ["vrouw", "vrau"], ["taalbat", "taalbad"], ["kursus", "cursus"], ["fereniging", "vereniging"], ["lokket", "loket"], ["licht", "ligt"]]],
  single: [single, [["taalbubbels", "taalbubels"]]],
};
for (const [name, [of, pairs]] of Object.entries(ALIKE))
  for (const [a, b] of pairs) test(`${name}: ${a} and ${b} are alike`, () => assert.equal(of(a), of(b)));

const UNLIKE = {
  stem: [stem, [["beleid", "begeleiding"], ["gemeente", "mening"], ["werk", "werking"], ["zee", "ze"], ["lezen", "lessen"], ["maanden", "mannen"], ["wonen", "wonnen"], ["taal", "tal"], ["alleen", "alle"]]],
  kin: [kin, [["beleid", "begeleiding"], ["gemeente", "mening"], ["talent", "taal"], ["gezinnen", "zin"], ["gemeenten", "men"], ["student", "studie"], ["tien", "tiener"]]],
  sound: [sound, [["taal", "bad"], ["huur", "heer"]]],
};
for (const [name, [of, pairs]] of Object.entries(UNLIKE))
  for (const [a, b] of pairs) test(`${name}: ${a} and ${b} are not`, () => assert.notEqual(of(a), of(b)));

for (const [a, b, expected] of [["klas", "klas", 0], ["klas", "klaas", 1], ["klas", "kals", 1], ["klas", "kas", 1], ["klas", "fiets", 3]])
  test(`from ${a} to ${b} is ${expected} at most 2`, () => assert.equal(distance(a, b, 2), expected));
