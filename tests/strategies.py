"""What hypothesis makes content of: texts that trip YAML and Markdown, and whole fiches and catalogues by their models.

Values come from the JSON Schemas, so that a new key is in them by itself. Most are valid, some nearly: `check` decides.
"""

from collections.abc import Mapping
from typing import Any

from hostile.payloads import BODIES, PAYLOADS, REFUSED_BODIES
from hypothesis import strategies as st
from pydantic import BaseModel
from tidy_texts import HOSTILE

from fichebak import tidy
from fichebak.fiche import Fiche
from fichebak.schema import of
from fichebak.values import FORMS, NO_TEXT, seen

Data = dict[str, Any]
MARKDOWN = (
    "## Kop", "### Kop", "tekst", "**vet**", "*schuin*", "_x_", "~~weg~~", "`code`", "``", "```", "~~~", "    ",
    "- ", "* ", "1. ", "2) ", "> ", "  - ", "    - ", "- [ ] ", "[x](https://voorbeeld.be)", "[x](../een/)", "[x][n]",
    "[n]", "[n]: https://voorbeeld.be", "[^1]", "[^1]: noot", "![x](afbeeldingen/loket.png)", "| a | b |",
    "| - | :-: |", "|", "---", "***", "===", "<https://voorbeeld.be>", "https://voorbeeld.be/x.", "www.voorbeeld.be",
    "info@voorbeeld.be", "&amp;", "&#60;b&#62;", "\\", "\\*", "\\\n", "  \n", "<", ">", "[", "]", "(", ")", "](", "![",
    "{", "}", "!", "#",
    "\u200b", "\u00ad", "\u00a0", "é", "e\u0301", "😀", "שלום", "\t", "$", "@", "=", "+", "=>", "`` ` ``",
)  # fmt: skip
texts = st.one_of(
    st.sampled_from([*PAYLOADS.values(), *map(tidy.sound, HOSTILE)]),
    st.text(max_size=120),
    st.lists(st.sampled_from([*MARKDOWN, "woord", "gehackt", *": -#,[]{}'\"&*!|>%@"]), max_size=20).map(" ".join),
)
"""Any text: hostile, random, or signs that mean something to YAML or Markdown."""

bodies = st.lists(
    st.tuples(
        st.sampled_from([*MARKDOWN, *MARKDOWN, *BODIES.values(), *(body for body, _ in REFUSED_BODIES.values())]),
        st.sampled_from(["", " ", "\n", "\n\n"]),
    ),
    max_size=25,
).map(lambda parts: "".join(f"{part}{gap}" for part, gap in parts))
"""The text of a fiche: pieces of Markdown, glued together in any way."""

GIVEN: Mapping[str, st.SearchStrategy[Any]] = {  # what refers to something, by key
    "domeinen": st.sampled_from([["werk"], ["taal", "werk"], ["onthaal"]]),
    "gemeenten": st.sampled_from([[], ["Gent"], ["Luik", "Borsbeek"], ["9000"], ["Gnt"]]),
    "doelgroepen": st.sampled_from([[], ["gezinnen"], ["nieuwkomers", "gezinnen"]]),
    "publicatie": st.sampled_from(["gids", "gids", "onbekend"]),
    "verwant": st.sampled_from([[], ["a"], ["b"]]),
    "praktijken": st.sampled_from([[], ["a"]]),
    "aan": st.just([]),
    "vroegere_slugs": st.sampled_from([[], ["oud"]]),
    "thema": st.just("default"),
    "toestemming_tot": st.just("2030-01"),
    "aantal": st.just(""),
    "laatst_nagekeken": st.sampled_from(["2016", "2024-02", "2024-02-29"]),
    "einde": st.sampled_from(["", "2099"]),
}


USEFUL = ("contact", "laatst_nagekeken", "plaats", "vte", "toestemming_tot")  # without these, most would be refused


WHOLE = """\
---
titel: "Eén loket in Kortrijk: toeleiders gaan mee op weg"
samenvatting: >-
  Twee toeleiders in diversiteit helpen Kortrijkzanen van buitenlandse herkomst met vragen over diensten en papieren,
  vanuit één loket, op papier, online en door mee te stappen.
domeinen: [integratiebeleid, onthaal]
gemeenten: [Kortrijk, Liège]
werkingsgebied: gemeente
doelgroepen: [nieuwkomers, anderstaligen]
trekker:
  - Effect vzw
budget:
  bedragen:
    - euro: {van: 600, tot: 1200}
      per: reeks
      toelichting: 'naargelang tolken, vervoer'
  personeel:
    - vte: 0.5
      rol: toeleiders
periode:
  start: 2015-12-01   # de bron noemt geen einde
contact:
  - organisatie: Effect vzw
    email: info@voorbeeld.be
cijfers:
  - waarde: 2169
    eenheid: gezinnen
lessen:
  - "Een doorverwijzing volstaat niet altijd: ga mee."
bron:
  publicatie: gids
  pagina: "31-33"
verwant: [samen-naar-school]
laatst_nagekeken: 2016-06
---
## Aanleiding

Wie nieuw is, [verdwaalt](https://voorbeeld.be/a_(b)) makkelijk.

- eerst
  - dan `code`

> ![Een klas](afbeeldingen/klas.jpg)

```
code
```

| a | b |
| --- | --- |
| **1** | *2* |
"""
SIGNS = [
    *"\t \n\r:-#[]{}()\"'&*!|>%@`\\?,.<_~=+/0",
    "\n---\n", ": ", "- ", "\n  ", "\n\n", "&a ", "*a", "<<: ", "!!python/object:os.system ", "\0", "\x85", "\u2028",
    "\ufeff", "’", "é", "\U0001f600", "\ud7ff", "```\n", "](", "<script>", "> ", "## ", "1. ", "{" * 30, "[" * 30,
    "'" * 9, "…" * 40, "---", "...", "\n? ", "=>", "%YAML 1.1\n",
]  # fmt: skip


