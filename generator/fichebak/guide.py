"""Set the guide: runs Typst over the theme's templates with the data of book. The only user of Typst."""

import io
import json
import os
import shutil
import weakref
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import typst
from PIL import Image

from fichebak.copies import copy
from fichebak.images import for_paper
from fichebak.load import RawFile
from fichebak.markup import tied
from fichebak.printed import Data
from fichebak.problems import Failure

PROCESSORS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
"""Those this process may use; Typst lets other threads work while it sets."""
COLOURS = 64  # of a picture: paper, ink, a few domains, and what lies between them at the edge of a letter


class Press:
    """Typst with the theme's templates and fonts and the catalogue's *images*: sets book after book, in any thread.

    A theme overrides a part by a file of the same name in guide/, and can import `default/<name>`: Typst sees one
    folder, so the parts are copied to a temporary one in *work* (or where temporary files go) that goes when the press
    does. An image lies there under its number, which the data has too (see book): no path is of an editor's making.
    """

    def __init__(self, themes: tuple[Path, ...], images: Iterable[RawFile] = (), work: Path | None = None) -> None:
        guides = [theme / "guide" for theme in themes if (theme / "guide").is_dir()]
        if not any((guide / "gids.typ").is_file() for guide in guides):
            raise Failure("Het thema heeft geen guide/gids.typ.")
        folder = Path(mkdtemp(prefix="fichebak-", dir=work))
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        for source, target in ((guides[-1], folder / "default"), *((guide, folder) for guide in reversed(guides))):
            copy(source, target, without=("fonts",))
        (folder / "beelden").mkdir(exist_ok=True)
        for number, raw in enumerate(images):
            (folder / "beelden" / str(number)).write_bytes(for_paper(raw.data))
        self.folder = folder
        self.fonts = [str(guide / "fonts") for guide in guides if (guide / "fonts").is_dir()]

    def print(self, book: Data) -> bytes:
        """Return *book* as a PDF/UA-1 file; a warning of Typst is a failure, so that no glyph or page goes missing."""
        name = f"De gids ‘{book['titel']}’"
        with _told(f"{name} kon niet gezet worden"):
            pdf, warnings = self._compiler("gids.typ", book).compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
        if warnings:
            raise Failure(f"{name} is niet in orde: {warnings[0].message}")
        if not isinstance(pdf, bytes):
            raise Failure(f"{name} gaf geen pdf.")
        return pdf

    def print_all(self, books: Iterable[Data]) -> Iterator[bytes]:
        """Yield each of *books* as a PDF, in their order; they are set on all processors at once."""
        with ThreadPoolExecutor(PROCESSORS) as threads:
            yield from threads.map(self.print, books)

    def draw_all(self, pictures: Sequence[Data]) -> list[bytes]:
        """Return each of *pictures* as a PNG file of 1200 by 630 pixels, in their order.

        They are set as pages of a few documents, for to begin one takes longer than to draw a page.
        """
        shares = [pictures[part::PROCESSORS] for part in range(PROCESSORS)]
        drawn: list[bytes] = [b""] * len(pictures)
        with ThreadPoolExecutor(PROCESSORS) as threads:
            for part, pages in enumerate(threads.map(self._draw, shares)):
                drawn[part::PROCESSORS] = pages
        return drawn

    def _draw(self, pictures: Sequence[Data]) -> list[bytes]:
        if not pictures:
            return []
        with _told("De beelden om te delen konden niet getekend worden"):
            pages = self._compiler("deelbeeld.typ", {"beelden": pictures}).compile(format="png", ppi=72)
        return [_small(page) for page in (pages if isinstance(pages, list) else [pages])]

    def fit(self, asked: Iterable[Data]) -> dict[str, Data]:
        """Return how to set each fiche of *asked*, by slug: `maat`, pages (`bladen`), the `hoogte` of a short one."""
        with ThreadPoolExecutor(PROCESSORS) as threads:
            return {slug: found for fits in threads.map(self._fit, asked) for slug, found in fits.items()}

    def _fit(self, asked: Data) -> dict[str, Data]:
        with _told("De fiches konden niet gezet worden"):
            return dict(json.loads(self._compiler("passen.typ", asked).query("<passen>", "value", one=True)))

    def _compiler(self, template: str, data: Data) -> Any:
        """Return Typst ready to set *data* with *template*. One for each book: a compiler serves one thread."""
        return typst.Compiler(
            str(self.folder / template),
            root=str(self.folder),
            font_paths=self.fonts,
            ignore_system_fonts=True,
            sys_inputs={"boek": tied(json.dumps(data, ensure_ascii=False))},
        )


def _small(png: bytes) -> bytes:
    """Return a picture with few colours, in a fraction of its bytes."""
    file = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        few = image.convert("RGB").quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(file, "PNG")
    return file.getvalue()


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Turn an error of Typst into a failure that begins with *what*."""
    try:
        yield
    except (typst.TypstError, RuntimeError) as error:
        raise Failure(f"{what}: {error}") from error
