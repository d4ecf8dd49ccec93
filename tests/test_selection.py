"""Books of a part of the catalogue: which practices are in them, and how they are printed."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
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
from fichebak.cli import main
from fichebak.config import Root
from fichebak.guide import Press
from fichebak.register import register
from fichebak.resolve import Catalogue
from fichebak.selection import (
    FOREWORD_AT_MOST,
    LIST_AT_MOST,
    Refused,
    Selection,
    Text,
    of_slugs,
    paragraphs,
    select,
    slugs,
    text_in,
)

THEME = (CHECKOUT / "themes" / "default",)


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> Desk:
    root = small(tmp_path_factory.mktemp("klein"))
    return desk(root, good(root), WITH_GUIDES)


@pytest.fixture(scope="module")
def catalogue(table) -> Catalogue:
    return table.catalogue


@pytest.fixture(scope="module")
def press(table) -> Press:
    return Press(THEME, table.catalogue.beelden)


def chapters(data: Data) -> dict[str, list[str]]:
    """Return the slugs of each chapter of a book."""
    return {c["id"]: [f["kaart"]["slug"] for f in c["fiches"]] for c in data["hoofdstukken"]}


def town(table: Desk, name: str) -> Data:
    """Return the book of a municipality, by its name of today."""
    return book.of_selection(table, chosen(table.catalogue, "gemeente", name))


def of_four(folder) -> Desk:
    """Return the desk of a catalogue with four fiches of Gent and one of Aalst."""
    fiches = {f"f{n}": minimal("laatst_nagekeken: 2026\ngemeenten: [Gent]") for n in range(4)}
    fiches["anders"] = minimal("laatst_nagekeken: 2026\ngemeenten: [Aalst]")
    root = small(folder, WITHOUT_FICHES, **fiches)
    return desk(root, good(root), WITH_GUIDES)


# What is in the book


def test_a_selection_has_its_fiches_by_main_domain_in_catalogue_order(table):
    wanted = ("twee-toeleiders-een-loket", "table-de-conversation", "spreekuur-in-de-streek")
    data = book.of_selection(table, of_slugs(table.catalogue, wanted))
    assert (data["soort"], data["titel"], data["omslag"]) == ("selectie", "Mijn gids", True)
    assert chapters(data) == {
        "onthaal": ["spreekuur-in-de-streek", "twee-toeleiders-een-loket"], "taal": ["table-de-conversation"],
    }  # fmt: skip


def test_a_chapter_of_a_selection_speaks_of_its_fiches_only(table):
    (chapter,) = book.of_selection(table, of_slugs(table.catalogue, [SLUGS[0]]))["hoofdstukken"]
    assert {key: chapter[key] for key in ("aantal", "inleiding", "morgen", "ondersteuning", "ook")} == {
        "aantal": 1, "inleiding": [], "morgen": [], "ondersteuning": [], "ook": [],
    }  # fmt: skip


def test_the_registers_of_a_selection_name_only_what_is_in_it(table):
    data = book.of_selection(table, of_slugs(table.catalogue, ["twee-toeleiders-een-loket"]))
    assert [[(row["naam"], row["zie"]) for row in register["rijen"]] for register in data["registers"]] == [
        [("Courtrai", "zie Kortrijk"), ("Kortrijk", "")],
        [("De Toeleiders", "zie Effect vzw"), ("Effect vzw", ""), ("Stad Kortrijk", "")],
        [("Gezinnen", ""), ("Nieuwkomers", "")],
    ]
    slugs = {slug for register in data["registers"] for row in register["rijen"] for slug in row["slugs"]}
    assert slugs == {"twee-toeleiders-een-loket"}


def test_the_book_of_a_municipality_has_its_fiches_of_before_a_merger(table):
    data = town(table, "Antwerpen")
    assert (data["soort"], data["titel"], chapters(data)) == (
        "gemeente", "Antwerpen", {"taal": ["taalbad-in-borsbeek"]},
    )  # fmt: skip


def test_a_municipality_with_few_fiches_has_nothing_around_them_and_one_with_more_has(tmp_path):
    table = of_four(tmp_path)
    few = town(table, "Aalst")
    many = town(table, "Gent")
    assert (few["omslag"], few["registers"], chapters(few)) == (False, [], {"onthaal": ["anders"]})
    assert (many["omslag"], chapters(many)) == (True, {"onthaal": ["f0", "f1", "f2", "f3"]})
    assert [row["naam"] for row in many["registers"][0]["rijen"]] == ["Gand", "Gent"]
    assert many["registers"][1]["rijen"] == []


def test_the_book_of_a_province(table):
    data = book.of_selection(table, chosen(table.catalogue, "provincie", "West-Vlaanderen"))
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


# What a person writes


def chosen(catalogue: Catalogue, kind: str, text: str, name: str = "keuze.txt") -> Selection:
    return select(catalogue, register(), kind, Text(name, text))


def refusal(catalogue: Catalogue, kind: str, text: str) -> str:
    """Return why a choice is refused."""
    with pytest.raises(Refused) as refused:
        chosen(catalogue, kind, text)
    return str(refused.value)


@pytest.mark.parametrize(
    ("kind", "text", "title", "slugs_"),
    [
        pytest.param("domein", "taal", "Taal & ontmoeting", [*SLUGS[1:]], id="a domain, all its fiches"),
        pytest.param("domein", " Taal &  Ontmoeting ", "Taal & ontmoeting", [*SLUGS[1:]], id="a domain by its label"),
        pytest.param("gemeente", "Kortrijk", "Kortrijk", [SLUGS[3]], id="a municipality"),
        pytest.param("gemeente", "courtrai", "Kortrijk", [SLUGS[3]], id="in French"),
        pytest.param("gemeente", "Borsbeek", "Antwerpen", [SLUGS[1]], id="of before a merger"),
        pytest.param("gemeente", "34022", "Kortrijk", [SLUGS[3]], id="by its REFNIS code"),
        pytest.param("gemeente", " 8510 ", "Kortrijk", [SLUGS[3]], id="by one of its postcodes"),
        pytest.param("provincie", "west-vlaanderen", "Provincie West-Vlaanderen", [SLUGS[3]], id="a province"),
        pytest.param("provincie", "Provincie Luik", "Provincie Luik", [SLUGS[2]], id="a province by its full name"),
        pytest.param("fiches", f"{SLUGS[3]},{SLUGS[0]}", "Mijn gids", [SLUGS[0], SLUGS[3]], id="fiches, in our order"),
        pytest.param("fiches", f"{SLUGS[0]}, {SLUGS[0]}", "Mijn gids", [SLUGS[0]], id="a fiche named twice"),
        pytest.param("fiches", "oud-loket,heel-oud-loket", "Mijn gids", [SLUGS[3]], id="former addresses"),
        pytest.param("selectie", f"# Top\r\n\r\n{SLUGS[1]}\r\n", "Mijn gids", [SLUGS[1]], id="a file of Windows"),
        pytest.param("selectie", f"{SLUGS[1]}  # omdat\n {SLUGS[2]}", "Mijn gids", [*SLUGS[1:3]], id="a remark"),
        pytest.param(
            "selectie", f"https://voorbeeld.be/bak/gids/?f={SLUGS[0]},oud-loket&titel=Raad", "Mijn gids",
            [SLUGS[0], SLUGS[3]], id="the address of a guide",
        ),
    ],
)  # fmt: skip
def test_what_may_be_written(catalogue, kind, text, title, slugs_):
    found = chosen(catalogue, kind, text)
    assert (found.titel, sorted(p.slug for p in found.praktijken)) == (title, slugs_)


def test_who_asks_for_a_municipality_of_before_a_merger_is_told_what_the_book_has(tmp_path, catalogue):
    said = "Borsbeek is sinds 2025 deel van Antwerpen: de gids neemt alle fiches van Antwerpen."
    assert chosen(catalogue, "gemeente", "Borsbeek").toelichting == said
    assert chosen(catalogue, "gemeente", "Antwerpen").toelichting == ""
    assert said in guide(small(tmp_path), "--gemeente", "Borsbeek").output


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("a", ("a",)),
        ("a, b;c", ("a", "b;c")),
        ("# a", ()),
        ("", ()),
        ("https://voorbeeld.be/praktijken/a/", ("a",)),
        ("https://voorbeeld.be/x/praktijken/a", ("a",)),
        ("praktijken/a/index.html", ("a",)),
        ("../praktijken/a/#lessen", ("a",)),
        ("https://voorbeeld.be/praktijken/a/a.pdf?x=1", ("a",)),
        ("/gids/?f=a,b&titel=Mijn+gids", ("a", "b")),
        ("/gids/?titel=x&f=a%2Cb#c", ("a", "b")),
        ("/vergelijk/?f=a", ("a",)),
        ("?f=a&f=b", ("a", "b")),
        ("https://voorbeeld.be/praktijken/?q=taal", ("https://voorbeeld.be/praktijken/",)),
        ("http://[x/", ("http://[x/",)),
    ],
)
def test_the_fiches_that_a_line_names(line, found):
    assert slugs(line) == found


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        pytest.param("domein", "onthaa", "‘onthaa’ is geen domein. Bedoelde u ‘onthaal’?", id="domain"),
        pytest.param(
            "domein", "x", "‘x’ is geen domein. Domeinen staan in content/domains: onthaal, taal, werk.", id="no domain"
        ),
        pytest.param("provincie", "Namen", "‘Provincie Namen’ heeft nog geen fiches.", id="a province without fiches"),
        pytest.param("domein", "werk", "‘Werk’ heeft nog geen fiches.", id="a domain without fiches"),
        pytest.param(
            "gemeente", "Kortrijck", "‘Kortrijck’ is geen Belgische gemeente. Bedoelde u ‘Kortrijk’?", id="municipality"
        ),
        pytest.param(
            "gemeente", "9999", "‘9999’ is geen Belgische gemeente. Schrijf de naam in het Nederlands of Frans, de "
            "naam van vóór een fusie, de postcode of de REFNIS-code.", id="no municipality",
        ),
        pytest.param("gemeente", "Gent", "‘Gent’ heeft nog geen fiches.", id="a municipality without fiches"),
        pytest.param(
            "gemeente", "1040",
            "Postcode 1040 hoort bij Brussel en Etterbeek. Schrijf de naam van een van die gemeenten.",
            id="a postcode of two",
        ),
        pytest.param("provincie", "Lijk", "‘Lijk’ is geen provincie. Bedoelde u ‘Luik’?", id="province"),
        pytest.param("provincie", "Brussel", "‘Brussels Hoofdstedelijk Gewest’ heeft nog geen fiches.", id="Brussels"),
        pytest.param(
            "fiches", "taalbad-in-borsbek", "‘taalbad-in-borsbek’ is geen fiche. Bedoelde u ‘taalbad-in-borsbeek’?",
            id="fiche",
        ),
        pytest.param("fiches", "oud-lokt", "‘oud-lokt’ is geen fiche. Bedoelde u ‘oud-loket’?", id="former address"),
        pytest.param("fiches", " , ", "In keuze.txt staat geen enkele fiche.", id="no fiche"),
        pytest.param("selectie", "# leeg\n", "In keuze.txt staat geen enkele fiche.", id="a list without fiches"),
        pytest.param(
            "selectie", f"# Top\n{SLUGS[0]}\n/praktijken/oud-lokt/\nqqq",
            "keuze.txt, regel 3: ‘oud-lokt’ is geen fiche. Bedoelde u ‘oud-loket’?\n"
            "keuze.txt, regel 4: ‘qqq’ is geen fiche. Gebruik de bestandsnaam van een fiche in content/practices, "
            "zonder .md. Is de fiche er niet meer, haal de verwijzing dan weg.", id="lines of a list",
        ),
    ],
)  # fmt: skip
def test_what_is_refused_with_what_was_perhaps_meant(catalogue, kind, text, said):
    assert refusal(catalogue, kind, text) == said


def test_a_list_of_which_nothing_is_right_is_refused_briefly_and_at_once(catalogue):
    lines = refusal(catalogue, "selectie", "taalbad-in-borsbek\n" * 50_000 + "x" * 100_000).split("\n")
    assert (len(lines), lines[-1]) == (11, "Er is nog meer mis.")
    long = refusal(catalogue, "selectie", "x" * 400_000)
    assert len(long) < 250


@pytest.mark.parametrize(
    ("data", "at_most", "said"),
    [
        pytest.param(b"a\nb\n\xe9\xe9n\n", LIST_AT_MOST, "keuze.txt, regel 3: dit is geen tekst in UTF-8.", id="Latin"),
        pytest.param("a\n".encode("utf-16"), LIST_AT_MOST, "keuze.txt, regel 1: dit is geen tekst", id="UTF-16"),
        pytest.param(b"a\nb\0c", LIST_AT_MOST, "keuze.txt, regel 2: dit is geen tekst", id="no text"),
        pytest.param(b"a" * 500_001, LIST_AT_MOST, "keuze.txt is te groot: het mag hoogstens 500 kB", id="large"),
        pytest.param(b"a" * 30_001, FOREWORD_AT_MOST, "keuze.txt is te groot: het mag hoogstens 30 kB", id="long"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_its_line(data, at_most, said):
    with pytest.raises(Refused) as refused:
        text_in("keuze.txt", data, at_most)
    assert str(refused.value).startswith(said)


def test_a_text_may_begin_with_a_mark_of_its_encoding():
    assert text_in("keuze.txt", b"\xef\xbb\xbfa\n", LIST_AT_MOST) == Text("keuze.txt", "a\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        (" \n\n \n", ()),
        ("Een.", ("Een.",)),
        ("Een\r\nregel.\r\n\r\nTwee.\n", ("Een regel.", "Twee.")),
        ("Een.\n \t\n\n\n  Twee.", ("Een.", "Twee.")),
    ],
)
def test_an_empty_line_parts_paragraphs(text, found):
    assert paragraphs(text) == found


# The command


def guide(root: Root, *options: str | Path) -> Result:
    given = ["guide", "--root", root.path, "-o", root.path / "gids.pdf", "--date", "2026-11-21", *options]
    return CliRunner().invoke(main, [str(each) for each in given])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--domein", "onthaa"], "‘onthaa’ is geen domein. Bedoelde u ‘onthaal’?"),
        (["--gemeente", "Gent"], "‘Gent’ heeft nog geen fiches."),
        (["--fiches", "x", "--domein", ""], "Kies één deel: --fiches en --domein gaan niet samen."),
        (["--selectie", "nergens.txt"], "nergens.txt is niet te lezen: de map of het bestand is er niet."),
        (["--selectie", "/"], "/ is niet te lezen: het is een map."),
        (["--selectie", "/dev/zero"], "/dev/zero is te groot: het mag hoogstens 500 kB zijn."),
        (["--voorwoord", "nergens.txt"], "nergens.txt is niet te lezen: de map of het bestand is er niet."),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_a_choice_that_cannot_be_made_is_wrong_use(tmp_path, options, said):
    done = guide(small(tmp_path), *options)
    assert (done.exit_code, done.stderr.strip().split("\n")[-1]) == (2, f"Error: {said}")
    assert not (tmp_path / "gids.pdf").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "title", "fiches"),
    [
        pytest.param(["--domein", "onthaal"], "Onthaal", [0, 2, 3], id="domain"),
        pytest.param(["--gemeente", "2150"], "Antwerpen", [1], id="municipality"),
        pytest.param(["--provincie", "Luik"], "Provincie Luik", [2], id="province"),
        pytest.param(["--fiches", "oud-loket"], "Mijn gids", [3], id="fiches"),
        pytest.param(["--titel", " Alles "], "Alles", [0, 1, 2, 3], id="the whole guide"),
    ],
)
def test_guide_prints_a_part(tmp_path, catalogue, options, title, fiches):
    done = guide(small(tmp_path), *options)
    assert done.exit_code == 0, done.output
    pdf = (tmp_path / "gids.pdf").read_bytes()
    titles = {p.slug: p.fiche.titel for p in catalogue.praktijken}
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Title) == title
        found = bookmarks(opened)
    assert [n for n, slug in enumerate(SLUGS) if titles[slug] in found] == fiches


@pytest.mark.slow
def test_guide_prints_a_list_with_a_title_and_a_foreword(tmp_path):
    root = small(tmp_path)
    (tmp_path / "keuze.txt").write_text(f"# Top\n{SLUGS[0]}\n")
    (tmp_path / "voorwoord.txt").write_text("Beste raad,\n\nveel *leesplezier*.\n")
    options = ["--titel", "Voor de raad", "--voorwoord", tmp_path / "voorwoord.txt"]
    done = guide(root, "--selectie", tmp_path / "keuze.txt", *options)
    assert done.exit_code == 0, done.output
    words = text_of((tmp_path / "gids.pdf").read_bytes())
    assert words.startswith("Proefbak Voor de raad")
    assert "Voorwoord Beste raad, veel *leesplezier*." in words
    assert "Spreekuur in de streek" in words


# The PDF


@pytest.mark.slow
def test_a_selection_is_printed_with_cover_foreword_contents_and_registers(table, press):
    wanted = ("twee-toeleiders-een-loket", "table-de-conversation")
    data = book.of_selection(table, of_slugs(table.catalogue, wanted))
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
    pdf = press.print(town(table, "Antwerpen"))
    pages = [words.replace("\u00a0", " ") for words in page_texts(pdf)]
    assert all(f"Proefbak, Antwerpen, 21 november 2026, blad {n} van" in words for n, words in enumerate(pages, 1))
    assert "Taalbad in de speeltuin" in pages[0]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Gent", "Aalst"])
def test_a_municipality_is_printed_whether_it_has_one_fiche_or_more(tmp_path, press, name):
    table = of_four(tmp_path)
    pdf = press.print(town(table, name))
    assert text_of(pdf).count("Een gewone fiche") >= {"Gent": 4, "Aalst": 1}[name]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["gids", "selectie", "fiche"])
def test_no_title_and_no_foreword_can_break_a_book(tmp_path, press, kind):
    root = small(tmp_path, FILES)
    table = desk(root, good(root), WITH_GUIDES)
    data = {
        "gids": book.whole(table),
        "selectie": book.of_selection(table, of_slugs(table.catalogue, SLUGS)),
        "fiche": book.of_practice(table, table.catalogue.praktijken[0]),
    }[kind]
    foreword = ["#panic(1) $x$ @y <z> 😀 \\u{41}", "w" * 5000, "\u200b", "= kop", "- lijst\n- lijst", "a " * 9000]
    pdf = press.print(book.with_front(data, "#panic(1) " + "T" * 200 + " 😀\\", foreword))
    assert "#panic(1) $x$ @y" in text_of(pdf)
