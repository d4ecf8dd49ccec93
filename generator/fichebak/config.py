"""Where things are: the root of a catalogue and its theme. Paths only; nothing is read here."""

from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Root:
    """The folder of a catalogue: it holds content/ and perhaps themes/; the site is written to site/ in it."""

    path: Path

    @property
    def content(self) -> Path:
        """Return the folder with everything the owner writes."""
        return self.path / "content"

    @property
    def site(self) -> Path:
        """Return the folder the site is written to."""
        return self.path / "site"

    @property
    def theme_places(self) -> tuple[Path, ...]:
        """Return the folders that may hold themes: the catalogue's own, the installed package's, the checkout's."""
        return self.path / "themes", PACKAGE / "themes", PACKAGE.parents[1] / "themes"

    def themes(self, name: str) -> tuple[Path, ...]:
        """Return the folders a theme's files are looked for in, most specific first, the default theme last.

        A theme overrides the default by a file of the same name; the default lies in the installed package or,
        when the package runs from a checkout, in themes/default there.
        """
        found = [place / each for each in dict.fromkeys((name, "default")) for place in self.theme_places]
        return tuple(dict.fromkeys(path.resolve() for path in found if path.is_dir()))
