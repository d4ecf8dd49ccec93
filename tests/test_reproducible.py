"""The same input gives the same bytes: the whole of site/, whoever builds it where; and sha256sums.txt is its proof."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from small_catalogue import CHECKOUT, PICTURES, TODAY, WITH_ADDRESS, outside, small

from fichebak.config import Root
from fichebak.sums import sums

Tree = dict[str, tuple[int, bytes]]
EPOCH = "1795305599"  # the last second of TODAY (UTC)
PAST, FUTURE = 300_000_000, 4_000_000_000  # seconds since 1970: 1979 and 2096


def tree(folder: Path) -> Tree:
    """Return the mode and the bytes of every file under *folder*, and the mode of every folder."""
    found = sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())
    return {
        path.relative_to(folder).as_posix(): (path.lstat().st_mode, b"" if path.is_dir() else path.read_bytes())
        for path in found
    }


def difference(one: Tree, other: Tree) -> str:
    """Return the first difference of two trees and how many there are; empty when they are the same."""
    odd = [path for path in sorted(one.keys() | other.keys()) if one.get(path) != other.get(path)]
    if not odd:
        return ""
    path, many = odd[0], f"{len(odd)} of {len(one)} differ, first {odd[0]}: "
    if path not in one or path not in other:
        return f"{many}only in the {'first' if path in one else 'second'}"
    (mode, data), (other_mode, other_data) = one[path], other[path]
    if mode != other_mode:
        return f"{many}mode {mode:o} and {other_mode:o}"
    pairs = enumerate(zip(data, other_data, strict=False))
    at = next((at for at, (a, b) in pairs if a != b), min(len(data), len(other_data)))
    near = slice(max(0, at - 60), at + 60)
    return f"{many}{len(data)} and {len(other_data)} bytes, from byte {at} on\n  {data[near]!r}\n  {other_data[near]!r}"


def test_a_difference_is_told():
    one: Tree = {"a": (0o644, b"a"), "b": (0o644, b"een twee"), "c": (0o644, b"")}
    assert difference(one, dict(one)) == ""
    assert difference(one, {**one, "b": (0o644, b"een drie")}) == (
        "1 of 3 differ, first b: 8 and 8 bytes, from byte 4 on\n  b'een twee'\n  b'een drie'"
    )
    assert "first b: 8 and 3 bytes, from byte 3 on" in difference(one, {**one, "b": (0o644, b"een")})
    assert difference(one, {**one, "b": (0o600, b"een twee"), "d": (0, b"")}) == (
        "2 of 3 differ, first b: mode 644 and 600"
    )
    assert difference({}, one) == "3 of 0 differ, first a: only in the second"


@pytest.fixture(scope="session")
def sites(made_once, commands) -> tuple[Path, Path]:
    """Return two sites of one catalogue, made by builds that have as little in common as can be.

    | | first | second |
    | --- | --- | --- |
    | program | the checkout, installed editable | the wheel, in an environment of its own, without bytecode |
    | place | a short path on the disk | a path with spaces and accents, on a disk in memory when there is one |
    | files | written in their order, just now | in reverse order, some of 1979 and some of 2096 |
    | before it | no site | a site of another fiche, from the future |
    | date | --date | SOURCE_DATE_EPOCH |
    | processors | all, and seven threads | one |
    | hash seed, time zone, locale, umask | 1, furthest east, C, 022 | 4242, furthest west, Turkish, 077 |
    """
    first = made_once("hier", _first)
    second = made_once("daar", lambda folder: _second(folder, commands))
    return first / "site", second / "site"


def _first(folder: Path) -> None:
    root = small(folder, WITH_ADDRESS)
    outside(
        sys.executable, "-m", "fichebak", "build", "--root", root.path, "--date", TODAY.isoformat(), cwd=folder,
        PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", RAYON_NUM_THREADS="7",
    )  # fmt: skip


def _second(folder: Path, commands: Path) -> None:
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with TemporaryDirectory(prefix="een heel andere plaats é ", dir=memory) as place:
        root = small(Path(place), dict(reversed(WITH_ADDRESS.items())))
        for number, path in enumerate(sorted(root.content.rglob("*"))):
            os.utime(path, (PAST, PAST) if number % 2 else (FUTURE, FUTURE))
        _site_of_another_time(root)
        one = ("taskset", "--cpu-list", str(min(os.sched_getaffinity(0)))) if shutil.which("taskset") else ()
        outside(
            "sh", "-c", 'umask 077; exec "$@"', "sh", *one, commands / "fichebak", "build", "--root", root.path,
            cwd=folder, SOURCE_DATE_EPOCH=EPOCH, PYTHONHASHSEED="4242", PYTHONDONTWRITEBYTECODE="1", TZ="America/Adak",
            RAYON_NUM_THREADS="1", **_turkish(folder),
        )  # fmt: skip
        shutil.copytree(root.site, folder / "site")
        (folder / "plaats").write_text(place)


def _site_of_another_time(root: Root) -> None:
    pages = root.site / "praktijken" / "weg"
    pages.mkdir(parents=True)
    (pages / "index.html").write_text("een fiche die er niet meer is")
    (root.site / "sha256sums.txt").write_bytes(sums(root.site).data)
    for path in (*root.site.rglob("*"), root.site):
        os.utime(path, (FUTURE, FUTURE))


def _turkish(folder: Path) -> dict[str, str]:
    """Return an environment with a locale in which i is no small I: compiled where that can be done."""
    names = {"LC_ALL": "tr_TR.UTF-8", "LANG": "nl_BE.UTF-8"}
    if not shutil.which("localedef"):
        return names
    target = folder / "talen" / "tr_TR.UTF-8"
    target.parent.mkdir()
    done = subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", target], capture_output=True, check=False)
    return names | ({"LOCPATH": str(target.parent)} if done.returncode == 0 else {})


@pytest.mark.slow
def test_the_same_input_gives_the_same_site(sites):
    first, second = map(tree, sites)
    assert not difference(first, second), difference(first, second)
    assert sum(path.endswith(".pdf") for path in first) >= 10
    assert {*PICTURES, "feed.xml", "data/praktijken.xlsx"} <= first.keys()
    assert any(path.startswith("pagefind/index/") for path in first)


@pytest.mark.slow
def test_everybody_may_read_the_site(sites):
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for site in sites for path in (site, *site.rglob("*"))}
    assert modes == {(True, 0o755), (False, 0o644)}


@pytest.mark.slow
def test_no_place_of_a_build_is_in_its_site(sites, commands):
    """Not the folder it was made in, nor where its program lies."""
    there = (sites[1].parent / "plaats").read_text()
    places = [os.fsencode(place) for place in (sites[0].parent, there, CHECKOUT, commands.parent)]
    for site in sites:
        for path, (_, data) in tree(site).items():
            assert [place for place in places if place in data] == [], path


@pytest.mark.slow
def test_the_checksums_cover_every_file_and_are_right(sites):
    site = sites[0]
    lines = (site / "sha256sums.txt").read_text().splitlines()
    found = {line[66:]: line[:64] for line in lines}
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert list(found) == [path for path in paths if path not in {"sha256sums.txt", ".gitkeep"}]
    assert lines == [f"{hashlib.sha256((site / path).read_bytes()).hexdigest()}  {path}" for path in found]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("sha256sum"), reason="there is no sha256sum here")
def test_sha256sum_agrees_and_finds_what_changed(sites, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(sites[0], site)
    check = ("sha256sum", "--check", "--strict", "--quiet", "sha256sums.txt")
    assert outside(*check, cwd=site) == ""
    with (site / "index.html").open("a") as page:
        page.write("<!-- van iemand anders -->")
    done = subprocess.run(check, cwd=site, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "index.html: FAILED\n")
