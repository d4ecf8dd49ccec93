"""A fiche as tidy text: the one way to write front matter, so that what is read back is what was typed.

scripts/fiche_text.js writes the same text, byte for byte; tests/test_tidy.py holds the two together.
"""

import json
import re
from collections.abc import Mapping

from pydantic import BaseModel

from fichebak.frontmatter import FENCE, Plain
from fichebak.model import model_in

WIDTH = 100  # of a list on one line, and of the lines of a text that is folded
LONG = 120  # a text that makes its line longer than this is folded
NUMBERS = frozenset({  # keys of numbers and dates, which stand without quotes; a text that looks like one does not
    "euro", "van", "tot", "vte", "aantal", "start", "einde", "toestemming_tot", "waarde", "jaar", "laatst_nagekeken",
    "nagekeken", "volgorde",
})  # fmt: skip
ROWS = frozenset({  # lists of ids and short names, which may stand on one line
    "domeinen", "gemeenten", "doelgroepen", "trefwoorden", "verwant", "vroegere_slugs",
})  # fmt: skip

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HIDDEN = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"  # never in a file as it is
# What a line may begin with: no sign that means something.
_FIRST = rf"(?![{_SPACES}{_HIDDEN}])[0-9A-Za-z(\u00a1-\U0010ffff]"
_OPEN = re.compile(rf"{_FIRST}[^{_HIDDEN}]*")  # text that can do without escapes
_RISKY = re.compile(rf":(?: |$)| #|[ {_SPACES}]$")
_NO_FOLD = re.compile(rf"  |[ {_SPACES}]$")
_WORD = re.compile(r"(?:y|n|yes|no|on|off|true|false|null)", re.ASCII | re.IGNORECASE)
_LIKE_A_NUMBER = re.compile(r"[0-9][0-9A-Fa-fOoXxTtZz_.,:+ -]*")
_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_SIGN_OF_A_ROW = re.compile(r"[][{},:\"'#?]")


def fiche(gegevens: Mapping[str, Plain], tekst: str) -> str:
    """Return the whole file with *gegevens*, in their order, above *tekst*."""
    lines = [line for key, value in gegevens.items() for line in block(key, value)]
    return "\n".join([FENCE, *lines, FENCE, body(tekst)])


def body(tekst: str) -> str:
    """Return *tekst* as it stands in a file: lines end in a line feed, the last one too, and nothing else is there.

    What may not stand in a file stays: in a text there is no way to write it, and `check` says so (F004).
    """
    whole = re.sub(r"\r\n?", "\n", sound(tekst)).lstrip("\n").rstrip(" \t\n")
    return f"{whole}\n" if whole else ""


def sound(text: str) -> str:
    """Return *text* with U+FFFD for each half of a character, which no file can hold."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def in_order(gegevens: Mapping[str, Plain], model: type[BaseModel]) -> dict[str, Plain]:
    """Return *gegevens* with the keys in the order of *model*, inside as well."""
    fields = model.model_fields
    return {key: _in_order(gegevens[key], model_in(fields[key].annotation)) for key in fields if key in gegevens}


def _in_order(value: Plain, model: type[BaseModel] | None) -> Plain:
    if isinstance(value, list):
        return [_in_order(each, model) for each in value]
    return in_order(value, model) if isinstance(value, dict) and model else value


def block(key: str, value: Plain, indent: str = "") -> list[str]:
    """Return the lines of `key: value`, each with *indent* before it."""
    lead = f"{indent}{key}:"
    if isinstance(value, str):
        return _text(lead, value, f"{indent}  ", number=key in NUMBERS)
    if isinstance(value, dict):
        pairs = ", ".join(f"{each}: {text}" for each, text in value.items())
        if all(each in {"van", "tot"} and _is_number(text) for each, text in value.items()):
            return [f"{lead} {{{pairs}}}"]
        return [lead, *_pairs(value, f"{indent}  ")]
    row = f"{lead} [{', '.join(map(str, value))}]"
    if key in ROWS and all(map(_is_simple, value)) and len(row) <= WIDTH:
        return [row]
    return [lead, *_items(value, f"{indent}  ")]


def _pairs(value: dict[str, Plain], indent: str) -> list[str]:
    return [line for key, each in value.items() for line in block(key, each, indent)]


def _items(value: list[Plain], indent: str) -> list[str]:
    lines: list[str] = []
    for item in value:
        if isinstance(item, str):
            lines += _text(f"{indent}-", item, f"{indent}  ")
        else:
            inside = f"{indent}  "
            first, *rest = _pairs(item, inside) if isinstance(item, dict) else _items(item, inside)
            lines += [f"{indent}- {first.removeprefix(inside)}", *rest]
    return lines


def _text(lead: str, value: str, deeper: str, *, number: bool = False) -> list[str]:
    """Return *value* behind *lead*, or folded on the lines below when it is long and nothing in it forbids that."""
    value = sound(value)
    plain = _is_plain(value) or (number and _is_number(value))
    line = f"{lead} {value if plain else _quoted(value)}"
    if len(line) <= LONG or not _can_fold(value):
        return [line]
    lines = _folded(value, WIDTH - len(deeper))
    return [f"{lead} >-", *(deeper + each for each in lines)] if len(lines) > 1 else [line]


def _quoted(value: str) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return re.sub(f"[{_HIDDEN}]", lambda found: f"\\u{ord(found[0]):04x}", written)


def _is_number(value: Plain) -> bool:
    return isinstance(value, str) and _NUMBER.fullmatch(value) is not None


def _is_plain(value: str) -> bool:
    """Return whether *value* is text without quotes, for any reader of YAML."""
    means_something = _WORD.fullmatch(value) or _LIKE_A_NUMBER.fullmatch(value) or _RISKY.search(value)
    return bool(_OPEN.fullmatch(value)) and not means_something


def _is_simple(value: Plain) -> bool:
    return isinstance(value, str) and _is_plain(value) and not _SIGN_OF_A_ROW.search(value)


def _can_fold(value: str) -> bool:
    return bool(_OPEN.fullmatch(value)) and not _NO_FOLD.search(value)


def _folded(value: str, width: int) -> list[str]:
    """Return *value* on lines of at most *width* where it can be, none of which begins with a sign."""
    first, *others = re.split(rf" (?={_FIRST})", value)
    lines = [first]
    for word in others:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
