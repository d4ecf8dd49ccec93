"""The words of the catalogue as search needs them: what is inside a compound, what means the same, what is near.

Everything is found at build time against the catalogue's own vocabulary. The page of a fiche carries what belongs to it
as metadata; the browser gets the vocabulary, to mend what was typed.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from pydantic import BaseModel

from fichebak.register import register
from fichebak.resolve import Catalogue, Praktijk, canonical

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+")
SHORTEST_HEAD = 3  # letters of the first part of a compound
SHORTEST_TAIL = 3  # of the last
SHORTEST_COMPOUND = 7
LINKS = ("", "s", "en", "e", "n")  # what stands between the parts
NO_HEADS = frozenset({  # words that begin others without being a part of them
    "aan", "achter", "bij", "daar", "door", "een", "erg", "hier", "langs", "los", "mee", "met", "naar", "niet", "onder",
    "ont", "over", "per", "samen", "tegen", "terug", "toe", "tot", "tussen", "uit", "van", "ver", "vol", "voor", "waar",
    "weg", "zonder",
})  # fmt: skip


NO_TAILS = frozenset({  # nor these that end others
    "als", "dan", "dat", "den", "der", "des", "die", "dit", "een", "het", "hun", "kan", "mag", "men", "nog", "ons",
    "ook", "pas", "ten", "ter", "was", "wat", "wel", "wie", "wij", "zal", "zij",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Woorden:
    """The words a fiche is found by and does not show: as good as its own words, and those that are only near."""

    zelfde: tuple[str, ...]
    verwant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For each fiche its words, by slug; in how many fiches each word of the vocabulary is found.

    Where a word is only near, that counts when no fiche has the word or one that means the same. A word of the field's
    language that no fiche has counts none: it is spelled right. So are *plaatsen*, the words of the names of
    municipalities that no fiche has.

    *bijzaak* are the words that no fiche is about: not in a title, summary or keyword, and not of the field's language.
    """

    fiches: Mapping[str, Woorden]
    woorden: Mapping[str, int]
    bijzaak: tuple[str, ...]
    plaatsen: tuple[str, ...]


@lru_cache(maxsize=1)
def lexicon(catalogue: Catalogue) -> Lexicon:
    """Return the lexicon of *catalogue*."""
    texts = {p.slug: words(" ".join(_text(catalogue, p))) for p in catalogue.praktijken}
    own = {slug: dict.fromkeys(text, 1) for slug, text in texts.items()}
    split = _Splitter(word for found in own.values() for word in found)
    groups = _groups(catalogue)
    fiches, counts, near_counts = {}, Counter[str](), Counter[str]()
    for slug, found in own.items():
        inside = {part: 1 for word in found for part in split.parts(word) if part not in found}
        same, near = _expanded(found, inside, f" {' '.join(texts[slug])} ", groups)
        kept = {word: 1 for word in (*inside, *same) if word not in found}
        fiches[slug] = Woorden(tuple(kept), tuple(word for word in near if word not in found and word not in kept))
        counts.update({word: 1 for text in (*found, *kept) for word in text.split()})
        near_counts.update({word: 1 for text in fiches[slug].verwant for word in text.split()})
    about = {word for p in catalogue.praktijken for word in words(" ".join(_about(catalogue, p)))}
    about |= {word for phrase in groups.by_term for word in phrase.split()}
    aside = tuple(sorted(word for word in {**near_counts, **counts} if word not in about))
    field = {word: 0 for word in groups.by_term if " " not in word}
    found_words = field | near_counts | counts
    places = {word for name in register().names for word in words(name) if not found_words.get(word)}
    return Lexicon(fiches, dict(sorted(found_words.items())), aside, tuple(sorted(places)))


def words(text: str) -> list[str]:
    """Return the words of *text* in lower case and without accents, as `fold` in spelling.js does: Liège is liege."""
    return _WORD.findall((text if text.isascii() else _bare(text)).lower())


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return apart.translate({ord(c): None for c in set(apart) if unicodedata.category(c).startswith("M")})


def plain(body: str) -> str:
    """Return *body* without the addresses of its links and the names of its notes: they are no words of its text."""
    return re.sub(r"\]\([^)]*\)|\[\^[^\]\n]*\]:?", "]", body)


def _text(catalogue: Catalogue, practice: Praktijk) -> Iterator[str]:
    """Yield everything a fiche says, people apart, and what it goes by elsewhere."""
    nobody = tuple(contact.zonder_persoon() for contact in practice.fiche.contact)
    yield from _strings(practice.fiche.model_copy(update={"contact": nobody}))
    yield plain(practice.body)
    yield from names(catalogue, practice)
    yield from (catalogue.doelgroepen[id_].label for id_ in practice.fiche.doelgroepen)


