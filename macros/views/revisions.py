"""What a revision is and how it came about: the head of its pages, the timeline, the state on the first page."""

from macros.model.project import Project
from macros.model.revisions import Revision
from macros.model.sources import Source
from macros.views.frame import PageView, render

TEXT_KINDS = {
    "adopted": "採択された本文",
    "draft": "案（採択された本文ではありません）",
    "none": "本文は、まだここにありません",
}
"""What kind of text is at hand, for readers."""


def revision_header(project: Project, page: PageView) -> str:
    """The box at the top of a revision's page: what this text is, its source, what is missing."""
    revision = project.revision(page.asked_revision())
    return render(
        "revision_header.html",
        revision=revision,
        text_kind=TEXT_KINDS[revision.text],
        sources=cited(project, revision.sources),
        errata=sum(one.revision == revision.id for one in project.data.errata.record.errata),
        base=page.base,
    )


def revision_events(project: Project, page: PageView) -> str:
    """What is known of the making of the page's revision, as a timeline."""
    revisions = [_dated(project, project.revision(page.asked_revision()))]
    return render("timeline.html", revisions=revisions, base=page.base, with_names=False)


def timeline(project: Project, page: PageView) -> str:
    """All revisions with their events, oldest first."""
    revisions = [_dated(project, revision) for revision in project.data.revisions.record.revisions]
    return render("timeline.html", revisions=revisions, base=page.base, with_names=True)


def revision_list(project: Project, page: PageView) -> str:
    """The revisions, newest first, each with what is at hand and its chapters."""
    entries = []
    for revision in reversed(project.data.revisions.record.revisions):
        text = project.texts.get(revision.id)
        chapters = [one for one in text.sections if one.id in revision.chapters] if text else []
        entries.append((revision, TEXT_KINDS[revision.text], chapters))
    return render("revision_list.html", entries=entries, base=page.base)


def text_state(project: Project, page: PageView) -> str:
    """Which text is in force, or that none is at hand, and which is the newest."""
    in_force = project.data.revisions.record.in_force
    newest = project.revision(project.newest.revision) if project.newest else None
    return render(
        "text_state.html",
        in_force=project.revision(in_force) if in_force else None,
        newest=newest,
        site=project.data.site.record,
        base=page.base,
    )


def _dated(project: Project, revision: Revision) -> tuple[Revision, list[tuple[object, list[Source]]]]:
    events = sorted(revision.events, key=lambda event: event.date.iso)
    return revision, [(event, cited(project, event.sources)) for event in events]


def cited(project: Project, ids: tuple[str, ...]) -> list[Source]:
    """The sources with these ids, in this order."""
    known = {source.id: source for source in project.data.sources.record.sources}
    return [known[one] for one in ids]
