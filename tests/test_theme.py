"""Themes: what overrides what, and what the default theme promises to whoever loads a page or prints the guide."""

import re
import tomllib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from small_catalogue import CHECKOUT, FILES, SETTING, WITH_GUIDES, good, small

from fichebak import book
from fichebak.build import desk, print_guide
from fichebak.config import Root
from fichebak.guide import Press
from fichebak.problems import Failure
from fichebak.render import palette, render, theme
from fichebak.write import copy_theme

DEFAULT = CHECKOUT / "themes" / "default"
FILLS_THE_BLOCK = ("praktijken/", "aanbevelingen/", "vergelijk/", "gids/", "fiche-toevoegen/")
SUMMER = {**FILES, "content/catalogue.yaml": "thema: zomer\n"}


def pages(root: Root) -> dict[str, str]:
    catalogue = good(root)
    look = theme(root.themes(catalogue.instellingen.thema))
    return {output.path: output.data.decode() for output in render(catalogue, SETTING, look)}


# What overrides what


def test_the_default_theme_is_found_in_the_checkout(tmp_path):
    assert Root(tmp_path).themes("default") == (DEFAULT,)


def test_folders_are_looked_in_from_the_catalogues_theme_down(tmp_path):
    for name in ("zomer", "default"):
        (tmp_path / "themes" / name).mkdir(parents=True)
    assert Root(tmp_path).themes("zomer") == (tmp_path / "themes" / "zomer", tmp_path / "themes" / "default", DEFAULT)


def test_a_template_of_the_same_name_replaces_the_default_one(tmp_path):
    made = pages(small(tmp_path, {**FILES, "themes/default/templates/404.html": "<p>{{ site.titel }} kwijt</p>"}))
    assert made["404.html"] == "<p>Proefbak kwijt</p>"
    assert "Geen koekjes." in made["privacy/index.html"]


def test_a_template_can_extend_the_one_it_replaces(tmp_path):
    template = '{% extends "default/tekst.html" %}{% block kop %}<meta name="zomer">{% endblock %}'
    made = pages(small(tmp_path, {**SUMMER, "themes/zomer/templates/tekst.html": template}))
    assert '<meta name="zomer">' in made["over/index.html"]
    assert "<h1>Over Proefbak</h1>" in made["over/index.html"]
    assert '<meta name="zomer">' not in made["index.html"]


def test_a_base_that_is_extended_reaches_every_page(tmp_path):
    template = '{% extends "default/basis.html" %}{% block kop %}<meta name="zomer">{% endblock %}'
    made = pages(small(tmp_path, {**SUMMER, "themes/zomer/templates/basis.html": template}))
    plain = {path for path, html in made.items() if path.endswith(".html") and '<meta name="zomer">' not in html}
    fills_the_block = {path for path in plain if path.startswith(FILLS_THE_BLOCK)} | {"404.html", "index.html"}
    assert plain == fills_the_block


def test_a_palette_of_the_theme_gives_the_colours(tmp_path):
    colour = 'tab = "#000001"\ntekst = "#000002"\ntab_donker = "#000003"\ntekst_donker = "#000004"\n'
    made = pages(small(tmp_path, {**SUMMER, "themes/zomer/palette.toml": f"[[kleur]]\n{colour}"}))
    assert made["styles/domeinen.css"].split("\n")[0] == (
        ".domein-onthaal{--stock:#000001;--acc:#000002;--slot:0.0000}"
    )
    assert ".domein-taal{--stock:#000001;--acc:#000002;--slot:0.5000}" in made["styles/domeinen.css"]


def test_styles_scripts_fonts_and_images_of_the_theme_have_the_last_word(tmp_path):
    root = small(tmp_path, {
        **SUMMER, "themes/zomer/styles/print.css": "/* zomer */", "themes/zomer/images/nieuw.svg": "<svg/>",
        "themes/zomer/styles/.verborgen": "weg", "themes/zomer/geheim.txt": "weg",
    })  # fmt: skip
    copy_theme(tmp_path / "uit", root.themes("zomer"))
    made = {p.relative_to(tmp_path / "uit").as_posix() for p in (tmp_path / "uit").rglob("*") if p.is_file()}
    assert (tmp_path / "uit" / "styles" / "print.css").read_text() == "/* zomer */"
    assert {"images/nieuw.svg", "images/fichebak.svg", "styles/base.css"} <= made
    assert {"styles/.verborgen", "geheim.txt"}.isdisjoint(made)


