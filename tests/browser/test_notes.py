"""Notes in a browser: there and back, on one page with those of other fiches, on paper, and not in what is searched."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.choice_page import FIETSLES, WOONCLUB
from browser.conftest import PHONE, Server

pytestmark = pytest.mark.slow

LOOSE = """() => [...document.querySelectorAll('a[href^="#"]')]
  .filter(link => link.getAttribute("href") !== "#inhoud" && !document.getElementById(link.hash.slice(1)))
  .map(link => link.outerHTML)"""


def test_a_number_leads_to_its_note_and_the_arrow_back(page: Page, site: str) -> None:
    page.goto(f"{site}praktijken/{WOONCLUB}/")
    page.locator("[role=doc-noteref][aria-label='noot 2']").click()
    assert page.url.endswith("#noot-2")
    note = page.locator("#noot-2")
    assert note.inner_text().startswith("De huurwaarborg is")
    assert note.evaluate("note => note.getBoundingClientRect().bottom <= innerHeight")
    page.locator("[role=doc-backlink][aria-label='terug naar de tekst bij noot 2']").click()
    assert page.url.endswith("#bij-noot-2")


def test_notes_stand_under_a_heading_of_their_own(page: Page, site: str) -> None:
    page.goto(f"{site}praktijken/{WOONCLUB}/")
    part = page.locator(".verhaal-deel").filter(has=page.get_by_role("heading", name="Noten"))
    assert part.locator(".noten > li").count() == 2
    assert page.locator("[role=doc-noteref]").all_inner_texts() == ["1", "2", "1"]
    assert page.locator("[role=doc-backlink]").all_inner_texts() == ["↑1", "↑2", "↑"]


def test_notes_of_several_fiches_on_one_page_lead_each_to_its_own(page: Page, site: str) -> None:
    page.goto(f"{site}gids/?f={FIETSLES},{WOONCLUB}")
    page.wait_for_selector(".boekje-fiche .noten")
    assert page.locator(".boekje-fiche .noten").count() == 2
    assert page.evaluate(LOOSE) == []
    for slug, said in ((FIETSLES, "Geteld na een halfjaar."), (WOONCLUB, "Die telefoon is gratis")):
        link = page.locator(f"#fiche-{slug}").locator("[role=doc-noteref][aria-label='noot 1']").first
        target = link.evaluate("link => document.getElementById(link.hash.slice(1)).innerText")
        assert target.startswith(said)


def test_on_paper_there_are_no_arrows(page: Page, site: str) -> None:
    page.goto(f"{site}praktijken/{WOONCLUB}/")
    page.emulate_media(media="print")
    assert page.locator("[role=doc-noteref]").first.is_visible()
    assert page.locator("[role=doc-backlink]").first.is_hidden()


def test_nothing_of_a_note_is_wider_than_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site}praktijken/{WOONCLUB}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_number_is_no_part_of_a_word_that_is_searched(server_below: Server) -> None:
    fragments = [gzip.decompress(path.read_bytes()) for path in Path(server_below.folder).rglob("*.pf_fragment")]
    (woonclub,) = [each.decode() for each in fragments if b"/praktijken/woonclub/" in each]
    assert "een telefoon. Verhuurders" in woonclub
    assert "drie maanden huur" in woonclub
    assert "\u2191" not in woonclub
