"""Passages are found again in another text, exactly or nearly, and never by a string that stands everywhere."""

from macros.comparison.passages import COMMON, best_matches, likely_pairs, repeats, unique_matches

OLD = ["市民と市は、対等な立場で協働します。", "市は、協働の情報を公開します。", "この指針は、5年ごとに見直します。"]
NEW = ["この指針は、4年ごとに見直します。", "市民と市は、対等な立場で協働します。", "新しい章です。"]


def test_a_passage_that_stands_once_on_each_side_is_found() -> None:
    assert unique_matches(OLD, NEW, least=1) == [(0, 1)]


def test_width_and_spacing_do_not_hide_a_passage() -> None:
    assert unique_matches(["NPO 法人"], ["ＮＰＯ法人"], least=1) == [(0, 0)]


def test_a_passage_that_repeats_on_one_side_proves_nothing() -> None:
    assert unique_matches(["同じ文です。"] * 2, ["同じ文です。"], least=1) == []


def test_short_passages_can_be_left_out() -> None:
    assert unique_matches(["はい。"], ["はい。"], least=4) == []
    assert repeats(["はい。"] * 2, ["はい。"] * 2, least=4) == []
    assert best_matches(["はい。"], ["はい。"], floor=0.5, least=4) == []


def test_repeats_are_paired_in_their_order() -> None:
    assert repeats(["あ", "い", "あ"], ["あ", "う", "あ", "あ"], least=1) == [(0, 0), (2, 2)]


def test_similar_passages_are_each_others_likest() -> None:
    found = best_matches(OLD, NEW, floor=0.6, least=6)

    assert [(at, other) for at, other, _ in found] == [(0, 1), (2, 0)]
    assert all(0.6 <= score <= 1 for _, _, score in found)


def test_of_two_equally_similar_passages_the_first_is_taken() -> None:
    assert best_matches(["同じような文です。"], ["同じような文です。"] * 2, floor=0.5, least=6) == [(0, 0, 1.0)]


def test_strings_that_stand_everywhere_make_no_pairs() -> None:
    common = ["次のとおりです。"] * (COMMON + 1)

    assert likely_pairs(common, common, least=1) == []
    assert likely_pairs(common[:2], common[:2], least=1) == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_the_same_passages_are_found_whichever_side_comes_first() -> None:
    there = {(at, other) for at, other, _ in best_matches(OLD, NEW, floor=0.5, least=6)}
    back = {(at, other) for other, at, _ in best_matches(NEW, OLD, floor=0.5, least=6)}

    assert there == back
