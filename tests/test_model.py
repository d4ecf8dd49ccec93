"""What a fiche may say, rule by rule: the values that are read, and those that are one problem each.

In a fiche of `fiche()` the keys stand on lines 2 to 9; an extra key begins on line 10.
"""

from datetime import date

import pytest
from conftest import Check, Fiche
from pydantic import BaseModel

from fichebak import frontmatter, validate
from fichebak.fiche import Contact
from fichebak.fiche import Fiche as Model
from fichebak.values import Datum


def model(text: str) -> Model:
    document, _ = frontmatter.split("a.md", text)
    assert document is not None
    found, problems = validate.check(Model, document.data)
    assert isinstance(found, Model), problems
    return found


def codes(report: list[str]) -> list[str]:
    return [line.split()[1] for line in report if not line.startswith("  ")]


# Dates.


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("2016", date(2016, 1, 1), date(2016, 12, 31), id="a year"),
        pytest.param("2016-02", date(2016, 2, 1), date(2016, 2, 29), id="a month of a leap year"),
        pytest.param("2016-06-30", date(2016, 6, 30), date(2016, 6, 30), id="a day"),
        pytest.param("1999-12-31", date(1999, 12, 31), date(1999, 12, 31), id="a day of the last century"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(text: str, first: date, last: date, fiche: Fiche) -> None:
    found = model(fiche(laatst_nagekeken=text)).laatst_nagekeken
    assert isinstance(found, Datum)
    assert (found.first(), found.last(), str(found)) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2016-02-30", id="30 February"),
        pytest.param("2015-02-29", id="29 February in a common year"),
        pytest.param("2016-04-31", id="31 April"),
        pytest.param("2016-13", id="month 13"),
        pytest.param("2016-00", id="month 0"),
        pytest.param("2016-6", id="one digit"),
        pytest.param("86400", id="a number of seconds"),
        pytest.param("20160630", id="no hyphens"),
        pytest.param("30-06-2016", id="the day first"),
        pytest.param("30/06/2016", id="slashes"),
        pytest.param("juni 2016", id="a name of a month"),
        pytest.param("2016-06-30T12:00", id="a time"),
        pytest.param("1899", id="before 1900"),
        pytest.param("2016 - 2018", id="two years"),
        pytest.param("٢٠١٦", id="other digits"),
        pytest.param("onbekend", id="onbekend"),
    ],
)
def test_what_is_no_date(text: str, fiche: Fiche, check: Check) -> None:
    assert check(fiche(laatst_nagekeken=text))[0] == f"a.md:9:19: F039 [laatst_nagekeken] ‘{text}’ is geen datum."


@pytest.mark.parametrize(
    ("periode", "expected"),
    [
        pytest.param("{start: 2015, einde: 2016}", [], id="in order"),
        pytest.param("{start: 2016-06, einde: 2016}", [], id="ends in the year it starts"),
        pytest.param("{start: 2016, einde: 2016-01-01}", [], id="may end on the day it may start"),
        pytest.param("{start: 2016}", [], id="no end"),
        pytest.param("{einde: 2016}", [], id="no start"),
        pytest.param("{start: 2016-06, einde: 2016-05}", ["F043"], id="ends the month before"),
        pytest.param("{start: 2018, einde: 2016}", ["F043"], id="ends before it starts"),
        pytest.param("{start: 2018, einde: heden}", ["F039"], id="an end that is no date"),
        pytest.param("{start: 2018, einde: 2016-13}", ["F039"], id="a wrong end is not compared"),
    ],
)
def test_period(periode: str, expected: list[str], fiche: Fiche, check: Check) -> None:
    assert codes(check(fiche(periode=periode))) == expected


