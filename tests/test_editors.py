"""What text editors get: a task that finds the problems, schemas, snippets of a fiche, a hook before a commit."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from conftest import Catalogue, Fiche
from test_docs import SMALL, in_a_fiche, problems

from fichebak.cli import main
from fichebak.load import FILES
from fichebak.schema import schema
from fichebak.vocabulary import BewijsSoort, Per, Werkingsgebied

CHECKOUT = Path(__file__).resolve().parents[1]
EDITOR = CHECKOUT / ".vscode"


def read(name: str) -> Any:
    return json.loads((EDITOR / name).read_text(encoding="utf-8"))


def test_the_task_reads_the_report(fiche: Fiche, catalogue: Catalogue) -> None:
    person = "\n  - organisatie: Stad Gent\n    naam: Noor Voorbeeld\n    toestemming_tot: 2020"
    root = catalogue({"a": fiche(gemeenten="[Gnt, Glst]"), "b": fiche(contact=person), "É": ""})
    (task,) = read("tasks.json")["tasks"]
    command = CliRunner().invoke(main, [*task["args"], "--root", str(root), "--date", "2026-11-21"])
    matcher = task["problemMatcher"]["pattern"]
    names = ("file", "line", "column", "code", "severity", "message")
    pattern = re.compile(matcher["regexp"])
    rows = [found for line in command.output.splitlines() if (found := pattern.match(line))]
    assert [tuple(row[matcher[name]] for name in names) for row in rows] == [
        ("content/practices/a.md", "5", "13", "F050", "F", "[gemeenten] ‘Gnt’ is geen Belgische gemeente."),
        ("content/practices/a.md", "5", "18", "F050", "F", "[gemeenten] ‘Glst’ is geen Belgische gemeente."),
        ("content/practices/b.md", "1", "1", "W001", "W", rows[2][6]),
        ("content/practices/É.md", "1", "1", "F003", "F", "Dit bestand is leeg."),
    ]


def test_the_task_runs_a_command_of_the_package() -> None:
    (task,) = read("tasks.json")["tasks"]
    scripts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert task["command"] in scripts
    assert set(task["args"]) <= set(main.commands)


def test_every_yaml_file_of_a_catalogue_has_its_schema() -> None:
    files = read("settings.json")["yaml.schemas"]
    known = {f"./schema/{each.path}" for each in schema()}
    assert set(files) <= known
    assert sorted(files.values()) == sorted([*(f"content/{name}" for name in FILES), "content/recommendations/*.yaml"])
    for path, name in files.items():
        assert (CHECKOUT / path).is_file(), name


def snippets() -> list[Any]:
    return [pytest.param(each, id=name) for name, each in read("fichebak.code-snippets").items()]


def typed(snippet: dict[str, Any]) -> str:
    """Return what stands in the file when nothing of *snippet* is filled in: first choices, examples, today."""
    text = "\n".join(snippet["body"]).replace("${CURRENT_YEAR}", "2026").replace("${CURRENT_MONTH}", "11")
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text).replace("$0", "")
    assert "$" not in text
    return text


@pytest.mark.parametrize("snippet", snippets())
def test_a_snippet_is_valid_as_it_stands(snippet: dict[str, Any], tmp_path: Path) -> None:
    text = typed(snippet)
    whole = text if text.startswith("---") else in_a_fiche(text)
    assert "practices/voorbeeld.md" not in SMALL
    assert problems(tmp_path, {"practices/voorbeeld.md": whole}) == ()


@pytest.mark.parametrize(
    ("name", "words"), [("Fiche", Werkingsgebied), ("Budget", Per), ("Bewijs", BewijsSoort)], ids=lambda each: str(each)
)
def test_a_snippet_offers_the_words_there_are(name: str, words: Any) -> None:
    body = "\n".join(read("fichebak.code-snippets")[name]["body"])
    (choices,) = re.findall(r"\|([^|]*)\|", body)
    assert choices.split(",") == [each.value for each in words]


def test_the_hook_runs_a_command_that_is_there(
    fiche: Fiche, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    (hook,) = yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *arguments = hook["entry"].split()
    assert program == "fichebak"
    monkeypatch.chdir(catalogue({"a": fiche()}))
    assert CliRunner().invoke(main, arguments).output == "Alles in orde.\n"
    assert re.match(hook["files"], "content/practices/a.md")
    assert not hook["pass_filenames"]
    assert hook["language"] == "python"


def test_the_settings_of_editors_are_those_of_the_files() -> None:
    text = (CHECKOUT / ".editorconfig").read_text(encoding="utf-8")
    assert text.startswith("root = true\n")
    assert {"charset = utf-8", "end_of_line = lf", "insert_final_newline = true"} <= set(text.splitlines())
    files = [*(CHECKOUT / "content").rglob("*.md"), *(CHECKOUT / "content").rglob("*.yaml")]
    assert [path.name for path in files if not path.read_bytes().endswith(b"\n") or b"\r" in path.read_bytes()] == []


def test_the_recommended_extensions_are_named() -> None:
    assert "redhat.vscode-yaml" in read("extensions.json")["recommendations"]
