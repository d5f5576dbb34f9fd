"""Known words: lists, explanations, levels, words made of others."""

import pytest

from macros.japanese.plain.levels import load_levels
from macros.japanese.plain.vocabulary import Vocabulary
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
