"""A person who is named outside `contact` (F097): what counts as the same name, mailbox or number, and what does not.

test_form_rules.py holds the form to the same, and does not say what there is to find.
"""

import pytest
from small_catalogue import TODAY, minimal, only

from fichebak.build import examine

PHONE = "056 00 00 01"
EVERYTHING = "naam: Noor Voorbeeld, email: noor.voorbeeld@effect-vzw.be"


def said(root, text: str, phone: str = PHONE) -> list[str]:
    """Return what is said of a fiche of which the text is *text*, and the contact a person."""
    contact = f"contact: [{{organisatie: A, {EVERYTHING}, telefoon: {phone!r}, toestemming_tot: 2099}}]"
    fiche = minimal(f"laatst_nagekeken: 2026\n{contact}", f"## Aanpak\n\n{text}\n").replace("contact: onbekend\n", "")
    return [each.message for each in examine(only(root, fiche), TODAY).problems if each.code == "F097"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("Vraag het aan Noor Voorbeeld.", "de naam", id="the name"),
        pytest.param("Voorbeeld, NÓÓR", "de naam", id="the name turned, in capitals and with accents"),
        pytest.param("Noor *Voor\u00adbeeld*", "de naam", id="the name with what is not seen"),
        pytest.param("Mail Noor.Voorbeeld@effect-vzw.be.", "het mailadres", id="the mailbox"),
        pytest.param("Bel 056/00.00.01.", "het telefoonnummer", id="the number otherwise spaced"),
        pytest.param("Bel +32 (0)56 00 00 01.", "het telefoonnummer", id="the number with its country"),
    ],
)
def test_it_is_found(tmp_path, text, what):
    assert said(tmp_path, text) == [f"Hier staat ook {what} van iemand die bij ‘contact’ vermeld is."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Noor vertelt, en Voorbeelden volgen.", id="one part of the name, and a longer word"),
        pytest.param("Bel 056 00 00 02.", id="another number"),
    ],
)
def test_it_is_something_else(tmp_path, text):
    assert said(tmp_path, text) == []


@pytest.mark.parametrize(
    "phone",
    [
        pytest.param("056 00 00 01 of 0470 00 00 02", id="two with a word between"),
        pytest.param("056/00.00.01 - 0470/00.00.02", id="two with a dash between"),
        pytest.param("+32 56 000001 / 0470000002", id="two with a slash between, one with its country"),
        pytest.param("056 00 00 01 (Noor), +32 (0)470 00 00 02", id="the second with its country"),
    ],
)
@pytest.mark.parametrize("text", ["Bel 056 00 00 01.", "Bel +32 470 00 00 02.", "Bel 0470 00 00 02."])
def test_each_of_two_numbers_in_one_key_is_found(tmp_path, phone, text):
    assert len(said(tmp_path, text, phone)) == 1
