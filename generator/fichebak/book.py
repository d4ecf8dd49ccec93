"""What goes into each book: the whole guide, a part of it, a sheet. Plain data, made of the same views as the site."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from fichebak import overviews, paper, printed, words
from fichebak.backmatter import back, registers
from fichebak.present import Setting, advies, waar
from fichebak.printed import Data
from fichebak.related import related
from fichebak.resolve import Catalogue, Praktijk
from fichebak.selection import Selection, of_town

RELATED_IN_PRINT = 3  # its column has room for no more
BUNDLE_AT_MOST = 3  # fiches of a municipality that go without cover, contents and registers


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
    fiches = (printed.fiche(catalogue, p, near[p.slug][:RELATED_IN_PRINT], setting) for p in catalogue.praktijken)
    return Desk(catalogue, setting, colours, {fiche["kaart"]["slug"]: fiche for fiche in fiches})


def to_fit(desk: Desk, parts: int) -> tuple[Data, ...]:
    """Return, in *parts* of about the same size, what shows how closely each fiche is to be set: no books."""
    fiches = tuple(desk.fiches.values())
    asked = (_frame(desk, "passen", "", []) | {"fiches": fiches[part::parts]} for part in range(parts))
    return tuple(asked)


def fitted(desk: Desk, fits: Mapping[str, Data]) -> Desk:
    """Return *desk* with how closely each fiche is set, by slug."""
    return replace(desk, fiches={slug: fiche | fits[slug] for slug, fiche in desk.fiches.items()})


def books(desk: Desk) -> Iterator[tuple[str, Data]]:
    """Yield the address and the data of every PDF of the site: the guide, its parts, and a sheet for each fiche."""
    catalogue = desk.catalogue
    if catalogue.praktijken:
        yield paper.GUIDE, whole(desk)
    for id_ in catalogue.domeinen:
        if catalogue.bij_domein(id_):
            yield paper.of_domain(id_), of_domain(desk, id_)
    for town, practices in catalogue.gemeenten().items():
        yield paper.of_town(town.slug), of_selection(desk, of_town(town, practices))
    for practice in catalogue.praktijken:
        yield paper.of_fiche(practice.slug), of_practice(desk, practice)


def pictures(desk: Desk) -> Iterator[tuple[str, Data]]:
    """Yield the address and the data of every picture of the site: the box, and a card for each fiche.

    They are shown where a page is shared, which wants a full address: without base_url there are none.
    """
    catalogue, boxes = desk.catalogue, [_divider(desk, id_) for id_ in desk.catalogue.domeinen]
    frame = {"catalogus": catalogue.instellingen.titel, "taal": catalogue.instellingen.taal}
    if not catalogue.instellingen.basis:
        return
    counted = f"{words.fiches(len(catalogue.praktijken))}, {_towns(len(catalogue.gemeenten()))}"
    yield paper.PICTURE, frame | {"zin": catalogue.instellingen.ondertitel or "", "telling": counted, "vakken": boxes}
    tabs = dict(zip(catalogue.domeinen, boxes, strict=True))
    for practice in catalogue.praktijken:
        told = {"titel": practice.fiche.titel, "waar": waar(practice), "tab": tabs[practice.hoofddomein]}
        language = practice.fiche.taal or catalogue.instellingen.taal
        yield paper.picture_of(practice.slug), frame | told | {"taal": language}


def _towns(amount: int) -> str:
    return words.count(amount, "gemeente", "gemeenten")


def _divider(desk: Desk, id_: str) -> Data:
    """Return a domain as a divider in the box: its name, colours and slot, and how many fiches stand behind it."""
    chapter = _empty_chapter(desk, id_)
    return {key: chapter[key] for key in ("label", "kleur", "slot")} | {"aantal": len(desk.catalogue.bij_domein(id_))}


def whole(desk: Desk) -> Data:
    """Return the whole guide: a chapter per domain that has fiches, each fiche under its main domain."""
    chapters = [_chapter(desk, id_, all_of_it=False) for id_ in desk.catalogue.domeinen]
    kept = [chapter for chapter in chapters if chapter["fiches"] or chapter["ook"]]
    title = desk.catalogue.instellingen.gids.titel
    return _frame(desk, "gids", title, kept) | back(desk.catalogue, desk.setting)


def of_domain(desk: Desk, id_: str) -> Data:
    """Return the guide of one domain, with every fiche and recommendation that belongs to it."""
    catalogue, label = desk.catalogue, desk.catalogue.domeinen[id_].label
    advice = [asdict(advies(catalogue, each, str)) for each in catalogue.adviezen_voor(id_)]
    group = {"kop": f"Over {label.lower()}", "toelichting": "", "adviezen": advice}
    book = _frame(desk, "domein", label, [_chapter(desk, id_, all_of_it=True)])
    return book | {"adviezen": [group] if advice else []}


def of_selection(desk: Desk, chosen: Selection) -> Data:
    """Return the book of *chosen*: a chapter for each main domain, with these fiches only, and registers of them.

    A municipality with few fiches gets them as they are, without anything around them.
    """
    if chosen.soort == "domein":
        return of_domain(desk, chosen.id)
    by_domain = ((id_, [p for p in chosen.praktijken if p.hoofddomein == id_]) for id_ in desk.catalogue.domeinen)
    chapters = [_bare_chapter(desk, id_, practices) for id_, practices in by_domain if practices]
    book = _frame(desk, chosen.soort, chosen.titel, chapters)
    if chosen.soort == "gemeente" and len(chosen.praktijken) <= BUNDLE_AT_MOST:
        return book
    return book | {"omslag": True, "registers": registers(replace(desk.catalogue, praktijken=chosen.praktijken))}


def of_practice(desk: Desk, practice: Praktijk) -> Data:
    """Return the fact sheet of one fiche."""
    return _frame(desk, "fiche", practice.fiche.titel, [_bare_chapter(desk, practice.hoofddomein, [practice])])


def with_front(book: Data, title: str, foreword: Sequence[str]) -> Data:
    """Return *book* under another *title*, unless that is empty, and with *foreword*: paragraphs of plain text."""
    return book | {"titel": title or book["titel"], "voorwoord": list(foreword)}


def _frame(desk: Desk, kind: str, title: str, chapters: list[Data]) -> Data:
    """Return a book without back; `omslag` says whether it has a cover and contents."""
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
        "omslag": kind == "gids",
        "voorwoord": [],
        "cijfers": None,
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
        "aantal": 0,
    }


def _bare_chapter(desk: Desk, id_: str, practices: Sequence[Praktijk]) -> Data:
    """Return a chapter of only *practices*: what it says of the domain is about them."""
    found = [desk.fiches[practice.slug] for practice in practices]
    return _empty_chapter(desk, id_) | {"fiches": found, "aantal": len(found)}


def _chapter(desk: Desk, id_: str, *, all_of_it: bool) -> Data:
    practices = desk.catalogue.bij_domein(id_)
    inside = [p for p in practices if all_of_it or p.hoofddomein == id_]
    order = list(desk.catalogue.domeinen)
    also = sorted((p for p in practices if p not in inside), key=lambda p: order.index(p.hoofddomein))
    return _empty_chapter(desk, id_) | {
        "inleiding": printed.blocks(desk.catalogue, desk.catalogue.inleidingen[id_], f"domein {id_}"),
        "morgen": list(desk.catalogue.domeinen[id_].morgen),
        "ondersteuning": [o.model_dump() for o in desk.catalogue.domeinen[id_].ondersteuning],
        "fiches": [desk.fiches[practice.slug] for practice in inside],
        "aantal": len(practices),
        "ook": [{"slug": p.slug, "titel": p.fiche.titel, "waar": waar(p)} for p in also],
    }
