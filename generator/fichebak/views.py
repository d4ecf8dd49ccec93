"""What templates may see: frozen, documented dataclasses, and nothing else. Every decision is already taken.

Addresses are relative to the root of the site (`praktijken/x/`); a page puts its own way to the root before them.
Texts are final Dutch; `html` fields are sanitised. An empty text means: not given in the source.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads somewhere; *adres* is empty when it leads nowhere, *buiten* when it leaves the site.

    *taal* is that of the word, only when not the catalogue's.
    """

    naam: str
    adres: str = ""
    buiten: bool = False
    toelichting: str = ""
    taal: str = ""


@dataclass(frozen=True, slots=True)
class DomeinTab:
    """A domain as its tab shows it; *klasse* gives colour and slot in the generated stylesheet."""

    id: str
    label: str
    klasse: str
    adres: str


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell of the facts row: a label, a large number, and its unit or the words ‘niet opgegeven’.

    *trap* is a step of the evidence ladder in the place of a number; *leeg* says that the source gives nothing. *taal*
    is that of the small words, only when they are the fiche's own and not in the catalogue's.
    """

    label: str
    groot: str
    klein: str
    trap: int = -1
    leeg: bool = False
    taal: str = ""


@dataclass(frozen=True, slots=True)
class Kaart:
    """A fiche as a card: in lists, on the home page and as a related fiche; *taal* only when not the catalogue's."""

    slug: str
    adres: str
    titel: str
    samenvatting: str
    waar: str
    domein: DomeinTab
    ook: tuple[DomeinTab, ...]
    cellen: tuple[Cel, ...]
    ontbreekt: str
    ingevuld: int
    taal: str

    @property
    def mini(self) -> tuple[Cel, ...]:
        """Return the two cells a small card has room for: the first that say something."""
        return tuple(cel for cel in self.cellen if not cel.leeg)[:2]


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of a fact: what stands out, and what explains it."""

    groot: str
    klein: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class ContactRegel:
    """Whom to call: an organisation with its function and ways to reach it; a person only while consent lasts."""

    organisatie: Link
    functie: str
    naam: str
    email: str
    telefoon: str
    website: str


@dataclass(frozen=True, slots=True)
class Plaats:
    """A municipality a fiche names, and what became of it when a merger took its name."""

    naam: str
    adres: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Feiten:
    """The facts box. Empty tuples and texts are shown as not given."""

    bedragen: tuple[Regel, ...]
    personeel: tuple[Regel, ...]
    financiering: tuple[str, ...]
    budget_toelichting: str
    trekker: tuple[Link, ...]
    partners: tuple[Link, ...]
    periode: str
    periode_toelichting: str
    status: str
    doelgroepen: tuple[Link, ...]
    schaal: str
    contact: tuple[ContactRegel, ...]


@dataclass(frozen=True, slots=True)
class Bewijstrap:
    """The evidence ladder: *trap* from 0 (no measurement) to 4 (outside evaluation), -1 when not given.

    *treden* are the words of the steps 1 to 4.
    """

    trap: int
    woord: str
    toelichting: str
    treden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Versheid:
    """How old the facts are: what the date is of, the date large, and one plain sentence."""

    label: str
    datum: str
    zin: str


@dataclass(frozen=True, slots=True)
class BronRegel:
    """The publication the facts come from."""

    id: str
    titel: str
    uitgevers: str
    jaar: str
    pagina: str
    url: str
    taal: str


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of the text: its heading and what stands under it; no heading before the first one."""

    kop: str
    html: str


@dataclass(frozen=True, slots=True)
class Advies:
    """A recommendation: for whom it is, what it is about, the fiches that show it, and where it comes from.

    *id* is its anchor on the page of recommendations, *aan* holds ids and labels of addressees.
    """

    id: str
    tekst: str
    toelichting: str
    aan: tuple[Link, ...]
    domeinen: tuple[DomeinTab, ...]
    praktijken: tuple[Link, ...]
    bron: Link
    pagina: str


@dataclass(frozen=True, slots=True)
class FicheFacts:
    """What is told of a fiche wherever it is shown: on its page and in the guide. All of it is plain text."""

    kaart: Kaart
    plaatsen: tuple[Plaats, ...]
    plaats: str
    feiten: Feiten
    cijfers: tuple[Regel, ...]
    versheid: Versheid
    bewijs: Bewijstrap
    links: tuple[Link, ...]
    bron: BronRegel | None
    rubrieken: int