@pytest.mark.slow
def test_a_part_of_the_guide_can_be_replaced_and_can_stand_on_the_default(tmp_path):
    part = '#import "default/opmaak.typ": *\n#let papier = (breed: 200mm, hoog: 297mm)\n'
    own = '#import "default/gids.typ"\n#set document(title: "Zomergids")\n#set text(lang: "nl")\n#title[Zomer]\n'
    root = small(tmp_path, {**SUMMER, "themes/zomer/guide/gids.typ": own})
    with pikepdf.open(BytesIO(print_guide(root, good(root), WITH_GUIDES))) as pdf:
        assert str(pdf.docinfo.Title) == "Zomergids"
    without = '#import "opmaak.typ": *\n#let registers = [Zonder register]\n'
    small(tmp_path, {"themes/zomer/guide/registers.typ": without})
    (tmp_path / "themes" / "zomer" / "guide" / "gids.typ").unlink()
    small(tmp_path, {"themes/zomer/guide/extra.typ": part})
    pdf_bytes = print_guide(root, good(root), WITH_GUIDES)
    press = Press((DEFAULT,), good(root).beelden)
    assert len(pdf_bytes) != len(press.print(book.whole(desk(root, good(root), WITH_GUIDES))))


def test_a_palette_that_is_no_palette_is_a_sentence(tmp_path):
    for text in ("dit is geen toml", "[[kleuren]]\n", "kleur = []\n", '[[kleur]]\ntab = "#fff"\n'):
        root = small(tmp_path, {**SUMMER, "themes/zomer/palette.toml": text})
        with pytest.raises(Failure, match=r"palette\.toml"):
            palette(root.themes("zomer"))


# What the default theme promises


def test_fonts_of_the_first_load_are_light_and_free():
    fonts = {path.name: path.stat().st_size for path in (DEFAULT / "fonts").glob("*.woff2")}
    base = (DEFAULT / "templates" / "basis.html").read_text()
    first = [name for name in fonts if name in base]
    assert first
    assert sum(fonts[name] for name in first) <= 90_000
    for folder in (DEFAULT / "fonts", DEFAULT / "guide" / "fonts"):
        files = [path.name for path in folder.iterdir() if path.suffix != ".txt"]
        families = {re.sub(r"(-italic)?-\d{3}(-\d{3})?\..*", "", name) for name in files}
        licences = {p.stem.removeprefix("OFL-") for p in folder.glob("OFL-*.txt")}
        assert families == licences


def test_the_guide_has_static_fonts():
    kinds = {path.suffix for path in (DEFAULT / "guide" / "fonts").iterdir()}
    assert kinds <= {".ttf", ".otf", ".txt"}
    assert not any(b"fvar" in p.read_bytes()[:1000] for p in (DEFAULT / "guide" / "fonts").glob("*.[ot]tf"))


def resources() -> list[Path]:
    return [path for folder in ("styles", "scripts", "images", "templates") for path in (DEFAULT / folder).iterdir()]


@pytest.mark.parametrize("path", resources(), ids=lambda path: path.name)
def test_the_theme_asks_nothing_of_another_host(path):
    found = re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}[^\s\"')]*", path.read_text())
    assert [each for each in found if "www.w3.org" not in each] == []


def test_stylesheets_lead_to_files_that_are_there():
    for sheet in (DEFAULT / "styles").glob("*.css"):
        for address in re.findall(r"url\([\"']?([^\"')]+)", sheet.read_text()):
            assert not address.startswith("/"), f"{sheet.name}: {address} is not relative"
            assert (sheet.parent / address).is_file(), f"{sheet.name}: {address}"


def test_scripts_import_files_that_are_there():
    for script in (DEFAULT / "scripts").glob("*.js"):
        for address in re.findall(r"(?:from|import\()\s*[\"']([^\"']+)[\"']", script.read_text()):
            assert address.startswith("./"), f"{script.name}: {address}"
            assert (script.parent / address).is_file(), f"{script.name}: {address}"


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "colour", tomllib.loads((DEFAULT / "palette.toml").read_text())["kleur"], ids=lambda colour: colour["tab"]
)
def test_every_domain_can_be_read(colour):
    """Dark ink on the tab, the darker hue on a white card, the lighter one on a dark card: WCAG AA and more."""
    assert contrast(colour["tab"], "#1B1A17") >= 4.5
    assert contrast(colour["tab_donker"], "#1B1A17") >= 4.5
    assert contrast(colour["tekst"], "#FFFEFB") >= 4.5
    assert contrast(colour["tekst_donker"], "#1E1D1A") >= 4.5


def grey(colour: str) -> str:
    """Return *colour* as a printer without colours makes it (Rec. 601)."""
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return "#" + f"{round(0.299 * red + 0.587 * green + 0.114 * blue):02x}" * 3


def token(name: str, file: str = "tokens.css") -> str:
    """Return the first, light colour that stylesheet *file* gives *name*."""
    found = re.search(rf"{name}: (#[0-9a-f]{{6}})", (DEFAULT / "styles" / file).read_text())
    assert found, name
    return found[1]


PANEL = token("background", "print-fiche.css")


