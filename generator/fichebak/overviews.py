"""Views of many fiches at once: the home page, the catalogue, the pages of facets and what stands around them."""

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from fichebak import markup, paper, words
from fichebak.feeds import feed_of
from fichebak.glossary import Explainer, linked
from fichebak.land import land
from fichebak.model import Pagina
from fichebak.present import FORM, RUBRIEKEN, Setting, advies, domein_tab, kaarten, organisatie_link, pdf_link
from fichebak.problems import Problem, problem
from fichebak.register import Gemeente, Provincie, alphabetical
from fichebak.repository import forge
from fichebak.resolve import Catalogue, Praktijk
from fichebak.signposts import OPENSEARCH
from fichebak.validate import Entry
from fichebak.views import (
    DomeinTab,
    FacetView,
    Groep,
    IndexGroep,
    IndexView,
    Kaart,
    KeuzeView,
    Landkaart,
    Link,
    SiteView,
    Stip,
    TekstView,
    Telling,
    ThuisView,
    Vak,
)

NEWEST = 3
MOST_COMPLETE = 4
BUSIEST = 9
LINES_AT_MOST = 40
FICHES_A_LINE = 5
DOT = 9  # radius of the dot of one fiche, in units of the map

NAVIGATION = (
    Link("Praktijken", "praktijken/"),
    Link("Domeinen", "domeinen/"),
    Link("Gemeenten", "gemeenten/"),
    Link("Aanbevelingen", "aanbevelingen/"),
    Link("Over", "over/"),
)


def site(catalogue: Catalogue, setting: Setting) -> SiteView:
    """Return what every page knows."""
    settings = catalogue.instellingen
    pages = tuple(Link(page.titel, f"{id_}/") for id_, (page, _) in catalogue.paginas.items())
    known = {page.adres for page in pages} | {"praktijken/", "domeinen/", "gemeenten/"}
    known |= {"aanbevelingen/"} if catalogue.adviezen else set()
    return SiteView(
        titel=settings.titel,
        ondertitel=settings.ondertitel or "",
        uitgever=settings.uitgever or "",
        taal=settings.taal,
        licentie=settings.licentie,
        licentie_url=settings.licentie_url or "",
        repository=settings.repository or "",
        forge=forge(settings),
        mailbox=settings.mailbox or "",
        navigatie=tuple(link for link in NAVIGATION if link.adres in known),
        naslag=tuple(_naslag(catalogue)),
        paginas=pages,
        toevoegen=Link("Voeg een fiche toe", FORM) if catalogue.domeinen else None,
        zoekmachine=Link(settings.titel, OPENSEARCH) if settings.basis else None,
        gids=pdf_link(setting, "De hele gids als pdf", paper.GUIDE),
        fiches=len(catalogue.praktijken),
    )


def _naslag(catalogue: Catalogue) -> Iterator[Link]:
    if catalogue.organisaties:
        yield Link("Organisaties", "organisaties/")
    if catalogue.adviezen:
        yield Link("Aanbevelingen", "aanbevelingen/")
    if catalogue.bronnen:
        yield Link("Bronnen", "bronnen/")
    if catalogue.termen:
        yield Link("Woordenlijst", "woordenlijst/")
    if catalogue.praktijken:
        yield Link("In cijfers", "cijfers/")


def thuis(catalogue: Catalogue) -> ThuisView:
    """Return the home page: the box, where it happened, the newest and the most complete fiches."""
    practices = catalogue.praktijken
    towns = sorted(catalogue.gemeenten().items(), key=lambda item: (-len(item[1]), alphabetical(item[0].naam)))
    by_slug = kaarten(catalogue)
    newest = _one_of_each_domain(sorted(practices, key=lambda p: (_freshness(p), p.slug), reverse=True))[:NEWEST]
    chosen = {p.slug for p in newest}
    complete = sorted((c for c in by_slug.values() if c.slug not in chosen), key=lambda c: -c.ingevuld)
    return ThuisView(
        fiches=len(practices),
        gemeenten=len(towns),
        bronnen=len({p.fiche.bron.publicatie for p in practices if p.fiche.bron}),
        vakken=tuple(_vak(catalogue, id_) for id_ in catalogue.domeinen),
        waar=tuple(Telling(t.naam, f"gemeenten/{t.slug}/", len(found)) for t, found in towns[:BUSIEST]),
        rest=max(0, len(towns) - BUSIEST),
        landkaart=landkaart(catalogue),
        nieuw=tuple(by_slug[p.slug] for p in newest),
        volledig=tuple(complete[:MOST_COMPLETE]),
        rubrieken=RUBRIEKEN,
    )


