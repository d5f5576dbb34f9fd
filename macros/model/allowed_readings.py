"""Lines `=語《よみ》 理由` of files of readings: a person allows a reading that no reader proposes."""

import re
from dataclasses import dataclass
from typing import Literal

from macros.japanese.notation import parse, write
from macros.japanese.ruby import Ruby
from macros.model.findings import Finding, Place, finding

MARK = "="
"""Begins such a line."""

_ALLOWED = re.compile(r"=(?P<words>.*?》[^ 　《》]*)[ 　]+(?P<reason>.*[ぁ-ゖァ-ヺ一-鿿].*)")
"""A mark: words in the notation, and a reason in Japanese."""

_SHOWN = 40
"""Code points of a mark that a finding tells."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A reading that no reader proposes, and that a person allows in one sentence."""

    words: Ruby
    """Words of the sentence with their readings."""
    reason: str
    """Why they are read so."""
    line: int = 0
    """Line of the file."""


def write_allowed(allowed: Allowed) -> str:
    """A mark as a line of the file; `parse_allowed` reads it back."""
    return f"{MARK}{write(allowed.words)} {allowed.reason}"


def parse_allowed(line: str, number: int = 0) -> Allowed | None:
    """A mark that allows a reading; none where it is not `=語《よみ》 理由`."""
    match = _ALLOWED.fullmatch(line)
    ruby, slips = parse(match["words"] if match else "")
    return None if match is None or slips else Allowed(ruby, match["reason"].strip(), number)


MarkProblem = Literal["form", "alone", "absent", "needless"]
"""What may be wrong with a mark that allows a reading."""

_MARKS: dict[MarkProblem, tuple[str, str]] = {
    "form": (
        "「=語《よみ》 理由」の形ではないか、理由がありません。",
        "「=語《よみ》」の後に空白を1つ入れ、理由を日本語で書いてください。=で始まる文は、前に\\を1つ書いてください。",
    ),
    "alone": ("下に文がありません。", "読みを認める文のすぐ上に移すか、消してください。"),
    "absent": ("下の文に、この読みの言葉がありません。", "下の文のとおりの言葉と読みに直すか、消してください。"),
    "needless": ("印がなくても、読みの案にある読みです。", "この印の行を消してください。"),
}
"""What is told of it, and how to mend it."""


def mark_finding(place: Place, given: str, problem: MarkProblem) -> Finding:
    """What is told of a mark that allows a reading."""
    what, fix = _MARKS[problem]
    return finding("R018", place, given=given[:_SHOWN], problem=what, fix=fix)
