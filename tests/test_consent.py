"""A person's data is in what is built until the consent ends, and after that in no byte of it, however it is packed."""

import gzip
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from urllib.parse import unquote_to_bytes

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from small_catalogue import WITHOUT_FICHES, files_under, minimal, small

from fichebak.build import build, examine
from fichebak.present import Setting
from fichebak.summary import Changed, facts_of, summary

BEFORE, AFTER = date(2027, 6, 29), date(2027, 7, 1)  # the last day itself would be the date of the build
FICHE = minimal("""\
# Xaviera Quackelbeek tekende het formulier, en is te bereiken op 0499/87.65.43.
contact:
  - organisatie: Stad Kortrijk
    functie: Coördinator onthaal
    naam: Xaviera Quackelbeek
    email: x.quackelbeek@kortrijk-voorbeeld.be
    telefoon: 0499 87 65 43
    toestemming_tot: 2027-06-30
laatst_nagekeken: 2026-05""", "## Aanpak\n\nElke woensdag.\n").replace("contact: onbekend\n", "")  # fmt: skip
SETTINGS = """\
titel: Proef
base_url: https://voorbeeld.be/bak/
repository: https://github.com/voorbeeld/bak
mailbox: info@voorbeeld.be
"""
TRACES = {  # words are stemmed in the search index, so the beginning of each part of the name counts
    "name": re.compile(rb"xaviera?|quackelb?"),
    "phone": re.compile(rb"499876543"),
    "consent": re.compile(rb"2027-?06-?30|30 juni 2027"),
}
MAY_HOLD = re.compile(  # what a reader sees or prints, and what the form corrects; what else there is are downloads
    r"praktijken/een/(index\.html|een\.pdf)|gids/[\w-]+\.pdf|data/fiches/een\.json"
)


def unpacked(data: bytes) -> Iterator[bytes]:
    """Yield *data*, and what is in it when it is packed: gzip, zip or PDF, and that again."""
    yield data
    inside = list[bytes]()
    if data.startswith(b"\x1f\x8b"):
        inside.append(gzip.decompress(data))
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside += [archive.read(name) for name in archive.namelist()]
    elif data.startswith(b"%PDF"):
        inside += _of_pdf(data)
    for each in inside:
        yield from unpacked(each) if not data.startswith(b"%PDF") else [each]


def _of_pdf(data: bytes) -> Iterator[bytes]:
    """Yield the words of a PDF as a reader sees them, and all that is in it without compression, its strings too."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            yield page.get_textpage().get_text_bounded().encode()
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(
            plain, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )  # fmt: skip
    yield plain.getvalue()
    strings = re.findall(rb"<((?:[0-9a-fA-F]{2})+)>", plain.getvalue())
    yield b"\n".join(bytes.fromhex(each.decode()) for each in strings)


def readings(data: bytes) -> Iterator[bytes]:
    """Yield *data* as whoever uses it reads it: signs of HTML, JSON, addresses and UTF-16 decoded, markup left out."""
    text = data.decode("utf-8", "replace")
    yield data
    yield data.replace(b"\0", b"")
    yield html.unescape(re.sub(r"<[^>]*>", "", text)).encode()
    yield unquote_to_bytes(data)
    with suppress(ValueError):
        yield json.dumps(json.loads(text), ensure_ascii=False).encode("utf-8", "replace")


def traces(data: bytes) -> set[str]:
    """Return what of the person is in *data*."""
    found = set()
    for each in (reading for piece in unpacked(data) for reading in readings(piece)):
        lower = each.lower()
        closed = re.sub(rb"(?<=[0-9])(?:[ /.()\n-]|\xc2\xa0|\xe2\x80\xaf)+(?=[0-9])", b"", lower)
        found |= {name for name, trace in TRACES.items() if trace.search(lower) or trace.search(closed)}
    return found


def holding(site: Mapping[str, bytes]) -> dict[str, set[str]]:
    """Return the files of *site* that hold something of the person."""
    found = {path: traces(data) | traces(path.encode()) for path, data in site.items()}
    return {path: each for path, each in found.items() if each}


def photo() -> bytes:
    """Return an image in whose file the person is noted as its maker."""
    data, notes = io.BytesIO(), PngInfo()
    notes.add_text("Author", "Xaviera Quackelbeek")
    Image.new("L", (60, 40)).save(data, "PNG", pnginfo=notes)
    assert traces(data.getvalue()) == {"name"}
    return data.getvalue()


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[date, dict[str, bytes]]:
    """Return every file of the site while the consent runs, and the day after its last."""
    root = small(
        tmp_path_factory.mktemp("toestemming"),
        {**WITHOUT_FICHES, "content/catalogue.yaml": SETTINGS, "content/afbeeldingen/loket.png": photo()},
        een=FICHE,
    )
    found = {}
    for today in (BEFORE, AFTER):
        examined = examine(root, today)
        assert [p.code for p in examined.problems] == ["W003" if today == BEFORE else "W001"]
        assert list(build(root, examined.catalogue, today, with_guides=True))
        found[today] = files_under(root.site)
    return found


@pytest.mark.slow
def test_before_that_day_readers_see_the_person_and_downloads_hold_nothing(sites):
    found = holding(sites[BEFORE])
    for path in ("praktijken/een/index.html", "praktijken/een/een.pdf", "gids/inspiratiegids.pdf"):
        assert found.get(path, set()) >= {"name", "phone"}, path
    assert found["data/fiches/een.json"] == {"name", "phone", "consent"}
    assert [path for path in found if not MAY_HOLD.fullmatch(path)] == []


@pytest.mark.slow
def test_after_that_day_no_byte_of_the_site_holds_anything_of_the_person(sites):
    shown = {"praktijken/een/index.html", "praktijken/een/een.pdf", "pagefind/pagefind.js", "afbeeldingen/loket.png"}
    assert shown <= sites[AFTER].keys()
    assert b"Stad Kortrijk" in sites[AFTER]["praktijken/een/index.html"]
    assert holding(sites[AFTER]) == {}


def test_the_report_on_a_pull_request_holds_nothing_of_the_person_after_that_day(tmp_path):
    root = small(tmp_path, WITHOUT_FICHES, een=FICHE)
    for today, holds in ((BEFORE, {"name", "phone"}), (AFTER, set())):
        examined = examine(root, today)
        facts = facts_of(examined.catalogue, "content/practices/een.md", Setting(today))
        assert facts
        report = summary("Nagekeken", (), [Changed("een.md", "Een", facts)])
        assert traces(report.replace("\\", "").encode()) == holds


@pytest.mark.parametrize(
    "packed",
    [
        pytest.param(gzip.compress(b"pagefind_dcd" + b'{"a":"Xaviera"}'), id="a fragment of the search index"),
        pytest.param(b'{"a": "\\u0051uackelbeek"}', id="an escape of JSON"),
        pytest.param(b"<p>Xa<wbr>vi&#101;ra</p>", id="markup and entities"),
        pytest.param(b"mailto:x.%51uackelbeek@x.be", id="an address"),
        pytest.param("Quackelbeek".encode("utf-16-be"), id="a string of PDF"),
        pytest.param("tel. +32 (0)499-87.65\u202f43".encode(), id="a number otherwise spaced"),
    ],
)
def test_the_search_finds_what_is_packed(packed):
    assert traces(packed)
