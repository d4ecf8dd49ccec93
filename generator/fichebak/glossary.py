"""Explain the terms of the glossary where a page, or a fiche in the guide, first uses them.

A term is looked up by its first word, so that a thousand fiches with hundreds of terms stay fast.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from fichebak.model import Term
from fichebak.register import slugify
from fichebak.resolve import Catalogue

Mark = Callable[[str, Term, str], str]  # (a term, its entry, the words in the text as HTML) -> HTML

_TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
_WORD = re.compile(r"\w+")
_BEGIN = re.compile(r"(?:^|[.!?:…]['’”)]*)\s*[‘“'(]*$")  # what stands before the first word of a sentence
_CLOSED = ("a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6")  # a term in these stays as it is


def anchor(term: str) -> str:
    """Return the name of *term* in addresses: its place on the page with all terms."""
    slug = slugify(term)
    return f"woord-{slug}" if re.match(r"(?:inhoud$|letter-|woord-)", slug) else slug  # the page has the others itself


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a term, as it stands in HTML."""

    term: str
    text: str
    any_case: bool

    def begins(self, text: str, at: int) -> bool:
        """Return whether *text* has this form at *at*, as whole words.

        A capital is free only where a sentence begins: elsewhere it makes a name. A hyphen may follow (OCMW-raad), but
        not one that joins it to a name (Mentor-Escale).
        """
        end = at + len(self.text)
        found, after = text[at:end], text[end : end + 2]
        same = found == self.text or (
            self.any_case and found[:1].lower() + found[1:] == self.text and _BEGIN.search(text, 0, at) is not None
        )
        inside = after[:1].isalnum() or (after[:1] == "-" and after[1:].isupper()) or text[at - 1 : at] == "-"
        return same and not inside


class Explainer:
    """Explains the terms of a catalogue on one page, each where it is first used. *mark* makes the HTML of a term.

    Headings, links and code stay as they are.
    """

    def __init__(self, catalogue: Catalogue, mark: Mark) -> None:
        self._terms, self._forms = catalogue.termen, _forms(catalogue)
        self._mark = mark
        self._seen: set[str] = set()

    def text(self, text: str) -> str:
        """Return plain *text* as HTML."""
        return self.html(escape(text, quote=False))

    def html(self, html: str) -> str:
        """Return *html*, which must be well-formed, with its terms explained."""
        pieces: list[str] = []
        closed = 0
        for piece in _TAG.split(html):
            closed += _change(piece)
            pieces += [piece] if closed or piece.startswith("<") else self._marked(piece)
        return "".join(pieces)

    def _marked(self, text: str) -> Iterator[str]:
        text, done, end = text.replace("\n", " "), 0, 0
        for word in _WORD.finditer(text):
            forms = self._forms.get(word[0].lower())
            if forms is None or word.start() < end:
                continue
            found = next((form for form in forms if form.begins(text, word.start())), None)
            if found is None:
                continue
            end = word.start() + len(found.text)  # also when it is explained already: no term inside a term
            if found.term not in self._seen:
                self._seen.add(found.term)
                yield text[done : word.start()]
                yield self._mark(found.term, self._terms[found.term], text[word.start() : end])
                done = end
        yield text[done:]


@lru_cache(maxsize=1)
def _forms(catalogue: Catalogue) -> Mapping[str, tuple[_Form, ...]]:
    """Return every form of every term by its first word in lower case, the longest first."""
    forms: dict[str, list[_Form]] = {}
    for key, term in catalogue.termen.items():
        for text in dict.fromkeys(filter(None, (key, *term.ook, term.voluit))):
            first = _WORD.match(text)
            if first:
                form = _Form(key, escape(text, quote=False), any_case=text == text.lower())
                forms.setdefault(first[0].lower(), []).append(form)
    return {word: tuple(sorted(found, key=lambda form: -len(form.text))) for word, found in forms.items()}


def linked(root: str) -> Mark:
    """Return what marks a term on a page whose way to the root of the site is *root*: a link to the list of terms.

    It carries its explanation, which a script shows beside it.
    """

    def mark(key: str, term: Term, words: str) -> str:
        full = f' data-voluit="{escape(term.voluit)}"' if term.voluit else ""
        return (
            f'<a class="term" href="{root}woordenlijst/#{anchor(key)}" data-naam="{escape(key)}"{full}'
            f' data-uitleg="{escape(term.uitleg)}">{words}</a>'
        )

    return mark


def definition(key: str, _term: Term, words: str) -> str:
    """Return *words* as a `dfn` that knows its term: the guide makes it a reference to its list of terms."""
    return f'<dfn title="{anchor(key)}">{words}</dfn>'


def _change(tag: str) -> int:
    """Return 1 where a part begins that is left alone, -1 where it ends, and 0 elsewhere."""
    name = re.match(r"</?(\w+)", tag)
    if not name or name[1] not in _CLOSED:
        return 0
    return -1 if tag.startswith("</") else 1
