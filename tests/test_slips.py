"""Slips of the pen of someone who never heard of YAML: each gives one problem, in its place, with the mended line.

In a fiche of `fiche()` the keys stand on lines 2 to 9; a text in `extra` comes on line 10.
"""

import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import Catalogue, Check, Fiche

from fichebak import slips
from fichebak.cli import main
from fichebak.problems import messages

MEANT = json.loads((Path(__file__).parent / "js" / "slips.json").read_text(encoding="utf-8"))
STAFF = "budget:\n  personeel:\n    - vte: {}\n      rol: coach\n"


@pytest.mark.parametrize(("text", "meant"), MEANT["dates"].items())
def test_a_date_as_people_write_it(text: str, meant: str) -> None:
    assert slips.date(text) == meant


@pytest.mark.parametrize(("text", "meant"), MEANT["numbers"].items())
def test_a_number_as_people_write_it(text: str, meant: str) -> None:
    assert slips.number(text) == meant


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        pytest.param("periode:\n  start: 1/2/2026\n", ["11:10: F039", "Schrijf: 2026-02-01"], id="a date"),
        pytest.param("periode: {start: 1-2-2026}\n", ["10:18: F039", "Schrijf: 2026-02-01"], id="a date on one line"),
        pytest.param(STAFF.format("0,5"), ["12:12: F038", "Schrijf: 0.5"], id="a decimal comma"),
        pytest.param(
            STAFF.format("{van: 0,5, tot: 1,5}"),
            ["12:18: F038", "Schrijf: 0.5", "12:28: F038", "Schrijf: 1.5"],
            id="decimal commas between braces are two numbers",
        ),
        pytest.param(STAFF.format("{van: 0.5, tot: 1, 5}"), ["12:31: F019", 'Schrijf: tot: "1, 5"'], id="comma, space"),
        pytest.param(STAFF.format("1,5 VTE"), ["12:12: F038", "Schrijf: 1.5"], id="a unit"),
        pytest.param(
            "budget:\n  bedragen:\n    - euro: € 12.500\n      per: jaar\n",
            ["12:13: F037", "Schrijf: 12500"],
            id="a euro sign and thousands",
        ),
        pytest.param("periode:\n  start: 31/2/2026\n", ["11:10: F039", "Schrijf een jaar"], id="no such day"),
        pytest.param(
            "budget:\n  bedragen:\n    - euro: 12,5\n      per: jaar\n",
            ["12:13: F037", "Schrijf een geheel getal"],
            id="one decimal of a euro",
        ),
        pytest.param(
            "budget:\n  personeel:\n    - aantal: 0,5\n", ["12:15: F038", "Schrijf het getal"], id="half a person"
        ),
    ],
)
def test_a_value(extra: str, expected: list[str], fiche: Fiche, check: Check) -> None:
    report = check(fiche(extra=extra))
    assert [line.removeprefix("a.md:").strip()[: len(start)] for line, start in zip(report, expected, strict=True)] == (
        expected
    )


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        pytest.param("0470123456", True, id="a mobile number"),
        pytest.param("056 00 00 00", True, id="spaces"),
        pytest.param("02/000.00.00", True, id="a slash and points"),
        pytest.param("+32 (0)56 00 00 00", True, id="of the country"),
        pytest.param("(056) 00 00 00, in de voormiddag", True, id="words behind it"),
        pytest.param("1700", True, id="a short number"),
        pytest.param("470123456", False, id="a spreadsheet dropped the 0"),
        pytest.param("vraag het aan het loket", False, id="words"),
    ],
)
def test_a_telephone_number(text: str, fine: bool, fiche: Fiche, check: Check) -> None:
    person = f"\n  - organisatie: Stad Gent\n    telefoon: {text}\n    toestemming_tot: 2030"
    assert [line.split()[1] for line in check(fiche(contact=person))[::2]] == ([] if fine else ["F114"])


