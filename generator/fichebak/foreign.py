"""The rule of markup from elsewhere: it would stand in the text as it was typed, on the site and on paper."""

import re
from collections.abc import Iterator

from fichebak.forge import is_text
from fichebak.problems import Problem, problem
from fichebak.scan import Scan

_ABBREVIATION = re.compile(r"^[ >]*\*\[(?P<name>[^\[\]\n]+)\]:.*$", re.M)
_FOREIGN = tuple((re.compile(pattern, re.M), hint) for pattern, hint in (
    (r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", "Laat dit weg, of begin het citaat met **Let op:**"),
    (r"\^\[[^\[\]\n]+\]", "Schrijf in de tekst [^1], en onder de tekst op een eigen regel [^1]: met de noot."),
    (r"==(?=[^\s=])[^=\n]*[^\s=]==", "Zet wat belangrijk is in het vet: **belangrijk**."),
    (r"\{(?::|[#.]\w)[^{}\n]*\}", "Laat dit weg: koppen en links hebben geen kenmerken nodig."),
    (r"^ {0,3}:{3,}.*$", "Laat deze regel weg, en gebruik een kop, een lijst of een citaat."),
    (r"^ {0,3}\[\[?_?TOC_?\]?\]", "Laat dit weg: de koppen wijzen vanzelf de weg."),
    (r"\$\$|(?<![\w$])\$(?=[^\s$\d])[^$\n]*\$(?![\w$])", "Schrijf een formule in woorden, of maak er een beeld van."),
    (r"(?<![\w:/]):[a-z][a-z0-9_+-]*:(?![\w:/])", "Laat dit weg, of schrijf in woorden wat u bedoelt."),
))  # fmt: skip
# Addresses, and the title of a link or an image: text as it stands.
_ADDRESS = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)|https?://\S+")
_DRAWN = re.compile(r"(?<![`~])[`~]{3,} *(?P<kind>mermaid|math|geojson|topojson|stl)\b")
_DRAWN_HINT = "Maak er een beeld van, zet dat in content/afbeeldingen en verwijs ernaar: ![wat er te zien is](…)."
_TERM_HINT = "Maak er een lijst van: ‘- **woord**: uitleg’."


def foreign(scan: Scan) -> Iterator[Problem]:
    """Yield the markup of *scan* that only other programs know, one problem a line."""
    for found in _ABBREVIATION.finditer(scan.text):
        yield problem("F088", scan.place(found.end() - len(found[0].lstrip(" >"))), naam=found["name"])
    seen = set()
    for position, words, hint in sorted(_found(scan)):
        place = scan.place(position)
        if place.line not in seen:
            seen.add(place.line)
            yield problem("F089", place, hint=hint, waarde=words)


def _found(scan: Scan) -> Iterator[tuple[int, str, str]]:
    """Yield each piece of such markup: its position, its words, and what to write in its place."""
    text = _ADDRESS.sub(lambda found: " " * len(found[0]), scan.text)
    for pattern, hint in _FOREIGN:
        yield from ((found.start(), found[0], hint) for found in pattern.finditer(text))
    at, before = 0, ""
    for line, kind, raw in zip(scan.lines, scan.kinds, scan.body.split("\n"), strict=True):
        drawn = _DRAWN.search(raw) if kind == "open" else None
        if drawn:
            yield at, drawn[0], _DRAWN_HINT
        if re.match(r" {0,3}: +\S", line) and is_text(before):
            yield at, line, _TERM_HINT
        at, before = at + len(raw) + 1, line
