"""The sentence splitter, on which the keys of all approved readings rest: it must not change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.sentences import split_sentences


@given(st.text(alphabet="市民。、「」『』（）()\n\tあ", max_size=60))
def test_the_sentences_of_a_text_join_to_it(text: str) -> None:
    assert "".join(split_sentences(text)) == text


@given(st.text(max_size=60))
def test_no_sentence_is_empty(text: str) -> None:
    assert all(split_sentences(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("市民は話します。市は聞きます。", ["市民は話します。", "市は聞きます。"]),
        ("終わりに点がない", ["終わりに点がない"]),
        ("「行きます。」と話しました。はい。", ["「行きます。」と話しました。", "はい。"]),
        ("協働（力を合わせること。）とは、", ["協働（力を合わせること。）とは、"]),
        ("『「a。」b。』c。d", ["『「a。」b。』c。", "d"]),
        ("一行\n二行。三行", ["一行\n", "二行。", "三行"]),
        ("補助\t費用。\t花壇", ["補助\t", "費用。", "\t", "花壇"]),
        ("閉じない「かっこ。次の文\n次の行。その次", ["閉じない「かっこ。次の文\n", "次の行。", "その次"]),
        ("開かない」かっこ。次", ["開かない」かっこ。", "次"]),
        ("（市が行います。）次です。", ["（市が行います。）次です。"]),
        ("『案。』「案。」(案。)案。", ["『案。』「案。」(案。)案。"]),
        ("1）閉じるだけ。次。", ["1）閉じるだけ。", "次。"]),
        ("。。", ["。", "。"]),
        ("前。 後。", ["前。", " 後。"]),
        ("行\u2028区切り\r\nではない", ["行\u2028区切り\r\n", "ではない"]),
    ],
)
def test_a_text_is_cut_where_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert split_sentences(text) == expected
