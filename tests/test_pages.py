"""The pages: what the theme makes of the views. Read back as HTML, the way a browser or a screen reader gets it."""

import dataclasses
import inspect
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit

import pikepdf
import pytest
from jinja2 import Environment, StrictUndefined
from small_catalogue import (
    CHECKOUT,
    FILES,
    SETTING,
    SLUGS,
    TODAY,
    WITH_ADDRESS,
    WITH_GUIDES,
    WITHOUT_FICHES,
    built,
    files_under,
    good,
    minimal,
    only,
    small,
)  # fmt: skip
from snapshot import same_as_snapshot

from fichebak import views
from fichebak.build import build, parts
from fichebak.hosting import POLICY
from fichebak.present import Setting
from fichebak.problems import Failure
from fichebak.render import Theme, render, theme
from fichebak.resolve import Catalogue
from fichebak.write import copy_theme

OPEN_DATA = [f"data/praktijken.{kind}" for kind in ("csv", "json", "schema.json", "xlsx")]
VOID = {"meta", "link", "br", "hr", "img", "input", "rect", "path", "circle"}
LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("use", "href")}


@dataclasses.dataclass(slots=True)
class Tag:
    """An element: its name, attributes and the text in it."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    line: int = 0


class Page(HTMLParser):
    """All elements of a page in order, each with its text; an element left open is a mistake."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self._open: list[Tag] = []
        self.feed(html.decode())
        self.close()
        assert not self._open, f"left open: {[tag.name for tag in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}, "", self.getpos()[0]))
        if tag not in VOID:
            self._open.append(self.tags[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"line {self.getpos()[0]}: </{tag}> closes nothing"
        assert self._open[-1].name == tag, f"line {self.getpos()[0]}: </{tag}> closes <{self._open[-1].name}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            tag.text += data

    def all(self, name: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.name == name]

    def text(self, name: str) -> list[str]:
        return [" ".join(tag.text.split()) for tag in self.all(name)]


def rendered(catalogue: Catalogue, setting: Setting = SETTING) -> dict[str, bytes]:
    """Return every file of the site but those of the theme and of Pagefind, by its path."""
    look = theme((CHECKOUT / "themes" / "default",))
    return {output.path: output.data for part in parts(catalogue, setting, look) for output in part.make()}


def pages(files: Mapping[str, bytes]) -> dict[str, Page]:
    return {path: Page(data) for path, data in files.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return small(tmp_path_factory.mktemp("klein"))


@pytest.fixture(scope="module")
def files(root) -> dict[str, bytes]:
    return rendered(good(root))


@pytest.fixture(scope="module")
def site(files) -> dict[str, Page]:
    return pages(files)


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> dict[str, Page]:
    folder = tmp_path_factory.mktemp("leeg")
    (folder / "content").mkdir()
    return pages(rendered(good(small(folder, {}))))


def test_the_addresses_are_those_of_the_contract(files):
    assert sorted(path for path in files if not path.startswith(("domeinen/", "provincies/"))) == [
        ".htaccess",
        "404.html",
        "_headers",
        "aanbevelingen/index.html",
        "afbeeldingen/loket.png",
        "bronnen/index.html",
        "bronnen/nota-zonder-jaar/index.html",
        "bronnen/van-opvang-naar-samenleven/index.html",
        "cijfers/index.html",
        "data/dcat.jsonld",
        "data/fiches.json",
        *(f"data/fiches/{slug}.json" for slug in SLUGS),
        "data/formulier.json",
        "data/gemeenten.json",
        "data/index.html",
        *OPEN_DATA,
        "data/suggesties.json",
        "data/woorden.json",
        "doelgroepen/gezinnen/index.html",
        "doelgroepen/index.html",
        "doelgroepen/nieuwkomers/index.html",
        "fiche-toevoegen/index.html",
        "gemeenten/antwerpen/index.html",
        "gemeenten/index.html",
        "gemeenten/kortrijk/index.html",
        "gemeenten/luik/index.html",
        "gids/index.html",
        "index.html",
        "organisaties/effect-vzw/index.html",
        "organisaties/index.html",
        "organisaties/stad-kortrijk/index.html",
        "organisaties/vvsg/index.html",
        "over/index.html",
        "praktijken/heel-oud-loket/index.html",
        "praktijken/index.html",
        "praktijken/oud-loket/index.html",
        *(f"praktijken/{slug}/{name}" for slug in SLUGS for name in ("index.html", f"{slug}.json")),
        "privacy/index.html",
        "robots.txt",
        "styles/domeinen.css",
        "vergelijk/index.html",
        "woordenlijst/index.html",
    ]


def test_no_file_is_made_twice(root):
    look = theme((CHECKOUT / "themes" / "default",))
    paths = Counter(output.path for output in render(good(root), WITH_GUIDES, look))
    assert [path for path, times in paths.items() if times > 1] == []


# What every page must be


def every(test):
    """Run *test* on each page of the small catalogue and of an empty one."""

    def run(site, empty):
        every_page = [*site.items(), *empty.items()]
        wrong = [f"{path}: {found}" for path, page in every_page for found in test(page)]
        assert wrong == []

    run.__name__ = test.__name__
    return run


@every
def test_one_h1_and_no_level_skipped(page: Page) -> Iterator[str]:
    levels = [int(tag.name[1]) for tag in page.tags if re.fullmatch(r"h[1-6]", tag.name)]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} × h1"
    yield from (f"h{a} then h{b}" for a, b in zip([0, *levels], levels, strict=False) if b > a + 1)


@every
def test_no_empty_heading_link_or_title(page: Page) -> Iterator[str]:
    for tag in page.tags:
        says = tag.text.strip() or tag.attributes.get("aria-label", "")
        if tag.name in {"h1", "h2", "h3", "h4", "a", "button", "title", "dt", "legend", "label"} and not says:
            yield f"line {tag.line}: <{tag.name}> says nothing"


@every
def test_language_and_viewport(page: Page) -> Iterator[str]:
    if page.all("html")[0].attributes.get("lang") != "nl":
        yield "no language"
    if not any(tag.attributes.get("name") == "viewport" for tag in page.all("meta")):
        yield "no viewport"


@every
def test_nothing_inline_and_nothing_of_another_host(page: Page) -> Iterator[str]:
    for tag in page.tags:
        yield from (f"<{tag.name} {name}>" for name in tag.attributes if name == "style" or name.startswith("on"))
        data = tag.attributes.get("type") == "application/ld+json"  # no script, whatever its element is called
        if tag.name == "style" or (tag.name == "script" and "src" not in tag.attributes and not data):
            yield f"inline <{tag.name}>"
        for name, value in tag.attributes.items():
            canonical = tag.attributes.get("rel") == "canonical"
            if (tag.name, name) in LOADED and not canonical and urlsplit(value).netloc:
                yield f"loads {value}"
            if name in {"href", "src", "action"} and value.lower().startswith(("javascript:", "data:")):
                yield f"{name}={value[:30]}"


@every
def test_the_policy_stands_before_anything_is_loaded(page: Page) -> Iterator[str]:
    first = next(tag for tag in page.tags if "http-equiv" in tag.attributes or tag.name in {"link", "script"})
    if first.attributes.get("content") != POLICY:
        yield f"first is <{first.name} {first.attributes}>"


@every
def test_ids_are_unique_and_found(page: Page) -> Iterator[str]:
    ids = Counter(tag.attributes["id"] for tag in page.tags if "id" in tag.attributes)
    yield from (f"id {each} {times} times" for each, times in ids.items() if times > 1)
    for tag in page.tags:
        for name in ("aria-labelledby", "aria-controls", "for"):
            yield from (f"{name}={each}" for each in tag.attributes.get(name, "").split() if each not in ids)


@every
def test_nothing_says_that_a_search_is_done(page: Page) -> Iterator[str]:
    yield from (f"line {tag.line}" for tag in page.tags if "data-search-state" in tag.attributes)


@every
def test_images_have_words(page: Page) -> Iterator[str]:
    yield from (f"{tag.attributes}" for tag in page.all("img") if not tag.attributes.get("alt"))


def test_titles_are_unique_and_end_with_the_catalogue(site, empty):
    for pages_ in (site, empty):
        titles = Counter(page.text("title")[0] for page in pages_.values() if not is_redirect(page))
        assert [title for title, times in titles.items() if times > 1] == []
    assert site["index.html"].text("title")[0] == "Proefbak"
    assert site["gemeenten/kortrijk/index.html"].text("title") == ["Kortrijk (gemeente) · Proefbak"]


def is_redirect(page: Page) -> bool:
    return any(tag.attributes.get("http-equiv") == "refresh" for tag in page.all("meta"))


# Links


def links(page: Page) -> Iterator[tuple[str, str]]:
    """Yield what each link of *page* is in and where it leads, addresses of scripts and data included."""
    for tag in page.tags:
        for name in ("href", "src", "action", "data-fiches", "data-pagefind"):
            if name in tag.attributes:
                yield f"<{tag.name} {name}>", tag.attributes[name]
        if tag.attributes.get("http-equiv") == "refresh":
            yield "<meta refresh>", tag.attributes["content"].partition("url=")[2]


def target(path: str, address: str) -> str:
    """Return the file that *address* in the page *path* leads to."""
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(urlsplit(address).path)))
    return f"{found}/index.html".removeprefix("./") if urlsplit(address).path.endswith(("/", ".")) else found


