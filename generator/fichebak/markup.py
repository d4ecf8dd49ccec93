"""Markdown in its two forms: safe HTML for the site, plain data for the guide. Raw HTML is text in both."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any

import markdown
import nh3

from fichebak.dialect import extensions
from fichebak.forge import as_forge
from fichebak.values import MAIL_ADDRESS, WEB_ADDRESS
from fichebak.vocabulary import MONTHS, UNITS

# What a link or an image may lead to.
PRACTICE = re.compile(r"^(?:\.\./practices/|\.\./|/?praktijken/)?(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.md|/)$")
IMAGE_FILE = re.compile(r"^(?:\.\./)?afbeeldingen/(?P<name>[\w-]+\.(?:png|jpg|jpeg|webp))$")

# The space between a number and what belongs to it.
_MONTH = "|".join(MONTHS)
_UNIT = "|".join(unit + r"\b" * unit.isalpha() for unit in UNITS)
_SPACE = re.compile(
    rf"(?<=€) (?=\d)|(?<=\d) (?={_UNIT}|(?:{_MONTH})\b)|\b(?:{_MONTH}) (?=\d{{4}}\b)|(?<=miljoen|miljard) (?=euro\b)"
)


def leads_outside(url: str) -> bool:
    """Return whether *url* is a link out of the catalogue: a web address, or mailto: with a mail address."""
    scheme, _, mailbox = url.partition(":")
    return bool(WEB_ADDRESS.fullmatch(url) or (scheme.lower() == "mailto" and MAIL_ADDRESS.fullmatch(mailbox)))


def tied(text: str) -> str:
    """Return *text* with what belongs to a number on its line: ‘€ 600’, ‘2 VTE’, ‘3,7 miljoen euro’, ‘30 juni 2016’."""
    return _SPACE.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def to_html(body: str, to_root: str) -> str:
    """Return *body* as safe HTML for a page whose way to the root of the site is *to_root* (such as `../../`)."""
    return _safe(_converter().reset().convert(as_forge(tied(body).expandtabs(4))), to_root)


def to_page(body: str, to_root: str) -> str:
    """Return what `to_html` does, each table in a window of its own: a wide one scrolls in it, by keyboard too."""
    return to_html(body, to_root).replace("<table>", f"{_WINDOW}<table>").replace("</table>", "</table></div>")


_WINDOW = '<div class="tabel" role="group" aria-label="Tabel" tabindex="0">'


@cache
def _converter() -> markdown.Markdown:
    """Return Python-Markdown; made once, for making it costs as much as converting a short text."""
    return markdown.Markdown(extensions=extensions(), output_format="html")


_TAGS = {
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "figure", "figcaption",
    "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "del", "a", "sup", "span", "code", "br", "img",
}  # fmt: skip
_NOTE_ID = r"(?:bij-)?noot-\d+(?:-\d+)?"
_GIVEN = (("a", "href"), ("img", "src"), ("img", "alt"), ("ol", "start"))
# Attributes that an editor cannot write: the values that our own dialect gives them, and no other.
_OWN = {
    ("a", "id"): _NOTE_ID, ("a", "role"): "doc-(?:noteref|backlink)", ("a", "aria-label"): r"[a-z ]*noot [\d a-z,]+",
    ("a", "class"): "adres", ("ol", "class"): "noten", ("li", "id"): _NOTE_ID, ("li", "class"): "taak",
    ("td", "class"): "midden|rechts", ("th", "class"): "midden|rechts", ("span", "role"): "img",
    ("span", "aria-label"): "[a-z ]+",
}  # fmt: skip
_ATTRIBUTES = {tag: {name for each, name in (*_OWN, *_GIVEN) if each == tag} for tag, _ in (*_OWN, *_GIVEN)}


def _safe(html: str, to_root: str) -> str:
    def attribute(tag: str, name: str, value: str) -> str | None:
        if (tag, name) in _OWN:
            return value if re.fullmatch(_OWN[tag, name], value) else None
        if (tag, name) == ("a", "href"):
            practice = PRACTICE.match(value)
            if practice:
                return f"{to_root}praktijken/{practice['slug']}/"
            return value if leads_outside(value) or re.fullmatch(f"#{_NOTE_ID}", value) else None
        if (tag, name) == ("img", "src"):
            image = IMAGE_FILE.match(value)
            return f"{to_root}afbeeldingen/{image['name']}" if image else None
        return value

    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags={"script", "style"},
        attributes=_ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


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


def to_data(html: str, name: str = "", images: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """Return *html* as blocks of plain data for the guide: dictionaries with `t` (the HTML tag) and `c` (children).

    It is the same clean HTML the site shows, so both always say the same. Text is data: nothing in it can be taken for
    markup of the guide. A note stands where the text first refers to it, as `noot` with its number (`nr`) and a `plek`
    that is its own in a book when *name* is; a later reference has that `plek` and no children. An image has as `src`
    what *images* has for its address.
    """
    tree = _Tree()
    tree.feed(html)
    tree.close()
    blocks = [child for child in tree.root.children if isinstance(child, _Element)]
    notes = {}
    if blocks and blocks[-1].attributes.get("class") == "noten":
        notes = {f"#{note.attributes['id']}": note for note in blocks[-1].children if isinstance(note, _Element)}
        blocks = blocks[:-2]  # their heading goes with them
    made = _Data(notes, name, images or {})
    return [made.of(block) for block in blocks]


class _Data:
    """Makes data of elements; knows the *notes* that no reference has taken yet, by their address."""

    def __init__(self, notes: dict[str, _Element], name: str, images: Mapping[str, str]) -> None:
        self.notes, self.name, self.images = notes, name, images

    def of(self, element: _Element) -> dict[str, Any]:
        if element.attributes.get("role") == "doc-noteref":
            return self._note(element)
        found: dict[str, Any] = {"t": element.tag, "c": self._children(element)}
        for name in ("href", "alt", "start", "title", "class"):
            if name in element.attributes:
                found[name] = element.attributes[name]
        if element.attributes.get("src") in self.images:
            found["src"] = self.images[element.attributes["src"]]
        return found

    def _children(self, element: _Element) -> list[Any]:
        children: list[Any] = []
        after_break = False
        for child in element.children:
            if isinstance(child, str):
                if child.strip() or element.tag not in _ONLY_BLOCKS:
                    children.append(child.lstrip() if after_break else child)
            elif child.tag in {"sup", "span"}:
                children += self._children(child)
            elif child.attributes.get("role") != "doc-backlink":
                children.append(self.of(child))
            after_break = isinstance(child, _Element) and child.tag == "br"
        return children

    def _note(self, element: _Element) -> dict[str, Any]:
        address, number = element.attributes["href"], "".join(c for c in element.children if isinstance(c, str))
        note = self.notes.pop(address, None)
        blocks = [] if note is None else [each for each in self._children(note) if _says_something(each)]
        return {"t": "noot", "c": blocks, "nr": number, "plek": f"{self.name}{address}"}


def _says_something(block: Any) -> bool:
    """Return whether *block* of a note is more than white space, or a paragraph that held only a link back."""
    if isinstance(block, str):
        return bool(block.strip())
    return block["t"] != "p" or any(not isinstance(each, str) or each.strip() for each in block["c"])


_ONLY_BLOCKS = {"ul", "ol", "table", "thead", "tbody", "tr", "blockquote", "figure"}
