"""Forms of sentences that a program fills in: 変更12、「節の題」が変わりました → 変更0、「」が変わりました.

A form is approved once and serves whatever is filled in: what stands in 「」『』 is looked up by itself, and numbers
stand only where they never change the reading of the word behind them (3件, not 3日).
"""

import re
from dataclasses import dataclass

from macros.japanese.ruby import BASE

_BRACKETS = {"「": "」", "『": "』"}
_NUMBER = re.compile(rf"[0-9０-９][0-9０-９,.]*(?![0-9０-９,.]|[{BASE}]|か月|ヶ月|カ月)|[0-9]+(?=件|文|章|節|行)")
_REFERENCE = re.compile(r"(?<=第)[0-9Ⅰ-Ⅻ]+(?=章)|(?<=章)[0-9(){}○①-⑳]+")


@dataclass(frozen=True, slots=True)
class SentenceForm:
    """A sentence as its form and what is filled in."""

    text: str
    """The form."""
    places: tuple[int, ...]
    """Where each code point of the form stands in the sentence; -1 where it stands for a number."""
    quotes: tuple[tuple[int, int], ...]
    """Where the words between its outer brackets stand in the sentence."""


def form_of(sentence: str) -> SentenceForm:
    """The form of a sentence; a sentence without quotation and number is its own form."""
    quotes = tuple(_quotes(sentence))
    text: list[str] = []
    places: list[int] = []
    at = 0
    quoted = bytearray(len(sentence))
    for start, end in quotes:
        quoted[start:end] = b"\x01" * (end - start)
    holes = [(start, end, "") for start, end in quotes] + [
        (match.start(), match.end(), sign)
        for pattern, sign in ((_REFERENCE, "0"), (_NUMBER, "0"))
        for match in pattern.finditer(sentence)
        if not quoted[match.start()]
    ]
    for start, end, sign in sorted(holes):
        if start < at:
            continue
        text += [*sentence[at:start], *sign]
        places += [*range(at, start), *([-1] * len(sign))]
        at = end
    text += sentence[at:]
    places += range(at, len(sentence))
    return SentenceForm("".join(text), tuple(places), quotes)


def _quotes(sentence: str) -> list[tuple[int, int]]:
    """Places of the words in outer brackets that are closed."""
    found = []
    start = 0
    closing: list[str] = []
    for at, sign in enumerate(sentence):
        if sign in _BRACKETS:
            if not closing:
                start = at + 1
            closing.append(_BRACKETS[sign])
        elif closing and sign == closing[-1]:
            closing.pop()
            if not closing and start < at:
                found.append((start, at))
    return found
