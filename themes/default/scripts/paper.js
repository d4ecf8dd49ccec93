/**
 * A sheet to measure on: a hidden frame of the page's own styles, as they are on paper. Browsers break columns as they
 * break pages, so text set in columns of the size of a page tells how many pages it will take.
 */

/**
 * @typedef {object} Paper
 * @property {HTMLElement} body
 * @property {(element: Element) => Promise<void>} lay put an element on the paper, in the fonts it asks for
 * @property {() => void} remove
 */

/**
 * @param {string} className of the body: the styles under it give the size of the sheet
 * @returns {Promise<Paper>}
 */
export async function makePaper(className) {
  const box = document.createElement("div");
  box.className = "meetblad";
  box.setAttribute("aria-hidden", "true");
  const frame = document.createElement("iframe");
  frame.title = "Meetblad";
  frame.tabIndex = -1;
  frame.srcdoc = "<!doctype html>";
  box.append(frame);
  await loaded(frame, () => document.body.append(box));
  const paper = /** @type {Document} */ (frame.contentDocument);
  paper.documentElement.lang = document.documentElement.lang;
  paper.body.className = className;
  const sheets = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]"));
  await Promise.all([...sheets].map((sheet) => addSheet(paper, sheet)));
  return {
    body: paper.body,
    async lay(element) {
      paper.body.append(element);
      paper.body.getBoundingClientRect();
      await paper.fonts.ready;
    },
    remove: () => box.remove(),
  };
}

/**
 * @param {HTMLElement} element
 * @param {() => void} start
 */
function loaded(element, start) {
  return new Promise((resolve) => {
    element.addEventListener("load", resolve, { once: true });
    element.addEventListener("error", resolve, { once: true });
    start();
  });
}

/**
 * @param {Document} paper
 * @param {HTMLLinkElement} sheet
 */
function addSheet(paper, sheet) {
  const link = paper.createElement("link");
  link.rel = "stylesheet";
  link.href = sheet.href;
  return loaded(link, () => paper.head.append(link));
}
