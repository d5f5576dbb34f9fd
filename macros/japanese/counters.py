"""Readings beside numbers: 3月4日 よっか, 1人 ひとり, 10分 ぷん, 三本 さんぼん.

Digits get a reading only where number and counter are read as one word.
"""

import re
from collections.abc import Iterator

from macros.japanese.numerals import KANJI_NUMBER, PERSONS, counted, counter_after, day, value_of
from macros.japanese.placed import Edit
from macros.japanese.ruby import Ruby, Segment

READINGS = {
    "日": "にち",
    "人": "にん",
    "月": "がつ",
    "年": "ねん",
    "年度": "ねんど",
    "年度末": "ねんどまつ",
    "年生": "ねんせい",
    "時": "じ",
    "分": "ふん",
    "次": "じ",
    "回": "かい",
    "件": "けん",
    "本": "ほん",
    "階": "かい",
    "名": "めい",
    "歳": "さい",
    "番": "ばん",
    "円": "えん",
    "期": "き",
    "章": "しょう",
    "条": "じょう",
    "項": "こう",
    "号": "ごう",
    "点": "てん",
    "社": "しゃ",
    "校": "こう",
    "台": "だい",
    "枚": "まい",
    "冊": "さつ",
    "個": "こ",
    "軒": "けん",
    "足": "そく",
    "匹": "ひき",
    "杯": "はい",
    "泊": "はく",
    "票": "ひょう",
    "歩": "ほ",
    "棟": "とう",
    "版": "はん",
    "割": "わり",
    "倍": "ばい",
    "度": "ど",
    "世帯": "せたい",
    "団体": "だんたい",
    "種類": "しゅるい",
    "箇所": "かしょ",
    "箇月": "かげつ",
    "ヶ月": "かげつ",
    "ヶ所": "かしょ",
    "週間": "しゅうかん",
    "時間": "じかん",
    "丁目": "ちょうめ",
    "段階": "だんかい",
}
"""Counters and their readings without a change of sound."""

_COUNTERS = "|".join(sorted(READINGS, key=len, reverse=True))
_NOT_BEFORE = r"(?<![0-9０-９A-Za-z.．,，])"
_ARABIC = re.compile(
    rf"{_NOT_BEFORE}(?P<number>[0-9０-９]+(?:[,，][0-9０-９]{{3}})*)(?P<counter>{_COUNTERS})(?P<span>(?<=[日分])間|(?<=人)組)?"
)
_KANJI = re.compile(
    rf"(?<![一二三四五六七八九十百千万億〇])(?P<number>{KANJI_NUMBER.pattern})(?P<counter>{_COUNTERS})(?P<span>間)?"
)
_LARGE = re.compile(r"(?<=[0-9０-９])(?P<unit>[百千万億兆]+)")
_LARGE_READINGS = {"百": "ひゃく", "千": "せん", "万": "まん", "億": "おく", "兆": "ちょう", "百万": "ひゃくまん"}
_LARGE_READINGS |= {"千万": "せんまん"}
_NO_PERSON = ("称", "前", "乗", "目標")
_WEEKDAY = re.compile(r"\s*[（(][月火水木金土日祝・]+(?:曜日?)?[）)]")
_WEEKDAY_READINGS = dict(
    zip("月火水木金土日祝", ("げつ", "か", "すい", "もく", "きん", "ど", "にち", "しゅく"), strict=True)
)
_WEEKDAYS = re.compile(r"(?<=日)[ 　\u00a0]*[（(](?P<days>[月火水木金土日祝](?:[・、,][月火水木金土日祝])*)[）)]")
_KA_READINGS = {"月": "げつ", "所": "しょ", "国": "こく", "年": "ねん", "条": "じょう", "村": "そん"}
_WITH_KA = re.compile(
    rf"(?<![一二三四五六七八九十百千万億〇])(?P<number>{KANJI_NUMBER.pattern})(?P<ka>[かカケヵ])(?P<counter>[{''.join(_KA_READINGS)}])"
)
_BY_DIGIT = re.compile("[一二三四五六七八九]*〇[一二三四五六七八九〇]*(?<=..)")
"""二〇二五: a person says how it is read."""
_FIRST = re.compile(r"(?:月|(?:今|先|来|毎|翌|当|同|前)月の)\s*\Z")
_BLANK_MONTH = re.compile(r"(?<=年)(?P<space>[ 　\u00a0]*)月(?![0-9０-９一-龯々])")
_BLANK_DAY = re.compile(r"(?<=月)(?P<space>[ 　\u00a0]+)日(?![一-龯々])")
_FIRST_YEAR = re.compile(r"元(?P<unit>年度|年)")
_SHORT_FIRST_YEAR = re.compile(r"(?<![A-Za-zＡ-Ｚａ-ｚ])[RHSTMＲＨＳＴＭ]元")


