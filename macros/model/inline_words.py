"""The words inside a block, and the marks on them: links, emphasis, pictures, references to notes.

Nothing is passed over but what is not the text's own: the site's words (`data-note`), readings (`rt`, `rp`) and the
links that the converter adds to headings and notes.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from lxml.html import HtmlElement

from macros.japanese.signs import superscript

MarkKind = Literal["link", "bold", "emphasis", "code", "picture", "note", "other"]

_KINDS: dict[str, MarkKind] = {
    "a": "link",
    "b": "bold",
    "strong": "bold",
    "em": "emphasis",
    "i": "emphasis",
    "code": "code",
    "img": "picture",
}
_PLAIN = {"ruby", "rb", "span", "p", "div", "time", "li", "ul", "ol", "td", "th", "tbody", "tr", "table", "ins", "del"}
"""Elements that say nothing about the words in them: layout, or the site's own (marks of a comparison)."""

_CONVERTERS = {"headerlink", "footnote-backref"}
"""Classes of links that the converter adds; `check_article` proves that they are its own."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of structure on some words of a block."""

    kind: MarkKind
    """What it is."""
    words: str
    """The words that bear it; of a picture its alternative text, of a note's reference its printed sign."""
    target: str = ""
    """Where a link leads, the picture's file, the note's name; of other elements their tag."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a block says."""

    text: str
    """Its words, line breaks as LF."""
    marks: tuple[Mark, ...]
    """Marks in the order in which their words begin."""


class Collector:
    """Collects the words of one block from its elements."""

    def __init__(self, without: Collection[str] = ()) -> None:
        """Nothing is collected yet; elements with a tag of `without` are left to others."""
        self._without = without
        self._parts: list[str] = []
        self._marks: list[Mark] = []

    def text(self, text: str | None) -> None:
        """Text as a browser flows it: a line end of the source is a space."""
        if text:
            self._parts.append(text.replace("\n", " "))

    def inside(self, element: HtmlElement) -> None:
        """All that stands in an element, its own mark left out."""
        self.text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child)
            self.text(child.tail)

    def element(self, element: HtmlElement) -> None:
        """An element with its mark; what stands behind it is the caller's."""
        classes = element.get("class", "").split()
        if is_ours(element) or element.tag in ("rt", "rp", *self._without) or _CONVERTERS.intersection(classes):
            return
        if "footnote-ref" in classes:
            self._reference(element)
        elif element.tag == "br":
            self._parts.append("\n")
        elif element.tag == "img":
            self.text(element.get("alt"))
            self._marks.append(Mark("picture", element.get("alt", ""), element.get("src", "")))
        else:
            self._marked(element)

    def words(self) -> Words:
        """What was collected."""
        lines = "".join(self._parts).replace("\xa0\n", "\n").split("\n")
        text = "\n".join(line.strip(" \xa0") for line in lines).strip()
        return Words(text, tuple(self._marks))

    def _reference(self, element: HtmlElement) -> None:
        sign = element.text_content()
        printed = superscript(int(sign)) if sign.isascii() and sign.isdigit() else sign
        self._parts.append(printed)
        self._marks.append(Mark("note", printed, element.get("href", "").removeprefix("#fn:")))

    def _marked(self, element: HtmlElement) -> None:
        at, number = len(self._parts), len(self._marks)
        self.inside(element)
        if element.tag in _PLAIN or (element.tag == "sup" and self._marks[number:]):
            return
        kind = _KINDS.get(element.tag, "other")
        target = element.get("href", "") if kind == "link" else element.tag if kind == "other" else ""
        self._marks.insert(number, Mark(kind, "".join(self._parts[at:]).strip(), target))


def words_of(element: HtmlElement, *, without: Collection[str] = ()) -> Words:
    """The words of an element with their marks; elements with a tag of `without` are left out."""
    collector = Collector(without)
    collector.inside(element)
    return collector.words()


def inline_text(element: HtmlElement, *, without: Collection[str] = ()) -> str:
    """The words of an element alone."""
    return words_of(element, without=without).text


def is_ours(element: HtmlElement) -> bool:
    """Whether the element is the site's own and no part of the text."""
    return element.get("data-note") is not None
