"""Which changes concern which section, and what became of a section, in words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from macros.comparison.script import BlockChange, EditScript, SectionChange
from macros.model.project import Project
from macros.model.text import Section
from macros.views.comparison_words import cite

Side = Literal["old", "new"]
"""A side of a comparison."""


@dataclass(frozen=True, slots=True)
class Run:
    """Changes with numbers that follow each other."""

    first: BlockChange
    """The first of them."""
    last: BlockChange
    """The last of them; the first itself where it stands alone."""


def runs(changes: Iterable[BlockChange]) -> list[Run]:
    """Changes in order, neighbours joined: 変更12から変更15まで."""
    found: list[Run] = []
    for change in changes:
        before = found[-1].last.number if found else None
        if before is not None and change.number == before + 1:
            found[-1] = Run(found[-1].first, change)
        else:
            found.append(Run(change, change))
    return found


def changes_by_section(script: EditScript, side: Side) -> dict[str, list[BlockChange]]:
    """The changes of each section of one side.

    What stands on the other side alone belongs to the section that its own section became, if there is one.
    """
    homes = _homes(script, side)
    found: dict[str, list[BlockChange]] = defaultdict(list)
    for change in script.changes():
        here, there = (change.old, change.new) if side == "old" else (change.new, change.old)
        ids = [block.section for block in here] or [homes[one.section] for one in there if one.section in homes]
        for section_id in dict.fromkeys(ids):
            found[section_id].append(change)
    return dict(found)


def _homes(script: EditScript, side: Side) -> dict[str, str]:
    """Section of the other side → its counterpart on this side, the one with the same id before others."""
    homes: dict[str, str] = {}
    for change in script.sections:
        here, there = (change.old, change.new) if side == "old" else (change.new, change.old)
        for other in there:
            for one in here:
                if one.id == other.id:
                    homes[other.id] = one.id
                homes.setdefault(other.id, one.id)
    return homes


def counterparts(script: EditScript, ids: Iterable[str], side: Side) -> list[Section]:
    """The sections on `side` that belong to these sections of the other side, in order."""
    wanted = set(ids)
    found: dict[str, Section] = {}
    for change in script.sections:
        here, there = (change.old, change.new) if side == "old" else (change.new, change.old)
        if wanted & {one.id for one in there}:
            found.update({one.id: one for one in here})
    return sorted(found.values(), key=lambda section: section.order)


def became(script: EditScript, section_id: str, side: Side) -> list[str]:
    """What became of a section, a sentence each; empty where it stands in its place."""
    said = []
    for change in script.sections:
        here = change.old if side == "old" else change.new
        if section_id in {one.id for one in here}:
            said += _sentences(script, change)
    return said


def _sentences(script: EditScript, change: SectionChange) -> list[str]:
    old = "と".join(cite(script.old, one) for one in change.old)
    new = "と".join(cite(script.new, one) for one in change.new)
    if change.kind == "split":
        return [f"{old}が、{new}に分かれました。"]
    if change.kind == "merged":
        return [f"{old}が、{new}に合わさりました。"]
    if change.moved or change.kind == "moved":
        return [f"{old}が、{new}に移りました。"]
    return []


def has_comparison(project: Project, old: str, new: str) -> bool:
    """Whether the comparison has a page."""
    return f"docs/compare/{old}-{new}.md" in project.pages


def has_history(project: Project) -> bool:
    """Whether the site has the page on which every section's history stands."""
    return "docs/history.md" in project.pages
