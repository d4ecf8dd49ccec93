"""The open data as flat tables: which columns they have and what stands in each, by walking the models of dataset.

What holds other keys becomes the columns of these; a list of them becomes one column in words and, where each of its
items is worth a row, a table of its own. A date becomes a day to sort by, and how precise that day is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from fichebak import words
from fichebak.dataset import Deel, Plat, Praktijk
from fichebak.values import Datum, Model
from fichebak.vocabulary import BewijsSoort, OrganisatieSoort, Per, Status, Werkingsgebied

Cel = str | int | Decimal | date | tuple[str, ...] | None
PRECISION = ("dag", "maand", "jaar")
LABELS: dict[type, dict[Any, str]] = {
    Werkingsgebied: words.SCHAAL,
    Per: words.PER,
    Status: words.STATUS,
    BewijsSoort: words.BEWIJS,
    OrganisatieSoort: words.ORGANISATIE,
}
DAYS = {
    Plat.EERSTE_DAG: "Als echte datum: van een jaar of een maand de eerste dag.",
    Plat.LAATSTE_DAG: "Als echte datum: van een jaar of een maand de laatste dag.",
}


class Soort(StrEnum):
    """What stands in a column, as a reader is told."""

    TEKST = "tekst"
    ALINEA = "langere tekst"
    CODE = "vaste naam"
    NUMMER = "nummer"
    WEBADRES = "webadres"
    DATUM = "datum"
    GETAL = "getal"
    EURO = "getal, in euro"
    LIJST = "lijst"
    REGELS = "lijst van zinnen"


class Sleutel(NamedTuple):
    """A key of the open data: the way to it, what its model says of it, and what it holds.

    *lijst* says that it holds a list of *type*, *diep* that there is a list on the way to it.
    """

    pad: tuple[str, ...]
    info: FieldInfo
    type: Any
    plat: Plat | None
    lijst: bool
    diep: bool

    @property
    def groep(self) -> bool:
        """Return whether it holds keys of its own."""
        return isinstance(self.type, type) and issubclass(self.type, Deel)

    @property
    def in_woorden(self) -> bool:
        """Return whether what it holds is put in words as a whole."""
        return self.groep and self.type.regel is not Deel.regel

    @property
    def blad(self) -> bool:
        """Return whether each item is a row of a table of its own."""
        return self.groep and self.lijst and bool(self.type.blad)


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its key, its words, what stands in it, and how its cell is found in what the row is about."""

    sleutel: str
    titel: str
    uitleg: str
    soort: Soort
    voorbeeld: str
    pad: tuple[str, ...]
    waarde: Callable[[Deel], Cel]


@dataclass(frozen=True, slots=True)
class Blad:
    """A table with a row for each item of one list of each fiche."""

    titel: str
    pad: tuple[str, ...]
    kolommen: tuple[Kolom, ...]

    def rijen(self, praktijk: Praktijk) -> Iterator[tuple[Cel, ...]]:
        """Yield the rows of *praktijk*, each with what the row is about first: the fiche and its title."""
        for item in _found(praktijk, self.pad):
            yield (praktijk.slug, praktijk.titel, *(kolom.waarde(item) for kolom in self.kolommen))


def sleutels(model: type[Model] = Praktijk, pad: tuple[str, ...] = (), diep: bool = False) -> Iterator[Sleutel]:
    """Yield every key of *model* in order, each before those it holds."""
    for name, info in model.model_fields.items():
        kind, plat, lijst = _inside(info.annotation)
        plat = next((mark for mark in info.metadata if isinstance(mark, Plat)), plat)
        key = Sleutel((*pad, name), info, kind, plat, lijst, diep or lijst)
        yield key
        if key.groep:
            yield from sleutels(key.type, key.pad, key.diep)


@cache
def kolommen() -> tuple[Kolom, ...]:
    """Return the columns of the table with a row for each fiche."""
    shut: tuple[str, ...] | None = None  # what is put in words as a whole has no columns for its parts
    found: list[Kolom] = []
    for key in sleutels():
        if shut and key.pad[: len(shut)] == shut:
            continue
        shut = key.pad if key.in_woorden else None
        if key.plat not in {Plat.NIET, Plat.EIGEN_BLAD} and (key.in_woorden or not key.groep):
            found += _kolommen(key, key.pad)
    return tuple(found)


@cache
def bladen() -> tuple[Blad, ...]:
    """Return the tables beside it."""
    return tuple(_blad(key) for key in sleutels() if key.blad)