GLUED = "Na de dubbele punt van ‘{}’ ontbreekt een spatie."
HIDDEN = "Achter dit hekje valt de tekst weg: ‘{}’."
DASH = "In deze lijst ontbreekt een streepje met een spatie."
QUOTE = "Deze sleutel begint met een aanhalingsteken dat niet gesloten wordt."


@pytest.mark.parametrize(
    ("extra", "place", "message", "mended"),
    [
        pytest.param("plaats:Gent\n", "10:8: F110", GLUED.format("plaats"), "plaats: Gent", id="glued"),
        pytest.param("plaats:Gent\nstatus: lopend\n", "10:8: F110", GLUED.format("plaats"), "plaats: Gent", id="above"),
        pytest.param(
            "bron:\n  publicatie:gids\n", "11:14: F110 [bron]", GLUED.format("publicatie"), "publicatie: gids", id="in"
        ),
        pytest.param(
            "bron: {publicatie:gids}\n", "10:19: F110", GLUED.format("publicatie"), "publicatie: gids", id="braces"
        ),
        pytest.param(
            "bron: {publicatie: gids, pagina:3}\n", "10:33: F110", GLUED.format("pagina"), "pagina: 3", id="further in"
        ),
        pytest.param(
            "budget:\n  bedragen:\n    - euro:500\n      per: jaar\n",
            "12:12: F110", GLUED.format("euro"), "- euro: 500", id="the line above the one YAML stops at",
        ),
        pytest.param("plaats: Gent #1\n", "10:14: F111", HIDDEN.format("#1"), 'plaats: "Gent #1"', id="a number sign"),
        pytest.param("plaats: #samen\n", "10:9: F111", HIDDEN.format("#samen"), 'plaats: "#samen"', id="a whole value"),
        pytest.param(
            "lessen:\n  - #samen sterk\n", "11:5: F111", HIDDEN.format("#samen sterk"), '- "#samen sterk"', id="-"
        ),
        pytest.param(
            "trefwoorden: [#metoo, b]\n",
            "10:15: F111", HIDDEN.format("#metoo, b]"), 'trefwoorden: ["#metoo", b]', id="in brackets",
        ),
        pytest.param(
            "trefwoorden: [a #metoo, b]\n",
            "10:17: F111", HIDDEN.format("#metoo, b]"), 'trefwoorden: ["a #metoo", b]', id="further on in brackets",
        ),
        pytest.param("partners:\n  -Stad Gent\n", "11:3: F026 [partners]", DASH, "- Stad Gent", id="no space"),
        pytest.param("partners:\n  -Gent\n  -Aalst\n", "11:3: F026 [partners]", DASH, "- Gent", id="two without"),
        pytest.param("partners:\n  -Gent\n  - Aalst\n", "11:3: F026 [partners]", DASH, "- Gent", id="first without"),
        pytest.param("partners:\n  * Gent\n  * Aalst\n", "11:3: F026", DASH, "- Gent", id="stars, as in a text"),
        pytest.param("partners:\n  – Gent\n  – Aalst\n", "11:3: F026 [partners]", DASH, "- Gent", id="from Word"),
        pytest.param("partners:\n  • OCMW – Gent\n", "11:3: F026 [partners]", DASH, "- OCMW – Gent", id="a bullet"),
        pytest.param("partners:\n-Gent\n", "11:1: F026", DASH, "- Gent", id="at the side"),
        pytest.param(
            "budget:\n  bedragen:\n    -euro: 500\n      per: jaar\n", "12:5: F026", DASH, "- euro: 500", id="group"
        ),
        pytest.param("'plaats: Gent\n", "10:1: F112", QUOTE, "plaats: Gent", id="a quote before a key"),
        pytest.param("'plaats: Gent\nlessen: ['s morgens]\n", "10:1: F112", QUOTE, "plaats: Gent", id="closed"),
    ],
)  # fmt: skip
def test_a_line(extra: str, place: str, message: str, mended: str, fiche: Fiche, check: Check) -> None:
    assert check(fiche(extra=extra)) == [f"a.md:{place} {message}", f"  Schrijf: {mended}"]


