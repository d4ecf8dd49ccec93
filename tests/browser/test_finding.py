"""Ways to find that words alone do not give: filters that words name, what is near, and the list on paper."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import PageMaker
from browser.list_page import ListPage

pytestmark = pytest.mark.slow

FIETSLES, LEESCAFE, BEZOEK = "fietsles-voor-nieuwkomers", "leescafe-in-de-bibliotheek", "onthaalgesprek-aan-huis"
FROM_LEUVEN = "?sorteer=afstand&vanuit=leuven"


@pytest.fixture
def listed(page: Page, site_below: str) -> ListPage:
    """Return the catalogue in a browser that keeps nothing yet."""
    page.goto(f"{site_below}over/")
    page.evaluate("localStorage.clear()")
    return ListPage(page, site_below)


# Filters that the words name


@pytest.mark.parametrize(
    ("words", "offer", "query"),
    [
        pytest.param("lezen in gent", "Alleen gemeente Gent", "?q=lezen+in&gemeente=gent", id="a municipality"),
        pytest.param("8500", "Alleen gemeente Kortrijk", "?gemeente=kortrijk", id="a postcode, and nothing else"),
        pytest.param("Liège gezin", "Alleen gemeente Luik", "?q=gezin&gemeente=luik", id="a French name"),
        pytest.param("borsbeek", "Alleen gemeente Antwerpen", "?gemeente=antwerpen", id="a former name"),
        pytest.param("huisvesting", "Alleen domein Huisvesting", "?domein=huisvesting", id="a domain"),
        pytest.param("samen jongeren", "Alleen doelgroep Jongeren", "?q=samen&doelgroep=jongeren", id="a target group"),
        pytest.param("antwerpen", "Alleen provincie Antwerpen", "?provincie=antwerpen", id="a province"),
    ],
)
def test_what_the_words_name_is_offered_as_filter(listed: ListPage, words: str, offer: str, query: str) -> None:
    listed.open().search(words).page.get_by_role("button", name=offer, exact=True).click()
    assert listed.done().query == query
    assert listed.page.evaluate("document.activeElement.matches('[data-telling]')"), "the focus is lost"
    assert not listed.page.get_by_role("button", name=offer, exact=True).count(), "what is chosen is offered again"


def test_a_filter_that_leaves_nothing_is_not_offered(listed: ListPage) -> None:
    listed.open("?q=gent&domein=huisvesting&doelgroep=vrijwilligers")
    assert not listed.page.get_by_role("button", name="Alleen gemeente Gent").count()


@pytest.mark.parametrize(
    ("words", "town", "query"),
    [
        pytest.param("fietsles Ieper", "Ieper", "?q=fietsles&sorteer=afstand&vanuit=ieper", id="words and a name"),
        pytest.param("8900", "Ieper", "?sorteer=afstand&vanuit=ieper", id="a postcode"),
        pytest.param("Ypres", "Ieper", "?sorteer=afstand&vanuit=ieper", id="a French name"),
    ],
)
def test_a_municipality_without_fiches_gets_what_is_near(listed: ListPage, words: str, town: str, query: str) -> None:
    listed.open().search(words).page.get_by_role("button", name=f"Dicht bij {town}", exact=True).click()
    assert listed.done().query == query
    assert listed.slugs[0] == FIETSLES
    expect(listed.page.locator("[data-vanuit]")).to_contain_text(f"Uit {town} zelf zijn er nog geen fiches.")


def test_a_filter_that_does_not_exist_is_told_until_something_is_chosen(listed: ListPage) -> None:
    offers = listed.open("?gemeente=ieper&domein=onzin,taal").page.locator("[data-voorstellen]")
    expect(offers).to_have_text("‘onzin’, ‘ieper’ zijn hier geen filters en tellen niet mee.")
    assert len(listed.slugs) == 3
    listed.tick("domein", "onthaal")
    expect(offers).to_be_hidden()


def test_a_facet_says_when_its_field_finds_nothing(listed: ListPage) -> None:
    field = listed.open().page.locator("[data-facet=gemeente] [data-facet-zoek]")
    field.fill("8900")
    expect(listed.page.locator("[data-facet=gemeente] [data-niets]")).to_have_text("Geen fiches bij ‘8900’.")
    field.fill("gent")
    expect(listed.page.locator("[data-facet=gemeente] [data-niets]")).to_have_text("")


def test_advice_fits_what_was_asked(listed: ListPage) -> None:
    listed.open("?q=xyzzy")
    assert not listed.page.get_by_text("Haal een filter weg").is_visible()
    listed.open("?q=xyzzy&domein=taal")
    assert listed.page.get_by_text("Haal een filter weg").is_visible()


def test_nothing_is_offered_for_other_words(listed: ListPage) -> None:
    listed.open("?q=fietsles")
    assert not listed.page.locator("[data-voorstellen]").is_visible()


# Marks


MARKED = """() => [...(CSS.highlights.get("gevonden") ?? [])].map(({ startContainer, startOffset, endOffset }) =>
  startContainer.data.slice(startOffset, endOffset).toLowerCase())"""


def test_what_matched_is_marked_in_the_cards_and_nothing_else(listed: ListPage) -> None:
    listed.open("?q=fietslessen")
    assert set(listed.page.evaluate(MARKED)) == {"fietsles"}
    assert listed.search("").page.evaluate(MARKED) == []


def test_a_marked_word_can_be_read(listed: ListPage) -> None:
    paint = "element => ({ background: getComputedStyle(element, '::highlight(gevonden)').backgroundColor })"
    found = listed.open("?q=fietsles").page.locator(".kaart-titel").first.evaluate(paint)
    assert found["background"] == "rgb(255, 230, 128)"


# Facets


def test_a_group_with_a_chosen_value_stands_open(listed: ListPage) -> None:
    listed.open("?startjaar=2021")
    assert listed.slugs == [LEESCAFE]
    assert listed.chips == ["Startjaar: 2021"]
    names = "groups => groups.map(group => group.dataset.facet)"
    opened = listed.page.eval_on_selector_all("[data-facet][open]", names)
    assert opened == ["domein", "gemeente", "doelgroep", "startjaar"]
    assert listed.page.locator("[data-facet=startjaar] [data-gekozen]").inner_text() == "(1)"


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        pytest.param("?budget=per-eenheid", [FIETSLES, "accueil-en-francais"], id="budget"),
        pytest.param("?status=gestopt", ["accueil-en-francais"], id="status"),
        pytest.param("?schaal=regio", ["10-buurtgidsen"], id="scale"),
        pytest.param("?trekker=gemeente", ["3-huizen-voor-gezinnen"], id="kind of trekker"),
        pytest.param("?bron=proefboek", [FIETSLES, "samen-onthalen"], id="source"),
        pytest.param("?provincie=luik", [BEZOEK], id="province"),
    ],
)
def test_each_facet_filters(listed: ListPage, query: str, slugs: list[str]) -> None:
    assert listed.open(query).slugs == slugs
    assert len(listed.chips) == 1


# Near me


def choose_town(page: Page, typed: str) -> None:
    page.get_by_label("Uw gemeente").fill(typed)
    page.keyboard.press("Enter")


def test_sorting_by_distance_asks_once_where_the_reader_is(listed: ListPage) -> None:
    listed.open().sort("afstand")
    choose_town(listed.page, "3000")
    listed.page.wait_for_url(f"**/{FROM_LEUVEN}")
    assert listed.slugs[0] == "woonclub"
    assert listed.slugs[-1] == "10-buurtgidsen", "a fiche without municipality is not the last"
    assert listed.page.locator("[data-slug=woonclub] [data-afstand]").inner_text() == "in deze gemeente"
    assert listed.page.locator(f"[data-slug={LEESCAFE}] [data-afstand]").inner_text().startswith("op ")
    assert not listed.page.locator("[data-slug='10-buurtgidsen'] [data-afstand]").count()
    listed.open("?domein=huisvesting").sort("afstand")
    assert listed.query == "?domein=huisvesting&sorteer=afstand&vanuit=leuven"
    listed.sort("titel")
    assert listed.query == "?domein=huisvesting&sorteer=titel"
    assert not listed.page.locator("[data-afstand]").count()


def test_an_address_says_where_from_and_leaves_the_own_municipality_alone(listed: ListPage) -> None:
    listed.open(FROM_LEUVEN)
    expect(listed.page.locator("[data-vanuit]")).to_contain_text("Vanuit Leuven")
    assert listed.slugs[0] == "woonclub"
    assert listed.page.evaluate("localStorage.length") == 0


def test_another_municipality_can_be_chosen(listed: ListPage) -> None:
    listed.open(FROM_LEUVEN).page.get_by_role("button", name="Andere gemeente").click()
    assert listed.page.evaluate("document.activeElement.matches('#vanuit')")
    choose_town(listed.page, "Borsbeek")
    listed.page.wait_for_url("**/?sorteer=afstand&vanuit=antwerpen")
    assert listed.slugs[0] in {"3-huizen-voor-gezinnen", "samen-onthalen"}
    told = listed.page.locator("[data-vanuit]")
    expect(told).to_contain_text("Borsbeek is nu deel van Antwerpen. 2 fiches uit Antwerpen")


def test_distances_go_with_words_and_filters(listed: ListPage) -> None:
    listed.open("?q=fietsles&sorteer=afstand&vanuit=luik")
    assert listed.slugs == [BEZOEK, LEESCAFE, FIETSLES]
    assert listed.tick("gemeente", "gent").slugs == [LEESCAFE]


def test_an_unknown_municipality_in_the_address_is_asked_again(listed: ListPage) -> None:
    listed.open("?sorteer=afstand&vanuit=atlantis")
    assert len(listed.slugs) == 8
    assert listed.page.get_by_label("Uw gemeente").is_visible()


def test_when_the_municipalities_cannot_be_loaded_the_list_is_there(new_page: PageMaker, site: str) -> None:
    page = new_page(forgive="gemeenten.json")
    page.route("**/data/gemeenten.json", lambda route: route.abort())
    listed = ListPage(page, site).open(FROM_LEUVEN)
    assert len(listed.slugs) == 8
    choose_town(page, "Gent")
    expect(page.locator("[data-vanuit]")).to_contain_text("De lijst van gemeenten is nu even niet te laden.")


def near(page: Page, site: str) -> Page:
    page.goto(site)
    page.evaluate("localStorage.clear()")
    page.goto(site)
    return page


def test_the_home_page_shows_what_is_near_and_keeps_where(page: Page, each_site: str) -> None:
    near(page, each_site)
    choose_town(page, "Kortrijk")
    heading = page.get_by_role("heading", name="In de buurt van Kortrijk")
    expect(heading).to_be_focused()
    first = page.locator("[data-lijst] li").first
    expect(first).to_contain_text("Fietsles voor nieuwkomers")
    expect(first).to_contain_text("in deze gemeente")
    page.reload()
    expect(heading).to_be_visible()
    page.get_by_role("link", name="Provincie West-Vlaanderen").click()
    page.wait_for_url("**/provincies/west-vlaanderen/")
    page.go_back()
    page.get_by_role("link", name="Alle praktijken, de dichtste eerst").click()
    assert ListPage(page, each_site).done().slugs[0] == FIETSLES
    assert ListPage(page, each_site).query == "?sorteer=afstand&vanuit=kortrijk"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("Ieper", "Uit Ieper zelf zijn er nog geen fiches.", id="a municipality without fiches"),
        pytest.param("borsbeek", "Borsbeek is nu deel van Antwerpen.", id="a former name"),
        pytest.param("Gand", "2 fiches uit Gent zelf.", id="a French name"),
    ],
)
def test_every_municipality_gets_the_nearest(page: Page, site: str, typed: str, said: str) -> None:
    choose_town(near(page, site), typed)
    expect(page.locator("[data-over]")).to_contain_text(said)
    assert page.locator("[data-lijst] li").count() == 6


def test_what_is_no_municipality_is_said_and_what_could_be_several_is_asked(page: Page, site: str) -> None:
    choose_town(near(page, site), "Atlantis <b>")
    expect(page.locator("[data-antwoord]")).to_have_text("Geen gemeente in België heet ‘Atlantis <b>’.")
    choose_town(page, "sint-")
    expect(page.locator("[data-antwoord]")).to_have_text("Welke gemeente bedoelt u?")
    page.get_by_role("button", name="Sint-Niklaas").click()
    expect(page.get_by_role("heading", name="In de buurt van Sint-Niklaas")).to_be_visible()
    page.get_by_role("button", name="Andere gemeente").click()
    expect(page.get_by_label("Uw gemeente")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0, "the municipality is kept after it was taken back"


def test_what_is_near_but_cannot_be_loaded_is_said_and_can_be_asked_again(new_page: PageMaker, site: str) -> None:
    page = near(new_page(forgive="fiches.json"), site)
    page.route("**/data/fiches.json", lambda route: route.abort())
    choose_town(page, "Kortrijk")
    expect(page.locator("[data-antwoord]")).to_contain_text("Wat in de buurt gebeurde, is nu even niet te laden.")
    expect(page.get_by_label("Uw gemeente")).to_have_value("Kortrijk")
    page.unroute("**/data/fiches.json")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="In de buurt van Kortrijk")).to_be_focused()


def test_without_javascript_nothing_is_asked(scriptless: Page, site: str) -> None:
    scriptless.goto(site)
    assert not scriptless.get_by_label("Uw gemeente").is_visible()


# Paper, phone


def test_the_filtered_list_prints_with_what_was_chosen(listed: ListPage) -> None:
    page = listed.open("?q=fietsles&domein=onthaal&schaal=gemeente").page
    page.emulate_media(media="print")
    assert page.locator("[data-op-papier]").inner_text() == "Domein: Onthaal · Schaal: één gemeente"
    assert page.get_by_role("heading", level=1).is_visible()
    for part in ("[data-filters]", "[data-zoek]", "[data-keuzes]", ".lijst-knoppen", "[data-voorstellen]"):
        assert not page.locator(part).is_visible(), part
    assert page.locator(".kaart").first.is_visible()


@pytest.mark.parametrize("address", ["praktijken/?q=huisvesting+antwerpen", f"praktijken/{FROM_LEUVEN}", ""])
def test_no_sideways_scroll_on_a_phone(phone: Page, site: str, address: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(f"{site}{address}")
    phone.wait_for_load_state("networkidle")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
