"""Built pages made by hand."""

from lxml import html

from macros.site.built_pages import BuiltPage


def built(path: str, text: str) -> BuiltPage:
    """A page with this HTML, as if it had been read from the built folder."""
    return BuiltPage(path, text, html.document_fromstring(text))
