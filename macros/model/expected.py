"""What a revision's pages must say: the source's text, less the draft's own marks, with the recorded corrections.

Source + errata = page is the promise of a faithful publisher, so it is computed and not believed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.findings import Finding, Place, finding
from macros.model.sources import DraftMark, Edit
from macros.model.text import Block

_NOTE_SIGNS = re.compile("[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_LEADING_SIGN = re.compile("^([¹²³⁴⁵⁶⁷⁸⁹⁰]+) ")
"""A source may print a space between the sign of a note and its words."""
_SPACES = re.compile(r"[ \t\n\xa0]+")


@dataclass(frozen=True, slots=True)
class Change:
    """A replacement in the source's text, with the place in the data that asks for it."""

    line: int
    """Line of the source, from 1."""
    old: str
    """What stands there."""
    new: str
    """What is published."""
    place: Place
    """Where the data asks for it."""


def mark_change(mark: DraftMark, place: Place) -> Change:
    """How a draft's mark is taken out: bold is unwrapped, struck text goes."""
    if mark.kind == "bold":
        return Change(mark.line, f"**{mark.text}**", mark.text, place)
    return Change(mark.line, f"~~{mark.text}~~", "", place)


def edit_change(edit: Edit, place: Place) -> Change:
    """The replacement of an erratum."""
    return Change(edit.line, edit.source, edit.reading, place)


def apply_changes(text: str, changes: Iterable[Change], file: str) -> tuple[str, tuple[Finding, ...]]:
    """Apply replacements to a source's text.

    Marks and errata may lie inside each other (`**情報**` within a corrected sentence), so each is looked up in
    what the ones before left of its line; a change is refused unless it fits exactly once. Later lines come first,
    so that a joined line still has its own number when its turn comes.

    Args:
        text: text of the source file.
        changes: replacements, in any order.
        file: path of the source file, for findings.
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    findings: list[Finding] = []
    for change in sorted(changes, key=lambda one: (-one.line, -len(one.old))):
        if not _apply(lines, change):
            given = change.old.replace("\n", "⏎").replace("\t", "⇥")
            findings.append(finding("S002", change.place, given=given[:40], file=file, line=change.line))
    return "\n".join(line for _, line in lines), tuple(findings)


def _apply(lines: list[tuple[int, str]], change: Change) -> bool:
    """Replace in place; lines that the old text ran over become one. False unless it fits exactly once."""
    first = next((at for at, (number, _) in enumerate(lines) if number == change.line), None)
    if first is None:
        return False
    height = change.old.count("\n") + 1
    window = "\n".join(line for _, line in lines[first : first + height])
    if window.count(change.old) != 1:
        return False
    lines[first : first + height] = [(change.line, window.replace(change.old, change.new))]
    return True


def units(text: str) -> Iterator[str]:
    """The units of a text in order: a line is one, a line of cells as many as it has filled cells."""
    for line in text.split("\n"):
        for cell in line.split("\t"):
            if unit := _spaced(cell):
                yield unit


def block_units(blocks: Iterable[Block]) -> Iterator[tuple[str, Block]]:
    """The units of a revision's blocks with the block that holds each; a break inside a cell makes no unit."""
    for block in blocks:
        for cell in block.printed.split("\t"):
            if unit := _spaced(cell):
                yield unit, block


def level(text: str) -> str:
    """Words as a quotation is held against them: signs of notes left out, any run of space or breaks as one space."""
    return _spaced(_NOTE_SIGNS.sub("", text))


def _spaced(text: str) -> str:
    """A unit as source and page are compared: signs of notes tell which note is meant, and stay."""
    return _LEADING_SIGN.sub(r"\1", _SPACES.sub(" ", text).strip())
