"""Sentences with the readings of words under test, as files: lines in the notation of 青空文庫, `#` begins a comment.

Only words with 《》 are looked at; the rest of a line is context.
"""

from dataclasses import dataclass
from pathlib import Path

from macros.japanese.notation import parse
from macros.japanese.ruby import Ruby, plain

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line."""

    file: str
    """Name of its file."""
    line: int
    """Its number."""
    ruby: Ruby
    """Text and expected readings."""


def read_sentences() -> list[Sentence]:
    """All lines of all files."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
            if line and not line.startswith("#"):
                ruby, slips = parse(line)
                assert slips == (), f"{path.name} {number}: {slips}"
                found.append(Sentence(path.name, number, ruby))
    return found


def wrong_runs(expected: Ruby, given: Ruby) -> list[str]:
    """Words whose reading is not the expected one; a word may be cut into several in `given`, or stand in a longer run.

    Unlike in the reference sentences, expected runs may lie beside words that are not under test.
    """
    assert plain(expected) == plain(given)
    starts = _starts(given)
    wrong = []
    at = 0
    for segment in expected:
        end = at + len(segment.surface)
        if segment.reading is not None:
            read = ""
            while at < end and at in starts:
                reading, at = starts[at]
                read += reading
            if at != end or read != segment.reading:
                wrong.append(f"{segment.surface}：{read}")
        at = end
    return wrong


def _starts(ruby: Ruby) -> dict[int, tuple[str, int]]:
    """Where each reading begins: the reading, and where its word ends."""
    found = {}
    at = 0
    for segment in ruby:
        if segment.reading is not None:
            found[at] = (segment.reading, at + len(segment.surface))
        at += len(segment.surface)
    return found
