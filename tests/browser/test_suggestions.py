"""Suggestions while typing, on the home page and on the catalogue page, and the key that brings to the field."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import PageMaker, Server
from browser.list_page import ListPage

pytestmark = pytest.mark.slow

BOTH = pytest.mark.parametrize("address", ["", "praktijken/"], ids=["home", "catalogue"])
DATA = "data/suggesties.json"
FIETSLES = "praktijken/fietsles-voor-nieuwkomers/"


class Field:
    """The search field with its suggestions, as a reader sees and hears them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box: Locator = page.get_by_role("combobox", name="Zoek in alle praktijken")
        self.list: Locator = page.get_by_role("listbox", name="Suggesties")

    def open(self, address: str) -> "Field":
        self.page.goto(address)
        expect(self.box).to_have_attribute("aria-expanded", "false")
        return self

    def type(self, text: str) -> "Field":
        self.box.press_sequentially(text)
        return self

    def shows(self, *expected: str) -> None:
        """Wait until these options are shown, the last one (to search) apart."""
        expect(self.list.get_by_role("option")).to_have_count(len(expected) + 1)
        assert self.options[:-1] == list(expected)

    @property
    def options(self) -> list[str]:
        found = self.list.get_by_role("option").all_inner_texts()
        return [re.sub(r"\s+", " ", text).strip() for text in found]

    @property
    def active(self) -> str:
        """Return the option a screen reader is at."""
        expect(self.box).to_be_focused()
        return str(
            self.page.evaluate(
                """() => {
                  const id = document.querySelector("#q").getAttribute("aria-activedescendant");
                  const selected = [...document.querySelectorAll("[role=option][aria-selected=true]")];
                  if (selected.length !== (id ? 1 : 0) || (id && selected[0].id !== id)) return "not the selected one";
                  return id ? document.getElementById(id).textContent.replace(/\\s+/g, " ").trim() : "";
                }"""
            )
        )

    def closed(self) -> None:
        expect(self.list).to_be_hidden()
        expect(self.box).to_have_attribute("aria-expanded", "false")
        assert self.box.get_attribute("aria-activedescendant") is None


@pytest.fixture
def field(page: Page) -> Field:
    return Field(page)


# What is suggested


@BOTH
def test_suggestions_are_a_combobox_with_a_list(field: Field, each_site: str, address: str) -> None:
    field.open(f"{each_site}{address}").type("taal")
    field.shows("Taal 3 fiches")
    expect(field.box).to_have_attribute("aria-expanded", "true")
    expect(field.box).to_have_attribute("aria-autocomplete", "list")
    assert field.box.get_attribute("aria-controls") == field.list.get_attribute("id")
    expect(field.list.get_by_role("group", name="Domeinen").get_by_role("option")).to_have_count(1)
    assert field.options[-1] == "Zoek ‘taal’ in alle fiches"
    assert field.list.locator("mark").all_inner_texts() == ["Taal"]
    expect(field.list.locator(".tabje.domein-taal")).to_have_count(1)


@pytest.mark.parametrize(
    ("typed", "kind", "expected"),
    [
        ("fietsl", "Fiches", "Fietsles voor nieuwkomers Kortrijk, West-Vlaanderen"),
        ("velo", "Fiches", "Fietsles voor nieuwkomers velomobiel · Kortrijk, West-Vlaanderen"),
        ("8500", "Gemeenten", "Kortrijk 8500 · 1 fiche"),
        ("LIÈGE", "Gemeenten", "Luik Liège · 1 fiche"),
        ("borsb", "Gemeenten", "Antwerpen Borsbeek · 2 fiches"),
        ("limb", "Provincies", "Limburg 1 fiche"),
        ("gezin", "Doelgroepen", "Gezinnen 4 fiches"),
        ("stad antw", "Organisaties", "Stad Antwerpen 1 fiche"),
        ("nederlands praat", "Aanbevelingen", "Praat gewoon Nederlands."),
        ("ocmw", "Woordenlijst", "OCMW openbaar centrum voor maatschappelijk welzijn"),
        ("kortrjik", "Gemeenten", "Kortrijk 1 fiche"),
    ],
)
def test_every_kind_is_found(field: Field, site: str, typed: str, kind: str, expected: str) -> None:
    field.open(site).type(typed)
    first = field.list.get_by_role("group", name=kind).get_by_role("option").first
    expect(first).to_be_visible()
    assert re.sub(r"\s+", " ", first.inner_text()).strip() == expected


