"""The command that shows the site on this computer: serve."""

import click

from fichebak.cli.options import failures, root_option
from fichebak.config import Root
from fichebak.serve import serve as serve_site
from fichebak.write import heal


@click.command()
@root_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="Poort op deze computer; 0 kiest een vrije.")
def serve(root: Root, port: int) -> None:
    """Toon de gebouwde site op deze computer, tot u met Ctrl+C stopt."""
    with failures():
        heal(root)
    if not (root.site / "index.html").is_file():
        raise click.UsageError("Er is nog geen site. Bouw ze eerst met ‘fichebak build’.")
    with failures(), serve_site(root.site, port) as server:
        click.echo(f"De site staat op http://127.0.0.1:{server.server_port}/ (stop met Ctrl+C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("Gestopt.")
