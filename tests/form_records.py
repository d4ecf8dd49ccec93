"""Fiches as the form holds them, right and wrong, for test_form_rules.py: the same ones every time.

Each is the whole fiche of small_catalogue with up to five mistakes in it, or with a hostile value somewhere.
"""

import random
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from small_catalogue import LOKET

from fichebak import frontmatter, validate
from fichebak.fiche import Fiche
from fichebak.frontmatter import Node, Pair, without_empty
from fichebak.problems import Place

LONG = "Dit is een zin van veertig tekens lang. " * 30


@dataclass(frozen=True)
class Record:
    """What the form holds, and `right`: the same without what is wrong by itself, so that only names can be unknown."""

    gegevens: dict[str, Any]
    tekst: str
    right: dict[str, Any]


def _whole() -> dict[str, Any]:
    document, _ = frontmatter.split("a.md", LOKET)
    assert document
    found = document.data.plain()
    assert isinstance(found, dict)
    del found["vroegere_slugs"]  # only one fiche can have them
    return found


WHOLE = _whole()

# A mistake: where it is (the keys and positions on the way), and what stands there. None: nothing does.
Change = tuple[str, Any]
SHAPES: tuple[Change, ...] = (
    ("titel", None), ("titel", "Kort"), ("titel", "x" * 111), ("titel", "\u00a0 abcd \u00a0"), ("titel", "😀" * 111),
    ("titel", "\x85abcd\x85"), ("titel", "\u200b\u2800\u0301\u00ad"), ("plaats", "\u200b"), ("trekker", ["\u3164"]),
    ("titel", "Een \u202eletit"), ("plaats", "Gent\0"), ("partners", ["a", "\x1bb"]), ("lessen.0", "een\u2066"),
    ("gemeenten", ["\x85Luik", "\ufeffLuik"]), ("contact.0.telefoon", "02 000 00 00 \u202ex"),
    ("contact.0.website", "https://www.b\u0430nk.be"), ("contact.0.website", "https://gent.be:99999/"),
    ("contact.0.website", "https://gent.be/\u200b"), ("contact.0.website", "http\u017f://gent.be"),
    ("contact.0.email", "inf\u043e@gent.be"), ("contact.0.email", "info@gent.\u212ae"),
    ("titel", "\ufeffabcd\ufeff"), ("titel", "😀😀😀"), ("titel", ["Een lijst"]),
    ("titel", {"Let op": "een groep"}), ("titel", {"a": "b", "c": "d"}),
    ("samenvatting", "Te kort."), ("samenvatting", LONG), ("samenvatting", None), ("domeinen", None),
    ("domeinen", "taal"), ("domeinen", ["onthaal", "taal", "werk", "taal"]), ("domeinen", ["taal", "taal"]),
    ("domeinen", ["taal", "x" * 121]), ("domeinen", {"taal": "ja"}),
    ("domeinen", ["onthaal", "taal", "werk", ["taal"]]), ("gemeenten", ["Gent", "Gent"]), ("gemeenten", "Gent"),
    ("gemeenten", [f"Gent {n}" for n in range(101)]), ("gemeenten", ["x" * 201, *(f"Gent {n}" for n in range(100))]),
    ("gemeenten", [{"Let op": "Gent"}]), ("werkingsgebied", None), ("werkingsgebied", "dorp"),
    ("werkingsgebied", " gemeente"), ("werkingsgebied", ["regio"]), ("plaats", "x" * 201), ("plaats", ["x"]),
    ("doelgroepen", "gezinnen"), ("doelgroepen", ["gezinnen", " gezinnen "]), ("trekker", None),
    ("trekker", "OCMW Gent"), ("trekker", ["onbekend", "onbekend"]), ("trekker", ["x" * 201]),
    ("partners", ["VVSG", "Effect", "VVSG"]), ("partners", "onbekend"), ("partners", [["a"], {"b": "c", "d": "e"}]),
    ("budget", "6600"), ("budget", ["6600"]), ("budget.bedrag", "6600"), ("budget.toelichting", LONG),
    ("budget.financiering", [LONG, LONG]), ("budget.financiering", "de stad"), ("budget.bedragen", {"euro": "5"}),
    ("budget.bedragen.0", "6600"), ("budget.bedragen.0.euro", None), ("budget.bedragen.1.per", None),
    ("budget.bedragen.0.per", "eeuw"), ("budget.bedragen.1.per", {"a": "b"}),
    *((f"budget.bedragen.{at}.euro", each) for at in (0, 2) for each in (
        "12.500", "6.600,00", "0,5", "€ 5", "-5", "1e3", "", "5.5", "1234567890123", "veel", "5 ", ["5"], {"van": "5"},
        {"tot": "5", "tott": "6"}, {"van": "12", "tot": "7.50"}, {"van": "007.00", "tot": "6"},
        {"van": "x", "tot": "0,5"}, {"van": "9", "tot": "9"}, {"van": "9", "tot": "8", "of": "7"}, {"van": ["5"]},
    )),
    ("budget.personeel.0.vte", None), ("budget.personeel.0.aantal", "4"), ("budget.personeel.1.aantal", None),
    ("budget.personeel.1.aantal", "0"), ("budget.personeel.1.aantal", "4.5"), ("budget.personeel.1.aantal", "vier"),
    ("budget.personeel.0.vte", "een half"), ("budget.personeel.0.vte", {"van": "2", "tot": "1"}),
    ("budget.personeel.1", {"aantaal": "4"}), ("budget.personeel.1", {"rol": "toeleider"}),
    ("budget.personeel.1", {"vtee": "4", "rool": "x"}),
    *((f"periode.{end}", each) for end in ("start", "einde") for each in (
        "2023-02-30", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2023-04-31", "2016-13", "1/2/2026",
        "86400", "2016", "2015-12", "2019", "1899", "2100", "２０１６", "2016-6", ["2016"], {"jaar": "2016"}, "nu",
    )),
    ("periode", {"start": "2016-03-01", "einde": "2016-02"}), ("periode", {"start": "2016-03", "einde": "2016-02-29"}),
    ("periode", {"start": "2016", "einde": "2015"}), ("periode", {"start": "2016-12-31", "einde": "2016"}),
    ("periode", {"start": "2016-02-29", "einde": "2016-02"}), ("periode", {"start": "2016-03-01", "einde": "2016-03"}),
    ("periode", {"begin": "2015", "einde": "2014"}), ("periode", {"start": "x", "einde": "1900"}), ("periode", "2016"),
    ("status", "bezig"), ("status", "Lopend"), ("taal", "nederlands"), ("taal", " nl "), ("taal", ["nl"]),
    ("contact", None), ("contact", "info@voorbeeld.be"), ("contact", ["onbekend", "x"]), ("contact", {"a": "b"}),
    ("contact.0.organisatie", None), ("contact.0.organisatie", "x" * 201), ("contact.0.toestemming_tot", None),
    *(("contact.0.telefoon", each) for each in (
        "056", "0470123456", "560000000", "+32 (0)56 00 00 00", "1700", "zie site",
    )),
    ("contact.0.toestemming_tot", "altijd"), ("contact.0", {"organisatie": "Stad Gent", "naam": "Noor Voorbeeld"}),
    ("contact.0", {"organisatie": "Stad Gent", "telefoon": "056 00 00 00", "toestemming": "2027"}),
    ("contact.0", {"organisatie": "Stad Gent", "naam": "x" * 201, "telefoon": "056"}), ("contact.0", {"naam": "Noor"}),
    *(("contact.0", {"organisatie": "Stad Gent", "email": f"{each}@gent.be"}) for each in (
        "noor.voorbeeld", "n.voorbeeld", "Noor_Voorbeeld", "sociaal.huis", "dienst.welzijn", "taalcoach", "info",
        "noor.van.der.voorbeeld", "n.v", "élodie.dupré", "noor-mie.voor-beeld", "noor.voorbeeld1", "STAD.GENT",
    )),
    *(("contact.0.email", each) for each in (
        "info", "info@gent", "info @gent.be", "mailto:info@gent.be", "ìnfo@gént.be",
    )),
    *(("contact.0.website", each) for each in (
        "gent.be", "www.gent.be", "http://gent", "HTTPS://GENT.BE", "https://gent.be/a b", "https:/gent.be",
        "https://gént.be:8080/?q=é#x", "ftp://gent.be", "https://gent.be/\"x\"", "https://gent.be\u00a0",
        "https://gent.be/\u00a0",
    )),
    ("cijfers.0.waarde", "35.476"), ("cijfers.0.waarde", "0.125"), ("cijfers.0.waarde", "12,5"),
    ("cijfers.0.waarde", None), ("cijfers.2.waarde", {"van": "12", "tot": "10"}), ("cijfers.0.eenheid", None),
    ("cijfers.0.jaar", "15"), ("cijfers.0.jaar", "2015-06"), ("cijfers.0.jaar", {"a": "b"}),
    ("cijfers", "2169 gezinnen"), ("cijfers.1", ["62"]), ("randvoorwaarden", LONG), ("randvoorwaarden", [LONG]),
    ("lessen", ["a", "a"]), ("lessen.1", {"Let op": "dit"}), ("bewijs.soort", None), ("bewijs.soort", "sterk"),
    ("bewijs", "geen"), ("bewijs.toelichting", LONG), ("links.0.url", "voorbeeld.be/verslag"), ("links.0.titel", None),
    ("links", "https://www.voorbeeld.be"), ("bron", None), ("bron", "van-opvang-naar-samenleven"),
    ("bron.pagina", "p. 31"), ("bron.pagina", "31–33, 40"), ("bron.pagina", {"a": "b"}), ("bron.publicatie", None),
    ("laatst_nagekeken", None), ("laatst_nagekeken", "gisteren"), ("trefwoorden", ["taal", "taal"]),
    ("trefwoorden", "taal"), ("verwant", "oud-loket"), ("verwant", ["a", "a"]), ("vroegere_slugs", ["Oud Loket"]),
    ("vroegere_slugs", ["x" * 101]), ("vroegere_slugs", ["é", "a--b", "goed"]), ("tietel", "Een titel"),
    ("Titel", "Een titel"), ("constructor", "x"), ("x" * 90, "x"), ("__proto__", "x"), ("regel\u2028twee", "x"),
    ("kontakt", "onbekend"), ("plaaats", "Gent"), ("bronn", {"publicatie": "gids"}),
)  # fmt: skip
TOGETHER: tuple[dict[str, Any], ...] = (  # mistakes of two keys, and of a key with the one it was meant for
    {"werkingsgebied": "regio", "gemeenten": None, "plaats": None},
    {"werkingsgebied": "buitenland", "gemeenten": None, "plaats": "  "},
    {"werkingsgebied": "intergemeentelijk", "gemeenten": None, "plaats": None, "plats": "Gent"},
    {"werkingsgebied": "regio", "gemeenten": "Gent", "plaats": None},
    {"werkingsgebied": "provincie", "gemeenten": None, "plaats": None},
    {"bron": None, "laatst_nagekeken": None},
    {"bron": None, "laatst_nagekeken": "gisteren"},
    {"bron": "gids", "laatst_nagekeken": None},
    {"bron": None, "laatst_nagekeken": None, "laatst-nagekeken": "2016"},
    {"titel": None, "tietel": "Een titel"},
    {"titel": None, "Titel": "Een titel"},
    {"titel": None, "subtitel": "Een titel"},
    {"titel": None, "naamtitel": "Een titel"},
    {"contact": None, "kontact": "onbekend"},
    {"contact": None, "telefoon": "onbekend"},
    {"trekker": None, "trekkers": ["Gent"], "samenvatting": None, "samenvating": "x"},
    {"domeinen": None, "domein": "taal", "domeinenlijstje": "taal"},
    {"budget": {"bedragen": [{}, {"euro": " "}], "toelichting": ""}, "contact": [{"organisatie": ""}], "partners": []},
)
PEOPLE: tuple[Change, ...] = (  # what contact says of Noor Voorbeeld, said elsewhere too
    ("titel", "Noor Voorbeeld gaat mee"), ("samenvatting", f"{'Vraag het aan ' * 6}VOORBEELD, Noor, die het weet."),
    ("samenvatting", f"{'Over noorvoorbeeld en de voorbeelden van Noor. ' * 2}"), ("plaats", "bij nóór  voorbeéld"),
    ("lessen", ["Bel 056/00.00.00.", "Bel +32 56 00 00 00.", "Bel 0032(0)56000000.", "Bel 1056 00 00 000."]),
    ("lessen", ["Mail Noor.Voorbeeld@effect-vzw.be.", "Mail x.noor.voorbeeld@effect-vzw.be.", "Bel 56 00 00 00."]),
    ("partners", ["Noor Voorbeeld", "VVSG"]), ("trefwoorden", ["noor-voorbeeld", "noor"]),
    ("links.0.url", "https://www.voorbeeld.be/noor-voorbeeld/"), ("links.0.titel", "Noor&nbsp;Voorbeeld vertelt"),
    ("lessen", ["No\u0301o\u0300r Voor\u00adbeeld", "Noor\u200b Voor\u2060beeld", "Noor Voor\u200bbeelden"]),
    ("lessen", ["Bel 056\u201100\u201100\u201100.", "Bel 056\u200900\u00b700_00.", "Bel 056\u200b00\u00ad00\u201200."]),
    ("contact.0.functie", "Noor Voorbeeld, coördinator"), ("contact.0.website", "https://x.be/?m=noor.voorbeeld@effect-vzw.be"),
    *(("contact", [{"organisatie": "Stad Gent", "toestemming_tot": "2027", **contact}, *more]) for contact, more in (
        ({"naam": "Jo Voorbeeld", "email": "voorbeeld@gent.be"}, [{"organisatie": "X", "email": "voorbeeld@gent.be"}]),
        ({"naam": "Jo Voorbeeld", "email": "info@gent.be"}, [{"organisatie": "X", "email": "info@gent.be"}]),
        ({"naam": "N"}, [{"organisatie": "N n"}]), ({"naam": "Zoë"}, [{"organisatie": "vzw ZOE"}]),
        ({"telefoon": "+33 1 23 45 67"}, [{"organisatie": "bel 331234567"}]),
        *(({"telefoon": two}, [{"organisatie": "056 00 00 00"}, {"organisatie": "0470 00 00 00"}]) for two in (
            "056 00 00 00 of 0470 00 00 00", "056/00.00.00 - 0470/00.00.00", "+32 56 000000 / 0470000000",
            "056 00 00 00 (Noor), +32 (0)470 00 00 00",
        )),
        ({"telefoon": "1700"}, [{"organisatie": "1700"}]),
        ({"telefoon": "0032 56 00 00 00 (Noor)"}, [{"organisatie": "056 00 00 00"}]),
        ({"naam": "Jo"}, [{"organisatie": "Y", "naam": "Jo Voorbeeld", "toestemming_tot": "2028"}]),
        ({"naam": "Jo Voorbeeld"}, [{"organisatie": "Y", "naam": "Jo Voorbeeld", "toestemming_tot": "2028"}]),
    )),
)  # fmt: skip
NAMES: tuple[Change, ...] = (  # right in form, but perhaps unknown
    ("domeinen", ["onthaal", "huisvestng"]), ("domeinen", ["onthaal ", "Taal"]),
    ("doelgroepen", ["gezinnen", "allen"]), ("bron.publicatie", "onbekende-gids"), ("bron.publicatie", "toString"),
    ("verwant", ["oud-loket", "constructor"]), ("verwant", ["taalbad-in-borsbeek", "table-de-conversation"]),
    ("domeinen", ["constructor"]), ("gemeenten", ["Gnt", "gent", "LIÈGE", "Liege", "Luik"]),
    ("gemeenten", ["Borsbeek", "anvers", "44021", "99999"]),
    ("gemeenten", ["Sint Niklaas", "sint-niklaas", "'s Gravenbrakel", "’s-Gravenbrakel", "Sint  Niklaas"]),
    ("gemeenten", [" Gent\u00a0", "Luik\u2003"]),
    ("gemeenten", ["La Louvière", "la louvière", "La Louvie\u0300re", "La-Louvière", "9000", "Gent (stad)", "😀" * 90]),
    ("doelgroepen", ["x\ny", "een\u200bspatie"]),
)  # fmt: skip
HOSTILE = (
    "no", "null", "@x: y", "1e3", "12:30", "0123", "‘’", "\"'", "een\ttab", "😀", "regel\u2028twee", "\ufffd",
    "{waarde}", "a\u0301", "ß", "İ", "\u00a0", "\u200b", " x ", "onbekend", "0", "2016", "x" * 130, "😀" * 130,
    "é" * 1001, "$&", "\\", ["onbekend"], [], {}, ["x", "x"], [[]], {"a": "b"}, {"van": "1", "tot": "2"}, [{"a": ""}],
    {"een sleutel": "x", "z": "y"},
)  # fmt: skip
TEXTS = (
    "## Aanpak", "# Aanpak", "#### Diep", "### Verder", "##", "## #", "##Aanpak", "#Aanpak ##", "###### Heel diep",
    "- # in een lijst", "> ## in een citaat", "Kop\n===", "Kop\n---", "---", "- punt\n---", "\\# geen kop",
    "#1 in de lijst", "Gewone <b>zin</b>.", "Kleiner < dan 5 en a<b.", "\\<b>", "`<b>` en ``a ` <i>``",
    "Losse ` tik <u>", "<!-- weg -->", "<https://voorbeeld.be/>", "<info@voorbeeld.be>", "<jan>", "<mailto:x>",
    "<http://x y>", "</div><div>", "< b>", "```\n# code <b>\n```", "~~~\n## x\n```\n~~~", "```\nopen",
    "> ```\n> code\n\nbuiten <b>", "- ~~~\n  x\n  ~~~", "- een\n-\n- drie", "-een\n-twee", "Zo:\n-een\n\n> -**twee**",
    "- een\n-twee\n- drie", "Een taal-\n-vaardig", "`-een`\n-[een](x)", "-5", "\\-een", "Tekst\n-", "1.", "> -", "* ",
    "[a](https://voorbeeld.be)", "[a](www.voorbeeld.be)", "[a](verslag.pdf)", "[a](/praktijken/taalbad-in-borsbeek/)",
    "[a](../spreekuur.md)", "[a](mailto:info@voorbeeld.be)", "[a](mailto:info)", "[a [b]](<een adres>)",
    "[a]( https://voorbeeld.be/(x) \"titel\")", "]( los )", "[los\n\neen](x)", "[a]()", "`[a](x)`",
    "![Een loket](../afbeeldingen/loket.png)", "![](afbeeldingen/loket.png)", "![x](loket.png)",
    "![x](https://x.be/x.png)", "## ![x](afbeeldingen/loket.png)", "[![](x)](y)", "\\[a](x)", "[a](javascript:x)",
    "](\n[a](javascript:x)",
    "[a](https://x.be/\\\"y)", "[a](https://x.be/`y)", "[a](https://x.be/`y) [b](https://x.be/`z)", "[a](https://x.be/\\(y)",
    "`een tik", "`[a](` en `)`",
    "[a](HTTPS://X.BE)", "## A\n\n#### C\n\n##### D", "# A\n### C", "2016. # jaar", "😀" * 40 + "<b>",
    "<b" + "😀" * 70 + ">", "woord " * 5001, "een\u2028regel", "terug\bstap", "\ufeff",
    "Vraag het aan Noor\nVoorbeeld.\n\nVoorbeeld (**Noor**), 056 00\u202f00 00.", "`noor.voorbeeld@effect-vzw.be`",
    "[mail](mailto:noor.voorbeeld@effect-vzw.be) of 1 056 00 00 00\n\nNoor &amp; Voorbeeld, noor_voorbeeld",
    "Een *gewone* alinea met **nadruk**.\nEn nog een regel.",
)  # fmt: skip


