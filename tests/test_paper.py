"""How long and how large a PDF is, counted from its bytes and held against another program's count."""

from io import BytesIO

import pikepdf
import pytest
from small_catalogue import CHECKOUT, SETTING, good, minimal, only, small

from fichebak import book, paper
from fichebak.build import desk
from fichebak.guide import Press
from fichebak.paper import Pdf, measured
from fichebak.problems import Failure

LOOKALIKE = "trailer /Root 1 0 R /Pages 2 0 R /Type /Pages /Count 999 startxref 0 %%EOF endobj"


@pytest.mark.slow
def test_the_pages_and_bytes_of_every_pdf_are_counted(tmp_path):
    root = small(tmp_path)
    press = Press((CHECKOUT / "themes" / "default",), good(root).beelden)
    pdfs = {path: press.print(data) for path, data in book.books(desk(root, good(root), SETTING))}
    assert {path: measured(pdf) for path, pdf in pdfs.items()} == {
        path: Pdf(len(pikepdf.open(BytesIO(pdf)).pages), len(pdf)) for path, pdf in pdfs.items()
    }
    assert measured(pdfs[paper.GUIDE]).pages > 10


@pytest.mark.slow
def test_no_text_in_a_pdf_is_taken_for_its_number_of_pages(tmp_path):
    title = f"titel: {LOOKALIKE}"
    root = only(tmp_path, minimal("laatst_nagekeken: 2026", LOOKALIKE).replace("titel: Een gewone fiche", title))
    catalogue = good(root)
    made = Press((CHECKOUT / "themes" / "default",)).print(
        book.of_practice(desk(root, catalogue, SETTING), catalogue.praktijken[0])
    )
    assert b"/Count 999" in made, "in the metadata, as it was written"
    assert measured(made).pages == len(pikepdf.open(BytesIO(made)).pages) < 9


def test_other_programs_write_pdfs_that_are_read_too():
    """With a table of objects; with objects in streams, the number cannot be read and that is said."""
    pdf = pikepdf.new()
    for _ in range(3):
        pdf.add_blank_page()
    plain, packed = BytesIO(), BytesIO()
    pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert measured(plain.getvalue()).pages == 3
    with pytest.raises(Failure, match="aantal bladzijden"):
        measured(packed.getvalue())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"%PDF-1.7\n" + LOOKALIKE.encode(), id="no table"),
        pytest.param(b"trailer\n<</Root 9 0 R>>\nstartxref\n0\n%%EOF", id="a table that is not there"),
        pytest.param(b"xref\n0 1\n0000000000 65535 f\r\ntrailer\n<</Root 9 0 R>>\nstartxref\n0\n%%EOF", id="too short"),
        pytest.param(b"startxref\n99999999999\n%%EOF", id="beyond the end"),
    ],
)
def test_what_is_no_pdf_is_a_sentence(data):
    with pytest.raises(Failure, match="aantal bladzijden"):
        measured(data)
