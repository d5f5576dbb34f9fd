"""Put a word's reading over its kanji alone: 取り組み, とりくみ → 取《と》り組《く》み."""

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.japanese.ruby import BASE, READING, Ruby, Segment, hiragana

_RUNS = re.compile(f"[{BASE}]+|[ぁ-ゖァ-ヺー]+")
_BASE = re.compile(f"[{BASE}]+")


@lru_cache(maxsize=16384)
def align(surface: str, reading: str) -> Ruby | None:
    """Readings of the runs of kanji in a word; none unless there is exactly one way to cut the reading.

    A run of kanji takes one sign or more, kana take themselves.
    """
    runs = _RUNS.findall(surface)
    reading = hiragana(reading)
    if "".join(runs) != surface or READING.fullmatch(reading) is None:
        return None
    solutions = _solutions(tuple(runs), reading)
    first = next(solutions, None)
    return first if next(solutions, None) is None else None


def _solutions(runs: tuple[str, ...], reading: str) -> Iterator[Ruby]:
    if not runs:
        if not reading:
            yield ()
        return
    run, rest = runs[0], runs[1:]
    if _BASE.fullmatch(run) is None:
        kana = hiragana(run)
        if reading.startswith(kana):
            yield from ((Segment(run), *tail) for tail in _solutions(rest, reading[len(kana) :]))
        return
    for end in range(1, len(reading) - len(rest) + 1) if rest else range(len(reading), len(reading) + 1):
        if end:
            yield from ((Segment(run, reading[:end]), *tail) for tail in _solutions(rest, reading[end:]))
