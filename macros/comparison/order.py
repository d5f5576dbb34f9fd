"""What stays in place and what moved: the heaviest increasing sequence stays."""

from bisect import bisect_left
from collections.abc import Sequence


def heaviest_increasing(values: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Positions of the strictly increasing subsequence of `values` with the greatest sum of `weights`.

    Weights are positive. Of sequences of equal weight the one found first from the left wins; the time grows as
    n log n.
    """
    ranks = sorted(set(values))
    tree: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for at, (value, weight) in enumerate(zip(values, weights, strict=True)):
        rank = bisect_left(ranks, value)
        total, last = _best(tree, rank)
        before.append(last)
        _raise(tree, rank + 1, (total + weight, at))
    kept: set[int] = set()
    at = _best(tree, len(ranks))[1]
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _best(tree: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    """Greatest weight among the first `rank` values, and the position where it ends (a Fenwick tree of maxima)."""
    best = (0, -1)
    while rank > 0:
        if tree[rank][0] > best[0]:
            best = tree[rank]
        rank -= rank & -rank
    return best


def _raise(tree: list[tuple[int, int]], rank: int, entry: tuple[int, int]) -> None:
    while rank < len(tree):
        if entry[0] > tree[rank][0]:
            tree[rank] = entry
        rank += rank & -rank
