"""Pages on paper: printed by the browser, and read back by their words, where these stand, and the colours there."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
from playwright.sync_api import Page

MM = 72 / 25.4  # points
SCALE = 2  # dots a point

Paper = pypdfium2.PdfDocument


@contextmanager
def printed(page: Page, folder: Path, **options: Any) -> Iterator[Paper]:
    """Give *page* as paper; browsers leave out backgrounds unless asked, and so does this."""
    page.pdf(path=folder / "papier.pdf", **{"prefer_css_page_size": True, **options})
    with pypdfium2.PdfDocument(folder / "papier.pdf") as paper:
        yield paper


def letters(text: str) -> str:
    """Return *text* as it is however its lines are broken."""
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)


def sheets(paper: Paper) -> list[str]:
    """Return the letters of each sheet."""
    return [letters(sheet.get_textpage().get_text_range()) for sheet in paper]


def place(paper: Paper, words: str) -> tuple[int, float]:
    """Return on which sheet *words* stand first, from 1, and how many millimetres below its edge."""
    for number, sheet in enumerate(paper, start=1):
        text = sheet.get_textpage()
        found = text.search(words, match_case=True).get_next()
        if found:
            return number, (sheet.get_height() - text.get_charbox(found[0])[3]) / MM
    raise AssertionError(f"{words!r} is not on paper")


def boxes(sheet: Any) -> list[tuple[float, float, float, float]]:
    """Return where each sign of *sheet* stands: millimetres from its left, top, right and bottom edge."""
    text, (width, height) = sheet.get_textpage(), sheet.get_size()
    signs = [text.get_charbox(index) for index in range(text.count_chars()) if text.get_text_range(index, 1).strip()]
    return [(x0 / MM, (height - y1) / MM, (width - x1) / MM, y0 / MM) for x0, y0, x1, y1 in signs]


def colour(sheet: Any, right: float, top: float) -> str:
    """Return the colour *right* mm from the right edge and *top* mm from the top of *sheet*, as `#RRGGBB`."""
    picture = sheet.render(scale=SCALE)
    at = int(top * MM * SCALE) * picture.stride + (picture.width - 1 - int(right * MM * SCALE)) * picture.n_channels
    blue, green, red = picture.buffer[at : at + 3]
    return f"#{red:02X}{green:02X}{blue:02X}"


def count(sheet: Any, wanted: str) -> int:
    """Return how many dots of *sheet* have the colour *wanted*."""
    picture = sheet.render(scale=SCALE)
    data, dot = bytes(picture.buffer), bytes.fromhex(wanted.removeprefix("#"))[::-1]
    step = picture.n_channels
    return sum(data[at : at + 3] == dot for at in range(0, len(data), step))
