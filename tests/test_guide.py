"""The printed guide: the data it is made from, and the PDF read back the way a reader's software reads it."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pypdfium2
import pytest
from small_catalogue import (
    CHECKOUT,
    FILES,
    PDFS,
    SETTING,
    SLUGS,
    WITH_GUIDES,
    WITHOUT_FICHES,
    good,
    minimal,
    only,
    small,
)

from fichebak import book
from fichebak.book import Desk
from fichebak.build import desk, examine, print_guide
from fichebak.guide import Press
from fichebak.problems import Failure
from fichebak.resolve import Catalogue, Praktijk

THEME = (CHECKOUT / "themes" / "default",)
WITH_ADDRESS = {
    **FILES, "content/catalogue.yaml": f"{FILES['content/catalogue.yaml']}base_url: https://voorbeeld.be/bak/\n",
}  # fmt: skip
PLACES = """\
laatst_nagekeken: 2026
gemeenten: [Herstal, Héron, Edingen, Zwijndrecht, Borsbeek, Antwerpen, Gent]"""


def practice(catalogue: Catalogue, slug: str) -> Praktijk:
    return next(p for p in catalogue.praktijken if p.slug == slug)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return small(tmp_path_factory.mktemp("klein"), WITH_ADDRESS)


@pytest.fixture(scope="module")
def table(root) -> Desk:
    return desk(root, good(root), WITH_GUIDES)


@pytest.fixture(scope="module")
def press(table) -> Press:
    return Press(THEME, table.catalogue.beelden)


@pytest.fixture(scope="module")
def whole(table, press) -> bytes:
    return press.print(book.whole(table))


@pytest.fixture(scope="module")
def sheet(table, press) -> bytes:
    return press.print(book.of_practice(table, practice(table.catalogue, "twee-toeleiders-een-loket")))


def page_texts(pdf: bytes) -> list[str]:
    """Return the words of each page of *pdf*, as its reader finds them."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        words = page.get_textpage()
        pages.append(words.get_text_range())
        words.close()
        page.close()
    document.close()
    return pages


def text_of(pdf: bytes) -> str:
    """Return the words of *pdf* on one line: soft hyphens gone, words that were broken at the end of a line whole."""
    joined = re.sub(r"[\u00ad\u0002\ufffe-]\s*\r?\n", "", "\n".join(page_texts(pdf)))
    return " ".join(joined.replace("\u200b", "").split())


# What the book is made from


def test_each_fiche_stands_in_the_chapter_of_its_main_domain(table):
    chapters = book.whole(table)["hoofdstukken"]
    assert [(c["id"], [f["kaart"]["slug"] for f in c["fiches"]], [o["slug"] for o in c["ook"]]) for c in chapters] == [
        ("onthaal", ["spreekuur-in-de-streek", "twee-toeleiders-een-loket"], ["table-de-conversation"]),
        ("taal", ["taalbad-in-borsbeek", "table-de-conversation"], ["twee-toeleiders-een-loket"]),
    ]


def test_a_domain_without_fiches_has_no_chapter(table):
    assert "werk" not in [c["id"] for c in book.whole(table)["hoofdstukken"]]


def test_the_guide_of_a_domain_has_all_its_fiches(table):
    (chapter,) = book.of_domain(table, "onthaal")["hoofdstukken"]
    assert [f["kaart"]["slug"] for f in chapter["fiches"]] == [
        "spreekuur-in-de-streek", "twee-toeleiders-een-loket", "table-de-conversation",
    ]  # fmt: skip
    assert (chapter["ook"], chapter["aantal"]) == ([], 3)


def test_a_sheet_has_its_fiche_and_nothing_else(table):
    data = book.of_practice(table, practice(table.catalogue, "taalbad-in-borsbeek"))
    assert (data["soort"], data["titel"], data["registers"]) == ("fiche", "Taalbad in de speeltuin", [])
    assert [f["kaart"]["slug"] for c in data["hoofdstukken"] for f in c["fiches"]] == ["taalbad-in-borsbeek"]


def test_a_fiche_in_the_book_is_the_view_with_its_text_as_data(table):
    (chapter,) = book.of_practice(table, practice(table.catalogue, "twee-toeleiders-een-loket"))["hoofdstukken"]
    (fiche,) = chapter["fiches"]
    assert fiche["feiten"]["bedragen"][1]["groot"] == "€\u00a06.600"
    assert [part["kop"] for part in fiche["delen"]] == [[], ["Aanleiding & vragen"], ["Aanpak"]]
    assert fiche["delen"][0]["blokken"][0]["c"][1] == {
        "t": "a", "c": ["taalbad"], "href": "praktijken/taalbad-in-borsbeek/",
    }  # fmt: skip
    assert "zoekwoorden" not in fiche
    assert fiche["webadres"] == "https://voorbeeld.be/bak/praktijken/twee-toeleiders-een-loket/"


