"""The rules of a body: what is wrong in the Markdown under the front matter, and where.

Python-Markdown keeps no positions, so the rules scan the source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fichebak.forge import LEVELS_AT_MOST, fenced, is_rule, is_text
from fichebak.markup import IMAGE_FILE, PRACTICE, leads_outside
from fichebak.problems import Place, Problem, did_you_mean, problem

LENGTH_AT_MOST = 30_000
MARKS_AT_MOST = {"[": 100, "`": 100, "*": 1_000, "_": 1_000}  # in a paragraph: Python-Markdown is slow on more


@dataclass(frozen=True, slots=True)
class Known:
    """What a body may refer to: the addresses of fiches and the names of images."""

    slugs: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


def check(file: str, body: str, first_line: int, known: Known) -> list[Problem]:
    """Return what is wrong with *body*, which starts on line *first_line* of *file*."""
    if len(body) > LENGTH_AT_MOST:
        return [problem("F077", Place(file, first_line), lengte=len(body), hoogstens=LENGTH_AT_MOST)]
    source = _Source(file, first_line, body)
    rules = (_open_code, _marks, _depth, _empty_items, _html, _headings)
    return [*(found for rule in rules for found in rule(source)), *_links(source, known)]


class _Source:
    """A body with the forms the rules look at, in which every character keeps its position."""

    def __init__(self, file: str, first_line: int, body: str) -> None:
        self.file, self.first_line, self.body = file, first_line, body
        lines = body.split("\n")
        self.kinds = list(fenced(lines))
        self.lines = [" " * len(line) if kind else line for line, kind in zip(lines, self.kinds, strict=True)]
        self.paragraphs = re.split(r"(\n *(?=\n))", "\n".join(self.lines))
        self.text = "".join(map(_without_code, self.paragraphs))

    def place(self, position: int) -> Place:
        start = self.body.rfind("\n", 0, position) + 1
        return Place(self.file, self.first_line + self.body.count("\n", 0, position), position - start + 1)

    def on_line(self, offset: int, column: int = 1) -> Place:
        return Place(self.file, self.first_line + offset, column)


_SIGN = re.compile(r"\\[\\`*_{}\[\]()#+\-.!<>|~]|`+")


def _without_code(paragraph: str) -> str:
    """Return *paragraph* with code and escaped characters blanked out, every position kept."""
    pieces, at, alone = [], 0, set()
    for found in _SIGN.finditer(paragraph):
        start, end, ticks = found.start(), found.end(), found[0]
        if start < at or ticks in alone:
            continue
        if ticks[0] == "`":
            closed = re.compile(rf"(?<!`){ticks}(?!`)").search(paragraph, end)
            end = closed.end() if closed else end
            alone |= set() if closed else {ticks}
        pieces += [paragraph[at:start], re.sub(r"[^\n]", " ", paragraph[start:end])]
        at = end
    return "".join(pieces) + paragraph[at:]


def _open_code(source: _Source) -> Iterator[Problem]:
    if source.kinds[-1] in {"open", "code"}:
        opened = max(offset for offset, kind in enumerate(source.kinds) if kind == "open")
        yield problem("F079", source.on_line(opened))


def _marks(source: _Source) -> Iterator[Problem]:
    position = 0
    for paragraph in source.paragraphs:
        for mark, at_most in MARKS_AT_MOST.items():
            if paragraph.count(mark) > at_most:
                place = source.place(position + paragraph.index(mark))
                yield problem("F081", place, teken=mark, aantal=paragraph.count(mark), hoogstens=at_most)
                return
        position += len(paragraph)


def _depth(source: _Source) -> Iterator[Problem]:
    levels: list[int] = []  # the column where the text of each open list item begins
    for offset, line in enumerate(source.lines):
        if line.strip() and _levels(line, levels) > LEVELS_AT_MOST:
            yield problem("F078", source.on_line(offset), hoogstens=LEVELS_AT_MOST)
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


def _empty_items(source: _Source) -> Iterator[Problem]:
    for offset, line in enumerate(source.lines):
        found = re.match(r"^[ >]*([-*+]|\d{1,9}[.)]) *$", line)
        if found and not (offset and is_text(source.lines[offset - 1])):
            yield problem("F080", source.on_line(offset, found.start(1) + 1))


_AUTOLINK = re.compile(r"<(?P<url>(?:[a-z][a-z0-9+.-]{1,31}:|[\w.+-]+@)[^\s<>]*)>", re.I)


def _html(source: _Source) -> Iterator[Problem]:
    lines = set()
    for found in re.finditer(r"<[A-Za-z/!?][^>\n]{0,60}>?", source.text):
        place = source.place(found.start())
        if place.line not in lines and not _AUTOLINK.match(source.text, found.start()):
            lines.add(place.line)
            yield problem("F075", place, waarde=found[0])


_TARGET = re.compile(r"\]\(\s*(?P<url><[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")
_DEFINITION = re.compile(r"^[ >]*\[(?P<label>[^\[\]\n]{1,200})\]: *\n? *(?P<url><[^<>\n]*>|\S+)", re.M)
_IMAGE_BY_LABEL = re.compile(r"!\[(?P<alt>[^\[\]]{0,200})\](?:\[(?P<label>[^\[\]]{0,200})\])?(?!\()")


def _links(source: _Source, known: Known) -> Iterator[Problem]:
    openers = _openers(source.text)
    for found in _TARGET.finditer(source.text):
        opener = openers.get(found.start(), -1)
        if opener < 0:
            continue
        if source.text[opener - 1 : opener] == "!":
            alt = source.body[opener + 1 : found.start()]
            yield from _image(alt, _url(found), source.place(opener - 1), known)
        else:
            yield from _address(_url(found), source.place(opener), known)
    for found in _AUTOLINK.finditer(source.text):
        url = found["url"] if ":" in found["url"] else f"mailto:{found['url']}"
        yield from _address(url, source.place(found.start()), known)
    yield from _definitions(source, known)


def _definitions(source: _Source, known: Known) -> Iterator[Problem]:
    """Check links of the form `[tekst][naam]`, whose address stands on a line `[naam]: address`."""
    found = {each["label"].casefold(): each for each in _DEFINITION.finditer(source.text)}
    images = set()
    for image in _IMAGE_BY_LABEL.finditer(source.text):
        label = (image["label"] or image["alt"]).casefold()
        if label in found:
            images.add(label)
            yield from _image(image["alt"], _url(found[label]), source.place(image.start()), known)
    for label, each in found.items():
        if label not in images:
            yield from _address(_url(each), source.place(each.start("label") - 1), known)


def _url(found: re.Match[str]) -> str:
    return found["url"].strip("<>")


def _openers(text: str) -> dict[int, int]:
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


def _image(alt: str, url: str, place: Place, known: Known) -> Iterator[Problem]:
    if not alt.strip():
        yield problem("F073", place)
    found = IMAGE_FILE.match(url)
    if not found or found["name"] not in known.images:
        yield problem("F076", place, waarde=url)


def _address(url: str, place: Place, known: Known) -> Iterator[Problem]:
    practice = PRACTICE.match(url)
    if practice and practice["slug"] not in known.slugs:
        slug = practice["slug"]
        yield problem("F055", place, waarde=slug, hint=did_you_mean(slug, known.slugs))
    elif not practice and not leads_outside(url):
        yield problem("F074", place, waarde=url)


_HEADING = re.compile(r"^(?:[ >]|[-*+] |\d{1,9}[.)] )*(?P<signs>#{1,6})(?!#)(?P<text>.*)$")


def _headings(source: _Source) -> Iterator[Problem]:
    level = 1
    for offset, line in enumerate(source.lines):
        if offset and re.match(r"^ {0,3}(=+|-+) *$", line) and is_text(source.lines[offset - 1]):
            yield problem("F070", source.on_line(offset - 1))
        found = _HEADING.match(line)
        if not found:
            continue
        place, now = source.on_line(offset, found.start("signs") + 1), len(found["signs"])
        if not found["text"].strip(" #"):
            yield problem("F072", place)
        elif not found["text"].startswith(" "):
            yield problem("F082", place, voorstel=f"{'#' * max(now, 2)} {found['text'].strip(' #')}")
        elif now == 1:
            yield problem("F070", place)
        elif now > level + 1:
            yield problem("F071", place, van=level, naar=now, voorstel="#" * (level + 1))
        level = max(now, 2) if now <= level + 1 else level