def test_every_suggestion_leads_somewhere(page: Page, server: Server) -> None:
    page.goto(server.address)
    broken = page.evaluate(
        """async data => {
          const things = Object.values(await (await fetch(data)).json()).flat();
          const pages = new Map();
          const broken = [];
          for (const { adres } of things) {
            const [path, anchor] = adres.split("#");
            if (!pages.has(path)) {
              const answer = await fetch(path);
              pages.set(path, answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html"));
            }
            const found = pages.get(path);
            if (!found || (anchor && !found.getElementById(anchor))) broken.push(adres);
          }
          return things.length > 30 ? broken : ["few things"];
        }""",
        DATA,
    )
    assert broken == []


def test_the_language_of_a_title_is_told(field: Field, site: str) -> None:
    field.open(site).type("guichet")
    expect(field.list.locator(".suggestie-naam[lang=fr]")).to_have_count(1)


def test_what_was_typed_before_the_script_was_there_counts(new_page: PageMaker, site: str) -> None:
    page = new_page()
    waiting = []
    page.route("**/scripts/combobox.js", lambda route: waiting.append(route))
    page.goto(site, wait_until="commit")
    page.locator("#q").press_sequentially("fiets")
    while not waiting:
        page.wait_for_timeout(20)
    waiting[0].continue_()
    Field(page).shows("Fietsles voor nieuwkomers Kortrijk, West-Vlaanderen")


# By keyboard


@BOTH
def test_arrows_and_enter(field: Field, site_below: str, address: str) -> None:
    page = field.open(f"{site_below}{address}").page
    field.type("fiets")
    field.shows("Fietsles voor nieuwkomers Kortrijk, West-Vlaanderen")
    assert field.active == ""
    page.keyboard.press("ArrowDown")
    assert field.active.startswith("Fietsles")
    page.keyboard.press("ArrowDown")
    assert field.active == "Zoek ‘fiets’ in alle fiches"
    page.keyboard.press("ArrowDown")
    assert field.active == "", "after the last option comes the field itself"
    page.keyboard.press("ArrowUp")
    assert field.active == "Zoek ‘fiets’ in alle fiches"
    page.keyboard.press("ArrowUp")
    assert field.active.startswith("Fietsles")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_below}{FIETSLES}")


@BOTH
def test_enter_without_an_option_searches(field: Field, site_below: str, address: str) -> None:
    page = field.open(f"{site_below}{address}").page
    field.type("fiets")
    field.shows("Fietsles voor nieuwkomers Kortrijk, West-Vlaanderen")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_below}praktijken/?q=fiets")
    assert ListPage(page, site_below).slugs[0] == "fietsles-voor-nieuwkomers"
    field.closed()


def test_enter_sooner_than_the_suggestions_searches_and_nothing_opens(new_page: PageMaker, site: str) -> None:
    page = new_page()
    field = Field(page).open(f"{site}praktijken/")
    with page.expect_response(f"**/{DATA}"):
        field.type("fiets")
        page.keyboard.press("Enter")
    ListPage(page, site).done()
    page.wait_for_timeout(300)
    field.closed()


@BOTH
def test_the_last_option_searches_with_the_filters(field: Field, site_below: str, address: str) -> None:
    page = field.open(f"{site_below}{address}").page
    if address:
        ListPage(page, site_below).done().tick("domein", "taal")
    field.type("fiets")
    field.shows("Fietsles voor nieuwkomers Kortrijk, West-Vlaanderen")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_below}praktijken/?q=fiets{'&domein=taal' if address else ''}")
    ListPage(page, site_below).done()
    field.closed()


