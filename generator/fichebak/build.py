"""The order of a build, in one screen."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from fichebak import book, dcat, downloads, hosting, render, words
from fichebak.book import Desk
from fichebak.config import Root
from fichebak.consent import remarks, with_consent
from fichebak.export import export
from fichebak.feeds import feeds
from fichebak.guide import PROCESSORS, Press
from fichebak.images import for_site
from fichebak.load import load, texts
from fichebak.output import Output, Part
from fichebak.overname import Source, overname
from fichebak.overviews import outdated
from fichebak.paper import Pdf, measured
from fichebak.present import Setting
from fichebak.problems import Failure, Problem
from fichebak.register import register
from fichebak.render import Theme, palette, theme
from fichebak.repository import forge
from fichebak.resolve import Catalogue, resolve
from fichebak.search import search
from fichebak.selection import Selection
from fichebak.signposts import signposts
from fichebak.sums import sums
from fichebak.swap import new_site
from fichebak.symlinks import refuse_link, refuse_links_in
from fichebak.validate import validate
from fichebak.write import copy_theme, write


@dataclass(frozen=True, slots=True)
class Printing:
    """How far the printing is: the PDFs that are done, of how many, and their bytes together."""

    done: int
    total: int
    size: int


Step = str | Printing
"""What a build yields when it has done something: a line about it, or how far the printing is."""


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
    """Read and check everything under *root* as it is on *today*; what may not be shown then is in no catalogue."""
    files, unreadable = load(root)
    validated, invalid = validate(files, unreadable)
    catalogue, unresolved = resolve(validated, register())
    noted = (*remarks(catalogue, today), *outdated(validated.entries, today))
    problems = sorted({*unreadable, *invalid, *unresolved, *noted})
    return Examined(with_consent(catalogue, today), tuple(problems))


def copied(root: Root, folder: Path) -> tuple[Problem, ...]:
    """Return every run of words that the content under *root* has in common with the text files in *folder*."""
    validated, _ = validate(load(root)[0])
    catalogue, _ = resolve(validated, register())
    sources = [Source(raw.file, raw.data.decode("utf-8", "replace")) for raw in texts(folder)]
    return overname(validated.entries, catalogue, sources)


def build(root: Root, catalogue: Catalogue, today: date, *, with_guides: bool) -> Generator[Step, None, None]:
    """Build the whole site of *catalogue* into site/, and yield what was done: PDFs, pages and data, search index.

    The PDFs come first, for the pages say how long and large they are.
    """
    folders = theme_folders(root, catalogue)
    look = theme(folders)
    with new_site(root) as folder:
        copy_theme(folder, folders)
        setting = (yield from print_guides(root, catalogue, today, folder)) if with_guides else Setting(today)
        made = (output for part in parts(catalogue, setting, look) for output in part.make())
        yield f"{write(folder, made)} bestanden geschreven"
        search(folder, catalogue.instellingen.taal)
        yield "zoekindex gemaakt"
        write(folder, [sums(folder)])


def parts(catalogue: Catalogue, setting: Setting, look: Theme) -> Iterator[Part]:
    """Yield everything that a site is made of beside its PDFs, the files of its theme and its search index."""
    made = (
        *render.parts(catalogue, setting, look),
        *downloads.parts(catalogue, setting),
        Part("data/", lambda: export(catalogue, register(), setting.today)),
        Part(dcat.ADDRESS, lambda: [dcat.dcat(catalogue)]),
        *feeds(catalogue, setting.today),
        Part("afbeeldingen/", lambda: _images(catalogue)),
    )
    yield from made
    yield from signposts(catalogue, (part.path for part in made))
    for each in hosting.files(catalogue.instellingen.base_url):
        yield Part(each.path, partial(tuple, [each]))


def print_guides(root: Root, catalogue: Catalogue, today: date, folder: Path) -> Generator[Step, None, Setting]:
    """Write every PDF and picture of the site under *folder*, working beside it; return the setting that knows them."""
    press = Press(theme_folders(root, catalogue), catalogue.beelden, folder.parent)
    made = desk(root, catalogue, Setting(today))
    books = tuple(book.books(_fitted(made, press)))
    pdfs: dict[str, Pdf] = {}
    size = 0
    for path, pdf in zip((path for path, _ in books), press.print_all(data for _, data in books), strict=True):
        write(folder, [Output(path, pdf)])
        pdfs[path] = measured(pdf)
        size += pdfs[path].size
        yield Printing(len(pdfs), len(books), size)
    pictures = dict(book.pictures(made))
    drawn = press.draw_all(tuple(pictures.values()))
    if write(folder, map(Output, pictures, drawn)):
        yield f"{words.count(len(pictures), 'beeld', 'beelden')} om te delen getekend"
    return Setting(today, pdfs, frozenset(pictures))


def desk(root: Root, catalogue: Catalogue, setting: Setting) -> Desk:
    """Return what the books of *catalogue* are made from."""
    return book.desk(catalogue, setting, palette(theme_folders(root, catalogue)))


def _fitted(made: Desk, press: Press) -> Desk:
    return book.fitted(made, press.fit(book.to_fit(made, PROCESSORS)))


def print_guide(
    root: Root,
    catalogue: Catalogue,
    setting: Setting,
    chosen: Selection | None = None,
    title: str = "",
    foreword: Sequence[str] = (),
) -> bytes:
    """Return the guide of *catalogue*, or of the practices *chosen* from it, as a PDF file."""
    press = Press(theme_folders(root, catalogue), catalogue.beelden)
    made = _fitted(desk(root, catalogue, setting), press)
    whole = book.of_selection(made, chosen) if chosen else book.whole(made)
    return press.print(book.with_front(whole, title, foreword))


def theme_folders(root: Root, catalogue: Catalogue) -> tuple[Path, ...]:
    """Return the folders of the catalogue's theme, none with a symbolic link in it.

    A theme that is nowhere is not silently the default one.
    """
    name = catalogue.instellingen.thema
    for own in (root.path / "themes" / each for each in (name, "default")):
        refuse_link(own, root.path)
        refuse_links_in(own)
    folders = root.themes(name)
    if name != "default" and folders == root.themes("default"):
        raise Failure(f"Het thema ‘{name}’ van catalogue.yaml is er niet: maak de map {root.path / 'themes' / name}.")
    return folders


def _images(catalogue: Catalogue) -> Iterator[Output]:
    for raw in catalogue.beelden:
        yield Output(raw.file.removeprefix("content/"), for_site(raw.data))


def left_out(catalogue: Catalogue) -> Iterator[str]:
    """Yield a line about what the site goes without because catalogue.yaml leaves it empty."""
    settings = catalogue.instellingen
    without = {
        "base_url": "volledige adressen, feeds en wat zoekmachines en sociale media vragen",
        "mailbox": "‘verbeter deze fiche’ per mail",
        "repository": "een link naar de bestanden",
        "repository_soort": "fiches insturen op het adres van de bestanden",
        "uitgever": "de naam van de uitgever",
    }
    told = {"repository_soort"} if forge(settings) or not settings.repository else set()
    missing = [key for key in without if key not in told and not getattr(settings, key)]
    if missing:
        lost = ", ".join(f"{without[key]} ({key})" for key in missing)
        yield f"Leeg in catalogue.yaml, dus weggelaten: {lost}."
