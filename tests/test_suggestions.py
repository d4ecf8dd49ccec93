"""What the search field can suggest: data/suggesties.json."""

import json
from typing import Any

import pytest
from small_catalogue import FILES, TODAY, WITHOUT_FICHES, good, minimal, small

from fichebak.export import export
from fichebak.register import register

Things = dict[str, list[dict[str, Any]]]


def things(catalogue) -> Things:
    output = next(each for each in export(catalogue, register(), TODAY) if each.path == "data/suggesties.json")
    found: Things = json.loads(output.data)
    return found


@pytest.fixture(scope="module")
def suggested(tmp_path_factory) -> Things:
    return things(good(small(tmp_path_factory.mktemp("klein"))))


def test_the_kinds(suggested):
    assert list(suggested) == [
        "domein", "gemeente", "provincie", "doelgroep", "fiche", "organisatie", "aanbeveling", "woord",
    ]  # fmt: skip


def test_a_domain_has_its_tab_and_its_number_also_without_fiches(suggested):
    assert suggested["domein"][1:] == [
        {"naam": "Taal & ontmoeting", "adres": "domeinen/taal/", "aantal": 3, "klasse": "domein-taal"},
        {"naam": "Werk", "adres": "domeinen/werk/", "aantal": 0, "klasse": "domein-werk"},
    ]


def test_a_municipality_goes_by_french_and_former_names_and_postcodes(suggested):
    towns = {each["naam"]: each for each in suggested["gemeente"]}
    assert list(towns) == ["Antwerpen", "Kortrijk", "Luik"]
    assert towns["Kortrijk"]["ook"][0] == "Courtrai"
    assert {"8500", "8510"} <= set(towns["Kortrijk"]["ook"])
    assert {"Anvers", "Borsbeek", "2000", "2150"} <= set(towns["Antwerpen"]["ook"])
    assert towns["Antwerpen"]["aantal"] == 1


def test_a_municipality_goes_by_former_names_that_no_fiche_writes(tmp_path):
    town = "gemeenten: [Beveren-Kruibeke-Zwijndrecht]"
    found = things(good(small(tmp_path, een=minimal(f"laatst_nagekeken: 2026\n{town}"))))
    assert {"Beveren", "Kruibeke", "Zwijndrecht"} <= set(found["gemeente"][1]["ook"])


def test_a_name_that_is_the_same_in_french_is_no_other_name(tmp_path):
    found = things(good(small(tmp_path, een=minimal("laatst_nagekeken: 2026\ngemeenten: [Aartselaar]"))))
    town = next(each for each in found["gemeente"] if each["naam"] == "Aartselaar")
    assert town["ook"] == ["2630"]


def test_provinces_and_target_groups_only_with_fiches(suggested):
    assert suggested["provincie"][-1] == {
        "naam": "West-Vlaanderen",
        "adres": "provincies/west-vlaanderen/",
        "aantal": 1,
    }
    assert [each["naam"] for each in suggested["doelgroep"]] == ["Nieuwkomers", "Gezinnen"]


def test_a_fiche_says_where_and_is_found_by_key_words_and_the_municipalities_of_today(suggested):
    fiches = {each["adres"]: each for each in suggested["fiche"]}
    assert fiches["praktijken/twee-toeleiders-een-loket/"] == {
        "naam": "Twee toeleiders, één loket",
        "adres": "praktijken/twee-toeleiders-een-loket/",
        "bij": "Kortrijk, West-Vlaanderen",
        "ook": ["brugfiguren", "kinderopvangpuzzel"],
    }
    assert "ook" not in fiches["praktijken/spreekuur-in-de-streek/"]
    assert fiches["praktijken/table-de-conversation/"]["taal"] == "fr"


def test_a_fiche_of_many_municipalities_is_found_by_each(tmp_path):
    text = minimal("laatst_nagekeken: 2026\ngemeenten: [Gent, Aalst, Ronse, Borsbeek]")
    found = things(good(small(tmp_path, een=text)))["fiche"]
    one = next(each for each in found if each["adres"] == "praktijken/een/")
    assert one["bij"] == "Gent en 3\u00a0andere gemeenten"
    assert one["ook"] == ["Aalst", "Ronse", "Borsbeek", "Antwerpen"]


def test_organisations_that_have_a_page(suggested):
    organisations = {each["naam"]: each for each in suggested["organisatie"]}
    assert "Niemand vzw" not in organisations
    assert organisations["Stad Kortrijk"]["ook"] == ["Sociaal huis Kortrijk"]
    assert organisations["Effect vzw"]["aantal"] == 2
    assert "aantal" not in organisations["VVSG"], "it only published"


def test_recommendations_and_terms_lead_to_their_place_on_a_page(suggested):
    assert suggested["aanbeveling"][0] == {
        "naam": "Geef wie nieuw is één loket & één gezicht.",
        "adres": "aanbevelingen/#van-opvang-naar-samenleven.een-loket",
    }
    assert suggested["woord"][0] == {
        "naam": "OCMW",
        "adres": "woordenlijst/#ocmw",
        "bij": "openbaar centrum voor maatschappelijk welzijn",
        "ook": ["OCMW’s", "CPAS"],
    }


def test_an_empty_catalogue_suggests_what_it_has(tmp_path):
    found = things(good(small(tmp_path, WITHOUT_FICHES)))
    assert found["fiche"] == found["gemeente"] == found["aanbeveling"] == []
    assert len(found["domein"]) == sum("/domains/" in path for path in FILES)
