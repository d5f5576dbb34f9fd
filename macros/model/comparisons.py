"""What people add to a comparison: confirmed relations, a summary, reasons, classes, lists of words."""

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.model.record import record
from macros.model.scalars import Day, Flag, Id, RevisionId, Text

ChangeId = Annotated[str, StringConstraints(pattern=r"^c-[a-z][a-z0-9-]*-[0-9a-f]{8}$")]
"""Id of a change, as the page of the comparison and its open data print it."""


@record
class SectionRelation:
    """Sections that belong together though their ids alone do not say so."""

    kind: Literal["split", "merged", "renamed"]
    """One to several, several to one, one to one under another id or name."""
    old: tuple[Id, ...]
    """Sections of the older revision."""
    new: tuple[Id, ...]
    """Sections of the newer revision."""
    note: Text
    """What went where, in a sentence."""


@record
class RowRelation:
    """Rows of a table that belong together though their ids alone do not say so."""

    kind: Literal["merged", "split", "renamed"]
    """`merged` also for a row that was dissolved into another, `renamed` also for one that kept its id."""
    table: Id
    """Name of the table: `forms`."""
    old: tuple[Id, ...]
    """Rows of the older revision."""
    new: tuple[Id, ...]
    """Rows of the newer revision."""
    note: Text
    """What went where, in a sentence."""


@record
class Lineage:
    """`data/lineage/<old>-<new>.yml`: what ids alone cannot tell, confirmed by people."""

    old: RevisionId
    """The older revision."""
    new: RevisionId
    """The newer revision."""
    confirmed: Day
    """The day on which it was confirmed."""
    by: Text
    """Who confirmed it."""
    sections: tuple[SectionRelation, ...] = ()
    """In the order of the newer text."""
    gone: tuple[Id, ...] = ()
    """Older sections that truly have no counterpart."""
    born: tuple[Id, ...] = ()
    """Newer sections that truly have no counterpart."""
    rows: tuple[RowRelation, ...] = ()
    """In the order of the newer text."""


_INVERSE: dict[str, Literal["split", "merged", "renamed"]] = {
    "split": "merged",
    "merged": "split",
    "renamed": "renamed",
}


def inverted(lineage: Lineage) -> Lineage:
    """The same relations read from the newer revision to the older one."""
    return replace(
        lineage,
        old=lineage.new,
        new=lineage.old,
        sections=tuple(replace(one, kind=_INVERSE[one.kind], old=one.new, new=one.old) for one in lineage.sections),
        rows=tuple(replace(one, kind=_INVERSE[one.kind], old=one.new, new=one.old) for one in lineage.rows),
        gone=lineage.born,
        born=lineage.gone,
    )


@record
class SummaryLine:
    """A sentence of the summary, with the changes it speaks of."""

    text: Text
    """One sentence for citizens."""
    changes: Annotated[tuple[ChangeId, ...], Field(min_length=1)]
    """Ids of the changes, at least one."""


@record
class Statement:
    """What the city itself says of the review."""

    quote: Text
    """Its words, or the sense of them where `literal` is false."""
    literal: Flag
    """Whether `quote` is letter for letter."""
    revision: RevisionId
    """The revision that the city speaks of."""
    source: Id
    """Id of `data/sources.yml`."""


@record
class HandClass:
    """A class that people set in the place of the machine's."""

    change: ChangeId
    """The change."""
    classes: Annotated[tuple[Literal["number", "move", "notation", "wording", "content"], ...], Field(min_length=1)]
    """What it is, at least one."""
    by: Text
    """Who decided."""
    note: Text
    """Why."""


@record
class ComparisonNotes:
    """`data/comparisons/<old>-<new>.yml`: what the page of a comparison says in words of its own."""

    old: RevisionId
    """The older revision."""
    new: RevisionId
    """The newer revision."""
    summary: tuple[SummaryLine, ...] = ()
    """What changed, in a few lines."""
    statements: tuple[Statement, ...] = ()
    """What the city says of it."""
    known: tuple[Text, ...] = ()
    """What is known where a text is missing, a sentence each."""
    sources: tuple[Id, ...] = ()
    """Ids of `data/sources.yml` behind `known`."""
    classes: tuple[HandClass, ...] = ()
    """Classes set by people."""


@record
class Reason:
    """Why something was changed (改定理由)."""

    change: ChangeId
    """The change."""
    text: Text
    """The reason in the city's words."""
    source: Id
    """Id of `data/sources.yml`."""


@record
class Reasons:
    """`data/reasons/<old>-<new>.yml`: adjacent revisions only."""

    old: RevisionId
    """The older revision."""
    new: RevisionId
    """The newer revision."""
    reasons: tuple[Reason, ...]
    """In the order of the changes."""


@record
class Notation:
    """`data/notation.yml`: spellings of one word."""

    pairs: tuple[tuple[Text, Text], ...]
    """Two spellings of the same word: 活かす, 生かす."""
    keep: tuple[tuple[Text, Text], ...]
    """Words that a dictionary takes for one but that differ in meaning: 聞く, 聴く."""


@record
class ModalityGroup:
    """Endings that bind the city to the same degree."""

    id: Id
    """Unique within the file."""
    name: Text
    """What they say: 努力する, 行う."""
    phrases: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Endings as printed: 努めます."""


@record
class Modality:
    """`data/modality.yml`: the closed list of endings that say how far the city binds itself."""

    groups: tuple[ModalityGroup, ...]
    """An ending that changes from one group to another is flagged."""
