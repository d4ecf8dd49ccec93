"""Find sentences that were copied from the sources: facts carry over, sentences do not.

Names of organisations and titles of publications belong to nobody; they count for nothing in a run of words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from fichebak.frontmatter import Node
from fichebak.problems import Place, Problem, problem
from fichebak.resolve import Catalogue
from fichebak.validate import Entry

RUN = 9  # words in a row
_SHOWN = 25  # words of a run that a message shows
_NO_WORDS = re.compile(r"\]\([^)\s]*\)|\[\^[^\]\n]*\]|<[^<>\n]*>|https?://\S+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a publication, with the name a message calls it by."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    line: int


Runs = Mapping[tuple[str, ...], tuple[str, int]]


def overname(entries: Iterable[Entry], catalogue: Catalogue, sources: Iterable[Source]) -> tuple[Problem, ...]:
    """Return every run of RUN words or more that an entry has in common with one of *sources*, sorted by place."""
    names = _Names(catalogue)
    known = _runs(sources, names)
    found = (each for entry in entries for text in _texts(entry) for each in _copied(text, known, names))
    return tuple(sorted(set(found)))


class _Names:
    """The names that may stand anywhere, as runs of plain words."""

    def __init__(self, catalogue: Catalogue) -> None:
        organisations = (
            word for name, o in catalogue.organisaties.items() for word in (name, *o.ook, *o.diensten)
        )  # fmt: skip
        titles = (source.titel for source in catalogue.bronnen.values())
        self.by_first: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted({tuple(_plain(text)) for text in (*organisations, *titles)}, key=len, reverse=True):
            if name:
                self.by_first.setdefault(name[0], []).append(name)

    def without(self, words: list[_Word]) -> list[_Word]:
        """Return *words* without those of names."""
        kept, position = [], 0
        while position < len(words):
            length = self._at(words, position)
            if not length:
                kept.append(words[position])
            position += length or 1
        return kept

    def _at(self, words: list[_Word], position: int) -> int:
        for name in self.by_first.get(words[position].plain, ()):
            if tuple(word.plain for word in words[position : position + len(name)]) == name:
                return len(name)
        return 0


@dataclass(frozen=True, slots=True)
class _Text:
    """A piece of text of an entry, with its place and the key it stands under."""

    place: Place
    field: str
    text: str


def _texts(entry: Entry) -> Iterator[_Text]:
    yield from _leaves(entry.node, "")
    if entry.body:
        yield _Text(Place(entry.file, entry.body_line), "", entry.body)


def _leaves(node: Node, field: str) -> Iterator[_Text]:
    if isinstance(node.value, str):
        yield _Text(node.place, field, node.value)
    for item in node.items:
        yield from _leaves(item, field)
    for pair in node.pairs:
        yield from _leaves(pair.node, f"{field}.{pair.key}".lstrip("."))


def _plain(text: str) -> list[str]:
    return [word.plain for word in _words(text)]


def _words(text: str) -> list[_Word]:
    """Return the words of *text* with their line from 1; marks, tags and addresses are no words."""
    blank = _NO_WORDS.sub(lambda found: " " * len(found[0]), text)
    found, line, at = [], 1, 0
    for word in _WORD.finditer(blank):
        line += blank.count("\n", at, word.start())
        at = word.start()
        found.append(_Word(word[0].strip("_").casefold(), line))
    return [word for word in found if word.plain]


def _runs(sources: Iterable[Source], names: _Names) -> Runs:
    """Return every run of RUN words in *sources* with the file and line where it first begins."""
    runs: dict[tuple[str, ...], tuple[str, int]] = {}
    for source in sources:
        words = names.without(_words(source.text))
        for start in range(len(words) - RUN + 1):
            run = tuple(word.plain for word in words[start : start + RUN])
            runs.setdefault(run, (source.file, words[start].line))
    return runs


def _copied(text: _Text, known: Runs, names: _Names) -> Iterator[Problem]:
    words = names.without(_words(text.text))
    plain = [word.plain for word in words]
    hits = [start for start in range(len(plain) - RUN + 1) if tuple(plain[start : start + RUN]) in known]
    for first, last in _stretches(hits):
        file, line = known[tuple(plain[first : first + RUN])]
        run = plain[first : last + RUN]
        place = Place(text.place.file, text.place.line + words[first].line - 1, text.place.column if text.field else 1)
        shown = " ".join(run[:_SHOWN]) + (" …" if len(run) > _SHOWN else "")
        yield problem("F090", place, field=text.field, aantal=len(run), bron=file, regel=line, woorden=shown)


def _stretches(starts: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each series of *starts* that follow each other."""
    for _, group in groupby(enumerate(starts), key=lambda each: each[1] - each[0]):
        series = [start for _, start in group]
        yield series[0], series[-1]