def places(site: Mapping[str, Page]) -> dict[str, set[str]]:
    """Return the ids of each page of *site*: where a fragment can lead."""
    return {path: {tag.attributes["id"] for tag in page.tags if "id" in tag.attributes} for path, page in site.items()}


def broken(path: str, page: Page, there: set[str], ids: Mapping[str, set[str]]) -> Iterator[str]:
    """Yield the links of the page at *path* that are absolute, leave the site's folder, or lead to no file or place."""
    for where, address in links(page):
        parts = urlsplit(address)
        if parts.scheme in {"http", "https", "mailto"}:
            continue
        found = path if not parts.path else target(path, address)
        if address.startswith("/") or found.startswith("..") or found not in there:
            yield f"{path}: {where} {address} leads to {found}"
        if parts.fragment and unquote(parts.fragment) not in ids.get(found, set()):
            yield f"{path}: {where} {address} has no place to go"


def test_every_internal_link_is_relative_and_leads_to_a_page(site, files):
    there = {*files, *(f"{path}index.html" for path in ["pagefind/"]), *theme_files()}
    there |= {"afbeeldingen/loket.png"}
    ids = places(site)
    wrong = [each for path, page in site.items() if path != "404.html" for each in broken(path, page, there, ids)]
    assert wrong == []


