"""The catalogue the browser tests build: eight fiches, as an editor would write them.

One word, *fietsles*, is in the title of one fiche, in the middle of a second and once near the end of a long third, so
that their order is known. One fiche has everything that strains a layout: many towns, long words, large amounts.
"""

from pathlib import Path

from small_catalogue import png

FILES = {
    "catalogue.yaml": """\
titel: Proefbak
ondertitel: Goede praktijken om te proberen
mailbox: fiches@example.org
""",
    "domains/onthaal.md": """\
---
label: Onthaal
volgorde: 1
kort: Wie nieuw is in de gemeente, vindt er snel de weg.
---
Een goed onthaal begint aan het loket.
""",
    "domains/taal.md": """\
---
label: Taal
volgorde: 3
kort: Nederlands leren en oefenen.
---
Taal leert u door ze te spreken.

## Drie wegen

- les
- oefenen
- lezen
""",
    "domains/intergemeentelijke-samenwerking.md": """\
---
label: Intergemeentelijke samenwerking
volgorde: 9
kort: Gemeenten die samen meer kunnen.
---
Samen sterker.
""",
    "domains/vrije-tijd.md": """\
---
label: Vrije tijd
volgorde: 12
---
Dit vak is nog leeg.
""",
    "domains/huisvesting.md": """\
---
label: Huisvesting
volgorde: 14
kort: Een dak voor iedereen.
---
Wonen is een recht.
""",
    "glossary.yaml": """\
OCMW:
  voluit: openbaar centrum voor maatschappelijk welzijn
  uitleg: Het bestuur dat in elke gemeente instaat voor hulp.
""",
    "organisations.yaml": """\
Stad Antwerpen:
  soort: gemeente
  omschrijving: Een stad met een OCMW.
'<img src=x> & "Zonen" vzw':
  soort: vereniging
  omschrijving: Een naam die geen HTML mag worden.
""",
    "addressees.yaml": """\
gemeenten:
  label: Steden en gemeenten
  toelichting: Het bestuur waar een inwoner het eerst aanklopt, van het kleinste dorp tot de grootste stad.
ocmws:
  label: OCMW’s en andere besturen met een heel lange naam
""",
    "recommendations/gids.yaml": """\
een-loket:
  tekst: Geef wie nieuw is één loket.
  toelichting: Het OCMW kan dat doen.
  aan: [gemeenten, ocmws]
  domeinen: [onthaal]
  praktijken: [fietsles-voor-nieuwkomers]
praat:
  tekst: Praat gewoon Nederlands.
  aan: [gemeenten]
  domeinen: [taal, onthaal]
tel-mee:
  tekst: Tel wie u bereikt.
  domeinen: [taal]
""",
    "sources/gids.md": """\
---
titel: Een gids met praktijken
uitgevers: [Stad Antwerpen]
jaar: 2016
soort: inspiratiegids
reikwijdte: Heel het land.
cijfers:
  - waarde: 35476
    eenheid: aanvragen
grafieken:
  - titel: Aanvragen per jaar
    eenheid: aanvragen
    waarden:
      - label: Een heel lang woord zoals nieuwkomersonthaalbeleid
        waarde: 17213
      - label: "2015"
        waarde: 35476
    bron: Bladzijde 12.
  - titel: Wie mocht blijven
    eenheid: "%"
    waarden:
      - label: ja
        waarde: 60
      - label: nee
        waarde: 40
    bron: Bladzijde 13.
---
Het OCMW deed mee.
""",
    "target-groups.yaml": """\
nieuwkomers:
  label: Nieuwkomers
  toelichting: Mensen die sinds kort in België wonen.
gezinnen:
  label: Gezinnen
jongeren:
  label: Jongeren
vrijwilligers:
  label: Vrijwilligers
""",
    "sources/proefboek.md": """\
---
titel: Het proefboek
uitgevers: [Uitgeverij Proef]
jaar: 2020
soort: inspiratiegids
---
Een boek met praktijken.
""",
    "pages/over.md": """\
---
titel: Over deze proefbak
volgorde: 1
---
## Wat is dit?

Een kleine catalogus met **acht** fiches; zie [het leescafé](/praktijken/leescafe-in-de-bibliotheek/).

| woord | betekenis |
| --- | --- |
| fiche | een kaart in een bak |

### En dan?

Vraag het aan de mailbox.
""",
    "practices/fietsles-voor-nieuwkomers.md": """\
---
titel: Fietsles voor nieuwkomers
samenvatting: >-
  Vrijwilligers leren nieuwkomers fietsen op een plein in de stad. De fietsles is gratis en duurt tien weken, met een
  rit door het verkeer als sluitstuk.
domeinen: [onthaal, taal]
gemeenten: [Kortrijk]
werkingsgebied: gemeente
doelgroepen: [nieuwkomers, vrijwilligers]
trekker: [Stad Kortrijk]
partners: [Fietsersbond Kortrijk]
budget:
  bedragen:
    - euro: 6600
      per: reeks
  personeel:
    - vte: 0.5
      rol: begeleider
periode:
  start: 2019-03
contact:
  - organisatie: Stad Kortrijk
    functie: Coördinator mobiliteit
    email: mobiliteit@example.org
    website: https://example.org/fietsles
cijfers:
  - waarde: 84
    eenheid: deelnemers
    toelichting: in vier reeksen
    jaar: 2020
randvoorwaarden:
  - Een plein zonder verkeer.
lessen:
  - Begin met steppen, dan pas met trappen.
  - Zoek begeleiders die zelf laat leerden fietsen.
bewijs:
  soort: bevraging
  toelichting: Na elke reeks vulden de deelnemers een lijst in.
bron:
  publicatie: proefboek
  pagina: "12-14"
trefwoorden: [velomobiel]
verwant: [onthaalgesprek-aan-huis]
vroegere_slugs: [leren-fietsen]
laatst_nagekeken: 2021-06
---
## Aanleiding

Wie niet kan fietsen, raakt moeilijk aan werk. De stad begon met een fietsles op zaterdag.

## Aanpak

Een fietsles duurt twee uur. Na tien weken is er een rit.

## Resultaten

Acht op de tien deelnemers fietsen nog.[^geteld] Een fietsles kost weinig.

[^geteld]: Geteld na een halfjaar.
""",
    "practices/leescafe-in-de-bibliotheek.md": """\
---
titel: Leescafé in de bibliotheek
samenvatting: >-
  Elke week lezen anderstaligen samen een kort verhaal in de bibliotheek en praten erover met koffie erbij. Wie wil,
  neemt een boek mee naar huis.
domeinen: [taal]
gemeenten: [Gent]
werkingsgebied: gemeente
doelgroepen: [nieuwkomers, gezinnen]
trekker: [Bibliotheek Gent]
periode:
  start: 2021
contact: onbekend
laatst_nagekeken: 2022
---
## Aanpak

Na het lezen volgt een fietsles voor wie dat wil. Ook die fietsles is gratis.
""",
    "practices/onthaalgesprek-aan-huis.md": """\
---
titel: Onthaalgesprek aan huis
samenvatting: >-
  Twee medewerkers bezoeken elk gezin dat nieuw is in de stad, met een tolk. Ze overlopen school, dokter, werk en vrije
  tijd, en komen na een half jaar terug.
domeinen: [onthaal]
gemeenten: [Liège]
werkingsgebied: gemeente
doelgroepen: [gezinnen, nieuwkomers]
trekker: [Ville de Liège]
periode:
  start: 2016-05-10
  einde: 2018-12-31
contact: onbekend
bewijs:
  soort: externe-evaluatie
laatst_nagekeken: 2018-12
---
## Aanpak

Het gesprek duurt een uur. De medewerkers luisteren eerst, en geven dan een map met adressen. In die map staan de
school, de dokter, de bakker, de bus, de trein, het zwembad en de bibliotheek. Daarna vragen ze wat het gezin zelf wil
weten. Soms gaat het over geld, soms over een buur, soms over de winter. Wie dat wil krijgt ook een fietsles. De
medewerkers schrijven niets op waar het gezin bij zit. Achteraf maken ze een verslag van een halve bladzijde, en dat
verslag kan het gezin lezen. Na zes maanden bellen ze opnieuw aan.
""",
    "practices/samen-onthalen.md": """\
---
titel: Samen onthalen met drie
samenvatting: >-
  Drie kleine gemeenten nemen samen een medewerker in dienst die nieuwe inwoners wegwijs maakt. Elk betaalt naar
  inwoners, en de medewerker wisselt van loket.
domeinen: [intergemeentelijke-samenwerking, onthaal]
gemeenten: [Borsbeek, Mortsel, Aartselaar]
werkingsgebied: intergemeentelijk
plaats: Borsbeek, Mortsel en Aartselaar
doelgroepen: [nieuwkomers]
trekker: onbekend
periode:
  start: 2015-12-01
contact: onbekend
bron:
  publicatie: proefboek
---
## Aanpak

De medewerker staat op maandag in de ene gemeente en op dinsdag in de andere.
""",
    "practices/woonclub.md": """\
---
titel: Woonclub voor wie een huis zoekt
samenvatting: >-
  Wie een woning zoekt, komt elke week langs in de woonclub: samen zoeken, samen bellen naar verhuurders en samen op
  bezoek gaan. Vrijwilligers helpen mee.
domeinen: [huisvesting]
gemeenten: [Leuven]
werkingsgebied: gemeente
doelgroepen: [gezinnen, vrijwilligers]
trekker: [CAW Proef]
contact: onbekend
laatst_nagekeken: 2019
---
## Aanpak

Er staan acht computers en een telefoon.[^1] Verhuurders krijgen uitleg over de huurwaarborg.[^borg]

- [ ] een lokaal
- [x] een **telefoon**[^1]

![Acht tafels met computers](../afbeeldingen/lokaal.png "Het lokaal, voor de opening.")

| wat | aantal |
| :-: | --: |
| computers | 8 |

[^1]: Die telefoon is gratis: ~~het OCMW~~ de stad betaalt. Zie https://example.org/telefoon.
[^borg]: De *huurwaarborg* is

    - drie maanden huur
    - of twee
""",
    "practices/3-huizen-voor-gezinnen.md": """\
---
titel: 3 huizen voor gezinnen
samenvatting: >-
  De stad kocht drie huizen en verhuurt ze voor een jaar aan gezinnen die uit een opvangcentrum komen. In dat jaar zoekt
  een medewerker mee naar een eigen woning.
domeinen: [huisvesting, onthaal]
gemeenten: [Antwerpen]
werkingsgebied: gemeente
doelgroepen: [gezinnen]
trekker: [Stad Antwerpen]
periode:
  start: 2017
contact: onbekend
laatst_nagekeken: 2017-11
---
## Aanpak

De huur is laag en de huurwaarborg betaalt het OCMW.
""",
    "practices/10-buurtgidsen.md": """\
---
titel: 10 buurtgidsen
samenvatting: >-
  Tien bewoners die zelf ooit nieuw waren, wandelen met nieuwe buren door de wijk en tonen waar alles is. Ze krijgen
  een vergoeding en een opleiding van drie avonden.
domeinen: [onthaal]
werkingsgebied: regio
plaats: Regio Zuid-West-Vlaanderen
doelgroepen: [vrijwilligers, jongeren]
trekker: [Buurtwerk Proef]
periode:
  start: 2022-09
contact: onbekend
laatst_nagekeken: 2023
---
## Aanpak

Een wandeling duurt anderhalf uur.
""",
    "practices/accueil-en-francais.md": """\
---
titel: "Accueil: un guichet intercommunal pour l’apprentissage du néerlandais à Bruxelles et dans sa périphérie"
samenvatting: >-
  Une fiche en français, avec des mots interminables comme werkgelegenheidssamenwerkingsverbandcoördinator, beaucoup de
  communes et de grands montants: elle met la mise en page à l’épreuve.
domeinen: [taal, intergemeentelijke-samenwerking, huisvesting]
gemeenten: [Brussel, Charleroi, Namur, Hasselt, Genk, Brugge, Aalst, Mechelen, Oostende, Gent]
werkingsgebied: intergemeentelijk
plaats: Brussel en de rand
doelgroepen: [jongeren, nieuwkomers]
trekker: [Samenwerkingsverband voor gemeenteoverschrijdende werkgelegenheidsbemiddeling]
partners: [Een vereniging met een lange naam, Nog een vereniging, Stad Brussel]
budget:
  bedragen:
    - euro: 123456789
      per: subsidieplafond
      toelichting: voor het hele gewest
    - euro: {van: 600, tot: 1200}
      per: deelnemer
  personeel:
    - vte: {van: 1, tot: 12.5}
      rol: werkgelegenheidsbemiddelingsmedewerkers
  financiering: [Europees Fonds voor Asiel, Migratie en Integratie]
periode:
  start: 2020-01-15
  einde: 2021-01-14
status: gestopt
contact:
  - organisatie: Agence
    email: dienstwerkgelegenheidsbemiddelingenonthaal@afdeling.dienst.organisatie.example.org
    website: https://example.org/een/heel/lang/pad/zonder/einde/dat/maar/blijft/duren/en/duren
cijfers:
  - waarde: 1234567
    eenheid: gespreksuren
  - waarde: 2169
    eenheid: werkgelegenheidsbemiddelingsgesprekken
  - waarde: 12
    eenheid: communes
links:
  - titel: https://example.org/een/heel/lang/pad/zonder/einde/dat/maar/blijft/duren/en/duren
    url: https://example.org/een/heel/lang/pad/zonder/einde
laatst_nagekeken: 2021
taal: fr
---
## Aanpak

Een adres: <https://example.org/een/heel/lang/pad/zonder/einde/dat/maar/blijft/duren/en/duren/tot/het/niet/meer/past>.

| kolom | nog een kolom | en nog een | de laatste |
| --- | --- | --- | --- |
| werkgelegenheidsbemiddeling | werkgelegenheidsbemiddeling | werkgelegenheidsbemiddeling | einde |

```
een regel code die veel te lang is voor een telefoon en die dus moet kunnen schuiven in plaats van te breken
```

### Een tussenkop

> Een citaat met `code` erin.
""",
}


def write(folder: Path) -> None:
    """Write the catalogue to *folder*/content."""
    for name, text in FILES.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    images = folder / "content" / "afbeeldingen"
    images.mkdir()
    (images / "lokaal.png").write_bytes(png(400, 200))
