"""What a release says: `python generator/scripts/release_notes.py [TAG]` prints the changelog of this version.

It stops with one sentence and exit code 1 when package, pyproject.toml, newest heading of the changelog and the tag
(v0.2.0) are not of the same version, or when the changelog still holds what is not released.
"""

import re
import sys
import tomllib
from pathlib import Path

from fichebak import __version__

CHECKOUT = Path(__file__).resolve().parents[2]
HEADING = re.compile(r"^## \[(?P<name>[^\]]+)\](?: - \d{4}-\d\d-\d\d)?\n", re.M)


def release_notes(version: str, changelog: str) -> str:
    """Return what *changelog* says of *version*, which must be its newest; anything else is a ValueError."""
    _, *parts = HEADING.split(changelog)
    names, texts = parts[::2], [text.strip() for text in parts[1::2]]
    if names[:1] == ["Unreleased"]:
        if texts[0]:
            raise ValueError(f"CHANGELOG.md has changes under [Unreleased]; put them under [{version}].")
        names, texts = names[1:], texts[1:]
    if names[:1] != [version]:
        raise ValueError(f"The newest version in CHANGELOG.md is {names[0] if names else 'missing'}, not {version}.")
    return texts[0] + "\n"


def versions(tag: str) -> str:
    """Return the one version that the package, pyproject.toml and *tag* (empty for none) have; else a ValueError."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    found = {"the package": __version__, "pyproject.toml": project, "the tag": tag.removeprefix("v") or __version__}
    if len(set(found.values())) > 1:
        raise ValueError(f"Not one version: {', '.join(f'{where} has {it}' for where, it in found.items())}.")
    return __version__


def main(tag: str = "") -> None:
    """Print the notes, or stop with a sentence."""
    try:
        print(release_notes(versions(tag), (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")), end="")
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(*sys.argv[1:2])
