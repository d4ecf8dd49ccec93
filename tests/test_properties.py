"""Whatever is written, `check` answers with problems or passes; what passes is shown whole, on the site and on paper.

Examples are made by strategies.py: the same ones each time, or many new ones with `--hypothesis-profile=jacht`.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import CONTENT
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from small_catalogue import CHECKOUT, SETTING, as_tree, png
from strategies import anything, bodies, broken, fiches, like, meant, texts

from fichebak import body, book, frontmatter, tidy
from fichebak.build import parts
from fichebak.fiche import Fiche
from fichebak.guide import Press
from fichebak.links import Known
from fichebak.load import RawFile
from fichebak.markup import to_data, to_html
from fichebak.model import BY_KEY, SETTINGS, WITH_BODY
from fichebak.problems import Problem
from fichebak.register import register
from fichebak.render import Theme, palette, theme
from fichebak.resolve import Catalogue, resolve
from fichebak.rewrite import rewrite
from fichebak.validate import validate

THEME = (CHECKOUT / "themes" / "default",)
KNOWN = Known(("een",), ("loket.png",))
AROUND: dict[str, str | bytes | None] = {
    **CONTENT,
    "domains/onthaal.md": "---\nlabel: Onthaal\nvolgorde: 3\n---\n",
    "glossary.yaml": "woord:\n  uitleg: Uitleg bij een woord.\n",
}


def raw(path: str, data: str | bytes) -> RawFile:
    kind = Path(path).parent.name or path
    return RawFile(f"content/{path}", kind, Path(path).stem, data if isinstance(data, bytes) else data.encode())


def examined(files: Mapping[str, str | bytes | None]) -> tuple[Catalogue, list[Problem]]:
    """Return the catalogue of *files* with what is wrong in it, warnings apart, as `examine` does without a disk.

    What is None is left out.
    """
    given = {**AROUND, **files, "afbeeldingen/loket.png": png(4, 3)}
    validated, wrong = validate([raw(path, data) for path, data in given.items() if data is not None])
    catalogue, unresolved = resolve(validated, register())
    for each in (*wrong, *unresolved):
        assert str(each).replace("\n", "").isprintable(), repr(str(each))
        assert each.place.line >= 1
        assert each.place.column >= 1
    return catalogue, [each for each in (*wrong, *unresolved) if each.severity == "error"]


@cache
def look() -> Theme:
    return theme(THEME)


def made(catalogue: Catalogue, wanted: Callable[[str], bool] = lambda _: True) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each file of the site, as build makes them, that is *wanted*."""
    for part in parts(catalogue, SETTING, look()):
        if wanted(part.path):
            yield from ((output.path, output.data) for output in part.make())


# What check says


def fenced(front: bytes, text: bytes) -> bytes:
    return b"---\n" + front + b"\n---\n" + text


@given(
    st.binary(max_size=400)
    | bodies.map(str.encode)
    | st.builds(fenced, st.binary(max_size=200) | texts.map(str.encode), st.binary())
)
def test_any_bytes_give_entries_or_problems(data: bytes) -> None:
    for path in ("practices/a.md", "organisations.yaml", "recommendations/gids.yaml", "catalogue.yaml"):
        validated, wrong = validate([raw(path, data)])
        assert validated.entries or wrong or path != "practices/a.md"
    examined({"practices/a.md": data})


@given(broken())
@settings(max_examples=150)
def test_a_slip_of_the_pen_gives_a_fiche_or_problems(text: str) -> None:
    catalogue, wrong = examined({"practices/a.md": text})
    assert catalogue.praktijken or wrong


@given(anything(), texts)
def test_any_data_gives_a_fiche_or_problems(data: dict[str, Any], text: str) -> None:
    front = json.dumps(data, ensure_ascii=False)  # JSON is YAML
    catalogue, wrong = examined({"practices/a.md": f"---\n{front}\n---\n{text}"})
    assert catalogue.praktijken or wrong


# What tidy and fmt write


@given(like(Fiche) | st.dictionaries(st.sampled_from([*Fiche.model_fields]), texts | st.lists(texts)), texts)
def test_what_tidy_writes_is_read_as_it_was_meant(data: dict[str, Any], text: str) -> None:
    decoded = frontmatter.decode("a.md", tidy.fiche(data, "").encode())
    assert isinstance(decoded, str)
    document, problems = frontmatter.split("a.md", decoded)
    assert document
    assert problems == []
    assert document.data.plain() == (meant(data) or {})


@given(fiches())
def test_fmt_says_the_same_and_has_nothing_more_to_do(text: str) -> None:
    tidied = rewrite(raw("practices/a.md", text))
    assume(isinstance(tidied, bytes))
    assert isinstance(tidied, bytes)
    assert rewrite(raw("practices/a.md", tidied)) == tidied
    (before,), (after,) = (validate([raw("practices/a.md", each)])[0].entries for each in (text, tidied))
    assert before.model == after.model
    assert words(to_html(before.body, "")) == words(to_html(after.body, ""))


# What a text becomes

TAGS = {
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "figure", "figcaption", "table",
    "thead", "tbody", "tr", "th", "td", "strong", "em", "del", "a", "sup", "span", "code", "br", "img",
}  # fmt: skip
ATTRIBUTES = {"href", "src", "alt", "title", "start", "id", "role", "aria-label", "class"}


