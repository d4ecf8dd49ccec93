"""Paper: a fiche in the order of the guide on two sheets, lists, the own guide; in colour, in grey, on other paper."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.catalogue import FILES, write
from browser.choice_page import ALL, FIETSLES, GIDSEN, LONG, WOONCLUB, guide
from browser.conftest import CHECKOUT, PageMaker, Server, serving
from browser.paper import Paper, boxes, colour, count, letters, place, printed, sheets
from browser.test_pages import CLIPPED, TOO_WIDE

pytestmark = pytest.mark.slow

KNIFE = 5  # millimetres of each edge that a printer or a knife may take
TAB = 11  # millimetres the tab of a domain is wide
INK = 643, 1010  # a sheet without its margins, in the dots of a screen
PALETTE = tomllib.loads((CHECKOUT / "themes/default/palette.toml").read_text("utf-8"))["kleur"]
BASE = "https://voorbeeld.example.org/bak/"

SENTENCE = "Elke week komen de deelnemers samen op het plein, en wie wil blijft daarna nog even praten met de buren. "


def long_fiche() -> str:
    """Return a fiche with much of everything: amounts, partners, figures, text, lessons and conditions."""
    text = FILES[f"practices/{FIETSLES}.md"]
    many = {
        "partners: [Fietsersbond Kortrijk]\n": "partners:\n"
        + "".join(f"  - Vereniging {n} van de stad\n" for n in range(14)),
        "    - euro: 6600\n      per: reeks\n": "".join(
            f"    - euro: {n}00\n      per: jaar\n      toelichting: voor wat in {n} nodig was\n" for n in range(1, 9)
        ),
        "cijfers:\n": "cijfers:\n"
        + "".join(f"  - waarde: {n}\n    eenheid: fietsen van het merk nummer {n}\n" for n in range(11, 23)),
        "lessen:\n": "lessen:\n" + "".join(f"  - Les {n} leerden we laat. {SENTENCE}\n" for n in range(8)),
        "randvoorwaarden:\n": "randvoorwaarden:\n" + "".join(f"  - Een plein nummer {n}.\n" for n in range(6)),
        "vroegere_slugs: [leren-fietsen]\n": "",
        "## Resultaten\n": "".join(f"{SENTENCE * 4}\n\n" for _ in range(7)) + "## Resultaten\n",
    }
    for old, new in many.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the small catalogue with an address of its own, and with one long fiche."""
    root = tmp_path_factory.mktemp("gepubliceerd")
    write(root)
    settings = root / "content/catalogue.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}base_url: {BASE}\nuitgever: Uitgeverij “Proef”\n", "utf-8")
    (root / "content/practices/lang.md").write_text(long_fiche(), "utf-8")
    command = [sys.executable, "-m", "fichebak", "build", "--zonder-gids", "--root", str(root), "--date", "2026-11-21"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(root / "site", "/") as running:
        yield running.address


def stock(place_in_box: int) -> str:
    tab: str = PALETTE[place_in_box - 1]["tab"]
    return tab


def in_the_way_of_the_knife(paper: Paper) -> list[int]:
    """Return the sheets on which a sign stands where the paper may be cut."""
    return [number for number, sheet in enumerate(paper, start=1) if min(map(min, boxes(sheet))) < KNIFE]


# A fiche


@pytest.mark.parametrize("slug", ALL)
def test_a_fiche_takes_two_sheets_at_most(page: Page, site: str, tmp_path: Path, slug: str) -> None:
    page.goto(f"{site}praktijken/{slug}/")
    with printed(page, tmp_path) as paper:
        assert len(paper) <= 2
        assert in_the_way_of_the_knife(paper) == []
        for number, text in enumerate(sheets(paper), start=1):
            assert f"{number}van{len(paper)}" in text


def test_fiches_of_real_length_take_two_sheets(page: Page, large_server: Server, tmp_path: Path) -> None:
    slugs = sorted(path.parent.name for path in (large_server.folder / "praktijken").glob("*/index.html"))
    taken = {}
    for slug in slugs[:8]:
        page.goto(f"{large_server.address}praktijken/{slug}/")
        with printed(page, tmp_path) as paper:
            taken[slug] = len(paper)
    assert set(taken.values()) <= {1, 2}, taken


def test_a_long_fiche_takes_three(page: Page, published: str, tmp_path: Path) -> None:
    page.goto(f"{published}praktijken/lang/")
    with printed(page, tmp_path) as paper:
        assert len(paper) == 3
        text = "".join(sheets(paper))
    for n in range(14):
        assert letters(f"Vereniging {n} van de stad") in text
    assert text.count("fietsenvanhetmerknummer") == 12
    assert text.count(letters(SENTENCE)) >= 8


@pytest.mark.parametrize("slug", ["lang", FIETSLES])
def test_the_order_is_that_of_the_guide(page: Page, published: str, tmp_path: Path, slug: str) -> None:
    parts = (
        "Kortrijk, West", "Fietsles voor nieuwkomers", "Vrijwilligers leren nieuwkomers", "Budget", "Trekker",
        "Doelgroep", "deelnemers, in 2020" if slug == FIETSLES else "nummer 11", "Aanleiding", "Aanpak", "Resultaten",
        "Wat anderen", "Wat er moet zijn", "Bewijs: bevraging", "Nagekeken: juni 2021", "Bron:", "Verwante fiches:",
        "Deze fiche staat op",
    )  # fmt: skip
    page.goto(f"{published}praktijken/{slug}/")
    with printed(page, tmp_path) as paper:
        places = [place(paper, words) for words in parts]
    assert places == sorted(places), dict(zip(parts, places, strict=True))


WORDS = """() => {
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const seen = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.parentElement.checkVisibility() && !node.parentElement.closest(".voor-lezer")) seen.push(node.data);
  }
  return seen.join(" ");
}"""


LAID_OUT = (f"praktijken/{LONG}/", "praktijken/lang/", "domeinen/taal/", "bronnen/gids/", "aanbevelingen/", "cijfers/")


@pytest.mark.parametrize("address", LAID_OUT)
def test_nothing_is_clipped(page: Page, published: str, tmp_path: Path, address: str) -> None:
    page.goto(f"{published}{address}")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": INK[0], "height": INK[1]})
    assert page.evaluate(TOO_WIDE) + page.evaluate(CLIPPED) == []
    words = {letters(word) for word in page.evaluate(WORDS).split()} - {""}
    assert len(words) > 30
    with printed(page, tmp_path) as paper:
        text = "".join(sheets(paper))
        assert in_the_way_of_the_knife(paper) == []
    assert {word for word in words if word not in text} == set()


@pytest.mark.parametrize("slug", [FIETSLES, LONG, "lang"])
def test_the_end_never_stands_alone(new_page: PageMaker, published: str, tmp_path: Path, slug: str) -> None:
    """Wherever the sheet ends, the source, what is near and the address stay with the evidence."""
    page = new_page(bypass_csp=True)
    page.goto(f"{published}praktijken/{slug}/")
    for more in range(0, 200, 9):
        page.add_style_tag(content=f"@media print {{ h1 {{ margin-bottom: {more}mm !important }} }}")
        with printed(page, tmp_path) as paper:
            ends = {place(paper, words)[0] for words in ("Bewijs:", "Bron:", "Verwante fiches:", "Deze fiche staat op")}
            assert len(ends) == 1, (more, ends)


def test_what_leads_out_of_the_site_can_be_read(page: Page, published: str, tmp_path: Path) -> None:
    page.goto(f"{published}praktijken/{LONG}/")
    with printed(page, tmp_path) as paper:
        text = "".join(sheets(paper))
    assert letters("(https://example.org/een/heel/lang/pad/zonder/einde)") in text, "a link below the source"
    address = letters("https://example.org/een/heel/lang/pad/zonder/einde/dat/maar/blijft/duren/en/duren/tot/het/niet")
    assert text.count(address) == 1, "an address in the text is not written twice"


def test_no_address_is_made_up(page: Page, site: str, published: str, tmp_path: Path) -> None:
    found = []
    for home in (site, published):
        page.goto(f"{home}praktijken/{FIETSLES}/")
        with printed(page, tmp_path) as paper:
            found.append("".join(sheets(paper)))
    without, with_address = found
    assert "Dezefichestaatop" not in without
    assert "127.0.0.1" not in without
    assert letters(f"Deze fiche staat op {BASE}praktijken/{FIETSLES}/") in with_address


def test_no_controls(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}praktijken/{FIETSLES}/")
    with printed(page, tmp_path) as paper:
        text = "".join(sheets(paper))
    for words in ("Bewaar", "Druk deze pagina af", "Verbeter", "Alle praktijken", "Hoofdmenu", "Mail deze fiche"):
        assert letters(words) not in text


# The tab at the edge


@pytest.mark.parametrize(
    ("address", "word", "place_in_box"),
    [
        pytest.param("praktijken/fietsles-voor-nieuwkomers/", "Onthaal", 1, id="first"),
        pytest.param("praktijken/accueil-en-francais/", "Taal", 3, id="two sheets"),
        pytest.param("praktijken/samen-onthalen/", "Intergemeentelijke samenwerking", 9, id="a long word"),
        pytest.param("praktijken/woonclub/", "Huisvesting", 14, id="last"),
        pytest.param("domeinen/taal/", "Taal", 3, id="the page of the domain"),
    ],
)
def test_every_sheet_has_the_tab_of_its_domain(
    page: Page, site: str, tmp_path: Path, address: str, word: str, place_in_box: int
) -> None:
    """Its colour is there without the backgrounds too; its word stands where no knife comes."""
    page.goto(f"{site}{address}")
    with printed(page, tmp_path, print_background=False) as paper:
        for sheet in paper:
            on_the_tab = [box for box in boxes(sheet) if box[2] < TAB]
            assert len(on_the_tab) == len(word.replace(" ", ""))
            assert all(box[2] >= KNIFE for box in on_the_tab)
            middle = (min(box[1] for box in on_the_tab) + max(297 - box[3] for box in on_the_tab)) / 2
            assert colour(sheet, 1, middle) == stock(place_in_box)
            slot = (place_in_box - 1) / 13
            assert middle == pytest.approx(14 + slot * 267, abs=30)
            assert 14 <= middle <= 281


def test_a_page_of_no_domain_has_no_tab(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}over/")
    with printed(page, tmp_path) as paper:
        assert not [box for box in boxes(paper[0]) if box[2] < TAB]


def test_the_foot_names_catalogue_publisher_and_licence(page: Page, published: str, tmp_path: Path) -> None:
    page.goto(f"{published}praktijken/{LONG}/")
    foot = letters("Proefbak, uitgegeven door Uitgeverij “Proef”. Teksten CC BY 4.0. Gemeentenamen: Statbel.")
    with printed(page, tmp_path) as paper:
        assert all(foot in text for text in sheets(paper))


# Without backgrounds, in grey, in the dark, on other paper


def test_bars_are_there_without_backgrounds(page: Page, site: str, tmp_path: Path) -> None:
    dark = PALETTE[0]["tekst"].upper()
    page.goto(f"{site}praktijken/{FIETSLES}/")
    with printed(page, tmp_path, print_background=False) as paper:
        ladder_and_ticks = count(paper[0], dark)
    page.goto(f"{site}cijfers/")
    with printed(page, tmp_path, print_background=False) as paper:
        chart = count(paper[0], dark)
    assert ladder_and_ticks > 2 * 25 * 1.8 * 20, "two steps of the ladder alone are more"
    assert chart > 1000


def test_the_dark_prints_what_the_light_prints(new_page: PageMaker, site: str, tmp_path: Path) -> None:
    pictures = []
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme)
        page.goto(f"{site}praktijken/{FIETSLES}/", wait_until="networkidle")
        with printed(page, tmp_path) as paper:
            pictures.append([bytes(sheet.render(scale=1).buffer) for sheet in paper])
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("address", [f"praktijken/{LONG}/", "praktijken/?domein=onthaal", "cijfers/"])
def test_other_paper_loses_nothing(page: Page, site: str, tmp_path: Path, address: str) -> None:
    page.goto(f"{site}{address}", wait_until="networkidle")
    with printed(page, tmp_path) as paper:
        whole = set("".join(sheets(paper)))
        on_a4 = re.sub(r"\d+van\d+", "", "".join(sheets(paper)))
    with printed(page, tmp_path, format="Letter", prefer_css_page_size=False) as paper:
        assert {tuple(round(side) for side in sheet.get_size()) for sheet in paper} == {(612, 792)}
        assert in_the_way_of_the_knife(paper) == []
        assert re.sub(r"\d+van\d+", "", "".join(sheets(paper))) == on_a4
    assert len(whole) > 20


