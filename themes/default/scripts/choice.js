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
 * Whether something is shown: it has every chosen value.
 * @param {Readonly<Record<string, string>>} choice a value or "" for each list
 * @param {Readonly<Record<string, string | undefined>>} values what it has for each list, separated by spaces
 * @returns {boolean}
 */
export function shows(choice, values) {
  return Object.entries(choice).every(([name, value]) => !value || (values[name] ?? "").split(" ").includes(value));
}
