import assert from "node:assert/strict";
import { test } from "node:test";
import { isFilled, status } from "../../themes/default/scripts/form_preview.js";

const NOW = "2026-11-21";
const said = (fiche) => status(fiche, (_, value) => value, NOW).replaceAll("\u00a0", " ");

test("where a practice stands, as the site says it: no old fiche is running", () => {
  const checked = { status: "lopend", laatst_nagekeken: "2026-05" };
  assert.equal(said({}), "onbekend");
  assert.equal(said({ status: "gestopt" }), "gestopt");
  assert.equal(said(checked), "lopend");
  assert.equal(said({ ...checked, laatst_nagekeken: "2016-06" }), "liep in 2016 (laatst nagekeken juni 2016)");
  assert.equal(said({ ...checked, periode: { einde: "2026" } }), "lopend");
  assert.equal(said({ ...checked, periode: { einde: "2025" } }), "afgerond");
  assert.equal(said({ ...checked, status: "ingebed", periode: { einde: "2025" } }), "ingebed");
  assert.equal(said({ periode: { start: "2027" } }), "gepland");
  assert.equal(said({ periode: { start: "2026-12" }, status: "lopend" }), "gepland");
  assert.equal(said({ status: "gepland", laatst_nagekeken: "2016" }), "was gepland in 2016 (laatst nagekeken 2016)");
  assert.equal(said({ ...checked, periode: { einde: "gisteren" } }), "lopend");
});

test("onbekend is missing", () => {
  assert.ok(isFilled({ trekker: ["Stad Gent"] }, "trekker"));
  assert.ok(isFilled({ periode: { start: "2026" } }, "periode.start"));
  for (const fiche of [{}, { trekker: "onbekend" }, { trekker: ["onbekend"] }]) assert.ok(!isFilled(fiche, "trekker"));
  assert.ok(!isFilled({}, "periode.start"));
});
