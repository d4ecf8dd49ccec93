"""Values in front matter: read from text, each with the shape an editor's tool should expect of it.

A rule that fails raises a problem's code (`wrong`), never a sentence: sentences live in data/messages.toml.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Self

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
from pydantic_core import CoreSchema, PydanticCustomError

from fichebak import slips

UNKNOWN = "onbekend"
SLUG_AT_MOST = 100
LIST_AT_MOST = 100
WEB_ADDRESS = re.compile(r"https?://(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#][^\s<>\"']*)?", re.I)
MAIL_ADDRESS = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.I)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


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


_DATE = r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"


def _read_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not _is_date(value):
        raise wrong("F039", waarde=value, hint=_write(slips.date(value), _is_date))
    return dict(zip(("jaar", "maand", "dag"), map(int, value.split("-")), strict=False))


def _is_date(text: str) -> bool:
    if not re.fullmatch(_DATE, text):
        return False
    numbers = [int(part) for part in text.split("-")]
    return len(numbers) < 3 or numbers[2] <= calendar.monthrange(numbers[0], numbers[1])[1]


def _write(meant: str, fits: Callable[[str], object]) -> str:
    """Return the hint to write what was *meant*, or an empty text when that would not be right either."""
    return f"Schrijf: {meant}" if meant and fits(meant) else ""


_EURO = re.compile(r"[0-9]{1,12}(?:\.[0-9]{2})?")
_NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,2})?")
_COUNT = re.compile(r"(?!0+$)[0-9]{1,9}")


def _numeral(code: str, shape: re.Pattern[str], value: str) -> str:
    """Return *value* when it has this *shape*; raise problem *code* when it has not."""
    if not shape.fullmatch(value):
        raise wrong(code, waarde=value, hint=_write(slips.number(value), shape.fullmatch))
    return value


def _read_euro(value: object) -> object:
    return Decimal(_numeral("F037", _EURO, value)) if isinstance(value, str) else value


def _read_number(value: object) -> object:
    return Decimal(_numeral("F038", _NUMBER, value)) if isinstance(value, str) else value


def _read_count(value: object) -> object:
    return int(_numeral("F038", _COUNT, value)) if isinstance(value, str) else value


def _read_year(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"(?:19|20)\d\d", value):
        raise wrong("F039", waarde=value)
    return int(value)


def _read_url(value: object) -> object:
    if isinstance(value, str) and not WEB_ADDRESS.fullmatch(value):
        raise wrong("F040", waarde=value)
    return value


def _read_email(value: object) -> object:
    if isinstance(value, str) and not MAIL_ADDRESS.fullmatch(value):
        raise wrong("F041", waarde=value)
    return value


def _read_pages(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(_PAGES, value):
        raise wrong("F049", waarde=value)
    return value


_PHONE = r"\(?(?:\+|0)[0-9 /.()-]{7,}.*|1[0-9]{2,3}(?: .*)?"


def _read_phone(value: str) -> str:
    if not re.fullmatch(_PHONE, value):
        raise wrong("F114", waarde=value)
    return value


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


_PAGES = r"[0-9]{1,4}(?:[-–, ]{1,3}[0-9]{1,4}){0,9}"
_SLUG_SCHEMA = {"type": "string", "pattern": f"^{SLUG.pattern}$", "maxLength": SLUG_AT_MOST}
_NUMBER_SCHEMA = {"type": "number", "minimum": 0}
_RANGE_SCHEMA = {
    "anyOf": [
        _NUMBER_SCHEMA,
        {
            "type": "object",
            "properties": {
                "van": {"title": "Van", "examples": [600], **_NUMBER_SCHEMA},
                "tot": {"title": "Tot", "examples": [1200], **_NUMBER_SCHEMA},
            },
            "required": ["van", "tot"],
            "additionalProperties": False,
        },
    ]
}
_YEAR_SCHEMA = {"type": "integer", "minimum": 1900, "maximum": 2099}
_DATE_SCHEMA = {"anyOf": [_YEAR_SCHEMA, {"type": "string", "pattern": f"^{_DATE}$"}]}

Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Naam = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Telefoon = Annotated[
    Naam,
    AfterValidator(_read_phone),
    WithJsonSchema(
        {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": f"^(?:{_PHONE})$", "maxLength": 200}]}
    ),
]
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


EuroOfBereik = Annotated[EuroBereik, _as_range(_read_euro), WithJsonSchema(_RANGE_SCHEMA)]
GetalOfBereik = Annotated[GetalBereik, _as_range(_read_number), WithJsonSchema(_RANGE_SCHEMA)]


class OrUnknown:
    """Says in the JSON Schema that the word onbekend may stand in the place of a list."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"const": UNKNOWN}]}
