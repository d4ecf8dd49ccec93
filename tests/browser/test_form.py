"""The form: empty and mended, drafts, groups, pickers, what it understands, the preview, and its limits."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.choice_page import FIETSLES, LEESCAFE, LONG
from browser.conftest import PageMaker, Server
from browser.form_page import ADDRESS, SUMMARY, FormPage, plain
from browser.test_keyboard_and_phone import TARGETS, walk, wrong
from browser.test_pages import CLIPPED, TOO_WIDE, wire_size

pytestmark = pytest.mark.slow

STOPS_AT_MOST = 40
FOCUSED = "document.activeElement.id || document.activeElement.textContent.trim()"
LOW = "all => all.filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 44).length"
REFUSE = "Storage.prototype.setItem = () => { throw new Error('QuotaExceededError'); };"


@pytest.fixture
def form(page: Page, site: str) -> FormPage:
    return FormPage(page, site).first()


# Empty, and mended


def test_an_empty_form_says_what_is_missing_and_leads_to_it(form: FormPage) -> None:
    form.finish()
    expect(form.summary).to_be_focused()
    assert form.summary.locator("h2").inner_text() == "Er zijn nog 7 dingen te verbeteren"
    links = form.summary.get_by_role("link")
    assert [plain(each) for each in form.summary.locator("li").all_inner_texts()][:2] == [
        "Titel: ‘Titel’ ontbreekt.", "Samenvatting: ‘Samenvatting’ ontbreekt.",
    ]  # fmt: skip
    for place in range(links.count()):
        links.nth(place).click()
        inside = form.page.evaluate("document.activeElement.closest('.vraag[open] [data-pad]')?.dataset.pad ?? ''")
        assert inside, links.nth(place).inner_text()


def test_what_is_mended_leaves_the_summary(form: FormPage) -> None:
    form.finish()
    title = form.control("titel")
    assert title.get_attribute("aria-invalid") == "true"
    described = (title.get_attribute("aria-describedby") or "").split()
    assert "‘Titel’ ontbreekt" in " ".join(form.page.locator(f"#{each}").inner_text() for each in described)
    form.write("titel", "Een taalbuddy")
    expect(form.summary.locator("h2")).to_have_text("Er zijn nog 6 dingen te verbeteren")
    assert title.get_attribute("aria-invalid") is None
    assert not form.field("titel").locator(".fout").is_visible()
    assert form.page.locator("#vraag-wat [data-stand]").inner_text() == "1 probleem"


def test_a_whole_fiche_becomes_a_file(page: Page, each_site: str) -> None:
    form = FormPage(page, each_site).first().enough()
    page.locator("#v-tekst-2").fill("Twee mensen spreken af.\n\n- elke week")
    form.finish()
    text = form.result
    assert text.startswith("---\ntitel: Een taalbuddy voor elke buur\nsamenvatting: ")
    assert "\ndomeinen: [taal]\nwerkingsgebied: gemeente\n" in text
    assert "\ntrekker: [Stad Gent]\n" in text or "\ntrekker:\n  - Stad Gent\n" in text
    assert text.partition("\ncontact: ")[2] == (
        "onbekend\nlaatst_nagekeken: 2026-11\n---\n## Aanpak\n\nTwee mensen spreken af.\n\n- elke week\n"
    )
    expect(page.get_by_text("een-taalbuddy-voor-elke-buur.md")).not_to_have_count(0)
    assert form.summary.is_hidden()


def test_only_a_field_that_was_written_in_and_left_is_looked_at(form: FormPage) -> None:
    form.control("titel").focus()
    form.page.keyboard.press("Tab")
    assert not form.page.locator(".fout:visible").count(), "who only passes by did nothing wrong"
    form.control("titel").fill("Kort")
    assert not form.page.locator(".fout:visible").count(), "nor who is still writing"
    form.control("titel").blur()
    assert form.wrong("titel").startswith("Dit is te kort: 4 tekens")
    assert form.page.locator(".fout:visible").count() == 1
    form.write("titel", "Lang genoeg")
    assert not form.page.locator(".fout:visible").count()


def test_a_mistake_in_a_row_stands_at_its_field(form: FormPage) -> None:
    form.enough()
    form.page.get_by_role("button", name="Nog een bedrag").click()
    form.write("budget.bedragen[1].euro", "veel").finish()
    assert "veel" in form.wrong("budget.bedragen[1].euro")
    assert form.wrong("budget.bedragen[1].per").startswith("‘Waarvoor’ ontbreekt")
    items = [plain(each) for each in form.summary.locator("li").all_inner_texts()]
    assert [each.partition(":")[0] for each in items] == ["Bedrag 2, bedrag in euro", "Bedrag 2, waarvoor"]


def test_a_mistake_in_the_text_stands_at_its_part(form: FormPage) -> None:
    form.enough()
    form.page.locator("#v-tekst-1").fill("Er was een probleem.")
    form.page.locator("#v-tekst-2").fill("# Stap 1")
    form.page.locator("#v-tekst-2").blur()
    wrong = form.page.locator("#v-tekst-2-fout")
    expect(wrong).to_contain_text("Koppen in de tekst")
    assert form.page.locator(".fout:visible").count() == 1
    form.finish().summary.get_by_role("link").click()
    assert form.summary.locator("li").inner_text().startswith("Aanpak: ")
    expect(form.page.locator("#v-tekst-2")).to_be_focused()


def test_a_question_is_filled_in_when_nothing_that_must_is_empty(form: FormPage) -> None:
    state = form.page.locator("#vraag-wat [data-stand]")
    form.write("titel", "Een taalbuddy voor elke buur")
    expect(state).to_have_text("verplicht")
    form.write("samenvatting", SUMMARY)
    expect(state).to_have_text("ingevuld")


# The address


def test_the_address_follows_the_title_until_it_is_changed(form: FormPage) -> None:
    slug = form.page.locator("#slug")
    form.write("titel", "Één loket!")
    expect(slug).to_have_value("een-loket")
    form.write("titel", "Fietsles voor nieuwkomers")
    expect(slug).to_have_value(f"{FIETSLES}-2")
    slug.fill("Mijn Eigen adres")
    slug.blur()
    expect(slug).to_have_value("mijn-eigen-adres")
    form.write("titel", "Een heel andere titel")
    expect(slug).to_have_value("mijn-eigen-adres")
    slug.fill(FIETSLES)
    slug.blur()
    expect(form.page.locator("#slug-fout")).to_have_text("Dit adres is al van de fiche ‘Fietsles voor nieuwkomers’. ")


# The draft


def test_a_draft_is_there_again(form: FormPage) -> None:
    form.enough().pick("gemeenten", "Gent", "Luik").write("budget.bedragen[0].euro", "half af")
    form.page.locator("#v-tekst-1").fill("Er was een probleem.")
    form.page.locator("#slug").fill("eigen-naam")
    form.page.reload()
    expect(form.page.locator("[data-ontwerp]")).to_contain_text("Hier is uw ontwerp weer, bewaard op")
    form.unfold()
    assert form.control("titel").input_value() == "Een taalbuddy voor elke buur"
    assert form.chips("gemeenten") == ["Gent", "Luik"]
    assert form.control("budget.bedragen[0].euro").input_value() == "half af"
    assert form.page.locator("#v-tekst-1").input_value() == "Er was een probleem."
    assert form.page.locator("#slug").input_value() == "eigen-naam"
    assert form.field("contact").get_by_label("Dat staat niet in mijn bron").is_checked()
    assert not form.page.locator(".fout:visible").count(), "nothing was done wrong since"


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param({"gegevens": {"titel": "Oud"}, "tekst": 7, "op": "2026-11-21T10:00:00Z"}, id="no text"),
        pytest.param({"gegevens": {"titel": "Oud"}, "tekst": "", "op": "zomaar"}, id="no moment"),
    ],
)
def test_a_draft_that_cannot_be_read_leaves_an_empty_form(form: FormPage, kept: dict[str, object]) -> None:
    form.write("titel", "Een nieuwe fiche")
    expect(form.page.locator("[data-ontwerp]")).to_contain_text("blijft bewaard")
    form.page.goto(form.site)
    put = "Object.keys(localStorage).forEach(key => localStorage.setItem(key, JSON.stringify(kept)))"
    form.page.evaluate(f"kept => {put}", kept)
    form.open()
    assert form.control("titel").input_value() == ""


def test_a_draft_can_be_cleared_and_put_back(form: FormPage) -> None:
    form.write("titel", "Weg ermee")
    form.page.get_by_role("button", name="Ontwerp wissen").click()
    assert form.control("titel").input_value() == ""
    expect(form.page.get_by_role("button", name="Zet terug")).to_be_focused()
    form.page.get_by_role("button", name="Zet terug").click()
    assert form.control("titel").input_value() == "Weg ermee"
    form.page.get_by_role("button", name="Ontwerp wissen").click()
    form.page.reload()
    expect(form.page.locator("form")).to_be_visible()
    assert form.control("titel").input_value() == ""
    assert not form.page.locator("[data-ontwerp]").inner_text()


def test_the_draft_of_a_correction_is_another_one(form: FormPage) -> None:
    form.write("titel", "Een nieuwe fiche")
    form.open(f"?fiche={FIETSLES}").write("titel", "Fietsles voor iedereen")
    form.open()
    assert form.control("titel").input_value() == "Een nieuwe fiche"
    form.open(f"?fiche={FIETSLES}")
    assert form.control("titel").input_value() == "Fietsles voor iedereen"
    form.page.get_by_role("button", name="Ontwerp wissen").click()
    assert form.control("titel").input_value() == "Fietsles voor nieuwkomers"


@pytest.mark.parametrize("refuses", [True, False])
def test_one_is_warned_only_when_nothing_can_be_kept(new_page: PageMaker, site: str, refuses: bool) -> None:
    page = new_page()
    if refuses:
        page.add_init_script(REFUSE)
    form = FormPage(page, site).open().write("titel", "Een nieuwe fiche")
    said = "kan uw ontwerp niet bewaren" if refuses else "blijft bewaard"
    expect(page.locator("[data-ontwerp]")).to_contain_text(said)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    form.open()
    assert asked == (["beforeunload"] if refuses else [])


# Groups


def test_rows_come_and_go_with_the_focus(form: FormPage) -> None:
    form.unfold()
    assert form.field("lessen").locator("[data-rij]").count() == 1
    assert not form.field("lessen").get_by_role("button", name="Verwijder").is_visible(), "one is always there"
    form.write("lessen[0]", "Eerste")
    for text in ("Tweede", "Derde"):
        form.page.get_by_role("button", name="Nog een les").click()
        form.page.keyboard.type(text)
    form.field("lessen").get_by_role("button", name="Verwijder les 2").click()
    texts = [each.input_value() for each in form.field("lessen").get_by_role("textbox").all()]
    assert texts == ["Eerste", "Derde"]
    assert form.page.evaluate("document.activeElement.value") == "Derde"
    form.field("lessen").get_by_role("button", name="Verwijder les 2").click()
    assert form.page.evaluate("document.activeElement.value") == "Eerste"
    ids = form.page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))


def test_nothing_more_is_asked_when_the_source_does_not_tell(form: FormPage) -> None:
    form.enough()
    form.choose("trekker", "Dat staat niet in mijn bron")
    assert not form.control("trekker").is_visible()
    assert form.shown("trekker") == "niet vermeld in de bron"
    form.finish()
    assert "\ntrekker: onbekend\n" in form.result


# Pickers


def test_a_picker_works_by_keyboard(form: FormPage) -> None:
    form.unfold()
    page, field = form.page, form.control("domeinen")
    field.focus()
    assert form.options.count() == 0, "who passes by sees no list"
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("listbox", name="Domeinen").get_by_role("option").count() == 5
    assert field.get_attribute("aria-expanded") == "true"
    active = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    assert (active.inner_text(), active.get_attribute("aria-selected")) == ("Onthaal", "true")
    page.keyboard.press("ArrowUp")
    assert page.locator("[aria-selected=true]").inner_text() == "Huisvesting"
    page.keyboard.press("Enter")
    assert form.chips("domeinen") == ["Huisvesting"]
    page.keyboard.type("tij")
    assert form.options.all_inner_texts() == ["Vrije tijd"], "not what was chosen, and inside a name too"
    page.keyboard.press("Escape")
    assert not page.get_by_role("listbox").count()
    page.keyboard.press("Enter")
    page.keyboard.type("taal")
    page.keyboard.press("Tab")
    assert form.chips("domeinen") == ["Huisvesting", "Vrije tijd", "Taal"], "what can only be one thing is that"
    field.focus()
    page.keyboard.press("Backspace")
    assert form.chips("domeinen") == ["Huisvesting", "Vrije tijd"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert form.chips("domeinen") == ["Huisvesting"]
    assert page.evaluate("document.activeElement.ariaLabel") == "Haal ‘Huisvesting’ weg"
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "v-domeinen"


def test_a_picker_works_by_mouse(form: FormPage) -> None:
    form.unfold().control("doelgroepen").click()
    form.options.get_by_text("Gezinnen").click()
    expect(form.options).to_have_count(0)
    assert form.chips("doelgroepen") == ["Gezinnen"]
    form.page.get_by_role("button", name="Haal ‘Gezinnen’ weg").click()
    assert form.chips("doelgroepen") == []


def test_a_long_list_shows_matches_only(form: FormPage) -> None:
    form.unfold().control("gemeenten").click()
    assert form.options.count() == 0
    form.page.keyboard.type("sint")
    found = form.options.all_inner_texts()
    assert 3 <= len(found) <= 8
    assert all(each.startswith("Sint") for each in found)
    form.page.keyboard.type("-niklaas")
    form.page.keyboard.press("Enter")
    form.pick("gemeenten", "liege", "Borsbeek")
    assert form.chips("gemeenten")[:1] == ["Sint-Niklaas"]
    assert form.chips("gemeenten")[2] == "Borsbeek"


def test_a_name_that_is_in_no_list_is_said_or_welcome(form: FormPage) -> None:
    form.unfold().write("gemeenten", "Gnt")
    assert form.chips("gemeenten") == ["Gnt"]
    assert form.wrong("gemeenten").startswith("‘Gnt’ is geen")
    form.write("partners", "Een vzw die niemand kent, met een komma")
    assert form.chips("partners") == ["Een vzw die niemand kent, met een komma"]
    assert not form.field("partners").locator(".fout").is_visible()


def test_a_slip_of_the_pen_is_offered_and_not_taken(form: FormPage) -> None:
    form.unfold().control("gemeenten").fill("Kortrijck")
    assert form.options.all_inner_texts() == ["Kortrijk"]
    form.page.keyboard.press("Enter")
    assert form.chips("gemeenten") == ["Kortrijck"], "it may be another place"
    form.control("gemeenten").fill("Kortrijck")
    form.options.get_by_text("Kortrijk").click()
    assert form.chips("gemeenten") == ["Kortrijck", "Kortrijk"]


def test_a_municipality_has_postcodes(form: FormPage) -> None:
    form.unfold().control("gemeenten").fill("8500")
    expect(form.options).to_have_text(["Kortrijk (8500)"])
    form.page.keyboard.press("Tab")
    assert form.chips("gemeenten") == ["Kortrijk"]


def test_names_with_a_comma_between_are_several(form: FormPage) -> None:
    form.unfold().write("gemeenten", "gent, Luik")
    assert form.chips("gemeenten") == ["Gent", "Luik"]
    form.write("trefwoorden", "brugfiguren,sociaal huis, ")
    assert form.chips("trefwoorden") == ["brugfiguren", "sociaal huis"]


def test_what_shows_when_a_field_is_left_takes_no_click_away(form: FormPage) -> None:
    form.control("titel").fill("Kort")
    form.page.get_by_role("button", name="Volgende: Waarover gaat het").click()
    form.control("domeinen").fill("Taal")
    form.page.get_by_role("button", name="Volgende: Waar?").click()
    assert form.page.locator(".vraag[open]").get_attribute("id") == "vraag-waar"
    expect(form.field("domeinen").locator("[data-gekozen] button")).to_have_count(1)
    assert form.chips("domeinen") == ["Taal"]
    assert form.page.locator("#vraag-wat [data-stand]").inner_text() == "1 probleem"


def test_a_publication_is_shown_by_its_title_and_kept_by_its_name(form: FormPage) -> None:
    form.enough()
    form.control("bron.publicatie").fill("proef")
    form.page.keyboard.press("ArrowDown")
    form.page.keyboard.press("Enter")
    assert form.control("bron.publicatie").input_value() == "Het proefboek"
    form.finish()
    assert "\nbron:\n  publicatie: proefboek\n" in form.result


# What it understands


def test_it_understands_what_belgians_write(form: FormPage) -> None:
    form.enough()
    form.write("budget.bedragen[0].euro", "€ 12.500").control("budget.bedragen[0].per").select_option("jaar")
    form.write("budget.personeel[0].vte", "0,5 tot 1,5")
    form.write("periode.start", "1/2/2024")
    assert form.control("budget.bedragen[0].euro").input_value() == "12500"
    assert form.control("budget.personeel[0].vte").input_value() == "0,5 tot 1,5"
    assert form.control("periode.start").input_value() == "2024-02-01"
    assert plain(form.field("periode.start").locator("[data-leest]").inner_text()) == "Dat is 1 februari 2024."
    form.finish()
    text = form.result
    assert "    - euro: 12500\n      per: jaar\n" in text
    assert "    - vte: {van: 0.5, tot: 1.5}\n" in text
    assert "  start: 2024-02-01\n" in text


def test_a_list_that_is_pasted_has_a_row_for_each_item(form: FormPage) -> None:
    form.enough().unfold()
    form.write("lessen[0]", "•\tEen\n•\tTwee\n•\tDrie")
    form.page.get_by_role("button", name="Nog een les").click()
    form.page.keyboard.type("Vier")
    texts = [each.input_value() for each in form.field("lessen").get_by_role("textbox").all()]
    assert texts == ["Een", "Twee", "Drie", "Vier"]
    form.finish()
    assert "\nlessen:\n  - Een\n  - Twee\n  - Drie\n  - Vier\n" in form.result


def test_what_was_not_left_yet_is_set_right_too(form: FormPage) -> None:
    form.enough().unfold()
    form.write("links[0].titel", "Meer uitleg").control("links[0].url").fill("www.voorbeeld.be")
    form.finish()
    assert "url: https://www.voorbeeld.be" in form.result


def test_it_counts_characters(form: FormPage) -> None:
    counted = form.field("samenvatting").locator("[data-leest]")
    form.write("samenvatting", "Te kort.")
    expect(counted).to_have_text("8 tekens, minstens 80")
    form.write("samenvatting", SUMMARY)
    expect(counted).to_have_text(f"{len(SUMMARY)} van hoogstens 400 tekens")


def test_enter_in_a_field_sends_nothing(form: FormPage) -> None:
    form.control("titel").press("Enter")
    assert form.summary.is_hidden()


def test_a_question_leads_to_the_next(form: FormPage) -> None:
    form.page.get_by_role("button", name="Volgende: Waarover gaat het").click()
    assert form.page.locator(".vraag[open]").get_attribute("id") == "vraag-waarover"
    assert form.page.evaluate("document.activeElement.matches('#vraag-waarover > summary')")
    form.unfold().page.get_by_role("button", name="Klaar", exact=True).click()
    assert form.page.evaluate(FOCUSED) == "klaar"


def test_an_address_can_bring_the_domain(form: FormPage) -> None:
    form.open("?domein=taal").unfold()
    assert form.chips("domeinen") == ["Taal"]
    form.open("?domein=constructor").unfold()
    assert form.chips("domeinen") == []


# Beside the form


ALIKE = ("budget", "personeel", "trekker", "partners", "periode", "status", "doelgroep", "schaal")


@pytest.mark.parametrize("slug", [FIETSLES, LONG, LEESCAFE, "onthaalgesprek-aan-huis"])
def test_the_preview_says_what_the_page_of_the_fiche_says(new_page: PageMaker, site: str, slug: str) -> None:
    page = new_page()  # of its own, for its clock stands still
    page.clock.set_fixed_time("2026-11-21T12:00:00")
    page.goto(f"{site}praktijken/{slug}/")
    there: dict[str, str] = {
        name: plain(page.locator(f".feiten [data-veld={name}]").inner_text()) for name in (*ALIKE, "ingevuld")
    }
    form = FormPage(page, site).open(f"?fiche={slug}")
    here = {name: form.shown(name) for name in ALIKE}
    assert here == {name: there[name] for name in ALIKE}
    assert plain(page.locator("[data-ingevuld]").inner_text()).startswith(there["ingevuld"])


def test_the_preview_follows_what_is_written(form: FormPage) -> None:
    expect(form.page.locator("[data-ingevuld]")).to_have_text("0 van 11 rubrieken ingevuld")
    form.enough().pick("domeinen", "onthaal").pick("gemeenten", "Gent", "Aalst")
    expect(form.page.locator("[data-toont=waar]")).to_have_text("Gent en Aalst")
    assert (form.shown("titel"), form.shown("domein"), form.shown("ook")) == (
        "Een taalbuddy voor elke buur", "Taal", "ook bij Onthaal",
    )  # fmt: skip
    expect(form.page.locator("[data-ingevuld]")).to_have_text("1 van 11 rubrieken ingevuld")
    assert "een trekker" not in form.page.locator(".nog-leeg").inner_text()
    assert form.page.locator(".voorvertoning .streepjes .vol").count() == 1


# Correcting


@pytest.mark.parametrize("slug", [FIETSLES, LONG, LEESCAFE])
def test_a_fiche_that_is_opened_and_left_is_the_same(page: Page, site_below: str, slug: str) -> None:
    form = FormPage(page, site_below).open(f"?fiche={slug}").finish()
    assert not form.summary.locator("li").count(), form.summary.inner_text()
    expect(page.get_by_role("heading", name="Er verandert niets")).to_be_visible()


def test_a_correction_changes_its_lines_only(page: Page, each_site: str) -> None:
    form = FormPage(page, each_site).open(f"?fiche={FIETSLES}")
    assert page.get_by_role("heading", level=1).inner_text() == "Verbeter deze fiche"
    assert not page.locator("#slug").is_visible()
    form.write("titel", "Fietsles voor iedereen").finish()
    expect(page.get_by_role("heading", name="Uw verbetering is klaar")).to_be_visible()
    assert page.locator("[data-wijzigingen] del, [data-wijzigingen] ins").all_inner_texts() == [
        "titel: Fietsles voor nieuwkomers", "titel: Fietsles voor iedereen",
    ]  # fmt: skip


def test_still_right_proposes_a_date_only(page: Page, each_site: str) -> None:
    page.goto(f"{each_site}{ADDRESS}?fiche={FIETSLES}&nagekeken=ja")
    expect(page.get_by_role("heading", name="Is alles nog juist?")).to_be_visible()
    assert page.locator("form").is_hidden()
    assert "laatst_nagekeken: 2021-06" in page.locator("[data-wijzigingen] del").inner_text()


@pytest.mark.parametrize("query", ["?fiche=nergens", "?fiche=nergens&nagekeken=ja"])
def test_a_fiche_that_is_not_there_is_said(new_page: PageMaker, site: str, query: str) -> None:
    page = new_page(forgive="data/fiches/nergens.json")
    page.goto(f"{site}{ADDRESS}{query}")
    expect(page.locator("[data-moeite]")).to_contain_text("De fiche ‘nergens’ kon niet geladen worden.")
    assert page.locator("form").is_hidden()


def test_without_its_data_it_says_so(new_page: PageMaker, site: str) -> None:
    page = new_page(forgive="formulier.json")
    page.route("**/data/formulier.json", lambda route: route.abort())
    page.goto(f"{site}{ADDRESS}")
    expect(page.locator("[data-moeite]")).to_contain_text("Het formulier kon niet geladen worden.")
    assert page.locator("form").is_hidden()


# Its limits


def test_it_begins_with_few_stops_for_the_keyboard(form: FormPage) -> None:
    stops = walk(form.page)
    assert wrong(stops) == []
    assert 20 < len(stops) <= STOPS_AT_MOST, [stop["name"] for stop in stops]


def test_every_stop_of_the_keyboard_is_seen(form: FormPage) -> None:
    form.enough().finish()
    form.page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
    form.page.goto(form.page.url)
    form.unfold()
    assert wrong(walk(form.page, most=200)) == []


@pytest.mark.parametrize("state", ["empty", "errors", "a fiche with everything long"])
def test_it_fits_every_width(form: FormPage, state: str) -> None:
    if state == "errors":
        form.finish()
    if state == "a fiche with everything long":
        form.open(f"?fiche={LONG}").unfold().write("titel", "w" * 110).pick("partners", "w" * 120)
    form.unfold()
    found = {}
    for width in (320, 360, 640, 900, 1280):
        form.page.set_viewport_size({"width": width, "height": 800})
        found[width] = form.page.evaluate(TOO_WIDE) + form.page.evaluate(CLIPPED)
    assert not any(found.values()), found


def test_controls_on_a_phone_are_large_enough(phone: Page, site: str) -> None:
    FormPage(phone, site).open().enough().pick("gemeenten", "Gent")
    small = [each for each in phone.evaluate(TARGETS) if not each.startswith(": ")]
    assert small == []
    assert phone.locator(".keus").evaluate_all(LOW) == 0


def test_without_script_it_says_what_to_do(scriptless: Page, each_site: str) -> None:
    scriptless.goto(f"{each_site}{ADDRESS}")
    assert "Dit formulier werkt met JavaScript" in scriptless.inner_text("main")
    assert scriptless.get_by_role("link", name="fiches@example.org").first.is_visible()
    assert scriptless.locator("main input:visible, main button:visible, main summary:visible").count() == 0


@pytest.mark.parametrize("start", ["", "over/", "cijfers/"])
def test_it_is_found_from_anywhere(page: Page, each_site: str, start: str) -> None:
    page.goto(f"{each_site}{start}")
    page.get_by_role("link", name="Voeg een fiche toe").first.click()
    page.wait_for_url(f"{each_site}{ADDRESS}")


def test_forced_colours_keep_what_is_chosen(new_page: PageMaker, site: str) -> None:
    page = new_page(forced_colors="active")
    form = FormPage(page, site).open().enough()
    assert page.eval_on_selector(".gekozen .chip", "chip => getComputedStyle(chip).borderTopStyle") == "solid"
    form.control("domeinen").click()
    page.keyboard.press("ArrowDown")
    assert page.eval_on_selector("[aria-selected=true]", "each => getComputedStyle(each).outlineStyle") == "solid"


def kept(page: Page) -> Any:
    text = page.evaluate("Object.entries(localStorage).find(([key]) => key.endsWith(' ontwerp'))?.[1] ?? 'null'")
    return json.loads(text)


def test_what_is_kept_is_a_fiche(form: FormPage) -> None:
    form.enough()
    expect(form.page.locator("[data-ontwerp]")).to_contain_text("blijft bewaard")
    form.page.wait_for_function("() => Object.values(localStorage).join().includes('laatst_nagekeken')")
    assert kept(form.page)["gegevens"] == {
        "titel": "Een taalbuddy voor elke buur", "samenvatting": SUMMARY, "domeinen": ["taal"],
        "werkingsgebied": "gemeente", "trekker": ["Stad Gent"], "contact": "onbekend", "laatst_nagekeken": "2026-11",
    }  # fmt: skip


def test_its_weight(server: Server) -> None:
    """Its own scripts, without those of the rules, the file and the ways to send it."""
    folder = server.folder
    mine = ("", "_draft", "_fields", "_picker", "_preview", "_problems", "_rows", "_values", "_words")
    assert sum(wire_size(folder, f"scripts/form{each}.js") for each in mine) <= 18_300
