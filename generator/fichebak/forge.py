"""Markdown as a forge reads it, rewritten for Python-Markdown: lists, code blocks, quotes, tables and rules.

A forge (CommonMark) takes a list, a quote or a table right after a line of text, levels of two spaces, and code blocks
inside list items; Python-Markdown wants blank lines and four spaces. Editors write what they see on the forge.
"""

import re
from collections.abc import Iterator

LEVELS_AT_MOST = 6
NOTHING = "\u200b"  # a paragraph of this parts what stands around it, and is not shown

_FENCE = re.compile(r"^(?P<before>(?:[ >]|[-*+] |\d{1,9}[.)] )*)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_ITEM = re.compile(r"^(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap> +)(?P<rest>\S.*)$")
_RULE = re.compile(r"^ {0,3}([-*_])(?: *\1){2,} *$")
_OUR_RULE = "***"  # Python-Markdown takes `-   -   -` for lists in lists, and --- after a line for a heading
_QUOTE = re.compile(r"^ *> ?")
_DELIMITERS = re.compile(r"^\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$")


def fenced(lines: list[str]) -> Iterator[str]:
    """Yield for each line what it is: text (an empty word), the `open` or `close` of a code block, or `code` in it."""
    fence = quote = ""
    for line in lines:
        found = _FENCE.match(line)
        if quote and not line.lstrip(" ").startswith(">"):
            fence = quote = ""  # the quote ends, and the code block in it
        if not fence:
            fence = found["fence"] if found else ""
            quote = ">" if found and ">" in found["before"] else ""
            yield "open" if found else ""
        elif found and found["fence"].startswith(fence) and not found["info"].strip():
            fence = quote = ""
            yield "close"
        else:
            yield "code"


NOTE = re.compile(r"^\[\^(?P<name>[^\s\[\]^]+)\]:[ ]*")


def noted(lines: list[str]) -> Iterator[str]:
    """Yield for each line the name of the note it belongs to; an empty word when it is no line of a note.

    A note begins with `[^name]:`. It goes on with lines of text, and after a blank line with lines that go in by four.
    """
    name, before = "", ""
    for line, kind in zip(lines, fenced(lines), strict=True):
        found = NOTE.match(line) if not kind else None
        goes_on = not line.strip() or line.startswith("    ") or (before.strip() and not kind and is_text(line))
        name = found["name"] if found else name if goes_on else ""
        yield name
        before = line


# The line with the address of links by name: `[name]: address "title"`. A name has something to see in it.
DEFINITION = (
    r"\[(?P<label>(?!\^)(?=[^\[\]\n]*[^\s\[\]])[^\[\]\n]{1,200})\]: *(?:\n *)?(?P<url><[^<>\n]*>|\S+) *(?:\n *)?"
    r"(?:(?P<quote>[\"'])(?P<title>.*)(?P=quote) *|\((?P<other>.*)\) *)?$"
)


def is_rule(line: str) -> bool:
    """Return whether *line* is a horizontal rule, such as `---` or `* * *`."""
    return bool(_RULE.match(line))


def is_text(line: str) -> bool:
    """Return whether *line* is plain text: no heading, quote, table, list item or rule."""
    return bool(line.strip()) and not is_rule(line) and not re.match(r" {0,3}(?:[#>|]|[-*+] |\d{1,9}[.)] )", line)


def as_forge(body: str, inside: int = 0) -> str:
    """Return *body* rewritten so that Python-Markdown makes of it what a forge does; *inside* how many parts it is."""
    lines = body.split("\n")
    names = [""] * len(lines) if inside else noted(lines)
    rewriter = _Rewriter(inside)
    for line, kind, name, following in zip(lines, fenced(lines), names, [*lines[1:], ""], strict=True):
        rewriter.add(line, kind, name, following)
    rewriter.end_part()
    return "\n".join(rewriter.result)


class _Rewriter:
    """Writes the lines of a body anew; knows which list items, code block, and quote or note are open."""

    def __init__(self, inside: int) -> None:
        self.inside = inside
        self.result: list[str] = []
        self.starts = 0  # where in the result the lines begin that no blank line parts from the last
        self.levels: list[int] = []  # the column where the text of each open list item begins
        self.ordered: list[bool] = []  # for each open list item whether it has a number
        self.code: tuple[int, str] | None = None  # of an open code block: columns to take off, what to put before
        self.sign = ""  # what begins the open quote or note, as it is written
        self.part: list[str] = []  # the lines of that quote or note, without signs

    def add(self, line: str, kind: str, name: str, following: str) -> None:
        """Write *line*, of *kind* (see `fenced`), in note *name*; a table is known by the line *following* it."""
        sign, text = self._sign(line, name)
        if sign != self.sign or (name and NOTE.match(line)):
            self.end_part()
        self.sign = sign
        if sign:
            self.part.append(text)
        elif kind:
            self._code(line, kind)
        elif not line.strip():
            self._write("")
        elif not self._list(line, following):
            self._outside(line, following)

    def _sign(self, line: str, name: str) -> tuple[str, str]:
        """Return the sign of the note or quote *line* is in, as it is to be written, and the text without it."""
        if name:
            return f"[^{name}]: ", line[4:] if line.startswith("    ") else NOTE.sub("", line)
        found = None if self.code or self.inside >= LEVELS_AT_MOST else _QUOTE.match(line)
        depth = sum(1 for column in self.levels if column <= _indent(line))
        if not found or _indent(line) - (self.levels[depth - 1] if depth else 0) >= 4:
            return "", line
        return f"{'    ' * depth}> ", line[found.end() :]

    def end_part(self) -> None:
        """Write the quote or note that is open, rewritten by itself."""
        if self.part:
            depth = _indent(self.sign) // 4
            self._leave(depth)
            last = next((line for line in reversed(self.result) if line), "")
            if last.startswith(self.sign.rstrip()):  # two quotes are no one quote
                self._write(f"{'    ' * depth}{NOTHING}", "")
            rest = "    " if self.sign.startswith("[") else self.sign
            inside = as_forge("\n".join(self.part), self.inside + 1).split("\n")
            self._write(*(f"{rest if at else self.sign}{line}".rstrip() for at, line in enumerate(inside)))
            self.part = []

    def _write(self, *lines: str) -> None:
        for line in lines:
            self.result.append(line)
            if not line.strip():
                self.starts = len(self.result)

    def _leave(self, depth: int = 0) -> None:
        """End the lists deeper than *depth*: what follows stands on its own."""
        del self.levels[depth:], self.ordered[depth:]
        self._blank()

    def _blank(self) -> None:
        if self.result and self.result[-1].strip():
            self._write("")

    def _list(self, line: str, following: str = "") -> bool:
        """Write *line* when it belongs to a list; return whether it does."""
        indent = _indent(line)
        item = None if is_rule(line) else _ITEM.match(line)
        if item and (self.levels or (indent < 4 and self._may_start(item["marker"]))):
            self._item(item)
            return True
        if self.levels and indent >= self.levels[0]:
            inside = [column for column in self.levels if indent >= column]
            rule = is_rule(line[inside[-1] :])
            alone = rule or re.match(r" *#{1,6} ", line)
            text = _OUR_RULE if rule else line.lstrip(" ")
            if alone or is_table(line, following):
                self._blank()
            code = indent - inside[-1] if indent - inside[-1] >= 4 and not self.result[-1] else 0
            self._write("    " * len(inside) + " " * code + text, *([""] if alone else []))
            return True
        return False

    def _may_start(self, marker: str) -> bool:
        """Return whether a list may start here: in the middle of a text, `2016. ` at the start of a line is a year."""
        after_text = bool(self.result) and is_text(self.result[-1])
        return not after_text or marker in "-*+" or int(marker[:-1]) == 1

    def _item(self, item: re.Match[str]) -> None:
        indent, ordered = len(item["indent"]), item["marker"] not in "-*+"
        sibling: bool | None = None  # whether the item before at this level has a number; None for a first item
        while self.levels and indent < self.levels[-1]:
            self.levels.pop()
            sibling = self.ordered.pop()
        depth = len(self.levels)
        if sibling not in {None, ordered} or not self._goes_on(depth):
            self._blank()
        self.levels.append(indent + len(item["marker"]) + min(len(item["gap"]), 4))
        self.ordered.append(ordered)
        quote = _QUOTE.match(item["rest"])
        self._write(f"{'    ' * depth}{item['marker'].replace(')', '.')} {NOTHING if quote else item['rest']}")
        if quote:
            self.sign, self.part = f"{'    ' * (depth + 1)}> ", [item["rest"][quote.end() :]]

    def _goes_on(self, depth: int) -> bool:
        """Return whether the lines above, from the last blank line on, begin with an item not deeper than *depth*."""
        first = self.result[self.starts] if self.starts < len(self.result) else ""
        return bool(_ITEM.match(first)) and _indent(first) <= 4 * depth

    def _outside(self, line: str, following: str) -> None:
        """Write a line of text, heading, rule or table outside a list; blank lines around a heading keep it fast."""
        after_blank = not self.result or not self.result[-1].strip()
        table = is_table(line, following)
        rule = is_rule(line)
        alone = rule or re.match(r" {0,3}#", line)
        if alone or (self.levels and (after_blank or not is_text(line))) or (table and not after_blank):
            self._leave()
        self._write(*([_OUR_RULE if rule else line.lstrip(" "), ""] if alone else [line]))

    def _code(self, line: str, kind: str) -> None:
        """Write a code block: as a fence at the top, indented in a list item or a quote."""
        if kind == "open":
            self._open_code(line)
            return
        columns, before = self.code or (0, "")
        if kind == "close":
            self._write(*([] if before else [_OUR_FENCE]), "")
            self.code = None
        else:
            self._write(f"{before}{line[:columns].lstrip(' ')}{line[columns:]}")

    def _open_code(self, line: str) -> None:
        found = _FENCE.match(line)
        columns = len(found["before"]) if found else 0
        if found and found["before"].strip():
            self._list(f"{found['before'].rstrip()} {NOTHING}")
        depth = sum(1 for column in self.levels if columns >= column)
        if depth == 0:
            self._leave()
            self._write(*([NOTHING, ""] if self.inside else []))
        self._blank()
        self.code = (columns, "    " * (depth + 1) if depth or self.inside else "")
        if not self.code[1]:
            self._write(_OUR_FENCE)


def is_table(line: str, following: str) -> bool:
    """Return whether a table begins on *line*, by the line of dashes *following* it."""
    return "|" in line and bool(_DELIMITERS.match(following.lstrip(" ")))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_OUR_FENCE = "`" * 40
