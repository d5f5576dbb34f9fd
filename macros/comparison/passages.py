"""Finding passages again in another text: exact ones by a unique key, similar ones by rare strings of signs."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from macros.comparison.similarity import similarity
from macros.japanese.width import fold_width

SHINGLE = 6
"""Length in characters of the strings by which similar passages find each other."""

COMMON = 6
"""A string that stands in more passages than this of one side says nothing."""


def unique_matches(old: Sequence[str], new: Sequence[str], *, least: int) -> list[tuple[int, int]]:
    """Passages of at least `least` characters that stand exactly once on each side: exact repeats never anchor."""
    olds, news = _once(old), _once(new)
    return [(at, news[key]) for key, at in olds.items() if key in news and len(key) >= least]


def _once(passages: Sequence[str]) -> dict[str, int]:
    keys = [fold_width(one) for one in passages]
    counts = Counter(keys)
    return {key: at for at, key in enumerate(keys) if counts[key] == 1}


def repeats(old: Sequence[str], new: Sequence[str], *, least: int) -> list[tuple[int, int]]:
    """Passages of at least `least` characters that stand several times, paired in their order."""
    places: tuple[dict[str, list[int]], ...] = (defaultdict(list), defaultdict(list))
    for side, passages in zip(places, (old, new), strict=True):
        for at, passage in enumerate(passages):
            side[fold_width(passage)].append(at)
    found = [
        pair
        for key, ats in places[0].items()
        if len(key) >= least and key in places[1]
        for pair in zip(ats, places[1][key], strict=False)
    ]
    return sorted(found)


def best_matches(old: Sequence[str], new: Sequence[str], *, floor: float, least: int) -> list[tuple[int, int, float]]:
    """Pairs of passages that are each other's likest, with a similarity of at least `floor`.

    Only passages of at least `least` characters that share a rare string of `SHINGLE` signs are compared, so that the
    time grows with the length of the texts and not with its square.
    """
    scores = {
        (at, other): score
        for at, other in likely_pairs(old, new, least)
        if (score := similarity(old[at], new[other])) >= floor
    }
    best_old: dict[int, tuple[float, int]] = {}
    best_new: dict[int, tuple[float, int]] = {}
    for (at, other), score in scores.items():
        best_old[at] = max(best_old.get(at, (0.0, 0)), (score, -other))
        best_new[other] = max(best_new.get(other, (0.0, 0)), (score, -at))
    return [
        (at, other, score)
        for (at, other), score in sorted(scores.items())
        if best_old[at] == (score, -other) and best_new[other] == (score, -at)
    ]


def likely_pairs(old: Sequence[str], new: Sequence[str], least: int) -> list[tuple[int, int]]:
    """Pairs of passages of at least `least` characters that share a rare string, in order."""
    olds, news = _index(old, least), _index(new, least)
    found = {
        (at, other)
        for shingle, ats in olds.items()
        if len(ats) <= COMMON and len(others := news.get(shingle, ())) <= COMMON
        for at in ats
        for other in others
    }
    return sorted(found)


def _index(passages: Sequence[str], least: int) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for at, passage in enumerate(passages):
        folded = fold_width(passage)
        if len(folded) >= least:
            for shingle in set(_shingles(folded)):
                index[shingle].append(at)
    return index


def _shingles(text: str) -> Iterator[str]:
    return (text[at : at + SHINGLE] for at in range(max(1, len(text) - SHINGLE + 1)))