def _about(catalogue: Catalogue, practice: Praktijk) -> Iterator[str]:
    """Yield what a fiche is about."""
    yield from (practice.fiche.titel, practice.fiche.samenvatting, *practice.fiche.trefwoorden)
    yield from names(catalogue, practice)
    yield from (catalogue.doelgroepen[id_].label for id_ in practice.fiche.doelgroepen)


def names(catalogue: Catalogue, practice: Praktijk) -> Iterator[str]:
    """Yield the names of a fiche's municipalities in both languages and their postcodes, its domains, organisations."""
    for found in practice.gemeenten:
        today = found.gemeente
        yield from dict.fromkeys((found.naam, today.naam, today.naam_fr, today.provincie.naam, *today.postcodes))
    yield from (catalogue.domeinen[id_].label for id_ in practice.fiche.domeinen)
    for organisation in (*practice.fiche.trekker, *practice.fiche.partners):
        name = canonical(catalogue, organisation)
        known = catalogue.organisaties.get(name)
        yield from (organisation, name, *(known.ook if known else ()))


_NO_TEXT = {"url", "website", "email", "telefoon", "publicatie", "pagina", "verwant", "vroegere_slugs", "domeinen"}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, BaseModel):
        for key, each in value:
            if key not in _NO_TEXT:
                yield from _strings(each)


class _Splitter:
    """Splits Dutch compounds into words that the catalogue uses by themselves."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = {word for word in known if len(word) >= SHORTEST_HEAD and word not in NO_HEADS and word.isalpha()}
        self._found: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of *word*, those of its parts included; none when it is no compound."""
        if word not in self._found:
            self._found[word] = tuple(self._split(word)) if len(word) >= SHORTEST_COMPOUND and word.isalpha() else ()
        return self._found[word]

    def _split(self, word: str) -> Iterator[str]:
        """Yield the parts of the split with the longest tail, for the tail says what a compound is."""
        for at in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
            tail = word[at:]
            head = next((h for link in LINKS if (h := self._head(word[:at], link))), "")
            if tail in self._known and tail not in NO_TAILS and head:
                yield from (head, tail, *self.parts(head), *self.parts(tail))
                return

    def _head(self, text: str, link: str) -> str:
        head = text.removesuffix(link)
        return head if text.endswith(link) and len(head) >= SHORTEST_HEAD and head in self._known else ""


@dataclass(frozen=True, slots=True)
class _Group:
    same: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Groups:
    """The groups of words that mean the same, by each of their terms; the terms of several words by their first."""

    by_term: Mapping[str, tuple[_Group, ...]]
    by_first: Mapping[str, tuple[str, ...]]

    def phrases(self, own: Iterable[str], text: str) -> Iterator[str]:
        """Yield the terms of several words that stand in *text*, of which *own* are the words."""
        for word in own:
            yield from (phrase for phrase in self.by_first.get(word, ()) if f" {phrase} " in text)


def _groups(catalogue: Catalogue) -> _Groups:
    by_term: dict[str, list[_Group]] = {}
    terms = [((key, *term.ook, term.voluit or ""), ()) for key, term in catalogue.termen.items()]
    synonyms = [((key, *each.ook), each.verwant) for key, each in catalogue.synoniemen.items()]
    for same, near in (*synonyms, *terms):
        group = _Group(_folded(same), _folded(near))
        for word in (*group.same, *group.near):
            by_term.setdefault(word, []).append(group)
    by_first: dict[str, list[str]] = {}
    for phrase in (term for term in by_term if " " in term):
        by_first.setdefault(phrase.split()[0], []).append(phrase)
    return _Groups(_frozen(by_term), _frozen(by_first))


def _frozen(lists: Mapping[str, list[T]]) -> Mapping[str, tuple[T, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _folded(texts: Iterable[str]) -> tuple[str, ...]:
    """Return *texts* as words; a term of several words also as one, by which the browser searches the whole of it."""
    parts = [words(text) for text in texts]
    return tuple(dict.fromkeys(link.join(each) for each in parts if each for link in (" ", "")))


def _expanded(
    own: Mapping[str, int], inside: Mapping[str, int], text: str, groups: _Groups
) -> tuple[list[str], list[str]]:
    """Return the words that mean the same as those of a fiche, and those that are near: also of parts of its words."""
    same: dict[str, int] = {}
    near: dict[str, int] = {}
    for word in (*own, *groups.phrases(own, text), *inside):
        for group in groups.by_term.get(word, ()):
            target = same if word in group.same and word not in inside else near
            target.update(dict.fromkeys(group.same, 1))
            near.update(dict.fromkeys(group.near, 1) if word in group.same else {})
    return list(same), [word for word in near if word not in same]
