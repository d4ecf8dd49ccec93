"""Markdown: the rules of a body, and its two forms: safe HTML for the site, plain data for the guide.

Markdown is what a forge shows, without raw HTML. Python-Markdown keeps no positions, so the rules scan the source.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

import markdown
import nh3

from fichebak.problems import Place, Problem, did_you_mean, problem

LENGTH_AT_MOST = 30_000
LEVELS_AT_MOST = 6

_ITEM = re.compile(r"^(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap> {1,4}|$)(?P<rest>.*)$")
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_PRACTICE = re.compile(r"^(?:\.\./practices/|\.\./|/?praktijken/)?(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.md|/)$")
_OUTSIDE = re.compile(r"^https?://(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#][^\s<>\"']*)?$", re.I)
_MAIL = re.compile(r"^mailto:[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}$", re.I)
_IMAGE_FILE = re.compile(r"^(?:\.\./)?afbeeldingen/(?P<name>[\w-]+\.(?:png|jpg|jpeg|webp))$")


# The rules.


@dataclass(frozen=True, slots=True)
class Known:
    """What a body may refer to: the addresses of fiches and the names of images."""

    slugs: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


def check(file: str, body: str, first_line: int, known: Known) -> list[Problem]:
    """Return what is wrong with *body*, which starts on line *first_line* of *file*."""
    if len(body) > LENGTH_AT_MOST:
        return [problem("F077", Place(file, first_line), lengte=len(body), hoogstens=LENGTH_AT_MOST)]
    lines = _without_code(body).split("\n")
    problems: list[Problem] = []
    for offset, line in enumerate(lines):
        place = Place(file, first_line + offset)
        problems += [*_depth(line, place), *_html(line, place), *_links(line, place, known)]
    return problems + _headings(lines, file, first_line)


def _without_code(body: str) -> str:
    """Return *body* with code and escaped characters blanked out, every position kept."""
    blank: Callable[[re.Match[str]], str] = lambda found: " " * len(found[0])  # noqa: E731
    lines, fence = [], ""
    for line in body.split("\n"):
        found = _FENCE.match(line)
        if fence:
            closes = found and found[1].startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence
            lines.append("")
        elif found:
            fence = found[1]
            lines.append("")
        else:
            line = re.sub(r"\\[\\`*_{}\[\]()#+\-.!<>|~]", blank, line)
            lines.append(re.sub(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", blank, line))
    return "\n".join(lines)


def _depth(line: str, place: Place) -> Iterator[Problem]:
    quotes = re.match(r"^[ >]*", line)
    spaces = len(line) - len(line.lstrip(" "))
    levels = quotes[0].count(">") if quotes else 0
    item_levels = spaces // 2 + len(re.findall(r"(?:[-*+]|\d+[.)]) +(?=[-*+] |\d+[.)] )", line[:200]))
    if levels > LEVELS_AT_MOST or (_ITEM.match(line) and item_levels > 2 * LEVELS_AT_MOST):
        yield problem("F078", place, hoogstens=LEVELS_AT_MOST)


def _html(line: str, place: Place) -> Iterator[Problem]:
    found = re.search(r"<(?:[A-Za-z/!?][^>]{0,60}>?)", line)
    while found:
        inside = found[0][1:].rstrip(">")
        is_link = re.match(r"(?:https?://|mailto:|[\w.+-]+@[\w-]+\.)", inside, re.I)
        if not is_link:
            yield problem("F075", Place(place.file, place.line, found.start() + 1), waarde=found[0])
            return
        found = re.compile(r"<(?:[A-Za-z/!?][^>]{0,60}>?)").search(line, found.end())


_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]]{0,500})\]\(\s*(?P<url><[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")
_AUTOLINK = re.compile(r"<(?P<url>(?:[a-z][a-z0-9+.-]{1,31}:|[\w.+-]+@)[^\s<>]*)>", re.I)
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]{1,200}\]:\s*(?P<url><[^<>]*>|\S+)")


def _links(line: str, place: Place, known: Known) -> Iterator[Problem]:
    for found in _LINK.finditer(line):
        url = found["url"].strip("<>")
        here = Place(place.file, place.line, found.start() + 1)
        if found["image"]:
            yield from _image(found["text"], url, here, known)
        else:
            yield from _address(url, here, known)
    for pattern in (_AUTOLINK, _REFERENCE):
        for found in pattern.finditer(line):
            url = found["url"].strip("<>")
            url = f"mailto:{url}" if "@" in url and ":" not in url else url
            yield from _address(url, Place(place.file, place.line, found.start("url") + 1), known)


def _image(alt: str, url: str, place: Place, known: Known) -> Iterator[Problem]:
    if not alt.strip():
        yield problem("F073", place)
    found = _IMAGE_FILE.match(url)
    if not found or found["name"] not in known.images:
        yield problem("F076", place, waarde=url)


def _address(url: str, place: Place, known: Known) -> Iterator[Problem]:
    practice = _PRACTICE.match(url)
    if practice and practice["slug"] not in known.slugs:
        slug = practice["slug"]
        yield problem("F055", place, waarde=slug, hint=did_you_mean(slug, known.slugs))
    elif not practice and not _OUTSIDE.match(url) and not _MAIL.match(url):
        yield problem("F074", place, waarde=url)


def _headings(lines: list[str], file: str, first_line: int) -> list[Problem]:
    problems, level = [], 1
    for offset, line in enumerate(lines):
        found = re.match(r"^ {0,3}(#{1,6})(.*?)#*\s*$", line)
        underlined = offset > 0 and re.match(r"^ {0,3}(=+|-+)\s*$", line) and _is_text(lines[offset - 1])
        if underlined:
            problems.append(problem("F070", Place(file, first_line + offset - 1)))
        if not found:
            continue
        place, now = Place(file, first_line + offset, line.index("#") + 1), len(found[1])
        if not found[2].strip():
            problems.append(problem("F072", place))
        elif now == 1:
            problems.append(problem("F070", place))
        elif now > level + 1:
            problems.append(problem("F071", place, van=level, naar=now, voorstel="#" * (level + 1)))
        level = max(now, 2) if now <= level + 1 else level
    return problems


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not re.match(r"^ {0,3}(?:[#>|-]|\* |\+ |\d+[.)] )", line)


# The two forms.


def to_html(body: str, to_root: str) -> str:
    """Return *body* as safe HTML for a page whose way to the root of the site is *to_root* (such as `../../`)."""
    converter = markdown.Markdown(extensions=["tables", "sane_lists", "fenced_code"], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return _safe(converter.convert(_as_forge_lists(body)), to_root)


_TAGS = {
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre", "br", "hr",
    "img", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def _safe(html: str, to_root: str) -> str:
    def attribute(tag: str, name: str, value: str) -> str | None:
        if (tag, name) == ("a", "href"):
            practice = _PRACTICE.match(value)
            if practice:
                return f"{to_root}praktijken/{practice['slug']}/"
            return value if _OUTSIDE.match(value) or _MAIL.match(value) else None
        if (tag, name) == ("img", "src"):
            image = _IMAGE_FILE.match(value)
            return f"{to_root}afbeeldingen/{image['name']}" if image else None
        return value

    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags={"script", "style"},
        attributes={"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}},
        attribute_filter=attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _as_forge_lists(body: str) -> str:
    """Rewrite lists as Python-Markdown wants them: a blank line before, four spaces a level.

    A forge takes a list right after a line of text and levels of two spaces; editors write what they see there.
    """
    levels: list[int] = []  # the column where the text of each open item begins
    result: list[str] = []
    fenced = False
    for line in body.split("\n"):
        fenced ^= bool(_FENCE.match(line.lstrip(" ") if levels else line))
        indent = len(line) - len(line.lstrip(" "))
        item = None if fenced or re.match(r"^ {0,3}([-*_] *){3,}$", line) else _ITEM.match(line)
        if item and (levels or indent < 4):
            result += _list_item(item, levels, result)
        elif levels and line.strip() and indent >= levels[0]:
            depth = sum(1 for column in levels if indent >= column)
            result.append("    " * depth + line.strip())
        else:
            if line.strip() and (not result or not result[-1].strip()):
                levels.clear()
            result.append(line)
    return "\n".join(result)


def _list_item(item: re.Match[str], levels: list[int], before: list[str]) -> list[str]:
    indent = len(item["indent"])
    previous = before[-1] if before else ""
    while levels and indent < levels[-1]:
        levels.pop()
    blank = [""] if not levels and _is_text(previous) and not _ITEM.match(previous.lstrip()) else []
    depth = len(levels)
    levels.append(indent + len(item["marker"]) + max(1, len(item["gap"])))
    marker = item["marker"].replace(")", ".")
    return [*blank, f"{'    ' * depth}{marker} {item['rest']}"]


@dataclass(slots=True)
class _Element:
    tag: str
    attributes: dict[str, str]
    children: "list[_Element | str]"


class _Tree(HTMLParser):
    """Builds a tree of the clean HTML that nh3 gives; it is balanced, so no repair is needed."""

    def __init__(self) -> None:
        super().__init__()
        self.root = _Element("body", {}, [])
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs}, [])
        self.open[-1].children.append(element)
        if tag not in {"br", "hr", "img"}:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) > 1 and self.open[-1].tag == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def to_data(body: str) -> list[dict[str, Any]]:
    """Return *body* as blocks of plain data for the guide: dictionaries with `t` (the HTML tag) and `c` (children).

    It is read back from the same clean HTML the site shows, so both always say the same. Text is data: nothing in it
    can be taken for markup of the guide.
    """
    tree = _Tree()
    tree.feed(to_html(body, ""))
    tree.close()
    return [_data(child) for child in tree.root.children if not isinstance(child, str)]


def _data(element: _Element) -> dict[str, Any]:
    children: list[Any] = []
    for child in element.children:
        if isinstance(child, _Element):
            children.append(_data(child))
        elif child.strip() or element.tag not in {"ul", "ol", "table", "thead", "tbody", "tr", "blockquote"}:
            children.append(child)
    found: dict[str, Any] = {"t": element.tag, "c": children}
    for name in ("href", "alt", "start"):
        if name in element.attributes:
            found[name] = element.attributes[name]
    return found
