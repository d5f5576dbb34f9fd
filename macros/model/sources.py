"""Where facts come from, and the places where a text differs from its source."""

from typing import Literal

from macros.model.record import record
from macros.model.scalars import Count, Day, Id, RevisionId, Text, Url


@record
class Source:
    """A document or page that facts of this site rest on."""

    id: Id
    """Unique within the file."""
    title: Text
    """Title as printed there."""
    short: Text | None = None
    """Name under which other pages cite it, where the title is long."""
    publisher: Text
    """Who published it."""
    date: Text | None = None
    """Its own date, as written there."""
    url: Url | None = None
    """Address; none where it is unknown, or where the page shows private data."""
    checked: Day
    """The day on which we looked at it (or at a copy of it)."""
    note: Text | None = None
    """How sure it is; why there is no link."""


@record
class Sources:
    """`data/sources.yml`."""

    sources: tuple[Source, ...]
    """In the order of the page 出典."""


Verdict = Literal["E", "P", "W", "D", "O", "U", "I", "M"]
"""Letter of the verdict: extraction error, page break, width, draft blank (published in their reading);
original, undecided, inconsistency (kept as printed); missing part."""


@record
class Edit:
    """One replacement that leads from the source's text to the published one."""

    line: Count
    """Line of the source file, from 1, where the replaced text begins."""
    source: Text
    """The replaced text, letter for letter; may run over several lines and hold TABs."""
    reading: str
    """What is published in its place."""


@record
class Erratum:
    """A recorded reading of a source that differs from its extraction, or a doubtful place that was kept."""

    id: Id
    """`d01`; with the revision behind it where one defect stands in two documents: `d63-h25`."""
    verdict: Verdict
    """Letter of the verdict."""
    revision: RevisionId
    """The revision whose text it concerns."""
    section: Id
    """The section in which the place stands."""
    quote: Text
    """The published words at the place, letter for letter."""
    edits: tuple[Edit, ...] = ()
    """Replacements, for E, P, W and D."""
    note: Text
    """The reason, or what is doubtful: a sentence or two for readers."""
    question: Text | None = None
    """What the city is asked to confirm (U, I and some O)."""


@record
class Errata:
    """`data/errata.yml`."""

    errata: tuple[Erratum, ...]
    """In the order of the revisions and their texts."""


@record
class DraftMark:
    """A bold or struck passage with which a draft shows its own changes."""

    line: Count
    """Line of the source file, from 1."""
    kind: Literal["bold", "strike"]
    """Bold: published as plain text. Strike: not published."""
    section: Id
    """The section in which it stands."""
    text: Text
    """The marked words."""


@record
class DraftMarks:
    """`data/draft_marks/<revision>.yml`."""

    revision: RevisionId
    """The draft's revision."""
    marks: tuple[DraftMark, ...]
    """In the order of the source."""
