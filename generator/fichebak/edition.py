"""A site in a folder of its own that is made file by file, when it is asked for: what a preview shows.

It is made of the parts of a build, so it shows what a build would. Only the order differs: what is asked for comes
first, the search index last.
"""

from collections.abc import Iterable
from pathlib import Path
from threading import Lock, RLock

from fichebak.output import Part
from fichebak.search import search
from fichebak.write import failing_to_write, taken, write


class Dropped(Exception):
    """A newer edition took the place of this one, so it is not worth completing."""


class Edition:
    """A catalogue at one moment, as a site under *folder*, which holds the theme and perhaps the PDFs already.

    One thread at a time makes something: *thinking* is held meanwhile, and by whoever reads the catalogue anew.
    """

    def __init__(self, name: str, folder: Path, parts: Iterable[Part], language: str, thinking: RLock) -> None:
        self.name, self.folder = name, folder
        self.dropped = False
        self._language, self._thinking, self._indexing = language, thinking, Lock()
        self._indexed = False
        self._parts: dict[str, Part] = {}
        for part in parts:
            if part.path in self._parts:
                raise taken(part.path)
            self._parts[part.path] = part

    def prepare(self, path: str) -> None:
        """See to it that the file of the site at *path* is in the folder, if the site has one there."""
        top = path.split("/")[0] + "/"
        if top == "pagefind/":
            self.complete()
        else:
            self._make(path if path in self._parts else top)

    def complete(self) -> None:
        """Make all that was not asked for yet, and the search index; whoever else wants that waits for it."""
        with self._indexing:
            if self._indexed:
                return
            for path in tuple(self._parts):
                if self.dropped:
                    raise Dropped
                self._make(path)
            with failing_to_write():
                search(self.folder, self._language)
            self._indexed = True

    def _make(self, path: str) -> None:
        if path not in self._parts:
            return
        with self._thinking, failing_to_write():
            if path in self._parts:  # another thread may have made it meanwhile
                write(self.folder, self._parts[path].make())
                del self._parts[path]
