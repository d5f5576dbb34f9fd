"""Originals as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.original import Original, parse_originals

IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
MARKS = st.one_of(st.just(""), st.from_regex(r"[0-9a-f]{8}", fullmatch=True))
REVISIONS = st.from_regex(r"[a-z]{1,3}[0-9]{1,2}", fullmatch=True)
ORIGINALS = st.one_of(
    st.just(Original("site")),
    st.builds(Original, st.just("source"), id=IDS),
    st.builds(Original, st.just("consultation"), id=IDS),
    st.builds(Original, st.just("section"), REVISIONS, IDS, st.just(""), MARKS),
    st.builds(Original, st.just("row"), REVISIONS, IDS, IDS, MARKS),
)


@given(ORIGINALS)
def test_what_is_written_is_read_again(original: Original) -> None:
    assert Original.parse(str(original)) == original


@given(st.text(max_size=30))
def test_what_is_read_is_written_as_it_was(text: str) -> None:
    original = Original.parse(text)

    assert original is None or str(original) == text


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("r5/igi@3f2a91c0", "section", "r5/igi"),
        ("r5/keitai/itaku", "row", "r5/keitai/itaku"),
        ("source/r5-draft", "source", "source/r5-draft"),
        ("consultation/r5-2023", "consultation", "consultation/r5-2023"),
        ("site", "site", "site"),
    ],
)
def test_the_forms(text: str, kind: str, name: str) -> None:
    original = Original.parse(text)

    assert original is not None
    assert (original.kind, original.name) == (kind, name)


@pytest.mark.parametrize(
    "text", ["", "r5", "igi", "r5/igi@", "r5/igi@3F2A91C0", "r5/igi@3f2a91c", "source/x@3f2a91c0", "R5/igi", "r5/a/b/c"]
)
def test_what_is_none(text: str) -> None:
    assert Original.parse(text) is None


def test_several_with_what_is_none_among_them() -> None:
    assert parse_originals("r5/igi  igi site") == ((Original("section", "r5", "igi"), Original("site")), ("igi",))
