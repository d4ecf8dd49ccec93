"""Hold the entries against each other: references, addresses, bodies. Gives the catalogue that all else reads."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from fichebak import body
from fichebak.fiche import Fiche
from fichebak.frontmatter import Node, Plain
from fichebak.links import GONE, Known
from fichebak.load import RawFile
from fichebak.model import (
    Aanbeveling,
    Bestemmeling,
    Bron,
    CatalogusInstellingen,
    Doelgroep,
    Domein,
    Organisatie,
    Pagina,
    Synoniemen,
    Term,
)
from fichebak.problems import Place, Problem, did_you_mean, problem
from fichebak.register import Gemeente, Provincie, Register, Vermelding, alphabetical, slugify
from fichebak.repeats import repeats
from fichebak.validate import Entry, Validated

T = TypeVar("T", bound=BaseModel)
RESERVED = frozenset({  # the first part of the site's own addresses
    "praktijken", "domeinen", "gemeenten", "provincies", "doelgroepen", "organisaties", "bronnen", "aanbevelingen",
    "woordenlijst", "cijfers", "fiche-toevoegen", "vergelijk", "gids", "data", "pagefind", "styles", "scripts",
    "fonts", "images", "afbeeldingen",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Praktijk:
    """A fiche with its address, its body and its municipalities found in the register.

    *tekst* is its file as it lies on disk, *gegevens* what check read in it.
    """

    slug: str
    fiche: Fiche
    body: str
    file: str
    gemeenten: tuple[Vermelding, ...]
    tekst: str
    gegevens: Mapping[str, Plain]

    @property
    def hoofddomein(self) -> str:
        """Return the id of the main domain."""
        return self.fiche.domeinen[0]

    @property
    def vandaag(self) -> tuple[Gemeente, ...]:
        """Return its municipalities of today, each once."""
        return tuple({v.gemeente.refnis: v.gemeente for v in self.gemeenten}.values())


@dataclass(frozen=True, slots=True)
class Advies:
    """A recommendation with its id and the id of the source it comes from."""

    id: str
    bron: str
    aanbeveling: Aanbeveling


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Everything in content/, valid and with every reference found. Mappings keep the order things are shown in."""

    instellingen: CatalogusInstellingen
    praktijken: tuple[Praktijk, ...]
    domeinen: Mapping[str, Domein]
    inleidingen: Mapping[str, str]
    doelgroepen: Mapping[str, Doelgroep]
    bestemmelingen: Mapping[str, Bestemmeling]
    bronnen: Mapping[str, Bron]
    bronteksten: Mapping[str, str]
    paginas: Mapping[str, tuple[Pagina, str]]
    organisaties: Mapping[str, Organisatie]
    schrijfwijzen: Mapping[str, str]
    termen: Mapping[str, Term]
    synoniemen: Mapping[str, Synoniemen]
    adviezen: tuple[Advies, ...]
    vroegere_adressen: Mapping[str, str]
    beelden: tuple[RawFile, ...]

    def bij_domein(self, domein: str) -> tuple[Praktijk, ...]:
        """Return the practices of *domein*, those that have it as main domain first, each half by title."""
        found = [p for p in self.praktijken if domein in p.fiche.domeinen]
        return tuple(sorted(found, key=lambda p: p.hoofddomein != domein))

    def bij_doelgroep(self, doelgroep: str) -> tuple[Praktijk, ...]:
        """Return the practices for *doelgroep*."""
        return tuple(p for p in self.praktijken if doelgroep in p.fiche.doelgroepen)

    def adviezen_voor(self, domein: str) -> tuple[Advies, ...]:
        """Return the recommendations about *domein*."""
        return tuple(a for a in self.adviezen if domein in a.aanbeveling.domeinen)

    def adviezen_van(self, praktijk: str) -> tuple[Advies, ...]:
        """Return the recommendations that practice *praktijk* shows."""
        return tuple(a for a in self.adviezen if praktijk in a.aanbeveling.praktijken)

    def gemeenten(self) -> Mapping[Gemeente, tuple[Praktijk, ...]]:
        """Return today's municipalities that have practices, by name, each with them."""
        return _grouped((gemeente, p) for p in self.praktijken for gemeente in p.vandaag)

    def provincies(self) -> Mapping[Provincie, tuple[Praktijk, ...]]:
        """Return the provinces that have practices, by name, each with them."""
        pairs = ((provincie, p) for p in self.praktijken for provincie in {g.provincie: 1 for g in p.vandaag})
        return _grouped(pairs)


N = TypeVar("N", Gemeente, Provincie)


def _grouped(pairs: Iterable[tuple[N, Praktijk]]) -> Mapping[N, tuple[Praktijk, ...]]:
    groups: dict[N, list[Praktijk]] = {}
    for key, practice in pairs:
        groups.setdefault(key, []).append(practice)
    return {key: tuple(groups[key]) for key in sorted(groups, key=lambda k: alphabetical(k.naam))}


