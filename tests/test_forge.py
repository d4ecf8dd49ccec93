"""The files for forges: workflows, forms and samples are valid, may do little, and what they run works."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Catalogue, Fiche
from test_changed import commit, git

CHECKOUT = Path(__file__).resolve().parents[1]
GITHUB = CHECKOUT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
SAMPLE = CHECKOUT / "docs" / "gitlab-ci.yml"

MAY_WRITE = {
    "publiceren": {"publiceren": {"pages": "write", "id-token": "write"}},
    "onderhoud": {"voorstellen": {"contents": "write", "pull-requests": "write"}},
    "uitgave": {"uitgeven": {"contents": "write"}},
}

workflow = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)


def read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def steps(file: Path) -> list[dict[str, Any]]:
    return [step for job in read(file)["jobs"].values() for step in job["steps"]]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "files"),
    [
        pytest.param("vendor.github-workflows", WORKFLOWS, id="workflows"),
        pytest.param("vendor.github-issue-forms", FORMS, id="issue forms"),
        pytest.param("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"], id="issues"),
        pytest.param("vendor.gitlab-ci", [SAMPLE], id="GitLab"),
    ],
)
def test_is_what_the_forge_reads(schema: str, files: list[Path]) -> None:
    assert lint(schema, *files) == ""


@pytest.mark.slow
def test_the_linter_finds_a_mistake(tmp_path: Path) -> None:
    wrong = tmp_path / "fout.yml"
    wrong.write_text((GITHUB / "workflows" / "test.yml").read_text(encoding="utf-8").replace("runs-on", "run-on"))
    assert "runs-on" in lint("vendor.github-workflows", wrong)


def lint(schema: str, *files: Path) -> str:
    """Return what the linter says of *files*, without a network: an empty text when all is well."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@workflow
def test_a_workflow_may_only_read_unless_a_job_says_more(file: Path) -> None:
    assert read(file)["permissions"] == {"contents": "read"}
    more = {name: job["permissions"] for name, job in read(file)["jobs"].items() if "permissions" in job}
    assert more == MAY_WRITE.get(file.stem, {})


@workflow
def test_an_action_is_of_github_and_of_one_major_version(file: Path) -> None:
    used = [step["uses"] for step in steps(file) if "uses" in step]
    assert used
    assert [each for each in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", each)] == []


@workflow
def test_a_checkout_keeps_no_key_and_packages_are_kept(file: Path) -> None:
    uses = [(step["uses"].split("@")[0], step.get("with", {})) for step in steps(file) if "uses" in step]
    assert {given["persist-credentials"] for name, given in uses if name == "actions/checkout"} == {"false"}
    assert {given["cache"] for name, given in uses if name == "actions/setup-python"} == {"pip"}
    assert {given["python-version"] for name, given in uses if name == "actions/setup-python"} == {"3.11"}


@workflow
def test_no_script_has_a_text_of_others_pasted_in(file: Path) -> None:
    """A branch may be called anything: its name comes in as a variable, never as a piece of the script."""
    assert [step["run"] for step in steps(file) if "${{" in step.get("run", "")] == []


@workflow
def test_every_job_ends_in_time_and_every_script_is_one(file: Path) -> None:
    assert all(int(job["timeout-minutes"]) <= 60 for job in read(file)["jobs"].values())
    for step in steps(file):
        subprocess.run(["bash", "-n"], input=step.get("run", ""), text=True, check=True)


def test_publishing_waits_for_the_owner() -> None:
    jobs = read(GITHUB / "workflows" / "publiceren.yml")["jobs"]
    assert jobs["bouwen"]["if"].startswith("vars.FICHEBAK_PAGES == 'ja' && ")
    assert jobs["publiceren"]["needs"] == "bouwen"


def test_the_fiches_are_not_run_with_more_rights_than_their_writer_has() -> None:
    assert set(read(GITHUB / "workflows" / "fiches.yml")["on"]) == {"pull_request"}


# What the workflow of fiches runs, run.


def script(name: str) -> str:
    (found,) = [step["run"] for step in steps(GITHUB / "workflows" / "fiches.yml") if step.get("name") == name]
    return str(found)


@pytest.fixture
def pull_request(fiche: Fiche, catalogue: Catalogue) -> Path:
    """A clone as the workflow has it: origin/main is there, and a commit that changes two fiches and deletes one."""
    root = catalogue({"oud": fiche(), "weg": fiche(), "ander": fiche()})
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    practices = root / "content" / "practices"
    (practices / "weg.md").unlink()
    (practices / "oud.md").write_text(fiche(gemeenten="[Gnt]"))
    (practices / "nieuw.md").write_text(fiche())
    commit(root)
    return root


def run(text: str, root: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "BASE": "main", "GITHUB_WORKSPACE": str(root), **variables}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a_catalogue_of_its_own_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("fichebak @ file:///nergens\n")
    named = [step for file in WORKFLOWS for step in steps(file) if step.get("name") == "Installeer Fichebak"]
    installing = {step["run"] for step in named}
    assert len(installing) == 1
    done = run(installing.pop(), tmp_path)
    assert done.returncode == 1
    assert "'/nergens'" in done.stderr


@pytest.mark.slow
def test_the_check_of_a_pull_request(pull_request: Path) -> None:
    page = pull_request / "samenvatting.md"
    done = run(script("Kijk na wat veranderd is"), pull_request, GITHUB_STEP_SUMMARY=str(page))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=content/practices/oud.md,line=5,col=13,title=F050 gemeenten::")
    assert page.read_text(encoding="utf-8").count("\n### ") == 2


@pytest.mark.slow
def test_the_pdfs_of_a_pull_request(pull_request: Path) -> None:
    for slug in ("oud", "nieuw", "ander"):
        made = pull_request / "site" / "praktijken" / slug
        made.mkdir(parents=True)
        (made / f"{slug}.pdf").write_bytes(b"%PDF")
    done = run(script("Leg de pdf’s van de veranderde fiches apart"), pull_request)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in (pull_request / "pdf").iterdir()) == ["nieuw.pdf", "oud.pdf"]


@pytest.mark.slow
def test_the_line_on_how_to_see_the_site(pull_request: Path) -> None:
    page = pull_request / "samenvatting.md"
    assert run(script("Zeg hoe u het voorbeeld bekijkt"), pull_request, GITHUB_STEP_SUMMARY=str(page)).returncode == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("## Bekijk het voorbeeld\n\n")
    assert "`python3 -m http.server`" in text


# The sample for GitLab, and the forms.


def test_the_sample_has_the_jobs_it_tells_of() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    told = re.findall(r"^# (\w+) {2,}\S", text, re.M)
    jobs = {name for name, value in read(SAMPLE).items() if "script" in value}
    assert set(told) == jobs == {"nakijken", "voorbeeld", "pages"}
    for job in jobs:
        assert all(line.split()[0] in {"fichebak", "git", "mv"} for line in read(SAMPLE)[job]["script"])


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_asks_little_and_explains_itself(file: Path) -> None:
    fields = [each for each in read(file)["body"] if each["type"] != "markdown"]
    required = [each for each in fields if each.get("validations", {}).get("required") == "true"]
    assert len(fields) <= 7
    assert len(required) <= 2
    assert len({each["id"] for each in fields}) == len(fields)


def test_a_pull_request_says_where_the_report_is() -> None:
    text = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    assert "in eigen woorden" in text
    assert "*Details*" in text
