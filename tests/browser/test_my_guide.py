"""The reader's own guide: its title, its order, and page numbers that are right on paper."""

import re
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
    LONG,
    WOONCLUB,
    focused,
    guide,
    keep,
    kept,
    said,
)
from browser.conftest import PageMaker, Server
from browser.test_keyboard_and_phone import TARGETS, walk, wrong
from browser.test_pages import CLIPPED, TOO_WIDE

pytestmark = pytest.mark.slow

THREE = f"?f={FIETSLES},{WOONCLUB},{HUIZEN}"


def order(page: Page) -> list[str]:
    """Return the fiches in the order of the contents, which must be that of the fiches themselves."""
    listed = page.locator(".inhoud-naam a").all_inner_texts()
    assert listed == page.locator(".boekje-fiche h1").all_inner_texts()
    return listed


def button(page: Page, word: str, title: str) -> None:
    page.get_by_role("button", name=f"{word} ‘{title}’", exact=True).click()


def test_the_chosen_fiches_stand_in_full_behind_their_contents(page: Page, each_site: str) -> None:
    guide(page, each_site, f"{THREE}&titel=Fietsen%20en%20wonen")
    assert page.inner_text("[data-titel]") == "Fietsen en wonen"
    assert page.title() == "Fietsen en wonen"
    assert order(page) == ["Fietsles voor nieuwkomers", "Woonclub voor wie een huis zoekt", "3 huizen voor gezinnen"]
    first = page.locator(".boekje-fiche").first.inner_text()
    for words in ("Een plein zonder verkeer.", "mobiliteit@example.org", "Coördinator mobiliteit", "6.600"):
        assert words in first, words
    assert page.locator(".voorblad .tab").all_inner_texts() == ["Onthaal", "Huisvesting"], "each domain once"
    assert said(page) == "3 fiches in deze gids."


def test_headings_are_one_level_lower_than_on_the_fiches_own_page(page: Page, site: str) -> None:
    guide(page, site, THREE)
    levels = page.eval_on_selector_all(
        ".boekje-fiche:first-child :is(h1, h2, h3)", "all => all.map(each => each.ariaLevel - each.tagName[1])"
    )
    assert len(levels) > 3
    assert set(levels) == {1}


def test_what_is_copied_leads_where_it_should(page: Page, server_below: Server) -> None:
    site = server_below.address
    guide(page, site, f"?f={','.join(ALL)}")
    links = page.eval_on_selector_all(".boekje a", "links => links.map(link => link.href)")
    inside = {link.split("#")[0].split("?")[0] for link in links if link.startswith("http://127")}
    assert len(inside) > 10
    for link in inside:
        assert link.startswith(site)
        file = link.removeprefix(site) if link.endswith(".pdf") else f"{link.removeprefix(site)}/index.html"
        assert (server_below.folder / file).is_file(), link
    assert sum(link.endswith(".pdf") for link in inside) == len(ALL), "each fiche leads to its own PDF"
    assert page.locator(".boekje script, .boekje .ster").count() == 0
    ids = page.eval_on_selector_all("[id]", "all => all.map(each => each.id)")
    assert len(ids) == len(set(ids))


def test_a_title_of_ones_own_is_kept_in_the_address(page: Page, site: str) -> None:
    guide(page, site, THREE)
    assert page.inner_text("[data-titel]") == "Mijn gids"
    page.get_by_label("Titel van uw gids").press_sequentially("w" * 130)
    assert page.input_value("#titel") == "w" * 120
    page.get_by_label("Titel van uw gids").fill("Wonen & werk: 50 % méér")
    assert page.inner_text("[data-titel]") == "Wonen & werk: 50 % méér"
    page.wait_for_url("**&titel=Wonen*")
    page.reload()
    page.wait_for_selector(".inhoud-blad:not(:empty)")
    assert page.inner_text("[data-titel]") == page.input_value("#titel") == "Wonen & werk: 50 % méér"


