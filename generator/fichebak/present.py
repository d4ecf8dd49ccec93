"""Turn the catalogue into views: every choice, count and sentence that a page or the guide needs is made here."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from html import unescape
from urllib.parse import quote

from fichebak import markup, paper, words
from fichebak.dataset import of_fiche
from fichebak.fiche import Bedrag, Cijfer, Contact, Fiche, Inzet
from fichebak.glossary import Explainer, linked
from fichebak.lexicon import lexicon, names
from fichebak.paper import Pdf
from fichebak.register import slugify
from fichebak.related import Verwant
from fichebak.resolve import Advies as Bronadvies
from fichebak.resolve import Catalogue, Praktijk, canonical
from fichebak.values import Datum, EuroBereik
from fichebak.views import (
    Advies,
    Bewijstrap,
    BronRegel,
    Cel,
    ContactRegel,
    Deel,
    DomeinTab,
    Feiten,
    FicheFacts,
    FicheView,
    Kaart,
    Link,
    Plaats,
    Regel,
    Versheid,
    VerwanteFiche,
)
from fichebak.vocabulary import Per, Status, ZonderBedrag

FORM = "fiche-toevoegen/"
NOT_GIVEN = "niet opgegeven"
NOT_IN_SOURCE = "niet vermeld in de bron"
FILLED_BY: Mapping[str, tuple[str, ...]] = {
    "een trekker": ("trekker",),
    "partners": ("partners",),
    "een bedrag": ("budget.bedragen",),
    "personeel": ("budget.personeel",),
    "een periode": ("periode.start", "periode.einde"),
    "een doelgroep": ("doelgroepen",),
    "een contact": ("contact",),
    "resultaten in cijfers": ("cijfers",),
    "lessen": ("lessen",),
    "randvoorwaarden": ("randvoorwaarden",),
    "bewijs": ("bewijs",),
}
"""What a reader misses when none of these keys of a fiche is filled in, as she calls it."""
RUBRIEKEN = len(FILLED_BY)
FRESH_DAYS = 730
LARGE_FIGURES = 3
UNSURE = "onbekend"
STANDEN = {each.value: label for each, label in words.STATUS.items()} | {UNSURE: "niet zeker"}
"""Where a practice can stand, as `stand` says it or UNSURE, in words."""


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What a presentation depends on besides the catalogue.

    The day of the build, the PDFs there are by address, and the addresses of the pictures there are.
    """

    today: date
    pdfs: Mapping[str, Pdf] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()


def pdf_link(setting: Setting, name: str, address: str) -> Link | None:
    """Return the way to a PDF with its length and size, or None when it is not made."""
    pdf = setting.pdfs.get(address)
    if pdf is None:
        return None
    long = words.count(pdf.pages, "bladzijde", "bladzijden")
    return Link(name, address, toelichting=f"{long}, {words.size(pdf.size)}")


def domein_tab(catalogue: Catalogue, id_: str) -> DomeinTab:
    """Return the tab of domain *id_*."""
    return DomeinTab(id_, catalogue.domeinen[id_].label, f"domein-{id_}", f"domeinen/{id_}/")


def filtered(**choice: str) -> str:
    """Return the address of the list of fiches with a filter set."""
    return "praktijken/?" + "&".join(f"{facet}={quote(value)}" for facet, value in choice.items())


def kaart(catalogue: Catalogue, practice: Praktijk) -> Kaart:
    """Return the card of *practice*."""
    fiche = practice.fiche
    language = foreign(catalogue, fiche.taal)
    cells = (_budget_cel(fiche), _personeel_cel(fiche, language), _cijfer_cel(fiche, language), _bewijs_cel(fiche))
    missing = [cell.label.lower().removeprefix("in ") for cell in cells if cell.leeg]
    return Kaart(
        slug=practice.slug,
        adres=f"praktijken/{practice.slug}/",
        titel=fiche.titel,
        samenvatting=markup.tied(fiche.samenvatting),
        waar=waar(practice),
        domein=domein_tab(catalogue, practice.hoofddomein),
        ook=tuple(domein_tab(catalogue, id_) for id_ in fiche.domeinen[1:]),
        cellen=cells,
        ontbreekt=f"Niet opgegeven: {', '.join(missing)}" if missing else "",
        ingevuld=completeness(fiche),
        taal=language,
    )


