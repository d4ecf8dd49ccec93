"""Time the search of the catalogue page in a real Chromium: `make bench`, or `python bench/search.py [NUMBER]` with
tests/ on PYTHONPATH.

Builds a catalogue of made-up fiches as bench/build.py does, serves it from this computer and opens it with an empty
cache. Prints the bytes of the first load (gzip as a host sends it, fonts as they are), how long the page needs until
its list stands, the first query with everything still to load, and queries after that: the search alone, and the page
from the last key to the results in the page. Times are wall-clock milliseconds on this computer, without a network.
"""

import argparse
import gzip
import random
import statistics
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import build
from chromium import find
from playwright.sync_api import Page, sync_playwright

TEXT = (".html", ".css", ".js", ".json", ".svg")
QUERIES = 30

SEARCH = """async ([queries]) => {
  const { createEngine, sourcesIn } = await import(new URL("../scripts/engine.js", location));
  const at = path => new URL(path, location).href;
  const engine = createEngine(sourcesIn(at("../pagefind/"), at("../data/woorden.json")));
  const times = [];
  for (const query of queries) {
    const start = performance.now();
    await engine.rank(query);
    times.push(performance.now() - start);
  }
  return times;
}"""
PAGE = """async ([query]) => {
  const results = document.querySelector("[data-resultaten]"), field = document.querySelector("#q");
  field.value = query;
  const start = performance.now();
  field.form.requestSubmit();
  while (results.dataset.searchState !== "done") await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


def made_up(site: Path) -> list[str]:
    """Return queries of one to five words that the fiches have, a few of them mistyped."""
    text = (site / "praktijken/praktijk-0/index.html").read_text(encoding="utf-8")
    words = sorted({word for word in text.split() if word.isalpha() and word.islower() and len(word) > 5})
    dice = random.Random(7)
    queries = [" ".join(dice.sample(words, dice.randint(1, 5))) for _ in range(QUERIES)]
    return [query[:-2] + query[-1] + query[-2] if dice.random() < 0.2 else query for query in queries]


def wire(site: Path, path: str) -> int:
    """Return the bytes of the file at *path* as a host that compresses sends them."""
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    data = file.read_bytes()
    return len(gzip.compress(data, 6)) if file.suffix in TEXT else len(data)


def measure(site: Path, page: Page, address: str) -> None:
    """Print what the first load weighs and how long searching takes."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address).split("?")[0]))
    page.goto(f"{address}praktijken/")
    page.wait_for_selector("[data-search-state=done]", state="attached")
    page.wait_for_load_state("networkidle")
    load: Any = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    size = sum(wire(site, path) for path in dict.fromkeys(asked)) / 1000
    print(f"first load       {size:8.0f} kB, ready after {load:.0f} ms")
    queries = made_up(site)
    print(f"first query      {page.evaluate(PAGE, [queries[0]]):8.0f} ms, everything still to load")
    alone = page.evaluate(SEARCH, [queries])[1:]
    print(f"search alone     {statistics.median(alone):8.0f} ms median, {max(alone):.0f} ms at most")
    whole = [page.evaluate(PAGE, [query]) for query in queries[1:]]
    print(f"query, whole page{statistics.median(whole):8.0f} ms median, {max(whole):.0f} ms at most")


def main() -> None:
    """Make the catalogue, build it, search it."""
    options = argparse.ArgumentParser(description="Time the search in a real Chromium.")
    options.add_argument("number", nargs="?", type=int, default=1000)
    number = options.parse_args().number
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        build.make(folder, number)
        build.run(folder, with_guides=False)
        handler = partial(Quiet, directory=folder / "site")
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
            print(f"{number} fiches")
            measure(folder / "site", browser.new_page(), f"http://127.0.0.1:{server.server_port}/")
            browser.close()
            server.shutdown()


if __name__ == "__main__":
    main()
