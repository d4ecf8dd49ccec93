"""One broken fiche for each code of messages.toml: it gives exactly that code, and the report reads as in expected.txt.

bad/<CODE>.md is the fiche; what is no single file of text is made here. `pytest --regen` writes expected.txt anew.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from conftest import Catalogue, Fiche

from fichebak.build import examine
from fichebak.config import Root
from fichebak.problems import Problem, messages

BAD = Path(__file__).parent / "bad"
EXPECTED = BAD / "expected.txt"
TODAY = date(2026, 11, 21)
PICTURE = {"afbeeldingen/klas.png": b"\x89PNG"}


def made(code: str, fiche: Fiche, catalogue: Catalogue) -> Path:
    """Write the catalogue that gives *code* where one file of text does not, and return its root."""
    match code:
        case "F001":
            return catalogue({"f001": fiche(plaats="Liège").encode("latin-1")})
        case "F002":
            return catalogue({"f002": b"a" * 1_000_001})
        case "F004":
            return catalogue({"f004": fiche(plaats="Gent\0")})
        case "F007":
            return catalogue({"Één loket": fiche()})
        case "F008":
            return catalogue({}, {"practices/loket.docx": b"PK"})
        case "F009":
            root = catalogue()
            (root / "content" / "practices").mkdir()
            (root / "content" / "practices" / "f009.md").symlink_to(root / "elders.md")
            return root
        case "F025":
            return catalogue({"f025": fiche(partners="[" + "a, " * 2000 + "b]")})
        case "F056":
            return catalogue({"een": fiche(), "twee": fiche(vroegere_slugs="[een]")})
        case "F077":
            return catalogue({"f077": fiche(body="woord " * 5001)})
    text = (BAD / f"{code}.md").read_bytes()
    return catalogue({code.lower(): text}, PICTURE if code == "F073" else {})


def found(code: str, fiche: Fiche, catalogue: Catalogue) -> tuple[Problem, ...]:
    return examine(Root(made(code, fiche, catalogue)), TODAY).problems


@pytest.mark.parametrize("code", messages())
def test_gives_exactly_this_code(
    code: str, fiche: Fiche, catalogue: Catalogue, request: pytest.FixtureRequest
) -> None:
    report = "".join(f"{each}\n" for each in found(code, fiche, catalogue))
    assert re.findall(r"^\S.*?:\d+:\d+: ([A-Z]\d+) ", report, re.M) == [code]
    expected = dict(_expected())
    if request.config.getoption("--regen"):
        expected[code] = report
        EXPECTED.write_text("\n".join(expected[each] for each in messages() if each in expected), encoding="utf-8")
    assert report == expected.get(code), "Is the change meant? Then run: pytest --regen"


def _expected() -> list[tuple[str, str]]:
    blocks = EXPECTED.read_text(encoding="utf-8").split("\n\n") if EXPECTED.is_file() else []
    return [(re.findall(r": ([A-Z]\d+) ", block)[0], block.rstrip("\n") + "\n") for block in blocks if block.strip()]


def test_every_file_in_bad_is_used() -> None:
    assert {path.stem for path in BAD.glob("*.md")} <= set(messages())


@pytest.mark.parametrize("code", messages())
def test_every_message_says_what_to_do_and_why(code: str) -> None:
    message = messages()[code]
    assert all((message.naam, message.bericht, message.hint, message.uitleg))
    assert len({each.naam for each in messages().values()}) == len(messages())
