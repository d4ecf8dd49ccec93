/**
 * "Download deze lijst": the rows of the fiches that the page shows, in its order, out of the CSV of all fiches. The
 * file is fetched when it is asked for. Without this script the link leads to the whole file.
 */

import { nameOf, rowsOf } from "./list_file.js";
import { downloadFailed, downloaded, nothingToDownload } from "./words.js";

const link = /** @type {HTMLAnchorElement} */ (document.querySelector("[data-download]"));
const note = /** @type {HTMLElement} */ (document.querySelector("[data-download-zegt]"));
const results = /** @type {HTMLElement} */ (document.querySelector("[data-resultaten]"));

link.addEventListener("click", (event) => {
  event.preventDefault();
  download();
});

async function download() {
  const cards = /** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll("[data-slug]"));
  const slugs = [...cards].map((card) => card.dataset.slug ?? "");
  const name = nameOf(location.search);
  note.textContent = "";
  if (!slugs.length) return say(nothingToDownload());
  try {
    save(rowsOf(await readText(link.href), slugs), name);
  } catch {
    return say(downloadFailed());
  }
  say(downloaded(slugs.length, name));
}

/**
 * The text at an address with the mark at its beginning, by which a spreadsheet knows its characters.
 * @param {string} address
 */
async function readText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
}

/**
 * @param {string} text
 * @param {string} name
 */
function save(text, name) {
  const file = document.createElement("a");
  file.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  file.download = name;
  file.click();
  setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
}

/** @param {string} words */
function say(words) {
  note.textContent = words;
}
