"""The commands that look and write nothing: check and overname."""

import json
import os
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from fichebak import frontmatter, load
from fichebak.annotations import annotations
from fichebak.build import Examined, copied, examine
from fichebak.changes import NoChanges, at_base, changes
from fichebak.cli.options import counted, date_option, failures, report, root_option
from fichebak.config import Root
from fichebak.present import Setting
from fichebak.problems import Failure, Problem
from fichebak.reasons import reason
from fichebak.summary import Changed, facts_of, summary

Problems = tuple[Problem, ...]


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@root_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="Vorm van het verslag."
)
@click.option("--changed", "reference", metavar="REF", help="Alleen wat deze tak verandert of breekt, tegenover REF.")
@date_option
def check(paths: tuple[Path, ...], root: Root, form: str, reference: str | None, today: date) -> None:
    """Kijk de fiches na en meld elk probleem met zijn plaats.

    Met PATHS ziet u alleen de problemen in die bestanden of mappen. Met --changed ziet u die in de bestanden die uw tak
    tegenover REF (zoals main) verandert, en die de tak in andere bestanden veroorzaakt. De vorm github zet ze bij de
    regels van een pull request.
    """
    wanted = _inside(root, paths)
    examined = examine(root, today)
    problems, files = _of_branch(examined.problems, root, reference, today) if reference else (examined.problems, ())
    problems = _within(problems, root, wanted)
    if form == "json":
        click.echo(json.dumps([_as_data(p) for p in problems], ensure_ascii=False, indent=1))
    elif form == "github":
        _on_github(problems, root, [_changed(root, examined, file, today) for file in files])
    else:
        report(problems, root)
    raise SystemExit(1 if any(p.severity == "error" for p in problems) else 0)


def _of_branch(problems: Problems, root: Root, reference: str, today: date) -> tuple[Problems, tuple[str, ...]]:
    """Return those of *problems* that this branch is about, and the files of the fiches that it changes.

    What was wrong already in a file the branch leaves alone is not its business; what it breaks there is.
    """
    try:
        found = changes(root, reference)
        with at_base(root, found.base) as old:
            before = {(p.place, p.code, p.message) for p in examine(old, today).problems}
    except NoChanges as reason:
        raise click.UsageError(str(reason)) from reason
    own = (p for p in problems if p.place.file in found.files or (p.place, p.code, p.message) not in before)
    return tuple(own), tuple(sorted(file for file in found.files if file.startswith("content/practices/")))


def _inside(root: Root, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return *paths* in full; one that has nothing of the content in it is a mistake."""
    wanted, content = tuple(path.resolve() for path in paths), root.content.resolve()
    for path in wanted:
        if not (path.is_relative_to(content) or content.is_relative_to(path)):
            raise click.UsageError(f"{path} ligt niet in {content}: daar valt niets na te kijken.")
    return wanted


def _within(problems: Problems, root: Root, wanted: tuple[Path, ...]) -> Problems:
    if not wanted:
        return problems
    return tuple(p for p in problems if any((root.path / p.place.file).is_relative_to(path) for path in wanted))


def _as_data(problem: Problem) -> dict[str, object]:
    place, rest = asdict(problem.place), asdict(problem)
    del rest["place"]
    return place | rest


def _on_github(problems: Problems, root: Root, changed: list[Changed]) -> None:
    """Print the annotations of *problems*, and write the summary where GitHub wants it."""
    workspace, page = os.environ.get("GITHUB_WORKSPACE"), os.environ.get("GITHUB_STEP_SUMMARY")
    inside = workspace and root.path.is_relative_to(Path(workspace).resolve())
    folder = root.path.relative_to(Path(workspace).resolve()).as_posix() if workspace and inside else "."
    for line in annotations(problems, "" if folder == "." else f"{folder}/"):
        click.echo(line)
    click.echo(counted(problems))
    if page:
        with failures():
            _append(Path(page), summary(counted(problems), problems, changed))


def _append(page: Path, text: str) -> None:
    try:
        with page.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise Failure(f"De samenvatting kon niet geschreven worden: {reason(error)}.") from error


def _changed(root: Root, examined: Examined, file: str, today: date) -> Changed:
    facts = facts_of(examined.catalogue, file, Setting(today))
    return Changed(file, facts.kaart.titel if facts else _title(file, load.source(root, file)), facts)


def _title(file: str, text: str) -> str:
    """Return the title of a fiche of which *text* need not be valid; empty when none can be read."""
    document, _ = frontmatter.split(file, text)
    title = document.data.find(("titel",)).value if document else ""
    return title if isinstance(title, str) else ""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@root_option
def overname(folder: Path, root: Root) -> None:
    """Zoek zinnen die letterlijk uit de bronnen komen.

    DIR is de map met de bronnen als tekst (.txt of .md). Elke reeks van negen woorden of meer die ook in een bron
    staat, wordt gemeld; namen van organisaties en titels tellen niet mee.
    """
    with failures():
        problems = copied(root, folder)
    report(problems, root)
    raise SystemExit(1 if problems else 0)
