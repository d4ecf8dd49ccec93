"""The preview: what a build would show, at once after a change; what is wrong never stops it."""

import http.client
import json
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from threading import RLock

import pytest
from small_catalogue import (
    FILES,
    TODAY,
    WITH_ADDRESS,
    built,
    default_theme,
    fichebak,
    files_under,
    good,
    heeding_stops,
    small,
)

from fichebak.build import parts
from fichebak.config import Root
from fichebak.edition import Edition
from fichebak.hosting import LOCAL
from fichebak.present import Setting
from fichebak.preview import Round, preview
from fichebak.problems import Failure
from fichebak.render import theme
from fichebak.showcase import Showcase
from fichebak.watch import changes
from fichebak.write import copy_theme

pytestmark = pytest.mark.slow
FICHE = "content/practices/taalbad-in-borsbeek.md"
PAGE = "/praktijken/taalbad-in-borsbeek/"
OLD, NEW = "Taalbad in de speeltuin", "Taalbad in het park"


class Shown:
    """A running preview, as a test looks at it."""

    def __init__(self, root: Root, port: int, rounds: Iterator[Round]) -> None:
        self.root, self.port, self.rounds = root, port, rounds

    def ask(self, address: str, host: str = "127.0.0.1", method: str = "GET") -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.putrequest(method, address, skip_host=True)
        if host:
            connection.putheader("Host", host)
        connection.endheaders()
        return connection.getresponse()

    def text(self, address: str) -> str:
        return self.ask(address).read().decode()

    def news(self) -> dict[str, object]:
        line = self.ask("/.fichebak/nieuws").readline().decode()
        return json.loads(line.removeprefix("data: "))

    def change(self, path: str, old: str, new: str) -> None:
        file = self.root.path / path
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))

    def until(self, failure: str = "", *codes: str) -> None:
        """Wait for a round with this *failure*, or with these *codes*: one file can be seen to change twice."""
        for done in islice(self.rounds, 9):
            found = tuple(each.code for each in done.problems)
            if found == codes and done.failure.startswith(failure) and bool(done.failure) == bool(failure):
                return
        pytest.fail(f"Nine rounds without {failure or codes}.")


@contextmanager
def showing(root: Root) -> Iterator[Shown]:
    with preview(root, TODAY, 0, with_guides=False) as (port, rounds):
        shown = Shown(root, port, rounds)
        shown.until()
        yield shown


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    with showing(small(tmp_path)) as each:
        yield each


# What it shows


def test_a_whole_edition_is_what_a_build_makes(tmp_path):
    root, folder = small(tmp_path / "catalogus", WITH_ADDRESS), tmp_path / "editie"
    catalogue, themes = good(root), root.themes("default")
    copy_theme(folder, themes)
    edition = Edition("1", folder, parts(catalogue, Setting(TODAY), theme(themes)), "nl", RLock())
    edition.prepare("praktijken/taalbad-in-borsbeek/index.html")
    made = files_under(folder)
    assert [path for path in made if path.endswith(".html")] == ["praktijken/taalbad-in-borsbeek/index.html"]
    edition.complete()
    site = files_under(built(root, "--zonder-gids"))
    del site[".gitkeep"], site["sha256sums.txt"]  # a preview has neither
    assert files_under(folder) == site


def test_with_its_guides_the_pages_are_those_of_a_build_too(tmp_path):
    root = small(tmp_path, WITH_ADDRESS)
    with preview(root, TODAY, 0, with_guides=True) as (port, rounds):
        assert not next(rounds).failure
        page = Shown(root, port, rounds).ask(PAGE).read()
        pdf = Shown(root, port, rounds).ask(f"{PAGE}taalbad-in-borsbeek.pdf")
        assert pdf.headers["Content-Type"] == "application/pdf"
        assert pdf.read().startswith(b"%PDF")
        assert Shown(root, port, rounds).ask(f"{PAGE}taalbad-in-borsbeek.png").read().startswith(b"\x89PNG")
    assert without_script(page) == (built(root) / PAGE[1:] / "index.html").read_bytes()


