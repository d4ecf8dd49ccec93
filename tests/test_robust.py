"""Whatever is in a file, it gives entries or problems: never a traceback, never a long wait. Cases come from a seed."""

import random
import time
from collections.abc import Callable

import pytest

from fichebak.load import RawFile
from fichebak.problems import Problem
from fichebak.register import Register
from fichebak.resolve import resolve
from fichebak.validate import validate

FICHE = """\
---
titel: "Eén loket in Kortrijk: toeleiders gaan mee op weg"
samenvatting: >-
  Twee toeleiders in diversiteit helpen Kortrijkzanen van buitenlandse herkomst met vragen over diensten en papieren,
  vanuit één loket, op papier, online en door mee te stappen.
domeinen: [integratiebeleid, onthaal]
gemeenten: [Kortrijk, Liège]
werkingsgebied: gemeente
doelgroepen: [nieuwkomers, anderstaligen]
trekker:
  - Effect vzw
budget:
  bedragen:
    - euro: {van: 600, tot: 1200}
      per: reeks
      toelichting: 'naargelang tolken, vervoer'
  personeel:
    - vte: 0.5
      rol: toeleiders
periode:
  start: 2015-12-01   # de bron noemt geen einde
contact:
  - organisatie: Effect vzw
    email: info@voorbeeld.be
cijfers:
  - waarde: 2169
    eenheid: gezinnen
lessen:
  - "Een doorverwijzing volstaat niet altijd: ga mee."
bron:
  publicatie: gids
  pagina: "31-33"
verwant: [samen-naar-school]
laatst_nagekeken: 2016-06
---
## Aanleiding

Wie nieuw is, [verdwaalt](https://voorbeeld.be/a_(b)) makkelijk.

- eerst
  - dan `code`

> ![Een klas](afbeeldingen/klas.jpg)

```
code
```

| a | b |
| --- | --- |
| **1** | *2* |
"""
SIGNS = [
    *"\t \n\r:-#[]{}()\"'&*!|>%@`\\?,.<_~=+/0",
    "\n---\n", ": ", "- ", "\n  ", "\n\n", "&a ", "*a", "<<: ", "!!python/object:os.system ", "\0", "\x85", "\u2028",
    "\ufeff", "’", "é", "\U0001f600", "\ud7ff", "```\n", "](", "<script>", "> ", "## ", "1. ", "{" * 30, "[" * 30,
    "'" * 9, "…" * 40, "---", "...", "\n? ", "=>", "%YAML 1.1\n",
]  # fmt: skip


def random_bytes(chance: random.Random) -> bytes:
    return bytes(chance.randrange(256) for _ in range(chance.randrange(1, 400)))


def random_bytes_in_front_matter(chance: random.Random) -> bytes:
    return b"---\n" + random_bytes(chance) + b"\n---\n" + random_bytes(chance)


def random_signs(chance: random.Random) -> bytes:
    return ("---\n" + "".join(chance.choices(SIGNS, k=60)) + "\n---\n" + "".join(chance.choices(SIGNS, k=60))).encode()


def truncated(chance: random.Random) -> bytes:
    data = FICHE.encode()
    return data[: chance.randrange(len(data))]


def mutated(chance: random.Random) -> bytes:
    text = FICHE
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(SIGNS) + text[at + chance.randrange(3) :]
    return text.encode()


def shuffled(chance: random.Random) -> bytes:
    lines = FICHE.split("\n")
    for _ in range(4):
        lines.insert(chance.randrange(len(lines)), " " * chance.randrange(9) + chance.choice(lines).strip())
        lines.pop(chance.randrange(len(lines)))
    return "\n".join(lines).encode()


MAKERS = (random_bytes, random_bytes_in_front_matter, random_signs, truncated, mutated, shuffled)


def both(data: bytes, register: Register) -> tuple[int, list[Problem]]:
    """Read *data* as a fiche and as a file of entries; return how many entries there are, with all problems."""
    files = [RawFile("a.md", "practices", "a", data), RawFile("o.yaml", "organisations.yaml", "organisations", data)]
    validated, wrong = validate(files)
    _, unresolved = resolve(validated, register)
    return len(validated.entries), [*wrong, *unresolved]


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("make", MAKERS)
def test_it_gives_entries_or_problems(make: Callable[[random.Random], bytes], seed: int, belgium: Register) -> None:
    data = make(random.Random(seed))
    entries, problems = both(data, belgium)
    assert entries or problems
    lines = data.count(b"\n") + 1
    for each in problems:
        assert "\n" not in each.message + each.field + each.hint
        assert 1 <= each.place.line <= lines + 1
        assert each.place.column >= 1
        assert each.message.strip()


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
