"""Which practices to read next, and why: the ones editors name, then the ones that share most with it.

What many practices share says little: each trait counts for more as fewer have it. The reason names what counts most.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nsmallest
from itertools import islice
from math import cos, hypot, log, radians

from fichebak.land import land
from fichebak.register import Gemeente
from fichebak.resolve import Catalogue, Praktijk, canonical
from fichebak.subjects import subjects
from fichebak.vocabulary import OrganisatieSoort
from fichebak.words import NBSP, in_sentence, listed

RELATED = 4
NEIGHBOURS = 40  # practices a trait brings along; more would make this quadratic
SHORTLIST = 16  # of which distance counts too
NEAR = 25  # kilometres
LEAST = 1.5  # points; a province alone makes no relation, nor a group that many have
KINDS = 2  # of things a reason names
BY_EDITORS = "Gekozen door de redactie"
POINTS = {
    "over": 6.0,
    "domein": 4.0,
    "in": 3.0,
    "trekker": 2.5,
    "hoofddomein": 2.0,
    "voor": 2.0,
    "nabij": 2.0,
    "provincie": 0.5,
}
PREPOSITIONS = {"over": "over", "domein": "over", "in": "in", "voor": "voor", "provincie": "in"}
MOST = {"over": 2, "voor": 2}  # how many of a kind; of the others one
PLACES = frozenset({OrganisatieSoort.GEMEENTE, OrganisatieSoort.OCMW})


@dataclass(frozen=True, slots=True)
class Verwant:
    """A related practice, and in a few words what it shares."""

    praktijk: Praktijk
    reden: str


@dataclass(frozen=True, slots=True)
class Trait:
    """Something practices can share: of which kind, and how a reason names it (not at all when that is empty)."""

    kind: str
    id: str
    label: str = ""


@lru_cache(maxsize=1)
def related(catalogue: Catalogue) -> Mapping[str, tuple[Verwant, ...]]:
    """Return for each practice, by slug, those to read next: the ones that editors name, then the ones most like it."""
    likeness = _Likeness(catalogue)
    named = _named(catalogue.praktijken)
    return {p.slug: tuple(_related(p, named[p.slug], likeness)) for p in catalogue.praktijken}


def _named(practices: Iterable[Praktijk]) -> Mapping[str, tuple[str, ...]]:
    """Return the practices that editors named for each: its own first, then those that name it."""
    own = {p.slug: [other for other in p.fiche.verwant if other != p.slug] for p in practices}
    found = {slug: list(others) for slug, others in own.items()}
    for slug, others in own.items():
        for other in others:
            if other in found:
                found[other].append(slug)
    return {slug: tuple(other for other in dict.fromkeys(others) if other in own) for slug, others in found.items()}


def _related(practice: Praktijk, named: tuple[str, ...], likeness: "_Likeness") -> Iterator[Verwant]:
    chosen = dict.fromkeys((*named, *likeness.alike(practice)))
    for slug in islice(chosen, RELATED):
        other = likeness.practices[slug]
        yield Verwant(other, likeness.reason(practice.slug, slug) or BY_EDITORS)


class _Likeness:
    """What practices share, and how much that says. Traits go by number: there are many pairs to hold together."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.practices = {p.slug: p for p in catalogue.praktijken}
        self.rank = {slug: n for n, slug in enumerate(self.practices)}
        self.towns = {p.slug: p.vandaag for p in catalogue.praktijken}
        self.kilometres = cache(_kilometres)
        about = subjects(catalogue)
        numbers: dict[Trait, int] = {}
        self.traits = {
            p.slug: frozenset(numbers.setdefault(t, len(numbers)) for t in _traits(catalogue, p, about[p.slug]))
            for p in catalogue.praktijken
        }
        self.trait = list(numbers)
        self.having: list[list[str]] = [[] for _ in numbers]
        for slug, traits in self.traits.items():
            for number in traits:
                self.having[number].append(slug)
        self.weights = [self._weight(trait, len(self.having[n])) for n, trait in enumerate(self.trait)]

    def _weight(self, trait: Trait, amount: int) -> float:
        """Return the points for sharing *trait*: all of them when two have it, a quarter when all do."""
        rarity = log(len(self.practices) / amount) / log(max(3, len(self.practices)) / 2)
        return POINTS[trait.kind] * (0.25 + 0.75 * min(1.0, rarity))

    def alike(self, practice: Praktijk) -> list[str]:
        """Return the slugs of the practices most like *practice*, the most first."""
        points: dict[str, float] = {}
        for number in sorted(self.traits[practice.slug]):
            weight = self.weights[number]
            for slug in self._beside(practice.slug, number):
                points[slug] = points.get(slug, 0.0) + weight
        points.pop(practice.slug, None)
        first = nsmallest(SHORTLIST, ((-amount, slug) for slug, amount in points.items()))
        whole = sorted((-self._points(practice.slug, slug), slug) for _, slug in first)
        return [slug for amount, slug in whole if -amount >= LEAST]

    def _beside(self, slug: str, number: int) -> list[str]:
        """Return some practices that have a trait: all, or when there are many those beside *slug* in the list."""
        found = self.having[number]
        if len(found) <= NEIGHBOURS:
            return found
        begin = bisect_left(found, self.rank[slug], key=self.rank.__getitem__) - NEIGHBOURS // 2
        begin = min(max(0, begin), len(found) - NEIGHBOURS)
        return found[begin : begin + NEIGHBOURS]

    def _points(self, one: str, other: str) -> float:
        """Return how alike two practices are; rounded, so that a sum does not depend on its order."""
        shared = self.traits[one] & self.traits[other]
        near = 0.0 if any(self.trait[n].kind == "in" for n in shared) else self._nearest(one, other)[1]
        return round(sum(self.weights[n] for n in shared) + near, 6)

    def _nearest(self, one: str, other: str) -> tuple[str, float]:
        """Return how far *other* lies from *one* in words, and the points for it; none when they are not near."""
        found = [(self.kilometres(a, b), a.naam) for a in self.towns[one] for b in self.towns[other]]
        distance, town = min(found, default=(NEAR, ""))
        where = "verder" if len(self.towns[one]) == 1 else f"van {town}"
        return f"{max(1, round(distance))}{NBSP}km {where}", POINTS["nabij"] * max(0.0, 1 - distance / NEAR)

    def reason(self, one: str, other: str) -> str:
        """Return in words what *other* shares with *one*, what counts most first; nothing when it shares nothing."""
        found = [(self.weights[n], self.trait[n]) for n in self.traits[one] & self.traits[other]]
        away, near = self._nearest(one, other)
        if near and not any(trait.kind == "in" for _, trait in found):
            found.append((near, Trait("nabij", other, away)))
        said: dict[str, list[str]] = {}
        for _, trait in sorted(found, key=lambda each: (-each[0], each[1].label)):
            labels = said.setdefault(trait.kind, []) if trait.label else []
            if len(labels) < MOST.get(trait.kind, 1) and not any(trait.label in each for each in labels):
                labels.append(trait.label)
        return _sentence(said)


