"""The command line: reads options, prints results, sets the exit code. Nothing else happens here."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

import click

from fichebak import __version__
from fichebak.build import build as build_site
from fichebak.build import examine, left_out
from fichebak.config import Root
from fichebak.present import Setting
from fichebak.problems import Failure, Problem

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


def _date_option(command: CommandFunction) -> CommandFunction:
    return click.option(
        "--date",
        "today",
        callback=lambda _context, _option, value: _day(value),
        metavar="JJJJ-MM-DD",
        help="De dag van de build. Standaard SOURCE_DATE_EPOCH, en anders vandaag.",
    )(command)


def _day(value: str | None) -> date:
    """Return the day of the build: the option, SOURCE_DATE_EPOCH (seconds, UTC), or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if value:
            return date.fromisoformat(value)
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(f"‘{value or epoch}’ is geen dag. Schrijf --date 2026-11-21.") from error


@contextmanager
def _failures() -> Iterator[None]:
    """Print a failure of the world outside as one sentence, and stop with exit code 1."""
    try:
        yield
    except Failure as failure:
        click.echo(f"{failure} De site is niet aangepast.", err=True)
        raise SystemExit(1) from failure


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="fichebak")
def main() -> None:
    """Maak van fiches een doorzoekbare site en een gids om te drukken."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@_root_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Vorm van het verslag.")
@_date_option
def check(paths: tuple[Path, ...], root: Root, form: str, today: date) -> None:
    """Kijk de fiches na en meld elk probleem met zijn plaats.

    Met PATHS ziet u alleen de problemen in die bestanden of mappen.
    """
    problems = _within(examine(root, today).problems, root, paths)
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


@main.command()
@_root_option
@click.option("--zonder-gids", is_flag=True, help="Maak geen pdf’s; dat gaat sneller.")
@_date_option
def build(root: Root, zonder_gids: bool, today: date) -> None:
    """Bouw de site in de map site: pagina’s, zoekindex en pdf’s.

    Is er een probleem, dan blijft de oude site staan.
    """
    examined = examine(root, today)
    _report(examined.problems)
    if not examined.fine:
        click.echo("De site is niet aangepast.")
        raise SystemExit(1)
    for line in left_out(examined.catalogue):
        click.echo(line)
    with _failures():
        build_site(root, examined.catalogue, Setting(today, guides=not zonder_gids), click.echo)
    click.echo(f"Klaar: {root.site}")
