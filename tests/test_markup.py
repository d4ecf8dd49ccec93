"""The text below the front matter: its rules with their places, safe HTML, and that no text makes them slow."""

import re
import time

import pytest

from fichebak.body import LENGTH_AT_MOST, Known, check
from fichebak.markup import to_data, to_html

KNOWN = Known(("samen-naar-school", "taalbad"), ("klas.jpg",))


def report(body: str) -> list[str]:
    """Return the problems of *body*, which begins on line 1, each on a line without its hint."""
    return [str(each).split("\n")[0].removeprefix("a.md:") for each in check("a.md", body, 1, KNOWN)]


def codes(body: str) -> list[str]:
    return [each.code for each in check("a.md", body, 1, KNOWN)]


# The rules.


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="nothing"),
        pytest.param("## Aanleiding\n\n### Vraag\n\n## Aanpak\n", id="headings"),
        pytest.param("## Kop ##\n\n## `code`\n", id="headings with hashes behind, or only code"),
        pytest.param("Een `<b>` en ``[x](y) ` `` in code.\n", id="a code span"),
        pytest.param("Een `code\n<b>` over twee regels.\n", id="a code span over two lines"),
        pytest.param("```html\n<b># [x](javascript:y)\n```\n", id="a code block"),
        pytest.param("~~~\n```\n<b>\n~~~\n", id="a code block with tildes"),
        pytest.param("````\n```\n<b>\n````\n", id="a code block in a code block"),
        pytest.param("- a\n\n  ```\n  <b>\n  ```\n", id="a code block in a list"),
        pytest.param("> ```\n> <b>\n> ```\n", id="a code block in a quote"),
        pytest.param("\\<b> en \\[x](y) en \\`x\\`\n", id="escaped characters"),
        pytest.param("Jonger < 18, 3 <4 en a<3.\n", id="a less-than sign"),
        pytest.param("R&amp;D &lt;b&gt;\n", id="entities"),
        pytest.param("[x](https://voorbeeld.be/a_(b)?c=d#e)\n", id="a link with brackets"),
        pytest.param("[x](<https://voorbeeld.be>)\n", id="a link between angles"),
        pytest.param('[x](https://voorbeeld.be "titel")\n', id="a link with a title"),
        pytest.param("<https://voorbeeld.be> <info@voorbeeld.be>\n", id="bare links"),
        pytest.param("[x](mailto:info@voorbeeld.be)\n", id="a mail address"),
        pytest.param("[x][1] en [2]\n\n[1]: https://voorbeeld.be\n[2]: /praktijken/taalbad/\n", id="links by name"),
        pytest.param(
            "[a](/praktijken/taalbad/) [b](../taalbad/) [c](taalbad.md) [d](../practices/taalbad.md)\n",
            id="every way to name a fiche",
        ),
        pytest.param("![Een klas](afbeeldingen/klas.jpg) ![Een klas](../afbeeldingen/klas.jpg)\n", id="an image"),
        pytest.param("[![Een klas](afbeeldingen/klas.jpg)](https://voorbeeld.be)\n", id="a link around an image"),
        pytest.param("[sic] en [ja (nee)\n", id="brackets that are no link"),
        pytest.param("[a\n\nb](javascript:x)\n", id="no link goes over a blank line"),
        pytest.param("- a\n  - b\n    - c\n      - d\n        - e\n          - f\n", id="six levels by two spaces"),
        pytest.param("- a\n    - b\n        - c\n            - d\n", id="four levels by four spaces"),
        pytest.param("- - - - - - - -\n", id="a rule of dashes"),
        pytest.param("tekst\n\n---\n\ntekst\n", id="a rule"),
        pytest.param("| a | b |\n| --- | --- |\n| 1 | 2 |\n", id="a table"),
        pytest.param("2016. Een jaar\n", id="a year and a point"),
        pytest.param("a[^1] b[^1] c[^é-2]\n\n[^1]: x\n[^é-2]:\n    y\n", id="notes"),
        pytest.param("[^1]: x\n\na[^1]\n", id="a note before its reference"),
        pytest.param("a[^b>c]\n\n[^b>c]: d\n\n    e\n", id="a note with an odd name"),
        pytest.param("`[^1]` \\[^2]\n\n```\n[^3]: x\n```\n", id="notes in code, or escaped"),
        pytest.param("a[^1]\n\n[^1]: x\n\n    ```\n    [^2]: y[^3]\n    ```\n", id="code in a note"),
        pytest.param("om 9:30, 10:15:20 en €5 of $5 en $6\n", id="hours and money"),
        pytest.param("a == b, a: b, {x} en `:tada: ==x== $x$`\n", id="signs that are no markup"),
        pytest.param(
            "[x](https://a.be/$b$/:c:) https://a.be/==d== ![e](afbeeldingen/klas.jpg '$f$ (g)')\n", id="in an address",
        ),
        pytest.param("| a | b |\n| - | - |\n| `c\\|d` | e \\| f |\n| g |\n", id="bars that are escaped, a short row"),
        pytest.param("|  | a |\n| - | - |\n| b | c |\n", id="a table without a first name"),
        pytest.param("a | b\n-- | --\nc | d\n", id="a table without bars at its edges"),
    ],
)
def test_fine(body: str) -> None:
    assert report(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("tekst\n\n# Kop\n", ["3:1: F070 "], id="a heading of the first level"),
        pytest.param("Kop\n===\n", ["1:1: F070 "], id="a heading by underlining"),
        pytest.param("Kop\n---\n", ["1:1: F070 "], id="a heading by underlining with dashes"),
        pytest.param("### Kop\n", ["1:1: F071 "], id="begins too deep"),
        pytest.param("## a\n\n#### b\n", ["3:1: F071 "], id="skips a level"),
        pytest.param("> #### a\n", ["1:3: F071 "], id="skips a level in a quote"),
        pytest.param("##\n", ["1:1: F072 "], id="an empty heading"),
        pytest.param("## ##\n", ["1:1: F072 "], id="a heading of hashes"),
        pytest.param("a ![](afbeeldingen/klas.jpg)\n", ["1:3: F073 "], id="an image without description"),
        pytest.param("![a](klas.jpg)\n", ["1:1: F076 "], id="an image elsewhere"),
        pytest.param("![a](https://voorbeeld.be/klas.jpg)\n", ["1:1: F076 "], id="an image of another site"),
        pytest.param("![a][b]\n\n[b]: https://voorbeeld.be/klas.jpg\n", ["1:1: F076 "], id="an image by name"),
        pytest.param("Zie [dit](verslag.pdf) eens\n", ["1:5: F074 "], id="a file"),
        pytest.param("[x](javascript:alert(1))\n", ["1:1: F074 "], id="a script"),
        pytest.param("[x](JaVaScRiPt:alert)\n", ["1:1: F074 "], id="a script with capitals"),
        pytest.param("[x](data:text/html,x)\n", ["1:1: F074 "], id="data"),
        pytest.param("<javascript:alert(1)>\n", ["1:1: F074 "], id="a bare script is one problem"),
        pytest.param("[x](//voorbeeld.be)\n", ["1:1: F074 "], id="no scheme"),
        pytest.param("[x](#kop)\n", ["1:1: F074 "], id="a place on the page"),
        pytest.param("[x]()\n", ["1:1: F074 "], id="no address"),
        pytest.param("[een lange\ntekst](verslag.pdf)\n", ["1:1: F074 "], id="a link over two lines"),
        pytest.param("[a [b] c](verslag.pdf)\n", ["1:1: F074 "], id="brackets in the text of a link"),
        pytest.param(
            "[![Een klas](afbeeldingen/klas.jpg)](verslag.pdf)\n", ["1:1: F074 "], id="a wrong link around an image"
        ),
        pytest.param("x\n\n[a]: javascript:x\n", ["3:1: F074 "], id="a wrong link by name"),
        pytest.param("* [x]: https://x.be\n", ["1:3: F117 "], id="an address that nothing uses, in an item"),
        pytest.param("[a]: https://x.be\n[a]: https://y.be\n\n[a]\n", ["1:1: F117 "], id="two addresses by one name"),
        pytest.param("[](https://x.be)\n", ["1:1: F116 "], id="a link without words"),
        pytest.param("[a]:\n  javascript:x\n", ["1:1: F074 "], id="a wrong link by name on the next line"),
        pytest.param("[x](/praktijken/taalbat/)\n", ["1:1: F055 "], id="a fiche that is not there"),
        pytest.param("a <b>x</b>\n", ["1:3: F075 "], id="HTML, once a line"),
        pytest.param("<!-- x -->\n", ["1:1: F075 "], id="a comment"),
        pytest.param("<script>x</script>\n", ["1:1: F075 "], id="a script element"),
        pytest.param("x <img src=x\nonerror=y>\n", ["1:3: F075 "], id="HTML over two lines"),
        pytest.param("a `b <i>\n", ["1:6: F075 "], id="HTML after a loose backtick"),
        pytest.param("    <b>\n", ["1:5: F075 "], id="HTML in a text that goes in"),
        pytest.param("> > > > > > > x\n", ["1:1: F078 "], id="seven quotes"),
        pytest.param("- - - - - - - x\n", ["1:1: F078 "], id="seven lists on one line"),
        pytest.param("- > - > - > - x\n", ["1:1: F078 "], id="lists and quotes by turns"),
        pytest.param("".join("  " * n + "- a\n" for n in range(9)), ["7:1: F078 "], id="nine levels are one problem"),
        pytest.param("```\nx\n", ["1:1: F079 "], id="a code block without end"),
        pytest.param("```\nx\n```\n\n~~~\n```\n", ["5:1: F079 "], id="the second code block without end"),
        pytest.param("- a\n-\n", ["2:1: F080 "], id="an empty item"),
        pytest.param("1. a\n2.\n", ["2:1: F080 "], id="an empty numbered item"),
        pytest.param("a[^1]\n", ["1:2: F083 "], id="a reference without note"),
        pytest.param("a[^1]\n\n[^1]:\n", ["3:1: F083 "], id="a note without text"),
        pytest.param("a[^bron]\n\n[^brn]: x\n", ["1:2: F083 "], id="a misspelt reference is one problem"),
        pytest.param("a\n\n[^1]: x\n[^2]: y\n", ["3:1: F084 ", "4:1: F084 "], id="notes without reference"),
        pytest.param("a[^1]\n\n[^1]: x\n[^1]: y\n[^1]: z\n", ["4:1: F085 ", "5:1: F085 "], id="one note thrice"),
        pytest.param("a[^een noot]\n\n[^een noot]: x\n", ["1:2: F086 "], id="a note with a space is one problem"),
        pytest.param("a[^]\n", ["1:2: F086 "], id="a note without a name"),
        pytest.param("## a[^1]\n\n[^1]: x\n", ["1:5: F087 "], id="a note in a heading"),
        pytest.param("a[^1]\n\n[^1]: x[^2]\n[^2]: y\n", ["3:8: F087 "], id="a note in a note"),
        pytest.param("a[^1]\n\n[^1]: x\n\n    y[^2]\n[^2]: z\n", ["5:6: F087 "], id="a note deep in a note"),
        pytest.param("[a[^1]](https://a.be)\n\n[^1]: x\n", ["1:3: F087 "], id="a note in a link"),
        pytest.param("[a[^1]][b]\n\n[b]: https://a.be\n[^1]: x\n", ["1:3: F087 "], id="a note in a link by name"),
        pytest.param("![a[^1]](afbeeldingen/klas.jpg)\n\n[^1]: x\n", ["1:4: F087 "], id="a note in a description"),
        pytest.param("a[^1]\n\n- b\n  [^1]: x\n", ["4:3: F087 "], id="a note that begins in a list"),
        pytest.param("a[^1]\n\n> [^1]: x\n", ["3:3: F087 "], id="a note that begins in a quote"),
        pytest.param("a[^1]: b\n", ["1:2: F083 "], id="a note in the middle of a line"),
        pytest.param("[^1]: a [x](verslag.pdf)\n\nb[^1]\n", ["1:9: F074 "], id="a wrong link in a note"),
        pytest.param("*[OCMW]: x\n", ["1:1: F088 "], id="an abbreviation"),
        pytest.param("> *[OCMW]: x\n", ["1:3: F088 "], id="an abbreviation in a quote"),
        pytest.param("woord\n: uitleg\n", ["2:1: F089 "], id="a list of definitions"),
        pytest.param("> [!NOTE]\n> x\n", ["1:3: F089 "], id="a box of a forge"),
        pytest.param("a^[noot]\n", ["1:2: F089 "], id="a note in the line"),
        pytest.param("a ==b== c ==d==\n", ["1:3: F089 "], id="a marker, once a line"),
        pytest.param("## Kop {#id}\n", ["1:8: F089 "], id="an attribute"),
        pytest.param("a\n{: .b}\n", ["2:1: F089 "], id="attributes on a line"),
        pytest.param("::: tip\n", ["1:1: F089 "], id="a box of others"),
        pytest.param("[TOC]\n", ["1:1: F089 "], id="a table of contents"),
        pytest.param("$x^2$\n\n$$y$$\n", ["1:1: F089 ", "3:1: F089 "], id="a formula"),
        pytest.param("a :tada: b\n", ["1:3: F089 "], id="an emoji by name"),
        pytest.param("```mermaid\na\n```\n", ["1:1: F089 "], id="a diagram"),
        pytest.param("|  |  |\n| - | - |\n| a | b |\n", ["1:1: F091 "], id="a table without names"),
        pytest.param("| a |  |\n| - | - |\n| b | c |\n", ["1:1: F091 "], id="a column without name"),
        pytest.param("| a |\n| - |\n| b | c |\n| d | e |\n", ["3:1: F092 "], id="a cell too many, once a table"),
        pytest.param("| a | b |\n| - |\n| c |\n", ["2:1: F092 "], id="a dash too few"),
        pytest.param("> | a |\n> | - |\n> | b | c |\n", ["3:1: F092 "], id="a cell too many in a quote"),
        pytest.param("- | a |\n  | - |\n  | `b|c` |\n", ["3:1: F092 "], id="a bar in code in a table in a list"),
        pytest.param("## ![a](afbeeldingen/klas.jpg)\n", ["1:4: F093 "], id="an image in a heading"),
        pytest.param("~a" * 101, ["1:1: F081 "], id="too many waves in a paragraph"),
        pytest.param("a[^1]\n\n" * 101 + "[^1]: b\n", ["201:2: F096 "], id="too many references"),
        pytest.param("x\n\n" + "[a] " * 101, ["3:1: F081 "], id="too many brackets in a paragraph"),
        pytest.param("`a` " * 51, ["1:1: F081 "], id="too many code spans in a paragraph"),
    ],
)
def test_problem(body: str, expected: list[str]) -> None:
    found = report(body)
    assert [line[: len(start)] for line, start in zip(found, expected, strict=True)] == expected


