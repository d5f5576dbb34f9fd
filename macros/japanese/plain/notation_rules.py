"""Rules of easy Japanese on years, hours, spans of time, spaces and readings."""

import re
import unicodedata
from collections.abc import Iterator

from macros.japanese.era import ERAS
from macros.japanese.plain.registry import Slip, rule
from macros.japanese.plain.sentence import EasySentence
from macros.japanese.plain.vocabulary import Vocabulary

NOON = 12

_YEAR = re.compile(
    r"(?P<era>明治|大正|昭和|平成|令和)(?P<year>元|[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})年(?P<fiscal>度)?(?!度)"
    r"(?![（(][0-9０-９]{4}年)"
)
_FROM = re.compile(r"[0-9０-９]{4}年度?[（(]$")
_SHORT = re.compile(r"(?<![A-Za-z])[MTSHR][0-9]{1,2}(?:年度?|[./][0-9]{1,2})")
_SPAN = re.compile(r"[^、。（）「」\s]{0,6}[〜～~][^、。（）「」\s]{0,6}")
_CLOCK = re.compile(r"(?:午[前後])?(?P<hour>[0-9]{1,2})(?:[:：](?P<minute>[0-9]{2})|時(?!間|期|代|点|々))")
_SPACE = re.compile(r"(?P<before>\S?)[ \u00a0\u3000]+(?P<after>\S?)")
_NUMBER = re.compile(r"[（(]?(?:[0-9]+|[A-ZⅠ-Ⅻ①-⑳]|第[0-9Ⅰ-Ⅻ]+章)[)）.]?[ \u3000]")
_READING = re.compile(r"[一-鿿々〆]+[ぁ-ん]{0,2}(?:（[ぁ-んー・]+）|\([ぁ-んー・]+\)|《[ぁ-んー・]+》)")
_KANJI_DIGITS = {sign: value for value, sign in enumerate("一二三四五六七八九", start=1)}


@rule("E025")
def era_alone(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """A year of an era without the western year beside it."""
    for match in _YEAR.finditer(sentence.text):
        if not _FROM.search(sentence.text[: match.start()]):
            fiscal = match["fiscal"] or ""
            western = _western(match["era"], match["year"])
            yield Slip(match[0], {"instead": f"{match[0]}（{western}年{fiscal}）"})
    for match in _SHORT.finditer(sentence.text):
        yield Slip(match[0], {"instead": "令和5年（2023年）"})


def _western(era: str, year: str) -> int:
    first = next(day.year for name, day in ERAS if name == era)
    return first + _number(year) - 1


def _number(year: str) -> int:
    if year == "元":
        return 1
    folded = unicodedata.normalize("NFKC", year)
    if folded.isdigit():
        return int(folded)
    tens, ten, ones = year.rpartition("十")
    return (_KANJI_DIGITS.get(tens, 1) * 10 if ten else 0) + _KANJI_DIGITS.get(ones, 0)


@rule("E026")
def span_sign(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """〜 between two times or places."""
    for match in _SPAN.finditer(sentence.text):
        yield Slip(match[0])


@rule("E027")
def long_clock(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """Hours after noon counted on, and hours written with a colon."""
    folded = unicodedata.normalize("NFKC", sentence.text)
    text = folded if len(folded) == len(sentence.text) else sentence.text
    for match in _CLOCK.finditer(text):
        hour, minute = int(match["hour"]), match["minute"]
        if minute is None and hour <= NOON:
            continue
        half = "午前" if hour < NOON else "午後"
        minutes = f"{int(minute)}分" if minute and int(minute) else ""
        given = sentence.text[match.start() : match.end()]
        yield Slip(given, {"instead": f"{half}{hour - NOON if hour > NOON else hour}時{minutes}"})


@rule("E006")
def typed_space(sentence: EasySentence, known: Vocabulary) -> Iterator[Slip]:
    """A space, or a line end, between words: the page draws them itself; behind the number of a title it is right."""
    start = _NUMBER.match(sentence.text) if sentence.form == "title" else None
    for match in _SPACE.finditer(known.without(known.names, sentence.text), start.end() if start else 0):
        if not (match["before"].isascii() and match["after"].isascii()):
            yield Slip(sentence.text[match.start() : match.end()])


@rule("E007")
def typed_reading(sentence: EasySentence, known: Vocabulary) -> Iterator[Slip]:
    """A reading in brackets behind kanji: the page prints the approved ones. Names are what they are."""
    for match in _READING.finditer(known.without(known.names, sentence.text)):
        yield Slip(match[0])
