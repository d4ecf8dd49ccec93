"""Measure what search finds in this catalogue’s site: `make find`, or `python bench/find.py [-v]` (PYTHONPATH=tests).

queries.json holds 160 questions, twenty of each of eight kinds, each with the fiches that a colleague would want. They
were written and judged by someone who read all fiches and saw neither the synonyms nor the search. Prints for each kind
the share of the relevant fiches among the first five and ten (of at most that many), the mean reciprocal rank of the
first relevant one, and the share of queries that find nothing. -v lists what was missed.
"""

import json
import sys
import threading
from collections import defaultdict
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from chromium import find
from playwright.sync_api import sync_playwright
from search import Quiet

HERE = Path(__file__).parent
SITE = HERE.parent / "site"

RANK = """async queries => {
  const { createEngine, sourcesIn } = await import(new URL("../scripts/engine.js", location));
  const at = path => new URL(path, location).href;
  const engine = createEngine(sourcesIn(at("../pagefind/"), at("../data/woorden.json")));
  const ranked = [];
  for (const query of queries) ranked.push((await engine.rank(query)).slugs);
  return ranked;
}"""

Scores = tuple[float, float, float, float]


def ranked(queries: list[str]) -> list[list[str]]:
    """Return for each query the slugs that the site's search finds, best first."""
    handler = partial(Quiet, directory=SITE)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/praktijken/")
        found: list[list[str]] = page.evaluate(RANK, queries)
        browser.close()
        server.shutdown()
    return found


def score(found: list[str], relevant: set[str]) -> Scores:
    """Return the shares found in the first five and ten, the reciprocal rank, and 1 when there is nothing at all."""
    five, ten = (len(relevant & set(found[:n])) / min(n, len(relevant)) for n in (5, 10))
    first = next((place for place, slug in enumerate(found, start=1) if slug in relevant), 0)
    return five, ten, 1 / first if first else 0.0, float(not found)


def main() -> None:
    """Ask every query and print the scores of each kind."""
    queries: list[dict[str, Any]] = json.loads((HERE / "queries.json").read_text(encoding="utf-8"))
    scores: dict[str, list[Scores]] = defaultdict(list)
    for query, found in zip(queries, ranked([each["query"] for each in queries]), strict=True):
        result = score(found, set(query["relevant"]))
        for kind in (query["kind"], "alles"):
            scores[kind].append(result)
        if "-v" in sys.argv and result[1] < 1:
            missed = [slug for slug in query["relevant"] if slug not in found[:10]]
            print(f"  {result[1]:.2f} {query['kind']:13} {query['query']!r} missed {missed}")
    for kind, rows in sorted(scores.items()):
        five, ten, rank, none = (sum(column) / len(rows) for column in zip(*rows, strict=True))
        print(f"{kind:14} n={len(rows):3} R@5={five:.2f} R@10={ten:.2f} MRR={rank:.2f} none={none:.2f}")


if __name__ == "__main__":
    main()
