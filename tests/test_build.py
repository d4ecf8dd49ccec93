"""A build is whole or it is not there: what stays, what is swapped in, and that the same input gives the same bytes."""

import fcntl
import os
import pty
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from small_catalogue import (
    FILES,
    TODAY,
    built,
    fichebak,
    files_under,
    good,
    minimal,
    only,
    small,
)

from fichebak.build import build
from fichebak.cli import main
from fichebak.config import Root
from fichebak.output import Output
from fichebak.problems import Failure
from fichebak.sums import sums
from fichebak.swap import heal, new_site
from fichebak.write import copy_theme, write

MISSPELT = minimal("laatst_nagekeken: 2026").replace("[onthaal]", "[onthaa]")


def run(*arguments: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, [str(each) for each in arguments])


def fast(root: Root, *options: str) -> Result:
    return run("build", "--root", root.path, "--zonder-gids", "--date", "2026-11-21", *options)


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """Return for every file and folder under *folder* its inode and the nanosecond it was last changed."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in [folder, *folder.rglob("*")]
    }


def swap(root: Root, text: str) -> None:
    """Make a site of one file: what a build does around its work."""
    with new_site(root) as folder:
        (folder / "index.html").write_text(text)
        write(folder, [sums(folder)])


def beside(root: Root) -> list[str]:
    """Return what lies in the root beside content/, the lock apart."""
    return sorted(p.name for p in root.path.iterdir() if p.name not in {"content", ".site.lock"})


# Problems change nothing


@pytest.mark.slow
def test_a_build_with_problems_changes_nothing_in_site(tmp_path):
    root = small(tmp_path)
    built(root, "--zonder-gids")
    before = state(root.site)
    small(tmp_path, {}, fout=MISSPELT)
    done = fichebak("build", "--root", tmp_path)
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout.split("\n")[:2] == [
        "content/practices/fout.md:4:12: F052 [domeinen] ‘onthaa’ is geen domein.",
        "  Bedoelde u ‘onthaal’?",
    ]
    assert "Er is niets gemaakt: de oude site blijft staan." in done.stdout
    assert state(root.site) == before
    assert beside(root) == ["site"]


def test_a_build_with_problems_makes_no_site(tmp_path):
    root = only(tmp_path, MISSPELT)
    assert fast(root).exit_code == 1
    assert beside(root) == []


@pytest.mark.slow
def test_a_warning_stops_nothing_and_is_said(tmp_path):
    text = FILES["content/practices/twee-toeleiders-een-loket.md"].replace("2027-06-30", "2026-11-20")
    root = small(tmp_path, {**FILES, "content/practices/twee-toeleiders-een-loket.md": text})
    done = fast(root)
    assert done.exit_code == 0, done.output
    assert "twee-toeleiders-een-loket.md:1:1: W001 [contact]" in done.output


@pytest.mark.slow
def test_what_an_empty_setting_costs_is_one_line(tmp_path):
    root = small(tmp_path, {**FILES, "content/catalogue.yaml": "titel: Bak\n"})
    lines = [line for line in fast(root).output.split("\n") if line.startswith("Leeg in")]
    assert lines == [
        "Leeg in catalogue.yaml, dus weggelaten: volledige adressen, feeds en wat zoekmachines en sociale media vragen "
        "(base_url), ‘verbeter deze fiche’ per mail "
        "(mailbox), een link naar de bestanden (repository), de naam van de uitgever (uitgever)."
    ]


# Swapping in


def test_a_site_is_swapped_in_with_its_gitkeep(tmp_path):
    root = Root(tmp_path)
    swap(root, "eerste")
    swap(root, "tweede")
    assert sorted(files_under(root.site)) == [".gitkeep", "index.html", "sha256sums.txt"]
    assert (root.site / "index.html").read_text() == "tweede"
    assert beside(root) == ["site"]


def test_nothing_of_the_old_site_remains(tmp_path):
    root = Root(tmp_path)
    with new_site(root) as folder:
        write(folder, [Output("oude-fiche/index.html", b"weg")])
        write(folder, [sums(folder)])
    swap(root, "tweede")
    assert sorted(files_under(root.site)) == [".gitkeep", "index.html", "sha256sums.txt"]


def stopped(root: Root, error: type[BaseException]) -> None:
    """Begin to build and stop half way."""
    with new_site(root) as folder:
        (folder / "index.html").write_text("half")
        raise error("mislukt")


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, Failure])
def test_a_build_that_fails_leaves_the_old_site(tmp_path, error):
    root = Root(tmp_path)
    swap(root, "eerste")
    before = state(root.site)
    with pytest.raises(error):
        stopped(root, error)
    assert state(root.site) == before
    assert beside(root) == ["site"]


def test_a_disk_that_refuses_is_a_sentence(tmp_path):
    root = Root(tmp_path)
    with pytest.raises(Failure, match=r"De site kon niet geschreven worden: het is een map"), new_site(root) as folder:
        folder.write_text("een map is geen bestand")
    assert beside(root) == []


def test_two_pages_on_one_address_are_a_sentence(tmp_path):
    root = small(tmp_path, {**FILES, "content/pages/praktijken.md": "---\ntitel: Botsing\n---\nTekst.\n"})
    done = fast(root)
    assert done.exit_code == 1
    assert "praktijken" in done.output
    assert not root.site.exists()


def test_a_theme_that_cannot_be_copied_is_a_sentence(tmp_path):
    theme = tmp_path / "thema"
    (theme / "styles").mkdir(parents=True)
    (theme / "styles" / "weg.css").symlink_to("nergens.css")
    root = Root(tmp_path)
    with pytest.raises(Failure, match=r"De site kon niet geschreven worden: .*weg\.css"), new_site(root) as folder:
        copy_theme(folder, (theme,))


def test_interrupted_after_the_second_rename_the_new_site_stays(tmp_path):
    root = Root(tmp_path)
    swap(root, "nieuw")
    (tmp_path / ".site.oud").mkdir()
    (tmp_path / ".site.oud" / "index.html").write_text("oud")
    heal(root)
    assert (root.site / "index.html").read_text() == "nieuw"
    assert beside(root) == ["site"]


def test_an_interrupted_build_heals_even_when_the_next_one_has_problems(tmp_path):
    root = only(tmp_path, MISSPELT)
    (tmp_path / ".site.oud").mkdir()
    (tmp_path / ".site.oud" / "index.html").write_text("oud")
    assert fast(root).exit_code == 1
    assert files_under(root.site) == {"index.html": b"oud"}


@pytest.mark.parametrize("kind", ["file", "link to a folder", "link to nothing"])
def test_a_site_that_is_no_folder_is_left_alone(tmp_path, kind):
    root = small(tmp_path / "bak")
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (elsewhere / "kostbaar.txt").write_text("niet van ons")
    if kind == "file":
        root.site.write_text("een bestand")
    else:
        root.site.symlink_to(elsewhere if kind == "link to a folder" else tmp_path / "nergens")
    done = fast(root)
    assert done.exit_code == 1
    assert done.stderr == f"{root.site} is geen gewone map. Verplaats ze en bouw opnieuw.\n"
    assert root.site.is_file() or root.site.is_symlink()
    assert files_under(elsewhere) == {"kostbaar.txt": b"niet van ons"}
    assert beside(root) == ["site"]


@pytest.mark.slow
def test_a_lock_keeps_two_builds_apart(tmp_path):
    root = small(tmp_path)
    with (tmp_path / ".site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = fichebak("build", "--root", tmp_path, "--zonder-gids")
    assert done.returncode == 1
    assert done.stderr == "Er loopt al een andere build van deze catalogus. Wacht tot die klaar is.\n"
    assert not root.site.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_a_sentence(tmp_path):
    root = small(tmp_path)
    tmp_path.chmod(0o555)
    try:
        done = fast(root)
    finally:
        tmp_path.chmod(0o755)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"In {root.path} kan niet geschreven worden")


def test_a_lock_that_may_not_be_made_is_a_sentence(tmp_path):
    root = small(tmp_path)
    (tmp_path / ".site.lock").mkdir()
    done = fast(root)
    sentence = f"In {root.path} kan niet geschreven worden: het is een map (.site.lock).\n"
    assert (done.exit_code, done.stderr) == (1, sentence)


# The day


def status_on(root: Root, *options: str, **environment: str) -> str:
    """Return what the page of a fiche says of its status when it is built so."""
    done = fichebak("build", "--root", root.path, "--zonder-gids", *options, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    html = (root.site / "praktijken" / "een" / "index.html").read_text()
    return html.partition('<dd data-veld="status">')[2].partition("</dd>")[0]


@pytest.mark.slow
def test_the_day_of_the_build(tmp_path):
    root = only(tmp_path, minimal("laatst_nagekeken: 2026\nperiode: {start: 2026-03-01, einde: 2026-03-31}"))
    february, april = "1771200000", "1775000000"  # 2026-02-16 and 2026-03-31 23:33:20 UTC
    assert status_on(root, SOURCE_DATE_EPOCH=february) == "gepland"
    assert status_on(root, "--date", "2026-04-01", SOURCE_DATE_EPOCH=february) == "afgerond"
    for zone in ("Pacific/Kiritimati", "America/Adak"):
        assert status_on(root, SOURCE_DATE_EPOCH=april, TZ=zone).startswith("liep in 2026")


@pytest.mark.parametrize("day", ["2026-02-30", "21-11-2026", "morgen", "2026", "2026-11-21T10:00"])
def test_a_wrong_date_is_wrong_use(tmp_path, day):
    done = run("build", "--root", small(tmp_path).path, "--date", day)
    assert done.exit_code == 2
    assert f"‘{day}’ is geen dag." in done.stderr
    assert beside(Root(tmp_path)) == []


@pytest.mark.parametrize("epoch", ["gisteren", "1e9", "99999999999999999999", "-1", "1_000", " 5", "5.0", "١٢"])
def test_a_wrong_epoch_is_wrong_use(tmp_path, epoch):
    arguments = ["build", "--root", str(small(tmp_path).path)]
    done = CliRunner().invoke(main, arguments, env={"SOURCE_DATE_EPOCH": epoch})
    assert (done.exit_code, f"‘{epoch}’ is geen dag." in done.stderr) == (2, True)


def test_a_root_without_content_is_wrong_use(tmp_path):
    done = run("build", "--root", tmp_path)
    assert (done.exit_code, "is geen map content" in done.stderr) == (2, True)


# What a build says


@pytest.mark.slow
def test_a_build_says_how_far_it_is_in_a_few_lines(tmp_path):
    said = fichebak("build", "--root", small(tmp_path).path).stdout.replace("\u00a0", " ")
    assert re.search(
        "pdf’s: 3 van 10\npdf’s: 5 van 10\npdf’s: 8 van 10\n"
        r"10 pdf’s gezet in [\d,]+ s, samen [\d.,]+ [kM]B\n"
        r"\d+ bestanden geschreven\nzoekindex gemaakt\nKlaar: ",
        said,
    ), said


@pytest.mark.slow
def test_a_build_on_a_terminal_rewrites_one_line(tmp_path):
    root = small(tmp_path)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "fichebak", "build", "--root", str(root.path)]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs) as building:
        os.close(theirs)
        said = b"".join(iter(lambda: _read(ours), b"")).decode().replace("\u00a0", " ")
    os.close(ours)
    assert building.returncode == 0, said
    (line,) = [line for line in said.split("\n") if "van 10" in line]
    assert re.fullmatch(r"(\rpdf’s: \d van 10){9}\r10 pdf’s gezet in [\d,]+ s, samen [\d.,]+ [kM]B\r", line), line


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # nobody is at the other end any more
        return b""


@pytest.mark.slow
def test_a_build_that_is_given_up_leaves_nothing(tmp_path):
    root = small(tmp_path)
    steps = build(root, good(root), TODAY, with_guides=True)
    next(steps)
    assert [*tmp_path.glob(".site.nieuw-*")]
    steps.close()
    assert beside(root) == []


# Other commands that write


@pytest.mark.slow
def test_guide_writes_one_pdf_and_nothing_else(tmp_path):
    root = small(tmp_path / "bak")
    done = run("guide", "--root", root.path, "-o", tmp_path / "gids.pdf", "--date", "2026-11-21")
    assert done.exit_code == 0, done.output
    pdf = (tmp_path / "gids.pdf").read_bytes()
    with pikepdf.open(BytesIO(pdf)) as opened:
        long = f"{len(opened.pages)} bladzijden, {round(len(pdf) / 1000)} kB"
    assert f"Klaar: {tmp_path}/gids.pdf ({long})" in done.output.replace("\u00a0", " ")
    assert beside(root) == []
    built(root)
    assert (root.site / "gids" / "inspiratiegids.pdf").read_bytes() == (tmp_path / "gids.pdf").read_bytes()


@pytest.mark.slow
def test_guide_says_where_it_could_not_write(tmp_path):
    done = run("guide", "--root", small(tmp_path).path, "-o", tmp_path / "nergens" / "gids.pdf")
    assert done.exit_code == 1
    assert done.stderr == f"{tmp_path}/nergens/gids.pdf kon niet geschreven worden: de map of het bestand is er niet.\n"


def test_guide_with_problems_writes_nothing(tmp_path):
    done = run("guide", "--root", only(tmp_path, MISSPELT).path, "-o", tmp_path / "gids.pdf")
    assert done.exit_code == 1
    assert not (tmp_path / "gids.pdf").exists()


def test_schema_writes_what_is_stale_and_check_only_says_so(tmp_path):
    root = small(tmp_path)
    assert run("schema", "--root", tmp_path, "--check").exit_code == 1
    assert beside(root) == []
    assert "Geschreven: schema/fiche.schema.json" in run("schema", "--root", tmp_path).output
    assert run("schema", "--root", tmp_path, "--check").output == "De schema’s kloppen.\n"
    (tmp_path / "schema" / "fiche.schema.json").write_text("{}")
    done = run("schema", "--root", tmp_path, "--check")
    assert (done.exit_code, "Verouderd: fiche.schema.json" in done.output) == (1, True)


# The theme of a catalogue


def test_a_theme_that_is_nowhere_is_a_sentence(tmp_path):
    root = small(tmp_path, {**FILES, "content/catalogue.yaml": "thema: zomer\n"})
    with pytest.raises(Failure, match=r"Het thema ‘zomer’ van catalogue\.yaml is er niet"):
        list(build(root, good(root), TODAY, with_guides=True))
    shutil.copytree(root.content, tmp_path / "themes" / "zomer")
    assert root.themes("zomer")[0].name == "zomer"
