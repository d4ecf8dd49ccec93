"""A real build, a server and a Chromium for the tests of this folder, and pages that notice what goes wrong in them."""

import importlib.util
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from chromium import find
from conftest import MadeOnce
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from browser.catalogue import write
from browser.watch import Watch
from fichebak import hosting

CHECKOUT = Path(__file__).resolve().parents[2]
LEAN = Path(__file__).with_name("lean-chromium")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}
PATIENCE = 20_000  # milliseconds: for what must come; the processors are shared by as many browsers
STILL: dict[str, Any] = {"locale": "nl-BE", "reduced_motion": "reduce"}

OPENER = "Cross-Origin-Opener-Policy"
MOST: Mapping[str, str] = {name: value for name, value in hosting.PUBLIC.items() if name != OPENER}
"""What is sent in most tests: with OPENER a browser begins a new process for every test, which takes 0.1 s."""

PageMaker = Callable[..., Page]


class Server(ThreadingHTTPServer):
    """Serves one folder below one prefix on loopback, and nothing beside it; notes every path it is asked for."""

    def __init__(self, folder: Path, prefix: str, headers: Mapping[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.folder, self.prefix, self.headers = folder, prefix, headers
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{self.prefix}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about a browser that hung up; print the rest."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(SimpleHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 5

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.server.prefix)
        return super().translate_path(path.removeprefix(self.server.prefix[:-1]) if inside else "/buiten-de-site")

    def do_GET(self) -> None:
        self.server.asked.append(self.path.removeprefix(self.server.prefix))
        super().do_GET()

    def end_headers(self) -> None:
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "max-age=3600")  # tests that share a context load scripts and fonts once
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (self.server.folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@contextmanager
def serving(folder: Path, prefix: str, headers: Mapping[str, str] = MOST) -> Iterator[Server]:
    with Server(folder, prefix, headers) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site_folder(made_once: MadeOnce) -> Path:
    """Return the site of the small catalogue, as the command builds it."""
    return made_once("proefbak", build) / "site"


def build(root: Path) -> None:
    write(root)
    command = [sys.executable, "-m", "fichebak", "build", "--root", str(root), "--date", "2026-11-21"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def large_site_folder(made_once: MadeOnce) -> Path:
    """Return the site of a hundred made-up fiches of the length of real ones."""
    return made_once("honderd", build_a_hundred) / "site"


def build_a_hundred(root: Path) -> None:
    spec = importlib.util.spec_from_file_location("bench_build", CHECKOUT / "bench/build.py")
    assert spec
    assert spec.loader
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    bench.make(root, 100)
    bench.run(root, with_guides=False)


@pytest.fixture(scope="session")
def server(site_folder: Path) -> Iterator[Server]:
    """Give the small catalogue at the root of a host."""
    with serving(site_folder, "/") as running:
        yield running


@pytest.fixture(scope="session")
def strict_server(site_folder: Path) -> Iterator[Server]:
    """Give the small catalogue with everything that a host has to send."""
    with serving(site_folder, "/", hosting.PUBLIC) as running:
        yield running


@pytest.fixture(scope="session")
def server_below(site_folder: Path) -> Iterator[Server]:
    """Give the same bytes under a prefix; whatever leaves the prefix finds nothing."""
    with serving(site_folder, "/a/b/") as running:
        yield running


@pytest.fixture(scope="session")
def large_server(large_site_folder: Path) -> Iterator[Server]:
    with serving(large_site_folder, "/") as running:
        yield running


@pytest.fixture
def site(server: Server) -> str:
    """Return the address of the small catalogue."""
    return server.address


@pytest.fixture
def site_below(server_below: Server) -> str:
    """Return the address of the small catalogue under a prefix: what asks for the root of the host finds nothing."""
    return server_below.address


@pytest.fixture(params=["server", "server_below"], ids=["at the root", "under a prefix"])
def each_site(request: pytest.FixtureRequest) -> str:
    """Return the address of the small catalogue, at the root and under a prefix."""
    address: str = request.getfixturevalue(request.param).address
    return address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    if not path:
        pytest.fail("No Chromium found: python tests/chromium.py says how to get one.")
    arguments = [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=LEAN, args=arguments, env={**os.environ, "CHROMIUM": path}
        )
        yield chromium
        chromium.close()


@contextmanager
def watched(page: Page, forgive: str = "") -> Iterator[Page]:
    """Give *page*, and fail on whatever went wrong in it meanwhile."""
    with Watch(page, forgive) as watch:
        yield page
        leave(page)
    assert not watch.complaints, "\n".join(watch.complaints)


def leave(page: Page) -> None:
    """Leave the site and wipe what it keeps: after it is left, because a form keeps its draft when it is left."""
    origin = page.evaluate("location.origin")
    page.goto("about:blank")
    if origin != "null":
        session = page.context.new_cdp_session(page)
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
        session.detach()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[PageMaker]:
    """Give a maker of pages in a context of their own: nothing cached, no history, and options can be set."""
    with ExitStack() as stack:

        def make(forgive: str = "", **options: Any) -> Page:
            context = browser.new_context(**{**STILL, "viewport": DESK, **options})
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            return stack.enter_context(watched(page, forgive))

        yield make


@pytest.fixture
def scriptless(new_page: PageMaker) -> Page:
    """Return a page in which JavaScript is off; Chromium then reports the preloads of modules as refused."""
    return new_page(java_script_enabled=False, forgive="/scripts/")


@pytest.fixture(scope="session")
def desk_page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=DESK, **STILL) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        yield page


@pytest.fixture(scope="session")
def phone_page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=PHONE, **STILL, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        yield page


@pytest.fixture
def page(desk_page: Page) -> Iterator[Page]:
    """Give the page of a wide screen that tests share: a new one would take half a second each."""
    with watched(desk_page):
        yield desk_page
    desk_page.set_viewport_size(DESK)
    desk_page.emulate_media(color_scheme="light", media="null")


@pytest.fixture
def phone(phone_page: Page) -> Iterator[Page]:
    """Give the page of a small phone that tests share."""
    with watched(phone_page):
        yield phone_page
    phone_page.set_viewport_size(PHONE)
    phone_page.emulate_media(color_scheme="light", media="null")
