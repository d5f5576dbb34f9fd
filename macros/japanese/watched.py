"""Words that only their sentence can read right: what a person has to read twice."""

import re
from collections.abc import Iterator

from macros.japanese.ruby import Ruby

HOMOGRAPHS = frozenset(
    "今日 下 上 元 家 道 他 方 人 何 中 後 間 行 表 本 得 一日 人気 十分".split()  # noqa: SIM905 (a list of words)
)
"""Words with several readings: 今日 is こんにち or きょう."""

_DIGIT = re.compile("[0-9０-９]")


def watched_words(ruby: Ruby) -> Iterator[str]:
    """Words of a sentence that have several readings, or stand beside a number: 4日 is よっか, 24日 is not."""
    before = ""
    for segment in ruby:
        if segment.reading is not None and (
            segment.surface in HOMOGRAPHS or _DIGIT.match(segment.surface) or _DIGIT.fullmatch(before)
        ):
            yield segment.surface
        before = segment.surface[-1:]
