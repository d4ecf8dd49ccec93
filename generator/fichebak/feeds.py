"""What is in the catalogue as Atom feeds (RFC 4287): all of it, each domain, each municipality with fiches.

A feed reader wants to know when an entry changed, to the second. A fiche tells at most when its facts were checked, and
often only the month or the year. So an entry has the first day that this can be, which never changes by itself; while
that day is still to come, it has the day of the build. Without it counts the year of the source, and without that
NO_DATE: whoever reads 1970 knows that there is no date. An id is the address of a page, so readers know an entry again
as long as that stays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from xml.etree.ElementTree import Element, SubElement

from fichebak.output import Output, Part, as_xml
from fichebak.resolve import Catalogue, Praktijk
from fichebak.values import iri

ATOM = "http://www.w3.org/2005/Atom"
NO_DATE = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a feed is about: the page it follows, and the fiches on that."""

    page: str
    title: str
    subtitle: str
    practices: tuple[Praktijk, ...]


def feed_of(catalogue: Catalogue, page: str) -> str:
    """Return the address of the feed that follows *page*; empty without base_url, for then there are no feeds."""
    return f"{page}feed.xml" if catalogue.instellingen.basis else ""


def feeds(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """Yield every feed of the site; none without base_url, for an entry needs a full address."""
    if catalogue.instellingen.basis:
        for subject in _subjects(catalogue):
            path = feed_of(catalogue, subject.page)
            yield Part(path, partial(_made, path, catalogue, subject, today))


def changed(catalogue: Catalogue, practice: Praktijk, today: date) -> date:
    """Return the day that stands for when *practice* changed, as this module's description says."""
    fiche = practice.fiche
    year = catalogue.bronnen[fiche.bron.publicatie].jaar if fiche.bron else None
    of_source = date(year, 1, 1) if year else NO_DATE
    return min(today, fiche.laatst_nagekeken.first() if fiche.laatst_nagekeken else of_source)


def _subjects(catalogue: Catalogue) -> Iterator[_Subject]:
    settings = catalogue.instellingen
    yield _Subject("", settings.titel, settings.ondertitel or "", catalogue.praktijken)
    for id_, domain in catalogue.domeinen.items():
        title = f"{domain.label} · {settings.titel}"
        yield _Subject(f"domeinen/{id_}/", title, domain.kort or "", catalogue.bij_domein(id_))
    for town, practices in catalogue.gemeenten().items():
        yield _Subject(f"gemeenten/{town.slug}/", f"{town.naam} · {settings.titel}", "", practices)


def _made(path: str, catalogue: Catalogue, subject: _Subject, today: date) -> Iterable[Output]:
    settings = catalogue.instellingen
    dated = [(changed(catalogue, practice, today), practice) for practice in subject.practices]
    newest_first = sorted(dated, key=lambda each: each[0], reverse=True)
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": settings.taal})
    _text(feed, "id", f"{settings.basis}{path}")
    _text(feed, "title", subject.title)
    if subject.subtitle:
        _text(feed, "subtitle", subject.subtitle)
    _text(feed, "updated", _moment(newest_first[0][0] if newest_first else NO_DATE))
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{settings.basis}{subject.page}"})
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{settings.basis}{path}"})
    if settings.licentie_url:
        SubElement(feed, "link", {"rel": "license", "href": iri(settings.licentie_url)})
    author = SubElement(feed, "author")
    _text(author, "name", settings.uitgever or settings.titel)
    _text(author, "uri", settings.basis)
    _text(feed, "rights", settings.licentie)
    for day, practice in newest_first:
        feed.append(_entry(catalogue, practice, day))
    return [Output(path, as_xml(feed))]


def _entry(catalogue: Catalogue, practice: Praktijk, day: date) -> Element:
    base, fiche = catalogue.instellingen.basis, practice.fiche
    address = f"{base}praktijken/{practice.slug}/"
    entry = Element("entry", {"xml:lang": fiche.taal or catalogue.instellingen.taal})
    _text(entry, "id", address)
    _text(entry, "title", fiche.titel)
    _text(entry, "updated", _moment(day))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": address})
    _text(entry, "summary", fiche.samenvatting)
    for id_ in fiche.domeinen:
        label = catalogue.domeinen[id_].label
        SubElement(entry, "category", {"term": id_, "scheme": f"{base}domeinen/", "label": label})
    for id_ in fiche.doelgroepen:
        label = catalogue.doelgroepen[id_].label
        SubElement(entry, "category", {"term": id_, "scheme": f"{base}doelgroepen/", "label": label})
    return entry


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
