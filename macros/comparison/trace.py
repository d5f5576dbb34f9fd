"""What became of each frozen change in the present draft, or in the adopted text.

A frozen number speaks of one change for ever. In order:

1. Kept: a change with the same id and the same printed numbers of headings. Changes that read the same word for word
   in one section are told apart by where their blocks went, then by their order.
2. Reworded: the blocks of the frozen change are followed by the engine from the text as consulted to the present one.
   A present change that holds them goes to one frozen number only: to the one with the most characters in it by the
   newer text, then by the older text, then to the lower number. Where another number has it already, `now` is none.
3. Withdrawn: the blocks read as in the text in force, or are gone. A block whose proposed wording is gone because it is
   now to be deleted is withdrawn too: nobody was asked about the deletion, so it is a change that was added.

Every present change is thus named by one frozen number, or is among those that were added.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.comparison.compare import NO_RULES, compare
from macros.comparison.frozen import FrozenSet
from macros.comparison.identify import words_of
from macros.comparison.rules import Rules
from macros.comparison.script import BlockChange, EditScript
from macros.model.text import Block, RevisionText

Fate = Literal["kept", "reworded", "withdrawn"]
"""What became of a frozen change."""

_Way = dict[int, frozenset[int]]
"""Position of a block as consulted → its positions now."""

_Weight = tuple[int, int]
"""Characters of a frozen change that stand in a present one: of its newer text, of its older text."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A frozen change and what became of it."""

    frozen: BlockChange
    """The change as people commented on it."""
    fate: Fate
    """What became of it."""
    now: BlockChange | None
    """The change in the present comparison; none where it was withdrawn or went into one that another number names."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What became of a frozen set."""

    changes: tuple[Traced, ...]
    """One for each frozen number, in their order."""
    added: tuple[BlockChange, ...]
    """Changes of the present comparison that no frozen number speaks of, in their order."""

    def count(self, fate: Fate) -> int:
        """How many frozen changes came to this."""
        return sum(one.fate == fate for one in self.changes)


def trace(frozen: FrozenSet, current: EditScript) -> Trace:
    """What became of each frozen change in `current`, the present comparison with the same older text."""
    asked, present = list(frozen.script.changes()), list(current.changes())
    weights = _weights(frozen.script, current, asked, present)
    kept = _kept(asked, present, weights)
    taken = set(kept.values())
    open_ = {pair: weight for pair, weight in weights.items() if pair[0] not in kept and pair[1] not in taken}
    reworded = _assigned(open_)
    touched = {one for one, _ in open_}
    changes = []
    for at, change in enumerate(asked):
        found = kept.get(at, reworded.get(at))
        fate: Fate = "kept" if at in kept else "reworded" if at in touched else "withdrawn"
        changes.append(Traced(change, fate, None if found is None else present[found]))
    claimed = taken | set(reworded.values())
    return Trace(tuple(changes), tuple(one for at, one in enumerate(present) if at not in claimed))


def adopted_changes(frozen: FrozenSet, adopted_text: RevisionText, rules: Rules = NO_RULES) -> EditScript:
    """What the adopted text says otherwise than the draft as it was consulted."""
    return compare(frozen.script.new, adopted_text, rules)


def same_words(one: RevisionText, other: RevisionText) -> bool:
    """Whether two texts read the same, block by block, whatever file they stand in."""
    return [_words(block) for block in one.blocks] == [_words(block) for block in other.blocks]


def _words(block: Block) -> tuple[str, str, str, str]:
    return block.kind, block.section, block.number, block.text


def _kept(
    asked: Sequence[BlockChange], present: Sequence[BlockChange], weights: dict[tuple[int, int], _Weight]
) -> dict[int, int]:
    """Frozen change → present one that is word for word the same."""
    alike: dict[object, list[int]] = defaultdict(list)
    for at, change in enumerate(present):
        alike[_reading(change)].append(at)
    twins = [(at, other) for at, change in enumerate(asked) for other in alike[_reading(change)]]
    followed = _assigned({pair: weights[pair] for pair in twins if pair in weights})
    left = [pair for pair in twins if pair[0] not in followed and pair[1] not in set(followed.values())]
    return followed | _assigned(dict.fromkeys(left, (0, 0)))


def _reading(change: BlockChange) -> object:
    """All that a reader sees of a change and its place: what its id is made of, and the numbers of headings."""
    sides = (tuple((words_of(block), block.number) for block in side) for side in (change.old, change.new))
    return change.id.rpartition("-")[0], *sides


def _assigned(weights: dict[tuple[int, int], _Weight]) -> dict[int, int]:
    """Each frozen change one present change, each present change one frozen: the heaviest first, then lower numbers."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for one, other in sorted(weights, key=lambda pair: (-weights[pair][0], -weights[pair][1], pair)):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _weights(
    frozen: EditScript, current: EditScript, asked: Sequence[BlockChange], present: Sequence[BlockChange]
) -> dict[tuple[int, int], _Weight]:
    """Pairs of a frozen and a present change that hold the same blocks, with how much they share."""
    old_way, new_way = _follow(frozen.old, current.old), _follow(frozen.new, current.new)
    old_homes, new_homes = _homes(present, "old"), _homes(present, "new")
    weights: dict[tuple[int, int], _Weight] = {}
    for at, change in enumerate(asked):
        new = _shared(change.new, new_way, new_homes)
        old = _shared(change.old, old_way, old_homes)
        for other in new.keys() | old.keys():
            if other in new or _goes_on(change, present[other]):
                weights[at, other] = new.get(other, 0), old.get(other, 0)
    return weights


def _goes_on(change: BlockChange, present: BlockChange) -> bool:
    """Whether a change of the same older words can be what a frozen one became: nobody was asked about a deletion."""
    return bool(present.new) or not change.new


def _follow(before: RevisionText, now: RevisionText) -> _Way:
    """Where each block went."""
    if same_words(before, now):
        return {block.at: frozenset({block.at}) for block in before.blocks}
    script = compare(before, now, NO_RULES)
    return {block.at: frozenset(one.at for one in change.new) for change in script.blocks for block in change.old}


def _homes(changes: Iterable[BlockChange], side: str) -> dict[int, int]:
    """Position of a block → the change that holds it."""
    return {block.at: at for at, change in enumerate(changes) for block in getattr(change, side)}


def _shared(blocks: Iterable[Block], way: _Way, homes: dict[int, int]) -> dict[int, int]:
    """Present changes that hold these blocks now, with the number of characters."""
    found: dict[int, int] = defaultdict(int)
    for block, other in _steps(blocks, way, homes):
        found[other] += len(block.text) + 1
    return dict(found)


def _steps(blocks: Iterable[Block], way: _Way, homes: dict[int, int]) -> Iterator[tuple[Block, int]]:
    for block in blocks:
        for other in {homes[at] for at in way.get(block.at, ()) if at in homes}:
            yield block, other
