"""See what changes on disk. Nobody else uses watchfiles."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from watchfiles import Change, watch

from fichebak.problems import Failure

TICK = 100  # milliseconds between two looks when nothing changes


def changes(folders: Sequence[Path]) -> Iterator[frozenset[Path]]:
    """Yield the paths that changed under *folders*: soon after a change, and an empty set at every tick without one.

    At first all *folders* have changed, and again when one of them came, went or made place for another. It never ends.
    """
    while True:
        there, changed = _there(folders), frozenset(folders)
        try:
            for found in watch(*there, watch_filter=_counts, rust_timeout=TICK, yield_on_timeout=True):
                yield changed | {Path(path) for _, path in found}
                changed = frozenset()
                if _there(folders) != there:
                    break
        except FileNotFoundError:
            continue  # it went between the look and the watch
        except OSError as error:
            raise Failure(f"Fichebak kan niet volgen wat u bewaart: {error}.") from error


def _there(folders: Sequence[Path]) -> dict[Path, tuple[int, int]]:
    """Return the folders that are there, with what tells each from another of the same name."""
    found = {}
    for folder in folders:
        try:
            about = folder.stat()
        except OSError:
            continue
        found[folder] = (about.st_dev, about.st_ino)
    return found


def _counts(_: Change, path: str) -> bool:
    """Return whether a file is content or theme: `load` does not read what an editor keeps beside it either."""
    name = Path(path).name
    return not name.startswith(".") and not name.endswith("~")
