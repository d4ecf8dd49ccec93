import assert from "node:assert/strict";
import { test } from "node:test";
import { kept } from "../../themes/default/scripts/kept.js";

/** Storage of the shape of the browser's, in which *full* lets nothing in. */
function storage({ full = false } = {}) {
  const items = new Map();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => items.delete(key),
    setItem: (key, value) => {
      if (full) throw new Error("QuotaExceededError");
      items.set(key, value);
    },
  };
}

test("what is written is read again, also by another page", () => {
  const browser = storage();
  assert.equal(kept("selectie", () => browser).write(["a", "b"]), true);
  assert.deepEqual(kept("selectie", () => browser).read(), ["a", "b"]);
  assert.equal(kept("gemeente", () => browser).read(), null);
});

test("null forgets, and leaves nothing behind", () => {
  const browser = storage();
  const town = kept("gemeente", () => browser);
  town.write("gent");
  town.write(null);
  assert.equal(town.read(), null);
  assert.equal(browser.items.size, 0);
});

test("what cannot be kept lasts as long as the page", () => {
  const browser = storage({ full: true });
  const town = kept("gemeente", () => browser);
  assert.equal(town.write("gent"), false);
  assert.equal(town.read(), "gent");
  town.write(null);
  assert.equal(town.read(), null);
});

test("a browser that refuses storage is no error", () => {
  const town = kept("gemeente", () => { throw new Error("SecurityError"); });
  assert.equal(town.read(), null);
  town.write("gent");
  assert.equal(town.read(), "gent");
});

test("what cannot be read is nothing", () => {
  const browser = storage();
  const town = kept("gemeente", () => browser);
  town.write("gent");
  const [key] = browser.items.keys();
  browser.items.set(key, "{kapot");
  assert.equal(town.read(), null);
});
