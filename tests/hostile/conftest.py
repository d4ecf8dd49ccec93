"""The hostile catalogue, built once for all tests that look at it."""

from pathlib import Path

import pytest
from conftest import MadeOnce

from hostile.catalogue import build


@pytest.fixture(scope="session")
def hostile_site(made_once: MadeOnce) -> Path:
    """Return the site of the hostile catalogue, with PDFs and full addresses, as the command builds it."""
    return made_once("vijandig", build) / "site"
