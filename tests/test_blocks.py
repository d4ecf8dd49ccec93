"""The lines of each key of a fiche, comments included."""

import pytest
from test_tidy import BY_HAND, FICHES

from fichebak.blocks import blocks


def test_every_key_has_its_lines() -> None:
    lines = BY_HAND.split("\n")
    found = {each.key: "\n".join(lines[each.start : each.end]) for each in blocks(BY_HAND)}
    assert found == {
        "titel": "# De titel staat ook op papier.\ntitel: \"Met 'aanhalingstekens'\"  # nog eens bekijken",
        "samenvatting": "\n".join(lines[5:8]),
        "domeinen": "domeinen:   [taal,\n             onthaal]",
        "gemeenten": '"gemeenten": [ Gent ]',
        "werkingsgebied": "# en hoe ver\nwerkingsgebied: 'gemeente'",
        "plaats": "plaats:",
        "trekker": "? trekker\n: - Stad Gent  # de stad\n  - 'OCMW Gent'",
        "contact": "contact: onbekend",
        "bron": "bron:\n  publicatie: gids\n  # geen bladzijde",
        "links": "links:\n- titel: Een link\n  url: https://www.voorbeeld.be/#deel",
        "lessen": "lessen:\n  - >\n    Een les.\n\n  # nog een les volgt",
        "laatst_nagekeken": "laatst_nagekeken: 2016",
    }


@pytest.mark.parametrize("name", FICHES)
def test_the_lines_of_a_fiche_without_comments_are_all_of_a_key(name: str) -> None:
    text = FICHES[name]
    found = blocks(text)
    assert [line for each in found for line in range(each.start, each.end)] == list(
        range(1, text.split("\n").index("---", 1))
    )
    assert not any(each.remarks for each in found)


@pytest.mark.parametrize(
    ("block", "remarks"),
    [
        ("lessen: [a, b]", False),
        ("lessen: [a, b] # x", True),
        ("lessen: [a, # x\n  b]", True),
        ("lessen:\n  # x\n  - a", True),
        ("lessen:\n  - a # x", True),
        ("lessen:\n  - a#x", False),
        ("lessen:\n  - '# x'", False),
        ('lessen:\n  - "a # x"', False),
        ("lessen:\n  - >-\n    # x\n    y", False),
        ("lessen:\n  - |\n    # x", False),
        ("lessen:\n  - >- # x\n    y", True),
        ("lessen:\n  - a\n  # x", True),
        ("lessen:\n  - 😀\n  - 'é # x'", False),
        ("lessen:\n  - 😀\n  - é # x", True),
        ("# x\nlessen: [a]", False),
        ("lessen:", False),
        ("lessen: # x", True),
        ("links: [{titel: a, url: 'b#c'}]", False),
        ("links: [{titel: a, url: 'b#c'}] #", True),
    ],
)
def test_a_comment_in_a_value_is_noticed(block: str, remarks: bool) -> None:
    for text in (f"---\ntitel: 😀 Een titel\n{block}\nstatus: lopend\n---\n", f"---\n{block}\n---\n"):
        found = {each.key: each.remarks for each in blocks(text) if each.key not in {"titel", "status"}}
        assert list(found.values()) == [remarks]
        assert [each.remarks for each in blocks(text.replace("\n", "\r\n")) if each.key in found] == [remarks]
