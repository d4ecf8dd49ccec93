"""The package as others get it: a wheel in a clean environment, used outside the checkout."""

import zipfile

import pytest
from small_catalogue import CHECKOUT, FILES, files_under, outside, small

from fichebak import __version__

pytestmark = pytest.mark.slow


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
    assert outside(commands / "fichebak", "--version", cwd=tmp_path) == f"fichebak, version {__version__}\n"


def test_an_empty_catalogue_outside_the_checkout_builds(commands, tmp_path):
    (tmp_path / "content").mkdir()
    outside(commands / "fichebak", "build", cwd=tmp_path)
    made = files_under(tmp_path / "site")
    assert {"index.html", "praktijken/index.html", "styles/base.css", "pagefind/pagefind.js"} <= set(made)
    code = "import fichebak.config as c; print(c.PACKAGE); print(*c.Root(c.Path('.')).themes('default'))"
    package, theme = outside(commands / "python", "-c", code, cwd=tmp_path).split()
    assert theme == f"{package}/themes/default"
    assert str(CHECKOUT) not in package


def test_a_theme_of_the_catalogue_stands_on_the_installed_one(commands, tmp_path):
    template = '{% extends "default/tekst.html" %}{% block kop %}<meta name="zomer">{% endblock %}'
    root = small(tmp_path, {
        **FILES,
        "content/catalogue.yaml": "thema: zomer\n",
        "themes/zomer/templates/tekst.html": template,
        "themes/zomer/styles/print.css": "/* zomer */\n",
    })  # fmt: skip
    outside(commands / "fichebak", "build", "--zonder-gids", cwd=tmp_path)
    assert b'<meta name="zomer">' in (root.site / "over" / "index.html").read_bytes()
    assert b"Geen koekjes." in (root.site / "privacy" / "index.html").read_bytes()
    assert (root.site / "styles" / "print.css").read_text() == "/* zomer */\n"
    assert (root.site / "styles" / "base.css").is_file()


def test_a_catalogue_of_ones_own_starts_from_the_package_alone(commands, tmp_path):
    names = ("--titel", "Praktijken van de streek", "--uitgever", "Streek Voorbeeld", "--kleuren", "koraal")
    outside(commands / "fichebak", "init", "bak", *names, cwd=tmp_path)
    root = tmp_path / "bak"
    assert outside(commands / "fichebak", "check", cwd=root) == "Alles in orde.\n"
    outside(commands / "fichebak", "build", cwd=root)
    assert "Praktijken van de streek" in (root / "site" / "index.html").read_text(encoding="utf-8")
    assert (root / "site" / "gids" / "inspiratiegids.pdf").read_bytes().startswith(b"%PDF")
    assert ":root" in (root / "site" / "styles" / "tokens.css").read_text()
    assert "--stock:#F9937B" in (root / "site" / "styles" / "domeinen.css").read_text()
    made = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    outside("git", "init", "--quiet", cwd=root)
    assert "site/" not in outside("git", "status", "--short", cwd=root)
    assert {".gitignore", ".github/workflows/fiches.yml", ".vscode/tasks.json", "schema/fiche.schema.json"} <= made
    assert [path for path in made if str(CHECKOUT).encode() in (root / path).read_bytes()] == []
