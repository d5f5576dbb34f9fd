"""The site's data as JSON and CSV: the same rows for people, programs and Excel."""

import csv
import io
import json
from collections.abc import Callable, Iterable

from macros.model.project import Project
from macros.model.text import RevisionText
from macros.views.directory import domain_facts

Item = dict[str, object]
"""A row: column → value; lists and null stay themselves in JSON."""

SCHEMA = 1
"""Version of the form of the files; raised when a column goes or changes its meaning."""


def revisions(project: Project) -> list[Item]:
    """One row a revision."""
    return [
        {
            "id": one.id,
            "name": one.name,
            "kind": one.kind,
            "manner": one.manner,
            "date_as_written": one.date.as_written,
            "date": one.date.iso,
            "date_precision": one.date.precision,
            "text": one.text,
            "in_force": one.id == project.data.revisions.record.in_force,
            "address": f"guideline/{one.id}/",
            "sources": list(one.sources),
        }
        for one in project.data.revisions.record.revisions
    ]


def sections(project: Project) -> list[Item]:
    """One row a section of every revision whose text is at hand."""
    return [row for text in project.texts.values() for row in _sections(text)]


def _sections(text: RevisionText) -> Iterable[Item]:
    for section in text.sections:
        blocks = [block.printed for block in text.blocks_of(section.id) if block.kind != "heading"]
        yield {
            "revision": text.revision,
            "id": section.id,
            "number": section.number or None,
            "title": section.title,
            "level": section.level,
            "parent": section.parent,
            "order": section.order,
            "address": section.address,
            "text": "\n".join(blocks),
        }


def _plain(project: Project, name: str) -> list[Item]:
    """Rows of a table of every revision; the first columns say which."""
    rows: list[Item] = []
    for revision, tables in project.data.tables.items():
        if name in tables.plain:
            rows += [{"revision": revision, "id": row.id, **row.cells} for row in tables.plain[name].record.rows]
    return rows


def actors(project: Project) -> list[Item]:
    """One row an actor and revision."""
    return _plain(project, "actors")


def forms(project: Project) -> list[Item]:
    """One row a form and revision."""
    return _plain(project, "forms")


def domains(project: Project) -> list[Item]:
    """One row a domain and revision: the cells of its column, shared cells repeated."""
    columns = _domain_columns(project)
    rows: list[Item] = []
    for revision, tables in project.data.tables.items():
        if tables.domains:
            table = tables.domains.record
            for domain in table.domains:
                facts = {row: text for row, _, text in domain_facts(table, domain)}
                cells = {column: facts.get(column) for column in columns}
                rows.append({"revision": revision, "id": domain, "shared": domain in table.shared, **cells})
    return rows


def _domain_columns(project: Project) -> list[str]:
    """Rows of the table of domains over all revisions, in the order of the newest that has them."""
    tables = [one.domains.record for one in reversed(project.data.tables.values()) if one.domains]
    return list(dict.fromkeys(row.id for table in tables for row in table.rows))


def proposals(project: Project) -> list[Item]:
    """One row an adopted project."""
    data = project.data.proposals.record
    years = {year.id: year.fiscal_year for year in data.years}
    return [
        {
            "id": one.id,
            "name": one.name,
            "side": one.side,
            "fiscal_years": [years[year] for year in one.years],
            "continuing": one.continuing,
            "partners": [partner.name for partner in one.partner],
            "partner_groups": [partner.group for partner in one.partner if partner.group],
            "partners_confirmed": all(partner.confirmed for partner in one.partner) if one.partner else None,
            "section": one.section,
            "notes": list(one.notes),
            "sources": list(one.sources),
        }
        for one in data.projects
    ]


def groups(project: Project) -> list[Item]:
    """One row a group."""
    return [
        {
            "id": one.id,
            "name": one.name,
            "category": one.category,
            "registered": one.registered or None,
            "fields": list(one.fields),
            "activity": one.activity,
            "since": one.since.iso if one.since else None,
            "since_precision": one.since.precision if one.since else None,
            "url": one.url,
            "notes": list(one.notes),
            "unconfirmed": list(one.unconfirmed),
            "checked": one.checked.isoformat(),
            "sources": list(one.sources),
        }
        for one in project.data.groups.record.groups
    ]


def consultations(project: Project) -> list[Item]:
    """One row a consultation."""
    return [
        {
            "id": one.id,
            "title": one.title,
            "procedure": one.procedure,
            "revision": one.proposed.revision,
            "start": one.period.start.isoformat(),
            "end": one.period.end.isoformat(),
            "result": one.result.status,
            "opinions": one.result.opinions,
            "statement": one.result.statement,
            "sources": list(one.sources),
        }
        for one in (loaded.record for loaded in project.data.consultations)
    ]


DATASETS: dict[str, Callable[[Project], list[Item]]] = {
    "revisions": revisions,
    "sections": sections,
    "actors": actors,
    "domains": domains,
    "forms": forms,
    "proposals": proposals,
    "groups": groups,
    "consultations": consultations,
}
"""Name of a file → its rows."""


def to_json(items: list[Item]) -> str:
    """The rows as the JSON that the contract names."""
    return json.dumps({"schema": SCHEMA, "items": items}, ensure_ascii=False, indent=1) + "\n"


def to_csv(items: list[Item]) -> str:
    """The rows as CSV for Excel: a byte order mark, CRLF, lists joined by 「、」, empty for what is not known."""
    if not items:
        return "\ufeff"
    out = io.StringIO()
    columns = list(dict.fromkeys(column for item in items for column in item))
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for item in items:
        writer.writerow([_cell(item.get(column)) for column in columns])
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> str:
    """A value as a cell; one that Excel would run as a formula begins with an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "、".join(str(one) for one in value) if isinstance(value, list) else str(value)
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t")) else text