@BOTH
def test_escape_closes_and_then_clears(field: Field, site: str, address: str) -> None:
    page = field.open(f"{site}{address}").page
    field.type("fiets")
    field.shows("Fietsles voor nieuwkomers Kortrijk, West-Vlaanderen")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    field.closed()
    expect(field.box).to_have_value("fiets")
    page.keyboard.press("ArrowDown")
    field.shows("Fietsles voor nieuwkomers Kortrijk, West-Vlaanderen")
    assert field.active == "", "the arrow that opens the list chooses nothing yet"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(field.box).to_have_value("")
    field.closed()


@BOTH
def test_tab_closes(field: Field, site: str, address: str) -> None:
    page = field.open(f"{site}{address}").page
    field.type("fiets")
    expect(field.list).to_be_visible()
    page.keyboard.press("Tab")
    field.closed()
    expect(page.get_by_role("button", name="Zoek", exact=True)).to_be_focused()


def test_an_emptied_field_has_no_suggestions(field: Field, site: str) -> None:
    field.open(site).type("fi")
    expect(field.list).to_be_visible()
    for _ in "fi":
        field.page.keyboard.press("Backspace")
    field.closed()


def test_letters_typed_go_on_after_an_arrow(field: Field, site: str) -> None:
    field.open(site).type("fiet")
    expect(field.list).to_be_visible()
    field.page.keyboard.press("ArrowDown")
    field.type("sl")
    field.shows("Fietsles voor nieuwkomers Kortrijk, West-Vlaanderen")
    assert field.active == ""
    expect(field.box).to_have_value("fietsl")


def test_the_number_of_suggestions_is_said(field: Field, site: str) -> None:
    status = field.open(site).page.locator(".zoek [role=status]")
    field.type("fiets")
    expect(status).to_have_text("1 suggestie. Kies met pijl omlaag.")
    field.type("xyzzy")
    expect(status).to_have_text("Geen suggesties.")
    field.closed()


# By mouse and by touch


@BOTH
def test_mouse(field: Field, site_below: str, address: str) -> None:
    page = field.open(f"{site_below}{address}").page
    field.type("fiets")
    field.list.get_by_role("group", name="Fiches").locator(".suggesties-soort").click()
    expect(field.box).to_be_focused()
    expect(field.list).to_be_visible()
    field.list.get_by_role("option").first.click()
    page.wait_for_url(f"{site_below}{FIETSLES}")
    page.go_back()
    field.closed()


@BOTH
def test_a_click_outside_closes(field: Field, site: str, address: str) -> None:
    page = field.open(f"{site}{address}").page
    field.type("fiets")
    expect(field.list).to_be_visible()
    page.locator(".balk").click(position={"x": 600, "y": 30})
    field.closed()


def test_a_recommendation_opens_at_its_place(field: Field, site_below: str) -> None:
    field.open(site_below).type("één loket")
    field.list.get_by_role("group", name="Aanbevelingen").get_by_role("option").first.click()
    field.page.wait_for_url(f"{site_below}aanbevelingen/#gids.een-loket")


@BOTH
@pytest.mark.parametrize("width", [360, 320])
def test_on_a_phone(phone: Page, site: str, address: str, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 640})
    field = Field(phone).open(f"{site}{address}")
    field.type("in")
    expect(field.list).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == width
    over = phone.evaluate(
        """() => [...document.querySelectorAll("[role=option]")]
          .map(option => [option.textContent, option.getBoundingClientRect(), option.scrollWidth])
          .filter(([, box, wide]) => box.height < 44 || box.left < 0 || box.right > innerWidth || wide > box.width + 1)
          .map(([text]) => text)"""
    )
    assert over == []
    below = phone.evaluate(
        "document.querySelector('.suggesties').getBoundingClientRect().top"
        " - document.querySelector('#q').getBoundingClientRect().bottom"
    )
    assert below >= 0, "the list covers the field"
    field.list.get_by_role("option").first.tap()
    phone.wait_for_url(re.compile(r"/(domeinen|praktijken|gemeenten|organisaties|aanbevelingen|woordenlijst)/[^?]"))


