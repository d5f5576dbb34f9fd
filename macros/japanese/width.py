"""Variants of width and spacing: NPO 法人 and ＮＰＯ法人, ～ and ~ are the same words."""

import unicodedata
from functools import lru_cache

_SPACES = " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Every sign that Unicode calls a space (Zs)."""


_FORMS = range(0xFF01, 0xFFEF)
"""Unicode's block of half-width and full-width forms, the only one with such forms but for the wide space."""


def _variants() -> dict[int, str]:
    """Every sign that folds, with what it folds to: wide and narrow forms, waves, spaces."""
    # A half-width voicing mark folds to its combining form, which NFC then joins to its kana.
    found = {code: unicodedata.normalize("NFKC", chr(code)) for code in _FORMS}
    return found | {ord(space): "" for space in _SPACES} | {ord("〜"): "~", ord("～"): "~"}


_TABLE = _variants()


@lru_cache(maxsize=16384)
def fold_width(text: str) -> str:
    """The text without differences of width and spacing; TAB and LF, which divide cells and lines, stay."""
    return unicodedata.normalize("NFC", text.translate(_TABLE))
