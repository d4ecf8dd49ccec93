"""`fichebak fmt`: other text, the same said; comments stay, files with problems are left alone."""

import random
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import Catalogue, Fiche
from small_catalogue import FILES, small
from test_tidy import read

from fichebak.cli import main
from fichebak.load import RawFile
from fichebak.rewrite import rewrite

UNTIDY = """\
---
# De redactie keek dit na.

laatst_nagekeken:   '2016-06'
titel: 'Samen op weg'   # kort gehouden
samenvatting: "Vrijwilligers gaan mee naar de eerste werkdag, zodat nieuwe inwoners hun weg vinden op het werk en
  in de stad."
trekker: [ 'Stad Gent' ]
plaats:

# Domeinen: het eerste telt.
domeinen:
- werk
- "taal"
contact:
  # Nog te vragen
  - website: "https://www.voorbeeld.be/"
    organisatie: Stad Gent

# Hoe ver
# het reikt

# en waarom
werkingsgebied: "gemeente"

# Einde
---

## Aanpak\x20\x20

Een regel die\x20\x20
afbreekt, en een die dat niet doet.\x20
Nog een.\x20\x20

```
code\x20\x20
```
"""
TIDY = """\
---
# De redactie keek dit na.

titel: 'Samen op weg'   # kort gehouden
samenvatting: >-
  Vrijwilligers gaan mee naar de eerste werkdag, zodat nieuwe inwoners hun weg vinden op het werk en
  in de stad.
# Domeinen: het eerste telt.
domeinen: [werk, taal]

# Hoe ver
# het reikt

# en waarom
werkingsgebied: gemeente
plaats:
trekker:
  - Stad Gent
contact:
  # Nog te vragen
  - website: "https://www.voorbeeld.be/"
    organisatie: Stad Gent
laatst_nagekeken: 2016-06

# Einde
---

## Aanpak

Een regel die\x20\x20
afbreekt, en een die dat niet doet.
Nog een.

```
code\x20\x20
```
"""


def raw(text: str | bytes, kind: str = "practices") -> RawFile:
    return RawFile(f"content/{kind}/a.md", kind, "a", text if isinstance(text, bytes) else text.encode())


def tidied(text: str) -> str:
    made = rewrite(raw(text))
    assert isinstance(made, bytes), made
    return made.decode()


def test_blocks_come_in_order_with_their_comments() -> None:
    assert tidied(UNTIDY) == TIDY


def test_what_is_tidy_stays() -> None:
    assert tidied(TIDY) == TIDY


def test_the_line_ends_of_a_file_stay() -> None:
    assert tidied(UNTIDY.replace("\n", "\r\n")) == TIDY.replace("\n", "\r\n")


def test_a_byte_order_mark_goes_and_a_last_newline_comes() -> None:
    assert tidied(f"\ufeff{TIDY}".rstrip("\n")) == TIDY
    assert tidied(TIDY[: TIDY.index("\n\n## ")]).endswith("\n# Einde\n---\n")


def test_a_fiche_whose_keys_have_no_lines_of_their_own_keeps_them(fiche: Fiche) -> None:
    text = fiche(body="")
    inside = "".join(f"  {line}\n" for line in text.splitlines()[1:-1])
    assert tidied(f"---\n{inside}---\n") == f"---\n{inside}---\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("een \ntwee\t\n", "een\ntwee\n", id="one space, and a tab at the end"),
        pytest.param("een  \ntwee\n", "een  \ntwee\n", id="two spaces break the line"),
        pytest.param("vier\t\nvijf\n", "vier\t\nvijf\n", id="a tab as wide as that does too"),
        pytest.param("een  \n\ntwee  \n", "een\n\ntwee\n", id="two spaces at the end of a paragraph"),
        pytest.param("    a \n    b\n\nc \nd", "    a \n    b\n\nc \nd\n", id="code by its indent: all stays"),
        pytest.param("~~~\ncode \n~~~\n \nTekst. \n\n\n", "~~~\ncode \n~~~\n\nTekst.\n", id="code between fences"),
        pytest.param("- een \n  - twee \n", "- een\n  - twee\n", id="lists"),
        pytest.param("| a | b | \n| - | - |\n| c | d | \n", "| a | b |\n| - | - |\n| c | d |\n", id="a table"),
        pytest.param("\n\nTekst.", "\n\nTekst.\n", id="blank lines above stay"),
        pytest.param("", "", id="no body"),
        pytest.param(" \n\n", "", id="nothing but white space"),
        pytest.param("een\u00a0\ntwee\n", "een\u00a0\ntwee\n", id="a wide space is no white space here"),
    ],
)
def test_white_space_at_the_end_of_a_line(fiche: Fiche, body: str, expected: str) -> None:
    front = tidied(fiche(body=""))
    assert tidied(front + body) == front + expected


def test_a_file_that_keeps_line_breaks_at_the_end_of_a_text_is_not_changed_in_what_it_says(fiche: Fiche) -> None:
    text = fiche(extra="plaats: |+  # zo\n  Overleie\n\n\nstatus: lopend\n")
    assert read(tidied(text))[0] == read(text)[0]


