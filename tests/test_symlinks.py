"""Nothing outside a catalogue is read into its site, and nothing outside its folder is written, whatever lies in it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_catalogue import SETTING, TODAY, default_theme, good, minimal, png, small

from fichebak.build import examine, parts, theme_folders
from fichebak.changes import at_base
from fichebak.cli import main
from fichebak.config import Root
from fichebak.output import Output
from fichebak.problems import Failure
from fichebak.render import theme
from fichebak.write import write

SECRET = "niet van deze catalogus"
NEW = ("new", "--titel", "Een nieuwe fiche", "--samenvatting", "Een fiche die nergens anders terecht mag komen dan "
       "in de map van de fiches, wat er ook in de catalogus ligt.", "--domein", "taal", "--werkingsgebied", "gewest",
       "--trekker", "onbekend", "--contact", "onbekend", "--nagekeken", "2026")  # fmt: skip


def run(root: Root, command: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, [command, "--root", str(root.path), *arguments])


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Return a folder outside the catalogue, with something in it that nobody may read or change."""
    folder = tmp_path / "elders"
    folder.mkdir()
    (folder / "een.md").write_text(SECRET)
    (folder / "een.png").write_bytes(png(4, 3))
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Root:
    return small(tmp_path / "bak")


@pytest.mark.parametrize(
    ("link", "target"),
    [
        pytest.param("content/practices/een.md", "een.md", id="a fiche"),
        pytest.param("content/practices/map", ".", id="a folder among the fiches"),
        pytest.param("content/recommendations", ".", id="a folder of content"),
        pytest.param("content/afbeeldingen/een.png", "een.png", id="an image"),
        pytest.param("content/organisations.yaml", "een.md", id="a file of content"),
        pytest.param("content/vreemd", ".", id="what has no place in content"),
        pytest.param("content/practices/weg.md", "weg.md", id="a link to nothing"),
        pytest.param("content/practices/kring.md", "../bak/content/practices/kring.md", id="a link to itself"),
    ],
)
def test_a_link_in_content_is_a_problem_and_nothing_else(root: Root, elsewhere: Path, link: str, target: str) -> None:
    path = root.path / link
    if path.is_dir():
        for each in path.iterdir():
            each.unlink()
        path.rmdir()
    path.unlink(missing_ok=True)
    path.symlink_to(elsewhere / target)
    problems = examine(root, TODAY).problems
    assert [(p.place.file, p.code) for p in problems] == [(link, "F009")]
    assert "koppeling (symbolic link)" in problems[0].message
    assert run(root, "build", "--zonder-gids").exit_code == 1
    assert not root.site.exists()


def test_content_that_is_a_link_is_refused(root: Root, elsewhere: Path) -> None:
    root.content.rename(elsewhere / "content")
    root.content.symlink_to(elsewhere / "content")
    for command in (("check",), ("build",), ("fmt",), NEW):
        done = run(root, *command)
        assert (done.exit_code, f"{root.content} is een koppeling (symbolic link)." in done.stderr) == (2, True)
    assert [(p.place.file, p.code) for p in examine(root, TODAY).problems] == [("content", "F009")]
    assert not (elsewhere / "content/practices/een-nieuwe-fiche.md").exists()


def test_a_root_that_is_a_link_is_the_choice_of_its_owner(root: Root, tmp_path: Path) -> None:
    (tmp_path / "koppeling").symlink_to(root.path)
    done = run(Root(tmp_path / "koppeling"), "build", "--zonder-gids", "--date", "2026-11-21")
    assert done.exit_code == 0, done.output
    assert (root.site / "index.html").is_file()


def _whole_theme(root: Root, elsewhere: Path) -> None:
    (elsewhere / "templates").mkdir()
    (root.path / "themes").mkdir()
    (root.path / "themes" / "default").symlink_to(elsewhere)


def _all_themes(root: Root, elsewhere: Path) -> None:
    (elsewhere / "default" / "templates").mkdir(parents=True)
    (root.path / "themes").symlink_to(elsewhere)


def _in_theme(path: str, target: str) -> Callable[[Root, Path], None]:
    def lay(root: Root, elsewhere: Path) -> None:
        place = default_theme(root) / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        place.symlink_to(elsewhere / target)

    return lay


