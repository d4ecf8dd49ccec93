"""The whole way of a fiche: from the form to a file on disk that `check` passes and `build` builds, and back again."""

import difflib
import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from small_catalogue import TODAY, fichebak

from browser.access import in_both_schemes
from browser.choice_page import ALL as SLUGS
from browser.conftest import PageMaker, Server, serving
from browser.test_pages import TOO_WIDE

pytestmark = pytest.mark.slow

FORM = "fiche-toevoegen/"
FIETSLES = "fietsles-voor-nieuwkomers"
TITLE = "no: @x: y & 'z' # \"q\" \\ 100 % é 👩‍👩‍👧"
SUMMARY = f"{TITLE} - [a, b] {{c: d}} *e !f | > `g` <h> ~ ? :i: 's-Gravenwezel, en dan nog een gewone zin erachteraan."
PARTNERS = [
    "no", "1e3", "12:30", "0123", "null", "'s-Gravenwezel", '"tussen tekens"', "# geen commentaar", "- {x: y}, [z]",
]  # fmt: skip
LESSONS = [
    "Ja: nee # toch", "@x: y, %z", "*ster & !uitroep", "a\tb", "c\u200bd", "half \ud83d teken", "12.500", "e\u0301",
]  # fmt: skip
READ = [*LESSONS[:5], "half \ufffd teken", *LESSONS[6:]]  # what has no bytes becomes a sign that says so
TELLING = """\
We deden dit: *snel*.

- eerst `dit`
- dan [dat](https://example.org/a?b=c#d)

> "Echt" waar & \\<niet> anders"""


