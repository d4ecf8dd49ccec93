/**
 * Terms of the glossary: choosing one shows its explanation beside it, by mouse, touch or keyboard. Without this script
 * a term is a link to the list of terms.
 */

import { place } from "./place.js";

const box = document.createElement("span");
box.className = "uitleg";
box.lang = document.documentElement.lang; // the term may stand in a text in another one
box.popover = "auto";

/** The term whose explanation is shown. */
let shown = null;

for (const term of document.querySelectorAll("a.term")) {
  term.role = "button";
  term.ariaExpanded = "false";
  term.addEventListener("click", (event) => {
    event.preventDefault();
    if (shown === term) box.hidePopover();
    else show(term);
  });
  term.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    term.click();
  });
  term.addEventListener("focusout", leave);
}
box.addEventListener("focusout", leave);
box.addEventListener("toggle", (event) => {
  if (event.newState === "closed") forget();
});

/** Show the explanation of *term*: right after it, so that a reader by ear and the Tab key find it there. */
function show(term) {
  if (shown) box.hidePopover();
  forget();
  const head = document.createElement("b");
  head.textContent = term.dataset.voluit ? `${term.dataset.naam}: ${term.dataset.voluit}` : term.dataset.naam;
  const list = document.createElement("a");
  list.href = term.href;
  list.textContent = "Alle woorden";
  box.replaceChildren(head, term.dataset.uitleg, " ", list);
  term.after(box);
  box.showPopover();
  const view = { width: document.documentElement.clientWidth, height: innerHeight, x: scrollX, y: scrollY };
  const { x, y } = place(term.getClientRects()[0], box.getBoundingClientRect(), view);
  box.style.setProperty("--x", `${x}px`);
  box.style.setProperty("--y", `${y}px`);
  term.ariaExpanded = "true";
  shown = term;
}

/** Close when the focus goes elsewhere, so that what has the focus is never covered. */
function leave({ relatedTarget }) {
  if (shown && relatedTarget && relatedTarget !== shown && !box.contains(relatedTarget)) box.hidePopover();
}

function forget() {
  if (shown) shown.ariaExpanded = "false";
  shown = null;
}
