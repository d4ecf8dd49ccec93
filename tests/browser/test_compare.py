"""Fiches side by side, on the screen and on one sheet."""

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from browser.choice_page import (
    ALL,
    FIETSLES,
    FIVE_HUNDRED,
    FIVE_HUNDRED_SAID,
    HUIZEN,
    LEESCAFE,
    LONG,
    WOONCLUB,
    compare,
    focused,
    keep,
    kept,
    said,
)
from browser.conftest import PageMaker, Server
from browser.test_keyboard_and_phone import TARGETS, walk, wrong
from browser.test_pages import CLIPPED, TOO_WIDE

pytestmark = pytest.mark.slow

TWO = f"?f={FIETSLES},{WOONCLUB}"
ROWS = [
    "Waar", "Budget", "Personeel", "Betaald door", "Trekker", "Partners", "Periode", "Status", "Doelgroep", "Schaal",
    "In cijfers", "Wat er moet zijn", "Lessen", "Bewijs", "Contact", "Nagekeken", "Ingevuld",
]  # fmt: skip


def row(page: Page, name: str) -> list[str]:
    """Return the cells of a row, by the words of its head."""
    cells = page.locator("tbody tr", has=page.get_by_role("rowheader", name=name, exact=True)).locator("td")
    return [" ".join(text.split()) for text in cells.all_inner_texts()]


def titles(page: Page) -> list[str]:
    return page.locator(".vergelijking-titel").all_inner_texts()


def test_facts_stand_side_by_side(page: Page, each_site: str) -> None:
    compare(page, each_site, TWO)
    assert titles(page) == ["Fietsles voor nieuwkomers", "Woonclub voor wie een huis zoekt"]
    assert page.locator("tbody th").all_inner_texts() == ROWS
    assert row(page, "Waar") == ["Kortrijk, West-Vlaanderen", "Leuven, Vlaams-Brabant"]
    assert row(page, "Budget")[0].startswith("€\u00a06.600".replace("\u00a0", " "))
    assert row(page, "Budget")[1] == "niet opgegeven"
    assert "Betaald door" not in row(page, "Budget")[0]
    assert row(page, "Trekker")[1] == "CAW Proef"
    assert row(page, "Lessen")[1] == row(page, "In cijfers")[1] == "niet opgegeven"
    assert "2019" in row(page, "Nagekeken")[1]
    assert all("van 11 rubrieken" in cell for cell in row(page, "Ingevuld"))
    assert said(page) == "U vergelijkt 2 fiches."


def test_evidence_shows_its_bars_and_its_word(page: Page, site: str) -> None:
    compare(page, site, TWO)
    page.goto(f"{site}praktijken/{FIETSLES}/")
    full = page.locator(".trap-schaal .vol").count()
    word = page.locator("[data-veld=bewijs]").inner_text()
    compare(page, site, TWO)
    cell = page.locator("tbody tr", has=page.get_by_role("rowheader", name="Bewijs")).locator("td").first
    assert cell.locator("rect").count() == 4
    assert cell.locator("rect.vol").count() == full > 0
    assert word in cell.inner_text()


def test_what_is_copied_leads_where_it_should(page: Page, server_below: Server) -> None:
    site = server_below.address
    compare(page, site, f"?f={','.join(ALL[:6])}")
    links = page.eval_on_selector_all("table a", "links => links.map(link => link.href)")
    inside = {link.split("#")[0] for link in links if link.startswith("http://127")}
    assert len(inside) > 10
    for link in inside:
        assert link.startswith(site)
        assert (server_below.folder / link.removeprefix(site) / "index.html").is_file(), link
    assert page.locator("table script, table [id], table .ster").count() == 0


def test_a_column_can_be_taken_out(page: Page, site: str) -> None:
    compare(page, site, f"?f={FIETSLES},{WOONCLUB},{HUIZEN}")
    page.get_by_role("button", name="Haal weg ‘Woonclub voor wie een huis zoekt’").click()
    expect(page.locator("thead .tab")).to_have_count(2)
    assert page.url == f"{site}vergelijk/?f={FIETSLES},{HUIZEN}"
    assert focused(page) == "Haal weg ‘3 huizen voor gezinnen’"
    assert said(page).startswith("‘Woonclub voor wie een huis zoekt’ is weggehaald. Nog 2 fiches.")
    page.keyboard.press("Enter")
    expect(page.locator("thead .tab")).to_have_count(1)
    assert "Kies er nog een om te vergelijken" in said(page)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Er zijn nog geen fiches gekozen")).to_be_visible()
    assert focused(page) == "Naar alle praktijken"
    assert page.url == f"{site}vergelijk/"