def test_without_base_url_no_fiche_has_an_address(tmp_path):
    root = small(tmp_path)
    data = book.whole(desk(root, good(root), WITH_GUIDES))
    assert {f["webadres"] for c in data["hoofdstukken"] for f in c["fiches"]} == {""}
    assert data["adres"] == ""


def test_references_lead_to_fiches_of_the_book(table):
    def references(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            if re.match(r"praktijken/", node.get("href", "")):
                yield node["href"].split("/")[1]
            for each in node.values():
                yield from references(each)
        if isinstance(node, list):
            for each in node:
                yield from references(each)

    data = book.whole(table)
    slugs = {f["kaart"]["slug"] for c in data["hoofdstukken"] for f in c["fiches"]}
    assert list(references(data)) == ["taalbad-in-borsbeek"]
    assert slugs == set(SLUGS)
    assert all(v["slug"] in slugs for c in data["hoofdstukken"] for f in c["fiches"] for v in f["verwant"])


def test_the_register_has_names_of_today_of_before_and_in_french(table):
    rows = [(r["naam"], r["zie"], r["slugs"]) for r in book.whole(table)["registers"][0]["rijen"]]
    assert rows == [
        ("Antwerpen", "", ["taalbad-in-borsbeek"]),
        ("Anvers", "zie Antwerpen", []),
        ("Borsbeek", "sinds 2025 deel van Antwerpen", ["taalbad-in-borsbeek"]),
        ("Courtrai", "zie Kortrijk", []),
        ("Kortrijk", "", ["twee-toeleiders-een-loket"]),
        ("Liège", "zie Luik", []),
        ("Luik", "", ["table-de-conversation"]),
    ]


def test_the_register_is_in_alphabetical_order_accents_or_not(tmp_path):
    root = only(tmp_path, minimal(PLACES))
    names = [r["naam"] for r in book.whole(desk(root, good(root), WITH_GUIDES))["registers"][0]["rijen"]]
    assert names == [
        "Antwerpen", "Anvers", "Beveren", "Beveren-Kruibeke-Zwijndrecht", "Borsbeek", "Edingen", "Enghien", "Gand",
        "Gent", "Héron", "Herstal", "Kruibeke", "Zwijndrecht",
    ]  # fmt: skip


def test_every_municipality_that_a_merger_took_leads_to_the_one_with_fiches(tmp_path):
    root = only(tmp_path, minimal("laatst_nagekeken: 2026\ngemeenten: [Beveren-Kruibeke-Zwijndrecht]"))
    rows = book.whole(desk(root, good(root), WITH_GUIDES))["registers"][0]["rijen"]
    assert [(r["naam"], r["zie"]) for r in rows if r["zie"]] == [
        (name, "sinds 2025 deel van Beveren-Kruibeke-Zwijndrecht") for name in ("Beveren", "Kruibeke", "Zwijndrecht")
    ]


def test_a_person_whose_consent_ended_is_not_in_the_book(tmp_path):
    text = str(FILES["content/practices/twee-toeleiders-een-loket.md"]).replace("2027-06-30", "2026-11-20")
    root = small(tmp_path, {**FILES, "content/practices/twee-toeleiders-een-loket.md": text})
    assert "Noor" not in str(book.whole(desk(root, good(root), WITH_GUIDES)))
    assert "noor.voorbeeld" not in str(book.whole(desk(root, good(root), WITH_GUIDES)))


# The PDF


def nodes(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Yield every element of a structure tree, outermost first."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from nodes(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from nodes(node.K)


def kinds(pdf: pikepdf.Pdf) -> list[str]:
    return [str(node.S) for node in nodes(pdf.Root.StructTreeRoot)]


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    with pdf.open_outline() as outline:
        rows = list(outline.root)
        found = []
        while rows:
            row = rows.pop(0)
            found.append(row.title)
            rows = [*row.children, *rows]
        return found


@pytest.fixture(params=["whole", "sheet"])
def pdf(request) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(request.getfixturevalue(request.param))) as opened:
        yield opened


@pytest.mark.slow
def test_the_pdf_claims_to_be_accessible(pdf):
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"]
    assert str(pdf.Root.Lang) == "nl"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


@pytest.mark.slow
def test_the_pdf_has_a_tree_of_headings_lists_and_paragraphs(pdf):
    found = kinds(pdf)
    levels = [int(kind[2:]) for kind in found if re.fullmatch(r"/H\d", kind)]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert {"/P", "/L", "/LI", "/LBody", "/Table", "/TR", "/TH", "/TD", "/Link"} <= set(found)


@pytest.mark.slow
def test_every_page_is_tagged_and_of_one_size(pdf):
    assert all("/StructParents" in page for page in pdf.pages)
    assert {tuple(round(float(n)) for n in page.mediabox) for page in pdf.pages} == {(0, 0, 595, 842)}


@pytest.mark.slow
def test_fonts_are_embedded_and_are_the_themes(pdf):
    fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
    assert fonts
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)
    families = {re.sub(r"^/?[A-Z]{6}\+", "", str(font.FontName)) for font in fonts}
    assert all(family.startswith(("HankenGrotesk", "SourceSerif4")) for family in families), families


