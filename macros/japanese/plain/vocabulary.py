"""Which words a reader of easy Japanese is taken to know."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.japanese.era import ERAS
from macros.japanese.plain.levels import EASY, level_of
from macros.japanese.spellings import any_of
from macros.japanese.words import Word, words

_PLAIN_SIGNS = re.compile(r"[0-9０-９\W_]+|[A-Za-zＡ-Ｚａ-ｚ]")
"""Numbers, signs and single letters, which are names of things (Aの領域)."""
_FIRST_YEAR = re.compile(f"(?:{'|'.join(name for name, _ in ERAS)})元")
_NEVER_HARD = {name for name, _ in ERAS} | {"しれ", "しん"}
"""Eras, whose years have the western one beside them; かもしれません."""
_KANA_NOUN = re.compile(r"[ぁ-ん]$")
_STEM = "[いきぎしじちにびみりえけげせぜてでねべめれ]"
_COMPOUND = re.compile(rf"(?P<stem>.+?{_STEM})(?:合[うい]|あう|方|かた|始める|続ける|終わる)")
_ROWS = str.maketrans("いきぎしちにびみりえけげせぜてでねべめれ", "うくぐすつぬぶむる" + "*" * 11)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Known words: by the site's own lists, by what a page explained so far, by levels."""

    spellings: frozenset[str] = frozenset()
    """Words of the site's lists, and words that were explained."""
    names: frozenset[str] = frozenset()
    """Proper names among them."""
    levels: Mapping[str, int] | None = None
    """Word → level, 5 the easiest; none where the list is not installed, and then no word is too hard."""

    def with_explained(self, terms: Iterable[str]) -> "Vocabulary":
        """The same with words that a page has explained."""
        more = frozenset(term for term in terms if term) - self.spellings
        return Vocabulary(self.spellings | more, self.names, self.levels) if more else self

    def without(self, listed: Iterable[str], text: str) -> str:
        """The text with these words blanked; all else keeps its place."""
        for word in sorted(listed, key=len, reverse=True):
            text = text.replace(word, "＿" * len(word))
        return text

    def unlisted(self, text: str) -> Iterator[Word]:
        """Words of the text that stand in none of the site's lists, in long units; what counts (3件) is no word."""
        masks = Masks(list(self._masks(text)))
        at = 0
        before = ""
        for word in words(text, "C"):
            end = at + len(word.surface)
            listed = word.base in self.spellings or word.normal in self.spellings
            counts = before == "名詞-数詞" and len(word.surface) == 1
            before = word.part
            if not listed and not counts and not masks.cover(at, end):
                yield from self._rest(word, at, masks)
            at = end

    def hard(self, text: str) -> Iterator[Word]:
        """Words of the text that need an explanation: in none of the site's lists, and beyond N3."""
        for word in self.unlisted(_FIRST_YEAR.sub("＿＿＿", text)):
            if carries_meaning(word) and not self.is_easy(word):
                yield word

    def _masks(self, text: str) -> Iterator[tuple[int, int]]:
        """Where listed spellings stand; one of a single sign only as a word of its own."""
        edges = set(_edges(text))
        for match in any_of(tuple(self.spellings)).finditer(text):
            if len(match[0]) > 1 or {match.start(), match.end()} <= edges:
                yield match.span()

    def _rest(self, word: Word, at: int, masks: "Masks") -> Iterator[Word]:
        """The word; where a part of it is listed, its other parts."""
        if not masks.touch(at, at + len(word.surface)):
            yield word
            return
        for part in words(word.surface, "B"):
            end = at + len(part.surface)
            if not masks.cover(at, end):
                yield part
            at = end

    def level(self, word: Word) -> int | None:
        """Level of a word, or of the hardest part of a compound; none where no list knows it."""
        levels = self.levels or {}
        if (found := _listed(word, levels)) is not None:
            return found
        parts = [part for part in words(word.surface, "B") if part.is_content and part.part != "名詞-数詞"]
        if match := _COMPOUND.fullmatch(word.base or word.surface):
            return max((one for form in _verbs(match["stem"]) if (one := level_of(form, levels))), default=None)
        if len(parts) < 2 and (not parts or parts[0].surface == word.surface):  # noqa: PLR2004 (two make a compound)
            return None
        inner = [_listed(part, levels) for part in parts]
        return None if None in inner else min(level for level in inner if level is not None)

    def is_easy(self, word: Word) -> bool:
        """Whether the word needs no explanation by its level."""
        level = self.level(word)
        return level is not None and level >= EASY


class Masks:
    """Stretches of a text, in order and without overlaps; a sentence may have thousands of them and of words."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._stops = [stop for _, stop in spans]

    def cover(self, start: int, end: int) -> bool:
        """Whether one of them holds all from `start` to `end`."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._stops[at]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them has a sign in common with `start` to `end`."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and start < self._stops[at]


def carries_meaning(word: Word) -> bool:
    """Whether a reader has to know the word: no number, sign, particle or ending."""
    if word.part == "名詞-数詞" or word.surface in _NEVER_HARD or _PLAIN_SIGNS.fullmatch(word.surface):
        return False
    return word.is_content


def _listed(word: Word, levels: Mapping[str, int]) -> int | None:
    forms = [word.surface, word.base, word.normal, *_made_of(word)]
    found = [level for form in forms if (level := level_of(form, levels)) is not None]
    return max(found, default=None)


def _made_of(word: Word) -> list[str]:
    """The verb or adjective that a noun was made of: 集まり → 集まる, 助け → 助ける, 多く → 多い, 大きさ → 大きい."""
    if not word.part.startswith(("名詞", "副詞")) or not _KANA_NOUN.search(word.surface):
        return []
    forms = dict.fromkeys((word.surface, word.normal))
    adjectives = [form[:-1] + "い" for form in forms if form.endswith(("く", "さ"))]
    return [*adjectives, *(verb for form in forms for verb in _verbs(form))]


def _verbs(stem: str) -> list[str]:
    """Verbs with this stem (連用形): 考え → 考える, 書き → 書く."""
    last = stem[-1].translate(_ROWS)
    ichidan = stem + "る"
    return [ichidan] if last in ("*", stem[-1]) else [stem[:-1] + last, ichidan]


def _edges(text: str) -> Iterator[int]:
    at = 0
    yield at
    for word in words(text, "B"):
        at += len(word.surface)
        yield at
