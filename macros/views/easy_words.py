"""Hard words of the guideline in easy Japanese: what opens at a word, and the page of all words."""

import unicodedata
from itertools import groupby

from macros.japanese.ruby import hiragana
from macros.model.easy_words import EasyWord
from macros.model.original import parse_originals
from macros.model.project import Project
from macros.views.easy import originals_line, page_address
from macros.views.frame import PageView, render

PAGE = "docs/easy/words.md"
"""The page of all words."""

ROWS = (
    "あいうえお",
    "かきくけこ",
    "さしすせそ",
    "たちつてと",
    "なにぬねの",
    "はひふへほ",
    "まみむめも",
    "やゆよ",
    "らりるれろ",
    "わをん",
)
"""The rows of the kana table."""
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")


def popup(page: PageView, word: EasyWord, number: int, *, listed: bool = True) -> str:
    """What opens at a word.

    Args:
        page: where it stands.
        word: the word.
        number: makes its id unique on the page.
        listed: whether there is a page of all words to lead to.
    """
    words = page.base + page_address(PAGE) if listed else ""
    return render("easy_popup.html", word=word, name=f"kotoba-{number}", words=words)


def easy_words(project: Project, page: PageView) -> str:
    """All words by kana, each with its meaning and the way to where the guideline uses it."""
    words = sorted(project.data.easy_words.record.words, key=lambda one: (_order(one.reading), one.reading, one.id))
    rows = [(row, list(found)) for row, found in groupby(words, key=lambda one: _row(one.reading))]
    links = {one.id: originals_line(project, page, parse_originals(" ".join(one.of))[0]) for one in words}
    return render("easy_words.html", rows=rows, links=links)


def _order(reading: str) -> str:
    """As dictionaries order: voiced and small kana as the plain ones."""
    plain = unicodedata.normalize("NFD", hiragana(reading)).replace("\u3099", "").replace("\u309a", "")
    return plain.translate(_SMALL)


def _row(reading: str) -> str:
    first = _order(reading)[:1]
    return next((row[0] for row in ROWS if first and first in row), "")
