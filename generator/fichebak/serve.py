"""Show a built site on this computer: the standard library's server, on loopback only."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from fichebak.problems import Failure
from fichebak.render import POLICY

LOOPBACK = "127.0.0.1"


class _Handler(SimpleHTTPRequestHandler):
    """Serves files with the site's policy as a header, and 404.html for what is not there."""

    def end_headers(self) -> None:
        """Add the policy to every answer."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own 404.html."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@contextmanager
def serve(site: Path, port: int) -> Iterator[ThreadingHTTPServer]:
    """Give a server of *site* on loopback; port 0 takes any free one."""
    try:
        server = ThreadingHTTPServer((LOOPBACK, port), partial(_Handler, directory=str(site)))
    except OSError as error:
        raise Failure(f"Poort {port} is niet vrij ({error.strerror}). Kies een andere met --port.") from error
    with server:
        yield server
