"""The catalogue in figures: what is counted, what each chart says, and the matrix with its gaps."""

import re
from pathlib import Path

import pytest
from small_catalogue import FILES, SETTING, WITHOUT_FICHES, good, minimal, small
from test_pages import Page, pages, rendered

from fichebak import overviews
from fichebak.facets import facetten
from fichebak.figures import cijfers
from fichebak.lexicon import words
from fichebak.register import areas
from fichebak.resolve import Catalogue
from fichebak.views import CijfersView, Grafiek


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return good(small(tmp_path_factory.mktemp("klein")))


@pytest.fixture(scope="module")
def view(catalogue: Catalogue) -> CijfersView:
    return cijfers(catalogue, SETTING)


def practice(fragment: str = "", domains: str = "[onthaal]") -> str:
    text = minimal(f"laatst_nagekeken: 2026-05\n{fragment}".rstrip())
    return re.sub("^domeinen: .*$", f"domeinen: {domains}", text, flags=re.M)


def counted(root: Path, *practices: str, files: dict[str, str | bytes] | None = None) -> CijfersView:
    fiches = {f"f{n}": text for n, text in enumerate(practices)}
    return cijfers(good(small(root, WITHOUT_FICHES if files is None else files, **fiches)), SETTING)


def chart(view: CijfersView, title: str) -> Grafiek:
    return next(g for group in view.groepen for g in group.grafieken if g.titel.startswith(title))


def bars(chart_: Grafiek) -> dict[str, int]:
    """Return the bars that are not zero."""
    return {bar.label: int(bar.waarde) for bar in chart_.staven if bar.waarde != "0"}


def said(chart_: Grafiek) -> str:
    return chart_.toelichting.replace("\u00a0", " ")


# Charts


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Per domein", {"Onthaal": 3, "Taal & ontmoeting": 3}),
        ("Per provincie", {"Antwerpen": 1, "Luik": 1, "West-Vlaanderen": 1}),
        ("Per schaal", {"Eén gemeente": 3, "Een regio": 1}),
        ("Per doelgroep", {"Gezinnen": 2, "Nieuwkomers": 1}),
        ("Begonnen in", {"2015": 1}),
        ("Soort kosten", {"Per traject": 1, "Per reeks": 1, "Niet opgegeven": 3}),
        ("Status", {"Lopend": 1, "Afgerond": 1, "Niet zeker": 2}),
        ("Van wanneer de feiten zijn", {"2016": 1, "2024": 1, "2026": 1}),
        ("Bewijs", {"Externe evaluatie": 1, "Niet opgegeven": 3}),
        ("Per bron", {"Nota zonder jaar": 1, "Van opvang naar samenleven": 1}),
    ],
)
def test_what_is_counted(view: CijfersView, title: str, found: dict[str, int]) -> None:
    assert bars(chart(view, title)) == found


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Per domein",
         "Het vaakst gaat het over onthaal en taal & ontmoeting (3 fiches elk). Nog niets gaat over werk. "
         "Een fiche telt bij elk domein dat ze noemt, dus samen is het meer dan het totaal."),
        ("Per schaal", "3 van de 4 fiches zijn het werk van één gemeente."),
        ("Per doelgroep", "Het vaakst zijn ze er voor gezinnen (2 fiches). 2 fiches noemen geen doelgroep. "
         "Een fiche telt bij elke groep die ze noemt."),
        ("Begonnen in", "Het vaakst was dat in 2015 (1 fiche). Van 3 fiches is geen begin bekend."),
        ("Soort kosten", "1 van de 4 fiches zegt met een bedrag wat het kost. Een fiche telt bij elke soort die ze "
         "noemt; een plafond van een subsidie is geen kost. Bedragen worden nergens opgeteld: ze betekenen niet "
         "hetzelfde."),
        ("Status", "Bij 2 van de 4 fiches is niet zeker hoe het ervoor staat: dat staat er niet in, of werd lang niet "
         "nagekeken."),
        ("Per bron",
         "2 van de 4 fiches steunen op een publicatie. 2 fiches komen van een trekker of de redactie zelf."),
    ],
)  # fmt: skip
def test_what_a_chart_says(view: CijfersView, title: str, sentence: str) -> None:
    assert said(chart(view, title)) == sentence


def test_every_value_that_has_a_page_leads_there(view: CijfersView) -> None:
    leads = {bar.label: bar.adres for group in view.groepen for g in group.grafieken for bar in g.staven}
    assert leads["Onthaal"] == "domeinen/onthaal/"
    assert leads["Luik"] == "provincies/luik/"
    assert leads["Gezinnen"] == "doelgroepen/gezinnen/"
    assert leads["2015"] == "praktijken/?startjaar=2015"
    assert leads["Een regio"] == "praktijken/?schaal=regio"
    assert leads["Lopend"] == "praktijken/?status=lopend"
    assert leads["Nota zonder jaar"] == "bronnen/nota-zonder-jaar/"
    assert {leads[empty] for empty in ("Namen", "Werkgevers", "Gepland", "Buitenland")} == {""}


