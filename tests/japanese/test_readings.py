"""Proposed readings: no text is ever changed, and words are read as the case files say."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.japanese import readings
from macros.japanese.readings import disagreements, propose
from macros.japanese.ruby import READING, Ruby, Segment, plain, unread
from tests.cases.readings import Sentence, read_sentences, wrong_runs

SENTENCES = read_sentences()

_BASE = re.compile("[0-9０-９]*[㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U0003fffd々〆ヶ]+")

BAD = [
    "案〈＝計画〉",
    "髙橋、山﨑、𠮷田、㈱山田",
    "協働👨‍👩‍👧‍👦の🎌日",
    "期\u00a0間\t期 間\r期\u2028間\x85期",
    "ｶﾞｯｺｳの祭ﾘ",
    "<b>協働</b>&amp;《協働》｜",
    "か\u3099く学\u0301校、葛\U000e0100城市",
    "\x00協働\x1b[0m\ufeff\u200b",
    "ﷺ" * 10_000 + "協働",
    "二〇二五年、Ｈ２３、①㍻㋿",
    "豈更車",
    "",
]
"""Texts that break tools for Japanese."""


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: f"{one.file}-{one.line}")
def test_words_are_read_as_in_the_case_files(sentence: Sentence) -> None:
    assert wrong_runs(sentence.ruby, propose(plain(sentence.ruby))) == []


def test_there_are_many_cases() -> None:
    assert len(SENTENCES) > 300


def problems(text: str, ruby: Ruby) -> list[str]:
    """What breaks the contract."""
    found = [] if plain(ruby) == text else ["the text is changed"]
    found += [
        f"reading {one.reading!r}" for one in ruby if one.reading is not None and not READING.fullmatch(one.reading)
    ]
    found += [f"base {one.surface!r}" for one in ruby if one.reading is not None and not _BASE.fullmatch(one.surface)]
    beside = pairwise(ruby)
    return found + ["two texts side by side" for one, two in beside if one.reading is None and two.reading is None]


@pytest.mark.parametrize("text", BAD)
def test_bad_input_is_unharmed(text: str) -> None:
    assert problems(text, propose(text)) == []


@given(st.text())
def test_no_text_is_changed(text: str) -> None:
    assert problems(text, propose(text)) == []


@given(
    st.text("協働市民等行人一二十百〇日月年人分本か所1２40.,，()（）木 　\t\n\r。ヶ々髙\u3099\ufe0fー<>〈＝〉元RH第")
)
@example("3月4日(木・金)、一か所")
@example("1日1日")
@example("元年度元年")
def test_no_japanese_text_is_changed(text: str) -> None:
    assert problems(text, propose(text)) == []


def test_a_line_longer_than_the_analyser_takes_is_read_too() -> None:
    text = "協働の指針を定め、" * 11_112

    ruby = propose(text)

    assert problems(text, ruby) == []
    assert sum(one == Segment("協働", "きょうどう") for one in ruby) > 11_100


def test_a_reader_that_loses_a_sign_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "usual_forms", lambda text: text.replace("﨑", ""))

    assert problems("山﨑", propose("山﨑")) != []


def test_a_sign_with_a_mark_of_its_own_is_left_to_a_person() -> None:
    assert unread(propose("葛\U000e0100の町")) == ["葛"]


def test_the_same_text_is_read_the_same_way_twice() -> None:
    assert propose("今日、和楽器の音を聴く。") == propose("今日、和楽器の音を聴く。")


def test_the_second_reader_disagrees_where_it_reads_otherwise() -> None:
    ruby = (Segment("人", "ひと"), Segment("の"), Segment("協働", "きょうどう"))

    assert disagreements(ruby) == [("人", "ひと", "にん")]
