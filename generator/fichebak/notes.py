"""The rules of notes: each reference has a note, each note a reference, and both stand where they can be printed."""

import re
from collections.abc import Iterator, Mapping

from fichebak.forge import NOTE
from fichebak.problems import Problem, did_you_mean, nearest, problem
from fichebak.scan import HEADING, Scan, openers

REFERENCES_AT_MOST = 100  # in a text: setting more at the feet of pages takes long
_REFERENCE = re.compile(r"\[\^(?P<name>[^\[\]\n]*)\]")
_NAME = re.compile(r"[^\s^]+")
_ONLY_SIGNS = re.compile(r"(?:[ >]|[-*+] |\d{1,9}[.)] )*")
_NOT_FIRST = "een noot begint vooraan op haar regel, buiten lijst of citaat"
_IN_NOTE = "dit is zelf de tekst van een noot"
_IN_HEADING = "dit is een kop"
_IN_LINK = "dit is de tekst van een link of de beschrijving van een beeld"


def notes(scan: Scan) -> Iterator[Problem]:
    """Yield what is wrong with the notes of *scan* and the references to them."""
    defined = dict[str, int]()  # the name of each note -> its line
    for name, offset, text in _definitions(scan):
        if name in defined:
            yield problem("F085", scan.on_line(offset), naam=name, regel=scan.first_line + defined[name])
        elif not text:
            yield problem("F083", scan.on_line(offset), naam=name)
        defined.setdefault(name, offset)
    referred = dict[str, int]()  # the name of each note that the text refers to -> where it first does
    links = _links(scan)
    references = [found for found in _REFERENCE.finditer(scan.text) if not _begins(scan, found)]
    if len(references) > REFERENCES_AT_MOST:
        place = scan.place(references[REFERENCES_AT_MOST].start())
        yield problem("F096", place, aantal=len(references), hoogstens=REFERENCES_AT_MOST)
        return
    for found in references:
        name = found["name"]
        wrong = _wrong(scan, found, links)
        if wrong:
            defined.setdefault(name, -1)  # what else is wrong with it comes from this
        if wrong and (wrong.code != "F086" or name not in referred):
            yield wrong
        referred.setdefault(name, found.start())
    yield from _alone(scan, defined, referred)


def _alone(scan: Scan, defined: Mapping[str, int], referred: Mapping[str, int]) -> Iterator[Problem]:
    """Yield the references without a note and the notes without a reference; two that are near are one mistake."""
    unused = {f"[^{name}]": line for name, line in defined.items() if name not in referred}
    for name, position in referred.items():
        if name not in defined:
            near = nearest(f"[^{name}]", unused, 1)
            yield problem("F083", scan.place(position), hint=did_you_mean(f"[^{name}]", near), naam=name)
            unused = {each: line for each, line in unused.items() if each not in near}
    for name, line in unused.items():
        yield problem("F084", scan.on_line(line), naam=name[2:-1])


def _definitions(scan: Scan) -> Iterator[tuple[str, int, str]]:
    """Yield the name, the line and the text of each note."""
    lines = scan.body.split("\n")
    starts = [at for at, name in enumerate(scan.notes) if name and NOTE.match(scan.lines[at])]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        own = [line for line, name in zip(lines[start:end], scan.notes[start:end], strict=True) if name]
        yield scan.notes[start], start, NOTE.sub("", "\n".join(own)).strip()


def _begins(scan: Scan, found: re.Match[str]) -> bool:
    """Return whether *found* is the sign that a note begins with."""
    after = scan.text[found.end() : found.end() + 1]
    return after == ":" and bool(_NAME.fullmatch(found["name"])) and scan.place(found.start()).column == 1


def _wrong(scan: Scan, found: re.Match[str], links: bytearray) -> Problem | None:
    """Return what is wrong with the reference *found* by itself."""
    name, place = found["name"], scan.place(found.start())
    if not _NAME.fullmatch(name):
        return problem("F086", place, naam=name, voorstel=re.sub(r"[\s^]+", "-", name).strip("-") or "1")
    reason = _out_of_place(scan, found, links)
    return problem("F087", place, waar=reason) if reason else None


def _out_of_place(scan: Scan, found: re.Match[str], links: bytearray) -> str:
    """Return why no note can be where *found* is; an empty word when one can."""
    text, offset = scan.text, scan.line_of(found.start())
    before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    if text[found.end() : found.end() + 1] == ":" and _ONLY_SIGNS.fullmatch(before):
        return _NOT_FIRST
    if scan.notes[offset]:
        return _IN_NOTE
    if HEADING.match(scan.lines[offset]):
        return _IN_HEADING
    return _IN_LINK if links[found.start()] else ""


def _links(scan: Scan) -> bytearray:
    """Return for every position whether it is in the words of a link or in what an image shows."""
    found = bytearray(len(scan.text))
    for end, opener in openers(scan.text).items():
        if scan.text[end + 1 : end + 2] in {"(", "["}:
            found[opener + 1 : end] = b"\1" * (end - opener - 1)
    return found
