"""The words of a built page's article, with the place of every sign in its HTML.

A flow is what a reader reads in one go: a heading, paragraph, item or cell, its words joined over links and marks.
The site's own words inside a line (`data-note`), badges and the like are flows of their own. Code, drawings and
scripts are no words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import Literal, NamedTuple

from macros.japanese.ruby import has_kanji
from macros.japanese.signs import superscript
from macros.model.look_up import placed_sentences

Side = Literal["", "del", "ins"]

_INLINE = re.compile(
    "a|abbr|b|bd[io]|br|cite|code|del|dfn|em|i|ins|kbd|mark|q|r[pt]|ruby|s|samp|small|span|strong|su[bp]|time|u|var|wbr"
)
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
_SKIPPED = re.compile("script|style|svg|template|pre|textarea|select|r[pt]|title|code|kbd|samp")
_CODE = re.compile("code|kbd|samp")
_WORDLESS = frozenset(("headerlink", "footnote-backref"))
"""Classes of links that are signs for the hand."""
_SIDES: dict[str, Side] = {"del": "del", "ins": "ins"}
_IN_LINE = frozenset(("number", "code", "footnote-ref", "headerlink", "footnote-backref"))
"""Classes that do not set words apart from their line: the printed number of a heading, signs of notes."""
_OF_EASY = frozenset(("gap", "tie", "easy-meaning", "easy-opening", "easy-equals", "easy-term", "easy-word"))
"""Classes that easy pages put around words of a line: gaps, explanations, explained words."""
_OPENING, _CLOSING = "<article", "</article>"


class Sign(NamedTuple):
    """One code point of a flow."""

    text: str
    """The code point."""
    start: int
    """Where it stands in the HTML of the page."""
    end: int
    """Offset behind it; `start` where no ruby may stand over it (a line break, code, a word that has ruby)."""
    side: Side = ""
    """Whether it stands in a deletion or an insertion."""


Flow = list[Sign]


@lru_cache(maxsize=2)  # one step asks for the readings of a page, the next for its sentences
def flows(page: str) -> tuple[Flow, ...]:
    """The flows of a page's article, in order of their ends; none where the page has no article."""
    start = page.find(_OPENING)
    end = page.find(_CLOSING, start)
    if start < 0 or end < 0:
        return ()
    reader = _Reader(start, page[start:end])
    reader.feed(page[start:end])
    reader.close()
    return tuple(reader.finished())


def text_of(flow: Flow) -> str:
    """The words of a flow."""
    return "".join(sign.text for sign in flow)


def sides(flow: Flow) -> list[Flow]:
    """The texts that a flow shows: one, or the new and the old one where both are told in one line."""
    if {"del", "ins"} <= {sign.side for sign in flow}:
        return [[sign for sign in flow if sign.side != "del"], [sign for sign in flow if sign.side != "ins"]]
    return [flow]


def texts_in(page: str) -> list[str]:
    """Every text that a page's article shows: of each flow, and of its new and old side."""
    return [text_of(side) for flow in flows(page) for side in sides(flow)]


def shown_sentences(page: str) -> Iterator[tuple[str, bool]]:
    """Sentences with kanji that a page's article shows, each with whether one of its kanji has no ruby yet."""
    for flow in flows(page):
        for side in sides(flow):
            for start, sentence in placed_sentences(text_of(side)):
                signs = side[start : start + len(sentence)]
                yield sentence, any(sign.end > sign.start and has_kanji(sign.text) for sign in signs)


@dataclass(slots=True)
class _Element:
    tag: str
    inline: bool = True
    """Whether words run on through it."""
    note: bool = False
    """Whether its words are a flow of their own inside a line."""
    skipped: bool = False
    """Whether it, or what it stands in, holds no words."""
    fixed: bool = False
    """Whether no ruby may stand over its words: it is in one."""
    reference: bool = False
    """Whether it is in the sign of a note."""
    side: Side = ""
    """The deletion or insertion it is in, the innermost one."""


def _inside(around: _Element, tag: str, classes: list[str], *, inline: bool, note: bool) -> _Element:
    """An element that begins in another one."""
    return _Element(
        tag,
        inline,
        note,
        skipped=around.skipped or _SKIPPED.fullmatch(tag) is not None or not _WORDLESS.isdisjoint(classes),
        fixed=around.fixed or tag == "ruby",
        reference=around.reference or "footnote-ref" in classes,
        side=_SIDES.get(tag, around.side),
    )


_ARTICLE = _Element("article", inline=False)
"""What words stand in that stand in nothing else."""


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
        classes = (names.get("class") or "").split()
        of_easy = not _OF_EASY.isdisjoint(classes)
        inline = of_easy or _INLINE.fullmatch(tag) is not None
        is_apart = tag in ("a", "span") and not of_easy and bool(set(classes) - _IN_LINE)
        note = inline and ("data-note" in names or is_apart)
        around = self._around()
        if not inline:
            self._break()
        if tag == "br" or "data-tab" in names:
            self._add("\n" if tag == "br" else "\t", self._at())
        elif _CODE.fullmatch(tag) and not around.skipped:
            self._add("…", self._at())
        if _VOID.fullmatch(tag):
            return
        if note:
            self._levels.append([])
        self._open.append(_inside(around, tag, classes, inline=inline, note=note))

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and what was left open inside it."""
        if not any(one.tag == tag for one in self._open):
            return
        while self._open:
            element = self._open.pop()
            if not element.inline:
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
        around = self._around()
        if around.skipped:
            return
        at = self._at()
        if around.reference:
            for sign in superscript(int(text)) if text.isascii() and text.isdigit() else text:
                self._add(sign, at)
            return
        flow = self._levels[-1]
        for sign, width in zip(text.replace("\n", " "), widths, strict=True):
            flow.append(Sign(sign, at, at if around.fixed else at + width, around.side))
            at += width

    def _add(self, sign: str, at: int) -> None:
        """A sign that does not stand in the HTML."""
        self._levels[-1].append(Sign(sign, at, at, self._around().side))

    def _around(self) -> _Element:
        """The innermost open element."""
        return self._open[-1] if self._open else _ARTICLE

    def _at(self) -> int:
        line, column = self.getpos()
        return self._base + self._lines[line - 1] + column

    def _break(self) -> None:
        if self._levels[-1]:
            self._flows.append(self._levels[-1])
            self._levels[-1] = []
