"""What a keyboard and a phone need: focus that can be followed, and filters in a sheet."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.conftest import PHONE, Server
from browser.list_page import ListPage

pytestmark = pytest.mark.slow

FICHE = "praktijken/fietsles-voor-nieuwkomers/"

FOCUS = """() => {
  const element = document.activeElement;
  const outlined = node => {
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 3;
  };
  const card = element.closest(".kaart-titel") && element.closest(".kaart").querySelector(".kaart-binnen");
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect(); // of a link that breaks: its first line
  const middle = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
    Math.min(Math.max(box.top + Math.min(box.height, 40) / 2, 1), innerHeight - 1),
  );
  return {
    name: (element.getAttribute("aria-label") ?? element.closest("label")?.textContent ?? element.textContent).trim(),
    page: element === document.body || element === document.documentElement,
    ring: outlined(element) || Boolean(card && outlined(card)),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !(middle && (element.contains(middle) || middle.contains(element))),
  };
}"""


def walk(page: Page, key: str = "Tab", most: int = 120) -> list[dict[str, Any]]:
    """Press a key until the focus leaves the page, and return every stop."""
    stops = []
    for _ in range(most):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUS)
        if stop["page"]:
            return stops
        stops.append(stop)
    pytest.fail(f"the focus never leaves the page: {[stop['name'] for stop in stops[-5:]]}")


def wrong(stops: list[dict[str, Any]]) -> list[str]:
    """Return the stops a reader would lose sight of."""
    return [stop["name"] for stop in stops if not stop["ring"] or not stop["inView"] or stop["covered"]]


def test_keyboard_alone_reaches_a_fiche(page: Page, each_site: str) -> None:
    ListPage(page, each_site).open()
    while not page.evaluate("document.activeElement.matches('#q')"):
        page.keyboard.press("Tab")
    page.keyboard.type("fietsles")
    page.keyboard.press("Enter")
    ListPage(page, each_site).done()
    assert page.evaluate("document.activeElement.matches('#q')"), "Enter takes the focus away"
    first = page.locator("[data-resultaten] a").first.get_attribute("href")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('[data-slug]'))"):
            break
    assert page.evaluate("document.activeElement.getAttribute('href')") == first
    assert page.evaluate(FOCUS)["ring"]
    page.keyboard.press("Enter")
    page.wait_for_url(f"{each_site}{FICHE}")


@pytest.mark.parametrize("address", ["", "praktijken/?q=fietsles&domein=onthaal,taal", FICHE, "gemeenten/antwerpen/"])
def test_focus_can_be_followed(page: Page, site: str, address: str) -> None:
    page.goto(f"{site}{address}")
    page.wait_for_load_state("networkidle")
    stops = walk(page)
    assert len(stops) > 10
    assert wrong(stops) == []


@pytest.mark.parametrize("address", ["", "praktijken/", FICHE, "domeinen/taal/", "gemeenten/", "over/", "404.html"])
def test_skip_link(page: Page, site: str, address: str) -> None:
    page.goto(f"{site}{address}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null"), "the focus is not in the text"


def test_checkbox_that_becomes_useless_keeps_the_focus(page: Page, site: str) -> None:
    """Ticking by keyboard must not throw the reader back to the top of the page."""
    shown = ListPage(page, site).open("?gemeente=gent")
    shown.box("gemeente", "gent").focus()
    page.keyboard.press("Space")
    assert shown.done().query == ""
    assert page.evaluate("document.activeElement.value") == "gent"


# The phone


@pytest.fixture
def sheet(phone: Page, site: str) -> ListPage:
    """Return the catalogue on a phone with its filters open."""
    shown = ListPage(phone, site).open()
    assert not phone.locator("#filters").is_visible()
    phone.get_by_role("button", name="Filters").click()
    return shown


def test_sheet_opens_with_the_focus_in_it(sheet: ListPage) -> None:
    page = sheet.page
    box = page.locator("#filters").bounding_box()
    assert box == {"x": 0, "y": 0, **PHONE}
    assert page.evaluate("document.activeElement.closest('#filters') !== null")
    assert page.get_by_role("dialog", name="Filters").is_visible()
    assert page.get_attribute("[data-open-filters]", "aria-expanded") == "true"


def test_focus_stays_in_the_sheet_and_in_sight(sheet: ListPage) -> None:
    page = sheet.page
    stops = walk(page)
    assert len(stops) > 20
    assert wrong(stops) == []
    assert page.evaluate("document.querySelector('#q').matches('[inert] *')"), "what is under the sheet can be reached"


@pytest.mark.parametrize("way", ["Escape", "Sluit", "Toon"])
def test_sheet_closes_and_gives_the_focus_back(sheet: ListPage, way: str) -> None:
    page = sheet.page
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.locator("[data-sluit]", has_text=way).click()
    assert not page.locator("#filters").is_visible()
    assert page.evaluate("document.activeElement.matches('[data-open-filters]')")
    assert page.get_attribute("[data-open-filters]", "aria-expanded") == "false"
    assert not page.locator("[inert]").count()


def test_sheet_counts_while_it_filters(sheet: ListPage) -> None:
    page = sheet.page
    sheet.tick("domein", "onthaal").tick("doelgroep", "gezinnen")
    page.get_by_role("button", name="Toon 2 fiches").click()
    assert sheet.slugs == ["onthaalgesprek-aan-huis", "3-huizen-voor-gezinnen"]
    assert page.locator("[data-open-filters]").inner_text().strip().endswith("(2)")


def test_sheet_becomes_a_column_when_the_window_grows(sheet: ListPage) -> None:
    page = sheet.page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_function("() => !document.querySelector('#filters.open')")
    assert page.locator("#filters").is_visible()
    assert not page.locator("[inert]").count()
    assert not page.locator("[data-open-filters]").is_visible()


def test_styles_and_script_agree_on_what_is_narrow(server: Server) -> None:
    """In em both, or a reader with large letters gets the narrow page without a way to the filters."""
    sheet = re.findall(r"\(max-width: [^)]+\)", (server.folder / "scripts/sheet.js").read_text("utf-8"))
    styles = [path.read_text("utf-8") for path in (server.folder / "styles").iterdir()]
    assert {*sheet} == {query for style in styles for query in re.findall(r"\(max-width: [^)]+\)", style)}


TARGETS = """() => [...document.querySelectorAll("button, input, select, [role=button]")]
  .filter(element => element.checkVisibility() && !element.disabled)
  .map(element => (element.matches("[type=checkbox]") ? element.closest("label") : element))
  .map(element => [element.textContent.trim().slice(0, 40) || element.id, element.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 44)
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""


def test_controls_on_a_phone_are_large_enough(phone: Page, site: str) -> None:
    ListPage(phone, site).open("?q=fietsles&domein=onthaal&domein=taal")
    assert phone.evaluate(TARGETS) == []
    phone.get_by_role("button", name="Filters").click()
    assert phone.evaluate(TARGETS) == []
