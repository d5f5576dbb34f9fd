"""Numbers spoken with what they count."""

import pytest

from macros.japanese.numerals import counted, counter_after, spoken, value_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("二十四", 24),
        ("三千", 3000),
        ("百十五", 115),
        ("一万二千", 12_000),
        ("三億", 300_000_000),
        ("十", 10),
        ("24", 24),
        ("２４", 24),
        ("1,001", 1001),
        ("二五", None),
        ("二〇", None),
        ("", None),
        ("2.5", None),
    ],
)
def test_the_value_of_a_written_number(written: str, value: int | None) -> None:
    assert value_of(written) == value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (24, "にじゅうよん"),
        (300, "さんびゃく"),
        (8600, "はっせんろっぴゃく"),
        (13_000, "いちまんさんぜん"),
        (10**8, "いちおく"),
    ],
)
def test_a_number_is_spoken(value: int, words: str) -> None:
    assert spoken(value) == words


@pytest.mark.parametrize(
    ("value", "counter", "reading", "words"),
    [
        (1, "件", "けん", "いっけん"),
        (3, "本", "ほん", "さんぼん"),
        (6, "回", "かい", "ろっかい"),
        (10, "分", "ふん", "じゅっぷん"),
        (20, "点", "てん", "にじゅってん"),
        (4, "次", "じ", "よじ"),
        (7, "次", "じ", "ななじ"),
        (9, "時", "じ", "くじ"),
        (14, "年度", "ねんど", "じゅうよねんど"),
        (7, "月", "がつ", "しちがつ"),
        (2, "人", "にん", "ふたり"),
        (24, "日", "にち", "にじゅうよっか"),
        (100, "件", "けん", "ひゃっけん"),
        (1000, "本", "ほん", "せんぼん"),
        (5, "団体", "だんたい", "ごだんたい"),
    ],
)
def test_number_and_counter_are_spoken_as_one(value: int, counter: str, reading: str, words: str) -> None:
    assert counted(value, counter, reading) == words


@pytest.mark.parametrize(
    ("value", "counter", "reading", "words"),
    [
        (3, "本", "ほん", "ぼん"),
        (5, "本", "ほん", "ほん"),
        (4, "分", "ふん", "ぷん"),
        (15, "分", "ふん", "ふん"),
        (0, "本", "ほん", "ほん"),
    ],
)
def test_a_counter_after_digits(value: int, counter: str, reading: str, words: str) -> None:
    assert counter_after(value, counter, reading) == words