def test_a_name_that_begins_with_an_apostrophe_is_a_key_between_quotes(catalogue: Catalogue, fiche: Fiche) -> None:
    root = catalogue({"a": fiche()}, {"organisations.yaml": "'t Huis vzw:\n  soort: vzw\n"})
    assert report(root) == [
        f"content/organisations.yaml:1:1: F112 {QUOTE}",
        '  Schrijf: "\'t Huis vzw":',
    ]


def test_a_hash_in_the_second_line_of_a_text(fiche: Fiche, check: Check) -> None:
    problem, hint = check(fiche(plaats="Gent\n  wijk #3 en\n  wijk 4"))
    assert problem == f"a.md:11:8: F111 {HIDDEN.format('#3 en')}"
    assert hint.startswith("  Schrijf ‘>-’ achter de sleutel")


def test_what_may_be_a_comment_or_a_text_is_asked(fiche: Fiche, check: Check) -> None:
    problem, hint = check(fiche(plaats="Gent # centrum"))
    assert problem == f"a.md:10:14: F111 {HIDDEN.format('# centrum')}"
    assert hint.startswith("  Hoort hij bij de waarde?")


@pytest.mark.parametrize(
    "extra",
    [
        pytest.param("# een opmerking\nplaats: Gent\n#nog een\n", id="on a line of its own"),
        pytest.param("plaats: Stad Gent  # na te kijken\n", id="behind two spaces"),
        pytest.param("status: lopend # na te kijken\n", id="behind a word to choose"),
        pytest.param("periode:\n  start: 2015-12-01 #schatting\n", id="behind a date"),
        pytest.param("trefwoorden: [a, b] #genoeg\n", id="behind a list"),
        pytest.param('plaats: "Gent" #genoeg\n', id="behind quotes"),
        pytest.param("lessen: # wat anderen moeten weten\n  - Begin klein.\n", id="behind a key"),
        pytest.param("lessen:\n  - >-\n    Bel #1700\n  - Begin klein.\n", id="text below >-"),
        pytest.param("plaats: C#-wijk\n", id="in a word"),
    ],
)
def test_is_a_comment_or_plain_text(extra: str, fiche: Fiche, check: Check) -> None:
    assert check(fiche(extra=extra)) == []


@pytest.mark.parametrize(
    ("extra", "place"),
    [
        pytest.param(" plaats: Gent\nstatus: lopend\n", "10:2", id="a key"),
        pytest.param("budget:\n  bedragen:\n    - euro: 5\n     per: jaar\n", "13:6", id="a key of an item"),
        pytest.param("periode:\n  start: 2015\n einde: 2016\n", "12:2", id="a key of a group"),
        pytest.param("lessen:\n  - a\n    - b\n", "12:5", id="an item too far to the right"),
        pytest.param("lessen:\n  - a\n - b\n", "12:2", id="an item too far to the left"),
        pytest.param("periode:\n  start: 2015 #of later\n einde: 2016\n", "12:2", id="below a comment"),
    ],
)
def test_the_line_that_goes_in_wrongly(extra: str, place: str, fiche: Fiche, check: Check) -> None:
    report = check(fiche(extra=extra))
    assert [line.split(" ")[:2] for line in report[::2]] == [[f"a.md:{place}:", "F021"]]


def test_the_keys_of_a_group_that_do_not_go_in_are_one_mistake(fiche: Fiche, check: Check) -> None:
    assert check(fiche(laatst_nagekeken=None, extra="bron:\npublicatie: gids\npagina: '3'\n")) == [
        "a.md:10:1: F030 [publicatie] ‘publicatie’ is geen bekende sleutel.",
        "  ‘publicatie’ hoort bij ‘bron’: laat de regel twee spaties inspringen onder ‘bron:’.",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("-eerst\n-dan\n", ["a.md:11:1: F113"], id="at the start"),
        pytest.param("Zo:\n-eerst\n-dan\n", ["a.md:12:1: F113"], id="behind a colon"),
        pytest.param("- eerst\n-dan\n", ["a.md:12:1: F113"], id="not the first"),
        pytest.param("- eerst\n\n  -**dan**\n", ["a.md:13:3: F113"], id="in a list"),
        pytest.param("Een taal-\n-vaardig mens\n", [], id="in a sentence"),
        pytest.param("-5 graden\n", [], id="a number"),
        pytest.param("```\n-eerst\n```\n", [], id="code"),
        pytest.param("\\-eerst\n", [], id="escaped"),
    ],
)
def test_a_dash_without_a_space_in_the_text(body: str, expected: list[str], fiche: Fiche, check: Check) -> None:
    assert [line[: line.index(" F") + 5] for line in check(fiche(body=body))[::2]] == expected


