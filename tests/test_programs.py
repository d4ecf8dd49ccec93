"""What the site tells programs, read as they read it: linked data by rdflib, feeds by feedparser, XML by a parser."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, SDO, XSD, Graph, Literal, Namespace, Node, URIRef
from small_catalogue import (
    CHECKOUT,
    FILES,
    SETTING,
    SLUGS,
    TODAY,
    WITH_ADDRESS,
    WITH_GUIDES,
    good,
    minimal,
    only,
    small,
)
from test_pages import Page, is_redirect

from fichebak.build import parts
from fichebak.present import Setting
from fichebak.render import theme
from fichebak.resolve import Catalogue, canonical

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib by itself

LOOK = theme((CHECKOUT / "themes" / "default",))
BASE = "https://voorbeeld.be/bak/"
NOWHERE = "https://nergens.invalid/"  # where a site without an address happens to stand
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
EU = "http://publications.europa.eu/resource/authority/"
LOKET = "praktijken/twee-toeleiders-een-loket/"
TAALBAD = "praktijken/taalbad-in-borsbeek/"
PEOPLE = ("Noor Voorbeeld", "noor.voorbeeld", "056 00 00 00")

ADDRESSES = ("url", "license", "image", "item", "contentUrl", "inDefinedTermSet")
SCHEMA_ORG = {"@vocab": str(SDO), **{name: {"@type": "@id"} for name in ADDRESSES}}
"""What the context at https://schema.org says of the terms that are used here: it is never fetched."""


def made(catalogue: Catalogue, setting: Setting = SETTING, wanted: str = "") -> dict[str, bytes]:
    """Return the files whose path begins with *wanted*; those of Typst, the theme and Pagefind are not there."""
    found = (part for part in parts(catalogue, setting, LOOK) if part.path.startswith(wanted))
    return {output.path: output.data for part in found for output in part.make()}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory) -> Catalogue:
    return good(small(tmp_path_factory.mktemp("met-adres"), WITH_ADDRESS))


@pytest.fixture(scope="module")
def site(catalogue) -> dict[str, bytes]:
    """Return a site with an address, with PDFs and pictures."""
    return made(catalogue, WITH_GUIDES)


@pytest.fixture(scope="module")
def bare(tmp_path_factory) -> dict[str, bytes]:
    """Return a site without an address."""
    return made(good(small(tmp_path_factory.mktemp("zonder-adres"))))


parsed = cache(Page)


def html(files: Mapping[str, bytes]) -> Iterator[tuple[str, Page]]:
    """Yield the address of each page that stands somewhere, with the page."""
    for path, data in files.items():
        if path.endswith("index.html") and not is_redirect(page := parsed(data)):
            yield path.removesuffix("index.html"), page


def there(files: Mapping[str, bytes], setting: Setting = WITH_GUIDES) -> set[str]:
    """Return the address of every file of a built site; a page goes by that of its folder."""
    of_theme = CHECKOUT / "themes" / "default" / "images"
    known = {*files, *setting.pdfs, *setting.pictures, *(f"images/{path.name}" for path in of_theme.iterdir())}
    return {path.removesuffix("index.html") for path in known}


# JSON-LD


def block(page: Page) -> dict[str, Any]:
    """Return the data of *page*, as whoever reads the page with a parser of HTML gets it."""
    (found,) = [tag for tag in page.all("script") if tag.attributes.get("type") == "application/ld+json"]
    data: dict[str, Any] = json.loads(found.text)
    assert data["@context"] == "https://schema.org"
    return data


def graph(page: Page, address: str, base: str = BASE) -> Graph:
    """Return what *page* says when it stands at *address*."""
    data = json.dumps({**block(page), "@context": SCHEMA_ORG})
    return Graph().parse(data=data, format="json-ld", base=f"{base}{address}")


def page_at(files: Mapping[str, bytes], address: str) -> Page:
    return parsed(files[f"{address}index.html"])


def values(found: Graph, subject: Node, *path: URIRef) -> set[str]:
    """Return what stands at the end of *path* from *subject*."""
    subjects = {subject}
    for step in path:
        subjects = {value for each in subjects for value in found.objects(each, step)}
    return {str(each) for each in subjects}


