"""No violation that axe-core knows, on any kind of page, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browser.choice_page import FIETSLES, WOONCLUB, keep
from browser.conftest import PHONE

pytestmark = pytest.mark.slow

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = {
    "home": "",
    "catalogue": "praktijken/",
    "results": "praktijken/?q=fietsles&domein=taal&domein=onthaal",
    "nothing found": "praktijken/?q=xqzwvk",
    "a mistyped word": "praktijken/?q=fiestles",
    "a municipality without fiches": "praktijken/?q=8900",
    "fiche": "praktijken/fietsles-voor-nieuwkomers/",
    "fiche with notes, an image and a list to tick": "praktijken/woonclub/",
    "fiche with everything long": "praktijken/accueil-en-francais/",
    "domain": "domeinen/taal/",
    "municipality": "gemeenten/antwerpen/",
    "index": "gemeenten/",
    "text": "over/",
    "recommendations": "aanbevelingen/",
    "publication": "bronnen/gids/",
    "organisation": "organisaties/stad-antwerpen/",
    "organisations": "organisaties/",
    "terms": "woordenlijst/",
    "figures": "cijfers/",
    "open data": "data/",
    "comparison": "vergelijk/?f=fietsles-voor-nieuwkomers,accueil-en-francais,woonclub",
    "comparison of nothing": "vergelijk/",
    "own guide": "gids/?f=fietsles-voor-nieuwkomers,accueil-en-francais&titel=Fietsen",
    "own guide without fiches": "gids/",
    "not found": "404.html",
}


def violations_everywhere(page: Page) -> dict[str, list[str]]:
    """Return what is wrong on a wide screen in light and in dark, and on a phone: no colour depends on the width."""
    found = {"light": violations(page)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = violations(page)
    page.set_viewport_size(PHONE)
    found["phone"] = violations(page)
    return {where: wrong for where, wrong in found.items() if wrong}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    return [
        f"{each['id']} ({each['impact']}): {each['help']}\n    {node['html'][:160]}\n    {node['failureSummary']}"
        for each in found.response["violations"]
        for node in each["nodes"][:4]
    ]


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_axe(page: Page, site: str, address: str) -> None:
    page.goto(f"{site}{address}")
    if page.locator("[data-resultaten]").count():
        page.wait_for_selector("[data-search-state=done]", state="attached")
    if "?f=" in address:
        page.wait_for_selector(".inhoud-blad:not(:empty), main[style*=--maat]")
    assert violations_everywhere(page) == {}


def test_axe_with_stars_and_the_tray(page: Page, site: str) -> None:
    keep(page, site, FIETSLES, WOONCLUB)
    page.evaluate("scrollTo(0, 0)")  # or a star may lie half under the tray: that is scrolling, not a small target
    assert violations_everywhere(page) == {}


def test_axe_with_the_sheet_open(phone: Page, site: str) -> None:
    phone.goto(f"{site}praktijken/?domein=taal")
    phone.wait_for_selector("[data-search-state=done]")
    phone.get_by_role("button", name="Filters").click()
    for scheme in ("light", "dark"):
        phone.emulate_media(color_scheme=scheme)
        assert violations(phone) == [], scheme
