"""What editors write around the fiches, and of which model each kind of content file is.

Models are frozen and closed, as those of the fiche.
"""

import types
import typing
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, Field, StringConstraints, field_validator

from fichebak.fiche import Cijfer, Fiche, Lijst
from fichebak.values import (
    READABLE,
    Aantal,
    Bladzijden,
    Getal,
    Jaar,
    Mailadres,
    MapInRepository,
    Model,
    Naam,
    Namen,
    Partieel,
    Slug,
    Taal,
    Tekst,
    Verwijzingen,
    Webadres,
    iri,
    wrong,
)
from fichebak.vocabulary import BronSoort, ForgeSoort, OrganisatieSoort


class GidsInstellingen(Model):
    """Settings of the printed guide."""

    titel: Naam = Field("Inspiratiegids", description="Titel op de kaft.")
    ondertitel: Tekst | None = Field(None, description="Eén regel onder de titel.")


class CatalogusInstellingen(Model):
    """content/catalogue.yaml: what this catalogue is and who publishes it."""

    titel: Naam = Field("Fichebak", description="Naam van de catalogus.")
    ondertitel: Tekst | None = Field(None, description="Eén regel die zegt wat de catalogus is.")
    uitgever: Naam | None = Field(None, description="Wie de catalogus uitgeeft.")
    base_url: Webadres | None = Field(None, description="Adres waarop de site staat, zoals https://voorbeeld.be/praktijken/.")
    taal: Taal = Field("nl", description="Taal van de catalogus.")
    licentie: Naam = Field("CC BY 4.0", description="Licentie van de teksten.")
    licentie_url: Webadres | None = Field(None, description="Adres van de licentie.")
    repository: Webadres | None = Field(None, description="Adres van de bestanden op GitHub, GitLab of Gitea.")
    repository_soort: ForgeSoort | None = Field(
        None, description="Wat er draait op dat adres, als de naam van de website het niet zegt; gitea is ook Forgejo."
    )
    repository_tak: MapInRepository = Field("main", description="De tak (branch) waarop voorstellen komen.")
    repository_map: MapInRepository | None = Field(
        None, description="De map in de repository waarin content/ staat, als dat niet helemaal bovenaan is."
    )
    mailbox: Mailadres | None = Field(None, description="Mailbox van de redactie.")
    thema: Slug = Field("default", description="Map in themes/ met de vormgeving.")
    gids: GidsInstellingen = Field(GidsInstellingen(), description="Instellingen van de gedrukte gids.")

    @property
    def basis(self) -> str:
        """Return the address of the site with a / at its end, so that another can follow; empty without base_url."""
        return f"{iri(self.base_url).rstrip('/')}/" if self.base_url else ""

    @field_validator("base_url")
    @classmethod
    def _takes_pages(cls, address: str | None) -> str | None:
        if address and {*address} & {"?", "#"}:
            raise wrong("F115")
        return address


class Ondersteuning(Model):
    """An organisation that helps municipalities in a domain."""

    organisatie: Naam = Field(description="De organisatie.")
    waarvoor: Tekst = Field(description="Waarmee ze een gemeente helpt, in één zin.")


class Domein(Model):
    """A domain: the front matter of content/domains/<id>.md; the body introduces it."""

    label: Naam = Field(description="Naam van het domein.")
    volgorde: Aantal = Field(
        description="Plaats in de bak, vanaf 1. Kleur en plaats van de tab volgen hieruit: verander ze nooit."
    )
    kort: Annotated[str, StringConstraints(strip_whitespace=True, max_length=160), READABLE] | None = Field(
        None, description="Eén zin: wat u hier vindt."
    )
    morgen: Lijst = Field((), description="Wat een gemeente morgen al kan doen, elk in één zin.")
    ondersteuning: tuple[Ondersteuning, ...] = Field((), description="Organisaties die gemeenten hierbij helpen.")


class Doelgroep(Model):
    """A target group: one entry of content/target-groups.yaml."""

    label: Naam = Field(description="Naam van de doelgroep.")
    toelichting: Tekst | None = Field(None, description="Wie ermee bedoeld wordt.")


class Bestemmeling(Model):
    """Someone a recommendation is for: one entry of content/addressees.yaml."""

    label: Naam = Field(description="Wie het is, in het meervoud, zoals Steden en gemeenten.")
    toelichting: Tekst | None = Field(None, description="Wie ermee bedoeld wordt.")


class Punt(Model):
    """One bar of a chart."""

    label: Naam = Field(description="Wat er geteld is, zoals een jaar of een land.")
    waarde: Getal = Field(description="Het getal, zoals de bron het geeft.")


class Grafiek(Model):
    """Figures a source gives that are best seen beside each other."""

    titel: Naam = Field(description="Wat de grafiek toont.")
    eenheid: Naam = Field(description="De eenheid van alle waarden, zoals asielaanvragen of %.")
    waarden: Annotated[tuple[Punt, ...], Field(min_length=2, max_length=40)] = Field(
        description="De waarden, in de volgorde waarin u ze toont."
    )
    toelichting: Tekst | None = Field(None, description="Wat u over deze cijfers moet weten.")
    bron: Tekst = Field(description="Waar de cijfers staan: de bladzijde, en van wie de publicatie ze heeft.")


