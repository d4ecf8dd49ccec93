"""Hold a printed guide against its catalogue: `python generator/scripts/check_guide.py GUIDE.pdf [ROOT]`.

`make check` does so with the guide of the real catalogue. It reads the PDF as a reader's software does, with other
libraries than the one that made it, and prints a line for each thing that is not as it should be: fiches and bookmarks,
tags, registers, page references. Exit code 1 when there is any. Only a person, or a tool for it, can judge the rest,
such as whether a description says what its image shows.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from fichebak import book
from fichebak.book import Desk
from fichebak.build import desk, examine
from fichebak.config import Root
from fichebak.present import Setting

A4 = (595, 842)  # points
INK = re.compile(r"[\s\u00ad\u0002\ufffe\u200b-]")  # what lines and hyphens add to a text, or take from it
REFERENCE = re.compile(r"(?:.*\bp\.\s*)?(\d+)", re.S)


@dataclass(frozen=True)
class Guide:
    """A PDF read back: the document, the words of each page, and its bookmarks as (level, title, page from 1)."""

    pdf: pikepdf.Pdf
    pages: Sequence[str]
    bookmarks: Sequence[tuple[int, str, int]]
    references: Sequence[tuple[int, str, int]]  # page, words of a link within the book, page it leads to


def read(path: Path) -> Guide:
    """Return the guide in the PDF file *path*."""
    pdf = pikepdf.open(path)
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    with pdf.open_outline() as outline:
        bookmarks = tuple(_bookmarks(outline.root, numbers, 1))
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage() for page in document]
    words = tuple(text.get_text_range() for text in texts)
    return Guide(pdf, words, bookmarks, tuple(_references(pdf, numbers, texts)))


def _bookmarks(items: Sequence[Any], numbers: dict[Any, int], level: int) -> Iterator[tuple[int, str, int]]:
    for item in items:
        place = item.destination if item.destination is not None else item.action.D
        yield level, item.title.replace("\u00a0", " "), numbers[place[0].objgen]
        yield from _bookmarks(item.children, numbers, level + 1)


def _references(pdf: pikepdf.Pdf, numbers: dict[Any, int], texts: Sequence[Any]) -> Iterator[tuple[int, str, int]]:
    named = pikepdf.NameTree(pdf.Root.Names.Dests)
    for number, (page, text) in enumerate(zip(pdf.pages, texts, strict=True), 1):
        for link in page.get("/Annots", []):
            place = link.get("/Dest", link.get("/A", {}).get("/D"))
            if isinstance(place, pikepdf.String):
                place = named[str(place)]
            if place is not None:
                left, bottom, right, top = (float(n) for n in link.Rect)
                yield number, text.get_text_bounded(left, bottom, right, top).strip(), numbers[place[0].objgen]


def wrong(guide: Guide, table: Desk) -> Iterator[str]:
    """Yield a sentence for everything in *guide* that is not as the catalogue on *table* says."""
    yield from _wrong_pages(guide)
    yield from _wrong_bookmarks(guide, table)
    yield from _wrong_tags(guide)
    yield from _wrong_references(guide)
    yield from _wrong_registers(guide, table)


def _wrong_pages(guide: Guide) -> Iterator[str]:
    for number, (page, words) in enumerate(zip(guide.pdf.pages, guide.pages, strict=True), 1):
        if tuple(round(float(n)) for n in page.mediabox[2:]) != A4:
            yield f"page {number} is not A4"
        if len(words.split()) < 12:
            yield f"page {number} is nearly empty: {' '.join(words.split())!r}"


def _chapters(table: Desk) -> Iterator[tuple[str, list[str]]]:
    for chapter in book.whole(table)["hoofdstukken"]:
        yield chapter["label"], [fiche["kaart"]["titel"] for fiche in chapter["fiches"]]


def _wrong_bookmarks(guide: Guide, table: Desk) -> Iterator[str]:
    """Every domain and fiche has one bookmark, fiches under their domain, and it leads to the page with that title.

    The order of the fiches of a domain is the guide's own: those of two pages are to have them side by side.
    """
    expected = [(domain, title) for domain, titles in _chapters(table) for title in ("", *titles)]
    labels = {domain for domain, _ in expected}
    found, order, domain = [], [], ""
    for _, title, page in guide.bookmarks:
        domain = title if title in labels else domain
        if (domain, "" if title in labels else title) in expected:
            order.append((domain, "" if title in labels else title))
            found.append((title, page))
    if sorted(order) != sorted(expected) or list(dict.fromkeys(d for d, _ in order)) != list(dict(expected)):
        missing = Counter(title or domain for domain, title in expected) - Counter(title for title, _ in found)
        yield f"bookmarks are not those of the catalogue; missing: {sorted(missing) or 'none, but out of order'}"
    for title, page in found:
        if INK.sub("", title) not in INK.sub("", guide.pages[page - 1]):
            yield f"the bookmark ‘{title}’ leads to page {page}, which does not have it"


def _wrong_tags(guide: Guide) -> Iterator[str]:
    root = guide.pdf.Root
    with guide.pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1" or not metadata.get("dc:title"):
            yield "the metadata claims no PDF/UA-1 or has no title"
    if not str(root.get("/Lang", "")) or "/StructTreeRoot" not in root:
        yield "there is no language or no structure tree"
        return
    yield from (f"page {n} is not tagged" for n, page in enumerate(guide.pdf.pages, 1) if "/StructParents" not in page)
    tags = [*_tags(root.StructTreeRoot.K)]
    kinds = [str(tag.S)[1:] for tag in tags]
    levels = [int(kind[1]) for kind in kinds if re.fullmatch(r"H\d", kind)]
    if not levels or levels[0] != 1 or any(b > a + 1 for a, b in pairwise(levels)):
        yield "the headings skip a level"
    yield from (f"there is no {kind}" for kind in ("Figure", "Table", "TH", "L", "Link") if kind not in kinds)
    if any(str(tag.S) == "/Figure" and not str(tag.get("/Alt", "")) for tag in tags):
        yield "an image has no description"
    for font in guide.pdf.objects:
        is_font = isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor"
        if is_font and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys()):
            yield f"the font {font.FontName} is not embedded"


def _tags(node: Any) -> Iterator[pikepdf.Dictionary]:
    """Yield every element of a structure tree, outermost first."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        yield from _tags(node.get("/K"))


