"""The traps of YAML, explained: which mistake a layman made, where it starts, and the line as it should be."""

import json
import re
from typing import Any

import yaml

from fichebak.problems import Place, Problem, problem

LINE_AT_MOST = 300  # of a line, what hints are made from: expressions are slow on a line without end
_START = r"^\s*(?:- +)?(?:[\w.-]+:(?:\s+|$))?"  # of a line: dash and key, up to its value
_INDENT = r"\s*(?:- +)*"  # of a line, up to its key or its text
GLUED = re.compile(r"(?P<key>[a-z_]+):(?!//)(?P<value>\S.*)")  # a key without a space behind its colon
_GLUED_LINE = re.compile(_INDENT + GLUED.pattern)
_HASHED = re.compile(r"(?:^|[\s\[{,])(#\w.*)$")  # what YAML takes for a comment although it does not look like one
_MARKS = "*•·–—-"  # what people put before an item of a list
BULLET = re.compile(rf"\s*(?:-[^\s-]|[{_MARKS[:-1]}]\s)")  # an item of a list as people mark it, for YAML no item
_ONE_A_LINE = "Zet elke waarde van een lijst op een eigen regel, met ‘- ’ ervoor."
TEXT_BELOW = "Schrijf ‘>-’ achter de sleutel en zet de hele tekst daaronder, twee spaties ingesprongen."


def place_at(file: str, text: str, position: int) -> Place:
    """Return where character *position* of *text* is."""
    start = text.rfind("\n", 0, position) + 1
    return Place(file, text.count("\n", 0, position) + 1, position - start + 1)


def quoted(value: str) -> str:
    """Return *value* between double quotes, as it must stand in front matter; quotes around it are replaced."""
    inner = value.strip()
    mark = inner[:1]
    if mark in ("'", '"') and len(inner) > 1 and inner.endswith(mark):
        inner = inner[1:-1]
    elif mark == '"':
        inner = inner.replace('"', "'") if inner.count('"') > 1 else inner[1:]
    return json.dumps(inner, ensure_ascii=False)


def unglued(text: str) -> str:
    """Return *text*, a dash and a key and its value, with a space behind the colon of the key."""
    return re.sub(rf"^({_INDENT}[a-z_]+:)(?=\S)", r"\1 ", text)


def dashed(text: str) -> str:
    """Return the first item of *text*, a list whose items have no dash with a space before them, as it should be."""
    items = text.strip()
    mark = items[:1] if items[:1] in _MARKS else "-"
    first = re.split(f" +{re.escape(mark)}", items.removeprefix(mark).lstrip(), maxsplit=1)[0]
    return f"- {first}"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _text_column(line: str) -> int:
    """Return how many characters stand before the key or the text of *line*, the dash of an item among them."""
    found = re.match(_INDENT, line)
    return found.end() if found else 0


def _dash_is_missing(line: str, above: str) -> bool:
    """Return whether *line* was meant as an item of a list: it has no space behind its dash, or no dash."""
    if BULLET.match(line):
        return True
    return bool(re.match(r" *- ", above)) and _indent(line) == _indent(above) and not line.lstrip().startswith("- ")


