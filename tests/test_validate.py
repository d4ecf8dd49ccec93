"""Files against each other: what refers to what, in which order problems come, and that causes alone are reported."""

import os
from datetime import date
from pathlib import Path

import pytest
from conftest import Catalogue, Check, Fiche

from fichebak.build import examine
from fichebak.config import Root
from fichebak.model import Domein
from fichebak.problems import Place, Problem, problem

TODAY = date(2026, 11, 21)


def report(root: Path) -> list[str]:
    """Return the first line of every problem under *root*, the folder content/ left out."""
    problems = examine(Root(root), TODAY).problems
    return [str(each).split("\n")[0].removeprefix("content/") for each in problems]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {"domeinen": "[wrk]"},
            ["a.md:4:12: F052 [domeinen] ‘wrk’ is geen domein.", "  Bedoelde u ‘werk’?"],
            id="a domain",
        ),
        pytest.param(
            {"domeinen": "[sport]"},
            ["a.md:4:12: F052 [domeinen] ‘sport’ is geen domein.", "  Domeinen staan in content/domains: taal, werk."],
            id="a domain that is like none",
        ),
        pytest.param(
            {"doelgroepen": "\n  - nieuwkomers\n  - gezin"},
            ["a.md:12:5: F053 [doelgroepen] ‘gezin’ is geen doelgroep.", "  Bedoelde u ‘gezinnen’?"],
            id="a target group, at its own line",
        ),
        pytest.param(
            {"bron": "{publicatie: boek}"},
            ["a.md:10:20: F054 [bron.publicatie] ‘boek’ is geen bron.", "  Bronnen staan in content/sources: gids."],
            id="a source",
        ),
        pytest.param(
            {"verwant": "[b-fiche]"},
            [
                "a.md:10:11: F055 [verwant] ‘b-fiche’ is geen fiche.",
                "  Bedoelde u ‘een-fiche’? Is de fiche er niet meer, haal de verwijzing dan weg.",
            ],
            id="a practice",
        ),
        pytest.param(
            {"gemeenten": "[Gnt, Aalst, Kortrijck]"},
            [
                "a.md:5:13: F050 [gemeenten] ‘Gnt’ is geen Belgische gemeente.",
                "  Bedoelde u ‘Gent’?",
                "a.md:5:25: F050 [gemeenten] ‘Kortrijck’ is geen Belgische gemeente.",
                "  Bedoelde u ‘Kortrijk’?",
            ],
            id="two municipalities",
        ),
        pytest.param(
            {"vroegere_slugs": "[een-fiche]"},
            [
                "a.md:10:18: F056 [vroegere_slugs] Het adres ‘een-fiche’ hoort al bij de fiche een-fiche.",
                "  Kies een andere naam, of verwijder dit vroegere adres.",
            ],
            id="a former address that is taken",
        ),
    ],
)
def test_a_reference_to_what_is_not_there(
    changes: dict[str, str], expected: list[str], fiche: Fiche, check: Check
) -> None:
    assert check(fiche(**changes), een_fiche=fiche()) == expected


def test_two_fiches_with_one_former_address(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"een": fiche(vroegere_slugs="[oud]"), "twee": fiche(vroegere_slugs="[oud]")})
    assert report(root) == [
        "practices/twee.md:10:18: F056 [vroegere_slugs] Het adres ‘oud’ hoort al bij een vroeger adres van een."
    ]


def test_an_invalid_fiche_is_not_unknown_where_it_is_cited(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue(
        {
            "kapot": fiche(titel="x"),
            "stuk": "---\ntitel: [\n---\n",
            "heel": fiche(verwant="[kapot, stuk]", body="Zie [kapot](/praktijken/kapot/) en [stuk](stuk.md).\n"),
        }
    )
    assert [line.split(": ")[0] for line in report(root)] == ["practices/kapot.md:2:8", "practices/stuk.md:2:8"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("domains/werk.md", "---\nlabel: Werk\n---\n", id="a domain"),
        pytest.param("sources/gids.md", "---\ntitel: Gids\n---\n", id="a source"),
        pytest.param("target-groups.yaml", "gezinnen:\n  toelichting: x\n", id="a target group"),
    ],
)
def test_what_is_invalid_is_not_unknown_where_it_is_named(
    name: str, text: str, fiche: Fiche, catalogue: Catalogue
) -> None:
    cites = fiche(doelgroepen="[gezinnen, nieuwkomers]", bron="{publicatie: gids}")
    assert [line.split(" ")[1] for line in report(catalogue({"a": cites}, {name: text}))] == ["F031"]