@pytest.mark.parametrize(
    ("lay", "named"),
    [
        pytest.param(_whole_theme, "themes/default", id="a theme"),
        pytest.param(_all_themes, "themes", id="all themes"),
        pytest.param(_in_theme("images/een.png", "een.png"), "themes/default/images/een.png", id="an image"),
        pytest.param(_in_theme("styles", "."), "themes/default/styles", id="a folder"),
        pytest.param(_in_theme("templates/a.html", "een.md"), "themes/default/templates/a.html", id="a template"),
        pytest.param(_in_theme("guide/deel.typ", "een.md"), "themes/default/guide/deel.typ", id="a part of the guide"),
        pytest.param(_in_theme("palette.toml", "een.md"), "themes/default/palette.toml", id="the colours"),
    ],
)
def test_a_link_in_a_theme_is_refused(
    root: Root, elsewhere: Path, lay: Callable[[Root, Path], None], named: str
) -> None:
    lay(root, elsewhere)
    done = run(root, "build", "--zonder-gids")
    advice = "Zet in de plaats ervan het bestand of de map zelf."
    assert done.stderr == f"{root.path / named} is een koppeling (symbolic link). {advice}\n"
    assert done.exit_code == 1
    assert not root.site.exists()


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        pytest.param("thema: ../elders", "F007", id="a theme"),
        pytest.param("thema: /etc", "F007", id="a theme from the root of the disk"),
        pytest.param("repository_map: ../elders", "F098", id="a folder of the repository"),
        pytest.param("repository_map: sites/../../elders", "F098", id="a folder that goes down and up"),
        pytest.param("repository_map: ..\\elders", "F098", id="a folder with a backslash"),
        pytest.param("repository_tak: ../../andere/new/main", "F098", id="a branch"),
    ],
)
def test_a_setting_that_leads_out_is_a_problem(root: Root, settings: str, code: str) -> None:
    (root.content / "catalogue.yaml").write_text(f"titel: Proef\n{settings}\n")
    assert [p.code for p in examine(root, TODAY).problems] == [code]


@pytest.mark.parametrize(
    ("front", "body", "code"),
    [
        pytest.param("vroegere_slugs: [../../elders]", "", "F007", id="a former address"),
        pytest.param("verwant: [../elders]", "", "F055", id="a related fiche"),
        pytest.param("bron: {publicatie: ../../elders}", "", "F054", id="a publication"),
        pytest.param("", "![x](../../elders/een.png)", "F076", id="an image of elsewhere"),
        pytest.param("", "![x](../afbeeldingen/../../elders/een.png)", "F076", id="an image, down and up"),
        pytest.param("", "![x](../afbeeldingen/%2e%2e/een.png)", "F076", id="an image, escaped"),
        pytest.param("", "![x](/etc/een.png)", "F076", id="an image from the root of the disk"),
        pytest.param("", "![x](file:///etc/een.png)", "F076", id="an image on this disk"),
        pytest.param("", "![x](../AFBEELDINGEN/loket.png)", "F076", id="a folder in capitals"),
        pytest.param("", "![x](../afbeeldingen/Loket.PNG)", "F076", id="an image in capitals"),
        pytest.param("", "[x](../../../elders/)", "F074", id="a link"),
        pytest.param("", "[x](..\\elders.md)", "F074", id="a link with a backslash"),
        pytest.param("", "[x](file:///etc/passwd)", "F074", id="a link to this disk"),
    ],
)
def test_a_value_that_leads_out_is_a_problem(root: Root, front: str, body: str, code: str) -> None:
    text = minimal(f"laatst_nagekeken: 2026\n{front}", f"{body}\n")
    (root.content / "practices" / "een.md").write_text(text)
    assert [p.code for p in examine(root, TODAY).problems] == [code]


@pytest.mark.parametrize(
    "path", ["Practices/een.md", "practices/EEN.MD", "practices/een.Md", "Afbeeldingen/een.png", "CATALOGUE.YAML"]
)
def test_capitals_are_no_way_round(root: Root, path: str) -> None:
    file = root.content / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"titel: x\n")
    assert [(p.place.file, p.code) for p in examine(root, TODAY).problems] == [(f"content/{path}", "F008")]


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("name", ["../../elders/een.md", "../../../elders/een.md", "/etc/passwd", "default/../../x"])
def test_a_template_takes_in_no_file_of_elsewhere(root: Root, name: str) -> None:
    (default_theme(root) / "templates" / "tekst.html").write_text(f"{{% include '{name}' %}}")
    catalogue = good(root)
    pages = parts(catalogue, SETTING, theme(theme_folders(root, catalogue)))
    page = next(part for part in pages if part.path == "over/index.html")
    with pytest.raises(Failure, match=r"tekst\.html"):
        list(page.make())


