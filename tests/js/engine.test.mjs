import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine, fuse, scoresOf } from "../../themes/default/scripts/engine.js";
import * as plan from "../../themes/default/scripts/plan.js";

const SLUGS = { nl_1: "loket", nl_2: "taalbad" };
const VOCABULARY = { fiches: 2, words: { taal: 2, loket: 1, begeleiding: 1, talen: 1 }, aside: [], places: [] };

/** Sources of the shape of Pagefind's module that find two fiches and a page; they note what is asked of them. */
function sources({ failures = 0 } = {}) {
  const asked = [];
  const search = async (query) => {
    asked.push(query);
    if (failures-- > 0) throw new Error("offline");
    return { results: [{ id: "nl_2", score: 4 }, { id: "nl_about", score: 3 }, { id: "nl_1", score: 2 }] };
  };
  const nothing = async () => {};
  const module = async () => (asked.push("module"), { options: nothing, init: nothing, destroy: nothing, search });
  return { asked, module, planning: async () => plan, slugs: async () => SLUGS, vocabulary: async () => VOCABULARY };
}

test("results become scores of fiches, as a part of the best; pages that are no fiche are left out", () => {
  const results = [{ id: "nl_2", score: 4 }, { id: "toString", score: 3 }, { id: "nl_1", score: 2 }];
  assert.deepEqual(scoresOf(results, SLUGS), new Map([["taalbad", 1], ["loket", 0.5]]));
  assert.deepEqual(scoresOf([], SLUGS), new Map());
});

test("rankings are fused by weight and score, and what shares little is left out", () => {
  const part = (weight, found) => ({ weight, found: new Map(Object.entries(found)) });
  assert.deepEqual(fuse([part(3, { a: 1, b: 0.2 }), part(1, { b: 1, c: 1 })]), ["a", "b", "c"]);
  assert.deepEqual(fuse([part(20, { a: 1 }), part(1, { b: 1 })]), ["a"]);
  assert.deepEqual(fuse([]), []);
});

test("nothing is loaded before the first call, and then once", async () => {
  const given = sources();
  const engine = createEngine(given);
  assert.deepEqual(given.asked, []);
  await engine.warm();
  assert.deepEqual(await engine.rank("taal"), { slugs: ["taalbad", "loket"], corrected: "", words: ["taal", "talen"], telling: ["taal"] });
  await engine.rank("loket");
  assert.deepEqual(given.asked, ["module", "taal", "talen", "loket"]);
});

test("what is no word of the catalogue is not searched and finds nothing", async () => {
  const given = sources();
  assert.deepEqual(await createEngine(given).rank("xyzzy"), { slugs: [], corrected: "", words: [], telling: [] });
  assert.deepEqual(given.asked, ["module"]);
});

test("a mistyped word is corrected, and that is told", async () => {
  const given = sources();
  assert.equal((await createEngine(given).rank("begeleidng")).corrected, "begeleiding");
  assert.deepEqual(given.asked, ["module", "begeleiding"]);
});

test("what is searched as it was typed is not mended", async () => {
  const given = sources();
  assert.deepEqual(await createEngine(given).rank("begeleidng taal", true), { slugs: ["taalbad", "loket"], corrected: "", words: ["taal"], telling: ["taal"] });
  assert.deepEqual(given.asked, ["module", "taal"]);
});

test("a failure is reported and the next search starts afresh", async () => {
  const given = sources({ failures: 1 });
  const engine = createEngine(given);
  await assert.rejects(engine.rank("taal"), /offline/);
  assert.deepEqual((await engine.rank("taal")).slugs, ["taalbad", "loket"]);
  assert.deepEqual(given.asked, ["module", "taal", "talen", "module", "taal", "talen"]);
});

test("warming up never fails, searching does", async () => {
  const engine = createEngine({ ...sources(), slugs: async () => { throw new Error("404"); } });
  await engine.warm();
  await assert.rejects(engine.rank("taal"), /404/);
});
