"""Snapshots: what a view or a page looked like when somebody last looked at it. Kept as text in tests/snapshots/."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "snapshots"


def same_as_snapshot(request: pytest.FixtureRequest, name: str, text: str) -> None:
    """Hold *text* against snapshots/*name*; `pytest --regen` writes it anew."""
    path = FOLDER / name
    if request.config.getoption("--regen", default=False):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.is_file() else ""
    if kept != text:
        differences = [
            f"{number}: {old!r} is now {new!r}"
            for number, (old, new) in enumerate(zip(kept.split("\n"), text.split("\n"), strict=False), start=1)
            if old != new
        ]
        shown = "\n".join(differences[:5]) or "one is longer than the other"
        pytest.fail(f"tests/snapshots/{name} differs:\n{shown}\nIs the change meant? Then run: pytest --regen")
