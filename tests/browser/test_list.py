"""Searching, filtering and sorting on the catalogue page, and its address."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.conftest import PageMaker, Server
from browser.list_page import ListPage

pytestmark = pytest.mark.slow

FACETS = (
    "domein", "gemeente", "provincie", "doelgroep", "budget", "status", "schaal", "trekker", "startjaar", "bron",
)  # fmt: skip
IN_PAGE_ORDER = [
    "10-buurtgidsen",
    "fietsles-voor-nieuwkomers",
    "onthaalgesprek-aan-huis",
    "accueil-en-francais",
    "leescafe-in-de-bibliotheek",
    "samen-onthalen",
    "3-huizen-voor-gezinnen",
    "woonclub",
]
FIETSLES, LEESCAFE, BEZOEK = BY_RANK = [
    "fietsles-voor-nieuwkomers",
    "leescafe-in-de-bibliotheek",
    "onthaalgesprek-aan-huis",
]
HUISVESTING = ["accueil-en-francais", "3-huizen-voor-gezinnen", "woonclub"]
NOTE_STATES = """
document.addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive") return;
  const results = document.querySelector("[data-resultaten]");
  if (!results) return;
  const slugs = () => [...results.querySelectorAll("[data-slug]")].map(card => card.dataset.slug);
  window.noted = [[results.dataset.searchState ?? "none", slugs()]];
  new MutationObserver(() => noted.push([results.dataset.searchState, slugs()]))
    .observe(results, { attributeFilter: ["data-search-state"] });
});
"""


@pytest.fixture
def listed(page: Page, site: str) -> ListPage:
    return ListPage(page, site)


@pytest.fixture
def listed_anywhere(page: Page, each_site: str) -> ListPage:
    return ListPage(page, each_site)


@pytest.fixture
def fiches(site_folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site_folder / "data/fiches.json").read_text("utf-8"))["fiches"]
    return found


def kept(fiches: list[dict[str, Any]], chosen: dict[str, list[str]], without: str = "") -> list[dict[str, Any]]:
    """Return the fiches with any chosen value in each facet, apart from the facet *without*."""
    asked = {facet: set(values) for facet, values in chosen.items() if facet != without}
    return [fiche for fiche in fiches if all(values & set(fiche[facet]) for facet, values in asked.items())]


# Search


def test_search_finds_and_ranks(listed_anywhere: ListPage) -> None:
    listed_anywhere.open().search("fietsles")
    assert listed_anywhere.slugs == BY_RANK
    assert listed_anywhere.query == "?q=fietsles"


@pytest.mark.parametrize(
    ("words", "first"),
    [
        pytest.param("velomobiel", FIETSLES, id="a keyword the text does not have"),
        pytest.param("leescafe", LEESCAFE, id="without the accent"),
        pytest.param("WOONCLUB", "woonclub", id="in capitals"),
        pytest.param("huurwaarborg verhuurders", "woonclub", id="two words"),
        pytest.param("borsbeek", "samen-onthalen", id="a municipality that is gone"),
        pytest.param("fietslessen", FIETSLES, id="another inflection"),
        pytest.param("fiets les", FIETSLES, id="a compound in two words"),
        pytest.param("hoe geef je een fietsles aan wie nieuw is?", FIETSLES, id="a question"),
    ],
)
def test_search_finds(listed: ListPage, words: str, first: str) -> None:
    assert listed.open().search(words).slugs[0] == first


def test_a_mistyped_word_is_corrected_and_that_is_said(listed: ListPage) -> None:
    listed.open().search("fiestles")
    assert listed.slugs[0] == FIETSLES
    assert listed.said.endswith("voor ‘fietsles’ in plaats van ‘fiestles’")
    listed.page.get_by_role("link", name="Zoek toch naar ‘fiestles’").click()
    assert listed.done().query == "?q=fiestles&letterlijk=ja"
    assert (listed.slugs, listed.said) == ([], "Geen fiches voor ‘fiestles’")
    assert listed.page.evaluate("document.activeElement.matches('[data-telling]')"), "the focus is lost"
    assert listed.back("?q=fiestles").slugs[0] == FIETSLES
    listed.search("fietsles")
    assert listed.query == "?q=fietsles"
    assert not listed.page.get_by_role("link", name="Zoek toch").count()


@pytest.mark.parametrize("words", ["xyzzy", "qwrtpsdf plkjhg"])
def test_what_is_no_word_finds_nothing(listed: ListPage, words: str) -> None:
    assert listed.open().search(words).slugs == []


def test_served_page_has_no_search_state(server: Server) -> None:
    assert "data-search-state" not in (server.folder / "praktijken/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("", IN_PAGE_ORDER, id="nothing asked"),
        pytest.param("?q=fietsles", BY_RANK, id="words"),
        pytest.param("?domein=huisvesting", HUISVESTING, id="filter"),
    ],
)
def test_state_goes_from_busy_to_done_with_the_results(
    new_page: PageMaker, site: str, query: str, expected: list[str]
) -> None:
    page = new_page()
    page.add_init_script(NOTE_STATES)
    ListPage(page, site).open(query)
    noted = page.evaluate("noted")
    assert [state for state, _ in noted] == ["none", "busy", "done"]
    assert noted[-1][1] == expected


def test_typing_is_busy_at_once(listed: ListPage) -> None:
    listed.open().page.locator("#q").press_sequentially("fiet")
    assert listed.page.get_attribute("[data-resultaten]", "data-search-state") == "busy"
    assert listed.done().query == "?q=fiet"


def test_a_newer_search_wins(listed: ListPage) -> None:
    page = listed.open().page
    for words in ("fietsles", "woonclub", "", "leescafé"):
        page.fill("#q", words)
    assert listed.slugs == [LEESCAFE]
    assert listed.said == "1 fiche voor ‘leescafé’"


def test_typing_then_enter_gives_one_entry(new_page: PageMaker, site: str) -> None:
    page = new_page()
    listed = ListPage(page, site).open()
    entries = page.evaluate("history.length")
    page.locator("#q").press_sequentially("fietsles", delay=20)
    page.press("#q", "Enter")
    assert listed.slugs == BY_RANK
    assert page.evaluate("history.length") == entries + 1
    assert listed.back("").slugs == IN_PAGE_ORDER
    assert page.input_value("#q") == ""


def test_nothing_found(listed: ListPage) -> None:
    listed.open().search("xqzwvk")
    assert listed.slugs == []
    assert listed.said == "Geen fiches voor ‘xqzwvk’"
    assert listed.page.locator(".geen").is_visible()
    listed.page.get_by_role("button", name="Toon alle praktijken").click()
    assert listed.slugs == IN_PAGE_ORDER
    assert listed.query == ""
    assert not listed.page.locator(".geen").count()


def test_search_words_are_never_markup(listed: ListPage) -> None:
    listed.open().search("<b>fietsles</b> &amp;")
    assert "‘<b>fietsles</b> &amp;’" in listed.said


def test_home_search_arrives(page: Page, each_site: str) -> None:
    page.goto(each_site)
    page.fill("#q", "fietsles")
    page.press("#q", "Enter")
    page.wait_for_url(f"{each_site}praktijken/?q=fietsles")
    assert ListPage(page, each_site).slugs == BY_RANK


# Address and history


def test_address_opens_the_whole_state(listed_anywhere: ListPage) -> None:
    shown = listed_anywhere.open("?q=fietsles&domein=taal&domein=onthaal&gemeente=kortrijk&gemeente=luik&sorteer=titel")
    assert shown.slugs == [FIETSLES, BEZOEK]
    assert shown.page.input_value("#q") == "fietsles"
    assert shown.ticked == ["domein=onthaal", "domein=taal", "gemeente=kortrijk", "gemeente=luik"]
    assert shown.page.input_value("#sorteer") == "titel"
    assert shown.said == "2 fiches voor ‘fietsles’"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("?q=fietsles&domein=taal", [FIETSLES, LEESCAFE], id="words and domain"),
        pytest.param("?gemeente=antwerpen", ["samen-onthalen", "3-huizen-voor-gezinnen"], id="Borsbeek is Antwerpen"),
        pytest.param("?domein=vrije-tijd,huisvesting&gemeente=leuven", ["woonclub"], id="values after a comma"),
        pytest.param("?domein=niets&kleur=rood&sorteer=zus", IN_PAGE_ORDER, id="what does not exist is left out"),
        pytest.param("?domein=vrije-tijd", [], id="a domain without fiches"),
        pytest.param("?q=%20%20", IN_PAGE_ORDER, id="only spaces"),
    ],
)
def test_address_gives(listed: ListPage, query: str, expected: list[str]) -> None:
    assert listed.open(query).slugs == expected


def test_address_holds_the_whole_state(listed: ListPage) -> None:
    shown = listed.open().search("fietsles").tick("doelgroep", "nieuwkomers").tick("domein", "taal")
    shown.tick("gemeente", "gent").sort("start")
    assert shown.query == "?q=fietsles&domein=taal&gemeente=gent&doelgroep=nieuwkomers&sorteer=start"
    assert shown.slugs == [LEESCAFE]


def test_back_and_forward(listed_anywhere: ListPage) -> None:
    shown = listed_anywhere.open().tick("domein", "onthaal").search("fietsles").sort("titel")
    steps = ["", "?domein=onthaal", "?q=fietsles&domein=onthaal", "?q=fietsles&domein=onthaal&sorteer=titel"]
    lists = [
        IN_PAGE_ORDER,
        [*IN_PAGE_ORDER[:3], "samen-onthalen", "3-huizen-voor-gezinnen"],
        [FIETSLES, BEZOEK],
        [FIETSLES, BEZOEK],
    ]
    seen = [(shown.query, shown.slugs)]
    seen += [(step, shown.back(step).slugs) for step in reversed(steps[:-1])]
    assert seen == list(zip(reversed(steps), reversed(lists), strict=True))
    assert (shown.page.input_value("#q"), shown.ticked, shown.page.input_value("#sorteer")) == ("", [], "domein")
    assert [shown.forward(step).slugs for step in steps[1:]] == lists[1:]
    assert shown.page.input_value("#q") == "fietsles"
    assert (shown.ticked, shown.page.input_value("#sorteer")) == (["domein=onthaal"], "titel")


def test_reload_keeps_everything(listed: ListPage) -> None:
    shown = listed.open().search("fietsles").tick("domein", "onthaal")
    before = (shown.slugs, shown.query, shown.said, shown.chips, shown.ticked)
    shown.page.reload()
    assert (shown.done().slugs, shown.query, shown.said, shown.chips, shown.ticked) == before


def test_a_fiche_leads_back_to_the_results(listed: ListPage) -> None:
    shown = listed.open("?q=fietsles&domein=onthaal")
    page = shown.page
    page.click("[data-slug=onthaalgesprek-aan-huis] a")
    page.wait_for_url("**/praktijken/onthaalgesprek-aan-huis/")
    page.get_by_role("link", name="Terug naar de resultaten").click()
    page.wait_for_url("**/praktijken/?q=fietsles&domein=onthaal")
    assert shown.slugs == [FIETSLES, BEZOEK]


# Facets


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param("fietsles", {}, id="only words"),
        pytest.param("", {"domein": ["onthaal", "huisvesting"]}, id="one facet"),
        pytest.param("", {"domein": ["taal"], "gemeente": ["gent"]}, id="two facets"),
        pytest.param("fietsles", {"domein": ["taal", "huisvesting"], "doelgroep": ["gezinnen", "jongeren"]}, id="both"),
        pytest.param("", {"domein": ["vrije-tijd"], "doelgroep": ["gezinnen"]}, id="nothing left"),
        pytest.param("fietsles", {"domein": ["onthaal"], "gemeente": ["luik"], "doelgroep": ["gezinnen"]}, id="all"),
    ],
)
def test_counts_are_those_of_the_data(
    listed: ListPage, fiches: list[dict[str, Any]], words: str, chosen: dict[str, list[str]]
) -> None:
    query = "&".join([f"q={words}", *(f"{facet}={value}" for facet, values in chosen.items() for value in values)])
    hits = [fiche for fiche in fiches if not words or fiche["slug"] in BY_RANK]
    expected = {fiche["slug"] for fiche in kept(hits, chosen)}
    assert set(listed.open(f"?{query}").slugs) == expected
    counts = listed.counts()
    assert {facet for facet, _ in counts} == set(FACETS)
    for (facet, value), (count, disabled, seen) in counts.items():
        assert count == sum(value in fiche[facet] for fiche in kept(hits, chosen, without=facet)), (facet, value)
        assert disabled == (not count and value not in chosen.get(facet, [])), (facet, value)
        assert seen, f"{value} is hidden"


def test_every_value_of_the_data_can_be_chosen(listed: ListPage, fiches: list[dict[str, Any]]) -> None:
    offered = listed.open().counts().keys()
    assert {(facet, value) for fiche in fiches for facet in FACETS for value in fiche[facet]} <= offered


def test_facets_are_or_within_and_between(listed: ListPage) -> None:
    listed.open().tick("domein", "huisvesting").tick("domein", "onthaal")
    assert len(listed.slugs) == 7
    listed.tick("doelgroep", "gezinnen")
    assert listed.slugs == [BEZOEK, "3-huizen-voor-gezinnen", "woonclub"]
    listed.tick("gemeente", "leuven").tick("domein", "huisvesting")
    assert listed.slugs == []
    assert listed.said == "Geen fiches met deze filters"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("kort", ["hasselt", "kortrijk"], id="begin of a name, also of Kortessem, now in Hasselt"),
        pytest.param("liège", ["luik"], id="French name"),
        pytest.param("liege", ["luik"], id="French name without accent"),
        pytest.param("borsbeek", ["antwerpen"], id="former municipality"),
        pytest.param("8500", ["kortrijk"], id="postcode"),
        pytest.param("xyz", [], id="no town"),
    ],
)
def test_town_filter(listed: ListPage, typed: str, shown: list[str]) -> None:
    field = "[data-facet=gemeente] [data-facet-zoek]"
    listed.open().page.fill(field, typed)
    listed.page.press(field, "Enter")
    assert listed.query == ""
    assert [value for (facet, value), (*_, seen) in listed.counts().items() if facet == "gemeente" and seen] == shown


def test_chips(listed: ListPage) -> None:
    shown = listed.open("?domein=taal&gemeente=gent&doelgroep=gezinnen")
    page = shown.page
    assert shown.chips == ["Taal", "Gent", "Gezinnen"]
    page.get_by_role("button", name="Verwijder filter Gent").click()
    assert shown.done().query == "?domein=taal&doelgroep=gezinnen"
    assert page.evaluate("document.activeElement.textContent.trim()") == "Gezinnen"
    page.locator("[data-keuzes]").get_by_role("button", name="Alles wissen").click()
    assert (shown.slugs, shown.query, shown.chips, shown.ticked) == (IN_PAGE_ORDER, "", [], [])
    assert not page.locator("[data-keuzes]").is_visible()
    assert page.evaluate("document.activeElement.matches('[data-telling]')"), "the focus is lost"


# Sort


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param("relevantie", BY_RANK, id="relevance"),
        pytest.param("titel", [FIETSLES, LEESCAFE, BEZOEK], id="title"),
        pytest.param("start", [LEESCAFE, FIETSLES, BEZOEK], id="start"),
        pytest.param("domein", [FIETSLES, BEZOEK, LEESCAFE], id="domain"),
        pytest.param("volledig", [FIETSLES, BEZOEK, LEESCAFE], id="completeness"),
    ],
)
def test_sort_of_results(listed: ListPage, order: str, expected: list[str]) -> None:
    other = "titel" if order != "titel" else "start"
    assert listed.open("?q=fietsles").sort(other).sort(order).slugs == expected
    assert listed.query == ("?q=fietsles" if order == "relevantie" else f"?q=fietsles&sorteer={order}")


def test_sort_of_everything(listed: ListPage) -> None:
    by_title = listed.open("?sorteer=titel").slugs
    assert by_title == [
        "3-huizen-voor-gezinnen",
        "10-buurtgidsen",
        "accueil-en-francais",
        FIETSLES,
        LEESCAFE,
        BEZOEK,
        "samen-onthalen",
        "woonclub",
    ]
    newest_first = ["10-buurtgidsen", LEESCAFE, "accueil-en-francais", FIETSLES]
    assert listed.sort("start").slugs == [
        *newest_first, "3-huizen-voor-gezinnen", BEZOEK, "samen-onthalen", "woonclub",
    ]  # fmt: skip
    assert listed.page.locator("#sorteer option[value=relevantie]").is_disabled()
    assert listed.sort("domein").slugs == IN_PAGE_ORDER
    assert listed.query == ""


def test_groups_of_the_page_come_back(listed: ListPage) -> None:
    shown = listed.open("?q=fietsles").search("").page.locator("[data-groep]:visible h2").all_inner_texts()
    assert shown == ["Onthaal", "Taal", "Intergemeentelijke samenwerking", "Huisvesting"]
    assert listed.slugs == IN_PAGE_ORDER


# What is announced


def test_number_of_results_is_announced(listed: ListPage) -> None:
    said = [
        listed.open().said,
        listed.search("fietsles").said,
        listed.tick("gemeente", "gent").said,
        listed.search("").said,
        listed.tick("gemeente", "gent").said,
    ]
    assert said == ["8 fiches", "3 fiches voor ‘fietsles’", "1 fiche voor ‘fietsles’", "2 fiches", "8 fiches"]
    line = listed.page.locator("[data-telling]")
    assert (line.get_attribute("role"), line.get_attribute("aria-live")) == ("status", "polite")


# What is loaded, and when it cannot be


def test_search_engine_waits_until_it_is_needed(new_page: PageMaker, server: Server) -> None:
    server.asked.clear()
    listed = ListPage(new_page(), server.address)
    listed.open("?domein=taal").tick("domein", "onthaal").sort("titel")
    listed.page.wait_for_load_state("networkidle")
    assert not [path for path in server.asked if path.startswith(("pagefind/", "data/woorden", "scripts/plan"))]
    listed.page.focus("#q")
    listed.page.wait_for_load_state("networkidle")
    listed.page.wait_for_timeout(300)
    assert {"pagefind/pagefind.js", "pagefind/slugs.json", "scripts/plan.js"} <= set(server.asked)
    assert not [path for path in server.asked if "fragment" in path]


def test_one_search_loads_no_fragments(new_page: PageMaker, server: Server) -> None:
    server.asked.clear()
    ListPage(new_page(), server.address).open("?q=fietsles")
    assert not [path for path in server.asked if "fragment" in path]
    assert [path for path in server.asked if re.match(r"pagefind/index/", path)]


@pytest.mark.parametrize("missing", ["pagefind/pagefind.js", "scripts/plan.js"])
def test_without_the_engine_the_filters_still_work(new_page: PageMaker, site: str, missing: str) -> None:
    page = new_page(forgive=missing)
    page.route(f"**/{missing}", lambda route: route.abort())
    shown = ListPage(page, site).open("?q=fietsles&domein=huisvesting")
    assert shown.slugs == HUISVESTING
    assert shown.said == "Zoeken lukt nu even niet. Dit zijn de 3 fiches met deze filters."
    page.unroute(f"**/{missing}")
    assert shown.tick("domein", "huisvesting").search("fietsles").slugs == BY_RANK


def test_without_the_data_the_search_still_works(new_page: PageMaker, site: str) -> None:
    page = new_page(forgive="fiches.json")
    page.route("**/data/fiches.json", lambda route: route.abort())
    shown = ListPage(page, site).open("?q=fietsles")
    assert shown.slugs == BY_RANK
    assert shown.said == "3 fiches voor ‘fietsles’. Filteren lukt nu even niet."
    assert not page.locator("[data-filters]").count()