def test_problems_come_sorted_by_place(fiche: Fiche, catalogue: Catalogue) -> None:
    wrong = fiche(laatst_nagekeken="ooit", titel="x", body="# Kop\n")
    root = catalogue({"b": wrong, "a": wrong}, {"pages/over.md": "---\n---\n"})
    assert [line.split(" ")[0] for line in report(root)] == [
        "pages/over.md:1:1:", "practices/a.md:2:8:", "practices/a.md:9:19:", "practices/b.md:2:8:",
        "practices/b.md:9:19:",
    ]  # fmt: skip


def test_lines_sort_as_numbers() -> None:
    places = [Place("a.md", 10), Place("a.md", 9, 2), Place("a.md", 9, 11)]
    problems: list[Problem] = sorted(problem("F003", place) for place in places)
    assert [(each.place.line, each.place.column) for each in problems] == [(9, 2), (9, 11), (10, 1)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param(
            "target-groups.yaml", "Grote gezinnen:\n  label: x\n", "1:1: F007 ", id="a target group no address"
        ),
        pytest.param("target-groups.yaml", "gezinnen: x\n", "1:11: F032 [gezinnen] ", id="a target group of text"),
        pytest.param("target-groups.yaml", "- x\n", "1:1: F023 ", id="target groups as a list"),
        pytest.param(
            "organisations.yaml", "Effect vzw:\n  soort: vzw\n", "2:10: F036 [Effect vzw.soort] ", id="a kind"
        ),
        pytest.param(
            "organisations.yaml", "Effect vzw:\n", "1:12: F032 [Effect vzw] ", id="an organisation of nothing"
        ),
        pytest.param("glossary.yaml", "OCMW:\n  voluit: x\n", "2:3: F031 [OCMW.uitleg] ", id="a term not explained"),
        pytest.param("synonyms.yaml", "werk:\n  ook: [job, job]\n", "2:14: F048 [werk.ook] ", id="a synonym twice"),
        pytest.param("catalogue.yaml", "mailbox: redactie\n", "1:10: F041 [mailbox] ", id="a mailbox"),
        pytest.param("catalogue.yaml", "titel: a\ntitel: b\n", "2:1: F016 [titel] ", id="a setting twice"),
        pytest.param("domains/Werk.md", "---\nlabel: x\nvolgorde: 3\n---\n", "1:1: F007 ", id="a file name"),
        pytest.param("domains/sport.md", "---\nlabel: x\nvolgorde: 0\n---\n", "3:11: F038 [volgorde] ", id="an order"),
        pytest.param("sources/b.md", "---\ntitel: x\nsoort: boek\n---\n", "3:8: F036 [soort] ", id="a kind of source"),
        pytest.param("pages/over.md", "---\ntitel: x\n---\n# Over\n", "4:1: F070 ", id="the text of a page"),
        pytest.param("practices/a/b.md", "x", "1:1: F008 ", id="a folder too deep"),
        pytest.param("praktijken/a.md", "x", "1:1: F008 ", id="a folder with another name"),
        pytest.param("practices/A.MD", "x", "1:1: F008 ", id="another ending"),
        pytest.param("lees-mij.txt", "x", "1:1: F008 ", id="a file of one’s own"),
        pytest.param(
            "recommendations/boek.yaml",
            "r-1:\n  tekst: x\n",
            "1:1: F054 ",
            id="recommendations of no source",
        ),
        pytest.param(
            "recommendations/gids.yaml",
            "r-1:\n  tekst: x\n  praktijken: [b]\n",
            "3:16: F055 [praktijken] ",
            id="a recommendation shown by no practice",
        ),
        pytest.param(
            "recommendations/gids.yaml",
            "r-1:\n  tekst: x\n  aan: [iedereen]\n",
            "3:9: F057 [aan] ",
            id="a recommendation for nobody known",
        ),
        pytest.param(
            "glossary.yaml",
            "OCMW:\n  uitleg: x\nocmw:\n  voluit: y\n  uitleg: y\n",
            "3:1: F058 [ocmw] ",
            id="two terms with the same place in the list",
        ),
        pytest.param(
            "glossary.yaml",
            "NT2:\n  uitleg: x\ntaal:\n  uitleg: y\n  ook: [lessen, NT2]\n",
            "5:17: F058 [taal.ook] ",
            id="a form of two terms",
        ),
        pytest.param("glossary.yaml", "'🚲':\n  uitleg: x\n", "1:1: F007 ", id="a term without letters"),
        pytest.param(
            "organisations.yaml",
            "Effect vzw:\n  soort: vereniging\neffect-vzw:\n  soort: andere\n",
            "3:1: F058 [effect-vzw] ",
            id="one organisation twice",
        ),
        pytest.param("organisations.yaml", "مؤسسة:\n  soort: andere\n", "1:1: F007 ", id="a name without an address"),
        pytest.param(
            "organisations.yaml", "A:\n  soort: andere\n  ook: [B, B]\n", "3:12: F048 [A.ook] ", id="a spelling twice"
        ),
        pytest.param(
            "domains/wonen.md", "---\nlabel: x\nvolgorde: 2\n---\n", "3:11: F059 [volgorde] ", id="a place taken"
        ),
        pytest.param(
            "sources/gids.md",
            "---\ntitel: Gids\nsoort: inspiratiegids\ngrafieken:\n  - titel: x\n    eenheid: x\n    bron: blz. 3\n"
            "    waarden:\n      - label: a\n        waarde: 12.500,0\n      - label: b\n        waarde: 3\n---\n",
            "10:17: F038 [grafieken[1].waarden[1].waarde] ",
            id="two values of which one is wrong are two values",
        ),
        pytest.param(
            "sources/gids.md",
            "---\ntitel: Gids\nsoort: inspiratiegids\ngrafieken:\n  - titel: x\n    eenheid: '%'\n    bron: blz. 3\n"
            "    waarden:\n      - label: a\n        waarde: 3\n---\n",
            "9:7: F035 [grafieken[1].waarden] ",
            id="a chart of one value",
        ),
    ],
)
def test_the_rest_of_content(name: str, text: str, expected: str, catalogue: Catalogue) -> None:
    (line,) = report(catalogue({}, {name: text}))
    assert line.startswith(f"{name}:{expected}")


