/** On which page each part of a booklet starts. Pure. */

/**
 * @param {readonly (number | null)[]} lengths how many pages each part takes; null when that is not known
 * @returns {(number | null)[]} the page each part starts on, counted from 1; null from the first unknown length on
 */
export function startPages(lengths) {
  /** @type {number | null} */
  let page = 1;
  return lengths.map((length) => {
    const start = page;
    page = page === null || length === null ? null : page + length;
    return start;
  });
}
