"""Values in front matter: read from text, each with the shape an editor's tool should expect of it.

A rule that fails raises a problem's code (`wrong`), never a sentence: sentences live in data/messages.toml.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple, Self
from urllib.parse import quote

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError

from fichebak import slips

UNKNOWN = "onbekend"
SLUG_AT_MOST = 100
NAME_AT_MOST = 200
LIST_AT_MOST = 100
# What has no place in a text: signs of control, those that turn the direction of all that follows, and no signs at all.
_ODD = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
NO_TEXT = re.compile(f"[{_ODD}]")
_NOT_SEEN = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs without a form
# An address is in Latin letters: those of other alphabets look the same and lead elsewhere. Nothing in it is hidden.
_HOST = r"0-9A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_HIDDEN = r"\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff"
_PORT = r"(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}))?"
WEB_ADDRESS = re.compile(
    rf"""[Hh][Tt][Tt][Pp][Ss]?://(?:[{_HOST}-]+\.)+[A-Za-z]{{2,}}{_PORT}(?:[/?#][^\s<>"'`{_HIDDEN}]*)?"""
)
MAIL_ADDRESS = re.compile(rf"[{_HOST}.+-]+@(?:[{_HOST}-]+\.)+[A-Za-z]{{2,}}")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Form(NamedTuple):
    """How a value must be typed, and the code of the problem when it is not."""

    code: str
    pattern: re.Pattern[str]


FORMS = {
    "euro": Form("F037", re.compile(r"[0-9]{1,12}(?:\.[0-9]{2})?")),
    "getal": Form("F038", re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,2})?")),
    "aantal": Form("F038", re.compile(r"(?=.*[1-9])[0-9]{1,9}")),
    "jaar": Form("F039", re.compile(r"(?:19|20)[0-9]{2}")),
    "datum": Form("F039", re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")),
    "webadres": Form("F040", WEB_ADDRESS),
    "mailadres": Form("F041", MAIL_ADDRESS),
    "bladzijden": Form("F049", re.compile(r"[0-9]{1,4}(?:[-–, ]{1,3}[0-9]{1,4}){0,9}")),
    "adres": Form("F007", SLUG),
    "telefoon": Form(
        "F114",
        re.compile(
            rf"(?:\(?(?:\+|0)[0-9 /.()-]{{7,25}}(?:[^0-9\n{_ODD}][^\n{_ODD}]{{0,100}})?"
            rf"|1[0-9]{{2,3}}(?: [^\n{_ODD}]{{0,100}})?)"
        ),
    ),
}
"""Values that are typed in one form, by the name that the JSON Schema gives that form (`x-vorm`)."""


def wrong(code: str, **values: object) -> PydanticCustomError:
    """Return the error that becomes problem *code*.

    `at` is the step below where it is raised that it belongs to, `beside` the key next to it; `needs` are the keys of
    which one was looked for: when one of those is misspelt, that is the problem and this is not. `hint` replaces the
    general hint, when it is not empty.
    """
    return PydanticCustomError(code, "{code}", {"code": code, **values})


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


def _typed(form: str, value: str) -> str:
    if not fits(form, value):
        meant = _MEANT[form](value) if form in _MEANT else ""
        raise wrong(FORMS[form].code, waarde=value, hint=f"Schrijf: {meant}" if fits(form, meant) else "")
    return value


_MEANT = {"euro": slips.number, "getal": slips.number, "aantal": slips.number, "datum": slips.date}


