"""Variants of width and spacing fold to one form; all else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.width import fold_width


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NPO 法人", "ＮＰＯ法人"),
        ("N P O 法人", "NPO法人"),
        ("5～10", "５〜１０"),
        ("5~10", "5～10"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("か\u3099くせい", "がくせい"),
        ("日\u3000時", "日\u00a0時"),
        ("日\u2003時", "日時"),
        ("（案）", "(案)"),
    ],
)
def test_variants_are_the_same(one: str, other: str) -> None:
    assert fold_width(one) == fold_width(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("活かす", "生かす"), ("市民", "市"), ("A\tB", "AB"), ("A\nB", "AB"), ("は", "ば"), ("①", "1"), ("ー", "-")],
)
def test_what_readers_would_notice_differs(one: str, other: str) -> None:
    assert fold_width(one) != fold_width(other)


@given(st.text(max_size=40))
def test_cells_and_lines_stay_divided(text: str) -> None:
    folded = fold_width(text)

    assert [folded.count(sign) for sign in "\t\n"] == [text.count(sign) for sign in "\t\n"]


@given(st.text(alphabet="市NPOｎｐｏ 　～〜ｶﾞか\u3099１1\t\n", max_size=40))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold_width(fold_width(text)) == fold_width(text)