def landkaart(catalogue: Catalogue) -> Landkaart:
    """Return the map with a dot for each municipality that has fiches; small ones lie on top of large ones."""
    country = land()
    dots = [
        Stip(
            town.naam, f"gemeenten/{town.slug}/", len(found), f"{country.plekken[town.refnis].x:g}",
            f"{country.plekken[town.refnis].y:g}", f"{DOT * math.sqrt(len(found)):.1f}",
        )
        for town, found in catalogue.gemeenten().items()
    ]  # fmt: skip
    largest_first = tuple(sorted(dots, key=lambda dot: -dot.aantal))
    return Landkaart(country.viewbox, tuple(country.omtrekken.values()), largest_first)


def _one_of_each_domain(practices: list[Praktijk]) -> list[Praktijk]:
    """Return *practices* with the first of each main domain before the others, so that few show many sides."""
    first = {p.hoofddomein: p for p in reversed(practices)}
    return sorted(practices, key=lambda p: first[p.hoofddomein] is not p)


def _freshness(practice: Praktijk) -> str:
    checked = practice.fiche.laatst_nagekeken
    return checked.last().isoformat() if checked else ""


def _vak(catalogue: Catalogue, id_: str) -> Vak:
    amount = len(catalogue.bij_domein(id_))
    per_line = FICHES_A_LINE if amount > LINES_AT_MOST else 1
    lines = -(-amount // per_line)
    return Vak(domein_tab(catalogue, id_), amount, 2 * lines, per_line)


def groepen(catalogue: Catalogue) -> tuple[Groep, ...]:
    """Return every fiche as a card, under its main domain, in catalogue order."""
    cards: dict[str, list[Kaart]] = {id_: [] for id_ in catalogue.domeinen}
    for practice in catalogue.praktijken:
        cards[practice.hoofddomein].append(kaarten(catalogue)[practice.slug])
    return tuple(Groep(domein_tab(catalogue, id_), tuple(found)) for id_, found in cards.items() if found)


# The pages of facets.


def _cards(catalogue: Catalogue, practices: Iterable[Praktijk]) -> tuple[Kaart, ...]:
    return tuple(kaarten(catalogue)[practice.slug] for practice in practices)


def facet_pages(catalogue: Catalogue, setting: Setting) -> Iterator[tuple[str, FacetView]]:
    """Yield the address and view of every facet page: each value that has fiches, and every domain."""
    for id_ in catalogue.domeinen:
        yield f"domeinen/{id_}/", _domein(catalogue, id_, setting)
    for gemeente, found in catalogue.gemeenten().items():
        yield f"gemeenten/{gemeente.slug}/", _gemeente(catalogue, gemeente, found, setting)
    for provincie, found in catalogue.provincies().items():
        yield f"provincies/{provincie.slug}/", _provincie(catalogue, provincie, found)
    for id_ in catalogue.doelgroepen:
        if catalogue.bij_doelgroep(id_):
            yield f"doelgroepen/{id_}/", _doelgroep(catalogue, id_)


def keuze(catalogue: Catalogue, setting: Setting) -> KeuzeView:
    """Return what the pages of the reader's own choice start from."""
    return KeuzeView(
        " ".join(f"{old}={slug}" for old, slug in catalogue.vroegere_adressen.items()),
        tuple(link for link in _gidsen(catalogue, setting) if link),
    )


def _gidsen(catalogue: Catalogue, setting: Setting) -> Iterator[Link | None]:
    yield pdf_link(setting, "De hele gids", paper.GUIDE)
    for id_, domain in catalogue.domeinen.items():
        yield pdf_link(setting, domain.label, paper.of_domain(id_))


def _domein(catalogue: Catalogue, id_: str, setting: Setting) -> FacetView:
    domain, practices = catalogue.domeinen[id_], catalogue.bij_domein(id_)
    explain = Explainer(catalogue, linked("../../"))
    return FacetView(
        soort="Domein",
        titel=domain.label,
        klasse=f"domein-{id_}",
        kort=domain.kort or "",
        inleiding=explain.html(markup.to_page(catalogue.inleidingen[id_], "../../")),
        frans="",
        opmerkingen=(),
        boven=(Link("Alle domeinen", "domeinen/"),),
        morgen=tuple(explain.text(each) for each in domain.morgen),
        ondersteuning=tuple(organisatie_link(catalogue, o.organisatie, o.waarvoor) for o in domain.ondersteuning),
        kaarten=_cards(catalogue, practices),
        telling=words.fiches(len(practices)),
        adviezen=tuple(advies(catalogue, each, explain.text) for each in catalogue.adviezen_voor(id_)),
        filter=f"domein={id_}",
        pdf=pdf_link(setting, "Dit domein als pdf", paper.of_domain(id_)),
        feed=_feed(catalogue, "Volg dit domein", f"domeinen/{id_}/"),
    )


def _gemeente(
    catalogue: Catalogue, gemeente: Gemeente, practices: tuple[Praktijk, ...], setting: Setting
) -> FacetView:
    former = {v.vroeger: v.sinds for p in practices for v in p.gemeenten if v.vroeger and v.gemeente is gemeente}
    notes = [f"{name} is sinds {year} deel van {gemeente.naam}." for name, year in sorted(former.items())]
    area = gemeente.provincie
    return FacetView(
        soort="Gemeente",
        titel=gemeente.naam,
        klasse="",
        kort=f"Praktijken uit {gemeente.naam}, ook die van vóór een fusie.",
        inleiding="",
        frans=_french(gemeente),
        opmerkingen=tuple(notes),
        boven=(Link("Alle gemeenten", "gemeenten/"), Link(area.volledig, f"provincies/{area.slug}/")),
        kaarten=_cards(catalogue, practices),
        telling=words.fiches(len(practices)),
        filter=f"gemeente={gemeente.slug}",
        pdf=pdf_link(setting, "Deze gemeente als pdf", paper.of_town(gemeente.slug)),
        feed=_feed(catalogue, "Volg deze gemeente", f"gemeenten/{gemeente.slug}/"),
    )


def _feed(catalogue: Catalogue, words: str, page: str) -> Link | None:
    address = feed_of(catalogue, page)
    return Link(words, address) if address else None


def _provincie(catalogue: Catalogue, provincie: Provincie, practices: tuple[Praktijk, ...]) -> FacetView:
    towns = [g.naam for g in catalogue.gemeenten() if g.provincie == provincie]
    return FacetView(
        soort=provincie.soort,
        titel=provincie.naam,
        klasse="",
        kort=f"Praktijken uit {words.listed(towns)}.",
        inleiding="",
        frans="",
        opmerkingen=(),
        boven=(Link("Alle gemeenten", "gemeenten/"),),
        kaarten=_cards(catalogue, practices),
        telling=words.fiches(len(practices)),
        filter=f"provincie={provincie.slug}",
        pdf=None,
    )


def _doelgroep(catalogue: Catalogue, id_: str) -> FacetView:
    group, practices = catalogue.doelgroepen[id_], catalogue.bij_doelgroep(id_)
    return FacetView(
        soort="Doelgroep",
        titel=group.label,
        klasse="",
        kort=group.toelichting or "",
        inleiding="",
        frans="",
        opmerkingen=(),
        boven=(Link("Alle doelgroepen", "doelgroepen/"),),
        kaarten=_cards(catalogue, practices),
        telling=words.fiches(len(practices)),
        filter=f"doelgroep={id_}",
        pdf=None,
    )


def index_pages(catalogue: Catalogue) -> Iterator[tuple[str, IndexView]]:
    """Yield the address and view of the pages that list all domains, municipalities, provinces and target groups."""
    domains = [
        Telling(d.label, f"domeinen/{id_}/", len(catalogue.bij_domein(id_)), d.kort or "")
        for id_, d in catalogue.domeinen.items()
    ]
    groups = [
        Telling(g.label, f"doelgroepen/{id_}/", len(catalogue.bij_doelgroep(id_)), g.toelichting or "")
        for id_, g in catalogue.doelgroepen.items()
        if catalogue.bij_doelgroep(id_)
    ]
    areas = [Telling(p.naam, f"provincies/{p.slug}/", len(found)) for p, found in catalogue.provincies().items()]
    yield "domeinen/", _index("Domeinen", "Waarover de praktijken gaan.", domains)
    yield "doelgroepen/", _index("Doelgroepen", "Voor wie de praktijken bedoeld zijn.", groups)
    yield "provincies/", _index("Provincies", "Waar de praktijken liepen.", areas)
    where, areas_ = "Waar de praktijken liepen, per provincie.", tuple(_by_area(catalogue))
    yield "gemeenten/", IndexView("Gemeenten", where, areas_, landkaart(catalogue) if areas_ else None)


def _french(gemeente: Gemeente) -> str:
    """Return its French name, when it has another in Dutch."""
    return gemeente.naam_fr if gemeente.naam_fr != gemeente.naam else ""


def _index(title: str, short: str, found: Iterable[Telling]) -> IndexView:
    return IndexView(title, short, (IndexGroep("", "", tuple(found)),))


def _by_area(catalogue: Catalogue) -> Iterator[IndexGroep]:
    towns: Mapping[Gemeente, tuple[Praktijk, ...]] = catalogue.gemeenten()
    for area in catalogue.provincies():
        found = [
            Telling(g.naam, f"gemeenten/{g.slug}/", len(p), _french(g), taal_toelichting="fr")
            for g, p in towns.items()
            if g.provincie == area
        ]
        yield IndexGroep(area.volledig, f"provincies/{area.slug}/", tuple(found))


def text_pages(catalogue: Catalogue) -> Iterator[tuple[str, TekstView]]:
    """Yield the address and view of each page of content/pages."""
    for id_, (page, body) in catalogue.paginas.items():
        checked = f"Laatst nagekeken {words.on(page.nagekeken)}." if page.nagekeken else ""
        html = Explainer(catalogue, linked("../")).html(markup.to_page(body, "../"))
        yield f"{id_}/", TekstView(page.titel, html, checked)


def outdated(entries: Iterable[Entry], today: date) -> tuple[Problem, ...]:
    """Return a warning for each page of text that was last checked more than a year before *today*."""
    pages = [(entry, entry.model.nagekeken) for entry in entries if isinstance(entry.model, Pagina)]
    return tuple(
        problem("W004", entry.node.find(("nagekeken",)).place, field="nagekeken", datum=words.on(checked))
        for entry, checked in pages
        if checked and _a_year_after(checked.last()) < (today.year, today.month, today.day)
    )


def _a_year_after(day: date) -> tuple[int, int, int]:
    return day.year + 1, day.month, day.day


def tabs(catalogue: Catalogue) -> tuple[DomeinTab, ...]:
    """Return the tabs of all domains in catalogue order."""
    return tuple(domein_tab(catalogue, id_) for id_ in catalogue.domeinen)


def slot(catalogue: Catalogue, id_: str) -> float:
    """Return the place of a domain's tab, from 0 (left) to 1 (right): it never moves as long as its order stays."""
    last = max((d.volgorde for d in catalogue.domeinen.values()), default=1)
    return (catalogue.domeinen[id_].volgorde - 1) / max(1, last - 1)


