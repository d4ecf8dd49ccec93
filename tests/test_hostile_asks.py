"""The preview server asked by whoever: it answers this computer only, with files of the site only, and goes on."""

import errno
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import RLock
from typing import NamedTuple

import pytest

from fichebak.edition import Edition
from fichebak.hosting import LOCAL
from fichebak.output import Output, Part
from fichebak.serve import serve
from fichebak.showcase import Showcase

HUNG_UP = {errno.ECONNRESET, errno.ENOTCONN, errno.EPIPE}
SECRET = b"geheim van elders"
FILES = {
    "index.html": b"<html><head></head>thuis</html>", "404.html": b"<html><head></head>nergens</html>",
    "praktijken/een/index.html": b"<html><head></head>een</html>", "data/fiches.json": b"{}",
}  # fmt: skip


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Asker:
    """Talks to a preview as no browser does: in bytes."""

    def __init__(self, port: int, folder: Path) -> None:
        self.port, self.folder = port, folder

    def raw(self, *pieces: bytes) -> bytes:
        """Send *pieces* and return all that comes, until the server hangs up."""
        found = b""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            try:
                for piece in pieces:
                    connection.sendall(piece)
                connection.shutdown(socket.SHUT_WR)
                while chunk := connection.recv(65536):
                    found += chunk
            except OSError as error:
                if error.errno not in HUNG_UP:  # that it does when it answered before it read all
                    raise
        return found

    def ask(self, line: bytes, *headers: bytes) -> Answer:
        given = headers or (b"Host: 127.0.0.1",)
        head, _, body = self.raw(b"\r\n".join((line, *given, b"", b""))).partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        return Answer(int(first.split()[1]), dict(each.split(": ", 1) for each in rest), body)


@pytest.fixture
def asker(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[Asker]:
    """Give a running preview; whatever was asked, it still answers at the end and said nothing on the terminal."""
    folder = tmp_path / "editie"
    folder.mkdir()
    (tmp_path / "geheim.txt").write_bytes(SECRET)
    made = [Part(path, lambda path=path, data=data: [Output(path, data)]) for path, data in FILES.items()]
    showcase = Showcase()
    showcase.publish(Edition("1", folder, made, "nl", RLock()))
    with serve(showcase, 0) as port:
        found = Asker(port, folder)
        yield found
        assert found.ask(b"GET / HTTP/1.1").status == 200
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param(b"/../geheim.txt", 404, id="up"),
        pytest.param(b"/praktijken/../../geheim.txt", 404, id="down and up"),
        pytest.param(b"/%2e%2e/geheim.txt", 404, id="up, escaped"),
        pytest.param(b"/%252e%252e/geheim.txt", 404, id="up, escaped twice"),
        pytest.param(b"/..%2fgeheim.txt", 404, id="with an escaped slash"),
        pytest.param(b"/..%5cgeheim.txt", 404, id="with an escaped backslash"),
        pytest.param(b"\\..\\geheim.txt", 403, id="with backslashes"),
        pytest.param(b"/.%00./geheim.txt", 404, id="with a nought in it"),
        pytest.param(b"/%c0%ae%c0%ae/geheim.txt", 404, id="up, in more bytes than it takes"),
        pytest.param(b"//geheim.txt", 404, id="two slashes"),
        pytest.param(b"//[", 404, id="no address at all"),
        pytest.param(b"/%zz%", 404, id="half an escape"),
        pytest.param(b"/\xff\xfe", 404, id="no UTF-8"),
        pytest.param(b"/" + b"a" * 60_000, 404, id="a very long name"),
        pytest.param(b"/" + b"a/" * 30_000, 404, id="very deep"),
        pytest.param(b"/" + b"a" * 70_000, 414, id="too long"),
        pytest.param(b"geheim.txt", 403, id="no slash"),
        pytest.param(b"*", 403, id="a star"),
        pytest.param(b"http://voorbeeld.be/", 403, id="the address of another host"),
        pytest.param(b"http://[::1", 403, id="a broken address of another host"),
        pytest.param(b"/uit.txt", 404, id="a link out of the site"),
        pytest.param(b"/uit/geheim.txt", 404, id="a folder that is a link out of the site"),
        pytest.param(b"/kring", 404, id="a link to itself"),
        pytest.param(b"/.verborgen", 404, id="a hidden file"),
        pytest.param(b"/.fichebak/..%2f..%2fserve.py", 404, id="out of the own files"),
    ],
)
def test_a_path_leads_to_the_site_or_nowhere(asker: Asker, path: bytes, status: int) -> None:
    (asker.folder / "uit.txt").symlink_to(asker.folder.parent / "geheim.txt")
    (asker.folder / "uit").symlink_to(asker.folder.parent)
    (asker.folder / "kring").symlink_to(asker.folder / "kring")
    (asker.folder / ".verborgen").write_bytes(SECRET)
    answer = asker.ask(b"GET " + path + b" HTTP/1.1")
    assert (answer.status, SECRET in answer.body) == (status, False)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param((b"Host: localhost:9000",), 200, id="localhost"),
        pytest.param((b"Host: LOCALHOST",), 200, id="localhost in capitals"),
        pytest.param((b"X: y",), 403, id="no host"),
        pytest.param((b"Host: voorbeeld.be",), 403, id="another host"),
        pytest.param((b"Host: 127.0.0.1", b"Host: voorbeeld.be"), 403, id="two hosts"),
        pytest.param((b"Host: 127.0.0.1:80:80",), 403, id="a strange port"),
        pytest.param((b"Host: 127.0.0.1@voorbeeld.be",), 403, id="a host behind a name"),
        pytest.param((b"Host: 127.0.0.1.voorbeeld.be",), 403, id="a host that begins the same"),
        pytest.param((b"Host: 127.0.0.1", b" voorbeeld.be"), 403, id="a host on two lines"),
        pytest.param((b"Host: 127.1",), 403, id="loopback written otherwise"),
        pytest.param((b"Host: \xff\x00",), 403, id="bytes"),
        pytest.param((b"Host: 127.0.0.1", b"Origin: http://127.0.0.1:9000"), 200, id="of this computer"),
        pytest.param((b"Host: 127.0.0.1", b"Origin: https://voorbeeld.be"), 403, id="of another site"),
        pytest.param((b"Host: 127.0.0.1", b"Origin: null"), 403, id="of a page without origin"),
        pytest.param((b"Host: 127.0.0.1", b"Sec-Fetch-Site: cross-site", b"Sec-Fetch-Mode: no-cors"), 403,
                     id="in another site"),
        pytest.param((b"Host: 127.0.0.1", b"Sec-Fetch-Site: cross-site", b"Sec-Fetch-Mode: navigate"), 200,
                     id="a link of another site"),
        pytest.param((b"Host: 127.0.0.1", b"Range: bytes=-1,0-,99999999999999999999-1"), 200, id="an odd range"),
        pytest.param((b"Host: 127.0.0.1", b"Connection: keep-alive", b"Expect: 100-continue"), 200, id="expecting"),
        pytest.param((b"Host: 127.0.0.1", b"X: " + b"y" * 70_000), 431, id="a header that is too long"),
        pytest.param((b"Host: 127.0.0.1", *(b"X: y" for _ in range(200))), 431, id="too many headers"),
        pytest.param((b"Host: 127.0.0.1", b"X: y", b" folded", b"geen kop"), 200, id="lines that are no headers"),
    ],
)  # fmt: skip
def test_who_asks_from_elsewhere_is_refused_for_pages_and_news(
    asker: Asker, headers: tuple[bytes, ...], status: int
) -> None:
    assert asker.ask(b"GET /data/fiches.json HTTP/1.1", *headers).status == status
    if status == 403:
        assert asker.ask(b"GET /.fichebak/nieuws HTTP/1.1", *headers).status == status


