"""The order of a build, in one screen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fichebak import book
from fichebak.book import Desk
from fichebak.config import Root
from fichebak.export import export
from fichebak.guide import Press
from fichebak.load import load, texts
from fichebak.output import Output
from fichebak.overname import Source, overname
from fichebak.present import Setting, expired
from fichebak.problems import Failure, Problem
from fichebak.register import register
from fichebak.render import palette, render, theme
from fichebak.resolve import Catalogue, resolve
from fichebak.search import search
from fichebak.selection import Selection
from fichebak.validate import validate
from fichebak.write import copy_theme, new_site, write

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Examined:
    """A catalogue with everything that is wrong in it, sorted by place."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]

    @property
    def fine(self) -> bool:
        """Return whether nothing stands in the way of a build."""
        return not any(p.severity == "error" for p in self.problems)


def examine(root: Root, today: date) -> Examined:
    """Read and check everything under *root* as it is on *today*."""
    files, unreadable = load(root)
    validated, invalid = validate(files)
    catalogue, unresolved = resolve(validated, register())
    remarks = expired(catalogue, today)
    return Examined(catalogue, tuple(sorted({*unreadable, *invalid, *unresolved, *remarks})))


def copied(root: Root, folder: Path) -> tuple[Problem, ...]:
    """Return every run of words that the content under *root* has in common with the text files in *folder*."""
    validated, _ = validate(load(root)[0])
    catalogue, _ = resolve(validated, register())
    sources = [Source(raw.file, raw.data.decode("utf-8", "replace")) for raw in texts(folder)]
    return overname(validated.entries, catalogue, sources)


def build(root: Root, catalogue: Catalogue, setting: Setting, say: Say) -> None:
    """Build the whole site of *catalogue* into site/: pages, data, search index and guides."""
    folders = _folders(root, catalogue)
    look = theme(folders)
    with new_site(root) as folder:
        copy_theme(folder, folders)
        data = export(catalogue, register(), setting.today)
        pages = write(folder, [*render(catalogue, setting, look), *data, *_images(catalogue)])
        say(f"{pages} bestanden geschreven")
        search(folder, catalogue.instellingen.taal)
        say("zoekindex gemaakt")
        if setting.guides:
            printed = write(folder, guides(desk(root, catalogue, setting), Press(folders)))
            say(f"{printed} pdf’s gezet")


def desk(root: Root, catalogue: Catalogue, setting: Setting) -> Desk:
    """Return what the books of *catalogue* are made from."""
    return book.desk(catalogue, setting, palette(_folders(root, catalogue)))


def print_guide(
    root: Root,
    catalogue: Catalogue,
    setting: Setting,
    chosen: Selection | None = None,
    title: str = "",
    foreword: Sequence[str] = (),
) -> bytes:
    """Return the guide of *catalogue*, or of the practices *chosen* from it, as a PDF file."""
    made = desk(root, catalogue, setting)
    whole = book.of_selection(made, chosen) if chosen else book.whole(made)
    return Press(_folders(root, catalogue)).print(book.with_front(whole, title, foreword))


def _folders(root: Root, catalogue: Catalogue) -> tuple[Path, ...]:
    """Return the folders of the catalogue's theme; a theme that is nowhere is not silently the default one."""
    name = catalogue.instellingen.thema
    folders = root.themes(name)
    if name != "default" and folders == root.themes("default"):
        raise Failure(f"Het thema ‘{name}’ van catalogue.yaml is er niet: maak de map {root.path / 'themes' / name}.")
    return folders


def _images(catalogue: Catalogue) -> Iterator[Output]:
    for raw in catalogue.beelden:
        yield Output(raw.file.removeprefix("content/"), raw.data)


def guides(desk: Desk, press: Press) -> Iterator[Output]:
    """Yield every PDF of the site."""
    for path, data in book.books(desk):
        yield Output(path, press.print(data))


def left_out(catalogue: Catalogue) -> Iterator[str]:
    """Yield a line about what the site goes without because catalogue.yaml leaves it empty."""
    settings = catalogue.instellingen
    without = {
        "base_url": "volledige adressen",
        "mailbox": "‘verbeter deze fiche’ per mail",
        "repository": "een link naar de bestanden",
        "uitgever": "de naam van de uitgever",
    }
    missing = [key for key in without if not getattr(settings, key)]
    if missing:
        lost = ", ".join(f"{without[key]} ({key})" for key in missing)
        yield f"Leeg in catalogue.yaml, dus weggelaten: {lost}."
