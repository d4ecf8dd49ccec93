"""What somebody hears of a page that others see: each thing by its own name, in its own language."""

import pytest
from playwright.sync_api import Page, expect

from browser.choice_page import FIETSLES, LONG, WOONCLUB, compare, guide
from browser.form_page import FormPage

pytestmark = pytest.mark.slow

LANGUAGES = "all => all.map(each => each.closest('[lang]').lang)"


def test_a_mistake_in_a_choice_has_an_address(page: Page, site: str) -> None:
    form = FormPage(page, site).first().finish()
    ids = form.summary.locator("a").evaluate_all("all => all.map(each => each.getAttribute('href').slice(1))")
    assert "v-werkingsgebied" in ids
    assert [each for each in ids if not page.locator(f"[id='{each}']").count()] == []


def test_a_chip_is_called_what_stands_on_it(page: Page, site: str) -> None:
    form = FormPage(page, site).first().unfold().pick("domeinen", "taal", "onthaal")
    chips = form.field("domeinen").locator(".chip")
    assert chips.all_inner_texts() == ["Taal", "Onthaal"]
    assert form.field("domeinen").locator(".hoofd:visible").all_inner_texts() == ["hoofddomein"]


def test_a_cell_is_read_with_the_title_of_its_column_only(page: Page, site: str) -> None:
    compare(page, site, f"?f={FIETSLES},{WOONCLUB}")
    heads = page.locator("thead th[abbr]")
    assert heads.evaluate_all("all => all.map(each => each.abbr)") == [
        "Fietsles voor nieuwkomers", "Woonclub voor wie een huis zoekt",
    ]  # fmt: skip


def test_titles_in_french_are_said_in_french_wherever_a_script_puts_them(page: Page, site: str) -> None:
    page.goto(f"{site}praktijken/{LONG}/")
    star = page.locator(f"[data-ster='{LONG}']")
    assert star.locator(".ster-woord, .voor-lezer").evaluate_all(LANGUAGES) == ["nl", "fr"]
    page.goto(f"{site}praktijken/")
    expect(page.locator(f"[data-ster='{LONG}']")).to_have_count(1)
    assert page.locator(f"[data-ster='{LONG}'] .voor-lezer").evaluate_all(LANGUAGES) == ["fr"]
    assert page.locator(f"[data-ster='{FIETSLES}'] .voor-lezer").evaluate_all(LANGUAGES) == ["nl"]
    compare(page, site, f"?f={FIETSLES},{LONG}")
    assert page.locator(".vergelijking-titel a").evaluate_all(LANGUAGES) == ["nl", "fr"]
    assert page.locator("[data-weg]").evaluate_all(LANGUAGES) == ["nl", "nl"]
    assert page.locator("[data-weg] .voor-lezer").evaluate_all(LANGUAGES) == ["nl", "fr"]
    guide(page, site, f"?f={LONG}")
    assert page.locator(".inhoud a").evaluate_all(LANGUAGES) == ["fr"]
    assert page.locator("[data-inhoud] [data-neer] .voor-lezer").evaluate_all(LANGUAGES) == ["fr"]


def test_home_says_french_titles_in_french(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("#uw-gemeente").fill("Brussel")
    page.locator("#uw-gemeente").press("Enter")
    near = page.locator(f"[data-lijst] a[href*='{LONG}']")
    expect(near).to_have_attribute("lang", "fr")
    others = page.locator(f"[data-lijst] a:not([href*='{LONG}'])").evaluate_all(LANGUAGES)
    assert {*others} == {"nl"}


def test_an_explanation_is_dutch_in_a_french_text(page: Page, site: str) -> None:
    page.goto(f"{site}praktijken/{FIETSLES}/")
    page.locator(".term").first.click()
    expect(page.locator(".uitleg")).to_have_attribute("lang", "nl")