def test_taking_a_column_out_leaves_the_selection_alone(page: Page, site: str) -> None:
    keep(page, site, FIETSLES, WOONCLUB)
    page.locator(".lade").get_by_role("link", name="Vergelijk").click()
    page.get_by_role("button", name="Haal weg ‘Woonclub").click()
    expect(page.locator("thead .tab")).to_have_count(1)
    assert kept(page) == [FIETSLES, WOONCLUB]


def test_without_fiches_in_the_address_it_shows_the_own_selection(page: Page, site: str) -> None:
    keep(page, site, WOONCLUB, FIETSLES)
    compare(page, site, "")
    assert titles(page) == ["Woonclub voor wie een huis zoekt", "Fietsles voor nieuwkomers"]
    assert page.url.endswith(f"?f={WOONCLUB},{FIETSLES}")
    assert not page.get_by_role("button", name="Bewaar deze fiches").is_visible()


def test_what_another_shared_can_be_kept(page: Page, site: str) -> None:
    keep(page, site, HUIZEN)
    compare(page, site, TWO)
    assert kept(page) == [HUIZEN]
    page.get_by_role("button", name="Bewaar deze fiches").click()
    assert kept(page) == [HUIZEN, FIETSLES, WOONCLUB]
    assert said(page) == "Bewaard. U hebt nu 3 fiches bewaard."
    assert not page.get_by_role("button", name="Bewaar deze fiches").is_visible()
    assert focused(page) == "Kopieer het adres"


def test_six_are_compared_at_once(page: Page, site: str) -> None:
    compare(page, site, f"?f={','.join(ALL)}")
    assert len(titles(page)) == 6
    assert said(page) == "Dit zijn de eerste 6 van 8 fiches. Haalt u er een weg, dan komt de volgende erbij."
    page.get_by_role("button", name="Haal weg").first.click()
    expect(page.locator(".vergelijking-titel").last).to_have_text("Onthaalgesprek aan huis")


@pytest.mark.parametrize(
    ("query", "shown", "words"),
    [
        ("?f=nergens", 0, "Eén gekozen fiche staat niet in deze catalogus."),
        (f"?f=nergens,{FIETSLES},ook-niet", 1, "2 fiches staan niet in deze catalogus."),
        (f"?f={FIETSLES},{FIETSLES}&f={WOONCLUB}", 2, ""),
        ("?f=leren-fietsen", 1, ""),
        ("?f=", 0, ""),
        ("?f=%3Cscript%3Ealert(1)%3C/script%3E,../../x,%00,constructor", 0, "Eén gekozen fiche"),
        (FIVE_HUNDRED, 0, FIVE_HUNDRED_SAID),
    ],
    ids=["unknown", "some unknown", "twice", "former address", "empty", "hostile", "five hundred"],
)
def test_odd_addresses(page: Page, site: str, query: str, shown: int, words: str) -> None:
    page.goto(f"{site}vergelijk/{query}", wait_until="networkidle")
    assert len(titles(page)) == shown
    assert words in page.locator("[data-moeite]").inner_text()
    assert page.locator("[data-moeite]").is_visible() == bool(words)
    assert page.get_by_text("Er zijn nog geen fiches gekozen").is_visible() == (not shown)


def test_what_cannot_be_fetched_is_said_and_the_rest_is_shown(new_page: PageMaker, site: str) -> None:
    page = new_page(forgive=WOONCLUB)
    page.route(f"**/praktijken/{WOONCLUB}/", lambda route: route.abort())
    compare(page, site, f"{TWO},{HUIZEN}")
    assert titles(page) == ["Fietsles voor nieuwkomers", "3 huizen voor gezinnen"]
    assert page.locator("[data-moeite]").inner_text().startswith("Eén fiche kon niet opgehaald worden.")
    assert said(page) == "U vergelijkt 2 fiches."


