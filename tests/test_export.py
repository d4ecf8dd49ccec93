"""Data that leaves the catalogue: fiches.json for the filters, and the JSON Schemas for editors."""

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from small_catalogue import CHECKOUT, FILES, SETTING, SLUGS, TODAY, good, minimal, only, small

from fichebak.build import examine
from fichebak.export import export
from fichebak.facets import facetten
from fichebak.model import BY_KEY, SETTINGS, WITH_BODY
from fichebak.overviews import groepen
from fichebak.register import register
from fichebak.render import render, theme
from fichebak.schema import schema


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return good(small(tmp_path_factory.mktemp("klein")))


def data(catalogue, name: str) -> dict[str, Any]:
    output = next(each for each in export(catalogue, register(), TODAY) if each.path == f"data/{name}.json")
    found: dict[str, Any] = json.loads(output.data)
    return found


def facets(catalogue) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = data(catalogue, "fiches")["fiches"]
    return found


# fiches.json


def test_fiches_json_has_what_the_filters_need(catalogue):
    by_slug = {each["slug"]: each for each in facets(catalogue)}
    assert by_slug["twee-toeleiders-een-loket"] == {
        "slug": "twee-toeleiders-een-loket",
        "titel": "Twee toeleiders, één loket",
        "start": "2015-12-01",
        "ingevuld": 11,
        "domein": ["onthaal", "taal"],
        "gemeente": ["kortrijk"],
        "provincie": ["west-vlaanderen"],
        "doelgroep": ["nieuwkomers", "gezinnen"],
        "budget": ["per-eenheid"],
        "status": ["afgerond"],
        "schaal": ["gemeente"],
        "trekker": ["vereniging"],
        "startjaar": ["2015"],
        "bron": ["van-opvang-naar-samenleven"],
    }
    assert by_slug["taalbad-in-borsbeek"]["gemeente"] == ["antwerpen"], "two names of one municipality of today"
    assert by_slug["spreekuur-in-de-streek"] == {
        "slug": "spreekuur-in-de-streek", "titel": "Spreekuur in de streek", "start": "", "ingevuld": 0,
        "domein": ["onthaal"], "gemeente": [], "provincie": [], "doelgroep": [], "budget": ["niet-opgegeven"],
        "status": ["onbekend"], "schaal": ["regio"], "trekker": ["onbekend"], "startjaar": ["onbekend"],
        "bron": ["nota-zonder-jaar"],
    }  # fmt: skip


def test_fiches_json_is_in_the_order_of_the_page(catalogue):
    on_page = [card.slug for group in groepen(catalogue) for card in group.kaarten]
    assert [each["slug"] for each in facets(catalogue)] == on_page


def test_every_value_in_fiches_json_has_a_page(catalogue):
    look = theme((CHECKOUT / "themes" / "default",))
    paths = {output.path for output in render(catalogue, SETTING, look)}
    folders = {"domein": "domeinen", "gemeente": "gemeenten", "doelgroep": "doelgroepen"}
    for each in facets(catalogue):
        assert f"praktijken/{each['slug']}/index.html" in paths
        assert [(k, v) for k in folders for v in each[k] if f"{folders[k]}/{v}/index.html" not in paths] == []


def test_the_filters_of_the_page_and_its_data_offer_the_same(catalogue):
    shown = facetten(catalogue, TODAY)
    offered = {(facet.id, value.id): value.aantal for facet in shown for value in facet.waarden}
    used = [(facet.id, value) for facet in shown for each in facets(catalogue) for value in each[facet.id]]
    assert {pair: used.count(pair) for pair in offered} == offered
    assert set(used) <= set(offered)


def test_every_municipality_has_its_names_and_place(catalogue):
    found = data(catalogue, "gemeenten")
    by_slug = {each["slug"]: each for each in found["gemeenten"]}
    assert len(by_slug) == len(register().gemeenten) == 565
    assert by_slug["antwerpen"] | {"ook": 0, "lat": 0, "lon": 0} == {
        "slug": "antwerpen", "naam": "Antwerpen", "ook": 0, "vroeger": ["Borsbeek"], "provincie": "antwerpen",
        "lat": 0, "lon": 0, "fiches": 1,
    }  # fmt: skip
    assert {"Anvers", "2000", "2150"} <= set(by_slug["antwerpen"]["ook"])
    assert by_slug["ieper"]["fiches"] == 0
    assert all(49.4 < each["lat"] < 51.6 and 2.5 < each["lon"] < 6.5 for each in by_slug.values())
    assert {each["provincie"] for each in by_slug.values()} == set(found["provincies"])
    assert found["provincies"]["west-vlaanderen"] == "Provincie West-Vlaanderen"