def theme_files() -> set[str]:
    look = CHECKOUT / "themes" / "default"
    return {p.relative_to(look).as_posix() for p in look.rglob("*") if p.is_file()}


def test_an_empty_catalogue_has_no_broken_link(empty):
    there = {*empty, "pagefind/index.html", "data/fiches.json", *OPEN_DATA, "styles/domeinen.css", *theme_files()}
    ids = places(empty)
    assert [each for path, page in empty.items() if path != "404.html" for each in broken(path, page, there, ids)] == []


@pytest.mark.slow
def test_every_link_of_a_whole_built_site_leads_to_a_file(tmp_path):
    built_site = files_under(built(small(tmp_path, WITH_ADDRESS)))
    there = {*built_site, "pagefind/index.html"}
    assert "pagefind/pagefind.js" in there
    found = pages({path: data for path, data in built_site.items() if not path.startswith("pagefind/")})
    ids = places(found)
    assert [each for path, page in found.items() if path != "404.html" for each in broken(path, page, there, ids)] == []
    linked = {
        (target(path, address), re.sub(r".*?(\d+ bladz.*[kM]B).*", r"\1", words))
        for path, page in found.items()
        if path != "404.html"
        for address, words in pdf_links(page)
    }
    assert linked == {(path, said_of(data)) for path, data in built_site.items() if path.endswith(".pdf")}
    shown = {tag.attributes["content"] for page in found.values() for tag in page.all("meta") if
             tag.attributes.get("property") == "og:image"}  # fmt: skip
    pictures = {path for path in built_site if path.endswith(".png")} - {"afbeeldingen/loket.png"}
    assert shown == {f"https://voorbeeld.be/bak/{path}" for path in pictures}
    assert len(pictures) == 5


def pdf_links(page: Page) -> Iterator[tuple[str, str]]:
    """Yield where each link to a PDF of the site leads, and its words."""
    for tag in page.all("a"):
        address = tag.attributes.get("href", "")
        if address.endswith(".pdf") and not urlsplit(address).scheme:
            yield address, " ".join(tag.text.split())


