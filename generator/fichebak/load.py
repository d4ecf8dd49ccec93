"""Read content files from disk. The only module that touches content/."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fichebak.config import Root
from fichebak.frontmatter import BYTES_AT_MOST
from fichebak.problems import Failure, Place, Problem, problem
from fichebak.reasons import reason
from fichebak.symlinks import LINK

FOLDERS = {  # folder in content/ -> the endings of its files
    "practices": (".md",),
    "domains": (".md",),
    "sources": (".md",),
    "pages": (".md",),
    "recommendations": (".yaml",),
    "afbeeldingen": (".png", ".jpg", ".jpeg", ".webp"),
}
FILES = (
    "catalogue.yaml", "target-groups.yaml", "addressees.yaml", "organisations.yaml", "glossary.yaml", "synonyms.yaml",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RawFile:
    """A content file as it lies on disk; *kind* is its folder, or its name for the files directly in content/."""

    file: str
    kind: str
    id: str
    data: bytes


def load(root: Root) -> tuple[tuple[RawFile, ...], tuple[Problem, ...]]:
    """Read every file under content/, sorted by path; what cannot be read or does not belong is a problem."""
    if root.content.is_symlink():
        return (), (problem("F009", Place("content"), reden=f"het is {LINK}"),)
    found = [_read(root, path) for path in _files(root.content)]
    files = tuple(each for each in found if isinstance(each, RawFile))
    return files, tuple(each for each in found if isinstance(each, Problem))


def _files(folder: Path) -> Iterator[Path]:
    """Yield every file under *folder*, sorted; a folder with the name of a file counts as one."""
    for entry in sorted(os.scandir(folder), key=lambda e: e.name):
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if entry.is_dir(follow_symlinks=False) and not Path(entry.name).suffix:
            yield from _files(Path(entry.path))
        else:
            yield Path(entry.path)


def _read(root: Root, path: Path) -> RawFile | Problem:
    file = path.relative_to(root.path).as_posix()
    place = Place(printable(file))
    inside = path.relative_to(root.content)
    if path.is_symlink():
        return problem("F009", place, reden=f"het is {LINK}")
    if inside.as_posix() in FILES:
        kind = inside.as_posix()
    elif len(inside.parts) == 2 and inside.suffix in FOLDERS.get(inside.parts[0], ()):
        kind = inside.parts[0]
    else:
        return problem("F008", place, verwacht=_expected(inside))
    if not path.is_file():
        return problem("F009", place, reden="het is geen gewoon bestand")
    try:
        return RawFile(place.file, kind, inside.stem, path.read_bytes())
    except OSError as error:
        return problem("F009", place, reden=reason(error))


def source(root: Root, file: str) -> str:
    """Return the text of *file* as an editor sees it, to show a line of; empty when it is no text or too large."""
    path = root.path / file
    if path.is_symlink() or not path.is_file():  # opening a pipe waits for ever
        return ""
    try:
        with path.open("rb") as opened:
            data = opened.read(BYTES_AT_MOST + 1)
    except (OSError, ValueError):
        return ""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n") if len(data) <= BYTES_AT_MOST else ""


def texts(folder: Path) -> tuple[RawFile, ...]:
    """Read the text files (.txt and .md) directly in *folder*, sorted by name; none at all is a failure."""
    found = sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".md"} and path.is_file())
    if not found:
        raise Failure(f"In {folder} staat geen enkel tekstbestand (.txt of .md).")
    try:
        return tuple(RawFile(path.name, "text", path.stem, path.read_bytes()) for path in found)
    except OSError as error:
        raise Failure(f"{folder} is niet te lezen: {reason(error)}.") from error


def printable(name: str) -> str:
    """Return *name* for a report: a name that is no UTF-8 or has a line break may not break the report."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _expected(inside: Path) -> str:
    folder = inside.parts[0]
    if folder in FOLDERS and len(inside.parts) == 2:
        return f"In content/{folder} staan alleen bestanden met de uitgang {', '.join(FOLDERS[folder])}."
    if folder in FOLDERS and len(inside.parts) > 2:
        return f"Zet het bestand in content/{folder} zelf, niet in een map daaronder."
    return f"In content staan de mappen {', '.join(FOLDERS)} en de bestanden {', '.join(FILES)}."
