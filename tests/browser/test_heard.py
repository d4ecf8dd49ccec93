"""What changes is said: once, when there is time, and in a place that was there before (WCAG 4.1.3)."""

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page, expect

from browser.choice_page import FIETSLES, WOONCLUB, compare, guide, keep
from browser.form_page import FormPage
from browser.list_page import ListPage

pytestmark = pytest.mark.slow

EAR = """() => {
  const region = "[role=status], [role=alert], [aria-live]";
  const there = new Set([...document.querySelectorAll(region)].filter((each) => each.checkVisibility()));
  const words = new Map([...there].map((each) => [each, each.textContent.trim()]));
  window.heard = [];
  new MutationObserver((changes) => {
    const at = (node) => (node instanceof Element ? node : node.parentElement)?.closest(region);
    for (const place of new Set(changes.map(({ target }) => at(target)))) {
      const said = place?.textContent.replace(/\\s+/g, " ").trim();
      if (!said || words.get(place) === said) continue;
      words.set(place, said);
      const aloud = place.getAttribute("role") === "alert" || place.ariaLive === "assertive" ? "interrupts: " : "";
      window.heard.push(aloud + (there.has(place) ? "" : "out of nothing: ") + said);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""
SEND = "words => { const q = document.querySelector('#q'); q.value = words; q.form.requestSubmit(); }"
REPEATS = """() => {
  window.repeats = 0;
  const said = document.querySelector("[data-ontwerp] [role=status]");
  const all = { subtree: true, childList: true, characterData: true };
  new MutationObserver((changes) => (window.repeats += changes.length)).observe(said, all);
}"""


def listen(page: Page) -> None:
    page.evaluate(EAR)


def heard(page: Page) -> list[str]:
    """Return what was said since `listen`, in order."""
    said: list[str] = page.evaluate("() => window.heard")
    return said


def searched(page: Page, site: str) -> None:
    shown = ListPage(page, site).open()
    listen(page)
    page.evaluate(SEND, "fietsles")
    shown.done()


def filtered(page: Page, site: str) -> None:
    shown = ListPage(page, site).open()
    listen(page)
    shown.box("domein", "taal").focus()
    page.keyboard.press("Space")
    shown.done()


def nothing(page: Page, site: str) -> None:
    shown = ListPage(page, site).open()
    listen(page)
    page.evaluate(SEND, "xqzwvk")
    shown.done()


def no_value(page: Page, site: str) -> None:
    ListPage(page, site).open()
    field = page.get_by_label("Zoek een gemeente")
    page.locator("[data-facet=gemeente]").evaluate("group => { group.open = true; }")
    listen(page)
    field.fill("xqz")


def starred(page: Page, site: str) -> None:
    ListPage(page, site).open()
    listen(page)
    page.locator(f"[data-ster='{WOONCLUB}']").press("Enter")
    page.locator(f"[data-ster='{WOONCLUB}']").press("Enter")


def wiped(page: Page, site: str) -> None:
    keep(page, site, FIETSLES, WOONCLUB)
    listen(page)
    page.get_by_role("button", name="Wis", exact=True).press("Enter")
    page.get_by_role("button", name="Zet terug").press("Enter")


def no_town(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator("[data-in-de-buurt]")).to_be_visible()
    listen(page)
    page.locator("#uw-gemeente").fill("xqz")
    page.locator("#uw-gemeente").press("Enter")
    expect(page.locator("[data-in-de-buurt] [data-antwoord]")).not_to_be_empty()


def advised(page: Page, site: str) -> None:
    page.goto(f"{site}aanbevelingen/")
    listen(page)
    page.get_by_label("Domein").select_option("taal")


def taken_out(page: Page, site: str) -> None:
    compare(page, site, f"?f={FIETSLES},{WOONCLUB}")
    listen(page)
    page.locator("[data-weg]").first.press("Enter")
    expect(page.locator("[data-weg]")).to_have_count(1)


def moved(page: Page, site: str) -> None:
    guide(page, site, f"?f={FIETSLES},{WOONCLUB}")
    listen(page)
    page.locator("[data-neer]").first.press("Enter")
    page.locator("[data-weg]").first.press("Enter")


def copied(page: Page, site: str) -> None:
    compare(page, site, f"?f={FIETSLES}")
    listen(page)
    page.evaluate("navigator.clipboard.writeText = async () => {}")
    page.locator("[data-kopieer]").press("Enter")
    expect(page.locator("[data-zegt]")).to_contain_text("gekopieerd")


def emptied(page: Page, site: str) -> None:
    """Open the own guide without fiches: what is said later comes in a place that is there, though it is empty."""
    page.goto(f"{site}gids/")
    expect(page.locator("[data-leeg]")).to_be_visible()
    listen(page)
    page.evaluate("document.querySelector('[data-zegt]').textContent = 'Iets.'")


def begun(page: Page, site: str) -> FormPage:
    """Begin to write a fiche, and wait until it is said that it is kept."""
    form = FormPage(page, site).first()
    form.control("titel").fill("Een titel")
    expect(page.locator("[data-ontwerp] [role=status]")).not_to_be_empty()
    return form


def drafted(page: Page, site: str) -> None:
    form = FormPage(page, site).first()
    listen(page)
    form.control("titel").fill("Een titel")
    expect(page.locator("[data-ontwerp] [role=status]")).not_to_be_empty()


def picked(page: Page, site: str) -> None:
    form = begun(page, site).unfold()
    field = form.control("gemeenten")
    field.focus()
    listen(page)
    field.fill("kortr")
    page.keyboard.press("Enter")
    expect(form.field("gemeenten").locator("[data-gekozen] button")).to_have_count(1)


def result_copied(page: Page, site: str) -> None:
    form = begun(page, site).enough().finish()
    assert form.result
    listen(page)
    page.evaluate("navigator.clipboard.writeText = async () => {}")
    page.get_by_role("button", name="Kopieer de tekst").press("Enter")
    expect(page.locator("[data-resultaat] [data-zegt]")).not_to_be_empty()


LEFT = "‘Fietsles voor nieuwkomers’ is weggehaald. Nog 1 fiche. Dit is één fiche. Kies er nog een om te vergelijken."
SAID: Mapping[str, tuple[Callable[[Page, str], None], tuple[str, ...]]] = {
    "the number of results": (searched, ("3 fiches voor ‘fietsles’",)),
    "a filter": (filtered, ("3 fiches",)),
    "nothing found": (nothing, ("Geen fiches voor ‘xqzwvk’",)),
    "a filter that is not there": (no_value, ("Geen fiches bij ‘xqz’.",)),
    "a star, and the same again": (
        starred,
        (
            "‘Woonclub voor wie een huis zoekt’ is bewaard. 1 fiche bewaard.",
            "‘Woonclub voor wie een huis zoekt’ is niet meer bewaard. Uw selectie is leeg.",
        ),
    ),
    "the selection wiped and put back": (wiped, ("Selectie gewist", "Teruggezet. 2 fiches bewaard.")),
    "a municipality that is not there": (no_town, ("Geen gemeente in België heet ‘xqz’.",)),
    "recommendations filtered": (advised, ("2 aanbevelingen",)),
    "a fiche out of the comparison": (taken_out, (LEFT,)),
    "a fiche moved in the guide, and taken out": (
        moved,
        (
            "‘Fietsles voor nieuwkomers’ staat nu op plaats 2 van 2.",
            "‘Woonclub voor wie een huis zoekt’ is weggehaald. Nog 1 fiche.",
        ),
    ),
    "an address copied": (copied, ("Het adres is gekopieerd.",)),
    "the place where a guide speaks": (emptied, ("Iets.",)),
    "that a draft is kept": (drafted, ("Uw ontwerp blijft bewaard in deze browser.",)),
    "a list in the form, and the choice": (picked, ("1 keuze. Kies met pijl omlaag.", "‘Kortrijk’ is gekozen.")),
    "the text of a fiche copied": (result_copied, ("De tekst is gekopieerd.",)),
}


@pytest.mark.parametrize(("act", "expected"), SAID.values(), ids=SAID.keys())
def test_what_changes_is_said(
    page: Page, site: str, act: Callable[[Page, str], None], expected: tuple[str, ...]
) -> None:
    act(page, site)
    assert tuple(heard(page)) == expected


def test_what_is_kept_while_someone_writes_is_said_once(page: Page, site: str) -> None:
    form = begun(page, site)
    page.evaluate(REPEATS)
    form.control("titel").fill("Een langere titel")
    page.wait_for_function("() => Object.values({ ...localStorage }).some((each) => each.includes('langere'))")
    assert page.evaluate("() => window.repeats") == 0


def test_the_dash_before_an_item_is_seen_and_not_heard(page: Page, site: str) -> None:
    page.goto(f"{site}data/")
    dash = page.locator(".tekst ul > li").first.evaluate("item => getComputedStyle(item, '::before').content")
    assert dash.startswith('"–"')
    assert "listitem: –" not in page.locator("main").aria_snapshot()
    assert "listitem: Leeg" in page.locator("main").aria_snapshot()


def test_mistakes_are_said_by_the_summary_that_takes_the_focus(page: Page, site: str) -> None:
    form = FormPage(page, site).first().finish()
    expect(form.summary).to_be_focused()
    assert page.locator(":focus").get_attribute("aria-labelledby") == "fouten"
    assert "te verbeteren" in page.locator("#fouten").inner_text()
