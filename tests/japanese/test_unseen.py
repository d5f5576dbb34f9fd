"""Signs that nobody sees: a table of them, and Unicode's own lists."""

import sys
import unicodedata
from typing import Any

import pytest
import regex
import yaml

from macros.japanese.unseen import find_unseen
from tests.paths import ROOT

SIGNS: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/signs.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", SIGNS, ids=range(len(SIGNS)))
def test_a_sign_may_stand_only_where_an_orthography_needs_it(case: dict[str, Any]) -> None:
    found = find_unseen(case["text"])

    if "at" not in case:
        assert found is None
    else:
        assert found
        assert (found.at, found.name, found.is_torn) == (case["at"], case["sign"], case.get("torn", False))


def test_all_that_unicode_calls_ignorable_or_a_control_of_direction_is_found_between_japanese_letters() -> None:
    ignored = regex.compile(r"\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}")
    signs = [chr(code) for code in range(sys.maxunicode + 1) if ignored.match(chr(code))]
    allowed = {chr(code) for code in range(0xE0100, 0xE01F0)}

    missed = {sign for sign in signs if find_unseen(f"市民{sign}に") is None}

    assert len(signs) > 4000
    assert missed == allowed
    assert all(find_unseen(f"に{sign}") for sign in allowed)


def test_of_the_standard_of_japan_only_what_nobody_sees_is_refused() -> None:
    """JIS X 0213."""
    letters = [
        bytes([first, second]).decode("euc_jis_2004", "ignore")
        for first in range(0xA1, 0xFF)
        for second in range(0xA1, 0xFF)
    ]
    refused = [letter for letter in letters if letter and find_unseen(letter)]

    assert [unicodedata.name(letter[-1]) for letter in refused] == [
        "NO-BREAK SPACE",
        "SOFT HYPHEN",
        "COMBINING TILDE OVERLAY",
    ]
