"""Look up approved readings sentence by sentence; what has none is told and left to the caller."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from macros.japanese.ruby import Ruby, Segment, has_kanji, joined, plain
from macros.japanese.sentences import split_sentences
from macros.model.readings import FOLDER, Approved, ReadingsFile, list_readings, read_readings
from macros.model.tree import Tree

SHORTEST = 4
"""Code points of a quoted fragment that takes its readings from the sentences that hold it; a word alone does not."""


@dataclass(frozen=True, slots=True)
class ApprovedReadings:
    """All approved readings of a tree."""

    files: tuple[ReadingsFile, ...]
    """The files, in order of their paths."""
    _by_sentence: dict[str, list[tuple[str, Approved]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sentences are asked for again and again."""
        found: dict[str, list[tuple[str, Approved]]] = {}
        for source in self.files:
            for one in source.lines:
                found.setdefault(one.sentence, []).append((source.file, one))
        object.__setattr__(self, "_by_sentence", found)

    def of(self, sentence: str, *, file: str = "", nth: int = 1) -> Ruby | None:
        """The approved readings of a sentence without spaces around it.

        Args:
            sentence: the sentence.
            file: file of readings that is asked first.
            nth: which time the sentence stands on its page; @2 is for the second time.
        """
        found = self._by_sentence.get(sentence, [])
        mine = [one for source, one in found if source == file] or [one for _, one in found]
        fitting = [one for one in sorted(mine, key=lambda one: one.number) if one.number <= nth]
        chosen = fitting[-1:] or mine[:1]
        return chosen[0].ruby if chosen else None

    def within(self, fragment: str) -> Ruby | None:
        """The readings of a quoted fragment in the approved sentences that hold it; none where these do not agree."""
        if len(fragment) < SHORTEST:
            return None
        found = (
            cut_out(one.ruby, fragment) for source in self.files for one in source.lines if fragment in one.sentence
        )
        first = next(found, None)
        return first if first and all(other == first for other in found) else None


def cut_out(ruby: Ruby, fragment: str) -> Ruby | None:
    """The first place of the fragment in a sentence, with its readings; none where a word would be cut."""
    start = plain(ruby).index(fragment)
    end = start + len(fragment)
    at = 0
    found: list[Segment] = []
    for segment in ruby:
        begin, behind = max(start, at), min(end, at + len(segment.surface))
        if begin < behind:
            part = segment.surface[begin - at : behind - at]
            if segment.reading is not None and part != segment.surface:
                return None
            found.append(Segment(part, segment.reading))
        at += len(segment.surface)
    return joined(found)


def load_approved(tree: Tree) -> ApprovedReadings:
    """All approved readings of the tree."""
    return ApprovedReadings(tuple(read_readings(tree, file) for file in list_readings(tree)))


def readings_file(page: str) -> str:
    """Where the readings of a page stand: `docs/easy/index.md` → `data/readings/easy/index.txt`; data alike."""
    path = Path(page)
    place = path.relative_to("docs") if path.parts[0] == "docs" else path
    return (Path(FOLDER) / place.with_suffix(".txt")).as_posix()


def sentences(text: str) -> list[str]:
    """The sentences of a text that need readings, without spaces around them."""
    return [part.strip() for part in split_sentences(text) if has_kanji(part)]


def approved_ruby(text: str, approved: ApprovedReadings, otherwise: Callable[[str], Ruby]) -> tuple[Ruby, list[str]]:
    """A text with its approved readings: of the whole, or of each sentence.

    Returns:
        The readings, and the sentences that have none and for which `otherwise` was asked.
    """
    if (whole := _around(text, approved)) is not None:
        return whole, []
    missing: list[str] = []
    found: list[Segment] = []
    for part in split_sentences(text):
        ruby = _around(part, approved)
        if ruby is None and has_kanji(part):
            missing.append(part.strip())
            ruby = otherwise(part)
        found += ruby or (Segment(part),)
    return joined(found), missing


def _around(text: str, approved: ApprovedReadings) -> Ruby | None:
    """The approved readings of a text with the spaces around it."""
    sentence = text.strip()
    if not sentence or (ruby := approved.of(sentence)) is None:
        return None
    before, behind = text[: text.index(sentence)], text[text.index(sentence) + len(sentence) :]
    return joined((Segment(before), *ruby, Segment(behind)))
