"""Every construct of Markdown that a forge shows: how it stands on the site, as data, and on paper.

What has no form there is in test_markup.py, as a problem with its place.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pytest
from small_catalogue import CHECKOUT, SETTING, WITHOUT_FICHES, good, minimal, png, small

from fichebak import book
from fichebak.body import check
from fichebak.build import desk
from fichebak.guide import Press
from fichebak.links import Known
from fichebak.markup import to_data, to_html

KNOWN = Known(("een",), ("loket.png",))


class Construct(NamedTuple):
    """Markdown, what the site makes of it (white space apart), and the data, in the short form of `short`."""

    text: str
    html: str
    data: str


def note(number: int, label: str = "") -> str:
    """Return a reference as the site shows it; the *label* is what is added to its id."""
    return (
        f'<sup><a aria-label="noot {number}" href="#noot-{number}" id="bij-noot-{number}{label}" '
        f'role="doc-noteref">{number}</a></sup>'
    )


def back(number: int, sign: str = "↑", label: str = "", place: str = "") -> str:
    return (
        f'<a aria-label="terug naar de tekst bij noot {number}{place}" href="#bij-noot-{number}{label}" '
        f'role="doc-backlink">{sign}</a>'
    )


CONSTRUCTS = {
    # Text
    "emphasis in emphasis": Construct(
        "***allebei*** **vet *schuin* vet** *schuin **vet** schuin* __vet__ _schuin_",
        "<p><strong><em>allebei</em></strong> <strong>vet <em>schuin</em> vet</strong> <em>schuin <strong>vet</strong> "
        "schuin</em> <strong>vet</strong> <em>schuin</em></p>",
        "p[strong[em[allebei]] strong[vet em[schuin] vet] em[schuin strong[vet] schuin] strong[vet] em[schuin]]",
    ),
    "emphasis in a word": Construct(
        "snake_case_naam en on*gelooflijk*", "<p>snake_case_naam en on<em>gelooflijk</em></p>",
        "p[snake_case_naam en on em[gelooflijk]]",
    ),
    "struck": Construct("~~weg~~ en ~ook weg~, ~20", "<p><del>weg</del> en <del>ook weg</del>, ~20</p>",
                        "p[del[weg] en del[ook weg] , ~20]"),
    "code": Construct("`a < b` en `` ` ``",
                      "<p><code>a &lt; b</code> en <code>`</code></p>", "p[code[a < b] en code[`]]"),
    "entities": Construct("&copy; &eacute; &amp; `&amp;` R&D", "<p>© é &amp; <code>&amp;amp;</code> R&amp;D</p>",
                          "p[© é & code[&amp;] R&D]"),
    "escaped": Construct(r"\*geen\* \# \< \~ \@ \\ 1986\. Zo", "<p>*geen* # &lt; ~ @ \\ 1986. Zo</p>",
                         "p[*geen* # < ~ @ \\ 1986. Zo]"),
    "hard breaks": Construct("een  \ntwee\\\ndrie", "<p>een<br>twee<br>drie</p>", "p[een br[] twee br[] drie]"),
    "other alphabets": Construct("Привет Ωμέγα مرحبا שלום", "<p>Привет Ωμέγα مرحبا שלום</p>",
                                 "p[Привет Ωμέγα مرحبا שלום]"),
    "from the right": Construct("مرحبا بالعالم.", "<p>مرحبا بالعالم.</p>", "p[مرحبا بالعالم.]"),
    "a rule": Construct("boven\n\n---\n\nonder", "<p>boven</p><hr><p>onder</p>", "p[boven] hr[] p[onder]"),
    "headings": Construct(
        "## Twee\n\n### Drie\n\n#### Vier\n\n##### Vijf\n\n###### Zes\n\ntekst",
        "<h2>Twee</h2><h3>Drie</h3><h4>Vier</h4><h5>Vijf</h5><h6>Zes</h6><p>tekst</p>",
        "h2[Twee] h3[Drie] h4[Vier] h5[Vijf] h6[Zes] p[tekst]",
    ),
    # Links
    "links": Construct(
        "[een *link*](https://voorbeeld.be/a_(b)?c=d#e) "
        '[met titel](https://voorbeeld.be "T") [fiche](/praktijken/een/)',
        '<p><a href="https://voorbeeld.be/a_(b)?c=d#e">een <em>link</em></a> '
        '<a href="https://voorbeeld.be" title="T">met titel</a> <a href="praktijken/een/">fiche</a></p>',
        "p[a[een em[link]] a[met titel] a[fiche]]",
    ),
    "links by name": Construct(
        "[tekst][doel], [doel][] en [doel]\n\n[doel]: https://voorbeeld.be/doel",
        '<p><a href="https://voorbeeld.be/doel">tekst</a>, <a href="https://voorbeeld.be/doel">doel</a> en '
        '<a href="https://voorbeeld.be/doel">doel</a></p>',
        "p[a[tekst] , a[doel] en a[doel]]",
    ),
    "bare addresses": Construct(
        "Zie https://voorbeeld.be/*a*_b_c, (www.voorbeeld.be/x) of **info@voorbeeld.be**. <https://voorbeeld.be>",
        '<p>Zie <a class="adres" href="https://voorbeeld.be/*a*_b_c">https://voorbeeld.be/*a*_b_c</a>, '
        '(<a class="adres" href="https://www.voorbeeld.be/x">www.voorbeeld.be/x</a>) of '
        '<strong><a href="mailto:info@voorbeeld.be">info@voorbeeld.be</a></strong>. '
        '<a class="adres" href="https://voorbeeld.be">https://voorbeeld.be</a></p>',
        "p[Zie a.adres[https://voorbeeld.be/*a*_b_c] , ( a.adres[www.voorbeeld.be/x] ) of "
        "strong[a[info@voorbeeld.be]] . a.adres[https://voorbeeld.be]]",
    ),
    "an address as the words of a link": Construct(
        "[https://voorbeeld.be](https://voorbeeld.be/echt)",
        '<p><a href="https://voorbeeld.be/echt">https://voorbeeld.be</a></p>',
        "p[a[https://voorbeeld.be]]",
    ),
    "a long address": Construct(
        f"https://voorbeeld.be/{'pad/' * 30}",
        f'<p><a class="adres" href="https://voorbeeld.be/{"pad/" * 30}">'
        f'https://voorbeeld.be/{"pad/" * 30}</a></p>',
        f"p[a.adres[https://voorbeeld.be/{'pad/' * 30}]]",
    ),
    # Lists
    "lists in lists": Construct(
        "- een\n  - twee\n    - drie\n\n      alinea\n\n"
        "      ```\n      code\n      ```\n    - weer\n  1. genummerd\n- nog",
        "<ul><li><p>een</p><ul><li><p>twee</p><ul><li><p>drie</p><p>alinea</p><pre><code>code</code></pre></li>"
        "<li><p>weer</p></li></ul></li></ul><ol><li>genummerd</li></ol></li><li><p>nog</p></li></ul>",
        "ul[li[p[een] ul[li[p[twee] ul[li[p[drie] p[alinea] pre[code[code]]] li[p[weer]]]]] ol[li[genummerd]]] "
        "li[p[nog]]]",
    ),
    "a list that starts elsewhere": Construct(
        "7. zeven\n8. acht", '<ol start="7"><li>zeven</li><li>acht</li></ol>', "ol:7[li[zeven] li[acht]]"
    ),
    "things to do": Construct(
        "- [ ] lokaal\n- [x] **coach**",
        '<ul><li class="taak"><span aria-label="nog te doen" role="img">☐</span> lokaal</li>'
        '<li class="taak"><span aria-label="gedaan" role="img">☑</span> <strong>coach</strong></li></ul>',
        "ul[li.taak[☐ lokaal] li.taak[☑ strong[coach]]]",
    ),
    # Quotes
    "quotes in lists in quotes": Construct(
        "> woord\n> - punt\n>   > binnen\n>   > - diep\n>\n> > laatste",
        "<blockquote><p>woord</p><ul><li><p>punt</p><blockquote><p>binnen</p><ul><li>diep</li></ul></blockquote></li></ul>"
        "<blockquote><p>laatste</p></blockquote></blockquote>",
        "blockquote[p[woord] ul[li[p[punt] blockquote[p[binnen] ul[li[diep]]]]] blockquote[p[laatste]]]",
    ),
    "a quote first in an item": Construct(
        "- > een\n  > twee\n- drie", "<ul><li><blockquote><p>een twee</p></blockquote></li><li><p>drie</p></li></ul>",
        "ul[li[blockquote[p[een twee]]] li[p[drie]]]",
    ),
    "code after a list in a quote": Construct(
        "> - punt\n>\n> ```\n> code\n> ```",
        "<blockquote><ul><li>punt</li></ul><pre><code>code</code></pre></blockquote>",
        "blockquote[ul[li[punt]] pre[code[code]]]",
    ),
    # Tables
    "a table": Construct(
        "| wie | aantal | wat |\n| :-- | --: | :-: |\n| gezin | 12 | `a \\| b` |\n| **vet** | | \\| |\n| kort |",
        '<table><thead><tr><th>wie</th><th class="rechts">aantal</th><th class="midden">wat</th></tr></thead><tbody>'
        '<tr><td>gezin</td><td class="rechts">12</td><td class="midden"><code>a | b</code></td></tr>'
        '<tr><td><strong>vet</strong></td><td class="rechts"></td><td class="midden">|</td></tr>'
        '<tr><td>kort</td><td class="rechts"></td><td class="midden"></td></tr></tbody></table>',
        "table[thead[tr[th[wie] th.rechts[aantal] th.midden[wat]]] tbody[tr[td[gezin] td.rechts[12] "
        "td.midden[code[a | b]]] tr[td[strong[vet]] td.rechts[] td.midden[|]] tr[td[kort] td.rechts[] td.midden[]]]]",
    ),
    "a table in a list": Construct(
        "- punt\n  | x | y |\n  | - | - |\n  | 1 | 2 |",
        "<ul><li><p>punt</p><table><thead><tr><th>x</th><th>y</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr>"
        "</tbody></table></li></ul>",
        "ul[li[p[punt] table[thead[tr[th[x] th[y]]] tbody[tr[td[1] td[2]]]]]]",
    ),
    "a table without a first name": Construct(
        "| | 2015 |\n| --- | --: |\n| Gent | 3 |",
        '<table><thead><tr><th></th><th class="rechts">2015</th></tr></thead><tbody><tr><td>Gent</td>'
        '<td class="rechts">3</td></tr></tbody></table>',
        "table[thead[tr[th[] th.rechts[2015]]] tbody[tr[td[Gent] td.rechts[3]]]]",
    ),
    # Images
    "an image": Construct(
        "![Een loket](afbeeldingen/loket.png)", '<p><img alt="Een loket" src="afbeeldingen/loket.png"></p>',
        "p[img(loket)]",
    ),
    "an image with a caption": Construct(
        '![Een loket](afbeeldingen/loket.png "De eerste dag")',
        '<figure><img alt="Een loket" src="afbeeldingen/loket.png"><figcaption>De eerste dag</figcaption></figure>',
        "figure[img(loket) figcaption[De eerste dag]]",
    ),
    "an image in a sentence": Construct(
        "Kijk ![Een loket](afbeeldingen/loket.png) eens.",
        '<p>Kijk <img alt="Een loket" src="afbeeldingen/loket.png"> eens.</p>', "p[Kijk img(loket) eens.]",
    ),
    "an image as a link": Construct(
        "[![Een loket](afbeeldingen/loket.png)](https://voorbeeld.be)",
        '<p><a href="https://voorbeeld.be"><img alt="Een loket" src="afbeeldingen/loket.png"></a></p>',
        "p[a[img(loket)]]",
    ),
    # Notes
    "notes": Construct(
        "Eerst.[^geld] Dan.[^2] Weer.[^geld]\n\n[^2]: Noot twee.\n[^geld]: Noot *een*.",
        f"<p>Eerst.{note(1)} Dan.{note(2)} Weer.{note(1, '-2')}</p><h2>Noten</h2><ol class=\"noten\">"
        f"<li id=\"noot-1\"><p>Noot <em>een</em>. {back(1, '↑1', place=', plaats 1')} "
        f"{back(1, '↑2', '-2', ', plaats 2')}</p></li><li id=\"noot-2\"><p>Noot twee. {back(2)}</p></li></ol>",
        "p[Eerst. noot1[p[Noot em[een] .]] Dan. noot2[p[Noot twee.]] Weer. noot1[]]",
    ),
    "a note of several blocks": Construct(
        "Zin.[^lang]\n\n[^lang]: Alinea\n    gaat door.\n\n    Tweede.\n\n    - punt\n      - diep\n\n"
        "    ```\n    [^lang]: code\n    ```",
        f'<p>Zin.{note(1)}</p><h2>Noten</h2><ol class="noten"><li id="noot-1"><p>Alinea gaat door.</p><p>Tweede.</p>'
        f"<ul><li>punt<ul><li>diep</li></ul></li></ul><pre><code>[^lang]: code</code></pre><p>{back(1)}</p></li></ol>",
        "p[Zin. noot1[p[Alinea gaat door.] p[Tweede.] ul[li[punt ul[li[diep]]]] pre[code[[^lang]: code]]]]",
    ),
    "notes everywhere": Construct(
        "- punt[^p]\n\n> citaat[^q]\n\n| tabel[^r] |\n| --- |\n| cel[^s] |\n\n**vet[^t]**\n\n"
        + "\n".join(f"[^{letter}]: Noot {letter}." for letter in "pqrst"),
        f"<ul><li>punt{note(1)}</li></ul><blockquote><p>citaat{note(2)}</p></blockquote><table><thead><tr>"
        f"<th>tabel{note(3)}</th></tr></thead><tbody><tr><td>cel{note(4)}</td></tr></tbody></table>"
        f"<p><strong>vet{note(5)}</strong></p><h2>Noten</h2><ol class=\"noten\">"
        + "".join(f'<li id="noot-{n}"><p>Noot {letter}. {back(n)}</p></li>' for n, letter in enumerate("pqrst", 1))
        + "</ol>",
        "ul[li[punt noot1[p[Noot p.]]]] blockquote[p[citaat noot2[p[Noot q.]]]] "
        "table[thead[tr[th[tabel noot3[p[Noot r.]]]]] tbody[tr[td[cel noot4[p[Noot s.]]]]]] "
        "p[strong[vet noot5[p[Noot t.]]]]",
    ),
}  # fmt: skip


TAGS = "p|h[1-6]|ul|ol|li|blockquote|pre|hr|figure|figcaption|table|thead|tbody|tr|th|td|br"


def flat(html: str) -> str:
    """Return *html* without white space around blocks, and every other white space one space."""
    return re.sub(rf"\s*(</code></pre>|</?(?:{TAGS})\b[^>]*>)\s*", r"\1", re.sub(r"(?:&nbsp;|\s)+", " ", html)).strip()


def short(nodes: list[Any]) -> str:
    """Return data as `tag.class[children]`, an image by its file's name."""
    return " ".join(filter(None, map(_short, nodes)))


