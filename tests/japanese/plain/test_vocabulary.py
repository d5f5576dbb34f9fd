"""Known words: lists, explanations, levels, words made of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.plain.levels import load_levels
from macros.japanese.plain.vocabulary import Masks, Vocabulary
from macros.japanese.words import words

LEVELS = load_levels()


def level(word: str) -> int | None:
    """Level of the first word of a text."""
    return Vocabulary(levels=LEVELS).level(words(word, "C")[0])


def unlisted(text: str, *listed: str) -> list[str]:
    """Content words of the text that are not listed."""
    return [word.surface for word in Vocabulary(frozenset(listed)).unlisted(text) if word.is_content]


@pytest.mark.parametrize("word", ["町", "話し合い", "考え方", "助け合う", "大きさ", "多く", "できる", "つくる"])
def test_words_of_n5_to_n3_and_words_made_of_them_are_easy(word: str) -> None:
    assert (level(word) or 0) >= 3


@pytest.mark.parametrize(("word", "expected"), [("方針", 2), ("趣旨", 1), ("協働", None), ("輻輳", None)])
def test_harder_and_unknown_words(word: str, expected: int | None) -> None:
    assert level(word) == expected


def test_a_listed_word_may_run_over_several_words_or_be_part_of_one() -> None:
    assert unlisted("中間支援の人", "中間支援") == ["人"]
    assert unlisted("市民協働推進センター", "協働", "センター") == ["市民", "推進"]


def test_a_listed_verb_is_known_in_every_form() -> None:
    assert unlisted("広げました。", "広げる") == []


def test_a_listed_sign_counts_only_as_a_word() -> None:
    assert unlisted("市と市場", "市") == ["市場"]


def test_what_counts_things_is_no_word() -> None:
    assert unlisted("3件の話") == ["3", "話"]


def test_an_explained_word_is_known_from_then_on() -> None:
    known = Vocabulary(frozenset({"市"})).with_explained(["方針", ""])

    assert known.spellings == {"市", "方針"}
    assert known.with_explained([]) is known


@given(st.lists(st.integers(0, 40), max_size=12, unique=True), st.integers(0, 40), st.integers(1, 5))
def test_masks_are_found_by_halving_as_if_each_were_looked_at(cuts: list[int], start: int, length: int) -> None:
    ordered = sorted(cuts)
    spans = list(zip(ordered[::2], ordered[1::2], strict=False))
    end = start + length

    masks = Masks(spans)

    assert masks.cover(start, end) == any(a <= start and end <= b for a, b in spans)
    assert masks.touch(start, end) == any(start < b and a < end for a, b in spans)
