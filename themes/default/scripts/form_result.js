/**
 * Where a finished fiche goes: it is shown, copied, kept as a file, mailed, or set ready on the forge of the catalogue.
 * The words and the ways are in templates/_fiche_resultaat.html.
 */

import { findIn, make } from "./elements.js";
import { amendFiche, writeFiche } from "./fiche_text.js";
import { editPage, inCopy, mail, newPage } from "./forges.js";
import { changes } from "./line_diff.js";
import {
  alsoCopied, attachedBody, changesBody, comes, copied, copyYourself, goes, noCopy, subject,
} from "./result_words.js";
import { readJson, ROOT } from "./site.js";

/**
 * @typedef {import("./line_diff.js").Change} Change
 * @typedef {import("./forges.js").Forge} Forge
 *
 * @typedef {object} Source a fiche as the build gives it: data/fiches/<slug>.json
 * @property {string} bestand
 * @property {string} tekst
 * @property {any} gegevens
 * @property {string} lichaam
 *
 * @typedef {object} Finished
 * @property {any} gegevens
 * @property {string} tekst
 * @property {string} slug
 * @property {Source | null} [source] the fiche it corrects
 *
 * @typedef {"nieuw" | "verbetering" | "nagekeken" | "gelijk"} Kind
 */

const section = /** @type {HTMLElement} */ (document.querySelector("[data-resultaat]"));
const find = findIn(section);
const field = /** @type {HTMLTextAreaElement} */ (find("[data-tekst]"));
const own = /** @type {HTMLInputElement | null} */ (section.querySelector("[data-kopie]"));
const { soort = "", repository = "", nieuw = "", wijzig = "", mailbox = "", forge: forgeName = "" } = section.dataset;

let file = { name: "", text: "", kind: /** @type {Kind} */ ("nieuw") };

find("[data-kopieer]").addEventListener("click", copy);
section.querySelector("[data-open]")?.addEventListener("click", () => {
  if (copyNow()) say(alsoCopied());
});
own?.addEventListener("input", showForge);
for (const type of ["input", "change"]) document.querySelector("form")?.addEventListener(type, hide);

/**
 * Show a fiche that the form made, and the ways to send it.
 * @param {Finished} finished
 */
export function showResult({ gegevens, tekst, slug, source = null }) {
  show(gegevens, tekst, slug, source, source ? "verbetering" : "nieuw");
}

/**
 * Show a fiche of the catalogue with nothing new but the date on which it was checked.
 * @param {string} slug
 * @returns {Promise<void>} rejected when there is no such fiche
 */
export async function showChecked(slug) {
  const source = /** @type {Source} */ (await readJson(new URL(`data/fiches/${slug}.json`, ROOT)));
  const { taal, ...before } = source.gegevens; // the one key that comes after the date
  const gegevens = { ...before, laatst_nagekeken: today(), ...(taal && { taal }) };
  show(gegevens, source.lichaam, slug, source, "nagekeken");
}

/**
 * @param {any} gegevens
 * @param {string} tekst
 * @param {string} slug
 * @param {Source | null} source
 * @param {Kind} kind
 */
function show(gegevens, tekst, slug, source, kind) {
  const text = source ? amendFiche(source, asWritten(gegevens, source), tekst) : writeFiche(gegevens, tekst);
  const changed = source ? changes(source.tekst, text) : [];
  file = { name: `${slug}.md`, text, kind: source && !changed.length ? "gelijk" : kind };
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-bij]"))) {
    part.hidden = !part.dataset.bij?.split(" ").includes(file.kind);
  }
  find("[data-wijzigingen]").replaceChildren(...changed.map(makeChange));
  const title = String(gegevens.titel ?? slug);
  find("[data-verbeter]").setAttribute("href", `?fiche=${slug}`);
  find("[data-fiche]").setAttribute("href", `../praktijken/${slug}/`);
  find("[data-fiche]").textContent = title;
  for (const name of section.querySelectorAll("[data-bestand]")) name.textContent = file.name;
  field.value = text;
  showFile();
  showForge();
  showMail(title, changed);
  say("");
  section.hidden = false;
  find("h2").focus();
}

/**
 * What means the same is left as it was written: a form loses the spaces around a text, and a list of the word onbekend.
 * @param {any} gegevens
 * @param {Source} source
 */
function asWritten(gegevens, source) {
  const pairs = Object.entries(gegevens).map(([key, value]) => {
    const old = source.gegevens[key];
    return [key, meaning(old) === meaning(value) ? old : value];
  });
  return Object.fromEntries(pairs);
}

/** @param {any} value */
const meaning = (value) =>
  JSON.stringify(value, (_, each) => (typeof each === "string" ? each.trim() : String(each) === "onbekend" ? "onbekend" : each));

function showFile() {
  const link = /** @type {HTMLAnchorElement} */ (find("[data-bewaar]"));
  if (link.href) URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([file.text], { type: "text/markdown" }));
  link.download = file.name;
}

/** The page of the catalogue on its forge, or of the copy that the writer named. */
function showForge() {
  if (!soort) return;
  const forge = /** @type {Forge} */ ({ soort, repository, nieuw, wijzig });
  const typed = own?.value.trim() ?? "";
  const copy = typed ? inCopy(forge, typed) : forge;
  const page = newPage(copy ?? forge, file.name, file.text);
  const fresh = file.kind === "nieuw";
  find("[data-open]").setAttribute("href", fresh ? page.address : editPage(copy ?? forge, file.name));
  find("[data-heel]").hidden = !fresh || !page.whole;
  find("[data-lang]").hidden = !fresh || page.whole;
  if (own) find("[data-geen-kopie]").textContent = copy ? "" : noCopy(forgeName);
}

/**
 * @param {string} title
 * @param {readonly Change[]} changed
 */
function showMail(title, changed) {
  const told = file.kind === "nieuw" ? file.text : changesBody(file.name, changed);
  const { address, place } = mail(mailbox, subject(file.kind, title), [told, attachedBody(file.name)]);
  find("[data-mail]").setAttribute("href", address);
  find("[data-bijlage]").hidden = place === 0;
}

/** @param {Change} change */
function makeChange({ old, now }) {
  const item = make("li");
  if (old.length) item.append(make("p", "wijziging-kop", goes()), inLines("del", old));
  if (now.length) item.append(make("p", "wijziging-kop", comes()), inLines("ins", now));
  return item;
}

/**
 * @param {"del" | "ins"} name
 * @param {readonly string[]} lines
 */
function inLines(name, lines) {
  const whole = make("pre");
  whole.append(make(name, "", lines.join("\n")));
  return whole;
}

async function copy() {
  try {
    await navigator.clipboard.writeText(file.text);
    say(copied());
  } catch {
    if (copyNow()) return say(copied());
    field.focus();
    field.select();
    say(copyYourself());
  }
}

/** Copy in the old way: at once, also while another page opens, and where a page may not use the clipboard itself. */
function copyNow() {
  let done = false;
  const put = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData("text/plain", file.text);
    event.preventDefault();
    done = true;
  };
  document.addEventListener("copy", put);
  document.execCommand("copy");
  document.removeEventListener("copy", put);
  return done;
}

/** What is shown is no longer what the form says. */
function hide() {
  section.hidden = true;
}

/** @param {string} words */
function say(words) {
  find("[data-zegt]").textContent = words;
}

/** The day it is here, as YYYY-MM-DD. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