def _short(node: Any) -> str:
    if isinstance(node, str):
        return " ".join(node.split())
    if node["t"] == "img":
        return f"img({node.get('src', '')})"
    name = f"noot{node['nr']}" if node["t"] == "noot" else node["t"]
    extra = f".{node['class']}" if "class" in node else f":{node['start']}" if "start" in node else ""
    return f"{name}{extra}[{short(node['c'])}]"


@pytest.fixture(params=CONSTRUCTS.values(), ids=CONSTRUCTS)
def construct(request: pytest.FixtureRequest) -> Construct:
    found: Construct = request.param
    return found


def test_check_takes_it(construct: Construct) -> None:
    assert [str(each) for each in check("a.md", construct.text, 1, KNOWN)] == []


def test_on_the_site(construct: Construct) -> None:
    assert flat(to_html(construct.text, "")) == construct.html


def test_as_data(construct: Construct) -> None:
    images = {"afbeeldingen/loket.png": "loket"}
    assert short(to_data(to_html(construct.text, ""), "een", images)) == construct.data


# On paper

Path = tuple[str, ...]
COLUMN = (110.1, 86)  # mm: the text of a fiche, and a third of its page


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the fact sheet of a fiche with every construct, each under a heading of its own."""
    extra = {"wide": "![Breed](afbeeldingen/breed.png)", "tall": "![Hoog](afbeeldingen/hoog.png)"}
    texts = {name: each.text for name, each in CONSTRUCTS.items()} | extra
    body = "\n\n".join(f"## {name}\n\n{text}" for name, text in texts.items())
    images = {"loket": png(60, 40), "breed": png(3000, 900), "hoog": png(300, 2400)}
    files = {f"content/afbeeldingen/{name}.png": data for name, data in images.items()}
    text = minimal("laatst_nagekeken: 2026", body)
    root = small(tmp_path_factory.mktemp("alles"), {**WITHOUT_FICHES, **files}, een=text)
    catalogue = good(root)
    table = desk(root, catalogue, SETTING)
    press = Press((CHECKOUT / "themes" / "default",), catalogue.beelden)
    return press.print(book.of_practice(table, catalogue.praktijken[0]))


@pytest.fixture(scope="module")
def tree(printed: bytes) -> Iterator[list[tuple[Path, pikepdf.Dictionary]]]:
    """Return every element of the structure of the PDF with the kinds of those it is in, outermost first."""
    with pikepdf.open(BytesIO(printed)) as pdf:
        yield list(elements(pdf.Root.StructTreeRoot.K, ()))


def elements(node: pikepdf.Object, path: Path) -> Iterator[tuple[Path, pikepdf.Dictionary]]:
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from elements(each, path)
    elif isinstance(node, pikepdf.Dictionary):
        inside = (*path, str(node.S)[1:]) if "/S" in node else path
        if "/S" in node:
            yield inside, node
        if "/K" in node:
            yield from elements(node.K, inside)


def attribute(element: pikepdf.Dictionary, name: str) -> Any:
    """Return attribute *name* of *element*, which may have several sets of them; None without it."""
    sets = element.get("/A", [])
    return next((each[name] for each in (sets if isinstance(sets, pikepdf.Array) else [sets]) if name in each), None)


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(re.sub(r"[\u00ad\u0002\ufffe-]\s*\r?\n", "", text).replace("\u200b", "").split())


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    [
        pytest.param("L LI LBody L LI LBody L LI LBody Code", id="code in a third list"),
        pytest.param("BlockQuote L LI LBody BlockQuote L LI LBody P", id="a list in a quote in a list in a quote"),
        pytest.param("BlockQuote BlockQuote P", id="a quote in a quote"),
        pytest.param("L LI LBody Table TBody TR TD", id="a table in a list"),
        pytest.param("Table THead TR TH", id="the head of a table"),
        pytest.param("Table THead TR TH Note", id="a note in the head of a table"),
        pytest.param("Table TBody TR TD Note", id="a note in a table"),
        pytest.param("BlockQuote P Note", id="a note in a quote"),
        pytest.param("L LI LBody P Note", id="a note in a list"),
        pytest.param("Note L LI LBody L LI LBody P", id="lists in a note"),
        pytest.param("Note Code", id="code in a note"),
        pytest.param("P Lbl Link", id="the number of a note"),
        pytest.param("Link Figure", id="an image as a link"),
        pytest.param("Caption", id="a caption"),
        pytest.param("P Em Strong", id="emphasis in emphasis"),
    ],
)
def test_the_structure_has(tree: list[tuple[Path, pikepdf.Dictionary]], path: str) -> None:
    found = [" ".join(kinds).replace(" L L ", " L LI LBody L ").replace("Div ", "") for kinds, _ in tree]
    assert any(kinds.endswith(f" {path}") or f" {path} " in kinds for kinds in found)


@pytest.mark.slow
def test_every_name_of_a_column_says_that_it_is_one(tree: list[tuple[Path, pikepdf.Dictionary]]) -> None:
    heads = [element for path, element in tree if path[-1] == "TH"]
    assert len(heads) == 3 + 2 + 2 + 1
    assert {str(attribute(head, "/Scope")) for head in heads} == {"/Column"}
    cells = [element for path, element in tree if path[-1] == "TD"]
    assert all(len(attribute(cell, "/Headers")) == 1 for cell in cells)


@pytest.mark.slow
def test_every_note_is_there_once(tree: list[tuple[Path, pikepdf.Dictionary]], printed: bytes) -> None:
    notes = [element for path, element in tree if path[-1] == "Note"]
    assert len(notes) == len({str(note.ID) for note in notes}) == 2 + 1 + 5
    words = words_of(printed)
    assert [words.count(text) for text in ("Noot twee.", "Noot een.", "Alinea gaat door.", "Noot t.")] == [1, 1, 1, 1]


@pytest.mark.slow
def test_every_image_has_its_description_and_fits(tree: list[tuple[Path, pikepdf.Dictionary]]) -> None:
    figures = [element for path, element in tree if path[-1] == "Figure"]
    assert [str(figure.Alt) for figure in figures] == ["Een loket"] * 4 + ["Breed", "Hoog"]
    sizes = [[float(n) * 25.4 / 72 for n in attribute(figure, "/BBox")] for figure in figures]
    sizes = [(right - left, top - bottom) for left, bottom, right, top in sizes]
    assert all(width <= COLUMN[0] and height <= COLUMN[1] for width, height in sizes), sizes
    assert sizes[4][0] > 108, "as wide as its column"
    assert sizes[5][1] > 80, "a third of the page"
    assert sizes[0][0] < 20, "no larger than on the site"


@pytest.mark.slow
def test_every_word_is_there(printed: bytes) -> None:
    words = words_of(printed)
    for part in (
        "allebei vet schuin vet schuin vet schuin vet schuin", "snake_case_naam en ongelooflijk", "weg en ook weg, ~20",
        "a < b en `", "© é & &amp; R&D", "*geen* # < ~ @ \\ 1986. Zo", "Привет Ωμέγα", "Twee", "Zes",
        "met titel (voorbeeld.be)", "https://voorbeeld.be/pad/pad/", "7. zeven 8. acht", "☐ lokaal ☑ coach",
        "gezin 12 a | b", "De eerste dag", "Kijk eens.", "Alinea gaat door.", "[^lang]: code",
    ):  # fmt: skip
        assert part in words, part


@pytest.mark.slow
def test_a_column_is_aligned_as_it_was_written(printed: bytes) -> None:
    document = pypdfium2.PdfDocument(printed)
    for page in document:
        text = page.get_textpage()
        found = text.search("aantal").get_next()
        if found:
            break
    edges = [text.get_charbox(found[0] + 5)[2]]
    start = text.get_text_range().replace("\r\n", "\n").index("gezin") and text.search("gezin").get_next()[0]
    number = next(at for at in range(start, start + 20) if text.get_text_range(at, 2) == "12")
    edges.append(text.get_charbox(number + 1)[2])
    document.close()
    assert abs(edges[0] - edges[1]) < 1
