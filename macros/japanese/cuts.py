"""Where readings may be cut: 市《し》民《みん》 says how each kanji is read, 市《しみ》民《ん》 says what is not so."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from macros.japanese.placed import spans
from macros.japanese.ruby import Ruby, hiragana, plain
from macros.japanese.sound_changes import doubled, voiced
from macros.japanese.spaced import is_on_reading
from macros.japanese.words import entries

_ENDING = re.compile("[ぁ-ゖ]{0,4}")
"""Kana of a word behind its kanji that are looked at."""


def inner_ends(ruby: Ruby) -> list[int]:
    """Offsets where one reading ends and the next begins."""
    return [end for (_, end, _), (start, _, _) in pairwise(spans(ruby)) if end == start]


def wrongly_cut(ruby: Ruby, words: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places of readings that end inside a word although their kanji are not read so.

    Args:
        ruby: a text with readings.
        words: offsets of the words by which the readings of the whole are explained.
    """
    ends = set(inner_ends(ruby))
    if not ends:
        return
    text = plain(ruby)
    given = list(spans(ruby))
    starts, behind = [one[0] for one in given], [one[1] for one in given]
    for start, end in words:
        if not ends.intersection(range(start + 1, end)):
            continue
        pieces = given[bisect_right(behind, start) : bisect_left(starts, end)]
        unknown = [one for one in pieces if not _is_known(text[one[0] : one[1]], one[2], _kana_behind(text, one[1]))]
        if len(unknown) == 1 and unknown[0][1] - unknown[0][0] == 1 and is_on_reading(unknown[0][2]):
            continue  # The dictionary has no 働 どう; beside 協 きょう it can be nothing else.
        yield from ((one[0], one[1]) for one in unknown)


def _kana_behind(text: str, at: int) -> str:
    """The kana with which a word may go on."""
    behind = _ENDING.match(text, at)
    return behind[0] if behind else ""


def _is_known(surface: str, reading: str, kana: str) -> bool:
    """Whether these kanji, by themselves or with kana behind them, have this reading."""
    return any(
        reading + hiragana(kana[:length]) in _readings(surface + kana[:length]) for length in range(len(kana) + 1)
    )


@lru_cache(maxsize=4096)
def _readings(surface: str) -> frozenset[str]:
    """Every reading that the dictionary knows for a word, names and changes of sound included."""
    found = {hiragana(one.reading) for one in entries(surface)}
    changed = {other for one in found for other in (*voiced(surface, one), *doubled(surface, one))}
    return frozenset(found | changed)
