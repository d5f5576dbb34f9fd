"""Words whose signs are set apart: 期　間 reads き and かん, as the word 期間 does."""

import re
from collections.abc import Iterator

from macros.japanese.placed import Edit
from macros.japanese.ruby import KANJI, Segment, hiragana
from macros.japanese.words import words

_SPACED = re.compile(
    rf"(?<![{KANJI}0-9０-９ぁ-ヺー])(?P<first>[{KANJI}])(?:[ 　\u00a0]+[{KANJI}]){{1,3}}(?![{KANJI}ぁ-ヺー])"
)
_SYLLABLE = "[あいうえおか-ぢつ-もやゆよら-ろわ]"
_SINGLE = re.compile(f"{_SYLLABLE}[ゃゅょ]?[いうんきくちつっ]?")
"""On readings have one syllable, closed by い, う, ん, き, く, ち, つ or っ (漢字音)."""


def spaced_edits(text: str) -> Iterator[Edit]:
    """Readings of words set apart, where the word is known and its reading divides in one way."""
    for match in _SPACED.finditer(text):
        word = re.sub("[ 　\u00a0]", "", match[0])
        found = words(word, "B")
        if len(found) == 1 and (parts := divided(hiragana(found[0].reading), len(word))):
            readings = iter(parts)
            segments = (Segment(sign, None if sign in " 　\u00a0" else next(readings)) for sign in match[0])
            yield Edit(match.start(), tuple(segments))


def is_on_reading(reading: str) -> bool:
    """Whether a single kanji may be read so in a word from Chinese."""
    return _SINGLE.fullmatch(reading) is not None


def divided(reading: str, count: int) -> list[str] | None:
    """An on reading cut into those of its kanji: きかん, 2 → き, かん; none unless there is exactly one way."""
    found = list(_ways(reading, count))
    return found[0] if len(found) == 1 else None


def _ways(reading: str, count: int) -> Iterator[list[str]]:
    if count == 0:
        if not reading:
            yield []
        return
    for end in range(1, min(len(reading), 3) + 1):
        if _SINGLE.fullmatch(reading[:end]):
            yield from ([reading[:end], *rest] for rest in _ways(reading[end:], count - 1))
