"""Downloading the list on the screen: the rows of the site's own CSV, in the order that is shown."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import PageMaker, Server
from browser.list_page import ListPage

pytestmark = pytest.mark.slow

LINK = "[data-download]"
SAYS = "[data-download-zegt]"


@pytest.fixture
def whole(site_folder: Path) -> bytes:
    return (site_folder / "data/praktijken.csv").read_bytes()


def downloaded(page: Page) -> tuple[str, bytes]:
    """Press Enter on the link; return the name and the bytes of what the browser saves."""
    with page.expect_download() as waiting:
        page.locator(LINK).press("Enter")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def rows(whole: bytes, slugs: list[str]) -> bytes:
    head, *lines = whole.split(b"\r\n")
    by_slug = {line.split(b";")[0].decode(): line for line in lines}
    return b"\r\n".join([head, *(by_slug[slug] for slug in slugs), b""])


def test_a_filtered_list_is_its_rows_of_the_whole_file_in_its_order(page: Page, each_site: str, whole: bytes) -> None:
    listed = ListPage(page, each_site).open("?q=fietsles&domein=onthaal&sorteer=titel")
    shown = listed.slugs
    assert 1 < len(shown) < 8
    name, content = downloaded(page)
    assert name == "praktijken-fietsles-onthaal.csv"
    assert content == rows(whole, shown)
    assert content.startswith(b"\xef\xbb\xbfslug;titel;")
    expect(page.locator(SAYS)).to_have_text(f"{len(shown)} fiches bewaard in {name}.")
    by_title = listed.open("?domein=onthaal&sorteer=titel").slugs
    listed.sort("volledig")
    assert listed.slugs != by_title
    assert downloaded(page) == ("praktijken-onthaal.csv", rows(whole, listed.slugs))


def test_all_fiches_are_the_whole_file_by_domain(page: Page, site: str, whole: bytes) -> None:
    listed = ListPage(page, site).open()
    name, content = downloaded(page)
    assert (name, content) == ("praktijken.csv", rows(whole, listed.slugs))
    assert sorted(content.split(b"\r\n")) == sorted(whole.split(b"\r\n"))


def test_the_file_is_fetched_when_it_is_asked_for(page: Page, server: Server) -> None:
    del server.asked[:]
    ListPage(page, server.address).open("?domein=taal")
    assert [path for path in server.asked if "praktijken.csv" in path] == []


def test_an_empty_list_and_a_network_that_is_gone_give_a_sentence(new_page: PageMaker, site: str) -> None:
    page = new_page(forgive="praktijken.csv")
    ListPage(page, site).open("?q=xqzwvk")
    page.click(LINK)
    expect(page.locator(SAYS)).to_have_text("In deze lijst staat geen fiche: er valt niets te downloaden.")
    ListPage(page, site).open("?domein=taal")
    page.route("**/praktijken.csv", lambda route: route.abort())
    page.click(LINK)
    expect(page.locator(SAYS)).to_have_text(
        "De lijst is nu even niet te downloaden. Kijk of u verbinding hebt en probeer het opnieuw."
    )
    assert page.get_attribute(SAYS, "role") == "status"
    page.unroute("**/praktijken.csv")
    assert downloaded(page)[0] == "praktijken-taal.csv"


def test_without_script_the_link_leads_to_the_whole_file(scriptless: Page, site: str, whole: bytes) -> None:
    scriptless.goto(f"{site}praktijken/")
    with scriptless.expect_download() as waiting:
        scriptless.get_by_role("link", name="Download deze lijst (CSV)").click()
    assert Path(waiting.value.path()).read_bytes() == whole


def test_the_page_of_the_open_data_offers_each_file(page: Page, each_site: str, site_folder: Path) -> None:
    page.goto(f"{each_site}data/")
    offered = [text.partition(" (")[0].strip() for text in page.locator(".bestanden a").all_inner_texts()]
    assert offered == ["Excel", "CSV", "JSON", "JSON Schema"]
    with page.expect_download() as waiting:
        page.locator(".bestanden a").first.click()
    assert Path(waiting.value.path()).read_bytes() == (site_folder / "data/praktijken.xlsx").read_bytes()
