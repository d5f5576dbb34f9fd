"""The directory: actors, domains, forms, adopted projects and groups, from the newest text and the data files."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.directory import Group
from macros.model.project import Project
from macros.model.table_rows import Tables
from macros.model.tables import DomainTable, Partner, Proposals
from macros.model.tables import Project as Proposal
from macros.model.text import Section
from macros.views.frame import PageView, render
from macros.views.revisions import cited


@dataclass(frozen=True, slots=True)
class Shown:
    """The revision whose tables the directory shows."""

    revision: str
    """Its id."""
    name: str
    """Its name for citizens."""
    tables: Tables
    """Its tables."""


def _shown(project: Project) -> Shown:
    """The newest revision with a text at hand.

    Raises:
        KeyError: where no revision has a text.
    """
    if project.newest is None:
        raise KeyError("newest")
    revision = project.revision(project.newest.revision)
    return Shown(revision.id, revision.name, project.data.tables[revision.id])


def _section_of(project: Project, shown: Shown, table: str) -> Section | None:
    """The section in which the guideline prints the table."""
    text = project.texts[shown.revision]
    holder = next((block.section for block in text.blocks if block.table == table), "")
    return text.section(holder)


def actors(project: Project, page: PageView) -> str:
    """The actors of collaboration with their traits."""
    return _plain(project, page, "actors")


def forms(project: Project, page: PageView) -> str:
    """The forms of collaboration, each with the domains it belongs to."""
    return _plain(project, page, "forms")


def _plain(project: Project, page: PageView, name: str) -> str:
    shown = _shown(project)
    table = shown.tables.plain[name].record
    section = _section_of(project, shown, name)
    domains = _domains_of_forms(shown) if name == "forms" else {}
    older = _other_revisions(project, shown, name)
    return render(
        "directory_table.html",
        table=table,
        shown=shown,
        section=section,
        domains=domains,
        older=older,
        base=page.base,
    )


def _other_revisions(project: Project, shown: Shown, name: str) -> list[tuple[str, Section | None]]:
    """Names of the older revisions that print the table too, with the section in which they do."""
    found = []
    for revision in project.data.revisions.record.revisions:
        if revision.id in project.texts and revision.id != shown.revision:
            other = Shown(revision.id, revision.name, project.data.tables[revision.id])
            if name in other.tables.names():
                found.append((revision.name, _section_of(project, other, name)))
    return found


def _domains_of_forms(shown: Shown) -> dict[str, str]:
    """Name of a form → letters of the domains in whose cell it stands."""
    if shown.tables.domains is None:
        return {}
    letters: dict[str, list[str]] = {}
    for row in shown.tables.domains.record.rows:
        if row.id == "keitai":
            for cell in row.cells:
                for form in filter(None, cell.text.split("\n")):
                    letters.setdefault(form, []).extend(domain.upper() for domain in cell.domains)
    return {form: "・".join(found) for form, found in letters.items()}


def domains(project: Project, page: PageView) -> str:
    """The domains A to E as a drawing, with B to D as the shared field, and each in words."""
    shown = _shown(project)
    if shown.tables.domains is None:
        raise KeyError("domains")
    table = shown.tables.domains.record
    return render(
        "directory_domains.html",
        table=table,
        facts={domain: list(domain_facts(table, domain)) for domain in table.domains},
        field=next((cell.text for cell in table.rows[0].cells if cell.domains == table.shared), ""),
        shown=shown,
        section=_section_of(project, shown, "domains"),
        older=_other_revisions(project, shown, "domains"),
        base=page.base,
    )


def domain_facts(table: DomainTable, domain: str) -> Iterable[tuple[str, str, str]]:
    """What the table says of one domain: id and head of the row, text of the cell."""
    for row in table.rows:
        for cell in row.cells:
            if domain in cell.domains and cell.text:
                yield row.id, row.head, cell.text


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over the adopted projects."""

    projects: int
    """Projects, each counted once."""
    entries: int
    """Entries in the printed table: a project of two years stands twice."""
    citizen: int
    """Projects proposed by citizens."""
    city: int
    """Projects proposed by the city."""
    continuing: int
    """Projects still going on when the draft was written."""
    citizen_applications: int
    """Applications from citizens."""
    city_applications: int
    """Applications on themes of the city."""


def count_proposals(proposals: Proposals) -> Totals:
    """Counts over all years and projects."""
    projects = proposals.projects
    return Totals(
        projects=len(projects),
        entries=sum(len(one.years) for one in projects),
        citizen=sum(one.side == "citizen" for one in projects),
        city=sum(one.side == "city" for one in projects),
        continuing=sum(one.continuing for one in projects),
        citizen_applications=sum(year.citizen or 0 for year in proposals.years),
        city_applications=sum(year.city or 0 for year in proposals.years),
    )


def proposals(project: Project, page: PageView) -> str:
    """The adopted projects with their partners and sources, and the years of the scheme."""
    data = project.data.proposals.record
    names = {group.id: group for group in project.data.groups.record.groups}
    entries = [(one, _years(data, one), cited(project, one.sources)) for one in data.projects]
    return render(
        "directory_proposals.html",
        entries=entries,
        years=data.years,
        as_of=data.as_of,
        totals=count_proposals(data),
        groups=names,
        base=page.base,
    )


def _years(data: Proposals, one: Proposal) -> list[int]:
    return [year.fiscal_year for year in data.years if year.id in one.years]


def groups(project: Project, page: PageView) -> str:
    """The directory of groups: what a public source confirms, and what is not confirmed."""
    data = project.data
    entries = [
        (group, _projects_of(data.proposals.record, group), cited(project, group.sources))
        for group in data.groups.record.groups
    ]
    return render("directory_groups.html", entries=entries, centre=data.site.record.centre, base=page.base)


def _projects_of(data: Proposals, group: Group) -> list[tuple[Proposal, Partner]]:
    return [(one, partner) for one in data.projects for partner in one.partner if partner.group == group.id]
