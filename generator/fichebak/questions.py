"""The form in which a fiche is written: its questions in the order in which people think, its fields from the model."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fichebak import words
from fichebak.fiche import Fiche
from fichebak.present import FILLED_BY
from fichebak.values import UNKNOWN, Datum
from fichebak.views import FormulierView, Invulveld, Keuze, Rubriek, Vraag
from fichebak.vocabulary import BewijsSoort, Per, Status, Werkingsgebied
from fichebak.words import day, number

Schema = Mapping[str, Any]

LONG = 300  # characters: what may be longer has more than one line to be written in
STORY = "tekst"
TALEN = {"nl": "Nederlands", "fr": "Frans", "de": "Duits", "en": "Engels"}


@dataclass(frozen=True, slots=True)
class _Question:
    id: str
    question: str
    help: str
    paths: tuple[str, ...]


QUESTIONS = (
    _Question("wat", "Wat is het?", "Hieraan ziet een collega of ze verder leest.", ("titel", "samenvatting")),
    _Question("waarover", "Waarover gaat het, en voor wie?", "Zo vinden lezers de fiche.", ("domeinen", "doelgroepen")),
    _Question("waar", "Waar?", "", ("gemeenten", "werkingsgebied", "plaats")),
    _Question("wie", "Wie doet het?", "Noem organisaties, geen personen.", ("trekker", "partners")),
    _Question(
        "kost", "Wat kost het?", "Hier kijken lezers het eerst naar. Reken niets zelf uit: neem over wat u zeker weet.",
        ("budget.bedragen", "budget.personeel", "budget.financiering", "budget.toelichting"),
    ),
    _Question(
        "wanneer", "Wanneer?", "Een jaar is genoeg, een maand of een dag mag ook.",
        ("periode.start", "periode.einde", "periode.toelichting", "status"),
    ),
    _Question(
        "resultaat", "Wat leverde het op?", "Wie u bereikte en wat er veranderde.",
        ("cijfers", "bewijs.soort", "bewijs.toelichting"),
    ),
    _Question(
        "raad", "Wat moeten anderen weten?", "Eén punt per vak, in een korte zin. Ook wat misliep, helpt een collega.",
        ("randvoorwaarden", "lessen"),
    ),
    _Question(
        "verhaal", "Wat is het verhaal?", "Vertel het in gewone zinnen. Samen 250 tot 500 woorden is genoeg. Een lege "
        "regel begint een nieuwe alinea, een streepje vooraan een opsomming.", (STORY,),
    ),
    _Question("contact", "Wie kan een collega bellen?", "Noem een dienst of een functie, geen persoon.", ("contact",)),
    _Question(
        "herkomst", "Waar komen de feiten vandaan?", "Een van de twee moet: de publicatie waaruit de feiten komen, of "
        "wanneer u ze nakeek.", ("bron.publicatie", "bron.pagina", "laatst_nagekeken", "links"),
    ),
    _Question(
        "meer", "Nog iets?", "Meestal is dit niet nodig.", ("trefwoorden", "verwant", "vroegere_slugs", "taal"),
    ),
)  # fmt: skip

ONE_OF_THESE = {"bron.publicatie", "laatst_nagekeken"}
KINDS = {"email": "mail", "uri": "web"}
WITHOUT_EXAMPLE = {"domeinen", "doelgroepen", "verwant", "bron.publicatie", "contact.naam", "contact.telefoon"}
PERSONAL = {"naam", "telefoon", "toestemming_tot"}
PERSON_HELP = "Dat mag alleen als die persoon het goedvindt, en tot wanneer. Daarna laat de site de gegevens weg."
CHOICES: Mapping[str, Mapping[str, str]] = {
    "werkingsgebied": {each: words.SCHAAL[each] for each in Werkingsgebied},
    "status": {each: words.STATUS[each] for each in Status},
    "bewijs.soort": {each: words.BEWIJS[each] for each in BewijsSoort},
    "budget.bedragen.per": {each: words.PER[each] for each in Per},
    "links.taal": TALEN,
    "taal": TALEN,
}
IN_A_LIST = {"budget.bedragen.per", "links.taal", "taal"}
PICKED = {
    "domeinen": "domeinen", "doelgroepen": "doelgroepen", "gemeenten": "gemeenten", "trekker": "organisaties",
    "partners": "organisaties", "trefwoorden": "", "verwant": "fiches",
}  # fmt: skip
COMPLETED = {"bron.publicatie": "bronnen", "contact.organisatie": "organisaties"}
ONE = {
    "budget.bedragen": "bedrag", "budget.personeel": "functie", "budget.financiering": "naam", "cijfers": "cijfer",
    "randvoorwaarden": "voorwaarde", "lessen": "les", "contact": "contact", "links": "link",
    "vroegere_slugs": "adres",
}  # fmt: skip
HELP: Mapping[str, str] = {
    "domeinen": "Eén tot drie. Het eerste is het hoofddomein: daar staat de fiche in de gids.",
    "doelgroepen": "Voor wie het is. Meer dan één mag.",
    "gemeenten": "De naam van toen, in het Nederlands of het Frans. Meer dan één mag.",
    "trekker": "De organisaties die de praktijk trekken.",
    "budget.bedragen.euro": "Een getal zoals 6600, of een bereik: 600 tot 1200.",
    "budget.bedragen.per": "",
    "budget.personeel.vte": "Een halftijdse is 0,5. Een bereik mag ook: 1 tot 1,5.",
    "periode.start": "",
    "periode.einde": "Loopt het nog, laat dit dan leeg.",
    "status": "",
    "laatst_nagekeken": "Wanneer iemand de feiten laatst nakeek. Vandaag mag ook.",
    "cijfers.waarde": "Een getal zoals 2169, of een bereik: 10 tot 12.",
    "contact": "",
    "contact.website": "Waar meer uitleg staat.",
    "contact.naam": "",
    "contact.telefoon": "",
    "bewijs.soort": "",
    "bron.publicatie": "Een van de publicaties van deze catalogus.",
    "links.url": "",
    "links.taal": "Alleen als de titel in een andere taal is.",
    "verwant": "Fiches die een lezer hierna wil zien.",
    "taal": "Alleen als de fiche niet in de taal van de catalogus is.",
}
"""What a field says in the form, where the description in the schema speaks of the file."""

STORY_PARTS = {
    "Aanleiding": "Welk probleem was er, en voor wie?",
    "Aanpak": "Wat deed u, stap voor stap?",
    "Resultaten": "Wat veranderde er?",
    "Lessen": "Alleen als u meer wilt vertellen dan bij ‘Wat moeten anderen weten?’.",
}


def formulier() -> FormulierView:
    """Return the form; what is picked from a list comes with data/formulier.json."""
    schema = Fiche.model_json_schema()
    return FormulierView(
        vragen=tuple(_question(schema, each) for each in QUESTIONS),
        rubrieken=tuple(Rubriek(name, " ".join(paths)) for name, paths in FILLED_BY.items()),
    )


def _question(schema: Schema, asked: _Question) -> Vraag:
    fields = tuple(_fields(schema, asked.paths))
    needed = any(field.verplicht or field.pad in ONE_OF_THESE for field in fields)
    return Vraag(asked.id, asked.question, asked.help, needed, fields)


def _fields(schema: Schema, paths: tuple[str, ...]) -> Iterator[Invulveld]:
    for path in paths:
        if path == STORY:
            parts = tuple(Invulveld(name, "lang", name, help_) for name, help_ in STORY_PARTS.items())
            yield Invulveld(path, "verhaal", "Tekst", velden=parts)
            continue
        key, _, below = path.partition(".")
        raw = schema["properties"][key]
        if below:
            raw = _options(schema, raw)[0]["properties"][below]
        yield _field(schema, path, path, raw, required=path in schema["required"])


def _field(schema: Schema, path: str, key: str, raw: Schema, *, required: bool = False) -> Invulveld:
    """Return the field at *path* of a fiche; *key* is its name within what it stands in."""
    options = _options(schema, raw)
    kind = _kind(path, options)
    help_ = HELP.get(path, "" if key == "toelichting" else raw["description"])
    least = options[0].get("minLength", 0) if kind in {"regel", "lang"} and required else 0
    return Invulveld(
        pad=key,
        soort=kind,
        label=raw["title"],
        uitleg=help_,
        voorbeeld=_example(kind, raw["examples"][0], help_) if path not in {*CHOICES, *WITHOUT_EXAMPLE} else "",
        verplicht=required,
        minst=least,
        meest=options[0]["maxLength"] if least else 0,
        keuzes=tuple(Keuze(str(value), label) for value, label in CHOICES.get(path, {}).items()),
        uit=PICKED.get(path, COMPLETED.get(path, "")),
        een=ONE.get(path, ""),
        onbekend={"const": UNKNOWN} in options,
        velden=tuple(_row(schema, path, options[0]["items"])) if kind == "groep" else (),
    )


def _row(schema: Schema, path: str, items: Schema) -> Iterator[Invulveld]:
    """Yield the fields of one row of a group; what is of a person stands apart."""
    properties = _options(schema, items)[0]["properties"]
    found = [_field(schema, f"{path}.{key}", key, raw) for key, raw in properties.items()]
    apart = [each for each in found if path == "contact" and each.pad in PERSONAL]
    yield from (each for each in found if each not in apart)
    if apart:
        yield Invulveld("", "apart", "Toch een persoon noemen?", PERSON_HELP, velden=tuple(apart))


def _options(schema: Schema, raw: Schema) -> list[Schema]:
    """Return the schemas of what may stand at a place, those in $defs found."""
    found = [schema["$defs"][each["$ref"].rpartition("/")[2]] if "$ref" in each else each
             for each in raw.get("anyOf", [raw])]  # fmt: skip
    return [each for each in found if each.get("type") != "null"]


def _kind(path: str, options: list[Schema]) -> str:
    """Return how a field is filled in; the template has a way for each kind."""
    if path in PICKED:
        return "kiezer"
    if path in COMPLETED:
        return "naam"
    if path in CHOICES:
        return "lijst" if path in IN_A_LIST else "keuze"
    first = options[0]
    if first["type"] == "array":
        return "rijen" if first["items"].get("type") == "string" else "groep"
    if first["type"] in {"number", "integer"}:
        return _kind_of_number(options)
    return KINDS.get(first.get("format", ""), "lang" if first.get("maxLength", 0) > LONG else "regel")


def _kind_of_number(options: list[Schema]) -> str:
    """Return whether a field that may hold a number is one, a date that may be a year, or a range of pages."""
    if not any(each["type"] == "string" for each in options):
        return "getal"
    return "datum" if "minimum" in options[0] else "regel"


def _example(kind: str, value: Any, help_: str) -> str:
    """Return an example as a person writes it, 0.5 as 0,5 and 2024-09 as september 2024; "" when the help has it."""
    if kind == "groep":
        return ""
    if kind == "datum":
        return day(Datum(**dict(zip(Datum.model_fields, map(int, value.split("-")), strict=False))))
    written = number(Decimal(str(value))) if isinstance(value, float) else str(value)
    shown = ", ".join(value) if isinstance(value, list) else written
    return "" if shown in help_ else shown
