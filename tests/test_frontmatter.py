"""The traps of YAML: every value stays text, and each mistake gives one problem with its place and the mended line.

In a fiche of `fiche()` the keys stand on lines 2 to 9; an extra key or a text in `extra` comes on line 10.
"""

import re

import pytest
from conftest import Check, Fiche

from fichebak import frontmatter
from fichebak.frontmatter import ENTRIES_AT_MOST, VALUES_AT_MOST, decode, read, split
from fichebak.problems import Problem


def plain(text: str) -> object:
    node, problems = read("a.md", text)
    assert node is not None, problems
    assert not problems
    return node.plain()


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("0470123456", id="a phone number"),
        pytest.param("9:30", id="a time"),
        pytest.param("no", id="no"),
        pytest.param("Yes", id="yes"),
        pytest.param("on", id="on"),
        pytest.param("2016-02-30", id="30 February"),
        pytest.param("2016-02-28", id="a date"),
        pytest.param("1e3", id="a number with an exponent"),
        pytest.param("0x1F", id="a hexadecimal number"),
        pytest.param("1_000", id="a number with an underscore"),
        pytest.param("012", id="an octal number"),
        pytest.param(".5", id="a number without a zero"),
        pytest.param(".nan", id="not a number"),
        pytest.param("null", id="null"),
        pytest.param("~", id="tilde"),
        pytest.param("true", id="true"),
        pytest.param("=", id="the value sign"),
        pytest.param("“Eén loket”", id="curly quotes"),
        pytest.param("’s-Gravenwezel", id="a curly apostrophe"),
        pytest.param("Effect#vzw", id="a hash in a word"),
        pytest.param("a:b", id="a colon in a word"),
        pytest.param("50 % & meer", id="signs further on"),
    ],
)
def test_a_value_stays_the_text_that_was_typed(value: str) -> None:
    assert plain(f"sleutel: {value}\n") == {"sleutel": value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('a: "0,5"\n', {"a": "0,5"}, id="between quotes"),
        pytest.param("a: >-\n  een\n  twee\n", {"a": "een twee"}, id="folded"),
        pytest.param("a: een\n  twee\n", {"a": "een twee"}, id="on two lines"),
        pytest.param("a: [x, y]\n", {"a": ["x", "y"]}, id="a list on one line"),
        pytest.param("a:\n- x\n- y\n", {"a": ["x", "y"]}, id="a list that does not go in"),
        pytest.param("a: {b: c}\n", {"a": {"b": "c"}}, id="a group on one line"),
        pytest.param("# opmerking\na: x # nog een\n", {"a": "x"}, id="comments"),
        pytest.param("", {}, id="nothing"),
        pytest.param("# alleen een opmerking\n", {}, id="a comment only"),
        pytest.param("a:\nb: x\n", {"b": "x"}, id="an empty value is none"),
        pytest.param('a: ""\nb: "  "\nc: x\n', {"c": "x"}, id="empty text is none"),
        pytest.param("a: []\nb: {}\nd: x\n", {"d": "x"}, id="empty list and group"),
        pytest.param("a:\n  - x\n  -\n  - y\n", {"a": ["x", "y"]}, id="an empty item is none"),
        pytest.param("a:\n  - b:\n    c:\nd: x\n", {"d": "x"}, id="a group of empty values is none"),
        pytest.param("a:\n  - Let op:\n", {"a": [{"Let op": ""}]}, id="text before a colon is not lost"),
    ],
)
def test_what_is_read(text: str, expected: object) -> None:
    assert plain(text) == expected


