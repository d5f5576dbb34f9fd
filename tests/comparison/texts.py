"""Texts of revisions for tests: written out, or made from a real one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import repeat

from macros.model.findings import Place
from macros.model.html_blocks import HtmlBlock
from macros.model.page import Head, Page
from macros.model.project import Project, load_project
from macros.model.text import RevisionText, number_sections
from macros.model.tree import read_tree
from macros.model.yaml_file import parse_yaml
from macros.views.registry import MACROS
from tests.paths import REAL

FILE = "docs/guideline/x/index.md"

Parts = list[HtmlBlock]
"""A text before it is numbered: what a page shows, block by block."""


@cache
def real_project() -> Project:
    """This repository's own texts and data."""
    project, findings = load_project(read_tree(REAL), MACROS)
    assert project is not None, findings
    return project


def heading(id_: str, text: str, level: int = 1) -> HtmlBlock:
    """A heading as printed, with its number."""
    return HtmlBlock("heading", text, id=id_, level=level)


def paragraph(text: str) -> HtmlBlock:
    """A paragraph."""
    return HtmlBlock("paragraph", text)


def row(name: str, *cells: str, table: str = "forms") -> HtmlBlock:
    """A row of a table of data."""
    return HtmlBlock("row", "\t".join(cells), name=name, table=table)


def note(name: str, text: str) -> HtmlBlock:
    """A note, beginning with its printed mark."""
    return HtmlBlock("note", text, name=name)


def text_of(revision: str, parts: Iterable[HtmlBlock]) -> RevisionText:
    """The text that these parts make up."""
    page = Page(FILE, Head(title="本文"), "", 1, parse_yaml(FILE, "{}"))
    return number_sections(revision, [(page, "guideline/x/", list(parts))], repeat(Place(FILE)))


def parts_of(text: RevisionText) -> Parts:
    """The parts of a text: `text_of` makes the same text of them."""
    levels = {one.id: one.level for one in text.sections}
    return [
        HtmlBlock(
            block.kind,
            block.printed,
            id=block.name if block.kind == "heading" else "",
            level=levels[block.section] if block.kind == "heading" else 0,
            name="" if block.kind == "heading" else block.name,
            table=block.table,
        )
        for block in text.blocks
    ]


def chapters_of(parts: Sequence[HtmlBlock], level: int = 1) -> list[Parts]:
    """The parts cut before every heading of this level or above; what stands before the first is a piece of its own."""
    pieces: list[Parts] = [[]]
    for part in parts:
        if part.kind == "heading" and part.level <= level:
            pieces.append([])
        pieces[-1].append(part)
    return [piece for piece in pieces if piece]


def with_text(part: HtmlBlock, text: str) -> HtmlBlock:
    """The same part with other words."""
    return replace(part, text=text)
