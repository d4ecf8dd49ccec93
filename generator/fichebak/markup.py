"""Markdown in its two forms: safe HTML for the site, plain data for the guide. Raw HTML is text in both."""

import re
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any

import markdown
import nh3

from fichebak.forge import as_forge
from fichebak.values import MAIL_ADDRESS, WEB_ADDRESS

# What a link or an image may lead to.
PRACTICE = re.compile(r"^(?:\.\./practices/|\.\./|/?praktijken/)?(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.md|/)$")
IMAGE_FILE = re.compile(r"^(?:\.\./)?afbeeldingen/(?P<name>[\w-]+\.(?:png|jpg|jpeg|webp))$")


def leads_outside(url: str) -> bool:
    """Return whether *url* is a link out of the catalogue: a web address, or mailto: with a mail address."""
    scheme, _, mailbox = url.partition(":")
    return bool(WEB_ADDRESS.fullmatch(url) or (scheme.lower() == "mailto" and MAIL_ADDRESS.fullmatch(mailbox)))


def tied(text: str) -> str:
    """Return *text* with a number and its unit on one line: ‘75 %’, ‘€ 600’ and ‘2 VTE’ never break."""
    text = re.sub(r"(\d) (?=(?:%|euro\b|VTE\b|km\b))", "\\1\u00a0", text)
    return re.sub(r"€ (?=\d)", "€\u00a0", text)


def to_html(body: str, to_root: str) -> str:
    """Return *body* as safe HTML for a page whose way to the root of the site is *to_root* (such as `../../`)."""
    html = _safe(_converter().reset().convert(as_forge(tied(body))), to_root)
    return re.sub(r'<a (href="([^"]+)")>\2</a>', r'<a class="adres" \1>\2</a>', html)  # need not be spelt out on paper


@cache
def _converter() -> markdown.Markdown:
    """Return Python-Markdown without raw HTML; made once, for making it costs as much as converting a short text."""
    converter = markdown.Markdown(extensions=["tables", "sane_lists", "fenced_code"], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


_TAGS = {
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre", "br", "hr",
    "img", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def _safe(html: str, to_root: str) -> str:
    def attribute(tag: str, name: str, value: str) -> str | None:
        if (tag, name) == ("a", "href"):
            practice = PRACTICE.match(value)
            if practice:
                return f"{to_root}praktijken/{practice['slug']}/"
            return value if leads_outside(value) else None
        if (tag, name) == ("img", "src"):
            image = IMAGE_FILE.match(value)
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


def to_data(html: str) -> list[dict[str, Any]]:
    """Return *html* as blocks of plain data for the guide: dictionaries with `t` (the HTML tag) and `c` (children).

    It is the same clean HTML the site shows, so both always say the same. Text is data: nothing in it can be taken for
    markup of the guide.
    """
    tree = _Tree()
    tree.feed(html)
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
    for name in ("href", "alt", "start", "title"):
        if name in element.attributes:
            found[name] = element.attributes[name]
    return found
