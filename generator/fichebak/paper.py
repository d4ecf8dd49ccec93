"""The PDFs and pictures of the site: where each is, and how long and how large a finished PDF is."""

import re
from dataclasses import dataclass

from fichebak.problems import Failure

GUIDE = "gids/inspiratiegids.pdf"
PICTURE = "catalogus.png"


def of_domain(id_: str) -> str:
    """Return the address of the guide of a domain."""
    return f"gids/domein-{id_}.pdf"


def of_town(slug: str) -> str:
    """Return the address of the guide of a municipality."""
    return f"gids/gemeente-{slug}.pdf"


def of_fiche(slug: str) -> str:
    """Return the address of the sheet of a fiche."""
    return f"praktijken/{slug}/{slug}.pdf"


def picture_of(slug: str) -> str:
    """Return the address of the picture that shows a fiche where its page is shared."""
    return f"praktijken/{slug}/{slug}.png"


@dataclass(frozen=True, slots=True)
class Pdf:
    """What a reader wants to know of a PDF before fetching it: its pages, and its size in bytes."""

    pages: int
    size: int


def measured(pdf: bytes) -> Pdf:
    """Return how long and how large *pdf* is, a file as Typst writes it: objects apart, and a table of where they are.

    The number of pages is that of the root of the page tree (PDF 32000-1, 7.7.3), found by way of the trailer and that
    table, so that nothing in the text can look like it. Asking Typst would set the whole book again.
    """
    table = _number(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", pdf)
    root = _number(rb"trailer\s*<<.*?/Root (\d+) 0 R", pdf[table:])
    tree = _number(rb"/Pages (\d+) 0 R", _object(pdf, table, root))
    return Pdf(_number(rb"/Count (\d+)", _object(pdf, table, tree)), len(pdf))


def _object(pdf: bytes, table: int, number: int) -> bytes:
    """Return object *number*: the table has a line of twenty bytes for each, from number 0."""
    head = re.compile(rb"xref\s+0 \d+\s+").match(pdf, table)
    line = pdf[head.end() + 20 * number :][:20] if head else b""
    begin = _number(rb"^(\d{10}) ", line)
    return pdf[begin : pdf.find(b"endobj", begin)]


def _number(pattern: bytes, data: bytes) -> int:
    found = re.search(pattern, data, re.S)
    if not found:
        raise Failure("Van een pdf kon het aantal bladzijden niet geteld worden.")
    return int(found[1])
