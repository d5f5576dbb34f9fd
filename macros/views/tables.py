"""The guideline's tables in its own text: the cells are the data, spans as printed."""

from macros.model.project import Project
from macros.model.table_rows import Tables, proposal_rows, year_projects
from macros.views.frame import PageView, render


def guideline_table(project: Project, page: PageView, name: str) -> str:
    """The table `name` of the page's revision: `actors`, `domains`, `forms`, `contents` or `proposals`.

    Raises:
        KeyError: where the revision has no such table.
    """
    revision = page.asked_revision()
    tables = project.data.tables[revision]
    if name not in tables.names():
        raise KeyError(name)
    if name == "proposals":
        return _proposals(project)
    if name == "domains":
        return _domains(tables)
    if name == "contents":
        return _contents(project, page, tables)
    return render("plain_table.html", name=name, table=tables.plain[name].record)


def _domains(tables: Tables) -> str:
    if tables.domains is None:
        raise KeyError("domains")
    return render("domain_table.html", table=tables.domains.record)


def _contents(project: Project, page: PageView, tables: Tables) -> str:
    if tables.contents is None:
        raise KeyError("contents")
    text = project.texts[tables.contents.record.revision]
    rows = [(row, text.section(row.section)) for row in tables.contents.record.rows]
    return render("contents_table.html", rows=rows, base=page.base)


def _proposals(project: Project) -> str:
    proposals = project.data.proposals.record
    years = [(year, year_projects(year, proposals.projects)) for year in proposals.years]
    cells = {row.id: row.cells for row in proposal_rows(proposals)}
    return render("proposal_table.html", head=proposals.head, years=years, cells=cells)
