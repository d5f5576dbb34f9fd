"""A page as HTML, with its macro calls standing as empty marked elements."""

from collections.abc import Collection
from dataclasses import dataclass

from macros.model.converter import convert
from macros.model.findings import Finding, Place, finding
from macros.model.macro_calls import Call, find_calls
from macros.model.page import Page, read_page
from macros.model.tree import Tree

TABLE_MACRO = "guideline_table"
"""The macro that puts a table of the guideline at its place."""


@dataclass(frozen=True, slots=True)
class PageHtml:
    """A page that could be read and converted."""

    page: Page
    """Its source."""
    calls: tuple[Call, ...]
    """Its macro calls, in order."""
    html: str
    """Its HTML: each call is an empty `<div>`, with `data-table` for a table and `data-note` for other macros."""
    raw: tuple[str, ...]
    """Pieces of raw HTML that the author wrote."""
    inside: tuple[Call, ...] = ()
    """Calls inside sentences, in order; the HTML has their words."""


def read_page_html(tree: Tree, file: str, allowed: Collection[str]) -> tuple[PageHtml | None, tuple[Finding, ...]]:
    """Read and convert the page `file`; none where its head cannot be read or a call is not allowed."""
    page, findings = read_page(tree, file)
    if page is None:
        return None, findings
    calls, refused = find_calls(page, allowed)
    if refused:
        return None, refused
    inside = tuple(call for call in calls if call.span)
    calls = tuple(call for call in calls if not call.span)
    holders = [_holder(number, call) for number, call in enumerate(calls)]
    html, stashed = convert(tree, _with_holders(page, calls, holders, inside))
    swallowed = [call for call, holder in zip(calls, holders, strict=True) if holder not in html]
    if swallowed:
        return None, tuple(
            finding("M004", Place(file, page.first_line + call.line), given=call.name) for call in swallowed
        )
    raw = tuple(piece for piece in stashed if piece.strip() not in holders)
    return PageHtml(page, calls, html, raw, inside), ()


def _with_holders(page: Page, calls: tuple[Call, ...], holders: list[str], inside: tuple[Call, ...]) -> str:
    lines = page.body.split("\n")
    for call in reversed(inside):
        start, end = call.span or (0, 0)
        lines[call.line] = lines[call.line][:start] + call.args[0] + lines[call.line][end:]
    for call, holder in zip(calls, holders, strict=True):
        lines[call.line] = holder
    return "\n".join(lines)


def _holder(number: int, call: Call) -> str:
    if call.name == TABLE_MACRO and call.args and call.args[0].isidentifier():
        return f'<div data-call="{number}" data-table="{call.args[0]}"></div>'
    return f'<div data-call="{number}" data-note></div>'
