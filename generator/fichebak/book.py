"""What the printed guide gets: plain data made of the same views as the site, with the text as blocks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from fichebak import markup, overviews, words
from fichebak.present import Setting, domein_tab, fiche_view, waar
from fichebak.resolve import Catalogue, Praktijk, related

Data = dict[str, Any]


def whole(catalogue: Catalogue, setting: Setting, colours: Sequence[Mapping[str, str]]) -> Data:
    """Return the whole guide: a chapter per domain that has fiches, each fiche under its main domain."""
    chapters = [_chapter(catalogue, id_, setting, colours, all_of_it=False) for id_ in catalogue.domeinen]
    kept = [chapter for chapter in chapters if chapter["fiches"] or chapter["ook"]]
    return _frame(catalogue, setting, "gids", catalogue.instellingen.gids.titel, kept) | {
        "gemeenten": _towns(catalogue)
    }


def of_domain(catalogue: Catalogue, id_: str, setting: Setting, colours: Sequence[Mapping[str, str]]) -> Data:
    """Return the guide of one domain, with every fiche that belongs to it."""
    chapter = _chapter(catalogue, id_, setting, colours, all_of_it=True)
    return _frame(catalogue, setting, "domein", catalogue.domeinen[id_].label, [chapter])


def of_practice(
    catalogue: Catalogue, practice: Praktijk, setting: Setting, colours: Sequence[Mapping[str, str]]
) -> Data:
    """Return the fact sheet of one fiche."""
    chapter = _empty_chapter(catalogue, practice.hoofddomein, colours) | {
        "fiches": _fiches(catalogue, [practice], setting)
    }
    return _frame(catalogue, setting, "fiche", practice.fiche.titel, [chapter])


def _frame(catalogue: Catalogue, setting: Setting, kind: str, title: str, chapters: list[Data]) -> Data:
    settings, today = catalogue.instellingen, setting.today
    return {
        "soort": kind,
        "titel": title,
        "ondertitel": settings.gids.ondertitel or "",
        "catalogus": settings.titel,
        "uitgever": settings.uitgever or "",
        "licentie": settings.licentie,
        "adres": settings.base_url or "",
        "taal": settings.taal,
        "datum": words.full_day(today),
        "dag": [today.year, today.month, today.day],
        "hoofdstukken": chapters,
        "gemeenten": [],
    }


def _empty_chapter(catalogue: Catalogue, id_: str, colours: Sequence[Mapping[str, str]]) -> Data:
    domain = catalogue.domeinen[id_]
    return {
        "id": id_,
        "label": domain.label,
        "kort": domain.kort or "",
        "kleur": dict(colours[(domain.volgorde - 1) % len(colours)]),
        "slot": overviews.slot(catalogue, id_),
        "inleiding": [],
        "fiches": [],
        "ook": [],
        "aantal": len(catalogue.bij_domein(id_)),
    }


def _chapter(
    catalogue: Catalogue, id_: str, setting: Setting, colours: Sequence[Mapping[str, str]], *, all_of_it: bool
) -> Data:
    practices = catalogue.bij_domein(id_)
    inside = [p for p in practices if all_of_it or p.hoofddomein == id_]
    also = [p for p in practices if p not in inside]
    return _empty_chapter(catalogue, id_, colours) | {
        "inleiding": markup.to_data(catalogue.inleidingen[id_]),
        "fiches": _fiches(catalogue, inside, setting),
        "ook": [{"slug": p.slug, "titel": p.fiche.titel, "waar": waar(p)} for p in also],
    }


def _fiches(catalogue: Catalogue, practices: Iterable[Praktijk], setting: Setting) -> list[Data]:
    near = related(catalogue)
    return [_fiche(catalogue, practice, near[practice.slug], setting) for practice in practices]


def _fiche(catalogue: Catalogue, practice: Praktijk, others: Iterable[Praktijk], setting: Setting) -> Data:
    view = asdict(fiche_view(catalogue, practice, others, setting))
    base = (catalogue.instellingen.base_url or "").rstrip("/")
    del view["zoekwoorden"]
    return view | {
        "delen": _parts(markup.to_data(practice.body)),
        "webadres": f"{base}/{view['kaart']['adres']}" if base else "",
        "domein_label": domein_tab(catalogue, practice.hoofddomein).label,
    }


def _parts(blocks: list[Data]) -> list[Data]:
    parts: list[Data] = []
    for block in blocks:
        if block["t"] == "h2" or not parts:
            parts.append({"kop": block["c"] if block["t"] == "h2" else [], "blokken": []})
        if block["t"] != "h2":
            parts[-1]["blokken"].append(block)
    return parts


def _towns(catalogue: Catalogue) -> list[Data]:
    """Return the register of municipalities: today's names with their fiches, former names with what became of them."""
    rows = [
        {"naam": g.naam, "zie": "", "slugs": [p.slug for p in found]} for g, found in catalogue.gemeenten().items()
    ]
    former = {(v.vroeger, v.sinds, v.gemeente.naam) for p in catalogue.praktijken for v in p.gemeenten if v.vroeger}
    rows += [
        {"naam": old, "zie": f"sinds {year} deel van {today}", "slugs": []} for old, year, today in sorted(former)
    ]
    french = ((g.naam_fr, g.naam) for g in catalogue.gemeenten() if g.naam_fr != g.naam)
    rows += [{"naam": fr, "zie": f"zie {nl}", "slugs": []} for fr, nl in french]
    return sorted(rows, key=lambda row: row["naam"].casefold())
