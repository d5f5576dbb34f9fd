"""Put what changed in a section, and the way to its history, below each heading of the guideline.

This is done after the build so that it enters neither the search index nor the page's table of contents.
"""

import re
from pathlib import Path

from macros.model.project import Project
from macros.model.read_revision import page_files
from macros.site.clock import now
from macros.site.public_address import public_address
from macros.views.frame import PageView
from macros.views.section_changes import section_changes

_TEXT = '<div data-text="{revision}">'
_HEADING = r'<h(?P<level>[1-6])(?=[^>]* id="{id}")[^>]*>.*?</h(?P=level)>'


def add_section_links(site: Path, project: Project) -> None:
    """Complete the pages of every text below `site`; a page that has the links already is left alone."""
    for revision_id in project.texts:
        for file, address in page_files(project.revision(revision_id)):
            path = site / address / "index.html"
            text = path.read_text(encoding="utf-8")
            view = PageView(file, revision_id, public_address())
            fresh = insert(text, revision_id, section_changes(project, view, today=now().date()))
            if fresh != text:
                path.write_text(fresh, encoding="utf-8")


def insert(text: str, revision: str, parts: dict[str, str]) -> str:
    """The page with each part below the heading whose id it bears.

    Raises:
        ValueError: where the page has no text of this revision, or a heading is missing.
    """
    start = text.index(_TEXT.format(revision=revision))
    if 'class="section-links"' in text:
        return text
    for section_id, part in parts.items():
        found = re.compile(_HEADING.format(id=re.escape(section_id)), re.DOTALL).search(text, start)
        if found is None:
            raise ValueError(section_id)
        text = text[: found.end()] + part + text[found.end() :]
    return text
