/** Groups of the form of which there can be several: rows copied from a template, one at least. */

let copies = 0;

/**
 * A new row at the end of a group.
 * @param {Element} group
 * @returns {HTMLElement}
 */
export function addRow(group) {
  const template = /** @type {HTMLTemplateElement} */ (group.querySelector(":scope > [data-als-bekend] > template"));
  const row = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild);
  const suffix = `-${++copies}`;
  for (const name of ["id", "for", "name", "aria-describedby"])
    for (const each of row.querySelectorAll(`[${name}]`)) each.setAttribute(name, each.getAttribute(name) + suffix);
  listOf(group).append(row);
  renumber(group);
  return row;
}

/**
 * @param {Element} group
 * @returns {HTMLElement[]}
 */
export const rowsOf = (group) => /** @type {HTMLElement[]} */ ([...listOf(group).children]);

/**
 * As many empty rows as are asked for, and one at least.
 * @param {Element} group
 * @param {number} count
 * @returns {HTMLElement[]}
 */
export function setRows(group, count) {
  listOf(group).replaceChildren();
  return Array.from({ length: Math.max(1, count) }, () => addRow(group));
}

/**
 * Take a row out; the focus goes to the one that took its place.
 * @param {Element} row
 */
export function removeRow(row) {
  const group = /** @type {Element} */ (row.closest("[data-pad]"));
  const place = rowsOf(group).indexOf(/** @type {HTMLElement} */ (row));
  row.remove();
  renumber(group);
  const rows = rowsOf(group);
  firstControl(rows[Math.min(place, rows.length - 1)])?.focus();
}

/**
 * @param {Element} box
 * @returns {HTMLElement | null}
 */
export const firstControl = (box) => box.querySelector("input:not([type=radio]), input:checked, select, textarea, input");

/** @param {Element} group */
function renumber(group) {
  for (const [place, row] of rowsOf(group).entries())
    for (const number of row.querySelectorAll("[data-nummer]")) number.textContent = String(place + 1);
}

/** @param {Element} group */
const listOf = (group) => /** @type {Element} */ (group.querySelector(":scope > [data-als-bekend] > [data-rijen]"));