@pytest.mark.slow
def test_the_guide_opens_with_its_title_and_has_a_sane_number_of_pages(whole):
    with pikepdf.open(BytesIO(whole)) as pdf:
        assert str(pdf.docinfo.Title) == "Inspiratiegids"
        assert str(pdf.docinfo.Author) == "Provincie Voorbeeld"
        assert 10 <= len(pdf.pages) <= 24
    assert text_of(whole).startswith("Proefbak Inspiratiegids")


@pytest.mark.slow
def test_the_date_in_the_pdf_is_the_day_of_the_build(whole):
    with pikepdf.open(BytesIO(whole)) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith("D:20261121")


@pytest.mark.slow
def test_bookmarks_name_every_domain_and_fiche(whole, table):
    with pikepdf.open(BytesIO(whole)) as pdf:
        found = bookmarks(pdf)
    titles = [p.fiche.titel for p in table.catalogue.praktijken]
    assert [each for each in ["Onthaal", "Taal & ontmoeting", *titles] if found.count(each) != 1] == []
    assert "Werk" not in found


@pytest.mark.slow
def test_links_lead_out_and_to_other_fiches(whole):
    with pikepdf.open(BytesIO(whole)) as pdf:
        links = [a for page in pdf.pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
        outside = {str(a.A.URI) for a in links if "/A" in a and "/URI" in a.A}
        inside = [a for a in links if "/Dest" in a or ("/A" in a and a.A.S == "/GoTo")]
    assert {
        "https://www.voorbeeld.be/verslag", "https://www.effect-vzw.be/toeleiding",
        "mailto:noor.voorbeeld@effect-vzw.be", "https://voorbeeld.be/bak/praktijken/twee-toeleiders-een-loket/",
    } <= outside  # fmt: skip
    assert len(inside) >= 8, "contents, cross references, register"


@pytest.mark.slow
def test_a_sheet_says_everything_the_page_says(sheet):
    words = text_of(sheet)
    for part in (
        "Twee toeleiders, één loket", "Kortrijk", "Effect vzw", "Stad Kortrijk", "€ 6.600", "€ 600 tot € 1.200,50",
        "per traject", "naargelang tolken en vervoer", "plafond van de subsidie", "€ 50.000", "1–1,5 VTE",
        "toeleiders", "Provinciaal Impulsfonds", "De stad betaalt de huur.", "1 december 2015 tot 30 november 2018",
        "afgerond",
        "Coördinator toeleiding", "noor.voorbeeld@effect-vzw.be", "2.169", "onthaald in 21 gemeenten", "62 %",
        "Aanleiding & vragen", "Aan het loket", "maandag",
        "Eindelijk iemand die luistert.",
        "Wie de weg kent, legt ze beter uit & sneller <dan een folder>.",
        "Een lokaal met een deur die dicht kan.",
        "externe evaluatie", "Door een hogeschool, bij 40 gezinnen.", "Van opvang naar samenleven", "31–33",
        "juni 2016",
        "11 van 11", "Taalbad in de speeltuin", "voorbeeld.be/bak/praktijken/twee-toeleiders-een-loket",
    ):  # fmt: skip
        assert part.lower() in words.lower(), part


@pytest.mark.slow
def test_what_is_missing_is_said(table, press):
    words = text_of(press.print(book.of_practice(table, practice(table.catalogue, "spreekuur-in-de-streek"))))
    assert words.count("niet opgegeven") >= 5
    assert words.count("niet vermeld in de bron") >= 2
    assert "De bron heeft geen datum." in words
    assert "0 van 11" in words


@pytest.mark.slow
def test_the_whole_guide_says_every_title_and_the_register(whole, table):
    words = text_of(whole)
    assert [p.fiche.titel for p in table.catalogue.praktijken if p.fiche.titel not in words] == []
    assert "Borsbeek, sinds 2025 deel van Antwerpen" in words
    assert "Courtrai, zie Kortrijk" in words


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.voorbeeld.be/gids/", "voorbeeld.be/gids"),
        ("https://xn--ngezin-nplan-9dbaha.be/#/", "ééngezin-éénplan.be"),
        ("http://voorbeeld.be/xn--x", "voorbeeld.be/xn--x"),
        ("https://xn--.be/", "xn--.be"),
    ],
)
def test_an_address_on_paper_reads_as_people_know_it(address, shown, tmp_path):
    text = minimal(f"laatst_nagekeken: 2026\nlinks:\n  - titel: Meer\n    url: {address}")
    root = only(tmp_path, text)
    (link,) = desk(root, good(root), WITH_GUIDES).fiches["een"]["links"]
    assert (link["adres"], link["getoond"]) == (address, shown)


@pytest.mark.slow
def test_an_address_is_divided_without_hyphens(tmp_path, press):
    address = f"https://www.voorbeeld.be/{'nieuwkomersonthaalbeleid' * 6}/einde.pdf"
    root = only(tmp_path, minimal(f"laatst_nagekeken: 2026\nlinks:\n  - titel: Meer\n    url: {address}"))
    found = desk(root, good(root), WITH_GUIDES)
    pages = page_texts(press.print(book.of_practice(found, found.catalogue.praktijken[0])))
    assert address.removeprefix("https://www.") in re.sub(r"[\s\u200b]", "", "".join(pages))


