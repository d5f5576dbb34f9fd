"""Comparing the units of a source with those of the pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.check_source import compare_units
from macros.model.findings import Place
from macros.model.text import Block

TOP = Place("docs/guideline/r5/index.md")
LETTERS = st.lists(st.sampled_from("一二三四五"), max_size=8)


def units(words: list[str]) -> list[tuple[str, Block]]:
    """Units of a page: each word is a block on a line of its own."""
    return [
        (word, Block(at, "paragraph", "igi", word, "", word, "", "", Place("docs/a.md", at + 1)))
        for at, word in enumerate(words)
    ]


def differences(source: list[str], page: list[str]) -> list[tuple[int, str]]:
    """Line and message of each finding."""
    return [(one.place.line, one.message) for one in compare_units(source, units(page), TOP)]


@given(LETTERS)
def test_the_same_words_give_no_finding(words: list[str]) -> None:
    assert differences(words, words) == []


@given(LETTERS, LETTERS)
def test_other_words_give_a_finding(source: list[str], page: list[str]) -> None:
    assert bool(differences(source, page)) == (source != page)


@pytest.mark.parametrize(
    ("source", "page", "line", "words"),
    [
        (["一", "二", "三"], ["一", "弐", "三"], 2, "資料：「二」 このページ：「弐」"),
        (["一", "二", "三"], ["一", "三"], 2, "資料：「二」 このページ：「（なし）」"),
        (["一", "三"], ["一", "二", "三"], 2, "資料：「（なし）」 このページ：「二」"),
        (["一", "二"], ["一"], 1, "資料：「二」 このページ：「（なし）」"),
    ],
)
def test_a_difference_is_told_with_both_words_at_the_line_of_the_page(
    source: list[str], page: list[str], line: int, words: str
) -> None:
    ((found_line, message),) = differences(source, page)

    assert found_line == line
    assert words in message


def test_a_page_that_says_nothing_is_told_at_its_top() -> None:
    (found,) = compare_units(["一"], [], TOP)

    assert found.place == TOP


def test_of_long_words_the_place_of_the_difference_is_shown() -> None:
    ((_, message),) = differences(["前" * 50 + "中公" + "後" * 50], ["前" * 50 + "公共" + "後" * 50])

    assert "…前前前前前前前前前前前前中公後後" in message
    assert "…前前前前前前前前前前前前公共後後" in message


def test_words_that_are_divided_otherwise_are_not_shown_as_the_same() -> None:
    ((_, message),) = differences(["見本県 見本市", "沿革"], ["見本県", "見本市", "沿革"])

    source, page = message.removeprefix("本文が資料と違います。").split(" このページ：")
    assert source.removeprefix("資料：") != page
