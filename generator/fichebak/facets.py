"""The facets fiches are filtered by: which there are, their values in order, and the values each fiche has.

The catalogue page shows them and the data behind it holds them: both come from here, so that they cannot differ.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from fichebak import words
from fichebak.fiche import Bedrag, Fiche
from fichebak.present import STANDEN, UNSURE, kosten, stand, zonder_bedrag
from fichebak.register import former_names
from fichebak.resolve import Catalogue, Praktijk, canonical
from fichebak.views import Facet, Waarde
from fichebak.vocabulary import OrganisatieSoort, Per

LONG = 15  # a facet with more values gets a search field
OPEN = ("domein", "gemeente", "doelgroep")
NAMED = ("domein", "gemeente", "provincie", "doelgroep")  # their values speak for themselves
LIMITS = (5_000, 25_000, 100_000, 500_000)  # euro, between the classes of budgets

Find = Callable[[Praktijk], Iterable[str]]

UNKNOWN, NO_SOURCE = "onbekend", "geen"
PER_UNIT, NO_PERIOD = "per-eenheid", "zonder-periode"


@dataclass(frozen=True, slots=True)
class _Soort:
    """A facet: its values in the order they are shown, still uncounted, and the ids of those of each fiche, by slug.

    A *vast* one shows values without fiches too: they are a scale, or the catalogue's own vocabulary.
    """

    id: str
    label: str
    waarden: tuple[Waarde, ...]
    van: Mapping[str, tuple[str, ...]]
    vast: bool


def facetten(catalogue: Catalogue, today: date) -> tuple[Facet, ...]:
    """Return the facets of the catalogue page as on *today*, each value with its number of fiches."""
    return tuple(_facet(soort) for soort in _soorten(catalogue, today))


def facetwaarden(catalogue: Catalogue, today: date) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return for each fiche, by slug, the ids of its values in each facet."""
    kinds = _soorten(catalogue, today)
    return {p.slug: {soort.id: soort.van[p.slug] for soort in kinds} for p in catalogue.praktijken}


def _facet(soort: _Soort) -> Facet:
    counts = Counter(value for values in soort.van.values() for value in values)
    counted = (replace(value, aantal=counts[value.id]) for value in soort.waarden)
    shown = tuple(value for value in counted if value.aantal or soort.vast)
    prefix = "" if soort.id in NAMED else f"{soort.label}: "
    return Facet(soort.id, soort.label, shown, len(shown) > LONG, soort.id in OPEN, prefix)


def _value(id_: str, label: str, *, klasse: str = "", namen: Iterable[str] = ()) -> Waarde:
    return Waarde(id_, label, 0, klasse, "|".join(namen))


@lru_cache(maxsize=1)
def _soorten(catalogue: Catalogue, today: date) -> tuple[_Soort, ...]:
    """Return every facet, made once for a catalogue: the page and the data behind it both need them."""
    return tuple(_each_soort(catalogue, today))


def _each_soort(catalogue: Catalogue, today: date) -> Iterator[_Soort]:
    practices = catalogue.praktijken

    def kind(id_: str, label: str, values: Iterable[Waarde], found: Find, *, vast: bool = False) -> _Soort:
        each = {practice.slug: tuple(dict.fromkeys(found(practice))) for practice in practices}
        return _Soort(id_, label, tuple(values), each, vast)

    yield kind("domein", "Domein", _domeinen(catalogue), lambda p: p.fiche.domeinen, vast=True)
    yield kind("gemeente", "Gemeente", _gemeenten(catalogue), lambda p: (g.slug for g in p.vandaag))
    areas = (_value(area.slug, area.naam) for area in catalogue.provincies())
    yield kind("provincie", "Provincie", areas, lambda p: (g.provincie.slug for g in p.vandaag))
    groups = (_value(id_, group.label) for id_, group in catalogue.doelgroepen.items())
    yield kind("doelgroep", "Doelgroep", groups, lambda p: p.fiche.doelgroepen)
    yield kind("budget", "Budget", _budget_values(), lambda p: _budget(p.fiche), vast=True)
    stands = (_value(id_, label) for id_, label in STANDEN.items())
    yield kind("status", "Status", stands, lambda p: (stand(p.fiche, today) or UNSURE,), vast=True)
    scales = (_value(each.value, label) for each, label in words.SCHAAL.items())
    yield kind("schaal", "Schaal", scales, lambda p: (p.fiche.werkingsgebied.value,), vast=True)
    yield kind("trekker", "Trekker", _trekker_values(), lambda p: _trekkers(catalogue, p.fiche))
    yield kind("startjaar", "Startjaar", _years(practices), lambda p: (_year(p.fiche),))
    sources = [_value(id_, source.kort or source.titel) for id_, source in catalogue.bronnen.items()]
    direct = _value(NO_SOURCE, "zonder publicatie")
    yield kind("bron", "Bron", [*sources, direct], lambda p: (p.fiche.bron.publicatie if p.fiche.bron else NO_SOURCE,))


