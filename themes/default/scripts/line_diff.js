/** What differs between two texts, in lines. Pure. */

const FAR = 1000; // lines: texts that differ longer are one change

/**
 * The changes from one text to another, in their order: the lines that go, and those that come in their place.
 * @returns {{old: string[], now: string[]}[]}
 */
export function changes(before, after) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const found = [];
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (old[i] === now[j]) {
      i++;
      j++;
      continue;
    }
    const [gone, come] = nearest(old.slice(i), now.slice(j));
    found.push({ old: old.slice(i, i + gone), now: now.slice(j, j + come) });
    i += gone;
    j += come;
  }
  return found;
}

/** How many lines of each to leave for both to go on with the same line, or both to end: as few as can be. */
function nearest(old, now) {
  for (let both = 1; both < FAR; both++) {
    for (let gone = 0; gone <= both; gone++) {
      const come = both - gone;
      if (gone <= old.length && come <= now.length && old[gone] === now[come]) return [gone, come];
    }
  }
  return [old.length, now.length];
}
