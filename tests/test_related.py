"""Related fiches: which, in which order, and a reason in words that says only what two fiches really share."""

import re
from pathlib import Path

import pytest
from small_catalogue import WITHOUT_FICHES, good, minimal, small

from fichebak.related import related
from fichebak.resolve import Catalogue
from fichebak.subjects import subjects

GROUPS = """\
nieuwkomers: {label: Nieuwkomers}
gezinnen: {label: Gezinnen}
clienten: {label: Cliënten van het OCMW}
"""
REGISTER = "Rode Kruis:\n  soort: vereniging\n  ook: [Het Rode Kruis]\nStad Gent:\n  soort: gemeente\n"
FILES = {
    **WITHOUT_FICHES,
    "content/target-groups.yaml": GROUPS,
    "content/organisations.yaml": REGISTER,
    "content/synonyms.yaml": "brugfiguur: {ook: [brugpersoon]}\ntrauma: {ook: [schok]}\nbereiken: {ook: [bereik]}\n",
}
SUMMARY = "Een fiche met alleen wat moet, zodat elke test zelf kan tonen waar het in die test om gaat, en niets meer."


def practice(fragment: str = "", *, summary: str = "", body: str = "", **keys: str) -> str:
    """Return a minimal fiche; *summary* comes before its own, *keys* take the place of what it has."""
    text = minimal(f"laatst_nagekeken: 2026\n{fragment}".rstrip(), body)
    text = text.replace(SUMMARY, f"{summary} {SUMMARY}".strip())
    for key, value in keys.items():
        text = re.sub(f"^{key}: .*$", f"{key}: {value}", text, flags=re.M)
    return text


def catalogue_of(root: Path, **practices: str) -> Catalogue:
    """Return a catalogue of *practices* and a few that share nothing with them, so that what two share is rare."""
    others = {f"ander{n}": practice(domeinen="[werk]") for n in range(6)}
    return good(small(root, FILES, **practices, **others))


def reasons(root: Path, **practices: str) -> list[tuple[str, str]]:
    """Return what stands beside the fiche ‘a’: the others with their reasons, non-breaking spaces as plain ones."""
    found = related(catalogue_of(root, **practices))["a"]
    return [(v.praktijk.slug, v.reden.replace("\u00a0", " ")) for v in found]


BRIDGES = {"summary": "Met brugfiguren."}


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        pytest.param(practice(), practice(), "Ook over onthaal", id="a domain"),
        pytest.param(
            practice(**BRIDGES), practice(**BRIDGES, domeinen="[taal]"), "Ook over brugfiguren", id="a subject",
        ),
        pytest.param(
            practice(**BRIDGES), practice("trefwoorden: [Brugfiguur]", domeinen="[taal]"), "Ook over brugfiguren",
            id="a subject is shown as it reads after a preposition, not as one fiche wrote it",
        ),
        pytest.param(
            practice("doelgroepen: [gezinnen]"), practice("doelgroepen: [gezinnen]", domeinen="[taal]"),
            "Ook voor gezinnen", id="a group",
        ),
        pytest.param(
            practice("doelgroepen: [gezinnen, clienten]"), practice("doelgroepen: [clienten, gezinnen]"),
            "Ook over onthaal, voor cliënten van het OCMW en gezinnen", id="a domain and two groups",
        ),
        pytest.param(
            practice("gemeenten: [Gent]"), practice("gemeenten: [Gand]", domeinen="[taal]"), "Ook in Gent", id="a town",
        ),
        pytest.param(
            practice("gemeenten: [Antwerpen]"), practice("gemeenten: [Borsbeek]", domeinen="[taal]"),
            "Ook in Antwerpen", id="a town that a merger took",
        ),
        pytest.param(
            practice("gemeenten: [Kortrijk]"), practice("gemeenten: [Harelbeke]", domeinen="[taal]"), "4 km verder",
            id="near",
        ),
        pytest.param(
            practice("gemeenten: [Gent, Kortrijk]"), practice("gemeenten: [Harelbeke]"),
            "Ook over onthaal, 4 km van Kortrijk", id="near one of its towns",
        ),
        pytest.param(
            practice("gemeenten: [Oostende]"), practice("gemeenten: [Kortrijk]"),
            "Ook over onthaal, in de provincie West-Vlaanderen", id="in the same province, far apart",
        ),
        pytest.param(
            practice("gemeenten: [Oostende]"), practice("gemeenten: [Luik]"), "Ook over onthaal", id="too far to tell",
        ),
        pytest.param(
            practice(trekker="[Rode Kruis]"), practice(trekker="[Het Rode Kruis]", domeinen="[taal]"), "Zelfde trekker",
            id="who leads, under another name",
        ),
        pytest.param(
            practice(trekker="[Rode Kruis]"), practice(trekker="[Rode Kruis]"), "Ook over onthaal, zelfde trekker",
            id="a domain and who leads",
        ),
        pytest.param(
            practice(trekker="[Stad Gent]"), practice(trekker="[Stad Gent]"), "Ook over onthaal",
            id="a town that leads is the place, not a reason",
        ),
    ],
)  # fmt: skip
def test_reason(tmp_path: Path, a: str, b: str, reason: str) -> None:
    assert reasons(tmp_path, a=a, b=b) == [("b", reason)]