@pytest.mark.slow
def test_the_guide_takes_in_no_file_of_elsewhere(root: Root, elsewhere: Path) -> None:
    guide = root.path / "themes" / "default" / "guide"
    guide.mkdir(parents=True)
    for path in ("../../../../../../etc/hostname", "/etc/hostname", str(elsewhere / "een.md")):
        (guide / "gids.typ").write_text(f'#read("{path}")')
        done = run(root, "guide", "--output", str(root.path / "gids.pdf"))
        assert done.exit_code == 1, path
        assert "kon niet gezet worden" in done.stderr
        assert SECRET not in done.output
    assert not (root.path / "gids.pdf").exists()


@pytest.mark.parametrize("path", ["../elders.html", "a/../../elders.html", "/etc/elders.html"])
def test_nothing_is_written_beside_the_site(tmp_path: Path, path: str) -> None:
    with pytest.raises(Failure, match="ligt buiten de site"):
        write(tmp_path / "site", [Output(path, b"x")])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("link", "code"), [(".site.lock", 1), (".site.nieuw-x", 0), (".site.oud", 0)])
def test_a_link_beside_the_site_is_not_written_through(root: Root, elsewhere: Path, link: str, code: int) -> None:
    (root.path / link).symlink_to(elsewhere if link != ".site.lock" else elsewhere / "een.md")
    root.site.mkdir()
    done = run(root, "build", "--zonder-gids")
    assert (done.exit_code, "Traceback" in done.output) == (code, False)
    assert (elsewhere / "een.md").read_text() == SECRET
    assert sorted(path.name for path in elsewhere.iterdir()) == ["een.md", "een.png"]


def test_fmt_new_and_schema_write_through_no_link(root: Root, elsewhere: Path) -> None:
    (root.content / "practices" / "een.md").write_text(minimal("laatst_nagekeken: 2026\nplaats:   'Hier'"))
    (root.content / "practices" / ".een.md.nieuw").symlink_to(elsewhere / "een.md")
    assert run(root, "fmt").exit_code == 0
    (root.path / "schema").symlink_to(elsewhere)
    assert run(root, "schema").exit_code == 1
    (root.content / "practices").rename(elsewhere / "practices")
    (root.content / "practices").symlink_to(elsewhere / "practices")
    assert run(root, *NEW).exit_code == 1
    assert (elsewhere / "een.md").read_text() == SECRET
    assert sorted(path.name for path in elsewhere.iterdir()) == ["een.md", "een.png", "practices"]
    assert not (elsewhere / "practices" / "een-nieuwe-fiche.md").exists()


def test_the_guide_is_not_written_through_a_link(root: Root, elsewhere: Path) -> None:
    (root.path / "gids.pdf").symlink_to(elsewhere / "een.md")
    done = run(root, "guide", "--output", str(root.path / "gids.pdf"))
    assert (done.exit_code, "is een koppeling (symbolic link)" in done.stderr) == (1, True)
    assert (elsewhere / "een.md").read_text() == SECRET


def test_a_list_of_fiches_names_fiches_only(root: Root, elsewhere: Path) -> None:
    (root.path / "lijst.txt").write_text("../../elders/een\n")
    done = run(root, "guide", "--selectie", str(root.path / "lijst.txt"), "--output", str(root.path / "gids.pdf"))
    assert (done.exit_code, SECRET in done.output) == (2, False)


def test_an_old_commit_is_not_unpacked_through_a_link(root: Root, elsewhere: Path) -> None:
    (root.content / "practices" / "map").symlink_to(elsewhere)
    commit = ("-c", "user.name=x", "-c", "user.email=x@voorbeeld.be", "commit", "-qm", "x")
    for arguments in (("init", "-q"), ("add", "-A"), commit):
        subprocess.run(["git", "-C", root.path, *arguments], check=True, capture_output=True)
    with at_base(root, "HEAD") as old:
        assert [p.code for p in examine(old, TODAY).problems] == ["F009"]
