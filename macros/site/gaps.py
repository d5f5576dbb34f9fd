"""Gaps between the phrases of pages in easy Japanese (分かち書き): empty elements, drawn by a style.

The text stays byte for byte what it is: nothing is copied, found or read aloud. Furigana stands there already: a gap
never comes into a word that has a reading.
"""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path

from macros.japanese.phrases import phrase_starts
from macros.model.project import Project
from macros.site.article_text import Sign, flows, text_of
from macros.site.block_places import Edit, changed
from macros.views.easy import page_address

GAP = '<span class="gap"></span>'
"""The element."""
TIE = '<span class="tie"></span>'
"""Before a reading inside a phrase: browsers would end a line there, as before a picture."""
_TAG = re.compile(r"<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)[^>]*>")
_RUBY = "<ruby>"
_ENDS = re.compile("[、。，．」』）〉！？：・…\\s]")
_VOID = ("br", "wbr", "img", "input")


def add_gaps(site: Path, project: Project) -> None:
    """Put gaps into every page in easy Japanese below `site`; a page that has some is left alone."""
    for easy in project.easy:
        path = site / page_address(easy.file) / "index.html"
        text = path.read_text(encoding="utf-8")
        if GAP not in text:
            path.write_text(with_gaps(text, project.data.easy_words.record.whole), encoding="utf-8")


def with_gaps(page: str, names: Collection[str] = ()) -> str:
    """The page with a gap at each boundary of phrases in its article."""
    edits: list[Edit] = []
    for flow in flows(page):
        starts = set(phrase_starts(text_of(flow), names))
        for at, (before, sign) in enumerate(pairwise(flow), start=1):
            if at not in starts:
                edits += _tie(page, before, sign)
            elif (place := _between(page, before, sign)) is not None:
                edits.append((place, place, GAP))
    return changed(page, edits)


def _tie(page: str, before: Sign, sign: Sign) -> Iterator[Edit]:
    """Inside a phrase no line ends before a word that has a reading; behind a comma it may."""
    start = sign.start - len(_RUBY)
    if page.startswith(_RUBY, start) and not _ENDS.match(before.text):
        yield (start, start, TIE)


def _between(page: str, before: Sign, sign: Sign) -> int | None:
    """Where two signs are parted with the fewest elements around; none inside a word that has a reading."""
    depth = lowest = 0
    place = None
    for match in _TAG.finditer(page, before.start, max(before.start, sign.start)):
        if match["tag"] in _VOID:
            continue
        depth += -1 if match["end"] else 1
        if depth <= lowest:
            lowest, place = depth, match.end()
    if before.end > before.start:  # plain words
        return place if place is not None and lowest < 0 else before.end
    return place if lowest < 0 else None


def without_gaps(page: str) -> str:
    """The page as it was before: `with_gaps` undone."""
    return page.replace(GAP, "").replace(TIE, "")
