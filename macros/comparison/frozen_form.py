"""The form of `data/frozen/<id>.json`, in which pydantic refuses what does not belong."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Strict

from macros.comparison.script import ChangeClass, ChangeKind, Flag, SpanKind
from macros.model.comparisons import ChangeId
from macros.model.html_blocks import BlockKind
from macros.model.record import record
from macros.model.scalars import Count, Id, RevisionId
from macros.model.scalars import Flag as Truth

Words = Annotated[str, Strict()]
"""A text, also an empty one."""


@record
class SectionForm:
    """A section of a side."""

    id: Words
    number: Words | None
    title: Words
    address: Words
    level: Count
    parent: Words | None
    order: Count


@record
class SectionsForm:
    """Sections that belong together."""

    kind: ChangeKind
    moved: Truth
    old: tuple[SectionForm, ...]
    new: tuple[SectionForm, ...]


@record
class BlockForm:
    """A block of a side."""

    section: Words
    at: Count
    type: BlockKind
    text: Words
    number_text: Words = ""
    table: Words = ""
    name: Words = ""
    printed: Words | None = None


@record
class ChangeForm:
    """Blocks that belong together."""

    id: ChangeId
    number: Count | None
    type: BlockKind
    kind: ChangeKind
    old: tuple[BlockForm, ...]
    new: tuple[BlockForm, ...]
    spans: tuple[tuple[SpanKind, Words], ...]
    classes: tuple[ChangeClass, ...]
    flags: tuple[Flag, ...]
    classes_by: Literal["people", "machine"]
    variants: tuple[Count, ...] = ()


@record
class HashesForm:
    """SHA-256 of both texts."""

    old: Words
    new: Words


@record
class ScriptForm:
    """The comparison."""

    schema: Literal[1]
    old: RevisionId
    new: RevisionId
    sha256: HashesForm
    sections: tuple[SectionsForm, ...]
    blocks: tuple[ChangeForm, ...]


@record
class FrozenForm:
    """The file."""

    schema: Literal[1]
    consultation: Id
    opened: date
    script: ScriptForm
