"""Terms: explained once, where a page first uses them, and never inside a link, a heading, code or another term."""

from pathlib import Path

import pytest
from small_catalogue import FILES, good, small
from test_constructs import short

from fichebak.glossary import Explainer, definition, linked
from fichebak.markup import to_data, to_html
from fichebak.resolve import Catalogue

TERMS = """\
OCMW:
  voluit: openbaar centrum voor maatschappelijk welzijn
  uitleg: Het bestuur voor hulp <& steun>.
  ook: [OCMW’s]
niet-begeleide minderjarige:
  uitleg: Wie zonder ouders aankomt.
  ook: [niet-begeleide minderjarigen, NBMV]
mentor:
  uitleg: Iemand die meegaat.
inburgering:
  uitleg: Traject van wie nieuw is.
Agentschap Integratie en Inburgering:
  uitleg: Vlaamse dienst.
  ook: [Agentschap Integratie en inburgering]
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return good(small(tmp_path_factory.mktemp("termen"), {**FILES, "content/glossary.yaml": TERMS}))


def marked(catalogue: Catalogue, html: str) -> str:
    return Explainer(catalogue, lambda key, _, words: f"[{words}|{key}]").html(html)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("Het OCMW en het OCMW.", "Het [OCMW|OCMW] en het OCMW.", id="once"),
        pytest.param("De OCMW’s en het OCMW.", "De [OCMW’s|OCMW] en het OCMW.", id="one term, two forms"),
        pytest.param("<p>a</p><p>het <b>OCMW</b></p>", "<p>a</p><p>het <b>[OCMW|OCMW]</b></p>", id="inside emphasis"),
        pytest.param("<h2>OCMW</h2> OCMW", "<h2>OCMW</h2> [OCMW|OCMW]", id="not in a heading"),
        pytest.param("<a href='x'>OCMW</a> OCMW", "<a href='x'>OCMW</a> [OCMW|OCMW]", id="not in a link"),
        pytest.param("<pre><code>OCMW</code></pre>", "<pre><code>OCMW</code></pre>", id="not in code"),
        pytest.param("ocmw en Ocmw", "ocmw en Ocmw", id="an abbreviation has its capitals"),
        pytest.param("OCMWs", "OCMWs", id="whole words only"),
        pytest.param("de OCMW-raad", "de [OCMW|OCMW]-raad", id="the first half of a compound"),
        pytest.param("het Sint-OCMW", "het Sint-OCMW", id="not the second half"),
        pytest.param("Mentor-Escale", "Mentor-Escale", id="not in a name with a hyphen"),
        pytest.param("Mentor en mentor", "[Mentor|mentor] en mentor", id="a capital at the start of a sentence"),
        pytest.param("Zo. ‘Mentor’ en mentor", "Zo. ‘[Mentor|mentor]’ en mentor", id="a capital after a full stop"),
        pytest.param("team Mentor, een mentor", "team Mentor, een [mentor|mentor]", id="a capital elsewhere is a name"),
        pytest.param(
            "Niet-begeleide\nminderjarigen",
            "[Niet-begeleide minderjarigen|niet-begeleide minderjarige]",
            id="over lines",
        ),
        pytest.param(
            "Het Agentschap Integratie en Inburgering. Het Agentschap Integratie en inburgering. De inburgering.",
            "Het [Agentschap Integratie en Inburgering|Agentschap Integratie en Inburgering]. "
            "Het Agentschap Integratie en inburgering. De [inburgering|inburgering].",
            id="no term inside a term, explained or not",
        ),
        pytest.param(
            "Het openbaar centrum voor maatschappelijk welzijn (OCMW)",
            "Het [openbaar centrum voor maatschappelijk welzijn|OCMW] (OCMW)",
            id="the full name is the same term",
        ),
        pytest.param("&amp; &lt;OCMW&gt;", "&amp; &lt;[OCMW|OCMW]&gt;", id="between signs"),
    ],
)
def test_marks(html: str, expected: str, catalogue: Catalogue) -> None:
    assert marked(catalogue, html) == expected


@pytest.mark.parametrize(
    ("body", "data"),
    [
        pytest.param("- een\n  - het OCMW", "ul[li[een ul[li[het dfn[OCMW]]]]]", id="in a list"),
        pytest.param("| a |\n| - |\n| OCMW |", "table[thead[tr[th[a]]] tbody[tr[td[dfn[OCMW]]]]]", id="in a cell"),
        pytest.param("| OCMW |\n| - |\n| b |", "table[thead[tr[th[dfn[OCMW]]]] tbody[tr[td[b]]]]", id="in a head"),
        pytest.param("> OCMW", "blockquote[p[dfn[OCMW]]]", id="in a quote"),
        pytest.param("x[^1]\n\n[^1]: OCMW", "p[x noot1[p[dfn[OCMW]]]]", id="in a note"),
        pytest.param("OCMW[^1]\n\n[^1]: OCMW", "p[dfn[OCMW] noot1[p[OCMW]]]", id="before a note, not in it again"),
        pytest.param("**OCMW** *OCMW*", "p[strong[dfn[OCMW]] em[OCMW]]", id="in emphasis"),
        pytest.param("**Het**OCMW*en*", "p[strong[Het] dfn[OCMW] em[en]]", id="between emphasis"),
        pytest.param("~~OCMW~~", "p[del[dfn[OCMW]]]", id="in what is struck"),
        pytest.param("- [ ] OCMW", "ul[li.taak[☐ dfn[OCMW]]]", id="in something to do"),
        pytest.param('![a](afbeeldingen/a.png "OCMW")', "figure[img() figcaption[dfn[OCMW]]]", id="in a caption"),
        pytest.param("## OCMW\n\nOCMW", "h2[OCMW] p[dfn[OCMW]]", id="not in a heading"),
        pytest.param("[OCMW](https://a.be) OCMW", "p[a[OCMW] dfn[OCMW]]", id="not in a link"),
        pytest.param("https://a.be/OCMW", "p[a.adres[https://a.be/OCMW]]", id="not in an address"),
    ],
)
def test_a_term_on_paper(body: str, data: str, catalogue: Catalogue) -> None:
    assert short(to_data(Explainer(catalogue, definition).html(to_html(body, "")))) == data


def test_what_is_explained_stays_explained_for_the_rest_of_the_page(catalogue: Catalogue) -> None:
    page = Explainer(catalogue, lambda *_: "!")
    assert [page.text("OCMW"), page.html("<p>OCMW</p>"), page.text("mentor")] == ["!", "<p>OCMW</p>", "!"]
    assert Explainer(catalogue, lambda *_: "!").text("OCMW") == "!"


def test_plain_text_becomes_safe_html(catalogue: Catalogue) -> None:
    assert Explainer(catalogue, linked("../")).text("a < b & c") == "a &lt; b &amp; c"


def test_a_term_is_a_link_that_carries_its_explanation(catalogue: Catalogue) -> None:
    assert Explainer(catalogue, linked("../../")).text("De OCMW’s.") == (
        'De <a class="term" href="../../woordenlijst/#ocmw" data-naam="OCMW"'
        ' data-voluit="openbaar centrum voor maatschappelijk welzijn"'
        ' data-uitleg="Het bestuur voor hulp &lt;&amp; steun&gt;.">OCMW’s</a>.'
    )


def test_the_guide_gets_the_name_of_the_term(catalogue: Catalogue) -> None:
    assert Explainer(catalogue, definition).text("NBMV") == '<dfn title="niet-begeleide-minderjarige">NBMV</dfn>'


def test_without_a_glossary_nothing_changes(tmp_path: Path) -> None:
    files = {path: text for path, text in FILES.items() if "glossary" not in path}
    assert marked(good(small(tmp_path, files)), "<p>Het\nOCMW</p>") == "<p>Het OCMW</p>"
