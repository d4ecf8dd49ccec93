"""The checksums of a site: `sha256sums.txt`, for `sha256sum --check`, and to tell a site from another folder."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from fichebak.output import Output

SUMS = "sha256sums.txt"
BEFORE_SUMS = "data/fiches.json"  # was in every site of the versions that made no sums
NOBODYS = {".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"}  # what git and systems put in a folder


def sums(site: Path) -> Output:
    """Return the checksum of every file of *site*, sorted by path. It covers all, so it is the last to be written."""
    paths = sorted(path for path in files(site) if path != SUMS and not _nobodys(path))
    return Output(SUMS, os.fsencode("".join(_line(path, _digest(f"{site}/{path}")) for path in paths)))


def _digest(path: str) -> str:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of small files: twice as fast as a Path's
        return hashlib.sha256(file.read()).hexdigest()


def _line(path: str, digest: str) -> str:
    name = _written(path)
    return f"{'' if name == path else chr(92)}{digest}  {name}\n"


def _written(path: str) -> str:
    """Return *path* as sha256sum writes it: on one line."""
    return path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def strange(folder: Path) -> str:
    """Return the path of a file in *folder* that no build made; empty when all are of a site, or there are none.

    A build of before there were sums cannot be told from what was put beside it: there nothing is strange.
    """
    if not (folder / SUMS).is_file() and (folder / BEFORE_SUMS).is_file():
        return ""
    known = _summed(folder)
    found = sorted(path for path in files(folder) if path != SUMS and not _nobodys(path))
    return next((path for path in found if _written(path) not in known), "")


def _summed(folder: Path) -> set[str]:
    """Return the names in the checksums of *folder*, as they are written there."""
    try:
        lines = os.fsdecode((folder / SUMS).read_bytes()).split("\n")
    except OSError:
        return set()
    return {line.removeprefix("\\")[66:] for line in lines}


def files(folder: Path, above: str = "") -> Iterator[str]:
    """Yield the path of everything in *folder* that is no folder, with /; links are not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files(Path(entry.path), f"{above}{entry.name}/")
            else:
                yield f"{above}{entry.name}"


def _nobodys(path: str) -> bool:
    return path.rpartition("/")[2] in NOBODYS
