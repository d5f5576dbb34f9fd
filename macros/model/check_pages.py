"""Checks of the pages' Markdown: raw HTML, dangerous attributes and addresses, links inside the site."""

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import SplitResult, unquote, urlsplit

from lxml import html
from lxml.html import HtmlElement

from macros.japanese.unseen import find_unseen
from macros.model.easy import is_easy
from macros.model.findings import Finding, Place, finding
from macros.model.nearest import nearest
from macros.model.page import Page
from macros.model.page_html import PageHtml

_ATTRIBUTES = {
    "id", "class", "href", "src", "alt", "title", "name", "align", "colspan", "rowspan", "start",
    "data-call", "data-table", "data-note", "data-name", "data-row", "data-reading",
}  # fmt: skip
"""Attributes that a page may end up with; no style, no event handlers."""

_OURS = {"data-call", "data-table", "data-note", "data-row"}
"""Attributes by which the model knows our own elements; on others they would hide the author's words from it."""

_SCHEMES = {"", "http", "https", "mailto", "tel"}
_TAG = re.compile(r"<[/?!]?[A-Za-z!?][^>\n]*>?")

_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z]+);")
_TOKEN = re.compile(r"[^\s{}:]+")
_NAME = re.compile(r"[A-Za-z][\w.-]*")
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_CLASSES = {"figure", "note", "column", "card"}
"""Classes that a page may give; those of the converter and of our own notes would hide words from the comparison."""

_KEYS = {"data-name"}
"""Attributes that a page may give besides id and class."""

_ORIGINALS = re.compile(r"data-of=\"[^\"{}\n]*\"|data-of=[^\s\"{}]+")
_ORIGINALS_ON = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li"}
"""On pages in easy Japanese: how a block names what it rewrites, and which elements are blocks."""


def check_page(source: PageHtml) -> Iterator[Finding]:
    """Raw HTML, attributes and addresses of one page.

    A piece whose tag the source does not hold was made by the converter: a block of code.
    """
    for piece in source.raw:
        if (match := _TAG.search(piece)) and match[0] in source.page.body:
            yield finding("T006", _place(source, match[0]), tag=match[0][:30])
    yield from _check_attribute_lists(source)
    yield from _check_references(source)
    for element in html.fragment_fromstring(source.html, create_parent="div").iter():
        if isinstance(element.tag, str):
            yield from _check_attributes(source, element)


def _check_references(source: PageHtml) -> Iterator[Finding]:
    """Signs that nobody sees, written as a reference: `&#x200b;`."""
    body = without_code(source.page)
    for match in _REFERENCE.finditer(body):
        sign = unescape(match[0])
        if not sign or find_unseen(sign) or sign in "\t\n":
            line = body[: match.start()].count("\n")
            column = match.start() - body.rfind("\n", 0, match.start())
            yield finding("F007", Place(source.page.file, source.page.first_line + line, column), sign=match[0])


def _check_attribute_lists(source: PageHtml) -> Iterator[Finding]:
    """What stands in `{: … }`: ids, some classes, the names of notes.

    All that stands between the first and the last brace of a line is read, since braces inside quotes would hide
    the rest of a list from a narrower look.
    """
    body = without_code(source.page)
    if is_easy(source.page):
        body = _ORIGINALS.sub(_blank, body)
    for number, line in enumerate(body.split("\n")):
        start, end = line.find("{"), line.rfind("}")
        if start < end and not line.startswith("{{", start):
            for token in _TOKEN.finditer(line, max(start, 0), end):
                key = token[0].split("=", 1)[0]
                if _forbidden(token[0], key):
                    place = Place(source.page.file, source.page.first_line + number, token.start() + 1)
                    yield finding("T007", place, given=key)


def without_code(page: Page) -> str:
    """The Markdown with code blanked out, each sign at its place."""
    return _CODE.sub(_blank, page.body)


def _blank(match: re.Match[str]) -> str:
    """Spaces in the place of what is not looked at, so that all else keeps its place."""
    return re.sub(r"[^\n]", " ", match[0])


def _forbidden(word: str, key: str) -> bool:
    if word.startswith("."):
        return word[1:] not in _CLASSES
    return ("=" in word or _NAME.fullmatch(word) is not None) and key not in _KEYS


def _check_attributes(source: PageHtml, element: HtmlElement) -> Iterator[Finding]:
    ours = element.tag == "div" and element.get("data-call") is not None and not element.text_content()
    for name in element.attrib:
        if name == "data-of" and element.tag in _ORIGINALS_ON and is_easy(source.page):
            continue
        if name not in _ATTRIBUTES or (name in _OURS and not ours):
            yield finding("T007", _place(source, str(name)), given=str(name))
    for name in ("href", "src"):
        address = element.get(name)
        if address is None:
            continue
        parts = split_address(address)
        remote = name == "src" and parts and (parts.scheme or parts.netloc)
        if parts is None or remote or parts.scheme.lower() not in _SCHEMES:
            yield finding("T007", _place(source, address), given=address[:60])


def split_address(address: str) -> SplitResult | None:
    """The parts of an address; none where it is no address at all (`http://[`)."""
    try:
        return urlsplit(address.strip())
    except ValueError:
        return None


def _place(source: PageHtml, words: str) -> Place:
    """Where these words stand in the page's source; the page as a whole where they do not."""
    offset = source.page.body.find(words)
    return source.page.place(offset) if offset >= 0 else Place(source.page.file)


def ids_in(source: str) -> frozenset[str]:
    """Ids in a piece of HTML."""
    elements = html.fragment_fromstring(source, create_parent="div").iter()
    return frozenset(element.get("id", "") for element in elements if isinstance(element.tag, str))


def check_links(source: PageHtml, ids: dict[str, frozenset[str]]) -> Iterator[Finding]:
    """Links from one page to other pages and headings.

    Args:
        source: the page.
        ids: ids of every page by file, macros' output included.
    """
    for element in html.fragment_fromstring(source.html, create_parent="div").iter("a", "img"):
        address = element.get("href") or element.get("src") or ""
        parts = split_address(address)
        if parts is None or parts.scheme or parts.netloc or "footnote" in element.get("class", "") or not address:
            continue
        target, anchor = _target(source, unquote(parts.path)), unquote(parts.fragment)
        if target not in ids:
            if target.endswith(".md") or "." not in posixpath.basename(target):
                yield _no_page(source, address, target, ids)
        elif anchor and anchor not in ids[target]:
            near = nearest(anchor, sorted(ids[target]))
            fix = f"「#{near}」に直してください。" if near else "そのページの見出しのidを確かめてください。"
            yield finding("L002", _place(source, address), target=target, anchor=anchor, fix=fix)


def _target(source: PageHtml, path: str) -> str:
    """File that a link leads to; pictures and the like are checked over the built folder."""
    if not path:
        return source.page.file
    return posixpath.normpath(posixpath.join(posixpath.dirname(source.page.file), path))


def _no_page(source: PageHtml, address: str, target: str, ids: dict[str, frozenset[str]]) -> Finding:
    near = nearest(target, sorted(ids))
    fix = "docsの中のファイル名（.mdまで）を、このページからの道順で書いてください。"
    if near:
        fix = f"「{posixpath.relpath(near, posixpath.dirname(source.page.file))}」に直してください。"
    return finding("L001", _place(source, address), target=address, fix=fix)