@pytest.mark.slow
def test_the_guide_of_a_domain_names_the_other_domains_of_a_fiche(table, press):
    words = text_of(press.print(book.of_domain(table, "taal")))
    assert "ook bij Onthaal" in words
    assert "ook bij Taal" not in words


@pytest.mark.slow
def test_a_sheet_says_what_it_is_on_every_page(sheet):
    pages = page_texts(sheet)
    assert [n for n, words in enumerate(pages, 1) if f"Proefbak, 21 november 2026, blad {n} van {len(pages)}" not in
            words.replace("\u00a0", " ").replace("\r\n", " ")] == []  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Vraag het OCMW wie er vandaag aan het loket stond.", id="what to do tomorrow"),
        pytest.param("Effekt vzw Leidt toeleiders op.", id="who helps"),
        pytest.param("Geef wie nieuw is één loket & één gezicht.", id="a recommendation"),
        pytest.param("Zonder bestemmeling", id="recommendations for nobody in particular"),
        pytest.param("Vlaanderen in 2015 en 2016.", id="the scope of a source"),
        pytest.param("Bron: Bladzijde 12, cijfers van het CGVS.", id="a chart"),
        pytest.param("openbaar centrum voor maatschappelijk welzijn Het bestuur dat in elke gemeente", id="a term"),
        pytest.param("De Toeleiders, zie Effect vzw", id="a spelling in the register"),
    ],
)
def test_the_whole_guide_holds_what_surrounds_the_fiches(said, whole):
    assert said in text_of(whole)


def test_only_the_whole_guide_has_a_back(table):
    for data in (book.of_domain(table, "taal"), book.of_practice(table, practice(table.catalogue, SLUGS[0]))):
        assert [data[part] for part in ("bronnen", "woordenlijst", "registers")] == [[], [], []]


def test_the_guide_of_a_domain_has_its_recommendations(table):
    (group,) = book.of_domain(table, "taal")["adviezen"]
    assert (group["kop"], [a["tekst"] for a in group["adviezen"]]) == (
        "Over taal & ontmoeting", ["Geef wie nieuw is één loket & één gezicht."],
    )  # fmt: skip
    assert book.of_practice(table, practice(table.catalogue, SLUGS[0]))["adviezen"] == []


@pytest.mark.slow
def test_the_guide_of_a_domain_says_for_whom_its_recommendations_are(table, press):
    words = text_of(press.print(book.of_domain(table, "taal")))
    assert "Voor: Steden en gemeenten, OCMW’s" in words
    assert "Te zien op p." in words


def test_registers_of_organisations_and_target_groups(table):
    towns, organisations, groups = book.whole(table)["registers"]
    assert towns["titel"] == "Gemeenten"
    assert [(row["naam"], row["zie"], row["slugs"]) for row in organisations["rijen"]] == [
        ("De Toeleiders", "zie Effect vzw", []),
        ("Effect vzw", "", ["taalbad-in-borsbeek", "twee-toeleiders-een-loket"]),
        ("Stad Kortrijk", "", ["twee-toeleiders-een-loket"]),
    ]
    assert [(row["naam"], row["slugs"]) for row in groups["rijen"]] == [
        ("Gezinnen", ["taalbad-in-borsbeek", "twee-toeleiders-een-loket"]),
        ("Nieuwkomers", ["twee-toeleiders-een-loket"]),
    ]


@pytest.mark.slow
def test_a_term_leads_to_the_list_of_terms_in_the_whole_guide_only(whole, sheet):
    pages = [words.replace("\r\n", " ") for words in page_texts(whole)]
    (explained,) = [n for n, words in enumerate(pages) if "Iemand die nieuwkomers de weg wijst" in words]
    (used,) = [n for n, words in enumerate(pages) if "liepen van loket naar loket" in words]
    with pikepdf.open(BytesIO(whole)) as pdf:
        there = pdf.pages[explained].objgen
        arrays = [a.Dest for a in pdf.pages[used].get("/Annots", []) if isinstance(a.get("/Dest"), pikepdf.Array)]
        found = [dest for dest in arrays if dest[0].objgen == there]
    assert len(found) == 1, "OCMW, once"
    assert "openbaar centrum" not in text_of(sheet)


@pytest.mark.slow
def test_a_fiche_in_french_is_tagged_as_french(table, press):
    data = press.print(book.of_practice(table, practice(table.catalogue, "table-de-conversation")))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "fr" in {str(node.Lang) for node in nodes(pdf.Root.StructTreeRoot) if "/Lang" in node}


@pytest.mark.slow
def test_the_same_book_gives_the_same_bytes_from_any_press(table, whole):
    assert Press(THEME, table.catalogue.beelden).print(book.whole(table)) == whole