@pytest.mark.parametrize(
    "colour", tomllib.loads((DEFAULT / "palette.toml").read_text())["kleur"], ids=lambda colour: colour["tab"]
)
def test_every_domain_can_be_read_in_grey(colour):
    """On the tab at the edge, in the facts box, and as a bar in a chart: text 4.5, a bar on its track 3."""
    assert contrast(grey(token("--on-stock")), grey(colour["tab"])) >= 4.5
    assert contrast(grey(colour["tekst"]), "#FFFFFF") >= 4.5
    assert contrast(grey(colour["tekst"]), grey(PANEL)) >= 4.5
    assert contrast(grey(colour["tekst"]), grey(token("--rule"))) >= 3


def test_other_words_can_be_read_in_grey():
    for name in ("--ink", "--ink-2", "--stamp"):
        assert contrast(grey(token(name)), grey(PANEL)) >= 4.5, name


def test_each_domain_gives_its_pages_a_tab(tmp_path):
    """Its word, whatever stands in it, its colour, its place and a length that its word fits in."""
    label = 'Wonen "en" \\ {werk} </style>'
    root = small(tmp_path, {**FILES, "content/domains/taal.md": f"---\nlabel: '{label}'\nvolgorde: 2\n---\n"})
    rows = pages(root)["styles/domeinen.css"].split("\n")
    page = next(row for row in rows if row.startswith("@page domein-taal{"))
    words = re.search(r'content:"((?:[^"\\]|\\[0-9a-f]+ )*)";', page)
    assert words
    assert re.sub(r"\\([0-9a-f]+) ", lambda sign: chr(int(sign[1], 16)), words[1]) == label
    assert f";height:calc({len(label)}ch + 7mm);margin-top:calc(" in page
    assert [row for row in rows if row.endswith("{page:domein-taal}")]


def test_domains_beyond_the_palette_begin_it_again(tmp_path):
    colours = len(palette((DEFAULT,)))
    root = small(tmp_path, {**FILES, "content/domains/werk.md": f"---\nlabel: Werk\nvolgorde: {colours + 1}\n---\n"})
    rows = pages(root)["styles/domeinen.css"].split("\n")
    first, last = (re.search(r"--stock:(#\w+)", row) for row in (rows[0], rows[2]))
    assert first
    assert last
    assert first[1] == last[1]


FIRST, DARK = ":root {", "@media screen and (prefers-color-scheme: dark) {"
MORE = "@media screen and (prefers-contrast: more) {"
MORE_DARK = "@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) {"
SCHEMES = {  # what the reader asks for, and the parts of tokens.css that then hold, the last one above the others
    "light": (FIRST,),
    "dark": (FIRST, DARK),
    "more contrast": (FIRST, MORE),
    "more contrast, dark": (FIRST, DARK, MORE, MORE_DARK),
}


def tokens(scheme: str) -> dict[str, str]:
    """Return every colour of the site as a reader with *scheme* gets it."""
    sheet = (DEFAULT / "styles" / "tokens.css").read_text()
    parts = [sheet[sheet.index(part) :].partition("\n}")[0] for part in SCHEMES[scheme]]
    return {name: colour for part in parts for name, colour in re.findall(r"(--[a-z0-9-]+): (#[0-9a-f]{6});", part)}


# What must be told apart from what it lies on: by WCAG 2.2 4.5 for words (1.4.3), and 3 for the rest (1.4.11).
WORDS = [(ink, ground) for ink in ("--ink", "--ink-2", "--stamp") for ground in ("--card", "--ground")]
SHAPES = [
    *((line, ground) for line in ("--edge", "--bar", "--focus", "--stamp") for ground in ("--card", "--ground")),
    ("--card", "--ink"),  # the tick in its box, the letters of a button, the ring of the focus in the tray
    ("--ink", "--empty"),  # a bar on its track
    ("--ink", "--mark"),  # what was searched
    ("--ink", "--board"),
]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_part_can_be_told_apart(scheme):
    colours = tokens(scheme)
    words, shapes = (7, 4.5) if scheme.startswith("more") else (4.5, 3)
    low = {
        f"{one} on {other}": round(contrast(colours[one], colours[other]), 2)
        for pairs, least in ((WORDS, words), (SHAPES, shapes))
        for one, other in pairs
        if contrast(colours[one], colours[other]) < least
    }
    assert low == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "colour", tomllib.loads((DEFAULT / "palette.toml").read_text())["kleur"], ids=lambda colour: colour["tab"]
)
def test_every_domain_fills_a_step_that_can_be_seen(scheme, colour):
    """A filled step of a scale beside an empty one, and the line of a domain on the page: 3 and more."""
    tint = colour["tekst_donker" if scheme.endswith("dark") else "tekst"]
    assert contrast(tint, tokens(scheme)["--empty"]) >= 3
    assert contrast(tint, tokens(scheme)["--ground"]) >= 3