def said_of(pdf: bytes) -> str:
    """Return how long and large a PDF is, as another program counts it, and as a page says it."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages_ = len(opened.pages)
    return f"{pages_} {'bladzijde' if pages_ == 1 else 'bladzijden'}, {round(len(pdf) / 1000)} kB"


def test_a_link_to_a_pdf_says_how_long_and_large_it_is(root):
    there = pages(rendered(good(root), WITH_GUIDES))
    said = {
        path: [words for _, words in pdf_links(page)] for path, page in there.items()
    }
    assert said["index.html"] == [
        "Gids (pdf, 2 bladzijden, 96 kB)",
        "De gids, om te drukken (pdf, 2 bladzijden, 96 kB)",
        "De hele gids als pdf (2 bladzijden, 96 kB)",
    ]
    assert said["domeinen/onthaal/index.html"][1:] == ["Dit domein als pdf (3 bladzijden, 1,1 MB)"]
    assert said["gemeenten/antwerpen/index.html"][1:] == ["Deze gemeente als pdf (5 bladzijden, 3,1 MB)"]
    assert said["praktijken/spreekuur-in-de-streek/index.html"][1:] == ["Fiche als pdf (8 bladzijden, 6,1 MB)"]
    assert said["domeinen/werk/index.html"][1:] == said["provincies/luik/index.html"][1:] == []


def test_without_pdfs_no_page_leads_to_one(site):
    assert [path for path, page in site.items() if list(pdf_links(page))] == []


def test_the_404_page_leads_to_the_root_from_any_depth(site, files):
    inside = [address for _, address in links(site["404.html"]) if not urlsplit(address).scheme and address[0] != "#"]
    assert inside
    assert [address for address in inside if not address.startswith("/")] == []
    assert [a for a in inside if target("404.html", a).lstrip("/") not in {*files, *theme_files()}] == []


def test_only_canonical_links_and_the_404_page_use_base_url(tmp_path):
    there = rendered(good(small(tmp_path, WITH_ADDRESS)))
    for path, page in pages(there).items():
        canonical = [tag.attributes["href"] for tag in page.all("link") if tag.attributes.get("rel") == "canonical"]
        used = [address for _, address in links(page) if address.startswith("https://voorbeeld.be")]
        if path == "404.html":
            assert canonical == []
            assert "https://voorbeeld.be/bak/praktijken/" in used
        elif is_redirect(page):
            assert used == []
        else:
            assert canonical == used == ["https://voorbeeld.be/bak/" + path.removesuffix("index.html")]


def test_without_base_url_no_page_is_canonical(site):
    assert [p for p, page in site.items() if any(t.attributes.get("rel") == "canonical" for t in page.tags)] == []


# Single pages


def test_old_addresses_lead_to_the_fiche(site):
    for old in ("oud-loket", "heel-oud-loket"):
        page = site[f"praktijken/{old}/index.html"]
        assert dict(links(page))["<meta refresh>"] == "../twee-toeleiders-een-loket/"
        assert [tag.attributes["href"] for tag in page.all("a")] == ["../twee-toeleiders-een-loket/"]
        assert any(tag.attributes.get("content") == "noindex" for tag in page.all("meta"))


def test_the_folder_of_practices_holds_the_fiches_and_nothing_else(tmp_path):
    without = {p: text for p, text in FILES.items() if not re.search("twee-toeleiders|recommendations", p)}
    without["content/practices/taalbad-in-borsbeek.md"] = minimal("laatst_nagekeken: 2026")
    there = rendered(good(small(tmp_path, without)))
    assert sorted(path for path in there if path.startswith("praktijken/")) == [
        "praktijken/index.html",
        *(f"praktijken/{slug}/{name}" for slug in SLUGS[:3] for name in ("index.html", f"{slug}.json")),
    ]


def test_each_card_of_the_catalogue_carries_its_slug_once(site):
    cards = [tag for tag in site["praktijken/index.html"].tags if "data-slug" in tag.attributes]
    assert {tag.name for tag in cards} == {"article"}
    assert sorted(tag.attributes["data-slug"] for tag in cards) == sorted(SLUGS)


def test_without_scripts_the_catalogue_is_a_list_by_domain_with_the_facet_pages(site):
    page = site["praktijken/index.html"]
    domains = [head for head in page.text("h2") if head in {"Onthaal", "Taal & ontmoeting", "Werk"}]
    assert domains == ["Onthaal", "Taal & ontmoeting"]
    inside = {address for _, address in links(page)}
    assert {"../gemeenten/", "../provincies/", "../doelgroepen/", "../domeinen/taal/"} <= inside


def facts(page: Page) -> dict[str, str]:
    """Return the facts box of a fiche's page: each label with what stands beside it."""
    labels = page.text("dt")[: page.text("dt").index("Ingevuld") + 1]
    return dict(zip(labels, page.text("dd"), strict=False))


