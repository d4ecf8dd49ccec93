"""Time how soon a changed fiche is seen: `python bench/preview.py [NUMBER]`, in a preview and by building again.

Both begin with the catalogue of bench/build.py and a change in one fiche, and end when its page is new. The preview has
been running for a while, as it has when somebody writes.
"""

import argparse
import http.client
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from build import make

from fichebak.build import build, examine
from fichebak.config import Root
from fichebak.preview import preview

TODAY = date(2026, 1, 1)
FICHE = "praktijk-7"
TIMES = 5


def changed(root: Root) -> Iterator[bytes]:
    """Change the title of the fiche again and again, and yield each new one."""
    file = root.content / f"practices/{FICHE}.md"
    opening, _, rest = file.read_text().split("\n", 2)
    for number in range(TIMES):
        title = f"De {number}e titel van deze fiche"
        file.write_text(f"{opening}\ntitel: {title}\n{rest}")
        yield title.encode()


def previewed(root: Root) -> Iterator[float]:
    """Yield the seconds from each change until the preview serves the new page; it rests between two changes."""
    with preview(root, TODAY, 0, with_guides=False) as (port, rounds):
        next(rounds)
        page(port, f"/praktijken/{FICHE}/")
        page(port, "/pagefind/slugs.json")
        start = time.perf_counter()
        for title in changed(root):
            next(rounds)
            assert title in page(port, f"/praktijken/{FICHE}/")
            yield time.perf_counter() - start
            page(port, "/pagefind/slugs.json")
            start = time.perf_counter()


def page(port: int, address: str) -> bytes:
    """Return what the preview answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", address)
    return connection.getresponse().read()


def built(root: Root) -> Iterator[float]:
    """Yield the seconds from each change until a build without PDFs is done."""
    start = time.perf_counter()
    for title in changed(root):
        list(build(root, examine(root, TODAY).catalogue, TODAY, with_guides=False))
        assert title in (root.site / f"praktijken/{FICHE}/index.html").read_bytes()
        yield time.perf_counter() - start
        start = time.perf_counter()


def main() -> None:
    """Make the catalogue, time both, print the middle of their times."""
    options = argparse.ArgumentParser(description="Time how soon a changed fiche is seen.")
    options.add_argument("number", nargs="?", type=int, default=100)
    number = options.parse_args().number
    with tempfile.TemporaryDirectory() as name:
        make(Path(name), number)
        root = Root(Path(name))
        for what, times in (("build", list(built(root))), ("preview", list(previewed(root)))):
            print(f"{what:8} {statistics.median(times):6.2f} s until the page is new ({min(times):.2f} at best)")
        print(f"{number} fiches, {TIMES} changes each")


if __name__ == "__main__":
    main()