TRAPS = [
    pytest.param(
        {"titel": "Eén loket: samen op weg"}, "2:17: F012 …", 'titel: "Eén loket: samen op weg"', id="colon and space"
    ),
    pytest.param(
        {"extra": "budget:\n  toelichting: Kosten: veel\n"},
        "11:22: F012 …",
        'toelichting: "Kosten: veel"',
        id="colon and space in a group",
    ),
    pytest.param(
        {"extra": "lessen:\n  - Begin klein: het werkt\n"},
        "11:16: F012 [lessen] …",
        '- "Begin klein: het werkt"',
        id="colon and space in a list of texts",
    ),
    pytest.param(
        {"extra": "lessen:\n  - Let op:\n"}, "11:11: F012 [lessen] …", '- "Let op:"', id="a colon at the end of a text"
    ),
    pytest.param({"plaats": "@home"}, "10:9: F013 …", 'plaats: "@home"', id="at sign"),
    pytest.param({"plaats": "%50 korting"}, "10:9: F013 …", 'plaats: "%50 korting"', id="percent"),
    pytest.param({"plaats": "`Gent`"}, "10:9: F013 …", 'plaats: "`Gent`"', id="backtick"),
    pytest.param({"plaats": "!Gent"}, "10:9: F013 …", 'plaats: "!Gent"', id="exclamation mark"),
    pytest.param({"plaats": ">50 mensen"}, "10:9: F013 …", 'plaats: ">50 mensen"', id="greater than"),
    pytest.param({"plaats": "| Gent"}, "10:9: F013 …", 'plaats: "| Gent"', id="bar"),
    pytest.param({"plaats": "? Gent"}, "10:9: F013 …", 'plaats: "? Gent"', id="question mark"),
    pytest.param(
        {"titel": "[Nieuw] loket voor werk"}, "2:8: F013 …", 'titel: "[Nieuw] loket voor werk"', id="bracket and text"
    ),
    pytest.param({"plaats": "*Gent* en Aalst"}, "10:9: F017 …", 'plaats: "*Gent* en Aalst"', id="star"),
    pytest.param({"plaats": "* Gent"}, "10:9: F017 …", 'plaats: "* Gent"', id="star and space"),
    pytest.param({"plaats": "&Co"}, "10:9: F017 …", 'plaats: "&Co"', id="ampersand"),
    pytest.param({"plaats": "& Co"}, "10:9: F017 …", 'plaats: "& Co"', id="ampersand and space"),
    pytest.param({"plaats": "Gent\tcentrum"}, "10:13: F011 …", "plaats: Gent centrum", id="tab in a value"),
    pytest.param({"plaats": "\tGent"}, "10:9: F011 …", "plaats: Gent", id="tab after a colon"),
    pytest.param(
        {"plaats": "'s-Gravenwezel"}, "10:9: F014 …", 'plaats: "\'s-Gravenwezel"', id="apostrophe at the start"
    ),
    pytest.param(
        {"extra": "partners:\n  - 's-Gravenwezel\n  - Stad Gent\n"},
        "11:5: F014 …",
        '- "\'s-Gravenwezel"',
        id="apostrophe in a list",
    ),
    pytest.param(
        {"partners": "['s-Gravenwezel, Gent]"},
        "10:12: F014 …",
        'partners: ["\'s-Gravenwezel", Gent]',
        id="apostrophe in a list on one line",
    ),
    pytest.param({"plaats": '"Sociaal Huis'}, "10:9: F014 …", 'plaats: "Sociaal Huis"', id="unclosed quote"),
    pytest.param(
        {"laatst_nagekeken": '"2016'}, "9:19: F014 …", 'laatst_nagekeken: "2016"', id="unclosed quote on the last line"
    ),
    pytest.param(
        {"plaats": '"Sociaal Huis" Gent'}, "10:9: F020 …", "plaats: \"'Sociaal Huis' Gent\"", id="text after a quote"
    ),
    pytest.param({"gemeenten": "[Gent, Aalst"}, "5:12: F015 …", "gemeenten: [Gent, Aalst]", id="unclosed bracket"),
    pytest.param({"gemeenten": "[Gent}"}, "5:12: F015 …", "gemeenten: [Gent]", id="the other bracket"),
    pytest.param(
        {"extra": "bron: {publicatie: gids\n"},
        "10:7: F015 …",
        "bron: {publicatie: gids}",
        id="unclosed brace on the last line",
    ),
    pytest.param(
        {"titel": "Samen", "extra": "partners: [\n"}, "10:11: F015 …", "partners: []", id="a bracket at the end"
    ),
    pytest.param({"extra": "plaats Gent\n"}, "10:1: F022 …", "plaats: Gent", id="no colon"),
    pytest.param(
        {"extra": "plaats:Gent\nstatus: lopend\n"}, "10:8: F110 …", "plaats: Gent", id="no space after the colon"
    ),
    pytest.param({"plaats": r'"C:\Users"'}, "10:12: F024 …", r'plaats: "C:\\Users"', id="backslash between quotes"),
]


@pytest.mark.parametrize(("changes", "where", "mended"), TRAPS)
def test_a_trap_gives_one_problem_with_the_mended_line(
    changes: dict[str, str | None], where: str, mended: str, fiche: Fiche, check: Check
) -> None:
    problem, hint = check(fiche(**changes))
    assert re.match(re.escape(f"a.md:{where}").replace("…", "."), problem)
    assert hint == f"  Schrijf: {mended}"