def test_the_place_counts_from_the_line_the_body_begins_on() -> None:
    (found,) = check("a.md", "x\n\n# Kop\n", 12, KNOWN)
    assert (found.place.file, found.place.line, found.place.column) == ("a.md", 14, 1)


def test_a_fiche_that_is_not_there_has_a_near_miss() -> None:
    (found,) = check("a.md", "[x](/praktijken/taalbat/)\n", 1, KNOWN)
    assert found.hint == "Bedoelde u ‘taalbad’? Is de fiche er niet meer, haal de verwijzing dan weg."


def test_the_length_of_a_body() -> None:
    assert codes("woord " * (LENGTH_AT_MOST // 6)) == []
    assert codes("woord " * (LENGTH_AT_MOST // 6 + 1)) == ["F077"]


# Lists as on a forge.


def flat(html: str) -> str:
    """Return *html* without paragraphs, every white space one space, and none beside an element."""
    return re.sub(r" ?(<[^>]+>) ?", r"\1", re.sub(r"\s+", " ", re.sub(r"</?p>", " ", html))).strip()


@pytest.mark.parametrize(
    ("body", "html"),
    [
        pytest.param("tekst\n- a\n- b\n", "tekst<ul><li>a</li><li>b</li></ul>", id="right after a line"),
        pytest.param("tekst\n1. a\n2. b\n", "tekst<ol><li>a</li><li>b</li></ol>", id="numbers right after a line"),
        pytest.param("sinds\n2016. Daarna\n", "sinds 2016. Daarna", id="a year is no list"),
        pytest.param(
            "- a\n  - b\n    - c\n- d\n",
            "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
            id="nested by two spaces",
        ),
        pytest.param("- a\n    - b\n", "<ul><li>a<ul><li>b</li></ul></li></ul>", id="nested by four spaces"),
        pytest.param(
            "1. a\n   - b\n2. c\n", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", id="nested in numbers"
        ),
        pytest.param("- a\n  1. b\n  2. c\n", "<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>", id="numbers nested"),
        pytest.param("* a\n  + b\n", "<ul><li>a<ul><li>b</li></ul></li></ul>", id="other signs"),
        pytest.param("1) a\n2) b\n", "<ol><li>a</li><li>b</li></ol>", id="a bracket after the number"),
        pytest.param("3. a\n4. b\n", '<ol start="3"><li>a</li><li>b</li></ol>', id="begins at three"),
        pytest.param("- a\n1. b\n", "<ul><li>a</li></ul><ol><li>b</li></ol>", id="another kind of list"),
        pytest.param("- a\n  meer\n- b\n", "<ul><li>a meer</li><li>b</li></ul>", id="text that goes on"),
        pytest.param("- a\nmeer\n- b\n", "<ul><li>a meer</li><li>b</li></ul>", id="text that does not go in"),
        pytest.param("- a\n\n  meer\n- b\n", "<ul><li>a meer</li><li>b</li></ul>", id="a second paragraph"),
        pytest.param(
            "- a\n  - b\n\n  meer\n  - c\n- d\n",
            "<ul><li>a<ul><li>b</li></ul>meer<ul><li>c</li></ul></li><li>d</li></ul>",
            id="a paragraph between",
        ),
        pytest.param("- a\n\n- b\n", "<ul><li>a</li><li>b</li></ul>", id="a blank line between"),
        pytest.param("- a\n\ntekst\n\n- b\n", "<ul><li>a</li></ul>tekst<ul><li>b</li></ul>", id="text between"),
        pytest.param(
            "- a\n## Kop\n- b\n", "<ul><li>a</li></ul><h2>Kop</h2><ul><li>b</li></ul>", id="a heading between"
        ),
        pytest.param("- a\n  ## b\n  c\n", "<ul><li>a<h2>b</h2>c</li></ul>", id="a heading in it"),
        pytest.param("> a\n\n> b\n", "<blockquote>a</blockquote><blockquote>b</blockquote>", id="two quotes"),
        pytest.param(
            "- a\n  > b\n\n  > c\n", "<ul><li>a<blockquote>b</blockquote><blockquote>c</blockquote></li></ul>",
            id="two quotes in an item",
        ),
        pytest.param("- a\n---\ntekst\n", "<ul><li>a</li></ul><hr>tekst", id="a rule ends a list"),
        pytest.param("a\n\n-   -   -\n", "a<hr>", id="a rule with wide gaps"),
        pytest.param("1234567890. a\n", "1234567890. a", id="a number too long for a list"),
        pytest.param("1. a\n1234567890. b\n", "<ol><li>a 1234567890. b</li></ol>", id="a number too long for an item"),
        pytest.param("- a\n\n  -   -   -\n- b\n", "<ul><li>a<hr></li><li>b</li></ul>", id="a rule in an item"),
        pytest.param("- a\n> b\n", "<ul><li>a</li></ul><blockquote>b</blockquote>", id="a quote ends a list"),
        pytest.param(
            "- a\n\n  > b\n- c\n", "<ul><li>a<blockquote>b</blockquote></li><li>c</li></ul>", id="a quote in it"
        ),
        pytest.param(
            "> - a\n>   - b\n", "<blockquote><ul><li>a<ul><li>b</li></ul></li></ul></blockquote>", id="in a quote"
        ),
        pytest.param(
            "- **a**\n- `- b`\n", "<ul><li><strong>a</strong></li><li><code>- b</code></li></ul>", id="with marks"
        ),
        pytest.param("a\n-b\n", "a -b", id="a dash without space in a text"),
        pytest.param(
            "- a\n  ```\n  x\n\n    y\n  ```\n- b\n",
            "<ul><li>a<pre><code>x y</code></pre></li><li>b</li></ul>",
            id="a code block in an item",
        ),
        pytest.param("- a\n```\nx\n```\n", "<ul><li>a</li></ul><pre><code>x</code></pre>", id="a code block after it"),
        pytest.param("~~~\n```\n- x\n~~~\n", "<pre><code>``` - x</code></pre>", id="no list in a code block"),
        pytest.param("> ```\n> x\n> ```\n", "<blockquote><pre><code>x</code></pre></blockquote>", id="code in a quote"),
        pytest.param(
            "tekst\n| a | b |\n| - | - |\n| 1 | 2 |\n",
            "tekst<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
            id="a table right after a line",
        ),
        pytest.param(" ## Kop\n", "<h2>Kop</h2>", id="a heading after a space"),
    ],
)
def test_looks_as_on_a_forge(body: str, html: str) -> None:
    assert codes(body) == []
    assert flat(to_html(body, "")) == html


# Safe HTML.


@pytest.mark.parametrize(
    ("body", "html"),
    [
        pytest.param("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", id="a script is text"),
        pytest.param('<b onclick="x">y</b>', '&lt;b onclick="x"&gt;y&lt;/b&gt;', id="an element is text"),
        pytest.param("<div>\n\n**x**\n\n</div>", "&lt;div&gt;<strong>x</strong>&lt;/div&gt;", id="a block is text"),
        pytest.param("[x](javascript:alert)", "<a>x</a>", id="a script as link"),
        pytest.param("[x](java\tscript:alert)", "<a>x</a>", id="a script with a tab"),
        pytest.param("[x](&#106;avascript:alert)", "<a>x</a>", id="a script in entities"),
        pytest.param("[x](data:text/html;base64,x)", "<a>x</a>", id="data as link"),
        pytest.param("![x](javascript:y)", '<img alt="x">', id="a script as image"),
        pytest.param("![x](https://elders.be/x.png)", '<img alt="x">', id="an image of another site"),
        pytest.param('[x](https://a.be "t")', '<a href="https://a.be" title="t">x</a>', id="a title may stay"),
        pytest.param('![a" onerror="x](afbeeldingen/klas.jpg)', None, id="a quote in a description"),
        pytest.param("# x", "x", id="a heading of the first level is text"),
        pytest.param("///Footnotes Go Here///", "///Footnotes Go Here///", id="no text says where notes go"),
        pytest.param('a[^"><script>]\n\n[^"><script>]: b', None, id="a name of a note"),
        pytest.param("a[^1]\n\n[^1]: <script>x</script>", None, id="a script in a note"),
        pytest.param("a[^1]\n\n[^1]: b\n    [^2]: c[^1]", None, id="a note that holds the beginning of another"),
        pytest.param("a\n\n[^1]: b[^1]", "a", id="a note that only it refers to"),
        pytest.param("http://a.be/\"onclick=x www.a.be'><b>", None, id="a bare address"),
    ],
)
def test_html_is_safe(body: str, html: str | None) -> None:
    found = flat(to_html(body, ""))
    outside = re.sub(r'"[^"]*"', "", found)
    assert not re.search(r"<[^>]*\son\w+=|<script|<b>", outside)
    assert html is None or found == html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        pytest.param("[x](../taalbad/)", '<a href="../../praktijken/taalbad/">x</a>', id="a fiche beside it"),
        pytest.param("[x](taalbad.md)", '<a href="../../praktijken/taalbad/">x</a>', id="a file beside it"),
        pytest.param("[x](/praktijken/taalbad/)", '<a href="../../praktijken/taalbad/">x</a>', id="an address"),
        pytest.param("![x](afbeeldingen/klas.jpg)", '<img alt="x" src="../../afbeeldingen/klas.jpg">', id="an image"),
    ],
)
def test_addresses_are_relative(body: str, html: str) -> None:
    assert flat(to_html(body, "../../")) == html


def test_the_guide_gets_the_same_as_data() -> None:
    assert to_data(to_html("## Kop\n\nEen [link](https://a.be) & `#x`.\n- a\n  - b\n", "")) == [
        {"t": "h2", "c": ["Kop"]},
        {
            "t": "p",
            "c": ["Een ", {"t": "a", "c": ["link"], "href": "https://a.be"}, " & ", {"t": "code", "c": ["#x"]}, "."],
        },
        {"t": "ul", "c": [{"t": "li", "c": ["a", {"t": "ul", "c": [{"t": "li", "c": ["b"]}]}, "\n"]}]},
    ]  # fmt: skip


# No text makes them slow.

SIGNS = (
    "[", "[](", "[a](", "![a](", "[^", "[a][a] ", "[a]:b\n", "](", "*", "*_", "*a*", "a*b**c***", "_a __b ", "`",
    "`` `", "```\n", "```a\n", "<", "<a@", "<!--", "<![CDATA[", "> ", "> a\n", "- ", "- a\n", "-\n", "1. ", "- > ",
    "# ", "## a\n", "a\n=\n", "|-", "a|b\n", "\\`", "&#", " ", "\n", "[^1]", "a[^1] ", "[^1]: a\n",
    "[^a]:\n    [^b]: c\n\n", "~",
    "~~", "~a", "~~a~~ ", "https://a.be ", "https://", "a@b.be ", "a@", "www.", "- [ ] a\n",
    "|a|\n|-|\n", ":a:", ":a", "$a$", "$", "==a==", "==a ", "{: a}", "{:", "^[a]", "*[a]: b\n", ": a\n", "a\n: b\n",
    "![a](afbeeldingen/klas.jpg 't')\n\n",
    "    [^1]: a\n", "\u0301", "\U0001f600", "\u0645",
)  # fmt: skip
SHAPES = {
    "one line": lambda sign: sign * (LENGTH_AT_MOST // len(sign)),
    "an item": lambda sign: f"- {sign * (29_990 // len(sign))}",
    "paragraphs": lambda sign: (f"{sign * 95}\n\n" * LENGTH_AT_MOST)[:LENGTH_AT_MOST],
}
DEEP = {
    "nested items": "".join("  " * (n % 100) + "- a\n" for n in range(280)),
    "a rule with wide gaps": "-   " * 7_000,
    "numbers too long for lists": "1234567890. " * 2_400,
    "growing backticks": " ".join("`" * n for n in range(1, 240)),
    "brackets around links": "[" * 900 + "a" + "](https://a.be)" * 900,
    "a wide table": "|" + "a|" * 400 + "\n|" + "-|" * 400 + "\n" + ("|" + "a|" * 400 + "\n") * 34,
    "a heading of hashes": "#" * 29_000 + "x",
    "a definition without end": "[a]: " + "<" * 29_000,
    "code hidden in a quote": "> ```\n" + "[" * 29_000,
    "code hidden in an item": "- ```\n" + "[" * 29_000 + "\n```\n",
    "a note of everything": "x[^1]\n\n[^1]: a\n" + "    - a\n\n    > b\n\n    | c |\n    | - |\n\n" * 700,
    "a note for every word": "".join(f"a[^{n}] " for n in range(90)) + "".join(f"\n[^{n}]: b" for n in range(90)),
    "many notes": "".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(1200)),
    "an address with brackets": "https://a.be/" + ")" * 29_000,
    "one note for all": "a[^1]\n\n" * 3000 + "[^1]: b\n",
    "notes in notes": "a[^0]\n\n" + "".join(f"[^{n}]: b[^{n + 1}]\n" for n in range(1500)),
    "escaped and not": "\\" * 15_001 + "[" * 14_000,
}
HOSTILE = {f"{sign!r} as {name}": shape(sign) for sign in SIGNS for name, shape in SHAPES.items()} | DEEP


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_checked_and_converted_in_two_seconds(body: str) -> None:
    assert len(body) <= LENGTH_AT_MOST
    start = time.process_time()
    problems = check("a.md", body, 1, KNOWN)
    checked = time.process_time()
    assert checked - start < 2
    if not problems:
        to_data(to_html(body, ""))
        assert time.process_time() - checked < 2
