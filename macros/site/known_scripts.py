"""Scripts that stand in a built page itself: the theme's, from its installed templates; all others are refused.

None of ours does: what is in `overrides/assets/` is loaded as a file.
"""

import re
from collections.abc import Iterator
from functools import cache

from lxml.html import HtmlElement

from macros.site.built_pages import BuiltPage
from macros.site.frame_templates import HOLE, theme_templates

NOT_FOUND = "404.html"
"""The page that is served at any address, so that it names the top of the site from the root."""

_FROM_THE_ROOT = r"/(?:[\w.~-]+/)*(?:[\w.~-]+)?"
_DATA = ("application/json", "__config")
"""Type and id of the theme's settings, which no browser runs."""


def inline_scripts(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Scripts without an address, the theme's settings left out."""
    for element in tree.iter("script"):
        if element.get("src") is None and (element.get("type"), element.get("id")) != _DATA:
            yield element


def is_known(page: BuiltPage, script: HtmlElement) -> bool:
    """Whether it is one of the theme's, with nothing filled in but the way from the page to the top of the site."""
    way = _FROM_THE_ROOT if page.path == NOT_FOUND else re.escape(_way_up(page.path))
    return not set(script.attrib) and any(pattern.fullmatch(script.text or "") for pattern in _patterns(way))


def _way_up(path: str) -> str:
    return "/".join([".."] * path.count("/")) or "."


@cache
def _patterns(way: str) -> tuple[re.Pattern[str], ...]:
    """Each script of the theme's templates, with `way` where the template fills something in."""
    bodies = dict.fromkeys(script.text or "" for tree in theme_templates() for script in inline_scripts(tree))
    return tuple(re.compile(way.join(map(re.escape, body.split(HOLE)))) for body in bodies if body.strip())
