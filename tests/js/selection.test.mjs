import assert from "node:assert/strict";
import { test } from "node:test";
import * as selection from "../../themes/default/scripts/selection.js";

const { add, move, MOST, present, readAddress, remove, same, tidy, tidyTitle, toggle, writeAddress } = selection;
const MANY = Array.from({ length: 500 }, (_, place) => `fiche-${place}`);

test("an address gives its fiches in order, each once", () => {
  assert.deepEqual(readAddress("?f=b,a,b").slugs, ["b", "a"]);
  assert.deepEqual(readAddress("?f=b&f=a,c").slugs, ["b", "a", "c"]);
  assert.deepEqual(readAddress("f=a%2Cb").slugs, ["a", "b"]);
});

test("an address that says nothing is another thing than one that asks for nothing", () => {
  assert.equal(readAddress("").slugs, null);
  assert.equal(readAddress("?titel=x").slugs, null);
  assert.deepEqual(readAddress("?f=").slugs, []);
});

for (const hostile of ["../../etc", "<script>", "a b", "A", "a--b", "-a", "constructor()", "%00", "é", ",,,"]) {
  test(`what is no slug is left out: ${hostile}`, () => {
    assert.deepEqual(readAddress(`?f=${encodeURIComponent(hostile)},goed`).slugs, ["goed"]);
  });
}

test("five hundred fiches become as many as there may be", () => {
  assert.equal(readAddress(`?f=${MANY.join(",")}`).slugs.length, MOST);
  assert.equal(readAddress(`?f=${MANY.join(",")},${MANY.join(",")}`).beyond, MANY.length - MOST);
  assert.equal(add(MANY.slice(0, MOST), ["nog-een"]).length, MOST);
});

test("what is kept may be anything", () => {
  for (const odd of [null, undefined, 3, "a,b", {}, [null, 3, {}, []]]) assert.deepEqual(tidy(odd), []);
});

test("an address reads back what it was written from", () => {
  const title = "Wonen & werk: 50 % + één?";
  assert.deepEqual(readAddress(writeAddress(["a", "b-2"], title)), { slugs: ["a", "b-2"], beyond: 0, title });
  assert.equal(writeAddress(["a", "b"]), "?f=a,b");
});

test("a title is one line of at most eighty characters, none of them cut in two", () => {
  assert.equal(tidyTitle("  twee\n regels "), "twee regels");
  assert.equal([...tidyTitle("🙂".repeat(200))].length, 120);
  assert.equal(tidyTitle("🙂".repeat(200)).isWellFormed(), true);
});

test("a fiche goes in at the end and out again", () => {
  assert.deepEqual(toggle(["a"], "b"), ["a", "b"]);
  assert.deepEqual(toggle(["a", "b"], "a"), ["b"]);
  assert.deepEqual(remove(["a", "b"], "c"), ["a", "b"]);
});

test("a fiche moves one place, and not past the ends", () => {
  assert.deepEqual(move(["a", "b", "c"], "c", -1), ["a", "c", "b"]);
  assert.deepEqual(move(["a", "b", "c"], "a", 1), ["b", "a", "c"]);
  assert.deepEqual(move(["a", "b"], "a", -1), ["a", "b"]);
  assert.deepEqual(move(["a", "b"], "b", 1), ["a", "b"]);
  assert.deepEqual(move(["a", "b"], "z", 1), ["a", "b"]);
});

test("the same choice is the same in the same order", () => {
  assert.equal(same(["a", "b"], ["a", "b"]), true);
  assert.equal(same(["a", "b"], ["b", "a"]), false);
  assert.equal(same([], ["a"]), false);
});

test("only fiches that exist are left, under the address of today", () => {
  const known = new Set(["nieuw", "a"]);
  assert.deepEqual(present(["oud", "a", "weg", "nieuw", "constructor"], known, { oud: "nieuw" }), ["nieuw", "a"]);
});
