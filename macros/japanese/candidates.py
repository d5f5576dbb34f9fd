"""What readers could read for the words of a text: in their context, in the dictionary, and where two words meet.

`likely` is what is read in this very sentence; `possible` holds all that the dictionary knows of its words, however
they are cut. A reading that stands in neither is one that no reader would give.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from macros.japanese.counters import number_edits
from macros.japanese.placed import spans
from macros.japanese.reading_rules import Rule, language_rules, rule_edits
from macros.japanese.ruby import KANJI, Ruby, has_kanji, hiragana
from macros.japanese.second_reader import second_ruby
from macros.japanese.sound_changes import doubled, voiced
from macros.japanese.spaced import spaced_edits
from macros.japanese.words import Unit, entries, units

Ground = Literal["context", "allowed", "second", "dictionary", "joint", "none"]

_UNITS: tuple[Unit, ...] = ("C", "B", "A")
_LONGEST = 6
"""Code points of a word that is sought across the ends of others."""
_NUMBER = re.compile("[0-9０-９]")
_KANJI_ONLY = re.compile(f"[{KANJI}]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading that somebody proposes for a stretch of a text."""

    start: int
    """Offset of its first code point."""
    end: int
    """Offset behind its last code point."""
    reading: str
    """Its reading in hiragana; signs that are not read stand as they are."""
    ground: Ground
    """Who proposes it: reader or rule, a mark, the second reader, the dictionary, a change of sound, nobody."""


def stream(ruby: Ruby) -> str:
    """A text as it is read aloud: readings, kana as hiragana, other signs as they are."""
    return "".join(one.reading or hiragana(one.surface) for one in ruby)


def by_rule(text: str, rules: Sequence[Rule], page: str) -> Iterator[Candidate]:
    """What the rules propose: those of the city and of the language, of numbers and of signs set apart."""
    edits = [
        *rule_edits(text, rules, page),
        *rule_edits(text, language_rules(), page),
        *number_edits(text),
        *spaced_edits(text),
    ]
    ends = {start for start, _, _ in units(text, "B")} if any(one.between for one in edits) else set()
    for edit in edits:
        is_one_word = edit.between is not None and edit.between not in ends
        for start, end, reading in spans(edit.ruby):
            ground: Ground = "dictionary" if is_one_word else "context"
            yield Candidate(edit.start + start, edit.start + end, reading, ground)


def likely(text: str, ruled: Sequence[Candidate]) -> list[Candidate]:
    """What the rules and the first reader propose in this text; where a rule speaks, the first reader does not."""
    places = {at for one in ruled if one.ground == "context" for at in range(one.start, one.end)}
    return [*ruled, *(one for one in _in_context(text) if not places.issuperset(range(one.start, one.end)))]


def _in_context(text: str) -> Iterator[Candidate]:
    for unit in _UNITS:
        for start, end, reading in units(text, unit):
            if has_kanji(text[start:end]):
                yield Candidate(start, end, hiragana(reading), "context")


def second(text: str) -> Iterator[Candidate]:
    """What the second reader proposes in this text."""
    found = (Candidate(start, end, reading, "second") for start, end, reading in spans(second_ruby(text)))
    yield from _not_counted(text, found)


def possible(text: str) -> Iterator[Candidate]:
    """All that the dictionary knows of the words of this text, also where they are cut otherwise or change a sound."""
    for one in _not_counted(text, (*_of_words(text), *_across(text))):
        yield one
        yield from _changed(text, one)


def _not_counted(text: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those that lie beside what is counted in digits, which is read by rule alone: 日 in 4日 is never ひ."""
    numbers = (edit for edit in number_edits(text) if _NUMBER.match(text, edit.start))
    counted = {at for edit in numbers for at in range(edit.start, edit.end)}
    return (one for one in candidates if not counted.intersection(range(one.start, one.end)))


def _of_words(text: str) -> Iterator[Candidate]:
    """Other readings of the words as the first reader cuts them."""
    places = {(start, end) for unit in _UNITS for start, end, _ in units(text, unit)}
    for start, end in sorted(places):
        for reading in known(text[start:end]):
            yield Candidate(start, end, reading, "dictionary")


def _across(text: str) -> Iterator[Candidate]:
    """Words that lie across the ends of the first reader's words: 市民 in 市｜民間, with the one sign that is left."""
    cuts = {start for start, _, _ in units(text, "A")} | {len(text)}
    for cut in sorted(cuts - {0, len(text)}):
        for start in range(max(0, cut - _LONGEST + 1), cut):
            for end in range(cut + 1, min(len(text), start + _LONGEST) + 1):
                for reading in known(text[start:end]) if _KANJI_ONLY.fullmatch(text, start, end) else ():
                    yield Candidate(start, end, reading, "dictionary")
                    yield from _with_the_rest(text, Candidate(start, end, reading, "dictionary"), cuts)


def _with_the_rest(text: str, word: Candidate, cuts: Set[int]) -> Iterator[Candidate]:
    """The word and the one sign that is left of the word that it cuts in two."""
    if word.end + 1 in cuts and word.end not in cuts:
        for rest in affixes(text[word.end]):
            yield Candidate(word.start, word.end + 1, word.reading + rest, word.ground)
    if word.start - 1 in cuts and word.start not in cuts:
        for rest in affixes(text[word.start - 1]):
            yield Candidate(word.start - 1, word.end, rest + word.reading, word.ground)


def _changed(text: str, word: Candidate) -> Iterator[Candidate]:
    """The word as it sounds behind or before another in kanji."""
    surface = text[word.start : word.end]
    if word.start and has_kanji(text[word.start - 1]):
        for reading in voiced(surface, word.reading):
            yield Candidate(word.start, word.end, reading, "joint")
    if has_kanji(text[word.end : word.end + 1]):
        for reading in doubled(surface, word.reading):
            yield Candidate(word.start, word.end, reading, "joint")


@lru_cache(maxsize=8192)
def known(surface: str) -> tuple[str, ...]:
    """Readings in hiragana of a word of the dictionary, names only where it knows nothing else."""
    found = entries(surface) if has_kanji(surface) else ()
    words = [one for one in found if not one.is_name] or found
    return tuple(dict.fromkeys(hiragana(one.reading) for one in words))


@lru_cache(maxsize=4096)
def affixes(sign: str) -> tuple[str, ...]:
    """Readings of a single sign before or behind a word."""
    return tuple(dict.fromkeys(hiragana(one.reading) for one in entries(sign) if one.is_affix))
