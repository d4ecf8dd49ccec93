import assert from "node:assert/strict";
import { test } from "node:test";
import { rebase } from "../../themes/default/scripts/address.js";

const ROOT = "https://example.org/a/b/";
const FROM = `${ROOT}praktijken/een/`;

for (const [href, there] of [
  ["../../gemeenten/gent/", "../gemeenten/gent/"],
  ["../../", "../"],
  ["../twee/", "../praktijken/twee/"],
  ["#deel", "../praktijken/een/#deel"],
  ["een.pdf", "../praktijken/een/een.pdf"],
  ["https://elders.example/x", "https://elders.example/x"],
  ["https://example.org/ander/", "https://example.org/ander/"],
  ["mailto:a@example.org", "mailto:a@example.org"],
  ["http://[", "http://["],
]) {
  test(`${href} of a fiche's page is ${there} one folder below the root`, () => {
    assert.equal(rebase(href, FROM, ROOT, "../"), there);
  });
}