@pytest.mark.parametrize("margin", [6, 32])
def test_margins_of_the_readers_own_lose_nothing(new_page: PageMaker, site: str, tmp_path: Path, margin: int) -> None:
    """A browser whose margins were set by hand passes over those of the page, and over what stands in them."""
    page = new_page(bypass_csp=True)
    page.goto(f"{site}praktijken/{LONG}/")
    words = {letters(word) for word in page.inner_text("h1").split()}
    page.add_style_tag(content=f"@page {{ margin: {margin}mm !important }}")
    with printed(page, tmp_path) as paper:
        assert len(paper) <= 3
        assert all(min(map(min, boxes(sheet))) >= 0 for sheet in paper), "words beside the paper"
        text = "".join(sheets(paper))
    assert {word for word in words if word not in text} == set()


# Lists and the own guide


def test_the_filtered_list_is_whole(page: Page, large_server: Server, tmp_path: Path) -> None:
    """Every card stands on one sheet, with its tab, and says its four facts; none is left out."""
    page.goto(f"{large_server.address}praktijken/?domein=domein-3")
    page.wait_for_selector("[data-search-state=done]")
    titles = [letters(title) for title in page.locator(".kaart-titel a").all_text_contents()]
    chosen = page.locator("[data-op-papier]").text_content() or ""
    assert len(titles) > 8
    with printed(page, tmp_path) as paper:
        texts = sheets(paper)
        assert in_the_way_of_the_knife(paper) == []
    assert letters(chosen) in texts[0]
    for number, text in enumerate(texts, start=1):
        here = [title for title in titles if title in text]
        assert len(here) == text.count("Personeel"), f"a card is cut in two at sheet {number}"
        assert here or number == 1
    assert sum(title in text for text in texts for title in titles) == len(titles)
    assert len(texts) <= len(titles) / 3 + 1, "too few cards to a sheet"


