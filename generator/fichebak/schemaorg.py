"""What a page is about in the words of schema.org, as JSON-LD: for search engines and whoever gathers data.

A fiche is an article about a practice. Nothing is said that the fiche does not say: `lastReviewed` is when its facts
were checked, and there is no `dateModified`, for nobody knows when its text changed; who pays is an organisation only
when the register knows it, else the words of the fiche. People are not in it.

The context is the address that search engines ask for. No browser fetches it, for this is data and no script.
"""

import json
import re
from collections.abc import Iterable, Sequence

from fichebak import paper
from fichebak.dataset import of_fiche
from fichebak.model import CatalogusInstellingen
from fichebak.output import Node, filled
from fichebak.present import Setting
from fichebak.register import Gemeente, slugify
from fichebak.resolve import Catalogue, Praktijk, canonical, name_key
from fichebak.values import Datum, iri
from fichebak.views import Link
from fichebak.words import listed

CONTEXT = "https://schema.org"
_LEADING_OUT = re.compile("[<>&\u2028\u2029]")


def data_block(node: Node) -> str:
    """Return *node* as JSON-LD that can stand in a script element: no text in it can end that element."""
    text = json.dumps({"@context": CONTEXT, **node}, ensure_ascii=False, separators=(",", ":"))
    return _LEADING_OUT.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def catalogue_node(catalogue: Catalogue) -> Node:
    """Return what the home page tells: the site with its search, which needs a full address."""
    settings = catalogue.instellingen
    template = f"{settings.basis}praktijken/?q={{search_term_string}}"
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": template},
        "query-input": "required name=search_term_string",
    }
    return filled({
        **_site(settings, "./"),
        "description": settings.ondertitel,
        "inLanguage": settings.taal,
        "license": _licence(settings),
        "publisher": _publisher(settings, "./"),
        "potentialAction": search if settings.basis else None,
    })  # fmt: skip


def list_node(catalogue: Catalogue, address: str, title: str, above: Sequence[Link]) -> Node:
    """Return what the page of a list of fiches tells, such as that of a domain: what it is, and where it stands."""
    settings, root = catalogue.instellingen, _root(catalogue.instellingen, address)
    return {
        "@type": "CollectionPage",
        "@id": f"{root}{address}",
        "url": f"{root}{address}",
        "name": title,
        "inLanguage": settings.taal,
        "isPartOf": _site(settings, root),
        "breadcrumb": _breadcrumbs(settings, root, [*above[:1], Link(title, address)]),
    }


def fiche_node(catalogue: Catalogue, practice: Praktijk, setting: Setting) -> Node:
    """Return what the page of *practice* tells."""
    settings, fiche = catalogue.instellingen, practice.fiche
    address = f"praktijken/{practice.slug}/"
    root = _root(settings, address)
    picture, sheet = paper.picture_of(practice.slug), paper.of_fiche(practice.slug)
    organisations = dict.fromkeys((*fiche.trekker, *fiche.partners))
    trail = [Link("Alle praktijken", "praktijken/"), Link(fiche.titel, address)]
    return filled({
        "@type": ["Article", "WebPage"],
        "@id": f"{root}{address}",
        "url": f"{root}{address}",
        "name": fiche.titel,
        "headline": fiche.titel,
        "abstract": fiche.samenvatting,
        "inLanguage": fiche.taal or settings.taal,
        "isPartOf": _site(settings, root),
        "publisher": _publisher(settings, root),
        "license": _licence(settings),
        "about": [_domain(catalogue, id_, root) for id_ in fiche.domeinen],
        "keywords": list(fiche.trefwoorden),
        "audience": [_audience(catalogue.doelgroepen[id_].label) for id_ in fiche.doelgroepen],
        "spatialCoverage": [*_towns(practice, root), *([_place(fiche.plaats)] if fiche.plaats else [])],
        "temporalCoverage": _interval(fiche.periode.start, fiche.periode.einde) if fiche.periode else "",
        "contributor": [_organisation(catalogue, name, root) for name in organisations],
        "funder": [_funder(catalogue, who, root) for who in (fiche.budget.financiering if fiche.budget else ())],
        "isBasedOn": _source(catalogue, practice, root),
        "citation": _citation(catalogue, practice),
        "lastReviewed": str(fiche.laatst_nagekeken or ""),
        "image": f"{root}{picture}" if picture in setting.pictures else None,
        "encoding": [
            _file(f"{root}{of_fiche(practice.slug)}", "application/json"),
            *([_file(f"{root}{sheet}", "application/pdf")] if sheet in setting.pdfs else []),
        ],
        "breadcrumb": _breadcrumbs(settings, root, trail),
    })  # fmt: skip


def _root(settings: CatalogusInstellingen, address: str) -> str:
    """Return the way to the root of the site: its full address, or relative to the page at *address*."""
    return settings.basis or "../" * address.count("/")


