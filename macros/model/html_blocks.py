"""Read the blocks of a text page from its final HTML: what is compared is what is published.

The guideline's text is the page less the site's own words (`data-note`), readings (`rt`, `rp`) and the links that
the converter adds to headings and notes. The reader is total: every text of the page is part of exactly one block,
also where it stands in an element that nobody expected. Which elements a guideline may have at all, `check_article`
tells.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml import html
from lxml.html import HtmlElement

from macros.japanese.signs import superscript
from macros.model.inline_words import Collector, Mark, Words, is_ours, words_of

BlockKind = Literal["heading", "paragraph", "item", "row", "note", "figure"]

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {
    *HEADINGS, "p", "div", "section", "article", "aside", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "figure", "figcaption", "pre", "hr",
}  # fmt: skip
"""Elements that are blocks to a browser; all others flow inside one."""


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block as the page shows it."""

    kind: BlockKind
    """What it is."""
    text: str
    """Its words: cells joined by TAB, a break inside a cell or paragraph as LF."""
    id: str = ""
    """Id of a heading."""
    level: int = 0
    """Level of a heading, 1 to 6."""
    name: str = ""
    """Name of a note; id of a table row."""
    table: str = ""
    """Name of the table of data that stands here instead of rows (`data-table`), or that the row belongs to."""
    of: str = ""
    """On a page in easy Japanese: the originals that the block itself names (`data-of`)."""
    marks: tuple[Mark, ...] = field(default=(), compare=False)
    """Marks on its words; addresses differ with the place of the page, so that they do not tell blocks apart."""


def read_blocks(source: str) -> list[HtmlBlock]:
    """Blocks of a piece of HTML, in order."""
    return list(read_element(html.fragment_fromstring(source, create_parent="div")))


def read_element(element: HtmlElement) -> Iterator[HtmlBlock]:
    """Blocks below `element`, in order; words that stand between blocks are a paragraph of their own."""
    between = Collector()
    between.text(element.text)
    for child in element:
        if isinstance(child.tag, str) and not is_ours(child):
            if child.tag in BLOCKS:
                yield from _paragraph(between.words())
                between = Collector()
                yield from _read_block(child)
            else:
                between.element(child)
        between.text(child.tail)
    yield from _paragraph(between.words())


def _paragraph(words: Words) -> Iterator[HtmlBlock]:
    if words.text or words.marks:
        yield HtmlBlock("paragraph", words.text, marks=words.marks)


def _read_block(element: HtmlElement) -> Iterator[HtmlBlock]:
    table = element.get("data-table", "")
    if element.tag in HEADINGS:
        level, of, words = HEADINGS[element.tag], element.get("data-of", ""), words_of(element)
        yield HtmlBlock("heading", words.text, id=element.get("id", ""), level=level, of=of, marks=words.marks)
    elif table and not len(element):
        yield HtmlBlock("row", "", table=table)
    elif table:
        for row in element.iter("tr"):
            yield _row(row, table)
    elif element.tag == "div" and "footnote" in element.get("class", "").split():
        yield from _footnotes(element)
    elif element.tag == "tr":
        yield _row(element, "")
    elif element.tag == "li":
        yield from _item(element)
    elif any(inner.tag in BLOCKS for inner in element.iterdescendants()):
        yield from read_element(element)
    else:
        yield from _leaf(element)


def _leaf(element: HtmlElement) -> Iterator[HtmlBlock]:
    """A block with no block inside: a paragraph, whatever its element."""
    classes = element.get("class", "").split()
    kind: BlockKind = "figure" if "figure" in classes else "note" if "note" in classes else "paragraph"
    words = words_of(element)
    if words.text or words.marks:
        name, of = element.get("data-name", ""), element.get("data-of", "")
        yield HtmlBlock(kind, words.text, name=name, of=of, marks=words.marks)


def _item(element: HtmlElement) -> Iterator[HtmlBlock]:
    """A list item with its first paragraph; other blocks inside it follow on their own."""
    collector = Collector(BLOCKS)
    collector.text(element.text)
    first: HtmlElement | None = None
    inner = [child for child in element if isinstance(child.tag, str) and child.tag in BLOCKS and not is_ours(child)]
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == "p" and child is inner[0]:
                first = child
                collector.inside(child)
            else:
                collector.element(child)
        collector.text(child.tail)
    named = [one.get("data-of", "") for one in (element, *element.findall("p"))]
    words = collector.words()
    yield HtmlBlock("item", words.text, of=next(filter(None, named), ""), marks=words.marks)
    for child in inner:
        if child is not first:
            yield from _read_block(child)


def _row(row: HtmlElement, table: str) -> HtmlBlock:
    cells = [words_of(cell) for cell in row if isinstance(cell.tag, str) and not is_ours(cell)]
    text = "\t".join(cell.text for cell in cells)
    marks = tuple(mark for cell in cells for mark in cell.marks)
    return HtmlBlock("row", text, name=row.get("data-row", ""), table=table, marks=marks)


def _footnotes(element: HtmlElement) -> Iterator[HtmlBlock]:
    """Notes in their printed order; whatever else stands among them is read as it is."""
    for child in element:
        if child.tag != "ol":
            if isinstance(child.tag, str) and not is_ours(child):
                yield from _read_block(child)
            continue
        for number, item in enumerate(child.findall("li"), start=1):
            words = words_of(item)
            name = item.get("id", "").removeprefix("fn:")
            yield HtmlBlock("note", superscript(number) + words.text, name=name, marks=words.marks)