def foreign(catalogue: Catalogue, language: str | None) -> str:
    """Return *language* when a reader must be told, because it is not the catalogue's; else an empty text."""
    return language if language and language != catalogue.instellingen.taal else ""


@lru_cache(maxsize=1)
def kaarten(catalogue: Catalogue) -> Mapping[str, Kaart]:
    """Return every card by slug, made once for a catalogue: each card stands on some ten pages."""
    return {practice.slug: kaart(catalogue, practice) for practice in catalogue.praktijken}


def waar(practice: Praktijk) -> str:
    """Return where a practice ran, short enough for a card; an empty text when the source does not say."""
    names = list(dict.fromkeys(v.naam for v in practice.gemeenten))
    if len(names) == 1:
        province = practice.gemeenten[0].gemeente.provincie
        return names[0] if names[0] in (province.naam, province.kort) else f"{names[0]}, {province.na_stad}"
    if 1 < len(names) <= 3:
        return words.listed(names)
    if practice.fiche.plaats:
        return practice.fiche.plaats
    if names:
        return f"{names[0]} en {words.count(len(names) - 1, 'andere gemeente', 'andere gemeenten')}"
    scale = words.SCHAAL[practice.fiche.werkingsgebied]
    return "" if scale == NOT_IN_SOURCE else scale


def filled(fiche: Fiche) -> Mapping[str, bool]:
    """Return for each of the RUBRIEKEN, as a reader calls it, whether the fiche fills it in; onbekend is missing."""
    return {name: any(_at(fiche, path) for path in paths) for name, paths in FILLED_BY.items()}


def _at(fiche: Fiche, path: str) -> object:
    """Return what stands at *path* (`budget.bedragen`), None when what it is in is not there."""
    found: object = fiche
    for key in path.split("."):
        found = getattr(found, key, None)
    return found


def completeness(fiche: Fiche) -> int:
    """Return how many of the RUBRIEKEN the fiche fills in."""
    return sum(filled(fiche).values())


def kosten(fiche: Fiche) -> tuple[Bedrag, ...]:
    """Return the amounts that say what a practice costs; a ceiling of a subsidy says only what someone would pay."""
    return tuple(b for b in fiche.budget.bedragen if b.per is not Per.SUBSIDIEPLAFOND) if fiche.budget else ()


def zonder_bedrag(fiche: Fiche) -> ZonderBedrag:
    """Return what a fiche without `kosten` gives in their place."""
    if fiche.budget and fiche.budget.personeel:
        return ZonderBedrag.PERSONEEL
    return ZonderBedrag.FINANCIERING if fiche.budget and fiche.budget.financiering else ZonderBedrag.NIETS


def _budget_cel(fiche: Fiche) -> Cel:
    amounts = fiche.budget.bedragen if fiche.budget else ()
    first = next(iter((*kosten(fiche), *amounts)), None)
    if first is None:
        return Cel("Budget", "", NOT_GIVEN, leeg=True)
    if first.per is Per.SUBSIDIEPLAFOND:
        return Cel("Budget", "", f"subsidie tot {words.euro_range(first.euro)}")
    others = len(amounts) - 1
    more = f", en nog {words.count(others, 'bedrag', 'bedragen')}" if others else ""
    return Cel("Budget", words.euro_range(first.euro), words.PER[first.per] + more)


def _personeel_cel(fiche: Fiche, language: str) -> Cel:
    staff = fiche.budget.personeel if fiche.budget else ()
    if not staff:
        return Cel("Personeel", "", NOT_GIVEN, leeg=True)
    row, others = _inzet(staff[0]), [_inzet(each) for each in staff[1:]]
    role = row.klein or "functie niet vermeld"
    if len(others) == 1 and others[0].klein:
        return Cel("Personeel", row.groot, f"{role}, en {others[0].groot} {others[0].klein}")
    more = f", en nog {words.count(len(others), 'functie', 'functies')}" if others else ""
    return Cel("Personeel", row.groot, role + more, taal="" if others else language)


