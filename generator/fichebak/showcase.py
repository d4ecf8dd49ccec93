"""What a preview shows at this moment, for the threads that share it: the last good edition and what is wrong since."""

from dataclasses import dataclass
from threading import Condition

from fichebak.edition import Edition


@dataclass(frozen=True, slots=True)
class Told:
    """A problem as a page shows it: where (empty when it is in no file), what, what to do, and the line it is in."""

    place: str
    message: str
    hint: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What an open page should know: the edition that is shown (no name when there is none) and what is wrong."""

    edition: str
    heading: str = ""
    problems: tuple[Told, ...] = ()


class Showcase:
    """Holds one edition, and lets threads wait for news about it."""

    def __init__(self) -> None:
        self.edition: Edition | None = None
        self.open = True
        self.last_page = "index.html"
        self._news: News | None = None
        self._changed = Condition()

    def publish(self, edition: Edition) -> None:
        """Show *edition*: all is well."""
        with self._changed:
            before, self.edition = self.edition, edition
            if before:
                before.dropped = True
            self._tell(News(edition.name))

    def warn(self, heading: str, problems: tuple[Told, ...], about: Edition | None = None) -> None:
        """Tell what is wrong, in the shown edition *about* or in one that cannot be shown; what is shown stays."""
        with self._changed:
            if not (about and about.dropped):
                self._tell(News(self.edition.name if self.edition else "", heading, problems))

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self.open = False
            if self.edition:
                self.edition.dropped = True
            self._tell(self._news)

    def news(self, known: News | None, seconds: float | None) -> News | None:
        """Return the news as soon as it is other than *known*; else what there is after *seconds*, if any are given."""
        with self._changed:
            self._changed.wait_for(lambda: self._news != known or not self.open, seconds)
            return self._news

    def _tell(self, news: News | None) -> None:
        self._news = news
        self._changed.notify_all()
