"""Front matter: from the text of a content file to a tree of values that know their place.

The only module that knows YAML. Values stay text: PyYAML's core loader reads no types, so that `no`, `9:30`
and `0470123456` are what was typed; the model decides what they mean. Each trap of YAML has its own sentence.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml import CBaseLoader

from fichebak import cuts
from fichebak.problems import Place, Problem, problem
from fichebak.traps import GLUED, Lines, place_at, unglued
from fichebak.values import NO_TEXT, seen

DEEPEST = 20
BYTES_AT_MOST = 1_000_000
VALUES_AT_MOST = 2_000  # in a fiche; a full one has about a hundred
ENTRIES_AT_MOST = 20_000  # values in a file of many entries, such as organisations.yaml
FENCE = "---"
_KEY = re.compile(r"[a-z0-9_-]*")  # what a key of ours looks like
_WIDE_SPACE = "Vervang de vaste spatie vooraan (uit Word of van een website) door gewone spaties."
_ITEM = "Zet de streepjes van één lijst recht onder elkaar."
_NO_TAG = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}

Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Pair:
    """One `sleutel: waarde` of a mapping, with the place of the key."""

    key: str
    place: Place
    node: "Node"


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place: text, a sequence of nodes, or a mapping as pairs."""

    place: Place
    value: "str | tuple[Node, ...] | tuple[Pair, ...]"
    kind: str  # "text", "list" or "map"

    def plain(self) -> Plain:
        """Return the value as plain strings, lists and dictionaries, without places."""
        if isinstance(self.value, str):
            return self.value
        if self.kind == "map":
            return {p.key: p.node.plain() for p in self.pairs}
        return [n.plain() for n in self.items]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Return the pairs of a mapping; empty for anything else."""
        return tuple(p for p in self.value if isinstance(p, Pair)) if self.kind == "map" else ()

    @property
    def items(self) -> "tuple[Node, ...]":
        """Return the items of a list; empty for anything else."""
        return tuple(n for n in self.value if isinstance(n, Node)) if self.kind == "list" else ()

    def find(self, path: tuple[str | int, ...]) -> "Node":
        """Return the node at *path* (keys and list positions), or the deepest one on the way to it."""
        node = self
        for step in path:
            following = node._step(step)
            if following is None:
                return node
            node = following
        return node

    def _step(self, step: str | int) -> "Node | None":
        if isinstance(step, int):
            item = self.value[step] if self.kind == "list" and step < len(self.value) else None
            return item if isinstance(item, Node) else None
        return next((p.node for p in self.pairs if p.key == step), None)

    def key_place(self, key: str) -> Place:
        """Return the place of *key* in this mapping, or of the mapping itself when it is not there."""
        return next((p.place for p in self.pairs if p.key == key), self.place)


@dataclass(frozen=True, slots=True)
class Document:
    """A content file taken apart: its data, its body and the line the body begins on."""

    data: Node
    body: str = ""
    body_line: int = 1


def decode(file: str, data: bytes) -> str | Problem:
    """Return the text of *data*; a BOM and CRLF are repaired silently, everything else is a problem."""
    if len(data) > BYTES_AT_MOST:
        return problem("F002", Place(file), grootte=-(-len(data) // 1000), hoogstens=BYTES_AT_MOST // 1000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return problem("F004", Place(file), teken="U+0000")  # a picture, a document of a word processor
        before = data[: error.start].decode("utf-8-sig")
        return problem("F001", place_at(file, before, len(before)))
    text = text.replace("\r\n", "\n")
    if not text.strip():
        return problem("F003", Place(file))
    return _unprintable(file, text) or text


def _unprintable(file: str, text: str) -> Problem | None:
    found = NO_TEXT.search(text)
    if found is None:
        return None
    place = place_at(file, text, found.start())
    return problem("F004", place, teken=f"U+{ord(found[0]):04X}")


def split(file: str, text: str) -> tuple[Document | None, list[Problem]]:
    """Split a fiche in front matter and body, and read the front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None, [problem("F005", Place(file))]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return None, [problem("F006", Place(file))]
    node, problems = read(file, "\n".join(lines[1:end]) + "\n", 2, VALUES_AT_MOST)
    if node is None:
        return None, problems
    return Document(node, "\n".join(lines[end + 1 :]), end + 2), problems


def read(
    file: str, text: str, first_line: int = 1, at_most: int = ENTRIES_AT_MOST
) -> tuple[Node | None, list[Problem]]:
    """Read YAML *text*, whose first line is line *first_line* of *file*, into a tree with places.

    Returns the tree (None when the text is no YAML at all) and what is wrong with it.
    """
    source = Lines(file, text.split("\n"), first_line)
    reader = _Reader(source)
    refused = reader.refused(text, at_most) or reader.tab()
    if refused:
        return None, [refused]
    try:
        root = yaml.compose(text, Loader=CBaseLoader)
    except yaml.MarkedYAMLError as error:
        return None, [source.explain(error)]
    except yaml.YAMLError:
        return None, [problem("F010", Place(file, first_line))]
    if root is None:
        return Node(Place(file, max(1, first_line - 1)), (), "map"), []
    node = reader.node(root)
    if node.kind != "map":
        return None, [problem("F023", node.place)]
    top = Node(Place(file, max(1, first_line - 1)), node.value, "map")
    return without_empty(top) or Node(top.place, (), "map"), reader.problems


def without_empty(node: Node) -> Node | None:
    """Return *node* without empty values (an empty value is the same as none), or None when nothing is left.

    A key that is no key of ours stays: `- Let op:` was meant as text and may not be lost without a word.
    """
    if isinstance(node.value, str):
        return node if seen(node.value) else None
    if node.kind == "map":
        pairs = [(p, without_empty(p.node) or (None if _KEY.fullmatch(p.key) else p.node)) for p in node.pairs]
        kept = tuple(Pair(p.key, p.place, n) for p, n in pairs if n is not None)
        return Node(node.place, kept, "map") if kept else None
    items = tuple(n for n in map(without_empty, node.items) if n is not None)
    return Node(node.place, items, "list") if items else None


