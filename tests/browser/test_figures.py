"""The catalogue in figures in a browser: the matrix by keyboard and on a narrow screen, with and without script."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

ADDRESS = "cijfers/"


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_only_the_matrix_scrolls_sideways(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{site}{ADDRESS}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_row_headers_stay_in_view_and_arrows_scroll(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{site}{ADDRESS}")
    region = page.get_by_role("region", name="Tabel van domeinen en provincies")
    header = page.locator(".matrix tbody th").first
    before = header.bounding_box()
    region.focus()
    last = page.get_by_role("columnheader", name="Alle fiches")
    expect(last).not_to_be_in_viewport()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    expect(last).to_be_in_viewport()
    after = header.bounding_box()
    assert before
    assert after
    assert after["x"] == pytest.approx(before["x"], abs=1)


def test_the_tab_key_skips_empty_cells_and_reaches_a_row_to_add_to(page: Page, site: str) -> None:
    page.goto(f"{site}{ADDRESS}")
    page.locator(".matrix-rol").focus()
    reached = []
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("[document.activeElement.className, document.activeElement.textContent.trim()]"))
        if str(reached[-1][1]).startswith("Voeg een fiche"):
            break
    assert not [name for name, _ in reached if "leeg" in name]
    assert [name for name, _ in reached if name == "vakje"]
    assert reached[-1][1].startswith("Voeg een fiche over")


def test_a_number_leads_to_the_list(page: Page, site: str) -> None:
    page.goto(f"{site}{ADDRESS}")
    page.locator("a.vakje:not(.leeg)").first.click()
    page.wait_for_url("**/praktijken/?domein=*provincie=*")


def test_it_needs_no_script(browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}{ADDRESS}")
        expect(page.get_by_role("table", name="Aantal fiches per domein en per provincie")).to_be_visible()
        expect(page.get_by_role("table", name="Per domein", exact=True)).to_be_visible()
