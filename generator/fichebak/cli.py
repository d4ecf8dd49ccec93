"""The command line: reads options, prints results, sets the exit code. Nothing else happens here."""

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

import click

from fichebak import __version__, words
from fichebak.build import build as build_site
from fichebak.build import copied, examine, left_out, print_guide
from fichebak.config import Root
from fichebak.paper import measured
from fichebak.present import Setting
from fichebak.problems import Failure, Problem
from fichebak.progress import shown
from fichebak.register import register
from fichebak.resolve import Catalogue
from fichebak.schema import schema as schemas
from fichebak.selection import FOREWORD_AT_MOST, LIST_AT_MOST, Refused, Text, paragraphs, select, text_in
from fichebak.serve import serve as serve_site
from fichebak.write import heal

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
        click.echo(str(failure), err=True)
        raise SystemExit(1) from failure


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector still: a build makes many objects, drops few, and collecting costs a tenth of it."""
    gc.disable()
    try:
        with _failures():
            yield
    finally:
        gc.enable()


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
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@_root_option
def overname(folder: Path, root: Root) -> None:
    """Zoek zinnen die letterlijk uit de bronnen komen.

    DIR is de map met de bronnen als tekst (.txt of .md). Elke reeks van negen woorden of meer die ook in een bron
    staat, wordt gemeld; namen van organisaties en titels tellen niet mee.
    """
    with _failures():
        problems = copied(root, folder)
    _report(problems)
    raise SystemExit(1 if problems else 0)


@main.command()
@_root_option
@click.option("--zonder-gids", is_flag=True, help="Maak geen pdf’s; dat gaat sneller.")
@_date_option
def build(root: Root, zonder_gids: bool, today: date) -> None:
    """Bouw de site in de map site: pagina’s, zoekindex en pdf’s.

    Is er een probleem, dan blijft de oude site staan.
    """
    with _failures():
        heal(root)
    with _uncollected():
        catalogue = _fine(root, today)
        for line in left_out(catalogue):
            click.echo(line)
        with closing(build_site(root, catalogue, today, with_guides=not zonder_gids)) as steps:
            for text in shown(steps, time.monotonic, terminal=sys.stdout.isatty()):
                click.echo(text, nl=False)
    click.echo(f"Klaar: {root.site}")


def _fine(root: Root, today: date) -> Catalogue:
    """Return the catalogue, or report its problems and stop with exit code 1."""
    examined = examine(root, today)
    _report(examined.problems)
    if examined.fine:
        return examined.catalogue
    click.echo("Er is niets gemaakt: de oude site blijft staan.")
    raise SystemExit(1)


@main.command()
@_root_option
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Het pdf-bestand.")
@click.option("--domein", metavar="NAAM", help="Alleen dit domein.")
@click.option("--gemeente", metavar="NAAM", help="Alleen deze gemeente, met naam, vroegere naam of postcode.")
@click.option("--provincie", metavar="NAAM", help="Alleen deze provincie.")
@click.option("--fiches", metavar="A,B", help="Alleen deze fiches, met een komma ertussen.")
@click.option("--selectie", metavar="FILE", help="Alleen de fiches in dit tekstbestand: een naam of adres per regel.")
@click.option("--titel", metavar="TEKST", default="", help="Een eigen titel.")
@click.option(
    "--voorwoord", metavar="FILE", help="Een tekstbestand met een eigen voorwoord; een lege regel scheidt alinea’s."
)
@_date_option
def guide(root: Root, output: Path, today: date, titel: str, voorwoord: str | None, **choices: str | None) -> None:
    """Zet de hele gids, of een deel ervan, in één pdf-bestand.

    Kies hoogstens één deel: een domein, een gemeente, een provincie of een eigen lijst van fiches.
    """
    with _refusals():
        choice = _choice(choices)
        foreword = paragraphs(_read(voorwoord, FOREWORD_AT_MOST).text) if voorwoord is not None else ()
    catalogue = _fine(root, today)
    with _refusals():
        chosen = select(catalogue, register(), *choice) if choice else None
    with _failures():
        pdf = print_guide(root, catalogue, Setting(today), chosen, titel.strip(), foreword)
        try:
            output.write_bytes(pdf)
        except OSError as error:
            raise Failure(f"{output} kon niet geschreven worden: {error.strerror}.") from error
    made = measured(pdf)
    click.echo(f"Klaar: {output} ({words.count(made.pages, 'bladzijde', 'bladzijden')}, {words.size(made.size)})")


@contextmanager
def _refusals() -> Iterator[None]:
    """Say of a choice that cannot be made that it is wrong use."""
    try:
        yield
    except Refused as refused:
        raise click.UsageError(str(refused)) from refused


def _choice(choices: Mapping[str, str | None]) -> tuple[str, Text] | None:
    """Return the kind of the one choice there is, and what was written; a file is read."""
    given = [(kind, value) for kind, value in choices.items() if value is not None]
    if len(given) > 1:
        raise Refused(f"Kies één deel: {' en '.join(f'--{kind}' for kind, _ in given)} gaan niet samen.")
    if not given:
        return None
    [(kind, value)] = given
    return kind, _read(value, LIST_AT_MOST) if kind == "selectie" else Text(f"--{kind}", value)


def _read(name: str, at_most: int) -> Text:
    try:
        with Path(name).open("rb") as file:
            return text_in(name, file.read(at_most + 1), at_most)
    except OSError as error:
        raise Refused(f"{name} is niet te lezen: {error.strerror}.") from error


@main.command()
@_root_option
@click.option("--check", "only_check", is_flag=True, help="Schrijf niets; zeg alleen of de schema’s kloppen.")
def schema(root: Root, only_check: bool) -> None:
    """Schrijf de JSON-schema’s van de fiches naar de map schema."""
    folder = root.path / "schema"
    stale = [each for each in schemas() if not _same(folder / each.path, each.data)]
    if not stale:
        click.echo("De schema’s kloppen.")
    elif only_check:
        click.echo(f"Verouderd: {', '.join(each.path for each in stale)}. Voer ‘fichebak schema’ uit.")
        raise SystemExit(1)
    else:
        folder.mkdir(exist_ok=True)
        for each in stale:
            (folder / each.path).write_bytes(each.data)
            click.echo(f"Geschreven: schema/{each.path}")


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


@main.command()
@_root_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="Poort op deze computer; 0 kiest een vrije.")
def serve(root: Root, port: int) -> None:
    """Toon de gebouwde site op deze computer, tot u met Ctrl+C stopt."""
    with _failures():
        heal(root)
    if not (root.site / "index.html").is_file():
        raise click.UsageError("Er is nog geen site. Bouw ze eerst met ‘fichebak build’.")
    with _failures(), serve_site(root.site, port) as server:
        click.echo(f"De site staat op http://127.0.0.1:{server.server_port}/ (stop met Ctrl+C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("Gestopt.")
