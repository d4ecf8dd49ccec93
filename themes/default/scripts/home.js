/**
 * The home page: what happened near the reader's own municipality, once she has said which that is. Without this script
 * the page goes without.
 */

import { make, makeLink } from "./elements.js";
import { distances, nearest } from "./near.js";
import { readJson } from "./site.js";
import { loadTowns, makeTownPicker, ownTown } from "./town_picker.js";
import { aboutTown, away, fiches as numberOf, inProvince, nearTown } from "./words.js";

/**
 * @typedef {import("./near.js").Town} Town
 * @typedef {import("./facets.js").Fiche} Fiche
 */

const NEAREST = 6;

/** @param {HTMLElement} section */
function start(section) {
  const find = (/** @type {string} */ name) => /** @type {any} */ (section.querySelector(`[data-${name}]`));
  const [form, title, found] = [section.querySelector("form"), find("titel"), find("gevonden")];
  const unasked = title.textContent;

  async function show(/** @type {string} */ slug, former = "") {
    const [{ gemeenten, provincies }, { fiches }] = await Promise.all([loadTowns(), readJson(section.dataset.fiches ?? "")]);
    const town = gemeenten.find((each) => each.slug === slug);
    if (!town) return forget();
    const far = distances(fiches, gemeenten, slug);
    const there = fiches.filter((/** @type {Fiche} */ { provincie }) => provincie.includes(town.provincie)).length;
    title.textContent = nearTown(town.naam);
    find("over").textContent = aboutTown(town.naam, former, town.fiches);
    const items = nearest(fiches, far, NEAREST).map((fiche) => makeItem(fiche, gemeenten, far.get(fiche.slug) ?? 0));
    find("lijst").replaceChildren(...items);
    find("alles").href = `praktijken/?sorteer=afstand&vanuit=${slug}`;
    find("provincie").href = `provincies/${town.provincie}/`;
    find("provincie").textContent = inProvince(provincies[town.provincie], numberOf(there));
    find("provincie").hidden = !there;
    turn(true);
  }

  function forget() {
    ownTown.write(null);
    title.textContent = unasked;
    turn(false);
  }

  function turn(/** @type {boolean} */ chosen) {
    found.hidden = !chosen;
    form.hidden = chosen;
  }

  makeTownPicker(form, async (town, former) => {
    await show(town.slug, former);
    title.focus();
  });
  find("andere").addEventListener("click", () => {
    forget();
    form.querySelector("input").focus();
  });
  section.hidden = false;
  const own = ownTown.read();
  if (own) show(own).catch(() => turn(false));
}

/**
 * @param {Fiche} fiche
 * @param {readonly Town[]} towns
 * @param {number} km
 */
function makeItem({ slug, titel, taal, domein, gemeente }, towns, km) {
  const item = make("li", `domein-${domein[0]}`);
  const link = makeLink(`praktijken/${slug}/`, titel);
  if (taal) link.lang = taal;
  const names = towns.filter((town) => gemeente.includes(town.slug)).map(({ naam }) => naam);
  item.append(make("span", "tabje"), link, make("span", "stil", names.join(", ")), make("span", "", away(km)));
  return item;
}

const section = document.querySelector("[data-in-de-buurt]");
if (section instanceof HTMLElement) start(section);