def test_bars_are_as_long_as_their_share(view: CijfersView) -> None:
    domains = {bar.label: bar.lengte for bar in chart(view, "Per domein").staven}
    assert domains == {"Onthaal": "100.00", "Taal & ontmoeting": "100.00", "Werk": "0.00"}
    filled = {bar.label: (bar.waarde, bar.lengte) for bar in chart(view, "Ingevuld").staven}
    assert filled["Trekker"] == ("3", "75.00"), "of all fiches, not of the longest bar"
    assert len(filled) == 11


def test_years_without_fiches_are_shown(tmp_path: Path) -> None:
    found = counted(tmp_path, *(practice(f"periode: {{start: {year}}}") for year in (2011, 2011, 2014)))
    assert [(bar.label, bar.waarde) for bar in chart(found, "Begonnen in").staven] == [
        ("2011", "2"), ("2012", "0"), ("2013", "0"), ("2014", "1"),
    ]  # fmt: skip


def test_very_old_years_go_together(tmp_path: Path) -> None:
    found = counted(tmp_path, *(practice(f"periode: {{start: {year}}}") for year in (1920, 1930, 2020)))
    years = chart(found, "Begonnen in").staven
    assert len(years) == 41
    assert [(bar.label, bar.waarde, bar.adres) for bar in years[:2]] == [("Vóór 1981", "2", ""), ("1981", "0", "")]


@pytest.mark.parametrize(
    ("budget", "kind"),
    [
        ("{bedragen: [{euro: 1, per: jaar}, {euro: 2, per: jaar}]}", {"Per jaar": 1}),
        ("{bedragen: [{euro: 1, per: jaar}], personeel: [{vte: 1}]}", {"Per jaar": 1}),
        ("{personeel: [{vte: 1}], financiering: [Een fonds]}", {"Alleen personeel": 1}),
        ("{financiering: [Een fonds]}", {"Alleen wie betaalt": 1}),
        ("{bedragen: [{euro: 9, per: subsidieplafond}]}", {"Niet opgegeven": 1}),
        ("{bedragen: [{euro: 9, per: subsidieplafond}], financiering: [Een fonds]}", {"Alleen wie betaalt": 1}),
        ("{bedragen: [{euro: 9, per: subsidieplafond}, {euro: 1, per: jaar}]}", {"Per jaar": 1}),
        ("{toelichting: Veel.}", {"Niet opgegeven": 1}),
    ],
)
def test_kinds_of_costs(tmp_path: Path, budget: str, kind: dict[str, int]) -> None:
    assert bars(chart(counted(tmp_path, practice(f"budget: {budget}")), "Soort kosten")) == kind


def test_a_bar_that_leads_to_a_filtered_list_counts_its_fiches(tmp_path: Path) -> None:
    fragments = (
        "status: lopend", "status: gepland\nperiode: {start: 2019}", "periode: {start: 2019, einde: 2020}",
        "budget: {personeel: [{vte: 1}]}", "budget: {financiering: [Een fonds]}", "budget: {toelichting: Veel.}",
        "budget: {bedragen: [{euro: 9, per: subsidieplafond}]}", "budget: {bedragen: [{euro: 9, per: jaar}]}",
    )  # fmt: skip
    made = good(small(tmp_path, **{f"f{n}": practice(text) for n, text in enumerate(fragments)}))
    offered = {
        f"praktijken/?{facet.id}={value.id}": (words(value.label), value.aantal)
        for facet in facetten(made, SETTING.today)
        for value in facet.waarden
    }
    found = cijfers(made, SETTING).groepen
    shown = {
        bar.adres: (words(bar.label), int(bar.waarde))
        for group in found
        for each in group.grafieken
        for bar in each.staven
        if "?" in bar.adres
    }
    assert shown == {address: offered[address] for address in shown}
    assert {f"praktijken/?budget={value}" for value in ("alleen-personeel", "alleen-financiering")} <= set(shown)
    assert shown["praktijken/?status=onbekend"][1] > 1


def test_charts_without_values_are_left_out(tmp_path: Path) -> None:
    files = {
        path: text for path, text in WITHOUT_FICHES.items() if "target-groups" not in path and "/sources/" not in path
    }
    found = counted(tmp_path, practice(), files=files)
    titles = [g.titel for group in found.groepen for g in group.grafieken]
    assert not {"Per doelgroep", "Begonnen in", "Per bron"} & set(titles)
    assert said(chart(found, "Per schaal")) == "De enige fiche is het werk van één gemeente."


# The matrix


def row(view: CijfersView, domain: str) -> dict[str, int]:
    found = next(r for r in view.matrix.rijen if r.domein.id == domain)
    return {k.naam: c.aantal for k, c in zip(view.matrix.kolommen, found.cellen, strict=True) if c.aantal}


