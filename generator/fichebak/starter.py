"""A new catalogue as files: what `fichebak init` writes.

They lie in data/init, with dot- for a dot in their names. What a catalogue on a forge or in a text editor has in common
with this repository lies in its root, from where the wheel takes it along.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Template

from fichebak import __version__
from fichebak.config import PACKAGE, Root
from fichebak.output import Output
from fichebak.problems import one_line
from fichebak.render import TINTS, palette
from fichebak.schema import schema

FILES = PACKAGE / "data" / "init"
FILLED_IN = (
    "README.md", "requirements.txt", "content/catalogue.yaml", "content/practices/voorbeeld-van-een-fiche.md",
    "content/pages/toegankelijkheid.md",
)  # fmt: skip
SHARED = (
    ".github/workflows/fiches.yml", ".github/workflows/publiceren.yml", ".github/pull_request_template.md",
    ".github/ISSUE_TEMPLATE/config.yml", ".github/ISSUE_TEMPLATE/fiche-voorstellen.yml",
    ".github/ISSUE_TEMPLATE/fout-melden.yml", ".vscode/extensions.json", ".vscode/fichebak.code-snippets",
    ".vscode/settings.json", ".vscode/tasks.json",
)  # fmt: skip
COLOURS = {"blauw": 0, "koraal": 1, "geel": 2, "groen": 6, "roze": 7, "paars": 12}
"""The colour a box can begin with, and its place among those of the default theme, which follow each other round."""


def starter(titel: str, uitgever: str, kleuren: str, today: date) -> tuple[Output, ...]:
    """Return the files of an empty catalogue of that name and publisher (perhaps none), with one example fiche."""
    values = {
        "naam": one_line(titel, 200),
        "titel": json.dumps(titel, ensure_ascii=False),
        "uitgever": f" {json.dumps(uitgever, ensure_ascii=False)}" if uitgever else "",
        "maand": f"{today:%Y-%m}",
        "dag": today.isoformat(),
        "versie": __version__,
    }
    schemas = (Output(f"schema/{each.path}", each.data) for each in schema())
    colours = Output("themes/eigen/palette.toml", _palette(COLOURS[kleuren]).encode())
    return (*_files(values), *_shared(), colours, *schemas)


def _files(values: dict[str, str]) -> Iterator[Output]:
    for file in sorted(path for path in FILES.rglob("*") if path.is_file()):
        path = file.relative_to(FILES).as_posix().replace("dot-", ".")
        data = file.read_bytes()
        yield Output(path, Template(data.decode()).substitute(values).encode() if path in FILLED_IN else data)


def _shared() -> Iterator[Output]:
    installed = PACKAGE / "data" / "shared"
    for path in SHARED:
        yield Output(path, ((installed if installed.is_dir() else PACKAGE.parents[1]) / path).read_bytes())


def _palette(first: int) -> str:
    """Return the colours of the default theme as a file, from the one at place *first* on."""
    colours = palette(Root(Path()).themes("default"))
    head = (
        "# De kleuren van de domeinen, volgens hun plaats in de bak (volgorde in content/domains).\n"
        "# tab: de gekleurde tab, altijd met donkere letters erop. tekst: dezelfde tint, maar leesbaar op wit.\n"
        "# De twee andere zijn voor donkere weergave.\n"
    )
    each = (
        "\n[[kleur]]\n" + "".join(f'{tint} = "{colour[tint]}"\n' for tint in TINTS)
        for colour in (*colours[first:], *colours[:first])
    )
    return head + "".join(each)
