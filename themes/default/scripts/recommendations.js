/**
 * The page of recommendations: two lists choose for whom and about what. The address holds the choice, so that it can
 * be shared; without this script the page shows all of them.
 */

import { chosen, shows } from "./choice.js";

const form = document.querySelector("[data-kies]");
const items = [...document.querySelectorAll("[data-advies]")];
const groups = [...document.querySelectorAll("[data-groep]")];
const count = form.querySelector("[data-telling]");
const clear = form.querySelector("[data-wis]");
const lists = [...form.querySelectorAll("select")];

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
  for (const item of items) item.hidden = !shows(choice, item.dataset);
  for (const group of groups) group.hidden = !group.querySelector("[data-advies]:not([hidden])");
  const left = items.filter((item) => !item.hidden).length;
  count.textContent = `${left} ${left === 1 ? "aanbeveling" : "aanbevelingen"}`;
  clear.hidden = !lists.some((list) => list.value);
  document.querySelector(".spring").hidden = !clear.hidden;
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
clear.addEventListener("click", () => {
  for (const list of lists) list.value = "";
  write();
  show();
  lists[0].focus();
});
addEventListener("popstate", () => {
  read();
  show();
});
read();
show();
