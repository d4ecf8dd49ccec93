"""What surrounds the fiches: recommendations, publications with charts, organisations, the list of terms."""

from pathlib import Path

import pytest
from small_catalogue import FILES, SETTING, good, small

from fichebak import overviews, reference
from fichebak.present import fiche_view
from fichebak.resolve import Catalogue
from fichebak.views import IndexView, OrganisatieView


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return good(small(tmp_path_factory.mktemp("klein")))


def changed(root: Path, **contents: str) -> Catalogue:
    """Return the small catalogue with other files: `organisations="…"` for content/organisations.yaml."""
    return good(small(root, {**FILES, **{f"content/{name}.yaml": text for name, text in contents.items()}}))


def organisations(catalogue: Catalogue) -> dict[str, OrganisatieView]:
    return dict(reference.organisation_pages(catalogue))


# Recommendations


def test_each_recommendation_stands_once_under_its_first_addressee(catalogue: Catalogue) -> None:
    groups = reference.adviezen(catalogue, str).groepen
    assert [(g.id, g.kop, [a.id for a in g.adviezen], g.ook) for g in groups] == [
        ("gemeenten", "Steden en gemeenten", ["van-opvang-naar-samenleven.een-loket"], 0),
        ("iedereen", "Zonder bestemmeling", ["van-opvang-naar-samenleven.tel-mee"], 0),
    ]


def test_an_addressee_knows_how_many_stand_elsewhere(tmp_path: Path) -> None:
    more = FILES["content/recommendations/van-opvang-naar-samenleven.yaml"]
    assert isinstance(more, str)
    groups = reference.adviezen(changed(tmp_path, **{
        "recommendations/van-opvang-naar-samenleven": f"{more}voor-ocmws:\n  tekst: Begin klein.\n  aan: [ocmws]\n",
    }), str).groepen  # fmt: skip
    assert {g.id: (len(g.adviezen), g.ook) for g in groups}["ocmws"] == (1, 1)


def test_a_recommendation_has_its_place_and_the_fiches_that_show_it(catalogue: Catalogue) -> None:
    advice = reference.adviezen(catalogue, str).groepen[0].adviezen[0]
    assert (advice.bron.naam, advice.bron.adres, advice.pagina) == (
        "Van opvang naar samenleven", "bronnen/van-opvang-naar-samenleven/", "31-33",
    )  # fmt: skip
    assert [(p.naam, p.adres) for p in advice.praktijken] == [
        ("Twee toeleiders, één loket", "praktijken/twee-toeleiders-een-loket/")
    ]
    assert [link.naam for link in advice.aan] == ["Steden en gemeenten", "OCMW’s"]


def test_a_recommendation_can_be_chosen_by_every_addressee_and_domain_it_names(catalogue: Catalogue) -> None:
    facets = reference.adviezen(catalogue, str).facetten
    assert {f.id: [(w.id, w.aantal) for w in f.waarden] for f in facets} == {
        "aan": [("gemeenten", 1), ("ocmws", 1)], "domein": [("onthaal", 1), ("taal", 1)],
    }  # fmt: skip


def test_a_fiche_and_a_domain_show_their_own(catalogue: Catalogue) -> None:
    shown = {p.slug: [a.id for a in fiche_view(catalogue, p, (), SETTING).adviezen] for p in catalogue.praktijken}
    one = "van-opvang-naar-samenleven.een-loket"
    assert {slug: ids for slug, ids in shown.items() if ids} == {"twee-toeleiders-een-loket": [one]}
    pages = dict(overviews.facet_pages(catalogue, SETTING))
    assert {a: [x.id for x in view.adviezen] for a, view in pages.items() if view.adviezen} == {
        "domeinen/onthaal/": [one], "domeinen/taal/": [one],
    }  # fmt: skip


# Domains


def test_a_domain_says_what_to_do_and_who_helped(catalogue: Catalogue) -> None:
    view = dict(overviews.facet_pages(catalogue, SETTING))["domeinen/onthaal/"]
    assert [(o.naam, o.adres, o.toelichting) for o in view.ondersteuning] == [
        ("Effekt vzw", "organisaties/effect-vzw/", "Leidt toeleiders op."), ("Een kring", "", "Denkt mee."),
    ]  # fmt: skip
    assert len(view.morgen) == 1
    assert view.morgen[0].endswith("wie er vandaag aan het loket stond.")


# Publications


def test_a_chart_keeps_the_numbers_and_their_proportion(catalogue: Catalogue) -> None:
    years, shares = reference.bron(catalogue, "van-opvang-naar-samenleven").grafieken
    assert [(s.label, s.waarde, s.lengte) for s in years.staven] == [
        ("2014", "17.213", "50.00"), ("2015", "34.426", "100.00"),
    ]  # fmt: skip
    assert (years.eenheid, years.toelichting, years.bron) == (
        "asielaanvragen", "Zonder wie later kwam.", "Bladzijde 12, cijfers van het CGVS.",
    )  # fmt: skip
    assert [s.waarde for s in shares.staven] == ["60,7\u00a0%", "39,3\u00a0%"]
    assert [s.lengte for s in shares.staven] == ["60.70", "39.30"], "a percentage is a part of a hundred"