# Numbers.


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("6600", "", id="whole"),
        pytest.param("6600.50", "", id="two decimals"),
        pytest.param("0", "", id="nothing"),
        pytest.param("{van: 600, tot: 1200}", "", id="a range"),
        pytest.param("{van: 600, tot: 600}", "", id="a range of one"),
        pytest.param("12.500", "F037", id="a point for thousands"),
        pytest.param("12.5", "F037", id="one decimal"),
        pytest.param("6600,50", "F037", id="a comma"),
        pytest.param("12 500", "F037", id="a space"),
        pytest.param("€ 600", "F037", id="a euro sign"),
        pytest.param("600 euro", "F037", id="a unit"),
        pytest.param("-1", "F037", id="below zero"),
        pytest.param("+1", "F037", id="a plus"),
        pytest.param("1e3", "F037", id="an exponent"),
        pytest.param("1_000", "F037", id="an underscore"),
        pytest.param("nan", "F037", id="not a number"),
        pytest.param("600-1200", "F037", id="a range with a hyphen"),
        pytest.param("{van: 600, tot: veel}", "F037", id="a range of which the end is no number"),
        pytest.param("{van: 1200, tot: 600}", "F042", id="a range that falls"),
        pytest.param("{van: 600}", "F031", id="a range without end"),
        pytest.param("[600, 1200]", "F032", id="a list"),
    ],
)
def test_an_amount(text: str, code: str, fiche: Fiche, check: Check) -> None:
    report = check(fiche(extra=f"budget:\n  bedragen:\n    - euro: {text}\n      per: jaar\n"))
    assert codes(report) == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("2", "", id="whole"),
        pytest.param("0.5", "", id="a half"),
        pytest.param("0.25", "", id="a quarter"),
        pytest.param("{van: 1, tot: 1.5}", "", id="a range"),
        pytest.param("0,5", "F038", id="a comma"),
        pytest.param("12.500", "F038", id="three decimals"),
        pytest.param("-1", "F038", id="below zero"),
        pytest.param(".5", "F038", id="no zero"),
        pytest.param("twee", "F038", id="a word"),
        pytest.param("{van: 2, tot: 1}", "F042", id="a range that falls"),
    ],
)
def test_full_time_equivalents(text: str, code: str, fiche: Fiche, check: Check) -> None:
    report = check(fiche(extra=f"budget:\n  personeel:\n    - vte: {text}\n      rol: toeleiders\n"))
    assert codes(report) == ([code] if code else [])


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param("{aantal: 4, rol: toeleiders}", [], id="a number of people"),
        pytest.param("{aantal: 0}", ["F038"], id="nobody"),
        pytest.param("{aantal: 1.5}", ["F038"], id="half a person"),
        pytest.param("{aantal: 4, vte: 2}", ["F047"], id="people and full-time equivalents"),
        pytest.param("{rol: toeleiders}", ["F047"], id="neither"),
        pytest.param("{aantl: 4}", ["F030"], id="a misspelt key is the only problem"),
        pytest.param("{vte: 0,5}".replace("0,5", "half"), ["F038"], id="a wrong number is the only problem"),
    ],
)
def test_staff(item: str, expected: list[str], fiche: Fiche, check: Check) -> None:
    assert codes(check(fiche(extra=f"budget:\n  personeel:\n    - {item}\n"))) == expected


def test_a_figure_keeps_its_range_unit_and_year(fiche: Fiche) -> None:
    found = model(fiche(extra="cijfers:\n  - {waarde: {van: 10, tot: 12.5}, eenheid: gezinnen, jaar: 2015}\n"))
    (figure,) = found.cijfers
    assert (str(figure.waarde.van), str(figure.waarde.tot), figure.eenheid, figure.jaar) == (
        "10", "12.5", "gezinnen", 2015,
    )  # fmt: skip


