"""The matrix of domains and provinces: how many fiches each pair has, and where the gaps are."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from fichebak import words
from fichebak.present import FORM, domein_tab, filtered
from fichebak.register import Provincie, areas
from fichebak.resolve import Catalogue
from fichebak.views import Link, Matrix, MatrixCel, MatrixKolom, MatrixRij
from fichebak.words import fiches, in_sentence, listed


def matrix(catalogue: Catalogue) -> Matrix:
    """Return how many fiches there are of each domain from each province; it must have fiches."""
    found, amounts = catalogue.provincies(), _amounts(catalogue)
    provinces, borders = [p for each in areas() for p in each], {each[0] for each in areas()}
    top = max(amounts.values(), default=1)
    empty = sum(not amounts[id_, p] for id_ in catalogue.domeinen for p in provinces)
    rows = tuple(_row(catalogue, id_, provinces, amounts, top) for id_ in catalogue.domeinen)
    return Matrix(
        kolommen=tuple(
            MatrixKolom(p.kort, f"provincies/{p.slug}/" if p in found else "", len(found.get(p, ())), p in borders)
            for p in provinces
        ),
        rijen=rows,
        ontbreekt=tuple(row for row in rows if row.gaten),
        elders=sum(not p.gemeenten for p in catalogue.praktijken),
        totaal=len(catalogue.praktijken),
        zin=_gap_sentence(empty, len(catalogue.domeinen) * len(provinces)),
    )


def _gap_sentence(empty: int, cells: int) -> str:
    if not empty:
        return "Elk domein heeft fiches uit elke provincie."
    return f"Van de {words.number(cells)} vakjes {words.verb(empty, 'is', 'zijn')} er nog {words.number(empty)} leeg."


def _amounts(catalogue: Catalogue) -> Counter[tuple[str, Provincie]]:
    return Counter(
        (id_, province)
        for practice in catalogue.praktijken
        for province in dict.fromkeys(town.provincie for town in practice.vandaag)
        for id_ in practice.fiche.domeinen
    )


def _row(
    catalogue: Catalogue, id_: str, provinces: Sequence[Provincie], amounts: Counter[tuple[str, Provincie]], top: int
) -> MatrixRij:
    practices, label = catalogue.bij_domein(id_), catalogue.domeinen[id_].label
    empty = [p.kort for p in provinces if not amounts[id_, p]]
    gaps = "nog uit geen enkele provincie." if len(empty) == len(provinces) else f"nog niets uit {listed(empty)}."
    about = in_sentence(label)
    return MatrixRij(
        domein=domein_tab(catalogue, id_),
        cellen=tuple(_cell(catalogue, id_, p, amounts[id_, p], top) for p in provinces),
        elders=sum(not p.gemeenten for p in practices),
        totaal=len(practices),
        gaten=gaps if empty else "",
        toevoegen=_add(id_, f"Voeg een fiche over {about} toe"),
    )


def _cell(catalogue: Catalogue, id_: str, province: Provincie, amount: int, top: int) -> MatrixCel:
    about, where = in_sentence(catalogue.domeinen[id_].label), province.kort
    if amount:
        found = Link(f"{fiches(amount)} over {about} uit {where}", filtered(domein=id_, provincie=province.slug))
        return MatrixCel(amount, found, f"{100 * amount / top:.2f}")
    return MatrixCel(0, _add(id_, f"Nog geen fiche over {about} uit {where}: voeg er een toe"), "0")


def _add(id_: str, words_: str) -> Link:
    """Return the form in which a fiche of domain *id_* is written."""
    return Link(words_, f"{FORM}?domein={quote(id_)}")
