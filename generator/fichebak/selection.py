"""Which practices a book is of, when it is not the whole guide: of a municipality, a province, or chosen one by one.

What a person writes to choose them is read here, and refused here in one sentence with what was perhaps meant.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal
from urllib.parse import parse_qs

from fichebak.problems import Place, did_you_mean, one_line, problem
from fichebak.register import Gemeente, Provincie, Register, Vermelding, areas, slugify
from fichebak.resolve import Catalogue, Praktijk, name_key

Soort = Literal["domein", "gemeente", "provincie", "selectie"]
OWN_TITLE = "Mijn gids"  # as the site calls a choice of one's own
LIST_AT_MOST = 500_000  # bytes
FOREWORD_AT_MOST = 30_000  # bytes, as long as the text of a fiche may be
SAID_AT_MOST = 10  # wrong lines


@dataclass(frozen=True, slots=True)
class Selection:
    """Practices for one book, in catalogue order, and the title it has by itself; *id* is that of a domain.

    *toelichting* is what who chose should know, when it is more than was asked for.
    """

    soort: Soort
    titel: str
    praktijken: tuple[Praktijk, ...]
    id: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text that came with a command, and what to call it (`keuze.txt`) when something in it is wrong."""

    name: str
    text: str


class Refused(Exception):
    """A choice that no book can be made of; its text is what to say to who made it."""


def of_town(town: Gemeente, practices: tuple[Praktijk, ...], note: str = "") -> Selection:
    """Return *practices* as those of *town*, with a *note* for who asked."""
    return Selection("gemeente", town.naam, practices, toelichting=note)


def of_slugs(catalogue: Catalogue, slugs: Iterable[str]) -> Selection:
    """Return the practices with *slugs*, former ones too; one that is named twice is there once."""
    wanted = {catalogue.vroegere_adressen.get(slug, slug) for slug in slugs}
    return Selection("selectie", OWN_TITLE, tuple(p for p in catalogue.praktijken if p.slug in wanted))


# What a person may write


def select(catalogue: Catalogue, register: Register, kind: str, written: Text) -> Selection:
    """Return what *written* chooses: a domein, a gemeente, a provincie, or (any other *kind*) a list of fiches."""
    match kind:
        case "domein":
            found = _domain(catalogue, written.text)
        case "gemeente":
            named = _town(register, written.text)
            found = of_town(named.gemeente, catalogue.gemeenten().get(named.gemeente, ()), _since_when(named))
        case "provincie":
            province = _province(written.text)
            found = Selection("provincie", province.volledig, catalogue.provincies().get(province, ()))
        case _:
            found = _listed(catalogue, written, numbered=kind == "selectie")
    if not found.praktijken:
        raise Refused(f"‘{found.titel}’ heeft nog geen fiches.")
    return found


def _domain(catalogue: Catalogue, word: str) -> Selection:
    """Return every practice of the domain with this id or label, also of those that have another main domain."""
    by_label = {name_key(domain.label): id_ for id_, domain in catalogue.domeinen.items()}
    id_ = (by_label | {name_key(id_): id_ for id_ in catalogue.domeinen}).get(name_key(word))
    if id_ is None:
        raise Refused(_unknown("F052", word, catalogue.domeinen))
    return Selection("domein", catalogue.domeinen[id_].label, catalogue.bij_domein(id_), id_)


def _since_when(named: Vermelding) -> str:
    town = named.gemeente.naam
    if not named.vroeger:
        return ""
    return f"{named.vroeger} is sinds {named.sinds} deel van {town}: de gids neemt alle fiches van {town}."


def _town(register: Register, word: str) -> Vermelding:
    found = register.find(word)
    if found:
        return found
    towns = [town for town in register.gemeenten if word.strip() in town.postcodes]
    if not towns:
        raise Refused(_unknown("F050", word, register.names, _TOWN))
    if len(towns) > 1:
        both = " en ".join(town.naam for town in towns)
        raise Refused(f"Postcode {word.strip()} hoort bij {both}. Schrijf de naam van een van die gemeenten.")
    return Vermelding(towns[0])


_TOWN = "Schrijf de naam in het Nederlands of Frans, de naam van vóór een fusie, de postcode of de REFNIS-code."


def _province(word: str) -> Provincie:
    provinces = [area for region in areas() for area in region]
    by_key = {slugify(name): area for area in provinces for name in (area.naam, area.kort, area.volledig)}
    if slugify(word) not in by_key:
        known = [area.naam for area in provinces]
        hint = did_you_mean(word, known) or f"Kies uit {', '.join(known)}."
        raise Refused(f"‘{one_line(word)}’ is geen provincie. {hint}")
    return by_key[slugify(word)]


def _unknown(code: str, word: str, known: Iterable[str], hint: str = "") -> str:
    """Return what check says of a name that is none, as one sentence and what was perhaps meant."""
    hint = did_you_mean(word, known) or hint
    found = problem(code, Place(""), hint=hint, waarde=word, keuzes=", ".join(known))
    return f"{found.message} {found.hint}"


# Lists of fiches


def _listed(catalogue: Catalogue, written: Text, *, numbered: bool) -> Selection:
    named = list(_named(written, numbered=numbered))
    known = dict.fromkeys((*(p.slug for p in catalogue.praktijken), *catalogue.vroegere_adressen))
    wrong = (f"{place}{_unknown('F055', slug, known)}" for place, slug in named if slug not in known)
    said = list(islice(wrong, SAID_AT_MOST + 1))
    if len(said) > SAID_AT_MOST:
        said[-1] = "Er is nog meer mis."
    if said:
        raise Refused("\n".join(said))
    if not named:
        raise Refused(f"In {written.name} staat geen enkele fiche.")
    return of_slugs(catalogue, (slug for _, slug in named))


def _named(written: Text, *, numbered: bool) -> Iterator[tuple[str, str]]:
    """Yield every slug that *written* names, with its place."""
    for number, line in enumerate(written.text.split("\n"), 1):
        place = f"{written.name}, regel {number}: " if numbered else ""
        yield from ((place, slug) for slug in slugs(line))


def slugs(line: str) -> tuple[str, ...]:
    """Return the fiches that *line* names: a slug, several, the address of a fiche, or that of a choice (`?f=a,b`).

    What follows # is a remark, or a place on a page.
    """
    path, _, query = line.partition("#")[0].partition("?")
    chosen = parse_qs(query).get("f", [])
    words = re.split(r"[,\s]+", ",".join(chosen) if chosen else path)
    return tuple(_slug(word) for word in words if word)


def _slug(word: str) -> str:
    in_address = re.search(r"(?:^|/)praktijken/([^/]+)", word)
    return in_address[1] if in_address else word


# Files


def text_in(name: str, data: bytes, at_most: int) -> Text:
    """Return the text in *data*; refuse what is larger than *at_most* bytes or no UTF-8, with its line."""
    if len(data) > at_most:
        raise Refused(f"{name} is te groot: het mag hoogstens {at_most // 1000} kB zijn.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(_no_text(name, data[: error.start])) from error
    if "\0" in text:
        raise Refused(_no_text(name, data[: data.index(b"\0")]))
    return Text(name, text)


def _no_text(name: str, before: bytes) -> str:
    line = before.count(b"\n") + 1
    return f"{name}, regel {line}: dit is geen tekst in UTF-8. Open het bestand en bewaar het opnieuw als UTF-8."


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of plain *text*, which an empty line keeps apart, each on one line."""
    return tuple(" ".join(each.split()) for each in re.split(r"\n\s*\n", text.strip()) if each.strip())
