"""Write to disk, whole or not at all: the files of a site, and single ones in the place of others."""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from fichebak.config import Root
from fichebak.copies import copy
from fichebak.output import Output
from fichebak.problems import Failure
from fichebak.reasons import placed, reason
from fichebak.symlinks import refuse_link

BEGUN = ".fichebak-"  # a catalogue that is being begun
STATIC = ("styles", "scripts", "fonts", "images")


@contextmanager
def failing_to_write() -> Iterator[None]:
    """Make of an error of the disk a failure."""
    try:
        yield
    except OSError as error:
        raise Failure(f"De site kon niet geschreven worden: {placed(error)}.") from error


def write(folder: Path, outputs: Iterable[Output]) -> int:
    """Write *outputs* under *folder* and return their number; two on one address are a failure, not the last one."""
    written: set[str] = set()
    made: set[Path] = set()
    for output in outputs:
        path = folder / output.path
        if output.path in written:
            raise taken(output.path)
        if not path.is_relative_to(folder) or ".." in output.path.split("/"):
            raise Failure(f"{output.path} ligt buiten de site.")
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(output.data)
        written.add(output.path)
    return len(written)


def taken(path: str) -> Failure:
    """Return the failure of two files that want to be at *path*."""
    return Failure(f"Twee pagina’s willen hetzelfde adres: {path}. Geef een van de twee een andere naam.")


def put(path: Path, data: bytes) -> None:
    """Write *data* at *path*, in the place of what is there: it is the old one or the new one, whatever happens.

    A link stays, and its file is replaced. What is no file, such as a pipe, is written to.
    """
    with _telling(path):
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        target = Path(os.path.realpath(path))
        with _alone_in(target.parent), _beside(target, data) as draft:
            if target.exists():
                shutil.copymode(target, draft)
            draft.replace(target)


def create(root: Root, path: Path, data: bytes) -> None:
    """Write *data* as a new file under *root*, whole; one that is there already is never overwritten."""
    refuse_link(path.parent, root.path)
    with _telling(path):
        path.parent.mkdir(exist_ok=True)
        with _alone_in(path.parent), _beside(path, data) as draft:
            if os.path.lexists(path):
                raise Failure(f"{path} bestaat al. Er is niets geschreven.")
            draft.rename(path)


def begin(folder: Path, outputs: Iterable[Output]) -> None:
    """Write *outputs* in a folder that is not there, or holds nothing but a repository: all of them, or none."""
    try:
        new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{BEGUN}*"):
            shutil.rmtree(left)
        work = Path(mkdtemp(prefix=BEGUN, dir=folder))
        try:
            write(work, outputs)
            for path in sorted(work.iterdir()):
                path.rename(folder / path.name)
        finally:
            shutil.rmtree(work, ignore_errors=True)
            if new:
                with suppress(OSError):  # it is not empty, as it should be
                    folder.rmdir()
    except OSError as error:
        raise Failure(f"In {folder} kan niet geschreven worden: {reason(error)}.") from error


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Failure(f"{path} kon niet geschreven worden: {reason(error)}.") from error


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Let other commands that write in *folder* wait, and what is written there outlive a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks have no locks
            fcntl.flock(opened, fcntl.LOCK_EX)
        yield
        with suppress(OSError):
            os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """Give a file beside *path* with *data*, safely on the disk; it goes, as does one that a killed command left."""
    draft = path.with_name(f".{path.name}.nieuw")
    try:
        draft.unlink(missing_ok=True)
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def copy_theme(folder: Path, themes: tuple[Path, ...]) -> None:
    """Copy styles, scripts, fonts and images of the theme; the most specific folder has the last word."""
    for theme in reversed(themes):
        for name in STATIC:
            if (theme / name).is_dir():
                copy(theme / name, folder / name)
