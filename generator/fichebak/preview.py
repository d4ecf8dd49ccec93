"""The preview: the site as its content is at this moment, made anew at each change.

It is made in a temporary folder of its own, not in site/. So it needs no lock, never changes what is to be published,
and can leave out what nobody asks for: at a change it makes the one page that was looked at last, then the others when
they are asked for, and the search index when all is quiet. On anything wrong the edition before stays.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from pathlib import Path
from queue import SimpleQueue
from shutil import rmtree
from tempfile import TemporaryDirectory
from textwrap import dedent
from threading import RLock, Thread
from time import monotonic, time_ns

from fichebak import words
from fichebak.build import examine, parts, print_guides, theme_folders
from fichebak.config import Root
from fichebak.edition import Dropped, Edition
from fichebak.excerpt import excerpt
from fichebak.load import source
from fichebak.present import Setting
from fichebak.problems import Failure, Problem
from fichebak.render import Theme, theme
from fichebak.resolve import Catalogue
from fichebak.serve import serve
from fichebak.showcase import Showcase, Told
from fichebak.watch import changes
from fichebak.write import copy_theme, failing_to_write

COLUMNS = 100  # of the line that is shown with a problem
KEPT = 2  # editions: a page may still be loading from the one before


@dataclass(frozen=True, slots=True)
class Round:
    """What came of a change: what is wrong, in the content or outside it, and in how many seconds that was known."""

    seconds: float
    problems: tuple[Problem, ...] = ()
    failure: str = ""


@contextmanager
def preview(root: Root, today: date, port: int, *, with_guides: bool) -> Iterator[tuple[int, Iterator[Round]]]:
    """Show the site of *root* as on *today*; give the port, and rounds that wait for one change after another."""
    showcase = Showcase()
    with TemporaryDirectory(prefix="fichebak-", ignore_cleanup_errors=True) as folder:
        workshop = _Workshop(root, today, with_guides, Path(folder), showcase)
        try:
            with serve(showcase, port) as free:
                yield free, workshop.rounds()
        finally:
            workshop.finish()


@dataclass
class _Workshop:
    """Makes one edition after another in *folder* and puts each that is good in *showcase*."""

    root: Root
    today: date
    with_guides: bool
    folder: Path
    showcase: Showcase
    thinking: RLock = field(default_factory=RLock)
    looks: dict[tuple[Path, ...], Theme] = field(default_factory=dict)
    shown: deque[Path] = field(default_factory=lambda: deque(maxlen=KEPT))
    completing: list[Thread] = field(default_factory=list)
    late: SimpleQueue[Round] = field(default_factory=SimpleQueue)

    def rounds(self) -> Iterator[Round]:
        """Make an edition at each change and yield what came of it, and what goes wrong in one later."""
        for changed in changes((self.root.content, *self.root.theme_places)):
            if changed:
                yield self._round(changed)
            while not self.late.empty():
                yield self.late.get()

    def finish(self) -> None:
        """Wait for what is still being made."""
        for thread in self.completing:
            thread.join()

    def _round(self, changed: Iterable[Path]) -> Round:
        if not all(path.is_relative_to(self.root.content) for path in changed):
            self.looks.clear()
        start = monotonic()
        try:
            with self.thinking:
                problems = self._renew()
        except Exception as error:  # whatever it is: the next change may mend it
            kind = "" if isinstance(error, Failure) else f"Er ging iets mis ({type(error).__name__}): "
            failure = f"{kind}{error}"
            self._warn([Told("", failure)])
            return Round(monotonic() - start, failure=failure)
        finally:
            self._clear()
        return Round(monotonic() - start, problems)

    def _renew(self) -> tuple[Problem, ...]:
        """Read everything anew and show it when nothing is wrong; return what is."""
        if not self.root.content.is_dir():
            raise Failure("De map content is er niet meer. Zet ze terug, dan gaat de voorvertoning verder.")
        examined = examine(self.root, self.today)
        if examined.fine:
            self._publish(self._edition(examined.catalogue))
        else:
            text = cache(partial(source, self.root))
            self._warn([_told(each, text(each.place.file)) for each in examined.problems])
        return examined.problems

    def _edition(self, catalogue: Catalogue) -> Edition:
        name = str(time_ns())
        # In a folder of its own, for what makes the index works beside the site (see search).
        folder, themes = self.folder / name / "site", theme_folders(self.root, catalogue)
        with failing_to_write():
            copy_theme(folder, themes)
        setting = self._printed(catalogue, folder) if self.with_guides else Setting(self.today)
        if themes not in self.looks:
            self.looks[themes] = theme(themes)
        made = parts(catalogue, setting, self.looks[themes])
        return Edition(name, folder, made, catalogue.instellingen.taal, self.thinking)

    def _printed(self, catalogue: Catalogue, folder: Path) -> Setting:
        """Make all that is printed, and return the setting in which pages know of it."""
        steps = print_guides(self.root, catalogue, self.today, folder)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                setting: Setting = end.value
                return setting

    def _publish(self, edition: Edition) -> None:
        edition.prepare(self.showcase.last_page)
        self.showcase.publish(edition)
        self.shown.append(edition.folder.parent)
        self.completing = [thread for thread in self.completing if thread.is_alive()]
        self.completing.append(Thread(target=self._complete, args=(edition,)))
        self.completing[-1].start()

    def _clear(self) -> None:
        """Remove the folders of editions that nobody sees."""
        for folder in self.folder.iterdir():
            if folder not in self.shown:
                rmtree(folder, ignore_errors=True)

    def _complete(self, edition: Edition) -> None:
        start = monotonic()
        try:
            edition.complete()
        except Dropped:
            return
        except Failure as failure:
            if not edition.dropped:
                self._warn([Told("", str(failure))], edition)
                self.late.put(Round(monotonic() - start, failure=str(failure)))

    def _warn(self, problems: Sequence[Told], about: Edition | None = None) -> None:
        number = words.count(len(problems), "probleem", "problemen")
        beneath = "U ziet nog de vorige versie." if self.showcase.edition else "Er is nog niets om te tonen."
        self.showcase.warn(f"{number}. {beneath}", tuple(problems), about)


def _told(problem: Problem, text: str) -> Told:
    field_ = f"[{problem.field}] " if problem.field else ""
    place = f"{problem.place.file}:{problem.place.line}:{problem.place.column}"
    return Told(place, f"{field_}{problem.message}", problem.hint, dedent(excerpt(problem, text, COLUMNS)))
