"""Check of what a chapter is called: at the head of its page, in the navigation, and in its own heading."""

from collections.abc import Iterator

from macros.model.findings import Finding, finding
from macros.model.nav_entries import nav_entries
from macros.model.project import Project
from macros.model.read_revision import page_files


def check_chapter_names(project: Project) -> Iterator[Finding]:
    """A title or a name that says something else than the chapter's heading, and is no listed short form."""
    nav = project.data.nav
    named = {f"docs/{file}": (path, name) for path, name, file in nav_entries(nav.value)}
    for revision in project.data.revisions.record.revisions:
        text = project.texts.get(revision.id)
        if text is None:
            continue
        for chapter, (file, _) in zip(revision.chapters, page_files(revision)[1:], strict=True):
            heading = next((one for one in text.sections if one.place.file == file), None)
            if heading is None:
                continue
            short = revision.short_titles.get(chapter)
            printed = f"{heading.number} {heading.title}".strip()
            head = project.pages[file].page
            if head.head.title not in (heading.title, printed, short):
                place = head.head_source.place("title")
                yield finding("T012", place, given=head.head.title, heading=printed)
            path, name = named.get(file, ((), printed))
            allowed = {printed, heading.title, *((short, f"{heading.number} {short}".strip()) if short else ())}
            if name not in allowed:
                yield finding("L004", nav.key_place(*path), given=name, heading=printed, chapter=chapter)
