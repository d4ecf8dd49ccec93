"""What was built of the hostile catalogue holds the hostile texts as text, in every file, and nothing they ask for."""

import csv
import io
import json
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
from small_catalogue import SETTING, as_tree, good, small

from fichebak import frontmatter
from fichebak.build import parts, theme_folders
from fichebak.render import theme
from hostile.catalogue import files, write
from hostile.payloads import BODIES, ELSEWHERE, PAYLOADS

pytestmark = pytest.mark.slow  # starts Pagefind and Typst

Element = etree.Element
ADDRESSES = {
    "href", "src", "action", "formaction", "data", "poster", "cite", "background", "ping", "srcset", "xlink:href",
}  # fmt: skip
HOSTS = {None, "voorbeeld.be", "www.voorbeeld.be", "github.com", "creativecommons.org"}
OWN_SCRIPT = re.compile(r"(?:(?:\.\./)+|\./|https://voorbeeld\.be/a&b;c/\(d\)/)scripts/[a-z_]+\.js")
RUNS = {"/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/AA", "/OpenAction"}
GENTLE = [f"{'gewoon woord ' * 9}{n}" for n in range(len(PAYLOADS))]


@cache
def parsed(page: Path) -> Element:
    """Return *page* as a browser would read it."""
    return as_tree(page.read_text("utf-8"))


def pages(site: Path) -> Iterator[tuple[str, Element]]:
    for page in sorted(site.rglob("*.html")):
        yield page.relative_to(site).as_posix(), parsed(page)


def kinds(root: Element) -> set[tuple[str, str]]:
    """Return every element of a page with each of its attributes."""
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    return {(each.tag, name) for each in elements for name in ("", *each.attrib)}


