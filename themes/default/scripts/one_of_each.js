/** One choice out of each of a few lists, and what it shows. Pure: strings in, values out. */

/**
 * What an address chooses.
 * @param {string} query the address's query, with or without "?"
 * @param {readonly string[]} names the lists there are
 * @returns {Record<string, string>} the chosen value of each list that has one
 */
export function chosen(query, names) {
  const params = new URLSearchParams(query);
  return Object.fromEntries(names.map((name) => [name, params.get(name) ?? ""]).filter(([, value]) => value));
}

/**
 * How many each value of a list would show, the other lists as they are. Values that show nothing are absent.
 * @param {Readonly<Record<string, string>>} choice
 * @param {readonly Readonly<Record<string, string | undefined>>[]} items
 * @param {string} name the list
 * @returns {Map<string, number>}
 */
export function tally(choice, items, name) {
  const others = { ...choice, [name]: "" };
  const counts = new Map();
  for (const item of items.filter((each) => shows(others, each))) {
    for (const value of (item[name] ?? "").split(" ")) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/**
 * Whether something is shown: it has every chosen value.
 * @param {Readonly<Record<string, string>>} choice a value or "" for each list
 * @param {Readonly<Record<string, string | undefined>>} values what it has for each list, separated by spaces
 * @returns {boolean}
 */
export function shows(choice, values) {
  return Object.entries(choice).every(([name, value]) => !value || (values[name] ?? "").split(" ").includes(value));
}
