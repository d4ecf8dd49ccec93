"""Check every file by itself: from raw files to entries (a model with its places) and problems.

What refers to other files is checked in resolve. All problems are collected; one mistake gives one problem.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from fichebak import cuts, frontmatter
from fichebak.frontmatter import Document, Node, Pair
from fichebak.images import wrong as image_problem
from fichebak.load import RawFile
from fichebak.markup import IMAGE_FILE
from fichebak.model import BY_KEY, WITH_BODY, CatalogusInstellingen, model_in
from fichebak.problems import Place, Problem, did_you_mean, nearest, problem
from fichebak.register import slugify
from fichebak.traps import quoted
from fichebak.values import NAME_AT_MOST, NO_TEXT, SLUG, SLUG_AT_MOST

IDS_ARE_ADDRESSES = {"target-groups.yaml", "addressees.yaml", "recommendations"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One valid thing from a content file: its id, its model, and where it stands.

    *text* is the whole file with its body and front matter, as it lies on disk.
    """

    kind: str
    id: str
    model: BaseModel
    node: Node
    body: str = ""
    body_line: int = 1
    key_place: Place | None = None
    text: str = ""

    @property
    def file(self) -> str:
        """Return the file it comes from."""
        return self.node.place.file


@dataclass(frozen=True, slots=True)
class Validated:
    """All entries that are right by themselves, and the ids of those that are not (so nobody reports them twice)."""

    entries: tuple[Entry, ...]
    invalid: frozenset[tuple[str, str]]
    images: tuple[RawFile, ...] = ()


def validate(
    files: Iterable[RawFile], unreadable: Iterable[Problem] = ()
) -> tuple[Validated, tuple[Problem, ...]]:
    """Check each of *files* by itself and return the valid entries with all problems found.

    *unreadable* are the problems of what is no file to read: what refers to it is no problem too.
    """
    entries: list[Entry] = []
    images: list[RawFile] = []
    problems: list[Problem] = []
    invalid = {(path.parent.name, slugify(path.stem)) for path in (PurePosixPath(p.place.file) for p in unreadable)}
    for raw in files:
        if raw.kind == "afbeeldingen":
            images.append(raw)
            broken = _image_name(raw) or image_problem(raw.file, raw.data)
            problems += [broken] if broken else []
            continue
        found, wrong = _file(raw)
        entries += found
        problems += wrong
        if wrong:
            invalid |= {(raw.kind, raw.id), (raw.kind, slugify(raw.id))} if raw.kind in WITH_BODY else {(raw.kind, "")}
    return Validated(tuple(entries), frozenset(invalid), tuple(images)), tuple(problems)


@lru_cache(maxsize=4096)
def _file(raw: RawFile) -> tuple[list[Entry], list[Problem]]:
    """Return what stands in one file, and what is wrong in it. A preview asks the same of most files each time."""
    text = frontmatter.decode(raw.file, raw.data)
    if isinstance(text, Problem):
        return [], [text]
    if raw.kind in WITH_BODY:
        document, problems = frontmatter.split(raw.file, text)
        problems = [*_file_name(raw), *problems]
        return _with_body(raw, document, problems) if document else ([], problems)
    node, problems = frontmatter.read(raw.file, text)
    if node is None:
        return [], problems
    if raw.kind in BY_KEY:
        return _by_key(raw, node, problems)
    model, wrong = check(CatalogusInstellingen, node)
    return [Entry(raw.kind, raw.id, model, node)] if model else [], problems + wrong


def _file_name(raw: RawFile) -> list[Problem]:
    if SLUG.fullmatch(raw.id) and len(raw.id) <= SLUG_AT_MOST:
        return []
    proposal = slugify(raw.id)[:SLUG_AT_MOST].strip("-") or "een-naam"
    return [problem("F007", Place(raw.file), naam=raw.id, voorstel=f"{proposal}.md")]


def _image_name(raw: RawFile) -> Problem | None:
    """Return what is wrong with the name of an image: no text can refer to it."""
    name = PurePosixPath(raw.file).name
    if IMAGE_FILE.match(f"afbeeldingen/{name}"):
        return None
    path = PurePosixPath(name)
    return problem("F118", Place(raw.file), naam=name, voorstel=f"{slugify(path.stem) or 'een-naam'}{path.suffix}")


def _with_body(raw: RawFile, document: Document, problems: list[Problem]) -> tuple[list[Entry], list[Problem]]:
    model, wrong = check(WITH_BODY[raw.kind].model, document.data)
    problems += wrong
    if model is None:
        return [], problems
    text = raw.data.decode()
    return [Entry(raw.kind, raw.id, model, document.data, document.body, document.body_line, text=text)], problems