# Texts, lists and choices.


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        pytest.param("titel", "x" * 5, None, id="the shortest title"),
        pytest.param("titel", "x" * 110, None, id="the longest title"),
        pytest.param(
            "titel", "x" * 4, "F033 [titel] Dit is te kort: 4 tekens, minstens 5 nodig.", id="title too short"
        ),
        pytest.param(
            "titel", "x" * 111, "F034 [titel] Dit is te lang: 111 tekens, hoogstens 110 mag.", id="title too long"
        ),
        pytest.param("samenvatting", "x" * 80, None, id="the shortest summary"),
        pytest.param("samenvatting", "x" * 400, None, id="the longest summary"),
        pytest.param(
            "samenvatting",
            '"  ' + "x" * 79 + '  "',
            "F033 [samenvatting] Dit is te kort: 79 tekens, minstens 80 nodig.",
            id="summary too short, spaces apart",
        ),
        pytest.param(
            "samenvatting",
            "x" * 401,
            "F034 [samenvatting] Dit is te lang: 401 tekens, hoogstens 400 mag.",
            id="summary too long",
        ),
        pytest.param("domeinen", "[werk]", None, id="one domain"),
        pytest.param(
            "domeinen",
            "[a, b, c, d]",
            "F035 [domeinen] Hier horen hoogstens 3 waarden te staan, geen 4.",
            id="four domains",
        ),
        pytest.param("domeinen", "[werk, werk]", "F048 [domeinen] ‘werk’ staat hier twee keer.", id="a domain twice"),
        pytest.param(
            "gemeenten",
            "[" + ", ".join(f"g{n}" for n in range(101)) + "]",
            "F035 [gemeenten] Hier horen hoogstens 100 waarden te staan, geen 101.",
            id="too many municipalities",
        ),
        pytest.param("gemeenten", "Gent", "F032 [gemeenten] Hier hoort een lijst.", id="a text for a list"),
        pytest.param("domeinen", "{werk: ja}", "F032 [domeinen] Hier hoort een lijst.", id="a group for a list"),
        pytest.param(
            "titel", "[a, b]", "F032 [titel] Hier hoort één waarde, geen lijst of groep.", id="a list for a text"
        ),
        pytest.param(
            "budget", "veel", "F032 [budget] Hier hoort een groep gegevens met sleutels.", id="a text for a group"
        ),
        pytest.param("werkingsgebied", "gewest", None, id="an area"),
        pytest.param(
            "werkingsgebied", "Gewest", "F036 [werkingsgebied] ‘Gewest’ is geen mogelijke waarde.", id="a capital"
        ),
        pytest.param("status", "ingebed", None, id="a status"),
        pytest.param("status", "gestart", "F036 [status] ‘gestart’ is geen mogelijke waarde.", id="no status"),
        pytest.param("taal", "fr", None, id="a language"),
        pytest.param("taal", "es", "F036 [taal] ‘es’ is geen mogelijke waarde.", id="no language"),
        pytest.param("bewijs", "{soort: bevraging}", None, id="evidence"),
        pytest.param(
            "bewijs", "{soort: gevoel}", "F036 [bewijs.soort] ‘gevoel’ is geen mogelijke waarde.", id="no evidence"
        ),
        pytest.param(
            "bewijs", "{toelichting: veel}", "F031 [bewijs.soort] ‘soort’ ontbreekt.", id="evidence of no kind"
        ),
        pytest.param("links", "[{titel: x, url: https://a.be/b?c#d}]", None, id="a web address"),
        pytest.param(
            "links",
            "[{titel: x, url: www.a.be}]",
            "F040 [links[1].url] ‘www.a.be’ is geen webadres.",
            id="half a web address",
        ),
        pytest.param(
            "links",
            "[{titel: x, url: 'javascript:alert(1)'}]",
            "F040 [links[1].url] ‘javascript:alert(1)’ is geen webadres.",
            id="a script",
        ),
        pytest.param("bron", '{publicatie: gids, pagina: "31-33"}', None, id="pages"),
        pytest.param("bron", "{publicatie: gids, pagina: 31}", None, id="a page"),
        pytest.param(
            "bron", "{publicatie: gids, pagina: blz 31}", "F049 [bron.pagina] ‘blz 31’ is geen bladzijde.", id="no page"
        ),
        pytest.param("vroegere_slugs", "[oud-adres]", None, id="a former address"),
        pytest.param(
            "vroegere_slugs",
            "[Oud Adres]",
            "F007 [vroegere_slugs] ‘Oud Adres’ kan geen adres van een pagina zijn.",
            id="no former address",
        ),
    ],
)
def test_rule(key: str, value: str, expected: str | None, fiche: Fiche, check: Check) -> None:
    report = [line for line in check(fiche(**{key: value})) if not line.startswith("  ")]
    assert [line.split(": ", 1)[1] for line in report] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("key", "value", "hint"),
    [
        pytest.param("gemeenten", "Gent", "Schrijf: gemeenten: [Gent]", id="a list of the text"),
        pytest.param(
            "gemeenten",
            "Gent en Aalst, en Ninove",
            "Schrijf onder gemeenten: elke waarde op een eigen regel, met ‘- ’ ervoor.",
            id="a text with a comma",
        ),
        pytest.param("werkingsgebied", "gementee", "Bedoelde u ‘gemeente’?", id="a near choice"),
        pytest.param(
            "status",
            "weg",
            "Kies uit: gepland, lopend, ingebed, afgerond, gestopt.",
            id="every choice, when none is near",
        ),
    ],
)
def test_hint(key: str, value: str, hint: str, fiche: Fiche, check: Check) -> None:
    assert check(fiche(**{key: value}))[1] == f"  {hint}"


# What must be there.


