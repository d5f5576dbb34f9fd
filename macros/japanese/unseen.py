"""Signs that nobody sees, or that make a text look like another one, found by Unicode's own properties.

Allowed are only those that an orthography needs where they stand: a variation selector behind an ideograph, joiners
behind a virama or between Arabic letters (RFC 5892, appendix A.1 and A.2), Mongolian selectors behind Mongolian.
"""

from dataclasses import dataclass
from unicodedata import combining, normalize

import regex

_NEVER = (
    r"\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}"
    r"\p{Me}"  # circles and bars around the letter before
    r"\u2800\ufffc\ufffd\U0001d159"  # blank braille, stand-ins for what was lost, an empty note
    r"\u2d7f\U0001107f\U00013441\U00013442\U00016fe4"  # joiners, blanks and a filler that Unicode counts as letters
    r"\u0334-\u0338\u20d2\u20d3\u20e5-\u20ea"  # strokes over the letter before: it looks struck
)
_SPACES = r"[\p{Zs}--[\u0020\u3000]]"  # the two spaces that Japanese texts have
_CONTROLS = r"[\p{Cc}--[\n\t]]"
_FORBIDDEN = regex.compile(rf"(?V1)[{_NEVER}]|{_SPACES}|{_CONTROLS}")
_MARKS = regex.compile(r"(?V1)(?P<base>.)(?P<marks>[\p{Mn}--\p{Variation_Selector}]+)", regex.DOTALL)
_MOST_MARKS = 4
"""Marks on one letter; more hide the lines around it (UTS 39, section 5.4)."""

_IDEOGRAPH = regex.compile(r"\p{Ideographic}")
_ARABIC = regex.compile(r"\p{Script=Arabic}")
_MONGOLIAN = regex.compile(r"\p{Script=Mongolian}")
_NO_MARKS = regex.compile(r"\p{Han}|\p{Hiragana}|\p{Katakana}|\p{Common}")
"""Letters of Japanese bear no accents of other scripts."""
_LATIN = regex.compile(r"\p{Latin}")
_SHARED_MARK = regex.compile(r"\p{Inherited}")
"""Marks of no script of their own; a vowel sign or a virama belongs to its script, and not on a Latin letter."""

_DAKUTEN = "\u3099\u309a"
_VIRAMA = 9
"""Canonical combining class of a virama: it asks for the letter behind it to be joined."""

_NAMES = {
    "\u00a0": "改行しない空き",
    "\u00ad": "行の終わりだけに出るハイフン",
    "\u034f": "つなぎの印",
    "\u200b": "幅のない空き",
    "\u200c": "つながない印",
    "\u200d": "つなぐ印",
    "\u2800": "点のない点字",
    "\u3164": "ハングルの空き",
    "\ufeff": "文字コードの印",
    "\ufffd": "文字化けの印",
}
"""What the commonest of them are called."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A sign that may not stand where it stands."""

    at: int
    """Its offset, in code points."""
    sign: str
    """The sign."""
    is_torn: bool = False
    """Whether it is a sonant mark apart from its kana: `か` and U+3099, as some computers write file names."""

    @property
    def name(self) -> str:
        """How a message calls it: `U+200B、幅のない空き`."""
        named = _NAMES.get(self.sign) or _kind(self.sign)
        return f"U+{ord(self.sign):04X}{named and '、'}{named}"


def find_unseen(text: str) -> Unseen | None:
    """The first sign of a text that may not stand there; none where all may."""
    found = next((match.start() for match in _FORBIDDEN.finditer(text) if not _needed(text, match.start())), None)
    for match in _MARKS.finditer(text, endpos=len(text) if found is None else found):
        if (odd := _odd_mark(match["base"], match["marks"])) is not None:
            at = match.start("marks") + odd
            return Unseen(at, text[at], text[at] in _DAKUTEN)
    return None if found is None else Unseen(found, text[found])


def _needed(text: str, at: int) -> bool:
    """Whether an orthography needs the sign at this place."""
    sign, before, behind = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if not before:
        return False
    if "\U000e0100" <= sign <= "\U000e01ef":  # the form of an ideograph that a register of names asks for
        return _IDEOGRAPH.match(before) is not None
    if sign in "\u200c\u200d" and combining(before) == _VIRAMA:
        return True
    if sign == "\u200c":
        return bool(behind) and _ARABIC.match(before) is not None and _ARABIC.match(behind) is not None
    return sign in "\u180b\u180c\u180d\u180e\u180f" and _MONGOLIAN.match(before) is not None


def _odd_mark(base: str, marks: str) -> int | None:
    """Which of the marks on a letter may not stand there, from 0; none where all may."""
    for at, mark in enumerate(marks):
        is_torn = mark in _DAKUTEN and len(normalize("NFC", base + mark)) == 1
        if is_torn or _is_foreign(base, mark) or at >= _MOST_MARKS or mark in marks[:at]:
            return at
    return None


def _is_foreign(base: str, mark: str) -> bool:
    """Whether a mark stands on a letter that no orthography gives it."""
    if mark in _DAKUTEN:
        return False
    return bool(_NO_MARKS.match(base)) or (bool(_LATIN.match(base)) and _SHARED_MARK.match(mark) is None)


def _kind(sign: str) -> str:
    for pattern, name in _KINDS:
        if pattern.match(sign):
            return name
    return ""


_KINDS = (
    (regex.compile(r"\p{Bidi_Control}"), "文の向きを変える印"),
    (regex.compile(r"\p{Co}"), "このパソコンだけの外字"),
    (regex.compile(r"\p{Variation_Selector}"), "字の形を選ぶ印"),
    (regex.compile(r"\p{Zs}"), "特別な空き"),
    (regex.compile(r"\p{M}"), "前の字に重なる印"),
)
