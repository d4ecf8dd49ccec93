"""Cut the theme's fonts from the families' variable TTFs, and write their stylesheet.

The results are committed, so building a site does not need this script. To run it again, in any environment:

    pip install fonttools brotli fontpkg-hanken-grotesk fontpkg-source-serif-4
    python generator/scripts/make_fonts.py

It writes, with the same bytes each time for the same versions of these packages:

* `themes/default/fonts/`: WOFF2 for the web, variable in weight where the site uses several weights;
* `themes/default/guide/fonts/`: static TTF for Typst, which does not read variable fonts;
* `themes/default/styles/fonts.css`: the `@font-face` rules, with fallbacks that take the same room as the fonts;
* the OFL licence of each family beside its fonts.

What it prints: the size of every file and the overrides of every fallback.
"""

import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import fontpkg_hanken_grotesk
import fontpkg_source_serif_4
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

THEME = Path(__file__).resolve().parents[2] / "themes" / "default"
WEB, GUIDE, STYLESHEET = THEME / "fonts", THEME / "guide" / "fonts", THEME / "styles" / "fonts.css"

# Points. The web sets text at 17-22 px, the guide at 10-12 pt; larger letters are sans.
OPTICAL_SIZE_WEB, OPTICAL_SIZE_GUIDE = 18, 11

LATIN = [
    *range(0x20, 0x7F), *range(0xA0, 0x180),  # Basic Latin, Latin-1, Latin Extended-A
    *range(0x218, 0x21C), 0x1E9E, 0x2C6, 0x2DA, 0x2DC,  # Romanian Ș and Ț, capital ß, spacing accents
    *range(0x300, 0x305), *range(0x306, 0x30D), 0x326, 0x327, 0x328,  # accents typed as a second character
    *range(0x2000, 0x2027), 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044,  # dashes, quotes, spaces
    0x2082, 0x2153, 0x2154, 0x20AC, 0x2116, 0x2122,  # CO₂ ⅓ ⅔ € № ™
    0x2190, 0x2191, 0x2192, 0x2193, 0x2197,  # ← ↑ → ↓ ↗
    0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x2713, 0x2715,  # minus ≈ ≠ ≤ ≥ ✓ ✕
]  # fmt: skip
# Drawn as another character where a family lacks them: without these, e‑mail gets its hyphen from another font.
ALIASES = {0x2010: 0x2D, 0x2011: 0x2D}
# Both families have tabular lining digits as their default, so tnum and lnum may well find nothing to keep.
FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"]
COPYRIGHT, VERSION, LICENCE, LICENCE_URL = 0, 5, 13, 14
WINDOWS_ENGLISH = (3, 1, 0x409)
STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}

# How often each character comes in Dutch text, per 1,000 letters, with the spaces between the words.
DUTCH = {
    "e": 189, "n": 100, "a": 75, "t": 68, "i": 65, "r": 64, "o": 61, "d": 59, "s": 37, "l": 36, "g": 34, "v": 29,
    "h": 24, "k": 23, "m": 22, "u": 20, "b": 16, "p": 16, "w": 15, "j": 15, "z": 14, "c": 12, "f": 8, " ": 189,
}  # fmt: skip


def system_font(widths: str) -> dict[str, int]:
    """Return the advance widths, in 1/1000 em, of a-z and the space of a system font."""
    return dict(zip("abcdefghijklmnopqrstuvwxyz ", map(int, widths.split()), strict=True))


# These widths are also those of Liberation Sans and Serif, which stand in for Arial and Times New Roman on Linux.
ARIAL = system_font(
    "556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 278"
)
ARIAL_BOLD = system_font(
    "556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 278"
)
TIMES = system_font(
    "444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 250"
)
TIMES_BOLD = system_font(
    "500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 250"
)
TIMES_ITALIC = system_font(
    "500 500 444 500 444 278 500 500 278 278 444 278 722 500 500 500 500 389 389 278 500 444 667 444 444 389 250"
)


@dataclass(frozen=True, slots=True)
class Family:
    """A family as published: the name it gets here, its variable TTFs and its licence."""

    name: str
    slug: str
    roman: Path
    italic: Path
    licence: Path


