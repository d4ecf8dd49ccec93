import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf, rowsOf } from "../../themes/default/scripts/list_file.js";

const CSV = '\ufeffslug;titel\r\nb;"Een; twee"\r\na;Één\r\n\'2016-06;Juni\r\n';

test("a list has the head of the whole file, and its rows in the order of the list", () => {
  assert.equal(rowsOf(CSV, ["a", "b"]), '\ufeffslug;titel\r\na;Één\r\nb;"Een; twee"\r\n');
});

test("all fiches in the order of the file are the file", () => {
  assert.equal(rowsOf(CSV, ["b", "a", "2016-06"]), CSV);
});

test("what the file does not have is left out", () => {
  assert.equal(rowsOf(CSV, ["c", "2016-06"]), "\ufeffslug;titel\r\n'2016-06;Juni\r\n");
});

const NAMES = {
  "praktijken.csv": "",
  "praktijken-kinderopvang.csv": "?q=kinderopvang&sorteer=titel",
  "praktijken-één-loket-onthaal-taal-gent.csv": "?q=%C3%A9%C3%A9n+loket&domein=onthaal&domein=taal&gemeente=gent&letterlijk=ja",
  "praktijken-taal.csv": "?domein=taal&sorteer=afstand&vanuit=aalst",
};

for (const [name, query] of Object.entries(NAMES))
  test(`${query || "everything"} is called ${name}`, () => assert.equal(nameOf(query), name.replaceAll("é", "e")));

test("a name is not endless and has no signs that mean something to a system", () => {
  const name = nameOf(`?q=${encodeURIComponent("../..\\ een heel lange vraag: ".repeat(20))}`);
  assert.match(name, /^[a-z0-9-]{1,80}\.csv$/);
});