def without_script(page: bytes) -> bytes:
    """Return *page* without the one thing that a preview adds."""
    before, _, rest = page.partition(b'<script type="module" src="/.fichebak/live.js?editie=')
    return before + rest.partition(b"</script>")[2]


def test_a_page_asks_for_the_script_and_the_policy_lets_it(shown):
    answer = shown.ask(PAGE)
    assert {name: answer.headers[name] for name in LOCAL} == LOCAL
    assert answer.headers["Access-Control-Allow-Origin"] is None
    assert f'live.js?editie={shown.news()["edition"]}"' in answer.read().decode()
    assert shown.ask("/.fichebak/live.js").headers["Content-Type"].startswith("text/javascript")
    assert shown.ask("/.fichebak/live.css").headers["Content-Type"].startswith("text/css")
    assert shown.ask("/.fichebak/messages.toml").status == 404
    assert "fichebak-meldingen" not in shown.text("/scripts/terms.js")


def test_who_searches_waits_for_the_index(shown):
    slugs = json.loads(shown.text("/pagefind/slugs.json"))
    assert "taalbad-in-borsbeek" in slugs.values()
    shown.change(FICHE, OLD, NEW)
    shown.until()
    assert shown.ask("/pagefind/pagefind.js").status == 200


def test_a_folder_leads_to_its_page_and_what_is_not_there_to_404(shown):
    moved = shown.ask("/praktijken?q=taal")
    assert (moved.status, moved.headers["Location"]) == (301, "/praktijken/?q=taal")
    missing = shown.ask("/praktijken/nergens/")
    assert missing.status == 404
    assert "Deze pagina is er niet." in missing.read().decode()
    assert shown.ask("/styles/").status == 404
    assert shown.ask(PAGE, method="HEAD").read() == b""


# Nobody else


@pytest.mark.parametrize("host", ["", "voorbeeld.be", "voorbeeld.be:80", "127.0.0.1.voorbeeld.be", "[::1]", "10.0.0.1"])
def test_another_host_is_refused(shown, host):
    for address in (PAGE, "/.fichebak/nieuws", "/.fichebak/live.js"):
        answer = shown.ask(address, host)
        assert (answer.status, "alleen op http://127.0.0.1:" in answer.read().decode()) == (403, True)


@pytest.mark.parametrize("host", ["localhost", "localhost:9000", "127.0.0.1:80"])
def test_this_computer_is_answered(shown, host):
    assert shown.ask(PAGE, host).status == 200


def test_nothing_outside_the_site_is_served(tmp_path):
    (tmp_path / "geheim.txt").write_text("geheim")
    root = small(tmp_path / "catalogus", {**FILES, "content/afbeeldingen/.verborgen.png": "geheim"})
    with showing(root) as shown:
        (edition,) = Path(tempfile.gettempdir()).glob(f"fichebak-*/{shown.news()['edition']}")
        (edition / "site" / "images" / "uit.txt").symlink_to(tmp_path / "geheim.txt")
        for address in (
            "/../geheim.txt", "/%2e%2e/%2e%2e/geheim.txt", "/images/../../../geheim.txt", f"//{tmp_path}/geheim.txt",
            f"/{tmp_path}/geheim.txt", "/images/uit.txt", "/.fichebak/../../geheim.txt",
            "/.fichebak/..%2fmessages.toml", "/images/%00", "/afbeeldingen/.verborgen.png",
            "/content/catalogue.yaml", f"/{'a' * 5000}",
        ):  # fmt: skip
            answer = shown.ask(address)
            assert answer.status in {400, 404}, address
            assert b"geheim" not in answer.read(), address


# Changes


def test_a_change_makes_a_new_edition(shown):
    before = shown.news()["edition"]
    assert OLD in shown.text(PAGE)
    shown.change(FICHE, OLD, NEW)
    shown.until()
    assert NEW in shown.text(PAGE)
    assert NEW in shown.text("/domeinen/taal/")
    assert shown.news()["edition"] != before


