"""The commands that write fiches: fmt and new."""

from collections.abc import Iterator
from pathlib import Path

import click

from fichebak.cli.options import failures, root_option
from fichebak.config import Root
from fichebak.load import RawFile, load
from fichebak.problems import Problem
from fichebak.rewrite import rewrite
from fichebak.write import replace


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@root_option
@click.option(
    "--check", "only_check", is_flag=True, help="Schrijf niets; zeg alleen welke bestanden anders zouden zijn."
)
def fmt(paths: tuple[Path, ...], root: Root, only_check: bool) -> None:
    """Zet fiches netjes: sleutels in volgorde, aanhalingstekens waar ze moeten.

    Wat er staat, verandert niet, en opmerkingen blijven. Een fiche met een probleem blijft zoals ze is. Met PATHS gaat
    het alleen over die bestanden of mappen.
    """
    problems: list[Problem] = []
    changed = []
    for raw in _chosen(root, paths):
        made = rewrite(raw)
        if isinstance(made, tuple):
            problems += made
        elif made != raw.data:
            changed.append(raw.file)
            if not only_check:
                with failures():
                    replace(root.path / raw.file, made)
    _say(problems, changed, only_check)
    raise SystemExit(1 if problems or (changed and only_check) else 0)


def _chosen(root: Root, paths: tuple[Path, ...]) -> Iterator[RawFile]:
    wanted = [path.resolve() for path in paths] or [root.content]
    files, _ = load(root)
    return (raw for raw in files if any((root.path / raw.file).is_relative_to(path) for path in wanted))


def _say(problems: list[Problem], changed: list[str], only_check: bool) -> None:
    for problem in problems:
        click.echo(str(problem))
    for file in changed:
        click.echo(f"{'Nog niet netjes' if only_check else 'Herschreven'}: {file}")
    if problems:
        click.echo("Herstel eerst deze problemen: een fiche met een probleem blijft zoals ze is.")
    elif not changed:
        click.echo("Alles staat netjes.")
