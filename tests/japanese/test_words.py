"""Words of Japanese: the dictionary's longest units, and never a character lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.words import LONGEST, words


def surfaces(text: str) -> list[str]:
    """The words as they stand in the text."""
    return [word.surface for word in words(text)]


@given(st.text(max_size=60))
def test_the_words_of_any_text_join_to_it(text: str) -> None:
    assert "".join(surfaces(text)) == text


@given(st.text(max_size=40))
def test_no_word_is_empty(text: str) -> None:
    assert all(surfaces(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("市民協働推進センター", ["市民", "協働", "推進", "センター"]),
        ("努めています。", ["努め", "て", "い", "ます", "。"]),
        ("補助\t費用\n花壇", ["補助", "\t", "費用", "\n", "花壇"]),
        ("家族👩\u200d👧です", ["家族", "👩\u200d👧", "です"]),
    ],
)
def test_a_text_is_cut_into_the_longest_units_of_the_dictionary(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


def test_a_mark_to_be_joined_belongs_to_the_word_before_it() -> None:
    assert not any(surface.startswith("\u3099") for surface in surfaces("か\u3099くせいと"))


def test_a_text_longer_than_the_dictionary_takes_is_cut_in_pieces() -> None:
    text = "市" * (2 * LONGEST + 1)

    assert "".join(surfaces(text)) == text


def test_another_spelling_has_the_same_normal_form() -> None:
    assert words("取組")[0].normal == words("取り組み")[0].normal


@pytest.mark.parametrize(
    ("text", "content"),
    [("市民が協働を進めています。", ["市民", "協働", "進め"]), ("これは、そのための、", ["これ", "ため"])],
)
def test_words_of_meaning_are_told_from_those_that_only_join(text: str, content: list[str]) -> None:
    assert [word.surface for word in words(text) if word.is_content] == content


def test_the_tail_of_a_predicate_is_known() -> None:
    assert [word.surface for word in words("努めています") if word.is_ending] == ["て", "い", "ます"]
    assert next(word.surface for word in words("努めています") if word.is_predicate) == "努め"
