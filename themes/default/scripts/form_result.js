/**
 * Where a finished fiche goes: it is shown, copied, kept as a file, mailed, or set ready on the forge of the catalogue.
 * The words and the ways are in templates/_fiche_resultaat.html.
 */

import { findIn, make } from "./elements.js";
import { amendFiche, writeFiche } from "./fiche_text.js";
import { editPage, inCopy, mail, newPage } from "./forges.js";
import { today } from "./form_values.js";
import { changes } from "./line_diff.js";
import {
  alsoCopied, attachedBody, changesBody, comes, copied, copyYourself, goes, noCopy, subject,
} from "./result_words.js";
import { readJson, ROOT } from "./site.js";

const section = document.querySelector("[data-resultaat]");
const find = findIn(section);
const field = find("[data-tekst]");
const own = find("[data-kopie]"); // the address of a copy: a forge that finds it by itself does not ask

let file = { name: "", text: "", kind: "" };

find("[data-kopieer]").addEventListener("click", copy);
find("[data-open]")?.addEventListener("click", () => copyNow() && say(alsoCopied()));
own?.addEventListener("input", showForge);
for (const type of ["input", "change"]) document.querySelector("form")?.addEventListener(type, hide);

/**
 * Show a fiche that the form made, and the ways to send it.
 * @param {{gegevens: object, tekst: string, slug: string, source?: object | null}} finished *source* is
 *   data/fiches/<slug>.json of the fiche that it corrects
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
  const source = await readJson(new URL(`data/fiches/${slug}.json`, ROOT));
  const { taal, ...before } = source.gegevens; // the one key that comes after the date
  const gegevens = { ...before, laatst_nagekeken: today(), ...(taal && { taal }) };
  show(gegevens, source.lichaam, slug, source, "nagekeken");
}

function show(gegevens, tekst, slug, source, kind) {
  const text = source ? amendFiche(source, asWritten(gegevens, source.gegevens), tekst) : writeFiche(gegevens, tekst);
  const changed = source ? changes(source.tekst, text) : [];
  const title = gegevens.titel ?? slug;
  file = { name: `${slug}.md`, text, kind: source && !changed.length ? "gelijk" : kind };
  for (const part of section.querySelectorAll("[data-bij]")) part.hidden = !part.dataset.bij.split(" ").includes(file.kind);
  find("[data-wijzigingen]").replaceChildren(...changed.map(makeChange));
  find("[data-verbeter]").href = `?fiche=${slug}`;
  find("[data-fiche]").href = `../praktijken/${slug}/`;
  find("[data-fiche]").textContent = title;
  find("[data-bestand]").textContent = file.name;
  field.value = text;
  showFile();
  showForge();
  showMail(title, changed);
  say("");
  section.hidden = false;
  find("h2").focus();
}

/** What means the same is left as it was written: a form loses the spaces around a text, and a list of the word onbekend. */
const asWritten = (gegevens, before) =>
  Object.fromEntries(Object.entries(gegevens).map(([key, value]) => [key, meaning(before[key]) === meaning(value) ? before[key] : value]));

const meaning = (value) =>
  JSON.stringify(value, (_, each) => (typeof each === "string" ? each.trim() : String(each) === "onbekend" ? "onbekend" : each));

function showFile() {
  const link = find("[data-bewaar]");
  if (link.href) URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([file.text], { type: "text/markdown" }));
  link.download = file.name;
}

/** The page of the catalogue on its forge, or of the copy that the writer named. */
function showForge() {
  const forge = section.dataset;
  if (!forge.soort) return;
  const copy = own?.value.trim() ? inCopy(forge, own.value) : forge;
  const page = newPage(copy ?? forge, file.name, file.text);
  const fresh = file.kind === "nieuw";
  find("[data-open]").href = fresh ? page.address : editPage(copy ?? forge, file.name);
  find("[data-heel]").hidden = !fresh || !page.whole;
  find("[data-lang]").hidden = !fresh || page.whole;
  if (own) find("[data-geen-kopie]").textContent = copy ? "" : noCopy(forge.forge);
}

function showMail(title, changed) {
  const told = file.kind === "nieuw" ? file.text : changesBody(file.name, changed);
  const { address, whole } = mail(section.dataset.mailbox, subject(file.kind, title), told, attachedBody(file.name));
  find("[data-mail]").href = address;
  find("[data-bijlage]").hidden = whole;
}

function makeChange({ old, now }) {
  const item = make("li");
  if (old.length) item.append(make("p", "wijziging-kop", goes()), inLines("del", old));
  if (now.length) item.append(make("p", "wijziging-kop", comes()), inLines("ins", now));
  return item;
}

function inLines(name, lines) {
  const whole = make("pre");
  whole.append(make(name, "", lines.join("\n")));
  return whole;
}

async function copy() {
  try {
    await navigator.clipboard.writeText(file.text);
  } catch {
    if (!copyNow()) return chooseText();
  }
  say(copied());
}

/** Copy in the old way: at once, also while another page opens, and where a page may not use the clipboard itself. */
function copyNow() {
  let done = false;
  const put = (event) => {
    event.clipboardData.setData("text/plain", file.text);
    event.preventDefault();
    done = true;
  };
  document.addEventListener("copy", put);
  document.execCommand("copy");
  document.removeEventListener("copy", put);
  return done;
}

function chooseText() {
  field.focus();
  field.select();
  say(copyYourself());
}

/** What is shown is no longer what the form says. */
function hide() {
  section.hidden = true;
}

function say(words) {
  find("[data-zegt]").textContent = words;
}
