"""Make the search index: runs Pagefind over the written site and maps its results to fiches; nobody else uses it.

Pagefind numbers pages in the order in which the disk happens to list them. That may not decide which bytes a site has,
or which of two equal fiches is found first: so it gets copies of the pages, laid out in an order of ours.
"""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from fichebak.output import as_json
from fichebak.problems import Failure

UNUSED = ("pagefind-ui*", "pagefind-modular-ui*", "pagefind-component-ui*", "pagefind-highlight*")
FICHES = "praktijken/*/index.html"
FRAGMENT_HEAD = b"pagefind_dcd"
GZIP = b"\x1f\x8b"
CUT_OFF = (gzip.BadGzipFile, EOFError, zlib.error)
HALF = "Pagefind kon geen hele zoekindex maken. Is er nog plaats op de schijf?"


def search(site: Path, language: str) -> None:
    """Write the index of *site* to its folder pagefind/, with slugs.json: the id of each result to its slug.

    Works in a folder beside *site*, which is gone afterwards.
    """
    # Without a single page Pagefind fails: an empty catalogue gets an index of its list, and no slugs.
    pages = sorted(site.glob(FICHES)) or sorted(site.glob("praktijken/index.html"))
    folder = site / "pagefind"
    with TemporaryDirectory(prefix="fichebak-", dir=site.parent, ignore_cleanup_errors=True) as work:
        addresses = dict(zip(_lay_out(pages, Path(work)), (_address(site, page) for page in pages), strict=True))
        _run(Path(work), folder, language)
    _refuse_half(folder)
    for pattern in UNUSED:
        for path in folder.glob(pattern):
            path.unlink()
    names = _rename(folder, addresses)
    (folder / "slugs.json").write_bytes(as_json({id_: each for id_, each in sorted(names.items()) if each}))


def _lay_out(pages: Sequence[Path], work: Path) -> list[str]:
    """Copy *pages* so that the disk lists them in their order, each in a folder; return the addresses of these."""
    for number in range(len(pages)):
        (work / str(number)).mkdir()
    with os.scandir(work) as entries:
        listed = [entry.name for entry in entries]
    for name, page in zip(listed, pages, strict=True):
        shutil.copyfile(page, work / name / "index.html")
    return [f"/{name}/" for name in listed]


def _address(site: Path, page: Path) -> str:
    return f"/{page.relative_to(site).parent.as_posix()}/"


def _run(pages: Path, folder: Path, language: str) -> None:
    options = ["--site", str(pages), "--output-path", str(folder), "--glob", "*/index.html"]
    options += ["--force-language", language, "--quiet"]
    # The number of a note is no part of the word before it.
    options += ["--exclude-selectors", "[role=doc-noteref]", "--exclude-selectors", "[role=doc-backlink]"]
    # It runs among the pages, for the folder of who builds may be gone; with -P no module of there takes its place. It
    # inherits the lock of the build (see swap): when that is killed, the next one begins only after it.
    command = [sys.executable, "-P", "-m", "pagefind_bin", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=pages, close_fds=False)
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())[-500:] or f"het stopte met code {done.returncode}."
        raise Failure(f"Pagefind kon geen zoekindex maken: {said}")


def _refuse_half(folder: Path) -> None:
    """Refuse an index that is not whole: on a full disk Pagefind stops short, and says that all is well.

    What it writes on such a disk is cut off. Most of it is gzip, which tells. For its scripts there is only the room
    that is left: when the index fits on the disk once more, that was not full.
    """
    written = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    _try_room(folder / "proef", written.values())
    fragments = [path for path in written if path.suffix == ".pf_fragment"]  # these are unpacked when they are read
    try:
        for path in written.keys() - set(fragments):
            if written[path].startswith(GZIP):
                gzip.decompress(written[path])
        languages = json.loads(written[folder / "pagefind-entry.json"])["languages"].values()
        whole = all(written.values()) and sum(each["page_count"] for each in languages) == len(fragments)
    except (*CUT_OFF, ValueError, LookupError, TypeError):
        whole = False
    if not whole:
        raise Failure(HALF)


def _try_room(path: Path, data: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(data)
    path.unlink()


def _rename(folder: Path, addresses: Mapping[str, str]) -> dict[str, str]:
    """Give every fragment its address in the site and an id made of that; return the slugs by id.

    The ids stand in the metadata, whose own name stands in pagefind-entry.json. New ones are as long as the old, so
    that nothing else in there moves.
    """
    names: dict[str, str] = {}
    renamed: dict[bytes, bytes] = {}
    for url, path, page in sorted(_fragments(folder, addresses), key=itemgetter(0)):
        new = next(id_ for id_ in _ids(path.stem, url) if id_ not in names)
        names[new] = slug(url)
        renamed[path.stem.encode()] = new.encode()
        path.unlink()
        _write_packed(path.with_stem(new).with_suffix(".nieuw"), json.dumps({**page, "url": url}, ensure_ascii=False))
    for path in folder.glob("fragment/*.nieuw"):
        path.rename(path.with_suffix(".pf_fragment"))
    _rename_in_metadata(folder, renamed)
    return names


def _fragments(folder: Path, addresses: Mapping[str, str]) -> Iterator[tuple[str, Path, dict[str, object]]]:
    for path in folder.glob("fragment/*.pf_fragment"):
        page = read_fragment(path.read_bytes())
        yield addresses[str(page["url"])], path, page


def _ids(old: str, url: str) -> Iterator[str]:
    """Yield ids for *url*, as long as *old* and of the same language: the first that is free is its own."""
    language, _, digits = old.rpartition("_")
    for attempt in range(1000):
        digest = hashlib.sha256(f"{url}{attempt or ''}".encode()).hexdigest()
        yield f"{language}_{digest[: len(digits)]}"


def _rename_in_metadata(folder: Path, renamed: Mapping[bytes, bytes]) -> None:
    entry = folder / "pagefind-entry.json"
    for path in folder.glob("pagefind.*.pf_meta"):
        data = gzip.decompress(path.read_bytes())
        data = re.sub(b"|".join(map(re.escape, renamed)), lambda found: renamed[found[0]], data)
        old = path.name.removeprefix("pagefind.").removesuffix(".pf_meta")
        new = next(_ids(old, hashlib.sha256(data).hexdigest()))
        path.unlink()
        (folder / f"pagefind.{new}.pf_meta").write_bytes(gzip.compress(data, mtime=0))
        entry.write_bytes(entry.read_bytes().replace(old.encode(), new.encode()))


def _write_packed(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(FRAGMENT_HEAD + text.encode(), compresslevel=1, mtime=0))  # no page loads them


def read_fragment(fragment: bytes) -> dict[str, object]:
    """Return what Pagefind says of one page.

    A fragment is gzip; inside, twelve bytes `pagefind_dcd`, then JSON with the page's `url`. Pagefind does not document
    this format: a test pins it to the version in constraints.txt.
    """
    try:
        data = gzip.decompress(fragment)
    except CUT_OFF as error:
        raise Failure(HALF) from error
    if not data.startswith(FRAGMENT_HEAD):
        wrong = "Deze versie van Pagefind schrijft een onbekend formaat."
        raise Failure(f"{wrong} Installeer de versie van constraints.txt.")
    page: dict[str, object] = json.loads(data[len(FRAGMENT_HEAD) :])
    return page


def slug(url: str) -> str:
    """Return the slug of the fiche at *url*; an empty text when that is another page."""
    fiche = re.fullmatch(r"/praktijken/([^/]+)/", url)
    return fiche[1] if fiche else ""
