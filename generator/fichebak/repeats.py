"""Whether a fiche names a person elsewhere than in the keys of `contact` that disappear when the consent ends.

What stands anywhere else would outlive the consent. scripts/form_repeats.js holds the same rules for the form;
tests/test_form_rules.py holds the two together.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from fichebak.fiche import Contact, Fiche
from fichebak.frontmatter import Node
from fichebak.problems import Place, Problem, problem
from fichebak.values import folded

WHAT = {"email": "het mailadres", "telefoon": "het telefoonnummer", "naam": "de naam"}
"""The keys of a person, in the order they are looked for, as a sentence calls them."""

NAME_AT_LEAST = 3  # letters: less is found in any text
NUMBER_AT_LEAST = 6  # digits, without those of the country
_ENTITY = re.compile(r"&#?[a-zA-Z0-9]{1,31};")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufe0f]")  # soft hyphens and the like, as Word and PDFs bring along
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f]|{_UNSEEN.pattern})*")  # an accent may be a sign of its own
_DIGITS = re.compile(r"[0-9](?:[ \n\u00a0\u00ad\u00b7\u2000-\u200d\u2010-\u2015\u202f\u2060/.()_-]*[0-9])*")
_PHONE = re.compile(rf"(\+[ /.()-]*)?({_DIGITS.pattern})")
_BETWEEN = re.compile(r" +[/\u2010-\u2015-] +")


class Spot(NamedTuple):
    """Where a text names a person, and by which key."""

    position: int
    key: str


class Person(NamedTuple):
    """What a text may not repeat of a person: words in any order they may stand in, a mailbox, digits in a row."""

    names: tuple[tuple[str, ...], ...]
    mailbox: str
    numbers: tuple[str, ...]


def repeats(fiche: Fiche, node: Node, body: str, first_line: int) -> Iterator[Problem]:
    """Yield each place in *node* and *body*, which starts on *first_line*, that repeats what `contact` says."""
    people = tuple(_person(each) for each in fiche.contact if each.persoonlijk)
    if not people:
        return
    kept = {("contact", at, key) for at, contact in enumerate(fiche.contact) for key in contact.persoonlijk}
    for path, leaf in _leaves(node):
        found = next(_spots(str(leaf.value), people), None)
        if found and path not in kept:
            yield problem("F097", leaf.place, field=_field(path), wat=WHAT[found.key])
    lines: dict[int, Spot] = {}
    for spot in _spots(body, people):
        lines.setdefault(body.count("\n", 0, spot.position), spot)
    for offset, spot in sorted(lines.items()):
        column = spot.position - body.rfind("\n", 0, spot.position)
        yield problem("F097", Place(node.place.file, first_line + offset, column), wat=WHAT[spot.key])


def _leaves(node: Node, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Node]]:
    if node.kind == "text":
        yield path, node
    for pair in node.pairs:
        yield from _leaves(pair.node, (*path, pair.key))
    if node.kind == "list":
        for at, item in enumerate(node.items):
            yield from _leaves(item, (*path, at))


def _field(path: tuple[str | int, ...]) -> str:
    """Return *path* as `check` prints it; a problem of a whole item is said of the list."""
    steps = path[:-1] if isinstance(path[-1], int) else path
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")


def _person(contact: Contact) -> Person:
    said = {key: str(getattr(contact, key)) for key in contact.persoonlijk}
    return Person(_names(said.get("naam", "")), said.get("email", ""), _numbers(said.get("telefoon", "")))


def _names(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of *name*, and the same with those in front moved to the end: *Peeters, An* is *An Peeters*."""
    words = tuple(word for _, word in _words(name))
    if sum(map(len, words)) < NAME_AT_LEAST:
        return ()
    return tuple(dict.fromkeys(words[at:] + words[:at] for at in range(len(words))))


def _numbers(phone: str) -> tuple[str, ...]:
    """Return the digits of each number in *phone* as they may stand in a text; there may be two with a dash between."""
    apart = _BETWEEN.sub(";", phone)
    found = (_number(digits, abroad=bool(plus)) for plus, digits in _PHONE.findall(f"{phone};{apart}"))
    return tuple(dict.fromkeys(number for each in found for number in each))


def _number(written: str, abroad: bool) -> tuple[str, ...]:
    """Return the digits of *written* with a nought before them and with their country, which is there when *abroad*."""
    digits = re.sub(r"[^0-9]", "", written)
    abroad = abroad or digits.startswith("00")
    digits = digits.removeprefix("00")
    own = digits[2:].removeprefix("0") if abroad and digits.startswith("32") else digits.removeprefix("0")
    if len(own) < NUMBER_AT_LEAST:
        return ()
    return (digits,) if abroad and not digits.startswith("32") else (f"0{own}", f"32{own}")


def _spots(text: str, people: tuple[Person, ...]) -> Iterator[Spot]:
    """Yield where *text* names one of *people*: each of them by mailbox, by number and by name."""
    plain = _ENTITY.sub(lambda found: " " * len(found[0]), text)
    words = tuple(_words(plain))
    for person in people:
        if person.mailbox:
            mailbox = re.compile(rf"(?<![\w.+-]){re.escape(person.mailbox)}(?![\w-])", re.I)
            yield from (Spot(found.start(), "email") for found in mailbox.finditer(plain))
        if person.numbers:
            yield from (
                Spot(found.start(), "telefoon")
                for found in _DIGITS.finditer(plain)
                if any(number in re.sub(r"[^0-9]", "", found[0]) for number in person.numbers)
            )
        for name in person.names:
            yield from (Spot(at, "naam") for at in _runs(words, name))


def _runs(words: tuple[tuple[int, str], ...], name: tuple[str, ...]) -> Iterator[int]:
    for at, (position, word) in enumerate(words):
        if word == name[0] and tuple(each for _, each in words[at : at + len(name)]) == name:
            yield position


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of *text*, each with its place, case and accents apart."""
    for found in _WORD.finditer(text):
        yield found.start(), folded(_UNSEEN.sub("", found[0]))
