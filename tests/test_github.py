"""`fichebak check --format github`: annotations on lines, and a summary that no content can break out of."""

import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import Catalogue, Fiche
from markdown_it import MarkdownIt
from test_changed import commit, git

from fichebak.annotations import annotations
from fichebak.cli import main
from fichebak.problems import Place, Problem
from fichebak.summary import BYTES_AT_MOST, as_text, summary


def run(root: Path, *arguments: str, **environment: str) -> Result:
    command = ["check", "--format", "github", "--date", "2026-11-21", "--root", str(root), *arguments]
    variables = {"GITHUB_WORKSPACE": "", "GITHUB_STEP_SUMMARY": "", **environment}
    return CliRunner(env=variables).invoke(main, command, catch_exceptions=False)


def html(text: str) -> str:
    """Return *text* as a page made of it."""
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_an_annotation_stands_on_its_line(fiche: Fiche, catalogue: Catalogue) -> None:
    result = run(catalogue({"a": fiche(gemeenten="[Gnt]")}))
    assert (result.exit_code, result.output) == (
        1,
        "::error file=content/practices/a.md,line=5,col=13,title=F050 gemeenten::"
        "‘Gnt’ is geen Belgische gemeente.%0ABedoelde u ‘Gent’?\n"
        "1 probleem gevonden.\n",
    )


def test_nothing_wrong(fiche: Fiche, catalogue: Catalogue) -> None:
    result = run(catalogue({"a": fiche()}))
    assert (result.exit_code, result.output) == (0, "Alles in orde.\n")


def test_what_has_a_meaning_for_github_is_escaped() -> None:
    place = Place("content/practices/a,b:c%.md", 2, 3)
    found = list(annotations([Problem(place, "F000", "50 %:\r\n::error::x", "a,b", "Doe, dit: nu", "warning")]))
    assert found == [
        "::warning file=content/practices/a%2Cb%3Ac%25.md,line=2,col=3,title=F000 a%2Cb::"
        "50 %25:%0D%0A::error::x%0ADoe, dit: nu"
    ]


@pytest.mark.parametrize(
    ("count", "rest"),
    [
        pytest.param(10, [], id="ten"),
        pytest.param(11, ["Nog 1 probleem staat in de samenvatting van deze controle."], id="eleven"),
        pytest.param(25, ["Nog 15 problemen staan in de samenvatting van deze controle."], id="many"),
    ],
)
def test_there_are_at_most_ten_and_the_number_of_the_rest(count: int, rest: list[str]) -> None:
    lines = list(annotations([Problem(Place("a.md", n), "F000", "Fout.") for n in range(1, count + 1)]))
    assert [line.split(",")[1] for line in lines[:10]] == [f"line={n}" for n in range(1, 11)]
    assert lines[10:] == [f"::notice title=Fichebak::{each}" for each in rest]


def test_what_stops_a_build_comes_before_warnings() -> None:
    warnings = [Problem(Place("a.md", n), "W000", "Let op.", severity="warning") for n in range(1, 12)]
    lines = list(annotations([*warnings, Problem(Place("b.md"), "F000", "Fout.")]))
    assert lines[0].startswith("::error file=b.md,")
    assert [line[:10] for line in lines[1:]] == ["::warning "] * 9 + ["::notice t"]


def test_files_are_named_from_the_root_of_the_repository(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"a": fiche(gemeenten="[Gnt]")})
    said = run(root, GITHUB_WORKSPACE=str(root.parent)).output
    assert said.startswith(f"::error file={root.name}/content/practices/a.md,")
    assert run(root, GITHUB_WORKSPACE=str(root)).output.startswith("::error file=content/practices/a.md,")
    assert run(root, GITHUB_WORKSPACE=str(root / "elders")).output.startswith("::error file=content/practices/a.md,")


# The summary.


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "samenvatting.md"


def test_the_summary_has_every_problem(fiche: Fiche, catalogue: Catalogue, page: Path) -> None:
    root = catalogue({f"f{n:02}": fiche(gemeenten="[Gnt]") for n in range(15)})
    page.write_text("Van een vorige stap.\n")
    run(root, GITHUB_STEP_SUMMARY=str(page))
    said = html(page.read_text(encoding="utf-8"))
    assert said.startswith("<p>Van een vorige stap.</p>\n<h2>Fichebak: 15 problemen gevonden.</h2>\n<ul>\n")
    assert said.count("<li>") == 15
    assert (
        "<li><strong>content/practices/f14.md, regel 5</strong> (F050, gemeenten): ‘Gnt’ is geen Belgische gemeente."
        in said
    )


