"""Books of a part of the catalogue: which practices are in them, and how they are printed."""

import re
from io import BytesIO

import pikepdf
import pytest
from small_catalogue import (
    CHECKOUT,
    FILES,
    SLUGS,
    WITH_GUIDES,
    WITHOUT_FICHES,
    good,
    minimal,
    small,
)
from test_guide import bookmarks, page_texts, text_of

from fichebak import book
from fichebak.book import Data, Desk
from fichebak.build import desk
from fichebak.guide import Press
from fichebak.resolve import Catalogue
from fichebak.selection import of_province, of_slugs, of_town

THEME = (CHECKOUT / "themes" / "default",)


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> Desk:
    root = small(tmp_path_factory.mktemp("klein"))
    return desk(root, good(root), WITH_GUIDES)


@pytest.fixture(scope="module")
def catalogue(table) -> Catalogue:
    return table.catalogue


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(THEME)


def chapters(data: Data) -> dict[str, list[str]]:
    """Return the slugs of each chapter of a book."""
    return {c["id"]: [f["kaart"]["slug"] for f in c["fiches"]] for c in data["hoofdstukken"]}


def town(catalogue: Catalogue, name: str) -> Data:
    return next(g for g in catalogue.gemeenten() if g.naam == name)


def of_four(folder) -> Desk:
    """Return the desk of a catalogue with four fiches of Gent and one of Aalst."""
    fiches = {f"f{n}": minimal("laatst_nagekeken: 2026\ngemeenten: [Gent]") for n in range(4)}
    fiches["anders"] = minimal("laatst_nagekeken: 2026\ngemeenten: [Aalst]")
    root = small(folder, WITHOUT_FICHES, **fiches)
    return desk(root, good(root), WITH_GUIDES)


# What is in the book


def test_a_selection_has_its_fiches_by_main_domain_in_catalogue_order(table):
    wanted = ("twee-toeleiders-een-loket", "table-de-conversation", "spreekuur-in-de-streek")
    data = book.of_selection(table, of_slugs(table.catalogue, wanted, "Mijn gids"))
    assert (data["soort"], data["titel"], data["omslag"]) == ("selectie", "Mijn gids", True)
    assert chapters(data) == {
        "onthaal": ["spreekuur-in-de-streek", "twee-toeleiders-een-loket"], "taal": ["table-de-conversation"],
    }  # fmt: skip


def test_a_chapter_of_a_selection_speaks_of_its_fiches_only(table):
    (chapter,) = book.of_selection(table, of_slugs(table.catalogue, [SLUGS[0]], "x"))["hoofdstukken"]
    assert {key: chapter[key] for key in ("aantal", "inleiding", "morgen", "ondersteuning", "ook")} == {
        "aantal": 1, "inleiding": [], "morgen": [], "ondersteuning": [], "ook": [],
    }  # fmt: skip


def test_the_registers_of_a_selection_name_only_what_is_in_it(table):
    data = book.of_selection(table, of_slugs(table.catalogue, ["twee-toeleiders-een-loket"], "x"))
    assert [[(row["naam"], row["zie"]) for row in register["rijen"]] for register in data["registers"]] == [
        [("Courtrai", "zie Kortrijk"), ("Kortrijk", "")],
        [("De Toeleiders", "zie Effect vzw"), ("Effect vzw", ""), ("Stad Kortrijk", "")],
        [("Gezinnen", ""), ("Nieuwkomers", "")],
    ]
    slugs = {slug for register in data["registers"] for row in register["rijen"] for slug in row["slugs"]}
    assert slugs == {"twee-toeleiders-een-loket"}


def test_the_book_of_a_municipality_has_its_fiches_of_before_a_merger(table):
    data = book.of_selection(table, of_town(table.catalogue, town(table.catalogue, "Antwerpen")))
    assert (data["soort"], data["titel"], chapters(data)) == (
        "gemeente", "Antwerpen", {"taal": ["taalbad-in-borsbeek"]},
    )  # fmt: skip


def test_a_municipality_with_few_fiches_has_nothing_around_them_and_one_with_more_has(tmp_path):
    table = of_four(tmp_path)
    few = book.of_selection(table, of_town(table.catalogue, town(table.catalogue, "Aalst")))
    many = book.of_selection(table, of_town(table.catalogue, town(table.catalogue, "Gent")))
    assert (few["omslag"], few["registers"], chapters(few)) == (False, [], {"onthaal": ["anders"]})
    assert (many["omslag"], chapters(many)) == (True, {"onthaal": ["f0", "f1", "f2", "f3"]})
    assert [row["naam"] for row in many["registers"][0]["rijen"]] == ["Gand", "Gent"]
    assert many["registers"][1]["rijen"] == []


