/**
 * How many pages the parts of the booklet take on paper. Browsers cannot print a page number in a table of contents by
 * themselves, so each part is set in columns of the size of a page, with the styles of paper, and its columns counted.
 */

import { makePaper } from "./paper.js";

/** @type {Map<string, number>} lengths of parts that do not change, by key */
const measured = new Map();

/**
 * Whether this browser prints page numbers at the foot of the page; else numbers in the contents lead nowhere.
 */
export const printsNumbers = () => "CSSMarginRule" in globalThis;

/**
 * @param {readonly {key: string, element: HTMLElement}[]} parts a part without a key is measured every time
 * @returns {Promise<number[]>} the pages each part takes
 */
export async function measure(parts) {
  const todo = parts.filter(({ key }) => !measured.has(key));
  const lengths = await measureAll(todo.map(({ element }) => element));
  const found = new Map(todo.map(({ element }, place) => [element, lengths[place]]));
  return parts.map(({ key, element }) => {
    const length = found.get(element) ?? measured.get(key) ?? 1;
    if (key) measured.set(key, length);
    return length;
  });
}

/** @param {readonly HTMLElement[]} elements */
async function measureAll(elements) {
  if (!elements.length) return [];
  const paper = await makePaper("blad-boekje");
  const main = paper.body.ownerDocument.createElement("main");
  const book = paper.body.ownerDocument.createElement("div");
  main.className = "pagina keuze mijn-gids";
  book.className = "boekje";
  const sheets = elements.map((element) => {
    const sheet = paper.body.ownerDocument.createElement("div");
    sheet.className = "boekje-meting";
    sheet.append(element.cloneNode(true));
    return sheet;
  });
  book.append(...sheets);
  main.append(book);
  await paper.lay(main);
  const lengths = sheets.map((sheet) => Math.max(1, Math.round(sheet.scrollWidth / sheet.clientWidth)));
  paper.remove();
  return lengths;
}
