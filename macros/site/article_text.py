"""The words of a built page's article, with the place of every sign in its HTML.

A flow is what a reader reads in one go: a heading, paragraph, item or cell, its words joined over links and marks.
The site's own words inside a line (`data-note`), badges and the like are flows of their own. Code, drawings and scripts are no words.
"""

from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Literal

from macros.japanese.signs import superscript

Side = Literal["", "del", "ins"]

_INLINE = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SKIPPED = frozenset("script style svg template pre textarea select rt rp title".split())
_CODE = frozenset("code kbd samp".split())
_IN_LINE = frozenset(("number", "code", "footnote-ref", "headerlink", "footnote-backref"))
"""Classes that do not set words apart from their line: the printed number of a heading, signs of notes."""
_OPENING, _CLOSING = "<article", "</article>"


@dataclass(frozen=True, slots=True)
class Sign:
    """One code point of a flow."""

    text: str
    """The code point."""
    start: int
    """Where it stands in the HTML of the page."""
    end: int
    """Offset behind it; `start` where it does not stand there (a line break, a place holder for code)."""
    side: Side = ""
    """Whether it stands in a deletion or an insertion."""


Flow = list[Sign]


def flows(page: str) -> list[Flow]:
    """The flows of a page's article, in order of their ends; none where the page has no article."""
    start = page.find(_OPENING)
    end = page.find(_CLOSING, start)
    if start < 0 or end < 0:
        return []
    reader = _Reader(start, page[start:end])
    reader.feed(page[start:end])
    reader.close()
    return reader.finished()


def text_of(flow: Flow) -> str:
    """The words of a flow."""
    return "".join(sign.text for sign in flow)


def sides(flow: Flow) -> list[Flow]:
    """The texts that a flow shows: one, or the new and the old one where both are told in one line."""
    if {"del", "ins"} <= {sign.side for sign in flow}:
        return [[sign for sign in flow if sign.side != "del"], [sign for sign in flow if sign.side != "ins"]]
    return [flow]


@dataclass(slots=True)
class _Element:
    tag: str
    note: bool = False
    """Whether its words are a flow of their own inside a line."""
    classes: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Takes one piece of HTML after the other."""

    def __init__(self, base: int, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._base = base
        self._lines = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
        self._open: list[_Element] = []
        self._levels: list[Flow] = [[]]
        self._flows: list[Flow] = []

    def finished(self) -> list[Flow]:
        """All flows."""
        while self._levels:
            self._break()
            self._levels.pop()
        return self._flows

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        names = dict(attrs)
        inline = tag in _INLINE
        classes = (names.get("class") or "").split()
        note = inline and ("data-note" in names or (tag in ("a", "span") and bool(set(classes) - _IN_LINE)))
        if not inline:
            self._break()
        if tag == "br" or "data-tab" in names:
            self._add("\n" if tag == "br" else "\t", self._at(), 0)
        elif tag in _CODE and not self._is_skipped():
            self._add("…", self._at(), 0)
        if tag in _VOID:
            return
        if note:
            self._levels.append([])
        self._open.append(_Element(tag, note, classes))

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and what was left open inside it."""
        if not any(one.tag == tag for one in self._open):
            return
        while self._open:
            element = self._open.pop()
            if element.tag not in _INLINE:
                self._break()
            if element.note:
                self._break()
                self._levels.pop()
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Words."""
        self._words(data, [len(sign) for sign in data])

    def handle_entityref(self, name: str) -> None:
        """A sign by its name."""
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """A sign by its number."""
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        sign = unescape(written)
        self._words(sign, [len(written), *[0] * (len(sign) - 1)])

    def _words(self, text: str, widths: list[int]) -> None:
        if self._is_skipped():
            return
        at = self._at()
        if any("footnote-ref" in one.classes for one in self._open):
            for sign in superscript(int(text)) if text.isascii() and text.isdigit() else text:
                self._add(sign, at, 0)
            return
        fixed = any(one.tag == "ruby" for one in self._open)
        for sign, width in zip(text, widths, strict=True):
            self._add(" " if sign == "\n" else sign, at, 0 if fixed else width)
            at += width

    def _add(self, sign: str, at: int, width: int) -> None:
        marks: list[Side] = ["del" if one.tag == "del" else "ins" for one in self._open if one.tag in ("del", "ins")]
        self._levels[-1].append(Sign(sign, at, at + width, marks[-1] if marks else ""))

    def _is_skipped(self) -> bool:
        return any(
            one.tag in _SKIPPED or one.tag in _CODE or "headerlink" in one.classes or "footnote-backref" in one.classes
            for one in self._open
        )

    def _at(self) -> int:
        line, column = self.getpos()
        return self._base + self._lines[line - 1] + column

    def _break(self) -> None:
        if self._levels[-1]:
            self._flows.append(self._levels[-1])
            self._levels[-1] = []
