"""Readings for the search worker: `search/readings.json`, beside the index, which stays without any.

The index knows words without their places on the page, and cells of a table without a sign between them. So the texts
that a built page shows are laid over each section of the index, the longest first, and the readings go along.

    {"words": [["協働", "きょうどう"], …], "sections": [[title, text], …]}

The sections stand in the order of the index. A number is a word: the next place where it stands; a negative number
passes over so many letters (UTF-16, as the worker counts).
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from macros.site.article_text import Flow, flows
from macros.site.ruby import RUBY, without_ruby
from macros.site.search_index import INDEX

READINGS = "search/readings.json"
"""Where the worker looks for them."""

Word = tuple[int, int, str]
"""Offset, offset behind it, reading."""

_SPACE = re.compile("[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+")
_TAG = re.compile("<[^>]*>")
_BREAKS = "\n\t…⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Ends of lines and cells, code, and signs of notes, which the index writes in other ways."""


def write_search_readings(site: Path) -> None:
    """Write the readings of the built folder `site`, whose pages bear furigana and whose index is in order."""
    docs = json.loads((site / INDEX).read_text(encoding="utf-8"))["docs"]
    pages: dict[str, list[_Shown]] = {}
    words: dict[tuple[str, str], int] = {}
    sections = []
    for doc in docs:
        page = doc["location"].split("#")[0]
        if page not in pages:
            pages[page] = shown_texts((site / page / "index.html").read_text(encoding="utf-8"))
        sections.append(
            [encode(text, read(text, pages[page]), words) for text in map(plain, (doc["title"], doc["text"]))]
        )
    found = {"words": [list(word) for word in words], "sections": sections}
    (site / READINGS).write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def plain(html: str) -> str:
    """Words of a piece of the index, as the worker reads them."""
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", html))).strip(" ")


_Shown = tuple[str, tuple[Word, ...]]
"""A text without spaces that a page shows, and its words with readings."""


def shown_texts(page: str) -> list[_Shown]:
    """The texts of a page with its readings, the longest first."""
    found: dict[str, tuple[Word, ...]] = {}
    read_at = _places(page)
    for flow in flows(without_ruby(page)):
        for text, words in _pieces(flow, read_at):
            found.setdefault(text, words)
    return sorted(((text, words) for text, words in found.items() if words), key=lambda one: -len(one[0]))


def _places(page: str) -> dict[int, tuple[int, str]]:
    """Where the words with readings begin and end, and their readings, in the page as it is without them."""
    found: dict[int, tuple[int, str]] = {}
    more = 0
    for match in RUBY.finditer(page):
        start = match.start() - more
        end = start + len(match["base"])
        found[start] = (end, match["reading"])
        more = match.end() - end
    return found


def _pieces(flow: Flow, read_at: dict[int, tuple[int, str]]) -> Iterator[_Shown]:
    """A flow in pieces between its lines, cells, code and signs of notes."""
    text, words, opened = "", list[Word](), None
    for sign in [*flow, None]:
        if opened and (sign is None or sign.start >= opened[1]):
            words.append((opened[0], len(text), opened[2]))
            opened = None
        if sign is None or sign.text in _BREAKS:
            yield text, tuple(words)
            text, words = "", []
            continue
        if sign.start in read_at:
            opened = (len(text), *read_at[sign.start])
        if not _SPACE.fullmatch(sign.text):
            text += sign.text


def read(text: str, shown: list[_Shown]) -> list[Word]:
    """Words of a section with their readings: each part of it is covered once, by the longest text that fits."""
    offsets = [at for at, sign in enumerate(text) if not _SPACE.fullmatch(sign)]
    left = "".join(text[at] for at in offsets)
    found: list[Word] = []
    for piece, words in shown:
        at = left.find(piece)
        while at >= 0:
            found += ((offsets[at + start], offsets[at + end - 1] + 1, reading) for start, end, reading in words)
            left = left[:at] + "\0" * len(piece) + left[at + len(piece) :]
            at = left.find(piece)
    return sorted(found)


def encode(text: str, found: list[Word], words: dict[tuple[str, str], int]) -> list[int]:
    """The words of a text as numbers of `words`, which takes in what is new."""
    numbers: list[int] = []
    at = 0
    for start, end, reading in found:
        base = text[start:end]
        if text.find(base, at) != start:
            numbers.append(-_units(text[at:start]))
        numbers.append(words.setdefault((base, reading), len(words)))
        at = end
    return numbers


def _units(text: str) -> int:
    """Length as JavaScript counts."""
    return len(text.encode("utf-16-le")) // 2
