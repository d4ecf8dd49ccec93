"""Set the guide: runs Typst over the theme's template with the data of book. The only user of Typst."""

import json
import shutil
import weakref
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkdtemp

import typst

from fichebak.book import Data
from fichebak.images import for_paper
from fichebak.load import RawFile
from fichebak.problems import Failure


class Press:
    """Typst with the theme's template and fonts and the catalogue's *images* loaded once, for one book after another.

    A theme overrides a part by a file of the same name in guide/, and can import `default/<name>`: Typst sees one
    folder, so the parts are copied to a temporary one that goes when the press does. An image lies there under its
    number, which the data has too (see book): no path is of an editor's making.
    """

    def __init__(self, themes: tuple[Path, ...], images: Iterable[RawFile]) -> None:
        guides = [theme / "guide" for theme in themes if (theme / "guide").is_dir()]
        if not any((guide / "gids.typ").is_file() for guide in guides):
            raise Failure("Het thema heeft geen guide/gids.typ.")
        folder = Path(mkdtemp(prefix="fichebak-"))
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        for source, target in ((guides[-1], folder / "default"), *((guide, folder) for guide in reversed(guides))):
            shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("fonts", ".*"))
        (folder / "beelden").mkdir(exist_ok=True)
        for number, raw in enumerate(images):
            (folder / "beelden" / str(number)).write_bytes(for_paper(raw.data))
        self.template = str(folder / "gids.typ")
        self.compiler = typst.Compiler(
            self.template,
            root=str(folder),
            font_paths=[str(guide / "fonts") for guide in guides if (guide / "fonts").is_dir()],
            ignore_system_fonts=True,
        )

    def print(self, book: Data) -> bytes:
        """Return *book* as a PDF/UA-1 file; a warning of Typst is a failure, so that no glyph or page goes missing."""
        inputs = {"boek": json.dumps(book, ensure_ascii=False)}
        try:
            pdf, warnings = self.compiler.compile_with_warnings(
                self.template, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"]
            )
        except typst.TypstError as error:
            raise Failure(f"De gids ‘{book['titel']}’ kon niet gezet worden: {error}") from error
        if warnings:
            raise Failure(f"De gids ‘{book['titel']}’ is niet in orde: {warnings[0].message}")
        if not isinstance(pdf, bytes):
            raise Failure(f"De gids ‘{book['titel']}’ gaf geen pdf.")
        return pdf
