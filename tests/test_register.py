"""Every municipality is found under the names it has and had; merged ones keep their name and say since when."""

import pytest

from fichebak.problems import did_you_mean, nearest
from fichebak.register import Gemeente, Register, areas, former_names, mergers, slugify

MERGED = {
    2019: {
        "Aalter": ["Knesselare"],
        "Deinze": ["Nevele"],
        "Kruisem": ["Kruishoutem", "Zingem"],
        "Lievegem": ["Waarschoot", "Lovendegem", "Zomergem"],
        "Oudsbergen": ["Opglabbeek", "Meeuwen-Gruitrode"],
        "Pelt": ["Neerpelt", "Overpelt"],
        "Puurs-Sint-Amands": ["Puurs", "Sint-Amands"],
    },
    2025: {
        "Antwerpen": ["Borsbeek"],
        "Bastenaken": ["Bertogne"],
        "Beveren-Kruibeke-Zwijndrecht": ["Beveren", "Kruibeke", "Zwijndrecht"],
        "Bilzen-Hoeselt": ["Bilzen", "Hoeselt"],
        "Hasselt": ["Kortessem"],
        "Lochristi": ["Wachtebeke"],
        "Lokeren": ["Moerbeke"],
        "Merelbeke-Melle": ["Merelbeke", "Melle"],
        "Nazareth-De Pinte": ["Nazareth", "De Pinte"],
        "Pajottegem": ["Galmaarden", "Gooik", "Herne"],
        "Tessenderlo-Ham": ["Tessenderlo", "Ham"],
        "Tielt": ["Meulebeke"],
        "Tongeren-Borgloon": ["Tongeren", "Borgloon"],
        "Wingene": ["Ruiselede"],
    },
}
ROWS = [(old, new, year) for year, rows in MERGED.items() for new, names in rows.items() for old in names]


@pytest.fixture(scope="module")
def today(belgium: Register) -> dict[str, Gemeente]:
    return {each.naam: each for each in belgium.gemeenten}


def test_there_are_565_municipalities(belgium: Register) -> None:
    assert len(belgium.gemeenten) == 565
    assert len({each.refnis for each in belgium.gemeenten}) == 565


def test_their_addresses_differ(belgium: Register) -> None:
    assert len({each.slug for each in belgium.gemeenten}) == 565


def test_every_one_is_found_by_its_dutch_name_french_name_and_code(belgium: Register) -> None:
    for each in belgium.gemeenten:
        for name in (each.naam, each.naam_fr, each.refnis):
            found = belgium.find(name)
            assert found, name
            assert (found.gemeente, found.vroeger, found.sinds) == (each, "", 0), name


def test_every_one_has_a_province_and_a_postcode(belgium: Register) -> None:
    assert all(each.postcodes and each.provincie.naam for each in belgium.gemeenten)
    assert len({each.provincie for each in belgium.gemeenten}) == 11, "ten provinces and Brussels"


@pytest.mark.parametrize(("old", "new", "year"), ROWS, ids=[f"{old} to {new}" for old, new, _ in ROWS])
def test_a_merged_municipality_is_found_under_its_successor(old: str, new: str, year: int, belgium: Register) -> None:
    found = belgium.find(old)
    assert found
    assert (found.naam, found.vroeger, found.gemeente.naam, found.sinds) == (old, old, new, year)


def test_every_merger_is_in_the_list_above() -> None:
    french = {"Gammerages", "Looz", "Tongres"}
    assert sorted(row for row in mergers() if row[0] not in french) == sorted(ROWS)


def test_a_municipality_goes_by_every_name_that_a_merger_took(today: dict[str, Gemeente]) -> None:
    assert former_names(today["Beveren-Kruibeke-Zwijndrecht"]) == ("Beveren", "Kruibeke", "Zwijndrecht")
    assert former_names(today["Tongeren-Borgloon"]) == ("Borgloon", "Looz", "Tongeren", "Tongres")
    assert former_names(today["Gent"]) == ()