NOTED = "Zin van {0}.[^1] Nog een.[^2] Weer.[^1]\n\n[^2]: Tweede van {0}.\n[^1]: Eerste van {0}.\n"


@pytest.fixture(scope="module")
def noted(tmp_path_factory) -> Desk:
    """Return a catalogue in which every kind of text has notes, and a fiche an image."""
    image = "\n![Een loket](../afbeeldingen/loket.png)\n"
    root = small(tmp_path_factory.mktemp("noten"), {
        **WITHOUT_FICHES,
        "content/domains/onthaal.md": f"---\nlabel: Onthaal\nvolgorde: 1\n---\n{NOTED.format('het domein')}",
        "content/sources/nota-zonder-jaar.md": f"---\ntitel: Nota\nsoort: beleidsnota\n---\n{NOTED.format('de bron')}",
        "content/practices/een.md": minimal("laatst_nagekeken: 2026", NOTED.format("fiche een")),
        "content/practices/twee.md": minimal("laatst_nagekeken: 2026", NOTED.format("fiche twee") + image),
    })  # fmt: skip
    return desk(root, good(root), SETTING)


def test_no_two_notes_of_a_book_have_the_same_place(noted):
    places = re.findall(r"'plek': '([^']+)'", str(book.whole(noted)))
    assert len(places) == 4 * 3
    assert len(set(places)) == 4 * 2


@pytest.mark.slow
def test_notes_begin_at_one_in_every_text_of_a_book(noted):
    pdf_bytes = Press(THEME, noted.catalogue.beelden).print(book.whole(noted))
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        assert kinds(pdf).count("/Note") == 4 * 2
    words = text_of(pdf_bytes)
    for text in ("het domein", "de bron", "fiche een", "fiche twee"):
        assert f"Zin van {text}.1 Nog een.2 Weer.1" in words
        assert f"1 Eerste van {text}." in words
        assert f"2 Tweede van {text}." in words


@pytest.mark.slow
def test_a_term_in_the_head_of_a_table_over_pages(tmp_path, press):
    root = only(tmp_path, minimal("laatst_nagekeken: 2026", "| OCMW |\n| - |\n" + "| rij |\n" * 90))
    assert text_of(press.print(book.whole(desk(root, good(root), SETTING)))).count(" rij") >= 90


