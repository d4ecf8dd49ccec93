/**
 * The page of one fiche: print, mail and the way back. Without this script the page is complete; these are shortcuts.
 */

/** Show the list item around *control*, which is served hidden because it needs a script. */
function show(control) {
  const item = control?.closest("li");
  if (item) item.hidden = false;
}

const print = document.querySelector("[data-druk]");
print?.addEventListener("click", () => window.print());
show(print);

const mail = document.querySelector("[data-mail]");
if (mail) {
  const body = `${mail.dataset.titel}\n${location.href.split(/[?#]/)[0]}`;
  mail.href = `mailto:?subject=${encodeURIComponent(mail.dataset.titel)}&body=${encodeURIComponent(body)}`;
  show(mail);
}

/* Who came from a search or a filtered list goes back to it, with the results as they were. */
const back = document.querySelector("[data-terug]");
const from = document.referrer && new URL(document.referrer);
if (back && from && from.origin === location.origin && from.search && from.pathname === new URL(back.href).pathname) {
  back.href = from.href;
  back.textContent = "← Terug naar de resultaten";
}
