"""Copy a folder of a theme: its bytes, not its modes and times, so that it is the same wherever the theme lies."""

import shutil
from pathlib import Path


def copy(source: Path, target: Path, without: tuple[str, ...] = ()) -> None:
    """Copy the files under *source* to *target*; what begins with a dot or is named in *without* stays behind."""
    target.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        if path.name.startswith(".") or path.name in without:
            continue
        if path.is_dir():
            copy(path, target / path.name, without)
        else:
            shutil.copyfile(path, target / path.name)
