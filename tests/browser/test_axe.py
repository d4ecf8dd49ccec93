"""What axe-core, the keyboard and a screen reader find wrong in any kind of page, in any state: nothing."""

import pytest
from playwright.sync_api import Page

from browser.access import by_ear_and_keyboard, in_both_schemes
from browser.states import STATES, State, open_state

pytestmark = pytest.mark.slow

MEASURES = ("names", "buttons", "headings", "tables", "order", "live", "focus")


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_axe(request: pytest.FixtureRequest, site: str, state: State) -> None:
    page: Page = request.getfixturevalue("phone" if state.narrow else "page")
    open_state(page, site, state)
    assert {**in_both_schemes(page), **by_ear_and_keyboard(page, *MEASURES)} == {}


def test_the_page_that_sends_on(page: Page, site: str) -> None:
    """It is left at once; without that it says where to go."""
    page.goto(site)
    page.set_content(page.request.get(f"{site}praktijken/leren-fietsen/").text().replace('http-equiv="refresh"', ""))
    assert in_both_schemes(page) == {}
