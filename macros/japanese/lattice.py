"""Find the way through what readers propose that explains the readings of a text, or most of them."""

from collections import defaultdict
from collections.abc import Iterable

from macros.japanese.candidates import Candidate, Ground, stream
from macros.japanese.ruby import Ruby, has_kanji, hiragana, plain

_COST: dict[Ground, int] = {"context": 0, "allowed": 1, "second": 2, "dictionary": 2, "joint": 3, "none": 10_000}
"""What a step costs: proposals in context go before others, and what nobody proposes comes last."""

_Way = tuple[int, tuple[Candidate, ...]]
"""What a way costs, and its steps."""


def explained(ruby: Ruby, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The words that the readings are explained by, in order; where none fits, a step with the ground `none`.

    Kana and signs are read as themselves. The whole text is taken as one, so that words may be cut in another way
    than the readings are.
    """
    text, spoken = plain(ruby), stream(ruby)
    steps: dict[int, list[Candidate]] = defaultdict(list)
    for one in candidates:
        steps[one.start].append(one)
    free = _places(ruby, steps)
    ways: list[dict[int, _Way]] = [{} for _ in range(len(text) + 1)]
    ways[0][0] = (0, ())
    for at, here in enumerate(ways[:-1]):
        for heard, (cost, way) in here.items():
            if free[at]:
                sign = hiragana(text[at])
                if spoken.startswith(sign, heard):
                    _take(ways[at + 1], heard + len(sign), (cost, way))
            for step in steps.get(at, ()):
                if spoken.startswith(step.reading, heard):
                    _take(ways[step.end], heard + len(step.reading), (cost + _COST[step.ground], (*way, step)))
    return ways[-1][len(spoken)][1]


def _places(ruby: Ruby, steps: dict[int, list[Candidate]]) -> list[bool]:
    """Whether each sign is read as itself; the readings given are added as steps that nobody proposes."""
    free: list[bool] = []
    for segment in ruby:
        if segment.reading is not None:
            end = len(free) + len(segment.surface)
            steps[len(free)].append(Candidate(len(free), end, segment.reading, "none"))
        free += [segment.reading is None or not has_kanji(sign) for sign in segment.surface]
    return free


def _take(ways: dict[int, _Way], heard: int, way: _Way) -> None:
    if heard not in ways or way[0] < ways[heard][0]:
        ways[heard] = way