def test_offline_it_says_so(new_page: PageMaker, site: str) -> None:
    page = new_page(forgive="fiches.json")
    page.route("**/data/fiches.json", lambda route: route.abort())
    page.goto(f"{site}vergelijk/{TWO}", wait_until="networkidle")
    assert page.locator("[data-moeite]").inner_text().startswith("De fiches konden niet opgehaald worden.")
    assert not page.get_by_text("Er zijn nog geen fiches gekozen").is_visible()
    assert page.url.endswith(TWO), "the address is still what was shared"


def test_the_address_is_copied_and_that_is_said(new_page: PageMaker, site: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    compare(page, site, TWO)
    page.get_by_role("button", name="Kopieer het adres").click()
    expect(page.locator("[data-zegt]")).to_have_text("Het adres is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}vergelijk/{TWO}"


def test_every_stop_of_the_keyboard_is_seen(page: Page, site: str) -> None:
    compare(page, site, f"?f={FIETSLES},{LONG},{WOONCLUB}")
    assert wrong(walk(page)) == []
    compare(page, site, f"?f={','.join(ALL[:6])}")
    assert wrong(walk(page)) == []


def test_no_sideways_scrolling_but_in_the_tables_own_window(page: Page, site: str) -> None:
    compare(page, site, f"?f={','.join(ALL[:6])}")
    found = {}
    for width in (320, 360, 640, 900, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(TOO_WIDE) + page.evaluate(CLIPPED)
    assert not any(found.values()), found


def test_on_a_phone_the_window_can_be_scrolled_by_keyboard(phone: Page, site: str) -> None:
    compare(phone, site, f"?f={FIETSLES},{LEESCAFE},{LONG}")
    window = phone.get_by_role("region", name="Vergelijking")
    expect(window).to_have_attribute("tabindex", "0")
    window.focus()
    head = phone.locator("tbody th").first
    before = head.bounding_box()
    for _ in range(6):
        phone.keyboard.press("ArrowRight")
    phone.wait_for_timeout(300)
    assert window.evaluate("box => box.scrollLeft") > 100
    after = head.bounding_box()
    assert before
    assert after
    assert after["x"] == before["x"], "the head of the row scrolls away"
    assert phone.evaluate(TARGETS) == []


def test_without_script_it_says_what_is_missing(scriptless: Page, site: str) -> None:
    scriptless.goto(f"{site}vergelijk/{TWO}")
    assert "Vergelijken werkt alleen met JavaScript" in scriptless.inner_text("main")
    assert scriptless.locator("main button:visible").count() == 0


def printed(page: Page, folder: Path) -> list[str]:
    """Return the text of each page on paper; every page is a landscape A4."""
    page.pdf(path=folder / "vergelijking.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(folder / "vergelijking.pdf") as paper:
        assert {tuple(round(side) for side in sheet.get_size()) for sheet in paper} == {(842, 595)}
        return ["".join(sheet.get_textpage().get_text_range().split()) for sheet in paper]


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_it_prints_on_one_landscape_sheet(page: Page, site: str, tmp_path: Path, count: int) -> None:
    compare(page, site, f"?f={','.join((LONG, *ALL[:5])[:count])}")
    sheets = printed(page, tmp_path)
    assert len(sheets) == 1
    for name in ROWS:
        assert name.replace(" ", "") in sheets[0]
    assert "Haalweg" not in sheets[0]
    assert "Kopieer" not in sheets[0]


@pytest.mark.parametrize("count", [3, 4, 6])
def test_fiches_of_real_length_print_on_one_sheet(
    new_page: PageMaker, large_server: Server, tmp_path: Path, count: int
) -> None:
    folders = sorted(path.parent.name for path in (large_server.folder / "praktijken").glob("*/index.html"))
    page = new_page()
    compare(page, large_server.address, f"?f={','.join(folders[:count])}")
    sheets = printed(page, tmp_path)
    assert len(sheets) == 1
    assert ("ingekort" in sheets[0]) == ("--regels: none" not in (page.get_attribute("main", "style") or ""))
