"""Names that look alike though their letters differ, after Unicode's list of confusable characters (UTS 39)."""

from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

import regex
from confusable_homoglyphs.confusables import confusables_data

_NAMES = ("Han", "Katakana", "Hiragana", "Latin", "Greek", "Cyrillic")
_SCRIPTS = tuple((name, regex.compile(rf"\p{{Script={name}}}")) for name in _NAMES)


def skeleton(name: str) -> str:
    """What a name looks like: two names with the same skeleton cannot be told apart by eye."""
    return "".join(_prototypes().get(sign, sign) for sign in normalize("NFKC", name))


def strangers(name: str) -> Iterator[tuple[int, str]]:
    """Letters between two letters of another script that hold a look-alike of it: offset and the look-alike."""
    for at in range(1, len(name) - 1):
        around = script_of(name[at - 1])
        if around and around == script_of(name[at + 1]) and script_of(name[at]) not in (None, around):
            twin = next((one for one in _look_alikes(name[at]) if script_of(one) == around), None)
            if twin:
                yield at, twin


def script_of(sign: str) -> str | None:
    """The script of a letter, of those that names here are written in or that look like them; none of other signs."""
    if sign == "ー":
        return "Katakana"  # Unicode counts it to both kana
    return next((name for name, pattern in _SCRIPTS if pattern.match(sign)), None)


def _look_alikes(sign: str) -> list[str]:
    return [one["c"] for one in confusables_data.get(sign, ())]


@cache
def _prototypes() -> dict[str, str]:
    """Each confusable letter with one that stands for all that look like it: the first of its group."""
    parent: dict[str, str] = {}

    def top(sign: str) -> str:
        while parent.get(sign, sign) != sign:
            sign = parent[sign]
        return sign

    for sign in confusables_data:
        for other in _look_alikes(sign):
            if len(sign) == len(other) == 1:
                first, second = sorted((top(sign), top(other)))
                parent[second] = first
    return {sign: top(sign) for sign in parent}
