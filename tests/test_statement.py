"""The page about accessibility: it says when someone last checked it, and check asks for that again after a year."""

from datetime import date
from pathlib import Path

import pytest
from small_catalogue import FILES, TODAY, small

from fichebak.build import examine
from fichebak.overviews import text_pages
from fichebak.starter import starter

ADDRESS = "content/pages/toegankelijkheid.md"


def page(checked: str) -> str:
    return f"---\ntitel: Toegankelijkheid\nvolgorde: 2\nnagekeken: {checked}\n---\nVoor iedereen.\n"


@pytest.mark.parametrize(
    ("checked", "today", "place"),
    [
        pytest.param("2025-11-21", date(2026, 11, 21), [], id="a year to the day"),
        pytest.param("2025-11-20", date(2026, 11, 21), [(4, 12)], id="a day longer than a year"),
        pytest.param("2025-11", date(2026, 11, 30), [], id="a month counts until its last day"),
        pytest.param("2025-11", date(2026, 12, 1), [(4, 12)], id="the day after that month, a year later"),
        pytest.param("2024-02-29", date(2025, 3, 1), [(4, 12)], id="a day that only leap years have"),
        pytest.param("2027-01-01", date(2026, 11, 21), [], id="still to come"),
        pytest.param("", date(2036, 11, 21), [], id="no date, no promise"),
    ],
)
def test_after_a_year_check_asks_to_read_the_page_again(
    checked: str, today: date, place: list[tuple[int, int]], tmp_path: Path
) -> None:
    examined = examine(small(tmp_path, {ADDRESS: page(checked)}), today)
    found = [(each.place.line, each.place.column) for each in examined.problems if each.code == "W004"]
    assert (found, examined.fine) == (place, True)


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        ("2026-11-20", "Laatst nagekeken op 20 november 2026."),
        ("2026-11", "Laatst nagekeken in november 2026."),
        ("", ""),
    ],
)
def test_the_page_says_when_it_was_checked(checked: str, said: str, tmp_path: Path) -> None:
    catalogue = examine(small(tmp_path, {ADDRESS: page(checked)}), TODAY).catalogue
    ((_, view),) = text_pages(catalogue)
    assert view.nagekeken.replace("\u00a0", " ") == said


PARTS = (
    "Waar we naar streven", "Waarvoor deze verklaring geldt", "Hoe ver we staan", "Wat nog niet toegankelijk is",
    "Hoe deze verklaring tot stand kwam", "Stoot u op een probleem?", "Als het antwoord niet volstaat",
)  # fmt: skip


def test_a_new_catalogue_has_the_european_statement_with_the_day_it_began() -> None:
    (statement,) = (each for each in starter("Bak", "", "groen", TODAY) if each.path == ADDRESS)
    text = statement.data.decode()
    assert "nagekeken: 2026-11-21" in text
    assert [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")] == [*PARTS]
    assert "(EU) 2018/1523" in text
    assert "**gedeeltelijk**" in text


def test_other_pages_need_no_date(tmp_path: Path) -> None:
    assert not [each for each in examine(small(tmp_path, FILES), TODAY).problems if each.code == "W004"]
