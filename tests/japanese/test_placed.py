"""Changes to readings never cut a word in two."""

from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.placed import Edit, edited
from macros.japanese.ruby import Segment, joined, plain

EQUAL = (Segment("対等", "たいとう"), Segment("な"), Segment("人", "にん"))


def test_a_word_is_read_otherwise() -> None:
    assert edited(EQUAL, [Edit(3, (Segment("人", "ひと"),))]) == (*EQUAL[:2], Segment("人", "ひと"))


def test_a_sign_is_never_cut_out_of_a_word() -> None:
    assert edited(EQUAL, [Edit(1, (Segment("等", "など"),))]) == EQUAL
    assert edited(EQUAL, [Edit(0, (Segment("対", "つい"),))]) == EQUAL


def test_the_first_of_two_changes_at_the_same_place_holds() -> None:
    edits = [Edit(3, (Segment("人", "ひと"),)), Edit(3, (Segment("人", "じん"),))]

    assert edited(EQUAL, edits)[-1] == Segment("人", "ひと")


def test_a_change_that_asks_for_two_words_leaves_one_word_alone() -> None:
    ten = (Segment("十分", "じゅうぶん"),)

    assert edited(ten, [Edit(0, (Segment("十分", "じゅっぷん"),), 1)]) == ten
    assert edited((Segment("十", "じゅう"), Segment("分", "ふん")), [Edit(0, (Segment("十分", "じゅっぷん"),), 1)]) == (
        Segment("十分", "じゅっぷん"),
    )


_SEGMENTS = st.lists(
    st.one_of(
        st.builds(Segment, st.text("あ1 ", max_size=3)),
        st.builds(Segment, st.text("漢字", min_size=1, max_size=3), st.just("か")),
    )
).map(joined)


@given(_SEGMENTS, st.data())
def test_the_text_stays_whatever_is_changed(ruby: tuple[Segment, ...], data: st.DataObject) -> None:
    text = plain(ruby)
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(1, 3)), max_size=5))
    edits = [
        Edit(start, (Segment(text[start : start + size], "よ"),)) for start, size in spans if start + size <= len(text)
    ]

    assert plain(edited(ruby, edits)) == text
