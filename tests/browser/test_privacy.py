"""The site asks nothing of anybody else, and keeps in the browser what the privacy page says and nothing more."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ProxySettings, Request, expect
from small_catalogue import CHECKOUT

from browser.choice_page import FIETSLES, WOONCLUB
from browser.conftest import DESK, PATIENCE, STILL, Server
from browser.form_page import FormPage
from browser.list_page import ListPage

SCRIPTS = sorted((CHECKOUT / "themes" / "default" / "scripts").glob("*.js"))
STARTER = CHECKOUT / "generator" / "fichebak" / "data" / "init" / "content" / "pages" / "privacy.md"
KEPT = {  # the name of what is kept -> how the privacy page calls it
    "selectie": "De fiches die u bewaart",
    "gemeente": "Uw gemeente",
    "ontwerp": "Het ontwerp van een fiche",
    "sneltoets uit": "De sneltoets",
}
REFRESH = 'http-equiv="refresh"'
SPY = """() => {  // before any script of the page: whoever wants another place to keep things, is noted
  window.gebruikt = [];
  const note = (what) => window.gebruikt.push(what);
  const spied = (owner, name) => {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, {
      ...found,
      ...(found.get && { get() { note(name); return found.get.call(this); } }),
      ...(found.set && { set(value) { note(name); found.set.call(this, value); } }),
      ...(found.value && { value(...given) { note(name); return found.value.apply(this, given); } }),
    });
  };
  for (const name of ["sessionStorage", "indexedDB", "caches", "cookieStore", "openDatabase"]) {
    const owner = Object.hasOwn(window, name) ? window : Window.prototype;
    if (Object.hasOwn(owner, name)) spied(owner, name);
  }
  spied(Document.prototype, "cookie");
  spied(Navigator.prototype, "sendBeacon");
  if (navigator.serviceWorker) spied(ServiceWorkerContainer.prototype, "register");
  if (navigator.storage?.getDirectory) spied(StorageManager.prototype, "getDirectory");
}"""
LEFT = """async () =>
  [await indexedDB.databases(), await caches.keys(), document.cookie, Object.keys(sessionStorage)].flat()"""


class Witness:
    """A browser in which no other host can be reached, and that notes whoever tries."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.server = server
        self.strangers: list[str] = []
        self.complaints: list[str] = []
        nowhere: ProxySettings = {"server": "http://127.0.0.1:9", "bypass": "127.0.0.1"}
        self.context: BrowserContext = browser.new_context(viewport=DESK, proxy=nowhere, **STILL)
        self.context.add_init_script(f"({SPY})()")
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.context.on("request", self._seen)
        self.page.on("console", lambda message: message.type in {"error", "warning"} and self._heard(message.text))

    def _seen(self, request: Request) -> None:
        if not request.url.startswith(self.server.address):
            self.strangers.append(request.url)

    def _heard(self, text: str) -> None:
        self.complaints.append(text)

    def used(self) -> list[str]:
        """Return every other place to keep things that this page touched."""
        found: list[str] = self.page.evaluate("window.gebruikt")
        return found

    def kept(self) -> set[str]:
        """Return what is kept of this catalogue, by name."""
        root = "/" + self.server.address.split("/", 3)[3]
        keys: list[str] = self.page.evaluate("Object.keys(localStorage)")
        assert [key for key in keys if not key.startswith(f"fichebak {root} ")] == []
        return {key.removeprefix(f"fichebak {root} ") for key in keys}


@pytest.fixture(scope="module")
def witness(browser: Browser, strict_server: Server) -> Iterator[Witness]:
    found = Witness(browser, strict_server)
    yield found
    found.context.close()


@pytest.mark.slow
def test_every_page_asks_this_host_only_and_keeps_nothing(witness: Witness, site_folder: Path) -> None:
    whole = [path for path in sorted(site_folder.rglob("*.html")) if REFRESH not in path.read_text("utf-8")]
    pages = [path.relative_to(site_folder).as_posix() for path in whole]
    assert len(pages) > 30
    touched = {}
    for path in pages:
        witness.page.goto(f"{witness.server.address}{path.removesuffix('index.html')}")
        touched[path] = witness.used()
    assert {path: used for path, used in touched.items() if used} == {}
    assert witness.kept() == set()
    assert witness.context.cookies() == []
    assert (witness.strangers, witness.complaints) == ([], [])