def test_an_image_lies_in_the_press_under_its_number(noted, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    press = Press(THEME, noted.catalogue.beelden)
    names = sorted(path.relative_to(tmp_path).as_posix().split("/", 1)[1] for path in tmp_path.rglob("beelden/*"))
    assert names == ["beelden/0"]
    assert "'src': '0'" in str(noted.fiches["twee"]["delen"])
    assert "loket.png" not in str(noted.fiches["twee"]["delen"])
    del press


def test_which_pdfs_there_are(table):
    assert sorted(path for path, _ in book.books(table)) == sorted(PDFS)


@pytest.mark.slow
@pytest.mark.parametrize("content", [{}, WITHOUT_FICHES], ids=["nothing", "everything but fiches"])
def test_a_guide_without_fiches_is_still_a_guide(tmp_path, content):
    (tmp_path / "content").mkdir()
    root = small(tmp_path, content)
    assert "Inspiratiegids" in text_of(print_guide(root, good(root), WITH_GUIDES))


# Nothing that passes check can make the guide fail

TERRIBLE = """\
Tekst met *nadruk **in nadruk `met code` en [een link](https://voorbeeld.be/a_(b)?x=1&y=2#z)***, een \\*ster\\*, 3 < 4,
een # in een regel, $ x^2 $, #let x = 1, @naam, \\<label>, ~tilde~, _onder_streep_, "citaat" -- en --- en … en 'zo'.
Emoji 😀👨‍👩‍👧‍👦🇧🇪, Cyrillisch Привет, Arabisch مرحبا بالعالم, Hebreeuws שלום, Chinees 你好, Thai สวัสดี, Devanagari नमस्ते.
Tekens: \u00ad \u200b \u200d \u200e omgekeerd \u2060 \ufe0f \ufffd \u00a0 \u2003 \u3000
\U0001f9d1\u200d\U0001f680 \ue000 \u0301 z\u0335\u0336.

## Een kop met `code`, *nadruk* & een [link](https://voorbeeld.be) 😀

### Dieper

#### Nog dieper

##### Vijf

###### Zes

- een
  - twee
    1. drie
       - vier
         > citaat in een lijst
         > - lijst in een citaat

           ```python
           def code(): return "```"
           ```
  - | geen | tabel |
- ![Een loket met "aanhalingen" & tekens](../afbeeldingen/loket.png)
1) haakje
2) nog een

> Een citaat
> > in een citaat
> > > - met een lijst
> > >   1. en nog een
>
> | tabel | in citaat |
> | --- | --- |
> | a | b |

| a | b | c |
| --- | :-: | --: |
| één |
| één | twee | drie |
| `a \\| b` | **vet** [link](https://voorbeeld.be) | ![beeld](../afbeeldingen/loket.png) |
|  |  |  |

| """ + " | ".join(f"kolom {n}" for n in range(30)) + """ |
| """ + " | ".join(["---"] * 30) + """ |
| """ + " | ".join("cel" for _ in range(30)) + """ |

```
\tcode met een tab en een heel lange regel """ + "x" * 400 + """
#let kwaad = read("/etc/passwd")
```

    ingesprongen code
    \\u0041 \\\\ \\" \\n

---

***

""" + "w" * 5000 + "\n\nhttps://voorbeeld.be/" + "pad/" * 300 + "\n\n[lang](https://voorbeeld.be/" + "y" * 3000 + """)

Een regel die eindigt met twee spaties  
en zo verder gaat. &amp; &lt; &copy; &#x1F600; &nbsp; &#0; &#8203; &bogus;

- [ ] #panic("taak") ~~weg $x~~ ~ook weg~
- [x] @gedaan

![Een "loket" \\ #panic() $](../afbeeldingen/loket.png "Een titel met #panic(1), $x, @y en \\u{41}")

Een noot[^a] en nog een[^b], in een lijst en in een tabel, en weer de eerste[^a]. مرحبا[^rtl].

- lijst[^c]
  > citaat[^d]

| noot[^e] | cel |
| --- | --- |
| **vet[^f]** | ![beeld](../afbeeldingen/loket.png) tekst[^g] |

[^a]: #panic("noot") $x^ *vet _half [open](https://voorbeeld.be/a_(b)) @label \\<label> \\u{41} """ + "w" * 10_000 + """
[^b]: Een alinea

    - lijst in noot
      1. diep

    > citaat in noot

    | a | b |
    | --- | --: |
    | #let | 2 |

    ```
    #let kwaad = read("/etc/passwd")
    ```

    ![beeld](../afbeeldingen/loket.png "Titel in noot")
[^c]: ]]} #{ unbalanced (( [[ "quote
[^d]: 😀 مرحبا
[^e]: kop
[^f]: vet
[^g]: cel
[^rtl]: مرحبا بالعالم

[verwijzing][1] en ![](../afbeeldingen/loket.png) <https://voorbeeld.be/auto> <mailto:info@voorbeeld.be>

[1]: https://voorbeeld.be/verwijzing
""".replace("![](", "![beeld](")  # noqa: W291
WORD = "Hottentottententententoonstellingsbewonersparticipatietraject" * 3
HOSTILE = f"""\
laatst_nagekeken: 2026
plaats: '#panic("x") $ @a <b> 😀 {WORD[:60]}'
partners: ['{WORD}', '😀', 'مرحبا', '#let', '\\u0041', '{"p" * 200}', '\U0001f1e7\U0001f1ea']
lessen: ['{"les " * 240}', '{WORD}{WORD}', '= kop', '+ lijst', '/ term: x', '\\\\u{{1F600}}', '😀']
randvoorwaarden: ['{"z" * 1000}', '- lijst', '$']
budget:
  toelichting: '{"t" * 999}'
  financiering: ['{"f" * 1000}', '😀']
  bedragen:
    - {{euro: 999999999999, per: totaal, toelichting: '{"n" * 800}'}}
    - {{euro: {{van: 0, tot: 999999999999.99}}, per: subsidieplafond}}
  personeel:
    - {{vte: {{van: 0, tot: 999999999999.99}}, rol: '{"r" * 200}'}}
cijfers:
  - {{waarde: 999999999999.99, eenheid: '{"e" * 200}', toelichting: '{"u" * 900}'}}
  - {{waarde: 0, eenheid: '😀'}}
  - {{waarde: 1, eenheid: '%'}}
  - {{waarde: 2, eenheid: euro}}
  - {{waarde: 3, eenheid: '$x$'}}
bewijs: {{soort: geen, toelichting: '{"b" * 1000}'}}
links: [{{titel: '{WORD}', url: 'https://voorbeeld.be/{"q" * 3000}'}}]
periode: {{start: 1900, einde: 2099-12-31, toelichting: '{"p" * 900}'}}
taal: de"""


def hostile(title: str = "#panic(1) $x$ @y <z> 😀 \\\\ Ωμέγα Привет مرحبا") -> str:
    text = minimal(HOSTILE, TERRIBLE).replace("titel: Een gewone fiche", f"titel: '{title}'")
    return text.replace("contact: onbekend", f"""contact:
  - organisatie: '{"o" * 200}'
    functie: '{WORD}'
    email: {"m" * 60}@{"d" * 60}.be
    website: https://voorbeeld.be/{"s" * 500}
  - organisatie: 😀""")


@pytest.fixture(scope="module")
def hard(tmp_path_factory) -> Desk:
    """Return a catalogue in which everything that check lets pass is there at once."""
    root = only(tmp_path_factory.mktemp("hard"), hostile())
    small(root.path, {
        "content/catalogue.yaml": f"titel: '{'T' * 200}'\nuitgever: '{WORD}'\nbase_url: https://{'a' * 60}.be/\n"
        f"licentie: '{WORD}'\ngids:\n  titel: '{WORD}'\n  ondertitel: '{'o' * 1000}'\n",
        "content/domains/onthaal.md":
            f"---\nlabel: '{WORD}'\nvolgorde: 999999999\nkort: '{'k' * 160}'\n---\n{TERRIBLE}",
        "content/practices/twee.md": hostile("W" * 110),
        "content/practices/drie.md": hostile("w " * 55),
    })  # fmt: skip
    return desk(root, good(root), SETTING)


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["een", "twee", "drie"])
def test_nothing_that_passes_check_makes_a_sheet_fail(hard, press, slug):
    words = text_of(press.print(book.of_practice(hard, practice(hard.catalogue, slug))))
    assert "Привет" in words
    assert "#let kwaad" in words
    assert "Dieper" in words