def put(gegevens: dict[str, Any], path: str, value: Any) -> None:
    """Set the value at *path* (`budget.bedragen.0.euro`); None takes the key away."""
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    inside: Any = gegevens
    for step in way:
        inside = inside[step]
    if value is None:
        inside.pop(last, None)
    else:
        inside[last] = value


def leaves(value: Any, path: str = "") -> Iterator[str]:
    """Yield the path of every value in *value*, groups and lists too."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        here = f"{path}.{key}".lstrip(".")
        yield here
        yield from leaves(each, here)


def with_mistakes(shapes: Iterable[Change], names: Iterable[Change] = (), tekst: str = "Elke woensdag.") -> Record:
    """Return the whole fiche with these mistakes, at most one in each key."""
    gegevens, right, used = deepcopy(WHOLE), deepcopy(WHOLE), set[str]()
    for (path, value), in_form in [*((each, True) for each in names), *((each, False) for each in shapes)]:
        if path.split(".")[0] not in used:
            used.add(path.split(".")[0])
            put(gegevens, path, value)
            if in_form:
                put(right, path, value)
    return Record(gegevens, tekst, right)


def hostile(path: str, value: Any) -> Record:
    """Return the whole fiche with *value* at *path*, which may or may not be a mistake."""
    record = with_mistakes([(path, value)])
    fine, _ = validate.check(Fiche, front_matter(record.gegevens))
    return replace(record, right=record.gegevens) if fine else record


def made() -> list[Record]:
    """Return the same records every time: each mistake alone, several together, and hostile values anywhere."""
    chance = random.Random(20260101)
    records = [with_mistakes([]), *(with_mistakes(each.items()) for each in TOGETHER)]
    records += [with_mistakes([each]) for each in SHAPES]
    records += [with_mistakes([], [each]) for each in (*NAMES, *PEOPLE)]
    records += [with_mistakes([], tekst=each) for each in TEXTS]
    right = (*NAMES, *PEOPLE)
    for _ in range(300):
        shapes, names = chance.sample(SHAPES, chance.randint(0, 3)), chance.sample(right, chance.randint(0, 2))
        shapes = [each for each in shapes if not (names and each[0].startswith("contact"))]  # names repeat contacts
        records.append(with_mistakes(shapes, names, "\n\n".join(chance.sample(TEXTS, chance.randint(1, 3)))))
    places = list(leaves(WHOLE))
    return records + [hostile(chance.choice(places), chance.choice(HOSTILE)) for _ in range(600)]


def _as_node(value: Any, file: str) -> Node:
    place = Place(file)
    if isinstance(value, str):
        return Node(place, value, "text")
    if isinstance(value, list):
        return Node(place, tuple(_as_node(each, file) for each in value), "list")
    return Node(place, tuple(Pair(key, place, _as_node(each, file)) for key, each in value.items()), "map")


def front_matter(gegevens: dict[str, Any], file: str = "a.md") -> Node:
    """Return *gegevens* as frontmatter reads them from *file*."""
    return without_empty(_as_node(gegevens, file)) or _as_node({}, file)
