"""Render views with the theme's templates to pages. Templates decide nothing; they get views and lay them out."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from fichebak import downloads, facets, figures, overviews, paper, questions, reference, words
from fichebak.feeds import feed_of
from fichebak.output import Output, Part
from fichebak.present import FORM, Setting, fiche_view
from fichebak.problems import Failure
from fichebak.related import related
from fichebak.resolve import Catalogue, Praktijk
from fichebak.schemaorg import catalogue_node, data_block, fiche_node, list_node
from fichebak.views import Beeld, DomeinTab, FacetView, KopView, Link, OverzichtView, PaginaView, SiteView

LOCALES = {"nl": "nl_BE", "fr": "fr_BE", "de": "de_BE", "en": "en_GB"}
TINTS = ("tab", "tekst", "tab_donker", "tekst_donker")
ALL = "Zoek en filter alle praktijken."
ADVICE = "Wat onderzoekers en organisaties aanraden, per bestemmeling en per domein."
FIGURES = "De catalogus geteld: waarover, waar, voor wie en wanneer, wat het kost, en waar de gaten zitten."
COMPARE = "Zet fiches naast elkaar: wat het kost, wie het doet en of het werkt."
OWN_GUIDE = "Stel een gids samen met de fiches die u kiest, klaar om te drukken."
ADD = "Schrijf een fiche in een formulier dat meekijkt: in een kwartier staat uw praktijk op een kaart."
DATA = "Alle fiches om te hergebruiken, in Excel, CSV en JSON, met uitleg bij elke kolom."
TERMS = "Afkortingen en vakwoorden in gewone taal."
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its templates' environment and the colours of the domains, by place in the box."""

    environment: Environment
    palette: tuple[Mapping[str, str], ...]


