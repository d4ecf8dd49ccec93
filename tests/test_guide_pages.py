"""How fiches stand on the pages of the guide: how closely they are set, what shares a page, what an address adds."""

import re
import tomllib
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from small_catalogue import CHECKOUT, FILES, SETTING, WITHOUT_FICHES, good, minimal, small

from fichebak import book
from fichebak.book import Desk
from fichebak.build import desk
from fichebak.guide import Press

THEME = (CHECKOUT / "themes" / "default",)
SENTENCE = "De dienst belt elke week met het gezin en zoekt samen naar wie verder kan helpen. "  # 15 words
CHECKED = "laatst_nagekeken: 2026"
FULL = f"""\
{CHECKED}
lessen: [{", ".join(f"'Les {n}. {SENTENCE}'" for n in range(1, 5))}]
cijfers: [{{waarde: 12, eenheid: gezinnen}}, {{waarde: 3, eenheid: coaches}}]
randvoorwaarden: ['Een lokaal.']"""


def text(words: int) -> str:
    """Return two parts of text of about *words* words together."""
    half = SENTENCE * (words // 30)
    return f"## Aanpak\n\n{half}\n\n## Resultaten\n\n{half}\n"


def ready(folder, **practices: str) -> tuple[Desk, Press]:
    """Return the desk of a catalogue of *practices*, fitted, and the press that fitted it."""
    root = small(folder, WITHOUT_FICHES, **practices)
    catalogue = good(root)
    press = Press(THEME, catalogue.beelden)
    made = desk(root, catalogue, SETTING)
    return book.fitted(made, press.fit(book.to_fit(made, 2))), press


def titled(name: str, fragment: str, body: str) -> str:
    return minimal(fragment, body).replace("titel: Een gewone fiche", f"titel: Fiche {name}")


def page_texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def pages_with(pdf: bytes, words: str) -> list[int]:
    return [number for number, page in enumerate(page_texts(pdf), 1) if words in page]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "fragment", "setting", "pages"),
    [
        pytest.param(210, CHECKED, "ruim", 1, id="what fits with air"),
        pytest.param(330, FULL, "krap", 1, id="what a closer setting keeps on one page"),
        pytest.param(480, FULL, "tweeluik", 2, id="a card and a text that have a page each"),
        pytest.param(720, FULL, "ruim", 2, id="two pages with air"),
        pytest.param(960, FULL, "krap", 2, id="what a closer setting keeps on two pages"),
        pytest.param(1500, FULL, "ruim", 3, id="more than two pages hold"),
    ],
)
def test_how_closely_a_fiche_is_set(tmp_path, words, fragment, setting, pages):
    table, press = ready(tmp_path, een=minimal(fragment, text(words)))
    assert table.fiches["een"]["maat"] == setting
    sheet = press.print(book.of_practice(table, table.catalogue.praktijken[0]))
    assert len(page_texts(sheet)) == pages


@pytest.mark.slow
def test_a_diptych_has_the_card_on_one_page_and_the_text_on_the_next(tmp_path):
    table, press = ready(tmp_path, een=minimal(FULL, text(480)))
    card, story = page_texts(press.print(book.of_practice(table, table.catalogue.praktijken[0])))
    assert [part in card for part in ("Budget", "Les 4.", "Wat er moet zijn", "Aanpak")] == [True, True, True, False]
    assert [part in story for part in ("Aanpak", "Resultaten", "Zie ook", "Les 4.")] == [True, True, True, False]


@pytest.mark.slow
def test_short_fiches_share_a_page_and_a_longer_one_begins_its_own(tmp_path):
    table, press = ready(
        tmp_path,
        aap=titled("aap", CHECKED, SENTENCE),
        beer=titled("beer", CHECKED, SENTENCE),
        das=titled("das", CHECKED, text(160)),
        egel=titled("egel", CHECKED, SENTENCE),
    )
    pdf = press.print(book.whole(table))
    begin = {name: pages_with(pdf, f"Fiche {name} Een fiche met")[0] for name in ("aap", "beer", "das", "egel")}
    assert begin["aap"] == begin["beer"]
    assert begin["das"] == begin["beer"] + 1
    assert begin["egel"] == begin["das"] + 1


@pytest.mark.slow
def test_short_fiches_that_do_not_fit_together_are_not_split(tmp_path):
    many = f"{CHECKED}\npartners: [{', '.join(f'Dienst nummer {n} van de stad' for n in range(30))}]"
    table, press = ready(tmp_path, aap=titled("aap", many, text(120)), beer=titled("beer", many, text(120)))
    pdf = press.print(book.whole(table))
    for name in ("aap", "beer"):
        (page,) = (words for words in page_texts(pdf) if f"Fiche {name} Een fiche met" in words)
        assert "Dienst nummer 29" in page
        assert "rubrieken ingevuld" in page, "its foot stands on the same page"


