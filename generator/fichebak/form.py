"""data/formulier.json: what the form needs to judge a fiche as `fichebak check` does.

The rules stand in the models and the sentences in data/messages.toml; here they are put together for form_rules.js,
with every name that a fiche may refer to.
"""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from fichebak.body import LENGTH_AT_MOST
from fichebak.fiche import NEEDING_A_PLACE, PERSONAL, SERVICES, Fiche
from fichebak.problems import LISTS, messages
from fichebak.register import Register
from fichebak.repeats import WHAT
from fichebak.resolve import Catalogue
from fichebak.schema import of
from fichebak.validate import EXPECTED
from fichebak.values import FORMS

CODES = (  # those that form_rules.js can give
    "F004", "F007", "F012", "F030", "F031", "F032", "F033", "F034", "F035", "F036", "F037", "F038", "F039", "F040",
    "F041", "F042", "F043", "F044", "F045", "F046", "F047", "F048", "F049", "F050", "F052", "F053", "F054", "F055",
    "F070", "F071", "F072", "F073", "F074", "F075", "F076", "F077", "F079", "F080", "F082", "F093",
    "F097", "F113", "F114",
)  # fmt: skip


def form(catalogue: Catalogue, belgium: Register) -> Mapping[str, object]:
    """Return the schema, the sentences, and the names of *catalogue* and *belgium*."""
    return {
        "schema": _rules(of(Fiche)),
        "vormen": {name: [form.code, *for_scripts(form.pattern)] for name, form in FORMS.items()},
        "persoon": for_scripts(PERSONAL)[0],
        "dienst": for_scripts(SERVICES)[0],
        "van_een_persoon": WHAT,
        "plaats_nodig": NEEDING_A_PLACE,
        "tekst_hoogstens": LENGTH_AT_MOST,
        "verwacht": EXPECTED,
        "volledig": sorted(LISTS),
        "berichten": _sentences(),
        "keuzes": _names(catalogue, belgium),
    }


def _rules(schema: Any) -> Any:
    """Return *schema* without the words in it, for those stand in the page."""
    if isinstance(schema, dict):
        return {key: _rules(each) for key, each in schema.items() if key not in _WORDS}
    return [_rules(each) for each in schema] if isinstance(schema, list) else schema


_WORDS = ("title", "description", "examples")  # no key of ours is English


def _sentences() -> dict[str, dict[str, str]]:
    known = messages()
    return {code: {"bericht": known[code].bericht, "hint": known[code].formulier or known[code].hint} for code in CODES}


def _names(catalogue: Catalogue, belgium: Register) -> Mapping[str, object]:
    """Return what a fiche may refer to: ids with the words a reader sees, or just names.

    Of a REFNIS code there is only its distance to the one before it: that takes a third of the room.
    """
    codes = sorted(int(town.refnis) for town in belgium.gemeenten)
    return {
        "domeinen": {id_: domain.label for id_, domain in catalogue.domeinen.items()},
        "doelgroepen": {id_: group.label for id_, group in catalogue.doelgroepen.items()},
        "bronnen": {id_: source.kort or source.titel for id_, source in catalogue.bronnen.items()},
        "fiches": {practice.slug: practice.fiche.titel for practice in catalogue.praktijken},
        "beelden": [image.file.rsplit("/", 1)[-1] for image in catalogue.beelden],
        "organisaties": list(catalogue.organisaties),
        "gemeenten": belgium.names,
        "refnis": [code - before for before, code in pairwise([0, *codes])],
    }


def for_scripts(pattern: re.Pattern[str]) -> tuple[str, str]:
    """Return *pattern* as JavaScript reads it, and its flags: there \\w, \\d and \\s know other characters."""
    source = pattern.pattern
    for ours, theirs in _IN_SCRIPTS.items():
        source = source.replace(ours, theirs)
    return source, "iu" if pattern.flags & re.IGNORECASE else "u"


_IN_SCRIPTS = {  # \w and \s as they stand within [ ]
    r"[^\W\d_]": r"[\p{L}\p{Nl}\p{No}]",
    r"\w": r"\p{L}\p{N}_",
    r"\d": r"\p{Nd}",
    r"\s": r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000",
}