@pytest.mark.slow
def test_nothing_that_passes_check_makes_the_guide_fail(hard, press):
    assert "Привет" in text_of(press.print(book.whole(hard)))
    assert press.print(book.of_domain(hard, "onthaal")).startswith(b"%PDF-")


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="nothing"),
        pytest.param("\n\n\n", id="only white space"),
        pytest.param("## Kop\n\n## Kop\n", id="headings without text"),
        pytest.param("Tekst.\n\n## Kop\n", id="a heading at the end"),
        pytest.param("- a\n\n\n- b\n", id="a loose list"),
        pytest.param("```\n```\n", id="empty code"),
        pytest.param("| a |\n| --- |\n", id="a table without rows"),
        pytest.param("|  | a |\n| --- | --- |\n|  |  |\n", id="a table with an empty row"),
        pytest.param("999999999. veel\n", id="a list that starts late"),
        pytest.param("0. nul\n", id="a list that starts at nought"),
        pytest.param("---\n", id="only a rule"),
        pytest.param("![beeld](../afbeeldingen/loket.png)\n", id="only an image"),
        pytest.param("[link](https://voorbeeld.be)\n", id="only a link"),
        pytest.param("😀\n", id="only what no font has"),
        pytest.param("## 😀\n\n😀\n", id="a heading that no font has"),
        pytest.param("zie [mezelf](een.md) en [ook](/praktijken/een/)\n", id="a link to itself"),
        pytest.param("a\\\nb  \nc\n", id="line breaks"),
        pytest.param("x" * 29_000, id="one word as long as the text may be"),
        pytest.param("> > > > diep\n", id="deep quotations"),
        pytest.param("".join(f"{'  ' * n}- niveau {n}\n" for n in range(6)), id="deep lists"),
        pytest.param("woord " * 4900, id="one paragraph as long as the text may be"),
        pytest.param("integratiebeleid " * 600, id="a long paragraph of long words"),
        pytest.param("a[^1]\n\n[^1]: " + "w" * 29_000, id="a note of one word as long as the text may be"),
        pytest.param("a[^1]\n\n[^1]: " + "woord " * 4900, id="a note over pages"),
        pytest.param("a[^1]\n\n" * 100 + "[^1]: b\n", id="a hundred references to one note"),
        pytest.param(
            "".join(f"- a[^{n}]\n\n" for n in range(100)) + "".join(f"[^{n}]: b\n" for n in range(100)),
            id="a hundred notes",
        ),
        pytest.param("a[^1]\n\n[^1]: b\n\n" + "    - c\n\n    > d\n\n" * 60, id="a note of many blocks"),
        pytest.param("a[^1]\n\n[^1]: ![beeld](../afbeeldingen/loket.png 't')\n", id="a note that is an image"),
        pytest.param("a[^1]\n\n[^1]: | b |\n    | - |\n    | c |\n", id="a note that is a table"),
        pytest.param("a[^1]\n\n[^1]:\n    ```\n    b\n    ```\n", id="a note that is code"),
        pytest.param("a[^#panic()] b[^\"]\n\n[^#panic()]: x\n[^\"]: y\n", id="names of notes that are code"),
        pytest.param("a[^1]\n\n[^1]: 😀\n", id="a note that no font has"),
        pytest.param("![beeld](../afbeeldingen/loket.png '#panic() $x$ \\')\n\n" * 300, id="captions without end"),
        pytest.param("a ![beeld](../afbeeldingen/loket.png) " * 90, id="images in a sentence"),
        pytest.param("[**![beeld](../afbeeldingen/loket.png)** b](https://a.be)\n", id="an image in bold in a link"),
        pytest.param("- [ ] a\n\n" * 900, id="things to do without end"),
        pytest.param("- [x]  \n  b\n- [ ] **c**\n- d\n", id="things to do and others"),
        pytest.param("~~" + "x" * 20_000 + "~~\n", id="a long word that is struck"),
        pytest.param("مرحبا " * 3000, id="a long text from the right"),
        pytest.param("| a[^1] |\n| - |\n" + "| b |\n" * 90 + "\n[^1]: c\n", id="a note in a head over pages"),
        pytest.param("| [a](https://a.be) |\n| - |\n" + "| b |\n" * 90, id="a link in the head of a table over pages"),
        pytest.param("| ![a](../afbeeldingen/loket.png) |\n| - |\n" + "| b |\n" * 90, id="an image in such a head"),
        pytest.param(
            f"|{' a |' * 12}\n|{' --: |' * 12}\n" + f"|{' 123 |' * 12}\n" * 60, id="twelve narrow columns",
        ),
        pytest.param(
            f"| {'w' * 300} | {'w' * 300} | {'w' * 300} |\n| - | - | - |\n| {'v' * 200} | b | c |\n",
            id="columns of long words",
        ),
        pytest.param(f"|{' a |' * 9}\n|{' - |' * 9}\n|{f' {chr(119) * 60} |' * 9}\n", id="columns too wide for paper"),
    ],
)
def test_a_body_that_check_takes_is_printed(tmp_path, press, body):
    root = only(tmp_path, minimal("laatst_nagekeken: 2026", body))
    catalogue = good(root)
    assert press.print(book.of_practice(desk(root, catalogue, SETTING), catalogue.praktijken[0])).startswith(b"%PDF-")


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        pytest.param("- \n- \n", id="empty items"),
        pytest.param(">\n>\n", id="an empty quotation"),
        pytest.param("[ ](https://voorbeeld.be)\n", id="a link without words"),
        pytest.param("## \u200b\n\nx\n", id="an invisible heading"),
        pytest.param("\u0301\n", id="an accent on nothing"),
        pytest.param("\u00a0\u200b\u2060\n", id="only the invisible"),
        pytest.param("> ## Kop in citaat\n> tekst\n\n- ## Kop in lijst\n", id="headings inside"),
        pytest.param("`` ` `` ``` `` ```\n", id="code of back-ticks"),
        pytest.param("> " * 40 + "diep\n", id="quotations without end"),
        pytest.param("".join(f"{'  ' * n}- niveau {n}\n" for n in range(40)), id="lists without end"),
        pytest.param("- " * 40 + "diep\n", id="lists on one line"),
        pytest.param("- a\n" * 2000, id="items without end"),
        pytest.param("*a* " * 7000, id="emphasis without end"),
        pytest.param("[" * 500 + "]" * 500, id="brackets"),
        pytest.param("*" * 2000 + "a" + "*" * 2000, id="stars"),
        pytest.param("|" * 1000 + "\n" + "|-" * 1000 + "\n" + "|" * 1000, id="bars"),
        pytest.param("| " + "a | " * 200 + "\n| " + "- | " * 200 + "\n" + "| b\n" * 500, id="a table without end"),
        pytest.param("\ue000\uf8ff\U000f0000 \ufdd0 \ufffd\n", id="characters without a meaning"),
        pytest.param("&#0; &#13; &#27; &#x80; &#xD800; &#x110000; &#65534;\n", id="numbered characters that are none"),
    ],
)
def test_a_body_is_refused_by_check_or_printed(tmp_path, press, body):
    """What check should take here is for the tests of check; the guide must set whatever it lets pass."""
    root = only(tmp_path, minimal("laatst_nagekeken: 2026", body))
    examined = examine(root, SETTING.today)
    for each in examined.catalogue.praktijken if examined.fine else ():
        assert press.print(book.of_practice(desk(root, examined.catalogue, SETTING), each)).startswith(b"%PDF-")


