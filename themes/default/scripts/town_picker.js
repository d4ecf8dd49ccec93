/**
 * The small form in which someone says where she is, once: by name, former name or postcode. This browser keeps it.
 */

import { inItem, makeButton } from "./elements.js";
import { kept } from "./kept.js";
import { findTowns, formerName } from "./near.js";
import { readJson, ROOT } from "./site.js";
import { nearFails, noTown, townsFail, whichTown } from "./words.js";

/**
 * @typedef {import("./near.js").Town} Town
 *
 * @typedef {object} Towns
 * @property {readonly Town[]} gemeenten
 * @property {Readonly<Record<string, string>>} provincies their names by slug
 */

/** @type {import("./kept.js").Kept<string>} the reader's own municipality, by slug */
export const ownTown = kept("gemeente");

/** @type {Promise<Towns> | null} */
let loading = null;

/**
 * Every municipality of today, loaded once. After a failure the next call tries afresh.
 * @returns {Promise<Towns>}
 */
export function loadTowns() {
  loading ??= readJson(new URL("data/gemeenten.json", ROOT));
  loading.catch(() => (loading = null));
  return loading;
}

/**
 * Let *form* choose a municipality.
 * @param {HTMLFormElement} form
 * @param {(town: Town, former: string) => void | Promise<void>} picked called with it, and with its former name when that
 *   was typed; when it fails, that is said and what was typed stays
 */
export function makeTownPicker(form, picked) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const answer = /** @type {HTMLElement} */ (form.querySelector("[data-antwoord]"));
  const choices = /** @type {HTMLElement} */ (form.querySelector("[data-keuze]"));

  async function choose(/** @type {Town} */ town) {
    ownTown.write(town.slug);
    try {
      await picked(town, formerName(town, field.value));
      tell("", []);
      field.value = "";
    } catch {
      answer.textContent = nearFails();
    }
  }

  function tell(/** @type {string} */ text, /** @type {readonly Town[]} */ towns) {
    answer.textContent = text;
    choices.replaceChildren(...towns.map((town) => makeChoice(town, () => choose(town))));
    choices.hidden = !towns.length;
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const found = findTowns((await loadTowns()).gemeenten, field.value);
      if (found.length === 1) {
        tell("", []);
        await choose(found[0]);
      } else tell(found.length ? whichTown() : noTown(field.value.trim()), found);
    } catch {
      tell(townsFail(), []);
    }
  });
  field.addEventListener("focus", () => fillNames(form), { once: true });
}

/**
 * Let the browser complete names as they are typed.
 * @param {HTMLFormElement} form
 */
async function fillNames(form) {
  const towns = await loadTowns().catch(() => null);
  const options = towns?.gemeenten.flatMap(({ naam, vroeger }) => [naam, ...vroeger]).map((name) => new Option("", name));
  form.querySelector("datalist")?.replaceChildren(...(options ?? []));
}

/**
 * @param {Town} town
 * @param {() => void} chosen
 */
function makeChoice({ naam }, chosen) {
  const button = makeButton("knop knop-licht", naam);
  button.addEventListener("click", chosen);
  return inItem(button);
}
