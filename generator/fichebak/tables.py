"""The rules of tables: each column has a name, and no row has a cell too many: it would be nowhere."""

import re
from collections.abc import Iterator
from itertools import pairwise

from fichebak.forge import is_table
from fichebak.problems import Problem, problem
from fichebak.scan import Scan

_SIGNS = re.compile(r"^(?:\[\^[^\s\[\]^]+\]: |[ >]|[-*+] |\d{1,9}[.)] )*")
_BAR = re.compile(r"(?<!\\)\|")


def tables(scan: Scan) -> Iterator[Problem]:
    """Yield what is wrong with the tables of *scan*, one problem a table."""
    lines = [_SIGNS.sub("", line) for line in scan.lines]
    end = 0
    for offset, (line, following) in enumerate(pairwise(lines)):
        if offset >= end and is_table(line, following):
            end = next((at for at in range(offset, len(lines)) if not lines[at].strip()), len(lines))
            yield from _table(scan, offset, lines[offset:end])


def _table(scan: Scan, offset: int, rows: list[str]) -> Iterator[Problem]:
    head = _cells(rows[0])
    if not all(cell.strip() for cell in head[1:] or head):
        yield problem("F091", scan.on_line(offset))
        return
    for at, row in enumerate(rows[1:], offset + 1):
        cells = len(_cells(row))
        if cells > len(head) or (at == offset + 1 and cells < len(head)):
            yield problem("F092", scan.on_line(at), aantal=_count(cells), kop=len(head))
            return


def _count(cells: int) -> str:
    return f"{cells} {'cel' if cells == 1 else 'cellen'}"


def _cells(row: str) -> list[str]:
    """Return the cells of *row* as a forge sees them: it does not look whether a bar is in code."""
    return _BAR.split(re.sub(r"(?<!\\)\|$", "", row.strip()).removeprefix("|"))