@pytest.mark.slow
def test_who_uses_everything_leaves_what_the_privacy_page_says(witness: Witness) -> None:
    page, site = witness.page, witness.server.address
    used = []

    def leave() -> None:
        used.extend(witness.used())

    listed = ListPage(page, site).open()
    listed.search("fietsles").tick("domein", "taal")
    for slug in (FIETSLES, WOONCLUB):
        page.goto(f"{site}praktijken/{slug}/")
        page.locator(".acties .ster").click()
        leave()
    for address in ("vergelijk/", "gids/"):
        page.goto(f"{site}{address}", wait_until="networkidle")
        leave()
    page.goto(site)
    page.get_by_label("Uw gemeente").fill("8500")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="In de buurt van Kortrijk")).to_be_visible()
    page.locator("[data-sneltoets] button").click()
    page.fill("#q", "taal")
    leave()
    form = FormPage(page, site).open().enough()
    form.finish()
    assert form.result
    leave()
    FormPage(page, site).open(f"?f={FIETSLES}")
    page.wait_for_load_state("networkidle")
    leave()
    assert used == []
    assert {re.sub(r"^ontwerp .*", "ontwerp", name) for name in witness.kept()} == KEPT.keys()
    assert page.evaluate(LEFT) == [""]
    assert witness.context.cookies() == []
    assert (witness.strangers, witness.complaints) == ([], [])


@pytest.mark.slow
def test_the_witness_sees_who_does_otherwise(browser: Browser, server: Server) -> None:
    found = Witness(browser, server)
    found.page.goto(server.address)
    found.page.evaluate("""async () => {
      document.cookie = "x=y";
      sessionStorage.setItem("x", "y");
      indexedDB.open("x");
      await caches.keys();
      navigator.sendBeacon("/x");
      await fetch("https://voorbeeld.be/").catch(() => {});
    }""")
    assert found.used() == ["cookie", "sessionStorage", "indexedDB", "caches", "sendBeacon"]
    assert found.context.cookies()
    assert found.complaints
    found.context.close()


def test_scripts_keep_what_the_privacy_page_names_and_nothing_else() -> None:
    text = "".join(path.read_text("utf-8") for path in SCRIPTS)
    calls = re.findall(r"(?<!function )\bkept\(([^)]*)\)", text)
    names = {name.split(" ${")[0] for call in calls for name in re.findall(r'["`]([^"`]+)["`]', call)}
    assert names == KEPT.keys()
    assert re.findall(r"localStorage", text) == ["localStorage"], "only kept.js keeps anything"


def test_the_privacy_page_of_a_new_catalogue_names_all_that_is_kept() -> None:
    page = STARTER.read_text("utf-8")
    _, _, kept = page.partition("## Wat uw eigen browser onthoudt\n")
    items = re.findall(r"^- \*\*(.*?)\.?\*\*", kept.split("\n## ")[0], re.M)
    assert items == list(KEPT.values())


ABROAD = re.compile(
    r"""(?:\bfetch|\bimport|\bWorker|\bEventSource|\bWebSocket|\bsendBeacon|importScripts|\bfrom)
    \s*\(?\s*["'`](?:https?:|wss?:)?//
    |@import|url\(\s*["']?(?:https?:)?//
    |XMLHttpRequest|RTCPeerConnection|\beval\(|new\ Function|\bping=|document\.write""",
    re.X,
)


@pytest.mark.slow
def test_no_file_of_the_site_names_another_host_to_load_from(site_folder: Path) -> None:
    texts = [path for path in site_folder.rglob("*") if path.suffix in {".js", ".css"} and "pagefind" not in path.parts]
    assert len(texts) > 60
    assert [path.name for path in texts if ABROAD.search(path.read_text("utf-8"))] == []


LOADING = re.compile(
    r"""<(?:img|script|iframe|frame|embed|object|source|video|audio|track|input|use|image)\b[^>]*?
    \b(?:src|srcset|data|poster|href|xlink:href)="\s*(?:https?:|//)
    |<link\b(?=[^>]*\brel="(?:stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch|icon|manifest)")
    [^>]*\bhref="\s*(?:https?:|//)|\brel="[^"]*(?:preconnect|dns-prefetch)|\sping=|<base\b|\sreferrerpolicy=
    |\srel="[^"]*\bopener\b""",
    re.X | re.I,
)


@pytest.mark.slow
def test_no_page_loads_from_another_host_pings_or_tells_where_a_reader_came_from(site_folder: Path) -> None:
    pages = sorted(site_folder.rglob("*.html"))
    refreshing = []
    for path in pages:
        text = path.read_text("utf-8")
        assert not LOADING.search(text), path
        assert '<meta name="referrer" content="same-origin">' in text, path
        refreshing += re.findall(r'http-equiv="refresh" content="([^"]*)"', text)
    assert refreshing == ["0; url=../fietsles-voor-nieuwkomers/"], "an old address leads to the new one, and no further"
