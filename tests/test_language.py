"""The language of parts (WCAG 3.1.2): what is not in the catalogue's language says so, and nothing else does."""

from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import Check, Fiche
from small_catalogue import FILES, SETTING, WITHOUT_FICHES, good, minimal, small

from fichebak.build import theme_folders
from fichebak.render import render, theme

VOID = {"meta", "link", "br", "img", "input", "hr", "wbr"}

CHANGED: Mapping[str, str | bytes] = {
    "content/organisations.yaml": """\
Ville de Liège:
  soort: gemeente
  taal: fr
Stad Kortrijk:
  soort: gemeente
  taal: nl
""",
    "content/sources/rapport.md": "---\ntitel: Accueillir mieux\ntaal: fr\nuitgevers: [Ville de Liège]\n"
    "soort: evaluatie\n---\n",
    "content/sources/nota.md": "---\ntitel: Une longue note\nkort: De nota\ntaal: fr\nsoort: beleidsnota\n---\n",
    "content/recommendations/rapport.yaml": "begin: {tekst: Begin klein., aan: [gemeenten], praktijken: [cafe]}\n",
    "content/recommendations/nota.yaml": "einde: {tekst: Eindig groot.}\n",
    "content/practices/nl.md": minimal("""\
bron: {publicatie: rapport}
links:
  - {titel: Le rapport complet, url: "https://www.voorbeeld.be/rapport", taal: fr}
  - {titel: Het verslag, url: "https://www.voorbeeld.be/verslag"}
partners: [Ville de Liège, Stad Kortrijk]""").replace("Een gewone fiche", "Een fiche met Franse namen"),
    "content/practices/cafe.md": """\
---
titel: Un café pour tous
samenvatting: >-
  Chaque jeudi, des habitants et des nouveaux arrivants se retrouvent autour d’un café pour parler français, sans
  inscription et sans examen.
domeinen: [taal]
gemeenten: [Liège]
werkingsgebied: gemeente
trekker: [Ville de Liège]
budget:
  bedragen:
    - {euro: 600, per: jaar, toelichting: pour le café}
  personeel:
    - {vte: 1, rol: animatrice}
  financiering: [Fonds de la ville]
periode: {start: 2020, toelichting: toujours en cours}
contact:
  - {organisatie: Ville de Liège, functie: Chef de service}
cijfers:
  - {waarde: 35, eenheid: participants, toelichting: chaque semaine}
lessen: [Parlez lentement.]
randvoorwaarden: [Un local.]
bewijs: {soort: bevraging, toelichting: Par une école.}
taal: fr
laatst_nagekeken: 2026
---
## Approche

Un café, une table, le CPAS.
""",
}


class Heard(HTMLParser):
    """Each text of a page with the language a screen reader says it in."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", "")]
        self.said: list[tuple[str, str]] = []
        self.feed(html.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang") or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.said.append((" ".join(data.split()), self.open[-1][1]))

    def among(self, *texts: str) -> dict[str, set[str]]:
        """Return the languages each of *texts* is said in."""
        return {text: {language for said, language in self.said if said == text} for text in texts}

    def foreign(self) -> set[str]:
        """Return all that is not said in the language of the page."""
        return {text for text, language in self.said if language != "nl"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Heard]:
    root = small(tmp_path_factory.mktemp("talen"), {**WITHOUT_FICHES, **CHANGED})
    catalogue = good(root)
    made = render(catalogue, SETTING, theme(theme_folders(root, catalogue)))
    return {each.path: Heard(each.data) for each in made if each.path.endswith(".html")}


OF_THE_CARD = {
    "Un café pour tous", "animatrice", "participants",
    "Chaque jeudi, des habitants et des nouveaux arrivants se retrouvent autour d’un café pour parler français, sans "
    "inscription et sans examen.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("address", "french"),
    [
        pytest.param("praktijken/", OF_THE_CARD, id="a card: its own words, not the labels around them"),
        pytest.param(
            "praktijken/cafe/",
            (OF_THE_CARD - {"animatrice"}) | {
                "animatrice", "Ville de Liège", "pour le café", "Fonds de la ville", "toujours en cours",
                "Chef de service", "chaque semaine", "Parlez lentement.", "Un local.", "Par une école.", "Approche",
                "Un café, une table, le", "CPAS", ".", "Accueillir mieux",
            },
            id="a whole fiche",
        ),
        pytest.param(
            "praktijken/nl/", {"Ville de Liège", "Le rapport complet", "Accueillir mieux"},
            id="names, a link and a publication in a Dutch fiche",
        ),
        pytest.param("gemeenten/", {"Liège"}, id="the French name in the list of municipalities"),
        pytest.param("gemeenten/luik/", {"Liège"} | OF_THE_CARD, id="the French name of a municipality"),
        pytest.param("organisaties/", {"Ville de Liège"}, id="the list of organisations"),
        pytest.param(
            "organisaties/ville-de-liege/", {"Ville de Liège", "Accueillir mieux"} | OF_THE_CARD,
            id="an organisation, and the publication it made",
        ),
        pytest.param("bronnen/", {"Accueillir mieux", "Une longue note"}, id="the list of publications"),
        pytest.param("bronnen/rapport/", {"Accueillir mieux", "Ville de Liège"}, id="a publication"),
        pytest.param(
            "aanbevelingen/", {"Accueillir mieux", "Une longue note", "Un café pour tous"},
            id="recommendations; the short name of a publication is Dutch",
        ),
    ],
)  # fmt: skip
def test_what_is_french_is_said_in_french_and_nothing_else(
    address: str, french: set[str], pages: Mapping[str, Heard]
) -> None:
    page = pages[f"{address}index.html"]
    assert page.foreign() == french
    assert {language for _, language in page.said} <= {"nl", "fr"}


def test_a_dutch_fiche_in_a_french_catalogue_is_read_as_dutch(tmp_path: Path) -> None:
    french = {**FILES, "content/catalogue.yaml": "taal: fr\n"}
    root = small(tmp_path, french, een=minimal("taal: nl\nlaatst_nagekeken: 2026"))
    catalogue = good(root)
    made = {each.path: each.data for each in render(catalogue, SETTING, theme(theme_folders(root, catalogue)))}
    page = Heard(made["praktijken/index.html"])
    assert page.among("Een gewone fiche", "Une table de conversation à Liège") == {
        "Een gewone fiche": {"nl"}, "Une table de conversation à Liège": {"fr"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "fragment"),
    [
        ("links[1].taal", "links: [{titel: Rapport, url: 'https://www.voorbeeld.be/', taal: Frans}]"),
        ("taal", "taal: Frans"),
    ],
)
def test_a_language_is_one_of_four(key: str, fragment: str, fiche: Fiche, check: Check) -> None:
    lines = check(fiche(extra=f"{fragment}\n"))
    assert f"F036 [{key}] " in lines[0]
