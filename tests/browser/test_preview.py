"""The preview in a browser: a page that is open shows a change by itself, or what is wrong with it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.catalogue import write
from browser.conftest import PageMaker

pytestmark = pytest.mark.slow
FICHE = "content/practices/fietsles-voor-nieuwkomers.md"
PAGE = "praktijken/fietsles-voor-nieuwkomers/"
OVERLAY = "fichebak-meldingen"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path)
    return tmp_path


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """Give the address of a preview of *root*, in a process of its own as an editor runs it."""
    command = [sys.executable, "-u", "-m", "fichebak", "serve", "--root", str(root), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout
        yield serving.stdout.readline().split(" op ")[1].split(" ")[0]
        serving.terminate()


@pytest.fixture
def page(address: str, new_page: PageMaker) -> Page:
    page = new_page()
    page.goto(address + PAGE)
    return page


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_a_change_is_shown_in_the_open_page(page: Page, root: Path) -> None:
    expect(page.locator("h1")).to_have_text("Fietsles voor nieuwkomers")
    change(root / FICHE, "titel: Fietsles voor nieuwkomers", "titel: Fietsles op zondag")
    expect(page.locator("h1")).to_have_text("Fietsles op zondag")
    expect(page.locator(OVERLAY)).to_have_count(0)


def test_a_problem_is_shown_over_the_page_until_it_is_mended(page: Page, root: Path) -> None:
    change(root / FICHE, "domeinen: [onthaal, taal]", "domeinen: [onthaal, tal]")
    overlay = page.locator(OVERLAY)
    expect(overlay.locator("summary")).to_have_text("1\xa0probleem. U ziet nog de vorige versie.")
    expect(overlay.locator("code")).to_have_text(f"{FICHE}:6:21")
    expect(overlay).to_contain_text("‘tal’ is geen domein.")
    expect(overlay).to_contain_text("Bedoelde u ‘taal’?")
    expect(page.locator("h1")).to_have_text("Fietsles voor nieuwkomers")
    expect(overlay.locator("details")).to_have_css("border-top-width", "4px")
    change(root / FICHE, "domeinen: [onthaal, tal]", "domeinen: [onthaal]")
    expect(overlay).to_have_count(0)


def test_a_page_that_is_opened_later_shows_the_problem_too(page: Page, root: Path, address: str) -> None:
    change(root / FICHE, "titel: Fietsles voor nieuwkomers", "titl: Fietsles")
    expect(page.locator(OVERLAY)).to_be_visible()
    page.goto(f"{address}domeinen/onthaal/")
    expect(page.locator(OVERLAY)).to_contain_text("titl")
    expect(page.locator("h1")).to_have_text("Onthaal")


def test_a_broken_template_is_shown_until_it_is_mended(page: Page, root: Path) -> None:
    folder = root / "themes" / "default" / "templates"
    folder.mkdir(parents=True)
    template = folder / "fiche.html"
    template.write_text('{% extends "default/fiche.html" %}{% block inhoud %}{{ fout }}{% endblock %}')
    expect(page.locator(OVERLAY)).to_contain_text("Het sjabloon fiche.html kon niet gevuld worden")
    expect(page.locator("h1")).to_have_text("Fietsles voor nieuwkomers")
    template.write_text('{% extends "default/fiche.html" %}{% block inhoud %}<h1>Anders</h1>{% endblock %}')
    expect(page.locator("h1")).to_have_text("Anders")
    expect(page.locator(OVERLAY)).to_have_count(0)


def test_search_finds_what_was_just_written(page: Page, root: Path, address: str) -> None:
    change(root / FICHE, "titel: Fietsles voor nieuwkomers", "titel: Steltlopen voor nieuwkomers")
    expect(page.locator("h1")).to_have_text("Steltlopen voor nieuwkomers")
    page.goto(f"{address}praktijken/?q=steltlopen")
    page.wait_for_selector("[data-search-state=done]")
    assert page.locator("[data-slug]").first.get_attribute("data-slug") == "fietsles-voor-nieuwkomers"
