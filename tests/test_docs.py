"""README, CHANGELOG and docs/ say what is true: every command, key, example, message and link in them is checked.

`python tests/test_docs.py` writes the help of every command in the README again.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from pydantic import BaseModel
from small_catalogue import png

from fichebak import __version__
from fichebak.build import examine
from fichebak.cli import main
from fichebak.config import Root
from fichebak.fiche import Fiche
from fichebak.model import (
    Aanbeveling,
    Bestemmeling,
    Bron,
    CatalogusInstellingen,
    Doelgroep,
    Domein,
    Organisatie,
    Pagina,
    Synoniemen,
    Term,
)
from fichebak.problems import Problem, messages
from fichebak.render import POLICY
from fichebak.selection import slugs
from fichebak.vocabulary import BewijsSoort, BronSoort, OrganisatieSoort, Per, Status, Werkingsgebied

CHECKOUT = Path(__file__).resolve().parent.parent
README = CHECKOUT / "README.md"
MANUAL = CHECKOUT / "docs" / "redacteurs.md"
AROUND = CHECKOUT / "docs" / "rond-de-fiches.md"
CHANGELOG = CHECKOUT / "CHANGELOG.md"
ABOUT_THE_PROGRAM = (CHECKOUT / "CONTRIBUTING.md", CHECKOUT / "SECURITY.md")
PAGES = (README, CHANGELOG, *ABOUT_THE_PROGRAM, *sorted((CHECKOUT / "docs").glob("*.md")))
TODAY = date(2026, 11, 21)

page = pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)


# A small catalogue in which every example stands by itself.

SMALL: dict[str, str | bytes] = {
    "catalogue.yaml": "titel: Proef\n",
    "target-groups.yaml": "".join(
        f"{each}: {{label: {each}}}\n"
        for each in ("anderstaligen", "gezinnen", "leerkrachten", "leerlingen", "nieuwkomers")
    ),
    "addressees.yaml": "steden-en-gemeenten: {label: Steden en gemeenten}\n",
    "afbeeldingen/klas.jpg": png(40, 30),
    "sources/van-opvang-naar-samenleven.md": "---\ntitel: Van opvang naar samenleven\nsoort: inspiratiegids\n---\n",
    **{
        f"domains/{each}.md": f"---\nlabel: {each}\nvolgorde: {place}\n---\n"
        for place, each in enumerate(("integratiebeleid", "onthaal", "taal", "onderwijs"), 1)
    },
}
FICHE = """\
titel: Een fiche om voorbeelden in te zetten
samenvatting: Deze fiche is juist. Een voorbeeld vervangt de sleutels die het zelf heeft, en moet dan nog juist zijn.
domeinen: [onthaal]
werkingsgebied: gemeente
gemeenten: [Gent]
trekker: onbekend
contact: onbekend
laatst_nagekeken: 2026-01
"""


SMALL["practices/aalst-taalcoach.md"] = f"---\n{FICHE}---\n"


SMALL["practices/middenkempen-wegwijzer.md"] = f"---\n{FICHE}---\n"


def problems(folder: Path, files: dict[str, str]) -> tuple[Problem, ...]:
    """Return what the checker says of the small catalogue with *files* (path in content/ and text) added."""
    for name, text in (SMALL | files).items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return examine(Root(folder), TODAY).problems


def in_a_fiche(fragment: str) -> str:
    """Return a fiche in which the keys of *fragment* stand first and replace those of the same name."""
    keys = re.findall(r"^(\w+):", fragment, re.M)
    rest = [line for line in FICHE.splitlines() if line.split(":")[0] not in keys]
    return "\n".join(["---", fragment.strip("\n"), *rest, "---", "## Aanpak", "", "Tekst.", ""])


def as_body(text: str) -> str:
    """Return a fiche with *text* below its data."""
    return f"---\n{FICHE}---\n## Aanpak\n\n{text}"


# Reading the pages.


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def blocks(file: Path) -> Iterator[tuple[int, str, str, str]]:
    """Yield each fenced block of *file*: its line, its language, the rest of its first line, and its text."""
    pattern = re.compile(r"^(?P<in> *)```(?P<language>\w+) ?(?P<rest>.*)\n(?P<text>(?:.*\n)*?)(?P=in)```$", re.M)
    text = read(file)
    for found in pattern.finditer(text):
        inside = re.sub(rf"^{found['in']}", "", found["text"], flags=re.M)
        yield text.count("\n", 0, found.start()) + 1, found["language"], found["rest"].strip(), inside


def without_blocks(text: str) -> str:
    return re.sub(r"^( *)```.*\n(?:.*\n)*?\1```$", "", text, flags=re.M)


def rows(file: Path) -> list[list[str]]:
    """Return the cells of every table row of *file*, rules between head and body left out."""
    lines = [line for line in without_blocks(read(file)).splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if not line.startswith("| ---")]


def keys_in_tables(file: Path) -> list[str]:
    """Return every key that opens a row of *file*, such as `budget.bedragen`."""
    found = (re.fullmatch(r"`([a-z_.]+)`", cells[0]) for cells in rows(file))
    return [each[1] for each in found if each]


def examples() -> list[Any]:
    """Return the path and the text of every example, a piece of a fiche set in a whole one.

    docs/fouten.md is not among the pages: what it shows is meant to be wrong.
    """
    found = [(file, *each) for file in PAGES if file.name != "fouten.md" for each in blocks(file)]
    return [
        pytest.param(
            path or "practices/voorbeeld.md",
            text if language == "markdown" or path else as_body(text) if language == "md" else in_a_fiche(text),
            id=f"{file.name} line {line}",
        )
        for file, line, language, path, text in found
        if language in {"yaml", "markdown", "md"}
    ]


def lines_in_tables() -> list[Any]:
    """Return the example of every top-level key in the manual's tables."""
    found = [(cells[0].strip("`"), cells[2].strip("`")) for cells in rows(MANUAL) if len(cells) == 3]
    return [pytest.param(line, id=key) for key, line in found if line.startswith(f"{key}: ")]