def words(html: str) -> list[str]:
    root = as_tree(f"<body>{html}")
    said = ["".join(root.itertext()), *(value for each in root.iter() for value in each.attrib.values())]
    return re.findall(r"[^\W_]+", " ".join(said))


def is_sound(html: str) -> None:
    """Hold that *html* has only what a text may have, each link an address and each image a file."""
    root = as_tree(f"<body>{html}")
    (inside,) = root.findall("body")
    for each in (each for each in inside.iter() if each is not inside):
        assert each.tag in TAGS, html
        assert {*each.attrib} <= ATTRIBUTES, html
        assert each.tag != "a" or re.match(r"https?://|mailto:|praktijken/|#", each.get("href", ""), re.I), html
        assert each.tag != "img" or each.get("src") == "afbeeldingen/loket.png", html


@given(bodies)
def test_a_text_that_passes_is_shown_whole(text: str) -> None:
    decoded = frontmatter.decode("a.md", f"---\n{text}".encode())
    assume(isinstance(decoded, str))
    wrong = [each for each in body.check("a.md", text, 1, KNOWN) if each.severity == "error"]
    html = to_html(text, "")
    assume(not wrong)
    is_sound(html)
    json.dumps(to_data(html))
    said = re.sub(r"(?m)^.*\]:.*$", "", text)  # addresses by name
    fences = re.sub(r"(?m)^[ >*+-]*(?:\d+[.)])?[ >]*(?:`{3,}|~{3,})[^`\n]*$", "", said)
    expected = re.findall(r"[^\W_]{2,}", re.sub(r"&#?\w+;?|\]: |\[\^?[^\[\]]*\]", " ", fences))
    shown = " ".join(words(html))
    assert [each for each in expected if each not in shown] == [], html


# What a catalogue becomes


@settings(max_examples=25)
@given(like(Fiche), bodies)
def test_a_fiche_that_passes_is_made(data: dict[str, Any], text: str) -> None:
    catalogue, wrong = examined({"practices/a.md": tidy.fiche(data, text)})
    if wrong:
        catalogue, wrong = examined({"practices/a.md": tidy.fiche(data, "")})
    assume(not wrong)
    files = dict(made(catalogue, lambda path: path in {"praktijken/a/index.html", "data/"}))
    for path, content in files.items():
        if path.endswith(".json"):
            json.loads(content)
    page = as_tree(files["praktijken/a/index.html"].decode())
    heading = "".join(page.find(".//h1").itertext())
    assert heading.split() == str(catalogue.praktijken[0].fiche.titel).split()
    for each in page.iter():
        assert each.tag not in {"iframe", "style", "object", "embed", "base", "form", "math"}
        assert not [name for name in each.attrib if name.startswith("on") or name in {"style", "srcdoc"}]
        if each.tag == "script" and each.get("type") != "application/ld+json":
            assert re.fullmatch(r"\.\./\.\./scripts/[a-z_]+\.js", each.get("src", ""))


ENTRIES = {name: kind.model for name, kind in {**BY_KEY, **SETTINGS}.items()} | {
    name: kind.model for name, kind in WITH_BODY.items() if name != "practices"
}
PATHS = {
    "recommendations": "recommendations/gids.yaml", "domains": "domains/werk.md", "sources": "sources/gids.md",
    "pages": "pages/x.md",
}  # fmt: skip


def file_of(name: str) -> st.SearchStrategy[str]:
    """Return a file of the kind *name*, by the models."""
    model = ENTRIES[name]
    if name in BY_KEY:
        names = st.sampled_from(["een", "gezinnen", "twee"]) | texts
        return st.dictionaries(names, like(model), max_size=3).map(json.dumps)
    return st.builds(tidy.fiche, like(model), bodies) if name in WITH_BODY else like(model).map(json.dumps)


FILES = st.fixed_dictionaries(
    {"practices/a.md": fiches(), **{PATHS.get(name, name): file_of(name) for name in ENTRIES}}
)


@settings(max_examples=5)
@given(FILES)
def test_a_catalogue_that_passes_is_made(drawn: dict[str, str]) -> None:
    files: dict[str, str | bytes | None] = {**drawn, "target-groups.yaml": AROUND["target-groups.yaml"]}
    for path in [*files]:  # what does not pass is left out, so that the rest is tried together
        _, wrong = examined(files)
        if any(each.place.file == f"content/{path}" for each in wrong):
            files[path] = AROUND.get(path)
    catalogue, wrong = examined(files)
    assume(not wrong)
    for path, content in made(catalogue):
        if path.endswith(".html"):
            as_tree(content.decode())
        elif path.endswith(".json"):
            json.loads(content)


@pytest.mark.slow
@settings(max_examples=4, suppress_health_check=[*HealthCheck])
@given(st.lists(fiches(), min_size=12, max_size=12))
def test_paper_takes_every_fiche_that_passes(given_fiches: list[str]) -> None:
    files: dict[str, str] = {}
    for number, text in enumerate(given_fiches):
        path = f"practices/f{number}.md"
        if not examined({path: text})[1]:
            files[path] = text
    assume(files)
    catalogue, wrong = examined(files)
    assume(not wrong)
    press = Press(THEME, catalogue.beelden)
    desk = book.desk(catalogue, SETTING, palette(THEME))
    fitted = book.fitted(desk, press.fit(book.to_fit(desk, 1)))
    assert press.print(book.whole(fitted)).startswith(b"%PDF")
