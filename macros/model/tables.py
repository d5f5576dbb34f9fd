"""The guideline's own tables as data: exact cell texts with ids for rows."""

from typing import Literal

from macros.model.record import record
from macros.model.scalars import Count, Flag, Id, RevisionId, Text


@record
class Column:
    """A column of a table."""

    id: Id
    """Key of its cells."""
    title: Text
    """Printed head, letter for letter."""


@record
class Row:
    """A row of a table."""

    id: Id
    """The same row has the same id in every revision, whatever its name."""
    cells: dict[Id, str]
    """Column id → printed text; a line break is a break inside the cell."""


@record
class Table:
    """`data/tables/<revision>/actors.yml` and `forms.yml`."""

    revision: RevisionId
    """The revision whose table it is."""
    columns: tuple[Column, ...]
    """Left to right; the first one is the row's head."""
    rows: tuple[Row, ...]
    """Top to bottom."""


@record
class SpanCell:
    """A cell that may cover several domains."""

    domains: tuple[Id, ...]
    """The domains it covers: neighbours, left to right."""
    text: str
    """Printed text; empty where the cell is empty."""


@record
class DomainRow:
    """A printed row of the table of domains."""

    id: Id
    """`ryoiki`, `kubun`, `naiyo` …"""
    head: Text
    """Printed head of the row."""
    cells: tuple[SpanCell, ...]
    """Left to right; together they cover every domain once."""


@record
class DomainTable:
    """`data/tables/<revision>/domains.yml`."""

    revision: RevisionId
    """The revision whose table it is."""
    domains: tuple[Id, ...]
    """`a` … `e`, left to right."""
    shared: tuple[Id, ...]
    """The domains in which collaboration belongs."""
    rows: tuple[DomainRow, ...]
    """Top to bottom."""


@record
class ContentsRow:
    """A line of the printed table of contents."""

    section: Id
    """The section it leads to."""
    text: Text
    """Printed line without its page."""
    pages: str = ""
    """Printed pages, empty where none is printed."""


@record
class Contents:
    """`data/tables/<revision>/contents.yml`."""

    revision: RevisionId
    """The revision whose table of contents it is."""
    rows: tuple[ContentsRow, ...]
    """Top to bottom."""


@record
class ProposalYear:
    """A year of the scheme of adopted proposals."""

    id: Id
    """`h23`."""
    printed: Text
    """As the table prints it: `H23`, `R元`."""
    fiscal_year: Count
    """First calendar year of the fiscal year."""
    citizen: Count | None = None
    """Applications from citizens; none where the table prints a remark."""
    city: Count | None = None
    """Applications on themes of the city; none where the table prints a remark."""
    remark: Text | None = None
    """Printed remark over the whole row."""


@record
class Partner:
    """Who carried out a project with the city."""

    name: Text
    """Name as the source gives it."""
    group: Id | None = None
    """Id of `data/groups.yml`."""
    years: tuple[Id, ...] = ()
    """Years the source speaks of; empty: all."""
    confirmed: Flag
    """False where it is our inference."""


@record
class Project:
    """One adopted project, however many years it ran."""

    id: Id
    """Unique within the file."""
    name: Text
    """Printed name without ★."""
    side: Literal["citizen", "city"]
    """Who proposed it: 市民提案, 行政提案."""
    years: tuple[Id, ...]
    """Years in which the table lists it."""
    continuing: Flag
    """★: still going on when the draft was written."""
    partner: tuple[Partner, ...] = ()
    """Empty: not confirmed in the material at hand."""
    section: Text | None = None
    """Section of the city, as the source names it."""
    notes: tuple[Text, ...] = ()
    """What the sources add or say differently."""
    sources: tuple[Id, ...]
    """Ids of `data/sources.yml`."""


@record
class Proposals:
    """`data/proposals.yml`."""

    head: tuple[tuple[str, ...], ...]
    """The two printed head rows, empty cells left out."""
    as_of: Text
    """When ★ was true, in the words of citizens: 令和5年の案の時点."""
    years: tuple[ProposalYear, ...]
    """Oldest first."""
    projects: tuple[Project, ...]
    """In printed order."""
