"""A whole small catalogue as text, and the few steps that the tests of views, pages, search and guide share."""

import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import xml.etree.ElementTree as etree
import zlib
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path

import tinyhtml5

from fichebak.build import Examined, examine
from fichebak.config import Root
from fichebak.paper import Pdf
from fichebak.present import Setting
from fichebak.resolve import Catalogue

CHECKOUT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 21)
SETTING = Setting(TODAY)



def png(width: int, height: int, grey: int = 200) -> bytes:
    """Return a PNG file of one grey."""
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + bytes([grey]) * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


LOKET = """\
---
titel: Twee toeleiders, één loket
samenvatting: >-
  Twee toeleiders uit de buurt helpen nieuwe gezinnen aan één loket in het sociaal huis, met papieren, school en
  werk, en gaan mee naar de eerste afspraak.
domeinen: [onthaal, taal]
gemeenten: [Kortrijk]
werkingsgebied: gemeente
plaats: Overleie
doelgroepen: [nieuwkomers, gezinnen]
trekker: [Effect vzw]
partners:
  - Stad Kortrijk
  - Agentschap Integratie en Inburgering
budget:
  bedragen:
    - euro: 50000
      per: subsidieplafond
    - euro: 6600
      per: traject
    - euro: {van: 600, tot: 1200.50}
      per: reeks
      toelichting: naargelang tolken en vervoer
  personeel:
    - vte: {van: 1, tot: 1.5}
      rol: toeleiders
    - aantal: 4
      rol: maatschappelijk werkers
  financiering:
    - Provinciaal Impulsfonds
  toelichting: De stad betaalt de huur.
periode:
  start: 2015-12-01
  einde: 2018-11-30
  toelichting: verlengd na het eerste jaar
contact:
  - organisatie: Effect vzw
    functie: Coördinator toeleiding
    naam: Noor Voorbeeld
    email: noor.voorbeeld@effect-vzw.be
    telefoon: 056 00 00 00
    website: https://www.effect-vzw.be/toeleiding
    toestemming_tot: 2027-06-30
cijfers:
  - waarde: 2169
    eenheid: gezinnen
    toelichting: onthaald in 21 gemeenten
    jaar: 2015
  - waarde: 62
    eenheid: procent
    toelichting: vond werk
  - waarde: {van: 10, tot: 12}
    eenheid: afspraken per gezin
  - waarde: 1250.50
    eenheid: euro
    toelichting: uitgespaard per gezin
randvoorwaarden:
  - Een lokaal met een deur die dicht kan.
lessen:
  - Wie de weg kent, legt ze beter uit & sneller <dan een folder>.
  - De telefoon bleef te lang onbemand.
bewijs:
  soort: externe-evaluatie
  toelichting: Door een hogeschool, bij 40 gezinnen.
links:
  - titel: Het verslag
    url: https://www.voorbeeld.be/verslag
bron:
  publicatie: van-opvang-naar-samenleven
  pagina: "31-33"
trefwoorden: [brugfiguren, kinderopvangpuzzel]
verwant: [taalbad-in-borsbeek]
vroegere_slugs: [oud-loket, heel-oud-loket]
laatst_nagekeken: 2016-06
---
Vooraf: zie het [taalbad](../taalbad-in-borsbeek/) en [het verslag](https://www.voorbeeld.be/verslag).

## Aanleiding & vragen

Nieuwe gezinnen liepen van loket naar loket.

- eerst het OCMW
  - dan de school
- dan weer terug

## Aanpak

### Aan het loket

![Een loket met twee stoelen](../afbeeldingen/loket.png)

| wanneer | wat |
| --- | --- |
| maandag | papieren |

> Eindelijk iemand die luistert.
"""

TAALBAD = """\
---
titel: Taalbad in de speeltuin
samenvatting: >-
  Ouders en kinderen oefenen een zomer lang Nederlands in de speeltuin, met vrijwilligers uit de buurt en een lerares
  van de basisschool.
domeinen: [taal]
gemeenten: [Borsbeek, Antwerpen]
werkingsgebied: gemeente
doelgroepen: [gezinnen]
trekker: [Effect]
status: lopend
contact:
  - organisatie: Stad Antwerpen
    email: info@antwerpen-voorbeeld.be
laatst_nagekeken: 2026-05-12
---
## Aanpak

Elke woensdag, ook als het regent.
"""

