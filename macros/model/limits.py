"""Limits of a file in `docs/` or `data/`, with their reasons: whatever it holds is judged in a second or two.

Several parsers need time that grows with the square of what they read (20 KB of `[` took Python-Markdown 35 seconds),
and recursion ends in an error. So what is read is bounded by its structure, which gives the same answer on every
machine; a timer would not. Each limit leaves five to ten times the room that the largest file of today needs; what
today needs stands in brackets.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath

LINE = 4_000
"""Code points in a line of any text (460): patterns are tried on one line at a time."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a kind of text may be."""

    octets: int
    """Bytes of the file."""
    lines: int
    """Its lines."""


PAGE = Size(100_000, 1_500)
"""A page (12 KB, 214 lines)."""

CHARACTERS = 35_000
"""Code points of a page (6,850): as many as fill it in Japanese. Each may be a word to the measure of easy pages."""

DATA = Size(350_000, 8_000)
"""A data file (35 KB, 742 lines); what it costs is bounded by its values (`VALUES`)."""

READINGS = Size(450_000, 4_000)
"""Approved readings (94 KB, 788 lines)."""

SOURCE = Size(350_000, 3_500)
"""The text of a source (34 KB, 342 lines)."""

FROZEN = Size(2_500_000, 100_000)
"""A frozen set (262 KB, 9,729 lines), which holds two whole revisions and is written by a program."""


OTHER = Size(1_000_000, 0)
"""A picture; a larger one is a mistake (a film, a Word file)."""


def size_of(file: str) -> Size:
    """The limits of the file with this path from the root."""
    path = PurePosixPath(file)
    if path.suffix == ".md":
        return PAGE
    if path.is_relative_to("data/readings"):
        return READINGS
    if path.is_relative_to("data/frozen"):
        return FROZEN
    if path.is_relative_to("data/sources"):
        return SOURCE
    return DATA if path.suffix == ".yml" else OTHER


PARAGRAPH_LINES = 250
"""Lines of a page without an empty one between them (25): the converter looks at the rest of them for each."""

PARAGRAPH = 8_000
"""Code points in such a run of lines (740); Sudachi takes no more than 49 KB at once."""

SIGNS = {
    "[": 300,  # 28; the converter seeks the end of each link to the end of its paragraph
    "<": 60,  # 0; and the end of each piece of HTML to the end of the page
    "&": 200,  # 0
    "!": 100,  # 3
    "(": 600,  # 29
    "*": 360,  # 36
    "_": 300,  # 6
    "`": 2_000,  # 200
    "{": 500,  # 51
    "\\": 200,  # 1
    "#": 800,  # 85
    "|": 1_500,  # 22; every row of a table has some
    "/": 1_200,  # 142; each address and each original is looked up
    "。": 1_250,  # 126; each sentence is held against the rules of easy Japanese
    "「": 180,  # 18; what is quoted is looked up by itself
}
"""Signs that may begin something in Markdown, and how many a page may hold; behind each, how many today's need."""

HEADINGS = 200
"""Headings of a page (20): each id is held against all others."""

SPACES = 100
"""Spaces in a row within a line of a page (1): the converter seeks what stands behind them from each."""

INDENT = 40
"""Spaces before a line of a page (4): lists within lists, each of which is converted anew."""

MARKS = 5
"""Marks of lists and quotations, one in the other, at the head of a line of a page (1)."""

BRACKETS = 8
"""Brackets within brackets, of words and of macro calls (3): readers of both call themselves for each."""

CALL_PARTS = 40
"""Words and signs within one macro call (7), and digits of a number there: Jinja's parser calls itself for each."""

DEPTH = 30
"""Lists and keys within each other in data (8)."""

VALUES = 20_000
"""Values and keys of a data file (2,053)."""

FINDINGS = 500
"""Wrong values that are told of one data file at once: who mends these sees the next ones."""

VALUE = 4_000
"""Code points of one value (190)."""
