"""Where the blocks of a built page in easy Japanese stand in its HTML: headings, paragraphs, items and rows.

Nothing is written anew: places are offsets, and what is added is set in between.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

OPENING = "<div data-easy>"
"""The box around the words of a page in easy Japanese, before anything was added."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = (*HEADINGS, "p", "li", "tr")
_CLOSED_TO_WORDS = (*HEADINGS, "a", "button", "code", "kbd", "samp", "pre", "label")
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")

Edit = tuple[int, int, str]
"""Start and end of a piece of a page, and what stands there instead."""


@dataclass(slots=True)
class PlacedBlock:
    """A block of the page's own words."""

    tag: str
    """Its element."""
    start: int
    """Where its first tag begins."""
    opened: int
    """Where its first tag ends."""
    named: str | None
    """What it names itself (`data-of`), as written."""
    id: str
    """Its id."""
    closing: int = 0
    """Where its last tag begins."""
    end: int = 0
    """Where its last tag ends."""
    list_start: int = -1
    """Of the first item of a list: where the list begins."""
    inner: int = 0
    """Where its own words end: before its last tag, or before a list inside it."""


@dataclass(frozen=True, slots=True)
class EasyPlaces:
    """The box of a page in easy Japanese."""

    start: int
    """Where the box begins."""
    end: int
    """Where it ends."""
    blocks: tuple[PlacedBlock, ...]
    """Its blocks, in order."""
    closed: tuple[tuple[int, int], ...]
    """Places where no word is explained: headings, links, buttons, code, the site's own words."""


def find_places(page: str) -> EasyPlaces | None:
    """Blocks of the box; none where the page has no box."""
    start = page.find("<div data-easy")
    if start < 0:
        return None
    reader = _Reader(page)
    reader.feed(page[start:])
    reader.close()
    return EasyPlaces(start, start + reader.end, tuple(_moved(start, reader.blocks)), reader.closed_from(start))


def changed(page: str, edits: Iterable[Edit]) -> str:
    """The page with its edits; those at one place stand in the order in which they are given."""
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += (page[at:start], new)
        at = end
    return "".join((*parts, page[at:]))


def _moved(by: int, blocks: list[PlacedBlock]) -> list[PlacedBlock]:
    for one in blocks:
        one.start, one.opened, one.closing, one.end = (by + at for at in (one.start, one.opened, one.closing, one.end))
        one.inner = by + one.inner
        one.list_start = by + one.list_start if one.list_start >= 0 else -1
    return blocks


@dataclass(slots=True)
class _Element:
    tag: str
    start: int
    is_note: bool
    is_closed: bool
    block: PlacedBlock | None = None
    items: int = field(default=0)


class _Reader(HTMLParser):
    """Reads from the box on, until the box ends."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[PlacedBlock] = []
        self.end = 0
        self._closed: list[tuple[int, int]] = []
        self._open: list[_Element] = []
        text = page[page.find("<div data-easy") :]
        self._lines = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]

    def closed_from(self, start: int) -> tuple[tuple[int, int], ...]:
        """Places where no word is explained."""
        return tuple((start + one, start + two) for one, two in self._closed)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if self.end or tag in _VOID:
            return
        names = dict(attrs)
        at = self._at()
        element = _Element(tag, at, "data-note" in names, tag in _CLOSED_TO_WORDS or "data-note" in names)
        outer = self._open[-1] if self._open else None
        if tag in _BLOCKS and not element.is_note and not any(one.is_note for one in self._open):
            element.block = self._block(tag, names, at, outer)
        if tag in ("ul", "ol") and outer and outer.block and not outer.block.inner:
            outer.block.inner = at
        self._open.append(element)

    def _block(self, tag: str, names: dict[str, str | None], at: int, outer: _Element | None) -> PlacedBlock | None:
        around = next((one.block for one in reversed(self._open) if one.block), None)
        if tag == "p" and around and around.tag in ("li", "tr"):
            around.named = around.named or names.get("data-of")
            return None
        opened = at + len(self.get_starttag_text() or "")
        block = PlacedBlock(tag, at, opened, names.get("data-of"), names.get("id") or "")
        if tag == "li" and outer:
            block.list_start = outer.start if not outer.items else -1
            outer.items += 1
        self.blocks.append(block)
        return block

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and what was left open inside it."""
        if self.end or not any(one.tag == tag for one in self._open):
            return
        at = self._at()
        end = at + len(tag) + len("</>")
        while self._open:
            element = self._open.pop()
            if element.is_closed:
                self._closed.append((element.start, end))
            if element.block:
                element.block.closing, element.block.end = at, end
                element.block.inner = element.block.inner or at
            if element.tag == tag:
                break
        if not self._open:
            self.end = end

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
