"""However large a file is, check answers in time. That it answers whatever a file holds, is for test_properties.py."""

import time

import pytest

from fichebak.load import RawFile
from fichebak.register import Register
from fichebak.resolve import resolve
from fichebak.validate import validate

HUGE = {
    "unknown keys": "".join(f"k{n}: x\n" for n in range(60_000)),
    "keys that are near": "".join(f"titel{n}: x\n" for n in range(60_000)),
    "municipalities": f"gemeenten: [{','.join(f'Gent{n}' for n in range(90_000))}]\n",
    "a hundred municipalities": f"gemeenten: [{','.join(f'Gent{n}' for n in range(100))}]\n",
    "partners": f"partners: [{','.join(f'd{n}' for n in range(90_000))}]\n",
    "items, then blank lines": f"partners: [{','.join(f'd{n}' for n in range(1_900))}]\n" + "\n" * 500_000,
    "groups for texts": f"lessen: [{','.join('{a: b}' for _ in range(90_000))}]\n",
    "one key again and again": "a: b\n" * 150_000,
    "open quotes": "a: '\n" * 150_000,
    "quotes": "'" * 900_000,
    "open brackets": "a: [\n" * 150_000,
    "brackets": "a: " + "[" * 900_000,
    "tags": "a: !x b\n" * 100_000,
    "aliases": "a: *b\n" * 100_000,
    "questions": "? a\n" * 200_000,
    "commas": "budget: {toelichting: a" + ", b" * 300_000 + "}\n",
    "no colon at the end": "x: y\n" * 150_000 + "foo\n",
    "spaces": "titel: " + " " * 900_000 + "x\n",
    "a long word": "titel: " + "x" * 900_000 + "\n",
    "a long word, then a colon": "titel: " + "x" * 900_000 + ": y: z\n",
    "a mail address": f"contact: [{{organisatie: a, email: {'a.' * 400_000}}}]\n",
    "a mail address with an at": f"contact: [{{organisatie: a, email: a@{'a.' * 400_000}}}]\n",
    "a web address": f"links: [{{titel: a, url: http://{'a.' * 400_000}}}]\n",
    "pages": f"bron: {{publicatie: a, pagina: '{'1-' * 400_000}'}}\n",
    "a number": f"cijfers: [{{eenheid: a, waarde: {'1' * 800_000}}}]\n",
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_a_huge_front_matter_takes_no_more_than_two_seconds(text: str, belgium: Register) -> None:
    data = f"---\n{text}---\n".encode()
    assert len(data) <= 1_000_000
    start = time.process_time()
    validated, wrong = validate([RawFile("a.md", "practices", "a", data)])
    resolve(validated, belgium)
    assert wrong
    assert time.process_time() - start < 2