def _domeinen(catalogue: Catalogue) -> Iterator[Waarde]:
    yield from (_value(id_, d.label, klasse=f"domein-{id_}") for id_, d in catalogue.domeinen.items())


def _gemeenten(catalogue: Catalogue) -> Iterator[Waarde]:
    for gemeente in catalogue.gemeenten():
        names = (gemeente.naam_fr, *gemeente.postcodes, *former_names(gemeente))
        yield _value(gemeente.slug, gemeente.naam, namen=names)


# Budget: amounts in all or a year are compared, in classes; the others only tell their kind.


def _budget_values() -> Iterator[Waarde]:
    yield _value(_class_id(0), f"minder dan {words.euro(Decimal(LIMITS[0]))}")
    for place, (low, high) in enumerate(pairwise(LIMITS), start=1):
        yield _value(_class_id(place), f"{words.euro(Decimal(low))} tot {words.euro(Decimal(high))}")
    yield _value(_class_id(len(LIMITS)), f"{words.euro(Decimal(LIMITS[-1]))} of meer")
    yield _value(PER_UNIT, "prijs per eenheid")
    yield _value(NO_PERIOD, f"bedrag, {words.PER[Per.ONBEKEND]}")
    yield from (_value(each.value, label) for each, label in words.ZONDER_BEDRAG.items())


def _budget(fiche: Fiche) -> Iterator[str]:
    """Yield the classes of what a practice costs."""
    amounts = kosten(fiche)
    for amount in amounts:
        yield from _classes(amount)
    if not amounts:
        yield zonder_bedrag(fiche).value


def _classes(amount: Bedrag) -> Iterator[str]:
    """Yield every class that an amount, or both ends of a range of amounts, touches."""
    if amount.per is Per.ONBEKEND:
        yield NO_PERIOD
    elif amount.per not in {Per.TOTAAL, Per.JAAR}:
        yield PER_UNIT
    else:
        yield from (_class_id(place) for place in range(_class(amount.euro.van), _class(amount.euro.tot) + 1))


def _class(euro: Decimal) -> int:
    return sum(1 for limit in LIMITS if euro >= limit)


def _class_id(place: int) -> str:
    return f"tot-{LIMITS[place]}" if place < len(LIMITS) else f"vanaf-{LIMITS[-1]}"


def _trekker_values() -> Iterator[Waarde]:
    yield from (_value(each.value, words.ORGANISATIES[each]) for each in OrganisatieSoort)
    yield _value(UNKNOWN, "niet vermeld")


def _trekkers(catalogue: Catalogue, fiche: Fiche) -> tuple[str, ...]:
    """Return the kinds of the organisations that lead, as organisations.yaml has them."""
    known = (catalogue.organisaties.get(canonical(catalogue, name)) for name in fiche.trekker)
    return tuple(each.soort.value if each else UNKNOWN for each in known) or (UNKNOWN,)


def _years(practices: Iterable[Praktijk]) -> Iterator[Waarde]:
    """Yield the years in which practices began, the last first; those without one come after them."""
    found = {_year(practice.fiche) for practice in practices}
    yield from (_value(year, year) for year in sorted(found - {UNKNOWN}, reverse=True))
    yield _value(UNKNOWN, "niet opgegeven")


def _year(fiche: Fiche) -> str:
    start = fiche.periode.start if fiche.periode else None
    return str(start.jaar) if start else UNKNOWN
