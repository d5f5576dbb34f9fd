"""The sentence splitter, on which the keys of all approved readings rest: it must not change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("市は、公表します。市民は、読みます。", ["市は、公表します。", "市民は、読みます。"]),
        ("「読みます。」と言いました。次です。", ["「読みます。」と言いました。", "次です。"]),
        ("（市が行います。）次です。", ["（市が行います。）次です。"]),
        ("『案。』「案。」(案。)案。", ["『案。』「案。」(案。)案。"]),
        ("見出しには句点がない", ["見出しには句点がない"]),
        ("項目\t項目。\n注", ["項目\t", "項目。", "\n", "注"]),
        ("「閉じない。\n次。", ["「閉じない。\n", "次。"]),
        ("1）閉じるだけ。次。", ["1）閉じるだけ。", "次。"]),
        ("。。", ["。", "。"]),
        ("前。 後。", ["前。", " 後。"]),
        ("行\u2028区切り\r\nではない", ["行\u2028区切り\r\n", "ではない"]),
        ("", []),
    ],
)
def test_where_a_sentence_ends(text: str, parts: list[str]) -> None:
    assert split_sentences(text) == parts


@given(st.text("あ。「」『』（）()\n\t 、"))
def test_the_parts_join_to_the_text(text: str) -> None:
    parts = split_sentences(text)

    assert "".join(parts) == text
    assert "" not in parts
