"""A walk over the hostile site with its policy off, so that it hides nothing: no text runs, asks, opens or moves."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from conftest import MadeOnce
from hostile.catalogue import build
from hostile.payloads import PAYLOADS
from playwright.sync_api import Browser, Page, Request, expect

from browser.conftest import DESK, PATIENCE, STILL, Server, serving

pytestmark = pytest.mark.slow  # starts a browser, Pagefind and Typst
QUESTIONS = ("script", "img src", "gehackt", "naam 3", PAYLOADS["image"], PAYLOADS["svg"], PAYLOADS["JSON"], "{{7*7}}")
SLUGS = "payload-0,payload-1,payload-2,payload-7"


@pytest.fixture(scope="module")
def hostile_site(made_once: MadeOnce) -> Path:
    return made_once("vijandig", build) / "site"


@pytest.fixture(scope="module")
def hostile_server(hostile_site: Path) -> Iterator[Server]:
    with serving(hostile_site, "/") as running:
        yield running


@pytest.fixture(scope="module")
def prey(browser: Browser) -> Iterator[Page]:
    """Give a page without policy; at the end nothing may have happened in it that a text asked for."""
    said: list[str] = []
    with browser.new_context(viewport=DESK, bypass_csp=True, **STILL) as context:

        def look(request: Request) -> None:
            if not request.url.startswith(("http://127.0.0.1:", "blob:http://127.0.0.1:", "about:blank")):
                said.append(f"asked {request.url}")

        context.on("request", look)
        context.on("dialog", lambda dialog: (said.append(f"dialog {dialog.message}"), dialog.dismiss()))
        context.on("weberror", lambda error: said.append(f"error {error.error}"))
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        context.on("page", lambda other: said.append(f"opened {other.url}"))
        yield page
    assert said == []


def unharmed(page: Page, server: Server, path: str) -> None:
    """Hold that no text ran or brought an element that can, wherever scripts put it."""
    found = page.evaluate(
        """() => ({
          ran: window.gehackt === 1 || "gehackt" in Object.prototype,
          here: location.pathname + location.search,
          odd: [...document.querySelectorAll("*:not(.meetblad > iframe[srcdoc='<!doctype html>'])")].flatMap((each) => [
            ...(/^(?:iframe|object|embed|base|math|style|frame)$/i.test(each.tagName) ? [each.outerHTML] : []),
            ...(each.tagName === "SCRIPT" && !each.src && each.type !== "application/ld+json" ? [each.outerHTML] : []),
            ...each.getAttributeNames().filter((name) => /^on|^srcdoc$|^formaction$|^xlink/.test(name)),
            ...["href", "src", "action"].filter((name) => each.hasAttribute(name) && typeof each[name] === "string"
              && !/^(?:https?:|mailto:|blob:http|$)/.test(each[name])).map((name) => each.getAttribute(name)),
            ...(each.src && new URL(each.src, location).origin !== location.origin ? [each.src] : []),
          ]),
        })"""
    )
    assert not found["ran"], path
    assert found["odd"] == [], path
    assert found["here"].startswith("/" + path.split("?")[0]), path


def visit(page: Page, server: Server, path: str, ready: str = "main") -> None:
    page.goto(server.address + path)
    page.locator(ready).first.wait_for()


def test_no_page_does_what_a_text_says(prey: Page, hostile_server: Server, hostile_site: Path) -> None:
    paths = [f.relative_to(hostile_site).parent.as_posix() for f in sorted(hostile_site.rglob("index.html"))]
    kinds = {(path.split("/")[0], path.count("/")): path for path in paths}  # of each kind of page one, and every fiche
    walk = sorted({*kinds.values(), *(path for path in paths if path.startswith("praktijken/payload"))})
    assert len(walk) > 25
    for path in walk:
        visit(prey, hostile_server, "" if path == "." else f"{path}/")
        unharmed(prey, hostile_server, "" if path == "." else f"{path}/")


def test_what_is_found_is_text(prey: Page, hostile_server: Server) -> None:
    for question in QUESTIONS:
        path = f"praktijken/?q={quote(question)}&domein={quote(PAYLOADS['image'])}&gemeente={quote(PAYLOADS['svg'])}"
        visit(prey, hostile_server, path, "[data-search-state=done]")
        unharmed(prey, hostile_server, path)
    visit(prey, hostile_server, "praktijken/?q=gehackt", "[data-search-state=done]")
    expect(prey.locator("[data-slug]").first).to_be_visible()


def test_what_is_suggested_is_text(prey: Page, hostile_server: Server) -> None:
    visit(prey, hostile_server, "", "[role=combobox]")
    field = prey.locator("[role=combobox]").first
    for word in ("script", "img", "naam", "payload", PAYLOADS["svg"]):
        field.fill(word)
        if word in {"script", "naam"}:
            prey.locator("[role=option]").first.wait_for()
        unharmed(prey, hostile_server, "")


def test_fiches_side_by_side_and_in_a_guide_are_text(prey: Page, hostile_server: Server) -> None:
    visit(prey, hostile_server, f"vergelijk/?f={SLUGS},../../x,%3Cimg%20src=x%3E", "main table")
    unharmed(prey, hostile_server, "vergelijk/")
    title = quote(PAYLOADS["image"])
    visit(prey, hostile_server, f"gids/?f={SLUGS}&titel={title}", ".boekje-fiche")
    unharmed(prey, hostile_server, "gids/")
    expect(prey.locator("main")).to_contain_text(PAYLOADS["image"])


def test_an_explanation_of_a_term_is_text(prey: Page, hostile_server: Server) -> None:
    visit(prey, hostile_server, "praktijken/payload-0/")
    terms = prey.locator("a.term")
    assert terms.count()
    for at in range(terms.count()):
        terms.nth(at).focus()
        terms.nth(at).press("Enter")
        unharmed(prey, hostile_server, "")
        visit(prey, hostile_server, "praktijken/payload-0/")


@pytest.mark.parametrize("slug", ["payload-0", "payload-4", "../../x%22%3E%3Cimg%20src=x%20onerror=top.gehackt=1%3E"])
def test_the_form_holds_a_hostile_fiche_as_text(slug: str, prey: Page, hostile_server: Server) -> None:
    visit(prey, hostile_server, f"fiche-toevoegen/?fiche={slug}", "form")
    prey.wait_for_load_state("networkidle")
    unharmed(prey, hostile_server, "fiche-toevoegen/")
    for box in prey.locator("input[type=text]:visible").all()[:6]:
        box.fill(PAYLOADS["image"])
        box.press("Tab")
    unharmed(prey, hostile_server, "fiche-toevoegen/")


def test_what_a_browser_keeps_is_not_trusted(prey: Page, hostile_server: Server) -> None:
    """A list of fiches that something else wrote into the browser’s memory is text too."""
    visit(prey, hostile_server, "praktijken/")
    prey.locator("[aria-pressed]").first.wait_for()
    prey.locator("[aria-pressed]").first.click()
    keys = prey.evaluate("() => Object.keys(localStorage)")
    for key in keys:
        for kept in ('["<img src=x onerror=top.gehackt=1>","../../x"]', '{"__proto__":{"gehackt":1}}'):
            prey.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
            for path in ("praktijken/", "gids/"):
                visit(prey, hostile_server, path)
                unharmed(prey, hostile_server, path)
    assert keys
    prey.evaluate("() => localStorage.clear()")
