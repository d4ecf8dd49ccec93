"""The package as others get it: a wheel in a clean environment, used outside the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from small_catalogue import CHECKOUT, FILES, files_under, small

from fichebak import __version__

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """Run *command* as someone would who never saw the checkout, and return what it said."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, check=False, cwd=cwd, env=clean, timeout=600
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(made_once) -> Path:
    def build(folder: Path) -> None:
        run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, CHECKOUT, cwd=folder)

    (found,) = made_once("wheel", build).glob("*.whl")
    return found


@pytest.fixture(scope="module")
def commands(made_once, wheel) -> Path:
    """Return the folder of commands of a new environment in which the wheel is installed."""

    def install(folder: Path) -> None:
        run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
        constraints = ("--constraint", CHECKOUT / "constraints.txt")
        run(folder / "venv/bin/python", "-m", "pip", "install", "--quiet", *constraints, wheel, cwd=folder)

    return made_once("schoon", install) / "venv" / "bin"


def test_the_wheel_holds_the_package_with_its_theme_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    themes = CHECKOUT / "themes" / "default"
    theme = {f"fichebak/themes/default/{p.relative_to(themes).as_posix()}" for p in themes.rglob("*") if p.is_file()}
    assert theme <= set(names)
    assert {"fichebak/data/messages.toml", "fichebak/data/mergers.toml"} <= set(names)
    assert {name.split("/")[0] for name in names} == {"fichebak", f"fichebak-{__version__}.dist-info"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_installed_command_says_its_version(commands, tmp_path):
    assert run(commands / "fichebak", "--version", cwd=tmp_path) == f"fichebak, version {__version__}\n"


def test_an_empty_catalogue_outside_the_checkout_builds(commands, tmp_path):
    (tmp_path / "content").mkdir()
    run(commands / "fichebak", "build", cwd=tmp_path)
    made = files_under(tmp_path / "site")
    assert {"index.html", "praktijken/index.html", "styles/base.css", "pagefind/pagefind.js"} <= set(made)
    code = "import fichebak.config as c; print(c.PACKAGE); print(*c.Root(c.Path('.')).themes('default'))"
    package, theme = run(commands / "python", "-c", code, cwd=tmp_path).split()
    assert theme == f"{package}/themes/default"
    assert str(CHECKOUT) not in package


def test_a_full_catalogue_is_the_same_as_from_the_checkout(commands, tmp_path):
    options = ("build", "--date", "2026-11-21", "--root")
    run(commands / "fichebak", *options, small(tmp_path / "a").path, cwd=tmp_path)
    run(sys.executable, "-m", "fichebak", *options, small(tmp_path / "b").path, cwd=tmp_path)
    installed, checkout = files_under(tmp_path / "a" / "site"), files_under(tmp_path / "b" / "site")
    assert list(installed) == list(checkout)
    assert [path for path in installed if installed[path] != checkout[path]] == []


def test_a_theme_of_the_catalogue_stands_on_the_installed_one(commands, tmp_path):
    template = '{% extends "default/tekst.html" %}{% block kop %}<meta name="zomer">{% endblock %}'
    root = small(tmp_path, {
        **FILES,
        "content/catalogue.yaml": "thema: zomer\n",
        "themes/zomer/templates/tekst.html": template,
        "themes/zomer/styles/print.css": "/* zomer */\n",
    })  # fmt: skip
    run(commands / "fichebak", "build", "--zonder-gids", cwd=tmp_path)
    assert b'<meta name="zomer">' in (root.site / "over" / "index.html").read_bytes()
    assert b"Geen koekjes." in (root.site / "privacy" / "index.html").read_bytes()
    assert (root.site / "styles" / "print.css").read_text() == "/* zomer */\n"
    assert (root.site / "styles" / "base.css").is_file()


def test_a_catalogue_of_ones_own_starts_from_the_package_alone(commands, tmp_path):
    names = ("--titel", "Praktijken van de streek", "--uitgever", "Streek Voorbeeld", "--kleuren", "koraal")
    run(commands / "fichebak", "init", "bak", *names, cwd=tmp_path)
    root = tmp_path / "bak"
    assert run(commands / "fichebak", "check", cwd=root) == "Alles in orde.\n"
    run(commands / "fichebak", "build", cwd=root)
    assert "Praktijken van de streek" in (root / "site" / "index.html").read_text(encoding="utf-8")
    assert (root / "site" / "gids" / "inspiratiegids.pdf").read_bytes().startswith(b"%PDF")
    assert ":root" in (root / "site" / "styles" / "tokens.css").read_text()
    assert "--stock:#F9937B" in (root / "site" / "styles" / "domeinen.css").read_text()
    made = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    run("git", "init", "--quiet", cwd=root)
    assert "site/" not in run("git", "status", "--short", cwd=root)
    assert {".gitignore", ".github/workflows/fiches.yml", ".vscode/tasks.json", "schema/fiche.schema.json"} <= made
    assert [path for path in made if str(CHECKOUT).encode() in (root / path).read_bytes()] == []