@pytest.mark.parametrize("method", [b"POST", b"PUT", b"DELETE", b"OPTIONS", b"CONNECT", b"TRACE", b"get", b"x" * 999])
def test_another_method_is_not_understood(asker: Asker, method: bytes) -> None:
    answer = asker.ask(method + b" / HTTP/1.1", b"Host: 127.0.0.1", b"Content-Length: 5")
    assert (answer.status, answer.body) == (501, b"Deze vraag verstaat de voorvertoning niet.")


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param((b"GET /\r\n\r\n",), id="HTTP/0.9"),
        pytest.param((b"POST /\r\n\r\n",), id="HTTP/0.9 with another method"),
        pytest.param((b"GET / HTTP/9.9\r\n\r\n",), id="HTTP of later"),
        pytest.param((b"GET / HTTP/1.1.1\r\n\r\n",), id="HTTP of never"),
        pytest.param((b"GET / x HTTP/1.1\r\n\r\n",), id="a space too many"),
        pytest.param((b"GET /praktijken/een?\rX: y HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",), id="a line in the address"),
        pytest.param((b"\r\n\r\n",), id="empty lines"),
        pytest.param((b"\0" * 100_000,), id="noughts"),
        pytest.param((b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)),), id="TLS"),
        pytest.param((b"GET / HT",), id="half a line"),
        pytest.param((b"GET / HTTP/1.1\r\nHost: 127",), id="half a header"),
        pytest.param((b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n", b"zz\r\n" * 99),
                     id="chunks that are none"),
        pytest.param((b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n",
                      b"4\r\nGET \r\n0\r\n\r\nGET /uit.txt HTTP/1.1\r\n\r\n"), id="a question in the body of another"),
        pytest.param((), id="nothing"),
    ],
)  # fmt: skip
def test_what_is_no_question_gets_no_file_and_no_noise(asker: Asker, pieces: tuple[bytes, ...]) -> None:
    (asker.folder / "uit.txt").symlink_to(asker.folder.parent / "geheim.txt")
    answer = asker.raw(*pieces)
    assert SECRET not in answer
    assert b"Traceback" not in answer
    assert answer.count(b"HTTP/1.0 ") <= 1


def test_who_hangs_up_at_once_or_says_no_more_stops_nobody(asker: Asker) -> None:
    silent = [socket.create_connection(("127.0.0.1", asker.port)) for _ in range(30)]
    for each in silent[::2]:
        each.sendall(b"GET / HTTP/1.1\r\nHost:")
    assert asker.ask(b"GET / HTTP/1.1").status == 200
    for each in silent:
        each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # resets instead of closing
        each.close()


def test_it_listens_on_loopback_only(asker: Asker) -> None:
    with pytest.raises(OSError, match=r"refused|unreachable|timed out"):
        socket.create_connection(("127.0.0.2", asker.port), timeout=2)


def test_a_folder_without_its_slash_leads_to_this_host_only(asker: Asker) -> None:
    answer = asker.ask(b"GET /praktijken/een?a=//voorbeeld.be HTTP/1.1")
    assert (answer.status, answer.headers["Location"]) == (301, "/praktijken/een/?a=//voorbeeld.be")
    assert asker.ask(b"GET //voorbeeld.be/%2e%2e HTTP/1.1").status == 404


def test_every_answer_has_the_headers_of_a_host(asker: Asker) -> None:
    for line in (b"GET /", b"GET /nergens", b"HEAD /", b"POST /", b"GET x"):
        found = asker.ask(line + b" HTTP/1.1").headers
        assert {name: found.get(name) for name in LOCAL} == LOCAL, line
        assert found["Server"] == "Fichebak"
        assert "Access-Control-Allow-Origin" not in found