def with_data(files: Mapping[str, bytes]) -> list[tuple[str, Page]]:
    kinds = ("praktijken/", "domeinen/", "gemeenten/", "provincies/", "doelgroepen/")
    return [(at, page) for at, page in html(files) if not at or (at.startswith(kinds) and at.count("/") == 2)]


def test_every_term_is_one_of_schema_org(site, bare):
    for base, files in ((BASE, site), (NOWHERE, bare)):
        pages = with_data(files)
        assert len(pages) == 1 + 4 + 3 + 3 + 3 + 2
        for address, page in pages:
            found = graph(page, address, base)
            used = {term for _, term, _ in found} | set(found.objects(None, RDF.type))
            assert len(used) > 5
            unknown = {str(each) for each in used if each != RDF.type and each not in SDO}
            assert unknown <= {f"{SDO}query-input"}, address  # schema.org/docs/actions.html: any property and -input


def test_a_fiche_tells_what_the_catalogue_holds(catalogue, site):
    for practice in catalogue.praktijken:
        fiche, address = practice.fiche, f"praktijken/{practice.slug}/"
        found, it = graph(page_at(site, address), address), URIRef(f"{BASE}{address}")
        financed = set(fiche.budget.financiering) if fiche.budget else set()
        assert values(found, it, RDF.type) == {str(SDO.Article), str(SDO.WebPage)}
        expected = {
            (SDO.name,): {fiche.titel},
            (SDO.headline,): {fiche.titel},
            (SDO.abstract,): {fiche.samenvatting},
            (SDO.inLanguage,): {fiche.taal or "nl"},
            (SDO.keywords,): set(fiche.trefwoorden),
            (SDO.about, SDO.termCode): set(fiche.domeinen),
            (SDO.about, SDO.name): {catalogue.domeinen[id_].label for id_ in fiche.domeinen},
            (SDO.audience, SDO.audienceType): {catalogue.doelgroepen[id_].label for id_ in fiche.doelgroepen},
            (SDO.spatialCoverage, SDO.identifier, SDO.value): {town.refnis for town in practice.vandaag},
            (SDO.spatialCoverage, SDO.containedInPlace, SDO.name): {t.provincie.volledig for t in practice.vandaag},
            (SDO.contributor, SDO.name): {canonical(catalogue, name) for name in (*fiche.trekker, *fiche.partners)},
            (SDO.funder,): financed,
            (SDO.lastReviewed,): {str(fiche.laatst_nagekeken)} if fiche.laatst_nagekeken else set(),
            (SDO.isBasedOn, SDO.name): {catalogue.bronnen[fiche.bron.publicatie].titel} if fiche.bron else set(),
            (SDO.license,): {"https://creativecommons.org/licenses/by/4.0/"},
            (SDO.publisher, SDO.name): {"Provincie Voorbeeld"},
            (SDO.isPartOf, SDO.name): {"Proefbak"},
            (SDO.isPartOf,): {BASE},
            (SDO.dateModified,): set(),
        }
        assert {path: values(found, it, *path) for path in expected} == expected, practice.slug


def test_a_fiche_in_full(site):
    found, it = graph(page_at(site, LOKET), LOKET), URIRef(f"{BASE}{LOKET}")
    assert values(found, it, SDO.temporalCoverage) == {"2015-12-01/2018-11-30"}
    assert values(found, it, SDO.spatialCoverage, SDO.name) == {"Kortrijk", "Overleie"}
    assert values(found, it, SDO.spatialCoverage, SDO.alternateName) == {"Courtrai"}
    assert values(found, it, SDO.contributor, SDO.url) == {"https://www.effect-vzw.be/"}
    assert values(found, it, SDO.citation) == {"Van opvang naar samenleven, Vlaamse overheid en VVSG, 2016, blz. 31-33"}
    assert values(found, it, SDO.isBasedOn, SDO.publisher, SDO.name) == {"Vlaamse overheid", "VVSG"}
    assert values(found, it, SDO.image) == {f"{BASE}{LOKET}twee-toeleiders-een-loket.png"}
    files = {f"{BASE}{LOKET}twee-toeleiders-een-loket.{kind}" for kind in ("json", "pdf")}
    assert values(found, it, SDO.encoding, SDO.contentUrl) == files
    assert values(found, it, SDO.encoding, SDO.encodingFormat) == {"application/json", "application/pdf"}