def test_every_fiche_of_the_own_guide_has_its_tab(page: Page, published: str, tmp_path: Path) -> None:
    guide(page, published, f"?f={FIETSLES},{WOONCLUB},{GIDSEN}")
    tabs = {FIETSLES: 1, WOONCLUB: 14, GIDSEN: 1}
    contents = page.locator(".inhoud > li").all_inner_texts()
    assert ["Onthaal" in contents[0], "Huisvesting" in contents[1]] == [True, True], "a word beside each colour"
    with printed(page, tmp_path) as paper:
        assert in_the_way_of_the_knife(paper) == []
        cover, list_of_contents, *fiches = paper
        assert not [box for sheet in (cover, list_of_contents) for box in boxes(sheet) if box[2] < TAB]
        for sheet, order in zip(fiches, tabs.values(), strict=True):
            on_the_tab = [box for box in boxes(sheet) if box[2] < TAB]
            assert colour(sheet, 1, on_the_tab[0][1]) == stock(order)
        text = sheets(paper)[2]
    assert letters(f"{BASE}praktijken/{FIETSLES}/") in text


def test_the_own_guide_sets_a_fiche_as_its_own_page_does(page: Page, published: str, tmp_path: Path) -> None:
    page.goto(f"{published}praktijken/lang/")
    parts = ("Fietsles voor", "Budget", "Andere cijfers", "Aanleiding", "Resultaten", "Wat anderen", "Bewijs:", "Bron:")
    with printed(page, tmp_path) as paper:
        alone = [place(paper, words) for words in parts]
    guide(page, published, "?f=lang")
    with printed(page, tmp_path) as paper:
        # The contents name its title first.
        together = [(2, alone[0][1]), *(place(paper, words) for words in parts[1:])]
    assert [number - 2 for number, _ in together[1:]] == [number for number, _ in alone[1:]]
    assert [top for _, top in together[1:]] == pytest.approx([top for _, top in alone[1:]], abs=1)
