"""`fichebak new`: asks in Dutch or takes options, says at once what is wrong, and what it writes passes check."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import Catalogue, Fiche

from fichebak.cli import main

SUMMARY = "In de bibliotheek praten nieuwe inwoners elke week een uur Nederlands met vrijwilligers uit hun buurt."
OPTIONS = {
    "titel": "Taalcafé: praten in de bib",
    "samenvatting": SUMMARY,
    "domein": "taal",
    "werkingsgebied": "gemeente",
    "trekker": "Stad Gent, dienst Integratie",
    "contact": "onbekend",
    "nagekeken": "2026-11",
}
WRITTEN = f"""\
---
titel: "Taalcafé: praten in de bib"
samenvatting: {SUMMARY}
domeinen: [taal]
werkingsgebied: gemeente
trekker:
  - Stad Gent, dienst Integratie
contact: onbekend
laatst_nagekeken: 2026-11
---
## Aanleiding

Vul aan: wat was de vraag of het probleem?

## Aanpak

Vul aan: wat doet u, stap voor stap, en met wie?

## Resultaten

Vul aan: wat leverde het op, en hoe weet u dat?
"""


def run(root: Path, *typed: str, **options: str | list[str] | None) -> Result:
    arguments = ["new", "--root", str(root), "--date", "2026-11-21"]
    for name, value in options.items():
        for each in value if isinstance(value, list) else [value]:
            arguments += [] if each is None else [f"--{name}", each]
    return CliRunner().invoke(main, arguments, input="".join(f"{line}\n" for line in typed), catch_exceptions=False)


def fiches(root: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((root / "content").glob("practices/*"))}


def fine(root: Path) -> bool:
    done = CliRunner().invoke(main, ["check", "--root", str(root)])
    tidy = CliRunner().invoke(main, ["fmt", "--check", "--root", str(root)])
    return done.output == "Alles in orde.\n" and tidy.output == "Alles staat netjes.\n"


# With options.


def test_with_all_options_nothing_is_asked(catalogue: Catalogue) -> None:
    root = catalogue()
    done = run(root, **OPTIONS)
    assert done.exit_code == 0, done.output
    assert fiches(root) == {"taalcafe-praten-in-de-bib": WRITTEN}
    assert fine(root)
    assert ">" not in done.output
    assert "Geschreven: content/practices/taalcafe-praten-in-de-bib.md\n" in done.output
    assert "fichebak check content/practices/taalcafe-praten-in-de-bib.md\n" in done.output


def test_every_option_has_its_place(catalogue: Catalogue) -> None:
    root = catalogue()
    given: dict[str, Any] = {
        **OPTIONS, "domein": ["taal", "werk"], "gemeente": ["Gent", "Liège"], "werkingsgebied": "regio",
        "plaats": "Twee steden", "trekker": ["Stad Gent", "Ville de Liège"], "contact": "Stad Gent",
        "functie": "Coördinator", "email": "taal@stad-voorbeeld.be", "website": "https://www.voorbeeld.be/",
        "bron": "gids", "pagina": "31-33", "naam": "samen-praten",
    }  # fmt: skip
    done = run(root, **given)
    assert done.exit_code == 0, done.output
    front = fiches(root)["samen-praten"].split("---\n")[1]
    assert (
        front.partition("domeinen")[2]
        == """\
: [taal, werk]
gemeenten: [Gent, Liège]
werkingsgebied: regio
plaats: Twee steden
trekker:
  - Stad Gent
  - Ville de Liège
contact:
  - organisatie: Stad Gent
    functie: Coördinator
    email: taal@stad-voorbeeld.be
    website: https://www.voorbeeld.be/
bron:
  publicatie: gids
  pagina: "31-33"