class Bron(Model):
    """A publication: the front matter of content/sources/<id>.md; the body describes it."""

    titel: Annotated[str, StringConstraints(strip_whitespace=True, max_length=250), READABLE] = Field(
        description="Titel van de publicatie."
    )
    taal: Taal | None = Field(None, description="De taal van de titel, als ze niet die van de catalogus is.")
    kort: Naam | None = Field(None, description="Een korte naam, voor waar de titel te lang is.")
    uitgevers: tuple[Naam, ...] = Field((), description="Wie de publicatie uitgaf.")
    jaar: Jaar | None = Field(None, description="Jaar van uitgave, als de publicatie het noemt.")
    toelichting_jaar: Tekst | None = Field(None, description="Wat bekend is als er geen jaar staat.")
    soort: BronSoort = Field(description="Soort publicatie.")
    url: Webadres | None = Field(None, description="Waar de publicatie staat.")
    reikwijdte: Tekst | None = Field(None, description="Waarover de publicatie gaat: welk gebied, wie en wanneer.")
    methode: Tekst | None = Field(None, description="Hoe de makers aan hun gegevens kwamen.")
    cijfers: tuple[Cijfer, ...] = Field((), description="Kerncijfers uit de publicatie.")
    grafieken: tuple[Grafiek, ...] = Field((), description="Reeksen van cijfers, met hun bron.")


class Organisatie(Model):
    """An organisation with its other spellings: one entry of content/organisations.yaml, by canonical name."""

    soort: OrganisatieSoort = Field(description="Soort organisatie.")
    taal: Taal | None = Field(None, description="De taal van de naam, als ze niet die van de catalogus is.")
    ook: Namen = Field((), description="Andere schrijfwijzen van dezelfde organisatie.")
    diensten: Namen = Field((), description="Diensten en projecten die bij de organisatie horen.")
    website: Webadres | None = Field(None, description="Website van de organisatie.")
    omschrijving: Tekst | None = Field(None, description="Wie het is en wat ze voor gemeenten doet.")


class Term(Model):
    """A term of content/glossary.yaml."""

    voluit: Naam | None = Field(None, description="De volle naam van een afkorting.")
    uitleg: Tekst = Field(description="Uitleg in gewone taal.")
    ook: Namen = Field((), description="Andere schrijfwijzen.")


class Pagina(Model):
    """A page such as over: the front matter of content/pages/<id>.md."""

    titel: Naam = Field(description="Titel van de pagina.")
    volgorde: Aantal = Field(99, description="Plaats in de voettekst.")
    nagekeken: Partieel | None = Field(
        None, description="Wanneer iemand de pagina laatst nakeek. Na een jaar vraagt check om het opnieuw te doen."
    )


class Aanbeveling(Model):
    """A recommendation: one entry of content/recommendations/<source>.yaml, by id."""

    tekst: Tekst = Field(description="De aanbeveling, in één zin en in eigen woorden.")
    toelichting: Tekst | None = Field(None, description="Waarom, of hoe, als de bron het zegt.")
    aan: Verwijzingen = Field((), description="Aan wie ze gericht is, uit content/addressees.yaml.")
    domeinen: Verwijzingen = Field((), description="Domeinen uit content/domains.")
    praktijken: Verwijzingen = Field((), description="Bestandsnamen van fiches die het tonen.")
    pagina: Bladzijden | None = Field(None, description="De plaats in de publicatie.")


class Synoniemen(Model):
    """Words that mean the same when searching: one entry of content/synonyms.yaml, by word."""

    ook: Namen = Field((), description="Woorden die hetzelfde betekenen; elk vindt wat het andere vindt.")
    verwant: Namen = Field((), description="Woorden die dicht in de buurt liggen; ze vinden mee, maar tellen minder.")


class Kind(NamedTuple):
    """A kind of content file: the name of its JSON Schema, and its model."""

    schema: str
    model: type[Model]


# By folder in content/, or by name for the files directly in it. A file holds one thing, with or without a body, or
# many, each under its key.
SETTINGS = {"catalogue.yaml": Kind("catalogus", CatalogusInstellingen)}
WITH_BODY = {
    "practices": Kind("fiche", Fiche),
    "domains": Kind("domein", Domein),
    "sources": Kind("bron", Bron),
    "pages": Kind("pagina", Pagina),
}
BY_KEY = {
    "target-groups.yaml": Kind("doelgroepen", Doelgroep),
    "addressees.yaml": Kind("bestemmelingen", Bestemmeling),
    "organisations.yaml": Kind("organisaties", Organisatie),
    "glossary.yaml": Kind("woordenlijst", Term),
    "recommendations": Kind("aanbevelingen", Aanbeveling),
    "synonyms.yaml": Kind("synoniemen", Synoniemen),
}


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside a tuple, a union or an annotated type; None when it holds plain values."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    inner = (model_in(each) for each in typing.get_args(annotation))
    return next((found for found in inner if found), None)
