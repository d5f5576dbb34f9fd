"""The list of changes as rows for Excel: one row a change, with its printed number and both texts."""

from collections.abc import Sequence

from macros.comparison.script import BlockChange, EditScript
from macros.model.text import Block
from macros.views.open_data import Item

_MARKS = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}


def script_rows(script: EditScript) -> list[Item]:
    """One row a change, in the order of their numbers."""
    return [_row(change) for change in script.changes()]


def _row(change: BlockChange) -> Item:
    return {
        "number": change.number,
        "id": change.id,
        "type": change.type,
        "kind": change.kind,
        "classes": list(change.classes),
        "flags": list(change.flags),
        "old_section": _sections(change.old),
        "new_section": _sections(change.new),
        "old_number": _numbers(change.old),
        "new_number": _numbers(change.new),
        "old_text": _text(change.old),
        "new_text": _text(change.new),
        "marked": "".join(f"{_MARKS[one.kind][0]}{one.text}{_MARKS[one.kind][1]}" for one in change.spans),
    }


def _sections(blocks: Sequence[Block]) -> list[str]:
    return list(dict.fromkeys(block.section for block in blocks))


def _numbers(blocks: Sequence[Block]) -> list[str]:
    return [block.number for block in blocks if block.number]


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks)
