"""A catalogue with hostile text in every key that takes text, found by the schemas: a new key is in it by itself.

Each organisation, term and group of synonyms is named after one text; thirteen fiches and their like take turns.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import count, cycle
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from small_catalogue import built, png

from fichebak import tidy
from fichebak.config import Root
from fichebak.model import (
    Aanbeveling,
    Bestemmeling,
    Bron,
    CatalogusInstellingen,
    Doelgroep,
    Domein,
    Fiche,
    Organisatie,
    Pagina,
    Synoniemen,
    Term,
)
from fichebak.schema import of
from hostile.payloads import BODIES, PAYLOADS

FICHES = 13
# What is no free text, by key: something valid, of which several may stand in a list.
GIVEN: Mapping[str, Any] = {
    "gemeenten": ["Gent"], "doelgroepen": ["een"], "praktijken": ["payload-0"], "aan": ["een"],
    "domeinen": ["een"], "verwant": ["payload-1"], "publicatie": "gids", "vroegere_slugs": [],
    "toestemming_tot": "2030", "volgorde": "1", "taal": "nl",
    "thema": "default", "repository": "https://github.com/voorbeeld/bak",
    "base_url": "https://voorbeeld.be/a&b;c/(d)/", "aantal": None, "einde": None,
}  # fmt: skip
VALID = {
    "euro": "12.50", "getal": "12.5", "aantal": "3", "jaar": "2016", "datum": "2016-06",
    "webadres": "https://voorbeeld.be/?a=javascript:top.gehackt=1&b={{7*7}}|$x^_#\\", "mailadres": "info@voorbeeld.be",
    "bladzijden": "31-33", "telefoon": "02 000 00 00 =1+1<script>top.gehackt=1</script>", "adres": "x",
}  # fmt: skip


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return of(model)


class _Filler:
    """Fills a model with *texts* in turn: each place gets the next one with a number, so that no two are the same."""

    def __init__(self, model: type[BaseModel], texts: Sequence[str]) -> None:
        self.schema, self.texts, self.number = _schema(model), cycle(texts), count(1)

    def whole(self) -> dict[str, Any]:
        return self._group(self.schema)

    def _group(self, schema: dict[str, Any]) -> dict[str, Any]:
        made = {key: self._value(key, each) for key, each in schema["properties"].items()}
        return {key: value for key, value in made.items() if value is not None}

    def _value(self, key: str, schema: dict[str, Any]) -> Any:
        if key == "waarden":
            return [{"label": self._text(200), "waarde": each} for each in ("1", "2")]
        if key in GIVEN:
            return GIVEN[key]
        ways = [self._ref(each) for each in schema.get("anyOf", [schema])]
        way = next((each for each in ways if "properties" in each or "items" in each), ways[0])
        if "properties" in way and "van" not in way["properties"]:
            return self._group(way)
        if "items" in way:
            return [self._value("", way["items"]), self._value("", way["items"])]
        return self._one(next((each for each in ways if "x-vorm" in each), ways[0]))

    def _ref(self, schema: dict[str, Any]) -> dict[str, Any]:
        name = schema.get("$ref", "").rpartition("/")[2]
        return self.schema["$defs"][name] if name else schema

    def _one(self, schema: dict[str, Any]) -> str:
        if "enum" in schema:
            return str(schema["enum"][0])
        if "x-vorm" in schema:
            return VALID[schema["x-vorm"]]
        return self._text(schema.get("maxLength", 1000), schema.get("minLength", 1))

    def _text(self, longest: int, shortest: int = 1) -> str:
        """Return a text first, or as much of it as goes in, so that it also begins a cell and a line."""
        number = f" {next(self.number)}"
        return (next(self.texts)[: longest - len(number)] + number).ljust(shortest, "x")


def filled(model: type[BaseModel], texts: Sequence[str], **given: Any) -> dict[str, Any]:
    """Return a valid *model* as data, with *texts* in every key that takes free text, and what is *given*."""
    return {key: each for key, each in {**_Filler(model, texts).whole(), **given}.items() if each is not None}


def _by_key(names: Iterable[str], model: type[BaseModel], texts: Sequence[str]) -> str:
    """Return a file of entries by *names*: each has the payloads in another order."""
    entries = {
        name: filled(model, [f"{text} {n}" for text in turned(texts, n)])
        for n, name in enumerate(names)
    }
    return json.dumps(entries)  # JSON is YAML


def turned(texts: Sequence[str], by: int) -> list[str]:
    """Return *texts* with the one at *by* first."""
    by %= len(texts)
    return [*texts[by:], *texts[:by]]


def files(texts: Sequence[str], bodies: Sequence[str]) -> dict[str, str | bytes]:
    """Return a catalogue with *texts* in its keys and *bodies* in its bodies: files by path in content/."""
    ids = ["een", *(f"payload-{n}" for n in range(1, FICHES))]
    names = [f"{text[:150]} naam {n}" for n, text in enumerate(texts)]
    body = "\n\n".join(f"Stuk {number}.\n\n{each}" for number, each in enumerate(bodies))
    made: dict[str, str | bytes] = {
        "catalogue.yaml": json.dumps(filled(CatalogusInstellingen, turned(texts, 11))),
        "afbeeldingen/loket.png": png(60, 40) + b"<script>top.gehackt=1</script>",
        "target-groups.yaml": _by_key(ids, Doelgroep, texts),
        "addressees.yaml": _by_key(ids, Bestemmeling, texts),
        "recommendations/gids.yaml": _by_key(ids, Aanbeveling, texts),
        "organisations.yaml": _by_key(names, Organisatie, texts),
        "glossary.yaml": _by_key(["gehackt", "Stuk", *names], Term, texts),
        "synonyms.yaml": _by_key(names, Synoniemen, texts),
        "sources/gids.md": tidy.fiche(filled(Bron, texts), body),
    }
    for n in range(FICHES):
        words = turned(texts, n * len(texts) // FICHES)
        fiche = filled(Fiche, words, trekker=[names[n]], partners=names[n + 1 : n + 4])
        made[f"practices/payload-{n}.md"] = tidy.fiche(fiche, body if n == 0 else bodies[n])
    for n, id_ in enumerate(ids[:3]):
        made[f"domains/{id_}.md"] = tidy.fiche(filled(Domein, turned(texts, 11 * n), volgorde=str(n + 1)), bodies[n])
        made[f"pages/pagina-{n}.md"] = tidy.fiche(filled(Pagina, turned(texts, 7 * n)), body if n == 0 else "")
    return made


def write(root: Path, texts: Sequence[str], bodies: Sequence[str]) -> None:
    """Write that catalogue under *root*."""
    for path, text in files(texts, bodies).items():
        target = root / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())


def build(root: Path) -> None:
    """Write the catalogue with everything hostile under *root* and build its site."""
    write(root, [*PAYLOADS.values()], [*BODIES.values()])
    built(Root(root))
