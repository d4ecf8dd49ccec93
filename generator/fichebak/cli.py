"""The command line: reads options, prints results, sets the exit code. Nothing else happens here."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import click

from fichebak import __version__
from fichebak.build import examine
from fichebak.config import Root
from fichebak.problems import Problem

CommandFunction = Callable[..., None]


def _root_option(command: CommandFunction) -> CommandFunction:
    return click.option(
        "--root",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        default=Path(),
        callback=lambda _context, _option, value: _root(value),
        help="De map van de catalogus: ze bevat content/. Standaard de huidige map.",
    )(command)


def _root(path: Path) -> Root:
    if not (path / "content").is_dir():
        raise click.UsageError(f"In {path.resolve()} is geen map content. Geef met --root de map van de catalogus.")
    return Root(path.resolve())


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="fichebak")
def main() -> None:
    """Maak van fiches een doorzoekbare site en een gids om te drukken."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@_root_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Vorm van het verslag.")
def check(paths: tuple[Path, ...], root: Root, form: str) -> None:
    """Kijk de fiches na en meld elk probleem met zijn plaats.

    Met PATHS ziet u alleen de problemen in die bestanden of mappen.
    """
    problems = _within(examine(root).problems, root, paths)
    if form == "json":
        click.echo(json.dumps([_as_data(p) for p in problems], ensure_ascii=False, indent=1))
    else:
        _report(problems)
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


def _report(problems: tuple[Problem, ...]) -> None:
    for each in problems:
        click.echo(str(each))
    count = len(problems)
    click.echo(
        "Alles in orde." if not count else f"{count} {'probleem' if count == 1 else 'problemen'} gevonden."
    )
