"""Read a revision's pages into its text, and report what stands in the way."""

import re
from collections.abc import Iterable, Iterator

from macros.model.check_article import MACROS, check_article
from macros.model.findings import Finding, Place, finding
from macros.model.html_blocks import HtmlBlock, read_blocks
from macros.model.load import Loaded
from macros.model.page import Page
from macros.model.page_html import PageHtml
from macros.model.revisions import Revision
from macros.model.table_rows import (
    TableRow,
    Tables,
    contents_rows,
    domain_rows,
    plain_rows,
    proposal_rows,
)
from macros.model.tables import Proposals
from macros.model.text import RevisionText, check_headings, number_sections, scan_headings

_ID = re.compile(r"[a-z][a-z0-9-]*")
_LINK = re.compile(r"!?\[(?P<words>[^\[\]]*)\]\([^()]*\)")
_SIGNS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_MARKS = re.compile(r"[\\*_`|\s]|\[\^[^\[\]]*\]:?|^[-+>]|\{:[^{}]*\}")


def page_files(revision: Revision) -> list[tuple[str, str]]:
    """File and address of each page of a revision's text, in printed order."""
    folder = f"guideline/{revision.id}"
    pages = [(f"docs/{folder}/index.md", f"{folder}/")]
    return pages + [(f"docs/{folder}/{chapter}.md", f"{folder}/{chapter}/") for chapter in revision.chapters]


def read_revision(
    revision: Revision, pages: dict[str, PageHtml], tables: Tables, proposals: Loaded[Proposals]
) -> tuple[RevisionText, tuple[Finding, ...]]:
    """The text of a revision from its converted pages (by file), and findings on its headings."""
    parts: list[tuple[Page, str, list[HtmlBlock]]] = []
    places: list[Place] = []
    findings: list[Finding] = []
    for file, address in page_files(revision):
        if file not in pages:
            continue
        source = pages[file]
        found = read_blocks(source.html)
        filled = list(_fill(found, source, tables, proposals))
        findings += check_headings(source.page, found)
        findings += _check_article(source)
        parts.append((source.page, address, [block for block, _ in filled]))
        places += [place for _, place in filled]
    findings += _check_ids([page for page, _, _ in parts])
    return number_sections(revision.id, parts, iter(places)), tuple(findings)


def _fill(
    blocks: Iterable[HtmlBlock], source: PageHtml, tables: Tables, proposals: Loaded[Proposals]
) -> Iterator[tuple[HtmlBlock, Place]]:
    """Put rows in the place of table elements, and give every block its place."""
    finder = _Places(source.page)
    for block in blocks:
        if block.kind == "row" and block.table:
            for row, place in _rows(block.table, tables, proposals):
                cells = "\t".join(row.cells)
                yield HtmlBlock("row", cells, name=row.id, table=block.table), place
        else:
            yield block, finder.place(block)


def _rows(name: str, tables: Tables, proposals: Loaded[Proposals]) -> Iterator[tuple[TableRow, Place]]:
    rows: Iterable[TableRow] = ()
    source = proposals.source
    if name in tables.plain:
        source, rows = tables.plain[name].source, plain_rows(tables.plain[name].record)
    elif name == "domains" and tables.domains:
        source, rows = tables.domains.source, domain_rows(tables.domains.record)
    elif name == "contents" and tables.contents:
        source, rows = tables.contents.source, contents_rows(tables.contents.record)
    elif name == "proposals":
        rows = proposal_rows(proposals.record)
    for row in rows:
        yield row, source.place(*row.path)


def _check_article(source: PageHtml) -> Iterator[Finding]:
    """What the page shows that a guideline cannot have, at its line."""
    lines = [_plain(line) for line in source.page.body.split("\n")]
    for odd in check_article(source.html):
        start = _plain(odd.near.split("\n")[0])[:8]
        line = next((number for number, words in enumerate(lines) if start and start in words), 0)
        yield finding(odd.code, Place(source.page.file, source.page.first_line + line), what=odd.what)
    for call in source.calls:
        if call.name not in MACROS:
            yield finding("B023", Place(source.page.file, source.page.first_line + call.line), given=call.name)


def _plain(line: str) -> str:
    """A line of Markdown, or words of a page, without marks: each can be looked for in the other."""
    return _MARKS.sub("", _SIGNS.sub("", _LINK.sub(r"\g<words>", line)))


class _Places:
    """Finds the line of each block in a page's source, going forward only."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.headings = {heading.id: heading.place for heading in scan_headings(page) if heading.id}
        self.lines = [_MARKS.sub("", _LINK.sub(r"\g<words>", line)) for line in page.body.split("\n")]
        self.at = 0

    def place(self, block: HtmlBlock) -> Place:
        if block.kind == "heading" and block.id in self.headings:
            place = self.headings[block.id]
            self.at = place.line - self.page.first_line
            return place
        start = _MARKS.sub("", _SIGNS.sub("", block.text))[:8]
        for number in range(self.at, len(self.lines)):
            if start and start in self.lines[number]:
                self.at = number
                break
        return Place(self.page.file, self.page.first_line + self.at)


def _check_ids(pages: list[Page]) -> Iterator[Finding]:
    """Every heading has an id, of the right form, once in the whole revision, and no level is skipped."""
    seen: dict[str, Place] = {}
    for page in pages:
        level = 0
        for heading in scan_headings(page):
            if not heading.id:
                yield finding("T001", heading.place, title=heading.text)
            elif not _ID.fullmatch(heading.id):
                yield finding("T003", heading.place, id=heading.id)
            elif heading.id in seen:
                first = seen[heading.id]
                yield finding("T002", heading.place, id=heading.id, first=f"{first.file} {first.line}行")
            if heading.level > level + 1:
                yield finding("T005", heading.place, title=heading.text)
            level = heading.level
            seen.setdefault(heading.id, heading.place)