def test_a_municipality_that_merged_is_found_under_its_name_of_today_and_that_of_then(site):
    found, it = graph(page_at(site, TAALBAD), TAALBAD), URIRef(f"{BASE}{TAALBAD}")
    (town,) = found.objects(it, SDO.spatialCoverage)
    assert values(found, town, SDO.name) == {"Antwerpen"}
    assert values(found, town, SDO.alternateName) == {"Anvers"}
    assert values(found, town, SDO.identifier, SDO.value) == {"11002"}
    assert values(found, town, SDO.identifier, SDO.propertyID) == {"REFNIS"}
    assert values(found, town, SDO.containsPlace, SDO.name) == {"Borsbeek"}
    assert values(found, town, SDO.containedInPlace, SDO.name) == {"Provincie Antwerpen"}


def test_nothing_is_said_that_the_fiche_does_not_say(site):
    it = block(page_at(site, "praktijken/spreekuur-in-de-streek/"))
    assert not set(it) & {"contributor", "funder", "temporalCoverage", "keywords", "audience", "lastReviewed"}
    assert it["spatialCoverage"] == [{"@type": "Place", "name": "Regio Halle-Vilvoorde"}]
    assert it["citation"] == "Nota zonder jaar"
    assert it["isBasedOn"].keys() == {"@type", "@id", "name"}


FUNDED = """laatst_nagekeken: 2026
trekker: [Sociaal huis Kortrijk, effekt VZW, Een kring]
budget: {financiering: [De Toeleiders, eigen middelen, 'VVSG (een deel)']}"""


def test_an_organisation_goes_by_its_name_and_money_by_the_words_of_the_fiche(tmp_path):
    text = minimal(FUNDED).replace("trekker: onbekend\n", "", 1)
    it = block(page_at(made(good(only(tmp_path, text)), wanted="praktijken/een/"), "praktijken/een/"))
    named = [(each["name"], each.get("@id", "")) for each in it["contributor"]]
    assert named == [
        ("Sociaal huis Kortrijk", ""),  # a service is not the organisation it is of
        ("Effect vzw", "../../organisaties/effect-vzw/#organisatie"),
        ("Een kring", ""),
    ]
    first, *words = it["funder"]
    assert first["name"] == "Effect vzw"
    assert words == ["eigen middelen", "VVSG (een deel)"]


@pytest.mark.parametrize(
    ("period", "interval"),
    [
        pytest.param("{start: 2015-12-01, einde: 2018-11}", "2015-12-01/2018-11", id="two ends, as precise as known"),
        pytest.param("{start: 2004}", "2004/..", id="no end"),
        pytest.param("{einde: 2019-12-31}", "../2019-12-31", id="no beginning"),
        pytest.param("{start: 2016, einde: 2016}", "2016", id="one year"),
        pytest.param("{toelichting: ooit}", None, id="only words"),
    ],
)
def test_a_period_is_an_interval(tmp_path, period, interval):
    catalogue = good(only(tmp_path, minimal(f"laatst_nagekeken: 2026\nperiode: {period}")))
    told = block(page_at(made(catalogue, wanted="praktijken/een/"), "praktijken/een/"))
    assert told.get("temporalCoverage") == interval


def test_breadcrumbs_are_those_of_the_page(site):
    for address, page in with_data(site)[1:]:
        back = next(tag for tag in page.tags if tag.attributes.get("class") == "terug")
        steps = block(page)["breadcrumb"]["itemListElement"]
        assert [step["position"] for step in steps] == [1, 2, 3]
        assert steps[0]["name"] == "Proefbak"
        assert back.text.strip().startswith(f"← {steps[1]['name']}")
        assert steps[2]["name"] == page.text("h1")[0]
        assert steps[2]["item"] == f"{BASE}{address}"


