"""What a branch changes, asked of git. The only module that starts git."""

import os
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from fichebak.config import Root
from fichebak.load import printable


class NoChanges(Exception):
    """What changed cannot be told; its text is a sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The files under content/ that a branch touches and that are still there, and the commit it began at."""

    files: frozenset[str]
    base: str


def changes(root: Root, reference: str) -> Changes:
    """Return what is different since this branch and *reference* went apart, what is not committed yet included."""
    _git(root, f"De map {root.path} zit niet in git.", "rev-parse", "--git-dir")
    unknown = f"‘{reference}’ is geen tak of commit die git hier kent. Haal ze eerst op met ‘git fetch’."
    named = _git(root, unknown, "rev-parse", "--verify", "--end-of-options", f"{reference}^{{commit}}")
    apart = f"Deze tak en ‘{reference}’ hebben hier geen gemeenschappelijk begin. Haal de hele geschiedenis op met git."
    base = _git(root, apart, "merge-base", named.decode().strip(), "HEAD").decode().split()[0]
    wrong = "Git kon niet zeggen wat er veranderd is."
    listed = ("--name-only", "--no-renames", "--diff-filter=d", "--no-ext-diff", "--relative", "-z")
    known = _git(root, wrong, "diff", *listed, base, "--", "content")
    added = _git(root, wrong, "ls-files", "--others", "--exclude-standard", "-z", "--", "content")
    names = [os.fsdecode(name) for name in (known + added).split(b"\0") if name]
    return Changes(frozenset(map(printable, names)), base)


@contextmanager
def at_base(root: Root, base: str) -> Iterator[Root]:
    """Give the catalogue under *root* as it was in commit *base*, in a folder that is gone afterwards."""
    wrong = "Git kon niet tonen hoe de catalogus was."
    with TemporaryDirectory() as folder:
        old = Root(Path(folder))
        old.content.mkdir()
        if _git(root, wrong, "ls-tree", base, "--", "content"):
            archive = _git(root, wrong, "archive", "--format=tar", base, "--", "content")
            with tarfile.open(fileobj=BytesIO(archive)) as files:
                _unpack(files, old.path)
        yield old


def _unpack(files: tarfile.TarFile, folder: Path) -> None:
    """Write the *files* under *folder*; git made their names, none of which leads out of it."""
    for each in sorted(files, key=lambda member: member.issym()):  # nothing is written through a link
        path = folder / each.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if each.issym():
            path.symlink_to(each.linkname)
        elif each.isfile() and (opened := files.extractfile(each)):
            path.write_bytes(opened.read())


def _git(root: Root, otherwise: str, *arguments: str) -> bytes:
    """Return what git prints, run in the folder of *root*; raise *otherwise* when it fails."""
    try:
        done = subprocess.run(["git", "-C", root.path, *arguments], capture_output=True, check=False)
    except OSError as error:
        raise NoChanges("Voor --changed is het programma git nodig, en dat is er niet op deze computer.") from error
    if done.returncode:
        raise NoChanges(otherwise)
    return done.stdout