def folded(text: str) -> str:
    """Return *text* in lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if unicodedata.category(c)[0] != "M")


def fits(form: str, value: str) -> bool:
    """Return whether *value* is typed in *form*; a date must be a day that there is."""
    if not FORMS[form].pattern.fullmatch(value):
        return False
    numbers = [int(part) for part in value.split("-")] if form == "datum" else []
    return len(numbers) < 3 or numbers[2] <= calendar.monthrange(numbers[0], numbers[1])[1]


def _no_way_up(path: str) -> str:
    if "\\" in path or {".", ".."} & set(path.split("/")):
        raise wrong("F098", waarde=path)
    return path


def iri(address: str) -> str:
    """Return a web address with each sign escaped that browsers put up with and RFC 3987 does not allow."""
    return re.sub(r"[{}|\\^]", lambda sign: quote(sign[0]), address)


def seen(text: str) -> bool:
    """Return whether there is anything to see in *text*."""
    return any(unicodedata.category(c)[0] not in "CMZ" and c not in _NOT_SEEN for c in text)


def _no_odd_sign(value: object) -> object:
    found = NO_TEXT.search(value) if isinstance(value, str) else None
    if found:
        raise wrong("F004", teken=f"U+{ord(found[0]):04X}")
    return value


def _read_date(value: object) -> object:
    if isinstance(value, list | dict):
        raise PydanticKnownError("string_type")
    if not isinstance(value, str):
        return value
    return dict(zip(("jaar", "maand", "dag"), map(int, _typed("datum", value).split("-")), strict=False))


def _read_euro(value: object) -> object:
    return Decimal(_typed("euro", value)) if isinstance(value, str) else value


def _read_number(value: object) -> object:
    return Decimal(_typed("getal", value)) if isinstance(value, str) else value


def _read_count(value: object) -> object:
    return int(_typed("aantal", value)) if isinstance(value, str) else value


def _read_year(value: object) -> object:
    return int(_typed("jaar", value)) if isinstance(value, str) else value


def _read_url(value: object) -> object:
    return _typed("webadres", value) if isinstance(value, str) else value


def _read_email(value: object) -> object:
    return _typed("mailadres", value) if isinstance(value, str) else value


def _read_pages(value: object) -> object:
    return _typed("bladzijden", value) if isinstance(value, str) else value


def _read_phone(value: object) -> object:
    return _typed("telefoon", value) if isinstance(value, str) else value


def _read_slug(value: object) -> object:
    if isinstance(value, str) and not (SLUG.fullmatch(value) and len(value) <= SLUG_AT_MOST):
        raise wrong("F007", naam=value, voorstel="twee-toeleiders-een-loket")
    return value


def _as_range(read: Callable[[object], object]) -> BeforeValidator:
    """Read a single number as a range from and to itself, so that everything after has one shape."""

    def read_once(value: object) -> object:
        return {"van": read(value), "tot": read(value)} if isinstance(value, str) else value

    return BeforeValidator(read_once)


def unknown_is_empty(value: object) -> object:
    """Read the word onbekend, alone or as the one item of a list, as an empty list: known to be missing."""
    return () if value in (UNKNOWN, [UNKNOWN]) else value


def _no_doubles(values: tuple[str, ...]) -> tuple[str, ...]:
    seen: set[str] = set()
    for position, value in enumerate(values):
        if value in seen:
            raise wrong("F048", waarde=value, at=position)
        seen.add(value)
    return values


_NUMBER_SCHEMA = {"type": "number", "minimum": 0, "x-vorm": "getal"}
_EURO_SCHEMA = {**_NUMBER_SCHEMA, "x-vorm": "euro"}
_COUNT_SCHEMA = {"type": "integer", "minimum": 1, "x-vorm": "aantal"}
_WHOLE_YEAR = {"type": "integer", "minimum": 1900, "maximum": 2099}
_YEAR_SCHEMA = {**_WHOLE_YEAR, "x-vorm": "jaar"}
_URL_SCHEMA = {"type": "string", "format": "uri", "x-vorm": "webadres"}
_EMAIL_SCHEMA = {"type": "string", "format": "email", "x-vorm": "mailadres"}


def _typed_schema(form: str) -> dict[str, object]:
    return {"type": "string", "pattern": f"^{FORMS[form].pattern.pattern}$", "x-vorm": form}


_SLUG_SCHEMA = {**_typed_schema("adres"), "maxLength": SLUG_AT_MOST}
_DATE_SCHEMA = {"anyOf": [_WHOLE_YEAR, _typed_schema("datum")]}
_PAGES_SCHEMA = {"anyOf": [{"type": "integer"}, _typed_schema("bladzijden")]}
_PHONE_SCHEMA = {"anyOf": [{"type": "integer"}, _typed_schema("telefoon")]}


def _range_schema(one: dict[str, object]) -> dict[str, object]:
    ends = {"van": {"title": "Van", "examples": [600], **one}, "tot": {"title": "Tot", "examples": [1200], **one}}
    both = {"type": "object", "properties": ends, "required": ["van", "tot"], "additionalProperties": False}
    return {"anyOf": [one, both]}


Taal = Literal["nl", "fr", "de", "en"]
READABLE = BeforeValidator(_no_odd_sign)
Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000), READABLE]
Naam = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_AT_MOST), READABLE]
MapInRepository = Annotated[Naam, AfterValidator(_no_way_up)]
Verwijzing = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), READABLE]
Partieel = Annotated[Datum, BeforeValidator(_read_date), WithJsonSchema(_DATE_SCHEMA)]
Euro = Annotated[Decimal, BeforeValidator(_read_euro), WithJsonSchema(_EURO_SCHEMA)]
Getal = Annotated[Decimal, BeforeValidator(_read_number), WithJsonSchema(_NUMBER_SCHEMA)]
Aantal = Annotated[int, BeforeValidator(_read_count), WithJsonSchema(_COUNT_SCHEMA)]
Jaar = Annotated[int, BeforeValidator(_read_year), WithJsonSchema(_YEAR_SCHEMA)]
Webadres = Annotated[str, BeforeValidator(_read_url), WithJsonSchema(_URL_SCHEMA)]
Telefoon = Annotated[str, BeforeValidator(_read_phone), WithJsonSchema(_PHONE_SCHEMA)]
Mailadres = Annotated[str, BeforeValidator(_read_email), WithJsonSchema(_EMAIL_SCHEMA)]


class _Unique:
    """Says in the JSON Schema that no value may be in a list twice."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core), "uniqueItems": True}


