"""What fiches are about, in words a reader may see: subjects that editors named and that few fiches share.

Subjects come from keywords, glossary and synonyms, so that a chance word is none. One is shown in the form in which the
catalogue's own sentences set it bare after a preposition (‘met brugfiguren,’): it then reads well after ‘over’ too.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache

from fichebak.lexicon import plain, words
from fichebak.resolve import Catalogue, Praktijk

Key = tuple[str, ...]
KeyOf = Callable[[str], Key]
ENOUGH = 3  # times the text must name a subject that title, summary, keywords and headings do not
MENTIONS = 2  # of a subject for each fiche that is about it; a word that more mention in passing tells little
LONGEST = 3  # words


def subjects(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Return for each fiche, by slug, the subjects that it shares with a few others, as a reader sees them."""

    def key_of(text: str) -> Key:
        return tuple(map(_stem, _WORD.findall(text)))

    vocabulary = _vocabulary(catalogue, key_of)
    named = {p.slug: _named_in(p, vocabulary, key_of) for p in catalogue.praktijken}
    mentions = Counter(key for times in named.values() for key in times)
    about = {slug: [key for key, times in each.items() if times >= ENOUGH] for slug, each in named.items()}
    fiches = Counter(key for keys in about.values() for key in keys)
    # Of many fiches a tenth may be about a subject and a fifth may name it, or it tells none of them apart.
    few, some = max(3, -(-len(about) // 10)), max(4, len(about) // 5)
    shared = {key for key, n in fiches.items() if 2 <= n <= few and mentions[key] <= min(some, MENTIONS * n)}
    shown = _shown(catalogue, shared, key_of)
    return {slug: tuple(dict.fromkeys(shown[key] for key in keys if key in shown)) for slug, keys in about.items()}


# Which words belong together: a noun and its plural


_WORD = re.compile(r"[^\W_]+(?:[’']s\b)?")
_ENDING = re.compile(r"[’']s$|(?<=[cs]h)es$|(?<=[^aeiou’'])s$|(?<=[^aeiou])en$|(?<=e)ën$|(?<=[eo])es$")
SHORT = 4  # letters of a word that has no ending, or it would have no beginning


@cache
def _stem(word: str) -> str:
    """Return what the singular and the plural of a noun have in common: brugfiguur and brugfiguren, gezin, gezinnen."""
    whole = word.lower()
    bare = _ENDING.sub("", whole) if len(whole) > SHORT else whole
    stem = "".join(words(bare.removesuffix("e") if len(bare) > SHORT else bare))
    stem = re.sub(r"([^aeiou])\1$", r"\1", stem)
    return re.sub(r"([aeou])\1(?=[^aeiou]$)", r"\1", stem).replace("z", "s").replace("v", "f")


# Which subjects there are


def _vocabulary(catalogue: Catalogue, key_of: KeyOf) -> Mapping[str, tuple[Key, ...]]:
    """Return the keys of all subjects by their first word, the longest first; none is a name, a domain or a group."""
    taken = {key_of(name) for name in _names(catalogue)}
    named = {key_of(text): 1 for text in _named(catalogue) if not re.match(r"[A-ZÀ-Þ][^A-ZÀ-Þ]", text)}
    by_first: dict[str, list[Key]] = {}
    for key in sorted(named, key=lambda key: (-len(key), key)):
        if key not in taken and 0 < len(key) <= LONGEST and len("".join(key)) > 2:
            by_first.setdefault(key[0], []).append(key)
    return {first: tuple(keys) for first, keys in by_first.items()}


def _named(catalogue: Catalogue) -> Iterator[str]:
    for practice in catalogue.praktijken:
        yield from practice.fiche.trefwoorden
    for name, term in catalogue.termen.items():
        yield from (name, *term.ook, *([term.voluit] if term.voluit else []))
    for name, group in catalogue.synoniemen.items():
        yield from (name, *group.ook, *group.verwant)


def _names(catalogue: Catalogue) -> Iterator[str]:
    """Yield what a reason says in other ways: domains, groups, places, organisations and the abbreviations in these."""
    for label in (*(d.label for d in catalogue.domeinen.values()), *(g.label for g in catalogue.doelgroepen.values())):
        yield from (label, *label.split())
    for name, organisation in catalogue.organisaties.items():
        for spelling in (name, *organisation.ook, *organisation.diensten):
            yield from (spelling, *re.findall(r"\b[A-Z][A-Z]+\b", spelling))
    for gemeente in catalogue.gemeenten():
        yield from (gemeente.naam, gemeente.naam_fr)


# What one fiche is about


def _named_in(practice: Praktijk, vocabulary: Mapping[str, tuple[Key, ...]], key_of: KeyOf) -> Counter[Key]:
    """Return how often *practice* names each subject; its head counts as if it kept coming back to it."""
    fiche = practice.fiche
    times = Counter(_found(key_of(plain(practice.body)), vocabulary))
    headings = re.findall(r"^#+ (.*)$", practice.body, re.M)
    head = " | ".join((fiche.titel, fiche.samenvatting, *fiche.trefwoorden, *headings))
    for key in _found(key_of(head), vocabulary):
        times[key] += ENOUGH
    return times


def _found(stems: Key, vocabulary: Mapping[str, tuple[Key, ...]]) -> Iterator[Key]:
    for at in [at for at, stem in enumerate(stems) if stem in vocabulary]:
        for key in vocabulary[stems[at]]:
            if stems[at : at + len(key)] == key:
                yield key


# How a subject is written

# What stands bare: between a preposition and the end of its phrase, so without an article or a word that belongs to it.
_BEFORE = "aan|bij|door|met|naar|over|rond|tegen|tussen|van|via|voor|zonder"
_AFTER = "aan|als|bij|dat|die|door|en|in|met|naar|of|om|op|over|rond|te|tot|uit|van|via|voor|zijn|zodat|zonder"
_BARE = re.compile(
    rf"(?<!\w)(?:{_BEFORE}|{_BEFORE.title()})\s+((?:[\w’'-]+\s+){{0,{LONGEST - 1}}}?[\w’'-]+)"
    rf"(?=\s*[,.;:!?)]|\s+(?:{_AFTER})\b)"
)
# What follows an auxiliary: an infinitive looks like a plural.
_VERB = re.compile(r"\b(?:te|kunnen|kan|moeten|moet|willen|wil|gaan|mogen|laten|leren|helpen)\s+([\w’'-]+en)\b")
# What reads well without an article, by its end: abstract nouns (but a vluchteling is a person) and plurals.
_ARTICLELESS = re.compile(
    r"(?:(?<!te)(?<!er)ling|(?<!l)ing|heid|tie|sie|iteit|isme|schap|ment|beleid|zorg|opvang|hulp|werk|onderwijs|[^aeiou]en|[^saeiou]s|[’'e]s|\d)$"
)
_PLURAL = re.compile(r"(?:en|[^saeiou]s|[’'e]s)$")
_MARKS = ".,;:!?()[]‘’“”*_|"


def _shown(catalogue: Catalogue, keys: Iterable[Key], key_of: KeyOf) -> Mapping[Key, str]:
    """Return for each of *keys* the form a reader sees; one that has none is left out."""
    text = "\n".join(f"{p.fiche.samenvatting}\n{plain(p.body)}" for p in catalogue.praktijken)
    verbs = set(_VERB.findall(text))
    bare: dict[Key, Counter[str]] = {key: Counter() for key in sorted(keys)}
    plural: dict[Key, Counter[str]] = {key: Counter() for key in bare}
    _note(bare, Counter(" ".join(run.split()) for run in _BARE.findall(text)), verbs, key_of)
    every_word = Counter[str]()
    for word, times in Counter(text.split()).items():
        every_word[word.strip(_MARKS)] += times
    _note(plural, Counter({word: n for word, n in every_word.items() if _PLURAL.search(word)}), verbs, key_of)
    keywords = [*(word for p in catalogue.praktijken for word in p.fiche.trefwoorden), *catalogue.termen]
    _note(plural, Counter(word for word in keywords if _PLURAL.search(word)), verbs, key_of)
    known = {key for key, forms in bare.items() if forms}
    _note(bare, Counter(w for w in keywords if _ARTICLELESS.search(w) and key_of(w) not in known), verbs, key_of)
    chosen = ((key, _best(bare[key], plural[key])) for key in bare)
    return {key: form for key, form in chosen if form and (len(key) == 1 or _ARTICLELESS.search(form))}


def _note(forms: Mapping[Key, Counter[str]], found: Counter[str], verbs: Container[str], key_of: KeyOf) -> None:
    for form, times in found.items():
        if form not in verbs and (key := key_of(form)) in forms:
            forms[key][form] += times


def _best(bare: Counter[str], plural: Counter[str]) -> str:
    """Return the plural where there is one, for a singular may want an article; else what stands bare most often."""
    most = max(bare.values(), default=0)
    usual = Counter({form: n for form, n in bare.items() if _PLURAL.search(form) and 3 * n >= most})
    forms = usual or (bare and plural) or bare
    return min(forms, key=lambda form: (-forms[form], form), default="")
