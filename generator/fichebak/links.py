"""The rules of links and images in a body: where they may lead, and that an image says what it shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fichebak.forge import DEFINITION
from fichebak.markup import IMAGE_FILE, PRACTICE, leads_outside
from fichebak.problems import Place, Problem, did_you_mean, problem
from fichebak.scan import HEADING, Scan, openers
from fichebak.values import seen


@dataclass(frozen=True, slots=True)
class Known:
    """What a body may refer to: the addresses of fiches and the names of images."""

    slugs: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


GONE = "Is de fiche er niet meer, haal de verwijzing dan weg."
AUTOLINK = re.compile(r"<(?P<url>(?:[a-z][a-z0-9+.-]{1,31}:|[\w.+-]+@)[^\s<>]*)>", re.I)


_ESCAPED = r"\\[!-/:-@\[-`{-~]"
_STEP = rf"(?:{_ESCAPED}|[^\s()])*"
_TARGET = re.compile(rf"\]\(\s*(?P<url><[^<>\n]*>|{_STEP}(?:\({_STEP}\){_STEP})*)")
_DEFINITION = re.compile(rf"^(?:[ >]|[-*+] |\d{{1,9}}[.)] )*{DEFINITION}", re.M)
_BY_NAME = re.compile(r"\[(?P<label>[^\[\]]{1,200})\](?![(:])")
_IMAGE_BY_LABEL = re.compile(r"!\[(?P<alt>[^\[\]]{0,200})\](?:\[(?P<label>[^\[\]]{0,200})\])?(?!\()")


def links(scan: Scan, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the links and images of *scan*."""
    opened = openers(scan.text)
    for start in re.finditer(r"\]\(", scan.text):
        opener = opened.get(start.start(), -1)
        found = _TARGET.match(scan.body, start.start())  # as it was typed: signs that are escaped belong to it
        if opener < 0 or not found:
            continue
        if scan.text[opener - 1 : opener] == "!":
            alt = scan.body[opener + 1 : found.start()]
            yield from _image(scan, opener - 1, alt, _url(found), known)
        else:
            yield from _address(_url(found), scan.place(opener), known)
            if not seen(scan.body[opener + 1 : found.start()]):
                yield problem("F116", scan.place(opener))
    for found in AUTOLINK.finditer(scan.text):
        url = found["url"] if ":" in found["url"] else f"mailto:{found['url']}"
        yield from _address(url, scan.place(found.start()), known)
    yield from _definitions(scan, known)


def _definitions(scan: Scan, known: Known) -> Iterator[Problem]:
    """Check links of the form `[tekst][naam]`, whose address stands on a line `[naam]: address`."""
    every = list(_DEFINITION.finditer("\n".join(scan.lines)))
    found = {_label(each["label"]): each for each in every}
    used = {_label(each["label"]) for each in _BY_NAME.finditer(scan.text)}
    images = set()
    for image in _IMAGE_BY_LABEL.finditer(scan.text):
        label = _label(image["label"] or image["alt"])
        if label in found:
            images.add(label)
            yield from _image(scan, image.start(), image["alt"], _url(found[label]), known)
    for each in every:
        label, place = _label(each["label"]), scan.place(each.start("label") - 1)
        wrong = [] if label in images else list(_address(_url(each), place, known))
        yield from wrong
        if not wrong and (label not in used or found[label] is not each):
            yield problem("F117", place, naam=each["label"])


def _label(name: str) -> str:
    """Return *name* as it is compared with others: case and the width of its gaps make no difference."""
    return " ".join(name.casefold().split())


def _url(found: re.Match[str]) -> str:
    return re.sub(_ESCAPED, lambda sign: sign[0][1], found["url"].strip("<>"))


def _image(scan: Scan, position: int, alt: str, url: str, known: Known) -> Iterator[Problem]:
    place = scan.place(position)
    if not alt.strip():
        yield problem("F073", place)
    found = IMAGE_FILE.match(url)
    if not found or found["name"] not in known.images:
        yield problem("F076", place, waarde=url)
    if HEADING.match(scan.lines[place.line - scan.first_line]):
        yield problem("F093", place)


def _address(url: str, place: Place, known: Known) -> Iterator[Problem]:
    practice = PRACTICE.match(url)
    if practice and practice["slug"] not in known.slugs:
        slug = practice["slug"]
        yield problem("F055", place, waarde=slug, hint=did_you_mean(slug, known.slugs, GONE))
    elif not practice and not leads_outside(url):
        yield problem("F074", place, waarde=url)
