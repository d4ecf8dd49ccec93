"""A content file rewritten tidily, as `fichebak fmt` leaves it: other text, the same said. Bytes in, bytes out."""

import re
from collections.abc import Sequence

from pydantic import BaseModel

from fichebak import frontmatter, tidy
from fichebak.blocks import Block, blocks, closing
from fichebak.forge import fenced
from fichebak.frontmatter import Plain
from fichebak.load import RawFile
from fichebak.markup import to_html
from fichebak.model import WITH_BODY
from fichebak.problems import Problem
from fichebak.validate import validate


def rewrite(raw: RawFile) -> bytes | tuple[Problem, ...]:
    """Return the bytes of *raw* when it is tidy, or the problems that must be mended first.

    Line ends stay as the first line has them. A file of another kind than those with a body stays as it is.
    """
    if raw.kind not in WITH_BODY:
        return raw.data
    _, problems = validate([raw])
    if problems:
        return problems
    text = raw.data.decode("utf-8-sig").replace("\r\n", "\n")
    tidied = _tidied(text, WITH_BODY[raw.kind].model)
    crlf = raw.data.split(b"\n", 1)[0].endswith(b"\r")
    return tidied.replace("\n", "\r\n" if crlf else "\n").encode()


def _tidied(text: str, model: type[BaseModel]) -> str:
    lines = text.split("\n")
    end = closing(lines)
    front, data = lines[:end], _said(text)
    tidied = _front(front, blocks(text), tidy.in_order(data, model), list(model.model_fields))
    if _said("\n".join([*tidied, *lines[end:]])) != data:
        tidied = front
    return "\n".join([*tidied, lines[end].rstrip(), _body("\n".join(lines[end + 1 :]))])


def _said(text: str) -> dict[str, Plain]:
    document, _ = frontmatter.split("", text)
    return {pair.key: pair.node.plain() for pair in document.data.pairs} if document else {}


def _front(lines: Sequence[str], found: Sequence[Block], data: dict[str, Plain], order: list[str]) -> list[str]:
    """Return the front matter with its blocks in *order*, each with the comments that stand above it."""
    if not found:
        return list(lines)
    ends = [each.end for each in found]
    begins = [found[0].start, *ends[:-1]]  # of what a block takes along: loose comments between it and the one above
    moved = []
    for begin, each in sorted(zip(begins, found, strict=True), key=lambda pair: order.index(pair[1].key)):
        moved += _remarks(lines[begin : each.start]) + list(lines[each.start : each.key_line])
        written = each.remarks or each.key not in data
        moved += lines[each.key_line : each.end] if written else tidy.block(each.key, data[each.key])
    return [lines[0].rstrip(), *_remarks(lines[1 : begins[0]]), *moved, *_remarks(lines[ends[-1] :])]


def _remarks(lines: Sequence[str]) -> list[str]:
    """Return *lines* between blocks when there are comments among them; blank lines alone say nothing."""
    return list(lines) if any(line.strip() for line in lines) else []


def _body(body: str) -> str:
    """Return *body* without white space at the ends of its lines where that means nothing, and with a last newline."""
    lines = body.rstrip(" \t\n").split("\n")
    tidied = [
        line if kind or _breaks(line, following) else line.rstrip(" \t")
        for line, kind, following in zip(lines, fenced(lines), [*lines[1:], ""], strict=True)
    ]
    same = _shown("\n".join(tidied)) == _shown(body)
    return "".join(f"{line}\n" for line in (tidied if same else lines)) if any(lines) else ""


def _breaks(line: str, following: str) -> bool:
    """Return whether the spaces at the end of *line* put what follows on a line of its own."""
    return bool(line.expandtabs(4).endswith("  ") and following.strip())


def _shown(body: str) -> list[str]:
    """Return what a reader sees of *body*: white space at the end of a line shows in code only."""
    parts = re.split(r"(<pre>.*?</pre>)", to_html(body, ""), flags=re.DOTALL)
    return [part if part.startswith("<pre>") else re.sub(r"[ \t]+(?=\n|</|<br|<[uo]l|$)", "", part) for part in parts]
