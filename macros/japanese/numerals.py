"""Numbers read aloud with what they count: 三本 さんぼん, 第四次 よじ, 一件 いっけん.

Sources: 常用漢字表 付表 (一日 ついたち, 二十日 はつか); NHK日本語発音アクセント新辞典, its table of counters.
"""

import re
from unicodedata import normalize

_ONES = ("", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "億": 100_000_000}
_HUNDREDS = {1: "ひゃく", 3: "さんびゃく", 6: "ろっぴゃく", 8: "はっぴゃく"}
_THOUSANDS = {1: "せん", 3: "さんぜん", 8: "はっせん"}

KANJI_NUMBER = re.compile("[一二三四五六七八九十百千万億]+")
"""A number in kanji, written as it is spoken: 二十四."""

DAYS = {
    2: "ふつか",
    3: "みっか",
    4: "よっか",
    5: "いつか",
    6: "むいか",
    7: "なのか",
    8: "ようか",
    9: "ここのか",
    10: "とおか",
    14: "じゅうよっか",
    20: "はつか",
    24: "にじゅうよっか",
}
"""Days that number and counter do not add up to; the first of a month is another matter than one day."""

_FOURTH = 4
"""Last digit of days that end in よっか, from 24 on: 34日 さんじゅうよっか."""

PERSONS = {1: "ひとり", 2: "ふたり"}
"""Persons that number and counter do not add up to."""

_LAST = {
    4: ("よん", {"時": "よ", "年": "よ", "人": "よ", "円": "よ", "番": "よ", "次": "よ", "日": "よ", "月": "し"}),
    7: ("なな", {"時": "しち", "月": "しち"}),
    9: ("きゅう", {"時": "く", "月": "く"}),
}
"""Last digits that change before a counter that begins with this kanji: 四年生 よねんせい."""

_SOFT = dict(zip("はひふへほ", "ぱぴぷぺぽ", strict=True))
_VOICED = dict(zip("はひふへほかきくけこさしすせそ", "ばびぶべぼがぎぐげござじずぜぞ", strict=True))
_VOICED_AFTER_THREE = ("本", "匹", "杯", "票", "階", "軒", "足", "百", "千")
_SOFT_AFTER_THREE = ("分", "泊", "発", "歩", "拍")
_DOUBLED = {1: ("いち", "かきくけこさしすせそたちつてとはひふへほ"), 6: ("ろく", "かきくけこはひふへほ")}
_DOUBLED |= {8: ("はち", "かきくけこさしすせそたちつてとはひふへほ"), 10: ("じゅう", _DOUBLED[1][1])}
_DOUBLED |= {100: ("ひゃく", "かきくけこはひふへほ")}
_SOFT_KANJI = "本匹杯票分泊発歩拍筆編片"
"""Counters whose は row turns into ぱ after っ, of those in use; 班, 版 and 品目 mostly keep it in public texts."""


def value_of(number: str) -> int | None:
    """Value of a number in kanji or in digits of either width; none where it is no whole number written plainly."""
    digits = normalize("NFKC", number).replace(",", "")
    if digits.isascii() and digits.isdigit():
        return int(digits)
    if KANJI_NUMBER.fullmatch(number) is None:
        return None
    total = below = digit = 0
    for sign in number:
        if sign in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[sign]
        elif sign in _UNITS:
            below, digit = below + (digit or 1) * _UNITS[sign], 0
        else:
            total, below, digit = total + (below + digit or 1) * _LARGE[sign], 0, 0
    return total + below + digit


def day(value: int) -> str | None:
    """Reading of a number of days where it is one word with 日; none where number and counter add up to it."""
    if value > max(DAYS) and value % 10 == _FOURTH:
        return spoken(value - _FOURTH) + DAYS[_FOURTH]
    return DAYS.get(value)


def spoken(value: int) -> str:
    """A number as it is spoken: `24` → にじゅうよん."""
    parts = []
    for word, size in (("おく", 10**8), ("まん", 10**4)):
        if value >= size:
            parts.append(spoken(value // size) + word)
            value %= size
    thousands, hundreds, tens, ones = (value // size % 10 for size in (1000, 100, 10, 1))
    parts.append(_THOUSANDS.get(thousands, _ONES[thousands] + "せん") if thousands else "")
    parts.append(_HUNDREDS.get(hundreds, _ONES[hundreds] + "ひゃく") if hundreds else "")
    parts.append((_ONES[tens] if tens > 1 else "") + "じゅう" if tens else "")
    parts.append(_ONES[ones])
    return "".join(parts)


def counter_after(value: int, counter: str, reading: str) -> str:
    """Reading of a counter after a number: 3, 本, ほん → ぼん."""
    first, rest = reading[0], reading[1:]
    last = value % 10
    if last == 3 or (value % 10_000 == 0 and value) or (value % 1000 == 0 and value):  # noqa: PLR2004 (三, 千, 万: さんぼん)
        if counter in _VOICED_AFTER_THREE:
            return _VOICED.get(first, first) + rest
        return (_SOFT.get(first, first) if counter in _SOFT_AFTER_THREE and last == 3 else first) + rest  # noqa: PLR2004
    if counter in ("分", "発") and last == 4:  # noqa: PLR2004 (四分 よんぷん)
        return _SOFT[first] + rest
    return (_SOFT.get(first, first) if counter in _SOFT_KANJI and _doubles(value, first) else first) + rest


def counted(value: int, counter: str, reading: str) -> str:
    """A number in kanji and its counter, spoken as one: 4, 次, じ → よじ."""
    if counter == "日" and (found := day(value)):
        return found
    if counter == "人" and value in PERSONS:
        return PERSONS[value]
    return _number_before(value, counter, reading) + counter_after(value, counter, reading)


def _number_before(value: int, counter: str, reading: str) -> str:
    number = spoken(value)
    usual, changed = _LAST.get(value % 10, ("", {}))
    if found := changed.get(counter[:1]):
        return number.removesuffix(usual) + found
    if doubled := _doubles(value, reading[0]):
        return number.removesuffix(doubled) + doubled[:-1] + "っ"
    return number


def _doubles(value: int, first: str) -> str | None:
    """The end of the number that turns into っ before a counter with this first sound; none where it stays."""
    for size in (100, 10):
        if value % size == 0 and value % (size * 10):
            doubled, before = _DOUBLED[size]
            return doubled if first in before else None
    doubled, before = _DOUBLED.get(value % 10, ("", ""))
    return doubled if doubled and first in before else None
