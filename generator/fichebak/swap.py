"""A new site in the place of the old one: whole, or not at all. The only module that changes site/.

The new site is made in a folder beside the old one and swapped in by two renames. When a build stops between them, the
next one puts the old site back. A lock keeps two builds apart. What Fichebak did not make is never taken away.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from fichebak.config import Root
from fichebak.problems import Failure, one_line
from fichebak.reasons import reason
from fichebak.sums import files, strange
from fichebak.write import failing_to_write

WORK = ".site.nieuw-"
OTHERS_WRITE = 0o022


@contextmanager
def new_site(root: Root) -> Iterator[Path]:
    """Give an empty folder to fill; swap it in as site/ when the block ends well, throw it away when it does not.

    The folder it lies in goes in any case, with what else is put there.
    """
    with _lock(root), failing_to_write(), _readable():
        _heal(root)
        _refuse_odd(root)
        work = Path(mkdtemp(prefix=WORK, dir=root.path))
        try:
            draft = work / "site"
            draft.mkdir()
            made = draft.stat()
            (draft / ".gitkeep").touch()
            yield draft
            if not os.path.samestat(made, draft.stat()):
                raise FileNotFoundError(None, "de map verdween tijdens de build", str(draft))
            _refuse_odd(root)
            _swap(root, draft)
        finally:
            with suppress(OSError):
                _restore(root)
            with suppress(OSError):
                _remove(work)


@contextmanager
def _lock(root: Root) -> Iterator[None]:
    """Keep other builds of *root* away, also while a program lives on that a killed build had started."""
    path = root.path / ".site.lock"
    try:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    except OSError as error:
        raise Failure(f"In {root.path} kan niet geschreven worden: {reason(error)} ({path.name}).") from error
    try:
        _take(lock)
        yield
    finally:
        os.close(lock)


def _take(lock: int) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Failure("Er loopt al een andere build van deze catalogus. Wacht tot die klaar is.") from error
    except OSError as error:
        raise Failure(f"Op deze schijf kan geen build vergrendeld worden: {reason(error)}.") from error
    os.set_inheritable(lock, True)  # so that Pagefind holds it too (see search)


@contextmanager
def _readable() -> Iterator[None]:
    """Let everybody read what is written, for a host must; whether others may write is for the umask."""
    mask = os.umask(OTHERS_WRITE)
    os.umask(mask & OTHERS_WRITE)
    try:
        yield
    finally:
        os.umask(mask)


def heal(root: Root) -> None:
    """Put the old site back when the last build stopped between its two renames, whatever comes next."""
    if os.path.lexists(_old(root)):
        with _lock(root), failing_to_write():
            _heal(root)


def _heal(root: Root) -> None:
    """Put the old site back, and clear what builds left that were killed."""
    _restore(root)
    for left in root.path.glob(f"{WORK}*"):
        _remove(left)


def _old(root: Root) -> Path:
    return root.path / ".site.oud"


def _restore(root: Root) -> None:
    """Put the old site back when there is no new one; let it go when there is."""
    old, site = _old(root), root.site
    if not _plain(old):
        _remove(old)
    elif not os.path.lexists(site) or _bare(site):
        _remove(site)
        old.rename(site)
    elif _plain(site):
        _remove(old)


def _plain(site: Path) -> bool:
    return site.is_dir() and not site.is_symlink()


def _bare(site: Path) -> bool:
    """Return whether *site* is a folder as git gives it: with nothing in it, or only what keeps it."""
    return _plain(site) and not any(path != ".gitkeep" for path in files(site))


def _remove(path: Path) -> None:
    """Remove *path*, whatever it is; what a link leads to stays."""
    if _plain(path):
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _refuse_odd(root: Root) -> None:
    """Refuse to replace a site that is no folder, or that holds what no build made: nobody could get it back."""
    site = root.site
    if not os.path.lexists(site):
        return
    if not _plain(site):
        raise Failure(f"{site} is geen gewone map. Verplaats ze en bouw opnieuw.")
    if site.is_mount():
        raise Failure(f"{site} is een schijf op zich (mount) en kan niet vervangen worden. Koppel de map erboven aan.")
    if found := strange(site):
        raise Failure(
            f"In {site} staat iets wat Fichebak niet maakte: {one_line(found)}. Een build vervangt die hele map. "
            "Verplaats wat u wilt houden, of kies met --root een andere map."
        )


def _swap(root: Root, draft: Path) -> None:
    if os.path.lexists(root.site):
        root.site.rename(_old(root))
    draft.rename(root.site)
    with suppress(OSError):
        _remove(_old(root))