def test_nothing_in_common_is_not_related(tmp_path: Path) -> None:
    far = practice("gemeenten: [Oostende]", domeinen="[taal]")
    assert reasons(tmp_path, a=practice("gemeenten: [Kortrijk]"), b=far) == [], "a province alone is no reason"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("verwant: [b]", "", id="this fiche names the other"),
        pytest.param("", "verwant: [a]", id="only the other names this one"),
        pytest.param("verwant: [b]", "verwant: [a]", id="both"),
    ],
)
def test_what_editors_name_comes_first_both_ways(tmp_path: Path, a: str, b: str) -> None:
    like = practice("doelgroepen: [gezinnen]")
    found = reasons(tmp_path, a=practice(f"doelgroepen: [gezinnen]\n{a}"), b=practice(b, domeinen="[taal]"), c=like)
    assert found == [("b", "Gekozen door de redactie"), ("c", "Ook over onthaal, voor gezinnen")]


def test_what_editors_name_has_its_reason_too(tmp_path: Path) -> None:
    assert reasons(tmp_path, a=practice("verwant: [b]"), b=practice()) == [("b", "Ook over onthaal")]


def test_own_choice_before_those_that_name_it(tmp_path: Path) -> None:
    found = reasons(tmp_path, a=practice("verwant: [c]"), b=practice("verwant: [a]"), c=practice(domeinen="[taal]"))
    assert [slug for slug, _ in found] == ["c", "b"]


def test_a_fiche_that_names_itself_is_not_beside_itself(tmp_path: Path) -> None:
    assert reasons(tmp_path, a=practice("verwant: [a]"), b=practice()) == [("b", "Ook over onthaal")]


def test_more_in_common_comes_first_and_the_slug_decides_between_equals(tmp_path: Path) -> None:
    found = reasons(
        tmp_path,
        a=practice("doelgroepen: [gezinnen]\ngemeenten: [Gent]"),
        e=practice(),
        d=practice(),
        c=practice("doelgroepen: [gezinnen]"),
        b=practice("gemeenten: [Gent]"),
    )
    assert found == [
        ("b", "Ook in Gent, over onthaal"), ("c", "Ook over onthaal, voor gezinnen"),
        ("d", "Ook over onthaal"), ("e", "Ook over onthaal"),
    ]  # fmt: skip


def test_four_at_most(tmp_path: Path) -> None:
    fiches = {name: practice() for name in "abcdefg"}
    assert [slug for slug, _ in reasons(tmp_path, **fiches)] == ["b", "c", "d", "e"]


def test_when_many_share_everything_each_has_others_beside_it(tmp_path: Path) -> None:
    found = related(good(small(tmp_path, FILES, **{f"f{n:02}": practice() for n in range(60)})))
    beside = {slug: [v.praktijk.slug for v in others] for slug, others in found.items()}
    assert all(len(others) == 4 and slug not in others for slug, others in beside.items())
    assert beside["f59"] != beside["f00"], "not the first of the list for all of them"


# Subjects


