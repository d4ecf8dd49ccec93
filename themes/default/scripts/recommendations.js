/**
 * The page of recommendations: two lists choose for whom and about what. The address holds the choice, so that it can
 * be shared; without this script the page shows all of them.
 */

import { chosen, shows, tally } from "./one_of_each.js";

const form = document.querySelector("[data-kies]");
const items = [...document.querySelectorAll("[data-advies]")];
const groups = [...document.querySelectorAll("[data-groep]")];
const lists = [...form.querySelectorAll("select")];
const count = form.querySelector("[data-telling]");
const paper = document.querySelector("[data-keuze]");
const none = document.querySelector("[data-geen]");
const whole = document.querySelectorAll("[data-geheel]"); // what is only true of the whole page

/** Set the lists to what the address says; what they do not offer is no choice. */
function read() {
  const wanted = chosen(location.search, lists.map((list) => list.name));
  for (const list of lists) {
    list.value = wanted[list.name] ?? "";
    if (list.selectedIndex < 0) list.value = "";
  }
}

/** Show what fits the lists, and say how many. */
function show() {
  const choice = Object.fromEntries(lists.map((list) => [list.name, list.value]));
  const filtered = lists.some((list) => list.value);
  for (const item of items) item.hidden = !shows(choice, item.dataset);
  for (const group of groups) group.hidden = !group.querySelector("[data-advies]:not([hidden])");
  for (const list of lists) number(list, choice);
  const left = items.filter((item) => !item.hidden).length;
  count.textContent = `${left} ${left === 1 ? "aanbeveling" : "aanbevelingen"}`;
  none.hidden = left > 0;
  form.querySelector("[data-wis]").hidden = !filtered;
  for (const part of whole) part.hidden = filtered;
  const words = lists.filter((list) => list.value).map((list) => list.selectedOptions[0].dataset.label);
  paper.textContent = filtered ? `Gekozen: ${words.join("; ")}. ${left} van ${items.length} aanbevelingen.` : "";
}

/** Say beside each value of *list* how many it would show; one that shows nothing cannot be chosen. */
function number(list, choice) {
  const counts = tally(choice, items.map((item) => item.dataset), list.name);
  for (const option of list.options) {
    if (!option.value) continue;
    const found = counts.get(option.value) ?? 0;
    option.textContent = `${option.dataset.label} (${found})`;
    option.disabled = !found && !option.selected;
  }
}

/** Write the choice to the address. */
function write() {
  const params = new URLSearchParams(lists.filter((list) => list.value).map((list) => [list.name, list.value]));
  const query = params.toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  write();
  show();
});
for (const button of document.querySelectorAll("[data-wis]")) {
  button.addEventListener("click", () => {
    for (const list of lists) list.value = "";
    write();
    show();
    lists[0].focus();
  });
}
addEventListener("popstate", () => {
  read();
  show();
});
read();
show();
