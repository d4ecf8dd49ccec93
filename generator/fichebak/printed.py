"""A fiche as it is printed: its view as plain data, its text as blocks. Text is data: nothing in it is markup."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from typing import Any

import segno

from fichebak import markup
from fichebak.glossary import Explainer, definition
from fichebak.present import Setting, fiche_facts, waar
from fichebak.related import Verwant
from fichebak.resolve import Catalogue, Praktijk
from fichebak.words import in_sentence, listed

Data = dict[str, Any]
SHORT = 150  # words of text; a fiche with fewer begins no page


def fiche(catalogue: Catalogue, practice: Praktijk, others: Iterable[Verwant], setting: Setting) -> Data:
    """Return what is printed of a fiche: its facts as on the site, its text as blocks.

    *kort* says that it is so short that it may share a page with others; how it is set (*maat*
    and what follows it) waits for `fitted`.
    """
    view = asdict(fiche_facts(catalogue, practice, setting))
    base = catalogue.instellingen.basis
    address = f"{base}{view['kaart']['adres']}" if base else ""
    parts = _parts(blocks(catalogue, practice.body, f"praktijk {practice.slug}"))
    del view["kaart"]["cellen"]
    for group in view["feiten"]["doelgroepen"][1:]:
        group["naam"] = in_sentence(group["naam"])
    return view | {
        "provincies": _provinces(practice),
        "delen": parts,
        "kort": _words(parts) < SHORT,
        "maat": "ruim",
        "bladen": 1,
        "ruimer": "",
        "hoogte": 1,
        "lessen": practice.fiche.lessen,
        "randvoorwaarden": practice.fiche.randvoorwaarden,
        "links": [link | {"getoond": _shown(link["adres"])} for link in view["links"]],
        "verwant": [_related(other.praktijk) for other in others],
        "webadres": address,
        "qr": _qr(address) if address else "",
    }


def _related(practice: Praktijk) -> Data:
    return {"slug": practice.slug, "titel": practice.fiche.titel, "waar": waar(practice)}


def _provinces(practice: Praktijk) -> str:
    """Return the provinces of *practice* in words; a region that has none is named as it is."""
    areas = dict.fromkeys(town.provincie for town in practice.vandaag)
    names = [area.naam for area in areas if not area.gewest]
    provinces = [f"{'provincie' if len(names) == 1 else 'provincies'} {listed(names)}"] if names else []
    return ", ".join([*(area.naam for area in areas if area.gewest), *provinces])


def _words(node: Any) -> int:
    """Return how many words stand in blocks of text, or in a part of them."""
    if isinstance(node, str):
        return len(node.split())
    children = node if isinstance(node, list) else [*node.get("kop", ()), *node.get("blokken", node.get("c", ()))]
    return sum(_words(child) for child in children)


def _qr(address: str) -> str:
    """Return *address* as a QR code: an SVG image of one path, without the white around it."""
    return str(segno.make(address, error="m", micro=False).svg_inline(border=0, omitsize=True))


def _shown(address: str) -> str:
    """Return *address* as paper shows it: without its scheme, and a name with accents as people know it."""
    host, slash, rest = re.sub(r"^https?://(?:www\.)?", "", address).partition("/")
    with suppress(UnicodeError):
        host = host.encode("ascii").decode("idna")
    return f"{host}{slash}{rest}".removesuffix("#/").rstrip("/")


def blocks(catalogue: Catalogue, body: str, of: str) -> list[Data]:
    """Return *body*, the text *of* one thing, as data: terms marked with their name, images by their number."""
    html = Explainer(catalogue, definition).html(markup.to_html(body, ""))
    images = {raw.file.removeprefix("content/"): str(number) for number, raw in enumerate(catalogue.beelden)}
    return markup.to_data(html, of, images)


def _parts(blocks: list[Data]) -> list[Data]:
    parts: list[Data] = []
    for block in blocks:
        if block["t"] == "h2" or not parts:
            parts.append({"kop": block["c"] if block["t"] == "h2" else [], "blokken": []})
        if block["t"] != "h2":
            parts[-1]["blokken"].append(block)
    return parts
