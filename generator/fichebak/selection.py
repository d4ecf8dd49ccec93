"""Which practices a book is of, when it is not the whole guide: of a municipality, a province, or chosen one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from fichebak.register import Gemeente, Provincie
from fichebak.resolve import Catalogue, Praktijk

Soort = Literal["domein", "gemeente", "provincie", "selectie"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Practices for one book, in catalogue order, and the title it has by itself; *id* is that of a domain."""

    soort: Soort
    titel: str
    praktijken: tuple[Praktijk, ...]
    id: str = ""


def of_town(catalogue: Catalogue, town: Gemeente) -> Selection:
    """Return the practices of *town*, those of before a merger too."""
    return Selection("gemeente", town.naam, catalogue.gemeenten().get(town, ()))


def of_province(catalogue: Catalogue, province: Provincie) -> Selection:
    """Return the practices of *province*."""
    return Selection("provincie", province.volledig, catalogue.provincies().get(province, ()))


def of_slugs(catalogue: Catalogue, slugs: Iterable[str], title: str) -> Selection:
    """Return the practices with *slugs*, under *title*; one that is named twice is there once."""
    wanted = set(slugs)
    return Selection("selectie", title, tuple(p for p in catalogue.praktijken if p.slug in wanted))
