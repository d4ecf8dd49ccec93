"""The views: words, numbers and decisions that a reader sees, made from whole small catalogues."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from pprint import pformat

import pytest
from small_catalogue import SETTING, TABLE, TODAY, WITH_GUIDES, WITHOUT_FICHES, good, minimal, only, small
from snapshot import same_as_snapshot

from fichebak import overviews, words
from fichebak.build import examine
from fichebak.facets import facetten
from fichebak.present import Setting, fiche_view, kaart, parts
from fichebak.related import related
from fichebak.resolve import Catalogue
from fichebak.values import Datum
from fichebak.views import FicheView, Kaart

BUDGET = "laatst_nagekeken: 2026-05\nbudget:\n  bedragen:\n"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory) -> Catalogue:
    return good(small(tmp_path_factory.mktemp("klein")))


def view_of(catalogue: Catalogue, slug: str, today: date = TODAY) -> FicheView:
    practice = next(p for p in catalogue.praktijken if p.slug == slug)
    return fiche_view(catalogue, practice, related(catalogue)[slug], Setting(today))


def view(root: Path, practice: str, today: date = TODAY) -> FicheView:
    return view_of(good(only(root, practice), today), "een", today)


def card(root: Path, fragment: str) -> Kaart:
    return view(root, minimal(fragment)).kaart


# Words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (2169, "2.169"),
        (1234567, "1.234.567"),
        (Decimal("0.5"), "0,5"),
        (Decimal("0.50"), "0,5"),
        (Decimal("12.00"), "12"),
        (Decimal("12500.25"), "12.500,25"),
        (Decimal("999999999999"), "999.999.999.999"),
    ],
)
def test_number(value, text):
    assert words.number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("0", "€ 0"), ("6600", "€ 6.600"), ("6600.50", "€ 6.600,50"), ("0.05", "€ 0,05"), ("1200.00", "€ 1.200")],
)
def test_euro_never_breaks_from_its_sign(value, text):
    assert words.euro(Decimal(value)) == text.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Datum(jaar=2016), "2016"),
        (Datum(jaar=2016, maand=6), "juni 2016"),
        (Datum(jaar=2016, maand=3, dag=1), "1 maart 2016"),
    ],
)
def test_day_has_the_precision_of_the_source(value, text):
    assert words.day(value) == text.replace(" ", "\u00a0")


@pytest.mark.parametrize(("amount", "text"), [(0, "0 fiches"), (1, "1 fiche"), (2, "2 fiches"), (1200, "1.200 fiches")])
def test_count(amount, text):
    assert words.count(amount, "fiche", "fiches") == text.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "1 kB"), (96_400, "96 kB"), (999_499, "999 kB"), (999_500, "1 MB"), (3_245_928, "3,2 MB")],
)
def test_size(amount, text):
    assert words.size(amount) == text.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("names", "text"),
    [([], ""), (["Gent"], "Gent"), (["Gent", "Aalst"], "Gent en Aalst"), (["A", "B", "C"], "A, B en C")],
)
def test_listed(names, text):
    assert words.listed(names) == text


def test_every_choice_of_the_models_has_words():
    for mapping in (words.PER, words.SCHAAL, words.BEWIJS, words.STATUS, words.ORGANISATIES, words.BRONNEN):
        kinds = {type(key) for key in mapping}
        assert len(kinds) == 1
        assert set(mapping) == set(kinds.pop())


# Status: no old fiche is ever shown as running


@pytest.mark.parametrize(
    ("fragment", "status"),
    [
        pytest.param("status: lopend\nlaatst_nagekeken: 2026-05", "lopend", id="running and fresh"),
        pytest.param("status: ingebed\nlaatst_nagekeken: 2025", "ingebed in de gewone werking", id="embedded, fresh"),
        pytest.param(
            "status: lopend\nlaatst_nagekeken: 2016-06", "liep in 2016 (laatst nagekeken juni 2016)", id="running, old"
        ),
        pytest.param(
            "status: ingebed\nlaatst_nagekeken: 2016", "liep in 2016 (laatst nagekeken 2016)", id="embedded, old"
        ),
        pytest.param(
            "status: ingebed\nperiode: {start: 2014, einde: 2016}\nlaatst_nagekeken: 2016-06",
            "liep in 2016 (laatst nagekeken juni 2016)",
            id="embedded after a project that ended, long not checked",
        ),
        pytest.param(
            "status: ingebed\nperiode: {start: 2022, einde: 2024}\nlaatst_nagekeken: 2026-06",
            "ingebed in de gewone werking",
            id="embedded after a project that ended, fresh",
        ),
        pytest.param(
            "status: lopend\nperiode: {einde: 2025-12}\nlaatst_nagekeken: 2026-01", "afgerond", id="ended meanwhile"
        ),
        pytest.param(
            "status: gestopt\nperiode: {einde: 2025-12}\nlaatst_nagekeken: 2026-01", "gestopt", id="stopped"
        ),
        pytest.param("status: afgerond\nlaatst_nagekeken: 2016", "afgerond", id="finished stays finished"),
        pytest.param("status: gestopt\nlaatst_nagekeken: 2016", "gestopt", id="stopped stays stopped"),
        pytest.param("status: gepland\nlaatst_nagekeken: 2026-10", "gepland", id="planned and fresh"),
        pytest.param(
            "status: gepland\nlaatst_nagekeken: 2016-06",
            "was gepland in 2016 (laatst nagekeken juni 2016)",
            id="planned ten years ago: nobody knows whether it ran",
        ),
        pytest.param("periode: {einde: 2018-11-30}\nlaatst_nagekeken: 2016", "afgerond", id="left out, ended then"),
        pytest.param("periode: {einde: 2026-11-21}\nlaatst_nagekeken: 2016-06",
                     "liep in 2016 (laatst nagekeken juni 2016)", id="left out, its last day is today"),
        pytest.param("periode: {einde: 2026-11-20}\nlaatst_nagekeken: 2016", "afgerond", id="left out, ended last"),
        pytest.param("periode: {start: 2027}\nlaatst_nagekeken: 2026", "gepland", id="left out, start to come"),
        pytest.param("periode: {start: 2026}\nlaatst_nagekeken: 2026-02",
                     "liep in 2026 (laatst nagekeken februari 2026)", id="left out, started"),
        pytest.param("laatst_nagekeken: 2016-06", "liep in 2016 (laatst nagekeken juni 2016)", id="left out"),
        pytest.param("status: lopend\nbron: {publicatie: nota-zonder-jaar}", "onbekend", id="running, no date"),
        pytest.param("bron: {publicatie: nota-zonder-jaar}", "onbekend", id="nothing known"),
    ],
)  # fmt: skip
def test_status(tmp_path, fragment, status):
    assert view(tmp_path, minimal(fragment)).feiten.status.replace("\u00a0", " ") == status


@pytest.mark.parametrize("status", ["lopend", "ingebed", "gepland"])
@pytest.mark.parametrize("periode", ["{start: 2012}", "{start: 2012, einde: 2015}", "{einde: 2015}"])
@pytest.mark.parametrize("checked", ["laatst_nagekeken: 2015", "bron: {publicatie: nota-zonder-jaar}"])
def test_no_old_fiche_is_shown_as_running(tmp_path, status, periode, checked):
    shown = view(tmp_path, minimal(f"status: {status}\nperiode: {periode}\n{checked}")).feiten.status
    assert shown not in {words.STATUS[each] for each in words.STATUS if each.value in {"lopend", "ingebed", "gepland"}}


def test_a_running_practice_stops_running_by_itself(tmp_path):
    text = minimal("status: lopend\nlaatst_nagekeken: 2024-11")
    assert view(tmp_path, text, date(2026, 11, 30)).feiten.status == "lopend"
    assert view(tmp_path, text, date(2026, 12, 1)).feiten.status.startswith("liep in 2024")


@pytest.mark.parametrize(
    ("periode", "text"),
    [
        ("{start: 2015-12-01, einde: 2018-11-30}", "1 december 2015 tot 30 november 2018"),
        ("{start: 2015, einde: 2015}", "2015"),
        ("{start: 2015-03}", "gestart in maart 2015"),
        ("{start: 2015-03-02}", "gestart op 2 maart 2015"),
        ("{einde: 2016}", "tot 2016"),
        ("{toelichting: elke zomer}", ""),
    ],
)
def test_periode(tmp_path, periode, text):
    shown = view(tmp_path, minimal(f"laatst_nagekeken: 2020\nperiode: {periode}")).feiten.periode
    assert shown.replace("\u00a0", " ") == text


# Freshness


@pytest.mark.parametrize(
    ("checked", "date_", "sentence"),
    [
        ("2026-05", "mei 2026", "Dat is minder dan een jaar geleden."),
        ("2025-12", "december 2025", "Dat is minder dan een jaar geleden."),
        ("2025-11", "november 2025",
         "Dat is één jaar geleden. Vraag na of bedragen, partners en contact nog kloppen."),
        ("2024", "2024", "Dat is één jaar geleden. Vraag na of bedragen, partners en contact nog kloppen."),
        ("2016-06-30", "30 juni 2016",
         "Dat is tien jaar geleden. Bedragen, partners en contact kunnen veranderd zijn."),
        ("2012-06", "juni 2012", "Dat is 14 jaar geleden. Bedragen, partners en contact kunnen veranderd zijn."),
    ],
)  # fmt: skip
def test_versheid(tmp_path, checked, date_, sentence):
    shown = view(tmp_path, minimal(f"laatst_nagekeken: {checked}")).versheid
    assert (shown.label, shown.datum.replace("\u00a0", " "), shown.zin) == ("Nagekeken", date_, sentence)


@pytest.mark.parametrize(
    ("checked", "label", "sentence"),
    [
        ("2016-06", "Stand van de bron", "De feiten zijn tien jaar oud."),
        ("2016", "Stand van de bron", "De feiten zijn negen jaar oud."),
        ("2026-05", "Nagekeken", "Dat is minder dan een jaar geleden."),
    ],
)
def test_the_date_of_a_source_is_not_called_a_check(tmp_path, checked, label, sentence):
    text = minimal(f"bron: {{publicatie: van-opvang-naar-samenleven}}\nlaatst_nagekeken: {checked}")
    shown = view(tmp_path, text).versheid
    assert (shown.label, shown.zin.split(" Vraag")[0]) == (label, sentence)


def test_versheid_without_a_check_names_the_year_of_the_source(tmp_path):
    shown = view(tmp_path, minimal("bron: {publicatie: van-opvang-naar-samenleven}")).versheid
    assert (shown.datum, shown.zin) == (
        "", "De bron is van 2016. Vraag na of bedragen, partners en contact nog kloppen."
    )  # fmt: skip


def test_versheid_without_any_date_says_so(tmp_path):
    shown = view(tmp_path, minimal("bron: {publicatie: nota-zonder-jaar}")).versheid
    assert shown.zin == "De bron heeft geen datum. Vraag na of bedragen, partners en contact nog kloppen."


# People

PERSON = """\
laatst_nagekeken: 2026-05
contact:
  - organisatie: Stad Kortrijk
    functie: Diensthoofd
    naam: Noor Voorbeeld
    email: noor.voorbeeld@kortrijk.be
    telefoon: 056 11 22 33
    website: https://www.kortrijk.be/
    toestemming_tot: 2026-11"""
WITH_PERSON = minimal(PERSON).replace("contact: onbekend\n", "")


def test_a_person_is_shown_until_the_last_day_of_the_consent(tmp_path):
    contact = view(tmp_path, WITH_PERSON, date(2026, 11, 30)).feiten.contact[0]
    assert (contact.naam, contact.email, contact.telefoon) == (
        "Noor Voorbeeld", "noor.voorbeeld@kortrijk.be", "056 11 22 33",
    )  # fmt: skip


def test_after_the_consent_the_person_is_gone_and_the_organisation_stays(tmp_path):
    contact = view(tmp_path, WITH_PERSON, date(2026, 12, 1)).feiten.contact[0]
    assert (contact.naam, contact.email, contact.telefoon) == ("", "", "")
    assert (contact.organisatie.naam, contact.functie, contact.website) == (
        "Stad Kortrijk", "Diensthoofd", "https://www.kortrijk.be/",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        pytest.param(date(2026, 9, 30), [], id="61 days ahead"),
        pytest.param(date(2026, 10, 1), ["W003"], id="60 days ahead"),
        pytest.param(date(2026, 11, 30), ["W003"], id="the last day"),
        pytest.param(date(2026, 12, 1), ["W001"], id="the day after"),
    ],
)
def test_the_editor_is_warned_sixty_days_ahead(tmp_path, today, codes):
    assert [p.code for p in examine(only(tmp_path, WITH_PERSON), today).problems] == codes


def test_one_warning_is_enough_and_a_date_without_a_person_gives_none(tmp_path):
    soon = "  - organisatie: A\n    naam: Sam Proef\n    toestemming_tot: 2026-12-20"
    both = examine(only(tmp_path, WITH_PERSON.replace("\n---\n", f"\n{soon}\n---\n")), date(2026, 12, 1))
    assert [p.code for p in both.problems] == ["W001"]
    nobody = re.sub(r"    (naam|email|telefoon): .*\n", "", WITH_PERSON)
    assert examine(only(tmp_path, nobody), date(2026, 12, 1)).problems == ()


@pytest.mark.parametrize(
    ("email", "stays"),
    [
        pytest.param("onthaal@kortrijk.be", True, id="a mailbox of the organisation"),
        pytest.param("noor@kortrijk.be", False, id="the first name"),
        pytest.param("nvoorbeeld@kortrijk.be", False, id="an initial with the name"),
        pytest.param("noor.voorbeeld@kortrijk.be", False, id="the whole name"),
    ],
)
def test_after_the_consent_the_mailbox_stays_unless_it_has_the_name_in_it(tmp_path, email, stays):
    fiche = WITH_PERSON.replace("noor.voorbeeld@kortrijk.be", email)
    contact = view(tmp_path, fiche, date(2026, 12, 1)).feiten.contact[0]
    assert contact.email == (email if stays else "")


def test_a_consent_beside_a_mailbox_alone_is_for_that_mailbox(tmp_path):
    fiche = re.sub(r"    (naam|telefoon): .*\n", "", WITH_PERSON).replace("noor.voorbeeld@", "nv@")
    found = {}
    for today in (date(2026, 11, 30), date(2026, 12, 1)):
        (warning,) = examine(only(tmp_path, fiche), today).problems
        found[warning.code] = view(tmp_path, fiche, today).feiten.contact[0].email
    assert found == {"W003": "nv@kortrijk.be", "W001": ""}


def test_after_the_consent_the_editor_is_warned(tmp_path):
    examined = examine(only(tmp_path, WITH_PERSON), date(2026, 12, 1))
    assert [str(p).split("\n")[0].replace("\u00a0", " ") for p in examined.problems] == [
        "content/practices/een.md:1:1: W001 [contact] De toestemming om een persoon te vermelden liep af: "
        "november 2026. Naam, telefoon en persoonlijk mailadres zijn weggelaten."
    ]
    assert examined.fine


# Cards


@pytest.mark.parametrize(
    ("amounts", "large", "small_"),
    [
        pytest.param("    - {euro: 6600, per: traject}", "€ 6.600", "per traject", id="one amount"),
        pytest.param(
            "    - {euro: {van: 600, tot: 1200}, per: reeks}", "€ 600 tot € 1.200", "per reeks", id="a range"
        ),
        pytest.param(
            "    - {euro: 90000, per: subsidieplafond}\n    - {euro: 6600, per: jaar}",
            "€ 6.600", "per jaar, en nog 1 bedrag", id="a ceiling is no budget when there is another amount",
        ),
        pytest.param(
            "    - {euro: 90000, per: subsidieplafond}", "", "subsidie tot € 90.000",
            id="a ceiling alone is no budget, and is not missing either",
        ),
        pytest.param(
            "    - {euro: 1, per: totaal}\n    - {euro: 2, per: jaar}\n    - {euro: 3, per: maand}",
            "€ 1", "in totaal, en nog 2 bedragen", id="three amounts are never added up",
        ),
        pytest.param(
            "    - {euro: 12, per: onbekend}", "€ 12", "niet vermeld voor welke periode", id="unknown what for"
        ),
    ],
)  # fmt: skip
def test_budget_cell(tmp_path, amounts, large, small_):
    cell = card(tmp_path, BUDGET + amounts).cellen[0]
    assert [part.replace("\u00a0", " ") for part in (cell.label, cell.groot, cell.klein)] == ["Budget", large, small_]
    assert not cell.leeg


@pytest.mark.parametrize(
    ("staff", "large", "small_"),
    [
        pytest.param("[{vte: 0.5, rol: coördinator}]", "0,5 VTE", "coördinator", id="half-time"),
        pytest.param("[{vte: {van: 1, tot: 1.5}}]", "1–1,5 VTE", "functie niet vermeld", id="a range without a role"),
        pytest.param("[{aantal: 4}]", "4", "medewerkers", id="people are no full-time equivalents"),
        pytest.param("[{vte: 2, rol: gidsen}, {aantal: 9}]", "2 VTE", "gidsen, en 9 medewerkers", id="two"),
        pytest.param("[{vte: 2, rol: gidsen}, {vte: 1}]", "2 VTE", "gidsen, en nog 1 functie", id="one without a role"),
        pytest.param(
            "[{vte: 2, rol: gidsen}, {aantal: 9}, {vte: 1, rol: chef}]",
            "2 VTE",
            "gidsen, en nog 2 functies",
            id="three",
        ),
    ],
)
def test_staff_cell(tmp_path, staff, large, small_):
    cell = card(tmp_path, f"laatst_nagekeken: 2026\nbudget: {{personeel: {staff}}}").cellen[1]
    assert [part.replace("\u00a0", " ") for part in (cell.groot, cell.klein)] == [large, small_]


@pytest.mark.parametrize(
    ("figure", "large", "small_"),
    [
        ("{waarde: 2169, eenheid: gezinnen, jaar: 2015}", "2.169", "gezinnen, in 2015"),
        ("{waarde: 62, eenheid: procent, toelichting: vond werk}", "62 %", "vond werk"),
        ("{waarde: 62, eenheid: '%', jaar: 2015}", "62 %", "in 2015"),
        ("{waarde: 62, eenheid: '% vond werk', jaar: 2015}", "62 %", "vond werk, in 2015"),
        ("{waarde: 62, eenheid: '% vond werk', toelichting: na een jaar}", "62 %", "vond werk"),
        ("{waarde: 62, eenheid: gezinnen, toelichting: op 1 mei 2015, jaar: 2015}", "62", "gezinnen"),
        ("{waarde: 1250.50, eenheid: euro, toelichting: per gezin}", "€ 1.250,50", "per gezin"),
        ("{waarde: {van: 100, tot: 200}, eenheid: Euro}", "€ 100 tot € 200", ""),
        ("{waarde: {van: 10, tot: 12.5}, eenheid: weken}", "10–12,5", "weken"),
    ],
)
def test_figure_cell(tmp_path, figure, large, small_):
    cell = card(tmp_path, f"laatst_nagekeken: 2026\ncijfers: [{figure}]").cellen[2]
    assert (cell.label, cell.groot.replace("\u00a0", " "), cell.klein) == ("In cijfers", large, small_)


def test_a_card_says_what_is_missing(tmp_path):
    shown = card(tmp_path, "laatst_nagekeken: 2026")
    assert [(cell.klein, cell.leeg) for cell in shown.cellen] == [("niet opgegeven", True)] * 4
    assert shown.ontbreekt == "Niet opgegeven: budget, personeel, cijfers, bewijs"
    assert shown.mini == ()


def test_no_measurement_is_an_answer_not_a_gap(tmp_path):
    cell = card(tmp_path, "laatst_nagekeken: 2026\nbewijs: {soort: geen}").cellen[3]
    assert (cell.klein, cell.trap, cell.leeg) == ("geen meting", 0, False)


def test_a_full_card_misses_nothing(catalogue):
    shown = view_of(catalogue, "twee-toeleiders-een-loket").kaart
    assert shown.ontbreekt == ""
    assert [cell.label for cell in shown.mini] == ["Budget", "Personeel"]


@pytest.mark.parametrize(
    ("fragment", "filled"),
    [
        pytest.param("", 0, id="onbekend counts as missing"),
        pytest.param("doelgroepen: [gezinnen]", 1, id="target group"),
        pytest.param("periode: {toelichting: elke zomer}", 0, id="a period without dates"),
        pytest.param("periode: {start: 2016}", 1, id="a period"),
        pytest.param("budget: {toelichting: weinig}", 0, id="a budget without amounts or staff"),
        pytest.param("budget: {bedragen: [{euro: 0, per: jaar}]}", 1, id="free of charge is known"),
        pytest.param("budget: {personeel: [{aantal: 2}]}", 1, id="staff"),
        pytest.param("bewijs: {soort: geen}", 1, id="known not to be measured"),
        pytest.param("lessen: [Begin klein.]\nrandvoorwaarden: [Een zaal.]\npartners: [VDAB]", 3, id="three"),
    ],
)
def test_completeness(tmp_path, fragment, filled):
    assert card(tmp_path, f"laatst_nagekeken: 2026\n{fragment}").ingevuld == filled


def test_a_full_fiche_is_complete(catalogue):
    full = view_of(catalogue, "twee-toeleiders-een-loket")
    assert full.kaart.ingevuld == full.rubrieken


# Places


@pytest.mark.parametrize(
    ("fragment", "where"),
    [
        pytest.param("gemeenten: [Gent]", "Gent, Oost-Vlaanderen", id="one"),
        pytest.param("gemeenten: [Liège]", "Luik", id="French name, of a town that its province is named after"),
        pytest.param("gemeenten: [Turnhout]", "Turnhout, provincie Antwerpen", id="in a province named after a town"),
        pytest.param("gemeenten: [Brussel]", "Brussel", id="the town of a region without provinces"),
        pytest.param("gemeenten: [Elsene]", "Elsene, Brussels Hoofdstedelijk Gewest", id="another of that region"),
        pytest.param("gemeenten: ['44021']", "Gent, Oost-Vlaanderen", id="REFNIS code"),
        pytest.param("gemeenten: [Gent, '44021']", "Gent, Oost-Vlaanderen", id="the same town twice"),
        pytest.param("gemeenten: [Gent, Aalst, Ronse]", "Gent, Aalst en Ronse", id="three"),
        pytest.param("gemeenten: [Gent, Aalst, Ronse, Lokeren]", "Gent en 3 andere gemeenten", id="four"),
        pytest.param("gemeenten: [Gent, Aalst, Ronse, Lokeren]\nplaats: Streek", "Streek", id="four with a place"),
        pytest.param("plaats: Buurt De Brug", "Buurt De Brug", id="a place only"),
        pytest.param("", "één gemeente", id="only the scale"),
    ],
)
def test_where(tmp_path, fragment, where):
    assert card(tmp_path, f"laatst_nagekeken: 2026\n{fragment}").waar.replace("\u00a0", " ") == where


def test_where_is_not_guessed(tmp_path):
    text = minimal("laatst_nagekeken: 2026").replace("werkingsgebied: gemeente", "werkingsgebied: onbekend")
    shown = view(tmp_path, text)
    assert (shown.kaart.waar, shown.plaats) == ("", "plaats niet vermeld in de bron")
    assert shown.feiten.schaal == "niet vermeld in de bron"


def test_a_merged_municipality_keeps_its_name_and_says_what_became_of_it(catalogue):
    shown = view_of(catalogue, "taalbad-in-borsbeek")
    assert [(p.naam, p.adres, p.toelichting) for p in shown.plaatsen] == [
        ("Borsbeek", "gemeenten/antwerpen/", "sinds 2025 deel van Antwerpen"),
        ("Antwerpen", "gemeenten/antwerpen/", ""),
    ]
    assert [p.naam for p in shown.provincies] == ["Antwerpen"]


def test_the_page_of_today_tells_of_the_names_before_and_in_french(catalogue):
    pages = dict(overviews.facet_pages(catalogue, SETTING))
    antwerpen = pages["gemeenten/antwerpen/"]
    assert antwerpen.opmerkingen == ("Borsbeek is sinds 2025 deel van Antwerpen.",)
    assert antwerpen.frans == "Anvers"
    assert [k.slug for k in antwerpen.kaarten] == ["taalbad-in-borsbeek"]


def test_a_municipality_is_found_by_all_its_names_and_postcodes(catalogue):
    towns = next(f for f in facetten(catalogue, TODAY) if f.id == "gemeente").waarden
    antwerpen = next(t for t in towns if t.id == "antwerpen")
    assert {"Anvers", "Borsbeek", "2000", "2150"} <= set(antwerpen.namen.split("|"))


# Related fiches


def test_a_related_fiche_stands_with_its_reason(catalogue):
    first = view_of(catalogue, "twee-toeleiders-een-loket").verwant[0]
    assert (first.kaart.slug, first.reden) == ("taalbad-in-borsbeek", "Zelfde trekker, ook over taal & ontmoeting")


# Text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("<p>a</p>", [("", "<p>a</p>")], id="no heading"),
        pytest.param("<p>a</p>\n<h2>B</h2>\n<p>b</p>", [("", "<p>a</p>"), ("B", "<p>b</p>")], id="text before"),
        pytest.param(
            '<h2>A</h2>\n<p>b</p>\n<h2>Noten</h2>\n<ol class="noten">\n<li id="noot-1"><p>c</p></li>\n</ol>',
            [("A", "<p>b</p>"), ("Noten", '<ol class="noten">\n<li id="noot-1"><p>c</p></li>\n</ol>')],
            id="notes are a part",
        ),
        pytest.param("<h2>A</h2>\n<h2>B</h2>", [("A", ""), ("B", "")], id="two headings in a row"),
        pytest.param("<h2>Kosten &amp; <em>baten</em></h2>", [("Kosten & baten", "")], id="a heading is plain text"),
        pytest.param(
            "<blockquote>\n<h2>A</h2>\n<p>b</p>\n</blockquote>",
            [("", "<blockquote>\n<h2>A</h2>\n<p>b</p>\n</blockquote>")],
            id="a heading in a quotation starts no part",
        ),
        pytest.param(
            "<h2>A</h2><ul>\n<li>\n<h2>B</h2>\n</li>\n</ul>", [("A", "<ul>\n<li>\n<h2>B</h2>\n</li>\n</ul>")],
            id="a heading in a list starts no part",
        ),
    ],
)  # fmt: skip
def test_parts(html, expected):
    assert [(part.kop, part.html.strip()) for part in parts(html)] == expected


def test_search_words_have_what_the_page_does_not_show(catalogue):
    found = view_of(catalogue, "taalbad-in-borsbeek").zoekwoorden
    assert all(word in found for word in ("Anvers", "2150", "Borsbeek", "Effekt vzw"))
    assert "kinderopvangpuzzel" in view_of(catalogue, "twee-toeleiders-een-loket").zoekwoorden


# Overviews


def test_home_counts_and_chooses(catalogue):
    home = overviews.thuis(catalogue)
    assert (home.fiches, home.gemeenten, home.bronnen) == (4, 3, 2)
    assert [k.slug for k in home.nieuw] == [
        "taalbad-in-borsbeek", "twee-toeleiders-een-loket", "table-de-conversation",
    ], "the newest of each main domain before others that are newer"
    assert [k.slug for k in home.volledig] == ["spreekuur-in-de-streek"]
    assert [(v.domein.id, v.aantal) for v in home.vakken] == [("onthaal", 3), ("taal", 3), ("werk", 0)]


def test_navigation_leads_only_to_pages_that_exist(tmp_path, catalogue):
    assert [link.naam for link in overviews.site(catalogue, SETTING).navigatie][-1] == "Over"
    (tmp_path / "content").mkdir()
    empty = overviews.site(good(small(tmp_path, {})), SETTING)
    assert "Over" not in [link.naam for link in empty.navigatie]
    assert empty.paginas == ()


def test_every_fiche_is_once_in_the_catalogue_page(catalogue):
    shown = [k.slug for group in overviews.groepen(catalogue) for k in group.kaarten]
    assert sorted(shown) == sorted(p.slug for p in catalogue.praktijken)


def test_the_map_has_a_dot_for_each_municipality_its_surface_the_number_of_fiches(tmp_path):
    places = ("[Gent]", "[Gent, Aalst]", "[Gent]", "[Gent]", "[Liège]")
    fiches = {f"f{n}": minimal(f"laatst_nagekeken: 2026\ngemeenten: {each}") for n, each in enumerate(places)}
    shown = overviews.landkaart(good(small(tmp_path, WITHOUT_FICHES, **fiches)))
    assert [(dot.naam, dot.adres, dot.aantal) for dot in shown.stippen] == [
        ("Gent", "gemeenten/gent/", 4), ("Aalst", "gemeenten/aalst/", 1), ("Luik", "gemeenten/luik/", 1),
    ]  # fmt: skip
    radius = {dot.naam: float(dot.straal) for dot in shown.stippen}
    assert radius["Gent"] == 2 * radius["Aalst"] == 2 * radius["Luik"]
    at = {dot.naam: (float(dot.x), float(dot.y)) for dot in shown.stippen}
    assert at["Gent"][0] < at["Aalst"][0] < at["Luik"][0], "from west to east"
    assert at["Gent"][1] < at["Luik"][1], "from north to south"
    assert len(shown.omtrekken) == 11


def test_the_own_choice_knows_former_addresses_and_the_guides_there_are(catalogue):
    choice = overviews.keuze(catalogue, WITH_GUIDES)
    assert "oud-loket=twee-toeleiders-een-loket" in choice.verhuisd.split(" ")
    assert [(g.naam, g.adres, g.toelichting.replace("\u00a0", " ")) for g in choice.gidsen] == [
        ("De hele gids", "gids/inspiratiegids.pdf", "2 bladzijden, 96 kB"),
        ("Onthaal", "gids/domein-onthaal.pdf", "3 bladzijden, 1,1 MB"),
        ("Taal & ontmoeting", "gids/domein-taal.pdf", "4 bladzijden, 2,1 MB"),
    ]
    assert overviews.keuze(catalogue, SETTING).gidsen == ()


def test_facets_of_domains_keep_those_without_fiches(catalogue):
    facets = {f.id: [(w.id, w.aantal) for w in f.waarden] for f in facetten(catalogue, TODAY)}
    assert facets["domein"] == [("onthaal", 3), ("taal", 3), ("werk", 0)]
    assert facets["doelgroep"] == [("nieuwkomers", 1), ("gezinnen", 2)]


def test_a_card_in_another_language_says_so(tmp_path):
    assert kaart_of(tmp_path, TABLE).taal == "fr"


def kaart_of(root: Path, text: str) -> Kaart:
    catalogue = good(only(root, text))
    return kaart(catalogue, catalogue.praktijken[0])


def test_the_views_of_one_fiche(catalogue, request):
    text = pformat(view_of(catalogue, "twee-toeleiders-een-loket"), width=118) + "\n"
    same_as_snapshot(request, "twee-toeleiders-een-loket.txt", text)