@pytest.mark.parametrize("key", ["titel", "samenvatting", "domeinen", "werkingsgebied", "trekker", "contact"])
@pytest.mark.parametrize("value", [pytest.param(None, id="left out"), pytest.param("", id="empty")])
def test_a_required_key_that_is_missing_points_at_its_parent(
    key: str, value: str | None, fiche: Fiche, check: Check
) -> None:
    unknown = f", of ‘{key}: onbekend’ als u het niet weet" if key in {"trekker", "contact"} else ""
    assert check(fiche(**{key: value})) == [
        f"a.md:1:1: F031 [{key}] ‘{key}’ ontbreekt.", f"  Voeg een regel ‘{key}: …’ toe{unknown}.",
    ]  # fmt: skip


def test_a_required_key_of_an_item_points_at_the_item(fiche: Fiche, check: Check) -> None:
    assert check(fiche(contact="\n  - organisatie: Stad Gent\n  - functie: Onthaal"))[0] == (
        "a.md:10:5: F031 [contact[2].organisatie] ‘organisatie’ ontbreekt."
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, [], id="a date of checking"),
        pytest.param({"laatst_nagekeken": None, "bron": "{publicatie: gids}"}, [], id="a source"),
        pytest.param({"laatst_nagekeken": None}, ["F045"], id="neither"),
        pytest.param({"laatst_nagekeken": "", "bron": ""}, ["F045"], id="both empty"),
        pytest.param({"laatst_nagekeken": None, "bron": "{pagina: 3}"}, ["F031"], id="a source without publication"),
        pytest.param({"laatst_nagekeken": "ooit"}, ["F039"], id="a wrong date is the only problem"),
        pytest.param(
            {"laatst_nagekeken": None, "laatst_nagekekn": "2016"}, ["F030"], id="a misspelt key is the only one"
        ),
        pytest.param({"laatst_nagekeken": None, "titel": "x"}, ["F045", "F033"], id="both that and a wrong title"),
    ],
)
def test_a_source_or_a_date_is_needed(
    changes: dict[str, str | None], expected: list[str], fiche: Fiche, check: Check
) -> None:
    assert codes(check(fiche(**changes))) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"werkingsgebied": "regio", "gemeenten": None}, ["F044"], id="a region without place"),
        pytest.param({"werkingsgebied": "intergemeentelijk", "gemeenten": "[]"}, ["F044"], id="intermunicipal without"),
        pytest.param({"werkingsgebied": "buitenland", "gemeenten": None}, ["F044"], id="abroad without"),
        pytest.param(
            {"werkingsgebied": "buitenland", "gemeenten": None, "plaats": "Eindhoven"}, [], id="abroad with place"
        ),
        pytest.param({"werkingsgebied": "regio"}, [], id="a region with municipalities"),
        pytest.param({"werkingsgebied": "gewest", "gemeenten": None}, [], id="a whole part of the country"),
        pytest.param({"werkingsgebied": "onbekend", "gemeenten": None}, [], id="not known"),
        pytest.param(
            {"werkingsgebied": "regio", "gemeenten": None, "plaatz": "Gent"},
            ["F030"],
            id="a misspelt key is the only one",
        ),
        pytest.param(
            {"werkingsgebied": "regio", "gemeenten": "Gent"}, ["F032"], id="a text for a list is the only one"
        ),
    ],
)
def test_a_place_is_needed(changes: dict[str, str | None], expected: list[str], fiche: Fiche, check: Check) -> None:
    assert codes(check(fiche(**changes))) == expected


@pytest.mark.parametrize("value", ["onbekend", "[onbekend]"])
def test_onbekend_is_known_to_be_missing(value: str, fiche: Fiche) -> None:
    found = model(fiche(trekker=value, contact=value))
    assert (found.trekker, found.contact) == ((), ())


