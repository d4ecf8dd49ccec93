"""What editors write: one frozen, closed pydantic model per kind of content file, and the vocabularies in them.

Values come in as text (see frontmatter) and leave as what they mean. A rule that fails raises a problem's code
(`_wrong`), never a sentence: sentences live in data/messages.toml. Descriptions are Dutch: they go to the JSON Schema.
"""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

UNKNOWN = "onbekend"
SLUG_AT_MOST = 100
LIST_AT_MOST = 100
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _wrong(code: str, **values: object) -> PydanticCustomError:
    """Return the error that becomes problem *code*.

    `at` is the step below where it is raised that it belongs to, `beside` the key next to it; `needs` are the keys of
    which one was looked for: when one of those is misspelt, that is the problem and this is not.
    """
    return PydanticCustomError(code, "{code}", {"code": code, **values})


# Vocabularies that the code gives meaning to. Those that only name things live in content/ (domains, target groups).


class Werkingsgebied(StrEnum):
    """How far a practice reaches."""

    GEMEENTE = "gemeente"
    INTERGEMEENTELIJK = "intergemeentelijk"
    REGIO = "regio"
    PROVINCIE = "provincie"
    GEWEST = "gewest"
    NATIONAAL = "nationaal"
    BUITENLAND = "buitenland"
    ONBEKEND = "onbekend"


class Per(StrEnum):
    """What an amount pays for."""

    TOTAAL = "totaal"
    JAAR = "jaar"
    MAAND = "maand"
    TRAJECT = "traject"
    REEKS = "reeks"
    ORGANISATIE = "organisatie"
    DEELNEMER = "deelnemer"
    INWONER = "inwoner"
    SUBSIDIEPLAFOND = "subsidieplafond"
    ONBEKEND = "onbekend"


class Status(StrEnum):
    """Where a practice stands."""

    GEPLAND = "gepland"
    LOPEND = "lopend"
    INGEBED = "ingebed"
    AFGEROND = "afgerond"
    GESTOPT = "gestopt"


class BewijsSoort(StrEnum):
    """How it is known whether a practice worked, from nothing to an outside evaluation."""

    GEEN = "geen"
    EIGEN_TELLING = "eigen-telling"
    BEVRAGING = "bevraging"
    INTERNE_EVALUATIE = "interne-evaluatie"
    EXTERNE_EVALUATIE = "externe-evaluatie"


class BronSoort(StrEnum):
    """What kind of publication a source is."""

    INSPIRATIEGIDS = "inspiratiegids"
    BELEIDSNOTA = "beleidsnota"
    PROJECTOPROEP = "projectoproep"
    ACTIEPLAN = "actieplan"
    EVALUATIE = "evaluatie"


class OrganisatieSoort(StrEnum):
    """What kind of organisation a trekker or partner is."""

    GEMEENTE = "gemeente"
    OCMW = "ocmw"
    PROVINCIE = "provincie"
    VLAAMSE_OVERHEID = "vlaamse-overheid"
    FEDERALE_OVERHEID = "federale-overheid"
    VERENIGING = "vereniging"
    ONDERWIJS = "onderwijs"
    GEZONDHEIDSZORG = "gezondheidszorg"
    BEDRIJF = "bedrijf"
    INTERNATIONAAL = "internationaal"
    ANDERE = "andere"


# Values: read from text, each with the shape an editor's tool should expect.


