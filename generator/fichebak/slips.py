"""Slips of the pen: dates and numbers as people write them on paper, and how a fiche has them.

themes/default/scripts/slips.js does the same in the browser; tests/js/slips.json holds both to one list.
"""

import re

from fichebak.vocabulary import MONTHS

_LENGTH_AT_MOST = 60  # of what is looked at: nobody writes a longer number
_DATES = tuple(map(re.compile, (
    r"(?P<day>[0-9]{1,2})(?P<sign>[/. -])(?P<month>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})",  # 1/2/2026
    r"(?P<year>[0-9]{4})(?P<sign>[/. -])(?P<month>[0-9]{1,2})(?:(?P=sign)(?P<day>[0-9]{1,2}))?",  # 2026/2/1
    r"(?P<month>[0-9]{1,2})(?P<sign>[/. -])(?P<year>[0-9]{4})",  # 2/2026
    r"(?:(?P<day>[0-9]{1,2}) )?(?P<name>[a-z]+) (?P<year>[0-9]{4})",  # 1 februari 2026
)))  # fmt: skip
_SPACES = "[ '’.\u00a0\u202f]"
_NUMBER = re.compile(
    rf"(?!(?i:.*(?:\bhte\b|half)))[^0-9−–-]*(?P<whole>[1-9][0-9]{{0,2}}(?:{_SPACES}[0-9]{{3}})+|[0-9]+)(?P<decimals>[.,][0-9]{{1,2}})?[^0-9]*"
)


def date(text: str) -> str:
    """Return the date that *text* means, as a fiche has it (2026-02-01, 2026-02), or an empty text.

    The day comes before the month, as everybody in Belgium writes. Whether there is such a day is not looked at.
    """
    written = text.strip().lower()
    if len(written) <= _LENGTH_AT_MOST:
        found = next((found for pattern in _DATES if (found := pattern.fullmatch(written))), None)
        return _date(**found.groupdict()) if found else ""
    return ""


def _date(year: str, month: str = "", day: str | None = None, name: str = "", sign: str = "") -> str:
    month = str(MONTHS.index(name) + 1) if name in MONTHS else month
    return "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])]) if month else ""


def number(text: str) -> str:
    """Return the number that *text* means, digits with at most one point, or an empty text.

    A space, point or apostrophe before three digits stands for thousands, a comma for decimals; the currency, unit or
    other words around the number are left out. Of what is counted in halves (1 HTE) it is not sure what is meant.
    """
    found = _NUMBER.fullmatch(text) if len(text) <= _LENGTH_AT_MOST else None
    return re.sub(_SPACES, "", found["whole"]) + (found["decimals"] or "").replace(",", ".") if found else ""