def about(root: Path, **practices: str) -> dict[str, tuple[str, ...]]:
    found = subjects(catalogue_of(root, **practices))
    return {slug: found[slug] for slug in practices}


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        pytest.param(practice(summary="Over trauma."), practice("trefwoorden: [trauma]"), ("trauma",), id="keyword"),
        pytest.param(practice(**BRIDGES), practice(summary="Van bruggen."), (), id="another word"),
        pytest.param(practice(summary="Over stoelen."), practice(summary="Over stoelen."), (), id="no editor named it"),
        pytest.param(practice(summary="Wie wil bereiken."), practice(summary="Om te bereiken."), (), id="a verb"),
        pytest.param(
            practice("trefwoorden: [digitale inclusie]"), practice("trefwoorden: [digitale inclusie]"),
            ("digitale inclusie",), id="a phrase",
        ),
        pytest.param(
            practice("trefwoorden: [tewerkstelling]"), practice("trefwoorden: [tewerkstelling]"), ("tewerkstelling",),
            id="a keyword that no text has, but needs no article",
        ),
        pytest.param(
            practice("trefwoorden: [mentor]"), practice("trefwoorden: [mentor]"), (),
            id="a keyword that wants an article",
        ),
        pytest.param(
            practice("trefwoorden: [Waasland]"), practice("trefwoorden: [Waasland]"), (), id="a name is no subject"
        ),
        pytest.param(
            practice(summary="Voor gezinnen.\n  Met taal."), practice("trefwoorden: [gezinnen, taal]"), (),
            id="groups and domains are told apart",
        ),
        pytest.param(
            practice(body="## Aanpak\n\nDoor trauma. Over trauma. Met trauma.\n"), practice(summary="Bij trauma."),
            ("trauma",), id="a text that keeps coming back to it",
        ),
        pytest.param(
            practice(body="## Aanpak\n\nDoor trauma. Zonder trauma.\n"), practice(summary="Bij trauma."), (),
            id="a text that only mentions it",
        ),
    ],
)  # fmt: skip
def test_subjects(tmp_path: Path, a: str, b: str, shown: tuple[str, ...]) -> None:
    assert about(tmp_path, a=a, b=b)["b"] == shown


@pytest.mark.parametrize(
    ("one", "more"),
    [
        ("foto", "foto’s"), ("buurgemeente", "buurgemeenten"), ("weduwe", "weduwen"), ("taalcoach", "taalcoaches"),
        ("praatcafé", "praatcafés"), ("industrie", "industrieën"), ("huis", "huizen"), ("brief", "brieven"),
    ],
)  # fmt: skip
def test_the_singular_and_the_plural_are_one_subject(tmp_path: Path, one: str, more: str) -> None:
    a, b = practice(summary=f"Met {more}, vooral."), practice(f"trefwoorden: [{one}]")
    found = subjects(catalogue_of(tmp_path, a=a, b=b))
    assert found["a"] == found["b"] == (more,)


def test_a_person_in_the_singular_wants_an_article(tmp_path: Path) -> None:
    a, b = (practice("trefwoorden: [erkend leerling, sociale regeling]") for _ in "ab")
    assert subjects(catalogue_of(tmp_path, a=a, b=b))["a"] == ("sociale regeling",)


def test_what_many_fiches_are_about_is_no_subject(tmp_path: Path) -> None:
    fiches = {name: practice(**BRIDGES) for name in "abcd"}
    assert set(about(tmp_path, **fiches).values()) == {()}


@pytest.mark.parametrize(("amount", "shown"), [(4, ("brugfiguren",)), (5, ())])
def test_a_tenth_of_the_fiches_rounded_up_may_share_a_subject(
    tmp_path: Path, amount: int, shown: tuple[str, ...]
) -> None:
    fiches = {f"met{n}": practice(**BRIDGES) for n in range(amount)}
    without = {f"zonder{n}": practice() for n in range(31 - 6 - amount)}
    assert about(tmp_path, **fiches, **without)["met0"] == shown


def test_no_reason_claims_what_is_not_shared(tmp_path: Path) -> None:
    a = practice("doelgroepen: [gezinnen]\ngemeenten: [Gent]\ntrefwoorden: [trauma]", **BRIDGES)
    b = practice("doelgroepen: [nieuwkomers, gezinnen]\ngemeenten: [Luik]", summary="Zonder trauma.", domeinen="[taal]")
    assert reasons(tmp_path, a=a, b=b) == [("b", "Ook over trauma, voor gezinnen")]
