/**
 * The chosen filters as chips above the list, each of which can be taken away.
 */

import { focusCountLine } from "./controls.js";
import { inItem, makeButton, makeDrawing } from "./elements.js";
import { badge, clearFilters, removeFilter } from "./words.js";

/**
 * @typedef {import("./controls.js").Controls} Controls
 * @typedef {import("./controls.js").Choice} Choice
 */

/**
 * One removable chip for each chosen value, and with several a way to clear them all.
 * @param {Controls} controls
 * @param {() => void} changed called after a chip has unticked its box
 */
export function showChips(controls, changed) {
  const { chips, choices, opener } = controls;
  const chosen = choices.filter(({ box }) => box.checked);
  controls.paper.textContent = chosen.map(({ group, label }) => `${group}: ${label}`).join(" · ");
  const items = chosen.map((choice, place) => makeChip(choice, () => (changed(), focusChip(controls, place))));
  chips.replaceChildren(...items, ...(chosen.length > 1 ? [makeClearAll()] : []));
  chips.hidden = !chosen.length;
  const marker = opener.querySelector("[data-aantal]");
  if (marker) marker.textContent = badge(chosen.length);
}

/**
 * @param {Choice} choice
 * @param {() => void} removed
 */
function makeChip({ facet, value, chip: words, box }, removed) {
  const chip = makeButton(`chip ${facet}-${value}`, words);
  chip.setAttribute("aria-label", removeFilter(words));
  chip.append(makeCross());
  chip.addEventListener("click", () => {
    box.checked = false;
    removed();
  });
  return inItem(chip);
}

function makeClearAll() {
  const button = makeButton("wis", clearFilters());
  button.dataset.wis = "";
  return inItem(button);
}

/**
 * The pressed chip is gone: the focus goes to the one that took its place, else to the count line.
 * @param {Controls} controls
 * @param {number} place
 */
function focusChip(controls, place) {
  const left = /** @type {NodeListOf<HTMLElement>} */ (controls.chips.querySelectorAll("button.chip"));
  if (left.length) left[Math.min(place, left.length - 1)].focus();
  else focusCountLine(controls);
}

const makeCross = () =>
  makeDrawing(12, 12, { fill: "none" }, [["path", { d: "M2 2l8 8M10 2l-8 8", stroke: "currentColor", "stroke-width": "1.5" }]]);