@pytest.mark.parametrize(
    ("unit", "values", "shown"),
    [
        pytest.param("euro", ("1250.50", "0"), [("€\u00a01.250,50", "100.00"), ("€\u00a00", "0.00")], id="money"),
        pytest.param("plaatsen", ("0", "0"), [("0", "0.00"), ("0", "0.00")], id="nothing at all"),
        pytest.param("% meer plaatsen", ("120", "60"), [("120\u00a0%", "100.00"), ("60\u00a0%", "50.00")], id="growth"),
        pytest.param("%", ("8.3", "6"), [("8,3\u00a0%", "8.30"), ("6\u00a0%", "6.00")], id="small percentages"),
    ],
)
def test_bars(unit: str, values: tuple[str, str], shown: list[tuple[str, str]], tmp_path: Path) -> None:
    chart = "".join(f"      - label: {n}\n        waarde: {v}\n" for n, v in zip("ab", values, strict=True))
    source = (
        "---\ntitel: Nota\nsoort: beleidsnota\ngrafieken:\n  - titel: x\n"
        f"    eenheid: '{unit}'\n    bron: blz. 1\n    waarden:\n{chart}---\n"
    )
    files = {**FILES, "content/sources/nota-zonder-jaar.md": source}
    (found,) = reference.bron(good(small(tmp_path, files)), "nota-zonder-jaar").grafieken
    assert [(s.waarde, s.lengte) for s in found.staven] == shown


def test_a_publication_lists_its_fiches_and_recommendations(catalogue: Catalogue) -> None:
    view = reference.bron(catalogue, "van-opvang-naar-samenleven")
    assert [card.slug for card in view.kaarten] == ["twee-toeleiders-een-loket"]
    assert view.adviezen
    assert (view.adviezen.naam, view.adviezen.adres) == ("2\u00a0aanbevelingen", "aanbevelingen/")
    assert [(o.naam, o.adres) for o in view.uitgevers] == [("Vlaamse overheid", ""), ("VVSG", "organisaties/vvsg/")]
    assert reference.bron(catalogue, "nota-zonder-jaar").adviezen is None


def test_publications_are_listed_by_their_number_of_fiches(catalogue: Catalogue) -> None:
    index = dict(reference.index_pages(catalogue))["bronnen/"]
    assert isinstance(index, IndexView)
    assert [(t.naam, t.aantal, t.toelichting) for t in index.groepen[0].tellingen] == [
        ("Nota zonder jaar", 1, "Beleidsnota"),
        ("Van opvang naar samenleven", 1, "Inspiratiegids 2016 van Vlaamse overheid en VVSG"),
    ]


# Organisations


def test_spellings_and_services_are_one_organisation(tmp_path: Path) -> None:
    register = """\
Effect vzw:
  soort: vereniging
  ook: [Effect]
  diensten: [Stad Kortrijk]
"""
    (view,) = [v for v in organisations(changed(tmp_path, organisations=register)).values() if v.naam == "Effect vzw"]
    assert [card.slug for card in view.trekt] == ["taalbad-in-borsbeek", "twee-toeleiders-een-loket"]
    assert view.werkt_mee == (), "a fiche it leads is not listed again for its service that joins"


@pytest.mark.parametrize("name", ["EFFECT VZW", "Effect  vzw", "Effect-vzw", "Efféct vzw"])
def test_case_accents_and_punctuation_make_no_other_organisation(name: str, tmp_path: Path) -> None:
    path = "content/practices/spreekuur-in-de-streek.md"
    practice = FILES[path]
    assert isinstance(practice, str)
    files = {**FILES, path: practice.replace("trekker: onbekend", f"trekker: [{name}]")}
    view = organisations(good(small(tmp_path, files)))["organisaties/effect-vzw/"]
    assert "spreekuur-in-de-streek" in [card.slug for card in view.trekt]


def test_who_has_a_page(catalogue: Catalogue) -> None:
    pages = organisations(catalogue).items()
    assert {address: (len(v.trekt), len(v.werkt_mee), len(v.helpt), len(v.uitgaven)) for address, v in pages} == {
        "organisaties/effect-vzw/": (2, 0, 1, 0),
        "organisaties/stad-kortrijk/": (0, 1, 0, 0),
        "organisaties/vvsg/": (0, 0, 0, 1),
    }, "an organisation that does nothing here has no page"


def test_names_in_the_facts_box_lead_to_the_organisation(catalogue: Catalogue) -> None:
    practice = next(p for p in catalogue.praktijken if p.slug == "twee-toeleiders-een-loket")
    facts = fiche_view(catalogue, practice, (), SETTING).feiten
    assert [(o.naam, o.adres) for o in (*facts.trekker, *facts.partners)] == [
        ("Effect vzw", "organisaties/effect-vzw/"),
        ("Stad Kortrijk", "organisaties/stad-kortrijk/"),
        ("Agentschap Integratie en Inburgering", ""),
    ]


def test_organisations_are_listed_by_kind(catalogue: Catalogue) -> None:
    index = dict(reference.index_pages(catalogue))["organisaties/"]
    assert [(g.kop, [(t.naam, t.aantal) for t in g.tellingen]) for g in index.groepen] == [
        ("Gemeenten en steden", [("Stad Kortrijk", 1)]), ("Verenigingen", [("Effect vzw", 2), ("VVSG", 0)]),
    ]  # fmt: skip


# The list of terms


def test_terms_by_letter_without_their_own_plurals(catalogue: Catalogue) -> None:
    view = reference.woordenlijst(catalogue)
    assert [(group.letter, [(t.id, t.naam, t.ook) for t in group.termen]) for group in view.letters] == [
        ("O", [("ocmw", "OCMW", ("CPAS",))]), ("T", [("toeleider", "toeleider", ())]),
    ]  # fmt: skip


def test_terms_are_sorted_case_and_accents_apart(tmp_path: Path) -> None:
    text = "".join(f"{name}:\n  uitleg: x\n" for name in ("zorg", "OCMW", "école", "actie", "één loket"))
    letters = reference.woordenlijst(changed(tmp_path, glossary=text)).letters
    assert [(group.letter, [t.naam for t in group.termen]) for group in letters] == [
        ("A", ["actie"]), ("E", ["école", "één loket"]), ("O", ["OCMW"]), ("Z", ["zorg"]),
    ]  # fmt: skip