def test_only_a_site_with_an_address_can_be_searched_from_outside(site, bare):
    search = block(page_at(site, ""))["potentialAction"]
    assert search["target"]["urlTemplate"] == f"{BASE}praktijken/?q={{search_term_string}}"
    assert "potentialAction" not in block(page_at(bare, ""))


def test_every_address_in_the_data_leads_to_a_file(site, bare):
    """With an address they are full, without one they are relative to the page: both lead to the same files."""
    for base, files, setting in ((BASE, site, WITH_GUIDES), (NOWHERE, bare, SETTING)):
        known = there(files, setting)
        for address, page in with_data(files):
            if base == NOWHERE:
                assert "https://voorbeeld.be" not in json.dumps(block(page))
            terms = {term for triple in graph(page, address, base) for term in triple if isinstance(term, URIRef)}
            own = {str(term).partition("#")[0].removeprefix(base) for term in terms if term.startswith(base)}
            assert address in own
            assert own <= known, address


def test_an_address_that_only_a_browser_puts_up_with_is_mended(tmp_path):
    odd = "https://voorbeeld.be/{a}|b^c\\e"
    even = "https://voorbeeld.be/%7Ba%7D%7Cb%5Ec%5Ce"
    settings = f"licentie: Eigen\nlicentie_url: {odd}\nbase_url: {odd}\n"
    organisations = f"Een kring:\n  soort: vereniging\n  website: {odd}\n"
    only(tmp_path, minimal("laatst_nagekeken: 2026\npartners: [Een kring]"))
    root = small(tmp_path, {"content/catalogue.yaml": settings, "content/organisations.yaml": organisations})
    files = made(good(root))
    told = block(page_at(files, "praktijken/een/"))
    assert [told["license"], told["contributor"][0]["url"], told["url"]] == [even, even, f"{even}/praktijken/een/"]
    for found in (graph(page_at(files, "praktijken/een/"), "praktijken/een/"), dataset(files)):
        assert found.serialize(format="nt").count(even) > 3  # rdflib would refuse what is no address
    feed = read(files["feed.xml"])
    assert feed.entries[0].link == f"{even}/praktijken/een/"
    assert [link.href for link in feed.feed.links if link.rel == "license"] == [even]


TERRIBLE = "</script><script>alert(1)</script><!-- & ]]> <a b='c'>"


def test_no_text_leaves_the_script_element(tmp_path):
    fragment = f"laatst_nagekeken: 2026\ntrefwoorden: [{json.dumps(TERRIBLE)}]\npartners: [{json.dumps(TERRIBLE)}]"
    text = minimal(fragment).replace("titel: Een gewone fiche", f"titel: {json.dumps(TERRIBLE)}")
    data = made(good(only(tmp_path, text)), wanted="praktijken/een/")["praktijken/een/index.html"]
    (raw,) = re.findall(rb'<script type="application/ld\+json">(.*?)</script>', data)
    assert not re.search("[<>&]", raw.decode())
    told = block(parsed(data))
    assert told["name"] == told["keywords"][0] == told["contributor"][0]["name"] == TERRIBLE


def test_people_are_in_nothing_that_programs_fetch(site):
    told = {path: data.decode() for path, data in site.items() if path.endswith((".xml", ".jsonld", ".txt"))}
    told |= {address: json.dumps(block(page)) for address, page in with_data(site)}
    assert any(name in site[f"{LOKET}index.html"].decode() for name in PEOPLE)  # the page may, until the consent ends
    assert [(path, name) for path, text in told.items() for name in PEOPLE if name in text] == []


# The data set


def dataset(files: Mapping[str, bytes], base: str = BASE) -> Graph:
    return Graph().parse(data=files["data/dcat.jsonld"], format="json-ld", base=f"{base}data/dcat.jsonld")


def only_one(found: Graph, kind: URIRef) -> Node:
    (subject,) = found.subjects(RDF.type, kind)
    return subject