def test_no_person_is_in_the_data(catalogue):
    for output in export(catalogue, register(), TODAY):
        if not output.path.startswith("data/fiches/"):
            assert b"Noor" not in output.data
            assert b"@" not in output.data or output.path == "data/formulier.json", "it says what an address looks like"


# data/fiches/<slug>.json

PEOPLE = """\
# Noor tekende het formulier.
contact:
  - organisatie: Stad Gent
    # Noor Voorbeeld, 056 00 00 00
    naam: Noor Voorbeeld
    email: noor.voorbeeld@gent.be
    telefoon: 056 00 00 00
    functie: Coördinator
    toestemming_tot: 2026-10
  - organisatie: OCMW Gent
    naam: Sam Proef
    toestemming_tot: 2026-11-21
laatst_nagekeken: 2016  # door Noor"""


def test_the_form_gets_the_file_and_what_it_says(catalogue):
    for slug in SLUGS:
        found = data(catalogue, f"fiches/{slug}")
        text = FILES[f"content/practices/{slug}.md"]
        assert found["bestand"] == f"content/practices/{slug}.md"
        assert found["tekst"] == text
        front, found_body = text.removeprefix("---\n").split("\n---\n", 1)
        assert found["lichaam"] == found_body
        assert found["gegevens"] == yaml.load(front, yaml.CBaseLoader)
        assert [each["sleutel"] for each in found["blokken"]] == list(yaml.load(front, yaml.CBaseLoader))
    assert found["blokken"][:3] == [
        {"sleutel": "titel", "van": 1, "tot": 2},
        {"sleutel": "samenvatting", "van": 2, "tot": 5},
        {"sleutel": "domeinen", "van": 5, "tot": 6},
    ]


def test_the_form_gets_the_file_as_it_lies_on_disk_and_the_data_in_order(tmp_path):
    front = minimal("laatst_nagekeken: 2016\nplaats: Hier\ntaal:").replace("\n", "\r\n")
    text = f"\ufeff{front}## Kop\r\n\r\nTekst."
    found = data(good(only(tmp_path, text)), "fiches/een")
    assert found["tekst"] == text
    assert found["lichaam"] == "## Kop\n\nTekst."
    assert list(found["gegevens"])[3:6] == ["werkingsgebied", "plaats", "trekker"]
    assert [each["sleutel"] for each in found["blokken"]][-3:] == ["laatst_nagekeken", "plaats", "taal"]


def test_a_person_is_nowhere_in_it_after_the_consent(tmp_path):
    fiche = minimal(PEOPLE, "## Kop\n\nTekst.\n").replace("contact: onbekend\n", "")
    outputs = export(good(only(tmp_path, fiche)), register(), TODAY)
    assert [output.path for output in outputs if b"Noor" in output.data or b"noor.v" in output.data] == []
    assert [output.path for output in outputs if b"056 00" in output.data] == []
    found = data(good(only(tmp_path, fiche)), "fiches/een")
    assert found["gegevens"]["contact"] == [
        {"organisatie": "Stad Gent", "functie": "Coördinator"},
        {"organisatie": "OCMW Gent", "naam": "Sam Proef", "toestemming_tot": "2026-11-21"},
    ]
    assert found["tekst"].endswith("laatst_nagekeken: 2016\n---\n## Kop\n\nTekst.\n")
    assert found["tekst"].split("\n")[found["blokken"][-2]["van"]] == "contact:"


# JSON Schemas

COMMITTED = {path.name: path.read_bytes() for path in (CHECKOUT / "schema").glob("*.schema.json")}
SCHEMAS = {output.path.removesuffix(".schema.json"): json.loads(output.data) for output in schema()}


def test_the_committed_schemas_are_those_of_the_models():
    made = {output.path: output.data for output in schema()}
    assert sorted(COMMITTED) == sorted(made)
    stale = [name for name in made if made[name] != COMMITTED[name]]
    assert stale == [], "run: fichebak schema"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_a_schema(name):
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMAS[name]["additionalProperties"] is not True


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_key_is_explained_in_the_schema(name):
    properties = [d["properties"] for d in definitions(SCHEMAS[name]) if "properties" in d]
    silent = [key for each in properties for key, value in each.items() if key not in {"van", "tot"} and not value.get(
        "description")]  # fmt: skip
    assert silent == []


