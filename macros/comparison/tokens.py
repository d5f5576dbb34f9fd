"""The units that marks are made of: words, joined where a number, date or name must not be cut."""

from collections.abc import Iterator
from functools import lru_cache

from macros.japanese.quantities import protected_stretches
from macros.japanese.words import Word, words


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Word, ...]:
    """Words of the text, those inside a protected stretch joined; their surfaces join to the text exactly."""
    return tuple(_join(words(text), inner_positions(text)))


def inner_positions(text: str) -> set[int]:
    """Positions at which no mark may begin or end (I6)."""
    return {at for start, end in protected_stretches(text) for at in range(start + 1, end)}


def _join(found: tuple[Word, ...], inner: set[int]) -> Iterator[Word]:
    held: list[Word] = []
    at = 0
    for word in found:
        if held and at not in inner:
            yield _one(held)
            held = []
        held.append(word)
        at += len(word.surface)
    if held:
        yield _one(held)


def _one(held: list[Word]) -> Word:
    if len(held) == 1:
        return held[0]
    surface, normal, reading = (
        "".join(parts) for parts in zip(*((w.surface, w.normal, w.reading) for w in held), strict=True)
    )
    return Word(surface, "名詞-数詞" if any(sign.isdigit() for sign in surface) else held[0].part, normal, reading)
