"""Which practices to read next: the ones editors name, then the ones most like it."""

from collections.abc import Iterable, Iterator, Mapping

from fichebak.resolve import Catalogue, Praktijk

RELATED = 3


def related(catalogue: Catalogue) -> Mapping[str, tuple[Praktijk, ...]]:
    """Return for each practice those to read next: the ones its editors name, then the ones most like it."""
    by_slug = {p.slug: p for p in catalogue.praktijken}
    named: dict[str, list[str]] = {slug: [] for slug in by_slug}
    for practice in catalogue.praktijken:
        for other in practice.fiche.verwant:
            if other in by_slug:
                named[practice.slug].append(other)
    for practice in catalogue.praktijken:
        for other in practice.fiche.verwant:
            if other in by_slug:
                named[other].append(practice.slug)
    shared = _by_trait(catalogue.praktijken)
    return {p.slug: _related(p, named[p.slug], shared, by_slug) for p in catalogue.praktijken}


TRAIT_AT_MOST = 60  # a trait that more practices share says little, and would make this quadratic


def _traits(practice: Praktijk) -> Iterator[tuple[str, int]]:
    yield f"hoofddomein {practice.hoofddomein}", 3
    for domain in practice.fiche.domeinen:
        yield f"domein {domain}", 2
    for group in practice.fiche.doelgroepen:
        yield f"doelgroep {group}", 1
    for gemeente in practice.vandaag:
        yield f"gemeente {gemeente.refnis}", 2


def _by_trait(practices: Iterable[Praktijk]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for practice in practices:
        for trait, _ in _traits(practice):
            found.setdefault(trait, []).append(practice.slug)
    return {trait: tuple(slugs[:TRAIT_AT_MOST]) for trait, slugs in found.items()}


def _related(
    practice: Praktijk, named: list[str], shared: Mapping[str, tuple[str, ...]], by_slug: Mapping[str, Praktijk]
) -> tuple[Praktijk, ...]:
    points: dict[str, int] = {}
    for trait, weight in _traits(practice):
        for slug in shared[trait]:
            points[slug] = points.get(slug, 0) + weight
    alike = sorted(points, key=lambda slug: (-points[slug], slug))
    slugs = [s for s in dict.fromkeys([*named, *alike]) if s != practice.slug]
    return tuple(by_slug[slug] for slug in slugs[:RELATED])
