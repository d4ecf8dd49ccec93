/** What moves things in the form. Groups of which there can be several: rows copied from a template, one at least. */

let copies = 0;
let pressed = false;
const waiting = [];

addEventListener("pointerdown", () => (pressed = true));
for (const type of ["pointerup", "pointercancel"])
  addEventListener(type, () => {
    pressed = false;
    setTimeout(() => waiting.splice(0).forEach((act) => act()));
  });

/** Do at once what moves things, or when what is under the finger has had its click. */
export const afterPress = (act) => (pressed ? waiting.push(act) : act());

const listOf = (group) => group.querySelector("[data-rijen]");

/** The rows of a group, in order. */
export const rowsOf = (group) => [...listOf(group).children];

/** A new row below *above*, or at the end of a group; ids in it are its own. */
export function addRow(group, above) {
  const row = group.querySelector("template").content.firstElementChild.cloneNode(true);
  copies++;
  for (const name of ["for", "aria-describedby", "id"])
    for (const each of row.querySelectorAll(`[${name}]`)) {
      const id = each.getAttribute(name);
      if (row.querySelector(`#${id}`)) each.setAttribute(name, `${id}-${copies}`);
    }
  if (above) above.after(row);
  else listOf(group).append(row);
  renumber(group);
  return row;
}

/** As many empty rows as are asked for, and one at least. */
export function setRows(group, count) {
  listOf(group).replaceChildren();
  return Array.from({ length: Math.max(1, count) }, () => addRow(group));
}

/** Take a row out; the focus goes to the one that took its place. */
export function removeRow(row) {
  const group = row.closest("[data-pad]");
  const place = rowsOf(group).indexOf(row);
  row.remove();
  renumber(group);
  controlOf(rowsOf(group)[place] ?? rowsOf(group).at(-1)).focus();
}

/** What is written in first, in a field or a row; of choices the one that is chosen. */
export const controlOf = (box) =>
  box.querySelector("[data-invoer], :checked[type=radio], [data-kop]") ?? box.querySelector("input");

function renumber(group) {
  for (const [place, row] of rowsOf(group).entries())
    for (const number of row.querySelectorAll("[data-nummer]")) number.textContent = place + 1;
}