@pytest.mark.parametrize(("path", "text"), examples())
def test_example_is_valid(path: str, text: str, tmp_path: Path) -> None:
    assert problems(tmp_path, {path.removeprefix("content/"): text}) == ()


@pytest.mark.parametrize("line", lines_in_tables())
def test_example_in_a_table_is_valid(line: str, tmp_path: Path) -> None:
    assert problems(tmp_path, {"practices/voorbeeld.md": in_a_fiche(line)}) == ()


def marks_in_table() -> list[str]:
    """Return everything the manual shows in code in its table of what one wants and what one writes."""
    table = re.search(r"\| u wilt \|.*\n((?:\|.*\n)+)", read(MANUAL))
    assert table
    return [mark for line in table[1].splitlines() for mark in re.findall(r"`([^`]+)`", line.split("|", 2)[2])]


@pytest.mark.parametrize("mark", [each for each in marks_in_table() if not each.startswith("[^")])
def test_mark_in_the_table_is_valid(mark: str, tmp_path: Path) -> None:
    above = "## Kop\n\n" if mark.startswith("###") else ""
    assert problems(tmp_path, {"practices/voorbeeld.md": as_body(f"{above}{mark}\n")}) == ()


@pytest.mark.parametrize("file", [README, MANUAL], ids=lambda file: file.name)
def test_page_has_a_whole_fiche(file: Path) -> None:
    assert any(language == "markdown" and not path for _, language, path, _ in blocks(file))


def test_sample_of_a_problem_is_what_check_prints(tmp_path: Path) -> None:
    fiche = next(text for _, language, _, text in blocks(README) if language == "markdown")
    wrong = fiche.replace("onderwijs", "onderwjs", 1)
    printed = [str(each) for each in problems(tmp_path, {"practices/taalcoach-in-aalst.md": wrong})]
    sample = next(text for _, language, _, text in blocks(README) if language == "console")
    assert sample.splitlines() == [
        "$ .venv/bin/fichebak check", *"\n".join(printed).splitlines(), "1 probleem gevonden."
    ]  # fmt: skip
    assert "\n".join(printed) in read(MANUAL)


# Commands.


def commands() -> dict[str, click.Command]:
    return dict(main.commands)


def help_of(*command: str) -> str:
    done = CliRunner().invoke(main, [*command, "--help"], prog_name="fichebak", terminal_width=80)
    assert done.exit_code == 0
    return "\n".join(line.rstrip() for line in done.output.strip().splitlines())


def help_section() -> str:
    """Return the part of the README between its two marks: the help of every command."""
    shown = [("fichebak", help_of()), *((f"fichebak {name}", help_of(name)) for name in sorted(commands()))]
    return "\n" + "\n".join(f"#### {title}\n\n```text\n{text}\n```\n" for title, text in shown) + "\n"


HELP = re.compile(r"(<!-- help: begin .*-->\n)(.*)(<!-- help: end -->)", re.S)


def test_readme_shows_the_help_of_every_command() -> None:
    shown = HELP.search(read(README))
    assert shown
    assert shown[2] == help_section(), "the help changed: run `.venv/bin/python tests/test_docs.py`"


@pytest.mark.parametrize("name", sorted(commands()))
def test_readme_says_what_the_command_does_and_every_option(name: str) -> None:
    assert any(cells[0] == f"`fichebak {name}`" for cells in rows(README))
    options = [option for param in commands()[name].params for option in param.opts if option.startswith("-")]
    assert [option for option in options if option not in read(README)] == []