def test_the_data_set_is_told_in_the_words_of_dcat(site):
    found = dataset(site)
    used = {term for _, term, _ in found} | set(found.objects(None, RDF.type))
    card = {VCARD.Organization, VCARD.fn, VCARD.hasEmail}
    closed = (DCAT, DCTERMS, FOAF)
    assert {each for each in used if not any(each in names for names in closed)} == {RDF.type, *card}


def test_the_data_set_is_that_of_the_catalogue(catalogue, site):
    found = dataset(site)
    whole, data = only_one(found, DCAT.Catalog), only_one(found, DCAT.Dataset)
    assert set(found.objects(whole, DCAT.dataset)) == {data}
    assert set(found.objects(whole, DCTERMS.title)) == {Literal("Proefbak", lang="nl")}
    expected = {
        (DCTERMS.description,): {"Praktijken om mee te proeven. Elke praktijk met wat bekend is over kosten, mensen, "
                                 "periode, plaats en bewijs."},
        (DCTERMS.publisher, FOAF.name): {"Provincie Voorbeeld"},
        (DCAT.contactPoint, VCARD.hasEmail): {"mailto:redactie@voorbeeld.be"},
        (DCAT.keyword,): {catalogue.domeinen[id_].label for p in catalogue.praktijken for id_ in p.fiche.domeinen},
        (DCTERMS.language,): {f"{EU}language/NLD", f"{EU}language/FRA"},
        (DCAT.theme,): {f"{EU}data-theme/GOVE"},
        (DCTERMS.spatial,): {f"{EU}country/BEL"},
        (DCTERMS.accessRights,): {f"{EU}access-right/PUBLIC"},
        (DCAT.landingPage,): {f"{BASE}data/"},
        (DCAT.distribution, DCAT.downloadURL): {f"{BASE}data/praktijken.{end}" for end in ("json", "csv", "xlsx")},
        (DCAT.distribution, DCTERMS.license): {f"{EU}licence/CC_BY_4_0"},
        (DCAT.distribution, DCTERMS.conformsTo): {f"{BASE}data/praktijken.schema.json"},
    }  # fmt: skip
    assert {path: values(found, data, *path) for path in expected} == expected
    (period,) = found.objects(data, DCTERMS.temporal)
    assert found.value(period, DCAT.startDate) == Literal("2015-12-01", datatype=XSD.date)
    assert found.value(period, DCAT.endDate) == Literal("2018-11-30", datatype=XSD.date)


