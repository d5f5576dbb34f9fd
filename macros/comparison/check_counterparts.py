"""Questions to people: sections whose counterpart ids do not tell, and ids that seem to be swapped."""

from collections.abc import Iterator

from macros.comparison.relate_by_body import relate_by_body
from macros.comparison.section_pairs import Relations
from macros.model.comparisons import Lineage
from macros.model.findings import Finding, finding
from macros.model.project import Project
from macros.model.text import RevisionText, Section


def check_counterparts(project: Project) -> Iterator[Finding]:
    """All checks of this module: each text against the one it was made from."""
    before: dict[str | None, RevisionText] = {}
    last: RevisionText | None = None
    for text in project.texts.values():
        older = before.get(project.revision(text.revision).copied_from, last)
        if older:
            yield from _ask(project, older, text)
        before[text.revision] = last = text


def _ask(project: Project, old: RevisionText, new: RevisionText) -> Iterator[Finding]:
    pair = old.revision, new.revision
    lineage = next((one.record for one in project.data.lineage if (one.record.old, one.record.new) == pair), None)
    words = {"revision": project.revision(old.revision).name, "file": f"data/lineage/{old.revision}-{new.revision}.yml"}
    body = relate_by_body(old, new)
    for section in _lost(old, new, lineage):
        found = [other for one, other in body.edges() if one == section.id]
        candidates = "、".join(_shown(one) for one in new.sections if one.id in found) or "見つかりません"
        place, title = section.place, section.title
        yield finding("C006", place, id=section.id, title=title, candidates=candidates, **words)
    for section, source in _unexplained(old, new, lineage, body):
        place, title = section.place, section.title
        yield finding("C009", place, id=section.id, title=title, source=_shown(source), **words)
    for one, other in _swapped(new, body):
        yield finding("C008", one.place, first=_shown(one), second=_shown(other), **words)


def _lost(old: RevisionText, new: RevisionText, lineage: Lineage | None) -> list[Section]:
    """Older sections whose id is gone, and of which nobody said what became of them."""
    known = {section.id for section in new.sections} | _told(lineage, "old")
    return [section for section in old.sections if section.id not in known]


def _unexplained(
    old: RevisionText, new: RevisionText, lineage: Lineage | None, body: Relations
) -> Iterator[tuple[Section, Section]]:
    """Newer sections with a new id into which text went, and the older section, still there, that it came from."""
    known = {section.id for section in old.sections} | _told(lineage, "new")
    backward = {other: one for one, other in body.edges()}
    for section in new.sections:
        source = old.section(backward.get(section.id, ""))
        if source and section.id not in known and new.section(source.id):
            yield section, source


def _told(lineage: Lineage | None, side: str) -> set[str]:
    """Sections of a side of which people said what became of them, or where they come from."""
    if lineage is None:
        return set()
    ends = lineage.gone if side == "old" else lineage.born
    return {one for relation in lineage.sections for one in getattr(relation, side)} | set(ends)


def _shown(section: Section) -> str:
    return f"「{section.title}」（#{section.id}）"


def _swapped(new: RevisionText, body: Relations) -> Iterator[tuple[Section, Section]]:
    """Two sections whose texts stood under each other's id: most likely a slip of the pen. Told once."""
    sections = {section.id: section for section in new.sections}
    for one, other in body.primary.items():
        first, second = sections.get(one), sections.get(other)
        if first and second and first.order < second.order and body.primary.get(other) == one:
            yield first, second
