"""The order of a build, in one screen."""

from dataclasses import dataclass

from fichebak.config import Root
from fichebak.load import load
from fichebak.problems import Problem
from fichebak.register import register
from fichebak.resolve import Catalogue, resolve
from fichebak.validate import validate


@dataclass(frozen=True, slots=True)
class Examined:
    """A catalogue with everything that is wrong in it, sorted by place."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]

    @property
    def fine(self) -> bool:
        """Return whether nothing stands in the way of a build."""
        return not any(p.severity == "error" for p in self.problems)


def examine(root: Root) -> Examined:
    """Read and check everything under *root*."""
    files, unreadable = load(root)
    validated, invalid = validate(files)
    catalogue, unresolved = resolve(validated, register())
    return Examined(catalogue, tuple(sorted({*unreadable, *invalid, *unresolved})))
