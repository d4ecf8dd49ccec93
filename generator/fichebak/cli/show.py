"""The command that shows the site on this computer while it is being written: serve."""

import signal
from datetime import date

import click

from fichebak import words
from fichebak.cli.options import date_option, failures, report, root_option
from fichebak.config import Root
from fichebak.preview import Round, preview


@click.command()
@root_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="Poort op deze computer; 0 kiest een vrije.")
@click.option("--met-gids", is_flag=True, help="Maak ook de pdf’s, bij elke wijziging opnieuw; dat gaat trager.")
@date_option
def serve(root: Root, port: int, met_gids: bool, today: date) -> None:
    """Toon de site op deze computer, en werk ze bij zodra u iets bewaart.

    Wat er fout is, ziet u in de pagina zelf. Stop met Ctrl+C. Deze opdracht verandert niets in de map site.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell starts what runs in the background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    with failures(), preview(root, today, port, with_guides=met_gids) as (free, rounds):
        click.echo(f"De voorvertoning staat op http://127.0.0.1:{free}/ (stop met Ctrl+C)")
        try:
            for each in rounds:
                _say(each, root)
        except KeyboardInterrupt:
            click.echo("Gestopt.")


def _say(done: Round, root: Root) -> None:
    if done.problems:
        report(done.problems, root)
    if done.failure:
        click.echo(done.failure)
    elif not any(each.severity == "error" for each in done.problems):
        click.echo(f"Bijgewerkt in {words.seconds(done.seconds)}.")
