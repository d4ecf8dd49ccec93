"""A file that a stage hands to the next: path and bytes. What every stage between views and disk speaks."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its path with / and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """Files of the site that are yet to be made: the path of one, or of a folder with its /, and what makes them."""

    path: str
    make: Callable[[], Iterable[Output]]


def as_json(data: object) -> bytes:
    """Return *data* as compact JSON, the same bytes every time."""
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def as_json_text(data: object) -> str:
    """Return *data* as JSON to be read by people, with a last newline."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
