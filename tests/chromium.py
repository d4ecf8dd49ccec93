"""Find a Chromium for the browser tests, or get one. `python tests/chromium.py` prints the path it found.

Looked for in this order: $CHROMIUM; Debian's Chromium without a screen, in which the tests take a third less time;
chromium; google-chrome; Playwright's own; then apt-get when we may use it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN = ("chromium-headless-shell", "chromium")


def find() -> str | None:
    """Return the path of a Chromium on this machine, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found:
        return found
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return str(own) if own.is_file() else None


def get() -> str | None:
    """Install the first of DEBIAN that there is, when we may, and return the path of a Chromium."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        _apt("update")
        any(_apt("install", "-y", package) for package in DEBIAN)
    return find()


def _apt(*arguments: str) -> bool:
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["apt-get", "-qq", *arguments], check=False, stdout=subprocess.DEVNULL, env=quiet)
    return done.returncode == 0


if __name__ == "__main__":
    path = find() or get()
    sys.stdout.write(f"Chromium: {path}\n" if path else "")
    if not path:
        sys.exit("No Chromium found. Install it (apt install chromium), or set CHROMIUM to the path of one.")
