"""Text that YAML cuts off or takes for something else without a word: behind a #, a comma, a missing space."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import yaml

from fichebak.problems import Place, Problem, problem
from fichebak.traps import BULLET, GLUED, TEXT_BELOW, Lines, dashed, quoted, unglued

RawPair = tuple[yaml.Node, yaml.Node]
_NUMBER = re.compile(r"[0-9][0-9.,/-]*")
_ONE_WORD = re.compile(r"[a-z0-9-]+|https?://\S+|\S+@\S+")  # an id, an address: nobody goes on behind these


def hidden(line: str, column: int, value: str) -> str:
    """Return the text of *line* that YAML takes for a comment although it belongs to the *value* in front of *column*.

    What stands behind a number is a comment, and so is what has the look of one: no letter or digit right behind the #
    and, behind more than one word, two spaces in front of it.
    """
    found = re.match(r"(?P<gap>\s*)#(?P<glued>\w?)", line[column:])
    if not found or _NUMBER.fullmatch(value):
        return ""
    if not found["glued"] and (not value or len(found["gap"]) > 1 or _ONE_WORD.fullmatch(value)):
        return ""
    return line[column:].rstrip()


def hash_problem(source: Lines, start: Place, end: Place, text: str) -> Problem:
    """Return the problem of *text*, hidden behind the value that stands from *start* to *end*."""
    place = Place(end.file, end.line, end.column + len(text) - len(text.lstrip()))
    mended = source.quoted_value(start) if start.line == end.line else TEXT_BELOW
    return problem("F111", place, tekst=text, hint="" if text.lstrip().startswith("# ") else mended)


def misread(kind: str, text: object, place: Place, field: str) -> Problem | None:
    """Return the problem of *text* at *place*, where pydantic's error *kind* says that a list or a group belongs."""
    if "tuple" in kind and isinstance(text, str) and BULLET.match(text):
        return problem("F026", place, field=field, hint=f"Schrijf: {dashed(text)}")
    found = GLUED.fullmatch(text) if "model" in kind and isinstance(text, str) else None
    if not found:
        return None
    value = Place(place.file, place.line, place.column + found.start("value"))
    return problem("F110", value, field=field, sleutel=found["key"], hint=f"Schrijf: {unglued(found[0])}")


def is_piece(source: Lines, key: yaml.Node, value: yaml.Node) -> bool:
    """Return whether *key* stands between { } without a colon, as what a comma cut off does."""
    if not isinstance(value, yaml.ScalarNode) or value.value or value.style:
        return False
    line = source.lines[key.end_mark.line] if key.end_mark.line < len(source.lines) else ""
    return not line[key.end_mark.column :].lstrip().startswith(":")


def decimals(source: Lines, pairs: Sequence[RawPair], number: int) -> str:
    """Return the decimals that a comma cut off the number in the pair before *number*, as in {van: 0,5}."""
    key, value = pairs[number] if 0 < number < len(pairs) else (None, None)
    before = pairs[number - 1][1] if key else None
    if key is None or value is None or not isinstance(before, yaml.ScalarNode) or not is_piece(source, key, value):
        return ""
    numbers = not before.style and re.fullmatch("[0-9]+", before.value) and re.fullmatch("[0-9]+", str(key.value))
    return str(key.value) if numbers and key.start_mark.column == before.end_mark.column + 1 else ""


def comma(source: Lines, pairs: Sequence[RawPair], number: int, place: Place) -> Iterator[Problem]:
    """Yield the problem of the text at *number* that a comma cut off, once for all the pieces that follow it."""
    if number and is_piece(source, *pairs[number - 1]):
        return
    pieces = [str(key.value) for key, _ in takewhile(lambda pair: is_piece(source, *pair), pairs[number:])]
    before = [str(part.value) for part in pairs[number - 1] if isinstance(part, yaml.ScalarNode)] if number else []
    hint = f"Schrijf: {before[0]}: {quoted(', '.join([before[1], *pieces]))}" if len(before) == 2 else ""
    yield problem("F019", place, tekst=pieces[0], hint=hint)