# Keys.


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {"titel": None, "tietel": "Samen naar het werk"},
            ["a.md:9:1: F030 [tietel] ‘tietel’ is geen bekende sleutel.", "  Bedoelde u ‘titel’?"],
            id="a misspelt required key is one problem",
        ),
        pytest.param(
            {"titel": None, "Titel": "Samen naar het werk"},
            ["a.md:9:1: F030 [Titel] ‘Titel’ is geen bekende sleutel.", "  Bedoelde u ‘titel’?"],
            id="a capital",
        ),
        pytest.param(
            {"extra": "periode: {begin: 2015}\n"},
            [
                "a.md:10:11: F030 [periode.begin] ‘begin’ is geen bekende sleutel.",
                "  Bekende sleutels hier: start, einde, toelichting.",
            ],
            id="an unknown key in a group names the keys there",
        ),
        pytest.param(
            {"extra": "budget:\n  bedragen:\n    - euro: 5\n      per: jaar\n      toelichtin: x\n"},
            [
                "a.md:14:7: F030 [budget.bedragen[1].toelichtin] ‘toelichtin’ is geen bekende sleutel.",
                "  Bedoelde u ‘toelichting’?",
            ],
            id="a misspelt key deep inside",
        ),
        pytest.param(
            {"extra": "periode:\n  start: 2015\n  partners: [Stad Gent]\n"},
            [
                "a.md:12:3: F030 [periode.partners] ‘partners’ is geen bekende sleutel.",
                "  ‘partners’ hoort niet onder ‘periode’, maar helemaal links op een eigen regel.",
            ],
            id="a key too far to the right",
        ),
        pytest.param(
            {"extra": "budget:\n  toelichting: x\n  periode:\n  start: 2015\n"},
            [
                "a.md:13:3: F030 [budget.start] ‘start’ is geen bekende sleutel.",
                "  ‘start’ hoort bij ‘periode’, en ‘periode:’ staat helemaal links.",
            ],
            id="a group too far to the right",
        ),
    ],
)
def test_an_unknown_key(changes: dict[str, str | None], expected: list[str], fiche: Fiche, check: Check) -> None:
    assert check(fiche(**changes)) == expected


def test_an_empty_value_is_the_same_as_none(fiche: Fiche) -> None:
    empty = fiche(extra="plaats:\npartners: []\nbudget:\n  bedragen:\n  toelichting: ''\nstatus: \"\"\n")
    assert model(empty) == model(fiche())


# People.


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        pytest.param("naam: Noor Voorbeeld", ["F046"], id="a name"),
        pytest.param("telefoon: 0470123456", ["F046"], id="a telephone"),
        pytest.param("email: noor.voorbeeld@gent.be", ["F046"], id="first name and surname"),
        pytest.param("email: n.voorbeeld@gent.be", ["F046"], id="initial and surname"),
        pytest.param("email: noor.van.der.voorbeeld@gent.be", ["F046"], id="a long surname"),
        pytest.param("email: Noor_Voorbeeld@gent.be", ["F046"], id="an underscore"),
        pytest.param("email: info@gent.be", [], id="a general mailbox"),
        pytest.param("email: sociaal.huis@gent.be", [], id="a service with a dot"),
        pytest.param("email: dienst.welzijn@gent.be", [], id="another service"),
        pytest.param("email: taalcoach@gent.be", [], id="one word"),
        pytest.param("naam: Noor Voorbeeld\n    toestemming_tot: 2027-06-30", [], id="a name with consent"),
        pytest.param(
            "naam: Noor Voorbeeld\n    toestemming_tot: 2020", [], id="consent that has ended is for the build"
        ),
        pytest.param("naam: Noor Voorbeeld\n    toestemming_tot: altijd", ["F039"], id="consent until no date"),
        pytest.param(
            "naam: Noor Voorbeeld\n    toestemming: 2027", ["F030"], id="a misspelt consent is the only problem"
        ),
        pytest.param(
            "naam: Noor Voorbeeld\n    email: noor@gent.be", ["F046"], id="two things of one person are one problem"
        ),
        pytest.param("naam: Noor Voorbeeld\n    website: gent.be", ["F046", "F040"], id="and another mistake"),
    ],
)
def test_a_person_needs_consent(contact: str, expected: list[str], fiche: Fiche, check: Check) -> None:
    assert codes(check(fiche(contact=f"\n  - organisatie: Stad Gent\n    {contact}"))) == expected


def test_which_keys_point_to_a_person(fiche: Fiche) -> None:
    contact = "\n  - organisatie: Stad Gent\n    naam: N\n    email: noor.voorbeeld@gent.be\n    toestemming_tot: 2027"
    (found,) = model(fiche(contact=contact)).contact
    assert isinstance(found, Contact)
    assert found.persoonlijk == ("naam", "email")


def test_models_are_frozen_and_closed() -> None:
    def every(model: type[BaseModel]) -> list[type[BaseModel]]:
        return [model, *(each for child in model.__subclasses__() for each in every(child))]

    ours = [each for each in every(BaseModel) if each.__module__ in {"fichebak.fiche", "fichebak.model"}]
    assert len(ours) > 20
    assert all(each.model_config.get("frozen") and each.model_config.get("extra") == "forbid" for each in ours)