@dataclass(frozen=True, slots=True)
class FicheView(FicheFacts):
    """A whole fiche for its page.

    *lead*, *lessen* and *randvoorwaarden* are HTML in which terms are explained. *pdf* has the length and size of the
    sheet as its note; without a sheet it is None. *gegevens* is the address of the fiche as open data.
    """

    lead: str
    provincies: tuple[Link, ...]
    kerncijfers: tuple[Regel, ...]
    delen: tuple[Deel, ...]
    lessen: tuple[str, ...]
    randvoorwaarden: tuple[str, ...]
    adviezen: tuple[Advies, ...]
    verwant: tuple["VerwanteFiche", ...]
    zoekwoorden: str
    zelfde_woorden: str
    verwante_woorden: str
    pdf: Link | None
    gegevens: str


@dataclass(frozen=True, slots=True)
class ForgeView:
    """Where the files of the fiches lie, and the pages there to make one, to change one and to make a copy of all.

    *nieuw* and *wijzig* are addresses of the folder of the fiches; a question, or the name of a file, comes behind.
    *naam* is what people call the forge.
    """

    soort: str
    naam: str
    repository: str
    nieuw: str
    wijzig: str
    kopie: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page knows of the catalogue. *gids* is the whole guide, with its length and size; None without one.

    *forge* is None without a repository, and when nothing tells what kind of forge it is on. *toevoegen* leads to the
    form; None without domains, for a fiche needs one. *zoekmachine* lets a browser search here; it needs base_url.
    """

    titel: str
    ondertitel: str
    uitgever: str
    taal: str
    licentie: str
    licentie_url: str
    repository: str
    forge: ForgeView | None
    mailbox: str
    navigatie: tuple[Link, ...]
    naslag: tuple[Link, ...]
    paginas: tuple[Link, ...]
    toevoegen: Link | None
    zoekmachine: Link | None
    gids: Link | None
    fiches: int


@dataclass(frozen=True, slots=True)
class Beeld:
    """The picture that is shown where a page is shared: its full address, and in words what it shows."""

    adres: str
    tekst: str


@dataclass(frozen=True, slots=True)
class KopView:
    """What the head of a page tells programs.

    *soort* and *taal* are those of Open Graph (`article`, `nl_BE`); *feeds* are the feeds that follow what the page
    shows; *gegevens* is JSON-LD that is safe inside a script element. Without a full address there is no *beeld*.
    """

    soort: str
    taal: str
    beeld: Beeld | None = None
    feeds: tuple[Link, ...] = ()
    gegevens: str = ""


@dataclass(frozen=True, slots=True)
class PaginaView:
    """What a page says of itself: *root* is its way to the root of the site (`../../`), *canoniek* its full address."""

    titel: str
    omschrijving: str
    adres: str
    root: str
    canoniek: str
    hier: str
    kop: KopView


@dataclass(frozen=True, slots=True)
class Vak:
    """A divider in the box on the home page: a domain, its number of fiches, and one hairline a fiche.

    *hoogte* is that of the hairlines together, in pixels; above 40 fiches one line stands for five (*per_lijn*).
    """

    domein: DomeinTab
    aantal: int
    hoogte: int
    per_lijn: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A name with its number of fiches and its page; *taal* and *taal_toelichting* only when not the catalogue's."""

    naam: str
    adres: str
    aantal: int
    toelichting: str = ""
    taal: str = ""
    taal_toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Stip:
    """A municipality on the map: a dot whose surface grows with its number of fiches."""

    naam: str
    adres: str
    aantal: int
    x: str
    y: str
    straal: str


@dataclass(frozen=True, slots=True)
class Landkaart:
    """The map of Belgium: the outlines of the provinces as SVG paths, the largest dots first."""

    viewbox: str
    omtrekken: tuple[str, ...]
    stippen: tuple[Stip, ...]


@dataclass(frozen=True, slots=True)
class ThuisView:
    """The home page."""

    fiches: int
    gemeenten: int
    bronnen: int
    vakken: tuple[Vak, ...]
    waar: tuple[Telling, ...]
    rest: int
    landkaart: Landkaart
    nieuw: tuple[Kaart, ...]
    volledig: tuple[Kaart, ...]
    rubrieken: int


