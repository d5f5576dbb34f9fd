"""Runs of words that are common to two sentences or stand on one side only."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import LCSseq

from macros.japanese.words import Word

Words = tuple[Word, ...]

MOST_PAIRS = 100_000
"""Pairs of equal words up to which the longest common stretches are sought; of words that repeat endlessly any do."""


@dataclass(frozen=True, slots=True)
class Run:
    """A common stretch (`old` equals `new` as text) or a change."""

    old: Words
    """Words of the older side."""
    new: Words
    """Words of the newer side."""
    equal: bool
    """Whether both sides read the same."""

    @property
    def weight(self) -> int:
        """Characters of the longer side."""
        return max(len(surface(self.old)), len(surface(self.new)))


def surface(words: Sequence[Word]) -> str:
    """The text of some words."""
    return "".join(word.surface for word in words)


def find_runs(old: Words, new: Words) -> list[Run]:
    """Compare two sequences of words by their surfaces."""
    one, other = [word.surface for word in old], [word.surface for word in new]
    counts = Counter(one), Counter(other)
    if sum(count * counts[1][word] for word, count in counts[0].items()) <= MOST_PAIRS:
        codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        return [Run(old[a:b], new[c:d], tag == "equal") for tag, a, b, c, d in codes]
    numbers = {word: at for at, word in enumerate(dict.fromkeys((*one, *other)))}
    found = LCSseq.opcodes([numbers[word] for word in one], [numbers[word] for word in other])
    return [
        Run(old[code.src_start : code.src_end], new[code.dest_start : code.dest_end], code.tag == "equal")
        for code in found
    ]


def join(runs: Sequence[Run]) -> list[Run]:
    """Neighbours of one kind as one run; empty ones are left out."""
    joined: list[Run] = []
    for run in runs:
        if not run.old and not run.new:
            continue
        if joined and joined[-1].equal == run.equal:
            last = joined[-1]
            joined[-1] = Run(last.old + run.old, last.new + run.new, run.equal)
        else:
            joined.append(run)
    return joined