@pytest.mark.parametrize(("changes", "where", "mended"), TRAPS)
def test_the_mended_line_mends_it(
    changes: dict[str, str | None], where: str, mended: str, fiche: Fiche, check: Check
) -> None:
    lines = fiche(**changes).split("\n")
    number = int(where.split(":")[0]) - 1
    indent = len(lines[number]) - len(lines[number].lstrip())
    lines[number] = " " * indent + mended
    codes = [line.split()[1] for line in check("\n".join(lines)) if line.startswith("a.md")]
    assert codes == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {"extra": "budget:\n\ttoelichting: x\n"},
            [
                "a.md:11:1: F011 Hier staat een tab. In de gegevens mogen alleen spaties.",
                "  Vervang de tab door twee spaties.",
            ],
            id="a tab to go in",
        ),
        pytest.param(
            {"extra": "titel: Nog een titel\n"},
            [
                "a.md:10:1: F016 [titel] De sleutel ‘titel’ staat er twee keer (eerst op regel 2).",
                "  Voeg de twee samen en verwijder er een.",
            ],
            id="a duplicate key",
        ),
        pytest.param(
            {"extra": "budget:\n  toelichting: a\n  toelichting: b\n"},
            [
                "a.md:12:3: F016 [toelichting] De sleutel ‘toelichting’ staat er twee keer (eerst op regel 11).",
                "  Voeg de twee samen en verwijder er een.",
            ],
            id="a duplicate key in a group",
        ),
        pytest.param(
            {"budget": "{toelichting: naargelang tolken, vervoer, zaal}"},
            [
                "a.md:10:42: F019 De komma voor ‘vervoer’ breekt de tekst in twee.",
                '  Schrijf: toelichting: "naargelang tolken, vervoer, zaal"',
            ],
            id="commas in a text on one line are one problem",
        ),
        pytest.param(
            {"gemeenten": "[Gent,,Aalst]"},
            [
                "a.md:5:12: F015 Dit haakje ‘[’ wordt niet goed gesloten.",
                "  Sluit af met ‘]’ en scheid de onderdelen met komma’s.",
            ],
            id="two commas, with brackets further on",
        ),
        pytest.param(
            {"extra": "  plaats: Gent\n"},
            [
                "a.md:10:3: F021 Deze regel springt niet in zoals de regels erboven.",
                "  Zet sleutels die bij elkaar horen even ver naar rechts, met spaties.",
            ],
            id="a key too far to the right",
        ),
        pytest.param(
            {"gemeenten": "\n  - Gent\n - Aalst"},
            [
                "a.md:7:2: F021 Deze regel springt niet in zoals de regels erboven.",
                "  Zet sleutels die bij elkaar horen even ver naar rechts, met spaties.",
            ],
            id="an item too far to the left",
        ),
        pytest.param(
            {"extra": "budget:\n\u00a0 toelichting: x\n"},
            [
                "a.md:11:1: F021 Deze regel springt niet in zoals de regels erboven.",
                "  Vervang de vaste spatie vooraan (uit Word of van een website) door gewone spaties.",
            ],
            id="a no-break space to go in",
        ),
        pytest.param(
            {"samenvatting": ">-\nDe tekst staat tegen de kant."},
            [
                "a.md:4:1: F021 Deze regel springt niet in zoals de regels erboven.",
                "  Laat de tekst onder ‘>-’ twee spaties inspringen.",
            ],
            id="folded text that does not go in",
        ),
        pytest.param(
            {"samenvatting": "Een eerste regel\n  en een Tweede: regel"},
            [
                "a.md:4:16: F012 In deze waarde staat een dubbele punt met een spatie, en die is hier niet toegelaten "
                "zonder aanhalingstekens.",
                "  Schrijf ‘>-’ achter de sleutel en zet de hele tekst daaronder, twee spaties ingesprongen.",
            ],
            id="a colon in the second line of a text",
        ),
        pytest.param(
            {"plaats": "- Gent"},
            [
                "a.md:10:9: F013 Een waarde mag niet met ‘-’ beginnen zonder aanhalingstekens.",
                "  Zet elke waarde van een lijst op een eigen regel, met ‘- ’ ervoor.",
            ],
            id="a list on the line of its key",
        ),
        pytest.param(
            {"plaats": "[" * 21 + "]" * 21},
            [
                "a.md:10:28: F018 De gegevens zitten hier meer dan 20 niveaus diep in elkaar.",
                "  Meer dan vier niveaus zijn nooit nodig. Kijk de haakjes en het inspringen na.",
            ],
            id="too deep",
        ),
        pytest.param(
            {"plaats": "&a Gent", "extra": "\tstatus: x\ntitel: [\n"},
            [
                "a.md:10:9: F017 ‘&a’ is een verwijzing van YAML, en die gebruikt Fichebak niet.",
                '  Schrijf: plaats: "&a Gent"',
            ],
            id="an anchor comes before every other problem",
        ),
        pytest.param(
            {"extra": "status: *a\nplaats: &b x\n", "titel": "x"},
            [
                "a.md:10:9: F017 ‘*a’ is een verwijzing van YAML, en die gebruikt Fichebak niet.",
                '  Schrijf: status: "*a"',
            ],
            id="only the first anchor",
        ),
        pytest.param(
            {"extra": "<<: {status: lopend}\n"},
            ["a.md:10:1: F030 [<<] ‘<<’ is geen bekende sleutel."],
            id="a merge key is no key",
        ),
        pytest.param(
            {"extra": '"a\\nb": x\n'},
            ["a.md:10:1: F030 [a b] ‘a b’ is geen bekende sleutel."],
            id="a line break in a key does not break the report",
        ),
    ],
)
def test_a_trap_gives_one_problem(changes: dict[str, str], expected: list[str], fiche: Fiche, check: Check) -> None:
    assert check(fiche(**changes))[: len(expected)] == expected
    assert len(check(fiche(**changes))) == 2


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: "\ufeff" + text, id="a BOM"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(lambda text: text.rstrip("\n"), id="no last newline"),
        pytest.param(lambda text: text.replace("---\n", "---  \n"), id="spaces after the dashes"),
        pytest.param(lambda text: text.replace("loket", "“loket” ‘x’ … – ’s"), id="curly quotes and dashes"),
    ],
)
def test_is_repaired_silently(change: object, fiche: Fiche, check: Check) -> None:
    assert callable(change)
    assert check(change(fiche())) == []


