"""Readings over a text: the text cut into stretches, each with its reading or none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

KANJI = "㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U0003fffd々〆"
"""Kanji and the signs that stand for one, as the inside of a character class."""

BASE = rf"{KANJI}ヶ"
"""What may carry a reading: ヶ too, in 3ヶ月 (design: the base of 《》)."""

READING = re.compile("[ぁ-ゖー]+")
"""What a reading is made of."""

_KANJI = re.compile(f"[{KANJI}]")
_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text."""

    surface: str
    """Its code points, as they stand in the text."""
    reading: str | None = None
    """Reading in hiragana of a word written in kanji; none for all that lies between."""


Ruby = tuple[Segment, ...]
"""A text with its readings: the surfaces join to the text, no two stretches without reading stand side by side."""


def has_kanji(text: str) -> bool:
    """Whether a kanji stands in the text."""
    return _KANJI.search(text) is not None


def hiragana(text: str) -> str:
    """The text with katakana turned into hiragana."""
    return text.translate(_HIRAGANA)


def plain(ruby: Iterable[Segment]) -> str:
    """The text without its readings."""
    return "".join(segment.surface for segment in ruby)


def joined(segments: Iterable[Segment]) -> Ruby:
    """The segments with neighbours that have no reading joined, and empty ones left out."""
    found: list[Segment] = []
    for segment in segments:
        if segment.reading is None and found and found[-1].reading is None:
            found[-1] = Segment(found[-1].surface + segment.surface)
        elif segment.surface:
            found.append(segment)
    return tuple(found)


def unread(ruby: Iterable[Segment]) -> list[str]:
    """Stretches of kanji that have no reading: questions to a person."""
    return [run for one in ruby if one.reading is None for run in re.findall(f"[{KANJI}]+", one.surface)]