class Datum(BaseModel):
    """A date to the precision that is known: a year, a month or a day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    jaar: int
    maand: int | None = None
    dag: int | None = None

    def first(self) -> date:
        """Return the first day it can be."""
        return date(self.jaar, self.maand or 1, self.dag or 1)

    def last(self) -> date:
        """Return the last day it can be."""
        month = self.maand or 12
        return date(self.jaar, month, self.dag or calendar.monthrange(self.jaar, month)[1])

    def __str__(self) -> str:
        parts = (f"{self.jaar:04}", *(f"{part:02}" for part in (self.maand, self.dag) if part))
        return "-".join(parts)


_DATE = r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"


def _read_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_DATE, value):
        raise _wrong("F039", waarde=value)
    numbers = [int(part) for part in value.split("-")]
    if len(numbers) == 3 and numbers[2] > calendar.monthrange(numbers[0], numbers[1])[1]:
        raise _wrong("F039", waarde=value)
    return dict(zip(("jaar", "maand", "dag"), numbers, strict=False))


def _read_euro(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{1,12}(?:\.[0-9]{2})?", value):
        raise _wrong("F037", waarde=value)
    return Decimal(value)


def _read_number(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{1,12}(?:\.[0-9]{1,2})?", value):
        raise _wrong("F038", waarde=value)
    return Decimal(value)


def _read_count(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{1,9}", value) or int(value) == 0:
        raise _wrong("F038", waarde=value)
    return int(value)


def _read_year(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"(?:19|20)\d\d", value):
        raise _wrong("F039", waarde=value)
    return int(value)


def _read_url(value: object) -> object:
    host = r"(?:[\w-]+\.)+[a-z]{2,}"
    if isinstance(value, str) and not re.fullmatch(rf"https?://{host}(?::\d+)?(?:[/?#][^\s<>\"']*)?", value, re.I):
        raise _wrong("F040", waarde=value)
    return value


def _read_email(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", value, re.I):
        raise _wrong("F041", waarde=value)
    return value


def _read_pages(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(_PAGES, value):
        raise _wrong("F049", waarde=value)
    return value


def _read_slug(value: object) -> object:
    if isinstance(value, str) and not (SLUG.fullmatch(value) and len(value) <= SLUG_AT_MOST):
        raise _wrong("F007", naam=value, voorstel="twee-toeleiders-een-loket")
    return value


def _as_range(read: Callable[[object], object]) -> BeforeValidator:
    """Read a single number as a range from and to itself, so that everything after has one shape."""

    def read_once(value: object) -> object:
        return {"van": read(value), "tot": read(value)} if isinstance(value, str) else value

    return BeforeValidator(read_once)


def _unknown_is_empty(value: object) -> object:
    """Read the word onbekend, alone or as the one item of a list, as an empty list: known to be missing."""
    return () if value in (UNKNOWN, [UNKNOWN]) else value


def _no_doubles(values: tuple[str, ...]) -> tuple[str, ...]:
    seen: set[str] = set()
    for position, value in enumerate(values):
        if value in seen:
            raise _wrong("F048", waarde=value, at=position)
        seen.add(value)
    return values


_PAGES = r"[0-9]{1,4}(?:[-–, ]{1,3}[0-9]{1,4}){0,9}"
_SLUG_SCHEMA = {"type": "string", "pattern": f"^{SLUG.pattern}$", "maxLength": SLUG_AT_MOST}
_NUMBER_SCHEMA = {"type": "number", "minimum": 0}
_RANGE_SCHEMA = {
    "anyOf": [
        _NUMBER_SCHEMA,
        {
            "type": "object",
            "properties": {"van": _NUMBER_SCHEMA, "tot": _NUMBER_SCHEMA},
            "required": ["van", "tot"],
            "additionalProperties": False,
        },
    ]
}
_YEAR_SCHEMA = {"type": "integer", "minimum": 1900, "maximum": 2099}
_DATE_SCHEMA = {"anyOf": [_YEAR_SCHEMA, {"type": "string", "pattern": f"^{_DATE}$"}]}

Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Naam = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Verwijzing = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Partieel = Annotated[Datum, BeforeValidator(_read_date), WithJsonSchema(_DATE_SCHEMA)]
Euro = Annotated[Decimal, BeforeValidator(_read_euro), WithJsonSchema(_NUMBER_SCHEMA)]
Getal = Annotated[Decimal, BeforeValidator(_read_number), WithJsonSchema(_NUMBER_SCHEMA)]
Aantal = Annotated[int, BeforeValidator(_read_count), WithJsonSchema({"type": "integer", "minimum": 1})]
Jaar = Annotated[int, BeforeValidator(_read_year), WithJsonSchema(_YEAR_SCHEMA)]
Webadres = Annotated[str, BeforeValidator(_read_url), WithJsonSchema({"type": "string", "format": "uri"})]
Mailadres = Annotated[str, BeforeValidator(_read_email), WithJsonSchema({"type": "string", "format": "email"})]

_LIST = Field(max_length=LIST_AT_MOST)
Namen = Annotated[tuple[Naam, ...], _LIST, AfterValidator(_no_doubles)]
Verwijzingen = Annotated[tuple[Verwijzing, ...], _LIST, AfterValidator(_no_doubles)]
Slug = Annotated[str, BeforeValidator(_read_slug), WithJsonSchema(_SLUG_SCHEMA)]
Bladzijden = Annotated[
    str,
    BeforeValidator(_read_pages),
    WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": f"^{_PAGES}$"}]}),
]


class _Model(BaseModel):
    """Frozen and closed; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=False)


