"""What the search field can suggest while someone types: every thing that has a page or a place on one, by kind."""

from collections.abc import Iterator, Mapping

from fichebak import present
from fichebak.glossary import anchor
from fichebak.reference import organisation_pages
from fichebak.register import alphabetical, former_names
from fichebak.resolve import Catalogue, Praktijk

Suggestion = Mapping[str, object]
"""`naam` and `adres`; where they say something `bij` (shown beside it), `ook` (other names), `aantal` (of fiches),
`klasse` (the tab of a domain) and `taal` (when not the catalogue's)."""


def suggestions(catalogue: Catalogue) -> Mapping[str, tuple[Suggestion, ...]]:
    """Return everything that can be suggested, by kind, each in the order of its own page."""
    return {
        "domein": tuple(_domeinen(catalogue)),
        "gemeente": tuple(_gemeenten(catalogue)),
        "provincie": tuple(
            _suggestion(p.naam, f"provincies/{p.slug}/", aantal=len(found))
            for p, found in catalogue.provincies().items()
        ),
        "doelgroep": tuple(_doelgroepen(catalogue)),
        "fiche": tuple(_fiche(catalogue, practice) for practice in catalogue.praktijken),
        "organisatie": tuple(_organisaties(catalogue)),
        "aanbeveling": tuple(
            _suggestion(a.aanbeveling.tekst, f"aanbevelingen/#{a.bron}.{a.id}") for a in catalogue.adviezen
        ),
        "woord": tuple(
            _suggestion(key, f"woordenlijst/#{anchor(key)}", bij=term.voluit or "", ook=term.ook)
            for key, term in sorted(catalogue.termen.items(), key=lambda item: alphabetical(item[0]))
        ),
    }


def _suggestion(naam: str, adres: str, **more: object) -> Suggestion:
    """Return a suggestion without what is empty; a number says something also when it is 0."""
    return {"naam": naam, "adres": adres} | {key: value for key, value in more.items() if value not in ("", ())}


def _domeinen(catalogue: Catalogue) -> Iterator[Suggestion]:
    for id_ in catalogue.domeinen:
        tab = present.domein_tab(catalogue, id_)
        yield _suggestion(tab.label, tab.adres, aantal=len(catalogue.bij_domein(id_)), klasse=tab.klasse)


def _gemeenten(catalogue: Catalogue) -> Iterator[Suggestion]:
    for gemeente, found in catalogue.gemeenten().items():
        names = (gemeente.naam_fr, *former_names(gemeente), *gemeente.postcodes)
        ook = tuple(name for name in dict.fromkeys(names) if name != gemeente.naam)
        yield _suggestion(gemeente.naam, f"gemeenten/{gemeente.slug}/", aantal=len(found), ook=ook)


def _doelgroepen(catalogue: Catalogue) -> Iterator[Suggestion]:
    for id_, group in catalogue.doelgroepen.items():
        if found := catalogue.bij_doelgroep(id_):
            yield _suggestion(group.label, f"doelgroepen/{id_}/", aantal=len(found))


def _fiche(catalogue: Catalogue, practice: Praktijk) -> Suggestion:
    card = present.kaarten(catalogue)[practice.slug]
    towns = dict.fromkeys(name for v in practice.gemeenten for name in (v.naam, v.gemeente.naam))
    ook = (*practice.fiche.trefwoorden, *(name for name in towns if name not in card.waar))
    return _suggestion(card.titel, card.adres, bij=card.waar, ook=ook, taal=card.taal)


def _organisaties(catalogue: Catalogue) -> Iterator[Suggestion]:
    for address, view in organisation_pages(catalogue):
        amount = len(view.trekt) + len(view.werkt_mee)
        yield _suggestion(view.naam, address, aantal=amount or "", ook=(*view.ook, *view.diensten), taal=view.taal)
