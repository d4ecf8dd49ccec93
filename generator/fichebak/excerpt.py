"""Where a problem is, as a terminal shows it: the line cut around the place, a caret under the sign, the mended line.

Nothing in a line can upset the terminal: control characters and signs that turn the direction of writing are replaced.
"""

import re
import unicodedata
from itertools import accumulate

from fichebak.problems import Problem

_NARROWEST = 20
_JOINERS = re.compile(
    "[\u200d\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]"
)  # terminals differ on how wide these make a sign
_SAID = re.compile(r"‘(?P<old>.+?)’ is geen ")
_WRITE = re.compile(r"Schrijf: (?P<new>.+)|Bedoelde u ‘(?P<name>[^’]+)’\?")


def excerpt(problem: Problem, text: str, width: int) -> str:
    """Return the lines that show where in *text*, its file, *problem* is: at most *width* columns, each on a line.

    A problem of a file as a whole (line 1, column 1) has none, and neither has one behind the end of the text.
    """
    place, lines = problem.place, text.split("\n")
    if (place.line, place.column) == (1, 1) or place.line > len(lines):
        return ""
    line = lines[place.line - 1]
    label = str(place.line).rjust(2)
    room = max(width - len(label) - 7, _NARROWEST)
    shown, before = _around(line, place.column - 1, room)
    better = mended(problem, line)
    rows = [(label, shown), ("", " " * before + "^")]
    rows += [("zo", _around(better, place.column - 1, room)[0])] if better else []
    return "".join(f"    {name:>{len(label)}} | {row}\n" for name, row in rows)


def mended(problem: Problem, line: str) -> str:
    """Return *line* as the hint of *problem* says it should be, or an empty text when the hint has no such words."""
    found = _WRITE.fullmatch(problem.hint)
    if not found or problem.hint.endswith("…"):
        return ""
    new, start = found["new"] or found["name"], problem.place.column - 1
    if found["new"] and _letters(new) == _letters(line):
        return line[: len(line) - len(line.lstrip())] + new
    said = _SAID.match(problem.message)
    old = said["old"] if said else ""
    return line[:start] + new + line[start + len(old) :] if old and line.startswith(old, start) else ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _around(line: str, at: int, room: int) -> tuple[str, int]:
    """Return *line* cut to *room* columns around character *at*, and how many columns stand before that character."""
    start = max(at - room, 0)
    glyphs = [_glyph(c) for c in line[start : at + room]]
    ends = list(accumulate(map(_columns, glyphs), initial=0))
    before = ends[min(at - start, len(glyphs))]
    fits = start == 0 and at + room >= len(line) and ends[-1] <= room
    first = 0 if fits else next(n for n, end in enumerate(ends) if end >= before - room // 2)
    last = len(glyphs) if fits else max(n for n, end in enumerate(ends) if end - ends[first] <= room - 2)
    head = "…" if start or first else ""
    tail = "…" if start + last < len(line) else ""
    return head + "".join(glyphs[first:last]).rstrip() + tail, len(head) + before - ends[first]


def _glyph(c: str) -> str:
    """Return what is shown for the character *c*: itself, a sign in its place, or nothing."""
    if _JOINERS.match(c):
        return ""
    kind = unicodedata.category(c)
    if c == "\t":
        return "→"
    if kind[0] == "C" or kind in {"Zl", "Zp"}:
        return "\ufffd"
    return "␣" if kind == "Zs" and c != " " else c


def _columns(glyph: str) -> int:
    """Return how many columns of a terminal *glyph* takes."""
    if not glyph or unicodedata.category(glyph) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(glyph) in "WF" else 1