def _site(settings: CatalogusInstellingen, root: str) -> Node:
    address = settings.basis or root
    return {"@type": "WebSite", "@id": address, "url": address, "name": settings.titel}


def _publisher(settings: CatalogusInstellingen, root: str) -> Node | None:
    if not settings.uitgever:
        return None
    return {"@type": "Organization", "@id": f"{settings.basis or root}#uitgever", "name": settings.uitgever}


def _licence(settings: CatalogusInstellingen) -> str | Node:
    return iri(settings.licentie_url or "") or {"@type": "CreativeWork", "name": settings.licentie}


def _domain(catalogue: Catalogue, id_: str, root: str) -> Node:
    return {
        "@type": "DefinedTerm",
        "@id": f"{root}domeinen/{id_}/#domein",
        "termCode": id_,
        "name": catalogue.domeinen[id_].label,
        "url": f"{root}domeinen/{id_}/",
        "inDefinedTermSet": f"{root}domeinen/",
    }


def _audience(label: str) -> Node:
    return {"@type": "Audience", "audienceType": label}


def _towns(practice: Praktijk, root: str) -> Iterable[Node]:
    """Yield the municipalities of today; one that a fiche names as it was before a merger contains that."""
    for town in practice.vandaag:
        former = dict.fromkeys(v.vroeger for v in practice.gemeenten if v.gemeente is town and v.vroeger)
        yield _town(town, root) | filled({"containsPlace": [_place(name) for name in former]})


def _town(town: Gemeente, root: str) -> Node:
    return filled({
        "@type": "AdministrativeArea",
        "@id": f"{root}gemeenten/{town.slug}/#gemeente",
        "name": town.naam,
        "alternateName": town.naam_fr if town.naam_fr != town.naam else "",
        "url": f"{root}gemeenten/{town.slug}/",
        "identifier": {"@type": "PropertyValue", "propertyID": "REFNIS", "value": town.refnis},
        "containedInPlace": {
            "@type": "AdministrativeArea",
            "@id": f"{root}provincies/{town.provincie.slug}/#provincie",
            "name": town.provincie.volledig,
        },
    })  # fmt: skip


def _place(name: str) -> Node:
    return {"@type": "Place", "name": name}


def _interval(start: Datum | None, end: Datum | None) -> str:
    """Return a period as ISO 8601 has it; an end that is not known is open."""
    if start and end and str(start) == str(end):
        return str(start)
    return f"{start or '..'}/{end or '..'}" if start or end else ""


def _organisation(catalogue: Catalogue, written: str, root: str) -> Node:
    """Return an organisation under the name it goes by; a service of one under its own name."""
    known = canonical(catalogue, written)
    held = catalogue.organisaties.get(known)
    if held is None or name_key(written) in map(name_key, held.diensten):
        return {"@type": "Organization", "name": written}
    address = f"{root}organisaties/{slugify(known)}/#organisatie"
    return filled({"@type": "Organization", "@id": address, "name": known, "url": iri(held.website or "")})


def _funder(catalogue: Catalogue, written: str, root: str) -> Node | str:
    """Return who pays: an organisation when the register knows it, else what the fiche says, such as eigen middelen."""
    known = canonical(catalogue, written) in catalogue.organisaties
    return _organisation(catalogue, written, root) if known else written


def _source(catalogue: Catalogue, practice: Praktijk, root: str) -> Node | None:
    told = practice.fiche.bron
    if told is None:
        return None
    source = catalogue.bronnen[told.publicatie]
    return filled({
        "@type": "CreativeWork",
        "@id": f"{root}bronnen/{told.publicatie}/#bron",
        "name": source.titel,
        "url": iri(source.url or ""),
        "datePublished": str(source.jaar or ""),
        "publisher": [_organisation(catalogue, name, root) for name in source.uitgevers],
    })  # fmt: skip


def _citation(catalogue: Catalogue, practice: Praktijk) -> str:
    """Return the source in one line, with the pages, as it is cited."""
    told = practice.fiche.bron
    if told is None:
        return ""
    source = catalogue.bronnen[told.publicatie]
    pages = f"blz. {told.pagina}" if told.pagina else ""
    return ", ".join(part for part in (source.titel, listed(source.uitgevers), str(source.jaar or ""), pages) if part)


def _file(address: str, kind: str) -> Node:
    return {"@type": "MediaObject", "contentUrl": address, "encodingFormat": kind}


def _breadcrumbs(settings: CatalogusInstellingen, root: str, trail: Sequence[Link]) -> Node:
    """Return the way to a page as it stands above it, from the home page."""
    steps = [Link(settings.titel, ""), *trail]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": step.naam, "item": f"{root}{step.adres}"}
            for number, step in enumerate(steps, 1)
        ],
    }
