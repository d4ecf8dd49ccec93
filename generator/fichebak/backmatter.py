"""What surrounds the fiches in the whole guide: figures, recommendations, sources, terms and registers."""

from collections.abc import Iterable
from dataclasses import asdict

from fichebak import figures, overviews, reference, words
from fichebak.present import Setting
from fichebak.printed import Data, blocks
from fichebak.register import alphabetical, mergers
from fichebak.resolve import Catalogue

TOWNS_IN_WORDS = 5  # towns that the words of the map name


def back(catalogue: Catalogue, setting: Setting) -> Data:
    """Return what the whole guide has around its fiches: figures, recommendations, sources, glossary and registers."""
    advice, terms = reference.adviezen(catalogue, str), reference.woordenlijst(catalogue)
    return {
        "cijfers": _figures(catalogue, setting) if catalogue.praktijken else None,
        "adviezen": [asdict(group) for group in advice.groepen],
        "bronnen": [_source(catalogue, id_) for id_ in catalogue.bronnen],
        "woordenlijst": [asdict(term) for letter in terms.letters for term in letter.termen],
        "registers": registers(catalogue),
    }


def registers(catalogue: Catalogue) -> list[Data]:
    """Return the registers of municipalities, organisations and target groups; a register may be empty."""
    return [
        _register("Gemeenten", _TOWNS, _towns(catalogue)),
        _register("Organisaties", _ORGANISATIONS, _organisations(catalogue)),
        _register("Doelgroepen", _GROUPS, _groups(catalogue)),
    ]


_TOWNS = "Nederlandse en Franse namen. Een gemeente die door een fusie verdween, verwijst naar de gemeente van vandaag."
_ORGANISATIONS = "Wie een praktijk trok of eraan meewerkte, ook onder andere namen."
_GROUPS = "Voor wie de praktijken bedoeld zijn."


def _register(title: str, about: str, rows: list[Data]) -> Data:
    return {"titel": title, "uitleg": about, "rijen": sorted(rows, key=lambda row: alphabetical(row["naam"]))}


def _source(catalogue: Catalogue, id_: str) -> Data:
    """Return a publication for the guide: what its page says, the text as blocks."""
    view, source = reference.bron(catalogue, id_), catalogue.bronnen[id_]
    return {
        "titel": view.titel,
        "taal": view.taal,
        "soort": view.soort,
        "uitgevers": words.listed(source.uitgevers),
        "jaar": str(source.jaar or ""),
        "toelichting_jaar": source.toelichting_jaar or "",
        "url": view.url,
        "reikwijdte": source.reikwijdte or "",
        "methode": source.methode or "",
        "tekst": blocks(catalogue, catalogue.bronteksten[id_], f"bron {id_}"),
        "cijfers": [asdict(figure) for figure in view.cijfers],
        "grafieken": [asdict(chart) for chart in view.grafieken],
        "aantal": view.telling,
    }


def _figures(catalogue: Catalogue, setting: Setting) -> Data:
    """Return the catalogue counted: what the page of figures has, and the map when a fiche names a municipality."""
    view = figures.cijfers(catalogue, setting)
    return {
        "lead": view.lead,
        "kerncijfers": [asdict(figure) for figure in view.kerncijfers],
        "groepen": [asdict(group) for group in view.groepen],
        "matrix": asdict(view.matrix),
        "kaart": _map(catalogue) if catalogue.gemeenten() else None,
    }


def _map(catalogue: Catalogue) -> Data:
    """Return the map, with what it shows in words."""
    found = catalogue.gemeenten().items()
    amounts = sorted(((len(fiches), town.naam) for town, fiches in found), key=lambda row: -row[0])
    most = words.listed([f"{name} ({words.fiches(amount)})" for amount, name in amounts[:TOWNS_IN_WORDS]])
    named = f"{'De meeste fiches zijn van' if len(amounts) > TOWNS_IN_WORDS else 'Het gaat om'} {most}."
    return asdict(overviews.landkaart(catalogue)) | {
        "zin": f"Een stip voor elke gemeente met fiches: hoe meer fiches, hoe groter de stip. {named}",
        "alt": f"Kaart van België met een stip voor {words.count(len(amounts), 'gemeente', 'gemeenten')}. {named}",
    }


def _towns(catalogue: Catalogue) -> list[Data]:
    """Return today's municipalities with their fiches, former and French names with what became of them."""
    rows = [_row(g.naam, slugs=[p.slug for p in found]) for g, found in catalogue.gemeenten().items()]
    former: dict[tuple[str, int, str], list[str]] = {}
    for practice in catalogue.praktijken:
        for found in practice.gemeenten:
            if found.vroeger:
                former.setdefault((found.vroeger, found.sinds, found.gemeente.naam), []).append(practice.slug)
    today = {g.naam for g in catalogue.gemeenten()}
    for old, successor, year in mergers():
        if successor in today and old != successor:
            former.setdefault((old, year, successor), [])
    rows += [_row(old, f"sinds {year} deel van {new}", slugs) for (old, year, new), slugs in former.items()]
    french = ((g.naam_fr, g.naam) for g in catalogue.gemeenten() if g.naam_fr != g.naam)
    return rows + [_row(fr, f"zie {nl}", taal="fr") for fr, nl in french]


def _organisations(catalogue: Catalogue) -> list[Data]:
    """Return the organisations with the fiches they lead or join, and other names that stand elsewhere in the list."""
    rows = []
    for _, view in reference.organisation_pages(catalogue):
        slugs = [card.slug for card in (*view.trekt, *view.werkt_mee)]
        if slugs:
            others = [name for name in view.ook if name[:4].casefold() != view.naam[:4].casefold()]
            rows.append(_row(view.naam, slugs=slugs, taal=view.taal))
            rows += [_row(name, f"zie {view.naam}", taal=view.taal) for name in others]
    return rows


def _groups(catalogue: Catalogue) -> list[Data]:
    found = ((group.label, catalogue.bij_doelgroep(id_)) for id_, group in catalogue.doelgroepen.items())
    return [_row(label, slugs=[p.slug for p in practices]) for label, practices in found if practices]


def _row(name: str, see: str = "", slugs: Iterable[str] = (), taal: str = "") -> Data:
    return {"naam": name, "zie": see, "slugs": list(slugs), "taal": taal}
