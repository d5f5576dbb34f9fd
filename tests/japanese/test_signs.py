"""Signs that a text prints small."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.signs import superscript


@pytest.mark.parametrize(("number", "sign"), [(1, "¹"), (2, "²"), (3, "³"), (4, "⁴"), (10, "¹⁰"), (120, "¹²⁰")])
def test_a_note_is_printed_as_a_small_number(number: int, sign: str) -> None:
    assert superscript(number) == sign


@given(st.integers(min_value=0, max_value=10**6))
def test_a_sign_is_read_back_as_its_number(number: int) -> None:
    assert unicodedata.normalize("NFKC", superscript(number)) == str(number)
