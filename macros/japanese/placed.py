"""Readings at their places in a text, and changes to them that never cut a word's kanji in two."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.japanese.ruby import Ruby, Segment, has_kanji, joined, plain


@dataclass(frozen=True, slots=True)
class Edit:
    """Readings for a stretch of a text that stand instead of those of the dictionary."""

    start: int
    """Offset of its first code point."""
    ruby: Ruby
    """Its surfaces are what stands in the text from there on."""
    between: int | None = None
    """Offset where one word must end and another begin: 十分 is a number and 分 only where it is no word by itself."""

    @property
    def end(self) -> int:
        """Offset behind its last code point."""
        return self.start + len(plain(self.ruby))


def spans(ruby: Ruby) -> Iterator[tuple[int, int, str]]:
    """Each reading of a text: the offsets of its words, and the reading."""
    at = 0
    for segment in ruby:
        end = at + len(segment.surface)
        if segment.reading is not None:
            yield at, end, segment.reading
        at = end


def part(ruby: Ruby, start: int, end: int) -> Ruby:
    """A stretch of a text with its readings; words that bear one are kept whole."""
    found = []
    at = 0
    for segment in ruby:
        behind = at + len(segment.surface)
        if at < end and start < behind:
            is_read = segment.reading is not None
            found.append(segment if is_read else Segment(segment.surface[max(0, start - at) : end - at]))
        at = behind
    return joined(found)


def edited(ruby: Ruby, edits: Iterable[Edit]) -> Ruby:
    """The readings with the edits put in.

    Earlier edits win over later ones. An edit is left out where one of its ends lies inside a run of kanji that
    is one word or part of a word: 等 is never cut out of 対等.
    """
    text = plain(ruby)
    inside = _inside_words(ruby)
    taken = bytearray(len(text))
    kept = []
    for edit in edits:
        if inside & {edit.start, edit.end, edit.between} or any(taken[edit.start : edit.end]):
            continue
        taken[edit.start : edit.end] = b"\x01" * (edit.end - edit.start)
        kept.append(edit)
    return joined(_merge(ruby, text, sorted(kept, key=lambda one: one.start)))


def _inside_words(ruby: Ruby) -> set[int]:
    """Offsets between two signs of the same word in kanji."""
    found: set[int] = set()
    at = 0
    for segment in ruby:
        if segment.reading is not None:
            found.update(range(at + 1, at + len(segment.surface)))
        at += len(segment.surface)
    return found


def _merge(ruby: Ruby, text: str, edits: list[Edit]) -> Iterable[Segment]:
    at = done = 0
    waiting = iter([*edits, Edit(len(text), ())])
    edit = next(waiting)
    for segment in ruby:
        end = at + len(segment.surface)
        start = max(at, done)
        while edit.start < end:
            if start < edit.start:
                yield Segment(text[start : edit.start], _whole(segment, text[start : edit.start]))
            yield from edit.ruby
            start = done = edit.end
            edit = next(waiting)
        if start < end:
            yield Segment(text[start:end], _whole(segment, text[start:end]))
        at = end


def _whole(segment: Segment, surface: str) -> str | None:
    """The reading of what is left of a segment: none where a part is gone."""
    return segment.reading if surface == segment.surface or not has_kanji(surface) else None
