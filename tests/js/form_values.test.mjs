import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dateInWords, freeSlug, itemsOf, joinBody, readDate, readNumber, setRight, slug, splitBody, today, writeNumber,
} from "../../themes/default/scripts/form_values.js";

const HEADINGS = ["Aanleiding", "Aanpak", "Resultaten", "Lessen"];

test("numbers as Belgians write them", () => {
  const read = {
    "6600": "6600", "0,5": "0.5", "0.5": "0.5", "12.500": "12500", "1.250.000,50": "1250000.50", "€ 6.600": "6600",
    "6600 euro": "6600", "6.600,-": "6600", "6600 EUR": "6600", "12 500": "12500", " 3 ": "3", "1,5 VTE": "1.5",
  };
  for (const [typed, value] of Object.entries(read)) assert.equal(readNumber(typed), value, typed);
});

test("a range of two", () => {
  for (const typed of ["600 tot 1200", "600-1.200", "€ 600 – € 1.200", "600 tot 1200 euro", "600 à 1.200 EUR"])
    assert.deepEqual(readNumber(typed), { van: "600", tot: "1200" }, typed);
});

test("what is no number stays as it was, for the rules to speak of", () => {
  for (const typed of ["", "veel", "tot 5", "1 tot 2 tot 3", "-5", "1,2,3", "12.50.0", "1.5", "ongeveer 600", "max. 600", "1 HTE"])
    assert.equal(readNumber(typed), typed, typed);
});

test("a number is written with a comma, and read again", () => {
  for (const value of ["0.5", "6600", "1250.50", { van: "1", tot: "1.5" }, "veel"])
    assert.deepEqual(readNumber(writeNumber(value)), value);
  assert.equal(writeNumber({ van: "0.5", tot: "1.5" }), "0,5 tot 1,5");
});

test("dates as Belgians write them", () => {
  const read = {
    "1/2/2026": "2026-02-01", "01-02-2026": "2026-02-01", "1.2.2026": "2026-02-01", "1 februari 2026": "2026-02-01",
    "feb 2026": "2026-02", "Mei 2026": "2026-05", "2/2026": "2026-02", "2026": "2026", "2026-02": "2026-02",
    "2026-02-01": "2026-02-01", "31/2/2026": "2026-02-31", "13/2026": "2026-13",
    "sept. 2024": "2024-09", "2026/2/1": "2026-02-01", Vandaag: today(),
  };
  for (const [typed, value] of Object.entries(read)) assert.equal(readDate(typed), value, typed);
});

test("what is no date stays as it was", () => {
  for (const typed of ["", "gisteren", "1/2/26", "vandaag 2026", "1 blub 2026"]) assert.equal(readDate(typed), typed, typed);
});

test("what comes from Word loses the signs of Word", () => {
  assert.equal(setRight("verhaal", "Een\vtwee\u00ad\u0003:\n•\tdrie\n  · vier\n\nvijf"), "Een\ntwee:\n- drie\n- vier\n\nvijf");
  assert.equal(setRight("regel", "a\tb c\u2028d 'no': 👩‍👩‍👧"), "a\tb c\u2028d 'no': 👩‍👩‍👧");
  assert.equal(setRight("lang", " Een zin\r\n\r\ndie doorloopt. "), "Een zin die doorloopt.");
  assert.deepEqual(itemsOf("- een\n\n2) twee\n drie "), ["een", "twee", "drie"]);
});

test("an address of the web has https:// before it", () => {
  const read = {
    "www.voorbeeld.be": "https://www.voorbeeld.be", "voorbeeld.be/a?b": "https://voorbeeld.be/a?b",
    "https://voorbeeld.be": "https://voorbeeld.be", "http://voorbeeld.be": "http://voorbeeld.be",
  };
  for (const [typed, value] of Object.entries(read)) assert.equal(setRight("web", typed), value, typed);
  for (const typed of ["", "n.v.t.", "info@voorbeeld.be", "nog niet"]) assert.equal(setRight("web", typed), typed, typed);
});

test("a date in words", () => {
  assert.equal(dateInWords("2026"), "2026");
  assert.equal(dateInWords("2026-02"), "februari\u00a02026");
  assert.equal(dateInWords("2026-02-01"), "1\u00a0februari\u00a02026");
  for (const none of ["", "2026-13", "2026-2", "gisteren"]) assert.equal(dateInWords(none), "");
});

test("an address of a title, that no other fiche has", () => {
  assert.equal(slug("Twee toeleiders, één loket: ’t Huis!"), "twee-toeleiders-een-loket-t-huis");
  assert.equal(slug("…"), "");
  assert.equal(freeSlug("Eén loket", {}), "een-loket");
  assert.equal(freeSlug("Eén loket", { "een-loket": "", "een-loket-2": "" }), "een-loket-3");
  assert.equal(freeSlug("constructor", {}), "constructor");
  assert.ok(freeSlug("a".repeat(110), { ["a".repeat(100)]: "" }).length <= 100);
});

test("a body is parts under headings, and those again", () => {
  const body = "## Aanleiding\n\nEen.\n\nTwee.\n\n## Resultaten\n\n- a\n- b";
  const texts = ["Een.\n\nTwee.", "", "- a\n- b", ""];
  assert.deepEqual(splitBody(body, HEADINGS), texts);
  assert.equal(joinBody(HEADINGS.map((heading, at) => [heading, texts[at]])), body);
  assert.deepEqual(splitBody("", HEADINGS), ["", "", "", ""]);
  assert.equal(joinBody([["", "Vrije tekst.\n"]]), "Vrije tekst.");
});

test("another body is left whole", () => {
  const others = ["Vooraf.\n\n## Aanpak\n\nEen.", "## Anders\n\nEen.", "## Aanpak\n\nEen.\n\n## Aanleiding\n\nTwee.",
    "## Aanpak\n\nEen.\n\n## Aanpak\n\nTwee.", "## Aanpak", "# Aanpak\n\nEen."];
  for (const body of others) assert.equal(splitBody(body, HEADINGS), null, body);
});
