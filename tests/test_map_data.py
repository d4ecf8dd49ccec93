"""The data of the map is whole and right: every province and municipality, where Belgium has them, with its source."""

import json
import re
from itertools import pairwise
from math import asin, cos, hypot, radians, sin, sqrt

import pytest
from small_catalogue import CHECKOUT

from fichebak.register import register

DATA = CHECKOUT / "generator" / "fichebak" / "data"
PROVINCES = json.loads((DATA / "provinces.json").read_text(encoding="utf-8"))
PLACES = json.loads((DATA / "places.json").read_text(encoding="utf-8"))
GEMEENTEN = register().gemeenten
BY_NAME = {g.naam: PLACES["places"][g.refnis] for g in GEMEENTEN if g.refnis in PLACES["places"]}
NUMBER = r"\d+\.\d"
RING = rf"M{NUMBER} {NUMBER}(?: {NUMBER} {NUMBER})+Z"

Spot = tuple[float, float]


def rings(path: str) -> list[list[Spot]]:
    """Return the closed rings of an outline."""
    found = [[float(n) for n in ring.split()] for ring in re.findall(r"M([^MZ]+)Z", path)]
    return [[*zip(ns[::2], ns[1::2], strict=True), (ns[0], ns[1])] for ns in found]


def edges(slug: str) -> list[tuple[Spot, Spot]]:
    return [edge for ring in rings(PROVINCES["provinces"][slug]) for edge in pairwise(ring)]


def inside(slug: str, x: float, y: float) -> bool:
    """Say whether a line to the right of the point crosses the outline an odd number of times."""
    crossed = (ax + (y - ay) * (bx - ax) / (by - ay) > x for (ax, ay), (bx, by) in edges(slug) if (ay > y) != (by > y))
    return sum(crossed) % 2 == 1


def from_outline(slug: str, x: float, y: float) -> float:
    """Return the distance to the nearest corner or middle of an edge, in units of the map."""
    spots = [s for (ax, ay), (bx, by) in edges(slug) for s in ((ax, ay), ((ax + bx) / 2, (ay + by) / 2))]
    return min(hypot(x - sx, y - sy) for sx, sy in spots)


def km(one: str, other: str) -> float:
    """Return the great-circle distance between two municipalities."""
    a, b = BY_NAME[one], BY_NAME[other]
    lat, lon = radians(b["lat"] - a["lat"]), radians(b["lon"] - a["lon"])
    across = cos(radians(a["lat"])) * cos(radians(b["lat"])) * sin(lon / 2) ** 2
    return 2 * 6371 * asin(sqrt(sin(lat / 2) ** 2 + across))


def test_every_province_of_the_register_has_an_outline_and_nothing_else_has():
    assert set(PROVINCES["provinces"]) == {g.provincie.slug for g in GEMEENTEN}


@pytest.mark.parametrize("slug", sorted(PROVINCES["provinces"]))
def test_an_outline_is_rings_of_points_within_the_view_box(slug):
    assert re.fullmatch(rf"(?:{RING})+", PROVINCES["provinces"][slug])
    left, top, width, height = map(float, PROVINCES["viewBox"].split())
    for ring in rings(PROVINCES["provinces"][slug]):
        assert len(ring) >= 4
        assert all(left <= x <= left + width and top <= y <= top + height for x, y in ring)


def test_the_outlines_are_at_most_30_kilobytes():
    assert (DATA / "provinces.json").stat().st_size <= 30_000


def test_neighbours_share_their_border_to_the_point():
    around = {slug: {frozenset(edge) for edge in edges(slug)} for slug in PROVINCES["provinces"]}
    assert around["brussels-hoofdstedelijk-gewest"] < around["vlaams-brabant"], "Brussels lies within Flemish Brabant"
    assert not around["west-vlaanderen"] & around["luik"]
    for one, other in (("namen", "luxemburg"), ("limburg", "luik"), ("oost-vlaanderen", "antwerpen")):
        assert len(around[one] & around[other]) > 10, (one, other)


