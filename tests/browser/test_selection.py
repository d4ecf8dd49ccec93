"""The star on every card and the tray: choosing fiches, in every way a reader may come by them."""

import pytest
from playwright.sync_api import Page, expect

from browser.choice_page import ALL, FIETSLES, GIDSEN, LEESCAFE, WOONCLUB, focused, keep, kept, said
from browser.conftest import PageMaker, Server
from browser.list_page import ListPage
from browser.test_keyboard_and_phone import TARGETS, walk, wrong
from browser.test_pages import CLIPPED, TOO_WIDE

pytestmark = pytest.mark.slow

WITH_CARDS = ["", "praktijken/", "domeinen/taal/", "gemeenten/antwerpen/", "organisaties/stad-antwerpen/"]


@pytest.mark.parametrize("address", WITH_CARDS)
def test_each_card_has_one_star_that_names_its_fiche(page: Page, site: str, address: str) -> None:
    page.goto(f"{site}{address}")
    page.wait_for_selector(".ster")
    cards = page.locator(".kaart[data-slug]").count()
    assert cards
    assert page.locator(".kaart > .kaart-binnen > .ster").count() == cards
    assert page.locator(f".ster[data-ster='{FIETSLES}']").count() in {0, 1, 2}
    for card in page.locator(".kaart[data-slug]").all():
        title = card.locator(".kaart-titel").text_content()  # also of a card that is not painted yet
        expect(card.get_by_role("button", name=f"Bewaar ‘{title}’", pressed=False)).to_have_count(1)


def test_a_star_keeps_a_fiche_and_lets_it_go(page: Page, each_site: str) -> None:
    keep(page, each_site)
    star = page.locator(f"[data-ster='{FIETSLES}']")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(star).to_contain_text("Bewaard")
    assert page.url == f"{each_site}praktijken/", "the star opens the fiche"
    assert kept(page) == [FIETSLES]
    assert said(page).endswith("‘Fietsles voor nieuwkomers’ is bewaard. 1 fiche bewaard.")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "false")
    assert kept(page) is None
    assert said(page).endswith("‘Fietsles voor nieuwkomers’ is niet meer bewaard. Uw selectie is leeg.")
    assert not page.locator(".lade").is_visible()


def test_the_rest_of_a_card_still_opens_the_fiche(page: Page, site: str) -> None:
    keep(page, site)
    page.locator(f".kaart[data-slug='{FIETSLES}'] .kaart-tekst").click(force=True)
    page.wait_for_url(f"{site}praktijken/{FIETSLES}/")


def test_a_fiche_has_a_star_of_its_own(page: Page, site: str) -> None:
    keep(page, site)
    page.goto(f"{site}praktijken/{FIETSLES}/")
    star = page.locator(".acties .ster")
    star.click()
    assert star.get_attribute("aria-pressed") == "true"
    assert " ".join(star.inner_text().split()).startswith("Deze fiche is bewaard")
    page.goto(f"{site}praktijken/")
    assert page.get_attribute(f"[data-ster='{FIETSLES}']", "aria-pressed") == "true"


def test_stars_stay_right_while_the_list_is_searched_and_filtered(page: Page, site: str) -> None:
    keep(page, site, FIETSLES, WOONCLUB)
    shown = ListPage(page, site).open("?q=fietsles")
    assert page.get_attribute(f"[data-ster='{FIETSLES}']", "aria-pressed") == "true"
    stars = page.locator("[data-resultaten] .ster").count()
    assert stars == page.locator("[data-resultaten] [data-slug]").count() == len(shown.slugs)
    page.locator(f"[data-ster='{FIETSLES}']").click()
    page.goto(f"{site}praktijken/?domein=onthaal")
    shown.done()
    assert page.locator(".ster[aria-pressed=true]").count() == 0
    page.locator("[data-resultaten] .ster").first.click()
    assert len(kept(page)) == 2


def test_the_tray_leads_to_the_comparison_and_the_guide(page: Page, each_site: str) -> None:
    keep(page, each_site, FIETSLES)
    tray = page.get_by_role("region", name="Uw selectie")
    assert "1 fiche bewaard" in tray.inner_text()
    assert not tray.get_by_role("link", name="Vergelijk").is_visible(), "one fiche cannot be compared"
    page.locator(f"[data-ster='{WOONCLUB}']").click()
    links = {link.inner_text(): link.get_attribute("href") for link in tray.get_by_role("link").all()}
    assert links == {
        "Vergelijk": f"{each_site}vergelijk/?f={FIETSLES},{WOONCLUB}",
        "Maak een gids": f"{each_site}gids/?f={FIETSLES},{WOONCLUB}",
    }


def test_the_tray_says_how_many_are_compared(page: Page, site: str) -> None:
    keep(page, site, *ALL[:7])
    assert page.locator(".lade").get_by_role("link", name="Vergelijk de eerste 6").is_visible()


def test_what_is_wiped_can_be_put_back(page: Page, site: str) -> None:
    keep(page, site, FIETSLES, WOONCLUB)
    page.locator(".lade").get_by_role("button", name="Wis").click()
    assert kept(page) is None
    assert page.locator(".ster[aria-pressed=true]").count() == 0
    assert focused(page) == "Zet terug"
    assert said(page).endswith("Selectie gewist")
    page.keyboard.press("Enter")
    assert kept(page) == [FIETSLES, WOONCLUB]
    assert focused(page) == "Wis"
    assert page.locator(".ster[aria-pressed=true]").count() == 2


