"""A promise that an edit script does not keep."""

from dataclasses import dataclass

from macros.comparison.script import BlockChange
from macros.model.findings import Place


@dataclass(frozen=True, slots=True)
class Breach:
    """A promise that a script does not keep."""

    invariant: str
    """`I1` to `I10`."""
    message: str
    """What is wrong, in Japanese."""
    place: Place
    """Where the block stands."""


def breach(invariant: str, change: BlockChange, message: str) -> Breach:
    """A breach at the place of the change, with the words that tell it."""
    block = (change.new or change.old)[0]
    return Breach(invariant, f"{message}（{block.text[:20]}）", block.place)
