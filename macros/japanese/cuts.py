"""Where readings may be cut: 市《し》民《みん》 says how each kanji is read, 市《しみ》民《ん》 says what is not so."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from macros.japanese.placed import spans
from macros.japanese.ruby import Ruby, has_kanji, hiragana, plain
from macros.japanese.sound_changes import doubled, voiced
from macros.japanese.words import entries


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
    inside = {at for start, end in words for at in range(start + 1, end)} & ends
    if not inside:
        return
    text = plain(ruby)
    for start, end, reading in spans(ruby):
        if inside & {start, end} and not _is_known(text[start:end], reading, _kana_behind(text, end)):
            yield start, end


def _kana_behind(text: str, at: int) -> str:
    end = at
    while end < len(text) and not has_kanji(text[end]):
        end += 1
    return text[at:end][:_LONGEST_ENDING]


_LONGEST_ENDING = 4
"""Kana of a word behind its kanji that are looked at."""


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
