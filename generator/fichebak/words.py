"""How numbers, dates and words read in Dutch. Pure text, with non-breaking spaces where a line may not break."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from fichebak.values import Datum, EuroBereik, GetalBereik
from fichebak.vocabulary import (
    MONTHS,
    BewijsSoort,
    BronSoort,
    OrganisatieSoort,
    Per,
    Status,
    Werkingsgebied,
    ZonderBedrag,
)

NBSP = "\u00a0"
SMALL = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")

PER = {
    Per.TOTAAL: "in totaal",
    Per.JAAR: "per jaar",
    Per.MAAND: "per maand",
    Per.TRAJECT: "per traject",
    Per.REEKS: "per reeks",
    Per.ORGANISATIE: "per organisatie",
    Per.DEELNEMER: "per deelnemer",
    Per.INWONER: "per inwoner",
    Per.SUBSIDIEPLAFOND: "plafond van de subsidie",
    Per.ONBEKEND: "niet vermeld voor welke periode",
}
ZONDER_BEDRAG = {
    ZonderBedrag.PERSONEEL: "alleen personeel",
    ZonderBedrag.FINANCIERING: "alleen wie betaalt",
    ZonderBedrag.NIETS: "niet opgegeven",
}
SCHAAL = {
    Werkingsgebied.GEMEENTE: "één gemeente",
    Werkingsgebied.INTERGEMEENTELIJK: "gemeenten samen",
    Werkingsgebied.REGIO: "een regio",
    Werkingsgebied.PROVINCIE: "een provincie",
    Werkingsgebied.GEWEST: "een gewest",
    Werkingsgebied.NATIONAAL: "heel België",
    Werkingsgebied.EUROPEES: "meer landen in Europa",
    Werkingsgebied.BUITENLAND: "buitenland",
    Werkingsgebied.ONBEKEND: "niet vermeld in de bron",
}
ORGANISATIES = {
    OrganisatieSoort.GEMEENTE: "Gemeenten en steden",
    OrganisatieSoort.OCMW: "OCMW’s",
    OrganisatieSoort.PROVINCIE: "Provincies",
    OrganisatieSoort.VLAAMSE_OVERHEID: "Vlaamse overheid",
    OrganisatieSoort.WAALSE_OVERHEID: "Waalse overheid",
    OrganisatieSoort.BRUSSELSE_OVERHEID: "Brusselse overheid",
    OrganisatieSoort.FEDERALE_OVERHEID: "Federale overheid",
    OrganisatieSoort.STICHTING: "Stichtingen en fondsen",
    OrganisatieSoort.VERENIGING: "Verenigingen",
    OrganisatieSoort.ONDERWIJS: "Onderwijs en onderzoek",
    OrganisatieSoort.GEZONDHEIDSZORG: "Gezondheidszorg",
    OrganisatieSoort.BEDRIJF: "Bedrijven",
    OrganisatieSoort.INTERNATIONAAL: "Internationaal",
    OrganisatieSoort.ANDERE: "Andere organisaties",
}
ORGANISATIE = ORGANISATIES | {
    OrganisatieSoort.GEMEENTE: "Gemeente of stad",
    OrganisatieSoort.OCMW: "OCMW",
    OrganisatieSoort.PROVINCIE: "Provincie",
    OrganisatieSoort.STICHTING: "Stichting of fonds",
    OrganisatieSoort.VERENIGING: "Vereniging",
    OrganisatieSoort.BEDRIJF: "Bedrijf",
    OrganisatieSoort.ANDERE: "Organisatie",
}
BRONNEN = {
    BronSoort.INSPIRATIEGIDS: "inspiratiegids",
    BronSoort.BELEIDSNOTA: "beleidsnota",
    BronSoort.PROJECTOPROEP: "projectoproep",
    BronSoort.ACTIEPLAN: "actieplan",
    BronSoort.EVALUATIE: "evaluatie",
}
BEWIJS = {
    BewijsSoort.GEEN: "geen meting",
    BewijsSoort.EIGEN_TELLING: "eigen telling",
    BewijsSoort.BEVRAGING: "bevraging",
    BewijsSoort.INTERNE_EVALUATIE: "interne evaluatie",
    BewijsSoort.EXTERNE_EVALUATIE: "externe evaluatie",
}
STATUS = {
    Status.GEPLAND: "gepland",
    Status.LOPEND: "lopend",
    Status.INGEBED: "ingebed in de gewone werking",
    Status.AFGEROND: "afgerond",
    Status.GESTOPT: "gestopt",
}


def number(value: Decimal | int) -> str:
    """Return *value* with a dot for thousands and a decimal comma: 2169 is 2.169, 0.5 is 0,5."""
    exact = Decimal(value)
    digits = f"{exact:,f}" if exact != exact.to_integral_value() else f"{int(exact):,}"
    whole, _, decimals = digits.partition(".")
    grouped = whole.replace(",", ".")
    return f"{grouped},{decimals.rstrip('0')}" if decimals else grouped


def euro(value: Decimal) -> str:
    """Return *value* in euro: € 6.600, or € 6.600,50 when there are cents."""
    if value == value.to_integral_value():
        return f"€{NBSP}{number(value)}"
    whole, cents = f"{value:.2f}".split(".")
    return f"€{NBSP}{number(int(whole))},{cents}"


def euro_range(value: EuroBereik) -> str:
    """Return an amount, or both ends of a range of amounts."""
    return euro(value.van) if value.van == value.tot else f"{euro(value.van)} tot {euro(value.tot)}"


def number_range(value: GetalBereik) -> str:
    """Return a number, or both ends of a range."""
    return number(value.van) if value.van == value.tot else f"{number(value.van)}–{number(value.tot)}"


def day(value: Datum) -> str:
    """Return a date to its own precision: 2016, juni 2016 or 30 juni 2016."""
    parts = [str(value.dag)] if value.dag else []
    parts += [MONTHS[value.maand - 1]] if value.maand else []
    return NBSP.join([*parts, str(value.jaar)])


def on(value: Datum) -> str:
    """Return a date as it reads in a sentence: in 2016, in juni 2016 or op 30 juni 2016."""
    return f"{'op' if value.dag else 'in'} {day(value)}"


def full_day(value: date) -> str:
    """Return a calendar day: 30 juni 2016."""
    return day(Datum(jaar=value.year, maand=value.month, dag=value.day))


def count(amount: int, one: str, more: str) -> str:
    """Return an amount with its noun: 1 fiche, 12 fiches."""
    return f"{number(amount)}{NBSP}{one if amount == 1 else more}"


def fiches(amount: int) -> str:
    """Return a number of fiches: 1 fiche, 12 fiches."""
    return count(amount, "fiche", "fiches")


def size(amount: int) -> str:
    """Return a number of bytes as people say it: 96 kB, 3,2 MB."""
    if amount < 999_500:
        return f"{max(1, round(amount / 1000))}{NBSP}kB"
    return f"{number(Decimal(f'{amount / 1_000_000:.1f}'))}{NBSP}MB"


def seconds(amount: float) -> str:
    """Return a time in seconds to a tenth: 6,2 s."""
    return f"{number(Decimal(f'{amount:.1f}'))}{NBSP}s"


def verb(amount: int, one: str, more: str) -> str:
    """Return the verb that belongs to an amount: geen enkele fiche is, 1 fiche is, 2 fiches zijn."""
    return one if amount < 2 else more


def in_words(amount: int) -> str:
    """Return a small number as a word, a larger one in digits."""
    return SMALL[amount] if 0 <= amount < len(SMALL) else number(amount)


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence does: Gent, Aalst en Ronse."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}" if names else ""


def in_sentence(label: str) -> str:
    """Return *label* as it reads inside a sentence: Taal is taal, but OCMW’s keeps its capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
