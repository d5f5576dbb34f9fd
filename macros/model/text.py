"""The text of a revision: its sections and blocks in order, with ids that never depend on numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.japanese.numbering import split_heading
from macros.model.findings import Finding, Place, finding
from macros.model.html_blocks import BlockKind, HtmlBlock
from macros.model.inline_words import Mark
from macros.model.page import Page

_HEADING = re.compile(r"(#{1,6})\s+")
_ID = re.compile(r"#(?P<id>[^\s}]+)")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its text."""

    id: str
    """Carried from revision to revision."""
    number: str
    """Printed number, empty where there is none."""
    title: str
    """Title without its number."""
    level: int
    """1 for a chapter."""
    parent: str | None
    """Id of the section it lies in."""
    order: int
    """Position among the sections of the revision, from 0."""
    address: str
    """Address below the site's root: `guideline/r5/kangaekata/#igi`."""
    place: Place
    """Where its heading stands."""


@dataclass(frozen=True, slots=True)
class Block:
    """The unit that is aligned when revisions are compared."""

    at: int
    """Position in the revision, from 0."""
    kind: BlockKind
    """What it is."""
    section: str
    """Id of the section it belongs to."""
    text: str
    """Its words; of a heading the title without its number."""
    number: str
    """Printed number of a heading."""
    printed: str
    """The words as the page prints them, number included."""
    name: str
    """Name of a note, id of a table row."""
    table: str
    """Name of the table of data that a row belongs to, empty for others."""
    place: Place
    """Where it stands in the source."""
    marks: tuple[Mark, ...] = field(default=(), compare=False)
    """Links, emphasis, pictures and references to notes on its words; the comparison does not look at them yet."""

    @property
    def first_cell(self) -> str:
        """Head of a row; of others their words, on one line."""
        return self.text.split("\t")[0].replace("\n", "")


@dataclass(frozen=True, slots=True)
class RevisionText:
    """All that a revision says."""

    revision: str
    """Id of the revision."""
    sections: tuple[Section, ...]
    """In order."""
    blocks: tuple[Block, ...]
    """In order."""
    _by_id: dict[str, Section] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sections are asked for by their ids again and again."""
        object.__setattr__(self, "_by_id", {one.id: one for one in reversed(self.sections)})

    def section(self, section_id: str) -> Section | None:
        """The section with this id."""
        return self._by_id.get(section_id)

    def blocks_of(self, section_id: str) -> tuple[Block, ...]:
        """Heading and blocks of one section, sections inside it left out."""
        return tuple(block for block in self.blocks if block.section == section_id)


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading found by a scan of the source."""

    id: str
    """Its id, empty where none is written."""
    text: str
    """Its printed words."""
    level: int
    """Number of `#`."""
    place: Place
    """Where it stands."""


def scan_headings(page: Page) -> list[HeadingLine]:
    """Headings of a page's Markdown, in order."""
    found = []
    for number, line in enumerate(page.body.split("\n")):
        if match := _HEADING.match(line):
            words, attributes = _parts(line[match.end() :])
            marked = _ID.search(attributes)
            place = Place(page.file, page.first_line + number)
            found.append(HeadingLine(marked["id"] if marked else "", words, len(match[1]), place))
    return found


def _parts(words: str) -> tuple[str, str]:
    """Words of a heading and what stands in `{: … }` behind them, less the `#` that may close the line."""
    words = words.rstrip("#").rstrip()
    if words.endswith("}"):
        start = words.find("{:", words.rfind("}", 0, -1) + 1)
        if start >= 0:
            return words[:start].rstrip(), words[start + 2 : -1]
    return words, ""


def check_headings(page: Page, blocks: list[HtmlBlock]) -> tuple[Finding, ...]:
    """Places come from the scan and ids from the parser: the two must agree."""
    scanned = scan_headings(page)
    parsed = [block.id for block in blocks if block.kind == "heading"]
    if len(scanned) == len(parsed) and all(one.id in ("", made) for one, made in zip(scanned, parsed, strict=True)):
        return ()
    odd = next((one for one in scanned if one.id not in parsed), None)
    place = odd.place if odd else Place(page.file)
    problem = f"元：{len(scanned)}個、ページ：{len(parsed)}個"
    return (finding("T009", place, problem=problem),)


def number_sections(
    revision: str, parts: list[tuple[Page, str, list[HtmlBlock]]], places: Iterator[Place]
) -> RevisionText:
    """Put the blocks of a revision's pages together.

    Args:
        revision: id of the revision.
        parts: page, address of the page, its blocks with table rows filled in; in printed order.
        places: the place of each block, in the same order.
    """
    sections: list[Section] = []
    blocks: list[Block] = []
    for _page, address, found in parts:
        open_sections: list[Section] = []
        for block in found:
            place = next(places)
            if block.kind == "heading":
                open_sections = [one for one in open_sections if one.level < block.level]
                parent = open_sections[-1].id if open_sections else None
                section = _section(block, parent, len(sections), address, place)
                sections.append(section)
                open_sections.append(section)
            here = open_sections[-1].id if open_sections else ""
            blocks.append(_block(block, here, len(blocks), place))
    return RevisionText(revision, tuple(sections), tuple(blocks))


def _section(block: HtmlBlock, parent: str | None, order: int, address: str, place: Place) -> Section:
    heading = split_heading(block.text)
    return Section(block.id, heading.number, heading.title, block.level, parent, order, f"{address}#{block.id}", place)


def _block(block: HtmlBlock, section: str, at: int, place: Place) -> Block:
    heading = split_heading(block.text) if block.kind == "heading" else None
    return Block(
        at=at,
        kind=block.kind,
        section=section,
        text=heading.title if heading else block.text,
        number=heading.number if heading else "",
        printed=block.text,
        name=block.name or block.id,
        table=block.table,
        place=place,
        marks=block.marks,
    )
