/**
 * The key / brings to the search field from anywhere on the page where nothing is being typed. Who speaks to the computer
 * or types with one finger can switch it off, at the foot of the page: such a key may not be forced on anyone (WCAG 2.1.4).
 */

import { kept } from "./kept.js";
import { switchKey } from "./words.js";

const KEY = "/";

/** @type {import("./kept.js").Kept<boolean>} */
const off = kept("sneltoets uit");

/**
 * Make the key work for *field*, where there is a mouse and so a keyboard.
 * @param {HTMLInputElement} field
 */
export function bringByKey(field) {
  if (matchMedia("(hover: none)").matches) return;
  const hint = Object.assign(document.createElement("kbd"), { className: "zoek-toets", textContent: KEY, ariaHidden: "true" });
  field.after(hint);
  const button = Object.assign(document.createElement("button"), { type: "button", className: "als-link" });

  function show() {
    hint.hidden = off.read() === true;
    if (hint.hidden) field.removeAttribute("aria-keyshortcuts");
    else field.setAttribute("aria-keyshortcuts", KEY);
    button.textContent = switchKey(hint.hidden);
  }

  button.addEventListener("click", () => {
    off.write(off.read() === true ? null : true);
    show();
  });
  off.follow(show);
  document.addEventListener("keydown", (event) => {
    if (event.key !== KEY || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (hint.hidden || event.defaultPrevented || isTyping(event.target) || field.closest("[inert]")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  show();
  const place = document.querySelector("[data-sneltoets]");
  if (!(place instanceof HTMLElement)) return;
  place.append(button);
  place.hidden = false;
}

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])"));
