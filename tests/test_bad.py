"""One broken fiche for each code of messages.toml: it gives exactly that code, and the report reads as in expected.txt.

bad/<CODE>.md is the fiche; what is no single file of text is made here. `pytest --regen` writes expected.txt anew.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import Catalogue, Fiche
from small_catalogue import png

from fichebak.build import copied, examine
from fichebak.config import Root
from fichebak.problems import Problem, messages

BAD = Path(__file__).parent / "bad"
EXPECTED = BAD / "expected.txt"
TODAY = date(2026, 11, 21)


COPIED = "De toeleiders gaan mee naar de eerste afspraak en leggen daar uit wat het loket van de stad voor hen doet."
Files = dict[str, str | bytes]

MADE: dict[str, Callable[[Fiche], Files]] = {  # files by path in content/, where one file of text does not do
    "F001": lambda fiche: {"practices/f001.md": fiche(plaats="Liège").encode("latin-1")},
    "F002": lambda _: {"practices/f002.md": b"a" * 1_000_001},
    "F004": lambda fiche: {"practices/f004.md": fiche(plaats="Gent\0")},
    "F007": lambda fiche: {"practices/Één loket.md": fiche()},
    "F008": lambda _: {"practices/loket.docx": b"PK"},
    "F025": lambda fiche: {"practices/f025.md": fiche(partners=f"[{'a, ' * 2000}b]")},
    "F056": lambda fiche: {"practices/een.md": fiche(), "practices/twee.md": fiche(vroegere_slugs="[een]")},
    "F057": lambda fiche: {
        "practices/gewoon.md": fiche(),
        "addressees.yaml": "gemeenten:\n  label: Gemeenten\n",
        "recommendations/gids.yaml": "begin-nu:\n  tekst: Begin nu.\n  aan: [gemeente]\n",
    },
    "F058": lambda fiche: {
        "practices/gewoon.md": fiche(),
        "organisations.yaml": "OCMW Gent:\n  soort: ocmw\nStad Gent:\n  soort: gemeente\n  diensten: [Ocmw-Gent]\n",
    },
    "F059": lambda fiche: {
        "practices/gewoon.md": fiche(),
        "domains/wonen.md": "---\nlabel: Wonen\nvolgorde: 2\n---\n",
    },
    "F090": lambda fiche: {"practices/f090.md": fiche(samenvatting=COPIED)},
    "F098": lambda fiche: {
        "practices/gewoon.md": fiche(), "catalogue.yaml": "titel: Proef\nrepository_map: ../andere\n",
    },
    "F073": lambda _: {"practices/f073.md": (BAD / "F073.md").read_text("utf-8"), "afbeeldingen/klas.png": png(4, 3)},
    "F093": lambda _: {"practices/f093.md": (BAD / "F093.md").read_text("utf-8"), "afbeeldingen/loket.png": png(4, 3)},
    "F094": lambda fiche: {"practices/gewoon.md": fiche(), "afbeeldingen/loket.png": png(40, 30)[:60]},
    "F095": lambda fiche: {"practices/gewoon.md": fiche(), "afbeeldingen/loket.png": png(9000, 2000)},
    "F096": lambda fiche: {"practices/f096.md": fiche(body="Zin.[^1]\n\n" * 101 + "[^1]: Een noot.\n")},
    "F115": lambda fiche: {"practices/gewoon.md": fiche(), "catalogue.yaml": "base_url: https://voorbeeld.be/?p=\n"},
    "F118": lambda fiche: {"practices/gewoon.md": fiche(), "afbeeldingen/het loket.png": png(4, 3)},
    "W004": lambda fiche: {
        "practices/gewoon.md": fiche(),
        "pages/toegankelijkheid.md": "---\ntitel: Toegankelijkheid\nnagekeken: 2025-11-20\n---\nVoor iedereen.\n",
    },
    "F077": lambda fiche: {"practices/f077.md": fiche(body="woord " * 5001)},
}


def made(code: str, fiche: Fiche, catalogue: Catalogue) -> Path:
    """Write the catalogue that gives *code* and return its root."""
    if code == "F009":
        root = catalogue({"gewoon": fiche()})
        (root / "content" / "practices" / "f009.md").symlink_to(root / "elders.md")
        return root
    if code in MADE:
        return catalogue({}, MADE[code](fiche))
    return catalogue({code.lower(): (BAD / f"{code}.md").read_bytes()})


def found(code: str, fiche: Fiche, catalogue: Catalogue) -> tuple[Problem, ...]:
    root = Root(made(code, fiche, catalogue))
    if code != "F090":
        return examine(root, TODAY).problems
    (root.path / "bronnen").mkdir()
    (root.path / "bronnen" / "gids.txt").write_text(f"De gids.\n\n{COPIED.upper()}\n", encoding="utf-8")
    return copied(root, root.path / "bronnen")


@pytest.mark.parametrize("code", messages())
def test_gives_exactly_this_code(code: str, fiche: Fiche, catalogue: Catalogue, request: pytest.FixtureRequest) -> None:
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
