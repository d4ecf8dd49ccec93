/** Elements, made and found in one line. */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, className = "", text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/**
 * A button that sends no form.
 * @param {string} className
 * @param {string} [text]
 */
export function makeButton(className, text = "") {
  const button = make("button", className, text);
  button.type = "button";
  return button;
}

/**
 * @param {string | URL} address
 * @param {string} text
 * @param {string} [className]
 */
export function makeLink(address, text, className = "") {
  const link = make("a", className, text);
  link.href = String(address);
  return link;
}

/** @param {Element} element */
export function inItem(element) {
  const item = make("li");
  item.append(element);
  return item;
}

/**
 * A drawing beside words that say the same.
 * @param {number} width
 * @param {number} height
 * @param {Record<string, string>} attributes
 * @param {readonly (readonly [name: string, attributes: Record<string, string>])[]} shapes
 */
export function makeDrawing(width, height, attributes, shapes) {
  const size = { viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height) };
  const drawing = makeShape("svg", { ...size, "aria-hidden": "true", ...attributes });
  drawing.append(...shapes.map(([name, each]) => makeShape(name, each)));
  return drawing;
}

/**
 * A way to find the parts of an element of which the template is known.
 * @param {Element} whole
 * @returns {(selector: string) => HTMLElement}
 */
export const findIn = (whole) => (selector) => /** @type {HTMLElement} */ (whole.querySelector(selector));

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 */
function makeShape(name, attributes) {
  const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
  return shape;
}
