"""The rows of the guideline's tables as blocks, in printed order: the tables are the data."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.load import Loaded
from macros.model.tables import Contents, DomainTable, Project, Proposals, ProposalYear, Table
from macros.model.yaml_file import YamlFile

CONTINUING = "★"
"""Sign with which the printed table marks projects that are still going on."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A printed row."""

    id: str
    """Id of the row, the same in every revision; `head` for the row of column titles."""
    cells: tuple[str, ...]
    """Printed texts; a cell that covers several columns counts once."""
    path: tuple[str | int, ...]
    """Where it stands in the data file."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables that a revision's text can show."""

    plain: dict[str, Loaded[Table]]
    """`actors` and `forms`, as far as they are at hand."""
    domains: Loaded[DomainTable] | None
    """The table of domains."""
    contents: Loaded[Contents] | None
    """The printed table of contents."""

    def revisions(self) -> Iterator[tuple[YamlFile, str]]:
        """Each file with the revision that it names."""
        for table in self.plain.values():
            yield table.source, table.record.revision
        if self.domains:
            yield self.domains.source, self.domains.record.revision
        if self.contents:
            yield self.contents.source, self.contents.record.revision

    def names(self) -> tuple[str, ...]:
        """Names under which a page can call for a table."""
        found = [*self.plain]
        found += ["domains"] if self.domains else []
        found += ["contents"] if self.contents else []
        return (*found, "proposals")


def plain_rows(table: Table) -> Iterator[TableRow]:
    """Head and rows of a table with one text per column."""
    yield TableRow("head", tuple(column.title for column in table.columns), ("columns",))
    for at, row in enumerate(table.rows):
        yield TableRow(row.id, tuple(row.cells.get(column.id, "") for column in table.columns), ("rows", at))


def domain_rows(table: DomainTable) -> Iterator[TableRow]:
    """Rows of the table of domains."""
    for at, row in enumerate(table.rows):
        yield TableRow(row.id, (row.head, *(cell.text for cell in row.cells)), ("rows", at))


def contents_rows(contents: Contents) -> Iterator[TableRow]:
    """Lines of the printed table of contents: text and pages."""
    for at, row in enumerate(contents.rows):
        yield TableRow(row.section, (row.text, row.pages) if row.pages else (row.text,), ("rows", at))


def proposal_rows(proposals: Proposals) -> Iterator[TableRow]:
    """The printed list of adopted proposals: a year's further projects stand in rows without the year."""
    for number, head in enumerate(proposals.head, start=1):
        yield TableRow(f"head{number}", head, ("head", number - 1))
    for at, year in enumerate(proposals.years):
        for number, cells in enumerate(_year_rows(year, proposals.projects), start=1):
            yield TableRow(f"{year.id}-{number}", cells, ("years", at))


def _year_rows(year: ProposalYear, projects: tuple[Project, ...]) -> Iterator[tuple[str, ...]]:
    if year.remark is not None:
        yield (year.printed, year.remark)
        return
    for number, (citizen, city) in enumerate(year_projects(year, projects)):
        head = (year.printed, f"{year.citizen}件", f"{year.city}件") if number == 0 else ("", "", "")
        yield (*head, printed_project(citizen), printed_project(city))


def year_projects(year: ProposalYear, projects: tuple[Project, ...]) -> list[tuple[Project | None, Project | None]]:
    """Projects of a year, side by side: proposed by citizens, by the city."""
    sides = [[one for one in projects if one.side == side and year.id in one.years] for side in ("citizen", "city")]
    height = max(1, *(len(side) for side in sides))
    citizen, city = ([*side, *[None] * (height - len(side))] for side in sides)
    return list(zip(citizen, city, strict=True))


def printed_project(project: Project | None) -> str:
    """Name of a project as the table prints it."""
    if project is None:
        return ""
    return project.name + (CONTINUING if project.continuing else "")