@page
def test_commands_in_the_text_exist(file: Path) -> None:
    named = re.findall(r"(?:\.venv/bin/|`)fichebak ([a-z]+)", read(file))
    assert sorted(set(named) - set(commands())) == []


@page
def test_options_in_the_commands_of_the_text_exist(file: Path) -> None:
    lines = [line for _, language, _, text in blocks(file) if language == "sh" for line in text.splitlines()]
    for name, options in re.findall(r"fichebak ([a-z]+) (.*)", "\n".join(lines)):
        known = {option for param in commands()[name].params for option in param.opts}
        assert sorted(set(re.findall(r"(?<!\S)--?[a-z-]+", options)) - known) == [], name


def test_the_list_of_fiches_in_the_text_can_be_chosen_from() -> None:
    (text,) = [text for _, _, name, text in blocks(AROUND) if name == "keuze.txt"]
    assert [slugs(line) for line in text.splitlines()] == [
        (), ("aalst-taalcoach",), ("aalst-alfaklassen",), ("gent-ankerkracht", "gent-interactief"),
    ]  # fmt: skip


@page
def test_make_targets_in_the_text_exist(file: Path) -> None:
    named = re.findall(r"^make ([a-z]+)|`make ([a-z]+)|\(make ([a-z]+)\)", read(file), re.M)
    targets = re.findall(r"^([a-z]+):", read(CHECKOUT / "Makefile"), re.M)
    assert sorted({"".join(each) for each in named} - set(targets)) == []


# Keys.


def keys(schema: dict[str, Any], inside: dict[str, Any] | None = None, prefix: str = "") -> Iterator[tuple[str, bool]]:
    """Yield each key of a model's JSON Schema, as `budget.bedragen.euro`, and whether it must be there.

    The two ends of a range are yielded by themselves: one table explains them for all ranges.
    """
    inside = schema if inside is None else inside
    if "$ref" in inside:
        inside = schema["$defs"][inside["$ref"].rsplit("/", 1)[1]]
    for name, value in inside.get("properties", {}).items():
        path = name if name in {"van", "tot"} else prefix + name
        yield path, name in inside.get("required", ())
        yield from keys(schema, value, f"{path}.")
    for each in [*inside.get("anyOf", ()), *([inside["items"]] if "items" in inside else ())]:
        yield from keys(schema, each, prefix)


def test_manual_has_every_key_of_a_fiche_and_no_other() -> None:
    known = {key for key, _ in keys(Fiche.model_json_schema())}
    listed = keys_in_tables(MANUAL)
    assert sorted(known - set(listed)) == []
    assert sorted(set(listed) - known) == []
    assert len(listed) == len(set(listed))


def test_manual_says_which_keys_are_required() -> None:
    needed = {key for key, required in keys(Fiche.model_json_schema()) if required} - {"van", "tot"}
    required = re.search(r"### Verplicht\n(.*?)\n### ", read(MANUAL), re.S)
    assert required
    top = set(re.findall(r"^\| `([a-z_]+)` \|", required[1], re.M))
    nested = {cells[0].strip("`") for cells in rows(MANUAL) if len(cells) > 1 and cells[1].startswith("Verplicht bij")}
    assert top | {key for key in nested if "." in key} == needed


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("domains", Domein),
        ("sources", Bron),
        ("recommendations", Aanbeveling),
        ("addressees.yaml", Bestemmeling),
        ("organisations.yaml", Organisatie),
        ("glossary.yaml", Term),
        ("synonyms.yaml", Synoniemen),
        ("target-groups.yaml", Doelgroep),
        ("pages", Pagina),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_the_page_around_the_fiches_has_every_key_of_each_file(name: str, model: type[BaseModel]) -> None:
    section = re.search(rf"^## [^\n]*`content/{re.escape(name)}`\n(.*?)(?=^## |\Z)", read(AROUND), re.S | re.M)
    assert section
    listed = re.findall(r"^\| `([a-z_]+)` \| (Verplicht\.)?", section[1], re.M)
    fields = model.model_fields.items()
    assert {key: bool(needed) for key, needed in listed} == {key: field.is_required() for key, field in fields}


def test_the_page_around_the_fiches_has_every_kind_of_organisation() -> None:
    assert [each.value for each in OrganisatieSoort if f"`{each.value}`" not in read(AROUND)] == []


@pytest.mark.parametrize(
    "words", [Werkingsgebied, Per, Status, BewijsSoort, BronSoort], ids=lambda words: words.__name__
)
def test_manual_has_every_word_to_choose_from(words: Any) -> None:
    assert [each.value for each in words if f"`{each.value}`" not in read(MANUAL)] == []


def test_readme_has_every_setting() -> None:
    known = {key for key, _ in keys(CatalogusInstellingen.model_json_schema())} - {"gids"}
    assert set(keys_in_tables(README)) == known


