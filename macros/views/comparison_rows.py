"""The rows of the two-column table: changes, headings between them, and what did not change, folded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from markupsafe import Markup

from macros.comparison.script import BlockChange, EditScript
from macros.model.comparisons import Reason
from macros.model.text import Block, RevisionText
from macros.views.comparison_cells import Heads, both_cells, column_heads, redline_cell, side_cell
from macros.views.comparison_notes import Note, SectionNotes
from macros.views.comparison_words import FLAG_NAMES, KIND_NAMES, Names, cite, class_names, group_of, type_name

NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table."""

    kind: Literal["change", "heading", "fold"]
    """A change, a heading that did not change, or a run of blocks that did not change."""
    id: str = ""
    """Id of the change, or place of a heading."""
    section: str = ""
    """Id of the section that begins here."""
    level: int = 0
    """Level of a heading."""
    old: Markup = NOTHING
    """Cell of the older side."""
    new: Markup = NOTHING
    """Cell of the newer side."""
    both: Markup = NOTHING
    """Both sides as one text; of a heading that is the same on both sides its only cell; of a run all its blocks."""
    notes: tuple[Note, ...] = ()
    """What became of the block or section."""
    old_section: tuple[str, str] | None = None
    """Of a heading: address and name of its section in the older text."""
    new_section: tuple[str, str] | None = None
    """The same in the newer text."""
    number: int = 0
    """Printed number of a change; of a run its blocks."""
    type: str = ""
    """What the block is."""
    became: str = ""
    """What became of it."""
    group: str = ""
    """Group by which the change is counted."""
    classes: tuple[str, ...] = ()
    """Names of its classes."""
    by_hand: bool = False
    """Whether people set them."""
    flags: tuple[str, ...] = ()
    """What to look at."""
    previous: str = ""
    """Id of the change before."""
    next: str = ""
    """Id of the change after."""
    reason: Reason | None = None
    """Why, in the city's words."""


def table_rows(script: EditScript, names: Names, reasons: dict[str, Reason]) -> list[Row]:
    """All rows, in the order of the script."""
    maker = _Maker(script, names, reasons, column_heads(script.old, script.new), SectionNotes(script))
    return list(maker.rows())


@dataclass(frozen=True, slots=True)
class _Maker:
    script: EditScript
    names: Names
    reasons: dict[str, Reason]
    heads: Heads
    notes: SectionNotes

    def rows(self) -> Iterator[Row]:
        """All rows."""
        changes = [change.id for change in self.script.changes()]
        before = {later: earlier for earlier, later in pairwise(changes)}
        after = dict(pairwise(changes))
        run: list[BlockChange] = []
        for block in self.script.blocks:
            if not block.changed and block.type != "heading":
                run.append(block)
                continue
            yield from self._fold(run)
            run = []
            if block.changed:
                yield self._change(block, before.get(block.id, ""), after.get(block.id, ""))
            else:
                yield self._heading(block)
        yield from self._fold(run)

    def _fold(self, run: list[BlockChange]) -> Iterator[Row]:
        if run:
            blocks = [pair for change in run for pair in zip(change.old, change.new, strict=True)]
            html = Markup("").join(both_cells(old, new, self.heads, self.script.new.revision) for old, new in blocks)
            yield Row("fold", both=html, number=len(run))

    def _heading(self, change: BlockChange) -> Row:
        old, new = change.old[0], change.new[0]
        same = (old.text, old.number) == (new.text, new.number)
        return Row(
            "heading",
            id=anchor(change),
            section=new.section,
            level=self._level(change),
            old=Markup("") if same else self._side(change, "old"),
            new=Markup("") if same else self._side(change, "new"),
            both=both_cells(old, new, self.heads, "") if same else redline_cell(change, self._revisions(), self.heads),
            notes=self.notes.of(change),
            old_section=self._section(self.script.old, change.old),
            new_section=self._section(self.script.new, change.new),
        )

    def _change(self, change: BlockChange, before: str, after: str) -> Row:
        heading = change.type == "heading"
        return Row(
            "change",
            id=change.id,
            section=(change.new or change.old)[0].section if heading else "",
            level=self._level(change) if heading else 0,
            old=self._side(change, "old"),
            new=self._side(change, "new"),
            both=redline_cell(change, self._revisions(), self.heads),
            notes=self.notes.of(change),
            old_section=self._section(self.script.old, change.old) if heading else None,
            new_section=self._section(self.script.new, change.new) if heading else None,
            number=change.number or 0,
            type=type_name(change),
            became=KIND_NAMES[change.kind],
            group=group_of(change).id,
            classes=tuple(class_names(change)),
            by_hand=change.by_hand,
            flags=tuple(FLAG_NAMES[flag] for flag in change.flags),
            previous=before,
            next=after,
            reason=self.reasons.get(change.id),
        )

    def _section(self, text: RevisionText, side: Sequence[Block]) -> tuple[str, str] | None:
        section = text.section(side[0].section) if side else None
        return (section.address, cite(text, section)) if section else None

    def _revisions(self) -> tuple[str, str]:
        return self.script.old.revision, self.script.new.revision

    def _side(self, change: BlockChange, side: Literal["old", "new"]) -> Markup:
        text = self.script.old if side == "old" else self.script.new
        return side_cell(change, side, text.revision, self.heads)

    def _level(self, change: BlockChange) -> int:
        text, block = (self.script.new, change.new[0]) if change.new else (self.script.old, change.old[0])
        section = text.section(block.section)
        return section.level if section else 1


def anchor(change: BlockChange) -> str:
    """Id of the row of a heading: of the change, or of the section where nothing changed."""
    return change.id if change.changed else f"at-{change.new[0].section}"
