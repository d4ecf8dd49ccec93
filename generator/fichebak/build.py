"""The order of a build, in one screen."""

from collections.abc import Callable, Iterator
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
from fichebak.validate import validate
from fichebak.write import copy_theme, new_site, write

GUIDE = "gids/inspiratiegids.pdf"
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
            printed = write(folder, guides(desk(root, catalogue, setting), Press(folders, catalogue.beelden)))
            say(f"{printed} pdf’s gezet")


def desk(root: Root, catalogue: Catalogue, setting: Setting) -> Desk:
    """Return what the books of *catalogue* are made from."""
    return book.desk(catalogue, setting, palette(_folders(root, catalogue)))


def print_guide(root: Root, catalogue: Catalogue, setting: Setting) -> bytes:
    """Return the whole guide of *catalogue* as a PDF file."""
    return Press(_folders(root, catalogue), catalogue.beelden).print(book.whole(desk(root, catalogue, setting)))


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
    """Yield the guide, the guide of each domain that has fiches, and the fact sheet of each fiche."""
    catalogue = desk.catalogue
    if catalogue.praktijken:
        yield Output(GUIDE, press.print(book.whole(desk)))
    for id_ in catalogue.domeinen:
        if catalogue.bij_domein(id_):
            yield Output(f"gids/domein-{id_}.pdf", press.print(book.of_domain(desk, id_)))
    for practice in catalogue.praktijken:
        sheet = press.print(book.of_practice(desk, practice))
        yield Output(f"praktijken/{practice.slug}/{practice.slug}.pdf", sheet)


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