def test_each_download_has_its_own_type(site):
    found = dataset(site)
    kinds = {
        str(found.value(each, DCAT.downloadURL)).rpartition(".")[2]:
        (str(found.value(each, DCTERMS["format"])).rpartition("/")[2], str(found.value(each, DCAT.mediaType)))
        for each in found.subjects(RDF.type, DCAT.Distribution)
    }  # fmt: skip
    iana = "https://www.iana.org/assignments/media-types/"
    assert kinds == {
        "json": ("JSON", f"{iana}application/json"),
        "csv": ("CSV", f"{iana}text/csv"),
        "xlsx": ("XLSX", f"{iana}application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    }


def test_every_address_of_the_data_set_leads_to_a_file(site):
    own = {str(term).partition("#")[0] for triple in dataset(site) for term in triple if str(term).startswith(BASE)}
    assert {f"{BASE}data/", f"{BASE}data/praktijken.xlsx"} <= own
    assert {each.removeprefix(BASE) for each in own} <= there(site)


def test_without_an_address_the_data_set_leads_from_its_own_file(bare):
    assert b"https://voorbeeld.be" not in bare["data/dcat.jsonld"]
    found = dataset(bare, NOWHERE)
    own = {str(term).partition("#")[0] for triple in found for term in triple if str(term).startswith(NOWHERE)}
    assert {each.removeprefix(NOWHERE) for each in own} <= there(bare)
    assert values(found, only_one(found, DCAT.Catalog), FOAF.homepage) == {NOWHERE}


def test_what_the_owner_left_empty_is_left_out_of_the_data_set(tmp_path):
    settings = "licentie: Eigen licentie\nbase_url: https://voorbeeld.be/bak/\n"
    text = minimal("laatst_nagekeken: 2026\nperiode: {start: 2020-05}")
    files = {**FILES, "content/catalogue.yaml": settings, "content/practices/nieuw.md": text}
    described = made(good(small(tmp_path, files)), wanted="data/dcat.jsonld")
    found, raw = dataset(described), described["data/dcat.jsonld"]
    data = only_one(found, DCAT.Dataset)
    assert not set(found.predicates(data)) & {DCTERMS.publisher, DCAT.contactPoint}
    assert values(found, data, DCAT.distribution, DCTERMS.license, DCTERMS.title) == {"Eigen licentie"}
    assert b"licence/" not in raw, "it has no address"
    assert values(found, data, DCTERMS.temporal, DCAT.startDate) == {"2015-12-01"}
    assert values(found, data, DCTERMS.temporal, DCAT.endDate) == set()  # one of them may still run


def test_a_mailbox_without_a_publisher_is_that_of_the_catalogue(tmp_path):
    settings = "titel: Bak\nmailbox: info@voorbeeld.be\nbase_url: https://voorbeeld.be/bak/\n"
    files = {**FILES, "content/catalogue.yaml": settings}
    found = dataset(made(good(small(tmp_path, files)), wanted="data/dcat.jsonld"))
    assert values(found, only_one(found, DCAT.Dataset), DCAT.contactPoint, VCARD.fn) == {"Bak"}


# Feeds


def read(data: bytes) -> Any:
    feed = feedparser.parse(data)
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    return feed


def day(entry: Any) -> str:
    return entry.updated.removesuffix("T00:00:00Z")


def test_the_feeds_are_those_of_the_pages_they_follow(site, bare):
    feeds = {path for path in site if path.endswith("feed.xml")}
    towns = {f"gemeenten/{slug}/feed.xml" for slug in ("antwerpen", "kortrijk", "luik")}
    assert feeds == {"feed.xml", *(f"domeinen/{id_}/feed.xml" for id_ in ("onthaal", "taal", "werk")), *towns}
    assert not any(path.endswith("feed.xml") for path in bare)


def test_a_feed_has_every_fiche_newest_first(site):
    feed = read(site["feed.xml"])
    assert [(day(entry), entry.link.removeprefix(f"{BASE}praktijken/").rstrip("/")) for entry in feed.entries] == [
        ("2026-05-12", "taalbad-in-borsbeek"),
        ("2024-11-01", "table-de-conversation"),  # in that month: its first day
        ("2016-06-01", "twee-toeleiders-een-loket"),
        ("1970-01-01", "spreekuur-in-de-streek"),  # nobody knows when
    ]
    assert feed.feed.updated == "2026-05-12T00:00:00Z"
    assert feed.feed.subtitle == "Praktijken om mee te proeven"


def test_the_feed_says_what_it_is(site):
    told = read(site["domeinen/onthaal/feed.xml"]).feed
    links = {(link.rel, link.href) for link in told.links}
    assert links == {
        ("alternate", f"{BASE}domeinen/onthaal/"),
        ("self", f"{BASE}domeinen/onthaal/feed.xml"),
        ("license", "https://creativecommons.org/licenses/by/4.0/"),
    }
    assert (told.id, told.title, told.subtitle) == (
        f"{BASE}domeinen/onthaal/feed.xml", "Onthaal · Proefbak", "Wie nieuw is, vindt de weg.",
    )  # fmt: skip
    assert (told.author_detail.name, told.rights, told.language) == ("Provincie Voorbeeld", "CC BY 4.0", "nl")


def test_an_entry_says_what_the_card_says(catalogue, site):
    entries = {entry.id: entry for entry in read(site["feed.xml"]).entries}
    for practice in catalogue.praktijken:
        fiche, address = practice.fiche, f"{BASE}praktijken/{practice.slug}/"
        entry = entries[address]
        assert (entry.title, entry.summary, entry.link) == (fiche.titel, fiche.samenvatting, address)
        terms = [(tag.term, tag.label) for tag in entry.get("tags", [])]
        labels = {**catalogue.domeinen, **catalogue.doelgroepen}
        assert terms == [(id_, labels[id_].label) for id_ in (*fiche.domeinen, *fiche.doelgroepen)]
        assert entry.summary_detail.type == "text/plain"
        assert entry.title_detail.language == (fiche.taal or "nl")


def test_each_feed_has_the_fiches_of_its_page(site):
    for path in (path for path in site if path.endswith("feed.xml") and path != "feed.xml"):
        page = page_at(site, path.removesuffix("feed.xml"))
        shown = {tag.attributes["data-slug"] for tag in page.all("article") if "data-slug" in tag.attributes}
        assert {entry.link.split("/")[-2] for entry in read(site[path]).entries} == shown, path
    assert read(site["domeinen/werk/feed.xml"]).entries == []


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        pytest.param("laatst_nagekeken: 2026", "2026-01-01", id="a year: its first day"),
        pytest.param("laatst_nagekeken: 2027-03", "2026-11-21", id="to come: not later than the build"),
        pytest.param("bron: {publicatie: van-opvang-naar-samenleven}", "2016-01-01", id="the year of the source"),
        pytest.param("bron: {publicatie: nota-zonder-jaar}", "1970-01-01", id="nothing"),
    ],
)
def test_a_date_is_never_later_than_what_is_known(tmp_path, fragment, expected):
    root = only(tmp_path, minimal(fragment))
    address = {"content/catalogue.yaml": "base_url: https://voorbeeld.be/\n"}
    files = made(good(small(tmp_path, address)), wanted="feed.xml")
    assert [day(entry) for entry in read(files["feed.xml"]).entries] == [expected]
    later = made(good(root), Setting(date(2026, 12, 1)), wanted="feed.xml")
    stays = expected != TODAY.isoformat()
    assert (later["feed.xml"] == files["feed.xml"]) is stays  # the day of the build changes nothing by itself


