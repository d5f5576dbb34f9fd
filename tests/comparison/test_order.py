"""What stays in place: the heaviest increasing sequence."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.comparison.order import heaviest_increasing

ITEMS = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=9)


def weight_of_the_best(values: list[int], weights: list[int]) -> int:
    """The greatest weight of all increasing subsequences, by trying each."""
    places = range(len(values))
    tried = (chosen for count in range(len(values) + 1) for chosen in combinations(places, count))
    rising = (chosen for chosen in tried if all(values[one] < values[other] for one, other in pairwise(chosen)))
    return max(sum(weights[at] for at in chosen) for chosen in rising)


@given(ITEMS)
def test_no_other_increasing_sequence_is_heavier(items: list[tuple[int, int]]) -> None:
    values, weights = [value for value, _ in items], [weight for _, weight in items]

    kept = sorted(heaviest_increasing(values, weights))

    assert all(values[one] < values[other] for one, other in pairwise(kept))
    assert sum(weights[at] for at in kept) == weight_of_the_best(values, weights)


@pytest.mark.parametrize(
    ("values", "weights", "kept"),
    [
        ([], [], set()),
        ([3, 1, 2], [1, 1, 1], {1, 2}),
        ([3, 1, 2], [9, 1, 1], {0}),
        ([2, 1], [1, 1], {0}),
        ([5, 5], [1, 2], {1}),
    ],
)
def test_the_heaviest_stays_and_of_equals_the_first(values: list[int], weights: list[int], kept: set[int]) -> None:
    assert heaviest_increasing(values, weights) == kept
