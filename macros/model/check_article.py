"""Which elements a chapter of the guideline may have: everything else would show what no block tells of.

The list is short on purpose. A city prints headings, paragraphs, lists, tables, notes and captions; quotations, code,
rules or struck words on a page would be the author's, and readers could not tell them from the city's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from macros.model.html_blocks import BLOCKS, HEADINGS
from macros.model.inline_words import is_ours, words_of

_SIGN, _BACK = "¶", "↩"
"""What the converter writes into its links at headings and notes."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What an element may bear."""

    attributes: frozenset[str] = frozenset()
    """Names of attributes beside `id` and `class`."""
    classes: frozenset[str] = frozenset()
    """Classes that an author may give."""


def _allow(attributes: str = "", classes: str = "") -> Allowed:
    return Allowed(frozenset(attributes.split()), frozenset(classes.split()))


ELEMENTS = {
    **dict.fromkeys(HEADINGS, _allow(classes="column")),  # `column` opens a box
    "p": _allow("data-name", "figure note"),  # words of a figure, notes with a printed mark
    "ul": _allow(),
    "ol": _allow("start"),  # a list may go on where another ended
    "li": _allow(),
    "table": _allow(),
    "thead": _allow(),
    "tbody": _allow(),
    "tr": _allow(),
    "th": _allow("align"),
    "td": _allow("align"),
    "br": _allow(),  # a line break that the city prints
    "strong": _allow(),  # marks that are held against the source
    "em": _allow(),
    "a": _allow("href"),
    "img": _allow("src alt"),
    "span": _allow("data-reading"),  # a reading given by hand: R015 tells of it
}
"""Element → what it may bear. The boxes and links of the converter are told by their forms."""


MACROS = ("guideline_table", "erratum", "missing_figure", "revision_header")
"""What a chapter may insert: its tables, and notes marked as the site's. Others would pass for words of the city."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A part of an article that the guideline cannot have."""

    code: str
    """Code of the finding."""
    what: str
    """What it is, for the message."""
    near: str
    """The words of its block, or of the one before it: where to look."""


def check_article(source: str) -> Iterator[Odd]:
    """Everything in a converted article that is not on the list, in order."""
    root = html.fragment_fromstring(source, create_parent="div")
    said: dict[HtmlElement, str] = {}
    near = ""
    for element in root.iterdescendants():
        if not isinstance(element.tag, str):
            yield Odd("B020", "見えない覚え書き", near)
            continue
        if any(is_ours(one) for one in (element, *element.iterancestors())):
            continue
        block = next(one for one in (element, *element.iterancestors()) if one.tag in BLOCKS)
        if block not in said:  # once for each, however many elements lie in it
            said[block] = words_of(block).text
        near = said[block][:40] or near
        if what := _odd(element):
            yield Odd("B020", what, near)
        elif element.tag == "img" and not (element.get("alt") or "").strip():
            yield Odd("B022", f"絵「{element.get('src', '')[:40]}」", near)
        elif element.tag in ("li", "p", *HEADINGS) and not words_of(element).text and element.find(".//img") is None:
            yield Odd("B021", f"<{element.tag}>", near)


def _odd(element: HtmlElement) -> str | None:
    """What is not on the list; none where the element and all that it bears are."""
    if any(is_made(element) for is_made in _MADE_BY_CONVERTER):  # nobody's words hide in what has such a form
        return None
    allowed = ELEMENTS.get(element.tag)
    if allowed is None:
        return f"<{element.tag}>"
    for name in element.attrib:
        if name not in allowed.attributes | {"id", "class"}:
            return f"<{element.tag}> の {name}"
    for name in element.get("class", "").split():
        if name not in allowed.classes:
            return f"<{element.tag}> の class「{name}」"
    return None


def _bears(element: HtmlElement, tag: str, class_: str, *more: str) -> bool:
    """Whether it is the element with this tag, exactly this class, and no attributes but `more`."""
    return element.tag == tag and element.get("class", "") == class_ and set(element.attrib) <= {"class", *more}


def _heading_link(element: HtmlElement) -> bool:
    """The link at the end of a heading, to itself."""
    heading = element.getparent()
    is_last = heading.tag in HEADINGS and heading[-1] is element and not (element.tail or "").strip()
    to_itself = element.get("href") == f"#{heading.get('id')}" and element.text_content() == _SIGN
    return _bears(element, "a", "headerlink", "href", "title") and is_last and to_itself


def _way_back(element: HtmlElement) -> bool:
    """The link from a note back to its reference."""
    leads = element.get("href", "").startswith("#fnref") and element.text_content() == _BACK
    return _bears(element, "a", "footnote-backref", "href", "title") and leads


def _reference(element: HtmlElement) -> bool:
    """The reference to a note: a number and nothing else."""
    leads = element.get("href", "").startswith("#fn:") and element.text_content().isdecimal()
    return _bears(element, "a", "footnote-ref", "href") and element.getparent().tag == "sup" and leads


def _raised(element: HtmlElement) -> bool:
    """What raises a reference."""
    inner = [child.get("class") for child in element]
    return _bears(element, "sup", "", "id") and inner == ["footnote-ref"] and not (element.text or element[0].tail)


def _table(element: HtmlElement) -> bool:
    """The place of a table that is filled in from data."""
    is_empty = not len(element) and not element.text_content()
    return _bears(element, "div", "", "data-call", "data-table") and "data-table" in element.attrib and is_empty


def _box(element: HtmlElement) -> bool:
    """The box around the notes, or around a column."""
    return _bears(element, "div", "footnote") or _bears(element, "div", "column")


def _rule_above_notes(element: HtmlElement) -> bool:
    """The line above the notes."""
    box = element.getparent()
    return _bears(element, "hr", "") and box.get("class") == "footnote" and box[0] is element


_MADE_BY_CONVERTER = (_heading_link, _way_back, _reference, _raised, _table, _box, _rule_above_notes)
