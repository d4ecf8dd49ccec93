"""What commands have in common: the options --root and --date, the report of problems, failures as one sentence."""

import gc
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path

import click

from fichebak import load
from fichebak.build import examine
from fichebak.config import Root
from fichebak.excerpt import excerpt
from fichebak.problems import Failure, Problem
from fichebak.resolve import Catalogue
from fichebak.symlinks import LINK

CommandFunction = Callable[..., None]


def root_option(command: CommandFunction) -> CommandFunction:
    """Give *command* the option --root, as a parameter `root`."""
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
    root = Root(path.resolve())
    if root.content.is_symlink():
        raise click.UsageError(f"{root.content} is {LINK}. Zet in de plaats ervan de map zelf.")
    return root


def date_option(command: CommandFunction) -> CommandFunction:
    """Give *command* the option --date, as a parameter `today`."""
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
        if epoch and not re.fullmatch(r"[0-9]+", epoch):  # int takes more: spaces, _, other digits
            raise ValueError
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(f"‘{value or epoch}’ is geen dag. Schrijf --date 2026-11-21.") from error


@contextmanager
def failures() -> Iterator[None]:
    """Print a failure of the world outside as one sentence, and stop with exit code 1."""
    try:
        yield
    except Failure as failure:
        click.echo(str(failure), err=True)
        raise SystemExit(1) from failure


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector still: a build makes many objects, drops few, and collecting costs a tenth of it."""
    gc.disable()
    try:
        with failures():
            yield
    finally:
        gc.enable()


def report(problems: tuple[Problem, ...], root: Root) -> None:
    """Print each of *problems*, and how many there are.

    On a terminal, where a person reads, each is followed by its line. A pipe gets the contracted two lines and no more:
    tools read them.
    """
    reading = sys.stdout.isatty()
    source = cache(partial(load.source, root))
    for each in problems:
        click.echo(str(each))
        if reading:
            click.echo(excerpt(each, source(each.place.file), shutil.get_terminal_size().columns))
    click.echo(counted(problems))


def counted(problems: Sequence[Problem]) -> str:
    """Return in words how many *problems* there are."""
    count = len(problems)
    return f"{count} {'probleem' if count == 1 else 'problemen'} gevonden." if count else "Alles in orde."


def fine(root: Root, today: date) -> Catalogue:
    """Return the catalogue, or report its problems and stop with exit code 1."""
    examined = examine(root, today)
    report(examined.problems, root)
    if examined.fine:
        return examined.catalogue
    click.echo("Er is niets gemaakt: de oude site blijft staan.")
    raise SystemExit(1)
