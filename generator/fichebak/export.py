"""The data that leaves the catalogue: for now the compact files behind the filters, the search and its field."""

from fichebak.lexicon import lexicon
from fichebak.output import Output, as_json
from fichebak.resolve import Catalogue, Praktijk
from fichebak.suggestions import suggestions


def export(catalogue: Catalogue) -> tuple[Output, ...]:
    """Return the data files of the site."""
    known = lexicon(catalogue)
    return (
        Output("data/fiches.json", as_json({"fiches": [_facets(p) for p in _page_order(catalogue)]})),
        Output("data/woorden.json", as_json({"fiches": len(known.fiches), "words": known.woorden})),
        Output("data/suggesties.json", as_json(suggestions(catalogue))),
    )


def _page_order(catalogue: Catalogue) -> list[Praktijk]:
    place = {id_: position for position, id_ in enumerate(catalogue.domeinen)}
    return sorted(catalogue.praktijken, key=lambda p: place[p.hoofddomein])


def _facets(practice: Praktijk) -> dict[str, object]:
    fiche = practice.fiche
    start = fiche.periode.start if fiche.periode else None
    return {
        "slug": practice.slug,
        "titel": fiche.titel,
        "start": str(start or ""),
        "domein": fiche.domeinen,
        "gemeente": [g.slug for g in practice.vandaag],
        "doelgroep": fiche.doelgroepen,
    }
