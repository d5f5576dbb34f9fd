"""The map of a reorganisation: where the older text's chapters and sections went, drawn and in words."""

from dataclasses import dataclass

from macros.comparison.script import EditScript, SectionChange
from macros.model.comparisons import Lineage
from macros.model.project import Project
from macros.model.text import RevisionText, Section
from macros.views.comparison_words import cite
from macros.views.frame import PageView, render
from macros.views.map_layout import SIGNS, draw_chapters, draw_sections
from macros.views.relations import confirmed, note_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A relation in words."""

    old: tuple[tuple[str, str], ...]
    """Name and address of each older section."""
    new: tuple[tuple[str, str], ...]
    """Name and address of each newer section."""
    note: str
    """What people wrote of it."""
    is_whole: bool
    """Whether sections inside it went along."""


def reorganisation_map(project: Project, page: PageView, script: EditScript) -> str:
    """Map of the reorganisation between two texts: a drawing for the eye, lists for everybody."""
    lineage = confirmed(project, script.old.revision, script.new.revision)
    names = project.revision(script.old.revision).name, project.revision(script.new.revision).name
    return render(
        "comparison_map.html",
        names=names,
        chapters=draw_chapters(script, names),
        sections=draw_sections(script, names),
        signs=SIGNS,
        lists=_lists(script, lineage),
        lineage=lineage,
        base=page.base,
    )


def _lists(script: EditScript, lineage: Lineage | None) -> dict[str, list[Entry]]:
    """The relations by kind; every section of both texts stands in one of the lists."""
    lists: dict[str, list[Entry]] = {kind: [] for kind in ("moved", "split", "merged", "new", "deleted", "same")}
    for change in script.sections:
        kind = "moved" if change.moved and change.kind not in ("split", "merged") else change.kind
        lists[kind if kind in lists else "same"].append(_entry(script, change, lineage))
    return lists


def _entry(script: EditScript, change: SectionChange, lineage: Lineage | None) -> Entry:
    return Entry(
        old=tuple(_named(script.old, one) for one in change.old),
        new=tuple(_named(script.new, one) for one in change.new),
        note=note_of(lineage, change),
        is_whole=any(one.parent == section.id for section in change.new for one in script.new.sections),
    )


def _named(text: RevisionText, section: Section) -> tuple[str, str]:
    return cite(text, section), section.address