def test_every_key_of_a_fiche_has_a_name_and_an_example_that_is_right():
    whole = SCHEMAS["fiche"]
    properties = [(key, value) for each in definitions(whole) for key, value in each.get("properties", {}).items()]
    assert len(properties) > 50
    assert [key for key, value in properties if not value.get("title") or len(value.get("examples", ())) != 1] == []
    for key, value in properties:
        validator = Draft202012Validator({**value, "$defs": whole["$defs"]})
        assert [error.message for error in validator.iter_errors(value["examples"][0])] == [], key


def definitions(schema_: dict[str, Any]) -> list[dict[str, Any]]:
    """Return *schema_* and everything in it that has properties, ranges too."""
    inside = schema_.values() if isinstance(schema_, dict) else schema_ if isinstance(schema_, list) else ()
    own = [schema_] if isinstance(schema_, dict) and isinstance(schema_.get("properties"), dict) else []
    return [*own, *(found for each in inside for found in definitions(each))]


def test_every_model_of_an_editor_has_a_schema():
    assert set(SCHEMAS) == {kind.schema for kinds in (SETTINGS, WITH_BODY, BY_KEY) for kind in kinds.values()}


def data_of(text: str) -> Any:
    """Return the data of a content file the way an editor's YAML tool reads it."""
    return yaml.safe_load(text.split("---\n")[1] if text.startswith("---") else text)


def complaints(name: str, text: str) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[name])
    return [error.message for error in validator.iter_errors(as_json(data_of(text)))]


def as_json(data: Any) -> Any:
    """Return *data* with dates as text: JSON has none, and YAML tools hand them to a schema as text."""
    return json.loads(json.dumps(data, default=str))


@pytest.mark.parametrize(
    ("name", "path"),
    [("catalogus", "catalogue.yaml"), ("doelgroepen", "target-groups.yaml"), ("organisaties", "organisations.yaml")]
    + [("fiche", path.removeprefix("content/")) for path in FILES if "/practices/" in path]
    + [("domein", path.removeprefix("content/")) for path in FILES if "/domains/" in path]
    + [("bron", path.removeprefix("content/")) for path in FILES if "/sources/" in path]
    + [("pagina", path.removeprefix("content/")) for path in FILES if "/pages/" in path],
)  # fmt: skip
def test_what_check_takes_the_schema_takes(name, path):
    assert complaints(name, str(FILES[f"content/{path}"])) == []


@pytest.mark.parametrize(
    "fragment",
    [
        pytest.param("budjet: {toelichting: weinig}", id="unknown key"),
        pytest.param("budget: {bedrag: 5}", id="unknown key further in"),
        pytest.param("budget: {bedragen: [{euro: 5, per: eeuw}]}", id="unknown choice"),
        pytest.param("budget: {bedragen: [{euro: -5, per: jaar}]}", id="negative amount"),
        pytest.param("budget: {bedragen: [{euro: {van: 5}, per: jaar}]}", id="half a range"),
        pytest.param("budget: {bedragen: [{per: jaar}]}", id="missing key"),
        pytest.param("status: bezig", id="unknown status"),
        pytest.param("periode: {start: 1/2/2016}", id="no date"),
        pytest.param("doelgroepen: gezinnen", id="no list"),
        pytest.param("vroegere_slugs: [Oud Loket]", id="no address"),
        pytest.param("taal: nederlands", id="no language"),
    ],
)
def test_what_check_refuses_the_schema_refuses(tmp_path, fragment):
    text = minimal(f"laatst_nagekeken: 2026\n{fragment}")
    assert complaints("fiche", minimal("laatst_nagekeken: 2026")) == []
    assert complaints("fiche", text) != []
    assert not examine(small(tmp_path, een=text), SETTING.today).fine


def test_the_word_onbekend_may_stand_for_a_list_only_where_check_takes_it():
    assert complaints("fiche", minimal("laatst_nagekeken: 2026\npartners: onbekend")) != []


def test_the_schema_is_the_same_every_time():
    assert schema() == schema()
