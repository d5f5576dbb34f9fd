"""The independent second reader, pykakasi: it never supplies text, only readings to compare with.

It loses and repeats signs (anchors: 〈＝計画〉, 髙橋, NBSP), so it is given runs of kana and kanji alone, and what does
not come back as it was sent is left without a reading.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import pykakasi

from macros.japanese.okurigana import align
from macros.japanese.ruby import BASE, Ruby, Segment, joined

_LONGEST = 200
"""Code points that it is given at once: its time grows with their square."""

_RUNS = re.compile(f"[{BASE}ぁ-ゖァ-ヺー]{{1,{_LONGEST}}}")


def second_ruby(text: str) -> Ruby:
    """Readings by the second reader; the surfaces join to the text exactly."""
    return joined(_segments(text))


def _segments(text: str) -> Iterator[Segment]:
    at = 0
    for match in _RUNS.finditer(text):
        yield Segment(text[at : match.start()])
        yield from _read(match[0])
        at = match.end()
    yield Segment(text[at:])


@lru_cache(maxsize=8192)
def _read(run: str) -> Ruby:
    found = _converter().convert(run)
    if "".join(one["orig"] for one in found) != run:
        return (Segment(run),)
    return tuple(segment for one in found for segment in align(one["orig"], one["hira"]) or (Segment(one["orig"]),))


@cache
def _converter() -> Any:
    return pykakasi.kakasi()  # type: ignore[no-untyped-call]