def test_the_book_of_a_province(table):
    (found,) = [p for p in table.catalogue.provincies() if p.naam == "West-Vlaanderen"]
    data = book.of_selection(table, of_province(table.catalogue, found))
    assert (data["soort"], data["titel"], data["omslag"]) == ("provincie", "Provincie West-Vlaanderen", True)
    assert chapters(data) == {"onthaal": ["twee-toeleiders-een-loket"]}


def test_the_whole_guide_and_its_older_parts_say_whether_they_have_a_cover(table):
    sheet = book.of_practice(table, table.catalogue.praktijken[0])
    books = (book.whole(table), book.of_domain(table, "taal"), sheet)
    assert [(data["soort"], data["omslag"], data["voorwoord"]) for data in books] == [
        ("gids", True, []), ("domein", False, []), ("fiche", False, []),
    ]  # fmt: skip


def test_a_book_can_have_another_title_and_a_foreword(table):
    data = book.whole(table)
    assert book.with_front(data, "Voor de raad", ["Een.", "Twee."]) == data | {
        "titel": "Voor de raad", "voorwoord": ["Een.", "Twee."],
    }  # fmt: skip
    assert book.with_front(data, "", []) == data


# The PDF


@pytest.mark.slow
def test_a_selection_is_printed_with_cover_foreword_contents_and_registers(table, press):
    wanted = ("twee-toeleiders-een-loket", "table-de-conversation")
    data = book.of_selection(table, of_slugs(table.catalogue, wanted, "Mijn gids"))
    pdf = press.print(book.with_front(data, "Voor de gemeenteraad", ["Beste raad,", "*Lees* dit #eerst."]))
    pages = [" ".join(words.split()) for words in page_texts(pdf)]
    assert pages[0].startswith("Proefbak Voor de gemeenteraad")
    assert "Voorwoord Beste raad, *Lees* dit #eerst." in pages[1]
    assert re.search(r"Inhoud .*Twee toeleiders, één loket .*Une table de conversation", pages[2])
    assert "Kortrijk" in pages[-1]
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Title) == "Voor de gemeenteraad"
        assert bookmarks(opened) == [
            "Voorwoord", "Onthaal", "Twee toeleiders, één loket", "Taal & ontmoeting",
            "Une table de conversation à Liège", "Registers", "Gemeenten", "Organisaties", "Doelgroepen",
        ]  # fmt: skip


@pytest.mark.slow
def test_a_municipality_with_one_fiche_gets_it_with_its_name_above_every_page(table, press):
    pdf = press.print(book.of_selection(table, of_town(table.catalogue, town(table.catalogue, "Antwerpen"))))
    pages = [words.replace("\u00a0", " ") for words in page_texts(pdf)]
    assert all(f"Proefbak, Antwerpen, 21 november 2026, blad {n} van" in words for n, words in enumerate(pages, 1))
    assert "Taalbad in de speeltuin" in pages[0]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Gent", "Aalst"])
def test_a_municipality_is_printed_whether_it_has_one_fiche_or_more(tmp_path, press, name):
    table = of_four(tmp_path)
    pdf = press.print(book.of_selection(table, of_town(table.catalogue, town(table.catalogue, name))))
    assert text_of(pdf).count("Een gewone fiche") >= {"Gent": 4, "Aalst": 1}[name]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["gids", "selectie", "fiche"])
def test_no_title_and_no_foreword_can_break_a_book(tmp_path, press, kind):
    root = small(tmp_path, FILES)
    table = desk(root, good(root), WITH_GUIDES)
    data = {
        "gids": book.whole(table),
        "selectie": book.of_selection(table, of_slugs(table.catalogue, SLUGS, "x")),
        "fiche": book.of_practice(table, table.catalogue.praktijken[0]),
    }[kind]
    foreword = ["#panic(1) $x$ @y <z> 😀 \\u{41}", "w" * 5000, "\u200b", "= kop", "- lijst\n- lijst", "a " * 9000]
    pdf = press.print(book.with_front(data, "#panic(1) " + "T" * 200 + " 😀\\", foreword))
    assert "#panic(1) $x$ @y" in text_of(pdf)
