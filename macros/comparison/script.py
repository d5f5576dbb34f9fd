"""The edit script: everything that leads from one revision to another, the one source of every view."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.model.html_blocks import BlockKind
from macros.model.text import Block, RevisionText, Section

ChangeKind = Literal["unchanged", "modified", "moved", "split", "merged", "new", "deleted"]
"""What became of a section or block."""

SpanKind = Literal["equal", "delete", "insert"]
"""What became of a stretch of text."""

ChangeClass = Literal["number", "move", "notation", "wording", "content"]
"""How much a change weighs, judged by the machine: 番号, 移動, 表記, 言い換え, 内容."""

Flag = Literal["modality", "quantity", "date", "actor"]
"""What a reader should look at in a change of content."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that is common to both sides, or stands on one side only."""

    kind: SpanKind
    """What became of it."""
    text: str
    """Its code points, never empty."""
    variant: bool = False
    """True in a pair that differs in width or spacing only: kept for exactness, never drawn as a change."""


@dataclass(frozen=True, slots=True)
class BlockChange:
    """Blocks that belong together: one on each side, several where they were split or merged, none where new."""

    id: str
    """`c-<section id>-<hash8>`: the same as long as these blocks stay as they are."""
    number: int | None
    """Printed number: 変更12. None for blocks that did not change."""
    kind: ChangeKind
    """What became of them."""
    old: tuple[Block, ...]
    """Blocks of the older revision, in order."""
    new: tuple[Block, ...]
    """Blocks of the newer revision, in order."""
    spans: tuple[Span, ...]
    """Fine marks over the texts of a side, joined without a separator."""
    classes: tuple[ChangeClass, ...] = ()
    """Without repetition, in the order of `ChangeClass`; empty for unchanged blocks."""
    flags: tuple[Flag, ...] = ()
    """Without repetition, in the order of `Flag`."""
    by_hand: bool = False
    """True where people set the classes (`data/comparisons/`)."""

    @property
    def type(self) -> BlockKind:
        """Kind of the blocks themselves, such as a heading or a paragraph."""
        return (self.new or self.old)[0].kind

    @property
    def changed(self) -> bool:
        """Whether this is a change that readers count."""
        return self.kind != "unchanged"


@dataclass(frozen=True, slots=True)
class SectionChange:
    """Sections that belong together. A section whose text went to several stands in several of these."""

    kind: ChangeKind
    """What became of them; `moved` goes before `modified`."""
    old: tuple[Section, ...]
    """Sections of the older revision, in order."""
    new: tuple[Section, ...]
    """Sections of the newer revision, in order."""
    moved: bool = False
    """Whether a pair among them that continues each other stands in another place, judged against its parent's."""


@dataclass(frozen=True, slots=True)
class EditScript:
    """The complete comparison of two revisions."""

    old: RevisionText
    """The older text."""
    new: RevisionText
    """The newer text."""
    sections: tuple[SectionChange, ...]
    """In the order of the newer text, a deleted section after its predecessor in the older one."""
    blocks: tuple[BlockChange, ...]
    """In the order of the newer text, a deleted block after its predecessor in the older one."""

    def changes(self) -> Iterator[BlockChange]:
        """The blocks that changed, in order of their numbers."""
        return (block for block in self.blocks if block.changed)
