"""`fichebak check --changed REF` in real repositories: the problems a branch is about, and no others."""

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import Catalogue, Fiche

from fichebak.cli import main

WRONG = "[Gnt]"

pytestmark = pytest.mark.slow


def git(folder: Path, *arguments: str) -> str:
    """Run git in *folder* as nobody in particular, away from the settings of who runs the tests."""
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (
        ("NAME", "Redactie"), ("EMAIL", "redactie@voorbeeld.be"), ("DATE", "2026-11-21T12:00:00Z"),
    )}  # fmt: skip
    clean = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"], **who}
    done = subprocess.run(["git", *arguments], cwd=folder, env=clean, capture_output=True, text=True, check=True)
    return done.stdout


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "werk")


@pytest.fixture
def repository(fiche: Fiche, catalogue: Catalogue) -> Path:
    """A catalogue in git: on main three fiches, one of them wrong and one that refers to another; then a branch."""
    root = catalogue({"goed": fiche(), "fout": fiche(gemeenten=WRONG), "verwijst": fiche(verwant="[goed]")})
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    git(root, "switch", "--quiet", "--create", "tak")
    return root


def check(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), *arguments], catch_exceptions=False)


def found(root: Path, *arguments: str, reference: str = "main") -> list[str]:
    """Return place and code of each problem of the branch; the exit code goes with them."""
    result = check(root, "--changed", reference, *arguments)
    lines = [line.removeprefix("content/") for line in result.output.splitlines() if line.startswith("content/")]
    assert result.exit_code == bool(lines)
    return [" ".join(line.split()[:2]) for line in lines]


def practice(root: Path, slug: str) -> Path:
    return root / "content" / "practices" / f"{slug}.md"


def test_a_branch_without_changes_is_about_nothing(repository: Path) -> None:
    assert found(repository) == []
    assert check(repository).exit_code == 1


def test_what_was_wrong_in_a_file_that_is_touched(repository: Path) -> None:
    practice(repository, "fout").write_text(practice(repository, "fout").read_text() + "\nMeer.\n")
    commit(repository)
    assert found(repository) == ["practices/fout.md:5:13: F050"]


def test_a_change_that_is_not_committed(repository: Path, fiche: Fiche) -> None:
    practice(repository, "goed").write_text(fiche(status="weg"))
    assert found(repository) == ["practices/goed.md:10:9: F036"]
    git(repository, "add", "--all")
    assert found(repository) == ["practices/goed.md:10:9: F036"]


def test_a_file_that_git_does_not_know_yet(repository: Path, fiche: Fiche) -> None:
    practice(repository, "NieuwLoket").write_text(fiche())
    assert found(repository) == ["practices/NieuwLoket.md:1:1: F007"]


def test_a_fiche_that_is_gone_where_another_refers_to_it(repository: Path) -> None:
    practice(repository, "goed").unlink()
    commit(repository)
    assert found(repository) == ["practices/verwijst.md:10:11: F055"]


def test_a_fiche_with_another_name(repository: Path, fiche: Fiche) -> None:
    git(repository, "mv", "content/practices/fout.md", "content/practices/anders.md")
    git(repository, "mv", "content/practices/goed.md", "content/practices/beter.md")
    commit(repository)
    assert found(repository) == ["practices/anders.md:5:13: F050", "practices/verwijst.md:10:11: F055"]


def test_what_main_did_since_is_not_the_branch(repository: Path, fiche: Fiche) -> None:
    practice(repository, "nieuw").write_text(fiche())
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    practice(repository, "goed").write_text(fiche(gemeenten=WRONG))
    commit(repository)
    git(repository, "switch", "--quiet", "tak")
    assert found(repository) == []


def test_a_domain_that_is_gone(repository: Path) -> None:
    (repository / "content" / "domains" / "werk.md").unlink()
    assert [each.rsplit(" ", 1)[1] for each in found(repository)] == ["F052", "F052", "F052"]


def test_a_catalogue_in_a_folder_of_the_repository(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"fout": fiche(gemeenten=WRONG)})
    above = root / "boven"
    above.mkdir()
    (root / "content").rename(above / "content")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    practice(above, "nieuw").write_text(fiche(status="weg"))
    assert found(above) == ["practices/nieuw.md:10:9: F036"]


def test_the_first_catalogue_of_a_repository(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"fout": fiche(gemeenten=WRONG)})
    git(root, "init", "--quiet", "--initial-branch", "main")
    (root / "lees-mij.txt").write_text("Een catalogus.\n")
    git(root, "add", "lees-mij.txt")
    git(root, "commit", "--quiet", "--message", "begin")
    assert found(root) == ["practices/fout.md:5:13: F050"]


def test_links_and_names_with_accents(repository: Path, fiche: Fiche) -> None:
    practice(repository, "koppeling").symlink_to("goed.md")
    commit(repository)
    git(repository, "switch", "--quiet", "--create", "later")
    practice(repository, "Één").write_text(fiche())
    assert found(repository, reference="tak") == ["practices/Één.md:1:1: F007"]


def test_paths_limit_it_further(repository: Path, fiche: Fiche) -> None:
    practice(repository, "een").write_text(fiche(gemeenten=WRONG))
    practice(repository, "twee").write_text(fiche(gemeenten=WRONG))
    assert found(repository, str(practice(repository, "een"))) == ["practices/een.md:5:13: F050"]


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        pytest.param("nergens", "‘nergens’ is geen tak of commit die git hier kent.", id="no such branch"),
        pytest.param("-x", "‘-x’ is geen tak of commit die git hier kent.", id="what looks like an option"),
        pytest.param("main:content", "‘main:content’ is geen tak of commit die git hier kent.", id="no commit"),
        pytest.param("wees", "Deze tak en ‘wees’ hebben hier geen gemeenschappelijk begin.", id="nothing in common"),
    ],
)
def test_what_git_does_not_know_is_wrong_use(reference: str, said: str, repository: Path) -> None:
    empty = git(repository, "hash-object", "-t", "tree", os.devnull, "-w").strip()
    git(repository, "branch", "wees", git(repository, "commit-tree", empty, "-m", "wees").strip())
    result = check(repository, f"--changed={reference}")
    assert result.exit_code == 2
    assert said in result.output
    assert "fatal" not in result.output


def test_a_folder_that_is_not_in_git_is_wrong_use(fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"a": fiche()})
    result = check(root, "--changed", "main")
    assert (result.exit_code, f"De map {root} zit niet in git." in result.output) == (2, True)


def test_without_git_is_wrong_use(repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = check(repository, "--changed", "main")
    assert (result.exit_code, "is het programma git nodig" in result.output) == (2, True)
