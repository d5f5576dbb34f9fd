"""Which blocks belong together: inside related sections, then over the whole text."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from macros.comparison.alignment import PARAGRAPHS, Pair, align
from macros.comparison.passages import best_matches, repeats, unique_matches
from macros.comparison.rows import link_rows
from macros.comparison.rules import Rules
from macros.comparison.section_pairs import Relations
from macros.model.text import Block, RevisionText

FLOORS = (0.55, 0.3)
"""Similarity of a pair in related sections: sure pairs are taken first, then likely ones among what is left."""

MOVE_FLOOR = 0.8
"""Similarity from which a block in an unrelated section was moved: a missed move is noise, a wrong one is false."""

SHORTEST_MOVE = 12
"""Characters below which a block is too slight to be called moved to an unrelated section."""


NOTE_FLOOR = 0.6
"""Similarity from which two notes with different names are the same note."""

SHORTEST_NOTE = 6
"""Characters below which a note's words prove nothing."""

BEFORE_ALL = ("", "")
"""What stands before the first heading of each page belongs together, though it lies in no section."""

PASSAGES = (("paragraph", "item"), ("figure",), ("note",))
"""Kinds of blocks that can become one another."""

_MARK = re.compile(r"^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|注[ 　]*\S{1,12}[ 　]+)")


@dataclass(slots=True)
class Linker:
    """Collects links between the blocks of two texts; a block is used once (I3)."""

    old: RevisionText
    """The older text."""
    new: RevisionText
    """The newer text."""
    links: list[Pair] = field(default_factory=list)
    """Positions (`at`) that belong together."""
    used_old: set[int] = field(default_factory=set)
    """Positions of the older text that have a counterpart."""
    used_new: set[int] = field(default_factory=set)
    """Positions of the newer text that have a counterpart."""

    def add(self, old: Sequence[int], new: Sequence[int]) -> None:
        """Link blocks that are free on both sides."""
        if not self.used_old.intersection(old) and not self.used_new.intersection(new):
            self.links.append(Pair(tuple(sorted(old)), tuple(sorted(new))))
            self.used_old.update(old)
            self.used_new.update(new)

    def free_old(self, blocks: Iterable[Block]) -> list[Block]:
        """Those of the older text's blocks that have no counterpart yet."""
        return [block for block in blocks if block.at not in self.used_old]

    def free_new(self, blocks: Iterable[Block]) -> list[Block]:
        """Those of the newer text's blocks that have no counterpart yet."""
        return [block for block in blocks if block.at not in self.used_new]


def link_blocks(old: RevisionText, new: RevisionText, relations: Relations, rules: Rules) -> list[Pair]:
    """Pairs of blocks: 1:1, 1:2 or 2:1 for passages, also several to one for table rows."""
    linker = Linker(old, new)
    olds, news = _by_section(old), _by_section(new)
    for one, other in relations.primary.items():
        linker.add([_heading(olds[one]).at], [_heading(news[other]).at])
    for pair in link_rows(old, new, rules):
        linker.add(pair.old, pair.new)
    _link_notes(linker, relations, by_name=not rules.ignore_ids)
    for floor in FLOORS:
        for one, other in [BEFORE_ALL, *relations.edges()]:
            for kinds in PASSAGES:
                _link_passages(linker, _of(olds[one], kinds), _of(news[other], kinds), floor)
    _link_moved(linker)
    return sorted(linker.links, key=lambda pair: pair.new)


def _by_section(text: RevisionText) -> dict[str, list[Block]]:
    blocks: dict[str, list[Block]] = defaultdict(list)
    for block in text.blocks:
        blocks[block.section].append(block)
    return blocks


def _heading(blocks: Sequence[Block]) -> Block:
    return next(block for block in blocks if block.kind == "heading")


def _of(blocks: Sequence[Block], kinds: Collection[str]) -> list[Block]:
    return [block for block in blocks if block.kind in kinds]


def _link_notes(linker: Linker, relations: Relations, *, by_name: bool) -> None:
    """Notes by name, then by their text without the printed mark: a mark is a number and proves nothing."""
    olds, news = _of(linker.old.blocks, ("note",)), _of(linker.new.blocks, ("note",))
    if by_name:
        related = set(relations.edges())
        for at_home in (True, False):
            for note in linker.free_old(olds):
                same = (one for one in linker.free_new(news) if note.name and one.name == note.name)
                found = next((one for one in same if ((note.section, one.section) in related) or not at_home), None)
                if found:
                    linker.add([note.at], [found.at])
    olds, news = linker.free_old(olds), linker.free_new(news)
    texts = [note_words(one.text) for one in olds], [note_words(one.text) for one in news]
    for at, other, _ in best_matches(*texts, floor=NOTE_FLOOR, least=SHORTEST_NOTE):
        linker.add([olds[at].at], [news[other].at])


def _link_passages(linker: Linker, olds: Sequence[Block], news: Sequence[Block], floor: float) -> None:
    olds, news = linker.free_old(olds), linker.free_new(news)
    for pair in align([one.text for one in olds], [one.text for one in news], floor=floor, joining=PARAGRAPHS):
        if pair.old and pair.new:
            linker.add([olds[at].at for at in pair.old], [news[at].at for at in pair.new])


def _link_moved(linker: Linker) -> None:
    """What is still alone may stand in a section that nothing relates to its own."""
    for kinds in (*PASSAGES, ("row",)):
        olds, news = linker.free_old(_of(linker.old.blocks, kinds)), linker.free_new(_of(linker.new.blocks, kinds))
        texts = [one.text for one in olds], [one.text for one in news]
        exact = unique_matches(*texts, least=SHORTEST_MOVE) + repeats(*texts, least=SHORTEST_MOVE)
        near = [(at, other) for at, other, _ in best_matches(*texts, floor=MOVE_FLOOR, least=SHORTEST_MOVE)]
        for at, other in exact + near:
            linker.add([olds[at].at], [news[other].at])


def note_words(text: str) -> str:
    """The words of a note without its printed mark: `³この…`, `注 市 この…`."""
    return _MARK.sub("", text)