def resolve(validated: Validated, register: Register) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Return the catalogue made of *validated*, and every reference, address and body that is wrong."""
    names = _Names(validated, register)
    problems = [p for entry in validated.entries for p in _wrong(entry, names)]
    problems += [*_addresses(validated), *_unknown_publications(validated, names)]
    problems += [*_double_names(validated), *_double_orders(validated)]
    return _catalogue(validated, register), tuple(problems)


class _Names:
    """Every name an entry may refer to, those of invalid entries too: their own problem is reported already."""

    def __init__(self, validated: Validated, register: Register) -> None:
        self.register = register
        self.known = {
            kind: tuple(sorted({e.id for e in validated.entries if e.kind == kind} | {
                id_ for other, id_ in validated.invalid if other == kind
            }))
            for kind in ("practices", "domains", "sources", "target-groups.yaml", "addressees.yaml")
        }  # fmt: skip
        self.unsure = {kind for kind, id_ in validated.invalid if not id_}
        images = tuple(raw.file.rsplit("/", 1)[-1] for raw in validated.images)
        self.body = Known(self.known["practices"], images)


def _wrong(entry: Entry, names: _Names) -> Iterator[Problem]:
    if entry.kind == "practices":
        yield from _references(entry, names, "domeinen", "domains", "F052")
        yield from _references(entry, names, "doelgroepen", "target-groups.yaml", "F053")
        yield from _references(entry, names, "verwant", "practices", "F055")
        yield from _reference(entry, names, ("bron", "publicatie"), "sources", "F054")
        yield from _gemeenten(entry, names.register)
        if isinstance(entry.model, Fiche):
            yield from repeats(entry.model, entry.node, entry.body, entry.body_line)
    if entry.kind == "recommendations":
        yield from _references(entry, names, "domeinen", "domains", "F052")
        yield from _references(entry, names, "praktijken", "practices", "F055")
        yield from _references(entry, names, "aan", "addressees.yaml", "F057")
    if entry.body:
        yield from body.check(entry.file, entry.body, entry.body_line, names.body)


def _references(entry: Entry, names: _Names, key: str, kind: str, code: str) -> Iterator[Problem]:
    for position in range(len(entry.node.find((key,)).items)):
        yield from _reference(entry, names, (key, position), kind, code)


def _reference(
    entry: Entry, names: _Names, path: tuple[str | int, ...], kind: str, code: str
) -> Iterator[Problem]:
    node = entry.node.find(path)
    known = names.known[kind]
    if not isinstance(node.value, str) or node.value in known or kind in names.unsure:
        return
    field = ".".join(step for step in path if isinstance(step, str))
    hint = did_you_mean(node.value, known, GONE if kind == "practices" else "")
    yield problem(code, node.place, field=field, hint=hint, waarde=node.value, keuzes=", ".join(known))


def _gemeenten(entry: Entry, register: Register) -> Iterator[Problem]:
    for node in entry.node.find(("gemeenten",)).items:
        if isinstance(node.value, str) and not register.find(node.value):
            hint = did_you_mean(node.value, register.names)
            yield problem("F050", node.place, field="gemeenten", hint=hint, waarde=node.value)


def _addresses(validated: Validated) -> Iterator[Problem]:
    """Yield every address that is taken: of a page by the site itself, or a former one of a fiche by another fiche."""
    for entry in validated.entries:
        if entry.kind == "pages" and entry.id in RESERVED:
            yield problem("F056", Place(entry.file), waarde=entry.id, andere="de site zelf")
    practices = [e for e in validated.entries if e.kind == "practices"]
    taken = {e.id: f"de fiche {e.id}" for e in practices}
    for entry in practices:
        for node in entry.node.find(("vroegere_slugs",)).items:
            slug = str(node.value)
            if slug in taken:
                yield problem("F056", node.place, field="vroegere_slugs", waarde=slug, andere=taken[slug])
            taken.setdefault(slug, f"een vroeger adres van {entry.id}")


def _double_names(validated: Validated) -> Iterator[Problem]:
    """Yield every name that two organisations or two terms claim: it could only lead to one of them."""
    for kind, keys in (("organisations.yaml", ("ook", "diensten")), ("glossary.yaml", ("ook",))):
        taken: dict[str, str] = {}
        for entry in (e for e in validated.entries if e.kind == kind):
            others = [(node.place, str(node.value), f"{entry.id}.{key}") for key in keys for node in _items(entry, key)]
            for place, name, field in [(entry.key_place or entry.node.place, entry.id, entry.id), *others]:
                holder = taken.setdefault(name_key(name), entry.id)
                if holder != entry.id:
                    yield problem("F058", place, field=field, waarde=name, andere=holder)


def _items(entry: Entry, key: str) -> tuple[Node, ...]:
    return entry.node.find((key,)).items


def _double_orders(validated: Validated) -> Iterator[Problem]:
    """Yield every domain whose place in the box another one has: colour and tab follow from it."""
    orders = [(entry, entry.model.volgorde) for entry in validated.entries if isinstance(entry.model, Domein)]
    used = {order for _, order in orders}
    free = next(n for n in range(1, len(orders) + 2) if n not in used)
    taken: dict[int, str] = {}
    for entry, order in orders:
        holder = taken.setdefault(order, entry.id)
        if holder != entry.id:
            place = entry.node.find(("volgorde",)).place
            yield problem("F059", place, field="volgorde", waarde=order, andere=holder, vrij=free)


def _unknown_publications(validated: Validated, names: _Names) -> Iterator[Problem]:
    """Yield every file with recommendations that does not go by the name of a source."""
    known = names.known["sources"]
    for file in dict.fromkeys(e.file for e in validated.entries if e.kind == "recommendations"):
        source = PurePosixPath(file).stem
        if source not in known:
            hint = did_you_mean(source, known)
            yield problem("F054", Place(file), hint=hint, waarde=source, keuzes=", ".join(known))


def _catalogue(validated: Validated, register: Register) -> Catalogue:
    of_kind: dict[str, list[Entry]] = {}
    for entry in validated.entries:
        of_kind.setdefault(entry.kind, []).append(entry)
    settings = _models(of_kind.get("catalogue.yaml", []), CatalogusInstellingen)
    domains = _models(of_kind.get("domains", []), Domein)
    ordered = dict(sorted(domains.items(), key=lambda item: (item[1].volgorde, item[0])))
    pages = _models(of_kind.get("pages", []), Pagina)
    bodies = {(e.kind, e.id): e.body for e in validated.entries}
    sources = _models(of_kind.get("sources", []), Bron)
    organisations = _models(of_kind.get("organisations.yaml", []), Organisatie)
    practices = [_practice(e, register) for e in of_kind.get("practices", [])]
    return Catalogue(
        instellingen=settings.get("catalogue", CatalogusInstellingen()),
        praktijken=tuple(sorted((p for p in practices if p), key=lambda p: (alphabetical(p.fiche.titel), p.slug))),
        domeinen=ordered,
        inleidingen={id_: bodies["domains", id_] for id_ in ordered},
        doelgroepen=_models(of_kind.get("target-groups.yaml", []), Doelgroep),
        bestemmelingen=_models(of_kind.get("addressees.yaml", []), Bestemmeling),
        bronnen=sources,
        bronteksten={id_: bodies["sources", id_] for id_ in sources},
        paginas={i: (p, bodies["pages", i]) for i, p in sorted(pages.items(), key=lambda x: (x[1].volgorde, x[0]))},
        organisaties=organisations,
        schrijfwijzen={
            name_key(word): name for name, o in organisations.items() for word in (name, *o.ook, *o.diensten)
        },
        termen=_models(of_kind.get("glossary.yaml", []), Term),
        synoniemen=_models(of_kind.get("synonyms.yaml", []), Synoniemen),
        adviezen=tuple(
            Advies(entry.id, PurePosixPath(entry.file).stem, entry.model)
            for entry in of_kind.get("recommendations", [])
            if isinstance(entry.model, Aanbeveling)
        ),
        vroegere_adressen={old: p.slug for p in practices if p for old in p.fiche.vroegere_slugs},
        beelden=validated.images,
    )


def _models(entries: Iterable[Entry], model: type[T]) -> dict[str, T]:
    return {entry.id: entry.model for entry in entries if isinstance(entry.model, model)}


def _practice(entry: Entry, register: Register) -> Praktijk | None:
    if not isinstance(entry.model, Fiche):
        return None
    found = [register.find(name) for name in entry.model.gemeenten]
    towns = tuple(v for v in found if v)
    data = {pair.key: pair.node.plain() for pair in entry.node.pairs}
    return Praktijk(entry.id, entry.model, entry.body, entry.file, towns, entry.text, data)


def canonical(catalogue: Catalogue, organisation: str) -> str:
    """Return the name an organisation goes by in organisations.yaml, or *organisation* when it is not there.

    Case, accents, spaces and punctuation make no difference.
    """
    return catalogue.schrijfwijzen.get(name_key(organisation), organisation)


def name_key(name: str) -> str:
    """Return what the spellings of a name have in common: as in an address, or as written when that is empty."""
    return slugify(name) or name.casefold()


def place_of(practice: Praktijk) -> Place:
    """Return where *practice* begins, for a remark about the whole of it."""
    return Place(practice.file)
