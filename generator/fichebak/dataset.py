"""What the open data say of a catalogue: the one place that names, explains and types every key.

From these models come the keys of data/praktijken.json and its JSON Schema, the columns of the CSV and the XLSX, and
the page that explains them. Title, description and example are Dutch and for who reuses the data. Every key is always
there; null, or an empty list, means that the source does not say. No key is for a person.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, PlainSerializer, WithJsonSchema

from fichebak import words
from fichebak.values import FORMS, Datum, EuroBereik, GetalBereik, Model, Taal
from fichebak.vocabulary import BewijsSoort, OrganisatieSoort, Per, Status, Werkingsgebied


class Plat(StrEnum):
    """What a value is in a flat table, where its type does not say so."""

    ALINEA = "alinea"
    CODE = "code"
    NUMMER = "nummer"
    WEBADRES = "webadres"
    BLADZIJDEN = "bladzijden"
    EURO = "euro"
    EERSTE_DAG = "eerste dag"
    LAATSTE_DAG = "laatste dag"
    EIGEN_BLAD = "eigen blad"
    NIET = "niet"


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


_NUMBER = (PlainSerializer(_number, return_type=int | float), WithJsonSchema({"type": "number", "minimum": 0}))
_DATE = (
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{FORMS['datum'].pattern.pattern}$"}),
)

Alinea = Annotated[str, Plat.ALINEA]
Code = Annotated[str, Plat.CODE]
Webadres = Annotated[str, Plat.WEBADRES]
Bladzijden = Annotated[str, Plat.BLADZIJDEN]
Opmaak = Annotated[str, Plat.NIET]
Refnis = Annotated[str, Field(pattern=r"^\d{5}$"), Plat.NUMMER]
Euro = Annotated[Decimal, *_NUMBER, Plat.EURO]
Getal = Annotated[Decimal, *_NUMBER]
Begin = Annotated[Datum, *_DATE, Plat.EERSTE_DAG]
Einde = Annotated[Datum, *_DATE, Plat.LAATSTE_DAG]
Jaar = Annotated[int, Field(ge=1900, le=2099)]


def _key(title: str, explained: str, example: object = None) -> Any:
    """Return a key that is always there, with what a reader must know of it; what holds other keys needs no example."""
    return Field(title=title, description=explained, examples=None if example is None else [example])


class Deel(Model):
    """A part of a fiche: one column of a table when `regel` puts it in words; *blad* gives it a table of its own."""

    blad: ClassVar[bool] = False

    def regel(self) -> str:
        """Return the whole of it as a reader sees it, or nothing when each of its keys is a column."""
        return ""


def _with_notes(text: str, *notes: str | None) -> str:
    told = "; ".join(note for note in notes if note)
    return f"{text} ({told})" if told else text


class Genoemd(Deel):
    """Something with an id that stays and a name that may change."""

    id: Code = _key("Id", "Vaste naam, die ook in adressen van de site staat.", "onthaal")
    naam: str = _key("Naam", "Naam zoals een lezer ze ziet.", "Onthaal")

    def regel(self) -> str:
        """Return its name."""
        return self.naam


class Gemeente(Deel):
    """A municipality of today, and how the fiche names it."""

    blad = True

    naam: str = _key("Gemeente", "De gemeente van vandaag, met haar Nederlandse naam (Statbel).", "Antwerpen")
    vermeld: str = _key(
        "Gemeente in de fiche", "De naam in de fiche zelf: van vóór een fusie, in het Frans, of een code.", "Borsbeek"
    )
    sinds: Annotated[Jaar | None, Plat.EIGEN_BLAD] = _key(
        "Fusie in", "Het jaar waarin de gemeente uit de fiche deel werd van die van vandaag.", 2025
    )
    refnis: Refnis = _key(
        "REFNIS-code", "Code van Statbel voor de gemeente van vandaag, om met andere gegevens te koppelen.", "11002"
    )
    provincie: str = _key(
        "Provincie", "De provincie van de gemeente, of het Brussels Hoofdstedelijk Gewest.", "Antwerpen"
    )


class Organisatie(Deel):
    """An organisation that leads or joins."""

    naam: str = _key("Organisatie", "De naam in de fiche.", "Effect")
    bekend_als: str | None = _key(
        "Bekend als", "De naam waaronder de catalogus deze organisatie kent, hoe een fiche ze ook schrijft.",
        "Effect vzw",
    )  # fmt: skip
    soort: OrganisatieSoort | None = _key("Soort organisatie", "Wat voor organisatie het is.", "vereniging")

    def regel(self) -> str:
        """Return the name the fiche gives it."""
        return self.naam


class Bedrag(Deel):
    """An amount with what it is for."""

    blad = True

    van: Euro = _key("Van (euro)", "Het bedrag in euro, of het laagste als de bron er twee geeft.", 600)
    tot: Euro = _key("Tot (euro)", "Het hoogste bedrag; hetzelfde als ‘van’ als de bron er één geeft.", 1200.5)
    per: Per = _key(
        "Waarvoor", "Waarvoor het bedrag telt. Tel alleen op wat voor hetzelfde is; een plafond is geen kost.",
        "traject",
    )  # fmt: skip
    toelichting: Alinea | None = _key(
        "Toelichting", "Wat u over dit bedrag moet weten.", "naargelang tolken en vervoer"
    )

    def regel(self) -> str:
        """Return it as ‘€ 600 tot € 1.200 (per reeks; naargelang tolken)’."""
        return _with_notes(
            words.euro_range(EuroBereik(van=self.van, tot=self.tot)), words.PER[self.per], self.toelichting
        )


class Inzet(Deel):
    """Staff, in full-time equivalents or in people."""

    blad = True

    vte_van: Getal | None = _key(
        "VTE van", "Voltijdse equivalenten, of het laagste getal als de bron er twee geeft.", 0.5
    )
    vte_tot: Getal | None = _key("VTE tot", "Het hoogste getal; hetzelfde als ‘van’ als de bron er één geeft.", 1)
    aantal: int | None = _key("Aantal mensen", "Aantal mensen, waar de bron geen voltijdse equivalenten geeft.", 4)
    rol: str | None = _key("Rol", "Wat deze mensen doen.", "toeleiders")
    toelichting: Alinea | None = _key("Toelichting", "Wat u over deze inzet moet weten.", "alleen het eerste jaar")

    def regel(self) -> str:
        """Return it as ‘1–1,5 VTE, toeleiders’."""
        if self.vte_van is None or self.vte_tot is None:
            amount = words.count(self.aantal or 0, "persoon", "mensen")
        else:
            amount = f"{words.number_range(GetalBereik(van=self.vte_van, tot=self.vte_tot))} VTE"
        return _with_notes(f"{amount}, {self.rol}" if self.rol else amount, self.toelichting)


class Budget(Deel):
    """What a practice costs, in money and people, and who pays."""

    bedragen: tuple[Bedrag, ...] = _key("Bedragen", "Wat het kost, elk bedrag met waarvoor het telt.")
    personeel: tuple[Inzet, ...] = _key("Personeel", "Wie eraan werkt, in voltijdse equivalenten (VTE) of in mensen.")
    financiering: tuple[str, ...] = _key("Wie betaalt", "Van wie het geld komt.", ["Provinciaal Impulsfonds"])
    toelichting: Alinea | None = _key(
        "Toelichting bij het budget", "Wat u over het hele budget moet weten.", "De stad betaalt de huur."
    )


class Periode(Deel):
    """When a practice ran, as precisely as the source says."""

    start: Begin | None = _key("Begin", "Wanneer het begon.", "2015-12-01")
    einde: Einde | None = _key("Einde", "Wanneer het eindigde.", "2018")
    toelichting: Alinea | None = _key(
        "Toelichting bij de periode", "Wat u over de periode moet weten.", "verlengd na het eerste jaar"
    )


class Stand(Deel):
    """Where a practice stands: as the fiche says, and as is sure on the day of the data."""

    vermeld: Status | None = _key(
        "Status in de fiche", "De status toen iemand de fiche laatst nakeek. Ze kan verouderd zijn.", "lopend"
    )
    nu: Status | None = _key(
        "Status nu", "De status op de dag van deze gegevens; leeg als die niet zeker is.", "afgerond"
    )
    tekst: str = _key(
        "Status in woorden", "De status zoals de site ze toont.", "liep in 2016 (laatst nagekeken juni 2016)"
    )


class Contact(Deel):
    """Whom to call: an organisation and a function, never a person."""

    blad = True

    organisatie: str = _key("Organisatie", "Bij wie u terechtkunt.", "Effect vzw")
    functie: str | None = _key("Functie of dienst", "Naar wie u daar vraagt.", "Coördinator toeleiding")
    email: str | None = _key("Mailadres", "De mailbox van de organisatie of dienst.", "info@voorbeeld.be")
    website: Webadres | None = _key("Website", "De website van de organisatie.", "https://www.voorbeeld.be/onthaal")

    def regel(self) -> str:
        """Return it with a comma between its parts."""
        return ", ".join(part for part in (self.organisatie, self.functie, self.email, self.website) if part)


class Cijfer(Deel):
    """A figure with its unit."""

    blad = True

    van: Getal = _key("Van", "Het getal, of het laagste als de bron er twee geeft.", 2169)
    tot: Getal = _key("Tot", "Het hoogste getal; hetzelfde als ‘van’ als de bron er één geeft.", 2169)
    eenheid: str = _key("Eenheid", "Wat er geteld is. Tel alleen getallen op met dezelfde eenheid.", "gezinnen")
    toelichting: Alinea | None = _key("Toelichting", "Wat u over dit cijfer moet weten.", "onthaald in 21 gemeenten")
    jaar: Jaar | None = _key("Jaar", "Het jaar van het cijfer.", 2015)

    def regel(self) -> str:
        """Return it as ‘2.169 gezinnen (onthaald in 21 gemeenten; 2015)’."""
        if self.eenheid.casefold() == "euro":
            figure = words.euro_range(EuroBereik(van=self.van, tot=self.tot))
        else:
            figure = f"{words.number_range(GetalBereik(van=self.van, tot=self.tot))} {self.eenheid}"
        return _with_notes(figure, self.toelichting, str(self.jaar) if self.jaar else None)


class Bewijs(Deel):
    """How it is known whether the practice worked."""

    soort: BewijsSoort = _key(
        "Bewijs", "Hoe het resultaat is vastgesteld, van geen meting tot een externe evaluatie.", "bevraging"
    )
    toelichting: Alinea | None = _key(
        "Toelichting bij het bewijs",
        "Wie het naging, wanneer, en bij hoeveel mensen.",
        "Door een hogeschool, bij 40 gezinnen.",
    )


class Link(Deel):
    """A link out of the catalogue."""

    titel: str = _key("Titel", "Wat er achter de link zit.", "Het verslag")
    url: Webadres = _key("Webadres", "Waar de link naartoe leidt.", "https://www.voorbeeld.be/verslag")
    taal: Taal | None = _key(
        "Taal van de titel", "De taal van de titel; leeg als het die van de catalogus is.", "fr"
    )

    def regel(self) -> str:
        """Return its title with where it leads."""
        return _with_notes(self.titel, self.url)


class Bron(Deel):
    """The publication the facts come from."""

    id: Code = _key("Id van de bron", "Vaste naam van de publicatie.", "van-opvang-naar-samenleven")
    titel: str = _key("Bron", "De publicatie waaruit de feiten komen.", "Van opvang naar samenleven")
    uitgevers: tuple[str, ...] = _key("Uitgevers van de bron", "Wie de publicatie uitgaf.", ["Vlaamse overheid"])
    jaar: Jaar | None = _key("Jaar van de bron", "Het jaar waarin de publicatie verscheen.", 2016)
    pagina: Bladzijden | None = _key("Bladzijden", "Waar de praktijk in de publicatie staat.", "31-33")
    url: Webadres | None = _key(
        "Webadres van de bron", "Waar de publicatie te vinden is.", "https://www.voorbeeld.be/gids.pdf"
    )


class Praktijk(Deel):
    """A whole fiche."""

    slug: Code = _key("Fiche", "Vaste naam van de fiche, ook in haar adres.", "twee-toeleiders-een-loket")
    titel: str = _key("Titel", "De titel van de fiche.", "Twee toeleiders, één loket")
    samenvatting: Alinea = _key(
        "Samenvatting", "Wat het is, voor wie, en wat het doet.", "Twee toeleiders helpen gezinnen …"
    )
    taal: Taal = _key("Taal", "De taal van de fiche.", "nl")
    adres: Webadres = _key("Pagina", "Het adres van de fiche op de site.", "https://voorbeeld.be/praktijken/taalcoach/")
    pdf: Webadres | None = _key(
        "Pdf", "Het adres van de fiche als pdf.", "https://voorbeeld.be/praktijken/taalcoach/taalcoach.pdf"
    )
    hoofddomein: Genoemd = _key("Hoofddomein", "Het domein waarin de fiche in de catalogus staat.")
    domeinen: tuple[Genoemd, ...] = _key("Domeinen", "Alle domeinen, het hoofddomein eerst.")
    gemeenten: tuple[Gemeente, ...] = _key("Gemeenten", "Waar de praktijk liep. Een fiche kan er meer noemen, of geen.")
    werkingsgebied: Werkingsgebied = _key("Schaal", "Hoe ver de praktijk reikt.", "gemeente")
    plaats: str | None = _key("Plaats", "Een wijk, streek of plaats in het buitenland.", "Regio Halle-Vilvoorde")
    doelgroepen: tuple[Genoemd, ...] = _key("Doelgroepen", "Voor wie de praktijk er is.")
    trekker: tuple[Organisatie, ...] = _key("Trekker", "De organisaties die de praktijk trekken.")
    partners: tuple[Organisatie, ...] = _key("Partners", "De organisaties die meewerken.")
    contact: tuple[Contact, ...] = _key("Contact", "Bij welke organisatie u meer hoort. Personen staan er niet bij.")
    budget: Budget | None = _key("Budget", "Wat het kost, in geld en mensen, en wie betaalt.")
    periode: Periode | None = _key("Periode", "Wanneer de praktijk liep.")
    status: Stand = _key("Status", "Hoe het ervoor staat.")
    cijfers: tuple[Cijfer, ...] = _key("Cijfers", "Bereik en resultaat in cijfers.")
    bewijs: Bewijs | None = _key("Bewijs", "Hoe bekend is of het werkte.")
    lessen: tuple[Alinea, ...] = _key(
        "Lessen", "Wat anderen moeten weten, ook wat misliep.", ["De telefoon bleef onbemand."]
    )
    randvoorwaarden: tuple[Alinea, ...] = _key("Randvoorwaarden", "Wat er moet zijn voor u begint.", ["Een lokaal."])
    tekst: Opmaak = _key(
        "Tekst",
        "De doorlopende tekst van de fiche, in Markdown. Ze staat alleen in de JSON.",
        "## Aanpak\n\nEen coach …",
    )
    bron: Bron | None = _key(
        "Bron", "De publicatie waaruit de feiten komen; leeg als ze van de trekker of de redactie zijn."
    )
    links: tuple[Link, ...] = _key("Links", "Meer informatie buiten de catalogus.")
    laatst_nagekeken: Begin | None = _key("Laatst nagekeken", "Wanneer iemand de feiten laatst nakeek.", "2016-06")
    ingevuld: int = _key("Ingevuld", "Hoeveel rubrieken van de fiche ingevuld zijn.", 8)
    trefwoorden: tuple[str, ...] = _key("Trefwoorden", "Andere woorden waarop mensen zoeken.", ["brugfiguren"])
    verwant: tuple[Code, ...] = _key("Verwante fiches", "Fiches die de redactie erbij koos.", ["taalbad-in-borsbeek"])
    vroegere_slugs: tuple[Code, ...] = _key("Vroegere adressen", "Vaste namen die de fiche vroeger had.", ["oud-loket"])


class Dataset(Model):
    """The whole file: what it is, and every fiche."""

    model_config = ConfigDict(populate_by_name=True)

    schema_: str = Field(
        alias="$schema", title="Schema", description="Waar de vorm van dit bestand beschreven staat.",
        examples=["praktijken.schema.json"],
    )  # fmt: skip
    titel: str = _key("Titel", "De naam van de catalogus.", "Fichebak")
    uitgever: str | None = _key("Uitgever", "Wie de catalogus uitgeeft.", "Provincie Voorbeeld")
    licentie: str = _key("Licentie", "Wat u met de gegevens mag doen.", "CC BY 4.0")
    licentie_url: str | None = _key(
        "Adres van de licentie", "Waar de licentie staat.", "https://creativecommons.org/licenses/by/4.0/"
    )
    datum: date = _key("Datum", "De dag waarop dit bestand gemaakt is.", "2026-11-21")
    adres: str | None = _key("Adres", "Het adres van de site; leeg als ze er geen vast heeft.", "https://voorbeeld.be/")
    praktijken: tuple[Praktijk, ...] = _key("Praktijken", "Elke fiche van de catalogus, op titel.")


def of_fiche(slug: str) -> str:
    """Return the address of a fiche as open data."""
    return f"praktijken/{slug}/{slug}.json"


KOPPEN = {
    "slug": "De fiche",
    "hoofddomein": "Waarover, waar en voor wie",
    "trekker": "Wie",
    "budget": "Geld en mensen",
    "periode": "Wanneer",
    "cijfers": "Resultaten en lessen",
    "bron": "Herkomst",
    "trefwoorden": "Vinden en verwijzen",
}
"""The headings above the keys of a fiche, each by the first key below it."""