@st.composite
def broken(draw: st.DrawFn) -> str:
    """Return a whole fiche in which some signs, or some lines, are others: as slips of the pen make them."""
    text = WHOLE
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SIGNS)) + text[at + draw(st.integers(0, 3)) :]
    lines = text.split("\n")
    for _ in range(draw(st.integers(0, 4))):
        moved = lines.pop(draw(st.integers(0, len(lines) - 1)))
        lines.insert(draw(st.integers(0, len(lines))), " " * draw(st.integers(0, 8)) + moved.strip())
    return "\n".join(lines)[: draw(st.none() | st.integers(0, len(text)))]


def anything() -> st.SearchStrategy[Any]:
    """Return data of any shape, as YAML can hold it."""
    keys = st.one_of(st.sampled_from([*Fiche.model_fields, "van", "tot", "euro", "organisatie"]), texts.filter(bool))
    inside = st.recursive(
        texts, lambda each: st.lists(each, max_size=4) | st.dictionaries(keys, each, max_size=4), max_leaves=8
    )
    return st.dictionaries(st.sampled_from([*Fiche.model_fields]), inside, max_size=6)


def like(model: type[BaseModel]) -> st.SearchStrategy[Data]:
    """Return data of *model*: valid, or nearly; nothing in it is empty, as nothing is that was read from a file."""
    return _Maker(of(model)).whole().map(lambda made: meant(made) or {})


def meant(value: Any) -> Any:
    """Return *value* as check reads it: without texts, lists and groups in which there is nothing to see."""
    if isinstance(value, str):
        return value if seen(value) else None
    if isinstance(value, list):
        return [each for each in map(meant, value) if each is not None] or None
    return {key: each for key, each in ((key, meant(each)) for key, each in value.items()) if each is not None} or None


class _Maker:
    def __init__(self, schema: Data) -> None:
        self.schema = schema

    def whole(self) -> st.SearchStrategy[Data]:
        return self._group(self.schema)

    def _group(self, schema: Data) -> st.SearchStrategy[Data]:
        required = {*schema.get("required", ()), *USEFUL} & schema["properties"].keys()
        made = {key: self._value(key, each) for key, each in schema["properties"].items()}
        group = st.fixed_dictionaries(
            {key: value for key, value in made.items() if key in required},
            optional={key: value for key, value in made.items() if key not in required},
        )
        return group.map(_rising) if "van" in made else group

    def _value(self, key: str, schema: Data) -> st.SearchStrategy[Any]:
        if key in GIVEN:
            return GIVEN[key]
        ways = [self._ref(each) for each in schema.get("anyOf", [schema])]
        typed = [way for way in ways if "x-vorm" in way or "properties" in way]
        return st.one_of(*(self._one(way) for way in typed or ways if way.get("type") != "null"))

    def _ref(self, schema: Data) -> Data:
        name = schema.get("$ref", "").rpartition("/")[2]
        return self.schema["$defs"][name] if name else schema

    def _one(self, schema: Data) -> st.SearchStrategy[Any]:
        if "properties" in schema:
            return self._group(schema)
        if "items" in schema:
            return st.lists(self._value("", schema["items"]), min_size=1, max_size=3)
        if "enum" in schema:
            return st.sampled_from([str(each) for each in schema["enum"]])
        if "const" in schema:
            return st.just(str(schema["const"]))
        if "x-vorm" in schema:
            return st.from_regex(FORMS[schema["x-vorm"]].pattern, fullmatch=True)
        return _sized(schema.get("minLength", 1), schema.get("maxLength", 1000))


def _rising(ends: Data) -> Data:
    low, high = sorted(ends.values(), key=float)
    return {"van": low, "tot": high}


def _sized(shortest: int, longest: int) -> st.SearchStrategy[str]:
    """Return texts of about the right length: what is too short is said again."""

    def fit(text: str) -> str:
        again = 1 + shortest // max(1, len(text.strip())) if len(text.strip()) < shortest else 1
        return ((text or "x") * again)[:longest]

    return texts.map(lambda text: fit(NO_TEXT.sub("", text)))


def fiches() -> st.SearchStrategy[str]:
    """Return whole files of fiches, with a body."""
    return st.tuples(like(Fiche), st.one_of(st.just("## Aanpak\n\nTekst.\n"), bodies)).map(
        lambda made: tidy.fiche(*made)
    )