@dataclass(frozen=True, slots=True)
class Cut:
    """One font to make: *weights* is a pair for a variable font and a single value for a static one."""

    family: Family
    weights: tuple[int, int] | int
    italic: bool = False
    optical_size: int | None = None

    @property
    def limits(self) -> dict[str, tuple[int, int] | int]:
        """Return what is left of each axis of the source."""
        return {"wght": self.weights} | ({"opsz": self.optical_size} if self.optical_size else {})

    @property
    def file_stem(self) -> str:
        """Return the name of the file without its extension, e.g. `hanken-grotesk-500-700`."""
        weights = "-".join(map(str, self.weights)) if isinstance(self.weights, tuple) else str(self.weights)
        return f"{self.family.slug}-{'italic-' if self.italic else ''}{weights}"


@dataclass(frozen=True, slots=True)
class Fallback:
    """A system font that stands in for *cut*, at the weight where both are compared."""

    cut: Cut
    css_weight: str
    local: tuple[str, ...]
    widths: Mapping[str, int]


def family(name: str, slug: str, package: Path, stem: str, axes: str) -> Family:
    """Return the family as its fontpkg package holds it."""
    files = package / "files"
    return Family(name, slug, files / f"{stem}[{axes}].ttf", files / f"{stem}-Italic[{axes}].ttf", package / "LICENSE")


SANS = family("Hanken Grotesk", "hanken-grotesk", fontpkg_hanken_grotesk.ROOT, "HankenGrotesk", "wght")
SERIF = family("Source Serif 4", "source-serif-4", fontpkg_source_serif_4.ROOT, "SourceSerif4", "opsz,wght")