class Lines:
    """The lines of one piece of YAML, which starts on line *first_line* of *file*."""

    def __init__(self, file: str, lines: list[str], first_line: int) -> None:
        self.file, self.lines, self.first_line = file, lines, first_line
        self.last = max((n for n, line in enumerate(lines) if line.strip()), default=0)

    def place(self, mark: Any) -> Place:
        """Return where PyYAML's *mark* is in the file."""
        if mark is None:
            return Place(self.file, self.first_line)
        if mark.line > self.last:  # behind the text: where it ends
            return Place(self.file, self.first_line + self.last, len(self.lines[self.last].rstrip()) + 1)
        return Place(self.file, self.first_line + mark.line, mark.column + 1)

    def line(self, place: Place) -> str:
        """Return the line at *place*, cut when it has no end."""
        number = place.line - self.first_line
        return self.lines[number][:LINE_AT_MOST] if 0 <= number < len(self.lines) else ""

    def item_below(self, start: Place, last: int) -> Place | None:
        """Return the first item of a list that stands in the text from *start* to line *last*: it goes in too far."""
        for number in range(start.line - self.first_line + 1, last + 1):
            if re.match(r" *- ", self.lines[number]):
                return Place(self.file, self.first_line + number, _indent(self.lines[number]) + 1)
        return None

    def explain(self, error: yaml.MarkedYAMLError) -> Problem:
        """Return the problem behind PyYAML's *error*: the trap a layman fell into, with the mended line."""
        what = f"{error.context or ''}; {error.problem or ''}"
        here = self.place(error.problem_mark)
        start = self.place(error.context_mark or error.problem_mark)
        for explanation in (self._characters, self._quotes, self._hash, self._brackets, self._structure):
            found = explanation(what, here, start)
            if found:
                return found
        return problem("F010", here)

    def _characters(self, what: str, here: Place, start: Place) -> Problem | None:
        if "an alias" in what and BULLET.match(self.line(start)):
            return problem("F026", start, hint=f"Schrijf: {dashed(self.line(start))}")
        if "an alias" in what or "an anchor" in what:
            sign = self.line(start)[start.column - 1 :][:1]
            return problem("F017", start, teken=sign, hint=self.quoted_value(start))
        if "escape character" in what or "hexdecimal" in what:
            return self._backslash(here)
        if "block scalar" in what:
            return self._first_sign(here, "|>")
        if "tag" in what.split(";")[0]:
            return problem("F013", start, teken="!", hint=self.quoted_value(start))
        return self._first_sign(here, "@`%?,]}")

    def _backslash(self, here: Place) -> Problem:
        line = self.line(here)
        key = re.match(_START, line)
        start = key.end() if key else 0
        value = line[start:].strip()
        whole = len(value) > 1 and value[0] == value[-1] == '"'
        hint = f"Schrijf: {line[:start].lstrip()}{json.dumps(value[1:-1], ensure_ascii=False)}" if whole else ""
        column = line.rfind("\\", 0, here.column) + 1
        return problem("F024", Place(here.file, here.line, max(column, 1)), hint=hint)

    def _first_sign(self, here: Place, signs: str) -> Problem | None:
        """Return the problem when the value on the line of *here* begins with one of *signs*, which have a meaning."""
        found = re.match(rf"(?:{_START})([{re.escape(signs)}])", self.line(here))
        if not found:
            return None
        place = Place(here.file, here.line, found.start(1) + 1)
        return problem("F013", place, teken=found[1], hint=self.quoted_value(place))

    def _quotes(self, what: str, here: Place, start: Place) -> Problem | None:
        if "quoted scalar" in what and "end of stream" in what:
            return self._open_quote(start)
        if "expected" not in what and "mapping values" not in what:
            return None
        closed = re.match(rf"""{_START}(?P<q>["']).*?(?P=q)(?:\s*:\s|\s*[^\s,:#\]}}])""", self.line(here))
        if closed:
            place = Place(here.file, here.line, closed.start("q") + 1)
            return problem("F020", place, hint=self.quoted_value(place))
        return self._left_open(here)

    def _left_open(self, here: Place) -> Problem | None:
        """Find a quote that was opened lines ago and closed by chance, as in ’s-Gravenwezel … ’s-Hertogenbosch."""
        for line in range(here.line - 1, max(self.first_line, here.line - 100) - 1, -1):
            text = self.line(Place(here.file, line))
            found = re.match(rf"""{_START}(?:.*[\[,{{]\s*)?(?P<q>["'])(?!.*(?P=q))""", text)
            if found:
                return self._open_quote(Place(here.file, line, found.start("q") + 1))
        return None

    def _open_quote(self, place: Place) -> Problem:
        """Return the problem of the quote at *place*, which is not closed: of a key, or of a value."""
        line = self.line(place)
        key = re.match(r"""(?P<q>["'])(?P<key>[^"':]+):(?P<rest>\s.*|$)""", line[place.column - 1 :])
        if not key or _text_column(line) != place.column - 1:
            return problem("F014", place, hint=self.quoted_value(place))
        plain = re.fullmatch("[a-z_]{3,}", key["key"])
        name = key["key"] if plain else json.dumps(key["q"] + key["key"], ensure_ascii=False)
        return problem("F112", place, hint=f"Schrijf: {line[: place.column - 1].lstrip()}{name}:{key['rest']}".rstrip())

    def _hash(self, what: str, here: Place, start: Place) -> Problem | None:
        """Find what a # hid where a bracket was opened, or in the line above one that goes on with its text."""
        goes_on = not re.match(rf"{_INDENT}[\w.-]+:(?:\s|$)", self.line(here))
        for place in [start] * ("flow" in what) + [Place(here.file, here.line - 1)] * goes_on:
            line = self.line(place)
            found = _HASHED.search(re.sub(r"""(["']).*?\1""", lambda quotes: "_" * len(quotes[0]), line))
            if found and line[: found.start(1)].strip():
                hidden = Place(here.file, place.line, found.start(1) + 1)
                return problem("F111", hidden, tekst=found[1], hint=self._around(hidden))
        return None

    def _around(self, hidden: Place) -> str:
        """Return the hint for what is *hidden* behind a #: its line with the whole value between quotes."""
        line = self.line(hidden)
        if not re.match(_START, line)[0].strip():  # type: ignore[index]  # it matches any line
            return TEXT_BELOW
        before = re.match(r".*[\[{,]\s*(?:[a-z_]+:\s+)?", line[: hidden.column - 1])
        return self.quoted_value(Place(hidden.file, hidden.line, before.end() + 1) if before else hidden)

    def _brackets(self, what: str, here: Place, start: Place) -> Problem | None:
        if "flow" not in what:
            return None
        if "flow node" in what:
            start = self._opened_before(here)
        line = self.line(start)
        opener = line[start.column - 1 :][:1]
        closer = "]" if opener == "[" else "}"
        unclosed = line.count(opener) > line.count(closer) and not set(line) & set("'\"#")
        hint = f"Schrijf: {line.strip().rstrip(',]}')}{closer}" if unclosed and line.count(opener) == 1 else ""
        return problem("F015", start, teken=opener, sluiter=closer, hint=hint)

    def _opened_before(self, here: Place) -> Place:
        number = here.line - self.first_line
        before = "\n".join([*self.lines[:number], self.lines[number][: here.column - 1]])
        opened = place_at(here.file, before, max(before.rfind("["), before.rfind("{"), 0))
        return Place(here.file, opened.line + self.first_line - 1, opened.column)

    def _structure(self, what: str, here: Place, start: Place) -> Problem | None:
        line, above = self.line(here), self.line(Place(here.file, here.line - 1))
        if "could not find expected ':'" in what:
            return self._no_colon(start, self.line(start))
        if "mapping values are not allowed" in what:
            return self._colon(here, line, above)
        if "block sequence entries" in what:
            return problem("F013", here, teken="-", hint=_ONE_A_LINE)
        after_bracket = re.match(rf"{_START}([\[{{]).*[\]}}]\s*\S", line)
        if "did not find expected" in what and after_bracket:
            place = Place(here.file, here.line, after_bracket.start(1) + 1)
            return problem("F013", place, teken=after_bracket[1], hint=self.quoted_value(place))
        if "expected" in what and not line.lstrip().startswith(":"):
            return problem("F021", Place(here.file, here.line, _indent(line) + 1))
        return None

    def _colon(self, here: Place, line: str, above: str) -> Problem:
        """Tell apart what a colon too many can be: text, a key too far to the right, or a colon missing above."""
        if re.search(r":\s", line[: here.column - 1]):
            return problem("F012", here, hint=self.quoted_value(here))
        if _dash_is_missing(above, "") or (
            re.fullmatch(r"\s*(?:- +)?[\w.-]+(?::\S.*| [^:]*)?", above) and _text_column(above) >= _text_column(line)
        ):
            return self._no_colon(Place(here.file, here.line - 1), above)
        if re.match(r" *[a-z_]+:(?: |$)", line):
            return problem("F021", Place(here.file, here.line, _indent(line) + 1))
        return problem("F012", here, hint=TEXT_BELOW)

    def _no_colon(self, place: Place, line: str) -> Problem:
        if re.search(r": +[>|][+-]?\s*$", self.line(Place(place.file, place.line - 1))):
            return problem("F021", place, hint="Laat de tekst onder ‘>-’ twee spaties inspringen.")
        if _dash_is_missing(line, self.line(Place(place.file, place.line - 1))):
            return problem("F026", Place(place.file, place.line, _indent(line) + 1), hint=f"Schrijf: {dashed(line)}")
        glued = _GLUED_LINE.match(line)
        if glued:
            value = Place(place.file, place.line, glued.start("value") + 1)
            return problem("F110", value, sleutel=glued["key"], hint=f"Schrijf: {unglued(line.strip())}")
        key = re.match(r"\s*(?:- +)?([a-z_]+)(?::| |$)\s*(.*)$", line)
        hint = f"Schrijf: {key[1]}: {key[2]}".rstrip() if key else ""
        return problem("F022", Place(place.file, place.line, _indent(line) + 1), hint=hint)

    def quoted_value(self, place: Place) -> str:
        """Return ‘Schrijf: …’ with the line at *place*, the value there between double quotes."""
        line = self.line(place)
        key = re.match(_START, line)
        start = place.column - 1
        if key and (key.end() > start or not re.search(r"[\[{]", line[key.end() : start])):
            start = key.end()
        value, rest = line[start:], ""
        if re.search(r"[\[{]", line[:start]):
            cut = re.search(r"\s*[,\]}]", value)
            value, rest = (value[: cut.start()], value[cut.start() :]) if cut else (value, "")
        return f"Schrijf: {line[:start].lstrip()}{quoted(value)}{rest}" if value.strip() else ""
