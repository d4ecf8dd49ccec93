"""What a build shows while it is busy."""

from collections.abc import Iterator

import pytest

from fichebak.build import Printing, Step
from fichebak.problems import Failure
from fichebak.progress import shown

TWELVE = [Printing(done, 12, done * 400_000) for done in range(1, 13)]


def ticking() -> Iterator[float]:
    """Yield the seconds of a clock that is looked at twice, 6.25 seconds apart."""
    yield from (100.0, 106.25)


def text(steps: list[Step], *, terminal: bool) -> str:
    return "".join(shown(steps, ticking().__next__, terminal=terminal)).replace("\u00a0", " ")


def test_elsewhere_than_on_a_terminal_a_build_says_little():
    assert text([*TWELVE, "zoekindex gemaakt"], terminal=False).split("\n") == [
        "pdf’s: 3 van 12", "pdf’s: 6 van 12", "pdf’s: 9 van 12", "12 pdf’s gezet in 6,2 s, samen 4,8 MB",
        "zoekindex gemaakt", "",
    ]  # fmt: skip


def test_on_a_terminal_one_line_is_rewritten():
    line, after = text([*TWELVE, "zoekindex gemaakt"], terminal=True).split("\n", 1)
    assert line.split("\r")[1:3] == ["pdf’s: 1 van 12", "pdf’s: 2 van 12"]
    assert line.split("\r")[-1] == "12 pdf’s gezet in 6,2 s, samen 4,8 MB"
    assert after == "zoekindex gemaakt\n"


def test_nothing_of_a_longer_line_stays():
    rewritten = text([Printing(1, 2, 10), Printing(2, 2, 20)], terminal=True)
    first, last = rewritten.removesuffix("\n").split("\r")[1:]
    assert len(last) >= len(first)


@pytest.mark.parametrize(("total", "lines"), [(1, 1), (2, 2), (3, 3), (7, 4), (1600, 4)])
def test_the_number_of_lines_does_not_grow(total, lines):
    steps: list[Step] = [Printing(done, total, 1) for done in range(1, total + 1)]
    assert text(steps, terminal=False).count("\n") == lines


def test_without_pdfs_nothing_is_said_of_them():
    assert text(["333 bestanden geschreven"], terminal=True) == "333 bestanden geschreven\n"


def test_a_failure_begins_a_line_of_its_own():
    def failing() -> Iterator[Step]:
        yield Printing(1, 2, 10)
        raise Failure("De gids ‘x’ kon niet gezet worden.")

    said = []
    with pytest.raises(Failure):
        said.extend(shown(failing(), lambda: 0.0, terminal=True))
    assert "".join(said) == "\rpdf’s: 1 van 2\n"
