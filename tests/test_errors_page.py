"""docs/fouten.md is made from messages.toml, and says something about every code."""

import subprocess
import sys
from pathlib import Path

import pytest

from fichebak.problems import messages

CHECKOUT = Path(__file__).resolve().parents[1]
SCRIPT = CHECKOUT / "generator" / "scripts" / "make_errors_page.py"
PAGE = CHECKOUT / "docs" / "fouten.md"


def test_the_page_is_current() -> None:
    made = "import runpy, sys; sys.stdout.buffer.write(runpy.run_path(sys.argv[1])['page']().encode())"
    done = subprocess.run([sys.executable, "-c", made, SCRIPT], capture_output=True, check=True)
    assert PAGE.read_bytes() == done.stdout, f"Run: python {SCRIPT.relative_to(CHECKOUT)}"


@pytest.mark.parametrize("code", messages())
def test_every_code_has_a_heading(code: str) -> None:
    assert f"### {code} {messages()[code].naam}\n" in PAGE.read_text(encoding="utf-8")