def _blad(key: Sleutel) -> Blad:
    inside = [kolom for each in sleutels(key.type) for kolom in _kolommen(each, each.pad)]
    return Blad(str(key.info.title), key.pad, tuple(inside))


def _inside(annotation: Any) -> tuple[Any, Plat | None, bool]:
    """Return the type that *annotation* is about, how it stands in a table, and whether there is a list of it."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        kind, plat, lijst = _inside(inner[0])
        return kind, next((mark for mark in inner[1:] if isinstance(mark, Plat)), plat), lijst
    if origin in {Union, UnionType}:
        return _inside(next(each for each in inner if each is not type(None)))
    if origin is tuple:
        kind, plat, _ = _inside(inner[0])
        return kind, plat, True
    return (str if origin is Literal else annotation), None, False


def _kolommen(key: Sleutel, pad: tuple[str, ...]) -> Iterator[Kolom]:
    name, title, explained = "_".join(pad), str(key.info.title), str(key.info.description)
    example = voorbeeld(key)
    if key.type is not Datum or key.plat is None:
        find = partial(_list if key.diep else _single, pad, key.plat)
        yield Kolom(name, title, explained, _soort(key), example, key.pad, find)
        return
    day = partial(_day, pad, key.plat)
    precision = f"Hoe precies ‘{title}’ bekend is: tot op een {words.listed(PRECISION[:-1])} of een {PRECISION[-1]}."
    yield Kolom(name, title, f"{explained} {DAYS[key.plat]}", Soort.DATUM, example, key.pad, day)
    how, about = partial(_precision, pad), f"{title}: hoe precies"
    yield Kolom(f"{name}_precisie", about, precision, Soort.TEKST, PRECISION[1], key.pad, how)


def voorbeeld(key: Sleutel) -> str:
    """Return the example of *key* as it reads in a table; of a number with a decimal comma."""
    example = next(iter(key.info.examples or ()), "")
    if isinstance(example, list):
        return ", ".join(map(str, example))
    return words.number(Decimal(str(example))) if isinstance(example, float) else str(example)


def _soort(key: Sleutel) -> Soort:
    by_mark = {
        Plat.ALINEA: Soort.REGELS if key.diep else Soort.ALINEA, Plat.WEBADRES: Soort.WEBADRES, Plat.EURO: Soort.EURO,
        Plat.NUMMER: Soort.NUMMER, Plat.CODE: Soort.LIJST if key.diep else Soort.CODE,
    }  # fmt: skip
    if key.plat in by_mark:
        return by_mark[key.plat]
    if key.diep:
        return Soort.REGELS if key.blad else Soort.LIJST
    return Soort.GETAL if key.type in {int, Decimal} else Soort.TEKST


def _found(thing: Any, pad: tuple[str, ...]) -> Iterator[Any]:
    """Yield what stands at *pad* in *thing*; of lists on the way each item, of nothing nothing."""
    if isinstance(thing, tuple):
        for each in thing:
            yield from _found(each, pad)
    elif thing is not None and pad:
        yield from _found(getattr(thing, pad[0]), pad[1:])
    elif thing is not None:
        yield thing


def _at(thing: Any, pad: tuple[str, ...]) -> Any:
    """Return what stands at *pad* in *thing*, where no list is on the way; None when nothing does."""
    for step in pad:
        if thing is None:
            return None
        thing = getattr(thing, step)
    return thing


def _list(pad: tuple[str, ...], plat: Plat | None, thing: Deel) -> Cel:
    return tuple(dict.fromkeys(str(_read(each, plat)) for each in _found(thing, pad)))


def _single(pad: tuple[str, ...], plat: Plat | None, thing: Deel) -> Cel:
    value = _at(thing, pad)
    return None if value is None else _read(value, plat)


def _read(value: Any, plat: Plat | None) -> Cel:
    if isinstance(value, Deel):
        return value.regel()
    if type(value) in LABELS:
        return LABELS[type(value)][value]
    read: Cel = f"blz. {value}" if plat is Plat.BLADZIJDEN else value
    return read


def _day(pad: tuple[str, ...], plat: Plat, thing: Deel) -> date | None:
    found: Datum | None = _at(thing, pad)
    if found is None:
        return None
    return found.first() if plat is Plat.EERSTE_DAG else found.last()


def _precision(pad: tuple[str, ...], thing: Deel) -> str | None:
    found: Datum | None = _at(thing, pad)
    return None if found is None else PRECISION[(found.dag is None) + (found.maand is None)]