@pytest.fixture(scope="module")
def gentle(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Return the elements and attributes of the same catalogue with gentle words in the place of the hostile ones."""
    root = small(tmp_path_factory.mktemp("zacht"), {})
    write(root.path, GENTLE, [*BODIES.values()])
    catalogue = good(root)
    made = parts(catalogue, SETTING, theme(theme_folders(root, catalogue)))
    html = (out.data.decode() for part in made if part.path.endswith(".html") for out in part.make())
    return set[tuple[str, str]]().union(*(kinds(as_tree(text)) for text in html))


def test_no_page_has_an_element_or_an_attribute_that_a_text_brought(
    hostile_site: Path, gentle: set[tuple[str, str]]
) -> None:
    pdfs = {("a", "data-pdf"), ("small", "")}
    foreign = {name: kinds(root) - gentle - pdfs for name, root in pages(hostile_site)}
    assert {name: found for name, found in foreign.items() if found} == {}


def test_no_page_has_script_or_style_of_its_own(hostile_site: Path) -> None:
    for name, root in pages(hostile_site):
        for each in root.iter("script"):
            if each.get("type") == "application/ld+json":
                json.loads(each.text or "")
            else:
                assert OWN_SCRIPT.fullmatch(each.get("src", "")), name
                assert not (each.text or "").strip(), name
        assert not [*root.iter("style"), *root.iter("iframe"), *root.iter("object"), *root.iter("base")], name
        named = {attribute for each in root.iter() for attribute in each.attrib}
        assert not {each for each in named if each.startswith("on") or each in {"style", "srcdoc", "formaction"}}, name


def test_addresses_lead_into_the_site_or_to_a_host_that_was_meant(hostile_site: Path) -> None:
    for name, root in pages(hostile_site):
        for each in root.iter():
            for attribute in ADDRESSES & {*each.attrib}:
                address = urlsplit(each.attrib[attribute])
                assert address.scheme in {"", "https", "mailto"}, (name, each.attrib)
                assert address.hostname in HOSTS, (name, each.attrib)
            if each.get("class") not in {"knop", "knop knop-licht"}:  # those that a script gives an address
                assert each.tag != "a" or each.get("href"), (name, etree.tostring(each))
                assert each.tag != "img" or each.get("src"), (name, etree.tostring(each))


def test_no_page_says_an_id_twice(hostile_site: Path) -> None:
    for name, root in pages(hostile_site):
        ids = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
        assert sorted(ids) == sorted(set(ids)), name


def test_every_link_within_the_site_leads_somewhere(hostile_site: Path) -> None:
    for name, root in pages(hostile_site):
        if name == "404.html":
            continue
        for link in root.iter("a"):
            address = urlsplit(link.get("href", ""))
            if address.scheme or address.netloc:
                continue
            target = ((hostile_site / name).parent / address.path).resolve()
            target = target / "index.html" if address.path.endswith("/") or target.is_dir() else target
            target = target if address.path else hostile_site / name
            assert target.is_relative_to(hostile_site.resolve()), (name, link.attrib)
            assert target.is_file(), (name, link.attrib)
            ids = {each.get("id") for each in parsed(target).iter()} if address.fragment else {""}
            assert address.fragment in ids, (name, link.attrib)


def squeezed(text: str) -> str:
    return " ".join(text.replace("\xad", "").split())


def everything_in(root: Element) -> str:
    """Return all the words of a page: its text, and what its attributes say."""
    said = [squeezed("".join(root.itertext()))]
    return "\n".join([*said, *(squeezed(value) for each in root.iter() for value in each.attrib.values())])


def leaves(value: frontmatter.Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from leaves(each)


def test_every_hostile_text_is_seen_as_it_was_typed(hostile_site: Path) -> None:
    for file, content in files([*PAYLOADS.values()], [*BODIES.values()]).items():
        if file.startswith("practices/") and isinstance(content, str):
            page = everything_in(parsed(hostile_site / "praktijken" / Path(file).stem / "index.html"))
            document, _ = frontmatter.split(file, content)
            assert document
            texts = [each for each in leaves(document.data.plain()) if re.search(r"\W", each) and " " in each]
            assert len(texts) > 30
            assert [each for each in texts if squeezed(each) not in page] == []


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in BODIES.items()])
def test_every_word_of_a_text_is_seen(body: str, hostile_site: Path) -> None:
    page = everything_in(parsed(hostile_site / "pagina-0" / "index.html"))
    hidden = {"x110000", "xd800", "x202a", "nbsp", "naam", "html"}
    words = re.findall(r"[^\W_]{2,}", re.sub(r"&[#\w]+;", " ", body))
    assert [each for each in words if each not in page and each not in hidden] == []


def test_every_data_file_can_be_read(hostile_site: Path) -> None:
    read = []
    for file in sorted(hostile_site.rglob("*")):
        if "pagefind" in file.parts or not file.is_file():
            continue
        if file.suffix in {".json", ".jsonld"}:
            json.loads(file.read_text("utf-8"))
        elif file.suffix in {".xml", ".svg"}:
            text = file.read_text("utf-8")
            assert "<!DOCTYPE" not in text.replace("&lt;!DOCTYPE", ""), file
            etree.fromstring(text)
        else:
            continue
        read.append(file.name)
    assert len(read) > 10


def test_no_cell_of_a_table_runs(hostile_site: Path) -> None:
    for file in hostile_site.rglob("*.csv"):
        rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline=""), delimiter=";"))
        assert len({len(row) for row in rows}) == 1, file
        begins = [cell for row in rows for cell in row if re.match(r"[=+@\t\r\n-]", cell.lstrip(" "))]
        assert [cell for cell in begins if not re.fullmatch(r"-?\d+(,\d+)?", cell)] == [], file


def test_no_cell_of_a_workbook_runs(hostile_site: Path) -> None:
    for file in hostile_site.rglob("*.xlsx"):
        with ZipFile(file) as parts:
            names = parts.namelist()
            assert not [name for name in names if re.search(r"vba|macro|external|embed|activeX|connect", name, re.I)]
            sheets = [parts.read(name) for name in names if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        assert sheets
        for sheet in sheets:
            kinds_of_part = {each.tag.rpartition("}")[2] for each in etree.fromstring(sheet).iter()}
            assert not kinds_of_part & {"f", "oleObject", "control"}


def test_no_style_sheet_asks_for_anything_elsewhere(hostile_site: Path) -> None:
    made = (hostile_site / "styles" / "domeinen.css").read_text("utf-8")
    plain = re.sub(r'"(?:[^"\\\n]|\\[0-9a-f]{1,6} )*"', '""', made)
    assert ELSEWHERE not in plain
    assert set(re.findall(r"@[a-z-]+", plain)) == {"@media", "@page", "@right-top"}
    assert "url(" not in plain
    assert "gehackt" not in plain


def test_no_file_outside_the_site_was_written(hostile_site: Path) -> None:
    root = hostile_site.parent
    assert sorted(each.name for each in root.iterdir()) == [".site.lock", "content", "site"]
    odd = [each for each in hostile_site.rglob("*") if not re.fullmatch(r"[A-Za-z0-9._-]+", each.name)]
    assert odd == []


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            yield each


def test_no_pdf_does_anything(hostile_site: Path) -> None:
    found = sorted(hostile_site.rglob("*.pdf"))
    assert len(found) > 10
    for file in found:
        with pikepdf.open(file) as pdf:
            for each in _dictionaries(pdf):
                keys = set(each.keys())
                assert not keys & RUNS
                kind = str(each.get("/S", "")) if "/Type" not in keys or each.get("/Type") == "/Action" else ""
                assert kind not in {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData"}
                if "/URI" in keys and not isinstance(each["/URI"], pikepdf.Dictionary):
                    address = urlsplit(str(each["/URI"]))
                    assert address.scheme in {"https", "mailto"}, address
                    assert address.hostname in HOSTS, address


def test_the_guide_prints_hostile_texts_as_text(hostile_site: Path) -> None:
    document = pypdfium2.PdfDocument(hostile_site / "gids" / "inspiratiegids.pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    plain = re.sub(r"[\s\ufffe\xad\u200b-]+", "", text)
    for name in ("script", "image", "style of CSS", "address", "Markdown", "JSON", "XML", "Typst", "Jinja", "formula"):
        assert re.sub(r"[\s-]+", "", PAYLOADS[name][:80]) in plain, name
    assert "root:x:" not in plain