def test_an_active_option_is_in_sight(phone: Page, site: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 256})  # 1280 x 1024 at 400 %
    field = Field(phone).open(site)
    field.type("in")
    expect(field.list).to_be_visible()
    for _ in field.options:
        phone.keyboard.press("ArrowDown")
        seen = phone.evaluate(
            """() => {
              const box = document.querySelector("[aria-selected=true]").getBoundingClientRect();
              return Math.min(box.bottom, innerHeight) - Math.max(box.top, 0) >= Math.min(box.height, innerHeight) - 1;
            }"""
        )
        assert seen, field.active


def test_nothing_moves_when_the_list_opens(field: Field, site: str) -> None:
    places = "[...document.querySelectorAll('main > *, .zoek > input, .wegen')].map(e => e.getBoundingClientRect().top)"
    page = field.open(site).page
    page.evaluate("document.fonts.ready")
    before = page.evaluate(places)
    field.type("fiets")
    expect(field.list).to_be_visible()
    assert page.evaluate(places) == before


# What it needs, and what happens without


@BOTH
def test_nothing_is_loaded_before_the_field_is_used(new_page: PageMaker, server: Server, address: str) -> None:
    page = new_page()
    server.asked.clear()
    page.goto(f"{server.address}{address}", wait_until="networkidle")
    assert "scripts/combobox.js" in server.asked
    assert {DATA, "scripts/suggest.js"} & {*server.asked} == set()
    with page.expect_response(f"**/{DATA}"):
        page.focus("#q")
    assert "scripts/suggest.js" in server.asked


@BOTH
@pytest.mark.parametrize("missing", [DATA, "scripts/suggest.js"])
def test_a_failed_load_leaves_the_field(new_page: PageMaker, site: str, address: str, missing: str) -> None:
    page = new_page(forgive=missing)
    page.route(f"**/{missing}", lambda route: route.abort())
    field = Field(page).open(f"{site}{address}")
    field.type("fiets")
    page.wait_for_timeout(300)
    field.closed()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}praktijken/?q=fiets")


def test_after_a_failed_load_the_next_visit_to_the_field_tries_again(new_page: PageMaker, site: str) -> None:
    page = new_page(forgive=DATA)
    page.route(f"**/{DATA}", lambda route: route.abort(), times=1)
    field = Field(page).open(site)
    field.type("fiets")
    page.wait_for_timeout(300)
    field.closed()
    field.box.blur()
    field.box.focus()
    page.keyboard.press("End")
    field.type("l")
    field.shows("Fietsles voor nieuwkomers Kortrijk, West-Vlaanderen")


@pytest.mark.parametrize("content", ["", "null", "[]", "{", '{"fiche": 3}', '{"fiche": [{}]}', "<!doctype html>"])
def test_odd_data_leaves_the_field(new_page: PageMaker, site: str, content: str) -> None:
    page = new_page()
    page.route(f"**/{DATA}", lambda route: route.fulfill(body=content, content_type="application/json"))
    field = Field(page).open(site)
    field.type("fiets")
    page.wait_for_timeout(200)
    field.closed()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}praktijken/?q=fiets")


@BOTH
def test_without_javascript_the_form_searches(scriptless: Page, each_site: str, address: str) -> None:
    scriptless.goto(f"{each_site}{address}")
    field = scriptless.get_by_role("searchbox", name="Zoek in alle praktijken")
    assert not scriptless.locator(".zoek-toets").count()
    assert not scriptless.locator("[data-sneltoets]").is_visible()
    field.fill("fiets")
    field.press("Enter")
    scriptless.wait_for_url(f"{each_site}praktijken/?q=fiets")


