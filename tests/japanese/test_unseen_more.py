"""Signs that Unicode counts as letters or marks and that nobody sees, and marks that stand on no letter of theirs."""

import pytest

from macros.japanese.unseen import find_unseen


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("協\U00016fe4働", 1),
        ("協\U00013441働", 1),
        ("協\U00013442働", 1),
        ("協\u2d7f働", 1),
        ("協\U0001107f働", 1),
        ("協\u094d\u200d働", 1),
        ("a\u094d\u200cb", 1),
        ("協\u0e34働", 1),
    ],
)
def test_a_sign_nobody_sees_or_a_mark_on_a_strange_letter_is_found(text: str, at: int) -> None:
    """Blank letters, joiners of old scripts, a virama that would let a joiner in."""
    found = find_unseen(text)
    assert found is not None
    assert found.at == at


@pytest.mark.parametrize("text", ["क्\u200dष", "می\u200cخواهم", "葛\U000e0100", "か\u309a", "é", "ที่", "e\u0301"])
def test_what_an_orthography_needs_stays(text: str) -> None:
    """Devanagari, Persian, a form of an ideograph, nasal か, accents and Thai are as they were."""
    assert find_unseen(text) is None