def _in_order(van: Decimal, tot: Decimal) -> None:
    if van > tot:
        raise _wrong("F042", van=van, tot=tot, at="van")


class EuroBereik(_Model):
    """An amount in euro, from *van* to *tot*; the same twice for one amount."""

    van: Euro
    tot: Euro

    @model_validator(mode="after")
    def _rises(self) -> Self:
        _in_order(self.van, self.tot)
        return self


class GetalBereik(_Model):
    """A number, from *van* to *tot*; the same twice for one number."""

    van: Getal
    tot: Getal

    @model_validator(mode="after")
    def _rises(self) -> Self:
        _in_order(self.van, self.tot)
        return self


EuroOfBereik = Annotated[EuroBereik, _as_range(_read_euro), WithJsonSchema(_RANGE_SCHEMA)]
GetalOfBereik = Annotated[GetalBereik, _as_range(_read_number), WithJsonSchema(_RANGE_SCHEMA)]


# The fiche.


class Bedrag(_Model):
    """An amount with what it is for."""

    euro: EuroOfBereik = Field(description="Het bedrag in euro: een getal, of een bereik met van en tot.")
    per: Per = Field(description="Waarvoor het bedrag telt: in totaal, per jaar, per traject …")
    toelichting: Tekst | None = Field(None, description="Wat u over dit bedrag moet weten.")


class Inzet(_Model):
    """Staff: full-time equivalents or, where only people are counted, their number."""

    vte: GetalOfBereik | None = Field(None, description="Voltijdse equivalenten; een halftijdse is 0.5.")
    aantal: Aantal | None = Field(
        None, validate_default=True, description="Aantal mensen, als de bron geen voltijdse equivalenten geeft."
    )
    rol: Naam | None = Field(None, description="Wat deze mensen doen, zoals toeleiders.")
    toelichting: Tekst | None = Field(None, description="Wat u over deze inzet moet weten.")

    @field_validator("aantal")
    @classmethod
    def _one_measure(cls, aantal: int | None, info: ValidationInfo) -> int | None:
        if "vte" in info.data and (info.data["vte"] is None) == (aantal is None):
            raise _wrong("F047", needs=("vte", "aantal"))
        return aantal


class Budget(_Model):
    """What a practice costs, in money and people, and who pays."""

    bedragen: tuple[Bedrag, ...] = Field((), description="Bedragen in euro, elk met waarvoor het is.")
    personeel: tuple[Inzet, ...] = Field((), description="Wie eraan werkt: in voltijdse equivalenten of in mensen.")
    financiering: tuple[Tekst, ...] = Field((), description="Wie betaalt.")
    toelichting: Tekst | None = Field(None, description="Wat u over het budget moet weten.")


class Periode(_Model):
    """When a practice ran, as precisely as is known."""

    start: Partieel | None = Field(None, description="Begin: jaar, jaar-maand of jaar-maand-dag.")
    einde: Partieel | None = Field(None, description="Einde: jaar, jaar-maand of jaar-maand-dag.")
    toelichting: Tekst | None = Field(None, description="Wat u over de periode moet weten.")

    @field_validator("einde")
    @classmethod
    def _runs_forward(cls, einde: Datum | None, info: ValidationInfo) -> Datum | None:
        start = info.data.get("start")
        if start and einde and einde.last() < start.first():
            raise _wrong("F043")
        return einde