# Messages.


def mistakes() -> list[Any]:
    """Return what an editor wrote, the code and the message of every row of the table of messages."""
    said = [(cells[0].strip("`"), re.fullmatch(r"([FW]\d{3}): (.*)", cells[1])) for cells in rows(MANUAL)]
    return [pytest.param(wrong, found[1], found[2], id=found[1]) for wrong, found in said if found]


def test_manual_has_ten_mistakes() -> None:
    assert len(mistakes()) == 10


@pytest.mark.parametrize(("wrong", "code", "message"), mistakes())
def test_mistake_gives_the_message_in_the_manual(wrong: str, code: str, message: str, tmp_path: Path) -> None:
    found = problems(tmp_path, {"practices/voorbeeld.md": in_a_fiche(wrong)})
    assert {(each.code, each.message) for each in found} == {(code, message)}


@page
def test_codes_exist(file: Path) -> None:
    assert sorted(set(re.findall(r"\b[FW]\d{3}\b", read(file))) - set(messages())) == []


# What the README says of the code.


def test_layers_are_those_the_checker_holds() -> None:
    block = re.search(r"<!-- layers: .*-->\n```text\n(.*?)```", read(README), re.S)
    assert block
    shown = [re.split(r" {2,}", line)[0] for line in block[1].splitlines() if not line.startswith(" ")]
    contracts = tomllib.loads(read(CHECKOUT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    assert shown == contracts[0]["layers"]


def test_folders_exist() -> None:
    block = re.search(r"## The folders\n\n```text\n(.*?)```", read(README), re.S)
    assert block
    parent, missing = "", []
    for line in block[1].splitlines():
        name = line.split()[0]
        parent = "" if not line.startswith(" ") else parent
        missing += [] if (CHECKOUT / parent / name).exists() else [parent + name]
        parent = name if not line.startswith(" ") and name.endswith("/") else parent
    assert missing == []


def test_policy_is_the_one_the_pages_have() -> None:
    assert f"Content-Security-Policy: {POLICY}\n" in read(README)
    assert f'"{POLICY}" always;' in read(README)


def test_changelog_is_about_this_version() -> None:
    newest = re.search(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", read(CHANGELOG), re.M)
    assert newest
    project = tomllib.loads(read(CHECKOUT / "pyproject.toml"))["project"]
    assert newest[1] == project["version"] == __version__
    assert date.fromisoformat(newest[2])


# Links and pictures.

HOSTS = {
    "127.0.0.1:8000", "voorbeeld.be", "www.voorbeeld.be", "keepachangelog.com", "semver.org", "pre-commit.com",
    "schema.org", "semiceu.github.io",
}  # fmt: skip


def links(file: Path) -> list[str]:
    """Return where the links and pictures of *file* lead; code is left out."""
    return re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", without_blocks(read(file))))


def anchors(file: Path) -> set[str]:
    """Return the anchors a forge gives the headings of *file*."""
    heads = re.findall(r"^#+ (.*)$", without_blocks(read(file)), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@page
def test_links_lead_somewhere(file: Path) -> None:
    dead = []
    for link in links(file):
        if re.match(r"https?://|mailto:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (file.parent / path).resolve() if path else file
        inside = target.is_relative_to(CHECKOUT) and target.exists()
        dead += [] if inside and (not anchor or anchor in anchors(target)) else [link]
    assert dead == []


@page
def test_names_no_other_place(file: Path) -> None:
    """A page leads to no host but these and to no folder outside the checkout, and names none of this computer."""
    text = read(file)
    assert sorted(set(re.findall(r"https?://([\w.-]+(?::\d+)?)", text)) - HOSTS) == []
    steps = re.findall(r"(?:\.\./)+[\w-]+", text)
    assert [each for each in steps if not (file.parent / each).resolve().is_relative_to(CHECKOUT)] == []
    here = [f"{folder}/" for folder in (CHECKOUT, CHECKOUT.parent, Path.home()) if folder != Path(folder.anchor)]
    assert [each for each in here if each in text] == []


def test_pictures_are_described_and_light() -> None:
    shown = [
        (alt, file.parent / path)
        for file in PAGES
        for alt, path in re.findall(r"!\[([^\]]*)\]\((\S*beeld/[^)]+)\)", read(file))
    ]
    assert all(len(alt) > 20 for alt, _ in shown)
    pictures = sorted((CHECKOUT / "docs" / "beeld").glob("*.png"))
    assert sorted(path for _, path in shown) == pictures
    assert [path.name for path in pictures if path.stat().st_size > 200_000] == []


if __name__ == "__main__":
    README.write_text(HELP.sub(lambda found: found[1] + help_section() + found[3], read(README)), encoding="utf-8")
    sys.stdout.write("README.md: the help of every command is up to date.\n")
