"""Sentences copied from a source are found, with their place; facts, names and own words are not."""

from pathlib import Path

import pytest
from conftest import Catalogue, Fiche
from small_catalogue import fichebak

from fichebak.build import copied
from fichebak.config import Root

ORGANISATIONS = """\
Agentschap Integratie en Inburgering:
  soort: vlaamse-overheid
  ook: [Vlaams Agentschap voor de Integratie en de Inburgering]
"""
NINE = "een twee drie vier vijf zes zeven acht negen"
BETWEEN = "een twee drie vier {} vijf zes zeven acht"


def report(root: Path, source: str, name: str = "bron.txt") -> list[str]:
    folder = root / "bronnen"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(source, encoding="utf-8")
    return [str(each).split("\n", 1)[0] for each in copied(Root(root), folder)]


@pytest.mark.parametrize(
    ("body", "source", "found"),
    [
        pytest.param(f"Kort. {NINE}.", f"Eerst\n\nDan {NINE}!", "9 woorden", id="nine words"),
        pytest.param(f"{NINE} tien elf", f"{NINE}, tien: elf", "11 woorden", id="one report for a longer run"),
        pytest.param(f"{NINE.replace('vijf', 'vijf[^1]')}\n\n[^1]: x", NINE, "9 woorden", id="a note between"),
        pytest.param(NINE.replace(" drie", ",\n**Drie**"), NINE, "9 woorden", id="over lines, marks and capitals"),
        pytest.param(f"[{NINE[:8]}](https://a.be) {NINE[9:]}", NINE, "9 woorden", id="a link between"),
        pytest.param(NINE, NINE.replace("vijf ", "<b>vijf</b> "), "9 woorden", id="tags in the source"),
        pytest.param(NINE.removesuffix(" negen"), NINE, "", id="eight words are free"),
        pytest.param(NINE.replace("vijf", "5"), NINE, "", id="one word differs"),
        pytest.param(
            BETWEEN.format("AGENTSCHAP Integratie en Inburgering"),
            BETWEEN.format("Agentschap Integratie en Inburgering"),
            "",
            id="a name counts for nothing",
        ),
        pytest.param(
            f"{BETWEEN} negen".format("het Vlaams Agentschap voor de Integratie en de Inburgering"),
            f"{BETWEEN} negen".format("het Agentschap Integratie en Inburgering"),
            "10 woorden",
            id="and hides nothing, however it is spelt",
        ),
    ],
)
def test_finds(body: str, source: str, found: str, fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"a": fiche(body=f"## Kop\n\n{body}\n")}, {"organisations.yaml": ORGANISATIONS})
    lines = report(root, source)
    assert len(lines) == bool(found)
    assert all(f" {found} op een rij" in line for line in lines)


def test_says_where_in_the_content_and_where_in_the_source(fiche: Fiche, catalogue: Catalogue) -> None:
    les = f'\n  - "Les: {NINE}"\n'
    root = catalogue({"a": fiche(extra=f"lessen:{les}", body=f"## Kop\n\nNog niet.\nNu wel {NINE}.\n")})
    lines = report(root, f"Titel\n\nwoord {NINE}\n")
    assert [line.split(" 9 woorden")[0] for line in lines] == [
        "content/practices/a.md:11:5: F090 [lessen]",
        "content/practices/a.md:16:1: F090",
    ]
    assert all(f"in bron.txt, regel 3: ‘{NINE}’" in line for line in lines)


@pytest.mark.parametrize(
    "file", ["domains/werk.md", "sources/gids.md"], ids=["introductions", "descriptions of sources"]
)
def test_reads_all_content(file: str, fiche: Fiche, catalogue: Catalogue) -> None:
    data = {"domains/werk.md": "label: Werk\nvolgorde: 1", "sources/gids.md": "titel: Gids\nsoort: inspiratiegids"}
    root = catalogue({"a": fiche()}, {file: f"---\n{data[file]}\n---\n{NINE}\n"})
    assert [line.split(":")[0] for line in report(root, NINE)] == [f"content/{file}"]


def test_the_command_ends_with_1_when_something_was_copied(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"a": fiche(body=f"## Kop\n\n{NINE}\n")})
    assert report(root, NINE)
    done = fichebak("overname", root / "bronnen", "--root", root)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "1 probleem gevonden.")
    (root / "bronnen" / "bron.txt").write_text("Iets anders.", encoding="utf-8")
    done = fichebak("overname", root / "bronnen", "--root", root)
    assert (done.returncode, done.stdout) == (0, "Alles in orde.\n")


def test_a_folder_without_texts_is_said(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"a": fiche()})
    (root / "leeg").mkdir()
    done = fichebak("overname", root / "leeg", "--root", root)
    assert done.returncode == 1
    assert "geen enkel tekstbestand" in done.stderr
