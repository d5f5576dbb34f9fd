"""Sentences whose readings readers give (`true.txt`) or do not give (`false.txt`), in the notation of 青空文庫.

In `false.txt` the words that must be told stand behind ←.
"""

from dataclasses import dataclass
from pathlib import Path

from macros.japanese.notation import parse
from macros.japanese.ruby import Ruby

FOLDER = Path(__file__).parent
_TOLD = " ← "


@dataclass(frozen=True, slots=True)
class Line:
    """One line."""

    number: int
    """Its number in the file."""
    ruby: Ruby
    """Text and readings."""
    told: list[str]
    """Words, with their readings, that nobody reads so."""


def read_lines(file: str) -> list[Line]:
    """The lines of a file."""
    found = []
    for number, line in enumerate((FOLDER / file).read_text(encoding="utf-8").split("\n"), start=1):
        if line and not line.startswith("#"):
            text, _, told = line.partition(_TOLD)
            ruby, slips = parse(text)
            assert slips == (), f"{file} {number}: {slips}"
            found.append(Line(number, ruby, told.split()))
    return found
