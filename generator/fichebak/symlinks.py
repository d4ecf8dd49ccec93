"""Symbolic links are refused wherever a catalogue is read or written.

A catalogue takes proposals of strangers, and a link may lead to anything on the computer that builds it: what it holds
would be published, or written over. The folder of the catalogue itself may be a link, for its owner put it there.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from fichebak.problems import Failure

LINK = "een koppeling (symbolic link)"


def refuse_link(path: Path, within: Path) -> None:
    """Fail when *path*, or a folder on the way to it from *within*, is a symbolic link."""
    steps = path.relative_to(within).parts
    for number in range(1, len(steps) + 1):
        _refuse(within.joinpath(*steps[:number]))


def refuse_links_in(folder: Path) -> None:
    """Fail when there is a symbolic link anywhere under *folder*."""
    for path in _everything(folder):
        _refuse(path)


def _refuse(path: Path) -> None:
    if path.is_symlink():
        raise Failure(f"{path} is {LINK}. Zet in de plaats ervan het bestand of de map zelf.")


def _everything(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        yield from (Path(parent, name) for name in sorted((*folders, *files)))