def test_a_text_cannot_break_a_feed(tmp_path):
    terrible = '<b>&amp; ]]> "a" <![CDATA[ <!DOCTYPE x></b>'
    text = minimal("laatst_nagekeken: 2026").replace("titel: Een gewone fiche", f'titel: "{terrible}"')
    text = text.replace('"a"', '\\"a\\"')
    only(tmp_path, text)
    address = {"content/catalogue.yaml": "base_url: https://voorbeeld.be/\n"}
    files = made(good(small(tmp_path, address)), wanted="feed.xml")
    title = ElementTree.fromstring(files["feed.xml"]).findtext("{*}entry/{*}title")
    assert title == terrible
    assert not read(files["feed.xml"]).bozo


def test_pages_lead_to_the_feeds_that_follow_them(site, bare):
    for address, page in html(site):
        found = [tag for tag in page.all("link") if tag.attributes.get("type") == "application/atom+xml"]
        expected = ["feed.xml"] if f"{address}feed.xml" in site or address == "praktijken/" else []
        assert [tag.attributes["href"].rpartition("/")[2] for tag in found] == expected, address
        assert all(not tag.attributes["href"].startswith("http") for tag in found)
    follow = [tag for tag in page_at(site, "domeinen/taal/").all("a") if tag.text == "Volg dit domein"]
    assert [tag.attributes["href"] for tag in follow] == ["../../domeinen/taal/feed.xml"]
    assert "Volg deze gemeente" in page_at(site, "gemeenten/kortrijk/").text("a")
    assert b"Volg dit domein" not in bare["domeinen/taal/index.html"]
    offered = {tag.attributes.get("rel") for _, page in html(bare) for tag in page.all("link")}
    assert not offered & {"alternate", "search"}


# The way


def test_the_sitemap_has_every_page_and_nothing_else(site, bare):
    found = ElementTree.fromstring(site["sitemap.xml"])
    listed = [each.text for each in found.findall("{http://www.sitemaps.org/schemas/sitemap/0.9}url/{*}loc")]
    canonical_ = {
        tag.attributes["href"] for _, page in html(site) for tag in page.all("link")
        if tag.attributes.get("rel") == "canonical"
    }  # fmt: skip
    assert len(listed) == len(set(listed))
    assert set(listed) == canonical_
    assert {f"{BASE}", f"{BASE}{LOKET}", f"{BASE}over/"} <= canonical_
    assert {each.removeprefix(BASE) + "index.html" for each in listed} <= set(site)
    assert "sitemap.xml" not in bare


