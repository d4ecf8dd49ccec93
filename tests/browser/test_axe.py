"""What axe-core, the keyboard and a screen reader find wrong in any kind of page, in any state: nothing."""

import pytest
from playwright.sync_api import Page

from browser.access import by_ear_and_keyboard, in_both_schemes
from browser.conftest import PageMaker
from browser.states import STATES, State, open_state

pytestmark = pytest.mark.slow

MEASURES = ("names", "buttons", "headings", "tables", "order", "live", "focus")


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_axe(request: pytest.FixtureRequest, site: str, state: State) -> None:
    page: Page = request.getfixturevalue("phone" if state.narrow else "page")
    open_state(page, site, state)
    assert {**in_both_schemes(page), **by_ear_and_keyboard(page, *MEASURES)} == {}


def test_the_page_that_sends_on(new_page: PageMaker, site: str) -> None:
    """It is left at once; who stays reads where to go."""
    page, address = new_page(), f"{site}praktijken/leren-fietsen/"
    served = page.request.get(address).text()
    page.route(address, lambda route: route.fulfill(body=served.replace("refresh", ""), content_type="text/html"))
    page.goto(address)
    assert {**in_both_schemes(page), **by_ear_and_keyboard(page, "names", "headings")} == {}


WEAR = "css => { const worn = new CSSStyleSheet(); worn.replaceSync(css); document.adoptedStyleSheets = [worn]; }"
WRONG = (
    "<h5>Kop</h5> <a href=/a>Zelfde</a> <a href=/b>Zelfde</a> <button>Ga</button> <button>Ga</button> "
    "<a href=/c tabindex=3>Eerst</a> <table><tr><th>Kop</th></tr></table> <div role=alert>Au</div>"
)


def test_what_is_wrong_is_seen(page: Page, site: str) -> None:
    """Make a page that is right wrong in every way that access.js looks for."""
    page.goto(f"{site}over/")
    page.evaluate(WEAR, ":focus-visible { outline: none !important }")
    assert "a ‘Over’ does not show the focus" in " ".join(by_ear_and_keyboard(page, "focus")["focus"])
    page.evaluate(WEAR, ".balk { position: sticky; top: 0; height: 300px; z-index: 9 } .voet { height: 2000px }")
    page.set_viewport_size({"width": 1280, "height": 500})
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert "lies under balk" in " ".join(by_ear_and_keyboard(page, "focus")["focus"])
    page.evaluate("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", WRONG)
    found = by_ear_and_keyboard(page, *(each for each in MEASURES if each != "focus"))
    assert {measure: len(wrong) for measure, wrong in found.items()} == {
        "names": 1, "buttons": 1, "headings": 1, "tables": 2, "order": 1, "live": 1,
    }  # fmt: skip
