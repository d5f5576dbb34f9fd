"""Alignment in order: every passage once, pairs that never cross, splits and merges where the words show them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.comparison import alignment
from macros.comparison.alignment import NEVER, PARAGRAPHS, SENTENCES, Pair, align
from tests.comparison.generated import SENTENCES as SCRAPS

LISTS = st.lists(st.sampled_from(SCRAPS), max_size=7)
A = "市民と市は、対等な立場で話し合い、協働の事業を進めます。"
B = "市は、職員の研修を行い、協働についての理解を深めます。"
C = "広報やホームページを使って、活動の情報を広く伝えます。"


def paired(found: list[Pair]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Pairs with both sides."""
    return [(one.old, one.new) for one in found if one.old and one.new]


@given(LISTS, LISTS)
def test_every_passage_stands_in_exactly_one_pair_and_in_order(old: list[str], new: list[str]) -> None:
    found = align(old, new, floor=0.3, joining=PARAGRAPHS)

    assert [at for pair in found for at in pair.old] == list(range(len(old)))
    assert [at for pair in found for at in pair.new] == list(range(len(new)))


@given(LISTS)
def test_identical_sequences_are_paired_one_to_one(passages: list[str]) -> None:
    assert align(passages, passages, floor=0.5, joining=SENTENCES) == [
        Pair((at,), (at,)) for at in range(len(passages))
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([A, B, C], [A, C], [((0,), (0,)), ((2,), (1,))]),
        ([A, C], [A, B, C], [((0,), (0,)), ((1,), (2,))]),
        ([A, B + C], [A, B, C], [((0,), (0,)), ((1,), (1, 2))]),
        ([A, B, C], [A, B + C], [((0,), (0,)), ((1, 2), (1,))]),
        ([A, B], [B, A], [((0,), (1,))]),
        ([A], [C], []),
        ([], [A], []),
    ],
    ids=["removed", "added", "split", "merged", "swapped", "another", "from nothing"],
)
def test_passages_are_paired_by_their_words(
    old: list[str], new: list[str], expected: list[tuple[tuple[int, ...], tuple[int, ...]]]
) -> None:
    assert paired(align(old, new, floor=0.5, joining=PARAGRAPHS)) == expected


def test_nothing_is_split_where_that_is_not_allowed() -> None:
    found = paired(align([B + C], [B, C], floor=0.3, joining=NEVER))

    assert all(len(old) == len(new) == 1 for old, new in found)


def test_of_a_huge_gap_the_passages_near_the_diagonal_are_still_paired(monkeypatch: pytest.MonkeyPatch) -> None:
    old = [f"第{at}の原則として、市民と市は対等に話し合います。" for at in range(60)]
    new = [text.replace("話し合います", "話し合っています") for text in old]
    monkeypatch.setattr(alignment, "LARGEST_GAP", 400)

    assert paired(align(old, new, floor=0.5, joining=PARAGRAPHS)) == [((at,), (at,)) for at in range(60)]


@given(st.integers(0, 40), st.integers(0, 40))
def test_the_columns_of_a_huge_gap_lead_from_corner_to_corner(olds: int, news: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "LARGEST_GAP", 20)
        found = align([f"a{at}" for at in range(olds)], [f"b{at}" for at in range(news)], floor=0.9, joining=NEVER)

    assert [at for pair in found for at in pair.old] == list(range(olds))
    assert [at for pair in found for at in pair.new] == list(range(news))
