"""What shows programs the way on the site: sitemap.xml, robots.txt and opensearch.xml."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from fichebak.output import Output, Part, as_xml
from fichebak.resolve import Catalogue

OPENSEARCH = "opensearch.xml"
SHORT_NAME = 16  # characters that OpenSearch gives the name of a search engine, and its long name
LONG_NAME = 48
DESCRIPTION = 1024


def signposts(catalogue: Catalogue, paths: Iterable[str]) -> Iterator[Part]:
    """Yield the signposts of a site of which *paths* are the files; without base_url there is only robots.txt."""
    base = catalogue.instellingen.basis
    yield Part("robots.txt", lambda: [Output("robots.txt", _robots(base))])
    if base:
        pages = tuple(_pages(catalogue, paths))
        yield Part("sitemap.xml", lambda: [Output("sitemap.xml", _sitemap(base, pages))])
        yield Part(OPENSEARCH, lambda: [Output(OPENSEARCH, _opensearch(catalogue))])


def _pages(catalogue: Catalogue, paths: Iterable[str]) -> Iterator[str]:
    """Yield the address of each page among *paths*, but not of one that only leads on to another."""
    moved = {f"praktijken/{old}/" for old in catalogue.vroegere_adressen}
    for path in paths:
        folder, _, name = path.rpartition("/")
        address = f"{folder}/" if folder else ""
        if name == "index.html" and address not in moved:
            yield address


def _robots(base: str) -> bytes:
    sitemap = f"\nSitemap: {base}sitemap.xml\n" if base else ""
    return f"User-agent: *\nAllow: /\n{sitemap}".encode()


def _sitemap(base: str, pages: Iterable[str]) -> bytes:
    """Return the sitemap; without dates, for nobody knows when a page changed."""
    root = Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for address in pages:
        SubElement(SubElement(root, "url"), "loc").text = f"{base}{address}"
    return as_xml(root)


def _opensearch(catalogue: Catalogue) -> bytes:
    settings = catalogue.instellingen
    root = Element("OpenSearchDescription", {"xmlns": "http://a9.com/-/spec/opensearch/1.1/"})
    SubElement(root, "ShortName").text = _cut(settings.titel, SHORT_NAME)
    SubElement(root, "LongName").text = _cut(settings.titel, LONG_NAME)
    SubElement(root, "Description").text = _cut(settings.ondertitel or f"Zoek in {settings.titel}", DESCRIPTION)
    search = {"rel": "results", "type": "text/html", "template": f"{settings.basis}praktijken/?q={{searchTerms}}"}
    SubElement(root, "Url", search)
    itself = {"rel": "self", "type": "application/opensearchdescription+xml"}
    SubElement(root, "Url", {**itself, "template": f"{settings.basis}{OPENSEARCH}"})
    icon = {"width": "16", "height": "16", "type": "image/svg+xml"}
    SubElement(root, "Image", icon).text = f"{settings.basis}images/fichebak.svg"
    SubElement(root, "Language").text = settings.taal
    SubElement(root, "InputEncoding").text = "UTF-8"
    return as_xml(root)


def _cut(text: str, most: int) -> str:
    """Return *text*, or as many of its first words as fit in *most* characters."""
    if len(text) <= most:
        return text
    words, _, _ = text[: most + 1].rpartition(" ")
    return words or text[:most]