_LIST = Field(max_length=LIST_AT_MOST)
_ONE_TO_THREE = Field(min_length=1, max_length=3)
Namen = Annotated[tuple[Naam, ...], _LIST, AfterValidator(_no_doubles), _Unique()]
Verwijzingen = Annotated[tuple[Verwijzing, ...], _LIST, AfterValidator(_no_doubles), _Unique()]
EenTotDrie = Annotated[tuple[Verwijzing, ...], _ONE_TO_THREE, AfterValidator(_no_doubles), _Unique()]
Slug = Annotated[str, BeforeValidator(_read_slug), WithJsonSchema(_SLUG_SCHEMA)]
Bladzijden = Annotated[str, BeforeValidator(_read_pages), WithJsonSchema(_PAGES_SCHEMA)]


class Model(BaseModel):
    """Frozen and closed; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=False)


def _in_order(van: Decimal, tot: Decimal) -> None:
    if van > tot:
        raise wrong("F042", van=van, tot=tot, at="van")


class EuroBereik(Model):
    """An amount in euro, from *van* to *tot*; the same twice for one amount."""

    van: Euro
    tot: Euro

    @model_validator(mode="after")
    def _rises(self) -> Self:
        _in_order(self.van, self.tot)
        return self


class GetalBereik(Model):
    """A number, from *van* to *tot*; the same twice for one number."""

    van: Getal
    tot: Getal

    @model_validator(mode="after")
    def _rises(self) -> Self:
        _in_order(self.van, self.tot)
        return self


EuroOfBereik = Annotated[EuroBereik, _as_range(_read_euro), WithJsonSchema(_range_schema(_EURO_SCHEMA))]
GetalOfBereik = Annotated[GetalBereik, _as_range(_read_number), WithJsonSchema(_range_schema(_NUMBER_SCHEMA))]


class OrUnknown:
    """Says in the JSON Schema that the word onbekend may stand in the place of a list."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"const": UNKNOWN}]}
