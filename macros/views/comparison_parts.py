"""The sections of a comparison with their changes: for its table of contents and its list of changes."""

from dataclasses import dataclass, field

from macros.comparison.script import BlockChange, EditScript
from macros.model.text import RevisionText, Section
from macros.views.comparison_rows import anchor
from macros.views.comparison_words import cite
from macros.views.relations import chapter_of

SECTION_KINDS = {
    "moved": "移りました",
    "split": "分かれました",
    "merged": "合わさりました",
    "new": "新しい節です",
    "deleted": "なくなりました",
}
"""What became of a section, where more than its words changed."""


@dataclass(slots=True)
class Part:
    """A section of the newer text, or one of the older text that is gone."""

    section: Section
    """The section."""
    name: str
    """How we cite it."""
    anchor: str
    """Id of its first row."""
    became: str
    """What became of it, empty where it stayed."""
    changes: list[BlockChange] = field(default_factory=list)
    """Its changes, sections inside it left out."""


@dataclass(slots=True)
class Chapter:
    """A chapter with what lies in it."""

    parts: list[Part]
    """The chapter itself first."""

    @property
    def total(self) -> int:
        """Changes in the whole chapter."""
        return sum(len(part.changes) for part in self.parts)


def chapters(script: EditScript) -> list[Chapter]:
    """Every section with its changes, by chapter, in the order of the table.

    A text that is gone is told where it stands in the table; only a heading that is gone opens a part of its own.
    """
    kinds = _kinds(script)
    parts: dict[tuple[bool, str], Part] = {}
    here: Part | None = None
    before: list[BlockChange] = []
    for block in script.blocks:
        is_old = not block.new
        key = is_old, (block.new or block.old)[0].section
        section = (script.old if is_old else script.new).section(key[1])
        if section and (not is_old or block.type == "heading" or key in parts or here is None):
            if key not in parts:
                became = "deleted" if is_old else kinds.get(section.id, "")
                name = cite(script.old if is_old else script.new, section)
                parts[key] = Part(section, name, anchor(block), SECTION_KINDS.get(became, ""))
            here = parts[key]
        if block.changed:
            (here.changes if here else before).append(block)
    for first in list(parts.values())[:1]:
        first.changes[:0] = before  # what stands before the first heading
    return _by_chapter(script, parts)


def _kinds(script: EditScript) -> dict[str, str]:
    """What became of each section of the newer text: the strongest of what is told of it."""
    found: dict[str, set[str]] = {}
    for one in script.sections:
        for section in one.new:
            found.setdefault(section.id, set()).add("moved" if one.moved else one.kind)
    strongest = ("split", "merged", "new", "moved")
    return {name: next((kind for kind in strongest if kind in kinds), "") for name, kinds in found.items()}


def _by_chapter(script: EditScript, parts: dict[tuple[bool, str], Part]) -> list[Chapter]:
    found: dict[tuple[bool, str], Chapter] = {}
    last: Chapter | None = None
    for (is_old, _), part in parts.items():
        text: RevisionText = script.old if is_old else script.new
        top = chapter_of(text, part.section).id
        chapter = found.get((is_old, top))
        if chapter is None and (part.section.id == top or last is None):
            chapter = found[is_old, top] = Chapter([])
        last = chapter or last
        if last is not None:
            last.parts.append(part)
    return list(found.values())
