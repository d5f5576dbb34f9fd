"""The templates of the frame around every page, as HTML: the installed theme's, and ours in `overrides/`.

What they hold is read from them, so that a new version of the theme needs no list of ours to be mended.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import material
from jinja2 import Environment
from lxml import html
from lxml.html import HtmlElement

HOLE = "\ue000"
"""Stands for each `{{ … }}` of a template."""

THEME = Path(material.__file__).parent / "templates"
"""Templates of the installed theme."""


@cache
def theme_templates() -> tuple[HtmlElement, ...]:
    """Every template of the theme that holds HTML."""
    return tuple(_templates(THEME))


def our_templates(root: Path) -> Iterator[HtmlElement]:
    """Every template in `overrides/`."""
    yield from _templates(root / "overrides")


def _templates(folder: Path) -> Iterator[HtmlElement]:
    for path in sorted(folder.rglob("*.html")):
        if "<" in (source := as_html(path.read_text(encoding="utf-8"))):
            yield html.fragment_fromstring(source, create_parent="div")


def as_html(template: str) -> str:
    """A template without its commands, and with a hole for each value."""
    tokens = Environment(autoescape=True).lex(template)
    signs = {"variable_begin": HOLE}
    return "".join(value if kind == "data" else signs.get(kind, "") for _, kind, value in tokens)
