"""What keeps the project in order over the years: versions in step, pinned packages, notes of a release, workflows."""

import re
import subprocess
import sys
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from small_catalogue import CHECKOUT
from test_forge import GITHUB, lint, read, steps

from fichebak import __version__

sys.path.insert(0, str(CHECKOUT / "generator" / "scripts"))
from release_notes import release_notes, versions

MAKEFILE = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED = [Requirement(each) for each in (*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"])]
PINS = [
    line.split("==")
    for line in (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
CHANGELOG = """\
# Wat er veranderde

## [Unreleased]

## [1.1.0] - 2026-12-01

### Toegevoegd

- Iets nieuws.

## [1.0.0] - 2026-11-01

- Iets ouds.
"""


# Packages.


def test_constraints_are_versions_and_nothing_else() -> None:
    assert [pin for pin in PINS if len(pin) != 2 or "/" in pin[1] or str(Version(pin[1])) != pin[1]] == []


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.name)
def test_a_package_has_a_range_with_an_end_and_a_version_in_it(asked: Requirement) -> None:
    pinned = {canonicalize_name(name): version for name, version in PINS}
    assert {each.operator for each in asked.specifier} == {">=", "<"}
    assert asked.specifier.contains(pinned[canonicalize_name(asked.name)])


def test_only_who_asks_hears_of_newer_packages() -> None:
    def commands(*asked: str) -> str:
        done = subprocess.run(
            ["make", "--dry-run", "check", *asked], cwd=CHECKOUT, capture_output=True, text=True, check=True
        )
        return done.stdout

    assert "pip list --outdated" not in commands()
    assert "pip list --outdated" in commands("VEROUDERD=1")


def test_the_audit_is_about_the_versions_that_are_pinned() -> None:
    assert re.search(r"pip-audit --requirement constraints.txt --no-deps .*--strict", MAKEFILE)
    assert "make audit" in [step.get("run") for step in steps(GITHUB / "workflows" / "onderhoud.yml")]


# Workflows.


@pytest.mark.slow
def test_the_updates_of_actions_are_asked_for_as_the_forge_reads_it() -> None:
    assert lint("vendor.dependabot", GITHUB / "dependabot.yml") == ""


def test_new_packages_never_run_with_the_right_to_write() -> None:
    for name in ("onderhoud", "uitgave"):
        jobs = read(GITHUB / "workflows" / f"{name}.yml")["jobs"]
        writing = [job for job in jobs.values() if "write" in job.get("permissions", {}).values()]
        assert writing
        text = "\n".join(step.get("run", "") for job in writing for step in job["steps"])
        assert not any(word in text for word in ("make", ".ci/run", "pip", "python"))


def test_a_release_is_tested_before_it_is_built_and_says_what_changed() -> None:
    build, publish = read(GITHUB / "workflows" / "uitgave.yml")["jobs"].values()
    commands = [step.get("run", "") for step in build["steps"]]
    assert commands.index(".ci/run") < next(at for at, run in enumerate(commands) if "make dist TAG=" in run)
    assert publish["needs"] == "bouwen"
    assert "--notes-file dist/notes.md" in publish["steps"][-1]["run"]


# A release.


def test_the_notes_are_those_of_the_newest_version() -> None:
    assert release_notes("1.1.0", CHANGELOG) == "### Toegevoegd\n\n- Iets nieuws.\n"


@pytest.mark.parametrize(
    ("version", "changelog", "says"),
    [
        pytest.param("1.0.0", CHANGELOG, "The newest version in CHANGELOG.md is 1.1.0, not 1.0.0.", id="older"),
        pytest.param("1.0.0", "# Niets\n", "The newest version in CHANGELOG.md is missing, not 1.0.0.", id="empty"),
        pytest.param(
            "1.1.0",
            CHANGELOG.replace("[Unreleased]\n", "[Unreleased]\n\n- Nog iets.\n"),
            "CHANGELOG.md has changes under [Unreleased]; put them under [1.1.0].",
            id="not all released",
        ),
    ],
)
def test_no_notes_for_a_version_that_is_not_ready(version: str, changelog: str, says: str) -> None:
    with pytest.raises(ValueError, match="^" + says.replace("[", r"\[").replace(".", r"\.") + "$"):
        release_notes(version, changelog)


def test_a_tag_is_of_this_version() -> None:
    assert versions(f"v{__version__}") == versions("") == __version__
    with pytest.raises(ValueError, match=r"^Not one version: .*the tag has 9\.9\.9\.$"):
        versions("v9.9.9")