def test_the_address_is_not_written_at_every_letter(new_page: PageMaker, site: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("""
        const replace = history.replaceState;
        window.written = 0;
        history.replaceState = function (...all) { window.written++; replace.apply(this, all); };
    """)
    guide(page, site, THREE)
    before = page.evaluate("window.written")
    title = page.get_by_label("Titel van uw gids")
    title.press_sequentially("Wonen en werken in een kleine stad", delay=5)
    assert page.evaluate("window.written") - before <= 2
    page.get_by_role("button", name="Deel deze gids").click()
    expect(page.locator("[data-zegt]")).to_have_text("Het adres is gekopieerd.")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.endswith("&titel=Wonen%20en%20werken%20in%20een%20kleine%20stad")


@pytest.mark.parametrize("title", ["<img src=x onerror=alert(1)>", "w" * 200, "🙂" * 100, "%0a%0d ' \" </script>"])
def test_any_title_will_do(page: Page, site: str, title: str) -> None:
    page.goto(f"{site}gids/")
    query = page.evaluate("title => new URLSearchParams({ titel: title }).toString()", title)
    guide(page, site, f"{THREE}&{query}")
    shown = page.inner_text("[data-titel]")
    assert 0 < len(shown) <= 120
    assert page.locator(".voorblad img").count() == 0
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate(TOO_WIDE) == []


def test_fiches_move_up_and_down(page: Page, site: str) -> None:
    guide(page, site, THREE)
    fietsles, woonclub, huizen = order(page)
    button(page, "Omhoog", huizen)
    assert order(page) == [fietsles, huizen, woonclub]
    assert focused(page) == f"Omhoog ‘{huizen}’"
    assert said(page) == f"‘{huizen}’ staat nu op plaats 2 van 3."
    assert page.url.endswith(f"?f={FIETSLES},{HUIZEN},{WOONCLUB}")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert order(page) == [huizen, fietsles, woonclub]
    assert said(page) == f"‘{huizen}’ staat al bovenaan."
    assert focused(page) == f"Omhoog ‘{huizen}’", "a button that is of no use any more keeps the focus"
    button(page, "Omlaag", huizen)
    assert order(page) == [fietsles, huizen, woonclub]


def test_fiches_are_removed(page: Page, site: str) -> None:
    guide(page, site, THREE)
    fietsles, woonclub, huizen = order(page)
    button(page, "Verwijder", woonclub)
    assert order(page) == [fietsles, huizen]
    assert focused(page) == f"Verwijder ‘{huizen}’"
    assert said(page) == f"‘{woonclub}’ is weggehaald. Nog 2 fiches."
    page.keyboard.press("Enter")
    assert focused(page) == f"Verwijder ‘{fietsles}’"
    page.keyboard.press("Enter")
    assert page.get_by_text("Er zijn nog geen fiches gekozen").is_visible()
    assert focused(page) == "Naar alle praktijken"
    assert page.url == f"{site}gids/"


def test_the_own_selection_follows_the_guide(page: Page, site: str) -> None:
    keep(page, site, FIETSLES, WOONCLUB)
    guide(page, site, "")
    assert page.url.endswith(f"?f={FIETSLES},{WOONCLUB}")
    assert not page.get_by_role("button", name="Bewaar deze fiches").is_visible()
    button(page, "Omlaag", "Fietsles voor nieuwkomers")
    assert kept(page) == [WOONCLUB, FIETSLES]
    page.reload()
    page.wait_for_selector(".inhoud-blad:not(:empty)")
    button(page, "Verwijder", "Woonclub voor wie een huis zoekt")
    assert kept(page) == [FIETSLES]


def test_a_guide_of_someone_else_leaves_the_own_selection_alone(page: Page, site: str) -> None:
    keep(page, site, LONG)
    guide(page, site, THREE)
    button(page, "Omlaag", "Fietsles voor nieuwkomers")
    button(page, "Verwijder", "Woonclub voor wie een huis zoekt")
    assert kept(page) == [LONG]
    page.get_by_role("button", name="Bewaar deze fiches").click()
    assert kept(page) == [LONG, FIETSLES, HUIZEN]
    assert said(page) == "Bewaard. U hebt nu 3 fiches bewaard."


def test_an_empty_guide_explains_how_to_choose(page: Page, site: str) -> None:
    keep(page, site)
    page.goto(f"{site}gids/", wait_until="networkidle")
    assert page.get_by_text("Er zijn nog geen fiches gekozen").is_visible()
    assert not page.locator(".boekje").is_visible()
    page.get_by_role("link", name="Naar alle praktijken").click()
    page.wait_for_url(f"{site}praktijken/")


@pytest.mark.parametrize(
    ("query", "shown", "words"),
    [
        (f"?f=nergens,{FIETSLES}", 1, "Eén gekozen fiche staat niet in deze catalogus."),
        (f"?f=leren-fietsen,{FIETSLES}", 1, "Eén gekozen fiche"),
        ("?f=leren-fietsen", 1, ""),
        (FIVE_HUNDRED, 0, FIVE_HUNDRED_SAID),
        ("?f=%3Cscript%3E,../..&titel=%00", 0, ""),
    ],
)
def test_odd_addresses(page: Page, site: str, query: str, shown: int, words: str) -> None:
    page.goto(f"{site}gids/{query}", wait_until="networkidle")
    assert page.locator(".boekje-fiche").count() == shown
    assert words in page.locator("[data-moeite]").inner_text()


def test_what_cannot_be_fetched_is_said_and_the_rest_is_there(new_page: PageMaker, site: str) -> None:
    page = new_page(forgive=WOONCLUB)
    page.route(f"**/praktijken/{WOONCLUB}/", lambda route: route.abort())
    guide(page, site, THREE)
    assert order(page) == ["Fietsles voor nieuwkomers", "3 huizen voor gezinnen"]
    assert page.locator("[data-moeite]").inner_text().startswith("Eén fiche kon niet opgehaald worden.")
    button(page, "Omlaag", "Fietsles voor nieuwkomers")
    assert WOONCLUB in page.url, "what could not be fetched today stays in the guide"


def test_sharing_copies_the_address(new_page: PageMaker, site: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    guide(page, site, f"{THREE}&titel=Wonen")
    page.get_by_role("button", name="Deel deze gids").click()
    expect(page.locator("[data-zegt]")).to_have_text("Het adres is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}gids/{THREE}&titel=Wonen"


def test_the_button_prints(new_page: PageMaker, site: str) -> None:
    page = new_page()
    page.add_init_script("window.print = () => { window.printed = true; }")
    guide(page, site, THREE)
    page.get_by_role("button", name="Druk af of bewaar als pdf").click()
    expect(page.locator(".meetblad")).to_have_count(0)
    assert page.evaluate("window.printed") is True


# Paper


def letters(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)


def sheets(page: Page, folder: Path) -> list[str]:
    page.pdf(path=folder / "gids.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(folder / "gids.pdf") as paper:
        return [letters(sheet.get_textpage().get_text_range()) for sheet in paper]


def numbers(page: Page) -> list[tuple[str, int]]:
    """Return each title in the contents, with its page."""
    items = page.locator(".inhoud > li").all()
    page_of = [int(item.locator(".inhoud-blad").inner_text().removeprefix("blz. ")) for item in items]
    return list(zip([item.locator("a").inner_text() for item in items], page_of, strict=True))


def wrong_numbers(page: Page, paper: list[str]) -> list[str]:
    """Return the titles that do not stand at the head of the page that the contents say."""
    found = numbers(page)
    starts = [number for _, number in found]
    assert starts == sorted(set(starts))
    head = {title: letters(paper[number - 1])[:400] for title, number in found}
    return [title for title, number in found if letters(title) not in head[title]] + [
        f"page {number} says it is another" for number in starts if f"{number}van{len(paper)}" not in paper[number - 1]
    ]


def test_the_contents_are_right_on_paper(page: Page, site: str, tmp_path: Path) -> None:
    guide(page, site, f"?f={','.join(ALL)}&titel=Alles")
    paper = sheets(page, tmp_path)
    assert wrong_numbers(page, paper) == []
    assert paper[0].startswith("ProefbakAlles")
    assert "1van" not in paper[0], "a cover has no number"
    assert paper[1].partition(f"2van{len(paper)}")[2].startswith("Inhoud")
    whole = "".join(paper)
    for control in ("Omhoog", "Verwijder", "Drukaf", "Bladeren", "Hoofdmenu"):
        assert control not in whole


def test_they_are_right_after_a_change(page: Page, site: str, tmp_path: Path) -> None:
    guide(page, site, f"?f={','.join(ALL)}")
    button(page, "Verwijder", "Fietsles voor nieuwkomers")
    button(page, "Omlaag", "Woonclub voor wie een huis zoekt")
    page.get_by_label("Titel van uw gids").fill("Een andere titel die over meer dan een regel loopt, zo lang is hij")
    expect(page.locator(".inhoud-blad").last).not_to_be_empty()
    expect(page.locator(".meetblad")).to_have_count(0)
    assert wrong_numbers(page, sheets(page, tmp_path)) == []


def test_sixty_fiches_of_real_length_are_right_on_paper(
    new_page: PageMaker, large_server: Server, tmp_path: Path
) -> None:
    """Contents of several pages, and fiches of one, two and three."""
    folders = sorted(path.parent.name for path in (large_server.folder / "praktijken").glob("*/index.html"))
    page = new_page(viewport={"width": 360, "height": 700})
    page.set_default_timeout(30_000)
    guide(page, large_server.address, f"?f={','.join(folders[:60])}")
    assert len(numbers(page)) == 60
    paper = sheets(page, tmp_path)
    assert numbers(page)[0][1] > 3, "the contents take one page"
    assert wrong_numbers(page, paper) == []


def test_in_the_dark_it_still_prints_on_white(new_page: PageMaker, site: str) -> None:
    page = new_page(color_scheme="dark")
    guide(page, site, THREE)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"


def test_a_browser_without_page_numbers_promises_none(new_page: PageMaker, site: str) -> None:
    page = new_page()
    page.add_init_script("delete globalThis.CSSMarginRule")
    page.goto(f"{site}gids/{THREE}", wait_until="networkidle")
    assert order(page)
    assert page.locator(".inhoud-blad").all_inner_texts() == ["", "", ""]


# Keyboard, phone, no script


def test_every_stop_of_the_keyboard_is_seen(page: Page, site: str) -> None:
    guide(page, site, f"?f={FIETSLES},{LONG}")
    assert wrong(walk(page)) == []


def test_it_fits_every_width(page: Page, site: str) -> None:
    guide(page, site, f"?f={','.join(ALL)}&titel={'w' * 120}")
    found = {}
    for width in (320, 360, 640, 900, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(TOO_WIDE) + page.evaluate(CLIPPED)
    assert not any(found.values()), found


def test_controls_on_a_phone_are_large_enough(phone: Page, site: str) -> None:
    guide(phone, site, THREE)
    assert phone.evaluate(TARGETS) == []


def test_without_script_it_says_what_is_missing(scriptless: Page, site: str) -> None:
    scriptless.goto(f"{site}gids/{THREE}")
    assert "Een eigen gids samenstellen werkt alleen met JavaScript" in scriptless.inner_text("main")
    assert scriptless.locator("main button:visible, main input:visible").count() == 0


def test_the_footer_leads_to_it(page: Page, each_site: str) -> None:
    page.goto(f"{each_site}over/")
    page.get_by_role("link", name="Mijn gids").click()
    page.wait_for_url(f"{each_site}gids/")
