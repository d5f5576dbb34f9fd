"""Check of a built folder: nothing runs, loads or looks otherwise than by the files of the site itself."""

import string
from collections.abc import Iterator
from typing import Any, cast

from lxml.etree import XPath
from lxml.html import HtmlElement

from macros.model.findings import Finding, Place, finding
from macros.site.built_pages import BuiltPage
from macros.site.known_scripts import inline_scripts, is_known
from macros.site.policy import META, policy

_ELEMENTS = ("style", "base", "iframe", "frame", "object", "embed", "applet")
"""Elements that no page has use for: they set looks or addresses of the page, or bring in another."""

_RUNNING = ("javascript:", "vbscript:", "data:text/html")
"""Beginnings of addresses that are programs."""

_VALUE = "translate(., $capitals, $small)"
_REFUSED = XPath(
    " | ".join(
        (
            *(f"//{name}" for name in _ELEMENTS),
            "//@*[starts-with(name(), 'on') or name() = 'style' or name() = 'srcdoc' or name() = 'http-equiv']",
            *(f"//@*[starts-with({_VALUE}, '{start}')]" for start in _RUNNING),
        )
    )
)
"""All that is refused anywhere, and every `http-equiv`; compiled, for pages have many thousand attributes."""

_CAPITALS, _SMALL = string.ascii_uppercase, string.ascii_lowercase
_UNSEEN = " \t\n\r"
"""Signs that a browser leaves out of an address."""

_LONGEST = 40


def check_scripts(pages: list[BuiltPage]) -> Iterator[Finding]:
    """Scripts that are not the theme's own, and whatever else the policy forbids, on every page."""
    for page in pages:
        place = Place(page.path)
        for script in inline_scripts(page.tree):
            if not is_known(page, script):
                yield finding("B030", place, given=_shown(script.text or "（中身なし）"))
        for found in cast("list[Any]", _REFUSED(page.tree, capitals=_CAPITALS + _UNSEEN, small=_SMALL)):
            if given := _refused(page, found):
                yield finding("B031", place, given=_shown(given))


def _refused(page: BuiltPage, found: Any) -> str:
    """What is told of a refused element or attribute; empty for our own policy."""
    if isinstance(found, HtmlElement):
        return f"<{found.tag}>"
    if found.attrname != "http-equiv":
        return f"{found.attrname}={found}"
    ours = found == META and found.getparent().get("content") == policy(page)
    return "" if ours else f"http-equiv={found}"


def _shown(given: str) -> str:
    """The beginning, on one line."""
    return " ".join(given.split())[:_LONGEST]