_PERSONAL = re.compile(r"(?:[^\W\d_]+(?:-[^\W\d_]+)*[._])+[^\W\d_]{2,}(?:-[^\W\d_]+)*@")  # an.peeters@, a.peeters@
_SERVICES = re.compile(
    r"info|contact|onthaal|dienst|loket|huis|sociaal|sociale|welzijn|ocmw|cpas|stad|gemeente|commune|team|secretariaat"
    r"|zorg|wonen|werk|jeugd|school|onderwijs|integratie|inburgering|diversiteit|taal|bib|cultuur|vrije|administrat"
)


def _personal(email: str | None) -> bool:
    """Return whether *email* looks like a person’s; a mailbox such as sociaal.huis@ is a service’s."""
    found = _PERSONAL.match(email.casefold()) if email else None
    return found is not None and not _SERVICES.search(found[0])


class Contact(_Model):
    """Whom to call: an organisation and a function; a person only with consent until a date."""

    organisatie: Naam = Field(description="De organisatie.")
    functie: Naam | None = Field(None, description="De functie of dienst, zoals Coördinator toeleiding.")
    email: Mailadres | None = Field(None, description="Een mailbox van de organisatie, zoals info@voorbeeld.be.")
    website: Webadres | None = Field(None, description="De website van de organisatie.")
    naam: Naam | None = Field(None, description="Naam van een persoon: alleen met toestemming_tot.")
    telefoon: Naam | None = Field(None, description="Telefoon van een persoon: alleen met toestemming_tot.")
    toestemming_tot: Partieel | None = Field(
        None, validate_default=True, description="Tot wanneer de persoon met vermelding instemt."
    )

    @property
    def persoonlijk(self) -> tuple[str, ...]:
        """Return the keys that point to a person."""
        return _persoonlijk(dict(self))

    @field_validator("toestemming_tot")
    @classmethod
    def _consent(cls, until: Datum | None, info: ValidationInfo) -> Datum | None:
        personal = _persoonlijk(info.data)
        if personal and not until:
            raise _wrong("F046", sleutel=personal[0], beside=personal[0], needs=("toestemming_tot",))
        return until


def _persoonlijk(contact: Mapping[str, Any]) -> tuple[str, ...]:
    personal = [key for key in ("naam", "telefoon") if contact.get(key)]
    return (*personal, "email") if _personal(contact.get("email")) else tuple(personal)


class Cijfer(_Model):
    """A figure with its unit and, where known, its year."""

    waarde: GetalOfBereik = Field(
        description="Het getal, of een bereik met van en tot; met een punt voor decimalen, zonder duizendtekens."
    )
    eenheid: Naam = Field(description="Wat er geteld is, zoals gezinnen of % vond werk.")
    toelichting: Tekst | None = Field(None, description="Wat u over dit cijfer moet weten.")
    jaar: Jaar | None = Field(None, description="Het jaar van het cijfer.")


class Bewijs(_Model):
    """How it is known whether the practice worked."""

    soort: BewijsSoort = Field(description="Hoe het resultaat is vastgesteld, van geen tot een externe evaluatie.")
    toelichting: Tekst | None = Field(None, description="Wie, wanneer, bij hoeveel mensen.")


class Link(_Model):
    """A link out of the catalogue."""

    titel: Naam = Field(description="Wat er achter de link zit.")
    url: Webadres = Field(description="Het volledige webadres.")


class Bronvermelding(_Model):
    """The place in a publication where the facts come from."""

    publicatie: Verwijzing = Field(description="De bestandsnaam van de publicatie in content/sources, zonder .md.")
    pagina: Bladzijden | None = Field(None, description="De bladzijden, zoals 31-33.")


Lijst = tuple[Tekst, ...]
NAMES_NEEDING_A_PLACE = {Werkingsgebied.INTERGEMEENTELIJK, Werkingsgebied.REGIO, Werkingsgebied.BUITENLAND}