def test_a_problem_is_told_and_the_edition_before_stays(shown):
    before = shown.news()["edition"]
    shown.change(FICHE, "domeinen: [taal]", "domeinen: [tal]")
    shown.until("", "F052")
    news = shown.news()
    assert (news["edition"], news["heading"]) == (before, "1\xa0probleem. U ziet nog de vorige versie.")
    (told,) = news["problems"]
    assert told["place"] == f"{FICHE}:6:12"
    assert told["message"] == "[domeinen] ‘tal’ is geen domein."
    assert told["hint"] == "Bedoelde u ‘taal’?"
    assert told["source"] == " 6 | domeinen: [tal]\n   |            ^\nzo | domeinen: [taal]\n"
    assert OLD in shown.text(PAGE)
    assert OLD in shown.text("/domeinen/taal/")
    shown.change(FICHE, "domeinen: [tal]", "domeinen: [taal]")
    shown.until()
    assert shown.news()["problems"] == []


def test_it_begins_with_problems_too(tmp_path):
    root = small(tmp_path, {**FILES, "content/catalogue.yaml": "titel: [\n"})
    with preview(root, TODAY, 0, with_guides=False) as (port, rounds):
        assert next(rounds).problems
        shown = Shown(root, port, rounds)
        answer = shown.ask("/")
        assert (answer.status, b"/.fichebak/live.js" in answer.read()) == (503, True)
        assert shown.news()["heading"] == "1\xa0probleem. Er is nog niets om te tonen."
        shown.change("content/catalogue.yaml", "[", "Proef")
        shown.until()
        assert shown.ask("/").status == 200


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("{% if %}", "In het sjabloon fiche.html, regel 1 staat een fout: Expected an expression"),
        ("{{ 1 + 'a' }}", "Het sjabloon fiche.html kon niet gevuld worden: TypeError: unsupported operand"),
        ("{{ view.bestaat_niet }}", "Het sjabloon fiche.html kon niet gevuld worden: "),
    ],
    ids=["syntax", "an expression that fails", "a field that is not there"],
)
def test_a_broken_template_is_told_and_the_edition_before_stays(tmp_path, wrong, sentence):
    root = small(tmp_path)
    template = default_theme(root) / "templates" / "fiche.html"
    right = template.read_text()
    with showing(root) as shown:
        before = shown.text(PAGE)
        template.write_text(wrong)
        shown.until(sentence)
        assert shown.news()["problems"][0]["message"].startswith(sentence)
        assert shown.text(PAGE) == before
        template.write_text(right.replace("<main", "<main data-nieuw"))
        shown.until()
        assert "data-nieuw" in shown.text(PAGE)


def test_a_broken_template_of_a_page_that_nobody_looked_at_is_told_when_the_rest_is_made(tmp_path):
    root = small(tmp_path)
    template = default_theme(root) / "templates" / "tekst.html"
    with showing(root) as shown:
        template.write_text("{% if %}")
        shown.until()
        shown.until("In het sjabloon tekst.html, regel 1")
        while not (problems := shown.news()["problems"]):  # the same change was seen twice
            shown.until("In het sjabloon tekst.html, regel 1")
        assert problems[0]["message"].startswith("In het sjabloon tekst.html, regel 1")
        assert shown.ask("/over/").status == 500
        assert shown.ask(PAGE).status == 200


def test_only_the_last_editions_are_kept(shown):
    for number in range(4):
        shown.change(FICHE, "titel: ", f"titel: {number} ")
        shown.until()
    shown.change(FICHE, "domeinen: [taal]", "domeinen: [tal]")
    shown.until("", "F052")
    (edition,) = Path(tempfile.gettempdir()).glob(f"fichebak-*/{shown.news()['edition']}")
    assert len(list(edition.parent.iterdir())) == 2


