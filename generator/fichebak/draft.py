"""A new fiche, question by question: what is asked, when, and what check says of an answer. Values in, values out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from fichebak import tidy
from fichebak.fiche import NEEDING_A_PLACE, Bronvermelding, Contact, Fiche
from fichebak.frontmatter import Plain
from fichebak.load import RawFile
from fichebak.model import Bron, Domein
from fichebak.problems import Problem
from fichebak.register import register, slugify
from fichebak.resolve import resolve
from fichebak.validate import Validated, validate
from fichebak.values import UNKNOWN
from fichebak.vocabulary import Werkingsgebied

Answers = Mapping[str, Plain]
"""What was answered, by the key of the question; an empty answer is the same as none."""

NAME_AT_MOST = 60
BODY = """\
## Aanleiding

Vul aan: wat was de vraag of het probleem?

## Aanpak

Vul aan: wat doet u, stap voor stap, en met wie?

## Resultaten

Vul aan: wat leverde het op, en hoe weet u dat?
"""
_RIGHT: Mapping[str, Plain] = {  # stands in for what is not answered yet, so that only the answer can be wrong
    "titel": "Een titel", "samenvatting": "woord " * 20, "domeinen": ["x"], "werkingsgebied": UNKNOWN, "plaats": "Hier",
    "trekker": UNKNOWN, "contact": UNKNOWN, "laatst_nagekeken": "2000",
}  # fmt: skip


class Many(StrEnum):
    """How an answer of several values is written: ids and towns with commas; names, which have commas, one a line."""

    NO = ""
    COMMAS = ","
    LINES = "\n"


@dataclass(frozen=True, slots=True)
class Question:
    """A question about *key*, which stands under *within* when that is not empty.

    *option* answers it beforehand; *how* says to who is asked what Enter means, or how several values are written.
    """

    key: str
    option: str
    how: str = "Enter slaat over."
    within: str = ""
    many: Many = Many.NO
    needed: bool = False

    @property
    def field(self) -> FieldInfo:
        """Return what the model says of it: title, description and examples."""
        models: dict[str, type[BaseModel]] = {"": Fiche, "contact": Contact, "bron": Bronvermelding}
        return models[self.within].model_fields[self.key]

    @property
    def example(self) -> str:
        """Return the example of the model on one line."""
        first = (self.field.examples or [""])[0]
        return ", ".join(first) if isinstance(first, list) else str(first)


_COMMAS = "Meer dan een? Zet er een komma tussen."
_LINES = "Een per regel; een lege regel is het einde. Weet u het niet, geef dan meteen een lege regel."
QUESTIONS = (
    Question("titel", "titel", "", needed=True),
    Question("samenvatting", "samenvatting", "", needed=True),
    Question("domeinen", "domein", _COMMAS, many=Many.COMMAS, needed=True),
    Question("gemeenten", "gemeente", f"{_COMMAS} Enter slaat over.", many=Many.COMMAS),
    Question("werkingsgebied", "werkingsgebied", "", needed=True),
    Question("plaats", "plaats", ""),
    Question("trekker", "trekker", _LINES, many=Many.LINES, needed=True),
    Question("organisatie", "contact", "Weet u het niet, druk dan op Enter.", "contact", needed=True),
    Question("functie", "functie", within="contact"),
    Question("email", "email", within="contact"),
    Question("website", "website", within="contact"),
    Question("publicatie", "bron", "Komen de feiten van uzelf, druk dan op Enter.", "bron"),
    Question("pagina", "pagina", within="bron"),
    Question("laatst_nagekeken", "nagekeken", "Enter is deze maand."),
)


def complete(answers: Answers) -> bool:
    """Return whether everything a fiche must have is answered."""
    origin = answers.get("publicatie") or answers.get("laatst_nagekeken")
    return bool(origin) and all(answers.get(question.key) for question in QUESTIONS if question.needed)


def applies(question: Question, answers: Answers) -> bool:
    """Return whether *question* makes sense after *answers*."""
    if question.key == "plaats":
        return answers.get("werkingsgebied") in NEEDING_A_PLACE and not answers.get("gemeenten")
    if question.within and question.key not in {"organisatie", "publicatie"}:
        return answers.get("organisatie" if question.within == "contact" else "publicatie") not in (None, "", UNKNOWN)
    return question.key != "laatst_nagekeken" or not answers.get("publicatie")


def gegevens(answers: Answers) -> dict[str, Plain]:
    """Return the data of a fiche with these *answers*; who leads it and whom to call may be unknown."""
    groups: dict[str, dict[str, Plain]] = {"": {"trekker": UNKNOWN, "contact": UNKNOWN}, "contact": {}, "bron": {}}
    for question in QUESTIONS:
        answer = answers.get(question.key)
        if answer and not (question.key == "organisatie" and answer == UNKNOWN):
            groups[question.within][question.key] = answer
    made, contact, source = groups.values()
    if contact:
        made["contact"] = [contact]
    if source:
        made["bron"] = source
    return tidy.in_order(made, Fiche)


class Desk:
    """Where a new fiche is made: knows the names a fiche may refer to, and those that other fiches have."""

    def __init__(self, validated: Validated) -> None:
        names = (entry for entry in validated.entries if entry.kind in {"domains", "sources"})
        self.known = replace(validated, entries=tuple(replace(entry, body="") for entry in names))
        domains = {e.id: e.model for e in self.known.entries if isinstance(e.model, Domein)}
        self.domains = {id_: domains[id_].label for id_ in sorted(domains, key=lambda id_: domains[id_].volgorde)}
        self.sources = {e.id: e.model.kort or e.model.titel for e in self.known.entries if isinstance(e.model, Bron)}
        fiches = {e.id: e.model.vroegere_slugs for e in validated.entries if isinstance(e.model, Fiche)}
        self.taken = {*fiches, *(old for each in fiches.values() for old in each)}
        self.taken |= {id_ for kind, id_ in validated.invalid if kind == "practices"}

    def choices(self, question: Question) -> Mapping[str, str]:
        """Return what can be answered, each with its name; nothing when that cannot be listed."""
        areas = {each.value: "" for each in Werkingsgebied}
        return {"domeinen": self.domains, "publicatie": self.sources, "werkingsgebied": areas}.get(question.key, {})

    def meant(self, question: Question, typed: str) -> str:
        """Return the choice that goes by the name that was *typed*; what was typed when there is none."""
        choices = self.choices(question).items()
        return next((id_ for id_, name in choices if name and name.casefold() == typed.casefold()), typed)

    def wrong(self, question: Question, answers: Answers, answer: Plain) -> str:
        """Return what check says of *answer* after *answers*, were all that follows right; empty when it is."""
        data = gegevens({**answers, question.key: answer})
        key = question.within or question.key
        found = self.problems({each: _RIGHT[each] for each in _RIGHT if each != key} | data)
        keys = {"plaats", "werkingsgebied"} if key == "plaats" else {key}
        return said([each for each in found if re.split(r"[.[]", each.field)[0] in keys])

    def wrong_name(self, name: str) -> str:
        """Return what is wrong with *name* as the name of a new file; empty when nothing is."""
        if name in self.taken:
            return f"Er is of was al een fiche met de naam ‘{name}’. Kies een andere."
        return said([each for each in self.problems({}, name) if each.code == "F007"])

    def problems(self, data: Mapping[str, Plain], slug: str = "nieuw") -> tuple[Problem, ...]:
        """Return what check says of a new fiche with these data."""
        raw = RawFile(f"content/practices/{slug}.md", "practices", slug, text(data).encode())
        made, wrong = validate([raw])
        _, unresolved = resolve(replace(self.known, entries=(*self.known.entries, *made.entries)), register())
        return tuple(sorted(each for each in {*wrong, *unresolved} if each.place.file == raw.file))

    def name(self, titel: str) -> str:
        """Return a name for the file of a fiche with this title that no other fiche has."""
        words = slugify(titel) or "mijn-fiche"
        short = words[:NAME_AT_MOST]
        whole = words if short == words else short.rpartition("-")[0] or short
        names = (f"{whole}-{n}" if n > 1 else whole for n in range(1, len(self.taken) + 2))
        return next(name for name in names if name not in self.taken)


def text(data: Mapping[str, Plain]) -> str:
    """Return the text of a new fiche: its data, and the headings of what is still to be told."""
    return tidy.fiche(data, BODY)


def said(problems: Sequence[Problem]) -> str:
    """Return the first of *problems* as who is asked reads it: who gives no answer sees no lines yet to mend."""
    first = problems[0] if problems else None
    return "\n  ".join(filter(None, (first.message, "" if first.code == "F031" else first.hint))) if first else ""
