"""Revisions of the guideline: what each is, when, and from which source."""

from dataclasses import field
from typing import Literal

from macros.model.record import record
from macros.model.scalars import Id, Precision, RevisionId, SourceFile, Text


@record
class WrittenDate:
    """A date as a source writes it, and as data."""

    as_written: Text
    """The words of the source: `平成19年8月`, `令和5年 月` (month left blank)."""
    iso: Text
    """ISO 8601, as exact as is known: `2007-08`, `2023`; of a fiscal year its first calendar year."""
    precision: Precision
    """How exact `iso` is."""


@record
class Event:
    """Something that happened on the way to a revision."""

    id: Id
    """Unique within the file."""
    date: WrittenDate
    """First day."""
    end: WrittenDate | None = None
    """Last day, where it lasted longer than one."""
    title: Text
    """What it was: 説明会, 協働推進懇話会 第2回."""
    detail: Text | None = None
    """Time, place, numbers: as far as the sources tell."""
    note: Text | None = None
    """What a reader must know of the source, such as a wrong weekday in it."""
    sources: tuple[Id, ...]
    """Ids of `data/sources.yml`."""


@record
class SourceText:
    """The extracted text that a revision's pages are transcribed from."""

    source: Id
    """Id of `data/sources.yml`."""
    file: SourceFile
    """Path from the root: `data/sources/r5-draft.txt`."""
    sha256: Text
    """Hash of the file's bytes, hexadecimal."""


@record
class Revision:
    """One dated state of the guideline."""

    id: RevisionId
    """`h19`, `h25`, `h31`, `r5`."""
    name: Text
    """As citizens see it: 令和5年（2023年）の案."""
    kind: Literal["制定", "改定"]
    """First making or revision."""
    manner: Text | None = None
    """一部見直し and the like, in the city's words."""
    date: WrittenDate
    """When it was or is to be adopted."""
    text: Literal["adopted", "draft", "none"]
    """What kind of text is at hand."""
    summary: tuple[Text, ...]
    """What this revision is, in our words, a sentence each."""
    missing: tuple[Text, ...] = ()
    """What the material at hand lacks, a sentence each."""
    events: tuple[Event, ...] = ()
    """What is known of its making, oldest first."""
    sources: tuple[Id, ...]
    """Ids of `data/sources.yml`."""
    source_text: SourceText | None = None
    """Where its text was transcribed from; none for a text born here."""
    copied_from: RevisionId | None = None
    """The revision that its text was copied from with `shishin new-revision`."""
    chapters: tuple[Id, ...] = ()
    """Chapter ids in printed order; each is a file `docs/guideline/<revision>/<chapter>.md`."""
    short_titles: dict[Id, Text] = field(default_factory=dict)
    """Short forms of long titles by chapter id, without the number: what the navigation may call it."""


@record
class Revisions:
    """`data/revisions.yml`."""

    in_force: RevisionId | None
    """The revision in force, null while no adopted text is at hand."""
    revisions: tuple[Revision, ...]
    """Oldest first."""