def test_a_fiche_is_short_below_150_words_of_text(tmp_path):
    root = small(tmp_path, WITHOUT_FICHES, aap=minimal(CHECKED, "woord " * 149), beer=minimal(CHECKED, "woord " * 150))
    fiches = desk(root, good(root), SETTING).fiches
    assert {slug: fiche["kort"] for slug, fiche in fiches.items()} == {"aap": True, "beer": False}


# An address


@pytest.fixture(scope="module")
def addressed(tmp_path_factory) -> bytes:
    settings = "titel: Proefbak\nbase_url: https://voorbeeld.be/bak/\n"
    root = small(tmp_path_factory.mktemp("adres"), {**FILES, "content/catalogue.yaml": settings})
    catalogue = good(root)
    return Press(THEME, catalogue.beelden).print(book.whole(desk(root, catalogue, SETTING)))


@pytest.mark.slow
def test_each_fiche_has_a_code_that_leads_to_its_page(addressed):
    document = pypdfium2.PdfDocument(addressed)
    codes = [code.text for page in document for code in zxingcpp.read_barcodes(page.render(scale=2).to_pil())]
    assert sorted(codes) == [
        f"https://voorbeeld.be/bak/praktijken/{slug}/"
        for slug in (
            "spreekuur-in-de-streek", "taalbad-in-borsbeek", "table-de-conversation", "twee-toeleiders-een-loket",
        )
    ]  # fmt: skip


@pytest.mark.slow
def test_a_code_says_in_words_where_it_leads(addressed):
    with pikepdf.open(BytesIO(addressed)) as pdf:
        figures = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        words = [str(figure.Alt).replace("\u00a0", " ") for figure in figures]
    assert "QR-code die leidt naar https://voorbeeld.be/bak/praktijken/taalbad-in-borsbeek/" in words
    map_ = "Kaart van België met een stip voor 3 gemeenten. Het gaat om Antwerpen (1 fiche), "
    assert sum(each.startswith(map_) for each in words) == 1


def test_without_an_address_there_is_no_code(tmp_path):
    root = small(tmp_path)
    assert {fiche["qr"] for fiche in desk(root, good(root), SETTING).fiches.values()} == {""}


# The catalogue in figures


@pytest.mark.slow
def test_the_whole_guide_counts_the_catalogue(addressed):
    (page,) = (words for words in page_texts(addressed) if "Waarover en waar" in words)
    assert re.search(r"In cijfers.* 4 fiches 3 gemeenten", page)
    assert "Per domein" in page


def test_only_the_whole_guide_counts_the_catalogue(tmp_path):
    root = small(tmp_path)
    table = desk(root, good(root), SETTING)
    assert book.whole(table)["cijfers"]["kerncijfers"][0] == {"groot": "4", "klein": "fiches", "toelichting": ""}
    assert book.of_domain(table, "taal")["cijfers"] is None


@pytest.mark.slow
def test_books_that_are_set_at_once_come_in_order_and_are_the_same(tmp_path):
    root = small(tmp_path)
    table = desk(root, good(root), SETTING)
    press = Press(THEME, table.catalogue.beelden)
    sheets = [book.of_practice(table, practice) for practice in table.catalogue.praktijken]
    assert list(press.print_all(sheets)) == [press.print(sheet) for sheet in sheets]


# Ink and paper


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb (WCAG 2.2); in greyscale that is all that is left of it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_text_of_the_guide_stands_out_in_colour_and_in_grey():
    settings = (THEME[0] / "guide/opmaak.typ").read_text("utf-8")
    ink = dict(re.findall(r'#let ([a-z-]+[0-9]?) = rgb\("(#\w{6})"\)', settings))
    palette = tomllib.loads((THEME[0] / "palette.toml").read_text("utf-8"))["kleur"]
    papers = ("#FFFFFF", ink["paneel"])
    texts = (ink["inkt"], ink["inkt-2"], ink["stempel"], *(colour["tekst"] for colour in palette))
    weak = [(text, paper) for text in texts for paper in papers if contrast(text, paper) < 4.5]
    weak += [(ink["inkt"], colour["tab"]) for colour in palette if contrast(ink["inkt"], colour["tab"]) < 4.5]
    assert len(texts) > 10
    assert weak == []


@pytest.mark.slow
def test_each_page_of_a_fiche_names_its_domain_beside_its_colour(addressed):
    pages = [words for words in page_texts(addressed) if "rubrieken ingevuld" in words]
    assert len(pages) == 4
    assert all(words.startswith(("Onthaal", "Taal & ontmoeting")) for words in pages), "on the tab at the edge"
