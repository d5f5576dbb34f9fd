"""Titles in a drawing: SVG breaks no lines, so they are broken here, between phrases and of even length."""

from collections.abc import Iterator
from unicodedata import east_asian_width

from macros.comparison.tokens import tokens

_OPENING = "「『（([〈《“"
_NARROW = 0.56
"""Width of a Latin letter or digit in the width of a kanji."""


def text_width(text: str) -> float:
    """Width of a text, a kanji being 1."""
    return sum(1.0 if east_asian_width(sign) in "WFA" else _NARROW for sign in text)


def break_lines(text: str, width: float) -> list[str]:
    """Cut a title into as few lines as fit into `width`, as even as these few can be; the lines join to it exactly."""
    phrases = [piece for phrase in _phrases(text) for piece in _pieces(phrase, width)]
    lines = _fill(phrases, width)
    even = max((text_width(phrase) for phrase in phrases), default=0.0)
    while even < width:
        narrower = _fill(phrases, even)
        if len(narrower) == len(lines):
            return narrower
        even += 0.5
    return lines


def _phrases(text: str) -> list[str]:
    """Stretches that begin with a word of meaning, a prefix or an opening bracket."""
    phrases: list[str] = []
    is_bound = False
    for word in tokens(text):
        opens = word.surface[0] in _OPENING or word.part.startswith("接頭辞")
        if phrases and (is_bound or not (word.is_content or opens)):
            phrases[-1] += word.surface
        else:
            phrases.append(word.surface)
        is_bound = opens
    return phrases


def _pieces(phrase: str, width: float) -> Iterator[str]:
    """A phrase, cut anywhere where it is wider than a line."""
    piece = ""
    for sign in phrase:
        if piece and text_width(piece + sign) > width:
            yield piece
            piece = ""
        piece += sign
    if piece:
        yield piece


def _fill(phrases: list[str], width: float) -> list[str]:
    lines: list[str] = []
    for phrase in phrases:
        if lines and text_width(lines[-1] + phrase) <= width:
            lines[-1] += phrase
        else:
            lines.append(phrase)
    return lines