def test_another_window_follows(page: Page, site: str) -> None:
    keep(page, site, FIETSLES)
    other = page.context.new_page()
    other.goto(f"{site}praktijken/{WOONCLUB}/")
    other.locator(".acties .ster").click()
    expect(page.locator(f"[data-ster='{WOONCLUB}']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".lade-telling")).to_have_text("2 fiches bewaard")
    other.close()


def test_a_selection_that_is_full_says_so(page: Page, site: str) -> None:
    keep(page, site, FIETSLES)
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find(name => name.endsWith(" selectie"));
          localStorage.setItem(key, JSON.stringify(Array.from({ length: 60 }, (_, place) => `fiche-${place}`)));
        }"""
    )
    page.reload()
    page.locator(f"[data-ster='{FIETSLES}']").click()
    assert page.get_attribute(f"[data-ster='{FIETSLES}']", "aria-pressed") == "false"
    assert said(page).endswith("U bewaart al 60 fiches. Meer kan niet: haal er eerst een weg.")
    assert "Meer kan niet" in page.locator(".lade").inner_text(), "who sees the page must know it too"
    page.evaluate("localStorage.clear()")


@pytest.mark.parametrize("odd", ["{kapot", '"tekst"', "[1,null,{}]", '["<b>","../x"]'])
def test_what_cannot_be_read_is_an_empty_selection(page: Page, site: str, odd: str) -> None:
    keep(page, site, FIETSLES)
    page.evaluate(
        "odd => localStorage.setItem(Object.keys(localStorage).find(name => name.endsWith(' selectie')), odd)", odd
    )
    page.reload()
    page.wait_for_selector(".ster")
    assert page.locator(".ster[aria-pressed=true]").count() == 0
    assert not page.locator(".lade").is_visible()


@pytest.mark.parametrize("address", ["", "praktijken/", f"praktijken/{FIETSLES}/"])
def test_the_tray_covers_nothing_that_has_the_focus(page: Page, site: str, address: str) -> None:
    keep(page, site, FIETSLES, WOONCLUB)
    page.goto(f"{site}{address}", wait_until="networkidle")
    stops = walk(page)
    assert wrong(stops) == []
    assert [stop["name"] for stop in stops[-3:]] == ["Wis", "Vergelijk", "Maak een gids"]
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    foot, tray = page.locator(".voet").bounding_box(), page.locator(".lade").bounding_box()
    assert foot
    assert tray
    assert foot["y"] + foot["height"] <= tray["y"] + 1, "the tray hides the end of the page"


@pytest.mark.parametrize("address", ["", "praktijken/", f"praktijken/{FIETSLES}/", f"praktijken/{ALL[5]}/"])
def test_star_and_tray_fit_everywhere(page: Page, site: str, address: str) -> None:
    keep(page, site, *ALL)
    page.goto(f"{site}{address}", wait_until="networkidle")
    found = {}
    for width in (320, 360, 640, 900, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(TOO_WIDE) + page.evaluate(CLIPPED)
    assert not any(found.values()), found


def test_on_a_phone_the_star_is_large_enough_and_keeps_its_name(phone: Page, site: str) -> None:
    keep(phone, site, GIDSEN, LEESCAFE)
    assert phone.evaluate(TARGETS) == []
    clip = "word => getComputedStyle(word).clipPath"
    assert phone.eval_on_selector(f"[data-ster='{GIDSEN}'] .ster-woord", clip) == "inset(50%)"
    expect(phone.get_by_role("button", name="Bewaard ‘10 buurtgidsen’", pressed=True)).to_have_count(1)


def test_in_a_low_window_the_tray_does_not_stick(phone: Page, site: str) -> None:
    keep(phone, site, GIDSEN)
    phone.set_viewport_size({"width": 320, "height": 256})
    assert phone.evaluate("getComputedStyle(document.querySelector('.lade')).position") == "static"


def test_without_script_there_is_no_star(scriptless: Page, site: str) -> None:
    scriptless.goto(f"{site}praktijken/")
    assert scriptless.locator(".ster, .lade").count() == 0


def test_star_and_tray_stay_off_paper(page: Page, site: str) -> None:
    keep(page, site, GIDSEN)
    page.emulate_media(media="print")
    assert page.locator(".ster:visible, .lade:visible").count() == 0
    page.emulate_media(media="null")


def test_forced_colours_show_what_is_kept(new_page: PageMaker, site: str) -> None:
    page = new_page(forced_colors="active")
    keep(page, site, GIDSEN)
    fill = "star => getComputedStyle(star.querySelector('path')).fill"
    chosen = page.eval_on_selector(f"[data-ster='{GIDSEN}']", fill)
    other = page.eval_on_selector(f"[data-ster='{WOONCLUB}']", fill)
    assert chosen != other == "none"


def test_a_hundred_stars_are_set_at_once(new_page: PageMaker, large_server: Server) -> None:
    page = new_page()
    page.goto(f"{large_server.address}praktijken/", wait_until="networkidle")
    assert page.locator(".ster").count() == 100
