"""Terms in the text and the filter of recommendations in a browser: by mouse, keyboard, touch and without script."""

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import PageMaker

pytestmark = pytest.mark.slow

FICHE = "praktijken/fietsles-voor-nieuwkomers/"
IN_VIEW = """box => { const r = box.getBoundingClientRect();
  return r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight && r.right <= innerWidth; }"""


EXPLANATION = (
    "OCMW: openbaar centrum voor maatschappelijk welzijn"
    "Het bestuur dat in elke gemeente instaat voor hulp. Alle woorden"
)


def term(page: Page, site: str, address: str = FICHE) -> Locator:
    page.goto(f"{site}{address}")
    expect(page.locator(".uitleg")).to_be_hidden()
    return page.locator(".term").first


def test_a_term_opens_and_closes_by_keyboard(page: Page, site: str) -> None:
    word = term(page, site)
    word.focus()
    expect(word).to_have_attribute("aria-expanded", "false")
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(page.locator(".uitleg")).to_have_text(EXPLANATION)
        expect(page.locator(".uitleg")).to_be_visible()
        expect(word).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(page.locator(".uitleg")).to_be_hidden()
        expect(word).to_have_attribute("aria-expanded", "false")
        expect(word).to_be_focused()


def test_an_explanation_closes_when_the_focus_goes_on(page: Page, site: str) -> None:
    term(page, site).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Alle woorden")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".uitleg")).to_be_hidden()


def test_an_explanation_stands_by_its_word(page: Page, site: str) -> None:
    word = term(page, site)
    word.click()
    there, words = word.bounding_box(), page.locator(".uitleg").bounding_box()
    assert there
    assert words
    gap = min(abs(words["y"] - there["y"] - there["height"]), abs(there["y"] - words["y"] - words["height"]))
    assert gap < 12
    assert page.eval_on_selector(".uitleg", IN_VIEW)
    word.click()
    expect(page.locator(".uitleg")).to_be_hidden()
    word.click()
    page.mouse.click(5, 5)
    expect(page.locator(".uitleg")).to_be_hidden()


def test_a_term_by_touch_opens_at_the_foot_of_a_small_screen(phone: Page, site: str) -> None:
    term(phone, site).tap()
    expect(phone.locator(".uitleg")).to_be_visible()
    assert phone.eval_on_selector(".uitleg", IN_VIEW)
    box = phone.locator(".uitleg").bounding_box()
    assert box
    assert (round(box["x"]), round(box["width"]), round(box["y"] + box["height"])) == (0, 360, 740)


def test_a_term_without_script_leads_to_the_list(scriptless: Page, each_site: str) -> None:
    scriptless.goto(f"{each_site}{FICHE}")
    scriptless.locator(".term").first.click()
    scriptless.wait_for_url(f"{each_site}woordenlijst/#ocmw")
    expect(scriptless.locator("#ocmw dd")).to_have_text("Het bestuur dat in elke gemeente instaat voor hulp.")


def test_an_explanation_leads_to_the_list(page: Page, each_site: str) -> None:
    term(page, each_site).click()
    page.get_by_role("link", name="Alle woorden").click()
    page.wait_for_url(f"{each_site}woordenlijst/#ocmw")


def test_paper_shows_the_words_only(page: Page, site: str) -> None:
    term(page, site).click()
    page.emulate_media(media="print")
    assert page.eval_on_selector(".term", "e => getComputedStyle(e).textDecorationLine") == "none"
    expect(page.locator(".uitleg")).to_be_hidden()
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


def test_lists_count_what_the_other_leaves_and_offer_nothing_that_is_empty(page: Page, site: str) -> None:
    page.goto(f"{site}aanbevelingen/?aan=ocmws")
    options = page.get_by_label("Domein").locator("option")
    assert options.all_inner_texts() == ["alle", "Onthaal (1)", "Taal (0)"]
    assert [option.is_disabled() for option in options.all()] == [False, False, True]


def test_an_empty_choice_says_so_and_leads_out(page: Page, site: str) -> None:
    page.goto(f"{site}aanbevelingen/?aan=ocmws&domein=taal")
    expect(page.get_by_text("Geen enkele aanbeveling past bij deze keuze.")).to_be_visible()
    page.locator("[data-geen]").get_by_role("button", name="Toon alles").click()
    assert shown(page) == [LOKET, PRAAT, TEL]


def test_paper_says_what_was_chosen(page: Page, site: str) -> None:
    page.goto(f"{site}aanbevelingen/?aan=gemeenten&domein=taal")
    expect(page.locator("[data-keuze]")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("[data-keuze]")).to_have_text(
        "Gekozen: Steden en gemeenten; Taal. 1 van 3 aanbevelingen."
    )
    page.emulate_media(media="null")


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
    assert page.url.endswith("#voor-iedereen")
