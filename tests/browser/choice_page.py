"""What the tests of the star, the comparison and the own guide share: addresses, and what the browser keeps."""

from typing import Any

from playwright.sync_api import Page

FIETSLES = "fietsles-voor-nieuwkomers"
LEESCAFE = "leescafe-in-de-bibliotheek"
WOONCLUB = "woonclub"
HUIZEN = "3-huizen-voor-gezinnen"
GIDSEN = "10-buurtgidsen"
LONG = "accueil-en-francais"
ALL = (FIETSLES, LEESCAFE, WOONCLUB, HUIZEN, GIDSEN, LONG, "onthaalgesprek-aan-huis", "samen-onthalen")
FIVE_HUNDRED = f"?f={','.join(f'fiche-{place}' for place in range(500))}"
FIVE_HUNDRED_SAID = (
    "60 fiches staan niet in deze catalogus. Er is plaats voor 60 fiches: 440 gekozen fiches zijn weggelaten."
)

KEPT = """() => {
  const keys = Object.keys(localStorage).filter(key => key.endsWith(" selectie"));
  return keys.length ? JSON.parse(localStorage.getItem(keys[0])) : null;
}"""


def kept(page: Page) -> Any:
    """Return what the browser keeps as the selection."""
    return page.evaluate(KEPT)


def keep(page: Page, site: str, *slugs: str) -> None:
    """Choose fiches by their stars, in the catalogue."""
    page.goto(f"{site}praktijken/")
    page.wait_for_selector("[data-search-state=done]")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.wait_for_selector("[data-search-state=done]")
    for slug in slugs:
        page.locator(f"[data-ster='{slug}']").click()


def compare(page: Page, site: str, query: str) -> None:
    """Open the comparison and wait until its type fits on one sheet."""
    page.goto(f"{site}vergelijk/{query}")
    page.wait_for_selector("main[style*=--maat]")


def guide(page: Page, site: str, query: str) -> None:
    """Open the own guide and wait for its page numbers."""
    page.goto(f"{site}gids/{query}")
    page.wait_for_selector(".inhoud-blad:not(:empty)")


def focused(page: Page) -> str:
    """Return the words of what has the focus."""
    words: str = page.evaluate("document.activeElement.textContent.trim()")
    return words


def said(page: Page) -> str:
    """Return what the page announces."""
    words = page.locator("[role=status]:not([data-moeite]), .lade + [aria-live]").all_text_contents()
    return " ".join(each.strip() for each in words if each.strip())
