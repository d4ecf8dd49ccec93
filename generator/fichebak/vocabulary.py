"""The vocabularies the code gives meaning to. Those that only name things live in content/ (domains, target groups)."""

from enum import StrEnum

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
UNITS = (
    "%", "euro", "procent", "miljoen", "miljard", "VTE", "HTE", "km", "kilometer",
    "minuten", "uur", "dag", "dagen", "week", "weken", "maand", "maanden", "jaar",
)  # fmt: skip


class Werkingsgebied(StrEnum):
    """How far a practice reaches."""

    GEMEENTE = "gemeente"
    INTERGEMEENTELIJK = "intergemeentelijk"
    REGIO = "regio"
    PROVINCIE = "provincie"
    GEWEST = "gewest"
    NATIONAAL = "nationaal"
    EUROPEES = "europees"
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


class ZonderBedrag(StrEnum):
    """What a fiche gives of its costs when it has no amount."""

    PERSONEEL = "alleen-personeel"
    FINANCIERING = "alleen-financiering"
    NIETS = "niet-opgegeven"


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


class ForgeSoort(StrEnum):
    """What kind of forge holds the files; Forgejo has the addresses of Gitea."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


class OrganisatieSoort(StrEnum):
    """What kind of organisation a trekker or partner is."""

    GEMEENTE = "gemeente"
    OCMW = "ocmw"
    PROVINCIE = "provincie"
    VLAAMSE_OVERHEID = "vlaamse-overheid"
    WAALSE_OVERHEID = "waalse-overheid"
    BRUSSELSE_OVERHEID = "brusselse-overheid"
    FEDERALE_OVERHEID = "federale-overheid"
    STICHTING = "stichting"
    VERENIGING = "vereniging"
    ONDERWIJS = "onderwijs"
    GEZONDHEIDSZORG = "gezondheidszorg"
    BEDRIJF = "bedrijf"
    INTERNATIONAAL = "internationaal"
    ANDERE = "andere"
