"""What becomes of a finished fiche: the pages of each forge, copy, file, mail, and what a correction changes."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from conftest import MadeOnce
from playwright.sync_api import Page, expect
from small_catalogue import CHECKOUT, SETTING, WITHOUT_FICHES, good, small

from browser.access import in_both_schemes
from browser.conftest import PHONE, PageMaker, Server, serving
from browser.test_pages import CLIPPED, TOO_WIDE
from fichebak.overviews import site as site_view
from fichebak.render import theme

pytestmark = pytest.mark.slow

SETTINGS = {
    "github": "repository: https://github.com/stad/bak.git\nmailbox: redactie@example.org\n",
    "gitlab": "repository: https://gitlab.example.org/stad/diensten/bak/\nmailbox: redactie@example.org\n",
    "gitea": "repository: https://codeberg.org/stad/bak\nrepository_map: catalogus\nmailbox: redactie@example.org\n",
    "niets": "titel: Een bak zonder adressen\n",
}
PAGE = """\
<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Proef</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="../images/fichebak.svg">
<link rel="stylesheet" href="../styles/tokens.css"><link rel="stylesheet" href="../styles/base.css">
<link rel="stylesheet" href="../styles/form-result.css">
<script type="module" src="../scripts/proef.js"></script></head>
<body><main class="pagina"><h1>Proef</h1>{}</main></body></html>
"""
SCRIPT = """\
import { showChecked, showResult } from "./form_result.js";
Object.assign(window, { showChecked, showResult });
"""
HOSTILE = "no, @x: y & #1 +1 100% 'a' \"b\" <i> \\ \t é 👩‍👩‍👧 \u2028 \ufeff"
BODY = f"## Aanpak\n\n{HOSTILE}\n"
DATA = {
    "titel": "Fietsles & meer: 100% gratis",
    "samenvatting": HOSTILE,
    "domeinen": ["taal"],
    "trekker": "onbekend",
}
TEXT = """\
---
# Nagekeken door de dienst
titel: Fietsles voor iedereen
domeinen:   [taal]   # zo gelaten
trekker: onbekend
laatst_nagekeken: 2016-06
---
## Aanpak

