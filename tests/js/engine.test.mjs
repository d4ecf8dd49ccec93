import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine, slugsOf } from "../../themes/default/scripts/engine.js";

const SLUGS = { nl_1: "loket", nl_2: "taalbad" };

/** A source of the shape of Pagefind's module that finds two fiches and a page; it notes what is asked of it. */
function sources({ failures = 0 } = {}) {
  const asked = [];
  const search = async (query) => {
    asked.push(query);
    if (failures-- > 0) throw new Error("offline");
    return { results: [{ id: "nl_2" }, { id: "nl_about" }, { id: "nl_1" }] };
  };
  const module = async () => (asked.push("module"), { init: async () => {}, destroy: async () => {}, search });
  return { asked, module, slugs: async () => SLUGS };
}

test("results become slugs in rank order, pages that are no fiche left out", () => {
  assert.deepEqual(slugsOf([{ id: "nl_2" }, { id: "toString" }, { id: "nl_1" }], SLUGS), ["taalbad", "loket"]);
});

test("nothing is loaded before the first call, and then once", async () => {
  const given = sources();
  const engine = createEngine(given);
  assert.deepEqual(given.asked, []);
  await engine.warm();
  assert.deepEqual(await engine.rank("taal"), ["taalbad", "loket"]);
  await engine.rank("loket");
  assert.deepEqual(given.asked, ["module", "taal", "loket"]);
});

test("a failure is reported and the next search starts afresh", async () => {
  const given = sources({ failures: 1 });
  const engine = createEngine(given);
  await assert.rejects(engine.rank("taal"), /offline/);
  assert.deepEqual(await engine.rank("taal"), ["taalbad", "loket"]);
  assert.deepEqual(given.asked, ["module", "taal", "module", "taal"]);
});

test("warming up never fails, searching does", async () => {
  const engine = createEngine({ ...sources(), slugs: async () => { throw new Error("404"); } });
  await engine.warm();
  await assert.rejects(engine.rank("taal"), /404/);
});
