"""The search index: that Pagefind still writes what we read, and that every fiche and nothing else is in it."""

import gzip
import json
import re
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from small_catalogue import CHECKOUT, FILES, SETTING, SLUGS, WITHOUT_FICHES, files_under, good, only, small

from fichebak.problems import Failure
from fichebak.render import render, theme
from fichebak.search import FRAGMENT_HEAD, read_fragment, search, slug
from fichebak.write import write

PINNED = "1.5.2"  # the version whose fragments the tests below read; a newer one: look whether they still hold


def indexed(root, folder: Path, language: str = "nl") -> Path:
    """Write the pages of *root* to *folder*, index them and return the folder of the index."""
    look = theme((CHECKOUT / "themes" / "default",))
    write(folder, render(good(root), SETTING, look))
    search(folder, language)
    return folder / "pagefind"


@pytest.fixture(scope="module")
def index(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("klein")
    return indexed(small(folder), folder / "uit")


def fragment(path: Path) -> dict[str, Any]:
    data = gzip.decompress(path.read_bytes())
    assert data[:12] == FRAGMENT_HEAD == b"pagefind_dcd"
    found: dict[str, Any] = json.loads(data[12:])
    return found


def fragments(index: Path) -> dict[str, dict[str, Any]]:
    """Return every fragment by the slug in its address."""
    found = [fragment(path) for path in sorted(index.glob("fragment/*.pf_fragment"))]
    return {each["url"].split("/")[-2]: each for each in found}


def test_pagefind_is_the_version_of_constraints():
    pinned = re.search(r"^pagefind_bin==(.+)$", (CHECKOUT / "constraints.txt").read_text(), re.M)
    assert pinned
    assert version("pagefind-bin") == pinned[1] == PINNED


@pytest.mark.slow
def test_a_fragment_is_what_search_reads(index):
    for path in index.glob("fragment/*.pf_fragment"):
        assert re.fullmatch(r"nl_[0-9a-f]{7,}", path.stem)
        assert {"url", "content", "meta", "word_count"} <= set(fragment(path))
        assert slug(str(read_fragment(path.read_bytes())["url"])) in SLUGS


@pytest.mark.slow
def test_slugs_maps_every_fiche_and_nothing_else(index):
    slugs = json.loads((index / "slugs.json").read_bytes())
    assert sorted(slugs.values()) == sorted(SLUGS)
    assert sorted(slugs) == sorted(path.stem for path in index.glob("fragment/*.pf_fragment"))


@pytest.mark.slow
def test_the_ids_of_results_are_those_of_the_index(index):
    """What the browser gets from a search are the hashes in the metadata: they name the fragments and the slugs."""
    meta = gzip.decompress(next(index.glob("pagefind.nl_*.pf_meta")).read_bytes())
    slugs = json.loads((index / "slugs.json").read_bytes())
    assert slugs
    assert all(id_.encode() in meta for id_ in slugs)


@pytest.mark.slow
def test_there_is_one_index_and_a_fiche_in_french_is_in_it(index):
    entry = json.loads((index / "pagefind-entry.json").read_bytes())
    assert {lang: each["page_count"] for lang, each in entry["languages"].items()} == {"nl": 4}
    assert entry["version"] == PINNED
    assert "Un café, une table" in fragments(index)["table-de-conversation"]["content"]


@pytest.mark.slow
def test_what_is_not_used_is_gone(index):
    there = {path.relative_to(index).as_posix() for path in index.rglob("*") if path.is_file()}
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "slugs.json"} <= there
    assert sorted(each for each in there if re.search(r"ui|highlight|modular|component|\.css$", each)) == []
    assert not any(index.glob("filter/*")), "no Pagefind filters: their index differs from run to run"