def _cijfer_cel(fiche: Fiche, language: str) -> Cel:
    if not fiche.cijfers:
        return Cel("In cijfers", "", NOT_GIVEN, leeg=True)
    row = cijfer_regel(fiche.cijfers[0])
    return Cel("In cijfers", row.groot, row.klein, taal=language)


def _bewijs_cel(fiche: Fiche) -> Cel:
    ladder = _bewijs(fiche)
    return Cel("Bewijs", "", ladder.woord, ladder.trap, leeg=ladder.trap < 0)


def _bewijs(fiche: Fiche) -> Bewijstrap:
    steps = tuple(words.BEWIJS.values())[1:]
    if fiche.bewijs is None:
        return Bewijstrap(-1, NOT_GIVEN, "", steps)
    step = list(words.BEWIJS).index(fiche.bewijs.soort)
    return Bewijstrap(step, words.BEWIJS[fiche.bewijs.soort], fiche.bewijs.toelichting or "", steps)


def cijfer_regel(figure: Cijfer) -> Regel:
    """Return a figure as it is shown: the number large, with its unit, note and year."""
    unit, note = figure.eenheid, figure.toelichting or ""
    year = f"in {figure.jaar}" if figure.jaar and str(figure.jaar) not in f"{unit} {note}" else ""
    share = re.match(r"(?:%|procent\b) *", unit, re.I)
    if share:
        what = unit[share.end() :]
        return Regel(
            f"{words.number_range(figure.waarde)}{words.NBSP}%", _joined(what or note, year), note if what else ""
        )
    if unit.casefold() == "euro":
        amount = EuroBereik(van=figure.waarde.van, tot=figure.waarde.tot)
        return Regel(words.euro_range(amount), _joined(note, year))
    return Regel(words.number_range(figure.waarde), _joined(unit, year), note)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _bedrag(amount: Bedrag) -> Regel:
    return Regel(words.euro_range(amount.euro), words.PER[amount.per], amount.toelichting or "")


def _inzet(staff: Inzet) -> Regel:
    role = staff.rol or ""
    if staff.vte:
        return Regel(f"{words.number_range(staff.vte)}{words.NBSP}VTE", role, staff.toelichting or "")
    return Regel(words.number(staff.aantal or 0), role or "medewerkers", staff.toelichting or "")


def fiche_facts(catalogue: Catalogue, practice: Praktijk, setting: Setting) -> FicheFacts:
    """Return what page and guide tell of *practice*."""
    fiche = practice.fiche
    return FicheFacts(
        kaart=kaarten(catalogue)[practice.slug],
        plaatsen=tuple(_plaats(practice)),
        plaats=fiche.plaats or ("" if practice.gemeenten else waar(practice) or f"plaats {NOT_IN_SOURCE}"),
        feiten=_feiten(catalogue, practice, setting),
        cijfers=tuple(cijfer_regel(c) for c in fiche.cijfers),
        versheid=_versheid(catalogue, fiche, setting.today),
        bewijs=_bewijs(fiche),
        links=tuple(
            Link(each.titel, each.url, buiten=True, taal=foreign(catalogue, each.taal or fiche.taal))
            for each in fiche.links
        ),
        bron=_bron(catalogue, fiche),
        rubrieken=RUBRIEKEN,
    )


def fiche_view(
    catalogue: Catalogue, practice: Praktijk, others: Iterable[Verwant], setting: Setting
) -> FicheView:
    """Return the whole of *practice* for its page; *others* are the related practices."""
    fiche, explain = practice.fiche, Explainer(catalogue, linked("../../"))
    facts, search_words = fiche_facts(catalogue, practice, setting), lexicon(catalogue).fiches[practice.slug]
    provinces = {g.provincie: 1 for g in practice.vandaag}
    return FicheView(
        **{field.name: getattr(facts, field.name) for field in fields(facts)},
        lead=explain.text(markup.tied(fiche.samenvatting)),
        provincies=tuple(Link(p.naam, f"provincies/{p.slug}/") for p in provinces),
        kerncijfers=facts.cijfers[:LARGE_FIGURES],
        delen=parts(explain.html(markup.to_page(practice.body, "../../"))),
        lessen=tuple(explain.text(each) for each in fiche.lessen),
        randvoorwaarden=tuple(explain.text(each) for each in fiche.randvoorwaarden),
        adviezen=tuple(advies(catalogue, each, explain.text) for each in catalogue.adviezen_van(practice.slug)),
        verwant=tuple(VerwanteFiche(kaarten(catalogue)[other.praktijk.slug], other.reden) for other in others),
        zoekwoorden=" ".join((*fiche.trefwoorden, *names(catalogue, practice))),
        zelfde_woorden=" ".join(search_words.zelfde),
        verwante_woorden=" ".join(search_words.verwant),
        pdf=pdf_link(setting, "Fiche als pdf", paper.of_fiche(practice.slug)),
        gegevens=of_fiche(practice.slug),
    )


