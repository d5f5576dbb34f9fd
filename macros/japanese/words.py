"""Words of a Japanese text by Sudachi, in long or middle units, never losing a character."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Literal

import sudachipy
from sudachipy.errors import SudachiError

LONGEST = 10_000
"""Sudachi refuses 49,149 bytes at once: longer texts are cut at sentence ends, or here."""

Unit = Literal["A", "B", "C"]
"""Length of a word: C, longest, for comparison (少子高齢化); B, middle, for readings (少子｜高齢化); A, shortest."""

_PIECES = re.compile(r"[\t\n]|[^\t\n。]*。|[^\t\n。]+")
_CONTENT = {"名詞", "動詞", "形容詞", "形状詞", "副詞", "代名詞"}
_DEPENDENT = ("動詞-非自立可能", "形容詞-非自立可能", "名詞-助動詞語幹", "形状詞-助動詞語幹")
_JOINERS = "\u200d\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in the text."""

    surface: str
    """Its code points."""
    part: str
    """Part of speech, two levels: 動詞-一般."""
    normal: str
    """Normalised form of the dictionary: 取り組み for 取組."""
    reading: str
    """Reading in katakana."""
    base: str = ""
    """Form under which a dictionary lists it, in the spelling of the text: でき → できる."""
    use: str = "*"
    """Third level of its part of speech: 副詞可能."""
    form: str = "*"
    """Form of a word that changes its ending: 連用形-一般."""

    @property
    def is_content(self) -> bool:
        """Whether it carries meaning of its own (自立語)."""
        return self.part.split("-")[0] in _CONTENT and self.part not in _DEPENDENT

    @property
    def is_ending(self) -> bool:
        """Whether it is part of the tail of a predicate: 助動詞, 接続助詞, 補助動詞."""
        return self.part.startswith("助動詞") or self.part in ("助詞-接続助詞", "助詞-終助詞", "動詞-非自立可能")

    @property
    def is_predicate(self) -> bool:
        """Whether it is a verb or adjective, which a tail can follow."""
        return self.part.startswith(("動詞", "形容詞"))


@lru_cache(maxsize=8192)
def words(text: str, unit: Unit = "C") -> tuple[Word, ...]:
    """Words of the text; their surfaces join to it exactly."""
    found = tuple(_join_marks(word for piece in _pieces(text) for word in _cut(piece, unit)))
    if "".join(word.surface for word in found) == text:
        return found
    return tuple(Word(sign, "記号-未知", sign, sign) for sign in text)


def _pieces(text: str) -> Iterator[str]:
    for piece in _PIECES.findall(text):
        for start in range(0, len(piece), LONGEST):
            yield piece[start : start + LONGEST]


@lru_cache(maxsize=8192)
def _cut(piece: str, unit: Unit) -> tuple[Word, ...]:
    if piece in "\t\n":
        return (Word(piece, "空白-*", piece, piece),)
    try:
        found = _tokenizer().tokenize(piece, getattr(sudachipy.SplitMode, unit))
    except SudachiError:  # Signs that are long when they are normalised (ﷺ): the limit counts them so.
        half = len(piece) // 2
        return (*_cut(piece[:half], unit), *_cut(piece[half:], unit))
    return tuple(
        Word(
            one.surface(),
            f"{part[0]}-{part[1]}",
            one.normalized_form(),
            one.reading_form(),
            one.dictionary_form(),
            part[2],
            part[5],
        )
        for one in found
        for part in (one.part_of_speech(),)
    )


def _join_marks(found: Iterator[Word]) -> Iterator[Word]:
    """A combining mark or joiner belongs to the word before it."""
    before: Word | None = None
    for word in found:
        if not word.surface:  # ㈱ normalises to three signs; the second and third have no surface of their own
            continue
        if before and _joins(word.surface[0], before.surface[-1]):
            before = replace(before, surface=before.surface + word.surface)
            continue
        if before:
            yield before
        before = word
    if before:
        yield before


def _joins(sign: str, before: str) -> bool:
    return before not in "\t\n" and (unicodedata.combining(sign) != 0 or sign in _JOINERS or before == "\u200d")


def units(text: str, unit: Unit) -> Iterator[tuple[int, int, str]]:
    """Words as places and readings in katakana, for what asks of many texts and needs no more of them."""
    at = 0
    for piece in _pieces(text):
        try:
            found = _tokenizer().tokenize(piece, getattr(sudachipy.SplitMode, unit))
        except SudachiError:  # Too long when normalised: nothing is proposed for it.
            found = ()
        for one in found:
            start, end, reading = at + one.begin(), at + one.end(), one.reading_form()
            if piece.find("（", start - at + 1, end - at) > 0:  # 図（グラフ） is one word, read ず.
                middle = at + piece.index("（", start - at + 1)
                yield start, middle, reading
                start, reading = middle, text[middle:end]
            yield start, end, reading
        at += len(piece)


@dataclass(frozen=True, slots=True)
class Entry:
    """A word as the dictionary lists it."""

    reading: str
    """Reading in katakana."""
    is_name: bool
    """Whether it is a name of a person or place."""
    is_affix: bool
    """Whether it only stands before or behind another word."""


def entries(surface: str) -> tuple[Entry, ...]:
    """What the dictionary lists under this spelling."""
    return tuple(
        Entry(one.reading_form(), part[1] == "固有名詞", part[0] in ("接頭辞", "接尾辞"))
        for one in _dictionary().lookup(surface)
        for part in (one.part_of_speech(),)
    )


@cache
def _dictionary() -> Any:
    return sudachipy.Dictionary(dict="core")


@cache
def _tokenizer() -> Any:
    return _dictionary().tokenizer()


CACHES = (words, _cut)
"""Caches by the text itself: a cold one only costs time."""
