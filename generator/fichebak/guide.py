"""Set the guide: runs Typst over the theme's template with the data of book. The only user of Typst."""

import json
from pathlib import Path

import typst

from fichebak.book import Data
from fichebak.problems import Failure


class Press:
    """Typst with the theme's template and fonts loaded once, for one book after another."""

    def __init__(self, themes: tuple[Path, ...]) -> None:
        template = next((t / "guide" / "gids.typ" for t in themes if (t / "guide" / "gids.typ").is_file()), None)
        if template is None:
            raise Failure("Het thema heeft geen guide/gids.typ.")
        fonts = [str(theme / "guide" / "fonts") for theme in themes if (theme / "guide" / "fonts").is_dir()]
        self.template = str(template)
        self.compiler = typst.Compiler(
            str(template), root=str(template.parent), font_paths=fonts, ignore_system_fonts=True
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
