"""Explanations of hard words on built pages: a button at the first place below each heading, and what it opens.

The browser itself opens and closes it (`popover`): without scripts, by keyboard, by touch.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros.japanese.phrases import phrase_starts
from macros.japanese.spellings import any_of
from macros.japanese.words import words
from macros.model.easy_words import EasyWord, EasyWords
from macros.site.article_text import Flow, flows, text_of
from macros.site.block_places import HEADINGS, EasyPlaces, Edit, PlacedBlock, changed, find_places
from macros.site.easy_meanings import EXPLAINED
from macros.views.easy_words import PAGE, popup
from macros.views.frame import PageView

_JOINED = ("名詞", "接尾辞", "形状詞")
_CHANGING = ("動詞", "形容詞")
_ENDINGS = ("助動詞", "助詞-接続助詞", "動詞-非自立可能")
_BEFORE = re.compile("[「『（(]*$")
_BEHIND = re.compile(r"\w*[、。，．」』）)？！：]*")
_LONGEST = 9
"""Signs that are kept on one line: more would not fit on a phone with large letters."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word of the glossary in a text."""

    word: EasyWord
    """The word."""
    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    first: int
    """Where the signs before it begin that no line may part from it."""
    last: int
    """Where those behind it end: a particle, a comma. To the browser a button is a picture, free to stand alone."""


def with_popups(page: str, glossary: EasyWords, view: PageView, *, listed: bool = True) -> str:
    """The page with the words of the glossary explained; the page of all words (`listed`: there is one) stays."""
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
            block = _block(flow[found.start].start, places)
            if key in told or block is None or not _is_open(flow[found.start : found.end], places):
                continue
            told.add(key)
            if not text.startswith("〈＝", found.end):  # else the page itself explains it
                edits += _button(page, flow, found, places, len(told))
                at = _behind(page, block, flow[found.start].start)
                edits.append((at, at, popup(view, found.word, len(told), listed=listed)))
    return changed(page, edits)


def find_words(text: str, glossary: EasyWords) -> Iterator[Place]:
    """Words of the glossary that stand in the text by themselves, the longest first: 市 stands not in 市民."""
    spelt = {spelling: word for word in glossary.words for spelling in word.spellings}
    pattern = any_of(tuple(spelt))
    meanings = [match.span() for match in EXPLAINED.finditer(text)]
    parts = dict(_parts(text))
    edges = {*parts, len(text)}
    free = {0, *phrase_starts(text, glossary.whole)}
    end = 0
    for start in sorted(parts):
        match = pattern.match(text, start) if start >= end else None
        if match is None or match.end() not in edges or any(one < start < two for one, two in meanings):
            continue
        is_begun = start in free or not text[start - 1].isalnum()
        goes_on = match.end() not in free and parts.get(match.end(), "").startswith(_JOINED)
        last = parts[max(at for at in parts if at < match.end())]
        is_form = last.startswith(_CHANGING) and parts.get(match.end(), "").startswith(_ENDINGS)
        if is_begun and not goes_on and not is_form:
            end = match.end()
            yield Place(spelt[match[0]], start, end, *_tied(text, start, end, free))


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Offset and part of speech of each word."""
    at = 0
    for word in words(text, "B"):
        yield at, word.part
        at += len(word.surface)


def _tied(text: str, start: int, end: int, free: set[int]) -> tuple[int, int]:
    """The word with what belongs to it in its phrase, where that is short."""
    following = min((one for one in free if one >= end), default=len(text))
    before, behind = _BEFORE.search(text, 0, start), _BEHIND.match(text, end, following)
    first, last = before.start() if before else start, behind.end() if behind else end
    return (first, last) if last - first <= _LONGEST else (start, end)


def _is_open(base: Flow, places: EasyPlaces) -> bool:
    """Whether the signs stand together in plain words: in no heading, link or mark."""
    start, end = base[0].start, base[-1].end
    is_whole = end > start and all(one.end == two.start for one, two in pairwise(base))
    return is_whole and not any(one < end and start < two for one, two in places.closed)


def _button(page: str, flow: Flow, found: Place, places: EasyPlaces, number: int) -> Iterator[Edit]:
    """The word as a button, kept together with what belongs to it."""
    around = flow[found.first : found.last]
    if not _is_open(around, places):
        around = flow[found.start : found.end]
    start, end = flow[found.start].start, flow[found.end - 1].end
    button = f'<button type="button" class="easy-word" popovertarget="kotoba-{number}" aria-haspopup="dialog">'
    before, behind = page[around[0].start : start], page[end : around[-1].end]
    whole = f'<span class="easy-term">{before}{button}{page[start:end]}</button>{behind}</span>'
    yield (around[0].start, around[-1].end, whole)


def _block(at: int, places: EasyPlaces) -> PlacedBlock | None:
    """The innermost block around an offset."""
    return next((one for one in reversed(places.blocks) if one.start <= at < one.end), None)


def _behind(page: str, block: PlacedBlock, at: int) -> int:
    """Where the explanation stands: behind a paragraph, at the end of an item's own words, at the end of a cell."""
    if block.tag == "tr":
        cell = re.compile(r"</t[dh]>").search(page, at)
        return cell.start() if cell else block.end
    return block.inner if block.tag == "li" else block.end
