"""The open data, read back as people do who reuse them: with jsonschema, csv and openpyxl."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from small_catalogue import FILES, SETTING, SLUGS, WITH_GUIDES, WITHOUT_FICHES, good, minimal, only, small

from fichebak import dataset, downloads
from fichebak.columns import Soort, bladen, kolommen, sleutels
from fichebak.dataset import KOPPEN
from fichebak.present import Setting
from fichebak.register import register
from fichebak.resolve import Catalogue
from fichebak.spreadsheet import CELL_AT_MOST
from fichebak.words import PER

BY_TITLE = tuple(sorted(SLUGS, key=lambda slug: "table" in slug))
"""The fiches as the catalogue has them: ‘Une table …’ comes last."""


def files(catalogue: Catalogue, setting: Setting = SETTING) -> dict[str, bytes]:
    return {output.path: output.data for part in downloads.parts(catalogue, setting) for output in part.make()}


def of(root: Any, text: str) -> dict[str, bytes]:
    """Return the files of a catalogue that has *text* as its one fiche."""
    return files(good(only(root, text)))


def data(made: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(made["data/praktijken.json"])
    return found


def first(made: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = data(made)["praktijken"][0]
    return found


def rows(made: dict[str, bytes]) -> list[dict[str, str]]:
    """Return the rows of the CSV as a spreadsheet in Belgium opens it."""
    return list(csv.DictReader(io.StringIO(made["data/praktijken.csv"].decode("utf-8-sig"), newline=""), delimiter=";"))


def book(made: dict[str, bytes]) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(made["data/praktijken.xlsx"]))


def table(sheet: Worksheet) -> list[dict[str, Any]]:
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


def complaints(made: dict[str, bytes]) -> list[str]:
    validator = Draft202012Validator(json.loads(made["data/praktijken.schema.json"]))
    return [error.message for error in validator.iter_errors(data(made))]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory) -> Catalogue:
    return good(small(tmp_path_factory.mktemp("klein")))


@pytest.fixture(scope="module")
def made(catalogue) -> dict[str, bytes]:
    return files(catalogue, WITH_GUIDES)


@pytest.fixture(scope="module")
def opened(made) -> Workbook:
    return book(made)


# The one place that names every key


def test_every_key_is_named_and_explained_with_an_example():
    keys = [*sleutels(), *(key for key in sleutels(dataset.Dataset) if len(key.pad) == 1)]
    assert len(keys) > 70
    assert [key.pad for key in keys if not (key.info.title and key.info.description)] == []
    assert [key.pad for key in keys if not (key.info.examples or key.groep or key.pad == ("praktijken",))] == []


def test_a_sentence_ends_with_a_full_stop_and_no_column_has_the_name_of_another():
    keys = tuple(sleutels())
    assert [key.pad for key in keys if not str(key.info.description).endswith(".")] == []
    for columns in (kolommen(), *(blad.kolommen for blad in bladen())):
        assert len({each.sleutel for each in columns}) == len({each.titel for each in columns}) == len(columns)


def test_a_column_says_what_stands_in_it():
    kinds_ = {column.sleutel: column.soort for column in kolommen()}
    expected = {
        "slug": Soort.CODE, "titel": Soort.TEKST, "samenvatting": Soort.ALINEA, "adres": Soort.WEBADRES,
        "gemeenten_refnis": Soort.NUMMER, "periode_start": Soort.DATUM, "lessen": Soort.REGELS, "ingevuld": Soort.GETAL,
        "bron_jaar": Soort.GETAL, "verwant": Soort.LIJST, "contact": Soort.REGELS,
    }  # fmt: skip
    assert {key: kinds_[key] for key in expected} == expected
    (amounts,) = [blad for blad in bladen() if blad.titel == "Bedragen"]
    assert [column.soort for column in amounts.kolommen][:2] == [Soort.EURO, Soort.EURO]


def test_every_heading_of_the_page_is_at_a_key():
    assert set(KOPPEN) <= {key.pad[0] for key in sleutels()}
    assert next(iter(KOPPEN)) == next(sleutels()).pad[0], "the first key has a heading"


def test_the_examples_are_right(made):
    schema = json.loads(made["data/praktijken.schema.json"])
    properties = [
        (f"{name}.{key}", value)
        for name, each in (("", schema), *schema["$defs"].items())
        for key, value in each.get("properties", {}).items()
    ]
    assert len(properties) > 70
    for key, value in properties:
        for example in value.get("examples", ()):
            validator = Draft202012Validator({**value, "$defs": schema["$defs"]})
            assert [error.message for error in validator.iter_errors(example)] == [], key


# JSON and its schema


def test_the_schema_is_a_schema_and_takes_the_whole_catalogue(made):
    schema = json.loads(made["data/praktijken.schema.json"])
    Draft202012Validator.check_schema(schema)
    assert complaints(made) == []
    assert schema["additionalProperties"] is False
    for each in (schema, *(d for d in schema["$defs"].values() if d["type"] == "object")):
        assert sorted(each["required"]) == sorted(each["properties"]), "every key is always there"
        assert [key for key, value in each["properties"].items() if not value.get("description")] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param(("slug",), None, id="no slug"),
        pytest.param(("naam",), "Iemand", id="an unknown key"),
        pytest.param(("gemeenten", 0, "refnis"), "3402", id="no code"),
        pytest.param(("periode", "start"), "1/12/2015", id="no date"),
        pytest.param(("budget", "bedragen", 0, "van"), "50000", id="a number as text"),
        pytest.param(("budget", "bedragen", 0, "per"), "eeuw", id="no such choice"),
        pytest.param(("lessen",), "Een les.", id="no list"),
    ],
)
def test_the_schema_refuses_what_is_wrong(made, path, value):
    whole = data(made)
    part = next(each for each in whole["praktijken"] if each["slug"] == "twee-toeleiders-een-loket")
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    assert complaints({**made, "data/praktijken.json": json.dumps(whole).encode()}) != []


def test_the_file_says_what_it_is(made):
    whole = data(made)
    assert {key: value for key, value in whole.items() if key != "praktijken"} == {
        "$schema": "praktijken.schema.json",
        "titel": "Proefbak",
        "uitgever": "Provincie Voorbeeld",
        "licentie": "CC BY 4.0",
        "licentie_url": "https://creativecommons.org/licenses/by/4.0/",
        "datum": "2026-11-21",
        "adres": None,
    }
    assert tuple(each["slug"] for each in whole["praktijken"]) == BY_TITLE


def test_a_fiche_says_everything(made):
    found = next(each for each in data(made)["praktijken"] if each["slug"] == "twee-toeleiders-een-loket")
    body = str(FILES["content/practices/twee-toeleiders-een-loket.md"]).split("\n---\n", 1)[1]
    assert found == {
        "slug": "twee-toeleiders-een-loket",
        "titel": "Twee toeleiders, één loket",
        "samenvatting": "Twee toeleiders uit de buurt helpen nieuwe gezinnen aan één loket in het sociaal huis, met "
        "papieren, school en werk, en gaan mee naar de eerste afspraak.",
        "taal": "nl",
        "adres": "praktijken/twee-toeleiders-een-loket/",
        "pdf": "praktijken/twee-toeleiders-een-loket/twee-toeleiders-een-loket.pdf",
        "hoofddomein": {"id": "onthaal", "naam": "Onthaal"},
        "domeinen": [{"id": "onthaal", "naam": "Onthaal"}, {"id": "taal", "naam": "Taal & ontmoeting"}],
        "gemeenten": [{
            "naam": "Kortrijk", "vermeld": "Kortrijk", "sinds": None, "refnis": "34022",
            "provincie": "West-Vlaanderen",
        }],
        "werkingsgebied": "gemeente",
        "plaats": "Overleie",
        "doelgroepen": [{"id": "nieuwkomers", "naam": "Nieuwkomers"}, {"id": "gezinnen", "naam": "Gezinnen"}],
        "trekker": [{"naam": "Effect vzw", "bekend_als": "Effect vzw", "soort": "vereniging"}],
        "partners": [
            {"naam": "Stad Kortrijk", "bekend_als": "Stad Kortrijk", "soort": "gemeente"},
            {"naam": "Agentschap Integratie en Inburgering", "bekend_als": None, "soort": None},
        ],
        "contact": [{
            "organisatie": "Effect vzw", "functie": "Coördinator toeleiding", "email": None,
            "website": "https://www.effect-vzw.be/toeleiding",
        }],
        "budget": {
            "bedragen": [
                {"van": 50000, "tot": 50000, "per": "subsidieplafond", "toelichting": None},
                {"van": 6600, "tot": 6600, "per": "traject", "toelichting": None},
                {"van": 600, "tot": 1200.5, "per": "reeks", "toelichting": "naargelang tolken en vervoer"},
            ],
            "personeel": [
                {"vte_van": 1, "vte_tot": 1.5, "aantal": None, "rol": "toeleiders", "toelichting": None},
                {"vte_van": None, "vte_tot": None, "aantal": 4, "rol": "maatschappelijk werkers", "toelichting": None},
            ],
            "financiering": ["Provinciaal Impulsfonds"],
            "toelichting": "De stad betaalt de huur.",
        },
        "periode": {"start": "2015-12-01", "einde": "2018-11-30", "toelichting": "verlengd na het eerste jaar"},
        "status": {"vermeld": None, "nu": "afgerond", "tekst": "afgerond"},
        "cijfers": [
            {"van": 2169, "tot": 2169, "eenheid": "gezinnen", "toelichting": "onthaald in 21 gemeenten", "jaar": 2015},
            {"van": 62, "tot": 62, "eenheid": "procent", "toelichting": "vond werk", "jaar": None},
            {"van": 10, "tot": 12, "eenheid": "afspraken per gezin", "toelichting": None, "jaar": None},
            {"van": 1250.5, "tot": 1250.5, "eenheid": "euro", "toelichting": "uitgespaard per gezin", "jaar": None},
        ],
        "bewijs": {"soort": "externe-evaluatie", "toelichting": "Door een hogeschool, bij 40 gezinnen."},
        "lessen": [
            "Wie de weg kent, legt ze beter uit & sneller <dan een folder>.", "De telefoon bleef te lang onbemand."
        ],
        "randvoorwaarden": ["Een lokaal met een deur die dicht kan."],
        "tekst": body,
        "bron": {
            "id": "van-opvang-naar-samenleven", "titel": "Van opvang naar samenleven",
            "uitgevers": ["Vlaamse overheid", "VVSG"], "jaar": 2016, "pagina": "31-33",
            "url": "https://www.voorbeeld.be/gids.pdf",
        },
        "links": [{"titel": "Het verslag", "url": "https://www.voorbeeld.be/verslag", "taal": None}],
        "laatst_nagekeken": "2016-06",
        "ingevuld": 11,
        "trefwoorden": ["brugfiguren", "kinderopvangpuzzel"],
        "verwant": ["taalbad-in-borsbeek"],
        "vroegere_slugs": ["oud-loket", "heel-oud-loket"],
    }  # fmt: skip


def test_a_fiche_of_its_own_is_the_same_object(made):
    for each in data(made)["praktijken"]:
        assert json.loads(made[f"praktijken/{each['slug']}/{each['slug']}.json"]) == each


def test_names_are_those_of_today_beside_those_in_the_fiche(made):
    by_slug = {each["slug"]: each for each in data(made)["praktijken"]}
    borsbeek, antwerpen = by_slug["taalbad-in-borsbeek"]["gemeenten"]
    assert (borsbeek["naam"], borsbeek["vermeld"], borsbeek["sinds"]) == ("Antwerpen", "Borsbeek", 2025)
    assert (antwerpen["naam"], antwerpen["vermeld"], antwerpen["sinds"]) == ("Antwerpen", "Antwerpen", None)
    assert borsbeek["refnis"] == antwerpen["refnis"] == "11002"
    table_ = by_slug["table-de-conversation"]
    assert (table_["gemeenten"][0]["naam"], table_["gemeenten"][0]["vermeld"]) == ("Luik", "Liège")
    assert table_["taal"] == "fr"
    assert by_slug["taalbad-in-borsbeek"]["trekker"] == [
        {"naam": "Effect", "bekend_als": "Effect vzw", "soort": "vereniging"}
    ]


def test_what_the_source_does_not_say_is_null_or_empty(made):
    bare = next(each for each in data(made)["praktijken"] if each["slug"] == "spreekuur-in-de-streek")
    assert bare["trekker"] == bare["contact"] == bare["gemeenten"] == bare["cijfers"] == []
    assert bare["budget"] is bare["periode"] is bare["bewijs"] is bare["laatst_nagekeken"] is None
    assert bare["status"] == {"vermeld": None, "nu": None, "tekst": "onbekend"}
    assert set(next(iter(rows(made))).items()) >= {("trekker", ""), ("periode_start", ""), ("bron_jaar", "")}


def test_the_status_is_told_as_the_site_tells_it_in_plain_spaces(tmp_path):
    made = of(tmp_path, minimal("laatst_nagekeken: 2016-06\nperiode: {start: 2016}"))
    (example,) = dataset.Stand.model_fields["tekst"].examples or ()
    assert first(made)["status"]["tekst"] == example


ODD_FICHES = {
    "next_to_nothing": minimal("laatst_nagekeken: 2026"),
    "numbers_of_every_kind": minimal("""laatst_nagekeken: 2026-02
