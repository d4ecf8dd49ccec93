"""Show a site that is being worked on, on this computer: the standard library's server, on loopback only.

A page gets one script more than it has in a built site: that listens for news, loads the page again when there is a
new edition, and shows what is wrong.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, unquote

from fichebak.edition import Dropped, Edition
from fichebak.hosting import LOCAL, content_type
from fichebak.output import as_json
from fichebak.problems import Failure
from fichebak.reasons import reason
from fichebak.showcase import News, Showcase, Told

LOOPBACK = "127.0.0.1"
HOST = re.compile(r"(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?", re.I)
OWN = "/.fichebak/"  # no address of a site begins with a dot
OWN_FILES = ("live.js", "live.css")
HEARTBEAT = 15.0  # seconds: so often a page that hung up is noticed
LONGEST = 1000  # bytes of an address that are looked at: no site has a longer one
PATIENCE = 30.0  # seconds: who begins to ask and says no more, is left
NOTHING_YET = b'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Fichebak</title></head></html>'


class _Server(ThreadingHTTPServer):
    request_queue_size = 64

    def __init__(self, showcase: Showcase, port: int) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.showcase = showcase

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about a browser that hung up, and say the rest in one line: no asker may fill the terminal."""
        error = sys.exception()
        if not isinstance(error, ConnectionError):
            sys.stderr.write(f"De voorvertoning kon een vraag niet beantwoorden: {type(error).__name__}.\n")


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = PATIENCE

    def do_GET(self) -> None:
        """Answer with a file of the site, or with what belongs to the preview itself."""
        address = re.split("[?#]", self.path, maxsplit=1)[0]
        own = address.removeprefix(OWN) if address.startswith(OWN) else ""
        if not self._from_here() or not address.startswith("/"):
            self._refuse()
        elif own == "nieuws" and self.command == "GET":
            self._news()
        elif own in OWN_FILES:
            self._send(HTTPStatus.OK, own, files("fichebak").joinpath(f"data/preview/{own}").read_bytes())
        else:
            self._site(address)

    do_HEAD = do_GET

    def _from_here(self) -> bool:
        """Return whether a page of this preview asks, or a person who follows a link to it.

        A page of elsewhere may make its own name lead to this computer (DNS rebinding), or ask under the right name for
        what it may not read.
        """
        hosts, origin = self.headers.get_all("Host", []), self.headers.get("Origin", "")
        own_origin = not origin or HOST.fullmatch(origin.removeprefix("http://"))
        stranger = self.headers.get("Sec-Fetch-Site") == "cross-site"
        follows = self.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
        return len(hosts) == 1 and bool(HOST.fullmatch(hosts[0]) and own_origin) and (follows or not stranger)

    def _refuse(self) -> None:
        text = f"Deze voorvertoning antwoordt alleen op http://{LOOPBACK}:{self.server.server_port}/."
        self._send(HTTPStatus.FORBIDDEN, "geweigerd.txt", text.encode())

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a question that is none, such as another method, without repeating what was asked."""
        self._send(HTTPStatus(code), "fout.txt", b"Deze vraag verstaat de voorvertoning niet.")

    def version_string(self) -> str:
        """Return a name that tells nothing of the computer."""
        return "Fichebak"

    def _news(self) -> None:
        """Send the news, and go on with whatever comes (server-sent events)."""
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream"})
        known: News | None = None
        while self.server.showcase.open:
            news = self.server.showcase.news(known, HEARTBEAT)
            self.wfile.write(b"data: " + as_json(asdict(news)) + b"\n" if news and news != known else b":\n\n")
            known = news

    def _site(self, address: str) -> None:
        showcase = self.server.showcase
        showcase.news(None, None)  # the first edition is on its way
        edition, path = showcase.edition, _path(address)
        if edition is None:
            return self._page(HTTPStatus.SERVICE_UNAVAILABLE, NOTHING_YET, "")
        try:
            return self._file(edition, path)
        except Dropped:  # the page that asks is loaded again
            return self._send(HTTPStatus.SERVICE_UNAVAILABLE, "weg.txt", b"")
        except Failure as failure:
            showcase.warn("Deze pagina kan niet gemaakt worden.", (Told("", str(failure)),), edition)
            return self._page(HTTPStatus.INTERNAL_SERVER_ERROR, NOTHING_YET, edition.name)

    def _file(self, edition: Edition, path: str) -> None:
        if found := _in(edition, path):
            if found.suffix != ".html":
                return self._send(HTTPStatus.OK, found.name, found.read_bytes())
            self.server.showcase.last_page = path
            return self._page(HTTPStatus.OK, found.read_bytes(), edition.name)
        if path and _in(edition, f"{path}/index.html"):
            _, mark, query = self.path.partition("?")
            return self._head(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"/{quote(path)}/{mark}{query}"})
        missing = _in(edition, "404.html")
        return self._page(HTTPStatus.NOT_FOUND, missing.read_bytes() if missing else NOTHING_YET, edition.name)

    def _page(self, status: HTTPStatus, html: bytes, edition: str) -> None:
        script = f'<script type="module" src="{OWN}live.js?editie={edition}"></script></head>'
        self._send(status, "index.html", html.replace(b"</head>", script.encode(), 1))

    def _send(self, status: HTTPStatus, name: str, data: bytes) -> None:
        self._head(status, {"Content-Type": content_type(name), "Content-Length": str(len(data))})
        if self.command != "HEAD":
            self.wfile.write(data)

    def _head(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**LOCAL, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


def _path(address: str) -> str:
    """Return the path in the site of what *address* asks for; an empty one when it leads out or to what is hidden."""
    *folders, name = unquote(address[:LONGEST]).removeprefix("/").split("/")
    if any(not step or step.startswith(".") or "\0" in step for step in (*folders, name or "index.html")):
        return ""
    return "/".join((*folders, name or "index.html"))


def _in(edition: Edition, path: str) -> Path | None:
    """Return the file at *path* of the site, made if need be; None when the site has none there."""
    edition.prepare(path)
    file = edition.folder / path
    try:
        inside = file.resolve().is_relative_to(edition.folder.resolve())
        return file if inside and file.is_file() else None
    except (OSError, RuntimeError):  # a name that is too long, a link to itself
        return None


@contextmanager
def serve(showcase: Showcase, port: int) -> Iterator[int]:
    """Answer on loopback with what *showcase* holds, and give the port; 0 takes any free one."""
    try:
        server = _Server(showcase, port)
    except OSError as error:
        raise Failure(f"Poort {port} is niet vrij ({reason(error)}). Kies een andere met --port.") from error
    with server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
        thread.start()
        try:
            yield server.server_port
        finally:
            showcase.close()
            server.shutdown()
            thread.join()
