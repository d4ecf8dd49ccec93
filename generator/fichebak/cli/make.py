"""The commands that make something: build, guide and schema."""

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import click

from fichebak import words
from fichebak.build import build as build_site
from fichebak.build import left_out, print_guide
from fichebak.cli.options import date_option, failures, fine, root_option, uncollected
from fichebak.config import Root
from fichebak.output import Output
from fichebak.paper import measured
from fichebak.present import Setting
from fichebak.progress import shown
from fichebak.reasons import reason
from fichebak.register import register
from fichebak.schema import schema as schemas
from fichebak.selection import FOREWORD_AT_MOST, LIST_AT_MOST, Refused, Text, paragraphs, select, text_in
from fichebak.swap import heal
from fichebak.symlinks import refuse_link
from fichebak.write import put


@click.command()
@root_option
@click.option("--zonder-gids", is_flag=True, help="Maak geen pdf’s; dat gaat sneller.")
@date_option
def build(root: Root, zonder_gids: bool, today: date) -> None:
    """Bouw de site in de map site: pagina’s, zoekindex en pdf’s.

    Is er een probleem, dan blijft de oude site staan.
    """
    with failures():
        heal(root)
    with uncollected():
        catalogue = fine(root, today)
        for line in left_out(catalogue):
            click.echo(line)
        with closing(build_site(root, catalogue, today, with_guides=not zonder_gids)) as steps:
            for text in shown(steps, time.monotonic, terminal=sys.stdout.isatty()):
                click.echo(text, nl=False)
    click.echo(f"Klaar: {root.site}")


@click.command()
@root_option
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
@date_option
def guide(root: Root, output: Path, today: date, titel: str, voorwoord: str | None, **choices: str | None) -> None:
    """Zet de hele gids, of een deel ervan, in één pdf-bestand.

    Kies hoogstens één deel: een domein, een gemeente, een provincie of een eigen lijst van fiches.
    """
    with _refusals():
        choice = _choice(choices)
        foreword = paragraphs(_read(voorwoord, FOREWORD_AT_MOST).text) if voorwoord is not None else ()
    catalogue = fine(root, today)
    with _refusals():
        chosen = select(catalogue, register(), *choice) if choice else None
    if chosen and chosen.toelichting:
        click.echo(chosen.toelichting)
    with failures():
        refuse_link(output, output.parent)
        pdf = print_guide(root, catalogue, Setting(today), chosen, titel.strip(), foreword)
        put(output, pdf)
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
        raise Refused(f"{name} is niet te lezen: {reason(error)}.") from error


@click.command()
@root_option
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
        _write(root, stale)


def _write(root: Root, stale: list[Output]) -> None:
    with failures():
        for each in stale:
            path = root.path / "schema" / each.path
            refuse_link(path, root.path)
            path.parent.mkdir(exist_ok=True)
            put(path, each.data)
            click.echo(f"Geschreven: schema/{each.path}")


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