TABLE = """\
---
titel: Une table de conversation à Liège
samenvatting: >-
  Chaque jeudi, des habitants et des nouveaux arrivants se retrouvent autour d’un café pour parler français, sans
  inscription et sans examen.
domeinen: [taal, onthaal]
gemeenten: [Liège]
werkingsgebied: gemeente
trekker: [Ville de Liège]
contact:
  - organisatie: Ville de Liège
cijfers:
  - waarde: 35
    eenheid: participants
taal: fr
laatst_nagekeken: 2024-11
---
## Approche

Un café, une table, un bénévole.
"""

SPREEKUUR = """\
---
titel: Spreekuur in de streek
samenvatting: >-
  Een spreekuur dat langs de dorpen trok. De bron zegt weinig over geld, mensen en resultaat, en dat staat hier dan
  ook zo.
domeinen: [onthaal]
werkingsgebied: regio
plaats: Regio Halle-Vilvoorde
trekker: onbekend
contact: onbekend
bron:
  publicatie: nota-zonder-jaar
---
"""

FILES: Mapping[str, str | bytes] = {
    "content/catalogue.yaml": """\
titel: Proefbak
ondertitel: Praktijken om mee te proeven
uitgever: Provincie Voorbeeld
mailbox: redactie@voorbeeld.be
repository: https://github.com/voorbeeld/proefbak
licentie_url: https://creativecommons.org/licenses/by/4.0/
""",
    "content/domains/onthaal.md": """\
---
label: Onthaal
volgorde: 1
kort: Wie nieuw is, vindt de weg.
morgen:
  - Vraag het OCMW wie er vandaag aan het loket stond.
ondersteuning:
  - organisatie: Effekt vzw
    waarvoor: Leidt toeleiders op.
  - organisatie: Een kring
    waarvoor: Denkt mee.
---
Een **inleiding** over onthaal. Het OCMW doet mee.

## Waar te beginnen

Bij de deur.
""",
    "content/domains/taal.md": "---\nlabel: Taal & ontmoeting\nvolgorde: 2\n---\n",
    "content/domains/werk.md": "---\nlabel: Werk\nvolgorde: 3\n---\nNog niets.\n",
    "content/target-groups.yaml": """\
nieuwkomers:
  label: Nieuwkomers
  toelichting: Mensen die sinds kort in België wonen.
gezinnen:
  label: Gezinnen
werkgevers:
  label: Werkgevers
""",
    "content/organisations.yaml": """\
Effect vzw:
  soort: vereniging
  ook: [Effect, Effekt vzw, De Toeleiders]
  website: https://www.effect-vzw.be/
  omschrijving: Een vereniging die met het OCMW werkt.
Stad Kortrijk:
  soort: gemeente
  diensten: [Sociaal huis Kortrijk]
VVSG:
  soort: vereniging
Niemand vzw:
  soort: andere
""",
    "content/glossary.yaml": """\
OCMW:
  voluit: openbaar centrum voor maatschappelijk welzijn
  uitleg: Het bestuur dat in elke gemeente instaat voor hulp & steun.
  ook: [OCMW’s, CPAS]
toeleider:
  uitleg: Iemand die nieuwkomers de weg wijst.
  ook: [toeleiders]
""",
    "content/addressees.yaml": """\
gemeenten:
  label: Steden en gemeenten
  toelichting: Het lokale bestuur.
ocmws:
  label: OCMW’s
""",
    "content/recommendations/van-opvang-naar-samenleven.yaml": """\
een-loket:
  tekst: Geef wie nieuw is één loket & één gezicht.
  toelichting: Een toeleider van het OCMW kan dat zijn.
  aan: [gemeenten, ocmws]
  domeinen: [onthaal, taal]
  praktijken: [twee-toeleiders-een-loket]
  pagina: "31-33"
tel-mee:
  tekst: Tel wie u bereikt.
""",
    "content/sources/van-opvang-naar-samenleven.md": """\
---
titel: Van opvang naar samenleven
uitgevers: [Vlaamse overheid, VVSG]
jaar: 2016
soort: inspiratiegids
url: https://www.voorbeeld.be/gids.pdf
reikwijdte: Vlaanderen in 2015 en 2016.
methode: De OCMW’s vertelden zelf.
cijfers:
  - waarde: 35476
    eenheid: asielaanvragen
    jaar: 2015
grafieken:
  - titel: Aanvragen per jaar
    eenheid: asielaanvragen
    waarden:
      - label: "2014"
        waarde: 17213
      - label: "2015"
        waarde: 34426
    toelichting: Zonder wie later kwam.
    bron: Bladzijde 12, cijfers van het CGVS.
  - titel: Wie mocht blijven
    eenheid: "%"
    waarden:
      - label: ja
        waarde: 60.7
      - label: nee
        waarde: 39.3
    bron: Bladzijde 13.
---
Een gids met praktijken.
""",
    "content/sources/nota-zonder-jaar.md": "---\ntitel: Nota zonder jaar\nsoort: beleidsnota\n---\n",
    "content/pages/over.md": "---\ntitel: Over Proefbak\nvolgorde: 1\n---\n## Wat dit is\n\nEen proef.\n",
    "content/pages/privacy.md": "---\ntitel: Privacy\n---\nGeen koekjes.\n",
    "content/practices/twee-toeleiders-een-loket.md": LOKET,
    "content/practices/taalbad-in-borsbeek.md": TAALBAD,
    "content/practices/table-de-conversation.md": TABLE,
    "content/practices/spreekuur-in-de-streek.md": SPREEKUUR,
    "content/afbeeldingen/loket.png": png(60, 40),
}
WITH_ADDRESS = {
    **FILES, "content/catalogue.yaml": f"{FILES['content/catalogue.yaml']}base_url: https://voorbeeld.be/bak\n",
}  # fmt: skip
WITHOUT_FICHES = {path: text for path, text in FILES.items() if not re.search("/(practices|recommendations)/", path)}
SLUGS = (
    "spreekuur-in-de-streek", "taalbad-in-borsbeek", "table-de-conversation", "twee-toeleiders-een-loket",
)  # fmt: skip
PDFS = (
    "gids/inspiratiegids.pdf", "gids/domein-onthaal.pdf", "gids/domein-taal.pdf", "gids/gemeente-antwerpen.pdf",
    "gids/gemeente-kortrijk.pdf", "gids/gemeente-luik.pdf", *(f"praktijken/{slug}/{slug}.pdf" for slug in SLUGS),
)  # fmt: skip
PICTURES = ("catalogus.png", *(f"praktijken/{slug}/{slug}.png" for slug in SLUGS))
WITH_GUIDES = Setting(
    TODAY, {path: Pdf(2 + at, 96_400 + 1_000_000 * at) for at, path in enumerate(PDFS)}, frozenset(PICTURES)
)