def _plaats(practice: Praktijk) -> Iterator[Plaats]:
    for found in dict.fromkeys(practice.gemeenten):
        today = found.gemeente
        note = f"sinds {found.sinds} deel van {today.naam}" if found.vroeger else ""
        yield Plaats(found.naam, f"gemeenten/{today.slug}/", note)


def _feiten(catalogue: Catalogue, practice: Praktijk, setting: Setting) -> Feiten:
    fiche = practice.fiche
    budget, periode = fiche.budget, fiche.periode
    return Feiten(
        bedragen=tuple(_bedrag(b) for b in budget.bedragen) if budget else (),
        personeel=tuple(_inzet(i) for i in budget.personeel) if budget else (),
        financiering=budget.financiering if budget else (),
        budget_toelichting=(budget.toelichting or "") if budget else "",
        trekker=tuple(organisatie_link(catalogue, name) for name in fiche.trekker),
        partners=tuple(organisatie_link(catalogue, name) for name in fiche.partners),
        periode=_periode(fiche),
        periode_toelichting=(periode.toelichting or "") if periode else "",
        status=status(fiche, setting.today),
        doelgroepen=tuple(
            Link(catalogue.doelgroepen[id_].label, f"doelgroepen/{id_}/") for id_ in fiche.doelgroepen
        ),
        schaal=words.SCHAAL[fiche.werkingsgebied],
        contact=tuple(_contact(catalogue, each) for each in fiche.contact),
    )  # fmt: skip


def organisatie_link(catalogue: Catalogue, name: str, note: str = "") -> Link:
    """Return *name* with the page of its organisation, when that is in the register."""
    known = canonical(catalogue, name)
    if known not in catalogue.organisaties:
        return Link(name, toelichting=note)
    language = foreign(catalogue, catalogue.organisaties[known].taal)
    return Link(name, f"organisaties/{slugify(known)}/", toelichting=note, taal=language)


def advies(catalogue: Catalogue, given: Bronadvies, explain: Callable[[str], str]) -> Advies:
    """Return a recommendation with its links; *explain* makes what a reader sees of its text."""
    each, cards, source = given.aanbeveling, kaarten(catalogue), catalogue.bronnen[given.bron]
    return Advies(
        id=f"{given.bron}.{given.id}",
        tekst=explain(each.tekst),
        toelichting=explain(each.toelichting or ""),
        aan=tuple(Link(catalogue.bestemmelingen[id_].label, id_) for id_ in each.aan),
        domeinen=tuple(domein_tab(catalogue, id_) for id_ in each.domeinen),
        praktijken=tuple(Link(cards[slug].titel, cards[slug].adres, taal=cards[slug].taal) for slug in each.praktijken),
        bron=Link(
            source.kort or source.titel,
            f"bronnen/{given.bron}/",
            taal="" if source.kort else foreign(catalogue, source.taal),
        ),
        pagina=each.pagina or "",
    )


def _periode(fiche: Fiche) -> str:
    start = fiche.periode.start if fiche.periode else None
    end = fiche.periode.einde if fiche.periode else None
    if start and end:
        return words.day(start) if str(start) == str(end) else f"{words.day(start)} tot {words.day(end)}"
    if start:
        return f"gestart {words.on(start)}"
    return f"tot {words.day(end)}" if end else ""