Een les.
"""
SOURCE = {
    "bestand": "content/practices/fietsles.md",
    "tekst": TEXT,
    "gegevens": {
        "titel": "Fietsles voor iedereen", "domeinen": ["taal"], "trekker": "onbekend", "laatst_nagekeken": "2016-06",
    },
    "lichaam": "## Aanpak\n\nEen les.\n",
    "blokken": [
        {"sleutel": "titel", "van": 1, "tot": 3}, {"sleutel": "domeinen", "van": 3, "tot": 4},
        {"sleutel": "trekker", "van": 4, "tot": 5}, {"sleutel": "laatst_nagekeken", "van": 5, "tot": 6},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def pages(made_once: MadeOnce, site_folder: Path) -> Path:
    """Return a site with, for each kind of catalogue, a page that has the result of the form and nothing else."""

    def fill(folder: Path) -> None:
        shutil.copytree(site_folder, folder, dirs_exist_ok=True)
        (folder / "scripts/proef.js").write_text(SCRIPT)
        template = theme((CHECKOUT / "themes/default",)).environment.get_template("_fiche_resultaat.html")
        for name, settings in SETTINGS.items():
            root = small(folder / f"bron-{name}", {**WITHOUT_FICHES, "content/catalogue.yaml": settings})
            (folder / name).mkdir()
            (folder / name / "index.html").write_text(PAGE.format(template.render(site=site_view(good(root), SETTING))))

    return made_once("resultaat", fill)


@pytest.fixture(scope="module")
def served(pages: Path) -> Iterator[Server]:
    with serving(pages, "/a/b/") as running:
        yield running


def show(page: Page, served: Server, where: str, **finished: Any) -> None:
    """Open the page of a catalogue on *where* and give it a finished fiche."""
    page.goto(f"{served.address}{where}/")
    page.wait_for_function("() => window.showResult")
    page.evaluate(
        "finished => showResult(finished)",
        {"gegevens": DATA, "tekst": BODY, "slug": "fietsles", "source": None, **finished},
    )


def correct(page: Page, served: Server, where: str, **changed: Any) -> None:
    """Give it a correction of SOURCE instead."""
    given = {"gegevens": {**SOURCE["gegevens"], **changed}, "tekst": SOURCE["lichaam"], "source": SOURCE}  # type: ignore[dict-item]
    show(page, served, where, **given)


def shown(page: Page) -> str:
    """Return the text of the file as the page has it."""
    return page.get_by_role("textbox", name="De hele tekst van").input_value()


def way(page: Page, name: str) -> tuple[str, dict[str, str]]:
    """Return where the link *name* leads, without and with what is asked there."""
    address = page.get_by_role("link", name=name).get_attribute("href") or ""
    parts = urlsplit(address)
    return address.split("?")[0], dict(parse_qsl(parts.query, keep_blank_values=True))


def downloaded(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaar als bestand").click()
    return download.value.suggested_filename, download.value.path().read_bytes()


# Where a new fiche goes


@pytest.mark.parametrize(
    ("where", "name", "address", "file", "value"),
    [
        ("github", "GitHub", "https://github.com/stad/bak/new/main/content/practices", "filename", "value"),
        (
            "gitlab", "GitLab", "https://gitlab.example.org/stad/diensten/bak/-/new/main/content/practices",
            "file_name", "content",
        ),
        (
            "gitea", "Codeberg", "https://codeberg.org/stad/bak/_new/main/catalogus/content/practices",
            "filename", "value",
        ),
    ],
    ids=["GitHub", "GitLab", "Codeberg"],
)  # fmt: skip
def test_the_forge_gets_the_whole_file(
    page: Page, served: Server, where: str, name: str, address: str, file: str, value: str
) -> None:
    show(page, served, where)
    assert "@x: y & #1 +1 100%" in shown(page)
    assert way(page, f"Zet ze klaar op {name}") == (address, {file: "fietsles.md", value: shown(page)})
    expect(page.get_by_text("Uw tekst is te lang")).to_be_hidden()


def test_the_result_is_announced_and_says_what_happens_next(page: Page, served: Server) -> None:
    page.goto(f"{served.address}github/")
    expect(page.locator("[data-resultaat]")).to_be_hidden()
    show(page, served, "github")
    expect(page.get_by_role("heading", name="Uw fiche is klaar")).to_be_focused()
    expect(page.get_by_text("zet ze daarna op de site")).to_be_visible()
    expect(page.get_by_role("heading", name="Wat er verandert")).to_be_hidden()


def test_a_text_that_is_too_long_is_copied_and_pasted(new_page: PageMaker, served: Server) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.context.route("https://**", lambda route: route.fulfill(body=""))
    show(page, served, "gitlab", tekst=BODY + "a" * 7500)
    assert way(page, "Zet ze klaar op GitLab")[1] == {"file_name": "fietsles.md"}
    expect(page.get_by_text("Uw tekst is te lang om mee te geven")).to_be_visible()
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Zet ze klaar op GitLab").click()
    popup.value.close()
    assert page.evaluate("navigator.clipboard.readText()") == shown(page)
    expect(page.get_by_role("status")).to_contain_text("De tekst is ook gekopieerd.")


def test_the_first_time_one_makes_a_copy(page: Page, served: Server) -> None:
    show(page, served, "github")
    page.get_by_text("Eerste keer? Maak eerst uw kopie").click()
    assert way(page, "Maak uw eigen kopie van de catalogus")[0] == "https://github.com/stad/bak/fork"
    assert page.get_by_label("Plak hier het adres van uw kopie").count() == 0, "GitHub finds it by itself"


def test_elsewhere_the_page_of_ones_own_copy_is_opened(page: Page, served: Server) -> None:
    show(page, served, "gitea")
    page.get_by_text("Eerste keer? Maak eerst uw kopie").click()
    field = page.get_by_label("Plak hier het adres van uw kopie")
    field.fill("https://elders.example.org/an/bak")
    expect(page.get_by_role("alert")).to_have_text("Dit is geen adres van een kopie op Codeberg.")
    assert way(page, "Zet ze klaar")[0] == "https://codeberg.org/stad/bak/_new/main/catalogus/content/practices"
    field.fill("https://codeberg.org/an/bak/src/branch/main")
    expect(page.get_by_role("alert")).to_have_text("")
    assert way(page, "Zet ze klaar")[0] == "https://codeberg.org/an/bak/_new/main/catalogus/content/practices"
    assert way(page, "Zet ze klaar")[1]["value"] == shown(page)


def test_without_forge_and_mailbox_the_other_ways_are_left(page: Page, served: Server) -> None:
    show(page, served, "niets")
    section = page.locator("[data-resultaat]")
    assert section.get_by_role("link").all_inner_texts() == ["Mail de tekst", "Bewaar als bestand"]
    assert way(page, "Mail de tekst")[0] == "mailto:"


# File, copy, mail


def test_the_file_has_the_exact_bytes(page: Page, served: Server) -> None:
    show(page, served, "niets")
    assert downloaded(page) == ("fietsles.md", shown(page).encode())
    show(page, served, "niets", tekst="## Aanpak\n\nhalf \ud83d teken\n")
    assert b"half \xef\xbf\xbd teken" in downloaded(page)[1]


def test_copy(new_page: PageMaker, served: Server) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    show(page, served, "niets")
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.get_by_role("status")).to_have_text("De tekst is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == shown(page)


REFUSE = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error()) } })"


def test_copy_in_the_old_way_where_the_clipboard_is_refused(new_page: PageMaker, served: Server) -> None:
    page = new_page()
    page.add_init_script(REFUSE)
    show(page, served, "niets")
    page.evaluate("addEventListener('copy', event => { window.put = event.clipboardData.getData('text/plain'); })")
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.get_by_role("status")).to_have_text("De tekst is gekopieerd.")
    assert page.evaluate("window.put") == shown(page)


def test_where_nothing_can_be_copied_the_text_is_chosen(new_page: PageMaker, served: Server) -> None:
    page = new_page()
    page.add_init_script(f"{REFUSE}; Document.prototype.execCommand = () => false")
    show(page, served, "niets")
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.get_by_role("status")).to_contain_text("druk op Ctrl + C")
    expect(page.get_by_role("textbox", name="De hele tekst van")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == shown(page)


def test_mail(page: Page, served: Server) -> None:
    show(page, served, "github")
    address, asked = way(page, "Mail naar de redactie")
    assert address == "mailto:redactie@example.org"
    assert asked["subject"] == "Nieuwe fiche: Fietsles & meer: 100% gratis"
    assert asked["body"] == shown(page).replace("\n", "\r\n")
    expect(page.get_by_text("De tekst is te lang voor een mail")).to_be_hidden()


def test_a_mail_that_would_be_too_long_asks_for_the_file(page: Page, served: Server) -> None:
    show(page, served, "github", tekst=BODY + "a" * 1800)
    assert way(page, "Mail naar de redactie")[1]["body"] == "In bijlage vindt u fietsles.md."
    expect(page.get_by_text("Bewaar eerst het bestand en voeg het toe als bijlage.")).to_be_visible()


# Correcting


def test_a_correction_shows_only_what_changes(page: Page, served: Server) -> None:
    correct(page, served, "github", trekker=["Stad Gent"], laatst_nagekeken="2026-11")
    expect(page.get_by_role("heading", name="Uw verbetering is klaar")).to_be_focused()
    assert page.locator(".wijzigingen del").all_inner_texts() == ["trekker: onbekend\nlaatst_nagekeken: 2016-06"]
    assert "Stad Gent" in page.locator(".wijzigingen ins").inner_text()
    assert shown(page).startswith(TEXT.split("trekker")[0]), "what did not change stays as it was"
    assert downloaded(page) == ("fietsles.md", shown(page).encode())
    assert way(page, "Open de fiche op GitHub") == (
        "https://github.com/stad/bak/edit/main/content/practices/fietsles.md", {},
    )  # fmt: skip
    expect(page.get_by_text("zo vervangt u alles door wat u kopieerde")).to_be_visible()
    expect(page.get_by_text("opent een nieuw bestand")).to_be_hidden()


def test_a_correction_by_mail_tells_what_changes(page: Page, served: Server) -> None:
    correct(page, served, "gitlab", titel="Fietsles & meer")
    _, asked = way(page, "Mail naar de redactie")
    assert asked["subject"] == "Verbetering: Fietsles & meer"
    assert "titel: Fietsles voor iedereen\r\n" in asked["body"]
    assert "Aanpak" not in asked["body"]


def test_a_correction_of_nothing_has_nothing_to_send(page: Page, served: Server) -> None:
    correct(page, served, "github")
    expect(page.get_by_role("heading", name="Er verandert niets")).to_be_focused()
    assert page.locator("[data-resultaat] :is(a, button, textarea):visible").count() == 0


def test_one_result_after_another(page: Page, served: Server) -> None:
    correct(page, served, "github", titel="Fietsles & meer")
    page.evaluate("data => showResult({ ...data, source: null })", {"gegevens": DATA, "tekst": BODY, "slug": "nieuw"})
    expect(page.get_by_role("heading", name="Uw fiche is klaar")).to_be_focused()
    expect(page.get_by_role("heading", name="Wat er verandert")).to_be_hidden()
    assert downloaded(page)[0] == "nieuw.md"
    assert way(page, "Zet ze klaar op GitHub")[1]["filename"] == "nieuw.md"


def test_the_page_of_a_fiche_leads_to_its_correction(page: Page, scriptless: Page, site: str) -> None:
    for each in (page, scriptless):
        each.goto(f"{site}praktijken/fietsles-voor-nieuwkomers/")
        there = "../../fiche-toevoegen/?fiche=fietsles-voor-nieuwkomers"
        assert each.get_by_role("link", name="Verbeter deze fiche").get_attribute("href") == there
        assert each.get_by_role("link", name="Nog juist?").get_attribute("href") == f"{there}&nagekeken=ja"
        mail = each.get_by_role("link", name="Mail een verbetering").get_attribute("href")
        assert unquote(mail or "") == "mailto:fiches@example.org?subject=Verbetering: Fietsles voor nieuwkomers"
    page.emulate_media(media="print")
    for name in ("Verbeter deze fiche", "Nog juist?", "Mail een verbetering"):
        expect(page.get_by_role("link", name=name, include_hidden=True)).to_be_hidden()


# For everyone


@pytest.mark.parametrize("where", SETTINGS)
def test_axe_and_narrow_screens(page: Page, served: Server, where: str) -> None:
    show(page, served, where, gegevens={**DATA, "samenvatting": "w" * 200})
    for summary in page.locator("summary").all():
        summary.click()
    assert in_both_schemes(page) == {}
    page.set_viewport_size({"width": 320, "height": 740})
    assert page.evaluate(TOO_WIDE) + page.evaluate(CLIPPED) == []
    correct(page, served, where, titel="w" * 200, trekker=["Stad Gent"])
    page.set_viewport_size(PHONE)
    assert page.evaluate(TOO_WIDE) + page.evaluate(CLIPPED) == []
    assert in_both_schemes(page) == {}
