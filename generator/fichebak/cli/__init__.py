"""The command line: reads options, prints results, sets the exit code. Nothing else happens here."""

import click

from fichebak import __version__
from fichebak.cli.check import check, overname
from fichebak.cli.make import build, guide, schema
from fichebak.cli.show import serve
from fichebak.cli.start import init
from fichebak.cli.stops import Commands
from fichebak.cli.write import fmt, new


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="fichebak")
def main() -> None:
    """Maak van fiches een doorzoekbare site en een gids om te drukken."""


for command in (check, overname, build, guide, schema, serve, fmt, new, init):
    main.add_command(command)
