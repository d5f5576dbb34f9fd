"""Explanations of hard words on built pages: a button at the first place below each heading, and what it opens.

The browser itself opens and closes it (`popover`): without scripts, by keyboard, by touch.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros.japanese.phrases import phrase_starts
from macros.japanese.words import words
from macros.model.easy_words import EasyWord, EasyWords
from macros.site.article_text import Flow, flows, text_of
from macros.site.block_places import HEADINGS, EasyPlaces, Edit, changed, find_places
from macros.views.easy_words import PAGE, popup
from macros.views.frame import PageView

_NO_SIGN = re.compile(r"\w")
_JOINED = ("名詞", "接尾辞", "形状詞")
_MEANING = re.compile("〈＝[^〈〉]*〉")


@dataclass(frozen=True, slots=True)
class Place:
    """A word of the glossary in a text."""

    word: EasyWord
    """The word."""
    start: int
    """Where it begins."""
    end: int
    """Where it ends."""


def with_popups(page: str, glossary: EasyWords, view: PageView) -> str:
    """The page with the words of the glossary explained; the glossary's own page has them all in sight."""
    places = find_places(page)
    if places is None or not glossary.words or view.file == PAGE:
        return page
    edits: list[Edit] = []
    told: set[tuple[int, str]] = set()
    heads = [one.start for one in places.blocks if one.tag in HEADINGS]
    inside = (flow for flow in flows(page) if places.start <= flow[0].start < places.end)
    for flow in sorted(inside, key=lambda one: one[0].start):
        text = text_of(flow)
        for found in find_words(text, glossary):
            key = (bisect_right(heads, flow[0].start), found.word.id)
            base = flow[found.start : found.end]
            if key in told or not _is_open(base, places):
                continue
            told.add(key)
            if not _is_explained(text, found):
                edits += _edits(page, base, places, popup(view, found.word, len(told)), f"kotoba-{len(told)}")
    return changed(page, edits)


def find_words(text: str, glossary: EasyWords) -> Iterator[Place]:
    """Words of the glossary that stand in the text by themselves, the longest first: 市 stands not in 市民."""
    spelt = {spelling: word for word in glossary.words for spelling in word.spellings}
    pattern = re.compile("|".join(map(re.escape, sorted(spelt, key=len, reverse=True))) or r"(?!)")
    parts: dict[int, str] = {}
    at = 0
    for word in words(text, "B"):
        parts[at] = word.part
        at += len(word.surface)
    edges = {*parts, at}
    free = {0, *phrase_starts(text, glossary.names)}
    end = 0
    for start in sorted(parts):
        match = pattern.match(text, start) if start >= end else None
        if match and match.end() in edges and not _is_within_meaning(text, start):
            is_begun = start in free or not _NO_SIGN.match(text[start - 1])
            goes_on = match.end() not in free and parts.get(match.end(), "").startswith(_JOINED)
            if is_begun and not goes_on:
                yield Place(spelt[match[0]], start, match.end())
                end = match.end()


def _is_within_meaning(text: str, at: int) -> bool:
    return any(match.start() < at < match.end() for match in _MEANING.finditer(text))


def _is_explained(text: str, found: Place) -> bool:
    """Whether the page itself explains it right there."""
    return text.startswith("〈＝", found.end)


def _is_open(base: Flow, places: EasyPlaces) -> bool:
    """Whether the word stands in plain words: in no heading, link or mark."""
    start, end = base[0].start, base[-1].end
    is_whole = all(one.end == two.start for one, two in pairwise(base))
    return is_whole and not any(one < end and start < two for one, two in places.closed)


def _edits(page: str, base: Flow, places: EasyPlaces, opened: str, name: str) -> Iterator[Edit]:
    """The word as a button, and what it opens behind the block."""
    start, end = base[0].start, base[-1].end
    block = next((one for one in reversed(places.blocks) if one.start <= start < one.end), None)
    if block is None:
        return
    button = f'<button type="button" class="easy-word" popovertarget="{name}" aria-haspopup="dialog">'
    yield (start, end, f'<span class="easy-term">{button}{page[start:end]}</button></span>')
    at = block.inner if block.tag == "li" else _end_of_cell(page, start) if block.tag == "tr" else block.end
    yield (at, at, opened)


def _end_of_cell(page: str, start: int) -> int:
    match = re.compile(r"</t[dh]>").search(page, start)
    return match.start() if match else start
