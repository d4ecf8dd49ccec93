"""What tests share: the text of a valid fiche with a change in it, and a catalogue on disk that holds it.

A test shows what it changes, as text: `fiche(gemeenten="[Gnt]")`, `fiche(plaats=None)`, `fiche(body="## Kop\\n")`.
"""

import fcntl
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from small_catalogue import CHECKOUT, outside

from fichebak.load import RawFile
from fichebak.problems import Problem
from fichebak.register import Register, register
from fichebak.resolve import resolve
from fichebak.validate import validate

Fiche = Callable[..., str]
Catalogue = Callable[..., Path]
Check = Callable[..., list[str]]
MadeOnce = Callable[[str, Callable[[Path], object]], Path]

KEYS: Mapping[str, str] = {
    "titel": "Samen op weg naar werk",
    "samenvatting": "Vrijwilligers gaan mee naar de eerste werkdag, zodat nieuwe inwoners hun weg vinden op het werk.",
    "domeinen": "[werk]",
    "gemeenten": "[Gent]",
    "werkingsgebied": "gemeente",
    "trekker": "[Stad Gent]",
    "contact": "onbekend",
    "laatst_nagekeken": "2016-06",
}
BODY = "## Aanleiding\n\nTekst.\n"
CONTENT: Mapping[str, str] = {
    "catalogue.yaml": "titel: Proef\n",
    "domains/taal.md": "---\nlabel: Taal\nvolgorde: 2\n---\n",
    "domains/werk.md": "---\nlabel: Werk\nvolgorde: 1\n---\n",
    "sources/gids.md": "---\ntitel: Gids\nsoort: inspiratiegids\n---\n",
    "target-groups.yaml": "gezinnen:\n  label: Gezinnen\nnieuwkomers:\n  label: Nieuwkomers\n",
}


# The same examples every time; `--hypothesis-profile=jacht` hunts with many new ones, and keeps what it finds.
settings.register_profile("vast", derandomize=True, database=None, deadline=None, max_examples=40)
settings.register_profile(
    "jacht", deadline=None, max_examples=3000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("vast")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="Write the snapshots anew instead of comparing with them.")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Return a function that gives the folder of a name: the first worker that asks fills it, the others wait for it.

    What takes long to make is made once a run, whether the tests run in one process or in several (pytest-xdist).
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def folder(name: str, fill: Callable[[Path], object]) -> Path:
        made, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(made, ignore_errors=True)  # what another worker could not finish
                made.mkdir()
                fill(made)
                done.touch()
        return made

    return folder


@pytest.fixture(scope="session")
def wheel(made_once) -> Path:
    def build(folder: Path) -> None:
        outside(sys.executable, "-m", "build", "--wheel", "--outdir", folder, CHECKOUT, cwd=folder)

    (found,) = made_once("wheel", build).glob("*.whl")
    return found


@pytest.fixture(scope="session")
def commands(made_once, wheel) -> Path:
    """Return the folder of commands of a new environment in which the wheel is installed."""

    def install(folder: Path) -> None:
        outside(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
        constraints = ("--constraint", CHECKOUT / "constraints.txt")
        outside(folder / "venv/bin/python", "-m", "pip", "install", "--quiet", *constraints, wheel, cwd=folder)

    return made_once("schoon", install) / "venv" / "bin"


@pytest.fixture(scope="session")
def belgium() -> Register:
    return register()


@pytest.fixture(scope="session")
def fiche() -> Fiche:
    """Return the text of a valid fiche: the keys of KEYS on lines 2 to 9, then --- and a body from line 11.

    Each keyword is a key with what stands after its colon, exactly as typed: a new one comes after the others (line
    10), None leaves the key out. `extra` is text at the end of the front matter, `body` the text below it.
    """

    def write(*, extra: str = "", body: str = BODY, **changes: str | None) -> str:
        keys = {**KEYS, **changes}
        return "---\n" + "".join(f"{k}: {v}\n" for k, v in keys.items() if v is not None) + f"{extra}---\n{body}"

    return write


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Return a function that writes a catalogue: CONTENT, fiches by slug, and other *files* by path in content/.

    It returns the root: `catalogue({"a": fiche()}, {"pages/over.md": …})`. Two domains (werk, taal), two target
    groups (nieuwkomers, gezinnen) and one source (gids) are there; None leaves a file out.
    """

    def write(
        fiches: Mapping[str, str | bytes] | None = None, files: Mapping[str, str | bytes | None] | None = None
    ) -> Path:
        practices = {f"practices/{slug}.md": text for slug, text in (fiches or {}).items()}
        (tmp_path / "content").mkdir(exist_ok=True)
        for name, text in {**CONTENT, **practices, **(files or {})}.items():
            if text is not None:
                path = tmp_path / "content" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return write


@pytest.fixture(scope="session")
def check(belgium: Register) -> Check:
    """Return a function that checks a fiche `a.md` (and others by slug) against CONTENT, without a disk.

    It returns the report as a list of lines, the folder left out: `a.md:5:13: F050 [gemeenten] …`.
    """

    def report(text: str | bytes, **others: str) -> list[str]:
        return [line for each in problems_of(belgium, text, **others) for line in str(each).split("\n")]

    return report


def problems_of(belgium: Register, text: str | bytes, **others: str) -> list[Problem]:
    """Return the sorted problems of fiche `a.md` with *text*, and of *others*, as `fichebak check` finds them."""
    contents = {**CONTENT, **{f"practices/{slug.replace('_', '-')}.md": other for slug, other in others.items()}}
    files = [_raw(name, text.encode()) for name, text in contents.items()]
    data = text if isinstance(text, bytes) else text.encode()
    validated, wrong = validate([*files, RawFile("a.md", "practices", "a", data)])
    _, unresolved = resolve(validated, belgium)
    return sorted({*wrong, *unresolved})


def _raw(name: str, data: bytes) -> RawFile:
    path = Path(name)
    kind = path.parent.name or name
    return RawFile(path.name, kind, path.stem, data)