class _OrUnknown:
    """Says in the JSON Schema that the word onbekend may stand in the place of a list."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"const": UNKNOWN}]}


class Fiche(_Model):
    """One good practice: the front matter of content/practices/<slug>.md."""

    titel: Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=110)] = Field(
        description="De titel: kort, concreet en uitnodigend."
    )
    samenvatting: Annotated[str, StringConstraints(strip_whitespace=True, min_length=80, max_length=400)] = Field(
        description="In twee of drie zinnen: wat is het, voor wie, wat doet het? Gewone tekst zonder opmaak."
    )
    domeinen: Annotated[Verwijzingen, Field(min_length=1, max_length=3)] = Field(
        description="Een tot drie domeinen uit content/domains; het eerste is het hoofddomein."
    )
    gemeenten: Namen = Field(
        (), description="Gemeenten, met de naam van toen: Nederlands, Frans of REFNIS-code."
    )
    werkingsgebied: Werkingsgebied = Field(description="Hoe ver de praktijk reikt.")
    plaats: Naam | None = Field(
        None, validate_default=True, description="Vrije plaatsnaam, zoals Regio Halle-Vilvoorde."
    )
    doelgroepen: Verwijzingen = Field((), description="Doelgroepen uit content/target-groups.yaml.")
    trekker: Annotated[
        Namen, BeforeValidator(_unknown_is_empty), _OrUnknown()
    ] = Field(description="De organisaties die de praktijk trekken, of het woord onbekend.")
    partners: Namen = Field((), description="De organisaties die meewerken.")
    budget: Budget | None = Field(None, description="Wat het kost, in geld en mensen, en wie betaalt.")
    periode: Periode | None = Field(None, description="Wanneer de praktijk liep.")
    status: Status | None = Field(None, description="Hoe het er nu voor staat; laat weg als u het niet weet.")
    contact: Annotated[
        tuple[Contact, ...], BeforeValidator(_unknown_is_empty), _OrUnknown()
    ] = Field(description="Wie een collega kan bereiken, of het woord onbekend.")
    cijfers: tuple[Cijfer, ...] = Field((), description="Bereik en resultaat in cijfers.")
    randvoorwaarden: Lijst = Field((), description="Wat er moet zijn voor u begint.")
    lessen: Lijst = Field((), description="Wat anderen moeten weten, ook wat misliep.")
    bewijs: Bewijs | None = Field(None, description="Hoe bekend is of het werkte.")
    links: tuple[Link, ...] = Field((), description="Links naar meer informatie.")
    bron: Bronvermelding | None = Field(None, description="De publicatie waaruit de feiten komen.")
    trefwoorden: Namen = Field((), description="Woorden waarop mensen zoeken en die niet in de tekst staan.")
    verwant: Verwijzingen = Field((), description="Bestandsnamen van verwante fiches.")
    vroegere_slugs: tuple[Slug, ...] = Field((), description="Oude adressen van deze fiche, die blijven werken.")
    laatst_nagekeken: Partieel | None = Field(
        None, validate_default=True, description="Wanneer iemand de feiten laatst nakeek."
    )
    taal: Literal["nl", "fr", "de", "en"] | None = Field(
        None, description="Taal van de fiche; weggelaten: die van de catalogus."
    )

    # Rules about two keys hang on the last of them, so that they are found even when another key is wrong.

    @field_validator("plaats")
    @classmethod
    def _place(cls, plaats: str | None, info: ValidationInfo) -> str | None:
        area = info.data.get("werkingsgebied")
        if not plaats and info.data.get("gemeenten") == () and area in NAMES_NEEDING_A_PLACE:
            raise _wrong("F044", werkingsgebied=area.value, beside="werkingsgebied", needs=("plaats", "gemeenten"))
        return plaats

    @field_validator("laatst_nagekeken")
    @classmethod
    def _origin(cls, checked: Datum | None, info: ValidationInfo) -> Datum | None:
        if checked is None and "bron" in info.data and info.data["bron"] is None:
            raise _wrong("F045", needs=("bron", "laatst_nagekeken"))
        return checked


# The rest of content/.


class GidsInstellingen(_Model):
    """Settings of the printed guide."""

    titel: Naam = Field("Inspiratiegids", description="Titel op de kaft.")
    ondertitel: Tekst | None = Field(None, description="Eén regel onder de titel.")


class CatalogusInstellingen(_Model):
    """content/catalogue.yaml: what this catalogue is and who publishes it."""

    titel: Naam = Field("Fichebak", description="Naam van de catalogus.")
    ondertitel: Tekst | None = Field(None, description="Eén regel die zegt wat de catalogus is.")
    uitgever: Naam | None = Field(None, description="Wie de catalogus uitgeeft.")
    base_url: Webadres | None = Field(None, description="Adres waarop de site staat, zoals https://voorbeeld.be/praktijken/.")
    taal: Literal["nl", "fr", "de", "en"] = Field("nl", description="Taal van de catalogus.")
    licentie: Naam = Field("CC BY 4.0", description="Licentie van de teksten.")
    licentie_url: Webadres | None = Field(None, description="Adres van de licentie.")
    repository: Webadres | None = Field(None, description="Adres van de bestanden op GitHub, GitLab of Gitea.")
    mailbox: Mailadres | None = Field(None, description="Mailbox van de redactie.")
    thema: Slug = Field("default", description="Map in themes/ met de vormgeving.")
    gids: GidsInstellingen = Field(GidsInstellingen(), description="Instellingen van de gedrukte gids.")


class Domein(_Model):
    """A domain: the front matter of content/domains/<id>.md; the body introduces it."""

    label: Naam = Field(description="Naam van het domein.")
    volgorde: Aantal = Field(
        description="Plaats in de bak, vanaf 1. Kleur en plaats van de tab volgen hieruit: verander ze nooit."
    )
    kort: Annotated[str, StringConstraints(strip_whitespace=True, max_length=160)] | None = Field(
        None, description="Eén zin: wat u hier vindt."
    )


class Doelgroep(_Model):
    """A target group: one entry of content/target-groups.yaml."""

    label: Naam = Field(description="Naam van de doelgroep.")
    toelichting: Tekst | None = Field(None, description="Wie ermee bedoeld wordt.")


class Bron(_Model):
    """A publication: the front matter of content/sources/<id>.md; the body describes it."""

    titel: Annotated[str, StringConstraints(strip_whitespace=True, max_length=250)] = Field(
        description="Titel van de publicatie."
    )
    uitgevers: tuple[Naam, ...] = Field((), description="Wie de publicatie uitgaf.")
    jaar: Jaar | None = Field(None, description="Jaar van uitgave, als de publicatie het noemt.")
    toelichting_jaar: Tekst | None = Field(None, description="Wat bekend is als er geen jaar staat.")
    soort: BronSoort = Field(description="Soort publicatie.")
    url: Webadres | None = Field(None, description="Waar de publicatie staat.")
    cijfers: tuple[Cijfer, ...] = Field((), description="Kerncijfers uit de publicatie.")


class Organisatie(_Model):
    """An organisation with its other spellings: one entry of content/organisations.yaml, by canonical name."""

    soort: OrganisatieSoort = Field(description="Soort organisatie.")
    ook: tuple[Naam, ...] = Field((), description="Andere schrijfwijzen van dezelfde organisatie.")
    website: Webadres | None = Field(None, description="Website van de organisatie.")


class Term(_Model):
    """A term of content/glossary.yaml."""

    voluit: Naam | None = Field(None, description="De volle naam van een afkorting.")
    uitleg: Tekst = Field(description="Uitleg in gewone taal.")
    ook: tuple[Naam, ...] = Field((), description="Andere schrijfwijzen.")


class Pagina(_Model):
    """A page such as over: the front matter of content/pages/<id>.md."""

    titel: Naam = Field(description="Titel van de pagina.")
    volgorde: Aantal = Field(99, description="Plaats in de voettekst.")


class Aanbeveling(_Model):
    """A recommendation: one entry of content/recommendations/<source>.yaml, by id."""

    tekst: Tekst = Field(description="De aanbeveling, in eigen woorden.")
    aan: Namen = Field(description="Aan wie ze gericht is, zoals gemeenten of Vlaamse overheid.")
    domeinen: Verwijzingen = Field((), description="Domeinen uit content/domains.")
    praktijken: Verwijzingen = Field((), description="Bestandsnamen van fiches die het tonen.")
    pagina: Bladzijden | None = Field(None, description="De plaats in de publicatie.")


class Synoniemen(_Model):
    """Words that mean the same when searching: one entry of content/synonyms.yaml, by word."""

    ook: Namen = Field(description="Woorden die hetzelfde zoeken.")
