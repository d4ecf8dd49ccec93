"""Which signs paper can show: the checker and the theme say the same, and what it cannot show is a warning."""

import re
import unicodedata

import pytest
from small_catalogue import CHECKOUT

from fichebak.body import check
from fichebak.links import Known
from fichebak.signs import INVISIBLE, PRINTABLE

LETTERS = CHECKOUT / "themes" / "default" / "guide" / "letters.typ"


def signs(ranges: str) -> set[int]:
    """Return every code point of *ranges*, written as in a regular expression."""
    found = re.findall(r"(.)-(.)|(.)", ranges, re.S)
    return {code for first, last, one in found for code in range(ord(first or one), ord(last or one) + 1)}


def in_theme(name: str) -> str:
    """Return what *name* is in letters.typ, with the code points it writes as \\u{…} as themselves."""
    found = re.search(rf"#let {name} = \(?(.*?)\n(?:\)|//|#let)", LETTERS.read_text("utf-8"), re.S)
    assert found
    text = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', re.sub(r"//.*", "", found[1])))
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda each: chr(int(each[1], 16)), text)


def test_the_checker_and_the_theme_know_the_same_signs() -> None:
    assert signs(PRINTABLE) == signs(in_theme("gedekt"))
    assert signs(INVISIBLE) == signs(in_theme("onzichtbaar").removeprefix(r"[\\p{M}").removesuffix("]"))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Tekst met é, ë, Ω, Ж, ש, م, €, ✔, ☐ en →.\n", [], id="all that fonts have"),
        pytest.param(unicodedata.normalize("NFD", "één geïnteresseerde\n"), [], id="accents apart"),
        pytest.param("a\u200b\u00adb\ufe0f\n", [], id="what is not seen"),
        pytest.param("Blij 😀 en 👍🏽, blij 😀.\n", ["1:6: 😀 👍 🏽"], id="emoji, each once"),
        pytest.param("a\n\n你好\n", ["3:1: 你 好"], id="another script"),
        pytest.param("`😀`\n", ["1:2: 😀"], id="in code"),
        pytest.param("x\ue000\n", ["1:2: U+E000"], id="a sign without a meaning"),
    ],
)
def test_what_paper_cannot_show(body: str, said: list[str]) -> None:
    found = check("a.md", body, 1, Known())
    assert {each.severity for each in found} <= {"warning"}
    shown = [f"{each.place.line}:{each.place.column}: {each.message.split(': ')[1].split('. ')[0]}" for each in found]
    assert shown == said