WEB_CUTS = (
    Cut(SANS, (500, 700)),
    Cut(SERIF, (400, 600), optical_size=OPTICAL_SIZE_WEB),
    Cut(SERIF, 400, italic=True, optical_size=OPTICAL_SIZE_WEB),
)
GUIDE_CUTS = (
    Cut(SANS, 500),
    Cut(SANS, 600),
    Cut(SANS, 700),
    Cut(SERIF, 400, optical_size=OPTICAL_SIZE_GUIDE),
    Cut(SERIF, 600, optical_size=OPTICAL_SIZE_GUIDE),
    Cut(SERIF, 400, italic=True, optical_size=OPTICAL_SIZE_GUIDE),
)
FALLBACKS = (
    Fallback(Cut(SANS, 500), "500", ("Arial", "Liberation Sans", "Arimo"), ARIAL),
    Fallback(
        Cut(SANS, 700), "600 700", ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Arimo Bold"), ARIAL_BOLD
    ),
    Fallback(
        Cut(SERIF, 400, optical_size=OPTICAL_SIZE_WEB),
        "400",
        ("Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "Tinos"),
        TIMES,
    ),
    Fallback(
        Cut(SERIF, 600, optical_size=OPTICAL_SIZE_WEB),
        "600",
        ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold", "Tinos Bold"),
        TIMES_BOLD,
    ),
    Fallback(
        Cut(SERIF, 400, italic=True, optical_size=OPTICAL_SIZE_WEB),
        "400",
        ("Times New Roman Italic", "TimesNewRomanPS-ItalicMT", "Liberation Serif Italic", "Tinos Italic"),
        TIMES_ITALIC,
    ),
)


def cut_font(cut: Cut) -> TTFont:
    """Return the source of *cut* limited to its weights and to the characters and features of the theme."""
    font = TTFont(cut.family.italic if cut.italic else cut.family.roman, recalcTimestamp=False)
    for table in font["cmap"].tables:
        for missing, like in ALIASES.items():
            table.cmap.setdefault(missing, table.cmap[like])
    options = subset.Options(
        layout_features=FEATURES,
        hinting=False,
        name_IDs=[COPYRIGHT, VERSION, LICENCE, LICENCE_URL],
        name_languages=[0x409],
        notdef_outline=True,
        drop_tables=[*subset.Options().drop_tables, "BASE", "DSIG", "STAT", "gasp"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LATIN)
    subsetter.subset(font)
    instancer.instantiateVariableFont(font, cut.limits, inplace=True)
    font["name"].removeUnusedNames(font)
    name_font(font, cut)
    return font


def name_font(font: TTFont, cut: Cut) -> None:
    """Name *font* so that programs find every weight under the one name of its family.

    Name tables know four styles a family (regular, bold and their italics); other weights become a family of their own
    there (ids 1 and 2), and ids 16 and 17 bring them back together.
    """
    weight = cut.weights[0] if isinstance(cut.weights, tuple) else cut.weights
    bold = weight == 700
    basic = " ".join(word for word in ("Bold" if bold else "", "Italic" if cut.italic else "") if word) or "Regular"
    style = " ".join(word for word in (STYLES[weight], "Italic" if cut.italic else "") if word)
    style = "Italic" if style == "Regular Italic" else style
    name = cut.family.name
    postscript = f"{name.replace(' ', '')}-{style.replace(' ', '')}"
    own_family = weight not in (400, 700)
    names = {
        1: f"{name} {STYLES[weight]}" if own_family else name,
        2: basic,
        3: f"{font['name'].getDebugName(VERSION)};{postscript}",
        4: f"{name} {style}",
        6: postscript,
        16: name if own_family else None,
        17: style if own_family else None,
    }
    for name_id, text in names.items():
        if text:
            font["name"].setName(text, name_id, *WINDOWS_ENGLISH)
    flags = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = flags | cut.italic << 0 | bold << 5 | (basic == "Regular") << 6
    font["OS/2"].usWeightClass = weight
    font["head"].macStyle = bold << 0 | cut.italic << 1


def overrides(fallback: Fallback) -> dict[str, str]:
    """Return the descriptors that make the system font take the room of the font it stands in for.

    The average width of Dutch text decides the size; ascent, descent and line gap follow from the font's own.
    """
    font = cut_font(fallback.cut)
    glyphs, advances, em, lines = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm, font["hhea"]
    own = sum(often * advances[glyphs[ord(char)]][0] for char, often in DUTCH.items()) / em
    size = own / (sum(often * fallback.widths[char] for char, often in DUTCH.items()) / 1000)
    return {
        "size-adjust": f"{size:.2%}",
        "ascent-override": f"{lines.ascent / em / size:.2%}",
        "descent-override": f"{-lines.descent / em / size:.2%}",
        "line-gap-override": f"{lines.lineGap / em / size:.0%}",
    }


def font_face(name: str, italic: bool, weight: str, descriptors: Mapping[str, str]) -> str:
    """Return one `@font-face` rule."""
    basic = {"font-family": f'"{name}"', "font-style": "italic" if italic else "normal", "font-weight": weight}
    lines = (f"  {key}: {value};\n" for key, value in (basic | dict(descriptors)).items())
    return f"@font-face {{\n{''.join(lines)}}}\n"


def stylesheet() -> Iterator[str]:
    """Yield the parts of the stylesheet."""
    yield (
        "/* Made by generator/scripts/make_fonts.py: change it there.\n"
        "   Each family is followed in a stack by its fallback: a system font at the width and height of the family,\n"
        "   so that nothing moves when the family arrives. */\n"
    )
    for cut in WEB_CUTS:
        weights = " ".join(map(str, cut.weights)) if isinstance(cut.weights, tuple) else str(cut.weights)
        source = f'url("../fonts/{cut.file_stem}.woff2") format("woff2")'
        yield font_face(cut.family.name, cut.italic, weights, {"font-display": "swap", "src": source})
    for fallback in FALLBACKS:
        source = ", ".join(f'local("{name}")' for name in fallback.local)
        name = f"{fallback.cut.family.name} Fallback"
        yield font_face(name, fallback.cut.italic, fallback.css_weight, {"src": source} | overrides(fallback))


def write_fonts(folder: Path, cuts: tuple[Cut, ...], flavor: str | None) -> None:
    """Write *cuts* and their licences to *folder*; *flavor* is `woff2`, or None for TTF."""
    folder.mkdir(parents=True, exist_ok=True)
    for cut in cuts:
        font = cut_font(cut)
        font.flavor = flavor
        file = folder / f"{cut.file_stem}.{flavor or 'ttf'}"
        font.save(file)
        sys.stdout.write(f"{file.stat().st_size:7d}  {file.relative_to(THEME)}\n")
    for licensed in (SANS, SERIF):
        shutil.copyfile(licensed.licence, folder / f"OFL-{licensed.slug}.txt")


def main() -> None:
    """Write the fonts of the site, those of the guide, and the stylesheet."""
    write_fonts(WEB, WEB_CUTS, "woff2")
    write_fonts(GUIDE, GUIDE_CUTS, None)
    STYLESHEET.parent.mkdir(parents=True, exist_ok=True)
    css = "\n".join(stylesheet())
    STYLESHEET.write_text(css, encoding="utf-8", newline="\n")
    sys.stdout.write(css)


if __name__ == "__main__":
    main()
