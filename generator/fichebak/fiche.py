"""What editors write in a fiche: frozen, closed pydantic models.

Values come in as text (see frontmatter) and leave as what they mean (see values). Title, description and example of a
key are Dutch: they become those of the JSON Schema, of the form and of `fichebak new`.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, StringConstraints, ValidationInfo, field_validator

from fichebak.values import (
    READABLE,
    Aantal,
    Bladzijden,
    Datum,
    EenTotDrie,
    EuroOfBereik,
    GetalOfBereik,
    Jaar,
    Mailadres,
    Model,
    Naam,
    Namen,
    OrUnknown,
    Partieel,
    Slug,
    Taal,
    Tekst,
    Telefoon,
    Verwijzing,
    Verwijzingen,
    Webadres,
    folded,
    unknown_is_empty,
    wrong,
)
from fichebak.vocabulary import BewijsSoort, Per, Status, Werkingsgebied


class Bedrag(Model):
    """An amount with what it is for."""

    euro: EuroOfBereik = Field(
        title="Bedrag in euro",
        description="Een getal, of een bereik met van en tot. Zonder punt voor duizendtallen.",
        examples=[6600],
    )
    per: Per = Field(
        title="Waarvoor",
        description="Waarvoor het bedrag telt: in totaal, per jaar, per traject …",
        examples=["traject"],
    )
    toelichting: Tekst | None = Field(
        None,
        title="Toelichting bij het bedrag",
        description="Wat een lezer over dit bedrag moet weten.",
        examples=["Naargelang de kosten van tolken en vervoer."],
    )


class Inzet(Model):
    """Staff: full-time equivalents or, where only people are counted, their number."""

    vte: GetalOfBereik | None = Field(
        None,
        title="Voltijdse equivalenten",
        description="Een halftijdse is 0.5, met een punt. Mag ook een bereik zijn met van en tot.",
        examples=[0.5],
    )
    aantal: Aantal | None = Field(
        None,
        validate_default=True,
        title="Aantal mensen",
        description="Alleen als u geen voltijdse equivalenten kent.",
        examples=[4],
    )
    rol: Naam | None = Field(
        None, title="Rol", description="Wat deze mensen doen.", examples=["maatschappelijk werkers"]
    )
    toelichting: Tekst | None = Field(
        None,
        title="Toelichting bij het personeel",
        description="Wat een lezer over deze inzet moet weten.",
        examples=["In het eerste jaar, daarna de helft."],
    )

    @field_validator("aantal")
    @classmethod
    def _one_measure(cls, aantal: int | None, info: ValidationInfo) -> int | None:
        if "vte" in info.data and (info.data["vte"] is None) == (aantal is None):
            raise wrong("F047", needs=("vte", "aantal"))
        return aantal


class Budget(Model):
    """What a practice costs, in money and people, and who pays."""

    bedragen: tuple[Bedrag, ...] = Field(
        (),
        title="Bedragen",
        description="Bedragen in euro, elk met waarvoor het is.",
        examples=[[{"euro": 6600, "per": "traject"}]],
    )
    personeel: tuple[Inzet, ...] = Field(
        (),
        title="Personeel",
        description="Wie eraan werkt: in voltijdse equivalenten of in mensen.",
        examples=[[{"vte": 0.5, "rol": "toeleider"}]],
    )
    financiering: tuple[Tekst, ...] = Field(
        (), title="Wie betaalt", description="Van wie het geld komt.", examples=[["Provinciaal Impulsfonds"]]
    )
    toelichting: Tekst | None = Field(
        None,
        title="Toelichting bij het budget",
        description="Wat een lezer over het hele budget moet weten.",
        examples=["De stad betaalt de huur van het lokaal."],
    )


class Periode(Model):
    """When a practice ran, as precisely as is known."""

    start: Partieel | None = Field(
        None, title="Begin", description="Een jaar, jaar-maand of jaar-maand-dag.", examples=["2024-09"]
    )
    einde: Partieel | None = Field(
        None,
        title="Einde",
        description="Een jaar, jaar-maand of jaar-maand-dag. Loopt het nog, laat dit dan weg.",
        examples=["2026-06-30"],
    )
    toelichting: Tekst | None = Field(
        None,
        title="Toelichting bij de periode",
        description="Wat een lezer over de periode moet weten.",
        examples=["Verlengd na een proefjaar."],
    )

    @field_validator("einde")
    @classmethod
    def _runs_forward(cls, einde: Datum | None, info: ValidationInfo) -> Datum | None:
        start = info.data.get("start")
        if start and einde and einde.last() < start.first():
            raise wrong("F043")
        return einde


PERSONAL = re.compile(r"(?:[^\W\d_]+(?:-[^\W\d_]+)*[._])+[^\W\d_]{2,}(?:-[^\W\d_]+)*@")  # an.peeters@, a.peeters@
SERVICES = re.compile(
    r"info|contact|onthaal|dienst|loket|huis|sociaal|sociale|welzijn|ocmw|cpas|stad|gemeente|commune|team|secretariaat"
    r"|zorg|wonen|werk|jeugd|school|onderwijs|integratie|inburgering|diversiteit|taal|bib|cultuur|vrije|administrat"
)


def _personal(email: str | None) -> bool:
    """Return whether *email* looks like a person’s; a mailbox such as sociaal.huis@ is a service’s."""
    found = PERSONAL.match(email.casefold()) if email else None
    return found is not None and not SERVICES.search(found[0])


class Contact(Model):
    """Whom to call: an organisation and a function; a person only with consent until a date."""

    organisatie: Naam = Field(
        title="Organisatie", description="Bij wie een collega terechtkan.", examples=["OCMW Aalst"]
    )
    functie: Naam | None = Field(
        None,
        title="Functie of dienst",
        description="Wie een collega daar vraagt: een functie, geen naam.",
        examples=["Coördinator toeleiding"],
    )
    email: Mailadres | None = Field(
        None,
        title="Mailadres",
        description="Een mailbox van de organisatie of dienst, niet van een persoon.",
        examples=["info@voorbeeld.be"],
    )
    website: Webadres | None = Field(
        None,
        title="Website",
        description="Het volledige webadres, met https:// ervoor.",
        examples=["https://www.voorbeeld.be/onthaal"],
    )
    naam: Naam | None = Field(
        None,
        title="Naam van een persoon",
        description="Alleen als die persoon het goedvond. Zeg dan ook tot wanneer.",
        examples=["Mies Voorbeeld"],
    )
    telefoon: Telefoon | None = Field(
        None,
        title="Telefoon van een persoon",
        description="Alleen als die persoon het goedvond. Zeg dan ook tot wanneer.",
        examples=["053 00 00 00"],
    )
    toestemming_tot: Partieel | None = Field(
        None,
        validate_default=True,
        title="Toestemming tot",
        description="Tot wanneer de persoon met de vermelding instemt. Daarna verdwijnen de gegevens vanzelf.",
        examples=["2028-12-31"],
    )

    @property
    def persoonlijk(self) -> tuple[str, ...]:
        """Return the keys that point to a person."""
        return _persoonlijk(dict(self))

    @property
    def met_toestemming(self) -> tuple[str, ...]:
        """Return the keys that the consent is for: those of a person, else the mailbox: nothing else is there."""
        return self.persoonlijk or (("email",) if self.email and self.toestemming_tot else ())

    def zonder_persoon(self) -> Self:
        """Return the same without what a person agreed to: for search, and after the consent."""
        return self.model_copy(update=dict.fromkeys((*self.met_toestemming, "toestemming_tot")))

    def verlopen(self, today: date) -> bool:
        """Return whether the consent of a person ended before *today*."""
        return self.toestemming_tot is not None and self.toestemming_tot.last() < today

    @field_validator("toestemming_tot")
    @classmethod
    def _consent(cls, until: Datum | None, info: ValidationInfo) -> Datum | None:
        personal = _persoonlijk(info.data)
        if personal and not until:
            raise wrong("F046", sleutel=personal[0], beside=personal[0], needs=("toestemming_tot",))
        return until


def _persoonlijk(contact: Mapping[str, Any]) -> tuple[str, ...]:
    personal = [key for key in ("naam", "telefoon") if contact.get(key)]
    email, name = contact.get("email"), contact.get("naam")
    return (*personal, "email") if _personal(email) or _named_after(email, name) else tuple(personal)


NAME_PART = 3  # letters of a name that say something: an, de and van der are in many a mailbox


def _named_after(email: str | None, name: str | None) -> bool:
    """Return whether the mailbox *email* has a part of the *name* of a person in it, accents apart."""
    box, parts = folded((email or "").split("@")[0]), re.findall(r"[^\W\d_]+", folded(name or ""))
    return any(len(part) >= NAME_PART and part in box for part in parts)


class Cijfer(Model):
    """A figure with its unit and, where known, its year."""

    waarde: GetalOfBereik = Field(
        title="Getal",
        description="Een getal, of een bereik met van en tot; met een punt voor decimalen, zonder duizendtekens.",
        examples=[2169],
    )
    eenheid: Naam = Field(
        title="Eenheid", description="Wat er geteld is, zoals gezinnen of % vond werk.", examples=["gezinnen"]
    )
    toelichting: Tekst | None = Field(
        None,
        title="Toelichting bij het cijfer",
        description="Wat een lezer over dit cijfer moet weten.",
        examples=["Onthaald in 21 gemeenten."],
    )
    jaar: Jaar | None = Field(None, title="Jaar", description="Het jaar van het cijfer.", examples=[2025])


class Bewijs(Model):
    """How it is known whether the practice worked."""

    soort: BewijsSoort = Field(
        title="Soort bewijs",
        description="Hoe het resultaat is vastgesteld, van geen tot een externe evaluatie.",
        examples=["bevraging"],
    )
    toelichting: Tekst | None = Field(
        None,
        title="Toelichting bij het bewijs",
        description="Wie het naging, wanneer, en bij hoeveel mensen.",
        examples=["Door een hogeschool, in 2025, bij 40 gezinnen."],
    )


class Link(Model):
    """A link out of the catalogue."""

    titel: Naam = Field(
        title="Titel van de link", description="Wat er achter de link zit.", examples=["Het verslag van 2025"]
    )
    url: Webadres = Field(
        title="Webadres",
        description="Het volledige webadres, met https:// ervoor.",
        examples=["https://www.voorbeeld.be/verslag"],
    )
    taal: Taal | None = Field(
        None,
        title="Taal van de titel",
        description="De taal van de titel, als ze niet die van de catalogus is.",
        examples=["fr"],
    )


class Bronvermelding(Model):
    """The place in a publication where the facts come from."""

    publicatie: Verwijzing = Field(
        title="Publicatie",
        description="Een van de publicaties van deze catalogus, uit content/sources.",
        examples=["van-opvang-naar-samenleven"],
    )
    pagina: Bladzijden | None = Field(
        None, title="Bladzijden", description="De bladzijde, of van en tot: 31-33.", examples=["31-33"]
    )


Lijst = tuple[Tekst, ...]
NEEDING_A_PLACE = (Werkingsgebied.INTERGEMEENTELIJK, Werkingsgebied.REGIO, Werkingsgebied.BUITENLAND)


class Fiche(Model):
    """One good practice: the front matter of content/practices/<slug>.md."""

    titel: Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=110), READABLE] = Field(
        title="Titel",
        description="Kort, concreet en uitnodigend.",
        examples=["Twee toeleiders, één loket"],
    )
    samenvatting: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=80, max_length=400), READABLE
    ] = Field(
        title="Samenvatting",
        description="In twee of drie zinnen: wat is het, voor wie, wat doet het? Gewone tekst zonder opmaak.",
        examples=[
            "Twee toeleiders uit de buurt helpen nieuwe gezinnen aan één loket, met papieren, school en werk, en gaan "
            "mee naar de eerste afspraak."
        ],
    )
    domeinen: EenTotDrie = Field(
        title="Domeinen",
        description="Een tot drie domeinen; het eerste is het hoofddomein.",
        examples=[["onthaal", "taal"]],
    )
    gemeenten: Namen = Field(
        (),
        title="Gemeenten",
        description="Waar de praktijk liep, met de naam van toen: Nederlands, Frans of REFNIS-code.",
        examples=[["Kortrijk", "Borsbeek"]],
    )
    werkingsgebied: Werkingsgebied = Field(
        title="Werkingsgebied (schaal)", description="Hoe ver de praktijk reikt.", examples=["gemeente"]
    )
    plaats: Naam | None = Field(
        None,
        validate_default=True,
        title="Plaats",
        description="Een wijk, streek of plaats in het buitenland: wat geen gemeente is.",
        examples=["Regio Halle-Vilvoorde"],
    )
    doelgroepen: Verwijzingen = Field(
        (), title="Doelgroepen", description="Voor wie de praktijk er is.", examples=[["nieuwkomers", "gezinnen"]]
    )
    trekker: Annotated[
        Namen, BeforeValidator(unknown_is_empty), OrUnknown()
    ] = Field(
        title="Trekker",
        description="De organisaties die de praktijk trekken, of het woord onbekend. Geen personen.",
        examples=[["OCMW Aalst"]],
    )
    partners: Namen = Field(
        (),
        title="Partners",
        description="De organisaties die meewerken.",
        examples=[["Stad Kortrijk", "Agentschap Integratie en Inburgering"]],
    )
    budget: Budget | None = Field(
        None,
        title="Budget",
        description="Wat het kost, in geld en mensen, en wie betaalt.",
        examples=[{"toelichting": "De stad betaalt de huur van het lokaal."}],
    )
    periode: Periode | None = Field(
        None, title="Periode", description="Wanneer de praktijk liep.", examples=[{"start": "2024-09"}]
    )
    status: Status | None = Field(
        None,
        title="Status",
        description="Hoe het er nu voor staat; laat weg als u het niet weet.",
        examples=["lopend"],
    )
    contact: Annotated[
        tuple[Contact, ...], BeforeValidator(unknown_is_empty), OrUnknown()
    ] = Field(
        title="Contact",
        description="Wie een collega kan bereiken, of het woord onbekend.",
        examples=[[{"organisatie": "OCMW Aalst", "functie": "Coördinator toeleiding"}]],
    )
    cijfers: tuple[Cijfer, ...] = Field(
        (),
        title="Cijfers",
        description="Bereik en resultaat in cijfers.",
        examples=[[{"waarde": 2169, "eenheid": "gezinnen"}]],
    )
    randvoorwaarden: Lijst = Field(
        (),
        title="Randvoorwaarden",
        description="Wat er moet zijn voor u begint.",
        examples=[["Een lokaal met een deur die dicht kan."]],
    )
    lessen: Lijst = Field(
        (),
        title="Lessen",
        description="Wat anderen moeten weten, ook wat misliep.",
        examples=[["De telefoon bleef te lang onbemand."]],
    )
    bewijs: Bewijs | None = Field(
        None, title="Bewijs", description="Hoe bekend is of het werkte.", examples=[{"soort": "bevraging"}]
    )
    links: tuple[Link, ...] = Field(
        (),
        title="Links",
        description="Links naar meer informatie.",
        examples=[[{"titel": "Het verslag van 2025", "url": "https://www.voorbeeld.be/verslag"}]],
    )
    bron: Bronvermelding | None = Field(
        None,
        title="Bron",
        description="De publicatie waaruit de feiten komen.",
        examples=[{"publicatie": "van-opvang-naar-samenleven", "pagina": "31-33"}],
    )
    trefwoorden: Namen = Field(
        (),
        title="Trefwoorden",
        description="Woorden waarop mensen zoeken en die niet in de tekst staan.",
        examples=[["brugfiguren", "sociaal huis"]],
    )
    verwant: Verwijzingen = Field(
        (),
        title="Verwante fiches",
        description="Fiches die een lezer hierna wil zien, met de laatste woorden van hun adres.",
        examples=[["halle-vilvoorde-lokale-onthaalgesprekken"]],
    )
    vroegere_slugs: tuple[Slug, ...] = Field(
        (),
        title="Vroegere adressen",
        description="Oude adressen van deze fiche, die blijven werken.",
        examples=[["oude-naam"]],
    )
    laatst_nagekeken: Partieel | None = Field(
        None,
        validate_default=True,
        title="Laatst nagekeken",
        description="Wanneer iemand de feiten laatst nakeek.",
        examples=["2026-11"],
    )
    taal: Taal | None = Field(
        None,
        title="Taal",
        description="De taal van de fiche; weggelaten: die van de catalogus.",
        examples=["nl"],
    )

    # Rules about two keys hang on the last of them, so that they are found even when another key is wrong.

    @field_validator("plaats")
    @classmethod
    def _place(cls, plaats: str | None, info: ValidationInfo) -> str | None:
        area = info.data.get("werkingsgebied")
        if not plaats and info.data.get("gemeenten") == () and area in NEEDING_A_PLACE:
            raise wrong("F044", werkingsgebied=area.value, beside="werkingsgebied", needs=("plaats", "gemeenten"))
        return plaats

    @field_validator("laatst_nagekeken")
    @classmethod
    def _origin(cls, checked: Datum | None, info: ValidationInfo) -> Datum | None:
        if checked is None and "bron" in info.data and info.data["bron"] is None:
            raise wrong("F045", needs=("bron", "laatst_nagekeken"))
        return checked
