"""The commands that look and write nothing: check and overname."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from fichebak.build import copied, examine
from fichebak.cli.options import date_option, failures, report, root_option
from fichebak.config import Root
from fichebak.problems import Problem


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@root_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Vorm van het verslag.")
@date_option
def check(paths: tuple[Path, ...], root: Root, form: str, today: date) -> None:
    """Kijk de fiches na en meld elk probleem met zijn plaats.

    Met PATHS ziet u alleen de problemen in die bestanden of mappen.
    """
    problems = _within(examine(root, today).problems, root, paths)
    if form == "json":
        click.echo(json.dumps([_as_data(p) for p in problems], ensure_ascii=False, indent=1))
    else:
        report(problems, root)
    raise SystemExit(1 if any(p.severity == "error" for p in problems) else 0)


def _within(problems: tuple[Problem, ...], root: Root, paths: tuple[Path, ...]) -> tuple[Problem, ...]:
    wanted = [path.resolve() for path in paths]
    if not wanted:
        return problems
    return tuple(p for p in problems if any((root.path / p.place.file).is_relative_to(path) for path in wanted))


def _as_data(problem: Problem) -> dict[str, object]:
    place, rest = asdict(problem.place), asdict(problem)
    del rest["place"]
    return place | rest


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
