"""The report of a check as Markdown, for the page of a run on a forge: every problem, and each changed fiche in short.

Text of the content stays text: whatever is in it, it cannot become markup.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fichebak.present import NOT_GIVEN, NOT_IN_SOURCE, Setting, fiche_facts
from fichebak.problems import Problem
from fichebak.resolve import Catalogue, Praktijk
from fichebak.views import ContactRegel, FicheFacts, Regel

BYTES_AT_MOST = 900_000  # GitHub takes a megabyte for a step
_CUT = "\nDit verslag was te lang en is ingekort.\n"


@dataclass(frozen=True, slots=True)
class Changed:
    """A fiche that a branch changes: its file, its title as far as it can be read, its facts when it is valid."""

    file: str
    title: str
    facts: FicheFacts | None


def facts_of(catalogue: Catalogue, file: str, setting: Setting) -> FicheFacts | None:
    """Return what the page of the fiche in *file* tells; None when it is not valid or refers to what is not there."""
    sound = tuple(practice for practice in catalogue.praktijken if _is_sound(catalogue, practice))
    found = next((practice for practice in sound if practice.file == file), None)
    return fiche_facts(replace(catalogue, praktijken=sound), found, setting) if found else None


def _is_sound(catalogue: Catalogue, practice: Praktijk) -> bool:
    fiche = practice.fiche
    source = fiche.bron is None or fiche.bron.publicatie in catalogue.bronnen
    return source and {*fiche.domeinen} <= {*catalogue.domeinen} and {*fiche.doelgroepen} <= {*catalogue.doelgroepen}


def summary(heading: str, problems: Sequence[Problem], changed: Iterable[Changed]) -> str:
    """Return the whole report under *heading*: all *problems*, then each of the *changed* fiches with its own."""
    pieces: list[str] = []
    size = 0
    for piece in _pieces(heading, problems, changed):
        size += len(piece.encode())
        if size > BYTES_AT_MOST:
            return "".join([*pieces, _CUT])
        pieces.append(piece)
    return "".join(pieces)


def _pieces(heading: str, problems: Sequence[Problem], changed: Iterable[Changed]) -> Iterator[str]:
    yield f"## Fichebak: {as_text(heading)}\n\n"
    for each in problems:
        yield _problem(each, f"{each.place.file}, regel {each.place.line}")
    for number, fiche in enumerate(changed):
        yield "" if number else "\n## Gewijzigde fiches\n"
        yield f"\n### {as_text(fiche.title or fiche.file)}\n\n{as_text(fiche.file)}\n\n"
        facts = _facts(fiche.facts) if fiche.facts else ()
        yield from (f"- **{label}:** {as_text(value)}\n" for label, value in facts)
        yield from (_problem(p, f"Regel {p.place.line}") for p in problems if p.place.file == fiche.file)


def _problem(each: Problem, where: str) -> str:
    code = f"{each.code}, {each.field}" if each.field else each.code
    return f"- **{as_text(where)}** ({as_text(code)}): {as_text(f'{each.message} {each.hint}')}\n"


def as_text(text: str) -> str:
    """Return *text* as Markdown of one line that shows it, sign for sign, and does nothing else."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", line)


def _facts(view: FicheFacts) -> Iterator[tuple[str, str]]:
    """Yield each fact with its name, as the page of a fiche tells them."""
    facts = view.feiten
    towns = [f"{place.naam} ({place.toelichting})" if place.toelichting else place.naam for place in view.plaatsen]
    paid = [f"betaald door: {'; '.join(facts.financiering)}"] if facts.financiering else []
    yield "Samenvatting", view.kaart.samenvatting
    yield "Waar", ", ".join([*towns, *filter(None, [view.plaats])])
    yield "Domein", ", ".join(tab.label for tab in (view.kaart.domein, *view.kaart.ook))
    yield "Budget", _listed([*map(_line, facts.bedragen), *paid, facts.budget_toelichting])
    yield "Personeel", _listed(map(_line, facts.personeel))
    yield "Trekker", ", ".join(each.naam for each in facts.trekker) or NOT_IN_SOURCE
    yield "Partners", _listed(each.naam for each in facts.partners)
    yield "Periode", _listed([facts.periode, facts.periode_toelichting])
    yield "Status", facts.status
    yield "Doelgroep", _listed(each.naam for each in facts.doelgroepen)
    yield "Schaal", facts.schaal
    yield "Contact", "; ".join(map(_contact, facts.contact)) or NOT_IN_SOURCE
    yield "Cijfers", _listed(map(_line, view.cijfers))
    yield "Bewijs", view.bewijs.woord
    yield view.versheid.label, f"{view.versheid.datum or 'geen datum'}. {view.versheid.zin}"
    yield "Ingevuld", f"{view.kaart.ingevuld} van {view.rubrieken} rubrieken"


def _listed(values: Iterable[str]) -> str:
    return "; ".join(filter(None, values)) or NOT_GIVEN


def _line(row: Regel) -> str:
    return " ".join(filter(None, [row.groot, row.klein, f"({row.toelichting})" if row.toelichting else ""]))


def _contact(row: ContactRegel) -> str:
    return ", ".join(filter(None, [row.organisatie.naam, row.functie, row.naam, row.email, row.telefoon, row.website]))
