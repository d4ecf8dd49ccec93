"""What a terminal shows below a problem: its line, a caret under the sign, the mended line. A pipe gets none of it."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Catalogue, Fiche, problems_of

from fichebak.excerpt import excerpt, mended
from fichebak.problems import Place, Problem
from fichebak.register import Register

FAMILY = "👨\u200d👩\u200d👧"


def shown(line: str, column: int, width: int = 60, hint: str = "", message: str = "") -> list[str]:
    """Return what is shown of *line*, as rows without the part before it."""
    problem = Problem(Place("a.md", 1 if column > 1 else 2, column), "F000", message, hint=hint)
    rows = excerpt(problem, line if column > 1 else f"\n{line}", width).splitlines()
    assert [row[:9] for row in rows] == [f"    {' 1' if column > 1 else ' 2'} | ", "       | ", "    zo | "][
        : len(rows)
    ]
    return [row[9:] for row in rows]


@pytest.mark.parametrize(
    ("line", "sign", "row", "caret"),
    [
        pytest.param("plaats: Gnt", "G", "plaats: Gnt", "        ^", id="plain"),
        pytest.param("plaats: ", "", "plaats:", "        ^", id="behind the end"),
        pytest.param("a\tb", "\t", "a→b", " ^", id="a tab"),
        pytest.param("a\0\x1b[31mb", "b", "a��[31mb", "       ^", id="control characters"),
        pytest.param("é 😀 x", "x", "é 😀 x", "     ^", id="an emoji takes two columns"),
        pytest.param("e\u0301 x", "x", "e\u0301 x", "  ^", id="an accent of its own takes none"),
        pytest.param(f"{FAMILY} x", "x", "👨👩👧 x", "       ^", id="joined emoji are shown apart"),
        pytest.param("漢字 x", "x", "漢字 x", "     ^", id="Chinese"),
        pytest.param("\u202eabc\u202c x", "x", "�abc� x", "      ^", id="signs that turn the direction"),
        pytest.param("שלום x", "x", "שלום x", "     ^", id="Hebrew"),
        pytest.param("\u00a0x", "x", "␣x", " ^", id="a space that does not break"),
    ],
)
def test_the_caret_stands_under_the_sign(line: str, sign: str, row: str, caret: str) -> None:
    column = line.index(sign) + 1 if sign else len(line) + 1
    assert shown(line, column) == [row, caret]


@pytest.mark.parametrize("column", [2, 20, 60, 500, 2_999, 3_001])
@pytest.mark.parametrize("filling", ["x", "é", "漢", "😀", "e\u0301"])
def test_a_long_line_is_cut_around_the_place(filling: str, column: int) -> None:
    text = list((filling * 3_000)[:3_000])
    if column <= len(text):
        text[column - 1] = "!"
    row, caret = shown("".join(text), column, width=40)
    assert columns(row) <= 40 - 9
    under = max(n for n in range(len(row) + 1) if columns(row[:n]) == len(caret) - 1)
    assert row[under : under + 1] == ("!" if column <= len(text) else "")


def columns(text: str) -> int:
    return sum(2 if c in "漢😀" else 0 if c == "\u0301" else 1 for c in text)


def test_a_line_without_end_takes_no_time() -> None:
    rows = shown("x" * 1_000_000, 500_000)
    assert [len(row) for row in rows] == [51, 27]


def test_of_a_file_as_a_whole_no_line_is_shown() -> None:
    assert excerpt(Problem(Place("a.md"), "F003", "Leeg."), "", 80) == ""
    assert excerpt(Problem(Place("a.md", 9, 1), "F010", "x"), "een regel", 80) == ""


@pytest.mark.parametrize(
    ("line", "column", "hint", "message", "better"),
    [
        pytest.param("  a: b: c", 7, 'Schrijf: a: "b: c"', "", '  a: "b: c"', id="a whole line"),
        pytest.param("a: [Gnt, x]", 5, "Bedoelde u ‘Gent’?", "‘Gnt’ is geen gemeente.", "a: [Gent, x]", id="a name"),
        pytest.param(
            "a: 12.500 # x", 4, "Schrijf: 12500", "‘12.500’ is geen bedrag in euro.", "a: 12500 # x", id="a value"
        ),
        pytest.param("a: [Gnt]", 5, "Bedoelde u ‘Gent’ of ‘Genk’?", "‘Gnt’ is geen gemeente.", "", id="a choice"),
        pytest.param("a: 'Gnt'", 4, "Bedoelde u ‘Gent’?", "‘Gnt’ is geen gemeente.", "", id="another text is there"),
        pytest.param("a: x", 4, "Kijk het na.", "‘x’ is geen y.", "", id="a hint in words"),
    ],
)
def test_the_mended_line(line: str, column: int, hint: str, message: str, better: str) -> None:
    assert shown(line, column, hint=hint, message=message)[2:] == ([better] if better else [])


BAD = Path(__file__).parent / "bad"
MENDED = {
    "F012", "F013", "F014", "F015", "F017", "F020", "F022", "F024", "F026", "F030", "F032", "F036", "F037", "F038",
    "F050", "F052", "F053", "F054", "F082", "F110", "F111", "F112", "F113",
}  # fmt: skip


@pytest.mark.parametrize("path", sorted(BAD.glob("*.md")), ids=lambda path: path.stem)
def test_the_mended_line_mends_it(path: Path, belgium: Register) -> None:
    text = path.read_text(encoding="utf-8")
    (problem, *_) = [each for each in problems_of(belgium, text) if each.code == path.stem] or [None]
    lines = text.split("\n")
    line = mended(problem, lines[problem.place.line - 1]) if problem else ""
    assert bool(line) == (path.stem in MENDED)
    if problem and line:
        lines[problem.place.line - 1] = line
        assert problem not in problems_of(belgium, "\n".join(lines))


# On a terminal.


def on_a_terminal(root: Path, *arguments: str, columns: int = 80) -> str:
    """Return what `fichebak` writes when its output is a real terminal."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns)}
    command = [sys.executable, "-m", "fichebak", *arguments, "--root", str(root)]
    with subprocess.Popen(command, stdout=theirs, env=environment):
        os.close(theirs)
        written = b""
        while piece := _read(ours):
            written += piece
    os.close(ours)
    return written.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side is closed
        return b""