def test_brussels_is_a_region_and_stands_in_as_a_province() -> None:
    every = [area for region in areas() for area in region]
    said = {area.naam: (area.soort, area.kort, area.volledig, area.in_zin) for area in every}
    assert [len(region) for region in areas()] == [5, 1, 5], "from north to south"
    assert [area.gewest for area in every].count(True) == 1
    assert said["Luik"] == ("Provincie", "Luik", "Provincie Luik", "de provincie Luik")
    assert said["Brussels Hoofdstedelijk Gewest"] == (
        "Gewest", "Brussel", "Brussels Hoofdstedelijk Gewest", "het Brussels Hoofdstedelijk Gewest",
    )  # fmt: skip


def test_the_provinces_are_those_of_the_municipalities(belgium: Register) -> None:
    assert {each.provincie for each in belgium.gemeenten} == {area for region in areas() for area in region}


def test_every_successor_is_in_the_register(today: dict[str, Gemeente]) -> None:
    assert {new for _, new, _ in mergers()} <= set(today)


def test_no_absorbed_name_is_in_the_register_of_today(belgium: Register) -> None:
    names = {name for each in belgium.gemeenten for name in (each.naam, each.naam_fr)}
    assert names.isdisjoint(old for old, _, _ in mergers())


@pytest.mark.parametrize(
    ("name", "naam"),
    [
        pytest.param("Luik", "Luik", id="Dutch"),
        pytest.param("Liège", "Luik", id="French"),
        pytest.param("62063", "Luik", id="REFNIS"),
        pytest.param("Ixelles", "Elsene", id="a municipality of Brussels"),
        pytest.param("Sint-Niklaas", "Sint-Niklaas", id="Sint-Niklaas"),
        pytest.param("Saint-Nicolas", "Saint-Nicolas", id="Saint-Nicolas near Liège, not Sint-Niklaas"),
        pytest.param("Sint Niklaas", "Sint-Niklaas", id="a space for a hyphen"),
        pytest.param("GENT", "Gent", id="capitals"),
        pytest.param("  Gent ", "Gent", id="spaces"),
        pytest.param("Braine-l’Alleud", "Eigenbrakel", id="a curly apostrophe"),
        pytest.param("Braine-l'Alleud", "Eigenbrakel", id="a straight apostrophe"),
        pytest.param("Tongres", "Tongeren-Borgloon", id="the French name of a merged one"),
        pytest.param("Bastogne", "Bastenaken", id="a successor that keeps its name"),
    ],
)
def test_found(name: str, naam: str, belgium: Register) -> None:
    found = belgium.find(name)
    assert found
    assert found.gemeente.naam == naam


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("", id="nothing"),
        pytest.param("Deurne", id="a district"),
        pytest.param("'s-Gravenwezel", id="a village"),
        pytest.param("Eindhoven", id="a town abroad"),
        pytest.param("8500", id="a postcode is no code of a municipality"),
        pytest.param("Oost-Vlaanderen", id="a province"),
    ],
)
def test_not_found(name: str, belgium: Register) -> None:
    assert belgium.find(name) is None


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        pytest.param("Gnt", "Bedoelde u ‘Gent’?", id="a letter forgotten"),
        pytest.param("Kortrijck", "Bedoelde u ‘Kortrijk’?", id="a letter too many"),
        pytest.param("gent-brugge", "", id="a village with a hyphen"),
        pytest.param("Bosbeek", "Bedoelde u ‘Borsbeek’?", id="a former name"),
        pytest.param("Sint-Niklas", "Bedoelde u ‘Sint-Niklaas’?", id="a long name"),
        pytest.param("xyz", "", id="a word like none"),
        pytest.param("x" * 500, "", id="a very long word"),
    ],
)
def test_near_misses(typed: str, hint: str, belgium: Register) -> None:
    assert did_you_mean(typed, belgium.names) == hint


def test_only_what_is_nearest_is_proposed() -> None:
    assert nearest("huisvestng", ["huisvesting", "huisvestingen", "vesting", "sport"]) == ("huisvesting",)
    assert nearest("Onthaal", ["onthaal"]) == ("onthaal",)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        pytest.param("Liège", "liege", id="accent"),
        pytest.param("’s-Gravenbrakel", "s-gravenbrakel", id="apostrophe"),
        pytest.param("Twee toeleiders, één loket!", "twee-toeleiders-een-loket", id="words"),
        pytest.param("À  B", "a-b", id="spaces"),
        pytest.param("…", "", id="nothing left"),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug
