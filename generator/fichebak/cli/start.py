"""The command that starts a catalogue: init."""

from datetime import date
from pathlib import Path

import click

from fichebak.cli.options import date_option, failures
from fichebak.load import RawFile
from fichebak.output import Output
from fichebak.starter import COLOURS, starter
from fichebak.validate import validate
from fichebak.write import BEGUN, begin


def _empty(path: Path) -> Path:
    """Return *path* when a catalogue can be made there: nothing is, or an empty folder (perhaps one that git keeps)."""
    if path.exists() and not path.is_dir():
        raise click.UsageError(f"{path} is geen map.")
    if path.is_dir() and any(each.name != ".git" and not each.name.startswith(BEGUN) for each in path.iterdir()):
        raise click.UsageError(f"De map {path} is niet leeg. Kies een nieuwe of een lege map.")
    return path


@click.command()
@click.argument(
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    is_eager=True,
    callback=lambda _context, _argument, value: _empty(value),
)
@click.option("--titel", metavar="TEKST", prompt="Naam van de catalogus", help="De naam van de catalogus.")
@click.option(
    "--uitgever", metavar="TEKST", prompt="Wie geeft de catalogus uit (mag leeg blijven)",
    default="", show_default=False, help="Wie de catalogus uitgeeft.",
)  # fmt: skip
@click.option(
    "--kleuren", type=click.Choice(tuple(COLOURS)), prompt="Kleur van het eerste domein", default="blauw",
    help="De kleur van het eerste domein; die van de andere volgen eruit.",
)  # fmt: skip
@date_option
def init(folder: Path, titel: str, uitgever: str, kleuren: str, today: date) -> None:
    """Begin een eigen catalogus in de lege map DIR.

    Wat u niet als optie geeft, wordt gevraagd.
    """
    if not titel.strip():
        raise click.UsageError("Geef de catalogus een naam.")
    files = starter(_clean(titel), _clean(uitgever), kleuren, today)
    _refuse_wrong_words(files)
    with failures():
        begin(folder, files)
    click.echo(f"De catalogus staat in {folder}. Lees daar eerst README.md.")
    click.echo(f"Bekijk de site met: fichebak serve --root {folder}")


def _clean(text: str) -> str:
    """Return what was typed without bytes that are no text."""
    return text.encode("utf-8", "replace").decode().strip()


def _refuse_wrong_words(files: tuple[Output, ...]) -> None:
    """Refuse a name that `check` would not take."""
    (settings,) = [each for each in files if each.path == "content/catalogue.yaml"]
    _, problems = validate([RawFile(settings.path, "catalogue.yaml", "catalogue", settings.data)])
    if problems:
        raise click.UsageError(f"--{problems[0].field}: {problems[0].message}")
