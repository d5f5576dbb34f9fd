"""Marks inside a pair of texts: sentences are aligned first, then the words inside them are compared."""

from collections.abc import Iterator, Sequence

from macros.comparison.alignment import SENTENCES, Pair, align
from macros.comparison.hunks import Run, find_runs, join, surface
from macros.comparison.script import Span
from macros.comparison.tidy import close_sentences, tidy
from macros.comparison.tokens import tokens
from macros.japanese.sentences import split_sentences
from macros.japanese.width import fold_width

SENTENCE_FLOOR = 0.34
"""Likeness below which two sentences are not taken for one another (1 minus two thirds)."""

LARGEST = 4_000
"""Sentences of more words than this are shown whole: comparing them would take the square of the time."""


def mark(old: str, new: str) -> tuple[Span, ...]:
    """The edit script of two texts, in spans; both texts are rebuilt from it exactly."""
    if old == new:
        return (Span("equal", old),)
    return tuple(_spans(close_sentences(join(list(_runs(old, new))))))


def _runs(old: str, new: str) -> Iterator[Run]:
    cells = old.split("\t"), new.split("\t")
    if len(cells[0]) == len(cells[1]):
        for number, (one, other) in enumerate(zip(*cells, strict=True)):
            if number:
                yield Run(tokens("\t"), tokens("\t"), equal=True)
            yield from _sentence_runs(one, other)
    else:
        yield from _sentence_runs(old, new)


def _sentence_runs(old: str, new: str) -> Iterator[Run]:
    olds, news = split_sentences(old), split_sentences(new)
    floor = 0.0 if len(olds) == len(news) == 1 else SENTENCE_FLOOR
    for pair in _in_order(align(olds, news, floor=floor, joining=SENTENCES)):
        one, other = (tokens("".join(side[at] for at in at_)) for side, at_ in ((olds, pair.old), (news, pair.new)))
        if one and other and max(len(one), len(other)) <= LARGEST:
            yield from tidy(find_runs(one, other))
        else:
            yield Run(one, other, surface(one) == surface(other))


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """Where passages without counterpart follow each other, the old ones come first."""
    ordered: list[Pair] = []
    for pair in pairs:
        at = len(ordered)
        while pair.old and not pair.new and at and ordered[at - 1].new and not ordered[at - 1].old:
            at -= 1
        ordered.insert(at, pair)
    return ordered


def _spans(runs: Sequence[Run]) -> Iterator[Span]:
    for run in runs:
        old, new = surface(run.old), surface(run.new)
        if run.equal:
            yield Span("equal", old)
            continue
        variant = fold_width(old) == fold_width(new)
        if old:
            yield Span("delete", old, variant)
        if new:
            yield Span("insert", new, variant)
