"""The check of a printed guide: it finds nothing in a good one, and says what is wrong in one that is not."""

import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from small_catalogue import CHECKOUT, SETTING, good, small

from fichebak import book
from fichebak.book import Desk
from fichebak.build import desk
from fichebak.guide import Press

sys.path.insert(0, str(CHECKOUT / "generator" / "scripts"))
import check_guide

pytestmark = pytest.mark.slow
EXTRA = """\
---
titel: Een fiche die niet gedrukt werd
samenvatting: {0}
domeinen: [taal]
gemeenten: [Gent]
werkingsgebied: gemeente
trekker: onbekend
contact: onbekend
laatst_nagekeken: 2026
---
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = small(tmp_path_factory.mktemp("klein"))
    return desk(root, good(root), SETTING)


@pytest.fixture(scope="module")
def printed(table: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("gids") / "gids.pdf"
    press = Press((CHECKOUT / "themes" / "default",), table.catalogue.beelden)
    file.write_bytes(press.print(book.whole(table)))
    return file


def test_a_good_guide_has_nothing_wrong(printed, table):
    assert list(check_guide.wrong(check_guide.read(printed), table)) == []


def test_a_fiche_that_was_not_printed_is_missed(printed, tmp_path):
    root = small(tmp_path, extra=EXTRA.format("Woorden over iets. " * 8))
    found = list(check_guide.wrong(check_guide.read(printed), desk(root, good(root), SETTING)))
    assert found[0].startswith("bookmarks are not those of the catalogue; missing: ['Een fiche die niet gedrukt werd']")
    assert any("the register of gemeenten lacks ‘Gent" in each for each in found)


def without_marks(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[3].StructParents


def swapped(pdf: pikepdf.Pdf) -> None:
    pages = pdf.pages
    first = pages[6]
    del pages[6]
    pages.append(first)


def without_descriptions(pdf: pikepdf.Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure":
            del each["/Alt"]


def without_fonts(pdf: pikepdf.Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
            for kind in {"/FontFile", "/FontFile2", "/FontFile3"} & set(each.keys()):
                del each[kind]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        pytest.param(without_marks, "page 4 is not tagged", id="a page without tags"),
        pytest.param(swapped, "leads to page", id="a page at another place"),
        pytest.param(without_descriptions, "an image has no description", id="an image without words"),
        pytest.param(without_fonts, "is not embedded", id="a font that is not there"),
        pytest.param(lambda pdf: pdf.add_blank_page(page_size=(595, 842)), "is nearly empty", id="an empty page"),
    ],
)
def test_what_is_spoilt_is_said(
    printed: Path, table: Desk, tmp_path: Path, spoil: Callable[[pikepdf.Pdf], object], said: str
) -> None:
    with pikepdf.open(printed) as pdf:
        spoil(pdf)
        pdf.save(tmp_path / "kapot.pdf")
    found = list(check_guide.wrong(check_guide.read(tmp_path / "kapot.pdf"), table))
    assert any(said in each for each in found), found


def test_the_command_prints_what_it_found(printed, tmp_path, capsys):
    root = small(tmp_path)
    assert check_guide.main(str(printed), str(root.path)) == 0
    assert "4 fiches" in capsys.readouterr().out
