"""Readings as a line of text, in the notation of 青空文庫.

    協働《きょうどう》とは、｜4日《よっか》に決《き》めたことです。

The base of 《》 is the run of kanji, 々, 〆, ヶ before it, or what stands behind ｜. Literal ｜《》 are doubled.
`write` and `parse` invert each other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.japanese.ruby import BASE, READING, Ruby, Segment, has_kanji, joined

Kind = Literal["unclosed", "unopened", "reading", "no base", "base", "bar"]

MARKS = "｜《》"
"""Signs of the notation."""

_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
GIVEN_BASE = re.compile(f"[0-9０-９,，]*(?:[{BASE}〇][{_SELECTORS}]?)+")
"""What may stand behind ｜: kanji, with the digits of a reading that is one word with them."""

_RUN = re.compile(f"(?<![{BASE}])[{BASE}]+\\Z")
_TOKEN = re.compile(r"｜｜|《《|》》|｜|《(?P<reading>[^《》]*)》|《|》|[^｜《》]+")


@dataclass(frozen=True, slots=True)
class Slip:
    """Something in a line that the notation does not know."""

    kind: Kind
    """unclosed 《, unopened 》, a reading not in hiragana, none or a wrong base for it, ｜ without 《》."""
    at: int
    """Offset in the line."""
    given: str
    """What stands there."""


def write(ruby: Ruby) -> str:
    """The text with its readings, as one line."""
    line = ""
    free = False
    for segment in ruby:
        if segment.reading is None:
            line += _doubled(segment.surface)
            free = _RUN.search(segment.surface) is None
            continue
        bar = "" if (free or not line or line.endswith("》")) and _is_run(segment.surface) else "｜"
        line += f"{bar}{segment.surface}《{segment.reading}》"
        free = True
    return line


def _doubled(text: str) -> str:
    return re.sub(f"[{MARKS}]", lambda match: match[0] * 2, text)


def _is_run(surface: str) -> bool:
    match = _RUN.search(surface)
    return match is not None and match.start() == 0


def parse(line: str) -> tuple[Ruby, tuple[Slip, ...]]:
    """The text and readings of a line, with what is wrong in it."""
    reader = _Reader()
    for match in _TOKEN.finditer(line):
        reader.take(match)
    reader.end_bar()
    return joined(reader.done), tuple(reader.slips)


def base_offsets(line: str) -> Iterator[int]:
    """Where the words of each reading begin in a line without slips."""
    bar: int | None = None
    for match in _TOKEN.finditer(line):
        if match[0] == "｜":
            bar = match.end()
        elif match["reading"] is not None:
            run = _RUN.search(line, 0, match.start())
            yield bar if bar is not None else run.start() if run else match.start()
            bar = None


class _Reader:
    """Takes one piece of a line after the other."""

    def __init__(self) -> None:
        self.done: list[Segment] = []
        self.slips: list[Slip] = []
        self.pending = ""
        """Text behind the last reading."""
        self.bar: int | None = None
        """Offset of a ｜ that waits for its reading."""
        self.base = ""
        """What stands behind that ｜."""

    def take(self, match: re.Match[str]) -> None:
        piece = match[0]
        if match["reading"] is not None:
            self.read(match)
        elif piece == "｜":
            self.end_bar()
            self.bar, self.base = match.start(), ""
        elif piece in ("《", "》"):
            self.slips.append(Slip("unclosed" if piece == "《" else "unopened", match.start(), piece))
        else:
            self.add(piece[0] if piece in ("｜｜", "《《", "》》") else piece)

    def add(self, text: str) -> None:
        if self.bar is None:
            self.pending += text
        else:
            self.base += text

    def read(self, match: re.Match[str]) -> None:
        reading = match["reading"]
        base, slip = self.take_base(match.start())
        if slip is None and READING.fullmatch(reading) is None:
            slip = Slip("reading", match.start() + 1, reading)
        if slip is not None:
            self.slips.append(slip)
        self.done += [Segment(self.pending), Segment(base, None if slip else reading)]
        self.pending = ""

    def take_base(self, at: int) -> tuple[str, Slip | None]:
        if self.bar is not None:
            bar, base = self.bar, self.base
            self.bar, self.base = None, ""
            fits = GIVEN_BASE.fullmatch(base) is not None and has_kanji(base.replace("ヶ", "々"))
            return base, None if fits else Slip("base", bar + 1, base)
        run = _RUN.search(self.pending)
        if run is None:
            return "", Slip("no base", at, self.pending[-5:])
        self.pending = self.pending[: run.start()]
        return run[0], None

    def end_bar(self) -> None:
        if self.bar is not None:
            self.slips.append(Slip("bar", self.bar, self.base))
            self.pending += self.base
            self.bar, self.base = None, ""
        self.done.append(Segment(self.pending))
        self.pending = ""