def stand(fiche: Fiche, today: date) -> Status | None:
    """Return where the practice stands on *today*, None when that is not sure. No old fiche ever counts as running."""
    given, checked, start = fiche.status, fiche.laatst_nagekeken, fiche.periode.start if fiche.periode else None
    if given in {Status.AFGEROND, Status.GESTOPT}:
        return given
    if _is_over(fiche, today) and given is not Status.INGEBED:
        return Status.AFGEROND
    if given and checked and (today - checked.last()).days <= FRESH_DAYS:
        return given
    return Status.GEPLAND if start and start.first() > today else None


def status(fiche: Fiche, today: date) -> str:
    """Return where the practice stands on *today* in words; when that is not sure, where it stood when last checked."""
    sure, checked = stand(fiche, today), fiche.laatst_nagekeken
    if sure:
        return words.STATUS[sure]
    start = fiche.periode.start if fiche.periode else None
    return _last_known(fiche.status, start, checked) if checked else "onbekend"


def _is_over(fiche: Fiche, today: date) -> bool:
    end = fiche.periode.einde if fiche.periode else None
    return end is not None and end.last() < today


def _last_known(given: Status | None, start: Datum | None, checked: Datum) -> str:
    planned = given is Status.GEPLAND or (start is not None and start.first() > checked.last())
    return f"{'was gepland' if planned else 'liep'} in {checked.jaar} (laatst nagekeken {words.day(checked)})"


def _versheid(catalogue: Catalogue, fiche: Fiche, today: date) -> Versheid:
    """Return how old the facts are. A date that is the year of the source is its state, not that someone checked."""
    checked, source = fiche.laatst_nagekeken, catalogue.bronnen[fiche.bron.publicatie] if fiche.bron else None
    if checked is None:
        dated = f"De bron is van {source.jaar}." if source and source.jaar else "De bron heeft geen datum."
        return Versheid("Stand van de bron", "", f"{dated} {_ASK}")
    from_source = source is not None and source.jaar == checked.jaar
    label, day = "Stand van de bron" if from_source else "Nagekeken", words.day(checked)
    months = (today.year - checked.jaar) * 12 + today.month - (checked.maand or 12)
    if months < 12:
        return Versheid(label, day, "Dat is minder dan een jaar geleden.")
    ago = f"{words.in_words(months // 12)} jaar"
    if from_source:
        return Versheid(label, day, f"De feiten zijn {ago} oud. {_ASK}")
    return Versheid(label, day, f"Dat is {ago} geleden. {_ASK if months < 36 else _CHANGED}")


_ASK = "Vraag na of bedragen, partners en contact nog kloppen."
_CHANGED = "Bedragen, partners en contact kunnen veranderd zijn."


def _contact(catalogue: Catalogue, contact: Contact) -> ContactRegel:
    return ContactRegel(
        organisatie=organisatie_link(catalogue, contact.organisatie),
        functie=contact.functie or "",
        naam=contact.naam or "",
        email=contact.email or "",
        telefoon=contact.telefoon or "",
        website=contact.website or "",
    )


def _bron(catalogue: Catalogue, fiche: Fiche) -> BronRegel | None:
    if fiche.bron is None:
        return None
    source = catalogue.bronnen[fiche.bron.publicatie]
    return BronRegel(
        id=fiche.bron.publicatie,
        titel=source.titel,
        uitgevers=words.listed(source.uitgevers),
        jaar=str(source.jaar or ""),
        pagina=fiche.bron.pagina or "",
        url=source.url or "",
        taal=foreign(catalogue, source.taal),
    )


_SPLIT = re.compile(r"<h2>(?P<kop>.*?)</h2>|<(?P<close>/?)(?:blockquote|ul|ol)\b[^>]*>", re.S)


def parts(html: str) -> tuple[Deel, ...]:
    """Split sanitised *html* at its second-level headings; one inside a quotation or list starts no part."""
    found, head, begin, depth = [], "", 0, 0
    for each in _SPLIT.finditer(html):
        if each["kop"] is None:
            depth += -1 if each["close"] else 1
        elif depth == 0:
            found.append(Deel(head, html[begin : each.start()].strip()))
            head, begin = unescape(re.sub(r"<[^>]+>", "", each["kop"])), each.end()
    found.append(Deel(head, html[begin:].strip()))
    return tuple(part for part in found if part.kop or part.html)
