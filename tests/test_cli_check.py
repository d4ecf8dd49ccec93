"""`fichebak check` as an editor, a problem matcher or a hook runs it: exit codes, text and JSON, PATHS and --root."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import Catalogue, Fiche

from fichebak.cli import main

LONG = "lang " * 30


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def broken(fiche: Fiche, catalogue: Catalogue) -> Path:
    """A catalogue with three problems in two fiches, written in another order than they are reported in."""
    return catalogue({"b": fiche(gemeenten="[Gnt]"), "a": fiche(status=LONG, titel="x"), "goed": fiche()})


def test_nothing_wrong(fiche: Fiche, catalogue: Catalogue) -> None:
    result = run("--root", catalogue({"a": fiche()}))
    assert (result.exit_code, result.output) == (0, "Alles in orde.\n")


def test_problems_are_sorted_and_never_wrapped(broken: Path) -> None:
    result = run("--root", broken)
    assert result.exit_code == 1
    assert result.output == (
        "content/practices/a.md:2:8: F033 [titel] Dit is te kort: 1 tekens, minstens 5 nodig.\n"
        "  Zeg wat het is, voor wie en wat het doet.\n"
        f"content/practices/a.md:10:9: F036 [status] ‘{LONG[:79]}…’ is geen mogelijke waarde.\n"
        "  Kies uit: gepland, lopend, ingebed, afgerond, gestopt.\n"
        "content/practices/b.md:5:13: F050 [gemeenten] ‘Gnt’ is geen Belgische gemeente.\n"
        "  Bedoelde u ‘Gent’?\n"
        "3 problemen gevonden.\n"
    )


def test_one_problem(fiche: Fiche, catalogue: Catalogue) -> None:
    assert run("--root", catalogue({"a": fiche(titel="x")})).output.endswith("\n1 probleem gevonden.\n")


def test_everything_goes_to_standard_output(broken: Path) -> None:
    assert run("--root", broken).stderr == ""


def test_json(broken: Path) -> None:
    result = run("--root", broken, "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.output)
    assert [(each["file"], each["line"], each["column"], each["code"]) for each in found] == [
        ("content/practices/a.md", 2, 8, "F033"),
        ("content/practices/a.md", 10, 9, "F036"),
        ("content/practices/b.md", 5, 13, "F050"),
    ]
    assert found[2] == {
        "file": "content/practices/b.md", "line": 5, "column": 13, "code": "F050", "field": "gemeenten",
        "message": "‘Gnt’ is geen Belgische gemeente.", "hint": "Bedoelde u ‘Gent’?", "severity": "error",
    }  # fmt: skip


def test_json_of_nothing_wrong_is_an_empty_list(fiche: Fiche, catalogue: Catalogue) -> None:
    result = run("--root", catalogue({"a": fiche()}), "--format", "json")
    assert (result.exit_code, json.loads(result.output)) == (0, [])


@pytest.mark.parametrize(
    ("paths", "code", "count"),
    [
        pytest.param(["practices/a.md"], 1, 2, id="one fiche"),
        pytest.param(["practices/b.md"], 1, 1, id="the other fiche"),
        pytest.param(["practices/goed.md"], 0, 0, id="a fiche that is fine"),
        pytest.param(["practices/goed.md", "practices/b.md"], 1, 1, id="two fiches"),
        pytest.param(["practices"], 1, 3, id="a folder"),
        pytest.param(["domains"], 0, 0, id="a folder that is fine"),
        pytest.param(["."], 1, 3, id="everything"),
    ],
)
def test_paths_limit_what_is_shown(paths: list[str], code: int, count: int, broken: Path) -> None:
    result = run("--root", broken, "--format", "json", *(broken / "content" / path for path in paths))
    assert (result.exit_code, len(json.loads(result.output))) == (code, count)


def test_the_root_is_the_current_folder(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken)
    assert run("content/practices/b.md").output.endswith("1 probleem gevonden.\n")


def test_a_warning_does_not_fail(fiche: Fiche, catalogue: Catalogue) -> None:
    contact = "\n  - organisatie: Stad Gent\n    naam: Noor Voorbeeld\n    toestemming_tot: 2020"
    result = run("--root", catalogue({"a": fiche(contact=contact)}), "--date", "2026-11-21")
    assert result.exit_code == 0
    assert result.output.startswith("content/practices/a.md:1:1: W001 [contact] ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--root", "leeg"], "geen map content", id="a root without content"),
        pytest.param(["--root", "nergens"], "nergens", id="a root that is not there"),
        pytest.param(["--root", "goed", "nergens.md"], "nergens.md", id="a path that is not there"),
        pytest.param(["--root", "goed", "leeg"], "leeg ligt niet in", id="a path outside the catalogue"),
        pytest.param(["--root", "goed", "--format", "xml"], "xml", id="another format"),
        pytest.param(["--root", "goed", "--date", "morgen"], "morgen", id="no date"),
        pytest.param(["--root", "goed", "--weg"], "--weg", id="another option"),
    ],
)
def test_wrong_use(arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "goed" / "content").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_the_output_is_the_same_twice(broken: Path) -> None:
    assert run("--root", broken).output == run("--root", broken).output
