"""Write to disk, whole or not at all. The only module that changes site/, and the only one that writes a fiche.

The new site is made in a folder beside the old one and swapped in by two renames; when a build stops between them,
the next one puts the old site back. A lock keeps two builds apart.
"""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fichebak.config import Root
from fichebak.output import Output
from fichebak.problems import Failure
from fichebak.symlinks import refuse_link

STATIC = ("styles", "scripts", "fonts", "images")


@contextmanager
def new_site(root: Root) -> Iterator[Path]:
    """Give an empty folder to fill; swap it in as site/ when the block ends well, throw it away when it does not."""
    draft, old = root.path / ".site.nieuw", _old(root)
    with _lock(root), failing_to_write():
        _heal(root, old)
        _refuse_odd_site(root)
        shutil.rmtree(draft, ignore_errors=True)
        try:
            draft.mkdir()
            (draft / ".gitkeep").touch()
            yield draft
            _swap(root, draft, old)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def failing_to_write() -> Iterator[None]:
    """Make of an error of the disk a failure."""
    try:
        yield
    except OSError as error:
        reason = f"{error.strerror} ({error.filename})" if error.strerror else str(error)
        raise Failure(f"De site kon niet geschreven worden: {reason}.") from error


@contextmanager
def _lock(root: Root) -> Iterator[None]:
    path = root.path / ".site.lock"
    refuse_link(path, root.path)
    try:
        handle = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o666), "w")
    except OSError as error:
        raise Failure(f"In {root.path} kan niet geschreven worden: {error.strerror}.") from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Failure("Er loopt al een andere build van deze catalogus. Wacht tot die klaar is.") from error
        yield


def heal(root: Root) -> None:
    """Put the old site back when the last build stopped between its two renames, whatever comes next."""
    if _old(root).exists():
        with _lock(root):
            _heal(root, _old(root))


def _old(root: Root) -> Path:
    return root.path / ".site.oud"


def _heal(root: Root, old: Path) -> None:
    """Put the old site back; when there is a site, clear what the last build left."""
    if old.exists() and not root.site.exists():
        old.rename(root.site)
    shutil.rmtree(old, ignore_errors=True)


def _refuse_odd_site(root: Root) -> None:
    if root.site.is_symlink() or (root.site.exists() and not root.site.is_dir()):
        raise Failure(f"{root.site} is geen gewone map. Verplaats ze en bouw opnieuw.")


def _swap(root: Root, draft: Path, old: Path) -> None:
    had_site = root.site.exists()
    if had_site:
        root.site.rename(old)
    try:
        draft.rename(root.site)
    except OSError:
        if had_site:
            old.rename(root.site)
        raise
    shutil.rmtree(old, ignore_errors=True)


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


def replace(path: Path, data: bytes) -> None:
    """Write *data* in the place of a file: it is the old one or the new one, whatever happens."""
    draft = path.with_name(f".{path.name}.nieuw")
    try:
        draft.unlink(missing_ok=True)
        with draft.open("xb") as file:  # never through a link that lies there
            file.write(data)
        shutil.copymode(path, draft)
        draft.replace(path)
    except OSError as error:
        raise Failure(f"{path} kon niet geschreven worden: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def create(root: Root, path: Path, data: bytes) -> None:
    """Write *data* as a new file under *root*; one that is there already is never overwritten."""
    refuse_link(path.parent, root.path)
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise Failure(f"{path} bestaat al. Er is niets geschreven.") from error
    except OSError as error:
        raise Failure(f"{path} kon niet geschreven worden: {error.strerror}.") from error


def copy_theme(folder: Path, themes: tuple[Path, ...]) -> None:
    """Copy styles, scripts, fonts and images of the theme; the most specific folder has the last word."""
    for theme in reversed(themes):
        for name in STATIC:
            if (theme / name).is_dir():
                shutil.copytree(
                    theme / name, folder / name, dirs_exist_ok=True, copy_function=shutil.copyfile,
                    ignore=shutil.ignore_patterns(".*"),
                )  # fmt: skip
