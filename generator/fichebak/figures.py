"""The catalogue counted: charts that are tables. The matrix of domains and provinces is in matrix.py.

Everything is counted from the fiches; each chart says in one sentence what it shows.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from fichebak import words
from fichebak.fiche import Fiche
from fichebak.matrix import matrix
from fichebak.present import (
    NOT_GIVEN,
    RUBRIEKEN,
    STANDEN,
    UNSURE,
    Setting,
    completeness,
    filled,
    filtered,
    kosten,
    stand,
    zonder_bedrag,
)
from fichebak.register import areas
from fichebak.resolve import Catalogue, Praktijk, canonical
from fichebak.views import (
    CijfersView,
    Grafiek,
    GrafiekGroep,
    Regel,
    Staaf,
)
from fichebak.vocabulary import BewijsSoort, Werkingsgebied
from fichebak.words import fiches, in_sentence, listed

Bar = tuple[str, int, str, str]  # label, fiches, address, class of a domain
YEARS = 40  # bars of a chart of years at most; what is older goes together
SHOWN = 3  # names a sentence lists before it only counts


def cijfers(catalogue: Catalogue, setting: Setting) -> CijfersView:
    """Return the catalogue in figures; it must have fiches."""
    practices = catalogue.praktijken
    return CijfersView(
        lead=_lead(practices),
        kerncijfers=tuple(_totals(catalogue)),
        groepen=tuple(
            GrafiekGroep(id_, title, tuple(chart for chart in charts if chart.staven))
            for id_, title, charts in (
                ("waarover", "Waarover en waar", (_domains(catalogue), _provinces(catalogue), _scales(practices))),
                ("wie-en-wanneer", "Voor wie en wanneer", (_groups(catalogue), _starts(practices))),
                ("geld-en-stand", "Wat het kost en hoe het ermee staat",
                 (_costs(practices), _states(practices, setting.today), _checked(catalogue))),
                ("wat-er-staat", "Wat de fiches wel en niet zeggen",
                 (_completeness(practices), _evidence(practices), _sources(catalogue))),
            )
        ),
        matrix=matrix(catalogue),
    )  # fmt: skip


def _lead(practices: Sequence[Praktijk]) -> str:
    full = sum(completeness(p.fiche) for p in practices) / len(practices)
    return (
        f"Wat er in de catalogus zit, en wat er nog ontbreekt. Een fiche vult gemiddeld {round(full)} van de "
        f"{RUBRIEKEN} rubrieken in."
    )


def _totals(catalogue: Catalogue) -> Iterator[Regel]:
    practices = catalogue.praktijken
    who = {canonical(catalogue, name) for p in practices for name in (*p.fiche.trekker, *p.fiche.partners)}
    sources = {p.fiche.bron.publicatie for p in practices if p.fiche.bron}
    for amount, one, more in (
        (len(practices), "fiche", "fiches"),
        (len(catalogue.gemeenten()), "gemeente", "gemeenten"),
        (len(who), "trekker of partner", "trekkers en partners"),
        (len(sources), "bron", "bronnen"),
    ):
        yield Regel(words.number(amount), one if amount == 1 else more)


# Charts


def _chart(title: str, bars: Iterable[Bar], sentence: str, whole: int = 0) -> Grafiek:
    """Return a chart of *bars*, as long as their share of *whole* or of the longest."""
    found = list(bars)
    top = whole or max((amount for _, amount, _, _ in found), default=0) or 1
    drawn = (Staaf(_capital(label), words.number(n), f"{100 * n / top:.2f}", to, cls) for label, n, to, cls in found)
    return Grafiek(title, "fiches", tuple(drawn), sentence, bron="")


def _capital(label: str) -> str:
    """Return *label* as the start of a row: een regio is Een regio, and één gemeente Eén gemeente."""
    return ("E" if label[:1] == "é" else label[:1].upper()) + label[1:]


def _by_amount(bars: Iterable[Bar]) -> list[Bar]:
    return sorted(bars, key=lambda bar: -bar[1])


def _most(bars: Sequence[Bar], name: Callable[[str], str] = str) -> str:
    """Return the label or labels that have most fiches, with their number."""
    top = max((amount for _, amount, _, _ in bars), default=0)
    labels = [name(label) for label, amount, _, _ in bars if amount == top]
    return f"{_some(labels)} ({fiches(top)}{' elk' if len(labels) > 1 else ''})"


def _some(names: Sequence[str]) -> str:
    """Return *names* as a sentence lists them; of many only the first and how many more."""
    if len(names) <= SHOWN + 1:
        return listed(names)
    return f"{', '.join(names[:SHOWN])} en nog {words.in_words(len(names) - SHOWN)} andere"


def _of(amount: int, practices: Sequence[Praktijk]) -> str:
    """Return a number of fiches out of all of them, to begin a sentence with."""
    if amount == len(practices):
        return "Alle fiches" if amount > 1 else "De enige fiche"
    return f"{words.number(amount)} van de {fiches(len(practices))}" if amount else "Geen enkele fiche"


def _domains(catalogue: Catalogue) -> Grafiek:
    bars = [
        (domain.label, len(catalogue.bij_domein(id_)), f"domeinen/{id_}/", f"domein-{id_}")
        for id_, domain in catalogue.domeinen.items()
    ]
    empty = [in_sentence(label) for label, amount, _, _ in bars if not amount]
    none = f" Nog niets gaat over {_some(empty)}." if empty else ""
    counted = "Een fiche telt bij elk domein dat ze noemt, dus samen is het meer dan het totaal."
    return _chart("Per domein", bars, f"Het vaakst gaat het over {_most(bars, in_sentence)}.{none} {counted}")


def _provinces(catalogue: Catalogue) -> Grafiek:
    practices, found = catalogue.praktijken, catalogue.provincies()
    bars = _by_amount(
        (p.kort, len(found.get(p, ())), f"provincies/{p.slug}/" if p in found else "", "")
        for provinces in areas()
        for p in provinces
    )
    placed = sum(bool(p.gemeenten) for p in practices)
    if not placed:
        return _chart("Per provincie", bars, "Geen enkele fiche noemt een gemeente.")
    empty = [name for name, amount, _, _ in bars if not amount]
    none = f" Nog niets komt uit {listed(empty)}." if empty else ""
    first = f"{_of(placed, practices)} {words.verb(placed, 'noemt', 'noemen')} een gemeente; het meest komt uit "
    rest = f"{none} Een fiche over meer provincies telt bij elk ervan."
    return _chart("Per provincie", bars, f"{first}{_most(bars)}.{rest}")


def _scales(practices: Sequence[Praktijk]) -> Grafiek:
    found = Counter(p.fiche.werkingsgebied for p in practices)
    bars = [
        (words.SCHAAL[scale], found[scale], filtered(schaal=scale.value) if found[scale] else "", "")
        for scale in Werkingsgebied
    ]
    one = found[Werkingsgebied.GEMEENTE]
    sentence = f"{_of(one, practices)} {words.verb(one, 'is', 'zijn')} het werk van één gemeente."
    return _chart("Per schaal", bars, sentence)


def _groups(catalogue: Catalogue) -> Grafiek:
    practices = catalogue.praktijken
    counted = ((id_, group.label, len(catalogue.bij_doelgroep(id_))) for id_, group in catalogue.doelgroepen.items())
    bars = _by_amount((label, n, f"doelgroepen/{id_}/" if n else "", "") for id_, label, n in counted)
    without = sum(not p.fiche.doelgroepen for p in practices)
    if without == len(practices):
        return _chart("Per doelgroep", bars, "Geen enkele fiche noemt een doelgroep.")
    none = f" {fiches(without)} {words.verb(without, 'noemt', 'noemen')} geen doelgroep." if without else ""
    most = f"Het vaakst zijn ze er voor {_most(bars, in_sentence)}."
    return _chart("Per doelgroep", bars, f"{most}{none} Een fiche telt bij elke groep die ze noemt.")


def _starts(practices: Sequence[Praktijk]) -> Grafiek:
    starts = [p.fiche.periode.start.jaar for p in practices if p.fiche.periode and p.fiche.periode.start]
    bars = list(_years(Counter(starts), lambda year: filtered(startjaar=year)))
    without = len(practices) - len(starts)
    none = f" Van {fiches(without)} is geen begin bekend." if without else ""
    sentence = f"Het vaakst was dat in {_most(bars)}.{none}" if bars else "Geen enkele fiche zegt wanneer ze begon."
    return _chart("Begonnen in", bars, sentence)


def _checked(catalogue: Catalogue) -> Grafiek:
    practices = catalogue.praktijken
    checked = [year for p in practices if (year := _year_of_facts(catalogue, p.fiche))]
    bars = list(_years(Counter(checked), lambda year: ""))
    without = len(practices) - len(checked)
    none = f" Van {fiches(without)} is dat niet bekend." if without else ""
    sentence = f"Het vaakst zijn ze van {_most(bars)}.{none}" if bars else "Van geen enkele fiche is dat bekend."
    return _chart("Van wanneer de feiten zijn", bars, sentence)


def _year_of_facts(catalogue: Catalogue, fiche: Fiche) -> int | None:
    """Return the year in which someone last checked the facts, else that of the publication they come from."""
    if fiche.laatst_nagekeken:
        return fiche.laatst_nagekeken.jaar
    return catalogue.bronnen[fiche.bron.publicatie].jaar if fiche.bron else None


def _years(found: Counter[int], address: Callable[[str], str]) -> Iterator[Bar]:
    """Yield every year from the first to the last; when they are too many, the old ones as one."""
    if not found:
        return
    first = max(min(found), max(found) - YEARS + 1)
    older = sum(amount for year, amount in found.items() if year < first)
    if older:
        yield f"vóór {first}", older, "", ""
    for year in range(first, max(found) + 1):
        yield str(year), found[year], address(str(year)) if found[year] else "", ""


def _costs(practices: Sequence[Praktijk]) -> Grafiek:
    found = [kosten(p.fiche) for p in practices]
    kinds = Counter(per for amounts in found for per in {amount.per: 1 for amount in amounts})
    without = Counter(zonder_bedrag(p.fiche) for p, amounts in zip(practices, found, strict=True) if not amounts)
    bars = [(label, kinds[per], "", "") for per, label in words.PER.items() if kinds[per]]
    bars += [
        (label, without[kind], filtered(budget=kind.value), "")
        for kind, label in words.ZONDER_BEDRAG.items()
        if without[kind]
    ]
    given = len(practices) - without.total()
    first = f"{_of(given, practices)} {words.verb(given, 'zegt', 'zeggen')} met een bedrag wat het kost."
    kind = "Een fiche telt bij elke soort die ze noemt; een plafond van een subsidie is geen kost."
    rest = "Bedragen worden nergens opgeteld: ze betekenen niet hetzelfde."
    return _chart("Soort kosten", bars, f"{first} {kind} {rest}")


def _states(practices: Sequence[Praktijk], today: date) -> Grafiek:
    found = Counter(stand(p.fiche, today) or UNSURE for p in practices)
    bars = [(label, found[id_], filtered(status=id_) if found[id_] else "", "") for id_, label in STANDEN.items()]
    whose = in_sentence(_of(found[UNSURE], practices))
    unsure = f"Bij {whose} is niet zeker hoe het ervoor staat: dat staat er niet in, of werd lang niet nagekeken."
    return _chart("Status", bars, unsure if found[UNSURE] else "Van elke fiche is bekend hoe het ervoor staat.")


def _evidence(practices: Sequence[Praktijk]) -> Grafiek:
    kinds = Counter(p.fiche.bewijs.soort if p.fiche.bewijs else None for p in practices)
    bars = [(label, kinds[kind], "", "") for kind, label in reversed(words.BEWIJS.items())]
    bars.append((NOT_GIVEN, kinds[None], "", ""))
    evaluated = kinds[BewijsSoort.INTERNE_EVALUATIE] + kinds[BewijsSoort.EXTERNE_EVALUATIE]
    sentence = f"{_of(evaluated, practices)} {words.verb(evaluated, 'is', 'zijn')} intern of extern geëvalueerd."
    return _chart("Bewijs", bars, sentence)


def _sources(catalogue: Catalogue) -> Grafiek:
    used = Counter(p.fiche.bron.publicatie for p in catalogue.praktijken if p.fiche.bron)
    bars = _by_amount((s.kort or s.titel, used[id_], f"bronnen/{id_}/", "") for id_, s in catalogue.bronnen.items())
    published = used.total()
    direct = len(catalogue.praktijken) - published
    rest = f" {fiches(direct)} {words.verb(direct, 'komt', 'komen')} van een trekker of de redactie zelf."
    sentence = f"{_of(published, catalogue.praktijken)} {words.verb(published, 'steunt', 'steunen')} op een publicatie."
    return _chart("Per bron", bars, sentence + (rest if direct and used else ""))


def _completeness(practices: Sequence[Praktijk]) -> Grafiek:
    given = Counter(name for p in practices for name, there in filled(p.fiche).items() if there)
    names = list(filled(practices[0].fiche))
    bars = _by_amount((name.removeprefix("een "), given[name], "", "") for name in names)
    rare = sorted((name for name in names if given[name] < len(practices)), key=lambda name: given[name])[:SHOWN]
    missing = listed([name.removeprefix("een ") for name in rare])
    sentence = f"Het vaakst {words.verb(len(rare), 'ontbreekt', 'ontbreken')} {missing}."
    title = f"Ingevuld, van de {fiches(len(practices))}"
    return _chart(title, bars, sentence if rare else "Elke fiche is volledig.", whole=len(practices))
