import assert from "node:assert/strict";
import { test } from "node:test";
import { distances, findTowns, formerName, kilometres, nearest } from "../../themes/default/scripts/near.js";

const town = (slug, naam, ook, vroeger, lat, lon) => ({ slug, naam, ook, vroeger, provincie: "x", lat, lon, fiches: 0 });
const TOWNS = [
  town("antwerpen", "Antwerpen", ["Anvers", "2000", "2150"], ["Borsbeek"], 51.22, 4.4),
  town("gent", "Gent", ["Gand", "9000"], [], 51.05, 3.72),
  town("luik", "Luik", ["Liège", "4000"], [], 50.63, 5.57),
  town("sint-niklaas", "Sint-Niklaas", ["Saint-Nicolas", "9100"], [], 51.16, 4.14),
  town("sint-truiden", "Sint-Truiden", ["Saint-Trond", "3800"], [], 50.81, 5.19),
];
const slugs = (towns) => towns.map(({ slug }) => slug).join(" ");

for (const [text, expected] of [
  ["Gent", "gent"], ["gand", "gent"], ["LIEGE", "luik"], ["2150", "antwerpen"], ["borsbeek", "antwerpen"], ["’t Gent", ""],
  ["sint", "sint-niklaas sint-truiden"], ["sint niklaas", "sint-niklaas"], ["Antwerpn", "antwerpen"], ["9001", ""], ["xyz", ""], ["", ""], ["  ", ""],
])
  test(`“${text}” is ${expected || "nowhere"}`, () => assert.equal(slugs(findTowns(TOWNS, text)), expected));

test("a municipality found by the name it lost says so", () => {
  assert.equal(formerName(TOWNS[0], " borsbeek"), "Borsbeek");
  assert.equal(formerName(TOWNS[0], "Anvers"), "");
});

test("from Ghent to Antwerp it is some fifty kilometres", () => {
  const km = kilometres(TOWNS[1], TOWNS[0]);
  assert.ok(km > 49 && km < 53, String(km));
  assert.equal(kilometres(TOWNS[0], TOWNS[0]), 0);
});

const FICHES = [
  { slug: "ver", gemeente: ["luik"] }, { slug: "twee", gemeente: ["luik", "gent"] }, { slug: "nergens", gemeente: [] },
  { slug: "hier", gemeente: ["gent"] },
];

test("a fiche is as far as the nearest of its municipalities, and nowhere without one", () => {
  const far = distances(FICHES, TOWNS, "gent");
  assert.deepEqual([far.get("hier"), far.get("twee"), far.has("nergens")], [0, 0, false]);
  assert.ok(Number(far.get("ver")) > 100);
  assert.deepEqual(nearest(FICHES, far, 2).map(({ slug }) => slug), ["twee", "hier"]);
  assert.equal(nearest(FICHES, far, 9).length, 3);
});

test("from what is no municipality nothing has a distance", () => {
  assert.equal(distances(FICHES, TOWNS, "atlantis").size, 0);
});
