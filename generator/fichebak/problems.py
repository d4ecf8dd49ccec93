"""Problems: what is wrong, where, and what to do. The bottom layer: every stage speaks this language.

The sentences live in data/messages.toml and nowhere else; codes are permanent.
"""

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a content file: path relative to the root (with /), line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, with its place, its sentence and what to do about it (`hint`)."""

    place: Place
    code: str
    message: str
    field: str = ""
    hint: str = ""
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """Return the contracted text form: one line for the problem and one for its hint."""
        field = f"[{self.field}] " if self.field else ""
        line = f"{self.place.file}:{self.place.line}:{self.place.column}: {self.code} {field}{self.message}"
        return f"{line}\n  {self.hint}" if self.hint else line


class Failure(Exception):
    """Something outside the content went wrong (a program, the disk); its text is a sentence for who is building."""


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of messages.toml: permanent name, sentence, hint, the reason behind the rule, the hint in the form."""

    naam: str
    bericht: str
    hint: str
    uitleg: str
    formulier: str = ""


@cache
def messages() -> Mapping[str, Message]:
    """Return every message by code, in the order of the file."""
    text = files("fichebak").joinpath("data/messages.toml").read_text(encoding="utf-8")
    return {code: Message(**entry) for code, entry in tomllib.loads(text).items()}


def problem(code: str, place: Place, *, field: str = "", hint: str = "", **values: object) -> Problem:
    """Return the problem *code* at *place*; *values* fill its sentence, *hint* replaces its general hint."""
    message = messages()[code]
    shown = {name: one_line(str(value), 500 if name in LISTS else 80) for name, value in values.items()}
    general = message.hint.format_map(shown) if not hint else ""
    severity: Literal["error", "warning"] = "warning" if code.startswith("W") else "error"
    sentence = message.bericht.format_map(shown)
    return Problem(place, code, sentence, one_line(field), one_line(hint, 300) or general, severity)


LISTS = {"bekend", "keuzes", "woorden", "verwacht", "voorbeeld"}  # an editor needs all of these


def one_line(text: str, at_most: int = 80) -> str:
    """Return *text* on one printable line, shortened when it is long, so that a report stays readable."""
    line = "".join(c if c.isprintable() else " " for c in text).strip()
    return line if len(line) <= at_most else line[: at_most - 1] + "…"


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return ‘Bedoelde u ‘x’?’ for the nearest of *known*, and what to do *otherwise*; empty when nothing is near."""
    near = nearest(word, known)
    if not near:
        return ""
    return f"Bedoelde u {' of '.join(f'‘{name}’' for name in near)}? {otherwise}".rstrip()


def nearest(word: str, known: Iterable[str], at_most: int = 3) -> tuple[str, ...]:
    """Return at most *at_most* of *known* that look like *word*, best first, case and accents apart."""
    if len(word) > 80:
        return ()
    by_key: dict[str, str] = {}
    for name in known:
        by_key.setdefault(name.casefold(), name)
    found = difflib.get_close_matches(word.casefold(), list(by_key), n=at_most, cutoff=0.72)
    if not found:
        return ()
    best = difflib.SequenceMatcher(None, word.casefold(), found[0]).ratio()
    close = (f for f in found if difflib.SequenceMatcher(None, word.casefold(), f).ratio() > best - 0.06)
    return tuple(by_key[f] for f in close)
