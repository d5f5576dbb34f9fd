"""Refuse a text that would take long to judge, before anything converts it: every look here is linear."""

import re
from collections.abc import Iterator
from itertools import islice

from macros.model.findings import Finding, Place, finding
from macros.model.limits import (
    BRACKETS,
    CHARACTERS,
    HEADINGS,
    INDENT,
    LINE,
    MARKS,
    PARAGRAPH,
    PARAGRAPH_LINES,
    SIGNS,
    SPACES,
    size_of,
)

_CLOSING = {"「": "」", "『": "』", "[": "]", "(": ")", "{": "}"}
_BRACKET = re.compile(r"[「『\[({」』\])}]")
_HEAD_MARK = re.compile(r"[ \t]*(?:>|[-+*](?=[ \t])|[0-9]+\.(?=[ \t]))")
_HEADING = re.compile(r"#|(?:=+|-+) *\Z")
_SPACES = re.compile(rf"(?<! ) {{{SPACES + 1}}}")


def beyond(file: str, text: str) -> Finding | None:
    """The first thing in a text that goes beyond the limits of its kind; none where all is within them."""
    return min(_all(file, text), key=lambda one: one.order, default=None)


def _all(file: str, text: str) -> Iterator[Finding]:
    lines = text.split("\n")
    most = size_of(file).lines
    if len(lines) > most + 1:  # nothing stands behind the last line end
        yield finding("F031", Place(file, most + 1), most=f"{most:,}")
    for number, line in enumerate(lines, start=1):
        if len(line) > LINE:
            yield finding("F030", Place(file, number, LINE + 1), count=f"{len(line):,}", most=f"{LINE:,}")
    if file.endswith(".md"):
        yield from _many(file, text, lines)
        yield from _indented(file, lines)
        for first, paragraph in _paragraphs(lines):
            yield from _long(file, first, paragraph)
            yield from _deep(file, first, "\n".join(paragraph))
    elif file.endswith(".txt"):
        for number, line in enumerate(lines, start=1):
            yield from _deep(file, number, line)


def _many(file: str, text: str, lines: list[str]) -> Iterator[Finding]:
    """Characters, signs and headings of a page that are more than its readers bear."""
    if len(text) > CHARACTERS:
        yield finding("F033", _place(file, 1, text, CHARACTERS), what="字", most=f"{CHARACTERS:,}字")
    for sign, most in SIGNS.items():
        if text.count(sign) > most:
            match = next(islice(re.finditer(re.escape(sign), text), most, None))
            yield finding("F033", _place(file, 1, text, match.start()), what=f"印「{sign}」", most=f"{most:,}個")
    headings = [number for number, line in enumerate(lines, start=1) if _HEADING.match(line)]
    if len(headings) > HEADINGS:
        yield finding("F033", Place(file, headings[HEADINGS]), what="見出し", most=f"{HEADINGS}個")


def _indented(file: str, lines: list[str]) -> Iterator[Finding]:
    """Lists and quotations within each other, and wide gaps."""
    for number, line in enumerate(lines, start=1):
        words = line.lstrip(" \t")
        indent = len(line.expandtabs(4)) - len(words.expandtabs(4))
        if words and indent > INDENT:
            yield finding("F032", Place(file, number, len(line) - len(words) + 1), what="字下げ", most=f"{INDENT}字分")
        marks = at = 0
        while match := _HEAD_MARK.match(line, at):
            marks, at = marks + 1, match.end()
        if marks > MARKS:
            yield finding("F032", Place(file, number), what="箇条書きや引用の重なり", most=f"{MARKS}重")
        if match := _SPACES.search(line):
            yield finding("F033", Place(file, number, match.start() + 1), what="続いた空白", most=f"{SPACES}個")


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between empty ones, each with the number of its first line."""
    run: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip(" \t"):
            run.append(line)
        elif run:
            yield number - len(run), run
            run = []


def _long(file: str, first: int, paragraph: list[str]) -> Iterator[Finding]:
    if len(paragraph) > PARAGRAPH_LINES:
        yield finding("F034", Place(file, first + PARAGRAPH_LINES), most=f"{PARAGRAPH_LINES}行")
    if sum(map(len, paragraph)) > PARAGRAPH:
        yield finding("F034", Place(file, first), most=f"{PARAGRAPH:,}字")


def _deep(file: str, first: int, text: str) -> Iterator[Finding]:
    if (at := too_deep(text)) is not None:
        yield finding("F032", _place(file, first, text, at), what="かっこの重なり", most=f"{BRACKETS}重")


def too_deep(text: str) -> int | None:
    """Where a bracket stands within more brackets than readers bear; one that closes nothing does not count."""
    closing: list[str] = []
    for match in _BRACKET.finditer(text):
        sign = match[0]
        if sign in _CLOSING:
            closing.append(_CLOSING[sign])
            if len(closing) > BRACKETS:
                return match.start()
        elif sign in closing:
            while closing.pop() != sign:
                pass
    return None


def _place(file: str, first: int, text: str, offset: int) -> Place:
    """Place of the character at `offset` of a text that begins on line `first`."""
    return Place(file, first + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset))
