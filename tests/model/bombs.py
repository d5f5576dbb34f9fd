"""Texts that took minutes: what parsers seek an end for, what they go into, what they hold against all others."""

from collections.abc import Callable

LONG = 90_000
"""Characters, or bytes where they are ASCII: as much as a page may have."""


def run(piece: str) -> str:
    """The piece again and again on one line."""
    return piece * (LONG // len(piece))


def lines(piece: str) -> str:
    """The piece on line after line."""
    return f"{piece}\n" * (LONG // (len(piece) + 1))


def nested(opening: str, closing: str) -> str:
    """Brackets within brackets."""
    depth = LONG // (len(opening) + len(closing))
    return opening * depth + "x" + closing * depth


def numbered(piece: str) -> str:
    """The piece with another number each time."""
    return "\n".join(piece.replace("0", str(at)) for at in range(LONG // (len(piece) + 4)))


PIECES: tuple[tuple[Callable[[str], str], str], ...] = (
    (run, "["), (run, "!["), (run, "[^a"), (run, "[a]("), (run, "[a]["), (run, "![a]("), (run, "[a](b \""),
    (run, "*a "), (run, "_a __b "), (run, "``x`"), (run, "<"), (run, "<a "), (run, "<a b='"), (run, "<!--"),
    (run, "<!["), (run, "<http://"), (run, "&"), (run, "&#x41;"), (run, "\\"), (run, "{: a=b "), (run, "{"), (run, "|"),
    (run, "> "), (run, "- "), (run, "#"), (run, " "), (run, "a"), (run, "漢《"), (run, "｜1"), (run, "「"),
    (lines, "["), (lines, "***"), (lines, "<a"), (lines, "## あ {: #aa }\n"), (lines, "- あ"), (lines, "> あ"),
    (lines, "|a|b|"), (lines, "```"), (lines, "    あ"), (lines, "\n"), (lines, "{: .card }"),
    (numbered, "[^0]: い\n"), (numbered, "[0]: a\n"), (numbered, "[a](#b0)\n"), (numbered, "# い {: #i0 }\n"),
)  # fmt: skip
"""How, and of what."""

PAGES = {f"{make.__name__} {piece!r}": make(piece) for make, piece in PIECES} | {
    "brackets": nested("[", "]"),
    "links": nested("[a", "](b)"),
    "emphasis": nested("*", "*"),
    "quotations": nested("「", "」"),
    "wide table": "\n".join(("|" + "a|" * 9000, "|" + "-|" * 9000)),
    "lists": "\n".join(" " * 4 * depth + "- a" for depth in range(200)),
}
"""Bodies of pages, each of which goes beyond a limit."""

CALLS = {
    "open": "{{" * 20_000,
    "brackets": "{{ " + "(" * 20_000,
    "lists": "{{ " + "[" * 20_000 + "]" * 20_000 + " }}",
    "not": "{{ " + "not " * 9_000 + "a }}",
    "minus": "{{ " + "-" * 20_000 + "1 }}",
    "powers": "{{ " + "9**" * 9_000 + "9 }}",
    "digits": "{{ " + "1" * 20_000 + " }}",
    "filters": "{{ a" + "|e" * 9_000 + " }}",
    "commands": "{% if a %}" * 5_000,
    "brackets within the limits": "{{ " + "not " * 200 + "a }}",
    "signs within the limits": "{{ " + "-" * 300 + "1 }}",
    "commands within the limits": "{% if a %}\n\n" * 240,
}
"""Bodies of pages with macro calls that Jinja's parser goes into for ever."""

DATA = {
    "lists": "a: " + "[" * 3_000 + "]" * 3_000,
    "mappings": "a: " + "{a: " * 900 + "1" + "}" * 900,
    "indented lists": "a:\n" + "- " * 1_900 + "x",
    "indented keys": "\n".join(" " * depth + "a:" for depth in range(300)),
    "many values": "a: [" + "1, 1, 1,\n" * 7_900 + "1]",
    "many flow values": "\n".join(f"k{at}: [{'1,' * 900}1]" for at in range(190)),
    "long value": "a: |\n" + "  いろは\n" * 7_000,
    "long key": "? |\n" + "  いろは\n" * 7_000 + ": 1",
    "long line": "a: " + "1" * 300_000,
    "many lines": "#\n" * 100_000,
}
"""Data files, each of which goes beyond a limit."""