def test_a_problem_that_comes_while_the_index_is_made_leaves_that_alone(shown):
    edition = shown.news()["edition"]
    (own,) = Path(tempfile.gettempdir()).glob(f"fichebak-*/{edition}")
    end = time.monotonic() + 60
    while not (copies := list(own.parent.glob("**/fichebak-*/0/index.html"))):  # what Pagefind is given
        assert time.monotonic() < end
    assert copies[0].is_relative_to(own)
    shown.change(FICHE, "domeinen: [taal]", "domeinen: [tal]")
    shown.until("", "F052")
    assert shown.ask("/pagefind/slugs.json").status == 200
    assert [each["place"] for each in shown.news()["problems"]] == [f"{FICHE}:6:12"]


def test_a_theme_that_cannot_be_read_is_told(shown):
    palette = shown.root.path / "themes" / "default" / "palette.toml"
    palette.parent.mkdir(parents=True)
    palette.write_bytes(b"\xff")
    shown.until(f"{palette} is niet te lezen")
    palette.unlink()
    shown.until()


def test_a_folder_that_goes_and_comes_back_is_followed(shown):
    away = shown.root.path / "weg"
    shown.root.content.rename(away)
    shown.until("De map content is er niet meer.")
    assert OLD in shown.text(PAGE)
    (away / "practices" / "taalbad-in-borsbeek.md").write_text(FILES[FICHE].replace(OLD, NEW))
    away.rename(shown.root.content)
    shown.until()
    assert NEW in shown.text(PAGE)


def test_a_theme_that_comes_is_followed(shown):
    templates = shown.root.path / "themes" / "default" / "templates"
    templates.mkdir(parents=True)
    shown.until()
    (templates / "tekst.html").write_text('{% extends "default/tekst.html" %}{% block kop %}<i-nieuw>{% endblock %}')
    shown.until()
    assert "<i-nieuw>" in shown.text("/over/")


def test_what_an_editor_keeps_beside_a_file_is_no_change(tmp_path):
    seen = changes([tmp_path])
    assert next(seen) == {tmp_path}
    (tmp_path / ".taalbad.md.swp").write_text("x")
    (tmp_path / "taalbad.md~").write_text("x")
    assert set().union(*islice(seen, 5)) == set()
    (tmp_path / "taalbad.md").write_text("x")
    assert next(found for found in seen if found) == {tmp_path / "taalbad.md"}


# Beside a build, and at its end


def test_a_build_goes_on_beside_it_and_site_is_left_alone(shown):
    assert not shown.root.site.exists()
    assert sorted(path.name for path in shown.root.path.iterdir()) == ["content"]
    built(shown.root, "--zonder-gids")
    before = files_under(shown.root.site)
    shown.change(FICHE, OLD, NEW)
    shown.until()
    assert files_under(shown.root.site) == before


def test_a_port_that_is_taken_is_a_sentence(tmp_path):
    root = small(tmp_path)
    with showing(root) as shown:
        with pytest.raises(Failure, match=rf"Poort {shown.port} is niet vrij"), preview(
            root, TODAY, shown.port, with_guides=False
        ):
            pass
        done = fichebak("serve", "--root", root.path, "--port", str(shown.port))
    assert (done.returncode, f"Poort {shown.port} is niet vrij" in done.stderr) == (1, True)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(tmp_path, how, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    small(tmp_path / "catalogus")
    command = [sys.executable, "-u", "-m", "fichebak", "serve", "--root", str(tmp_path / "catalogus"), "--port", "0"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, preexec_fn=heeding_stops) as serving:
        assert serving.stdout
        assert "http://127.0.0.1:" in serving.stdout.readline()
        assert serving.stdout.readline().startswith("Bijgewerkt in ")
        serving.send_signal(how)
        assert serving.communicate(timeout=60) == ("Gestopt.\n", "")
    assert serving.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["catalogus"]


def test_nobody_waits_for_a_showcase_that_closed():
    showcase = Showcase()
    showcase.close()
    assert showcase.news(None, None) is None
