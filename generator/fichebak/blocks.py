"""Blocks: which lines of a content file belong to which of its keys, so that one can change and the rest stays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml
from yaml import CBaseLoader

from fichebak.frontmatter import FENCE


@dataclass(frozen=True, slots=True)
class Block:
    """A top-level key with its value: the lines of the file from *start* up to *end*, counted from 0.

    Comments directly above the key belong to it; *key_line* is the line of the key itself. *remarks* says whether a
    comment stands in the value or behind it.
    """

    key: str
    start: int
    key_line: int
    end: int
    remarks: bool


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a file whose front matter can be read; none when its keys have no lines of their own."""
    lines = text.split("\n")
    lines = lines[: closing(lines)]
    root = yaml.compose("".join(f"{line}\n" for line in lines[1:]), Loader=CBaseLoader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style or root.start_mark.column:
        return ()
    return tuple(_block(lines, key, value) for key, value in root.value)


def closing(lines: Sequence[str]) -> int:
    """Return the line that closes the front matter."""
    return next(n for n, line in enumerate(lines) if n and line.rstrip() == FENCE)


def _block(lines: list[str], key: yaml.ScalarNode, value: yaml.Node) -> Block:
    start = key_line = key.start_mark.line + 1
    while lines[start - 1].startswith("#"):
        start -= 1
    end = _with_remarks(lines, max(_last(lines, leaf) for leaf in _leaves(value)) + 1)
    own = "".join(f"{line}\n" for line in lines[key_line:end])
    remarks = "#" in _without(own, key.start_mark.index - key.start_mark.column, [key, *_leaves(value)])
    return Block(key.value, start, key_line, end, remarks)


def _leaves(node: yaml.Node) -> Iterator[yaml.Node]:
    """Yield the texts in *node* and the brackets around some of them: nodes that end where they seem to."""
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for each in pair:
                yield from _leaves(each)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _leaves(each)
    if not isinstance(node, yaml.CollectionNode) or node.flow_style:
        yield node


def _last(lines: list[str], leaf: yaml.Node) -> int:
    """Return the last line of *leaf*; a text behind >- or | ends where the next thing begins."""
    last: int = leaf.end_mark.line + (leaf.end_mark.column > 0)
    while last > leaf.start_mark.line + 1 and not lines[last].strip():
        last -= 1
    return last


def _with_remarks(lines: list[str], end: int) -> int:
    """Return where a value that ends before line *end* does with the indented comments below it."""
    for at in range(end, len(lines)):
        if lines[at][:1].isspace() and lines[at].lstrip().startswith("#"):
            end = at + 1
        elif lines[at].strip():
            break
    return end


def _without(own: str, offset: int, leaves: Sequence[yaml.Node]) -> str:
    """Return *own*, which stands at *offset* in the front matter, without the texts among *leaves*."""
    left, at = "", 0
    for leaf in leaves:
        if isinstance(leaf, yaml.ScalarNode):
            start = leaf.start_mark.index - offset
            left += own[at : own.index("\n", start) if leaf.style in {"|", ">"} else start]
            at = leaf.end_mark.index - offset
    return left + own[at:]
