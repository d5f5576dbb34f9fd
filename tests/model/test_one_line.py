"""What comes from a file stays on its line of output and gives no orders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.one_line import one_line


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("分野「まちづくり」　です。", "分野「まちづくり」　です。"),
        ("a\n::error::b", r"a\n::error::b"),
        ("a\r\u2028\u2029\x85b", r"a\r\u2028\u2029\x85b"),
        ("\x1b[31m赤", r"\x1b[31m赤"),
        ("\u202e逆\u200b", r"\u202e逆\u200b"),
        ("\udce3", r"\udce3"),
        ("::error::b", r"\x3a:error::b"),
        (" \u3000::error::b", " \u3000\\x3a:error::b"),
        ("見よ ##[error]b", r"見よ ##\x5berror]b"),
        ("a::b", "a::b"),
        ("", ""),
    ],
)
def test_what_is_not_seen_is_written_out(words: str, shown: str) -> None:
    assert one_line(words) == shown


@given(st.text(st.sampled_from(":# [\n\r\t\x1b\u2028あa\udc80")))
def test_nothing_ends_the_line_or_begins_an_order(words: str) -> None:
    shown = one_line(words)

    assert shown.isprintable()
    assert not shown.lstrip().startswith("::")
    assert "##[" not in shown
    assert one_line(shown) == shown
