"""Checks across the data files: ids, references, dates, tables."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from macros.japanese.era import find_era_dates
from macros.model.findings import Finding, finding
from macros.model.load import Loaded
from macros.model.nearest import nearest
from macros.model.project import Project
from macros.model.revisions import WrittenDate
from macros.model.yaml_file import Path_

_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_REVISION_KEYS = ("revision", "in_force", "copied_from", "compared_with", "adopted_revision")
_ISO_LENGTH = {"day": 10, "month": 7, "year": 4, "fiscal-year": 4}


def check_data(project: Project) -> Iterator[Finding]:
    """All checks of this module."""
    yield from _check_ids(project)
    yield from _check_references(project)
    yield from _check_dates(project)
    yield from _check_names(project)


def _unique(loaded: Loaded[object], paths: Iterable[tuple[str, Path_]]) -> Iterator[Finding]:
    """Each id once; `paths` are ids with the way to them."""
    first: dict[str, int] = {}
    for item, path in paths:
        place = loaded.place(*path)
        if item in first:
            yield finding("D001", place, id=item, first=first[item])
        first.setdefault(item, place.line)


def _check_ids(project: Project) -> Iterator[Finding]:
    data = project.data
    lists: list[tuple[Loaded[object], str, Iterable[str]]] = [
        (data.revisions, "revisions", (one.id for one in data.revisions.record.revisions)),
        (data.sources, "sources", (one.id for one in data.sources.record.sources)),
        (data.errata, "errata", (one.id for one in data.errata.record.errata)),
        (data.groups, "groups", (one.id for one in data.groups.record.groups)),
        (data.glossary, "terms", (one.id for one in data.glossary.record.terms)),
        (data.modality, "groups", (one.id for one in data.modality.record.groups)),
        (data.proposals, "projects", (one.id for one in data.proposals.record.projects)),
        (data.proposals, "years", (one.id for one in data.proposals.record.years)),
    ]
    for tables in data.tables.values():
        lists += [(table, "rows", (row.id for row in table.record.rows)) for table in tables.plain.values()]
        lists += [(table, "columns", (one.id for one in table.record.columns)) for table in tables.plain.values()]
        if tables.domains:
            lists.append((tables.domains, "rows", (row.id for row in tables.domains.record.rows)))
    for loaded, name, ids in lists:
        yield from _unique(loaded, ((item, (name, at, "id")) for at, item in enumerate(ids)))
    events: list[tuple[str, Path_]] = [
        (one.id, ("revisions", at, "events", row, "id"))
        for at, revision in enumerate(data.revisions.record.revisions)
        for row, one in enumerate(revision.events)
    ]
    yield from _unique(data.revisions, events)  # once over all revisions: they share a page


def _refer(
    loaded: Loaded[object], path: Path_, item: str, known: Iterable[str], *, what: str, where: str
) -> Iterator[Finding]:
    """A finding if `item` is not among the known ids."""
    names = list(known)
    if item not in names:
        near = nearest(item, names)
        fix = f"「{near}」に直してください。" if near else f"{where}に書き足すか、ここを直してください。"
        yield finding("D002", loaded.place(*path), what=what, id=item, where=where, fix=fix)


def _check_references(project: Project) -> Iterator[Finding]:
    data = project.data
    sources = [one.id for one in data.sources.record.sources]
    revisions = [one.id for one in data.revisions.record.revisions]
    groups = [one.id for one in data.groups.record.groups]
    years = [one.id for one in data.proposals.record.years]
    for loaded in data.loaded():
        for path, item in _values_of(loaded.source.value, "sources", "source"):
            if loaded is not data.sources and "edits" not in path:
                yield from _refer(loaded, path, item, sources, what="出典", where="data/sources.yml")
        for path, item in _values_of(
            loaded.source.value, "revision", "in_force", "copied_from", "compared_with", "adopted_revision"
        ):
            yield from _refer(loaded, path, item, revisions, what="版", where="data/revisions.yml")
    for at, project_row in enumerate(data.proposals.record.projects):
        for row, year in enumerate(project_row.years):
            path = ("projects", at, "years", row)
            yield from _refer(data.proposals, path, year, years, what="年度", where="data/proposals.ymlのyears")
        for row, partner in enumerate(project_row.partner):
            for number, year in enumerate(partner.years):
                path = ("projects", at, "partner", row, "years", number)
                yield from _refer(data.proposals, path, year, years, what="年度", where="data/proposals.ymlのyears")
            if partner.group:
                path = ("projects", at, "partner", row, "group")
                yield from _refer(data.proposals, path, partner.group, groups, what="団体", where="data/groups.yml")
    for source in project.pages.values():
        if source.page.head.revision is not None:
            given: Loaded[object] = Loaded(source.page.head_source, None)
            yield from _refer(
                given, ("revision",), source.page.head.revision, revisions, what="版", where="data/revisions.yml"
            )
    yield from _check_sections(project)


def _check_sections(project: Project) -> Iterator[Finding]:
    data = project.data
    rows: list[tuple[Loaded[object], Path_, str, str]] = []
    for at, erratum in enumerate(data.errata.record.errata):
        rows.append((data.errata, ("errata", at, "section"), erratum.revision, erratum.section))
    for at, term in enumerate(data.glossary.record.terms):
        rows.append((data.glossary, ("terms", at, "section"), term.revision, term.section))
    for marks in data.draft_marks:
        for at, mark in enumerate(marks.record.marks):
            rows.append((marks, ("marks", at, "section"), marks.record.revision, mark.section))
    for revision, tables in data.tables.items():
        if tables.contents:
            for at, row in enumerate(tables.contents.record.rows):
                rows.append((tables.contents, ("rows", at, "section"), revision, row.section))
    for loaded, path, revision, section in rows:
        if text := project.texts.get(revision):
            known = [one.id for one in text.sections]
            yield from _refer(loaded, path, section, known, what="節", where=f"{revision}の本文")


def _values_of(value: object, *names: str, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Texts that stand under one of the keys, alone or in a list, anywhere in a file's value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            inner_path = (*path, key)
            if key in names and isinstance(inner, str):
                yield inner_path, inner
            elif key in names and isinstance(inner, list):
                yield from (((*inner_path, at), item) for at, item in enumerate(inner) if isinstance(item, str))
            else:
                yield from _values_of(inner, *names, path=inner_path)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _values_of(inner, *names, path=(*path, at))


def _check_dates(project: Project) -> Iterator[Finding]:
    data = project.data
    for at, revision in enumerate(data.revisions.record.revisions):
        yield from check_written(data.revisions, ("revisions", at, "date"), revision.date)
        for row, event in enumerate(revision.events):
            path: Path_ = ("revisions", at, "events", row)
            yield from check_written(data.revisions, (*path, "date"), event.date)
            if event.end:
                yield from check_written(data.revisions, (*path, "end"), event.end)
                if _before(event.end.iso, event.date.iso):
                    yield finding("D005", data.revisions.place(*path, "end"), end=event.end.iso, start=event.date.iso)
    revisions = data.revisions.record.revisions
    for at, (older, newer) in enumerate(pairwise(revisions), start=1):
        if _before(newer.date.iso, older.date.iso):
            place = data.revisions.place("revisions", at, "date")
            yield finding("D009", place, id=newer.id, iso=newer.date.iso, before=older.date.iso)
    for row, group in enumerate(data.groups.record.groups):
        if group.since:
            yield from check_written(data.groups, ("groups", row, "since"), group.since)
    for loaded in data.consultations:
        period = loaded.record.period
        if period.end < period.start:
            yield finding("D005", loaded.place("period", "end"), end=period.end, start=period.start)


def _before(one: str, other: str) -> bool:
    """True if `one` is earlier, as far as both dates are known."""
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def check_written(loaded: Loaded[object], path: Path_, written: WrittenDate) -> Iterator[Finding]:
    """The ISO date has the form of its precision and says the same as the words of the source."""
    place = loaded.place(*path, "iso")
    if len(written.iso) != _ISO_LENGTH[written.precision] or not _is_date(written.iso):
        yield finding("D004", place, iso=written.iso, precision=written.precision)
        return
    for found in find_era_dates(written.as_written)[:1]:
        known = min(len(found.iso), len(written.iso))
        if found.iso[:known] != written.iso[:known] or found.fiscal != (written.precision == "fiscal-year"):
            expected = found.iso + ("（年度）" if found.fiscal else "")
            yield finding("D003", place, written=written.as_written, iso=written.iso, expected=expected)


def _is_date(iso: str) -> bool:
    if not _ISO.fullmatch(iso):
        return False
    try:
        date.fromisoformat(iso + "0000-01-01"[len(iso) :])
    except ValueError:
        return False
    return True


def _check_names(project: Project) -> Iterator[Finding]:
    data = project.data
    named = [(one.source, "id", one.record.id, Path(one.source.file).stem) for one in data.consultations]
    named += [(one.source, "revision", one.record.revision, Path(one.source.file).stem) for one in data.draft_marks]
    for revision, tables in data.tables.items():
        named += [(source, "revision", given, revision) for source, given in tables.revisions()]
    for source, key, given, name in named:
        if given != name:
            yield finding("D008", source.place(key), name=name, id=given)
