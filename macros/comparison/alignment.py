"""Alignment in order: which passages of two sequences belong together, one to one, one to two, two to one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from macros.comparison.order import heaviest_increasing
from macros.comparison.passages import unique_matches
from macros.comparison.similarity import common, coverage, edges, similarity
from macros.japanese.width import fold_width


@dataclass(frozen=True, slots=True)
class Joining:
    """When one passage counts as split into two, or merged from two, rather than changed into the likest of them."""

    coverage: float
    """Share of the one passage that the two together contain."""
    gain: float
    """Share of the one passage that the second of them adds."""
    share: float
    """Share of each of the two that the one passage contains."""


PARAGRAPHS = Joining(coverage=0.85, gain=0.2, share=0.6)
"""Strict: readers are told that a paragraph was split."""

SENTENCES = Joining(coverage=0.75, gain=0.2, share=0.25)
"""Lenient: only decides which sentences are compared."""


NEVER = Joining(coverage=2.0, gain=2.0, share=2.0)
"""For passages that are not split or merged by their text alone."""


LARGEST_GAP = 40_000
"""Pairs of passages between two anchors up to which all are weighed."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions that belong together; one side may be empty."""

    old: tuple[int, ...]
    """Positions in the older sequence."""
    new: tuple[int, ...]
    """Positions in the newer sequence."""


def align(old: Sequence[str], new: Sequence[str], *, floor: float, joining: Joining) -> list[Pair]:
    """Align two sequences of passages in order so that they have as many characters in common as possible.

    Args:
        old: older passages.
        new: newer passages.
        floor: likeness below which two passages are never a pair.
        joining: when two passages of one side belong to one of the other.

    Returns:
        Pairs in order; a passage without counterpart stands alone, old ones before new ones.
    """
    head = _equal_head(old, new)
    tail = _equal_head(old[head:][::-1], new[head:][::-1])
    ends = len(old) - tail, len(new) - tail
    pairs = [Pair((at,), (at,)) for at in range(head)]
    start = head, head
    for anchor in [*_anchors(old[head : ends[0]], new[head : ends[1]]), (ends[0] - head, ends[1] - head)]:
        stop = anchor[0] + head, anchor[1] + head
        gap = _align_gap(old[start[0] : stop[0]], new[start[1] : stop[1]], floor, joining)
        pairs += [
            Pair(*(tuple(at + by for at in side) for side, by in zip((one.old, one.new), start, strict=True)))
            for one in gap
        ]
        if stop != ends:
            pairs.append(Pair((stop[0],), (stop[1],)))
        start = stop[0] + 1, stop[1] + 1
    return pairs + [Pair((len(old) - at,), (len(new) - at,)) for at in range(tail, 0, -1)]


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Passages that stand once on each side, as far as they keep their order."""
    found = sorted(unique_matches(old, new, least=1))
    kept = heaviest_increasing([other for _, other in found], [len(old[at]) + 1 for at, _ in found])
    return [pair for at, pair in enumerate(found) if at in kept]


def _equal_head(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


Steps = dict[tuple[int, int], tuple[float, tuple[int, int]]]
"""Best weight up to a cell and the step that leads there."""


def _align_gap(old: Sequence[str], new: Sequence[str], floor: float, joining: Joining) -> list[Pair]:
    """Dynamic programming over (positions in old, positions in new), weight = characters in common."""
    weigh = _weigher(old, new, floor, joining)
    best: Steps = {(0, 0): (0.0, (0, 0))}
    for row in range(len(old) + 1):
        for column in _columns(row, len(old), len(new)):
            if row or column:
                best[row, column] = max(_ways(best, row, column, weigh), key=lambda way: way[0])
    return _trace(best, len(old), len(new))


def _columns(row: int, olds: int, news: int) -> range:
    """Columns to look at: all, but of a huge gap only those near the diagonal, so that the time stays linear."""
    if olds * news <= LARGEST_GAP:
        return range(news + 1)
    slope, width = news / olds, LARGEST_GAP // (olds + news)
    return range(max(0, int((row - 1) * slope) - width), min(news, int((row + 1) * slope) + width + 1) + 1)


Weigher = Callable[[int, int, int, int], float]


def _ways(best: Steps, row: int, column: int, weigh: Weigher) -> list[tuple[float, tuple[int, int]]]:
    """Ways into a cell. The first of equal weight wins: a new passage alone, so that old ones come first."""
    ways = []
    for step in ((0, 1), (1, 0), (1, 1), (1, 2), (2, 1)):
        if (source := (row - step[0], column - step[1])) in best:
            weight = weigh(*source, *step) if all(step) else 0.0
            if weight or not all(step):
                ways.append((best[source][0] + weight, step))
    return ways


def _weigher(old: Sequence[str], new: Sequence[str], floor: float, joining: Joining) -> Weigher:
    @cache
    def shared(row: int, column: int) -> int:
        return common(old[row], new[column])

    def weigh(row: int, column: int, olds: int, news: int) -> float:
        if olds == news == 1:
            return float(shared(row, column)) if likeness(old[row], new[column]) >= floor else 0.0
        one, parts = (old[row], new[column : column + 2]) if olds == 1 else (new[column], old[row : row + 2])
        each = [shared(row + i, column + j) for i in range(olds) for j in range(news)]
        if not min(each) or not belongs_joined(one, parts, each, joining):
            return 0.0
        return float(common(one, "".join(parts)))

    return weigh


def likeness(old: str, new: str) -> float:
    """Similarity, or the share of the shorter passage that both begin and end with, where that is more."""
    return max(similarity(old, new), edges(old, new))


def belongs_joined(one: str, parts: Sequence[str], each: Sequence[int], joining: Joining) -> bool:
    """Whether `one` belongs to both `parts`; `each` is what it has in common with the single parts, in characters."""
    length = len(fold_width(one)) or 1
    together = common(one, "".join(parts))
    return (
        together / length >= joining.coverage
        and (together - max(each)) / length >= joining.gain
        and all(coverage(part, one) >= joining.share for part in parts)
    )


def _trace(best: Steps, row: int, column: int) -> list[Pair]:
    pairs = []
    while row or column:
        olds, news = best[row, column][1]
        pairs.append(Pair(tuple(range(row - olds, row)), tuple(range(column - news, column))))
        row, column = row - olds, column - news
    return pairs[::-1]
