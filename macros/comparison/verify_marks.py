"""Invariants of the marks inside the blocks: I1, I2, I6, I7."""

from collections.abc import Iterator
from itertools import pairwise

from macros.comparison.breach import Breach, breach
from macros.comparison.script import EditScript
from macros.comparison.tokens import inner_positions
from macros.model.text import Block


def rebuilds_both_sides(script: EditScript) -> Iterator[Breach]:
    """I1: old = equal + deleted, new = equal + inserted, code point by code point."""
    for change in script.blocks:
        for side, blocks, other in (("前", change.old, "insert"), ("後", change.new, "delete")):
            rebuilt = "".join(span.text for span in change.spans if span.kind != other)
            if rebuilt != "".join(block.text for block in blocks):
                yield breach("I1", change, f"{side}の文を組み立て直すと、元の文と違います。")


def speaks_of_the_texts(script: EditScript) -> Iterator[Breach]:
    """I1: the blocks of the script are those of the two texts."""
    for change in script.blocks:
        for blocks, text in ((change.old, script.old), (change.new, script.new)):
            if any(block not in text.blocks[block.at : block.at + 1] for block in blocks):
                yield breach("I1", change, "比べた文が、版の文と違います。")


def repaints_nothing(script: EditScript) -> Iterator[Breach]:
    """I2: what is deleted and inserted again reads differently."""
    for change in script.blocks:
        for span, after in pairwise(change.spans):
            if (span.kind, after.kind) == ("delete", "insert") and span.text == after.text:
                yield breach("I2", change, "同じ字が、消えて足されたことになっています。")


def leaves_untouched_alone(script: EditScript) -> Iterator[Breach]:
    """I2: a block that reads the same bears no mark, class or number, and only such a block bears none."""
    for change in script.blocks:
        marked = any(span.kind != "equal" and not span.variant for span in change.spans)
        numbers = {block.number for block in change.old} != {block.number for block in change.new}
        alike = bool(change.old and change.new) and not marked and not numbers
        if change.kind == "unchanged":
            if not alike or change.classes or change.flags or change.number is not None:
                yield breach("I2", change, "変わっていない文に印が付いています。")
        elif change.number is None or not change.classes:
            yield breach("I2", change, "変わった文に番号か分類がありません。")
        elif change.kind == "modified" and alike:
            yield breach("I2", change, "同じ文が、変わったことになっています。")


def cuts_nothing_protected(script: EditScript) -> Iterator[Breach]:
    """I6: no mark begins or ends inside a number, date or name."""
    for change in script.blocks:
        for blocks, other in ((change.old, "insert"), (change.new, "delete")):
            inner = _inner(blocks)
            at = 0
            for span in change.spans:
                if span.kind != other:
                    at += len(span.text)
                    if at in inner and not all(one.kind == "equal" for one in change.spans):
                        yield breach("I6", change, "数や日付や名前の途中で、印が切れています。")


def _inner(blocks: tuple[Block, ...]) -> set[int]:
    inner: set[int] = set()
    start = 0
    for block in blocks:
        inner |= {start + at for at in inner_positions(block.text)}
        start += len(block.text)
    return inner


def spans_are_tidy(script: EditScript) -> Iterator[Breach]:
    """I7: one way to write a script: no empty span, no neighbours of one kind, a deletion before its insertion."""
    for change in script.blocks:
        kinds = [span.kind for span in change.spans]
        pairs = list(pairwise(kinds))
        if any(one == other or (one, other) == ("insert", "delete") for one, other in pairs):
            yield breach("I7", change, "印の並べ方が、決まりと違います。")
        if len(change.spans) != 1 and any(not span.text for span in change.spans):
            yield breach("I7", change, "空の印があります。")
