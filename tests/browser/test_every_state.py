"""What holds for every page in every state: valid HTML and CSS, narrow and low windows, large letters, rest, targets.

Each state is visited once, and laid out in every way that a reader may want it; the tests read what was found.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from nu import Complaint, complaints
from playwright.sync_api import Browser, Page
from small_catalogue import CHECKOUT, FILES, good, small
from test_pages import rendered

from browser.choice_page import FIETSLES
from browser.conftest import DESK, PATIENCE, STILL, PageMaker, Server, watched
from browser.states import STATES, State, open_state

pytestmark = pytest.mark.slow

Faults = dict[str, list[str]]
MEASURES = Path(__file__).with_name("layout.js").read_text("utf-8")
ROOM = (  # SC 1.4.12; a line break is no paragraph, and a label is none either
    "*{line-height:1.5 !important;letter-spacing:.12em !important;word-spacing:.16em !important}"
    "p{margin-bottom:2em !important}"
)
LARGE = "html{font-size:200% !important}"
ALL_LAID_OUT = ".kaarten > li{content-visibility:visible !important}"
MEASURE = """async ([css, names]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  // What the page does when its size changes, it does before an observer that comes later hears of a size.
  await new Promise((done) => new ResizeObserver((_, it) => (it.disconnect(), done())).observe(document.body));
  return measure(names);
}"""
FORGET_ALL = "if (self === top && location.host) localStorage.clear()"
FITS = ("wide", "overlapping", "cut")
PHONE, LOW = (320, 800), (320, 256)  # a window of 1280 by 1024 at 400 %
LAYOUTS: Mapping[str, tuple[tuple[int, int], str, tuple[str, ...]]] = {
    "desk": ((1280, 900), "", (*FITS, "small", "moving")),
    "desk with room": ((1280, 900), ROOM, FITS),
    "desk with large letters": ((1280, 900), LARGE, FITS),
    "small desk": ((900, 800), "", FITS),
    "half a desk": ((640, 800), "", FITS),
    "phone": (PHONE, "", (*FITS, "scrolling", "small")),
    "phone with room": (PHONE, ROOM, FITS),
    "400 % zoom": (LOW, "", ("roomless",)),
}


def faults(page: Page, state: State) -> Faults:
    """Return what is wrong in each way the page is laid out."""
    page.evaluate(f"() => {{ window.measure = {MEASURES}; }}")
    found = {}
    for name, (size, css, measures) in LAYOUTS.items():
        if state.narrow and size[0] > 320:
            continue
        page.set_viewport_size({"width": size[0], "height": size[1]})
        lines = page.evaluate(MEASURE, [ALL_LAID_OUT + css, [*measures]])
        found |= {f"{name}: {measure}": wrong for measure, wrong in lines.items()}
    return found


@pytest.fixture(scope="module")
def visited(browser: Browser, server: Server, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Visit every state once; return its faults, and a folder with its document."""
    folder = tmp_path_factory.mktemp("toestanden")
    found = {}
    with browser.new_context(**{**STILL, "viewport": DESK}) as context:
        context.add_init_script(FORGET_ALL)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        with watched(page):
            for name, state in STATES.items():
                page.set_viewport_size({"width": 320, "height": 800} if state.narrow else DESK)
                open_state(page, server.address, state)
                document = page.evaluate("document.documentElement.outerHTML")
                (folder / f"{re.sub('[^a-z]+', '-', name)}.html").write_text(f"<!doctype html>\n{document}", "utf-8")
                found[name] = faults(page, state)
    return {"faults": found, "documents": folder}


def of(visited: dict[str, Any], measure: str) -> Faults:
    """Return the faults that *measure* found, by state and layout."""
    return {
        f"{state}, {layout}": lines
        for state, found in visited["faults"].items()
        for layout, lines in found.items()
        if lines and layout.endswith(f": {measure}")
    }


def test_every_state_was_measured(visited: dict[str, Any]) -> None:
    assert {name: len(found) for name, found in visited["faults"].items() if not STATES[name].narrow} == {
        name: sum(len(measures) for _, _, measures in LAYOUTS.values())
        for name, state in STATES.items()
        if not state.narrow
    }


@pytest.mark.parametrize("measure", ["wide", "overlapping", "cut", "scrolling", "small", "roomless", "moving"])
def test_every_state(visited: dict[str, Any], measure: str) -> None:
    assert of(visited, measure) == {}


# Valid HTML

NOT_WRONG = {  # what the checker, which is of 2020, says of what is right today
    "Expecting source-expression but found .'wasm-unsafe-eval'": "CSP level 3 has it, and search needs it",
    "“span” not allowed as child of element “summary”": "words may stand beside the heading in a summary since 2022",
    "Possible misuse of “aria-label”.*<[uo]l [^>]*aria-label": "ARIA 1.2 lets a list have a name",
    "“inputmode” attribute is not supported in all browsers": "it is, since 2021",
    "Attribute “enterkeyhint” not allowed": "it is in HTML since 2020",
    "Attribute “inert” not allowed": "it is in HTML since 2022",
    "Attribute “popover” not allowed": "it is in HTML since 2023",
    "“aria-activedescendant” value should either refer to a descendant": "ARIA 1.2 has aria-controls for that",
    "Consider using the “h1” element as a top-level heading.*aria-level=.2": "in the own guide it is at level 2",
}


