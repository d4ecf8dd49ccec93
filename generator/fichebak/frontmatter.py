"""Front matter: from the text of a content file to a tree of values that know their place.

The only module that knows YAML. Values stay text: PyYAML's core loader reads no types, so that `no`, `9:30`
and `0470123456` are what was typed; the model decides what they mean. Each trap of YAML has its own sentence.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import yaml
from yaml import CBaseLoader

from fichebak.problems import Place, Problem, problem

DEEPEST = 20
BYTES_AT_MOST = 1_000_000
VALUES_AT_MOST = 2_000  # in a fiche; a full one has about a hundred
ENTRIES_AT_MOST = 20_000  # values in a file of many entries, such as organisations.yaml
LINE_AT_MOST = 300  # of a line, what hints are made from: expressions are slow on a line without end
FENCE = "---"

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
        before = data[: error.start].decode("utf-8-sig")
        return problem("F001", _place_at(file, before, len(before)))
    text = text.replace("\r\n", "\n")
    if not text.strip():
        return problem("F003", Place(file))
    return _unprintable(file, text) or text


def _unprintable(file: str, text: str) -> Problem | None:
    found = re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029]", text)
    if found is None:
        return None
    place = _place_at(file, text, found.start())
    return problem("F004", place, teken=f"U+{ord(found[0]):04X}")


def _place_at(file: str, text: str, position: int) -> Place:
    start = text.rfind("\n", 0, position) + 1
    return Place(file, text.count("\n", 0, position) + 1, position - start + 1)


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
    reader = _Reader(file, text.split("\n"), first_line)
    refused = reader.refused(text, at_most) or reader.tab()
    if refused:
        return None, [refused]
    try:
        root = yaml.compose(text, Loader=CBaseLoader)
    except yaml.MarkedYAMLError as error:
        return None, [reader.explain(error)]
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
        return node if node.value.strip() else None
    if node.kind == "map":
        pairs = [(p, without_empty(p.node) or (None if _KEY.fullmatch(p.key) else p.node)) for p in node.pairs]
        kept = tuple(Pair(p.key, p.place, n) for p, n in pairs if n is not None)
        return Node(node.place, kept, "map") if kept else None
    items = tuple(n for n in map(without_empty, node.items) if n is not None)
    return Node(node.place, items, "list") if items else None


class _Reader:
    """Reads one piece of YAML: keeps the lines for hints and gathers problems while the tree is built."""

    def __init__(self, file: str, lines: list[str], first_line: int) -> None:
        self.file, self.lines, self.first_line = file, lines, first_line
        self.last = max((n for n, line in enumerate(lines) if line.strip()), default=0)
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
                    return problem("F018", self._place(event.start_mark), hoogstens=DEEPEST)
                if values > at_most:
                    return problem("F025", self._place(event.start_mark), hoogstens=at_most)
        except yaml.YAMLError:
            return self._anchor(text)  # compose meets the same error and explains it
        return None

    def _anchor(self, text: str) -> Problem | None:
        """Return the first anchor or alias; its sign is read before the value behind it that may be an error."""
        try:
            for token in yaml.scan(text, Loader=CBaseLoader):
                if isinstance(token, yaml.AnchorToken | yaml.AliasToken):
                    place, sign = self._place(token.start_mark), "*" if isinstance(token, yaml.AliasToken) else "&"
                    return problem("F017", place, teken=f"{sign}{token.value}", hint=self._quoted_value(place))
        except yaml.YAMLError:
            return None
        return None

    def tab(self) -> Problem | None:
        """Return the first tab: YAML takes it in one place and not in another, and nobody sees the difference."""
        number = next((n for n, line in enumerate(self.lines) if "\t" in line), None)
        if number is None:
            return None
        place = Place(self.file, self.first_line + number, self.lines[number].index("\t") + 1)
        line = self._line(place)
        inside = "\t" in line.strip() and not line[: place.column].isspace()
        return problem("F011", place, hint=f"Schrijf: {' '.join(line.split())}" if inside else "")

    def node(self, raw: yaml.Node) -> Node:
        """Turn PyYAML's node into ours, duplicate keys and cut texts reported on the way."""
        place = self._place(raw.start_mark)
        if raw.tag not in _NO_TAG:
            self.problems.append(problem("F013", place, teken="!", hint=self._quoted_value(place)))
        if isinstance(raw, yaml.MappingNode):
            return Node(place, tuple(self._pairs(raw)), "map")
        if isinstance(raw, yaml.SequenceNode):
            return Node(place, tuple(self.node(item) for item in raw.value), "list")
        return Node(place, str(raw.value), "text")

    def _pairs(self, raw: yaml.MappingNode) -> Iterator[Pair]:
        seen: dict[str, int] = {}
        for number, (key_node, value_node) in enumerate(raw.value):
            place, key = self._place(key_node.start_mark), str(key_node.value)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(problem("F023", place))
            elif raw.flow_style and self._has_no_colon(key_node, value_node):
                self._comma(raw.value, number, place)
            elif key[:1].isspace() and not key_node.style:
                self.problems.append(problem("F021", place, hint=_WIDE_SPACE))
            elif key in seen:
                self.problems.append(problem("F016", place, field=key, sleutel=key, regel=seen[key]))
            else:
                seen[key] = place.line
                yield Pair(key, place, self.node(value_node))

    def _has_no_colon(self, key: yaml.Node, value: yaml.Node) -> bool:
        if not isinstance(value, yaml.ScalarNode) or value.value or value.style:
            return False
        line = self.lines[key.end_mark.line] if key.end_mark.line < len(self.lines) else ""
        return not line[key.end_mark.column :].lstrip().startswith(":")

    def _comma(self, pairs: list[tuple[yaml.Node, yaml.Node]], number: int, place: Place) -> None:
        """Report the text at *number* that a comma cut off, once for all the pieces that follow it."""
        if number and self._has_no_colon(*pairs[number - 1]):
            return
        pieces = [str(key.value) for key, _ in takewhile(lambda pair: self._has_no_colon(*pair), pairs[number:])]
        before = [str(part.value) for part in pairs[number - 1] if isinstance(part, yaml.ScalarNode)] if number else []
        hint = f"Schrijf: {before[0]}: {quoted(', '.join([before[1], *pieces]))}" if len(before) == 2 else ""
        self.problems.append(problem("F019", place, tekst=pieces[0], hint=hint))

    def _place(self, mark: Any) -> Place:
        if mark is None:
            return Place(self.file, self.first_line)
        if mark.line > self.last:  # behind the text: where it ends
            return Place(self.file, self.first_line + self.last, len(self.lines[self.last].rstrip()) + 1)
        return Place(self.file, self.first_line + mark.line, mark.column + 1)

    def _line(self, place: Place) -> str:
        number = place.line - self.first_line
        return self.lines[number][:LINE_AT_MOST] if 0 <= number < len(self.lines) else ""

    def explain(self, error: yaml.MarkedYAMLError) -> Problem:
        """Return the problem behind PyYAML's *error*: the trap a layman fell into, with the mended line."""
        what = f"{error.context or ''}; {error.problem or ''}"
        here = self._place(error.problem_mark)
        start = self._place(error.context_mark or error.problem_mark)
        for explanation in (self._characters, self._quotes, self._brackets, self._structure):
            found = explanation(what, here, start)
            if found:
                return found
        return problem("F010", here)

    def _characters(self, what: str, here: Place, start: Place) -> Problem | None:
        if "an alias" in what or "an anchor" in what:
            sign = self._line(start)[start.column - 1 :][:1]
            return problem("F017", start, teken=sign, hint=self._quoted_value(start))
        if "escape character" in what or "hexdecimal" in what:
            return self._backslash(here)
        if "block scalar" in what:
            return self._first_sign(here, "|>")
        if "tag" in what.split(";")[0]:
            return problem("F013", start, teken="!", hint=self._quoted_value(start))
        return self._first_sign(here, "@`%?,]}")

    def _backslash(self, here: Place) -> Problem:
        line = self._line(here)
        key = re.match(_START, line)
        start = key.end() if key else 0
        value = line[start:].strip()
        whole = len(value) > 1 and value[0] == value[-1] == '"'
        hint = f"Schrijf: {line[:start].lstrip()}{json.dumps(value[1:-1], ensure_ascii=False)}" if whole else ""
        column = line.rfind("\\", 0, here.column) + 1
        return problem("F024", Place(here.file, here.line, max(column, 1)), hint=hint)

    def _first_sign(self, here: Place, signs: str) -> Problem | None:
        """Return the problem when the value on the line of *here* begins with one of *signs*, which have a meaning."""
        found = re.match(rf"(?:{_START})([{re.escape(signs)}])", self._line(here))
        if not found:
            return None
        place = Place(here.file, here.line, found.start(1) + 1)
        return problem("F013", place, teken=found[1], hint=self._quoted_value(place))

    def _quotes(self, what: str, here: Place, start: Place) -> Problem | None:
        if "quoted scalar" in what and "end of stream" in what:
            return problem("F014", start, hint=self._quoted_value(start))
        if "expected" not in what and "mapping values" not in what:
            return None
        closed = re.match(rf"""{_START}(?P<q>["']).*?(?P=q)(?:\s*:\s|\s*[^\s,:#\]}}])""", self._line(here))
        if closed:
            place = Place(here.file, here.line, closed.start("q") + 1)
            return problem("F020", place, hint=self._quoted_value(place))
        return self._left_open(here)

    def _left_open(self, here: Place) -> Problem | None:
        """Find a quote that was opened lines ago and closed by chance, as in ’s-Gravenwezel … ’s-Hertogenbosch."""
        for line in range(here.line - 1, max(self.first_line, here.line - 100) - 1, -1):
            text = self._line(Place(here.file, line))
            found = re.match(rf"""{_START}(?:.*[\[,{{]\s*)?(?P<q>["'])(?!.*(?P=q))""", text)
            if found:
                place = Place(here.file, line, found.start("q") + 1)
                return problem("F014", place, hint=self._quoted_value(place))
        return None

    def _brackets(self, what: str, here: Place, start: Place) -> Problem | None:
        if "flow" not in what:
            return None
        if "flow node" in what:
            start = self._opened_before(here)
        line = self._line(start)
        opener = line[start.column - 1 :][:1]
        closer = "]" if opener == "[" else "}"
        unclosed = line.count(opener) > line.count(closer) and not set(line) & set("'\"#")
        hint = f"Schrijf: {line.strip().rstrip(',]}')}{closer}" if unclosed and line.count(opener) == 1 else ""
        return problem("F015", start, teken=opener, sluiter=closer, hint=hint)

    def _opened_before(self, here: Place) -> Place:
        number = here.line - self.first_line
        before = "\n".join([*self.lines[:number], self.lines[number][: here.column - 1]])
        opened = _place_at(here.file, before, max(before.rfind("["), before.rfind("{"), 0))
        return Place(here.file, opened.line + self.first_line - 1, opened.column)

    def _structure(self, what: str, here: Place, start: Place) -> Problem | None:
        line, above = self._line(here), self._line(Place(here.file, here.line - 1))
        if "could not find expected ':'" in what:
            return self._no_colon(start, self._line(start))
        if "mapping values are not allowed" in what:
            return self._colon(here, line, above)
        if "block sequence entries" in what:
            return problem("F013", here, teken="-", hint=_ONE_A_LINE)
        after_bracket = re.match(rf"{_START}([\[{{]).*[\]}}]\s*\S", line)
        if "did not find expected" in what and after_bracket:
            place = Place(here.file, here.line, after_bracket.start(1) + 1)
            return problem("F013", place, teken=after_bracket[1], hint=self._quoted_value(place))
        if "expected" in what and not line.lstrip().startswith(":"):
            return problem("F021", Place(here.file, here.line, _indent(line) + 1))
        return None

    def _colon(self, here: Place, line: str, above: str) -> Problem:
        """Tell apart what a colon too many can be: text, a key too far to the right, or a colon missing above."""
        if re.search(r":\s", line[: here.column - 1]):
            return problem("F012", here, hint=self._quoted_value(here))
        if re.fullmatch(r"\s*(?:- +)?[\w.-]+(?::\S.*| [^:]*)?", above) and _indent(above) >= _indent(line):
            return self._no_colon(Place(here.file, here.line - 1), above)
        if re.match(r" *[a-z_]+:(?: |$)", line):
            return problem("F021", Place(here.file, here.line, _indent(line) + 1))
        return problem("F012", here, hint=_BELOW)

    def _no_colon(self, place: Place, line: str) -> Problem:
        if re.search(r": +[>|][+-]?\s*$", self._line(Place(place.file, place.line - 1))):
            return problem("F021", place, hint="Laat de tekst onder ‘>-’ twee spaties inspringen.")
        key = re.match(r"\s*(?:- +)?([a-z_]+)(?::| |$)\s*(.*)$", line)
        hint = f"Schrijf: {key[1]}: {key[2]}".rstrip() if key else ""
        return problem("F022", Place(place.file, place.line, _indent(line) + 1), hint=hint)

    def _quoted_value(self, place: Place) -> str:
        """Return ‘Schrijf: …’ with the line at *place*, the value there between double quotes."""
        line = self._line(place)
        key = re.match(_START, line)
        start = place.column - 1
        if key and (key.end() > start or not re.search(r"[\[{]", line[key.end() : start])):
            start = key.end()
        value, rest = line[start:], ""
        if re.search(r"[\[{]", line[:start]):
            cut = re.search(r"\s*[,\]}]", value)
            value, rest = (value[: cut.start()], value[cut.start() :]) if cut else (value, "")
        return f"Schrijf: {line[:start].lstrip()}{quoted(value)}{rest}" if value.strip() else ""


_START = r"^\s*(?:- +)?(?:[\w.-]+:(?:\s+|$))?"  # of a line: dash and key, up to its value
_KEY = re.compile(r"[a-z0-9_-]*")  # what a key of ours looks like
_ONE_A_LINE = "Zet elke waarde van een lijst op een eigen regel, met ‘- ’ ervoor."
_BELOW = "Schrijf ‘>-’ achter de sleutel en zet de hele tekst daaronder, twee spaties ingesprongen."
_WIDE_SPACE = "Vervang de vaste spatie vooraan (uit Word of van een website) door gewone spaties."
_NO_TAG = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def quoted(value: str) -> str:
    """Return *value* between double quotes, as it must stand in front matter; quotes around it are replaced."""
    inner = value.strip()
    mark = inner[:1]
    if mark in ("'", '"') and len(inner) > 1 and inner.endswith(mark):
        inner = inner[1:-1]
    elif mark == '"':
        inner = inner.replace('"', "'") if inner.count('"') > 1 else inner[1:]
    return json.dumps(inner, ensure_ascii=False)
