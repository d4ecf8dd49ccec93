"""The rules of a body: what is wrong in the Markdown under the front matter, and where."""

import re
from collections.abc import Iterator

from fichebak.foreign import foreign
from fichebak.forge import LEVELS_AT_MOST, is_rule, is_text
from fichebak.links import AUTOLINK, Known, links
from fichebak.notes import notes
from fichebak.problems import Place, Problem, problem
from fichebak.scan import HEADING, Scan
from fichebak.signs import unprintable
from fichebak.tables import tables

LENGTH_AT_MOST = 30_000
MARKS_AT_MOST = {"[": 100, "`": 100, "~": 100, "*": 1_000, "_": 1_000}  # in a paragraph: more makes reading it slow


def check(file: str, body: str, first_line: int, known: Known) -> list[Problem]:
    """Return what is wrong with *body*, which starts on line *first_line* of *file*."""
    if len(body) > LENGTH_AT_MOST:
        return [problem("F077", Place(file, first_line), lengte=len(body), hoogstens=LENGTH_AT_MOST)]
    scan = Scan(file, first_line, body)
    rules = (
        _open_code, _marks, _depth, _empty_items, _glued_items, _html, _headings, notes, tables, foreign, unprintable,
    )  # fmt: skip
    return [*(found for rule in rules for found in rule(scan)), *links(scan, known)]


def _open_code(scan: Scan) -> Iterator[Problem]:
    if scan.kinds[-1] in {"open", "code"}:
        opened = max(offset for offset, kind in enumerate(scan.kinds) if kind == "open")
        yield problem("F079", scan.on_line(opened))


def _marks(scan: Scan) -> Iterator[Problem]:
    position = 0
    for paragraph in scan.paragraphs:
        for mark, at_most in MARKS_AT_MOST.items():
            if paragraph.count(mark) > at_most:
                place = scan.place(position + paragraph.index(mark))
                yield problem("F081", place, teken=mark, aantal=paragraph.count(mark), hoogstens=at_most)
                return
        position += len(paragraph)


def _depth(scan: Scan) -> Iterator[Problem]:
    levels: list[int] = []  # the column where the text of each open list item begins
    for offset, line in enumerate(scan.lines):
        if line.strip() and _levels(line, levels) > LEVELS_AT_MOST:
            yield problem("F078", scan.on_line(offset), hoogstens=LEVELS_AT_MOST)
            return


_CONTAINER = re.compile(r" *(?P<sign>>|(?:[-*+]|\d{1,9}[.)])(?= ))")


def _levels(line: str, levels: list[int]) -> int:
    """Return how many lists and quotes *line* is in; *levels* are the columns of the open items, brought up to date."""
    indent = len(line) - len(line.lstrip(" "))
    while levels and indent < levels[-1]:
        levels.pop()
    quotes = spaces = 0
    found = None if is_rule(line) else _CONTAINER.match(line)
    while found and len(levels) + quotes <= LEVELS_AT_MOST:
        if found["sign"] == ">":
            quotes += 1
        else:
            spaces += max(0, len(found[0]) - len(found["sign"]) - 1) // 2 if quotes else 0
            levels.append(found.end() + 1)
        found = _CONTAINER.match(line, found.end())
    return len(levels) + quotes + spaces


def _empty_items(scan: Scan) -> Iterator[Problem]:
    for offset, line in enumerate(scan.lines):
        found = re.match(r"^[ >]*([-*+]|\d{1,9}[.)]) *$", line)
        if found and not (offset and is_text(scan.lines[offset - 1])):
            yield problem("F080", scan.on_line(offset, found.start(1) + 1))


_GLUED_ITEM = re.compile(r"[ >]*-(?P<text>(?:[*_]{1,2}|\[)?[^\W\d_].*)")


def _glued_items(scan: Scan) -> Iterator[Problem]:
    """Yield the first item of each list whose dash has no space behind it; in the middle of a sentence it is none."""
    within = False
    for offset, line in enumerate(scan.lines):
        found = _GLUED_ITEM.match(line)
        above = scan.lines[offset - 1] if offset else ""
        if found and not within and (not is_text(above) or above.rstrip().endswith(":")):
            item = f"- {scan.body.split(chr(10))[offset][found.start('text') :]}"
            yield problem("F113", scan.on_line(offset, found.start("text")), voorstel=item)
        within = bool(found)


def _html(scan: Scan) -> Iterator[Problem]:
    lines = set()
    for found in re.finditer(r"<[A-Za-z/!?][^>\n]{0,60}>?", scan.text):
        place = scan.place(found.start())
        if place.line not in lines and not AUTOLINK.match(scan.text, found.start()):
            lines.add(place.line)
            yield problem("F075", place, waarde=found[0])


def _headings(scan: Scan) -> Iterator[Problem]:
    level = 1
    for offset, line in enumerate(scan.lines):
        if offset and re.match(r"^ {0,3}(=+|-+) *$", line) and is_text(scan.lines[offset - 1]):
            yield problem("F070", scan.on_line(offset - 1))
        found = HEADING.match(line)
        if not found:
            continue
        place, now = scan.on_line(offset, found.start("signs") + 1), len(found["signs"])
        if not found["text"].strip(" #"):
            yield problem("F072", place)
        elif not found["text"].startswith(" "):
            yield problem("F082", place, voorstel=f"{'#' * max(now, 2)} {found['text'].strip(' #')}")
        elif now == 1:
            yield problem("F070", place)
        elif now > level + 1:
            yield problem("F071", place, van=level, naar=now, voorstel="#" * (level + 1))
        level = max(now, 2) if now <= level + 1 else level
