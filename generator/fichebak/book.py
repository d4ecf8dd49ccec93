"""What the printed guide gets: plain data made of the same views as the site, with the text as blocks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from fichebak import markup, overviews, reference, words
from fichebak.glossary import Explainer, definition
from fichebak.present import Setting, advies, domein_tab, fiche_view, waar
from fichebak.register import alphabetical, mergers
from fichebak.related import Verwant, related
from fichebak.resolve import Catalogue, Praktijk

Data = dict[str, Any]
RELATED_IN_PRINT = 3  # its column has room for no more


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
    fiches = {p.slug: _fiche(catalogue, p, near[p.slug][:RELATED_IN_PRINT], setting) for p in catalogue.praktijken}
    return Desk(catalogue, setting, colours, fiches)


def whole(desk: Desk) -> Data:
    """Return the whole guide: a chapter per domain that has fiches, each fiche under its main domain."""
    chapters = [_chapter(desk, id_, all_of_it=False) for id_ in desk.catalogue.domeinen]
    kept = [chapter for chapter in chapters if chapter["fiches"] or chapter["ook"]]
    title = desk.catalogue.instellingen.gids.titel
    return _frame(desk, "gids", title, kept) | _back(desk.catalogue)


def _back(catalogue: Catalogue) -> Data:
    """Return the back of the whole guide: recommendations, sources, glossary and registers."""
    advice, terms = reference.adviezen(catalogue, str), reference.woordenlijst(catalogue)
    return {
        "adviezen": [asdict(group) for group in advice.groepen],
        "bronnen": [_source(catalogue, id_) for id_ in catalogue.bronnen],
        "woordenlijst": [asdict(term) for letter in terms.letters for term in letter.termen],
        "registers": [
            _register("Gemeenten", _TOWNS, _towns(catalogue)),
            _register("Organisaties", _ORGANISATIONS, _organisations(catalogue)),
            _register("Doelgroepen", _GROUPS, _groups(catalogue)),
        ],
    }


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
        "soort": view.soort,
        "uitgevers": words.listed(source.uitgevers),
        "jaar": str(source.jaar or ""),
        "toelichting_jaar": source.toelichting_jaar or "",
        "url": view.url,
        "reikwijdte": source.reikwijdte or "",
        "methode": source.methode or "",
        "tekst": _blocks(catalogue, catalogue.bronteksten[id_], f"bron {id_}"),
        "cijfers": [asdict(figure) for figure in view.cijfers],
        "grafieken": [asdict(chart) for chart in view.grafieken],
        "aantal": view.telling,
    }


def of_domain(desk: Desk, id_: str) -> Data:
    """Return the guide of one domain, with every fiche and recommendation that belongs to it."""
    catalogue, label = desk.catalogue, desk.catalogue.domeinen[id_].label
    advice = [asdict(advies(catalogue, each, str)) for each in catalogue.adviezen_voor(id_)]
    group = {"kop": f"Over {label.lower()}", "toelichting": "", "adviezen": advice}
    book = _frame(desk, "domein", label, [_chapter(desk, id_, all_of_it=True)])
    return book | {"adviezen": [group] if advice else []}


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
        "adviezen": [],
        "bronnen": [],
        "woordenlijst": [],
        "registers": [],
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
        "morgen": [],
        "ondersteuning": [],
        "fiches": [],
        "ook": [],
        "aantal": len(desk.catalogue.bij_domein(id_)),
    }


def _chapter(desk: Desk, id_: str, *, all_of_it: bool) -> Data:
    practices = desk.catalogue.bij_domein(id_)
    inside = [p for p in practices if all_of_it or p.hoofddomein == id_]
    also = [p for p in practices if p not in inside]
    return _empty_chapter(desk, id_) | {
        "inleiding": _blocks(desk.catalogue, desk.catalogue.inleidingen[id_], f"domein {id_}"),
        "morgen": list(desk.catalogue.domeinen[id_].morgen),
        "ondersteuning": [o.model_dump() for o in desk.catalogue.domeinen[id_].ondersteuning],
        "fiches": [desk.fiches[practice.slug] for practice in inside],
        "ook": [{"slug": p.slug, "titel": p.fiche.titel, "waar": waar(p)} for p in also],
    }


def _fiche(catalogue: Catalogue, practice: Praktijk, others: Iterable[Verwant], setting: Setting) -> Data:
    view = asdict(fiche_view(catalogue, practice, others, setting))
    base = (catalogue.instellingen.base_url or "").rstrip("/")
    del view["zoekwoorden"], view["lead"], view["adviezen"]
    return view | {
        "delen": _parts(_blocks(catalogue, practice.body, f"praktijk {practice.slug}")),
        "lessen": practice.fiche.lessen,
        "randvoorwaarden": practice.fiche.randvoorwaarden,
        "links": [link | {"getoond": _shown(link["adres"])} for link in view["links"]],
        "webadres": f"{base}/{view['kaart']['adres']}" if base else "",
        "domein_label": domein_tab(catalogue, practice.hoofddomein).label,
    }


def _shown(address: str) -> str:
    """Return *address* as paper shows it: without its scheme, and a name with accents as people know it."""
    host, slash, rest = re.sub(r"^https?://(?:www\.)?", "", address).partition("/")
    with suppress(UnicodeError):
        host = host.encode("ascii").decode("idna")
    return f"{host}{slash}{rest}".removesuffix("#/").rstrip("/")


def _blocks(catalogue: Catalogue, body: str, of: str) -> list[Data]:
    """Return *body*, the text *of* one thing, as data: terms marked with their name, images by their number."""
    html = Explainer(catalogue, definition).html(markup.to_html(body, ""))
    images = {raw.file.removeprefix("content/"): str(number) for number, raw in enumerate(catalogue.beelden)}
    return markup.to_data(html, of, images)


def _parts(blocks: list[Data]) -> list[Data]:
    parts: list[Data] = []
    for block in blocks:
        if block["t"] == "h2" or not parts:
            parts.append({"kop": block["c"] if block["t"] == "h2" else [], "blokken": []})
        if block["t"] != "h2":
            parts[-1]["blokken"].append(block)
    return parts


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
    return rows + [_row(fr, f"zie {nl}") for fr, nl in french]


def _organisations(catalogue: Catalogue) -> list[Data]:
    """Return the organisations with the fiches they lead or join, and other names that stand elsewhere in the list."""
    rows = []
    for _, view in reference.organisation_pages(catalogue):
        slugs = [card.slug for card in (*view.trekt, *view.werkt_mee)]
        if slugs:
            others = [name for name in view.ook if name[:4].casefold() != view.naam[:4].casefold()]
            rows += [_row(view.naam, slugs=slugs), *(_row(name, f"zie {view.naam}") for name in others)]
    return rows


def _groups(catalogue: Catalogue) -> list[Data]:
    found = ((group.label, catalogue.bij_doelgroep(id_)) for id_, group in catalogue.doelgroepen.items())
    return [_row(label, slugs=[p.slug for p in practices]) for label, practices in found if practices]


def _row(name: str, see: str = "", slugs: Iterable[str] = ()) -> Data:
    return {"naam": name, "zie": see, "slugs": list(slugs)}
