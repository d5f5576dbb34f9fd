"""Find the way through what readers propose that explains the readings of a text, or most of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from macros.japanese.candidates import Candidate, Ground, stream
from macros.japanese.placed import spans
from macros.japanese.ruby import Ruby, has_kanji, hiragana, plain

_COST: dict[Ground, int] = {"context": 0, "allowed": 1, "second": 2, "dictionary": 2, "joint": 3, "none": 10_000}
"""What a step costs: proposals in context go before others, and what nobody proposes comes last."""

_LONGEST = 40
"""Signs under one reading that may be cut anywhere: a long one must not take long."""

_Way = tuple[int, Candidate | None, "_Way | None"]
"""What a way costs, its last step, and the way before that."""


def explained(ruby: Ruby, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The words that the readings are explained by, in order; where none fits, a step with the ground `none`.

    Kana and signs are read as themselves. Words may be cut in another way than the readings are; where one ends with a
    reading, both are heard to the same place.
    """
    text, spoken = plain(ruby), stream(ruby)
    steps: dict[int, list[Candidate]] = defaultdict(list)
    given = (Candidate(start, end, reading, "none") for start, end, reading in spans(ruby))
    for one in (*candidates, *given):
        steps[one.start].append(one)
    fixed = dict(heard_to(ruby))
    ways: list[dict[int, _Way]] = [{} for _ in range(len(text) + 1)]
    ways[0][0] = (0, None, None)
    for at, (here, free) in enumerate(zip(ways, _free(ruby), strict=False)):
        for heard, way in here.items():
            if free and spoken.startswith(sign := hiragana(text[at]), heard):
                _take(ways[at + 1], heard + len(sign), way, fixed.get(at + 1))
            for step in steps.get(at, ()):
                if spoken.startswith(step.reading, heard):
                    longer = (way[0] + _COST[step.ground], step, way)
                    _take(ways[step.end], heard + len(step.reading), longer, fixed.get(step.end))
    return tuple(_steps(ways[-1][len(spoken)]))[::-1]


def _free(ruby: Ruby) -> Iterator[bool]:
    """Whether each sign of the text is read as itself."""
    for segment in ruby:
        yield from (segment.reading is None or not has_kanji(sign) for sign in segment.surface)


def heard_to(ruby: Ruby) -> Iterator[tuple[int, int]]:
    """Offsets of the text with the offset at which what follows is heard; -1 where no step may end."""
    at = heard = 0
    for segment in ruby:
        end = at + len(segment.surface)
        if segment.reading is None:
            yield from ((at + step, heard + step) for step in range(len(segment.surface) + 1))
        else:
            yield from ((inside, -1) for inside in range(at + 1, end) if end - at > _LONGEST)
            yield end, heard + len(segment.reading)
        heard += len(segment.reading or segment.surface)
        at = end


def _take(ways: dict[int, _Way], heard: int, way: _Way, fixed: int | None) -> None:
    if (fixed is None or heard == fixed) and (heard not in ways or way[0] < ways[heard][0]):
        ways[heard] = way


def _steps(way: _Way | None) -> Iterator[Candidate]:
    while way is not None:
        if way[1] is not None:
            yield way[1]
        way = way[2]
