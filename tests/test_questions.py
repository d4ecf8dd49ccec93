"""The form: every key of a fiche is asked for once, in words of people, with what the model says of it."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from small_catalogue import good, small

from fichebak.fiche import Fiche
from fichebak.present import FILLED_BY, RUBRIEKEN, filled
from fichebak.questions import CHOICES, HELP, formulier
from fichebak.schema import of
from fichebak.views import FormulierView, Invulveld

SCHEMA = of(Fiche)


@pytest.fixture(scope="module")
def form() -> FormulierView:
    return formulier()


def keys_of_the_model(node: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Yield the path of every key that holds no other keys; a range of numbers is one."""
    inside = resolved(resolved(node.get("anyOf", [node])[0]).get("items", node))
    if "properties" not in inside:
        yield path
    for key, below in inside.get("properties", {}).items():
        yield from keys_of_the_model(below, f"{path}.{key}".removeprefix("."))


def resolved(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the first schema that *node* may be."""
    first: Mapping[str, Any] = node.get("anyOf", [node])[0]
    return SCHEMA["$defs"][first["$ref"].rpartition("/")[2]] if "$ref" in first else first


def asked(fields: tuple[Invulveld, ...], path: str = "") -> Iterator[tuple[str, Invulveld]]:
    """Yield every field that holds no others, with its path."""
    for field in fields:
        here = f"{path}.{field.pad}".strip(".")
        if field.soort == "verhaal":
            continue
        if field.velden:
            yield from asked(field.velden, here)
        else:
            yield here, field


def test_every_key_of_a_fiche_is_asked_for_exactly_once(form: FormulierView) -> None:
    paths = [path for question in form.vragen for path, _ in asked(question.velden)]
    assert sorted(paths) == sorted(keys_of_the_model(SCHEMA))


def test_each_question_is_one(form: FormulierView) -> None:
    assert [q.vraag for q in form.vragen if not q.vraag.endswith("?") or not q.velden] == []
    assert [q.id for q in form.vragen if q.verplicht] == ["wat", "waarover", "waar", "wie", "contact", "herkomst"]


def test_a_field_speaks_of_no_file_and_of_no_key(form: FormulierView) -> None:
    """Help from the schema is for who writes the file: `yyyy-mm`, `onbekend`, `content/`."""
    said = {path: f"{f.label} {f.uitleg} {f.voorbeeld}" for q in form.vragen for path, f in asked(q.velden)}
    words = ("content/", "onbekend", "_", "jaar-maand", "met een punt", ".md", "laat weg")
    assert {path: text for path, text in said.items() if any(word in text for word in words)} == {}


@pytest.mark.parametrize(
    ("path", "soort", "uitleg", "voorbeeld"),
    [
        ("titel", "regel", "Kort, concreet en uitnodigend.", "Twee toeleiders, één loket"),
        ("periode.start", "datum", "", "september\u00a02024"),
        ("budget.personeel.vte", "getal", "Een halftijdse is 0,5. Een bereik mag ook: 1 tot 1,5.", ""),
        ("partners", "kiezer", "De organisaties die meewerken.", "Stad Kortrijk, Agentschap Integratie en Inburgering"),
        ("links.url", "web", "", "https://www.voorbeeld.be/verslag"),
    ],
)
def test_how_a_field_is_asked(form: FormulierView, path: str, soort: str, uitleg: str, voorbeeld: str) -> None:
    field = next(field for q in form.vragen for each, field in asked(q.velden) if each == path)
    assert (field.soort, field.uitleg, field.voorbeeld) == (soort, uitleg, voorbeeld)


def test_limits_and_choices_are_those_of_the_model(form: FormulierView) -> None:
    fields = {path: field for q in form.vragen for path, field in asked(q.velden)}
    limits = {path: (field.minst, field.meest) for path, field in fields.items() if field.meest}
    assert limits == {"titel": (5, 110), "samenvatting": (80, 400)}
    listed = {path: [k.waarde for k in field.keuzes] for path, field in fields.items() if field.keuzes}
    assert listed.keys() == CHOICES.keys()
    assert listed["werkingsgebied"] == SCHEMA["$defs"]["Werkingsgebied"]["enum"]
    assert listed["budget.bedragen.per"] == SCHEMA["$defs"]["Per"]["enum"]


def test_help_is_of_fields_there_are(form: FormulierView) -> None:
    groups = {field.pad for q in form.vragen for field in q.velden}
    assert HELP.keys() <= groups | {path for q in form.vragen for path, _ in asked(q.velden)}


def test_completeness_is_counted_by_the_same_keys(form: FormulierView) -> None:
    assert {r.naam: tuple(r.sleutels.split()) for r in form.rubrieken} == FILLED_BY
    assert len(form.rubrieken) == RUBRIEKEN


def test_filled_looks_at_all_keys_of_a_rubriek(tmp_path) -> None:
    practices = {p.slug: p.fiche for p in good(small(tmp_path)).praktijken}
    assert all(filled(practices["twee-toeleiders-een-loket"]).values())
    assert not any(filled(practices["spreekuur-in-de-streek"]).values())
    assert [name for name, there in filled(practices["table-de-conversation"]).items() if there] == [
        "een trekker", "een contact", "resultaten in cijfers",
    ]  # fmt: skip