MINIMAL = """\
---
titel: Een gewone fiche
samenvatting: Een fiche met alleen wat moet, zodat elke test zelf kan tonen waar het in die test om gaat, en niets meer.
domeinen: [onthaal]
werkingsgebied: gemeente
trekker: onbekend
contact: onbekend
"""


def small(root: Path, files: Mapping[str, str | bytes] = FILES, **practices: str) -> Root:
    """Write *files* under *root*, and *practices* by slug (with _ for -) beside them; return it as a root."""
    extra = {f"content/practices/{name.replace('_', '-')}.md": text for name, text in practices.items()}
    for path, text in {**files, **extra}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Root(root)


def only(root: Path, practice: str) -> Root:
    """Write the small catalogue with one practice, ‘een’, instead of its own."""
    return small(root, WITHOUT_FICHES, een=practice)


def good(root: Root, today: date = TODAY) -> Catalogue:
    """Return the catalogue under *root*, which must have no problems but warnings."""
    examined: Examined = examine(root, today)
    assert examined.fine, "\n".join(map(str, examined.problems))
    return examined.catalogue


def minimal(fragment: str, body: str = "") -> str:
    """Return a fiche with the least there must be, *fragment* in its data and *body* below."""
    return f"{MINIMAL}{fragment}\n---\n{body}"


def as_tree(html: str) -> etree.Element:
    """Return *html* as a browser reads it."""
    return tinyhtml5.parse(StringIO(html), namespace_html_elements=False)


def files_under(folder: Path) -> dict[str, bytes]:
    """Return every file under *folder* by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def fichebak(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own and return how it ended."""
    return subprocess.run(
        [sys.executable, "-m", "fichebak", *map(str, arguments)],
        capture_output=True, text=True, check=False, timeout=300, env={**os.environ, **environment},
    )  # fmt: skip


def heeding_stops() -> None:
    """Heed the signals to stop, in a child that begins, also when the tests run where they are ignored (`nohup`)."""
    for each in (signal.SIGINT, signal.SIGHUP):
        signal.signal(each, signal.SIG_DFL)


def outside(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run *command* as someone would who never saw the checkout, and return what it said."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, check=False, cwd=cwd, timeout=600,
        env={**clean, **environment},
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def built(root: Root, *options: str, **environment: str) -> Path:
    """Build the site of *root* with the command line and return its folder."""
    done = fichebak("build", "--root", root.path, "--date", TODAY.isoformat(), *options, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return root.site


def default_theme(root: Root) -> Path:
    """Copy the default theme's templates to *root*, for a test that changes one."""
    folder = root.path / "themes" / "default"
    shutil.copytree(CHECKOUT / "themes" / "default" / "templates", folder / "templates")
    return folder
