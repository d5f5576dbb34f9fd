"""Explanations 〈＝…〉 on built pages: set apart for the eye, begun with 「意味は」 for the ear; the text stays."""

import re

from macros.site.article_text import Flow, flows, text_of
from macros.site.block_places import Edit, changed, find_places

HEARD = '<span class="easy-heard" data-note data-search-exclude>意味は</span>'
"""What a screen reader says in the place of ＝."""
EXPLAINED = re.compile("〈＝[^〈〉]*〉")
"""An explanation in the text."""
_TAG = re.compile(r"<(?P<end>/?)[a-z]")


def with_meanings(page: str) -> str:
    """The page with each explanation of its box in an element of its own; where a mark is torn, without."""
    places = find_places(page)
    if places is None:
        return page
    edits: list[Edit] = []
    for flow in flows(page):
        if places.start <= flow[0].start < places.end:
            edits += _edits(page, flow)
    return changed(page, edits)


def _edits(page: str, flow: Flow) -> list[Edit]:
    edits: list[Edit] = []
    for match in EXPLAINED.finditer(text_of(flow)):
        first, sign, last = flow[match.start()], flow[match.start() + 1], flow[match.end() - 1]
        if first.end == sign.start and _is_whole(page[first.start : last.end]):
            edits += [
                (first.start, first.start, '<span class="easy-meaning"><span class="easy-opening">'),
                (
                    sign.start,
                    sign.end,
                    f'{HEARD}<span class="easy-equals" aria-hidden="true">{sign.text}</span></span>',
                ),
                (last.end, last.end, "</span>"),
            ]
    return edits


def _is_whole(piece: str) -> bool:
    """Whether every element that begins in the piece ends in it, and none ends that began before."""
    depth = 0
    for match in _TAG.finditer(piece):
        depth += -1 if match["end"] else 1
        if depth < 0:
            return False
    return depth == 0