@dataclass(frozen=True, slots=True)
class Waarde:
    """A value of a facet; *namen* are other names it is found by, with | between them."""

    id: str
    label: str
    aantal: int
    klasse: str
    namen: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of values to filter by; *voorvoegsel* stands before a chosen value that would not speak for itself."""

    id: str
    label: str
    waarden: tuple[Waarde, ...]
    zoekbaar: bool = False
    open: bool = True
    voorvoegsel: str = ""


@dataclass(frozen=True, slots=True)
class Groep:
    """The fiches of one main domain."""

    domein: DomeinTab
    kaarten: tuple[Kaart, ...]


@dataclass(frozen=True, slots=True)
class OverzichtView:
    """The catalogue page."""

    groepen: tuple[Groep, ...]
    facetten: tuple[Facet, ...]
    telling: str


@dataclass(frozen=True, slots=True)
class FacetView:
    """The page of one domain, municipality, province or target group.

    Only a domain says what to do tomorrow (*morgen*, HTML), who helps (*ondersteuning*) and what is recommended.
    *frans* is the French name of a municipality that has another in Dutch. *pdf* is its guide, with its length and
    size; None without one. *feed* follows a domain or a municipality.
    """

    soort: str
    titel: str
    klasse: str
    kort: str
    inleiding: str
    frans: str
    opmerkingen: tuple[str, ...]
    boven: tuple[Link, ...]
    kaarten: tuple[Kaart, ...]
    telling: str
    filter: str
    pdf: Link | None
    feed: Link | None = None
    morgen: tuple[str, ...] = ()
    ondersteuning: tuple[Link, ...] = ()
    adviezen: tuple[Advies, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexGroep:
    """Values of a facet under one heading (a province, or nothing)."""

    kop: str
    adres: str
    tellingen: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """All values of a facet: the page above the facet pages."""

    titel: str
    kort: str
    groepen: tuple[IndexGroep, ...]
    landkaart: Landkaart | None = None


@dataclass(frozen=True, slots=True)
class TekstView:
    """A page of plain text, such as ‘Over Fichebak’; *nagekeken* says when someone last checked it, if that is told."""

    titel: str
    html: str
    nagekeken: str


@dataclass(frozen=True, slots=True)
class KeuzeView:
    """The pages that show the reader's own choice: comparing, and the own guide.

    *verhuisd* maps former addresses to those of today (`oud=nieuw`, apart by spaces), so that an address that was
    shared keeps working; *gidsen* are the guides that stand ready as PDF, each with its length and size.
    """

    verhuisd: str
    gidsen: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AdviesGroep:
    """The recommendations for one addressee; *ook* counts those that stand under another one first."""

    id: str
    kop: str
    toelichting: str
    adviezen: tuple[Advies, ...]
    ook: int


@dataclass(frozen=True, slots=True)
class AdviezenView:
    """The page of all recommendations, each once, under the first addressee it names."""

    groepen: tuple[AdviesGroep, ...]
    facetten: tuple[Facet, ...]
    bronnen: tuple[Link, ...]
    telling: str


@dataclass(frozen=True, slots=True)
class Staaf:
    """One bar of a chart: its value in words, its length from 0 to 100; perhaps a page and a domain's colour."""

    label: str
    waarde: str
    lengte: str
    adres: str = ""
    klasse: str = ""


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart that is its own table; *bron* is empty when the catalogue itself is counted."""

    titel: str
    eenheid: str
    staven: tuple[Staaf, ...]
    toelichting: str
    bron: str


@dataclass(frozen=True, slots=True)
class BronView:
    """The page of a publication; *jaar* says what is known when there is no year, *taal* is that of its title."""

    titel: str
    taal: str
    soort: str
    uitgevers: tuple[Link, ...]
    jaar: str
    url: str
    reikwijdte: str
    methode: str
    html: str
    cijfers: tuple[Regel, ...]
    grafieken: tuple[Grafiek, ...]
    adviezen: Link | None
    kaarten: tuple[Kaart, ...]
    telling: str


@dataclass(frozen=True, slots=True)
class OrganisatieView:
    """The page of an organisation: what it leads, what it joins, and in which domains it helps municipalities.

    *taal* is that of its name, only when not the catalogue's.
    """

    naam: str
    taal: str
    soort: str
    ook: tuple[str, ...]
    diensten: tuple[str, ...]
    website: str
    omschrijving: str
    helpt: tuple[Link, ...]
    uitgaven: tuple[Link, ...]
    trekt: tuple[Kaart, ...]
    werkt_mee: tuple[Kaart, ...]


@dataclass(frozen=True, slots=True)
class TermRegel:
    """A term of the glossary; *id* is its anchor."""

    id: str
    naam: str
    voluit: str
    uitleg: str
    ook: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms that begin with one letter."""

    letter: str
    termen: tuple[TermRegel, ...]


