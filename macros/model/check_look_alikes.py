"""Check of names: no group can pass for another one by letters that look like its own."""

from collections.abc import Iterator

from macros.japanese.look_alikes import skeleton, strangers
from macros.model.findings import Finding, Place, finding
from macros.model.project import Project


def check_look_alikes(project: Project) -> Iterator[Finding]:
    """Names of groups and of partners in projects."""
    first: dict[str, tuple[str, Place]] = {}
    for name, place in _names(project):
        other, where = first.setdefault(skeleton(name), (name, place))
        if other != name:
            yield finding("F021", place, name=name, other=other, where=f"{where.file} {where.line}行")
        for at, twin in strangers(name):
            yield finding("F022", place, name=name, sign=name[at], sign_code=f"U+{ord(name[at]):04X}", twin=twin)


def _names(project: Project) -> Iterator[tuple[str, Place]]:
    groups, proposals = project.data.groups, project.data.proposals
    for at, group in enumerate(groups.record.groups):
        yield group.name, groups.place("groups", at, "name")
    for at, proposal in enumerate(proposals.record.projects):
        for number, partner in enumerate(proposal.partner):
            yield partner.name, proposals.place("projects", at, "partner", number, "name")