@pytest.fixture
def catalogue(site_folder: Path, tmp_path: Path) -> Path:
    """Return the small catalogue with its site, to change."""
    shutil.copytree(site_folder.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def own(catalogue: Path) -> Iterator[Server]:
    with serving(catalogue / "site", "/a/b/") as running:
        yield running


def field(page: Page | Locator, path: str) -> Locator:
    return page.locator(f"[data-pad='{path}']").first


def write(page: Page | Locator, path: str, text: str) -> None:
    field(page, path).locator("[data-invoer]").fill(text)


def pick(page: Page, path: str, *names: str) -> None:
    """Type names in a picker and take the first that matches, or the name as it is."""
    for name in names:
        write(page, path, name)
        field(page, path).locator("[data-invoer]").press("Enter")


def rows(page: Page, path: str, texts: list[str]) -> None:
    for place, text in enumerate(texts):
        if field(page, path).locator("[data-rij]").count() <= place:
            field(page, path).locator("[data-erbij]").click()
        field(page, path).locator("[data-rij]").nth(place).locator("[data-invoer]").fill(text)


def open_form(page: Page, site: str, query: str = "") -> None:
    page.goto(f"{site}{FORM}{query}")
    page.locator("form:not([hidden])").wait_for()
    page.evaluate("for (const each of document.querySelectorAll('form details')) each.open = true")


def finish(page: Page) -> bytes:
    """Send the form and return the file it gives."""
    page.get_by_role("button", name="Kijk na en maak de fiche").click()
    return saved(page)


def saved(page: Page) -> bytes:
    page.locator("[data-resultaat]:not([hidden]), [data-fouten]:not([hidden])").first.wait_for()
    assert page.locator("[data-fouten] li").all_inner_texts() == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaar als bestand").click()
    return download.value.path().read_bytes()


def build(catalogue: Path) -> None:
    """Build the catalogue, which checks it first and then has nothing to say but warnings."""
    done = fichebak("build", "--root", catalogue, "--zonder-gids", "--date", TODAY.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr


def read(catalogue: Path, slug: str) -> Any:
    """Return what the build read from a fiche."""
    return json.loads((catalogue / f"site/data/fiches/{slug}.json").read_text("utf-8"))


def changed(old: str, new: str) -> list[str]:
    """Return the lines that differ, as `-old` and `+new`."""
    lines = difflib.ndiff(old.splitlines(keepends=True), new.splitlines(keepends=True))
    return [line[0] + line[2:].rstrip("\n") for line in lines if line[0] in "-+"]


def test_a_new_fiche_comes_on_the_site_as_it_was_typed(page: Page, own: Server, catalogue: Path) -> None:
    open_form(page, own.address)
    write(page, "titel", TITLE)
    write(page, "samenvatting", SUMMARY)
    pick(page, "domeinen", "Taal", "Onthaal")
    pick(page, "doelgroepen", "Gezinnen")
    pick(page, "gemeenten", "Gent")
    field(page, "werkingsgebied").get_by_label("één gemeente").check()
    pick(page, "trekker", "@anker: [haak]")
    pick(page, "partners", *PARTNERS)
    rows(page, "lessen", LESSONS)
    write(page, "budget.toelichting", LESSONS[0])
    field(page, "tekst").locator("textarea:visible").first.fill(TELLING)
    field(page, "contact").locator("[data-onbekend]").check()
    write(page, "laatst_nagekeken", "2026-11-21")
    slug = page.locator("#slug").input_value()
    data = finish(page)
    (catalogue / f"content/practices/{slug}.md").write_bytes(data)
    build(catalogue)
    found = read(catalogue, slug)
    assert found["tekst"].encode() == data
    assert found["gegevens"] == {
        "titel": TITLE, "samenvatting": SUMMARY, "domeinen": ["taal", "onthaal"], "gemeenten": ["Gent"],
        "werkingsgebied": "gemeente", "doelgroepen": ["gezinnen"], "trekker": ["@anker: [haak]"], "partners": PARTNERS,
        "budget": {"toelichting": LESSONS[0]}, "contact": "onbekend", "lessen": READ, "laatst_nagekeken": "2026-11-21",
    }  # fmt: skip
    page.goto(f"{own.address}praktijken/{slug}/")
    assert page.locator("h1").inner_text() == TITLE
    assert page.locator("[data-veld=partners]").inner_text() == ", ".join(PARTNERS)
    for words in ("We deden dit: snel.", "dan dat", '"Echt" waar & <niet> anders'):
        assert words in page.locator(".verhaal").inner_text()


def test_what_is_pressed_stays_under_the_finger(page: Page, own: Server) -> None:
    """Leaving a field shows what is wrong below it, which moves the rest of the page: only when the press is over."""
    open_form(page, own.address)
    field(page, "tekst").locator("textarea:visible").first.fill("<b>")
    field(page, "contact").locator("[data-onbekend]").check()
    expect(page.get_by_text("HTML (‘<b>’) werkt")).to_be_visible()


def test_only_what_was_corrected_differs(page: Page, own: Server, catalogue: Path) -> None:
    file = catalogue / f"content/practices/{FIETSLES}.md"
    old = file.read_text("utf-8").replace("trekker: [Stad", "# de dienst beslist\ntrekker:   [Stad").replace(">-", ">")
    file.write_text(old, "utf-8")
    build(catalogue)
    open_form(page, own.address, f"?fiche={FIETSLES}")
    field(page, "lessen").locator("[data-invoer]").first.fill("Begin: met steppen # en dan pas met trappen.")
    write(page, "periode.einde", "2024-06")
    data = finish(page)
    new = data.decode()
    assert changed(old, new) == [
        "+  einde: 2024-06",
        "-  - Begin met steppen, dan pas met trappen.",
        '+  - "Begin: met steppen # en dan pas met trappen."',
    ]
    assert page.locator("[data-wijzigingen] del").all_inner_texts() == ["  - Begin met steppen, dan pas met trappen."]
    assert in_both_schemes(page) == {}
    assert page.evaluate(TOO_WIDE) == []
    write(page, "titel", "Fietsles voor wie nieuw is")
    expect(page.locator("[data-resultaat]")).to_be_hidden()
    file.write_bytes(data)
    build(catalogue)
    assert read(catalogue, FIETSLES)["gegevens"]["periode"] == {"start": "2019-03", "einde": "2024-06"}


STRANGE = """\
---
# alles mag, als het maar YAML is
titel:   "Vreemd geschreven fiche  "
samenvatting: |
  Een samenvatting met een
  regel die zo bewaard wordt, en lang genoeg om er een te zijn voor wie ze naleest.

domeinen:
- onthaal
- taal
gemeenten: ["Gent" , 'Liège']
werkingsgebied: regio
plaats: >
  Een streek
  hier
trekker: [onbekend]
partners:
  - >
    Stad
    Gent
  - "  Met spaties  "
budget:
  bedragen:
    - {euro: {van: 0.50, tot: 1200.50}, per: jaar}
    - {euro: 007, per: maand, toelichting: "x  y"}
  personeel: [{vte: 0.50}, {vte: {van: 1.0, tot: 1.5}}, {aantal: 04}]
contact:
  - organisatie: Stad Gent   # de dienst
bron: {publicatie: proefboek, pagina: 31-33}
---

Vooraf.


## Aanpak

Twee  spaties.\x20\x20\x20
Regel.

"""


def test_a_correction_of_nothing_changes_nothing(page: Page, own: Server, catalogue: Path) -> None:
    (catalogue / "content/practices/vreemd.md").write_text(STRANGE, "utf-8")
    build(catalogue)
    for slug in ("vreemd", *SLUGS):
        open_form(page, own.address, f"?fiche={slug}")
        page.get_by_role("button", name="Kijk na en maak de fiche").click()
        expect(page.get_by_role("heading", name="Er verandert niets")).to_be_focused()


def test_still_right_proposes_only_a_new_date(page: Page, own: Server, catalogue: Path) -> None:
    old = (catalogue / f"content/practices/{FIETSLES}.md").read_text("utf-8")
    page.goto(f"{own.address}praktijken/{FIETSLES}/")
    page.get_by_role("link", name="Nog juist?").click()
    expect(page.get_by_role("heading", name="Is alles nog juist?")).to_be_focused()
    expect(page.locator("form")).to_be_hidden()
    link = page.get_by_role("link", name="Fietsles voor nieuwkomers")
    assert link.get_attribute("href") == f"../praktijken/{FIETSLES}/"
    today = date.today().isoformat()
    assert changed(old, saved(page).decode()) == ["-laatst_nagekeken: 2021-06", f"+laatst_nagekeken: {today}"]
    assert page.locator("[data-wijzigingen] ins").all_inner_texts() == [f"laatst_nagekeken: {today}"]
    page.get_by_role("link", name="Verbeter deze fiche").click()
    page.wait_for_url(f"{own.address}{FORM}?fiche={FIETSLES}")
    expect(page.locator("form")).to_be_visible()


def test_a_first_date_comes_at_its_place(page: Page, own: Server, catalogue: Path) -> None:
    file = catalogue / "content/practices/accueil-en-francais.md"
    old = file.read_text("utf-8").replace("laatst_nagekeken: 2021", "bron: {publicatie: proefboek}")
    file.write_text(old, "utf-8")
    build(catalogue)
    page.goto(f"{own.address}{FORM}?fiche=accueil-en-francais&nagekeken=ja")
    page.locator("[data-resultaat]:not([hidden])").wait_for()
    date_line = f"laatst_nagekeken: {date.today().isoformat()}\n"
    assert saved(page).decode() == old.replace("taal: fr\n", f"{date_line}taal: fr\n")


def test_still_right_of_a_fiche_that_is_not_there(new_page: PageMaker, own: Server) -> None:
    page = new_page(forgive="data/fiches/")
    page.goto(f"{own.address}{FORM}?fiche=bestaat-niet&nagekeken=ja")
    expect(page.locator("[data-moeite]")).to_contain_text("De fiche ‘bestaat-niet’ kon niet geladen worden.")
