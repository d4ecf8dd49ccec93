"""Make the search index: runs Pagefind over the written site and maps its results to fiches; nobody else uses it."""

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

from fichebak.output import as_json
from fichebak.problems import Failure

UNUSED = ("pagefind-ui*", "pagefind-modular-ui*", "pagefind-component-ui*", "pagefind-highlight*")
FICHES = "praktijken/*/index.html"
FRAGMENT_HEAD = b"pagefind_dcd"


def search(site: Path, language: str) -> None:
    """Write the index of *site* to its folder pagefind/, with slugs.json: the id of each result to its slug."""
    # Without a single page Pagefind fails: an empty catalogue gets an index of its list, and no slugs.
    pages = FICHES if any(site.glob(FICHES)) else "praktijken/index.html"
    options = ["--site", str(site), "--glob", pages, "--force-language", language, "--quiet"]
    # The number of a note is no part of the word before it.
    options += ["--exclude-selectors", "[role=doc-noteref]", "--exclude-selectors", "[role=doc-backlink]"]
    command = [sys.executable, "-m", "pagefind_bin", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    folder = site / "pagefind"
    if done.returncode or not (folder / "pagefind.js").is_file():
        raise Failure(f"Pagefind kon geen zoekindex maken: {(done.stderr or done.stdout).strip()[-500:]}")
    for pattern in UNUSED:
        for path in folder.glob(pattern):
            path.unlink()
    found = {path.stem: slug(path.read_bytes()) for path in sorted(folder.glob("fragment/*.pf_fragment"))}
    (folder / "slugs.json").write_bytes(as_json({id_: each for id_, each in found.items() if each}))


def slug(fragment: bytes) -> str:
    """Return the slug of the fiche a Pagefind fragment is about; an empty text when it is about another page.

    A fragment is gzip; inside, twelve bytes `pagefind_dcd`, then JSON with the page's `url`. Pagefind does not document
    this format: a test pins it to the version in constraints.txt.
    """
    data = gzip.decompress(fragment)
    if not data.startswith(FRAGMENT_HEAD):
        wrong = "Deze versie van Pagefind schrijft een onbekend formaat."
        raise Failure(f"{wrong} Installeer de versie van constraints.txt.")
    url: str = json.loads(data[len(FRAGMENT_HEAD) :])["url"]
    fiche = re.fullmatch(r"/praktijken/([^/]+)/", url)
    return fiche[1] if fiche else ""
