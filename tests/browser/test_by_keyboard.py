"""Whole journeys with only the keyboard: every stop is seen, nothing holds the focus, and nothing loses it."""

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page, expect

from browser.choice_page import FIETSLES, WOONCLUB, compare, guide, keep
from browser.form_page import SUMMARY, FormPage
from browser.list_page import ListPage
from browser.test_keyboard_and_phone import FOCUS

pytestmark = pytest.mark.slow

IS = "selector => document.activeElement.matches(selector)"


def tab_to(page: Page, selector: str, most: int = 90, key: str = "Tab") -> None:
    """Press Tab until the focus is at *selector*; every stop on the way can be seen."""
    for _ in range(most):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUS)
        assert not stop["page"], f"the focus left the page before {selector}"
        assert (stop["ring"], stop["inView"], stop["covered"]) == (True, True, False), stop["name"]
        if page.evaluate(IS, selector):
            return
    pytest.fail(f"{selector} is not reached")


def test_from_a_search_to_a_guide(page: Page, site: str) -> None:
    page.goto(site)
    tab_to(page, "#q")
    page.keyboard.type("fietsl")
    expect(page.locator(".suggesties")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}praktijken/{FIETSLES}/")
    tab_to(page, "[data-ster]")
    page.keyboard.press("Space")
    expect(page.locator(":focus")).to_have_attribute("aria-pressed", "true")
    tab_to(page, "[data-terug]", key="Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}praktijken/")
    ListPage(page, site).done()
    tab_to(page, "[name=domein][value=huisvesting]")
    page.keyboard.press("Space")
    ListPage(page, site).done()
    expect(page.locator(":focus")).to_be_checked()
    tab_to(page, f"[data-ster={WOONCLUB}]")
    page.keyboard.press("Enter")
    tab_to(page, ".lade-link")
    page.keyboard.press("Enter")
    page.wait_for_selector("main[style*=--maat]")
    tab_to(page, f"[data-weg={FIETSLES}]")
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-weg={WOONCLUB}]")).to_be_focused()
    page.go_back()
    ListPage(page, site).done()
    tab_to(page, ".lade .knop", key="Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".inhoud-blad:not(:empty)")
    tab_to(page, "#titel")
    page.keyboard.type("Voor het college")
    tab_to(page, f"[data-fiche={FIETSLES}] [data-neer]")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_attribute("data-neer", "")
    assert page.locator("[data-inhoud] > li").first.get_attribute("data-fiche") == WOONCLUB


TYPED: Mapping[str, tuple[str, str]] = {  # by where the focus is: what is typed there, and the key after it
    "[data-pad=titel] input": ("Een taalbuddy voor elke buur", ""),
    "[data-pad=samenvatting] textarea": (SUMMARY, ""),
    "[data-pad=domeinen] [role=combobox]": ("taal", "Enter"),
    "[data-pad=werkingsgebied] [type=radio]": ("", "Space"),
    "[data-pad=trekker] [role=combobox]": ("Stad Gent", "Enter"),
    "[data-pad=contact] [data-onbekend]": ("", "Space"),
    "[data-pad=laatst_nagekeken] input": ("11/2026", ""),
}
STOPS_AT_MOST = 160


def test_a_fiche_is_made_from_start_to_result(page: Page, site: str) -> None:
    form = FormPage(page, site).first()
    tab_to(page, "summary")
    left = dict(TYPED)
    for _ in range(STOPS_AT_MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        assert (stop["ring"], stop["inView"], stop["covered"]) == (True, True, False), stop["name"]
        here = next((selector for selector in left if page.evaluate(IS, selector)), "")
        if here:
            text, key = left.pop(here)
            page.keyboard.type(text)
            if key:
                page.keyboard.press(key)
        elif page.evaluate(IS, "[data-volgende]"):
            page.keyboard.press("Enter")
            assert page.evaluate(IS, "summary, #klaar"), "the next question opens with the focus on it"
        elif page.evaluate(IS, "form button:not([type])"):
            break
    assert left == {}
    page.keyboard.press("Enter")
    expect(page.locator("#resultaat")).to_be_focused()
    assert "titel: Een taalbuddy voor elke buur" in form.result
    tab_to(page, "#resultaat-tekst")
    page.keyboard.press("Tab")
    assert not page.evaluate(IS, "#resultaat-tekst"), "the text holds the focus"


# What is pressed may go; the focus may not

GONE = "pressed => !pressed.isConnected || !pressed.checkVisibility()"


def chip(page: Page, site: str) -> str:
    ListPage(page, site).open("?domein=taal&domein=onthaal")
    return ".chip >> nth=0"


def last_chip(page: Page, site: str) -> str:
    ListPage(page, site).open("?domein=taal")
    return ".chip"


def all_chips(page: Page, site: str) -> str:
    ListPage(page, site).open("?domein=taal&domein=onthaal")
    return ".keuzes .wis"


def nothing_found(page: Page, site: str) -> str:
    ListPage(page, site).open("?q=xqzwvk")
    return ".geen [data-wis]"


def offer(page: Page, site: str) -> str:
    ListPage(page, site).open("?q=fiestles")
    return ".voorstellen a"


def other_town(page: Page, site: str) -> str:
    at_home(page, site)
    return "[data-in-de-buurt] [data-andere]"


def own_town(page: Page, site: str) -> str:
    page.goto(site)
    page.locator("#uw-gemeente").fill("Gent")
    return "#uw-gemeente + .knop"


def at_home(page: Page, site: str) -> None:
    page.locator(own_town(page, site)).press("Enter")
    expect(page.locator("[data-lijst] li").first).to_be_visible()


def other_vantage(page: Page, site: str) -> str:
    ListPage(page, site).open("?sorteer=afstand&vanuit=gent")
    return "[data-vanuit] [data-andere]"


def wipe(page: Page, site: str) -> str:
    keep(page, site, FIETSLES)
    return ".lade button >> nth=0"


def put_back(page: Page, site: str) -> str:
    page.locator(wipe(page, site)).press("Enter")
    return ".lade button >> nth=1"


def all_advice(page: Page, site: str) -> str:
    page.goto(f"{site}aanbevelingen/?aan=ocmws")
    return "form [data-wis]"


def last_column(page: Page, site: str) -> str:
    compare(page, site, f"?f={FIETSLES}")
    return "[data-weg]"


def saved(page: Page, site: str) -> str:
    compare(page, site, f"?f={FIETSLES}")
    return "[data-bewaar]"


def last_in_guide(page: Page, site: str) -> str:
    guide(page, site, f"?f={FIETSLES}")
    return "[data-inhoud] [data-weg]"


def draft_wiped(page: Page, site: str) -> str:
    FormPage(page, site).first().write("titel", "Een titel")
    expect(page.locator("[data-ontwerp] [data-wis]")).to_be_visible()
    return "[data-ontwerp] [data-wis]"


def draft_back(page: Page, site: str) -> str:
    page.locator(draft_wiped(page, site)).press("Enter")
    return "[data-ontwerp] [data-terug]"


def picked(page: Page, site: str) -> str:
    FormPage(page, site).first().unfold().pick("domeinen", "taal")
    return "[data-pad=domeinen] .chip"


def row(page: Page, site: str) -> str:
    form = FormPage(page, site).first().unfold()
    form.field("lessen").locator("[data-erbij]").click()
    return "[data-pad=lessen] [data-weg] >> nth=0"


GOING = (
    chip, last_chip, all_chips, nothing_found, offer, own_town, other_town, other_vantage, wipe, put_back, all_advice,
    last_column, saved, last_in_guide, draft_wiped, draft_back, picked, row,
)  # fmt: skip


@pytest.mark.parametrize("go", GOING, ids=lambda go: go.__name__.replace("_", " "))
def test_what_is_pressed_may_go_but_not_the_focus(page: Page, site: str, go: Callable[[Page, str], str]) -> None:
    button = page.locator(go(page, site))
    button.focus()
    pressed = button.element_handle()
    page.keyboard.press("Enter")
    page.wait_for_function(GONE, arg=pressed)
    page.wait_for_function("() => document.activeElement.matches('body *') && document.activeElement.checkVisibility()")
