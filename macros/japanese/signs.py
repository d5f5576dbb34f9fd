"""Signs that a text prints small: note references."""

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def superscript(number: int) -> str:
    """`12` → `¹²`: the printed sign of a note."""
    return str(number).translate(_SUPERSCRIPTS)
