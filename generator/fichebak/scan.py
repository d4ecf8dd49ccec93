"""A body as its rules see it: the Markdown without code, in which every character keeps its place.

Python-Markdown keeps no positions, so the rules scan the source.
"""

import re

from fichebak.forge import fenced, noted
from fichebak.problems import Place

HEADING = re.compile(r"^(?:[ >]|[-*+] |\d{1,9}[.)] )*(?P<signs>#{1,6})(?!#)(?P<text>.*)$")


class Scan:
    """A *body* that starts on line *first_line* of *file*, in the forms the rules look at."""

    def __init__(self, file: str, first_line: int, body: str) -> None:
        self.file, self.first_line, self.body = file, first_line, body
        lines = body.split("\n")
        self.kinds = list(fenced(lines))
        self.notes = list(noted(lines))
        self.lines = [" " * len(line) if kind else line for line, kind in zip(lines, self.kinds, strict=True)]
        self.paragraphs = re.split(r"(\n *(?=\n))", "\n".join(self.lines))
        self.text = "".join(map(_without_code, self.paragraphs))

    def place(self, position: int) -> Place:
        """Return where the character at *position* stands."""
        start = self.body.rfind("\n", 0, position) + 1
        return Place(self.file, self.first_line + self.line_of(position), position - start + 1)

    def line_of(self, position: int) -> int:
        """Return how many lines stand above the character at *position*."""
        return self.body.count("\n", 0, position)

    def on_line(self, offset: int, column: int = 1) -> Place:
        """Return a place on the line *offset* below the first."""
        return Place(self.file, self.first_line + offset, column)


_SIGN = re.compile(r"\\[!-/:-@\[-`{-~]|`+")


def _without_code(paragraph: str) -> str:
    """Return *paragraph* with code and escaped characters blanked out, every position kept."""
    pieces, at, alone = [], 0, set()
    for found in _SIGN.finditer(paragraph):
        start, end, ticks = found.start(), found.end(), found[0]
        if start < at or ticks in alone:
            continue
        if ticks[0] == "`":
            closed = re.compile(rf"(?<!`){ticks}(?!`)").search(paragraph, end)
            if not closed:
                alone.add(ticks)
                continue
            end = closed.end()
        pieces += [paragraph[at:start], re.sub(r"[^\n]", " ", paragraph[start:end])]
        at = end
    return "".join(pieces) + paragraph[at:]


def openers(text: str) -> dict[int, int]:
    """Return for each closing bracket the position of the one it closes, in the same paragraph."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in re.finditer(r"[\[\]]|\n *(?=\n)", text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            pairs[found.start()] = opened.pop()
        elif found[0] != "]":
            opened.clear()
    return pairs
