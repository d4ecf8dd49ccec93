"""Views of what surrounds the fiches: recommendations, publications, organisations and the glossary."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from fichebak import markup, words
from fichebak.glossary import Explainer, anchor, linked
from fichebak.model import Bron, Organisatie, Term
from fichebak.model import Grafiek as Reeks
from fichebak.present import advies, cijfer_regel, foreign, kaarten, organisatie_link
from fichebak.register import alphabetical, slugify
from fichebak.resolve import Catalogue, canonical
from fichebak.views import (
    AdviesGroep,
    AdviezenView,
    BronView,
    Facet,
    Grafiek,
    IndexGroep,
    IndexView,
    Letter,
    Link,
    OrganisatieView,
    Staaf,
    Telling,
    TermRegel,
    Waarde,
    WoordenlijstView,
)
from fichebak.vocabulary import OrganisatieSoort

Explain = Callable[[str], str]
ROOT = "../../"

# Recommendations


def adviezen(catalogue: Catalogue, explain: Explain | None = None) -> AdviezenView:
    """Return every recommendation once, under the first addressee it names; *explain* makes HTML of its text."""
    explain = explain or Explainer(catalogue, linked("../")).text
    groups = {id_: (b.label, b.toelichting or "") for id_, b in catalogue.bestemmelingen.items()}
    groups[""] = ("Zonder bestemmeling", "De publicatie zegt niet voor wie deze aanbevelingen bedoeld zijn.")
    found = tuple(_group(catalogue, id_, *names, explain) for id_, names in groups.items())
    sources = {a.bron: 1 for a in catalogue.adviezen}
    return AdviezenView(
        groepen=tuple(group for group in found if group.adviezen),
        facetten=_facets(catalogue),
        bronnen=tuple(_source_link(catalogue, id_) for id_ in sources),
        telling=words.count(len(catalogue.adviezen), "aanbeveling", "aanbevelingen"),
    )


def _group(catalogue: Catalogue, id_: str, label: str, note: str, explain: Explain) -> AdviesGroep:
    first = [a for a in catalogue.adviezen if next(iter(a.aanbeveling.aan), "") == id_]
    also = [a for a in catalogue.adviezen if id_ in a.aanbeveling.aan[1:]]
    return AdviesGroep(id_ or "iedereen", label, note, tuple(advies(catalogue, a, explain) for a in first), len(also))


def _facets(catalogue: Catalogue) -> tuple[Facet, ...]:
    given = [a.aanbeveling for a in catalogue.adviezen]
    names = {id_: b.label for id_, b in catalogue.bestemmelingen.items()}
    domains = {id_: d.label for id_, d in catalogue.domeinen.items()}
    return (
        Facet("aan", "Voor wie", _values(names, [a.aan for a in given])),
        Facet("domein", "Domein", _values(domains, [a.domeinen for a in given])),
    )


def _values(labels: Mapping[str, str], chosen: Iterable[tuple[str, ...]]) -> tuple[Waarde, ...]:
    ids = [id_ for each in chosen for id_ in each]
    return tuple(Waarde(id_, label, ids.count(id_), "", "") for id_, label in labels.items() if id_ in ids)


# Publications


def source_pages(catalogue: Catalogue) -> Iterator[tuple[str, BronView]]:
    """Yield the address and view of every publication."""
    for id_ in catalogue.bronnen:
        yield f"bronnen/{id_}/", bron(catalogue, id_)


def bron(catalogue: Catalogue, id_: str) -> BronView:
    """Return the page of publication *id_*."""
    source, explain = catalogue.bronnen[id_], Explainer(catalogue, linked(ROOT))
    practices = [p for p in catalogue.praktijken if p.fiche.bron and p.fiche.bron.publicatie == id_]
    advice = sum(a.bron == id_ for a in catalogue.adviezen)
    return BronView(
        titel=source.titel,
        taal=foreign(catalogue, source.taal),
        soort=words.BRONNEN[source.soort],
        uitgevers=tuple(organisatie_link(catalogue, name) for name in source.uitgevers),
        jaar=str(source.jaar or source.toelichting_jaar or ""),
        url=source.url or "",
        reikwijdte=explain.text(source.reikwijdte or ""),
        methode=explain.text(source.methode or ""),
        html=explain.html(markup.to_page(catalogue.bronteksten[id_], ROOT)),
        cijfers=tuple(cijfer_regel(c) for c in source.cijfers),
        grafieken=tuple(grafieken(source)),
        adviezen=Link(words.count(advice, "aanbeveling", "aanbevelingen"), "aanbevelingen/") if advice else None,
        kaarten=tuple(kaarten(catalogue)[p.slug] for p in practices),
        telling=words.fiches(len(practices)),
    )


def grafieken(source: Bron) -> Iterator[Grafiek]:
    """Yield the charts of *source*: bars as long as their share of the longest, percentages as theirs of 100."""
    for series in source.grafieken:
        whole = Decimal(100 if series.eenheid.startswith("%") else 0)
        top = max(whole, *(point.waarde for point in series.waarden)) or Decimal(1)
        bars = (Staaf(p.label, _value(series, p.waarde), f"{100 * p.waarde / top:.2f}") for p in series.waarden)
        yield Grafiek(series.titel, series.eenheid, tuple(bars), series.toelichting or "", series.bron)


def _value(series: Reeks, value: Decimal) -> str:
    if series.eenheid.startswith("%"):
        return f"{words.number(value)}{words.NBSP}%"
    return words.euro(value) if series.eenheid == "euro" else words.number(value)


def _source_link(catalogue: Catalogue, id_: str) -> Link:
    source = catalogue.bronnen[id_]
    return Link(source.titel, f"bronnen/{id_}/", taal=foreign(catalogue, source.taal))


# Organisations


@lru_cache(maxsize=1)
def organisation_pages(catalogue: Catalogue) -> tuple[tuple[str, OrganisatieView], ...]:
    """Return the address and view of every organisation of the register that leads, joins, helps or is described.

    Made once for a catalogue: the pages, their index and the guide's register need them.
    """
    roles = _Roles(catalogue)
    views = (_organisation(catalogue, name, each, roles) for name, each in catalogue.organisaties.items())
    return tuple(
        (f"organisaties/{slugify(view.naam)}/", view)
        for view in views
        if view.trekt or view.werkt_mee or view.helpt or view.uitgaven or view.omschrijving
    )


class _Roles:
    """What every organisation does, by its name in the register."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.leads: dict[str, dict[str, int]] = {}
        self.joins: dict[str, dict[str, int]] = {}
        self.helps: dict[str, list[Link]] = {}
        self.publishes: dict[str, list[Link]] = {}
        for practice in catalogue.praktijken:
            for roles, names in ((self.leads, practice.fiche.trekker), (self.joins, practice.fiche.partners)):
                for name in names:
                    roles.setdefault(canonical(catalogue, name), {})[practice.slug] = 1
        for id_, domain in catalogue.domeinen.items():
            for support in domain.ondersteuning:
                link = Link(domain.label, f"domeinen/{id_}/", toelichting=support.waarvoor)
                self.helps.setdefault(canonical(catalogue, support.organisatie), []).append(link)
        for id_, source in catalogue.bronnen.items():
            for name in source.uitgevers:
                link = _source_link(catalogue, id_)
                self.publishes.setdefault(canonical(catalogue, name), []).append(link)


