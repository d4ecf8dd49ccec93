/**
 * The filters as a sheet over the page on a narrow screen; on a wide one they simply stand there.
 */

/** The theme's one breakpoint, as in styles/: in em, so that it moves with the reader's own font size. */
const NARROW = "(max-width: 56.24em)";

/**
 * Make the filters a sheet that *opener* opens and every [data-sluit] in it, Escape or a wider window closes.
 * @param {HTMLElement} filters
 * @param {HTMLElement} opener
 */
export function makeSheet(filters, opener) {
  const narrow = matchMedia(NARROW);
  /** @type {HTMLElement[]} */
  let asleep = [];

  function open() {
    filters.hidden = false;
    asleep = around(filters);
    for (const element of asleep) element.inert = true;
    markOpen(filters, opener, true);
    firstControl(filters)?.focus();
  }

  function close() {
    if (!filters.classList.contains("open")) return;
    for (const element of asleep) element.inert = false;
    markOpen(filters, opener, false);
    fit();
    opener.focus();
  }

  function fit() {
    filters.hidden = narrow.matches && !filters.classList.contains("open");
    opener.hidden = !narrow.matches;
  }

  opener.addEventListener("click", open);
  filters.addEventListener("click", (event) => closest(event, "[data-sluit]") && close());
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  narrow.addEventListener("change", () => (close(), fit()));
  fit();
}

/**
 * @param {HTMLElement} filters
 * @param {HTMLElement} opener
 * @param {boolean} open
 */
function markOpen(filters, opener, open) {
  filters.classList.toggle("open", open);
  opener.setAttribute("aria-expanded", String(open));
  for (const [name, value] of [["role", "dialog"], ["aria-modal", "true"]]) {
    if (open) filters.setAttribute(name, value);
    else filters.removeAttribute(name);
  }
}

/**
 * Everything on the page outside an element that is not inert already.
 * @param {Element} element
 * @returns {HTMLElement[]}
 */
function around(element) {
  const parent = element.parentElement;
  if (!parent || element === document.body) return [];
  const beside = [...parent.children].filter((other) => other instanceof HTMLElement && other !== element);
  const awake = /** @type {HTMLElement[]} */ (beside).filter((other) => !other.inert);
  return [...awake, ...around(parent)];
}

/**
 * @param {Element} element
 * @returns {HTMLElement | null}
 */
const firstControl = (element) => element.querySelector("button, input:not(:disabled), select, a[href]");

/**
 * @param {Event} event
 * @param {string} selector
 */
const closest = (event, selector) => event.target instanceof Element && event.target.closest(selector);
