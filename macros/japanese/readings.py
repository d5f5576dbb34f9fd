"""Propose readings for a text: words by Sudachi, then numbers, names and homographs by rule. A person approves them."""

import unicodedata
from collections.abc import Iterator, Sequence

from macros.japanese.counters import number_edits
from macros.japanese.okurigana import align
from macros.japanese.placed import edited
from macros.japanese.reading_rules import Rule, language_rules, rule_edits
from macros.japanese.ruby import Ruby, Segment, has_kanji, hiragana, joined, plain
from macros.japanese.second_reader import second_ruby
from macros.japanese.spaced import spaced_edits
from macros.japanese.variants import usual_forms
from macros.japanese.words import Word, words

_JOINERS = "\u200d"
_ONE_BY_ONE = "一人一人"
"""Two words: the gap of easy Japanese comes between them."""


def propose(text: str, rules: Sequence[Rule] = (), page: str = "") -> Ruby:
    """The text with proposed readings; its surfaces join to the text exactly.

    Args:
        text: any text.
        rules: rules of this city, which go before those of the language.
        page: path of the page it stands on, for rules with a scope.
    """
    usual = usual_forms(text)
    found = joined(segment for word in words(usual, "B") for segment in _segments(word))
    edits = [
        *rule_edits(usual, rules, page),
        *number_edits(usual),
        *rule_edits(usual, language_rules(), page),
        *spaced_edits(usual),
    ]
    return _over(text, edited(found, edits))


def _segments(word: Word) -> Ruby:
    """A word with its reading over its kanji; without where the reading is unknown or fits in several ways."""
    if not has_kanji(word.surface):
        return (Segment(word.surface),)
    if word.surface == _ONE_BY_ONE:
        return (Segment(_ONE_BY_ONE[:2], "ひとり"), Segment(_ONE_BY_ONE[2:], "ひとり"))
    if found := align(word.surface, hiragana(word.reading)):
        return found
    return second_ruby(word.surface)


def _over(text: str, ruby: Ruby) -> Ruby:
    """The same readings over the text as it is written."""
    return joined(_written(text, ruby))


def _written(text: str, ruby: Ruby) -> Iterator[Segment]:
    at = 0
    for segment in ruby:
        end = at + len(segment.surface)
        reading = None if _is_marked(text, end) else segment.reading
        yield Segment(text[at:end], reading)
        at = end


def _is_marked(text: str, at: int) -> bool:
    """Whether a mark or selector stands there that belongs to the sign before it: no reading may come between."""
    sign = text[at : at + 1]
    return bool(sign) and (sign in _JOINERS or unicodedata.category(sign).startswith("M"))


def disagreements(ruby: Ruby) -> list[tuple[str, str, str]]:
    """Runs of words that the second reader reads otherwise: the words, our reading, its reading."""
    second = _spans(second_ruby(plain(ruby)))
    return [
        (words_, ours, second[span])
        for span, ours in _spans(ruby).items()
        for words_ in (plain(ruby)[slice(*span)],)
        if span in second and second[span] != ours
    ]


def _spans(ruby: Ruby) -> dict[tuple[int, int], str]:
    """Each unbroken run of words with readings: where it stands, and its reading."""
    found: dict[tuple[int, int], str] = {}
    at = start = 0
    reading = ""
    for segment in (*ruby, Segment("")):
        if segment.reading is None:
            if reading:
                found[start, at] = reading
            reading, start = "", at + len(segment.surface)
        else:
            reading += segment.reading
        at += len(segment.surface)
    return found
