"""Approved readings for any text of a page, at their places: of each sentence, or of its form and what fills it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from macros.japanese.ruby import Ruby, Segment, has_kanji, joined
from macros.japanese.sentence_forms import form_of
from macros.japanese.sentences import split_sentences
from macros.model.approved import ApprovedReadings

SEVERAL = 2
"""Quotations of a form that a program puts together."""

_HOLE = "「」"
_CLAUSE = re.compile("[^、]+、?|、")


@dataclass(frozen=True, slots=True)
class PlacedReading:
    """A reading over a stretch of a text."""

    start: int
    end: int
    reading: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the approved lines say of a text."""

    readings: tuple[PlacedReading, ...]
    """Readings in order."""
    missing: tuple[str, ...]
    """Sentences, or forms of them, that have no line."""


def once(_sentence: str) -> int:
    """Every sentence stands there for the first time."""
    return 1


def look_up(text: str, approved: ApprovedReadings, nth: Callable[[str], int] = once) -> Found:
    """Approved readings over a text; `nth` tells which time a sentence stands on its page (`@2` is for the second)."""
    readings: list[PlacedReading] = []
    missing: list[str] = []
    for start, sentence in placed_sentences(text):
        found = _of_sentence(sentence, approved, nth)
        missing += found.missing
        readings += (PlacedReading(start + one.start, start + one.end, one.reading) for one in found.readings)
    return Found(tuple(sorted(readings, key=lambda one: one.start)), tuple(dict.fromkeys(missing)))


def placed_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Sentences with kanji of a text without spaces around them, each with its offset."""
    at = 0
    for part in split_sentences(text):
        if has_kanji(part):
            yield at + len(part) - len(part.lstrip()), part.strip()
        at += len(part)


def _of_sentence(sentence: str, approved: ApprovedReadings, nth: Callable[[str], int]) -> Found:
    if (ruby := approved.of(sentence, nth=nth(sentence))) is not None:
        return Found(tuple(_placed(ruby, range(len(sentence)))), ())
    form = form_of(sentence)
    readings: list[PlacedReading] = []
    missing: list[str] = []
    if has_kanji(form.text):
        ruby = approved.of(form.text, nth=nth(form.text)) or _of_clauses(form.text, approved)
        if ruby is None:
            missing.append(form.text)
        else:
            readings += _placed(ruby, form.places)
    for start, end in form.quotes:
        inner = _of_quotation(sentence[start:end], approved, nth)
        missing += inner.missing
        readings += (PlacedReading(start + one.start, start + one.end, one.reading) for one in inner.readings)
    return Found(tuple(readings), tuple(missing))


def _of_clauses(form: str, approved: ApprovedReadings) -> Ruby | None:
    """Readings of a form that joins clauses of approved forms anew (「」が変わり、「」がなくなりました)."""
    if form.count(_HOLE) < SEVERAL:
        return None
    found = [approved.within(one) if has_kanji(one) else (Segment(one),) for one in _CLAUSE.findall(form)]
    return joined(segment for ruby in found for segment in ruby or ()) if all(found) else None


def _of_quotation(text: str, approved: ApprovedReadings, nth: Callable[[str], int]) -> Found:
    """Readings of what is quoted: its own lines, else those of the sentences from which it was cut."""
    found = look_up(text, approved, nth)
    ruby = approved.within(text) if found.missing else None
    return Found(tuple(_placed(ruby, range(len(text)))), ()) if ruby else found


def _placed(ruby: Ruby, places: Sequence[int]) -> Iterator[PlacedReading]:
    """The readings of a line at their places in the sentence; none where a base would be torn."""
    at = 0
    for segment in ruby:
        end = at + len(segment.surface)
        if segment.reading is not None and places[end - 1] - places[at] == end - 1 - at and places[at] >= 0:
            yield PlacedReading(places[at], places[end - 1] + 1, segment.reading)
        at = end


def as_ruby(text: str, found: Found) -> Ruby:
    """The text with what was found for it."""
    parts: list[Segment] = []
    at = 0
    for one in found.readings:
        parts += (Segment(text[at : one.start]), Segment(text[one.start : one.end], one.reading))
        at = one.end
    return joined((*parts, Segment(text[at:])))


def lines_for(sentence: str) -> Iterator[str]:
    """What lines a sentence needs that is approved by its form: the form, and the words that fill it."""
    form = form_of(sentence)
    if has_kanji(form.text):
        yield form.text
    for start, end in form.quotes:
        for _, inner in placed_sentences(sentence[start:end]):
            yield from lines_for(inner)
