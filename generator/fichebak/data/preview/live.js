// What a page gets from the preview only: it loads itself again when there is a new edition, and shows what is wrong.

/**
 * @typedef {{ place: string, message: string, hint: string, source: string }} Told
 * @typedef {{ edition: string, heading: string, problems: Told[] }} News
 */

const OWN = new URL(".", import.meta.url);
const edition = new URL(import.meta.url).searchParams.get("editie");

/** @type {EventSource | undefined} */
let source;

/** Listen only while somebody looks: a browser keeps few connections to one host open. */
function listen() {
  source?.close();
  if (document.visibilityState === "hidden") return;
  source = new EventSource(new URL("nieuws", OWN));
  source.addEventListener("message", (event) => heed(JSON.parse(event.data)));
}

/** @param {News} news */
function heed(news) {
  if (news.edition !== edition) location.reload();
  else show(news);
}

/**
 * Show what is wrong over the page, in a tree of its own that the styles of the site do not reach.
 * @param {News} news
 */
function show({ heading, problems }) {
  document.querySelector("fichebak-meldingen")?.remove();
  if (!problems.length) return;
  const host = document.createElement("fichebak-meldingen");
  host.lang = "nl";
  host.setAttribute("role", "alert");
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("live.css", OWN).href;
  const box = document.createElement("details");
  box.open = true;
  box.append(element("summary", heading), ...problems.map(told));
  host.attachShadow({ mode: "open" }).append(sheet, box);
  document.documentElement.append(host);
}

/** @param {Told} problem */
function told({ place, message, hint, source: line }) {
  const article = document.createElement("article");
  const parts = { code: place, p: message, small: hint, pre: line };
  for (const [name, text] of Object.entries(parts)) if (text) article.append(element(name, text));
  return article;
}

/**
 * @param {string} name
 * @param {string} text
 */
function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

document.addEventListener("visibilitychange", listen);
listen();