@dataclass(frozen=True, slots=True)
class WoordenlijstView:
    """The page of all terms."""

    letters: tuple[Letter, ...]
    telling: str


@dataclass(frozen=True, slots=True)
class VerwanteFiche:
    """A related fiche, and in a few words what it shares with the one it stands beside."""

    kaart: Kaart
    reden: str


@dataclass(frozen=True, slots=True)
class GrafiekGroep:
    """Charts under one heading."""

    id: str
    kop: str
    grafieken: tuple[Grafiek, ...]


@dataclass(frozen=True, slots=True)
class MatrixKolom:
    """A column of the matrix: a province, its page and all its fiches; *grens* for the first of a region."""

    naam: str
    adres: str
    aantal: int
    grens: bool


@dataclass(frozen=True, slots=True)
class MatrixCel:
    """The fiches of one domain from one province: how many, and *link* that says so and leads to them.

    *lengte* is the share of the largest cell, from 0 to 100. Without fiches the link invites to add one.
    """

    aantal: int
    link: Link
    lengte: str


@dataclass(frozen=True, slots=True)
class MatrixRij:
    """A domain in the matrix; *elders* counts its fiches without a municipality.

    *gaten* names the provinces without a fiche; *toevoegen* is where one can be added.
    """

    domein: DomeinTab
    cellen: tuple[MatrixCel, ...]
    elders: int
    totaal: int
    gaten: str
    toevoegen: Link


@dataclass(frozen=True, slots=True)
class Matrix:
    """Domains by province; *elders* counts fiches without a municipality, *ontbreekt* has the rows with gaps."""

    kolommen: tuple[MatrixKolom, ...]
    rijen: tuple[MatrixRij, ...]
    ontbreekt: tuple[MatrixRij, ...]
    elders: int
    totaal: int
    zin: str


@dataclass(frozen=True, slots=True)
class CijfersView:
    """The page that counts the catalogue."""

    lead: str
    kerncijfers: tuple[Regel, ...]
    groepen: tuple[GrafiekGroep, ...]
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Keuze:
    """One of the values a field may have, and how it reads."""

    waarde: str
    label: str


@dataclass(frozen=True, slots=True)
class Invulveld:
    """One field of the form.

    *pad* is its key in a fiche (`budget.bedragen`), in a group its key in the row. *soort* is how it is filled in:
    regel, lang, getal, datum, mail, web (one text); keuze, lijst (one of *keuzes*); naam (one text, completed from the
    list *uit*), kiezer (several from that list); rijen, groep (rows of one text or of *velden*, each called *een*);
    apart (fields that few need) and verhaal (the parts of the body). *minst* and *meest* are how many characters it may
    have, 0 when no limit needs to be told; *onbekend* says that one may answer that the source does not tell.
    """

    pad: str
    soort: str
    label: str
    uitleg: str = ""
    voorbeeld: str = ""
    verplicht: bool = False
    minst: int = 0
    meest: int = 0
    keuzes: tuple[Keuze, ...] = ()
    uit: str = ""
    een: str = ""
    onbekend: bool = False
    velden: tuple["Invulveld", ...] = ()


@dataclass(frozen=True, slots=True)
class Vraag:
    """A question of the form, with the fields that answer it; *verplicht* when a fiche needs an answer."""

    id: str
    vraag: str
    uitleg: str
    verplicht: bool
    velden: tuple[Invulveld, ...]


@dataclass(frozen=True, slots=True)
class Rubriek:
    """What the completeness of a fiche counts: a name, and the keys of which one must be filled in."""

    naam: str
    sleutels: str


@dataclass(frozen=True, slots=True)
class FormulierView:
    """The form in which a fiche is written."""

    vragen: tuple[Vraag, ...]
    rubrieken: tuple[Rubriek, ...]


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file to download: what it is, what it is good for, and how large it is."""

    naam: str
    adres: str
    grootte: str
    waarvoor: str


@dataclass(frozen=True, slots=True)
class SleutelUitleg:
    """A key of the open data, explained: its place in the JSON and where it stands in the tables."""

    pad: str
    titel: str
    uitleg: str
    soort: str
    voorbeeld: str
    waar: str


@dataclass(frozen=True, slots=True)
class SleutelGroep:
    """Keys of the open data under one heading."""

    id: str
    kop: str
    sleutels: tuple[SleutelUitleg, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """The page of the open data; *bronvermelding* is how who reuses them names where they come from."""

    telling: str
    datum: str
    bestanden: tuple[Bestand, ...]
    register: str
    bronvermelding: str
    groepen: tuple[SleutelGroep, ...]