REPORT = "content/practices/a.md:5:13: F050 [gemeenten] ‘Gnt’ is geen Belgische gemeente.\n  Bedoelde u ‘Gent’?\n"


@pytest.mark.slow
def test_a_terminal_shows_the_line(fiche: Fiche, catalogue: Catalogue) -> None:
    assert on_a_terminal(catalogue({"a": fiche(gemeenten="[Gnt]")}), "check") == (
        f"{REPORT}"
        "     5 | gemeenten: [Gnt]\n"
        "       |             ^\n"
        "    zo | gemeenten: [Gent]\n"
        "\n"
        "1 probleem gevonden.\n"
    )


@pytest.mark.slow
@pytest.mark.parametrize("form", ["json", "github"])
def test_a_terminal_shows_no_line_in_what_tools_read(form: str, fiche: Fiche, catalogue: Catalogue) -> None:
    assert " | " not in on_a_terminal(catalogue({"a": fiche(gemeenten="[Gnt]")}), "check", "--format", form)


@pytest.mark.slow
def test_a_pipe_gets_two_lines_a_problem(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"a": fiche(gemeenten="[Gnt]")})
    command = [sys.executable, "-m", "fichebak", "check", "--root", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, f"{REPORT}1 probleem gevonden.\n", "")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["practices/Één.md", "organisations.yaml"])
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x00\x01\x02" * 1000, id="binary"),
        pytest.param("---\ntitel: Liège".encode("latin-1"), id="another encoding"),
        pytest.param(b"a" * 1_000_001, id="too large"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_whatever_is_in_a_file_a_terminal_gets_a_report(name: str, data: bytes, catalogue: Catalogue) -> None:
    said = on_a_terminal(catalogue({}, {name: data}), "check", columns=40)
    assert said.endswith(" gevonden.\n")
    assert not any(c in said for c in "\0\x01\x02")


@pytest.mark.slow
def test_a_pipe_or_a_link_is_not_opened_for_a_line_of_it(catalogue: Catalogue) -> None:
    root = catalogue({}, {"practices/.leeg": ""})
    os.mkfifo(root / "content/practices/pijp.md")
    (root / "content/practices/koppel.md").symlink_to("/etc/passwd")
    hint = "  Zet hier het bestand zelf, geen koppeling ernaar, en kijk na of u het mag lezen.\n\n"
    assert on_a_terminal(root, "check") == (
        "content/practices/koppel.md:1:1: F009 Dit bestand is niet te lezen: het is een koppeling (symbolic link).\n"
        f"{hint}"
        "content/practices/pijp.md:1:1: F009 Dit bestand is niet te lezen: het is geen gewoon bestand.\n"
        f"{hint}"
        "2 problemen gevonden.\n"
    )
