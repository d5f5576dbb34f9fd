"""The pages of a built folder, parsed once for all checks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page as it will be served."""

    path: str
    """Path below the site's root: `guideline/r5/index.html`."""
    text: str
    """Its HTML."""
    tree: HtmlElement
    """The same, parsed."""


def read_built(site: Path) -> list[BuiltPage]:
    """Every HTML page below `site`, sorted by path."""
    return list(_read(site))


def _read(site: Path) -> Iterator[BuiltPage]:
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        yield BuiltPage(path.relative_to(site).as_posix(), text, html.document_fromstring(text))