class _Reader:
    """Reads one piece of YAML: keeps the lines for hints and gathers problems while the tree is built."""

    def __init__(self, source: Lines) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def refused(self, text: str, at_most: int) -> Problem | None:
        """Return the first anchor, alias, or level that is too deep, before anything else is looked at."""
        depth = values = 0
        try:
            for event in yaml.parse(text, Loader=CBaseLoader):
                if getattr(event, "anchor", None):
                    return self._anchor(text)
                values += isinstance(event, yaml.NodeEvent)
                depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
                if depth > DEEPEST:
                    return problem("F018", self.source.place(event.start_mark), hoogstens=DEEPEST)
                if values > at_most:
                    return problem("F025", self.source.place(event.start_mark), hoogstens=at_most)
        except yaml.YAMLError:
            return self._anchor(text)  # compose meets the same error and explains it
        return None

    def _anchor(self, text: str) -> Problem | None:
        """Return the first anchor or alias; its sign is read before the value behind it that may be an error."""
        try:
            for token in yaml.scan(text, Loader=CBaseLoader):
                if isinstance(token, yaml.AnchorToken | yaml.AliasToken):
                    place = self.source.place(token.start_mark)
                    sign = "*" if isinstance(token, yaml.AliasToken) else "&"
                    return problem("F017", place, teken=f"{sign}{token.value}", hint=self.source.quoted_value(place))
        except yaml.YAMLError:
            return None
        return None

    def tab(self) -> Problem | None:
        """Return the first tab: YAML takes it in one place and not in another, and nobody sees the difference."""
        number = next((n for n, line in enumerate(self.source.lines) if "\t" in line), None)
        if number is None:
            return None
        place = Place(self.source.file, self.source.first_line + number, self.source.lines[number].index("\t") + 1)
        line = self.source.line(place)
        inside = "\t" in line.strip() and not line[: place.column].isspace()
        return problem("F011", place, hint=f"Schrijf: {' '.join(line.split())}" if inside else "")

    def node(self, raw: yaml.Node) -> Node:
        """Turn PyYAML's node into ours, duplicate keys and cut texts reported on the way."""
        place = self.source.place(raw.start_mark)
        if raw.tag not in _NO_TAG:
            self.problems.append(problem("F013", place, teken="!", hint=self.source.quoted_value(place)))
        if isinstance(raw, yaml.MappingNode):
            return Node(place, tuple(self._pairs(raw)), "map")
        if isinstance(raw, yaml.SequenceNode):
            return Node(place, tuple(self.node(item) for item in raw.value), "list")
        return Node(place, self._text(raw, place) if isinstance(raw, yaml.ScalarNode) else "", "text")

    def _text(self, raw: yaml.ScalarNode, start: Place) -> str:
        """Return the text of a scalar, with what YAML hid behind a # and a list that was read as one text reported."""
        text = str(raw.value)
        if raw.style or raw.end_mark.line >= len(self.source.lines):
            return text
        hidden = cuts.hidden(self.source.lines[raw.end_mark.line], raw.end_mark.column, text)
        if hidden:
            value = hidden.lstrip() if not text else text + hidden
            end = self.source.place(raw.end_mark)
            start = start if text else Place(end.file, end.line, end.column + len(hidden) - len(hidden.lstrip()))
            self.problems.append(cuts.hash_problem(self.source, start, end, hidden))
            return value
        item = None if text.startswith("-") else self.source.item_below(start, raw.end_mark.line)
        self.problems += [problem("F021", item, hint=_ITEM)] if item else []
        return text

    def _pairs(self, raw: yaml.MappingNode) -> Iterator[Pair]:
        seen: dict[str, int] = {}
        for number, (key_node, value_node) in enumerate(raw.value):
            place, key, wrong = self.source.place(key_node.start_mark), str(key_node.value), self._no_key(key_node)
            if wrong:
                self.problems.append(wrong)
            elif raw.flow_style and cuts.is_piece(self.source, key_node, value_node):
                yield from self._piece(raw.value, number, place)
            elif key in seen:
                self.problems.append(problem("F016", place, field=key, sleutel=key, regel=seen[key]))
            else:
                seen[key] = place.line
                node, decimals = self.node(value_node), cuts.decimals(self.source, raw.value, number + 1)
                yield Pair(key, place, Node(node.place, f"{node.value},{decimals}", "text") if decimals else node)

    def _no_key(self, raw: yaml.Node) -> Problem | None:
        """Return what is wrong when *raw* cannot be a key at all."""
        if not isinstance(raw, yaml.ScalarNode):
            return problem("F023", self.source.place(raw.start_mark))
        if str(raw.value)[:1].isspace() and not raw.style:
            return problem("F021", self.source.place(raw.start_mark), hint=_WIDE_SPACE)
        return None

    def _piece(self, pairs: list[cuts.RawPair], number: int, place: Place) -> Iterator[Pair]:
        """Tell what the text at *number* is, which stands between { } without a colon; decimals are read already."""
        key = str(pairs[number][0].value)
        apart = GLUED.fullmatch(key)
        if apart:
            value = Place(place.file, place.line, place.column + apart.start("value"))
            self.problems.append(problem("F110", value, sleutel=apart["key"], hint=f"Schrijf: {unglued(key)}"))
            yield Pair(apart["key"], place, Node(value, apart["value"], "text"))
        elif not cuts.decimals(self.source, pairs, number):
            self.problems += cuts.comma(self.source, pairs, number, place)
