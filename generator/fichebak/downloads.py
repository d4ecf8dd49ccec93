"""The open data as files to download, and the page that offers and explains them."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache, partial
from typing import Any

from fichebak import words
from fichebak.columns import Sleutel, bladen, kolommen, sleutels, voorbeeld
from fichebak.dataset import KOPPEN, Dataset, Plat, of_fiche
from fichebak.dcat import SCHEMA
from fichebak.output import Output, Part, as_json_text
from fichebak.present import Setting
from fichebak.record import record, whole
from fichebak.register import REGISTER_DATE
from fichebak.resolve import Catalogue, Praktijk
from fichebak.schema import DIALECT, of
from fichebak.spreadsheet import as_csv, as_xlsx, fiches
from fichebak.values import Datum, Model
from fichebak.views import Bestand, DataView, SleutelGroep, SleutelUitleg

ADDRESS = "data/"
ONLY_JSON = "alleen in de JSON"
PURPOSES = {
    "praktijken.xlsx": (
        "Excel",
        "Om te sorteren, te filteren en te rekenen. Een rij per fiche, en aparte bladen voor {bladen}.",
    ),
    "praktijken.csv": ("CSV", "Voor elk rekenblad en elk programma voor statistiek. Een rij per fiche."),
    "praktijken.json": ("JSON", "Voor wie programmeert. Alles wat een fiche zegt, ook haar doorlopende tekst."),
    SCHEMA: ("JSON Schema", "Zegt een programma welke sleutels en waarden de JSON kan hebben."),
}
"""Each file of the whole catalogue: what people call it, and what it is good for."""


def parts(catalogue: Catalogue, setting: Setting) -> Iterator[Part]:
    """Yield the files of the whole catalogue and that of each fiche, yet to be made."""
    for name in PURPOSES:
        yield Part(f"{ADDRESS}{name}", partial(_file, catalogue, setting, name))
    for practice in catalogue.praktijken:
        yield Part(of_fiche(practice.slug), partial(_fiche, catalogue, practice, setting))


def _fiche(catalogue: Catalogue, practice: Praktijk, setting: Setting) -> list[Output]:
    return [Output(of_fiche(practice.slug), _as_json(record(catalogue, practice, setting)))]


def _as_json(data: Model) -> bytes:
    return f"{data.model_dump_json(by_alias=True)}\n".encode()


def _file(catalogue: Catalogue, setting: Setting, name: str) -> list[Output]:
    return [Output(f"{ADDRESS}{name}", _files(catalogue, setting)[name])]


@lru_cache(maxsize=1)
def _files(catalogue: Catalogue, setting: Setting) -> Mapping[str, bytes]:
    """Return every file of the whole catalogue by name, made once: the page says how large each is."""
    data = whole(catalogue, setting)
    table = fiches(data)
    return {
        "praktijken.json": _as_json(data),
        SCHEMA: as_json_text(_schema(data)).encode(),
        "praktijken.csv": as_csv(table),
        "praktijken.xlsx": as_xlsx(data, table),
    }


def _schema(data: Dataset) -> dict[str, Any]:
    """Return the JSON Schema of *data*; what a docstring says is for who reads the code."""
    made = of(Dataset, "serialization")
    for each in (made, *made["$defs"].values()):
        each.pop("description", None)
    address = {"$id": data.schema_} if data.adres else {}
    return {"$schema": DIALECT, **address, "title": f"Open data van {data.titel}", **made}


def data_page(catalogue: Catalogue, setting: Setting) -> DataView:
    """Return what the page of the open data says."""
    files, sheets = _files(catalogue, setting), words.listed([words.in_sentence(blad.titel) for blad in bladen()])
    return DataView(
        telling=words.fiches(len(catalogue.praktijken)),
        datum=words.full_day(setting.today),
        bestanden=tuple(
            _bestand(name, title, purpose.format(bladen=sheets), files[name])
            for name, (title, purpose) in PURPOSES.items()
        ),
        register=words.full_day(date.fromisoformat(REGISTER_DATE)),
        bronvermelding=_citation(catalogue, setting),
        groepen=tuple(_groups()),
    )  # fmt: skip


def _bestand(name: str, title: str, purpose: str, data: bytes) -> Bestand:
    return Bestand(title, f"{ADDRESS}{name}", words.size(len(data)), purpose)


def _citation(catalogue: Catalogue, setting: Setting) -> str:
    settings = catalogue.instellingen
    publisher = f" ({settings.uitgever})" if settings.uitgever else ""
    address = f", {settings.basis}{ADDRESS}" if settings.basis else ""
    return f"{settings.titel}{publisher}, open data van {words.full_day(setting.today)}, {settings.licentie}{address}"


def _groups() -> Iterator[SleutelGroep]:
    """Yield every key below its heading: those of a fiche, and then those of the file around them."""
    keys = tuple(sleutels())
    firsts = [at for at, key in enumerate(keys) if len(key.pad) == 1 and key.pad[0] in KOPPEN]
    for begin, end in zip(firsts, [*firsts[1:], len(keys)], strict=True):
        name = keys[begin].pad[0]
        yield SleutelGroep(f"sleutels-{name}", KOPPEN[name], tuple(map(_explained, keys[begin:end])))
    around = [_explained(key, "" if key.groep else ONLY_JSON) for key in sleutels(Dataset) if len(key.pad) == 1]
    yield SleutelGroep("sleutels-bestand", "Het JSON-bestand zelf", tuple(around))


def _explained(key: Sleutel, where: str | None = None) -> SleutelUitleg:
    """Return what the page says of *key*; *where* it stands is looked up for a key of a fiche."""
    steps = [key.info.alias or key.pad[-1]] if len(key.pad) == 1 else key.pad
    return SleutelUitleg(
        pad=".".join(steps),
        titel=str(key.info.title),
        uitleg=str(key.info.description),
        soort=_kind(key),
        voorbeeld=voorbeeld(key),
        waar=_where(key) if where is None else where,
    )


KINDS = {
    Datum: "datum: jaar, jaar-maand of jaar-maand-dag", date: "datum: jaar-maand-dag", int: "geheel getal",
    Decimal: "getal", str: "tekst",
}  # fmt: skip


def _kind(key: Sleutel) -> str:
    """Return what a key holds, in words."""
    if key.groep:
        return "lijst van groepen" if key.lijst else "groep"
    if isinstance(key.type, type) and issubclass(key.type, StrEnum):
        return f"een van: {', '.join(key.type)}"
    one = str(key.plat) if key.plat is Plat.WEBADRES else KINDS[key.type]
    return f"lijst: {one}" if key.lijst else one


def _where(key: Sleutel) -> str:
    """Return where *key* stands in the tables; nothing when what it holds stands there."""
    columns = [kolom.sleutel for kolom in kolommen() if kolom.pad == key.pad]
    sheets = [blad.titel for blad in bladen() for kolom in blad.kolommen if (*blad.pad, *kolom.pad) == key.pad]
    if not columns and not sheets:
        return "" if key.groep else ONLY_JSON
    named = [f"{'kolommen' if len(columns) > 1 else 'kolom'} {words.listed(columns)}"] if columns else []
    return ", ".join(
        [*named, *(f"in Excel ook blad {sheet}" if columns else f"in Excel, blad {sheet}" for sheet in sheets)]
    )
