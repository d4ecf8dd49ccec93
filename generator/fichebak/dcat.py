"""The downloads as a data set in a catalogue, as data portals want it told: DCAT-AP 3 in JSON-LD.

Classes and properties are those of https://semiceu.github.io/DCAT-AP/releases/3.0.0/, values those of the vocabularies
of the EU where the profile wants them. What the owner left empty is left out, the publisher too. Without base_url every
reference is relative to this file.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fichebak.fiche import Fiche
from fichebak.model import CatalogusInstellingen
from fichebak.output import Node, Output, as_json_text, filled
from fichebak.resolve import Catalogue
from fichebak.values import Datum, iri

ADDRESS = "data/dcat.jsonld"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU = "http://publications.europa.eu/resource/authority/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
LANGUAGES = {"nl": "NLD", "fr": "FRA", "de": "DEU", "en": "ENG"}
LICENCES = {"CC BY 4.0": "CC_BY_4_0", "CC BY-SA 4.0": "CC_BYSA_4_0", "CC0": "CC0", "CC0 1.0": "CC0"}
PRECISIONS = ("xsd:gYear", "xsd:gYearMonth", "xsd:date")


@dataclass(frozen=True, slots=True)
class Format:
    """A download of the whole data set: its file, and how the EU and IANA call what it is."""

    file: str
    name: str
    file_type: str
    media_type: str


FORMATS = (
    Format("praktijken.json", "JSON", "JSON", "application/json"),
    Format("praktijken.csv", "CSV", "CSV", "text/csv"),
    Format("praktijken.xlsx", "Excel", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)
SCHEMA = "praktijken.schema.json"


def dcat(catalogue: Catalogue) -> Output:
    """Return the file that describes the downloads of *catalogue*."""
    root = catalogue.instellingen.basis or "../"
    told = {"@context": CONTEXT, **_catalogue(catalogue, root)}
    return Output(ADDRESS, as_json_text(told).encode())


def _catalogue(catalogue: Catalogue, root: str) -> Node:
    settings = catalogue.instellingen
    return filled({
        "@id": f"{root}{ADDRESS}#catalogus",
        "@type": "dcat:Catalog",
        "dct:title": _text(settings, settings.titel),
        "dct:description": _text(settings, settings.ondertitel or settings.titel),
        "dct:publisher": _publisher(settings, root),
        "dct:license": _licence(settings),
        "dct:language": _languages(catalogue),
        "foaf:homepage": {"@id": root, "@type": "foaf:Document"},
        "dcat:dataset": _dataset(catalogue, root),
    })  # fmt: skip


def _dataset(catalogue: Catalogue, root: str) -> Node:
    settings = catalogue.instellingen
    used = [domain.label for id_, domain in catalogue.domeinen.items() if catalogue.bij_domein(id_)]
    return filled({
        "@id": f"{root}data/#praktijken",
        "@type": "dcat:Dataset",
        "dct:title": _text(settings, f"{settings.titel}: de praktijken"),
        "dct:description": _text(settings, _description(settings)),
        "dct:publisher": _publisher(settings, root),
        "dcat:contactPoint": _contact(settings),
        "dcat:keyword": [_text(settings, label) for label in used],
        "dcat:theme": {"@id": f"{EU}data-theme/GOVE"},
        "dct:language": _languages(catalogue),
        "dct:spatial": {"@id": f"{EU}country/BEL", "@type": "dct:Location"},
        "dct:temporal": _period([practice.fiche for practice in catalogue.praktijken]),
        "dct:accessRights": {"@id": f"{EU}access-right/PUBLIC", "@type": "dct:RightsStatement"},
        "dcat:landingPage": {"@id": f"{root}data/", "@type": "foaf:Document"},
        "dcat:distribution": [_distribution(settings, each, root) for each in FORMATS],
    })  # fmt: skip


def _description(settings: CatalogusInstellingen) -> str:
    what = f"{settings.ondertitel.rstrip('.')}. " if settings.ondertitel else ""
    return f"{what}Elke praktijk met wat bekend is over kosten, mensen, periode, plaats en bewijs."


def _distribution(settings: CatalogusInstellingen, form: Format, root: str) -> Node:
    of_json = {"@id": f"{root}data/{SCHEMA}", "@type": "dct:Standard", "dct:title": _text(settings, "JSON Schema")}
    return filled({
        "@id": f"{root}data/#{form.file}",
        "@type": "dcat:Distribution",
        "dct:title": _text(settings, f"De praktijken als {form.name}"),
        "dcat:accessURL": {"@id": f"{root}data/"},
        "dcat:downloadURL": {"@id": f"{root}data/{form.file}"},
        "dct:format": {"@id": f"{EU}file-type/{form.file_type}", "@type": "dct:MediaTypeOrExtent"},
        "dcat:mediaType": {"@id": MEDIA_TYPES + form.media_type, "@type": "dct:MediaType"},
        "dct:license": _licence(settings),
        "dct:conformsTo": of_json if form.file_type == "JSON" else None,
    })  # fmt: skip


def _publisher(settings: CatalogusInstellingen, root: str) -> Node | None:
    if not settings.uitgever:
        return None
    return {"@id": f"{root}#uitgever", "@type": "foaf:Agent", "foaf:name": _text(settings, settings.uitgever)}


def _contact(settings: CatalogusInstellingen) -> Node | None:
    if not settings.mailbox:
        return None
    mailbox = {"@id": f"mailto:{settings.mailbox}"}
    name = settings.uitgever or settings.titel
    return {"@type": "vcard:Organization", "vcard:fn": name, "vcard:hasEmail": mailbox}


def _licence(settings: CatalogusInstellingen) -> Node:
    """Return the licence: as the EU calls it, else by its address, else only its name."""
    known = LICENCES.get(settings.licentie)
    address = f"{EU}licence/{known}" if known else iri(settings.licentie_url or "")
    found: Node = {"@id": address} if address else {}
    return {**found, "@type": "dct:LicenseDocument", "dct:title": settings.licentie}


def _languages(catalogue: Catalogue) -> list[Node]:
    own = catalogue.instellingen.taal
    used = dict.fromkeys([own, *sorted({practice.fiche.taal or own for practice in catalogue.praktijken})])
    return [{"@id": f"{EU}language/{LANGUAGES[each]}", "@type": "dct:LinguisticSystem"} for each in used]


def _period(fiches: list[Fiche]) -> Node | None:
    """Return from the first beginning to the last end; without an end when a practice that began has none."""
    starts = [fiche.periode.start for fiche in fiches if fiche.periode and fiche.periode.start]
    ends = [fiche.periode.einde for fiche in fiches if fiche.periode and fiche.periode.einde]
    endless = any(fiche.periode and fiche.periode.start and not fiche.periode.einde for fiche in fiches)
    first = min(starts, key=Datum.first, default=None)
    last = None if endless else max(ends, key=Datum.last, default=None)
    if not first and not last:
        return None
    return {"@type": "dct:PeriodOfTime", **dict(_ends(first, last))}


def _ends(first: Datum | None, last: Datum | None) -> Iterator[tuple[str, object]]:
    for name, day in (("dcat:startDate", first), ("dcat:endDate", last)):
        if day:
            known = 1 + (day.maand is not None) + (day.dag is not None)
            yield name, {"@value": str(day), "@type": PRECISIONS[known - 1]}


def _text(settings: CatalogusInstellingen, text: str) -> Node:
    return {"@value": text, "@language": settings.taal}