def theme(folders: tuple[Path, ...]) -> Theme:
    """Return the theme found in *folders*, most specific first; a template can extend `default/<name>`."""
    templates = [FileSystemLoader(folder / "templates") for folder in folders]
    environment = Environment(
        loader=ChoiceLoader([*templates, PrefixLoader({"default": templates[-1]})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"beleid": POLICY, "onthoud": cache}
    return Theme(environment, palette(folders))


def palette(folders: tuple[Path, ...]) -> tuple[Mapping[str, str], ...]:
    """Return the colours of the domains, by place in the box, from the most specific palette.toml of *folders*."""
    file = next(folder / "palette.toml" for folder in folders if (folder / "palette.toml").is_file())
    try:
        colours = tuple(tomllib.loads(file.read_text(encoding="utf-8"))["kleur"])
        complete = colours and all(re.fullmatch(r"#[0-9A-Fa-f]{6}", each[tint]) for each in colours for tint in TINTS)
    except (ValueError, KeyError, TypeError) as error:  # no TOML, no UTF-8
        raise Failure(f"{file} is niet te lezen: {error}") from error
    if not complete:
        raise Failure(f"{file} noemt geen kleuren als #90BAE6 voor {', '.join(TINTS)}.")
    return colours


def render(catalogue: Catalogue, setting: Setting, look: Theme) -> Iterator[Output]:
    """Yield every page of the site, and the stylesheet with the colours of the domains."""
    return (output for part in parts(catalogue, setting, look) for output in part.make())


def parts(catalogue: Catalogue, setting: Setting, look: Theme) -> Iterator[Part]:
    """Yield what `render` yields, each page yet to be made."""
    settings, head = catalogue.instellingen, _head(catalogue, setting)
    pages = _Pages(look.environment, overviews.site(catalogue, setting), settings.basis, head)
    of_all = replace(head, feeds=_feed(catalogue, "", settings.titel))
    home = replace(of_all, gegevens=data_block(catalogue_node(catalogue)))
    yield pages.page("thuis.html", "", overviews.thuis(catalogue), "", settings.ondertitel or "", home)
    overview = OverzichtView(
        overviews.groepen(catalogue), facets.facetten(catalogue, setting.today), words.fiches(len(catalogue.praktijken))
    )
    yield pages.page("praktijken.html", "praktijken/", overview, "Praktijken", ALL, of_all)
    for practice in catalogue.praktijken:
        yield Part(f"praktijken/{practice.slug}/index.html", partial(_fiche, pages, catalogue, practice, setting))
    for address, facet in overviews.facet_pages(catalogue, setting):
        title, told = f"{facet.titel} ({facet.soort.lower()})", _head_of_list(catalogue, head, address, facet)
        yield pages.page("facet.html", address, facet, title, facet.kort, told)
    for address, index in overviews.index_pages(catalogue):
        yield pages.page("index.html", address, index, index.titel, index.kort)
    choice = overviews.keuze(catalogue, setting)
    yield pages.page("vergelijk.html", "vergelijk/", choice, "Fiches naast elkaar", COMPARE)
    yield pages.page("gids.html", "gids/", choice, "Mijn gids", OWN_GUIDE)
    if catalogue.domeinen:
        yield pages.page("fiche-toevoegen.html", FORM, questions.formulier(), "Voeg een fiche toe", ADD)
    yield from _reference(pages, catalogue)
    if catalogue.praktijken:
        yield pages.page("cijfers.html", "cijfers/", figures.cijfers(catalogue, setting), "In cijfers", FIGURES)
    yield Part(f"{downloads.ADDRESS}index.html", partial(_data, pages, catalogue, setting))
    for address, text in overviews.text_pages(catalogue):
        yield pages.page("tekst.html", address, text, text.titel, "")
    for old, slug in catalogue.vroegere_adressen.items():
        yield pages.page("verhuisd.html", f"praktijken/{old}/", f"../{slug}/", "Deze fiche is verhuisd", "")
    yield pages.not_found()
    yield Part("styles/domeinen.css", lambda: [Output("styles/domeinen.css", _colours(catalogue, look).encode())])


def _fiche(pages: "_Pages", catalogue: Catalogue, practice: Praktijk, setting: Setting) -> Iterable[Output]:
    """Make the page of *practice*; its view is as much work as its page, so it waits until then."""
    view = fiche_view(catalogue, practice, related(catalogue)[practice.slug], setting)
    card, data = view.kaart, data_block(fiche_node(catalogue, practice, setting))
    head = KopView("article", LOCALES[practice.fiche.taal or catalogue.instellingen.taal], gegevens=data)
    shown = f"De fiche ‘{card.titel}’{f', {card.waar}' if card.waar else ''}"
    head = replace(head, beeld=_picture(catalogue, setting, paper.picture_of(practice.slug), shown))
    return pages.page("fiche.html", card.adres, view, card.titel, card.samenvatting, head).make()


def _head(catalogue: Catalogue, setting: Setting) -> KopView:
    """Return what the head of a page tells programs when it has nothing of its own to tell."""
    settings = catalogue.instellingen
    picture = _picture(catalogue, setting, paper.PICTURE, f"{settings.titel}: een bak met fiches, per domein een tab")
    return KopView("website", LOCALES[settings.taal], picture)


def _head_of_list(catalogue: Catalogue, head: KopView, address: str, facet: FacetView) -> KopView:
    feeds = _feed(catalogue, address, f"{facet.titel} · {catalogue.instellingen.titel}") if facet.feed else ()
    return replace(head, feeds=feeds, gegevens=data_block(list_node(catalogue, address, facet.titel, facet.boven)))


def _feed(catalogue: Catalogue, page: str, title: str) -> tuple[Link, ...]:
    address = feed_of(catalogue, page)
    return (Link(title, address),) if address else ()


def _picture(catalogue: Catalogue, setting: Setting, path: str, shown: str) -> Beeld | None:
    return Beeld(f"{catalogue.instellingen.basis}{path}", shown) if path in setting.pictures else None


def _data(pages: "_Pages", catalogue: Catalogue, setting: Setting) -> Iterable[Output]:
    """Make the page of the open data; it waits until then, for it says how large their files are."""
    view = downloads.data_page(catalogue, setting)
    return pages.page("data.html", downloads.ADDRESS, view, "Open data", DATA).make()


def _reference(pages: "_Pages", catalogue: Catalogue) -> Iterator[Part]:
    """Yield the pages of what surrounds the fiches; those that would be empty are left out."""
    if catalogue.adviezen:
        advice = reference.adviezen(catalogue)
        yield pages.page("aanbevelingen.html", "aanbevelingen/", advice, "Aanbevelingen", ADVICE)
    for address, source in reference.source_pages(catalogue):
        yield pages.page("bron.html", address, source, source.titel, f"Bron van {source.telling} ({source.soort}).")
    for address, organisation in reference.organisation_pages(catalogue):
        title = organisation.naam
        yield pages.page("organisatie.html", address, organisation, title, f"Wat {title} deed in deze catalogus.")
    for address, index in reference.index_pages(catalogue):
        yield pages.page("index.html", address, index, index.titel, index.kort)
    if catalogue.termen:
        yield pages.page("woordenlijst.html", "woordenlijst/", reference.woordenlijst(catalogue), "Woordenlijst", TERMS)


class _Pages:
    """Lays out one page after another for the same site; a page is rendered when its part is made."""

    def __init__(self, environment: Environment, site: SiteView, base: str, head: KopView) -> None:
        self.environment, self.site, self.base, self.head = environment, site, base, head

    def page(
        self, template: str, address: str, view: object, title: str, description: str, head: KopView | None = None
    ) -> Part:
        """Return the page at *address* (`praktijken/x/`), relative links from there."""
        root = "../" * address.count("/") or "./"
        canonical = f"{self.base}{address}" if self.base else ""
        hier = f"{address.split('/')[0]}/" if address else ""
        page = PaginaView(title, description, address, root, canonical, hier, head or self.head)
        return self._part(f"{address}index.html", template, page, view)

    def not_found(self) -> Part:
        """Return 404.html: a server shows it at any depth, so it leads to base_url, or to the root without one."""
        page = PaginaView("Niet gevonden", "", "404.html", self.base or "/", "", "", self.head)
        return self._part("404.html", "404.html", page, None)

    def _part(self, path: str, template: str, page: PaginaView, view: object) -> Part:
        return Part(path, lambda: [Output(path, self._html(template, page, view))])

    def _html(self, template: str, page: PaginaView, view: object) -> bytes:
        context: dict[str, Any] = {"site": self.site, "pagina": page, "view": view}
        try:
            return self.environment.get_template(template).render(context).encode()
        except TemplateSyntaxError as error:
            place = f"{error.name or template}, regel {error.lineno}"
            raise Failure(f"In het sjabloon {place} staat een fout: {error.message}") from error
        except Exception as error:  # an expression in a template can raise anything
            kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
            raise Failure(f"Het sjabloon {template} kon niet gevuld worden: {kind}{error}") from error


def _colours(catalogue: Catalogue, look: Theme) -> str:
    """Return the generated stylesheet: a class per domain with its colours, light and dark, its slot, and its paper."""
    light, dark, paper = [], [], []
    for tab in overviews.tabs(catalogue):
        order = catalogue.domeinen[tab.id].volgorde
        colour = look.palette[(order - 1) % len(look.palette)]
        place = f"{overviews.slot(catalogue, tab.id):.4f}"
        light.append(f".{tab.klasse}{{--stock:{colour['tab']};--acc:{colour['tekst']};--slot:{place}}}")
        dark.append(f".{tab.klasse}{{--stock:{colour['tab_donker']};--acc:{colour['tekst_donker']}}}")
        paper.append(_thumb(tab, colour["tab"], place))
    foot = f":root{{--voet:{_quoted(_foot(catalogue))}}}"
    return "\n".join([*light, "@media screen and (prefers-color-scheme:dark){", *dark, "}", foot, *paper, ""])


def _thumb(tab: DomeinTab, colour: str, place: str) -> str:
    """Return the rules that set a domain's tab at the edge of its pages; styles/print.css gives it the rest.

    No custom property is known there, and a transform does nothing: so its length is as many digits as its word has
    characters, which is enough.
    """
    length = f"{len(tab.label)}ch + 7mm"
    box = f"content:{_quoted(tab.label)};background:{colour};height:calc({length})"
    of_domain = f"body:has(>main>.fiche.{tab.klasse},>.facet.{tab.klasse}),.boekje-fiche:has(>.{tab.klasse})"
    page = f"@page {tab.klasse}{{@right-top{{{box};margin-top:calc({place}*(100% - max(30mm,{length})))}}}}"
    return f"{of_domain}{{page:{tab.klasse}}}\n{page}"


def _foot(catalogue: Catalogue) -> str:
    """Return what stands at the foot of every sheet of paper, as templates/basis.html has it at the foot of a page."""
    settings = catalogue.instellingen
    publisher = f", uitgegeven door {settings.uitgever}" if settings.uitgever else ""
    return f"{settings.titel}{publisher}. Teksten {settings.licentie}. Gemeentenamen: Statbel."


def _quoted(words: str) -> str:
    """Return *words* as a string of CSS."""
    return '"' + re.sub(r'[^\w .,:;&’-]', lambda sign: f"\\{ord(sign[0]):x} ", words) + '"'