def test_every_municipality_of_the_register_has_a_point_and_nothing_else_has():
    assert list(PLACES["places"]) == sorted(g.refnis for g in GEMEENTEN)


def test_no_two_municipalities_have_the_same_point():
    for keys in (("lat", "lon"), ("x", "y")):
        assert len({tuple(p[k] for k in keys) for p in PLACES["places"].values()}) == len(GEMEENTEN)


def test_every_point_lies_in_belgium():
    outside = {n: p for n, p in BY_NAME.items() if not (49.49 < p["lat"] < 51.51 and 2.54 < p["lon"] < 6.41)}
    assert outside == {}


def test_every_point_lies_in_its_province_or_at_its_edge():
    outside = []
    for gemeente in GEMEENTEN:
        x, y = BY_NAME[gemeente.naam]["x"], BY_NAME[gemeente.naam]["y"]
        if not inside(gemeente.provincie.slug, x, y) and from_outline(gemeente.provincie.slug, x, y) > 8:  # 2 km
            outside.append(gemeente.naam)
    assert outside == []


def test_the_plane_and_the_degrees_of_a_point_say_the_same():
    west, east = BY_NAME["De Panne"], BY_NAME["Sankt Vith"]
    for name, p in BY_NAME.items():
        share = (p["lon"] - west["lon"]) / (east["lon"] - west["lon"])
        assert p["x"] == pytest.approx(west["x"] + share * (east["x"] - west["x"]), abs=0.2), name
        share = (p["lat"] - west["lat"]) / (east["lat"] - west["lat"])
        assert p["y"] == pytest.approx(west["y"] + share * (east["y"] - west["y"]), abs=0.2), name


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        pytest.param("Gent", "Brussel", 46, 54, id="about 50 km"),
        pytest.param("Antwerpen", "Hasselt", 66, 74, id="about 70 km"),
        pytest.param("Brugge", "Aarlen", 200, 260, id="over 200 km"),
        pytest.param("Elsene", "Sint-Gillis", 1, 3, id="neighbours"),
        pytest.param("Tongeren-Borgloon", "Herstappe", 4, 8, id="the smallest and the town beside it"),
    ],
)
def test_a_known_distance(one, other, least, most):
    assert least < km(one, other) < most


@pytest.mark.parametrize(
    ("name", "province", "lat", "lon"),
    [
        pytest.param("Beveren-Kruibeke-Zwijndrecht", "oost-vlaanderen", 51.21, 4.26, id="not Beveren near Roeselare"),
        pytest.param("Heusden-Zolder", "limburg", 51.04, 5.28, id="not Heusden near Gent"),
        pytest.param("Leuze-en-Hainaut", "henegouwen", 50.60, 3.61, id="not Leuze near Namur"),
        pytest.param("Kluisbergen", "oost-vlaanderen", 50.79, 3.51, id="not Berchem near Antwerpen"),
        pytest.param("Hélécine", "waals-brabant", 50.76, 4.99, id="not Grez-Doiceau"),
        pytest.param("Brunehaut", "henegouwen", 50.51, 3.41, id="not Brunehault near Charleroi"),
        pytest.param("Baarle-Hertog", "antwerpen", 51.44, 4.93, id="in its exclave"),
        pytest.param("Voeren", "limburg", 50.75, 5.77, id="in its exclave east of the Maas"),
    ],
)
def test_a_municipality_is_itself_and_no_namesake(name, province, lat, lon):
    place = BY_NAME[name]
    assert (place["lat"], place["lon"]) == pytest.approx((lat, lon), abs=0.02)
    assert inside(province, place["x"], place["y"])


@pytest.mark.parametrize(("data", "source"), [(PROVINCES, "NGI"), (PLACES, "GeoNames")], ids=["provinces", "places"])
def test_the_source_and_licence_are_stated(data, source):
    assert source in data["source"]
    assert data["licence"] == "CC BY 4.0"