def _by_key(raw: RawFile, node: Node, problems: list[Problem]) -> tuple[list[Entry], list[Problem]]:
    entries = []
    for pair in node.pairs:
        wrong_name = _name(raw.kind, pair)
        if wrong_name:
            problems.append(wrong_name)
            continue
        model, wrong = check(BY_KEY[raw.kind].model, pair.node, (pair.key,))
        problems += wrong
        if model:
            entries.append(Entry(raw.kind, pair.key, model, pair.node, key_place=pair.place))
    return entries, problems


def _name(kind: str, pair: Pair) -> Problem | None:
    """Return what is wrong with the name of an entry: it is, or becomes, a part of an address."""
    slug = slugify(pair.key)
    longest, odd = max(len(pair.key), len(slug)), NO_TEXT.search(pair.key)
    if odd:
        return problem("F004", pair.place, teken=f"U+{ord(odd[0]):04X}")
    if not (SLUG.fullmatch(pair.key) if kind in IDS_ARE_ADDRESSES else slug):
        return problem("F007", pair.place, naam=pair.key, voorstel=slug[:SLUG_AT_MOST] or "een-naam")
    at_most = SLUG_AT_MOST if kind in IDS_ARE_ADDRESSES else NAME_AT_MOST
    return problem("F034", pair.place, lengte=longest, hoogstens=at_most) if longest > at_most else None


def check(model: type[BaseModel], node: Node, path: tuple[str, ...] = ()) -> tuple[BaseModel | None, list[Problem]]:
    """Hold the values of *node* against *model*; *path* is where the node stands in its file."""
    try:
        return model.model_validate(node.plain()), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, list(_problems(model, node, path, details))


def _problems(
    model: type[BaseModel], node: Node, path: tuple[str, ...], details: list[ErrorDetails]
) -> Iterator[Problem]:
    misspelt = [d["loc"] for d in details if d["type"] == "extra_forbidden"]
    owners = {loc: _owner(model, loc) for loc in misspelt}
    seen = set()
    for detail in details:
        loc = detail["loc"]
        if owners.get(loc):
            if (loc[:-1], owners[loc]) in seen:
                continue  # the keys of a group that do not go in are one mistake
            seen.add((loc[:-1], owners[loc]))
        if detail["type"] == "too_short" and len(node.find(loc).items) >= detail["ctx"]["min_length"]:
            continue  # there are enough; some are wrong, and those are reported
        needs = [str(loc[-1])] if detail["type"] == "missing" else list(detail.get("ctx", {}).get("needs", ()))
        beside = [word for word in misspelt if needs and word[:-1] == loc[:-1]]
        if any(owners[word] in needs or nearest(str(word[-1]), needs) for word in beside):
            continue  # the misspelt or misplaced key is the cause; it is reported
        yield _problem(model, node, path, detail)


def _problem(model: type[BaseModel], node: Node, path: tuple[str, ...], detail: ErrorDetails) -> Problem:
    loc, kind, values = detail["loc"], detail["type"], dict(detail.get("ctx", {}))
    values.pop("needs", None)
    if "at" in values:
        loc = (*loc, values.pop("at"))
    if "beside" in values:
        loc = (*loc[:-1], values.pop("beside"))
    field = _field((*path, *loc))
    place = node.find(loc).place
    parent = node.find(loc[:-1]) if loc else node
    if kind == "missing":
        hint = f"Voeg een regel ‘{loc[-1]}: …’ toe, of ‘{loc[-1]}: onbekend’ als u het niet weet."
        hint = hint if loc[-1] in {"trekker", "contact"} else ""
        return problem("F031", parent.place, field=field, hint=hint, sleutel=loc[-1])
    if kind == "extra_forbidden":
        return _unknown_key(model, loc, parent.key_place(str(loc[-1])), field)
    if kind.startswith("F"):
        values.pop("code", None)
        return problem(kind, place, field=field, **values)
    if kind == "string_type" and len(node.find(loc).pairs) == 1:
        return _cut_text(node.find(loc).pairs[0], "-" if isinstance(loc[-1], int) else f"{loc[-1]}:", field)
    return cuts.misread(kind, detail["input"], place, field) or _shape(kind, values, detail, place, field)


def _unknown_key(model: type[BaseModel], loc: tuple[int | str, ...], place: Place, field: str) -> Problem:
    key, known = str(loc[-1]), _keys(model, loc[:-1])
    hint = did_you_mean(key, known) or _elsewhere(model, loc)
    return problem("F030", place, field=field, hint=hint, sleutel=key, bekend=", ".join(known))


