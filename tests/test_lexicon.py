"""The words a fiche is found by: parts of compounds, words that mean the same, words that are near."""

import json
from pathlib import Path

import pytest
from small_catalogue import CHECKOUT, WITHOUT_FICHES, good, minimal, small

from fichebak.lexicon import Lexicon, Woorden, lexicon, words

# What the browser makes words of in the same way: fold.test.mjs reads this list too.
FOLDED: dict[str, list[str]] = json.loads((CHECKOUT / "tests/js/fold.json").read_text(encoding="utf-8"))
SYNONYMS = """\
kinderopvang:
  ook: [crèche, onthaalouder]
  verwant: [opvang]
alleenstaande moeder:
  ook: [eenoudergezin]
alleenstaande ouder met kind:
  ook: [ouder alleen]
tolk:
  ook: [interprète]
"""


def made(root: Path, *bodies: str) -> Lexicon:
    """Return the lexicon of fiches with *bodies*, of slugs een, twee …"""
    names = ("een", "twee", "drie")
    fiches = {
        f"content/practices/{name}.md": minimal("laatst_nagekeken: 2026", f"## Aanpak\n\n{body}\n")
        for name, body in zip(names, bodies, strict=False)
    }
    return lexicon(good(small(root, {**WITHOUT_FICHES, "content/synonyms.yaml": SYNONYMS, **fiches})))


def found(root: Path, *bodies: str) -> Woorden:
    return made(root, *bodies).fiches["een"]


@pytest.mark.parametrize(("text", "expected"), FOLDED.items())
def test_words_have_no_case_accents_or_signs(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("compound", "others", "parts"),
    [
        pytest.param("taalbad", "taal bad", ("taal", "bad"), id="a short tail"),
        pytest.param("vergadering", "vergader ring die", (), id="no tail of the catalogue"),
        pytest.param("taaldie", "taal die", (), id="a pronoun is no part"),
        pytest.param("woonbegeleiding", "een woon en begeleiding", ("woon", "begeleiding"), id="two words"),
        pytest.param("gemeenschapswerk", "gemeenschap werk", ("gemeenschap", "werk"), id="joined by an s"),
        pytest.param("gezinsondersteuning", "gezin ondersteuning", ("gezin", "ondersteuning"), id="of the catalogue"),
        pytest.param(
            "taalcoachproject",
            "taalcoach taal coach project",
            ("taalcoach", "project", "taal", "coach"),
            id="in parts too",
        ),
        pytest.param("onderwijs", "onder wijs", (), id="a preposition is no part"),
        pytest.param("woonbegeleiding", "begeleiding", (), id="both parts must be words of the catalogue"),
    ],
)
def test_compounds_are_split_by_the_words_of_the_catalogue(
    compound: str, others: str, parts: tuple[str, ...], tmp_path: Path
) -> None:
    same = set(found(tmp_path, compound, others).zelfde)
    assert set(parts) <= same
    assert parts or not same & set(others.split())


@pytest.mark.parametrize(
    ("text", "same", "near"),
    [
        pytest.param("een crèche", {"kinderopvang", "onthaalouder"}, {"opvang"}, id="from one word to the others"),
        pytest.param("de kinderopvang", {"creche", "onthaalouder"}, {"opvang"}, id="and back"),
        pytest.param("de opvang", set(), {"kinderopvang", "creche", "onthaalouder"}, id="near is near both ways"),
        pytest.param("een Alleenstaande  moeder", {"eenoudergezin"}, set(), id="a word of two words"),
        pytest.param(
            "een alleenstaande ouder met kind", {"ouder alleen"}, set(), id="a term that begins as another"
        ),
        pytest.param("een eenoudergezin", {"alleenstaande moeder"}, set(), id="to a word of two words"),
        pytest.param("het OCMW", {"openbaar centrum voor maatschappelijk welzijn", "cpas"}, set(), id="the glossary"),
        pytest.param("CPAS", {"ocmw"}, set(), id="the glossary from another form"),
    ],
)
def test_what_means_the_same_is_found(text: str, same: set[str], near: set[str], tmp_path: Path) -> None:
    shown = found(tmp_path, text)
    assert same <= set(shown.zelfde)
    assert near <= set(shown.verwant)
    assert not same & set(shown.verwant)


def test_what_a_part_of_a_word_means_is_only_near(tmp_path: Path) -> None:
    shown = found(tmp_path, "een tolkdienst", "een tolk en een dienst")
    assert "interprete" in shown.verwant
    assert "interprete" not in shown.zelfde


def test_the_names_of_notes_are_no_words(tmp_path: Path) -> None:
    known = made(tmp_path, "een loket[^xylofoon] hier\n\n[^xylofoon]: Geteld in de zomer.").woorden
    assert (known["loket"], known["hier"], known["geteld"]) == (1, 1, 1)
    assert "xylofoon" not in known


def test_the_vocabulary_counts_fiches_not_words(tmp_path: Path) -> None:
    known = made(tmp_path, "fiets fiets fiets", "fiets en crèche", "niets").woorden
    assert (known["fiets"], known["creche"], known["kinderopvang"]) == (2, 1, 1)
    assert list(known) == sorted(known)
    assert "xyzzy" not in known


def test_half_a_term_is_not_the_term(tmp_path: Path) -> None:
    shown = found(tmp_path, "een alleenstaande ouder, met een kind en een moeder")
    assert not {"eenoudergezin", "ouder alleen"} & {*shown.zelfde, *shown.verwant}
