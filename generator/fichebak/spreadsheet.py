"""The open data as files for a spreadsheet: a CSV and an XLSX of the tables of columns, the same bytes every time.

Only here is known what a spreadsheet does to what it opens. Of a CSV it guesses: 2016-06 becomes a month, =… runs, a
decimal point disappears. So a text it would take for something else gets an apostrophe before it. An XLSX says what
each cell is, and nothing in it is guessed.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO, StringIO
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from fichebak import words
from fichebak.columns import Cel, Kolom, Soort, bladen, kolommen
from fichebak.dataset import Dataset
from fichebak.vocabulary import MONTHS

BOM = "\ufeff"
BETWEEN = " | "  # items of a list in a CSV
CELL_AT_MOST = 32_767  # characters; Excel puts what is more in the next row
CUT = " … (verder in praktijken.json)"
LINK_AT_MOST = 2_079  # characters of an address, for Excel
FICHES = "Fiches"
UITLEG = "Uitleg"


Rij = tuple[Cel, ...]


def fiches(whole: Dataset) -> tuple[Rij, ...]:
    """Return the cells of the table of fiches, a row for each, as the models have them."""
    columns = kolommen()
    return tuple(tuple(column.waarde(practice) for column in columns) for practice in whole.praktijken)


def as_csv(table: Sequence[Rij]) -> bytes:
    """Return *table* in UTF-8 with BOM, semicolons and CRLF, as a spreadsheet in Belgium opens it.

    No cell has a line break, so that each line of the file is a row; its first cell is the slug of the fiche.
    """
    columns, text = kolommen(), StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(column.sleutel for column in columns)
    for row in table:
        rows.writerow(map(_in_csv, columns, row))
    return f"{BOM}{text.getvalue()}".encode()


def _in_csv(column: Kolom, cell: Cel) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")
    if isinstance(cell, int | date):
        return str(cell)
    one_line = " ".join(re.split(r"[ \t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", _text(cell, BETWEEN))).strip()
    return one_line if column.soort is Soort.NUMMER else _harmless(one_line)


_RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_MONTH = "|".join([*MONTHS, *(name[:3] for name in MONTHS), "mrt", "mar", "may", "oct"])
_TAKEN_FOR_SOMETHING = re.compile(
    rf"(?=.*\d)[\d\s.,:/€%()e+-]+|(?=.*\d)[\d\s.,:/-]*(?:{_MONTH}|[ap]m|t(?=\d))[\d\s.,:/-]*|waar|onwaar|true|false",
    re.I,
)


def _harmless(text: str) -> str:
    """Return *text* so that a spreadsheet shows it as it is: it neither runs it nor takes it for a number or a date."""
    return f"'{text}" if text.startswith(_RUNS) or _TAKEN_FOR_SOMETHING.fullmatch(text) else text


def _text(cell: str | tuple[str, ...], between: str) -> str:
    text = (cell if isinstance(cell, str) else between.join(cell)).replace(words.NBSP, " ")
    return text if len(text) <= CELL_AT_MOST else text[: CELL_AT_MOST - len(CUT)] + CUT


WIDTHS = {
    Soort.TEKST: 30, Soort.ALINEA: 60, Soort.CODE: 22, Soort.NUMMER: 12, Soort.WEBADRES: 40, Soort.DATUM: 13,
    Soort.GETAL: 11, Soort.EURO: 15, Soort.LIJST: 30, Soort.REGELS: 60,
}  # fmt: skip
LINE = 15  # points
HIGHEST = 409  # points, for Excel
ROW = 4 * LINE  # of a fiche: so that a long text does not push the next fiche out of sight


def as_xlsx(whole: Dataset, table: Sequence[Rij]) -> bytes:
    """Return a workbook: a sheet with *table*, one for each list worth rows of its own, and one that explains them."""
    data = BytesIO()
    with Workbook(data, OPTIONS) as book:
        book.set_properties({
            "title": whole.titel, "subject": "Open data", "author": whole.uitgever or whole.titel,
            "comments": f"Licentie: {whole.licentie}", "created": datetime.combine(whole.datum, time()),
        })  # fmt: skip
        sheets = _Sheets(book)
        sheets.add(FICHES, kolommen(), table, frozen=2)
        for blad in bladen():
            rows = (row for practice in whole.praktijken for row in blad.rijen(practice))
            sheets.add(blad.titel, (*kolommen()[:2], *blad.kolommen), rows, frozen=1)
        sheets.add(UITLEG, _EXPLAINING, _explained(), frozen=0)
    return data.getvalue()


OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    "default_date_format": "dd/mm/yyyy",
}  # fmt: skip


def _explained() -> Iterator[tuple[str, ...]]:
    """Yield the rows of the sheet that explains every column of the others."""
    tables: Iterable[tuple[str, Sequence[Kolom]]] = [(FICHES, kolommen()), *((b.titel, b.kolommen) for b in bladen())]
    for sheet, columns in tables:
        for each in columns:
            yield sheet, each.titel, each.uitleg, each.soort, each.voorbeeld, each.sleutel


def _column(title: str, kind: Soort) -> Kolom:
    return Kolom("", title, "", kind, "", (), lambda _: None)


_EXPLAINING = (
    _column("Blad", Soort.TEKST), _column("Kolom", Soort.LIJST), _column("Uitleg", Soort.ALINEA),
    _column("Soort", Soort.TEKST), _column("Voorbeeld", Soort.LIJST), _column("Naam in de CSV", Soort.LIJST),
)  # fmt: skip


class _Sheets:
    """Writes one sheet after another in the same book, with the formats that they share."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.text = self._format()
        self.head = self._format(bold=True, bg_color="#F2EFE8", bottom=2)
        self.formats = {
            Soort.DATUM: self._format(num_format="dd/mm/yyyy", align="right"),
            Soort.GETAL: self._format(align="right"),
            Soort.EURO: self._format(num_format="#,##0.00", align="right"),
            Soort.WEBADRES: self._format(font_color="#265EA7", underline=1),
        }  # fmt: skip

    def add(self, name: str, columns: Sequence[Kolom], rows: Iterable[Rij], frozen: int) -> None:
        """Add a sheet with *columns* and *rows*; its head stays in sight, and the first *frozen* columns."""
        sheet = self.book.add_worksheet(name)
        sheet.set_row(0, 32, self.head)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, WIDTHS[column.soort])
            sheet.write_string(0, at, column.titel, self.head)
        last = 0
        for last, row in enumerate(rows, 1):
            sheet.set_row(last, ROW if name == FICHES else _height(columns, row))
            for at, cell in enumerate(row):
                self._write(sheet, last, at, columns[at].soort, cell)
        sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
        sheet.freeze_panes(1, frozen)
        _on_paper(sheet)

    def _write(self, sheet: Worksheet, row: int, at: int, kind: Soort, cell: Cel) -> None:
        """Write *cell* as what it is; nothing is left to guess."""
        look = self.formats.get(kind, self.text)
        if cell is None or cell in {"", ()}:
            return
        if isinstance(cell, date):
            sheet.write_datetime(row, at, datetime.combine(cell, time()), look)
        elif isinstance(cell, int | Decimal):
            sheet.write_number(row, at, cell, look)
        elif kind is Soort.WEBADRES and str(cell).startswith("http") and len(str(cell)) <= LINK_AT_MOST:
            sheet.write_url(row, at, str(cell), look)
        else:
            sheet.write_string(row, at, _text(cell, "\n"), self.text)

    def _format(self, **more: object) -> Format:
        return self.book.add_format({"valign": "top", "text_wrap": True, **more})


def _height(columns: Sequence[Kolom], row: Rij) -> int | None:
    """Return how high a row is that shows all of its text; None for one line. LibreOffice does not find out itself."""
    lines = max(map(_lines, columns, row), default=1)
    return None if lines == 1 else min(lines * LINE, HIGHEST)


def _lines(column: Kolom, cell: Cel) -> int:
    """Return how many lines *cell* takes in its column, roughly: a width is a number of digits."""
    texts = _text(cell, "\n").split("\n") if isinstance(cell, str | tuple) else ()
    return sum(max(1, len(wrap(text, WIDTHS[column.soort]))) for text in texts) or 1


def _on_paper(sheet: Worksheet) -> None:
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")