@pytest.fixture(scope="module")
def checked(visited: dict[str, Any], site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Complaint]:
    """Return what the Nu HTML checker says of every built page, without and with base_url, and of every state."""
    folder = tmp_path_factory.mktemp("adres")
    for path, data in with_address(tmp_path_factory.mktemp("bak")).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return complaints(without=site_folder, addressed=folder, state=visited["documents"])


def with_address(root: Path) -> Mapping[str, bytes]:
    """Return the pages of a small catalogue that knows where it is."""
    settings = f"{FILES['content/catalogue.yaml']!s}base_url: https://fiches.voorbeeld.be/bak/\n"
    return rendered(good(small(root, {**FILES, "content/catalogue.yaml": settings})))


def said(complaint: Complaint, known: str) -> bool:
    return bool(re.search(known, f"{complaint.message} {complaint.source}"))


def test_html_is_valid(checked: list[Complaint]) -> None:
    assert [str(each) for each in checked if not any(said(each, known) for known in NOT_WRONG)] == []


@pytest.mark.parametrize("known", NOT_WRONG)
def test_what_is_not_wrong_is_still_said(checked: list[Complaint], known: str) -> None:
    """Or its line can go. Each folder gets at least one, so each was read."""
    assert any(said(each, known) for each in checked)
    assert {each.page.partition("/")[0] for each in checked} == {"without", "addressed", "state"}


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "fout.html").write_text("<!doctype html><title>x</title><p id=a><ul id=a><b></ul>", "utf-8")
    found = " ".join(each.message for each in complaints(here=tmp_path))
    assert "Duplicate ID “a”" in found
    assert "not allowed as child of element “ul”" in found


# Valid CSS: the checker knows that of 2020, so a browser says which declarations it would drop

STYLES = CHECKOUT / "themes" / "default" / "styles"
DROPPED = """declarations => declarations.filter(([name, value]) => !CSS.supports(name, value))"""
OF_ANOTHER = {  # a property that is there for another browser
    "text-size-adjust": "the name that WebKit has with its prefix",
}


def declarations(rules: list[Any]) -> Iterator[tuple[str, str]]:
    """Yield every declaration in *rules* and in the rules of their media; what cannot be read is a failure."""
    for rule in rules:
        assert rule.type != "error", f"line {rule.source_line}: {rule.message}"
        if rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"}:
            yield from declarations(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
        elif rule.type == "qualified-rule":
            for each in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True):
                assert each.type == "declaration", f"line {each.source_line}: no declaration"
                yield each.name, tinycss2.serialize(each.value).strip()


@pytest.mark.parametrize("sheet", sorted(STYLES.glob("*.css")), ids=lambda sheet: sheet.stem)
def test_css_is_valid(page: Page, sheet: Path) -> None:
    rules = tinycss2.parse_stylesheet(sheet.read_text("utf-8"), skip_comments=True, skip_whitespace=True)
    found = {each for each in declarations(rules) if each[0] not in OF_ANOTHER}
    assert page.evaluate(DROPPED, [list(each) for each in sorted(found)]) == []


def test_an_unknown_declaration_is_found(page: Page) -> None:
    sheet = "a{colour:red} @media print{b{display:gird;top:var(--x)}}"
    found = [list(each) for each in declarations(tinycss2.parse_stylesheet(sheet))]
    assert page.evaluate(DROPPED, found) == [["colour", "red"], ["display", "gird"]]


# Colours that the reader forces


def test_forced_colours_keep_the_map(new_page: PageMaker, site: str) -> None:
    for scheme, dot in (("light", "rgb(0, 0, 0)"), ("dark", "rgb(255, 255, 255)")):
        page = new_page(forced_colors="active", color_scheme=scheme)
        page.goto(site)
        assert page.eval_on_selector(".stip", "dot => getComputedStyle(dot).fill") == dot
        assert page.eval_on_selector(".land", "land => getComputedStyle(land).fill") != dot


# The freshness of a fiche


@pytest.mark.parametrize("width", [1280, 900, 320])
def test_a_date_breaks_between_its_words_only(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}praktijken/{FIETSLES}/")
    assert page.inner_text(".vers b") == "juni 2021"
    assert page.eval_on_selector(".vers b", LINES, "november") == [1, 1, 1]
    assert page.eval_on_selector(".vers b", LINES, "28 september")[1:] == [1, 1, 1]


LINES = """(place, month) => {
  place.textContent = place.textContent.replace(/^.*(?=\\s\\d{4}$)/, month); // the space before the year stays
  const lines = (begin, end) => {
    const range = document.createRange();
    range.setStart(place.firstChild, begin);
    range.setEnd(place.firstChild, end);
    return range.getClientRects().length;
  };
  const words = [...place.textContent.matchAll(/[^\\s]+/g)];
  const [whole, ends] = [place.textContent.length, (word) => word.index + word[0].length];
  return [lines(0, whole), ...words.map((word) => lines(word.index, ends(word)))];
}"""
