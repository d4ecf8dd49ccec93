"""Whatever stops a build or refuses it: the old site stays whole, nothing is left behind, and the next build heals it.

All of it is real: processes that are killed, disks that are full, links that lead away. One thing is not: to stop
between two renames, a build in a process of its own sends itself the signal after the first (`BETWEEN`).
"""

import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_catalogue import TODAY, WITHOUT_FICHES, built, fichebak, files_under, heeding_stops, minimal, only, small

from fichebak.cli import main
from fichebak.config import Root
from fichebak.output import Output
from fichebak.problems import Failure
from fichebak.sums import sums
from fichebak.swap import heal, new_site
from fichebak.write import put, write

FICHE = minimal("laatst_nagekeken: 2026", "## Aanpak\n\nTekst.\n")
STOPPED = "\nGestopt. Er is niets half geschreven.\n"
FULL = "er is geen plaats meer op de schijf"
NAMES = ("--titel", "Bak", "--uitgever", "", "--kleuren", "groen")
OPTIONS = ("--date", TODAY.isoformat())
BETWEEN = """
import os, sys
from fichebak.cli import main
number, rename = int(sys.argv.pop()), os.rename
def stopped_after(source, target):
    rename(source, target)
    if os.fspath(target).endswith(".site.oud"):
        os.kill(os.getpid(), number)
os.rename = stopped_after
main()
"""


@pytest.fixture(scope="session")
def old_site(made_once) -> Path:
    """Return a catalogue of one fiche with its site, PDFs and all: the old site of every test."""

    def build(folder: Path) -> None:
        built(only(folder, FICHE))

    return made_once("oude-site", build)


@pytest.fixture
def root(old_site, tmp_path) -> Root:
    """Return a copy of the catalogue with its old site, in a folder where nothing else is."""
    return copied(old_site, tmp_path / "bak")


def copied(old_site: Path, to: Path) -> Root:
    shutil.copytree(old_site / "content", to / "content")
    shutil.copytree(old_site / "site", to / "site")
    return Root(to)


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """Return for every file and folder under *folder* its inode and the nanosecond it was last changed."""
    found = [folder, *folder.rglob("*")]
    return {str(p.relative_to(folder)): (p.lstat().st_ino, p.lstat().st_mtime_ns) for p in found}


def beside(root: Root) -> list[str]:
    """Return what lies in the root beside what must, the lock apart."""
    return sorted({p.name for p in root.path.iterdir()} - {"content", "themes", "site", ".site.lock"})


def build(root: Root, *options: str, **environment: str) -> Result:
    """Build in this process."""
    arguments = ["build", "--root", str(root.path), "--zonder-gids", *OPTIONS, *options]
    return CliRunner().invoke(main, arguments, env=environment)


def site_of(root: Root, text: str) -> None:
    """Make a site of one page: what a build does around its work."""
    with new_site(root) as folder:
        (folder / "index.html").write_text(text)
        write(folder, [sums(folder)])


# Stopped


def until(there: Callable[[], object], process: subprocess.Popen[str]) -> None:
    """Wait until something is there, while *process* runs."""
    end = time.monotonic() + 120
    while not there():
        assert process.poll() is None, f"it ended too early: {process.communicate()}"
        assert time.monotonic() < end, "it never came so far"
        time.sleep(0.0005)


def listens(process: subprocess.Popen[str]) -> bool:
    """Return whether *process* hears the signal to end: its command has begun."""
    caught = re.search(r"^SigCgt:\s+(\w+)$", Path(f"/proc/{process.pid}/status").read_text(), re.M)
    return bool(caught and int(caught[1], 16) >> (signal.SIGTERM - 1) & 1)


def children(process: subprocess.Popen[str]) -> list[int]:
    """Return the processes that *process* started."""
    threads = Path(f"/proc/{process.pid}/task").iterdir()
    return [int(each) for thread in threads for each in (thread / "children").read_text().split()]


