"""How much two passages have in common, width and spacing aside."""

from collections import Counter
from functools import lru_cache

from rapidfuzz.distance import LCSseq, Postfix, Prefix

from macros.japanese.width import fold_width

LARGEST = 400_000_000
"""Product of two lengths from which the exact measure would take more than a moment; no printed page comes near."""

STRING = 4
"""Length in characters of the strings by which such passages are measured."""


def common(old: str, new: str) -> int:
    """Length in characters of the longest common subsequence; of huge passages an estimate, the same every time."""
    one, other = fold_width(old), fold_width(new)
    if len(one) * len(other) <= LARGEST:
        return int(LCSseq.similarity(one, other))
    if one == other:
        return len(one)
    shared = (_strings(one) & _strings(other)).total()
    return min(shared + STRING - 1, len(one), len(other)) if shared else 0


@lru_cache(maxsize=64)
def _strings(text: str) -> Counter[str]:
    return Counter(text[at : at + STRING] for at in range(len(text) - STRING + 1))


def similarity(old: str, new: str) -> float:
    """Share of both texts that is common, 0 to 1: 2·common / (old + new); 1 for two empty texts."""
    length = len(fold_width(old)) + len(fold_width(new))
    return 2 * common(old, new) / length if length else 1.0


def coverage(part: str, whole: str) -> float:
    """Share of `part` that `whole` contains in order, 0 to 1."""
    length = len(fold_width(part))
    return common(part, whole) / length if length else 0.0


def edges(old: str, new: str) -> float:
    """Share of the shorter text that both begin with or end with, 0 to 1."""
    one, other = fold_width(old), fold_width(new)
    shorter = min(len(one), len(other))
    if not shorter:
        return 0.0
    return min(1.0, (Prefix.similarity(one, other) + Postfix.similarity(one, other)) / shorter)
