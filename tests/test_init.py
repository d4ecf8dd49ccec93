"""Starting a catalogue: what `fichebak init` writes is valid, and its one fiche cannot be taken for a practice."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_catalogue import CHECKOUT, TODAY, good

from fichebak.cli import main
from fichebak.config import Root
from fichebak.model import CatalogusInstellingen
from fichebak.render import palette
from fichebak.starter import COLOURS, SHARED, starter

OPTIONS = ("--titel", "Praktijken van de streek", "--uitgever", "Streek Voorbeeld", "--kleuren", "groen")

FIRST = {
    "blauw": "#90BAE6", "koraal": "#F9937B", "geel": "#F5D361",
    "groen": "#99D07E", "roze": "#F6ADBD", "paars": "#949DE0",
}  # fmt: skip


def init(folder: Path, *options: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["init", str(folder), "--date", TODAY.isoformat(), *options], input=typed)


@pytest.fixture
def made(tmp_path: Path) -> Root:
    done = init(tmp_path / "bak", *OPTIONS)
    assert done.exit_code == 0, done.output
    return Root(tmp_path / "bak")


def test_it_is_in_order_with_its_name_publisher_and_colours(made):
    catalogue = good(made)
    settings = catalogue.instellingen
    assert (settings.titel, settings.uitgever) == ("Praktijken van de streek", "Streek Voorbeeld")
    assert list(catalogue.domeinen) == ["samenleven", "wonen", "leren-en-werken", "zorg-en-gezondheid", "vrije-tijd"]
    assert list(catalogue.paginas) == ["over", "privacy", "toegankelijkheid", "colofon"]
    first, *_ = own = palette(made.themes(settings.thema))
    usual = palette(made.themes("default"))
    assert first["tab"] == "#99D07E"
    assert sorted(each["tab"] for each in own) == sorted(each["tab"] for each in usual)


@pytest.mark.parametrize("command", [("check",), ("fmt", "--check"), ("schema", "--check")], ids=" ".join)
def test_every_command_that_looks_is_content(made, command):
    done = CliRunner().invoke(main, [*command, "--root", str(made.path)])
    assert done.exit_code == 0, done.output


def test_every_setting_stands_ready(made):
    keys = re.findall(r"^(\w+):", (made.content / "catalogue.yaml").read_text(), re.M)
    assert sorted(keys) == sorted(CatalogusInstellingen.model_fields)


def test_nobody_takes_the_example_for_a_practice(made):
    (example,) = good(made).praktijken
    assert example.fiche.titel == "Voorbeeld: dit is geen echte praktijk"
    assert "Ze gaat over niets en niemand." in example.fiche.samenvatting
    fiche = example.fiche
    assert not any((example.gemeenten, fiche.trekker, fiche.contact, fiche.budget, fiche.cijfers, fiche.periode))


def test_the_pages_speak_of_no_catalogue_in_particular(made):
    real = (CHECKOUT / "content" / "catalogue.yaml").read_text()
    words = set(re.findall(r"^(?:ondertitel|uitgever|mailbox): (.+)$", real, re.M))
    texts = "\n".join(path.read_text() for path in made.path.rglob("*") if path.is_file())
    assert [each for each in words if each in texts] == []
    assert "$" not in (made.content / "catalogue.yaml").read_text() + (made.path / "README.md").read_text()


def test_a_forge_and_a_text_editor_get_what_they_have_here(made):
    assert [path for path in SHARED if (made.path / path).read_bytes() != (CHECKOUT / path).read_bytes()] == []
    of_the_program = {"test.yml", "onderhoud.yml", "uitgave.yml", "dependabot.yml"}
    known = {path.name for path in (CHECKOUT / ".github").rglob("*") if path.is_file()} - of_the_program
    assert known == {Path(path).name for path in SHARED if path.startswith(".github")}
    assert (made.path / "requirements.txt").read_text().startswith("#")
    assert "/site/" in (made.path / ".gitignore").read_text()


def test_what_is_not_given_is_asked(tmp_path):
    done = init(tmp_path / "bak", typed="Onze bak\n\nroze\n")
    assert done.output.startswith("Naam van de catalogus: Onze bak\nWie geeft de catalogus uit (mag leeg blijven): \n")
    assert done.output.endswith(f"fichebak serve --root {tmp_path / 'bak'}\n")
    catalogue = good(Root(tmp_path / "bak"))
    assert (catalogue.instellingen.titel, catalogue.instellingen.uitgever) == ("Onze bak", None)


@pytest.mark.parametrize(
    "name", ['Een: "bak" # van ons', "$titel en ${maand}", "'s Lands bak", "@bak", "naam\\", "Bak 😀", "no", "{a: b}"]
)
def test_any_name_is_kept_as_it_was_typed(tmp_path, name):
    assert init(tmp_path / "bak", "--titel", name, "--uitgever", name, "--kleuren", "geel").exit_code == 0
    settings = good(Root(tmp_path / "bak")).instellingen
    assert (settings.titel, settings.uitgever) == (name, name)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("  ", "Geef de catalogus een naam."), ("x" * 201, "--titel: Dit is te lang: 201 tekens, hoogstens 200 mag.")],
    ids=["none", "too long"],
)
def test_a_name_that_check_would_not_take_is_refused(tmp_path, name, sentence):
    done = init(tmp_path / "bak", "--titel", name, "--uitgever", "", "--kleuren", "geel")
    assert (done.exit_code, sentence in done.stderr) == (2, True)
    assert not (tmp_path / "bak").exists()


def test_a_folder_with_something_in_it_is_refused_before_anything_is_asked(tmp_path):
    (tmp_path / "brief.txt").write_text("x")
    done = init(tmp_path)
    assert (done.exit_code, f"De map {tmp_path} is niet leeg." in done.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]
    assert f"{tmp_path / 'brief.txt'} is geen map." in init(tmp_path / "brief.txt").stderr


def test_a_folder_that_only_git_uses_is_empty(tmp_path):
    (tmp_path / ".git").mkdir()
    assert init(tmp_path, *OPTIONS).exit_code == 0


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "brief.txt").write_text("x")
    done = init(tmp_path / "brief.txt" / "bak", *OPTIONS)
    assert (done.exit_code, "kan niet geschreven worden" in done.stderr) == (1, True)


@pytest.mark.parametrize("colour", COLOURS)
def test_a_box_begins_with_the_colour_that_was_chosen(colour):
    (made,) = [each for each in starter("Bak", "", colour, TODAY) if each.path == "themes/eigen/palette.toml"]
    assert f'tab = "{FIRST[colour]}"' == made.data.decode().split("\n[[kleur]]\n")[1].splitlines()[0]