@pytest.mark.parametrize("path", [path for path in FILES if path.endswith(".md")])
def test_every_kind_of_file_says_the_same_in_any_order(path: str) -> None:
    """The lines of the keys are shuffled, with comments and blank lines between them; all is said, and said twice."""
    text = str(FILES[path])
    _, front, body = text.split("---\n", 2)
    chance = random.Random(path)
    for _ in range(20):
        blocks = _blocks(front)
        chance.shuffle(blocks)
        comments = [f"# opmerking {n}\n" for n in range(len(blocks))]
        parts = [
            f"{chance.choice(['', chr(10)])}{comment}{block}" for comment, block in zip(comments, blocks, strict=True)
        ]
        made = rewrite(raw(f"---\n{''.join(parts)}---\n{body}", path.split("/")[1]))
        assert isinstance(made, bytes), made
        assert read(made.decode()) == read(text)
        assert [made.decode().count(comment) for comment in comments] == [1] * len(comments)
        assert list(read(made.decode())[0]) == list(read(_formatted(path))[0])
        assert rewrite(raw(made, path.split("/")[1])) == made


def _formatted(path: str) -> str:
    made = rewrite(raw(str(FILES[path]), path.split("/")[1]))
    assert isinstance(made, bytes)
    return made.decode()


def _blocks(front: str) -> list[str]:
    found: list[str] = []
    for line in front.splitlines(keepends=True):
        if line.startswith((" ", "-")):
            found[-1] += line
        else:
            found.append(line)
    return found


# The command.


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(main, ["fmt", *map(str, arguments)], catch_exceptions=False)


def stamps(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_check_writes_nothing_and_says_what_would_change(catalogue: Catalogue) -> None:
    root = catalogue({"a": UNTIDY, "b": TIDY})
    before = stamps(root)
    done = run("--root", root, "--check")
    assert (done.exit_code, done.output) == (1, "Nog niet netjes: content/practices/a.md\n")
    assert stamps(root) == before


def test_fmt_writes_the_file_and_is_then_done(catalogue: Catalogue) -> None:
    root = catalogue({"a": UNTIDY, "b": TIDY})
    path = root / "content/practices/a.md"
    path.chmod(0o640)
    done = run("--root", root)
    assert (done.exit_code, done.output) == (0, "Herschreven: content/practices/a.md\n")
    assert path.read_text(encoding="utf-8") == TIDY
    assert path.stat().st_mode & 0o777 == 0o640
    done = run("--root", root, "--check")
    assert (done.exit_code, done.output) == (0, "Alles staat netjes.\n")
    assert sorted(each.name for each in path.parent.iterdir()) == ["a.md", "b.md"]


def test_a_file_with_a_problem_is_left_alone_and_the_others_are_not(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"a": fiche(titel="Nr. #1", status="'lopnd'"), "b": fiche(titel="Een: titel"), "c": UNTIDY})
    before = stamps(root)
    done = run("--root", root)
    assert done.exit_code == 1
    assert done.output == (
        "content/practices/a.md:2:12: F111 Achter dit hekje valt de tekst weg: ‘#1’.\n"
        '  Schrijf: titel: "Nr. #1"\n'
        "content/practices/a.md:10:9: F036 [status] ‘lopnd’ is geen mogelijke waarde.\n"
        "  Bedoelde u ‘lopend’?\n"
        "content/practices/b.md:2:11: F012 In deze waarde staat een dubbele punt met een spatie, en die is hier niet "
        "toegelaten zonder aanhalingstekens.\n"
        '  Schrijf: titel: "Een: titel"\n'
        "Herschreven: content/practices/c.md\n"
        "Herstel eerst deze problemen: een fiche met een probleem blijft zoals ze is.\n"
    )
    after = stamps(root)
    assert [Path(path).name for path in before if after[path] != before[path]] == ["c.md"]


def test_only_the_paths_that_were_asked_for(catalogue: Catalogue) -> None:
    root = catalogue({"a": UNTIDY, "b": UNTIDY, "c": "---\nx: [\n---\n"})
    done = run("--root", root, root / "content/practices/b.md", root / "content/catalogue.yaml")
    assert (done.exit_code, done.output) == (0, "Herschreven: content/practices/b.md\n")


def test_a_folder_that_cannot_be_written_is_one_sentence(catalogue: Catalogue) -> None:
    root = catalogue({"a": UNTIDY})
    (root / "content/practices/.a.md.nieuw").mkdir()
    done = run("--root", root)
    assert done.exit_code == 1
    assert "a.md kon niet geschreven worden: " in done.stderr
    assert (root / "content/practices/a.md").read_text(encoding="utf-8") == UNTIDY


def test_a_small_catalogue_keeps_its_problems_and_its_content(tmp_path: Path) -> None:
    root = small(tmp_path)
    done = run("--root", root.path)
    assert done.exit_code == 0
    for path, text in FILES.items():
        if path.endswith(".md"):
            assert read((root.path / path).read_text(encoding="utf-8")) == read(str(text))