def _traits(catalogue: Catalogue, practice: Praktijk, about: Iterable[str]) -> Iterator[Trait]:
    """Yield what *practice* can share with others."""
    fiche = practice.fiche
    yield Trait("hoofddomein", practice.hoofddomein)
    yield from (Trait("domein", id_, in_sentence(catalogue.domeinen[id_].label)) for id_ in fiche.domeinen)
    yield from (Trait("over", subject, subject) for subject in about)
    yield from (Trait("voor", id_, in_sentence(catalogue.doelgroepen[id_].label)) for id_ in fiche.doelgroepen)
    yield from (Trait("in", town.refnis, town.naam) for town in practice.vandaag)
    yield from (Trait("provincie", p.slug, p.in_zin) for p in dict.fromkeys(t.provincie for t in practice.vandaag))
    for name in dict.fromkeys(canonical(catalogue, name) for name in fiche.trekker):
        known = catalogue.organisaties.get(name)
        if known and known.soort not in PLACES:
            yield Trait("trekker", name, "zelfde trekker")


def _kilometres(one: Gemeente, other: Gemeente) -> float:
    """Return how far apart two municipalities lie as the crow flies; Belgium is small enough for a flat map."""
    a, b = land().plekken[one.refnis], land().plekken[other.refnis]
    return 111.2 * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2)))


def _sentence(said: Mapping[str, list[str]]) -> str:
    """Return the reason as it stands on the page: of *said*, in the order of what counts, the first kinds."""
    kinds = [kind for kind in said if not (kind == "domein" and "over" in said)]
    kinds = [kind for kind in kinds if not (kind == "provincie" and {"in", "nabij"} & set(said))][:KINDS]
    parts = [" ".join(filter(None, (PREPOSITIONS.get(kind), listed(said[kind])))) for kind in kinds]
    first = next((n for n, kind in enumerate(kinds) if kind in PREPOSITIONS), None)
    sentence = ", ".join(f"ook {part}" if n == first else part for n, part in enumerate(parts))
    return sentence[:1].upper() + sentence[1:]