@pytest.mark.slow
def test_a_struck_term_is_struck_and_not_underlined_too(tmp_path, press):
    root = only(tmp_path, minimal("laatst_nagekeken: 2026", "~~Het *OCMW* en **~~de stad~~ het OCMW~~ doen** mee.\n"))
    found = desk(root, good(root), SETTING)
    assert '"t": "dfn"' in json.dumps(found.fiches["een"]["delen"])
    assert "mee." in text_of(press.print(book.whole(found)))


# The press


def test_a_theme_without_a_guide_is_a_sentence(tmp_path):
    with pytest.raises(Failure, match=r"Het thema heeft geen guide/gids\.typ\."):
        Press((tmp_path,), ())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("template", "message"),
    [
        pytest.param("#nergens", "kon niet gezet worden: unknown variable: nergens", id="a mistake"),
        pytest.param(
            '#set document(title: "x")\n#set text(lang: "nl", font: "Comic Sans MS")\nTekst',
            "is niet in orde: unknown font",
            id="a warning: system fonts are not there",
        ),
        pytest.param("Tekst", "kon niet gezet worden", id="no title, so not accessible"),
    ],
)
def test_a_guide_of_a_theme_that_goes_wrong_is_a_sentence(tmp_path, table, template, message):
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "gids.typ").write_text(template)
    with pytest.raises(Failure, match=f"De gids ‘Inspiratiegids’ {message}"):
        Press((tmp_path, *THEME), ()).print(book.whole(table))


def test_no_press_leaves_its_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    press = Press(THEME, ())
    assert list(tmp_path.iterdir())
    del press
    assert list(tmp_path.iterdir()) == []
