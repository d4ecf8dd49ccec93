import assert from "node:assert/strict";
import { test } from "node:test";
import { startPages } from "../../themes/default/scripts/paging.js";

test("each part starts after the pages of those before it", () => {
  assert.deepEqual(startPages([1, 2, 3, 1]), [1, 2, 4, 7]);
  assert.deepEqual(startPages([]), []);
});

test("after a part of unknown length no page is known", () => {
  assert.deepEqual(startPages([1, null, 2]), [1, 2, null]);
});
