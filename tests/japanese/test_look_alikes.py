"""Names that look alike though their letters differ."""

import pytest

from macros.japanese.look_alikes import script_of, skeleton, strangers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("和光ニュース", "和光二ュース"),
        ("トロッコの会", "卜ロッコの会"),
        ("カフェ", "力フェ"),
        ("NPO", "ＮＰＯ"),
        ("Wako", "W\u0430ko"),
        ("スポーツ", "スポ一ツ"),
    ],
)
def test_names_that_cannot_be_told_apart_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("見本の会", "例の会"), ("和光北", "和光南"), ("A", "B"), ("はな", "ばな")])
def test_other_names_have_other_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("スポ一ツクラブ", [(2, "ー")]),
        ("ミニ口ケット", [(2, "ロ")]),
        ("W\u0430ko", [(1, "a")]),
        ("お家ごはん塾", []),
        ("トータル工房", []),
        ("カフェ二人", []),
        ("第二小学校区", []),
        ("市民カレッジ", []),
        ("NPO法人わこう子育てネットワーク", []),
        ("", []),
    ],
)
def test_a_letter_among_those_of_another_script_is_found(name: str, found: list[tuple[int, str]]) -> None:
    assert list(strangers(name)) == found


def test_signs_belong_to_no_script() -> None:
    assert [script_of(sign) for sign in "ー・1 "] == ["Katakana", None, None, None]
