"""The map of Belgium: outlines of the provinces and a point for each municipality, made by scripts/make_map.py.

One plane for both: x to the right, y down, in units of the viewBox (a thousandth of its width is some 280 m).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a municipality lies: on the map, and in degrees (WGS 84)."""

    x: float
    y: float
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Land:
    """The map: its viewBox, the outlines of the provinces as SVG paths by slug, the municipalities by REFNIS code."""

    viewbox: str
    omtrekken: Mapping[str, str]
    plekken: Mapping[str, Plek]


@cache
def land() -> Land:
    """Return the map of Belgium (outlines: NGI; points: GeoNames; both CC BY 4.0)."""
    outlines, places = _read("provinces.json"), _read("places.json")
    points = {refnis: Plek(**place) for refnis, place in places["places"].items()}
    return Land(outlines["viewBox"], outlines["provinces"], points)


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files("fichebak").joinpath(f"data/{name}").read_text(encoding="utf-8"))
    return found
