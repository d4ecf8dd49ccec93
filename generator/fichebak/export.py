"""The data that leaves the catalogue: the compact files behind the filters, the distances, the search and the form."""

from datetime import date

from fichebak import tidy
from fichebak.blocks import blocks
from fichebak.facets import facetwaarden
from fichebak.fiche import Fiche
from fichebak.form import form
from fichebak.land import land
from fichebak.lexicon import lexicon
from fichebak.output import Output, as_json
from fichebak.present import completeness, kaarten
from fichebak.register import Gemeente, Register, alphabetical, former_names
from fichebak.resolve import Catalogue, Praktijk
from fichebak.suggestions import suggestions


def export(catalogue: Catalogue, belgium: Register, today: date) -> tuple[Output, ...]:
    """Return the data files of the site as on *today*."""
    known = lexicon(catalogue)
    values = facetwaarden(catalogue, today)
    lines = [{**_line(catalogue, p), **values[p.slug]} for p in _page_order(catalogue)]
    vocabulary = {"fiches": len(known.fiches), "words": known.woorden, "aside": known.bijzaak, "places": known.plaatsen}
    return (
        Output("data/fiches.json", as_json({"fiches": lines})),
        Output("data/formulier.json", as_json(form(catalogue, belgium))),
        Output("data/gemeenten.json", as_json(_towns(catalogue, belgium))),
        Output("data/suggesties.json", as_json(suggestions(catalogue))),
        Output("data/woorden.json", as_json(vocabulary)),
        *(Output(f"data/fiches/{p.slug}.json", as_json(_source(p))) for p in catalogue.praktijken),
    )


def _page_order(catalogue: Catalogue) -> list[Praktijk]:
    place = {id_: position for position, id_ in enumerate(catalogue.domeinen)}
    return sorted(catalogue.praktijken, key=lambda p: place[p.hoofddomein])


def _line(catalogue: Catalogue, practice: Praktijk) -> dict[str, object]:
    """Return what a list is sorted by, and the language of the title when that is not the catalogue's."""
    fiche, language = practice.fiche, kaarten(catalogue)[practice.slug].taal
    start = fiche.periode.start if fiche.periode else None
    return {
        "slug": practice.slug, "titel": fiche.titel, "start": str(start or ""), "ingevuld": completeness(fiche),
        **({"taal": language} if language else {}),
    }  # fmt: skip


def _towns(catalogue: Catalogue, belgium: Register) -> dict[str, object]:
    """Return every municipality of today with its names, place and number of fiches, and the names of the provinces."""
    counts = {town.refnis: len(practices) for town, practices in catalogue.gemeenten().items()}
    towns = [_town(town, counts.get(town.refnis, 0)) for town in belgium.gemeenten]
    areas = sorted({town.provincie for town in belgium.gemeenten}, key=lambda area: alphabetical(area.naam))
    return {"gemeenten": towns, "provincies": {area.slug: area.volledig for area in areas}}


def _town(town: Gemeente, fiches: int) -> dict[str, object]:
    french = [town.naam_fr] if town.naam_fr != town.naam else []
    place = land().plekken[town.refnis]
    return {
        "slug": town.slug, "naam": town.naam, "ook": [*french, *town.postcodes],
        "vroeger": former_names(town), "provincie": town.provincie.slug,
        "lat": place.lat, "lon": place.lon, "fiches": fiches,
    }  # fmt: skip


def _source(practice: Praktijk) -> dict[str, object]:
    """Return what the form needs to correct a fiche: its file, what it says, and the lines of each of its keys."""
    return {
        "bestand": practice.file, "tekst": practice.tekst, "gegevens": tidy.in_order(practice.gegevens, Fiche),
        "lichaam": practice.body,
        "blokken": [{"sleutel": each.key, "van": each.start, "tot": each.end} for each in blocks(practice.tekst)],
    }  # fmt: skip
