"""Terms in the text and the filter of recommendations in a browser: by mouse, keyboard, touch and without script."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import PageMaker
from browser.test_axe import violations

pytestmark = pytest.mark.slow

FICHE = "praktijken/fietsles-voor-nieuwkomers/"
IN_VIEW = """box => { const r = box.getBoundingClientRect();
  return r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight && r.right <= innerWidth; }"""


def term(page: Page, site: str) -> None:
    page.goto(f"{site}{FICHE}")
    expect(page.locator(".uitleg")).to_be_hidden()


def test_a_term_opens_and_closes_by_keyboard(page: Page, site: str) -> None:
    term(page, site)
    button = page.get_by_role("button", name="OCMW", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".uitleg")).to_have_text(
        "openbaar centrum voor maatschappelijk welzijn Het bestuur dat in elke gemeente instaat voor hulp."
    )
    expect(page.locator(".uitleg")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".uitleg")).to_be_hidden()
    expect(button).to_be_focused()


def test_an_explanation_stands_by_its_word(page: Page, site: str) -> None:
    term(page, site)
    button = page.locator(".term").first
    button.click()
    word, words = button.bounding_box(), page.locator(".uitleg").bounding_box()
    assert word
    assert words
    gap = min(abs(words["y"] - word["y"] - word["height"]), abs(word["y"] - words["y"] - words["height"]))
    assert gap < 24
    assert page.eval_on_selector(".uitleg", IN_VIEW)
    page.mouse.click(5, 5)
    expect(page.locator(".uitleg")).to_be_hidden()


def test_a_term_by_touch_stays_on_a_small_screen(phone: Page, site: str) -> None:
    term(phone, site)
    phone.locator(".term").first.tap()
    expect(phone.locator(".uitleg")).to_be_visible()
    assert phone.eval_on_selector(".uitleg", IN_VIEW)


def test_a_term_needs_no_script(scriptless: Page, each_site: str) -> None:
    term(scriptless, each_site)
    scriptless.locator(".term").first.click()
    expect(scriptless.locator(".uitleg")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_with_an_explanation_open(page: Page, site: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    term(page, site)
    page.locator(".term").first.click()
    assert violations(page) == []


def test_paper_shows_the_word_and_not_the_button(page: Page, site: str) -> None:
    term(page, site)
    page.emulate_media(media="print")
    assert page.eval_on_selector(".term", "e => getComputedStyle(e).textDecorationLine") == "none"
    page.emulate_media(media="null")


# Recommendations


def shown(page: Page) -> list[str]:
    return page.locator("[data-advies]:visible .advies").all_inner_texts()


LOKET, PRAAT, TEL = "Geef wie nieuw is één loket.", "Praat gewoon Nederlands.", "Tel wie u bereikt."


@pytest.mark.parametrize(
    ("query", "expected", "count"),
    [
        pytest.param("", [LOKET, PRAAT, TEL], "3 aanbevelingen", id="all"),
        pytest.param("?aan=ocmws", [LOKET], "1 aanbeveling", id="an addressee that is named second"),
        pytest.param("?domein=taal", [PRAAT, TEL], "2 aanbevelingen", id="a domain"),
        pytest.param("?aan=ocmws&domein=taal", [], "0 aanbevelingen", id="nothing has both"),
        pytest.param("?aan=niemand", [LOKET, PRAAT, TEL], "3 aanbevelingen", id="nobody known"),
    ],
)
def test_an_address_shows_its_recommendations(
    page: Page, site: str, query: str, expected: list[str], count: str
) -> None:
    page.goto(f"{site}aanbevelingen/{query}")
    expect(page.locator("[data-telling]")).to_have_text(count)
    assert shown(page) == expected


def test_choosing_filters_says_how_many_and_fills_the_address(page: Page, each_site: str) -> None:
    page.goto(f"{each_site}aanbevelingen/")
    page.get_by_label("Domein").select_option("taal")
    assert shown(page) == [PRAAT, TEL]
    expect(page.get_by_role("status")).to_have_text("2 aanbevelingen")
    page.get_by_role("combobox", name="Voor wie").select_option("gemeenten")
    assert shown(page) == [PRAAT]
    assert page.url == f"{each_site}aanbevelingen/?aan=gemeenten&domein=taal"
    expect(page.get_by_role("heading", name="Zonder bestemmeling")).to_be_hidden()
    page.reload()
    assert shown(page) == [PRAAT]
    page.get_by_role("button", name="Toon alles").click()
    assert shown(page) == [LOKET, PRAAT, TEL]
    assert page.url == f"{each_site}aanbevelingen/"
    expect(page.get_by_role("combobox", name="Voor wie")).to_be_focused()


def test_a_domain_leads_to_its_recommendations(page: Page, each_site: str) -> None:
    page.goto(f"{each_site}domeinen/taal/")
    page.get_by_role("link", name="Alle aanbevelingen").click()
    page.wait_for_url(f"{each_site}aanbevelingen/?domein=taal")
    assert shown(page) == [PRAAT, TEL]


def test_without_script_all_recommendations_are_there_by_addressee(new_page: PageMaker, site: str) -> None:
    page = new_page(java_script_enabled=False, forgive="/scripts/")
    page.goto(f"{site}aanbevelingen/")
    assert shown(page) == [LOKET, PRAAT, TEL]
    expect(page.locator("form[data-kies]")).to_be_hidden()
    jumps = page.get_by_role("navigation", name="Voor wie, op deze pagina")
    jumps.get_by_role("link", name="Zonder bestemmeling").click()
    assert page.url.endswith("#iedereen")
