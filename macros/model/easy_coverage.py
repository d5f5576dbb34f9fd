"""Which sections and rows of the newest text stand in easy Japanese."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.easy_marks import in_newest
from macros.model.findings import Place
from macros.model.original import Original
from macros.model.project import Project
from macros.model.text import RevisionText

TABLES = ("forms", "actors")
"""Tables whose rows are rewritten one by one."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A section or row of the newest text."""

    original: Original
    """How a block names it."""
    title: str
    """Its title, or the first cell of the row."""
    place: Place
    """Where it stands."""
    files: tuple[str, ...]
    """Easy pages that rewrite it; empty where there is none."""


def coverage(project: Project) -> tuple[Covered, ...]:
    """Every section of the newest text's chapters, and every row of its tables of forms and actors, in order."""
    text = project.newest
    if text is None:
        return ()
    files: dict[str, list[str]] = {}
    for page in project.easy:
        for block in page.blocks:
            for one in (found for named in block.of for found in in_newest(project, named)):
                if block.kind != "heading" or _only_title(text, one):
                    files.setdefault(one.name, []).append(page.file)
    return tuple(
        Covered(original, title, place, tuple(dict.fromkeys(files.get(original.name, ()))))
        for original, title, place in _wanted(project, text)
    )


def not_covered(project: Project) -> tuple[Covered, ...]:
    """What is not rewritten; nothing is asked of a site without any easy page."""
    return tuple(one for one in coverage(project) if not one.files) if project.easy else ()


def _wanted(project: Project, text: RevisionText) -> Iterator[tuple[Original, str, Place]]:
    cover = f"docs/guideline/{text.revision}/index.md"
    for section in text.sections:
        if section.place.file == cover:
            continue
        yield Original("section", text.revision, section.id), section.title, section.place
        for block in text.blocks_of(section.id):
            if block.kind == "row" and block.table in TABLES and block.name != "head":
                original = Original("row", text.revision, section.id, block.name)
                yield original, block.first_cell, block.place


def _only_title(text: RevisionText, original: Original) -> bool:
    """A section that says nothing but its title is rewritten by a title."""
    return original.kind == "section" and all(block.kind == "heading" for block in text.blocks_of(original.id))
