"""Which sections of two texts belong together, as the map and the history name it."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from macros.comparison.script import EditScript, SectionChange
from macros.model.comparisons import Lineage
from macros.model.project import Project
from macros.model.text import RevisionText, Section

LinkKind = Literal["same", "moved", "split", "merged", "part"]
"""How two sections belong together; `part`: only some of one chapter's sections went to the other."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two sections that belong together."""

    kind: LinkKind
    """How."""
    old: Section
    """In the older text."""
    new: Section
    """In the newer text."""


def text_pairs(project: Project) -> list[tuple[str, str]]:
    """Ids of revisions whose texts are at hand and follow each other, oldest first."""
    return list(pairwise(project.texts))


def confirmed(project: Project, old: str, new: str) -> Lineage | None:
    """What people confirmed of two revisions."""
    records = (loaded.record for loaded in project.data.lineage)
    return next((one for one in records if (one.old, one.new) == (old, new)), None)


def note_of(lineage: Lineage | None, change: SectionChange) -> str:
    """The sentence with which people explained a relation, empty where there is none."""
    ids = {one.id for one in change.old}, {one.id for one in change.new}
    for relation in lineage.sections if lineage else ():
        if relation.kind == change.kind and (set(relation.old), set(relation.new)) == ids:
            return relation.note
    return ""


def full_name(text: RevisionText, section: Section) -> str:
    """A section as it is cited: 第Ⅳ章2(3)「協働推進員の配置」."""
    numbers = [section.number]
    above = text.section(section.parent) if section.parent else None
    while above:
        numbers.insert(0, above.number)
        above = text.section(above.parent) if above.parent else None
    return f"{''.join(numbers)}「{section.title}」"


def chapter_of(text: RevisionText, section: Section) -> Section:
    """The chapter in which a section lies, or itself."""
    while section.parent and (above := text.section(section.parent)):
        section = above
    return section


def in_chapter(text: RevisionText, section: Section) -> bool:
    """Whether a section lies in a chapter: cover, 沿革 and 目次 do not."""
    return not section.address.startswith(f"guideline/{text.revision}/#")


def section_links(script: EditScript) -> list[Link]:
    """Every pair of sections in chapters that belong together, once."""
    found: dict[tuple[str, str], Link] = {}
    for change in script.sections:
        for old in change.old:
            for new in change.new:
                if in_chapter(script.old, old) and in_chapter(script.new, new):
                    found.setdefault((old.id, new.id), Link(_kind(change), old, new))
    return list(found.values())


def _kind(change: SectionChange) -> LinkKind:
    if change.kind == "split":
        return "split"
    if change.kind == "merged":
        return "merged"
    return "moved" if change.moved or change.kind == "moved" else "same"


def chapter_links(script: EditScript) -> list[Link]:
    """Pairs of chapters: those that belong together themselves, then those of which only a part does."""
    links = section_links(script)
    tops = {one.id for text in (script.old, script.new) for one in text.sections if one.parent is None}
    direct = [one for one in links if one.old.parent is None and one.new.parent is None]
    within = {(one.old.id, one.new.id): one for one in direct}
    found = {pair: Link(_chapter_kind(one, direct), one.old, one.new) for pair, one in within.items()}
    for one in links:
        old, new = chapter_of(script.old, one.old), chapter_of(script.new, one.new)
        if {old.id, new.id} <= tops:
            found.setdefault((old.id, new.id), Link("part", old, new))
    return list(found.values())


def _chapter_kind(link: Link, direct: list[Link]) -> LinkKind:
    """A chapter that was split within itself stands where it stood."""
    if sum(one.old == link.old for one in direct) > 1:
        return "split"
    if sum(one.new == link.new for one in direct) > 1:
        return "merged"
    return "moved" if link.kind == "moved" else "same"
