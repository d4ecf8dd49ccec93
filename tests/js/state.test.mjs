import assert from "node:assert/strict";
import { test } from "node:test";
import { isFiltered, readState, sortOf, strangersIn, tidyState, writeState } from "../../themes/default/scripts/state.js";

const OFFER = {
  facets: { domein: ["onthaal", "taal", "werk"], gemeente: ["gent", "kortrijk"] },
  sorts: ["relevantie", "domein", "titel", "start", "afstand"],
};
const canonical = (query) => writeState(readState(query, OFFER));

const ADDRESSES = {
  "nothing asked": ["", ""],
  "words and values": ["?q=taal&domein=taal&gemeente=gent", "?q=taal&domein=taal&gemeente=gent"],
  "values in page order": ["?domein=werk&domein=onthaal", "?domein=onthaal&domein=werk"],
  "a comma list": ["?domein=onthaal,werk", "?domein=onthaal&domein=werk"],
  "the same value twice": ["?domein=taal&domein=taal,taal", "?domein=taal"],
  "an unknown value": ["?domein=voetbal,taal&gemeente=", "?domein=taal"],
  "an unknown parameter": ["?utm_source=x&__proto__=y&constructor=z&f=a", ""],
  "spaces round and in the query": ["?q=++sociale++huur+", "?q=sociale+huur"],
  "only spaces": ["?q=+++", ""],
  "a sign that means something in an address": ["?q=R%26D+%2B+50%25", "?q=R%26D+%2B+50%25"],
  "broken percent signs": ["?q=50%&domein=%zz", "?q=50%25"],
  "a chosen sort order": ["?sorteer=titel", "?sorteer=titel"],
  "the default sort order": ["?sorteer=domein", ""],
  "the default sort order with words": ["?q=taal&sorteer=relevantie", "?q=taal"],
  "by domain with words": ["?q=taal&sorteer=domein", "?q=taal&sorteer=domein"],
  "relevance without words": ["?sorteer=relevantie", ""],
  "an unknown sort order": ["?sorteer=prijs", ""],
  "words as they were typed": ["?q=taalbubels&letterlijk=ja", "?q=taalbubels&letterlijk=ja"],
  "as they were typed without words": ["?letterlijk=ja", ""],
  "by distance from somewhere": ["?sorteer=afstand&vanuit=ieper", "?sorteer=afstand&vanuit=ieper"],
  "from somewhere in another order": ["?sorteer=titel&vanuit=ieper", "?sorteer=titel"],
  "from what is no municipality": ["?sorteer=afstand&vanuit=<b>", "?sorteer=afstand"],
};

for (const [name, [address, expected]] of Object.entries(ADDRESSES))
  test(`address: ${name}`, () => {
    assert.equal(canonical(address), expected);
    assert.equal(canonical(expected), expected);
  });

test("an address gives the whole state", () => {
  assert.deepEqual(readState("?gemeente=kortrijk&q=Eén+loket&sorteer=start", OFFER), {
    q: "Eén loket", exact: false, sort: "start", from: "", facets: { domein: [], gemeente: ["kortrijk"] },
  });
});

test("what an address asks and the page has not is told", () => {
  assert.deepEqual(strangersIn("?domein=taal,onzin&gemeente=ieper&gemeente=&q=x&utm=y", OFFER), ["onzin", "ieper"]);
  assert.deepEqual(strangersIn("?domein=taal", OFFER), []);
});

test("a very long query is cut", () => {
  assert.equal(readState(`?q=${"a".repeat(5000)}`, OFFER).q.length, 200);
});

test("shown by relevance with words, by domain without, unless chosen otherwise", () => {
  const sorts = ["?q=taal", "", "?q=taal&sorteer=titel"].map((address) => sortOf(readState(address, OFFER)));
  assert.deepEqual(sorts, ["relevantie", "domein", "titel"]);
});

test("a chosen order that becomes the default is forgotten", () => {
  const { facets } = readState("", OFFER);
  assert.equal(tidyState({ q: "", exact: false, sort: "domein", from: "", facets }, OFFER).sort, "");
});

test("filtered means a chosen value, not words", () => {
  assert.deepEqual(["?q=taal", "?domein=taal"].map((address) => isFiltered(readState(address, OFFER))), [false, true]);
});
