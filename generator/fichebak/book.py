"""What the printed guide gets: plain data made of the same views as the site, with the text as blocks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from fichebak import markup, overviews, words
from fichebak.present import Setting, domein_tab, fiche_view, waar
from fichebak.register import alphabetical
from fichebak.related import related
from fichebak.resolve import Catalogue, Praktijk

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Desk:
    """What every book is made from: the catalogue, the day, the domains' colours by order, and the fiches by slug."""

    catalogue: Catalogue
    setting: Setting
    colours: Sequence[Mapping[str, str]]
    fiches: Mapping[str, Data]


def desk(catalogue: Catalogue, setting: Setting, colours: Sequence[Mapping[str, str]]) -> Desk:
    """Return the desk for *catalogue*: each fiche is made ready once, for it stands in up to five books."""
    near = related(catalogue)
    fiches = {p.slug: _fiche(catalogue, p, near[p.slug], setting) for p in catalogue.praktijken}
    return Desk(catalogue, setting, colours, fiches)


def whole(desk: Desk) -> Data:
    """Return the whole guide: a chapter per domain that has fiches, each fiche under its main domain."""
    chapters = [_chapter(desk, id_, all_of_it=False) for id_ in desk.catalogue.domeinen]
    kept = [chapter for chapter in chapters if chapter["fiches"] or chapter["ook"]]
    title = desk.catalogue.instellingen.gids.titel
    return _frame(desk, "gids", title, kept) | {"gemeenten": _towns(desk.catalogue)}


def of_domain(desk: Desk, id_: str) -> Data:
    """Return the guide of one domain, with every fiche that belongs to it."""
    return _frame(desk, "domein", desk.catalogue.domeinen[id_].label, [_chapter(desk, id_, all_of_it=True)])


def of_practice(desk: Desk, practice: Praktijk) -> Data:
    """Return the fact sheet of one fiche."""
    chapter = _empty_chapter(desk, practice.hoofddomein) | {"fiches": [desk.fiches[practice.slug]]}
    return _frame(desk, "fiche", practice.fiche.titel, [chapter])


def _frame(desk: Desk, kind: str, title: str, chapters: list[Data]) -> Data:
    settings, today = desk.catalogue.instellingen, desk.setting.today
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


def _empty_chapter(desk: Desk, id_: str) -> Data:
    domain = desk.catalogue.domeinen[id_]
    return {
        "id": id_,
        "label": domain.label,
        "kort": domain.kort or "",
        "kleur": dict(desk.colours[(domain.volgorde - 1) % len(desk.colours)]),
        "slot": overviews.slot(desk.catalogue, id_),
        "inleiding": [],
        "fiches": [],
        "ook": [],
        "aantal": len(desk.catalogue.bij_domein(id_)),
    }


def _chapter(desk: Desk, id_: str, *, all_of_it: bool) -> Data:
    practices = desk.catalogue.bij_domein(id_)
    inside = [p for p in practices if all_of_it or p.hoofddomein == id_]
    also = [p for p in practices if p not in inside]
    return _empty_chapter(desk, id_) | {
        "inleiding": markup.to_data(desk.catalogue.inleidingen[id_]),
        "fiches": [desk.fiches[practice.slug] for practice in inside],
        "ook": [{"slug": p.slug, "titel": p.fiche.titel, "waar": waar(p)} for p in also],
    }


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
    former: dict[tuple[str, int, str], list[str]] = {}
    for practice in catalogue.praktijken:
        for found in practice.gemeenten:
            if found.vroeger:
                former.setdefault((found.vroeger, found.sinds, found.gemeente.naam), []).append(practice.slug)
    rows += [
        {"naam": old, "zie": f"sinds {year} deel van {today}", "slugs": slugs}
        for (old, year, today), slugs in former.items()
    ]
    french = ((g.naam_fr, g.naam) for g in catalogue.gemeenten() if g.naam_fr != g.naam)
    rows += [{"naam": fr, "zie": f"zie {nl}", "slugs": []} for fr, nl in french]
    return sorted(rows, key=lambda row: alphabetical(row["naam"]))
