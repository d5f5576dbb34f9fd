"""Sentences of a Japanese text."""

_OPENING = "「『（("
_CLOSING = "」』）)"


def split_sentences(text: str) -> list[str]:
    """Cut a text after each 。 outside 「」『』（）, and after each line and cell; the parts join to it exactly.

    A bracket that is never closed ends with its line.
    """
    parts: list[str] = []
    start = depth = 0
    for at, sign in enumerate(text, start=1):
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
        if sign in "\n\t" or (sign == "。" and depth == 0):
            parts.append(text[start:at])
            start, depth = at, 0
    return [*parts, text[start:]] if start < len(text) else parts