def test_the_matrix_has_every_domain_and_province(view: CijfersView) -> None:
    assert [k.naam for k in view.matrix.kolommen] == [
        "Antwerpen", "Limburg", "Oost-Vlaanderen", "Vlaams-Brabant", "West-Vlaanderen", "Brussel",
        "Henegouwen", "Luik", "Luxemburg", "Namen", "Waals-Brabant",
    ]  # fmt: skip
    assert [k.naam for k in view.matrix.kolommen if k.grens] == ["Antwerpen", "Brussel", "Henegouwen"]
    assert sum(map(len, areas())) == 11
    assert {r.domein.id: row(view, r.domein.id) for r in view.matrix.rijen} == {
        "onthaal": {"West-Vlaanderen": 1, "Luik": 1},
        "taal": {"Antwerpen": 1, "West-Vlaanderen": 1, "Luik": 1},
        "werk": {},
    }


def test_totals_count_fiches_not_cells(view: CijfersView) -> None:
    matrix = view.matrix
    assert [(r.domein.id, r.elders, r.totaal) for r in matrix.rijen] == [
        ("onthaal", 1, 3), ("taal", 0, 3), ("werk", 0, 0),
    ]  # fmt: skip
    assert {k.naam: k.aantal for k in matrix.kolommen if k.aantal} == {"Antwerpen": 1, "West-Vlaanderen": 1, "Luik": 1}
    assert (matrix.elders, matrix.totaal) == (1, 4)
    assert matrix.zin == "Van de 33 vakjes zijn er nog 28 leeg."


def test_a_fiche_of_two_provinces_counts_in_both(tmp_path: Path) -> None:
    found = counted(tmp_path, practice("gemeenten: [Gent, Aalst, Luik]", "[onthaal, taal]"))
    assert row(found, "onthaal") == row(found, "taal") == {"Oost-Vlaanderen": 1, "Luik": 1}


def test_a_cell_leads_to_its_fiches_or_to_where_one_can_be_added(view: CijfersView) -> None:
    cells = dict(zip((k.naam for k in view.matrix.kolommen), view.matrix.rijen[1].cellen, strict=True))
    full, empty = cells["Luik"], cells["Namen"]
    assert (full.link.naam.replace("\u00a0", " "), full.link.adres, full.lengte) == (
        "1 fiche over taal & ontmoeting uit Luik", "praktijken/?domein=taal&provincie=luik", "100.00",
    )  # fmt: skip
    assert empty.link.naam == "Nog geen fiche over taal & ontmoeting uit Namen: voeg er een toe"
    assert empty.link.adres == "fiche-toevoegen/?domein=taal"


def test_each_row_names_its_gaps(view: CijfersView) -> None:
    gaps = {r.domein.id: r.gaten for r in view.matrix.ontbreekt}
    assert gaps["werk"] == "nog uit geen enkele provincie."
    assert gaps["taal"] == (
        "nog niets uit Limburg, Oost-Vlaanderen, Vlaams-Brabant, Brussel, Henegouwen, Luxemburg, Namen en "
        "Waals-Brabant."
    )
    assert view.matrix.rijen[0].toevoegen.naam == "Voeg een fiche over onthaal toe"


def test_a_full_row_has_no_gaps(tmp_path: Path) -> None:
    everywhere = "[Gent, Hasselt, Antwerpen, Leuven, Brugge, Brussel, Bergen, Luik, Aarlen, Namen, Waver]"
    found = counted(tmp_path, practice(f"gemeenten: {everywhere}", "[onthaal, taal, werk]")).matrix
    assert found.ontbreekt == ()
    assert found.zin == "Elk domein heeft fiches uit elke provincie."


# The page


@pytest.fixture(scope="module")
def page(catalogue: Catalogue) -> Page:
    return pages(rendered(catalogue))["cijfers/index.html"]


def test_every_table_has_a_caption_and_headers(page: Page) -> None:
    assert len(page.all("table")) == len(page.all("caption")) == 12
    assert {tag.attributes["scope"] for tag in page.all("th")} == {"col", "row"}


def test_an_empty_cell_is_no_stop_for_the_tab_key_but_each_row_is(page: Page) -> None:
    cells = [a for a in page.all("a") if "vakje" in a.attributes.get("class", "")]
    empty = [a for a in cells if "leeg" in a.attributes["class"]]
    assert (len(cells), len(empty)) == (33, 28)
    assert {a.attributes["tabindex"] for a in empty} == {"-1"}
    assert all("tabindex" not in a.attributes for a in cells if a not in empty)
    assert len([a for a in page.all("a") if a.text.startswith("Voeg een fiche over")]) == 3


def test_the_footer_leads_to_the_figures(tmp_path: Path, catalogue: Catalogue) -> None:
    assert "cijfers/" in [link.adres for link in overviews.site(catalogue, SETTING).naslag]
    without = good(small(tmp_path, WITHOUT_FICHES))
    assert "cijfers/" not in [link.adres for link in overviews.site(without, SETTING).naslag]
    assert "cijfers/index.html" not in rendered(without)


def test_the_chart_of_a_publication_still_names_its_source(tmp_path: Path) -> None:
    shown = pages(rendered(good(small(tmp_path, FILES))))["bronnen/van-opvang-naar-samenleven/index.html"]
    assert shown.text("figcaption")[0] == (
        "In asielaanvragen. Zonder wie later kwam. Bron: Bladzijde 12, cijfers van het CGVS."
    )