budget:
  bedragen: [{euro: 0, per: onbekend}, {euro: {van: 0, tot: 999999999999.99}, per: inwoner}]
  personeel: [{vte: 0.25}, {aantal: 999999999}]
cijfers: [{waarde: 0.5, eenheid: "%"}, {waarde: {van: 1, tot: 2.25}, eenheid: euro}]"""),
    "municipality_by_code_and_in_french": minimal("laatst_nagekeken: 2026\ngemeenten: ['11002', Anvers, Mons]"),
    "dates_far_off": minimal("laatst_nagekeken: 1999\nperiode: {start: 1900-01-01, einde: 2099-02}"),
    "scale_unknown": minimal("laatst_nagekeken: 2026\ntaal: de").replace("gebied: gemeente", "gebied: onbekend"),
    "source_without_a_year": minimal("bron: {publicatie: nota-zonder-jaar, pagina: 1-12}"),
    "onbekend_in_a_list": minimal("laatst_nagekeken: 2026").replace("trekker: onbekend", "trekker: [onbekend]"),
}


def test_no_fiche_is_refused_by_the_schema(tmp_path):
    made = files(good(small(tmp_path, WITHOUT_FICHES, **ODD_FICHES)))
    assert complaints(made) == []
    assert len(rows(made)) == len(table(book(made)["Fiches"])) == len(ODD_FICHES)
    numbers = next(each for each in data(made)["praktijken"] if each["slug"] == "numbers-of-every-kind")
    assert [each["tot"] for each in numbers["budget"]["bedragen"]] == [0, 999999999999.99]
    assert [each["van"] for each in numbers["cijfers"]] == [0.5, 1]
    assert not re.search(rb":\d+\.0\b", made["data/praktijken.json"]), "a whole number is written as one"
    cents = [row["Tot (euro)"] for row in table(book(made)["Bedragen"])]
    assert cents == [0, 999999999999.99]


def test_every_choice_of_an_editor_is_a_choice_of_the_schema(tmp_path):
    """A value may be added to a vocabulary: the schema then has it, and the tables have words for it."""
    schema = json.loads(files(good(small(tmp_path)))["data/praktijken.schema.json"])
    choices = {name: each["enum"] for name, each in schema["$defs"].items() if "enum" in each}
    assert sorted(choices) == ["BewijsSoort", "OrganisatieSoort", "Per", "Status", "Werkingsgebied"]
    assert {"onbekend", "buitenland"} <= set(choices["Werkingsgebied"])


def test_addresses_are_whole_with_base_url(tmp_path):
    settings = f"{FILES['content/catalogue.yaml']}base_url: https://voorbeeld.be/bak\n"
    catalogue = good(small(tmp_path, {**FILES, "content/catalogue.yaml": settings}))
    made = files(catalogue)
    whole, found = data(made), data(made)["praktijken"][0]
    assert whole["adres"] == "https://voorbeeld.be/bak/"
    assert whole["$schema"] == "https://voorbeeld.be/bak/data/praktijken.schema.json"
    assert json.loads(made["data/praktijken.schema.json"])["$id"] == whole["$schema"]
    assert found["adres"] == f"https://voorbeeld.be/bak/praktijken/{found['slug']}/"
    assert found["pdf"] is None, "no pdf was made"
    assert complaints(made) == []
    sheet = book(made)["Fiches"]
    assert [cell.hyperlink.target for cell in sheet["E"][1:]] == [
        f"https://voorbeeld.be/bak/praktijken/{slug}/" for slug in BY_TITLE
    ]
    cited = downloads.data_page(catalogue, SETTING).bronvermelding
    assert cited.endswith("CC BY 4.0, https://voorbeeld.be/bak/data/")


# Persons


def test_no_person_is_in_any_download(made):
    assert "Noor Voorbeeld" in str(FILES["content/practices/twee-toeleiders-een-loket.md"])
    secrets = re.compile("noor|056 00", re.I)
    text = {path: content.decode() for path, content in made.items() if not path.endswith(".xlsx")}
    with ZipFile(io.BytesIO(made["data/praktijken.xlsx"])) as parts:
        text |= {name: parts.read(name).decode() for name in parts.namelist()}
    assert len(text) > 12
    assert [path for path, content in text.items() if secrets.search(content)] == []


MAILBOXES = {
    "{organisatie: A, email: info@voorbeeld.be}": "info@voorbeeld.be",
    "{organisatie: A, email: noor@voorbeeld.be, naam: Noor, toestemming_tot: 2099}": None,
    "{organisatie: A, email: sam.v@voorbeeld.be, toestemming_tot: 2099}": None,
    "{organisatie: A, email: n@voorbeeld.be, toestemming_tot: 2099}": None,
}


def test_only_the_mailbox_of_an_organisation_is_there(tmp_path):
    text = minimal(f"laatst_nagekeken: 2026\ncontact: [{', '.join(MAILBOXES)}]").replace("contact: onbekend\n", "")
    made = of(tmp_path, text)
    expected = [{"organisatie": "A", "functie": None, "email": each, "website": None} for each in MAILBOXES.values()]
    assert first(made)["contact"] == expected
    assert [row["Mailadres"] for row in table(book(made)["Contact"])] == list(MAILBOXES.values())


# CSV


def test_the_csv_is_one_that_a_spreadsheet_in_belgium_opens(made):
    raw = made["data/praktijken.csv"]
    assert raw.startswith(b"\xef\xbb\xbfslug;titel;")
    assert raw.endswith(b"\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n") == 1 + len(SLUGS), "one line a row"
    found = rows(made)
    assert list(found[0]) == [column.sleutel for column in kolommen()]
    assert tuple(each["slug"] for each in found) == BY_TITLE
    assert "\u00a0" not in raw.decode()


def test_a_row_of_the_csv_says_what_the_json_says(made):
    row = next(each for each in rows(made) if each["slug"] == "twee-toeleiders-een-loket")
    assert {key: row[key] for key in row if key.startswith(("budget", "periode", "bron", "gemeenten", "laatst"))} == {
        "gemeenten_naam": "Kortrijk",
        "gemeenten_vermeld": "Kortrijk",
        "gemeenten_refnis": "34022",
        "gemeenten_provincie": "West-Vlaanderen",
        "budget_bedragen": "€ 50.000 (plafond van de subsidie) | € 6.600 (per traject) | "
        "€ 600 tot € 1.200,50 (per reeks; naargelang tolken en vervoer)",
        "budget_personeel": "1–1,5 VTE, toeleiders | 4 mensen, maatschappelijk werkers",
        "budget_financiering": "Provinciaal Impulsfonds",
        "budget_toelichting": "De stad betaalt de huur.",
        "periode_start": "2015-12-01",
        "periode_start_precisie": "dag",
        "periode_einde": "2018-11-30",
        "periode_einde_precisie": "dag",
        "periode_toelichting": "verlengd na het eerste jaar",
        "bron_id": "van-opvang-naar-samenleven",
        "bron_titel": "Van opvang naar samenleven",
        "bron_uitgevers": "Vlaamse overheid | VVSG",
        "bron_jaar": "2016",
        "bron_pagina": "blz. 31-33",
        "bron_url": "https://www.voorbeeld.be/gids.pdf",
        "laatst_nagekeken": "2016-06-01",
        "laatst_nagekeken_precisie": "maand",
    }
    assert row["cijfers"].endswith(" | € 1.250,50 (uitgespaard per gezin)")
    assert row["domeinen"] == "Onthaal | Taal & ontmoeting"
    assert row["bewijs_soort"] == "externe evaluatie"


DATES = {
    ("2015", "2016"): ("2015-01-01", "jaar", "2016-12-31", "jaar"),
    ("2015-12", "2016-02"): ("2015-12-01", "maand", "2016-02-29", "maand"),
    ("2015-12-03", "2016-01-04"): ("2015-12-03", "dag", "2016-01-04", "dag"),
}


def test_a_date_is_a_day_to_sort_by_and_says_how_precise_it_is(tmp_path):
    fiches = {
        f"fiche_{at}": minimal(f"laatst_nagekeken: 2026\nperiode: {{start: {start}, einde: {end}}}")
        for at, (start, end) in enumerate(DATES)
    }
    made = files(good(small(tmp_path, WITHOUT_FICHES, **fiches)))
    periods = [each["periode"] for each in data(made)["praktijken"]]
    assert periods == [{"start": start, "einde": end, "toelichting": None} for start, end in DATES]
    keys = ("start", "start_precisie", "einde", "einde_precisie")
    assert [tuple(row[f"periode_{key}"] for key in keys) for row in rows(made)] == list(DATES.values())
    days = [(row["Begin"].date().isoformat(), row["Einde"].date().isoformat()) for row in table(book(made)["Fiches"])]
    assert days == [(each[0], each[2]) for each in DATES.values()]


TRAPS = {
    "=HYPERLINK(1)": "'=HYPERLINK(1)", "+32 9 000": "'+32 9 000", "-1 dag": "'-1 dag", "@SUM(1)": "'@SUM(1)",
    "＝1+1": "'＝1+1", "2016-06": "'2016-06", "1-12": "'1-12", "1/2": "'1/2", "12.5": "'12.5", "1e5": "'1e5",
    "007": "'007", "9:30": "'9:30", "50%": "'50%", "mei 2016": "'mei 2016", "12 mrt": "'12 mrt", "WAAR": "'WAAR",
    "3 juli 2016 12:30": "'3 juli 2016 12:30", "mei 16, 2018": "'mei 16, 2018", "9 pm": "'9 pm",
    "2016-06-01T12:00": "'2016-06-01T12:00", "3 t": "3 t", "tm 3": "tm 3",
    "3 huizen": "3 huizen", "112-centrale": "112-centrale", "Mei": "Mei", "Maandag 3": "Maandag 3",
    'een "citaat"; en meer': 'een "citaat"; en meer', "twee\n  regels": "twee regels",
}  # fmt: skip


def test_a_text_stays_a_text_in_every_file(tmp_path):
    texts = ", ".join(json.dumps(each) for each in TRAPS)
    pieces = "".join(f"  - eenheid: {json.dumps(each)}\n    waarde: 1\n" for each in TRAPS)
    rest = f"partners: [{texts}]\ncijfers:\n{pieces}"
    fiches = {
        f"fiche_{at}": minimal(f"laatst_nagekeken: 2026\nplaats: {json.dumps(each)}\n{rest}")
        for at, each in enumerate(TRAPS)
    }
    made = files(good(small(tmp_path, WITHOUT_FICHES, **fiches)))
    by_slug = {row["slug"]: row["plaats"] for row in rows(made)}
    assert {text: by_slug[f"fiche-{at}"] for at, text in enumerate(TRAPS)} == TRAPS
    assert made["data/praktijken.csv"].count(b"\n") == 1 + len(TRAPS)
    opened = book(made)
    cells = {row["Fiche"]: row["Plaats"] for row in table(opened["Fiches"])}
    assert [cells[f"fiche-{at}"] for at in range(len(TRAPS))] == list(TRAPS)
    assert [row["Eenheid"] for row in table(opened["Cijfers"])][: len(TRAPS)] == list(TRAPS)
    assert {kind for sheet in opened for kind, _ in kinds(sheet)} <= {"s", "n", "d"}


def test_a_slug_that_looks_like_a_date_stays_the_slug(tmp_path):
    text = minimal("laatst_nagekeken: 2026")
    made = files(good(small(tmp_path, {**WITHOUT_FICHES, "content/practices/2016-06.md": text})))
    assert rows(made)[0]["slug"] == "'2016-06"
    assert table(book(made)["Fiches"])[0]["Fiche"] == "2016-06"


def test_no_refnis_code_loses_a_nought():
    assert [town.refnis for town in register().gemeenten if not re.fullmatch(r"[1-9]\d{4}", town.refnis)] == []


def test_a_cell_is_no_longer_than_a_spreadsheet_takes(tmp_path):
    lessons = "".join(f"  - {at} {'woord ' * 160}\n" for at in range(40))
    made = of(tmp_path, minimal(f"laatst_nagekeken: 2026\nlessen:\n{lessons}"))
    for text in (rows(made)[0]["lessen"], table(book(made)["Fiches"])[0]["Lessen"]):
        assert len(text) <= CELL_AT_MOST
        assert text.endswith(" … (verder in praktijken.json)")
    assert len(first(made)["lessen"]) == 40


# XLSX


def kinds(sheet: Worksheet) -> Iterator[tuple[str, Any]]:
    """Yield what each cell is that has something: s text, n number, d date, f formula, b yes or no."""
    return ((cell.data_type, cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_the_workbook_has_a_sheet_for_what_is_worth_rows_of_its_own(opened):
    assert opened.sheetnames == ["Fiches", "Gemeenten", "Contact", "Bedragen", "Personeel", "Cijfers", "Uitleg"]
    assert opened.active.title == "Fiches"
    for sheet in opened:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == {"Fiches": "C2", "Uitleg": "A2"}.get(sheet.title, "B2")
        assert all(cell.font.bold and cell.alignment.wrap_text for cell in sheet[1])
        assert all(column.width >= 10 for column in sheet.column_dimensions.values())


def test_the_sheet_of_fiches_has_the_columns_of_the_csv_by_their_names(made, opened):
    sheet = opened["Fiches"]
    assert [cell.value for cell in sheet[1]] == [column.titel for column in kolommen()]
    found = table(sheet)
    for row, line in zip(rows(made), found, strict=True):
        for column in kolommen():
            assert in_words(line[column.titel]) == row[column.sleutel], column.sleutel


def in_words(cell: Any) -> str:
    """Return a cell of the workbook as the CSV has it."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell).replace("\n", " | ")


