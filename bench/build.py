"""Time a build of made-up fiches, step by step: `make bench`, or `python bench/build.py [NUMBER] [--gids]`.

The fiches are generated from a fixed seed, some 350 words each, in a temporary folder; nothing of content/ is read.
Prints the wall-clock seconds of each step and of the whole, and how much memory it took at most. With --gids the whole
guide is set once by itself and once more as one of all the PDFs.
"""

import argparse
import random
import re
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import accumulate
from pathlib import Path

from fichebak import (
    book,
    downloads,
    export,
    load,
    register,
    render,
    resolve,
    search,
    sums,
    swap,
    validate,
    write,
)
from fichebak.build import desk
from fichebak.config import Root
from fichebak.guide import PROCESSORS, Press
from fichebak.output import Output
from fichebak.paper import Pdf, measured
from fichebak.present import Setting

SYLLABLES = re.findall(
    r"\w+", "ta le no ver ge on wer ker stad wij ha len buurt zorg op lei ding ont haal sa men ra di cht keu ze"
)
GROUPS = ("nieuwkomers", "gezinnen", "jongeren", "vrijwilligers", "werkzoekenden")
WORDS = 30_000
DOMAINS = 14
ORGANISATIONS = 300
TERMS = 80
SYNONYMS = 2_000  # words in groups of five, every fifth a term of two or three words


class Writer:
    """Makes up fiches; the same seed gives the same fiches.

    Words are as unequal as in a language (Zipf): a few stand in every fiche, most in a handful.
    """

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        made = ("".join(self.dice.choices(SYLLABLES, k=self.dice.randint(1, 4))) for _ in range(WORDS))
        self.words = list(dict.fromkeys(made))
        self.shares = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        self.towns = [g.naam for g in register.register().gemeenten]

    def sentence(self, length: int) -> str:
        """Return a sentence of *length* words."""
        return " ".join(self.dice.choices(self.words, cum_weights=self.shares, k=length)).capitalize() + "."

    def fiche(self, number: int) -> str:
        """Return the text of one fiche."""
        domains = self.dice.sample(range(1, DOMAINS + 1), self.dice.randint(1, 3))
        body = "\n\n".join(
            f"## {head}\n\n{self.paragraph()}\n\n- {self.sentence(8)}\n- {self.sentence(9)}\n\n{self.paragraph()}"
            for head in ("Aanleiding", "Aanpak", "Resultaten")
        )
        return f"""---
titel: Praktijk {number} {self.sentence(5)[:-1]}
samenvatting: {self.sentence(30)[:380]}
domeinen: [{", ".join(f"domein-{d}" for d in domains)}]
gemeenten: ["{self.dice.choice(self.towns)}"]
werkingsgebied: gemeente
doelgroepen: [{", ".join(self.dice.sample(GROUPS, 2))}]
trekker:
  - Organisatie {self.dice.randint(1, ORGANISATIONS)}
partners:
  - Organisatie {self.dice.randint(1, ORGANISATIONS)} en vrienden
budget:
  bedragen:
    - euro: {self.dice.randint(1, 900) * 100}
      per: jaar
  personeel:
    - vte: 1.5
      rol: medewerkers
periode:
  start: {self.dice.randint(2005, 2024)}
contact: onbekend
cijfers:
  - waarde: {self.dice.randint(1, 5000)}
    eenheid: gezinnen
lessen:
  - {self.sentence(12)}
  - {self.sentence(14)}
laatst_nagekeken: {self.dice.randint(2014, 2026)}
---
{body}
"""

    def synonyms(self) -> str:
        """Return groups of words that mean the same, with dice of their own: the fiches stay as they are."""
        dice = random.Random(2)
        names = dice.sample(sorted(set(self.words))[TERMS:], SYNONYMS)
        names[::5] = [f"{name} {' '.join(dice.sample(self.words[:300], dice.randint(1, 2)))}" for name in names[::5]]
        dice.shuffle(names)
        groups = (names[at : at + 5] for at in range(0, SYNONYMS, 5))
        return "".join(f"{key}:\n  ook: [{', '.join(ook)}]\n" for key, *ook in groups)

    def paragraph(self) -> str:
        """Return a paragraph of some fifty words."""
        return " ".join(self.sentence(self.dice.randint(8, 14)) for _ in range(5))


