/** What differs between two texts, in lines. Pure. */

const MOST = 4e6; // pairs of lines to compare: above, all that differs is one change

/**
 * @typedef {object} Change
 * @property {string[]} old the lines that go
 * @property {string[]} now the lines that come in their place
 */

/**
 * The changes from one text to another, in the order of the text.
 * @param {string} before
 * @param {string} after
 * @returns {Change[]}
 */
export function changes(before, after) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return between(old.slice(start, old.length - end), now.slice(start, now.length - end));
}

/**
 * @param {string[]} old
 * @param {string[]} now
 * @returns {Change[]}
 */
function between(old, now) {
  if (!old.length && !now.length) return [];
  if (old.length * now.length > MOST) return [{ old, now }];
  const common = commonLengths(old, now);
  const found = /** @type {Change[]} */ ([]);
  let change = /** @type {Change | null} */ (null);
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      change = null;
      i++, j++;
      continue;
    }
    if (!change) found.push((change = { old: [], now: [] }));
    if (j === now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) change.old.push(old[i++]);
    else change.now.push(now[j++]);
  }
  return found;
}

/**
 * How many lines the rests of two texts have in common, from each line on.
 * @param {string[]} old
 * @param {string[]} now
 */
function commonLengths(old, now) {
  const table = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i][j] = old[i] === now[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}