def test_a_fiche_says_what_is_not_given(site):
    given = facts(site["praktijken/spreekuur-in-de-streek/index.html"])
    assert {k: given[k] for k in ("Budget", "Personeel", "Partners", "Periode", "Doelgroep")} == dict.fromkeys(
        ("Budget", "Personeel", "Partners", "Periode", "Doelgroep"), "niet opgegeven"
    )
    assert given["Trekker"] == given["Contact"] == "niet vermeld in de bron"
    assert given["Ingevuld"] == "0 van 11 rubrieken"


def test_a_fiche_shows_its_text_as_written(site):
    page = site["praktijken/twee-toeleiders-een-loket/index.html"]
    assert page.text("h2")[:2] == ["Aanleiding & vragen", "Aanpak"]
    assert "Wie de weg kent, legt ze beter uit & sneller <dan een folder>." in page.text("li")
    assert "../../praktijken/taalbad-in-borsbeek/" in [a for _, a in links(page)]
    assert [tag.attributes["src"] for tag in page.all("img")] == ["../../afbeeldingen/loket.png"]


def test_each_term_is_explained_once_on_a_page_and_leads_to_its_place_in_the_list(site):
    places = {tag.attributes["id"] for tag in site["woordenlijst/index.html"].tags if "id" in tag.attributes}
    terms = {
        path: [a.attributes["href"].partition("#")[2] for a in page.all("a") if a.attributes.get("class") == "term"]
        for path, page in site.items()
    }
    assert {path for path, names in terms.items() if len(set(names)) != len(names)} == set()
    assert {name for names in terms.values() for name in names} == {"ocmw", "toeleider"} <= places


def test_no_id_stands_twice_on_a_page(site):
    for path, page in site.items():
        ids = [tag.attributes["id"] for tag in page.tags if "id" in tag.attributes]
        assert [id_ for id_, times in Counter(ids).items() if times > 1] == [], path


def test_a_chart_is_a_table_with_headers(site):
    page = site["bronnen/van-opvang-naar-samenleven/index.html"]
    assert page.text("caption") == ["Aanvragen per jaar", "Wie mocht blijven"]
    assert [(tag.attributes["scope"], tag.text) for tag in page.all("th")][:4] == [
        ("col", "Wat"), ("col", "asielaanvragen"), ("row", "2014"), ("row", "2015"),
    ]  # fmt: skip
    assert page.text("td") == ["17.213", "34.426", "60,7 %", "39,3 %"]
    assert [w for tag in page.all("rect") if "." in (w := tag.attributes["width"])][:2] == ["50.00", "100.00"]
    assert "Bron: Bladzijde 12, cijfers van het CGVS." in page.text("figcaption")[0]


def test_the_map_is_for_the_eye_and_each_dot_leads_where_the_list_leads(site):
    page = site["gemeenten/index.html"]
    towns = {tag.attributes["href"] for tag in page.all("a") if "/gemeenten/" in tag.attributes["href"]}
    dots = [tag for tag in page.all("a") if tag.attributes.get("tabindex") == "-1"]
    assert len(dots) == len(page.all("circle")) == 3
    assert {dot.attributes["href"] for dot in dots} <= {
        tag.attributes["href"] for tag in page.all("a") if "tabindex" not in tag.attributes
    } & towns
    (drawn,) = [svg for svg in page.all("svg") if svg.attributes.get("class") == "landkaart"]
    assert drawn.attributes["aria-hidden"] == "true"


def test_the_merged_municipality_is_explained_on_the_fiche(files):
    assert "(sinds 2025 deel van Antwerpen)" in files["praktijken/taalbad-in-borsbeek/index.html"].decode()


def test_only_fiches_are_searched(files):
    searched = sorted(path for path, data in files.items() if b"data-pagefind-body" in data)
    assert searched == [f"praktijken/{slug}/index.html" for slug in SLUGS]


def test_a_persons_data_are_nowhere_after_the_consent(tmp_path):
    root = small(tmp_path)
    text = FILES["content/practices/twee-toeleiders-een-loket.md"]
    secrets = ("Noor Voorbeeld", "noor.voorbeeld", "056 00 00 00")
    assert all(each in text for each in secrets)
    small(tmp_path, {"content/practices/twee-toeleiders-een-loket.md": text.replace("2027-06-30", "2026-11-20")})
    for path, data in rendered(good(root)).items():
        assert [each for each in secrets if each.encode() in data] == [], path