HOSTILE = [
    "<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "' onfocus=alert(1) x='", "%00%ff&q=2#x", "\\",
    "\U0001f3f3\ufe0f\u200d\U0001f308 \u202eabc", "constructor __proto__", "(((*+?[{", "a " * 300, "é" * 500,
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text(field: Field, site: str, typed: str) -> None:
    page = field.open(site).page
    field.box.fill(typed)
    page.wait_for_timeout(100)
    assert not page.locator(".zoek img, .zoek script").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/praktijken/\?q="))
    ListPage(page, site).done()


def test_hostile_name(field: Field, site_below: str) -> None:
    page = field.open(site_below).page
    field.type("zonen")
    field.shows('<img src=x> & "Zonen" vzw')
    assert field.list.locator("mark").all_inner_texts() == ["Zonen"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text('<img src=x> & "Zonen" vzw')


# Together with the catalogue page


def test_the_list_still_searches_while_typing(field: Field, site: str) -> None:
    shown = ListPage(field.page, site).open()
    field.type("fietsles")
    expect(field.list).to_be_visible()
    field.page.wait_for_url(f"{site}praktijken/?q=fietsles")
    assert shown.slugs[0] == "fietsles-voor-nieuwkomers"
    expect(field.list).to_be_visible()


def test_the_back_button_closes(field: Field, site: str) -> None:
    shown = ListPage(field.page, site).open().search("taal")
    field.type("b")
    shown.back("")
    field.closed()


# How it looks and sounds


def test_the_active_option_shows_in_forced_colours(new_page: PageMaker, site: str) -> None:
    page = new_page(forced_colors="active")
    field = Field(page).open(site)
    field.type("fiets")
    expect(field.list).to_be_visible()
    page.keyboard.press("ArrowDown")
    style = "e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth]"
    assert page.locator("[aria-selected=true]").evaluate(style) == ["solid", "3px"]
    assert field.list.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"


# The key


@BOTH
def test_slash_brings_to_the_field(field: Field, site_below: str, address: str) -> None:
    page = field.open(f"{site_below}{address}").page
    expect(field.box).to_have_attribute("aria-keyshortcuts", "/")
    expect(page.locator(".zoek-toets")).to_be_visible()
    page.keyboard.press("/")
    expect(field.box).to_be_focused()
    expect(field.box).to_have_value("")
    expect(page.locator(".zoek-toets")).to_be_hidden()
    page.keyboard.type("a/b")
    expect(field.box).to_have_value("a/b")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+/")  # how a Belgian keyboard types it
    expect(field.box).to_be_focused()
    page.keyboard.type("nieuw")
    expect(field.box).to_have_value("nieuw")


@pytest.mark.parametrize("keys", ["Control+/", "Alt+/", "Meta+/"])
def test_slash_with_another_key_is_not_ours(field: Field, site: str, keys: str) -> None:
    page = field.open(site).page
    page.keyboard.press(keys)
    expect(field.box).not_to_be_focused()


def test_slash_in_another_control_is_not_ours(field: Field, site: str) -> None:
    page = field.open(f"{site}praktijken/").page
    ListPage(page, site).done()
    for control in ("[data-facet-zoek]", "[data-sorteer]"):
        page.focus(control)
        page.keyboard.press("/")
        expect(page.locator(control)).to_be_focused()
    page.focus("[name=domein]")
    page.keyboard.press("/")
    expect(field.box).to_be_focused()


def test_slash_can_be_switched_off(new_page: PageMaker, site: str) -> None:
    page = new_page()
    field = Field(page).open(site)
    page.get_by_role("button", name="Sneltoets / naar het zoekveld uitzetten").click()
    for address in (site, f"{site}praktijken/"):
        field.open(address)
        page.keyboard.press("/")
        expect(field.box).not_to_be_focused()
        assert field.box.get_attribute("aria-keyshortcuts") is None
        assert not page.locator(".zoek-toets").is_visible()
    page.get_by_role("button", name="Sneltoets / weer aanzetten").click()
    page.keyboard.press("/")
    expect(field.box).to_be_focused()


def test_no_key_where_there_is_no_keyboard(phone: Page, site: str) -> None:
    field = Field(phone).open(site)
    assert not phone.locator(".zoek-toets").count()
    assert field.box.get_attribute("aria-keyshortcuts") is None
    assert not phone.locator("[data-sneltoets]").is_visible()


def test_no_suggestions_on_paper(field: Field, site: str) -> None:
    field.open(site).type("fiets")
    expect(field.list).to_be_visible()
    field.page.emulate_media(media="print")
    seen = field.list.is_visible()
    field.page.emulate_media(media="null")
    assert not seen
