/**
 * Where distances are measured from: the line above a list that is sorted by distance, and the form to choose it.
 */

import { makeTownPicker } from "./town_picker.js";
import { aboutTown, fromTown } from "./words.js";

/** @typedef {import("./near.js").Town} Town */

/**
 * @param {HTMLElement} section
 * @param {(slug: string) => void} moved called when another municipality is chosen
 * @returns {{show: (asked: boolean, town?: Town) => void}} *asked*: whether the list is sorted by distance
 */
export function makeVantage(section, moved) {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (section.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (find("form"));
  const [chosen, name, about] = [find("[data-gekozen]"), find("[data-plaats]"), find("[data-over]")];
  let former = "";

  makeTownPicker(form, (town, typed) => {
    former = typed;
    moved(town.slug);
  });
  find("[data-andere]").addEventListener("click", () => {
    turn(false);
    form.querySelector("input")?.focus();
  });

  function turn(/** @type {boolean} */ known) {
    chosen.hidden = !known;
    form.hidden = known;
  }

  return {
    show(asked, town) {
      section.hidden = !asked;
      if (!asked) return;
      turn(Boolean(town));
      name.textContent = town ? fromTown(town.naam) : "";
      about.textContent = town ? aboutTown(town.naam, former, town.fiches) : "";
      former = "";
    },
  };
}