def test_text_is_never_taken_for_markup(tmp_path):
    terrible = '<script>alert(1)</script> & "citaat" {{ site }} {% raw %}'
    text = minimal(f"""laatst_nagekeken: 2026
plaats: '{terrible}'
partners: ['{terrible}']
lessen: ['{terrible}']
budget: {{toelichting: '{terrible}', financiering: ['{terrible}'], personeel: [{{vte: 1, rol: '{terrible}'}}]}}
cijfers: [{{waarde: 1, eenheid: '{terrible}', toelichting: '{terrible}'}}]
bewijs: {{soort: geen, toelichting: '{terrible}'}}
links: [{{titel: '{terrible}', url: https://voorbeeld.be}}]
trefwoorden: ['{terrible}']
periode: {{toelichting: '{terrible}'}}""").replace("titel: Een gewone fiche", f"titel: '{terrible}'")
    there = rendered(good(only(tmp_path, text)))
    assert [path for path, data in there.items() if path.endswith(".html") and b"<script>alert" in data] == []
    page = Page(there["praktijken/een/index.html"])
    assert page.text("h1") == [terrible]


def test_a_heading_in_a_quotation_keeps_the_page_whole(tmp_path):
    text = minimal("laatst_nagekeken: 2026", "## Aanpak\n\n> ## Uitspraak\n>\n> Eindelijk.\n\nEn verder.\n")
    page = pages(rendered(good(only(tmp_path, text))))["praktijken/een/index.html"]
    assert page.text("blockquote") == ["Uitspraak Eindelijk."]


# Small and empty catalogues


def test_the_empty_catalogue_has_all_pages_and_no_fiche(empty):
    assert sorted(empty) == [
        "404.html", "data/index.html", "doelgroepen/index.html", "domeinen/index.html", "gemeenten/index.html",
        "gids/index.html", "index.html", "praktijken/index.html", "provincies/index.html", "vergelijk/index.html",
    ]  # fmt: skip
    assert "Deze catalogus heeft nog geen fiches." in empty["praktijken/index.html"].text("p")


@pytest.mark.slow
@pytest.mark.parametrize("with_guides", [False, True], ids=["without guides", "with guides"])
@pytest.mark.parametrize(
    "content",
    [
        pytest.param({}, id="nothing at all"),
        pytest.param({"content/catalogue.yaml": "titel: Nieuwe bak\n"}, id="only a name"),
        pytest.param(WITHOUT_FICHES, id="everything but fiches"),
    ],
)
def test_a_catalogue_without_fiches_builds(tmp_path, content, with_guides):
    (tmp_path / "content").mkdir()
    root = small(tmp_path, content)
    assert list(build(root, good(root), TODAY, with_guides=with_guides))[-1] == "zoekindex gemaakt"
    made = files_under(root.site)
    assert b"Deze catalogus heeft nog geen fiches." in made["praktijken/index.html"]
    assert made["pagefind/slugs.json"] == b"{}\n"
    assert [path for path in made if path.endswith(".pdf")] == []


def test_the_images_of_the_content_are_copied(tmp_path):
    root = small(tmp_path)
    copy_theme(tmp_path / "uit", (CHECKOUT / "themes" / "default",))
    assert (tmp_path / "uit" / "styles" / "base.css").is_file()
    assert [raw.file for raw in good(root).beelden] == ["content/afbeeldingen/loket.png"]


# Snapshots


@pytest.mark.parametrize(
    "path",
    [
        "index.html", "praktijken/index.html", "praktijken/twee-toeleiders-een-loket/index.html",
        "praktijken/oud-loket/index.html", "domeinen/onthaal/index.html", "gemeenten/antwerpen/index.html",
        "gemeenten/index.html", "over/index.html", "404.html", "aanbevelingen/index.html", "woordenlijst/index.html",
        "bronnen/van-opvang-naar-samenleven/index.html", "organisaties/effect-vzw/index.html", "cijfers/index.html",
        "data/index.html",
    ],
)  # fmt: skip
def test_page(request, files, path):
    name = path.removesuffix("/index.html").replace("/", "-").removesuffix(".html")
    same_as_snapshot(request, f"pagina-{name}.html", files[path].decode())


# The reader's own choice