laatst_nagekeken: 2026-11
"""
    )
    assert fine(root)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param({"titel": "Taal"}, "Dit is te kort: 4 tekens, minstens 5 nodig.", id="title"),
        pytest.param({"domein": "tal"}, "‘tal’ is geen domein.\n  Bedoelde u ‘taal’?", id="domain"),
        pytest.param({"gemeente": "Gnt"}, "‘Gnt’ is geen Belgische gemeente.\n  Bedoelde u ‘Gent’?", id="town"),
        pytest.param({"werkingsgebied": "gemente"}, "Bedoelde u ‘gemeente’?", id="area"),
        pytest.param({"werkingsgebied": "regio"}, "regio", id="an area that needs a place"),
        pytest.param({"bron": "gdis"}, "Bedoelde u ‘gids’?", id="source"),
        pytest.param({"nagekeken": "21/11/2026"}, "‘21/11/2026’ is geen datum.", id="date"),
        pytest.param(
            {"contact": "Stad Gent", "email": "noor.voorbeeld@gent.be"}, "wijst naar een persoon", id="person"
        ),
        pytest.param({"functie": "Coördinator"}, "‘organisatie’ ontbreekt.", id="a function of nobody"),
        pytest.param({"naam": "Één loket"}, "kan geen adres van een pagina zijn", id="file name"),
        pytest.param({"naam": "oud"}, "Er is of was al een fiche met de naam ‘oud’.", id="a former address"),
    ],
)
def test_a_wrong_option_gets_the_sentence_of_check(
    options: dict[str, str], said: str, fiche: Fiche, catalogue: Catalogue
) -> None:
    root = catalogue({"nieuw": fiche(vroegere_slugs="[oud]")})
    done = run(root, **{**OPTIONS, **options})
    assert done.exit_code == 1
    assert said in done.output
    assert list(fiches(root)) == ["nieuw"]


def test_never_over_another_fiche(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"taalcafe-praten-in-de-bib": fiche()})
    done = run(root, **OPTIONS)
    assert done.exit_code == 0
    assert fiches(root) == {"taalcafe-praten-in-de-bib": fiche(), "taalcafe-praten-in-de-bib-2": WRITTEN}


def test_not_over_a_file_that_came_meanwhile(catalogue: Catalogue) -> None:
    root = catalogue()
    (root / "content/practices/weg.md").parent.mkdir()
    (root / "content/practices/weg.md").symlink_to(root / "elders.md")
    done = run(root, **OPTIONS, naam="weg")
    assert done.exit_code == 1
    assert "bestaat al. Er is niets geschreven." in done.stderr
    assert not (root / "elders.md").exists()


def test_other_fiches_with_problems_are_no_hindrance(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue(
        {"stuk": "---\ntitel: [\n---\n", "ook": fiche(gemeenten="[Gnt]")}, {"domains/x.md": "---\nx: 1\n---\n"}
    )
    assert run(root, **OPTIONS).exit_code == 0
    assert fiches(root)["taalcafe-praten-in-de-bib"] == WRITTEN


# Asked.


def test_each_answer_is_checked_at_once_and_asked_again(catalogue: Catalogue) -> None:
    root = catalogue()
    done = run(
        root,
        "", "Taalcafé: praten in de bib",
        "kort", SUMMARY,
        "tal", "taal,  WERK",
        "Gent, Gnt", "",
        "rego", "regio",
        "", "Meetjesland",
        "Stad Gent, dienst Integratie", "Stad Eeklo", "",
        "Stad Gent", "Coördinator", "gent.be", "", "",
        "gids", "",
        "Taalcafé", "taalcafe",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert fiches(root)["taalcafe"].startswith(f"""\
---
titel: "Taalcafé: praten in de bib"
samenvatting: {SUMMARY}
domeinen: [taal, werk]
werkingsgebied: regio
plaats: Meetjesland
trekker:
  - Stad Gent, dienst Integratie
  - Stad Eeklo
contact:
  - organisatie: Stad Gent
    functie: Coördinator
bron:
  publicatie: gids
---
""")
    assert fine(root)
    assert "> \n‘titel’ ontbreekt.\n> " in done.output, "without a line to add: there is no file yet"
    assert "\n  - werk: Werk\n  - taal: Taal\n> " in done.output, "in the order of the catalogue"
    assert "Bedoelde u ‘taal’?" in done.output
    assert "Bedoelde u ‘regio’?" in done.output
    assert "‘gent.be’ is geen mailadres." in done.output
    assert done.output.count("Domeinen. ") == 1, "what was explained is not explained again"


def test_enter_is_unknown_and_this_month(catalogue: Catalogue) -> None:
    root = catalogue()
    done = run(root, "Taalcafé: praten in de bib", SUMMARY, "taal", "", "onbekend", "", "", "", "", "")
    assert done.exit_code == 0, done.output
    assert (
        "trekker: onbekend\ncontact: onbekend\nlaatst_nagekeken: 2026-11\n" in fiches(root)["taalcafe-praten-in-de-bib"]
    )


def test_what_an_option_says_is_not_asked(catalogue: Catalogue) -> None:
    root = catalogue()
    done = run(root, "taal", "", "", "", **{**OPTIONS, "domein": None})
    assert done.exit_code == 0, done.output
    assert [line for line in done.output.splitlines() if line.startswith(("Domeinen", "Titel", "Trekker"))] == [
        "Domeinen. Een tot drie domeinen; het eerste is het hoofddomein. Meer dan een? Zet er een komma tussen."
    ]
    assert fiches(root) == {"taalcafe-praten-in-de-bib": WRITTEN}


@pytest.mark.parametrize("lines", range(10))
def test_whoever_stops_writes_nothing(lines: int, catalogue: Catalogue) -> None:
    """The end of what is typed is to click what Ctrl+C is: the question is not answered."""
    root = catalogue()
    typed = ("Taalcafé: praten in de bib", SUMMARY, "taal", "", "onbekend", "", "", "", "")[:lines]
    done = run(root, *typed)
    assert (done.exit_code, done.output.splitlines()[-1]) == (1, "Gestopt. Er is niets geschreven.")
    assert fiches(root) == {}


@pytest.mark.parametrize(
    "typed", ["@x: y #z", '\'s Zondags "samen" praten', "12:30 uur: taalcafé", "Talen 😀 en meer", "[a, b] & *c*"]
)
def test_any_title_can_be_typed(typed: str, catalogue: Catalogue) -> None:
    root = catalogue()
    assert run(root, **{**OPTIONS, "titel": typed, "naam": "een"}).exit_code == 0
    assert fine(root)
