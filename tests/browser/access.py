"""What axe-core and access.js find wrong in a page as it is now."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALSO = (  # rules that axe runs only when asked
    "target-size", "label-content-name-mismatch", "table-fake-caption", "td-has-header", "css-orientation-lock",
)  # fmt: skip  not focus-order-semantics: it wants a landmark around each table that scrolls
OF_COLOUR = ["color-contrast", "link-in-text-block"]
MEASURES = Path(__file__).with_name("access.js").read_text("utf-8")


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """Return what axe-core finds; only these *rules*, or all of them."""
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    also = {} if rules else {rule: {"enabled": True} for rule in ALSO}
    found = Axe().run(page, options={"runOnly": only, "rules": also, "resultTypes": ["violations"]})
    return [
        f"{each['id']} ({each['impact']}): {each['help']}\n    {node['html'][:160]}\n    {node['failureSummary']}"
        for each in found.response["violations"]
        for node in each["nodes"][:4]
    ]


def in_both_schemes(page: Page) -> dict[str, list[str]]:
    """Return what is wrong in light and in dark; in the dark only what a colour can do wrong is another matter."""
    page.emulate_media(color_scheme="dark")
    found = {"dark": violations(page, OF_COLOUR)}
    page.emulate_media(color_scheme="light")
    return {scheme: wrong for scheme, wrong in {**found, "light": violations(page)}.items() if wrong}


def by_ear_and_keyboard(page: Page, *measures: str) -> dict[str, list[str]]:
    """Return what access.js finds with each of *measures*; ‘focus’ moves the focus all over the page."""
    page.evaluate(f"() => {{ window.measures = {MEASURES}; }}")
    if "focus" in measures:
        page.keyboard.press("Shift")  # a key was the last thing touched: from now on the focus must be seen
    found = {measure: page.evaluate(f"() => measures.{measure}()") for measure in measures}
    return {measure: wrong for measure, wrong in found.items() if wrong}