def test_amounts_are_numbers_each_in_a_row_with_what_it_is_for(opened):
    assert table(opened["Bedragen"]) == [
        {"Fiche": "twee-toeleiders-een-loket", "Titel": "Twee toeleiders, één loket", **each}
        for each in (
            {"Van (euro)": 50000, "Tot (euro)": 50000, "Waarvoor": "plafond van de subsidie", "Toelichting": None},
            {"Van (euro)": 6600, "Tot (euro)": 6600, "Waarvoor": "per traject", "Toelichting": None},
            {
                "Van (euro)": 600, "Tot (euro)": 1200.5, "Waarvoor": "per reeks",
                "Toelichting": "naargelang tolken en vervoer",
            },
        )
    ]  # fmt: skip


def test_every_list_of_the_json_is_in_its_sheet(made, opened):
    for blad in bladen():
        expected = [
            (practice["slug"], practice["titel"], *(PER.get(value, value) for value in item.values()))
            for practice in data(made)["praktijken"]
            for item in list_in(practice, blad.pad)
        ]
        assert [tuple(row.values()) for row in table(opened[blad.titel])] == expected


def list_in(found: Any, pad: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return the list at *pad*, none when what holds it is not there."""
    for step in pad:
        found = (found or {}).get(step)
    return found or []


def test_numbers_dates_and_codes_are_what_they_are(opened):
    fiches = {row["Fiche"]: row for row in table(opened["Fiches"])}
    assert fiches["taalbad-in-borsbeek"]["Laatst nagekeken"] == datetime(2026, 5, 12)
    assert fiches["twee-toeleiders-een-loket"]["Jaar van de bron"] == 2016
    assert table(opened["Gemeenten"])[0]["REFNIS-code"] == "11002"
    (euro,) = {cell.number_format for cell in opened["Bedragen"]["C"][1:]}
    assert euro == "#,##0.00"
    head = [cell.value for cell in opened["Fiches"][1]]
    day = opened["Fiches"].cell(4, head.index("Begin") + 1)
    assert (day.is_date, day.number_format) == (True, "dd/mm/yyyy")


def test_the_last_sheet_explains_every_column(opened):
    explained = [(row["Blad"], row["Kolom"]) for row in table(opened["Uitleg"])]
    shown = [(sheet.title, cell.value) for sheet in opened for cell in sheet[1] if sheet.title != "Uitleg"]
    about = {"Fiche", "Titel"}
    assert [each for each in shown if each not in explained and not (each[0] != "Fiches" and each[1] in about)] == []
    assert all(row["Uitleg"] and row["Soort"] for row in table(opened["Uitleg"]))


def test_a_row_is_as_high_as_its_longest_text(opened):
    sheet = opened["Uitleg"]
    heights = {str(row[2].value): sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows(min_row=2)}
    assert {height for text, height in heights.items() if 75 < len(text) < 110} == {30}
    assert heights["De titel van de fiche."] is None


def test_the_workbook_says_what_it_is_and_when_it_was_made(opened):
    properties = opened.properties
    assert (properties.title, properties.creator) == ("Proefbak", "Provincie Voorbeeld")
    assert properties.created == datetime(2026, 11, 21)


def test_the_same_input_gives_the_same_bytes(tmp_path):
    once, again = files(good(small(tmp_path / "a"))), files(good(small(tmp_path / "b")))
    assert once == again


def test_a_catalogue_without_fiches_has_files_with_a_head(tmp_path):
    made = files(good(small(tmp_path, {"content/catalogue.yaml": "titel: Leeg\n"})))
    assert data(made)["praktijken"] == []
    assert complaints(made) == []
    assert rows(made) == []
    assert book(made)["Fiches"].max_row == 1


# The page


def test_the_page_explains_every_key_and_every_column(catalogue):
    page = downloads.data_page(catalogue, SETTING)
    shown = [each for group in page.groepen for each in group.sleutels]
    assert [each.pad for each in shown][: len(list(sleutels()))] == [".".join(key.pad) for key in sleutels()]
    told = " ".join(each.waar for each in shown)
    assert [column.sleutel for column in kolommen() if not re.search(rf"\b{column.sleutel}\b", told)] == []
    assert all(each.titel and each.uitleg and each.soort for each in shown)
    assert {each.pad for each in shown} >= {"$schema", "budget.bedragen.per", "contact.email"}


def test_what_is_around_the_fiches_is_in_no_table(catalogue):
    around = downloads.data_page(catalogue, SETTING).groepen[-1]
    assert {each.pad: each.waar for each in around.sleutels if each.pad in {"titel", "adres", "praktijken"}} == {
        "titel": "alleen in de JSON", "adres": "alleen in de JSON", "praktijken": "",
    }  # fmt: skip


def test_the_page_says_how_large_each_file_is(catalogue):
    made = files(catalogue)
    for each in downloads.data_page(catalogue, SETTING).bestanden:
        assert each.grootte == f"{max(1, round(len(made[each.adres]) / 1000))}\u00a0kB"
    assert downloads.data_page(catalogue, SETTING).bronvermelding == (
        "Proefbak (Provincie Voorbeeld), open data van 21\u00a0november\u00a02026, CC BY 4.0"
    )
