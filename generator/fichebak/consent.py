"""Consent: what the catalogue may tell of people on a day. The one place that leaves their data out.

`build.examine` calls it before anything else sees the catalogue, so no page, file, index or report can hold what is
past its date.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from fichebak import tidy, words
from fichebak.fiche import Contact, Fiche
from fichebak.frontmatter import Plain
from fichebak.problems import Problem, problem
from fichebak.resolve import Catalogue, Praktijk, place_of

WARN_DAYS = 60
"""So many days before a consent ends, `check` begins to say so."""


def with_consent(catalogue: Catalogue, today: date) -> Catalogue:
    """Return *catalogue* as it may be shown on *today*: without the data of people whose consent ended before it."""
    return replace(catalogue, praktijken=tuple(_shown(practice, today) for practice in catalogue.praktijken))


def remarks(catalogue: Catalogue, today: date) -> tuple[Problem, ...]:
    """Return a warning for each consent that ended before *today*, and for each that ends soon in any other fiche."""
    return tuple(found for practice in catalogue.praktijken for found in _remarks(practice, today))


def _remarks(practice: Praktijk, today: date) -> Iterator[Problem]:
    ends = [c.toestemming_tot for c in practice.fiche.contact if c.toestemming_tot and c.met_toestemming]
    past = [end for end in ends if end.last() < today]
    soon = [end for end in ends if (end.last() - today).days <= WARN_DAYS]
    for end in past or soon:
        yield problem("W001" if past else "W003", place_of(practice), field="contact", datum=words.day(end))


def _shown(practice: Praktijk, today: date) -> Praktijk:
    """Return *practice* without the people whose consent is past; its file is then written anew.

    The file may name them elsewhere than in its values: in a comment.
    """
    fiche = practice.fiche
    contacts = tuple(each.zonder_persoon() if each.verlopen(today) else each for each in fiche.contact)
    if contacts == fiche.contact:
        return practice
    data = {**tidy.in_order(practice.gegevens, Fiche), "contact": [_as_typed(each) for each in contacts]}
    return replace(
        practice,
        fiche=fiche.model_copy(update={"contact": contacts}),
        gegevens=data,
        tekst=tidy.fiche(data, practice.body),
    )


def _as_typed(contact: Contact) -> Plain:
    return {key: str(value) for key, value in contact if value}