def _organisation(catalogue: Catalogue, name: str, organisation: Organisatie, roles: _Roles) -> OrganisatieView:
    leads, cards = roles.leads.get(name, {}), kaarten(catalogue)
    return OrganisatieView(
        naam=name,
        taal=foreign(catalogue, organisation.taal),
        soort=words.ORGANISATIE[organisation.soort],
        ook=organisation.ook,
        diensten=organisation.diensten,
        website=organisation.website or "",
        omschrijving=Explainer(catalogue, linked(ROOT)).text(organisation.omschrijving or ""),
        helpt=tuple(roles.helps.get(name, ())),
        uitgaven=tuple(roles.publishes.get(name, ())),
        trekt=tuple(cards[slug] for slug in leads),
        werkt_mee=tuple(cards[slug] for slug in roles.joins.get(name, {}) if slug not in leads),
    )


def index_pages(catalogue: Catalogue) -> Iterator[tuple[str, IndexView]]:
    """Yield the address and view of the pages that list all publications and all organisations that have a page."""
    if catalogue.bronnen:
        groups = (_publications(catalogue),)
        yield "bronnen/", IndexView("Bronnen", "Waar de feiten in de fiches vandaan komen.", groups)
    if catalogue.organisaties:
        yield "organisaties/", _organisations(catalogue)


def _publications(catalogue: Catalogue) -> IndexGroep:
    used = [p.fiche.bron.publicatie for p in catalogue.praktijken if p.fiche.bron]
    rows = [
        Telling(s.titel, f"bronnen/{id_}/", used.count(id_), _about(s), foreign(catalogue, s.taal))
        for id_, s in catalogue.bronnen.items()
    ]
    return IndexGroep("", "", tuple(sorted(rows, key=lambda row: -row.aantal)))


def _about(source: Bron) -> str:
    kind = f"{words.BRONNEN[source.soort]} {source.jaar or ''}".strip().capitalize()
    return f"{kind} van {words.listed(source.uitgevers)}" if source.uitgevers else kind


def _organisations(catalogue: Catalogue) -> IndexView:
    rows: dict[OrganisatieSoort, list[Telling]] = {kind: [] for kind in OrganisatieSoort}
    for address, view in organisation_pages(catalogue):
        amount = len(view.trekt) + len(view.werkt_mee)
        note = "" if amount else "gaf een bron uit" if view.uitgaven else "ondersteunt gemeenten" if view.helpt else ""
        rows[catalogue.organisaties[view.naam].soort].append(Telling(view.naam, address, amount, note, view.taal))
    groups = (
        IndexGroep(words.ORGANISATIES[kind], "", tuple(sorted(found, key=lambda row: alphabetical(row.naam))))
        for kind, found in rows.items()
        if found
    )
    return IndexView("Organisaties", "Wie de praktijken trok of eraan meewerkte.", tuple(groups))


# The glossary


def woordenlijst(catalogue: Catalogue) -> WoordenlijstView:
    """Return the page of all terms, by letter."""
    letters: dict[str, list[TermRegel]] = {}
    for key, term in sorted(catalogue.termen.items(), key=lambda item: alphabetical(item[0])):
        letters.setdefault(slugify(key)[:1].upper(), []).append(_term(key, term))
    total = words.count(len(catalogue.termen), "woord", "woorden")
    return WoordenlijstView(tuple(Letter(letter, tuple(found)) for letter, found in letters.items()), total)


def _term(key: str, term: Term) -> TermRegel:
    other = tuple(word for word in term.ook if not _inflected(key, word))
    return TermRegel(anchor(key), key, term.voluit or "", term.uitleg, other)


def _inflected(key: str, word: str) -> bool:
    """Return whether *word* is only another form of *key*, such as a plural: a reader needs no telling."""
    stem = key.casefold() if len(key) < 6 else key.casefold()[:-2]
    return word.casefold().startswith(stem) and len(word) <= len(key) + 3