def make(folder: Path, amount: int) -> None:
    """Write a catalogue of *amount* fiches to *folder*."""
    writer = Writer(1)
    for name in ("practices", "domains"):
        (folder / "content" / name).mkdir(parents=True)
    groups = "".join(f"{group}:\n  label: {group.capitalize()}\n" for group in GROUPS)
    (folder / "content/target-groups.yaml").write_text(groups)
    names = range(1, ORGANISATIONS + 1)
    register = "".join(f"Organisatie {n}:\n  soort: vereniging\n  ook: [Organisatie {n} en vrienden]\n" for n in names)
    (folder / "content/organisations.yaml").write_text(register)
    terms = "".join(f"{word}:\n  uitleg: {writer.sentence(12)}\n" for word in sorted(set(writer.words))[:TERMS])
    (folder / "content/glossary.yaml").write_text(terms)
    (folder / "content/synonyms.yaml").write_text(writer.synonyms())
    for number in range(1, DOMAINS + 1):
        text = f"---\nlabel: Domein {number}\nvolgorde: {number}\n---\n{writer.paragraph()}\n"
        (folder / f"content/domains/domein-{number}.md").write_text(text)
    for number in range(amount):
        (folder / f"content/practices/praktijk-{number}.md").write_text(writer.fiche(number))


@contextmanager
def timed(name: str, times: dict[str, float]) -> Iterator[None]:
    """Note the seconds the block takes under *name*."""
    start = time.perf_counter()
    yield
    times[name] = time.perf_counter() - start


def run(folder: Path, *, with_guides: bool) -> dict[str, float]:
    """Build the catalogue in *folder*, as `fichebak build` does, and return the seconds of each step."""
    times: dict[str, float] = {}
    root, today = Root(folder), date(2026, 1, 1)
    with timed("load", times):
        files, _ = load.load(root)
    with timed("validate", times):
        valid, problems = validate.validate(files)
    with timed("register", times):
        known = register.register()
    with timed("resolve", times):
        catalogue, more = resolve.resolve(valid, known)
    if problems or more:
        raise SystemExit(f"The made-up catalogue has problems: {[*problems, *more][0]}")
    themes = root.themes("default")
    with swap.new_site(root) as site:
        write.copy_theme(site, themes)
        pdfs: dict[str, Pdf] = {}
        if with_guides:
            press, made = Press(themes, catalogue.beelden, site.parent), desk(root, catalogue, Setting(today))
            with timed("fit", times):
                made = book.fitted(made, press.fit(book.to_fit(made, PROCESSORS)))
            with timed("whole guide", times):
                press.print(book.whole(made))
            with timed("all pdfs", times):
                paths, books = zip(*book.books(made), strict=True)
                for path, pdf in zip(paths, press.print_all(books), strict=True):
                    write.write(site, [Output(path, pdf)])
                    pdfs[path] = measured(pdf)
        setting = Setting(today, pdfs)
        with timed("open data", times):
            opened = [output for part in downloads.parts(catalogue, setting) for output in part.make()]
        with timed("render", times):
            pages = render.render(catalogue, setting, render.theme(themes))
            outputs = [*opened, *pages, *export.export(catalogue, known, today)]
        with timed("write", times):
            write.write(site, outputs)
        with timed("search", times):
            search.search(site, "nl")
        with timed("sums", times):
            write.write(site, [sums.sums(site)])
    return times


def main() -> None:
    """Make the catalogue, build it, print the times."""
    options = argparse.ArgumentParser(description="Time a build of made-up fiches, step by step.")
    options.add_argument("number", nargs="?", type=int, default=1000)
    options.add_argument("--gids", action="store_true", help="time the PDF guides too")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, chosen.number)
        times = run(folder, with_guides=chosen.gids)
        for step, seconds in times.items():
            print(f"{step:11} {seconds:7.2f} s")
        print(f"{'together':11} {sum(times.values()):7.2f} s for {chosen.number} fiches")
        print(f"{'memory':11} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB")


if __name__ == "__main__":
    main()