# Files.


def report(root: Path) -> list[str]:
    result = CliRunner().invoke(main, ["check", "--root", str(root)], catch_exceptions=False)
    return result.output.splitlines()[:-1]


DEEP = 10_000
BOMBS = {
    "empty": (b"", "F003"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 1000, "F004"),
    "zeros": (bytes(900_000), "F004"),
    "another encoding": ("---\ntitel: Liège\n---\n".encode("latin-1"), "F001"),
    "UTF-16": ("---\ntitel: x\n---\n".encode("utf-16"), "F001"),
    "huge": (b"a: b\n" * 500_000, "F002"),
    "no end": (b"---\n" + b"a: b\n" * 190_000, "F006"),
    "brackets": (b"---\na: " + b"[" * DEEP + b"\n---\n", "F018"),
    "braces": (b"---\na: " + b"{" * DEEP + b"\n---\n", "F018"),
    "closed brackets": (b"---\na: " + b"[" * DEEP + b"]" * DEEP + b"\n---\n", "F018"),
    "dashes": (b"---\na:\n  " + b"- " * DEEP + b"b\n---\n", "F018"),
    "steps": (("---\n" + "".join(f"{' ' * n}a:\n" for n in range(1200)) + "---\n").encode(), "F018"),
}


@pytest.mark.parametrize(("data", "code"), BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("name", ["practices/a.md", "domains/werk.md"])
def test_a_broken_file_is_one_problem_within_two_seconds(
    name: str, data: bytes, code: str, fiche: Fiche, catalogue: Catalogue
) -> None:
    root = catalogue({"b": fiche(verwant="[a]" if name == "practices/a.md" else None)}, {name: data})
    start = time.process_time()
    found = report(root)
    assert time.process_time() - start < 2
    assert [line.split()[1] for line in found[::2]] == [code]
    assert "fiche" not in "".join(found[1::2])


BODIES = {
    "quotes": ">" * DEEP + " a\n",
    "brackets": "[" * DEEP + "\n",
    "images": "![" * DEEP + "\n",
    "stars": "*a " * DEEP + "\n",
    "ticks": "` `` " * DEEP + "\n",
    "items": "- " * DEEP + "a\n",
    "dashes": "-a\n" * DEEP,
    "tags": "<a " * DEEP + "\n",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_text_without_end_takes_no_more_than_two_seconds(body: str, fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"a": fiche(body=body)})
    start = time.process_time()
    assert report(root)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("practices/Eén Loket.md", "F007", id="capitals and spaces"),
        pytest.param("practices/een-loket.txt", "F008", id="another ending"),
        pytest.param("practices/een-loket.MD", "F008", id="the ending in capitals"),
    ],
)
def test_a_wrong_file_name_is_one_problem_where_others_refer_to_it(
    name: str, code: str, fiche: Fiche, catalogue: Catalogue
) -> None:
    root = catalogue({"b": fiche(verwant="[een-loket]")}, {name: fiche()})
    assert [line.split(": ")[1].split()[0] for line in report(root)[::2]] == [code]


def test_only_what_is_about_fiches_speaks_of_them() -> None:
    about_fiches = {"F055", "F074"}
    speaking = {code for code, each in messages().items() if "fiche" in f"{each.bericht} {each.hint}".lower()}
    assert {code for code in speaking if "Fichebak" not in messages()[code].bericht} == about_fiches