def about(folder: Path) -> list[str]:
    """Return the command of every process that works for the catalogue in *folder*."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = path.read_bytes()
        except OSError:  # it ended meanwhile
            continue
        if os.fsencode(folder) in command:
            found.append(command.replace(b"\0", b" ").decode())
    return found


@contextmanager
def building(root: Root, *arguments: str, temporary: Path) -> Iterator[subprocess.Popen[str]]:
    """Run `fichebak` on *root* in a process of its own, that lets the test go first: it has to see each stage pass."""
    temporary.mkdir()
    command = arguments or ("-m", "fichebak", "build", "--root", str(root.path), *OPTIONS)
    environment = {**os.environ, "TMPDIR": str(temporary)}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, *command], stdout=pipe, stderr=pipe, text=True, env=environment, preexec_fn=yielding
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def yielding() -> None:
    heeding_stops()
    os.nice(10)


def checking(root: Root, number: int, temporary: Path) -> tuple[int, str]:
    with building(root, temporary=temporary) as process:
        until(lambda: listens(process), process)
        process.send_signal(number)
        return ended(process)


def printing(root: Root, number: int, temporary: Path) -> tuple[int, str]:
    with building(root, temporary=temporary) as process:
        until(lambda: [*root.path.glob(".site.nieuw-*/fichebak-*/*.typ")], process)
        process.send_signal(number)
        return ended(process)


def writing(root: Root, number: int, temporary: Path) -> tuple[int, str]:
    """Stop while pages are written: one template has no end."""
    template = root.path / "themes" / "default" / "templates" / "404.html"
    template.parent.mkdir(parents=True)
    template.write_text("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}")
    with building(root, *without_pdfs(root), temporary=temporary) as process:
        until(lambda: [*root.path.glob(".site.nieuw-*/site/praktijken/een/index.html")], process)
        process.send_signal(number)
        return ended(process)


def searching(root: Root, number: int, temporary: Path) -> tuple[int, str]:
    with building(root, *without_pdfs(root), temporary=temporary) as process:
        until(lambda: children(process), process)
        process.send_signal(number)
        return ended(process)


def renaming(root: Root, number: int, temporary: Path) -> tuple[int, str]:
    command = ("-c", BETWEEN, *without_pdfs(root)[2:], str(int(number)))
    with building(root, *command, temporary=temporary) as process:
        return ended(process)


def without_pdfs(root: Root) -> tuple[str, ...]:
    return "-m", "fichebak", "build", "--root", str(root.path), "--zonder-gids", *OPTIONS


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, said = process.communicate(timeout=120)
    return process.returncode, said


STAGES = (checking, printing, writing, searching, renaming)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("stage", "number"),
    [*((stage, signal.SIGTERM) for stage in STAGES), (searching, signal.SIGINT), (printing, signal.SIGHUP)],
    ids=lambda each: each.name if isinstance(each, signal.Signals) else each.__name__,
)
def test_a_build_that_is_told_to_stop_cleans_up(root, tmp_path, stage, number):
    before = state(root.site)
    code, said = stage(root, number, tmp_path / "tijdelijk")
    assert (code, said) == (128 + number, STOPPED)
    assert state(root.site) == before
    assert beside(root) == []
    assert [*(tmp_path / "tijdelijk").iterdir()] == []
    assert about(root.path) == []


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.__name__)
def test_after_a_build_that_was_killed_the_next_one_heals(root, tmp_path, stage):
    before = files_under(root.site)
    code, said = stage(root, signal.SIGKILL, tmp_path / "tijdelijk")
    assert (code, said) == (-signal.SIGKILL, "")
    assert [*(tmp_path / "tijdelijk").iterdir()] == []
    if stage is renaming:
        assert not root.site.exists()
    else:
        assert files_under(root.site) == before
    with (root.path / ".site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # a Pagefind that is left holds it until it is done
    (root.content / "practices" / "fout.md").write_text("geen fiche")
    assert build(root).exit_code == 1
    assert files_under(root.site) == before
    site_of(root, "nieuw")
    assert sorted(files_under(root.site)) == [".gitkeep", "index.html", "sha256sums.txt"]
    assert beside(root) == []


@pytest.mark.slow
def test_no_build_begins_while_the_pagefind_of_a_killed_one_lives(root, tmp_path):
    with building(root, *without_pdfs(root), temporary=tmp_path / "tijdelijk") as process:
        until(lambda: children(process), process)
        [pagefind] = children(process)
        os.kill(pagefind, signal.SIGSTOP)
        process.kill()
        process.wait()
        refused = build(root)
        os.kill(pagefind, signal.SIGKILL)
    assert refused.stderr == "Er loopt al een andere build van deze catalogus. Wacht tot die klaar is.\n"
    with (root.path / ".site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
    assert build(root).exit_code == 0
    assert beside(root) == []


@pytest.mark.slow
def test_ctrl_c_while_the_program_is_loaded_is_no_traceback(root, tmp_path):
    """Then nothing is made yet, and there is nothing to say."""
    with building(root, temporary=tmp_path / "tijdelijk") as process:
        until(lambda: "pydantic_core" in Path(f"/proc/{process.pid}/maps").read_text(), process)
        process.send_signal(signal.SIGINT)
        assert ended(process) in {(-signal.SIGINT, ""), (130, STOPPED)}


@pytest.mark.slow
def test_a_signal_that_is_ignored_stays_so(root, tmp_path):
    """Under `nohup` a build goes on when its terminal is closed."""
    code = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); from fichebak.cli import main; main()"
    with building(root, "-c", code, *without_pdfs(root)[2:], temporary=tmp_path / "tijdelijk") as process:
        until(lambda: children(process), process)
        process.send_signal(signal.SIGHUP)
        assert ended(process) == (0, "")


@pytest.mark.slow
def test_a_guide_that_is_told_to_stop_leaves_the_old_one(root, tmp_path):
    pdf = tmp_path / "gids.pdf"
    pdf.write_text("de vorige")
    command = ("-m", "fichebak", "guide", "--root", str(root.path), "-o", str(pdf))
    with building(root, *command, temporary=tmp_path / "tijdelijk") as process:
        until(lambda: [*(tmp_path / "tijdelijk").glob("fichebak-*/*.typ")], process)
        process.terminate()
        assert ended(process) == (143, STOPPED)
    assert pdf.read_text() == "de vorige"
    assert [*(tmp_path / "tijdelijk").iterdir()] == []


@pytest.mark.slow
def test_a_preview_does_not_keep_a_build_away_and_cleans_up(root, tmp_path):
    command = ("-m", "fichebak", "serve", "--root", str(root.path), "--port", "0", *OPTIONS)
    with building(root, *command, temporary=tmp_path / "tijdelijk") as process:
        assert process.stdout is not None
        assert "De voorvertoning staat op" in process.stdout.readline()
        assert build(root).exit_code == 0
        process.send_signal(signal.SIGHUP)
        assert ended(process) == (0, "")
    assert [*(tmp_path / "tijdelijk").iterdir()] == []
    assert beside(root) == []


# A disk that is full


@pytest.fixture
def disk(tmp_path, request) -> Iterator[Path]:
    """Mount a small disk of its own; who is not root tries the test once more in a user namespace."""
    if os.geteuid() != 0:
        space = ["unshare", "--user", "--map-root-user", "--mount"]
        if not shutil.which("unshare") or subprocess.run([*space, "true"], capture_output=True, check=False).returncode:
            pytest.skip("only root, or who may make a user namespace, can mount a small disk")
        again = [*space, sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", request.node.nodeid]
        done = subprocess.run(again, cwd=request.config.rootpath, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
        pytest.skip("it went well in a user namespace")
    folder = tmp_path / "schijf"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m,nr_inodes=2000", "tmpfs", folder], check=False)
    if mounted.returncode:
        pytest.skip("this root may not mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def leave(disk: Path, *, kilobytes: int | None = None, files: int | None = None) -> None:
    """Fill *disk* so that it has room for no more than that."""
    ballast = disk / "ballast"
    shutil.rmtree(ballast, ignore_errors=True)
    ballast.mkdir()
    about = os.statvfs(disk)
    if kilobytes is not None:
        (ballast / "veel").write_bytes(bytes(about.f_bavail * about.f_frsize - kilobytes * 1024))
    if files is not None:
        for number in range(about.f_favail - files):
            (ballast / str(number)).touch()


def refused(done: Result, root: Root, before: Mapping[str, object]) -> bool:
    """Return whether a build failed for want of room; then it must say so, and leave all as it was."""
    if done.exit_code == 0:
        return False
    assert done.exit_code == 1, done.output
    assert re.fullmatch(rf"[^\n]*{FULL}( \([^\n]*\))?\.\n", done.stderr), done.stderr
    assert state(root.site) == before
    assert beside(root) == []
    return True


@pytest.mark.slow
def test_a_disk_that_is_full_at_any_moment(disk, old_site):
    """From no room at all to just enough: pages, fonts, search index, checksums, each once without room."""
    root = copied(old_site, disk / "bak")
    before = state(root.site)
    ends = []
    for room in (0, 4, 300, 700, 1000, 1200, 1400, 1600, 1800, 2100, 9000):
        leave(disk, kilobytes=room)
        if not refused(build(root), root, before):
            break
        ends.append(room)
    assert len(ends) > 6, "it never failed in a late stage"
    assert files_under(root.site).keys() == {path for path in files_under(old_site / "site") if path[-4:] != ".pdf"}


@pytest.mark.slow
def test_a_disk_that_takes_no_more_files(disk, old_site):
    root = copied(old_site, disk / "bak")
    before = state(root.site)
    for room in (0, 1, 3, 30, 90, 120, 140):
        leave(disk, files=room)
        assert refused(build(root), root, before), room
    leave(disk, files=400)
    assert build(root).exit_code == 0


@pytest.mark.slow
def test_a_disk_that_is_full_when_pdfs_are_printed(disk, old_site):
    root = copied(old_site, disk / "bak")
    before = state(root.site)
    for room in (500, 700):
        leave(disk, kilobytes=room)
        done = CliRunner().invoke(main, ["build", "--root", str(root.path), *OPTIONS])
        assert refused(done, root, before), room


@pytest.mark.slow
def test_other_commands_on_a_full_disk(disk):
    """A fiche, a schema, a new catalogue and a guide are as they were, or not there."""
    root = only(disk / "bak", FICHE)
    fiche = root.content / "practices" / "een.md"
    title = "titel: Een gewone fiche\n"
    fiche.write_text(FICHE.replace(title, "").replace("trekker", f"{title}trekker"))
    (disk / "gids.pdf").write_text("de vorige")
    leave(disk, kilobytes=0)
    before = files_under(disk)
    new = {
        "titel": "Een nieuwe", "samenvatting": "Een samenvatting. " * 9, "domein": "onthaal",
        "werkingsgebied": "nationaal", "trekker": "onbekend", "contact": "onbekend", "nagekeken": "2026",
    }  # fmt: skip
    commands = (
        ("fmt",), ("schema",), ("new", *(word for key, value in new.items() for word in (f"--{key}", value))),
    )  # fmt: skip
    for name, *options in commands:
        done = CliRunner().invoke(main, [name, "--root", str(root.path), *options])
        assert (done.exit_code, done.stderr.count("\n")) == (1, 1), (name, done.output)
        assert FULL in done.stderr, done.stderr
    done = CliRunner().invoke(main, ["init", str(disk / "nieuw"), *NAMES])
    assert (done.exit_code, FULL in done.stderr) == (1, True), done.output
    guide = fichebak("guide", "--root", root.path, "-o", disk / "gids.pdf")
    assert (guide.returncode, guide.stderr) == (1, f"{disk}/gids.pdf kon niet geschreven worden: {FULL}.\n")
    leave(disk, kilobytes=40)
    guide = fichebak("guide", "--root", root.path, "-o", disk / "gids.pdf", TMPDIR=str(disk))
    assert (guide.returncode, guide.stderr.count("\n")) == (1, 1), guide.stderr
    assert re.match(rf"Fichebak kan niet verder: {FULL}( \(.*\))?\.", guide.stderr), guide.stderr
    leave(disk, kilobytes=0)
    assert files_under(disk) == before
    assert not (disk / "nieuw").exists()


@pytest.mark.slow
@pytest.mark.parametrize("at_most", [30, 160], ids=["a font", "a file of Pagefind, which does not tell"])
def test_files_that_may_not_be_so_large(root, at_most):
    before = state(root.site)
    script = f'ulimit -f {at_most * 2}; exec "$@"'
    command = ["sh", "-c", script, "sh", sys.executable, *without_pdfs(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    large = "De site kon niet geschreven worden: het bestand wordt groter dan het hier mag zijn"
    assert (done.returncode, done.stderr.startswith(large)) == (1, True), done.stderr
    assert (state(root.site), beside(root)) == (before, [])


@pytest.mark.slow
def test_an_output_that_takes_nothing_is_a_sentence(root):
    before = state(root.site)
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, *without_pdfs(root)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, f"Fichebak kan niet verder: {FULL}.\n")
    assert (state(root.site), beside(root)) == (before, [])


@pytest.mark.slow
@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"], ids=["the output", "all streams"])
def test_without_standard_streams_a_build_is_made_as_ever(root, closed):
    shutil.rmtree(root.site)
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, *without_pdfs(root)]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (root.site / "index.html").is_file()


# A site that is not what it should be


@pytest.mark.parametrize("path", ["verslag.docx", "CNAME", ".well-known/nota.txt", ".git", "praktijken/een/nota.txt"])
def test_what_no_build_made_is_never_taken_away(root, path):
    (root.site / path).parent.mkdir(exist_ok=True)
    (root.site / path).write_text("kostbaar")
    before = state(root.site)
    done = build(root)
    assert (done.exit_code, done.stderr) == (
        1,
        f"In {root.site} staat iets wat Fichebak niet maakte: {path}. Een build vervangt die hele map. "
        "Verplaats wat u wilt houden, of kies met --root een andere map.\n",
    )
    assert (state(root.site), beside(root)) == (before, [])


def test_a_link_in_the_site_is_not_followed(tmp_path):
    root = Root(tmp_path / "bak")
    root.path.mkdir()
    site_of(root, "oud")
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "kostbaar.txt").write_text("niet van ons")
    (root.site / "koppeling").symlink_to(tmp_path / "elders")
    with pytest.raises(Failure, match="niet maakte: koppeling"):
        site_of(root, "nieuw")
    assert files_under(tmp_path / "elders") == {"kostbaar.txt": b"niet van ons"}


def test_a_folder_called_site_of_somebody_else_is_left_alone(tmp_path):
    root = Root(tmp_path)
    root.site.mkdir()
    (root.site / "index.html").write_text("mijn site")
    with pytest.raises(Failure, match=r"niet maakte: index\.html"):
        site_of(root, "nieuw")
    assert files_under(root.site) == {"index.html": b"mijn site"}


@pytest.mark.parametrize("names", [(), (".gitkeep",), (".DS_Store", "Thumbs.db"), ("data/fiches.json", "index.html")])
def test_an_empty_folder_and_a_site_of_an_earlier_version_are_replaced(tmp_path, names):
    root = Root(tmp_path)
    write(root.site, [Output(name, b"") for name in names])
    root.site.mkdir(exist_ok=True)
    site_of(root, "nieuw")
    assert (root.site / "index.html").read_text() == "nieuw"


def test_a_name_on_two_lines_is_known_again(tmp_path):
    root = Root(tmp_path)
    with new_site(root) as folder:
        (folder / "a\\b\nc.png").touch()
        write(folder, [sums(folder)])
    site_of(root, "nieuw")
    assert (root.site / "index.html").is_file()


def lost(root: Root, change: Callable[[Path], None]) -> None:
    with new_site(root) as folder:
        write(folder, [Output("a.html", b"")])
        change(folder)
        write(folder, [Output("b/c.html", b""), sums(folder)])


@pytest.mark.parametrize("again", [False, True], ids=["a file in its place", "made again by the next page"])
def test_a_draft_that_is_taken_away_never_becomes_the_site(tmp_path, again):
    root = Root(tmp_path)
    site_of(root, "oud")

    def take_away(folder: Path) -> None:
        shutil.rmtree(folder.parent)
        if not again:
            folder.parent.touch()

    with pytest.raises(Failure, match="De site kon niet geschreven worden: "):
        lost(root, take_away)
    assert (root.site / "index.html").read_text() == "oud"
    assert sorted(p.name for p in tmp_path.iterdir()) == [".site.lock", "site"]


def test_a_site_that_vanishes_during_a_build_is_made_again(tmp_path):
    root = Root(tmp_path)
    site_of(root, "oud")
    lost(root, lambda _: shutil.rmtree(root.site))
    assert sorted(files_under(root.site)) == [".gitkeep", "a.html", "b/c.html", "sha256sums.txt"]


@pytest.mark.parametrize("kind", ["a file", "a link to a folder", "a file in it"])
def test_a_site_that_changes_during_a_build_is_left_alone(tmp_path, kind):
    root = Root(tmp_path / "bak")
    root.path.mkdir()
    elsewhere = tmp_path / "elders"
    write(elsewhere, [Output("kostbaar.txt", b"niet van ons")])
    site_of(root, "oud")

    def put_something(_: Path) -> None:
        if kind == "a file in it":
            (root.site / "nota.txt").write_text("kostbaar")
            return
        root.site.rename(tmp_path / "weg")
        root.site.write_text("kostbaar") if kind == "a file" else root.site.symlink_to(elsewhere)

    with pytest.raises(Failure, match=r"geen gewone map|niet maakte"):
        lost(root, put_something)
    assert files_under(elsewhere) == {"kostbaar.txt": b"niet van ons"}
    assert beside(root) == []
    assert os.path.lexists(root.site)


def test_a_site_on_a_disk_of_its_own_is_a_sentence(disk, old_site):
    root = only(disk.parent / "bak", FICHE)
    root.site.symlink_to(disk)
    assert "is geen gewone map" in build(root).stderr
    root.site.unlink()
    root.site.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", root.site], check=True)
    try:
        done = build(root)
    finally:
        subprocess.run(["umount", root.site], check=True)
    assert (done.exit_code, done.stderr) == (
        1,
        f"{root.site} is een schijf op zich (mount) en kan niet vervangen worden. Koppel de map erboven aan.\n",
    )


def test_a_disk_that_is_only_to_be_read_is_a_sentence(disk, old_site):
    root = copied(old_site, disk / "bak")
    before = files_under(root.path)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    done = build(root)
    fmt = CliRunner().invoke(main, ["fmt", "--root", str(root.path)])
    assert (done.exit_code, done.stderr) == (
        1, f"In {root.path} kan niet geschreven worden: die schijf is alleen te lezen (.site.lock).\n",
    )  # fmt: skip
    assert (fmt.exit_code, "kon niet geschreven worden: die schijf is alleen te lezen.\n" in fmt.stderr) == (1, True)
    assert files_under(root.path) == before


def test_who_reads_the_old_site_goes_on_reading(tmp_path):
    root = Root(tmp_path)
    site_of(root, "oud")
    with (root.site / "index.html").open() as reading:
        site_of(root, "nieuw")
        assert reading.read() == "oud"


@pytest.mark.slow
def test_a_build_from_inside_the_site_and_from_a_folder_that_is_gone(root, monkeypatch):
    monkeypatch.chdir(root.site)
    for _ in range(2):  # the first takes the folder away in which the second begins
        done = build(root)
        assert done.exit_code == 0, done.output
    done = CliRunner().invoke(main, ["check"])
    assert (done.exit_code, done.stderr.count("Traceback")) == (1, 0), done.output
    monkeypatch.chdir(root.path)


# Between the renames, and what lies about


@pytest.mark.parametrize("meanwhile", ["nothing", "the folder of git"])
def test_the_old_site_comes_back_also_when_git_made_an_empty_one(tmp_path, meanwhile):
    root = Root(tmp_path)
    site_of(root, "oud")
    root.site.rename(tmp_path / ".site.oud")
    if meanwhile != "nothing":
        write(root.site, [Output(".gitkeep", b"")])
    heal(root)
    assert (root.site / "index.html").read_text() == "oud"
    assert not (tmp_path / ".site.oud").exists()


def test_the_old_site_is_kept_while_something_odd_stands_in_its_place(tmp_path):
    root = Root(tmp_path)
    site_of(root, "oud")
    root.site.rename(tmp_path / ".site.oud")
    root.site.write_text("een bestand")
    with pytest.raises(Failure, match="geen gewone map"):
        site_of(root, "nieuw")
    root.site.unlink()
    heal(root)
    assert (root.site / "index.html").read_text() == "oud"


@pytest.mark.parametrize("name", [".site.nieuw-x", ".site.oud"])
def test_a_link_that_lies_in_the_way_goes_and_what_is_behind_it_stays(tmp_path, name):
    root = Root(tmp_path / "bak")
    root.path.mkdir()
    write(tmp_path / "elders", [Output("kostbaar.txt", b"niet van ons")])
    site_of(root, "oud")
    (root.path / name).symlink_to(tmp_path / "elders")
    site_of(root, "nieuw")
    assert files_under(tmp_path / "elders") == {"kostbaar.txt": b"niet van ons"}
    assert beside(root) == []


def test_a_lock_that_is_a_link_is_not_written_through(tmp_path):
    (tmp_path / "kostbaar.txt").write_text("niet van ons")
    root = Root(tmp_path / "bak")
    root.path.mkdir()
    (root.path / ".site.lock").symlink_to(tmp_path / "kostbaar.txt")
    with pytest.raises(Failure, match="het is een koppeling"):
        site_of(root, "nieuw")
    assert (tmp_path / "kostbaar.txt").read_text() == "niet van ons"


def test_two_builds_without_their_lock_do_not_mix(tmp_path):
    root = Root(tmp_path)

    def another(_: Path) -> None:
        (tmp_path / ".site.lock").unlink()
        site_of(root, "van de andere")

    with pytest.raises(Failure, match="De site kon niet geschreven worden"):
        lost(root, another)
    assert (root.site / "index.html").read_text() == "van de andere"


@pytest.mark.parametrize("kind", ["new", "old", "a link", "a pipe"])
def test_a_guide_comes_in_the_place_of_the_old_one(tmp_path, kind):
    pdf, target = tmp_path / "gids.pdf", tmp_path / "echt.pdf"
    if kind == "old":
        pdf.write_text("de vorige, die langer was")
        pdf.chmod(0o640)
    elif kind == "a link":
        target.write_text("de vorige")
        pdf.symlink_to(target)
    elif kind == "a pipe":
        os.mkfifo(pdf)
        reading = os.open(pdf, os.O_RDONLY | os.O_NONBLOCK)
    (tmp_path / ".gids.pdf.nieuw").write_text("half")  # of a command that was killed
    put(pdf, b"nieuw")
    if kind == "a pipe":
        assert os.read(reading, 9) == b"nieuw"
        return
    assert pdf.read_bytes() == b"nieuw"
    assert pdf.is_symlink() == (kind == "a link")
    assert kind != "old" or pdf.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".")) in ([], [".gids.pdf.nieuw"])


def test_everybody_may_read_a_site_and_the_umask_says_who_may_write(tmp_path):
    modes = set()
    for number, mask in enumerate((0o077, 0o022, 0o002)):
        root = Root(tmp_path / str(number))
        root.path.mkdir()
        before = os.umask(mask)
        try:
            lost(root, lambda _: None)
        finally:
            assert os.umask(before) == mask
        modes.add((root.site.stat().st_mode & 0o777, (root.site / "b" / "c.html").stat().st_mode & 0o777))
    assert modes == {(0o755, 0o644), (0o775, 0o664)}


def test_a_catalogue_is_begun_whole_or_not_at_all(tmp_path):
    small(tmp_path, WITHOUT_FICHES)
    folder = tmp_path / "nieuw"
    (folder / ".fichebak-half").mkdir(parents=True)
    (folder / ".git").mkdir()
    done = CliRunner().invoke(main, ["init", str(folder), *NAMES])
    assert done.exit_code == 0, done.output
    assert {".git", "content", "schema"} <= {p.name for p in folder.iterdir()}
    assert not [*folder.glob(".fichebak-*")]
