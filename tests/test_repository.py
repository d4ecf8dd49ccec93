"""Where fiches are sent on the forge of a catalogue: the addresses that GitHub, GitLab and Gitea have."""

from pathlib import Path

import pytest
from small_catalogue import FILES, WITHOUT_FICHES, good, small

from fichebak.build import left_out
from fichebak.repository import forge
from fichebak.views import ForgeView

PLACE = "main/content/practices"


def pages(root: Path, settings: str) -> ForgeView | None:
    return forge(good(small(root, {**WITHOUT_FICHES, "content/catalogue.yaml": settings})).instellingen)


@pytest.mark.parametrize(
    ("settings", "name", "new", "edit", "copy"),
    [
        pytest.param(
            "repository: https://github.com/stad/bak", "GitHub", f"https://github.com/stad/bak/new/{PLACE}",
            f"https://github.com/stad/bak/edit/{PLACE}", "https://github.com/stad/bak/fork", id="GitHub",
        ),
        pytest.param(
            "repository: https://gitlab.com/stad/bak", "GitLab", f"https://gitlab.com/stad/bak/-/new/{PLACE}",
            f"https://gitlab.com/stad/bak/-/edit/{PLACE}", "https://gitlab.com/stad/bak/-/forks/new", id="GitLab",
        ),
        pytest.param(
            "repository: https://gitlab.voorbeeld.be/stad/diensten/bak", "GitLab",
            f"https://gitlab.voorbeeld.be/stad/diensten/bak/-/new/{PLACE}",
            f"https://gitlab.voorbeeld.be/stad/diensten/bak/-/edit/{PLACE}",
            "https://gitlab.voorbeeld.be/stad/diensten/bak/-/forks/new", id="a GitLab of one’s own, a group in a group",
        ),
        pytest.param(
            "repository: https://codeberg.org/stad/bak", "Codeberg", f"https://codeberg.org/stad/bak/_new/{PLACE}",
            f"https://codeberg.org/stad/bak/_edit/{PLACE}", "https://codeberg.org/stad/bak/fork", id="Codeberg",
        ),
        pytest.param(
            "repository: https://gitea.voorbeeld.be/stad/bak", "Gitea",
            f"https://gitea.voorbeeld.be/stad/bak/_new/{PLACE}", f"https://gitea.voorbeeld.be/stad/bak/_edit/{PLACE}",
            "https://gitea.voorbeeld.be/stad/bak/fork", id="Gitea",
        ),
        pytest.param(
            "repository: https://git.voorbeeld.be/forge/stad/bak\nrepository_soort: gitea", "Gitea",
            f"https://git.voorbeeld.be/forge/stad/bak/_new/{PLACE}", f"https://git.voorbeeld.be/forge/stad/bak/_edit/{PLACE}",
            "https://git.voorbeeld.be/forge/stad/bak/fork", id="a host that does not tell, below a folder",
        ),
        pytest.param(
            "repository: https://code.voorbeeld.be/stad/bak\nrepository_soort: gitlab\nrepository_tak: concept/2026#1\n"
            "repository_map: /de catalogus/", "GitLab",
            "https://code.voorbeeld.be/stad/bak/-/new/concept/2026%231/de%20catalogus/content/practices",
            "https://code.voorbeeld.be/stad/bak/-/edit/concept/2026%231/de%20catalogus/content/practices",
            "https://code.voorbeeld.be/stad/bak/-/forks/new", id="a branch and a folder with difficult names",
        ),
        pytest.param(
            "repository: https://forgejo.voorbeeld.be/stad/bak\nrepository_soort: gitea", "Forgejo",
            f"https://forgejo.voorbeeld.be/stad/bak/_new/{PLACE}", f"https://forgejo.voorbeeld.be/stad/bak/_edit/{PLACE}",
            "https://forgejo.voorbeeld.be/stad/bak/fork", id="the name is that of the host, where it fits",
        ),
        pytest.param(
            "repository: https://gitlab.voorbeeld.be/stad/bak\nrepository_soort: gitea", "Gitea",
            f"https://gitlab.voorbeeld.be/stad/bak/_new/{PLACE}", f"https://gitlab.voorbeeld.be/stad/bak/_edit/{PLACE}",
            "https://gitlab.voorbeeld.be/stad/bak/fork", id="what is said goes before the host",
        ),
    ],
)  # fmt: skip
def test_pages(tmp_path: Path, settings: str, name: str, new: str, edit: str, copy: str) -> None:
    found = pages(tmp_path, settings + "\n")
    assert found
    assert (found.naam, found.nieuw, found.wijzig, found.kopie) == (name, new, edit, copy)


@pytest.mark.parametrize("behind", ["/", ".git", ".git/", "?tab=readme", "#readme", "/-/tree/main/content"])
def test_what_stands_behind_the_address_does_not_count(tmp_path: Path, behind: str) -> None:
    found = pages(tmp_path, f"repository: https://github.com/stad/bak{behind}\n")
    assert found
    assert found.repository == "https://github.com/stad/bak"
    assert found.nieuw == f"https://github.com/stad/bak/new/{PLACE}"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        pytest.param("repository: https://code.voorbeeld.be/stad/bak", True, id="a host that does not tell"),
        pytest.param("repository_soort: github", False, id="no repository"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_without_pages_the_build_says_so_when_a_setting_would_help(tmp_path: Path, settings: str, said: bool) -> None:
    files = {**WITHOUT_FICHES, "content/catalogue.yaml": f"titel: Bak\n{settings}\n"}
    found = good(small(tmp_path, files))
    assert forge(found.instellingen) is None
    assert ("fiches insturen op het adres van de bestanden (repository_soort)" in "".join(left_out(found))) is said


def test_a_kind_of_forge_that_is_none(tmp_path: Path) -> None:
    files = {**FILES, "content/catalogue.yaml": "repository_soort: bitbucket\n"}
    with pytest.raises(AssertionError, match=r"catalogue\.yaml:1:19: F036 \[repository_soort\]"):
        good(small(tmp_path, files))
