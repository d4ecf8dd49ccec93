"""Every kind of page and every state a script brings it in, so that what holds for all can be held against all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from browser.choice_page import FIETSLES, HUIZEN, LEESCAFE, LONG, WOONCLUB
from browser.form_page import FormPage
from browser.list_page import ListPage

Act = Callable[[Page], object]
SIX = ",".join((FIETSLES, LONG, WOONCLUB, HUIZEN, LEESCAFE, "samen-onthalen"))
FORM = "fiche-toevoegen/"


@dataclass(frozen=True, slots=True)
class State:
    """An address of the small catalogue, and what a reader does there; *narrow* ones are only on a phone."""

    address: str
    act: Act = lambda page: None
    narrow: bool = False


def open_state(page: Page, site: str, state: State) -> None:
    """Bring *page* in *state*. What the browser keeps is up to the caller."""
    page.goto(f"{site}{state.address}")
    if page.locator("[data-resultaten]").count():
        ListPage(page, site).done()
    if "?f=" in state.address:
        page.wait_for_selector(".inhoud-blad:not(:empty), main[style*=--maat]")
    state.act(page)


def _typed(page: Page) -> None:
    page.fill("#q", "")
    page.locator("#q").press_sequentially("taal")
    expect(page.locator(".suggesties")).to_be_visible()


def _active(page: Page) -> None:
    _typed(page)
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**/?q=taal")
    ListPage(page, "").done()


def _unfolded(page: Page) -> None:
    page.eval_on_selector_all("details", "all => all.forEach(each => { each.open = true; })")


def _sheet(page: Page) -> None:
    page.get_by_role("button", name="Filters").click()
    _unfolded(page)


def _starred(page: Page) -> None:
    for slug in (FIETSLES, WOONCLUB):
        page.locator(f"[data-ster='{slug}']").click()
    page.evaluate("scrollTo(0, 0)")


def _at_home(page: Page) -> None:
    page.locator("[data-in-de-buurt] input").fill("Gent")
    page.locator("[data-in-de-buurt] .knop").click()
    expect(page.locator("[data-lijst] li").first).to_be_visible()


def _ambiguous(page: Page) -> None:
    page.locator("[data-in-de-buurt] input").fill("xqz")
    page.locator("[data-in-de-buurt] .knop").click()
    expect(page.locator("[data-in-de-buurt] [data-antwoord]")).not_to_be_empty()


def _explained(page: Page) -> None:
    page.locator(".term").first.click()
    expect(page.locator(".uitleg")).to_be_visible()


def _form(page: Page) -> FormPage:
    expect(page.locator("form")).to_be_visible()
    return FormPage(page, "").unfold()


def _wrong(page: Page) -> None:
    form = _form(page)
    for path in ("contact", "budget.bedragen", "links"):
        form.field(path).locator("[data-erbij]").click()
    form.control("budget.bedragen[0].euro").fill("veel")
    form.finish()
    expect(form.summary).to_be_visible()


def _choosing(page: Page) -> None:
    form = _form(page)
    form.pick("gemeenten", "Gent", "Antwerpen")
    form.control("gemeenten").fill("kort")
    expect(form.options.first).to_be_visible()


def _made(page: Page) -> None:
    form = _form(page).enough().finish()
    assert form.result


def _corrected(page: Page) -> None:
    expect(page.locator("form")).to_be_visible()
    expect(page.locator("#v-titel")).not_to_have_value("")
    FormPage(page, "").unfold()


STATES: Mapping[str, State] = {
    "home": State(""),
    "home with suggestions": State("", _typed),
    "home of a municipality": State("", _at_home),
    "home of a municipality that is not there": State("", _ambiguous),
    "catalogue": State("praktijken/", _unfolded),
    "catalogue with stars and the tray": State("praktijken/", _starred),
    "filters in a sheet": State("praktijken/?domein=taal", _sheet, narrow=True),
    "results": State("praktijken/?q=fietsles&domein=taal&domein=onthaal"),
    "results for a long word": State(f"praktijken/?q={'w' * 120}&domein=intergemeentelijke-samenwerking"),
    "nothing found": State("praktijken/?q=xqzwvk"),
    "a mistyped word": State("praktijken/?q=fiestles"),
    "a municipality without fiches": State("praktijken/?q=8900"),
    "fiche": State(f"praktijken/{FIETSLES}/"),
    "fiche with a term explained": State(f"praktijken/{FIETSLES}/", _explained),
    "fiche with notes, an image and a list to tick": State(f"praktijken/{WOONCLUB}/"),
    "fiche with everything long": State(f"praktijken/{LONG}/"),
    "domain": State("domeinen/taal/"),
    "domain without fiches": State("domeinen/vrije-tijd/"),
    "municipality": State("gemeenten/antwerpen/"),
    "province": State("provincies/antwerpen/"),
    "target group": State("doelgroepen/nieuwkomers/"),
    "municipalities": State("gemeenten/"),
    "domains": State("domeinen/"),
    "text": State("over/"),
    "recommendations": State("aanbevelingen/"),
    "recommendations of an addressee": State("aanbevelingen/?aan=ocmws"),
    "publication": State("bronnen/gids/"),
    "organisation": State("organisaties/stad-antwerpen/"),
    "organisations": State("organisaties/"),
    "terms": State("woordenlijst/"),
    "figures": State("cijfers/"),
    "comparison of nothing": State("vergelijk/"),
    "comparison of two": State(f"vergelijk/?f={FIETSLES},{LONG}"),
    "comparison of six": State(f"vergelijk/?f={SIX}"),
    "own guide without fiches": State("gids/"),
    "own guide": State(f"gids/?f={FIETSLES},{LONG}&titel=Fietsen"),
    "form": State(FORM, _form),
    "form with what is wrong": State(FORM, _wrong),
    "form with a list to choose from": State(FORM, _choosing),
    "form with its fiche": State(FORM, _made),
    "form that corrects": State(f"{FORM}?fiche={FIETSLES}", _corrected),
    "not found": State("404.html"),
    "catalogue, the nearest first": State("praktijken/?sorteer=afstand&vanuit=gent"),
    "catalogue, nearest to nobody yet": State("praktijken/?sorteer=afstand"),
    "catalogue with suggestions, one of them active": State("praktijken/", _active),
    "an offer to filter": State("praktijken/?q=huisvesting+antwerpen"),
    "a filter that is not there": State("praktijken/?budget=per-eenheid"),
    "fiche that says little": State("praktijken/samen-onthalen/"),
    "comparison of one": State(f"vergelijk/?f={FIETSLES}"),
    "own guide that someone shared, with what is gone": State(f"gids/?f={FIETSLES},weg-is-weg"),
    "recommendations that are not there": State("aanbevelingen/?aan=ocmws&domein=taal"),
    "still right?": State(f"{FORM}?fiche={FIETSLES}&nagekeken=ja"),
    "publications": State("bronnen/"),
    "open data": State("data/"),
}
