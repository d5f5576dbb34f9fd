"""The second reader supplies readings, never text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.ruby import plain
from macros.japanese.second_reader import second_ruby

LOST = [
    "案〈＝計画〉",
    "髙橋",
    "期\u00a0間",
    "期\t間",
    "㈱山田",
    "𠮷野",
    "山﨑",
    "￥100",
    "｢案｣･案",
    "案👨‍👩‍👧案",
    "ｶﾞ学校",
]
"""Texts that the second reader by itself loses signs of, or repeats."""


@pytest.mark.parametrize("text", LOST)
def test_signs_that_it_loses_are_kept(text: str) -> None:
    assert plain(second_ruby(text)) == text


@given(st.text())
def test_no_text_is_changed(text: str) -> None:
    assert plain(second_ruby(text)) == text


def test_it_reads_by_itself() -> None:
    assert [one.reading for one in second_ruby("協働の指針") if one.reading] == ["きょうどう", "ししん"]