def number_edits(text: str) -> Iterator[Edit]:
    """Readings beside numbers, the surest first."""
    yield from _years(text)
    yield from _blanks(text)
    yield from _weekdays(text)
    yield from _places_and_months(text)
    for match in _BY_DIGIT.finditer(text):
        yield Edit(match.start(), (Segment(match[0]),))
    for match in _ARABIC.finditer(text):
        yield Edit(match.start(), _arabic(text, match))
    for match in _KANJI.finditer(text):
        if (value := value_of(match["number"])) is not None and match["number"] not in ("万", "億"):
            read = Segment(match["number"] + match["counter"], _in_kanji(text, match, value))
            yield Edit(match.start(), (read, *_span(match)), _must_divide(match))
    for match in _LARGE.finditer(text):
        if reading := _LARGE_READINGS.get(match["unit"]):
            voiced = match["unit"] == "千" and text[match.start() - 1] in "3３"
            yield Edit(match.start(), (Segment(match["unit"], "ぜん" if voiced else reading),))


def _years(text: str) -> Iterator[Edit]:
    """令和元年度 がんねんど, R元 がん."""
    for match in _FIRST_YEAR.finditer(text):
        yield Edit(match.start(), (Segment(match[0], "がん" + READINGS[match["unit"]]),))
    for match in _SHORT_FIRST_YEAR.finditer(text):
        yield Edit(match.end() - 1, (Segment("元", "がん"),))


def _blanks(text: str) -> Iterator[Edit]:
    """令和5年 月: the number is still to be filled in."""
    for pattern, reading in ((_BLANK_MONTH, "がつ"), (_BLANK_DAY, "にち")):
        for match in pattern.finditer(text):
            yield Edit(match.end() - 1, (Segment(text[match.end() - 1], reading),))


def _weekdays(text: str) -> Iterator[Edit]:
    """4月4日(木) もく."""
    for match in _WEEKDAYS.finditer(text):
        for at in range(match.start("days"), match.end("days")):
            if text[at] in _WEEKDAY_READINGS:
                yield Edit(at, (Segment(text[at], _WEEKDAY_READINGS[text[at]]),))


def _places_and_months(text: str) -> Iterator[Edit]:
    """一か所 いっ, しょ."""
    for match in _WITH_KA.finditer(text):
        if (value := value_of(match["number"])) is not None:
            number = Segment(match["number"], counted(value, "", "か").removesuffix("か"))
            counter = Segment(match["counter"], _KA_READINGS[match["counter"]])
            yield Edit(match.start(), (number, Segment(match["ka"]), counter))


def _arabic(text: str, match: re.Match[str]) -> Ruby:
    number, counter = match["number"], match["counter"]
    value = value_of(number) or 0
    if fused := _fused(text, match, value):
        return (Segment(number + counter, fused), *_span(match))
    if counter == "分":
        return (Segment(number), Segment(counter, _minutes(text, match, value)), *_span(match))
    return (Segment(number), Segment(counter, counter_after(value, counter, READINGS[counter])), *_span(match))


def _span(match: re.Match[str]) -> Ruby:
    """間 in 3日間, 組 in 2人組: the dictionary knows it as one word with the counter, the table does not."""
    return (Segment(match["span"], {"間": "かん", "組": "ぐみ"}[match["span"]]),) if match["span"] else ()


def _must_divide(match: re.Match[str]) -> int | None:
    """Where the dictionary must see two words: 十分 is じゅうぶん before it is ten minutes, 三十分 is not."""
    return None if match["counter"] == "分" and match["number"] != "十" else match.start("counter")


def _fused(text: str, match: re.Match[str], value: int) -> str | None:
    """The reading of a number and its counter where it is one word; none where the number is read by itself."""
    if match["counter"] == "日":
        return "ついたち" if value == 1 and _is_first_of_month(text, match) else day(value)
    behind = text[match.end() : match.end() + 2]
    return PERSONS.get(value) if match["counter"] == "人" and not behind.startswith(_NO_PERSON) else None


def _is_first_of_month(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 8) : match.start()]
    return bool(_FIRST.search(before) or _WEEKDAY.match(text, match.end()))


def _minutes(text: str, match: re.Match[str], value: int) -> str:
    """分 of an hour, of ten parts (2割5分) and of a whole (3分の1)."""
    if text[match.start() - 1 : match.start()] == "割":
        return "ぶ"
    if re.match(r"の[0-9０-９一二三四五六七八九十]", text[match.end() : match.end() + 2]):
        return "ぶん"
    return counter_after(value, "分", "ふん")


def _in_kanji(text: str, match: re.Match[str], value: int) -> str:
    counter = match["counter"]
    if counter == "日" and value == 1 and _is_first_of_month(text, match):
        return "ついたち"
    if counter == "分" and re.match("の[一二三四五六七八九十]", text[match.end() : match.end() + 2]):
        return counted(value, "", "ぶん")
    return counted(value, counter, READINGS[counter])
