"""Checks of the tables: every row has a cell for every column, and no cell holds the sign that divides cells."""

from collections.abc import Iterator

from macros.model.check_words import texts_of
from macros.model.findings import Finding, finding
from macros.model.load import Loaded
from macros.model.project import Project
from macros.model.tables import DomainTable, Table


def check_tables(project: Project) -> Iterator[Finding]:
    """All checks of this module."""
    for tables in project.data.tables.values():
        for table in tables.plain.values():
            yield from _check_plain(table)
        if tables.domains:
            yield from _check_domains(tables.domains)
        for loaded in (*tables.plain.values(), tables.domains, tables.contents):
            if loaded:
                yield from _check_cells(loaded)
    yield from _check_cells(project.data.proposals)


def _check_cells(loaded: Loaded[object]) -> Iterator[Finding]:
    """A tab in a cell would make two cells of it where texts are compared and published."""
    for path, text in texts_of(loaded.source.value):
        if "\t" in text:
            yield finding("F007", loaded.place(*path), sign="U+0009、タブ")


def _check_plain(loaded: Loaded[Table]) -> Iterator[Finding]:
    columns = [column.id for column in loaded.record.columns]
    for at, row in enumerate(loaded.record.rows):
        missing = [column for column in columns if column not in row.cells]
        unknown = [column for column in row.cells if column not in columns]
        problems = [f"「{column}」がない" for column in missing] + [f"「{column}」が余る" for column in unknown]
        if problems:
            place = loaded.place("rows", at, "cells")
            yield finding("D006", place, row=row.id, problem="、".join(problems), columns="、".join(columns))


def _check_domains(loaded: Loaded[DomainTable]) -> Iterator[Finding]:
    table = loaded.record
    for at, row in enumerate(table.rows):
        covered = [domain for cell in row.cells for domain in cell.domains]
        if covered != list(table.domains):
            place = loaded.place("rows", at, "cells")
            problem = f"いまは「{'、'.join(covered)}」"
            yield finding("D006", place, row=row.id, problem=problem, columns="、".join(table.domains))
    if not set(table.shared) <= set(table.domains):
        place = loaded.place("shared")
        columns = "、".join(table.domains)
        yield finding("D006", place, row="shared", problem="知らない領域がある", columns=columns)