def test_without_script_the_own_guide_points_to_the_guides_that_stand_ready(root):
    ready = Page(rendered(good(root), WITH_GUIDES)["gids/index.html"])
    assert list(pdf_links(ready))[1:] == [  # the first is in the main menu
        ("../gids/inspiratiegids.pdf", "De hele gids (pdf, 2 bladzijden, 96 kB)"),
        ("../gids/domein-onthaal.pdf", "Onthaal (pdf, 3 bladzijden, 1,1 MB)"),
        ("../gids/domein-taal.pdf", "Taal & ontmoeting (pdf, 4 bladzijden, 2,1 MB)"),
    ]


def test_a_fiche_marks_every_fact_that_is_compared(site):
    """The rows of the comparison are in choice_words.js; each is a part of the fiche's page."""
    words = (CHECKOUT / "themes/default/scripts/choice_words.js").read_text("utf-8")
    rows = re.findall(r'\["[^"]+", "([a-z-]+)"\]', words)
    assert len(rows) == 17
    page = site["praktijken/twee-toeleiders-een-loket/index.html"]
    marked = {tag.attributes["data-veld"] for tag in page.tags if "data-veld" in tag.attributes}
    assert set(rows) <= marked


# The contract between views and templates


class Noting(Environment):
    """An environment that notes which fields of views its templates read."""

    def __init__(self, of: Environment) -> None:
        super().__init__(loader=of.loader, autoescape=True, undefined=StrictUndefined)
        self.globals.update(of.globals)
        self.used: set[tuple[str, str]] = set()

    def getattr(self, obj: Any, attribute: str) -> Any:
        if dataclasses.is_dataclass(obj):
            self.used.add((type(obj).__name__, attribute))
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if dataclasses.is_dataclass(obj):
            self.used.add((type(obj).__name__, argument))
        return super().getitem(obj, argument)


def view_fields() -> set[tuple[str, str]]:
    """Return every field and property that views.py documents, by class."""
    classes = [c for _, c in inspect.getmembers(views, inspect.isclass) if dataclasses.is_dataclass(c)]
    fields = {(c.__name__, field.name) for c in classes for field in dataclasses.fields(c)}
    return fields | {(c.__name__, n) for c in classes for n, p in vars(c).items() if isinstance(p, property)}


def used_by_templates(catalogue: Catalogue, setting: Setting) -> set[tuple[str, str]]:
    """Render every page and return the fields of views that templates read."""
    look = theme((CHECKOUT / "themes" / "default",))
    noting = Noting(look.environment)
    assert list(render(catalogue, setting, Theme(noting, look.palette)))
    return noting.used


def used_by_the_guide() -> set[str]:
    text = "".join(path.read_text() for path in (CHECKOUT / "themes" / "default" / "guide").glob("*.typ"))
    return set(re.findall(r"\.([a-z_]+)\b", text))


def test_templates_use_what_views_document_and_views_hold_nothing_else(tmp_path):
    used = used_by_templates(good(small(tmp_path, WITH_ADDRESS)), WITH_GUIDES)
    assert used - view_fields() == set(), "templates read fields that views.py does not have"
    guide = used_by_the_guide()
    unused = {(kind, name) for kind, name in view_fields() - used if kind not in OF_THE_GUIDE or name not in guide}
    assert unused == set(), "views.py has fields that no template reads"


OF_THE_GUIDE = {
    "FicheFacts", "Kaart", "Feiten", "Regel", "Link", "ContactRegel", "BronRegel", "Bewijstrap", "Versheid", "Plaats",
}  # fmt: skip


def test_every_view_says_what_it_is_for():
    classes = [c for _, c in inspect.getmembers(views, inspect.isclass) if c.__module__ == views.__name__]
    assert [c.__name__ for c in classes if not (c.__doc__ or "").strip() or c.__doc__.startswith(c.__name__)] == []


def test_a_template_with_a_mistake_is_named(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "tekst.html").write_text("{{ view.bestaat_niet }}")
    catalogue = good(small(tmp_path))
    with pytest.raises(Failure, match=r"tekst\.html"):
        list(render(catalogue, SETTING, theme((tmp_path, CHECKOUT / "themes" / "default"))))


def test_a_template_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "tekst.html").write_text("<p>\n{% if %}")
    catalogue = good(small(tmp_path))
    with pytest.raises(Failure, match=r"tekst\.html.*regel 2"):
        list(render(catalogue, SETTING, theme((tmp_path, CHECKOUT / "themes" / "default"))))
