"""What fiches are filtered by: the values each has, which are offered, and how budgets are classed."""

from pathlib import Path

import pytest
from small_catalogue import TODAY, WITHOUT_FICHES, good, minimal, only, small

from fichebak.facets import facetten, facetwaarden


def values(root: Path, extra: str) -> dict[str, tuple[str, ...]]:
    """Return the facet values of a fiche with *extra* in its front matter."""
    return dict(facetwaarden(good(only(root, minimal(extra))), TODAY)["een"])


NAGEKEKEN = "laatst_nagekeken: 2026"
CEILING = "- {euro: 4000, per: subsidieplafond}"
AMOUNTS = [
    pytest.param("- {euro: 4999, per: totaal}", {"tot-5000"}, id="below the first limit"),
    pytest.param("- {euro: 5000, per: totaal}", {"tot-25000"}, id="on a limit: the class above it"),
    pytest.param("- {euro: 100000, per: jaar}", {"tot-500000"}, id="a year"),
    pytest.param("- {euro: 1000000, per: totaal}", {"vanaf-500000"}, id="above the last limit"),
    pytest.param("- {euro: {van: 4000, tot: 30000}, per: jaar}", {"tot-5000", "tot-25000", "tot-100000"}, id="a range"),
    pytest.param("- {euro: 400000, per: traject}", {"per-eenheid"}, id="for a unit: its size says nothing"),
    pytest.param("- {euro: 400, per: maand}", {"per-eenheid"}, id="a month"),
    pytest.param("- {euro: 4000, per: onbekend}", {"zonder-periode"}, id="for what is not known"),
    pytest.param(CEILING, {"niet-opgegeven"}, id="a ceiling is no cost"),
    pytest.param(f"{CEILING}\n    - {{euro: 9, per: inwoner}}", {"per-eenheid"}, id="a ceiling beside a price"),
    pytest.param("- {euro: 40, per: jaar}\n    - {euro: 9, per: reeks}", {"tot-5000", "per-eenheid"}, id="both kinds"),
]  # fmt: skip


@pytest.mark.parametrize(("amounts", "expected"), AMOUNTS)
def test_amounts_are_classed_by_what_they_are_for(amounts: str, expected: set[str], tmp_path: Path) -> None:
    found = values(tmp_path, f"{NAGEKEKEN}\nbudget:\n  bedragen:\n    {amounts}")
    assert set(found["budget"]) == expected
    assert len(found["budget"]) == len(expected)


@pytest.mark.parametrize(
    ("budget", "kind"),
    [
        ("{personeel: [{vte: 1}]}", "alleen-personeel"),
        ("{personeel: [{vte: 1}], financiering: [Een fonds]}", "alleen-personeel"),
        ("{financiering: [Een fonds]}", "alleen-financiering"),
        ("{toelichting: Veel.}", "niet-opgegeven"),
    ],
)
def test_what_is_given_without_an_amount_is_its_own_class(budget: str, kind: str, tmp_path: Path) -> None:
    assert values(tmp_path, f"{NAGEKEKEN}\nbudget: {budget}")["budget"] == (kind,)


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        pytest.param("status: lopend\nlaatst_nagekeken: 2026-05", "lopend", id="checked not long ago"),
        pytest.param("status: lopend\nlaatst_nagekeken: 2016-05", "onbekend", id="checked long ago: not sure"),
        pytest.param("status: gestopt\nlaatst_nagekeken: 2016-05", "gestopt", id="over for good"),
        pytest.param("periode: {start: 2015, einde: 2016}\nlaatst_nagekeken: 2016", "afgerond", id="its end is past"),
        pytest.param("periode: {start: 2027}\nlaatst_nagekeken: 2026", "gepland", id="still to begin"),
    ],
)
def test_no_old_fiche_counts_as_running(extra: str, expected: str, tmp_path: Path) -> None:
    assert values(tmp_path, extra)["status"] == (expected,)


def test_years_come_the_last_first_and_unknown_last(tmp_path: Path) -> None:
    fiches = {
        f"content/practices/{name}.md": minimal(f"{NAGEKEKEN}\n{period}")
        for name, period in (("een", "periode: {start: 2015-12}"), ("twee", "periode: {start: 2020}"), ("drie", ""))
    }
    catalogue = good(small(tmp_path, {**WITHOUT_FICHES, **fiches}))
    years = next(facet for facet in facetten(catalogue, TODAY) if facet.id == "startjaar")
    assert [(value.id, value.aantal) for value in years.waarden] == [("2020", 1), ("2015", 1), ("onbekend", 1)]


def test_the_filter_knows_a_municipality_by_former_names_that_no_fiche_writes(tmp_path: Path) -> None:
    town = "gemeenten: [Beveren-Kruibeke-Zwijndrecht]"
    catalogue = good(only(tmp_path, minimal(f"{NAGEKEKEN}\n{town}")))
    names = next(facet for facet in facetten(catalogue, TODAY) if facet.id == "gemeente").waarden[0].namen.split("|")
    assert {"Beveren", "Kruibeke", "Zwijndrecht", "9120"} <= set(names)


def test_a_scale_shows_values_without_fiches_and_a_list_does_not(tmp_path: Path) -> None:
    catalogue = good(only(tmp_path, minimal(NAGEKEKEN)))
    shown = {facet.id: [value.id for value in facet.waarden] for facet in facetten(catalogue, TODAY)}
    assert len(shown["budget"]) == 10
    assert len(shown["status"]) == 6
    assert shown["startjaar"] == ["onbekend"]
    assert shown["bron"] == ["geen"]


def test_a_chosen_value_that_does_not_speak_for_itself_gets_the_name_of_its_facet(tmp_path: Path) -> None:
    catalogue = good(only(tmp_path, minimal(NAGEKEKEN)))
    prefixes = {facet.id: facet.voorvoegsel for facet in facetten(catalogue, TODAY)}
    assert prefixes["startjaar"] == "Startjaar: "
    assert prefixes["domein"] == ""