@pytest.mark.slow
def test_the_summary_tells_of_each_changed_fiche_what_its_page_tells(
    fiche: Fiche, catalogue: Catalogue, page: Path
) -> None:
    root = catalogue({"a": fiche()})
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    budget = "budget:\n  bedragen:\n    - euro: {van: 600, tot: 1200}\n      per: reeks\n      toelichting: met tolk\n"
    text = fiche(gemeenten="[Gnt, Borsbeek]", partners="[OCMW Gent]", extra=budget, body="# Kop\n")
    (root / "content" / "practices" / "b.md").write_text(text)
    run(root, "--changed", "main", GITHUB_STEP_SUMMARY=str(page))
    said = html(page.read_text(encoding="utf-8"))
    assert re.findall(r"<h(\d)>(.*)</h\d>", said) == [
        ("2", "Fichebak: 2 problemen gevonden."), ("2", "Gewijzigde fiches"), ("3", "Samen op weg naar werk"),
    ]  # fmt: skip
    facts = dict(re.findall(r"<li><strong>([^<]*):</strong> (.*)</li>", said))
    assert facts["Waar"] == "Borsbeek (sinds 2025 deel van Antwerpen)"
    assert facts["Budget"] == "€ 600 tot € 1.200 per reeks (met tolk)"
    assert facts["Partners"] == "OCMW Gent"
    assert facts["Personeel"] == "niet opgegeven"
    assert facts["Contact"] == "niet vermeld in de bron"
    assert facts["Status"] == "liep in 2016 (laatst nagekeken juni 2016)"
    assert "<li><strong>Regel 5</strong> (F050, gemeenten): ‘Gnt’ is geen Belgische gemeente." in said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("---\ntitel: Een loket\n---\n", "Een loket", id="keys are missing"),
        pytest.param("---\ntitel: [\n---\n", "content/practices/b.md", id="no data at all"),
        pytest.param("", "content/practices/b.md", id="nothing"),
    ],
)
def test_a_fiche_without_facts_has_its_title(
    text: str, title: str, fiche: Fiche, catalogue: Catalogue, page: Path
) -> None:
    root = catalogue({"a": fiche()})
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    (root / "content" / "practices" / "b.md").write_text(text)
    run(root, "--changed", "main", GITHUB_STEP_SUMMARY=str(page))
    assert f"<h3>{title}</h3>" in html(page.read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("key", ["domeinen", "doelgroepen"])
def test_a_fiche_that_refers_to_nothing_has_its_title(key: str, fiche: Fiche, catalogue: Catalogue, page: Path) -> None:
    root = catalogue({"a": fiche()})
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    (root / "content" / "practices" / "b.md").write_text(fiche(**{key: "[weg]"}))
    assert run(root, "--changed", "main", GITHUB_STEP_SUMMARY=str(page)).exit_code == 1
    assert "<h3>Samen op weg naar werk</h3>" in html(page.read_text(encoding="utf-8"))


HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- <img src=x onerror=y>",
    "</li></ul><h1>Goedgekeurd</h1>",
    "**vet** _schuin_ ~~weg~~ `code` ``` ~~~",
    "[klik](https://kwaad.voorbeeld.be) ![x](y) [a]: b",
    "https://kwaad.voorbeeld.be www.voorbeeld.be <https://x.be>",
    "@iedereen #1 &amp; &#60; \\< \\\\",
    "# Kop",
    "- punt\n\n## Goedgekeurd",
    "1. een | twee\n| --- | --- |",
    "\u202eomgekeerd\u0000 \x1b[31m",
    "> citaat ::error::x $x$ $$y$$",
    "\u2028    code",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    shown = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    escaped = html(as_text(text)).strip()
    assert re.findall(r"<[^>]*>", escaped) == ["<p>", "</p>"]
    assert unescape(escaped[3:-4]) == shown


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE)
def test_no_content_breaks_out_of_the_summary(text: str, fiche: Fiche, catalogue: Catalogue, page: Path) -> None:
    root = catalogue({"a": fiche()})
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    printable = "".join(c if c.isprintable() else " " for c in text)
    as_yaml = f'"{printable.replace(chr(92), chr(92) * 2).replace(chr(34), "")} en wat er bij hoort"'
    broken = fiche(titel=as_yaml, plaats=as_yaml, partners=f"[{as_yaml}]", status=as_yaml)
    (root / "content" / "practices" / "b.md").write_text(fiche(titel=as_yaml, plaats=as_yaml, partners=f"[{as_yaml}]"))
    (root / "content" / "practices" / "c.md").write_text(broken)
    run(root, "--changed", "main", GITHUB_STEP_SUMMARY=str(page))
    said = html(page.read_text(encoding="utf-8"))
    assert set(re.findall(r"</?(\w+)[^>]*>", said)) == {"h2", "h3", "p", "ul", "li", "strong"}
    assert len(re.findall("<h[1-6]>", said)) == 4
    assert "Goedgekeurd" not in re.findall(r"<h\d>(Goedgekeurd)</h\d>", said)
    shown = " ".join(printable.replace('"', "").split())
    assert shown in words(said)


def test_the_summary_is_never_too_long() -> None:
    problems = [Problem(Place("a.md", n), "F000", "Lang. " * 30) for n in range(10_000)]
    said = summary("10000 problemen gevonden.", problems, ())
    assert len(said.encode()) <= BYTES_AT_MOST + 100
    assert said.endswith("\n\nDit verslag was te lang en is ingekort.\n")


def test_a_summary_that_cannot_be_written_is_one_sentence(fiche: Fiche, catalogue: Catalogue, tmp_path: Path) -> None:
    result = run(catalogue({"a": fiche()}), GITHUB_STEP_SUMMARY=str(tmp_path))
    assert result.exit_code == 1
    assert result.output.endswith("De samenvatting kon niet geschreven worden: het is een map.\n")
