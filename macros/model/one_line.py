"""Words from files on a line of output: they stay on it, and never give an order to whoever reads the lines."""

import re
import unicodedata

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Categories of signs that break a line, steer a terminal, turn the direction of writing, or are no signs at all."""

_COMMAND = re.compile(r"^(\s*):(?=:)")
"""GitHub takes a line that begins so, after blanks, for an order; and `##[` anywhere in a line."""


def one_line(words: str) -> str:
    r"""The words with every unseen sign written out (`\n`, `\u202e`), so that they are one line, as it reads.

    >>> one_line("a\n::error::b")
    'a\\n::error::b'
    >>> one_line("::error::b")
    '\\x3a:error::b'
    """
    seen = words if words.isprintable() else "".join(_visible(sign) for sign in words)
    return _COMMAND.sub(r"\1\\x3a", seen.replace("##[", r"##\x5b"))


def _visible(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii") if unicodedata.category(sign) in _UNSEEN else sign
