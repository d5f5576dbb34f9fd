"""Where a draft's own marks stand in its published text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from macros.model.project import Project
from macros.model.sources import DraftMark
from macros.model.text import Block, RevisionText
from macros.model.text_file import read_text

_MARK = re.compile(r"\*\*(?P<bold>.+?)\*\*|~~(?P<strike>.+?)~~")


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """A mark with its place."""

    mark: DraftMark
    """The mark."""
    block: Block | None
    """The published block in which it stands, or stood; none where it cannot be told."""
    start: int
    """Where it begins in the block's text; of a struck passage, where it was taken out."""


def find_marks(project: Project, revision: str) -> list[MarkPlace]:
    """Every mark of a revision's draft, in order."""
    lines = _source_lines(project, revision)
    text = project.texts[revision]
    return [
        _find(text, mark, lines[mark.line - 1] if mark.line <= len(lines) else "", number)
        for number, mark in _numbered(project, revision)
    ]


def _numbered(project: Project, revision: str) -> Iterator[tuple[int, DraftMark]]:
    """Marks, each with its position among the equal marks of its line."""
    for loaded in project.data.draft_marks:
        if loaded.record.revision == revision:
            marks = loaded.record.marks
            for at, mark in enumerate(marks):
                yield marks[:at].count(mark), mark


def _source_lines(project: Project, revision: str) -> list[str]:
    source = project.revision(revision).source_text
    read = read_text(project.tree, source.file).text if source else None
    return (read or "").split("\n")


def _find(text: RevisionText, mark: DraftMark, line: str, number: int) -> MarkPlace:
    before, plain = _published(line, mark, number)
    wanted = mark.text if mark.kind == "bold" else plain
    blocks = [block for block in text.blocks_of(mark.section) if mark.kind == "strike" or wanted in block.text]
    if not blocks:
        return MarkPlace(mark, None, 0)
    block = max(blocks, key=lambda one: Indel.normalized_similarity(one.text, plain))
    if mark.kind == "strike":
        return MarkPlace(mark, block, min(len(before), len(block.text)))
    starts = [match.start() for match in re.finditer(re.escape(mark.text), block.text)]
    return MarkPlace(mark, block, min(starts, key=lambda start: abs(start - len(before))))


def _published(line: str, mark: DraftMark, number: int) -> tuple[str, str]:
    """The published words of a source line before a mark, and all of them."""
    plain: list[str] = []
    before = ""
    end = 0
    for match in _MARK.finditer(line):
        plain.append(line[end : match.start()])
        if match[mark.kind] == mark.text:
            before = "".join(plain) if number == 0 else before
            number -= 1
        plain.append(match["bold"] or "")
        end = match.end()
    return before, "".join([*plain, line[end:]])