def test_robots_may_come_in(site, bare):
    assert bare["robots.txt"] == b"User-agent: *\nAllow: /\n"
    assert site["robots.txt"] == bare["robots.txt"] + f"\nSitemap: {BASE}sitemap.xml\n".encode()


def opensearch(data: bytes) -> ElementTree.Element:
    root = ElementTree.fromstring(data)
    assert root.tag == "{http://a9.com/-/spec/opensearch/1.1/}OpenSearchDescription"
    return root


def test_a_browser_can_search_here(site, bare):
    root = opensearch(site["opensearch.xml"])
    addresses = {url.attrib["rel"]: url.attrib["template"] for url in root.findall("{*}Url")}
    assert addresses == {"results": f"{BASE}praktijken/?q={{searchTerms}}", "self": f"{BASE}opensearch.xml"}
    assert root.findtext("{*}ShortName") == "Proefbak"
    assert root.findtext("{*}Image", "").removeprefix(BASE) in there(site)
    for address, page in html(site):
        (link,) = [tag.attributes for tag in page.all("link") if tag.attributes.get("rel") == "search"]
        assert link["type"] == "application/opensearchdescription+xml"
        assert link["href"] == f"{'../' * address.count('/') or './'}opensearch.xml"
    assert "opensearch.xml" not in bare


@pytest.mark.parametrize(
    ("title", "short"),
    [
        pytest.param("Zestien letters!", "Zestien letters!", id="as long as may be"),
        pytest.param("Praktijkenbank van onze streek", "Praktijkenbank", id="whole words"),
        pytest.param("Praktijkenbankdirecteurs", "Praktijkenbankdi", id="one long word"),
    ],
)
def test_a_search_engine_has_a_short_name(tmp_path, title, short):
    settings = f"titel: {title}\nbase_url: https://voorbeeld.be/\n"
    files = made(good(small(tmp_path, {**FILES, "content/catalogue.yaml": settings})), wanted="opensearch.xml")
    assert opensearch(files["opensearch.xml"]).findtext("{*}ShortName") == short


# Sharing


def shared(page: Page) -> dict[str, str]:
    """Return what Open Graph tells of *page*; a property told twice is a mistake."""
    told = [t.attributes for t in page.all("meta") if t.attributes.get("property", "").startswith("og:")]
    found = {each["property"].removeprefix("og:"): each["content"] for each in told}
    assert len(found) == len(told)
    (card,) = [t.attributes["content"] for t in page.all("meta") if t.attributes.get("name") == "twitter:card"]
    return {**found, "card": card}


def test_every_page_says_what_it_is_where_it_is_shared(site):
    for address, page in html(site):
        told = shared(page)
        assert told["title"] == (page.text("title")[0].removesuffix(" · Proefbak"))
        assert told["site_name"] == "Proefbak"
        assert told["url"] == f"{BASE}{address}"
        slug = address.removeprefix("praktijken/").rstrip("/")
        picture = f"{address}{slug}.png" if slug in SLUGS else "catalogus.png"
        assert told["image"] == f"{BASE}{picture}"
        assert told["type"] == ("article" if slug in SLUGS else "website")
        assert told["locale"] == ("fr_BE" if slug == "table-de-conversation" else "nl_BE")
        assert told["image:alt"]
        assert told["card"] == "summary_large_image"
    alt = shared(page_at(site, LOKET))["image:alt"]
    assert alt == "De fiche ‘Twee toeleiders, één loket’, Kortrijk, West-Vlaanderen"


def test_without_an_address_or_pictures_a_page_still_says_what_it_is(catalogue, bare):
    for _, page in html(bare):
        told = shared(page)
        assert told["title"]
        assert told["card"] == "summary"
        assert not set(told) & {"url", "image", "image:alt"}
    without = shared(page_at(made(catalogue, wanted=LOKET), LOKET))
    assert without["url"] == f"{BASE}{LOKET}"
    assert "image" not in without