def test_front_matter_alone_without_last_newline(fiche: Fiche, check: Check) -> None:
    assert check(fiche(body="").rstrip("\n")) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", "a.md:1:1: F003 ", id="nothing"),
        pytest.param(b" \n\n", "a.md:1:1: F003 ", id="blank lines"),
        pytest.param(b"\xef\xbb\xbf", "a.md:1:1: F003 ", id="a BOM only"),
        pytest.param("---\né\n".encode("utf-16"), "a.md:1:1: F001 ", id="UTF-16"),
        pytest.param("---\ntitel: ée".encode() + b"\xe9\n", "a.md:2:10: F001 ", id="Latin-1, column in characters"),
        pytest.param(b"---\na\x00b\n", "a.md:2:2: F004 ", id="a null character"),
        pytest.param(b"---\ntitel: a\rb\n", "a.md:2:9: F004 ", id="a lone carriage return"),
        pytest.param("---\na\u2028b\n".encode(), "a.md:2:2: F004 ", id="a line separator"),
        pytest.param("---\na\x85b\n".encode(), "a.md:2:2: F004 ", id="a next-line character"),
        pytest.param("---\na\ufeffb\n".encode(), "a.md:2:2: F004 ", id="a BOM further on"),
        pytest.param(b"a" * 1_000_001, "a.md:1:1: F002 ", id="over a million bytes"),
    ],
)
def test_what_is_no_text(data: bytes, expected: str) -> None:
    found = decode("a.md", data)
    assert isinstance(found, Problem)
    assert str(found).startswith(expected)


def test_a_million_bytes_is_still_text() -> None:
    assert decode("a.md", b"a" * 1_000_000) == "a" * 1_000_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("titel: x\n", "a.md:1:1: F005 ", id="no front matter"),
        pytest.param("\n---\ntitel: x\n---\n", "a.md:1:1: F005 ", id="a blank line first"),
        pytest.param("---\ntitel: x\n", "a.md:1:1: F006 ", id="not closed"),
        pytest.param("---\n- x\n---\n", "a.md:2:1: F023 ", id="a list"),
        pytest.param("---\ntekst\n---\n", "a.md:2:1: F023 ", id="a text"),
        pytest.param("---\n[a, b]: x\n---\n", "a.md:2:1: F023 ", id="a list as key"),
    ],
)
def test_what_is_no_front_matter(text: str, expected: str) -> None:
    _, problems = split("a.md", text)
    assert [str(each).startswith(expected) for each in problems] == [True]


def test_the_body_begins_below_the_second_line_of_dashes() -> None:
    document, _ = split("a.md", "---\ntitel: x\n---\n## Kop\n---\ntekst\n")
    assert document is not None
    assert (document.body, document.body_line) == ("## Kop\n---\ntekst\n", 4)


@pytest.mark.parametrize(
    ("at_most", "count", "codes"),
    [
        pytest.param(VALUES_AT_MOST, VALUES_AT_MOST + 1, ["F025"], id="too many for a fiche"),
        pytest.param(ENTRIES_AT_MOST, VALUES_AT_MOST + 1, [], id="fine for a file of entries"),
    ],
)
def test_too_many_values(at_most: int, count: int, codes: list[str]) -> None:
    _, problems = frontmatter.read("a.md", f"a: [{'x, ' * count}x]\n", at_most=at_most)
    assert [each.code for each in problems] == codes


def test_places_are_those_of_the_file() -> None:
    node, _ = read("a.md", "a:\n  - b: x\n  - b: y\n", first_line=2)
    assert node is not None
    place = node.find(("a", 1, "b")).place
    assert (place.line, place.column) == (4, 8)
    assert node.find(("a", 5, "b")).place.line == 3, "the deepest that is there"
