"""A file that a stage hands to the next: path and bytes. What every stage between views and disk speaks."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, indent, tostring

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


Node = dict[str, object]
"""A thing in JSON-LD: its keys with what they say."""


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


def filled(node: Node) -> Node:
    """Return *node* without the keys that say nothing."""
    return {key: value for key, value in node.items() if value}


def as_json_text(data: object) -> str:
    """Return *data* as JSON to be read by people, with a last newline."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_xml(root: Element) -> bytes:
    """Return *root* as XML, the same bytes every time; a character that XML cannot hold is left out."""
    for element in root.iter():
        element.text = _NOT_IN_XML.sub("", element.text) if element.text else None
        element.attrib = {name: _NOT_IN_XML.sub("", value) for name, value in element.attrib.items()}
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