def _elsewhere(model: type[BaseModel], loc: tuple[int | str, ...]) -> str:
    """Return where in *model* the unknown key *loc* belongs: its line goes in too far, or not far enough."""
    key, owner, outer = str(loc[-1]), _owner(model, loc), _owner(model, loc[-1:])
    if owner:
        return f"‘{key}’ hoort bij ‘{owner}’: laat de regel twee spaties inspringen onder ‘{owner}:’."
    if key in model.model_fields:
        return f"‘{key}’ hoort niet onder ‘{loc[0]}’, maar helemaal links op een eigen regel."
    return f"‘{key}’ hoort bij ‘{outer}’, en ‘{outer}:’ staat helemaal links." if outer else ""


def _cut_text(pair: Pair, before: str, field: str) -> Problem:
    """Return the problem of a text that a colon turned into a key and a value."""
    place = Place(pair.place.file, pair.place.line, pair.place.column + len(pair.key))
    value = f" {pair.node.value}".rstrip() if isinstance(pair.node.value, str) else " …"
    return problem("F012", place, field=field, hint=f"Schrijf: {before} {quoted(f'{pair.key}:{value}')}")


# What a sentence says should stand where something else does.
EXPECTED = {
    "lijst": "een lijst",
    "groep": "een groep gegevens met sleutels",
    "waarde": "één waarde, geen lijst of groep",
    "minstens": "minstens {} waarden",
    "hoogstens": "hoogstens {} waarden",
}
_ADD = "Vul aan, of laat deze sleutel weg als hij niet verplicht is."


def _shape(kind: str, values: dict[str, Any], detail: ErrorDetails, place: Place, field: str) -> Problem:
    """Return the problem for an error of pydantic's own: length, choice or form."""
    given = detail["input"].strip() if isinstance(detail["input"], str) else detail["input"]
    length = len(given) if isinstance(given, str | list) else 0
    if kind == "string_too_short":
        return problem("F033", place, field=field, lengte=length, minstens=values["min_length"])
    if kind == "string_too_long":
        return problem("F034", place, field=field, lengte=length, hoogstens=values["max_length"])
    if kind in {"too_short", "too_long"}:
        few = kind == "too_short"
        bound = values["min_length" if few else "max_length"]
        bound = EXPECTED["minstens" if few else "hoogstens"].format(bound) if bound != 1 else "minstens 1 waarde"
        return problem("F035", place, field=field, hint=_ADD if few else "", lengte=length, grens=bound)
    if kind in {"enum", "literal_error"} and isinstance(given, str):
        choices = re.findall(r"'([^']*)'", values["expected"])
        hint = did_you_mean(given, choices)
        return problem("F036", place, field=field, hint=hint, waarde=given, keuzes=", ".join(choices))
    return _form(kind, given, place, field)


def _form(kind: str, given: object, place: Place, field: str) -> Problem:
    key = re.sub(r"\[\d+\]$", "", field).rsplit(".", 1)[-1]
    if "tuple" in kind or "list" in kind:
        example = f"Schrijf: {key}: [{given}]" if isinstance(given, str) and not set(given) & set(",[]{}:#") else (
            f"Schrijf onder {key}: elke waarde op een eigen regel, met ‘- ’ ervoor."
        )
        return problem("F032", place, field=field, verwacht=EXPECTED["lijst"], voorbeeld=example)
    if "model" in kind or "dict" in kind:
        return problem(
            "F032", place, field=field, verwacht=EXPECTED["groep"],
            voorbeeld="Schrijf elk gegeven op een eigen regel, twee spaties ingesprongen: ‘sleutel: waarde’.",
        )  # fmt: skip
    return problem(
        "F032", place, field=field, verwacht=EXPECTED["waarde"],
        voorbeeld="Is het gewone tekst, zet ze dan tussen aanhalingstekens.",
    )  # fmt: skip


def _field(path: tuple[int | str, ...]) -> str:
    """Return *path* as an editor reads it: `budget.bedragen[1].euro`, counted from 1."""
    steps = path[:-1] if path and isinstance(path[-1], int) else path
    text = ""
    for step in steps:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return text.lstrip(".")


def _owner(model: type[BaseModel], loc: tuple[int | str, ...]) -> str:
    """Return the one group beside the unknown key *loc* of *model* that does know it; empty when there is not one."""
    key, known = str(loc[-1]), _keys(model, loc[:-1])
    owners = [name for name in known if key in _keys(model, (*loc[:-1], name))]
    return owners[0] if len(owners) == 1 else ""


def _keys(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """Return the keys that are known at *loc* inside *model*."""
    current = model
    for step in loc:
        if isinstance(step, str) and step in current.model_fields:
            inner = model_in(current.model_fields[step].annotation)
            current = inner or current
    return list(current.model_fields)
