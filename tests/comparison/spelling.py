"""Width and spacing: what two texts may differ in without being a change."""

from unicodedata import normalize

WAVES = str.maketrans({"〜": "~", "～": "~"})
"""Signs for a range that only differ by the computer that typed them."""

KEPT = "\t\n"
"""Between cells and lines: their absence is a change of form."""


def width_folded(text: str) -> str:
    """The text without what is mere width or spacing: full-width forms and blanks."""
    narrow = "".join(normalize("NFKC", sign) if "\uff00" <= sign <= "\uffef" else sign for sign in text)
    return "".join(sign for sign in narrow.translate(WAVES) if sign in KEPT or not sign.isspace())


def same_but_for_width(one: str, other: str) -> bool:
    """Whether two texts differ at most in width and spacing."""
    return width_folded(one) == width_folded(other)