@pytest.mark.slow
def test_words_to_search_by_are_not_in_the_text(index):
    found = fragments(index)["twee-toeleiders-een-loket"]
    assert "kinderopvangpuzzel" in found["meta"]["zoekwoorden"]
    assert "Courtrai" in found["meta"]["zoekwoorden"]
    assert "kinderopvangpuzzel" not in found["content"]
    assert "Courtrai" not in found["content"]


@pytest.mark.slow
def test_what_says_nothing_about_the_practice_is_not_searched(index):
    found = fragments(index)["twee-toeleiders-een-loket"]
    assert found["meta"]["title"] == "Twee toeleiders, één loket"
    assert "liep van loket naar loket" not in found["content"]
    assert "van loket naar loket" in found["content"]
    for words in ("Ingevuld", "Fiche als pdf", "Nagekeken", "Verwante fiches", "Bladeren", "Eindelijk een andere"):
        assert words not in found["content"]


@pytest.mark.slow
def test_the_order_in_which_a_disk_lists_the_pages_does_not_matter(tmp_path, index):
    """On another disk it is another; here the pages are made anew in reverse order."""
    again = tmp_path / "uit"
    shutil.copytree(index.parent, again, ignore=shutil.ignore_patterns("pagefind"))
    pages = again / "praktijken"
    for page in sorted(pages.glob("*/index.html"), reverse=True):
        page.parent.rename(tmp_path / page.parent.name)
        (tmp_path / page.parent.name).rename(page.parent)
    search(again, "nl")
    assert files_under(again / "pagefind") == files_under(index)


@pytest.mark.slow
def test_a_former_address_is_no_result(index):
    assert {"oud-loket", "heel-oud-loket"}.isdisjoint(fragments(index))


@pytest.mark.slow
def test_the_language_of_the_index_is_the_catalogues(tmp_path):
    root = small(tmp_path, {**FILES, "content/catalogue.yaml": "taal: fr\n"})
    entry = json.loads((indexed(root, tmp_path / "uit", "fr") / "pagefind-entry.json").read_bytes())
    assert list(entry["languages"]) == ["fr"]


@pytest.mark.slow
def test_an_empty_catalogue_has_an_index_without_fiches(tmp_path):
    index = indexed(small(tmp_path, WITHOUT_FICHES), tmp_path / "uit")
    assert json.loads((index / "slugs.json").read_bytes()) == {}
    assert (index / "pagefind.js").is_file()


@pytest.mark.slow
def test_a_person_whose_consent_ended_is_not_in_the_index(tmp_path):
    text = str(FILES["content/practices/twee-toeleiders-een-loket.md"]).replace("verwant: [taalbad-in-borsbeek]\n", "")
    gone = text.replace("2027-06-30", "2026-11-20").replace("[taalbad](../taalbad-in-borsbeek/)", "taalbad")
    found = fragments(indexed(only(tmp_path, gone), tmp_path / "uit"))["een"]
    assert "noor.voorbeeld" not in json.dumps(found)
    assert "Coördinator toeleiding" in found["content"]


@pytest.mark.slow
def test_a_site_without_pages_is_a_sentence(tmp_path):
    with pytest.raises(Failure, match="Pagefind kon geen zoekindex maken"):
        search(tmp_path, "nl")


@pytest.mark.parametrize(
    ("url", "expected"),
    [("/praktijken/een/", "een"), ("/praktijken/", ""), ("/over/", ""), ("/", ""), ("/praktijken/een/twee/", "")],
)
def test_slug(url, expected):
    assert slug(url) == expected


def test_another_format_is_a_sentence():
    with pytest.raises(Failure, match=r"Installeer de versie van constraints\.txt"):
        read_fragment(gzip.compress(b'pagefind_abc{"url":"/praktijken/een/"}'))


def test_a_fragment_that_is_cut_off_is_a_sentence():
    with pytest.raises(Failure, match="geen hele zoekindex"):
        read_fragment(gzip.compress(FRAGMENT_HEAD + b'{"url":"/praktijken/een/"}')[:-4])