@pytest.mark.parametrize("name", [".verborgen.md", "a.md~", ".git/config"])
def test_hidden_files_and_copies_of_editors_are_left_alone(name: str, catalogue: Catalogue) -> None:
    assert report(catalogue({}, {f"practices/{name}": "x"})) == []


def test_a_pipe_is_no_file(catalogue: Catalogue) -> None:
    root = catalogue({}, {"practices/a.md": None, "practices/.x": ""})
    os.mkfifo(root / "content" / "practices" / "pijp.md")
    assert report(root) == ["practices/pijp.md:1:1: F009 Dit bestand is niet te lezen: het is geen gewoon bestand."]


@pytest.mark.parametrize("name", ["practices/map.md", "glossary.yaml", "afbeeldingen/map.png"])
def test_a_folder_with_the_name_of_a_file_is_no_file(name: str, catalogue: Catalogue) -> None:
    root = catalogue()
    (root / "content" / name).mkdir(parents=True)
    assert report(root) == [f"{name}:1:1: F009 Dit bestand is niet te lezen: het is geen gewoon bestand."]


def test_a_file_name_cannot_break_the_report(catalogue: Catalogue) -> None:
    root = catalogue({"a\nb": "x"})
    (root / "content" / "practices" / os.fsdecode(b"c\xff.md")).write_text("x")
    assert [line.split(" ")[:2] for line in report(root)] == [
        ["practices/a\ufffdb.md:1:1:", "F005"], ["practices/a\ufffdb.md:1:1:", "F007"],
        ["practices/c\ufffd.md:1:1:", "F005"], ["practices/c\ufffd.md:1:1:", "F007"],
    ]  # fmt: skip


def test_a_catalogue_of_nothing_is_fine(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert report(tmp_path) == []


def test_entries_keep_their_model_and_place(fiche: Fiche, catalogue: Catalogue) -> None:
    found = examine(Root(catalogue({"a": fiche(gemeenten="[Borsbeek, Antwerpen]")})), TODAY).catalogue
    assert found.domeinen["werk"] == Domein.model_validate({"label": "Werk", "volgorde": "1"})
    assert [each.naam for each in found.praktijken[0].gemeenten] == ["Borsbeek", "Antwerpen"]
    assert [each.naam for each in found.praktijken[0].vandaag] == ["Antwerpen"]