def _wrong_references(guide: Guide) -> Iterator[str]:
    """A link that is a page number, or ends with ‘p. 12’, leads to that page; so does each line of the contents.

    The contents stand before the second bookmark; there the number follows the first line of the words.
    """
    contents = range(guide.bookmarks[0][2] if guide.bookmarks else 1, guide.bookmarks[1][2] if guide.bookmarks else 1)
    listed = {leads_to for page, _, leads_to in guide.references if page in contents}
    for page, words, leads_to in guide.references:
        reference = REFERENCE.fullmatch(words)
        if page in contents and not words.split("\n")[0].strip().endswith(str(leads_to)):
            yield f"on page {page} the contents give ‘{words}’ for page {leads_to}"
        if page not in contents and reference and int(reference[1]) != leads_to:
            yield f"on page {page} the link ‘{words}’ leads to page {leads_to}"
    lost = [title for level, title, page in guide.bookmarks if level == 1 and page not in listed]
    if lost:
        yield f"the contents do not lead to {lost}"


def _wrong_registers(guide: Guide, table: Desk) -> Iterator[str]:
    """Every name of the registers stands at the back with the first pages of its fiches."""
    first = {title: page for _, title, page in guide.bookmarks}
    pages = {slug: first.get(fiche["kaart"]["titel"], 0) for slug, fiche in table.fiches.items()}
    begin = next((page for _, title, page in guide.bookmarks if title == "Registers"), len(guide.pages) + 1)
    back = INK.sub("", "".join(guide.pages[begin - 1 :]))
    for register in book.whole(table)["registers"]:
        for row in register["rijen"]:
            see = f", {row['zie']}" if row["zie"] else ""
            numbers = ",".join(str(n) for n in sorted(pages[slug] for slug in row["slugs"]))
            if INK.sub("", f"{row['naam']}{see}{numbers}") not in back:
                yield f"the register of {register['titel'].lower()} lacks ‘{row['naam']}{see} {numbers}’"


def main(guide: str, root: str = ".") -> int:
    """Print what is wrong with the PDF *guide* of the catalogue in *root*; return the exit code."""
    today = datetime.now(UTC).date()
    found = Root(Path(root).resolve())
    table = desk(found, examine(found, today).catalogue, Setting(today))
    printed = read(Path(guide))
    problems = list(wrong(printed, table))
    for problem in problems:
        print(f"{guide}: {problem}")
    if not problems:
        amounts = f"{len(printed.pages)} pages, {len(table.fiches)} fiches, {len(printed.bookmarks)} bookmarks"
        print(f"{guide}: {amounts} and {len(printed.references)} links in the book are as the catalogue says.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
