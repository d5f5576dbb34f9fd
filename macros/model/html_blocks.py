"""Read the blocks of a text page from its final HTML: what is compared is what is published.

The guideline's text is the page less the site's own words (`data-note`), readings (`rt`, `rp`) and the links that
the converter adds to headings and notes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import html
from lxml.html import HtmlElement

from macros.japanese.signs import superscript

BlockKind = Literal["heading", "paragraph", "item", "row", "note", "figure"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = {"div", "section", "blockquote", "ul", "ol", "dl", "table", "thead", "tbody", "figure"}


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


def read_blocks(source: str) -> list[HtmlBlock]:
    """Blocks of a piece of HTML, in order."""
    return list(read_element(html.fragment_fromstring(source, create_parent="div")))


def read_element(element: HtmlElement) -> Iterator[HtmlBlock]:
    """Blocks below `element`, in order."""
    for child in element:
        if isinstance(child.tag, str) and not _is_ours(child):
            yield from _read_child(child)


def _read_child(child: HtmlElement) -> Iterator[HtmlBlock]:
    classes = child.get("class", "").split()
    table = child.get("data-table", "")
    if child.tag in _HEADINGS:
        level, of = _HEADINGS[child.tag], child.get("data-of", "")
        yield HtmlBlock("heading", inline_text(child), id=child.get("id", ""), level=level, of=of)
    elif table and not len(child):
        yield HtmlBlock("row", "", table=table)
    elif table:
        for row in child.iter("tr"):
            yield _row(row, table)
    elif "footnote" in classes:
        yield from _footnotes(child)
    elif child.tag == "tr":
        yield _row(child, "")
    elif child.tag == "li":
        yield from _item(child)
    elif child.tag in _CONTAINERS:
        yield from read_element(child)
    elif child.tag != "hr":
        text = inline_text(child)
        kind: BlockKind = "figure" if "figure" in classes else "note" if "note" in classes else "paragraph"
        if text or child.find(".//img") is not None:
            yield HtmlBlock(kind, text, name=child.get("data-name", ""), of=child.get("data-of", ""))


def _item(element: HtmlElement) -> Iterator[HtmlBlock]:
    """A list item; lists inside it follow as items of their own."""
    named = [one.get("data-of", "") for one in (element, *element.findall("p"))]
    yield HtmlBlock("item", inline_text(element, without=("ul", "ol")), of=next(filter(None, named), ""))
    for inner in element:
        if inner.tag in ("ul", "ol"):
            yield from read_element(inner)


def _row(row: HtmlElement, table: str) -> HtmlBlock:
    cells = [inline_text(cell) for cell in row if cell.tag in ("td", "th") and not _is_ours(cell)]
    return HtmlBlock("row", "\t".join(cells), name=row.get("data-row", ""), table=table)


def _footnotes(element: HtmlElement) -> Iterator[HtmlBlock]:
    for number, item in enumerate(element.iter("li"), start=1):
        name = item.get("id", "").removeprefix("fn:")
        yield HtmlBlock("note", superscript(number) + inline_text(item), name=name)


def inline_text(element: HtmlElement, *, without: tuple[str, ...] = ()) -> str:
    """The words of an element: note references as printed signs, line breaks as LF, no site's own words."""
    parts: list[str] = []
    _collect(element, without, parts)
    lines = ("".join(parts)).replace("\xa0\n", "\n").split("\n")
    return "\n".join(" ".join(line.split(" ")).strip(" \xa0") for line in lines).strip()


def _collect(element: HtmlElement, without: tuple[str, ...], parts: list[str]) -> None:
    parts.append(_flow(element.text))
    for child in element:
        if isinstance(child.tag, str):
            _collect_child(child, without, parts)
        parts.append(_flow(child.tail))


def _collect_child(child: HtmlElement, without: tuple[str, ...], parts: list[str]) -> None:
    classes = child.get("class", "").split()
    if _is_ours(child) or child.tag in without or child.tag in ("rt", "rp"):
        return
    if "headerlink" in classes or "footnote-backref" in classes:
        return
    if "footnote-ref" in classes:
        sign = child.text_content()
        parts.append(superscript(int(sign)) if sign.isascii() and sign.isdigit() else sign)
    elif child.tag == "br":
        parts.append("\n")
    else:
        _collect(child, without, parts)


def _flow(text: str | None) -> str:
    """Text as a browser flows it: a line end of the source is a space."""
    return (text or "").replace("\n", " ")


def _is_ours(element: HtmlElement) -> bool:
    return element.get("data-note") is not None
