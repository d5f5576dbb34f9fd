"""Runs of words: both sentences are rebuilt from them, whichever way they were found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.comparison import hunks
from macros.comparison.hunks import Run, find_runs, join, surface
from macros.japanese.words import words

TEXTS = st.lists(
    st.sampled_from(["市民", "市", "は", "、", "協働", "を", "進める", "。", "123", "\t"]), max_size=20
).map("".join)


def shown(runs: list[Run]) -> list[tuple[str, str]]:
    """Both sides of each run."""
    return [(surface(run.old), surface(run.new)) for run in runs]


@pytest.mark.parametrize("most", [0, hunks.MOST_PAIRS], ids=["endless repeats", "usual"])
@given(old=TEXTS, new=TEXTS)
def test_both_texts_are_rebuilt_from_the_runs(most: int, old: str, new: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hunks, "MOST_PAIRS", most)
        runs = find_runs(words(old), words(new))

    assert ("".join(one for one, _ in shown(runs)), "".join(other for _, other in shown(runs))) == (old, new)
    assert all(one == other for run, (one, other) in zip(runs, shown(runs), strict=True) if run.equal)


def test_a_changed_word_is_one_run() -> None:
    runs = find_runs(words("市民と市が協働します。"), words("市民と市が話します。"))

    assert [(run.equal, *pair) for run, pair in zip(runs, shown(runs), strict=True)] == [
        (True, "市民と市が", "市民と市が"),
        (False, "協働し", "話し"),
        (True, "ます。", "ます。"),
    ]


def test_neighbours_of_one_kind_are_joined_and_empty_ones_left_out() -> None:
    one, other = words("市民"), words("協働")
    runs = [
        Run(one, one, equal=True),
        Run((), (), equal=False),
        Run(other, other, equal=True),
        Run(one, (), equal=False),
    ]

    assert shown(join(runs)) == [("市民協働", "市民協働"), ("市民", "")]


def test_the_weight_of_a_run_is_its_longer_side() -> None:
    assert Run(words("協働"), words("話し合い"), equal=False).weight == 4
