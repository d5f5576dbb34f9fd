"""Source + errata = page: applying what is recorded to the words of a source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.expected import Change, apply_changes, edit_change, level, mark_change, units
from macros.model.findings import Place
from macros.model.sources import DraftMark, Edit

HERE = Place("data/errata.yml", 5)


def change(line: int, old: str, new: str) -> Change:
    """A change, wherever it is asked for."""
    return Change(line, old, new, HERE)


def applied(text: str, *changes: Change) -> str:
    """The text after changes that all fit."""
    said, findings = apply_changes(text, changes, "a.txt")
    assert findings == ()
    return said


@given(st.text())
def test_applying_no_change_leaves_every_text_as_it_is(text: str) -> None:
    assert apply_changes(text, [], "a.txt") == (text, ())


def test_a_change_is_made_on_its_own_line_only() -> None:
    assert applied("中公\n中公\n中公", change(2, "中公", "公共")) == "中公\n公共\n中公"


def test_the_order_in_which_changes_are_recorded_does_not_matter() -> None:
    changes = [change(1, "一", "壱"), change(2, "二", "弐"), change(3, "三", "参")]

    assert applied("一\n二\n三", *changes) == applied("一\n二\n三", *reversed(changes)) == "壱\n弐\n参"


def test_a_change_over_several_lines_joins_them() -> None:
    text = "前\n力を合わ\n\nせることです。\n後"

    assert applied(text, change(2, "力を合わ\n\nせる", "力を合わせる")) == "前\n力を合わせることです。\n後"


def test_lines_below_a_joined_one_keep_their_own_numbers() -> None:
    text = "一\n二の\n\n続き\n五"

    assert applied(text, change(2, "二の\n\n続き", "二の続き"), change(5, "五", "ご")) == "一\n二の続き\nご"


def test_a_mark_inside_a_joined_line_is_taken_out_first() -> None:
    bold = mark_change(DraftMark(line=3, kind="bold", section="igi", text="太い"), HERE)

    assert applied("前の\n\n**太い**続き", change(1, "前の\n\n太い", "前の太い"), bold) == "前の太い続き"


def test_a_mark_inside_a_corrected_sentence_of_the_same_line_is_found_in_what_is_left() -> None:
    bold = mark_change(DraftMark(line=1, kind="bold", section="igi", text="情報"), HERE)

    assert applied("中公は**情報**です", bold, change(1, "中公は**情報**", "公共は**情報**")) == "公共は情報です"


def test_a_line_may_be_split_and_words_may_be_dropped() -> None:
    assert applied("一二", change(1, "一二", "一\n二")) == "一\n二"
    assert applied("<ul>一", change(1, "<ul>", "")) == "一"


def test_bold_is_unwrapped_and_struck_words_go() -> None:
    bold = DraftMark(line=1, kind="bold", section="igi", text="太い")
    struck = DraftMark(line=1, kind="strike", section="igi", text="消す")

    assert applied("**太い**字と~~消す~~字", mark_change(bold, HERE), mark_change(struck, HERE)) == "太い字と字"


def test_an_edit_is_a_change_of_its_line() -> None:
    assert edit_change(Edit(line=4, source="中公", reading="公共"), HERE) == change(4, "中公", "公共")


@pytest.mark.parametrize(
    "wrong",
    [
        change(1, "ない", "ある"),
        change(2, "一", "壱"),
        change(0, "一", "壱"),
        change(9, "一", "壱"),
        change(1, "の", "之"),
        change(1, "一の二の\n\n三", "x"),
        change(2, "三\n四", "x"),
    ],
)
def test_a_change_that_does_not_fit_exactly_once_is_refused_and_nothing_is_guessed(wrong: Change) -> None:
    text = "一の二の\n三"

    said, (found,) = apply_changes(text, [wrong], "data/sources/a.txt")

    assert said == text
    assert (found.code, found.place) == ("S002", HERE)
    assert f"data/sources/a.txt）の{wrong.line}行" in found.message


def test_the_other_changes_are_made_although_one_is_refused() -> None:
    said, findings = apply_changes("一\n二", [change(1, "ない", ""), change(2, "二", "弐")], "a.txt")

    assert (said, len(findings)) == ("一\n弐", 1)


def test_a_refused_change_shows_breaks_and_tabs() -> None:
    _, (found,) = apply_changes("一", [change(1, "一\t二\n三", "x")], "a.txt")

    assert "「一⇥二⏎三」" in found.message


@given(st.lists(st.text("一二三あい", min_size=1, max_size=5), min_size=1, max_size=6), st.data())
def test_a_change_and_its_reverse_give_the_text_back(lines: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(lines)))
    old = lines[number - 1]

    there = applied("\n".join(lines), change(number, old, "※新"))

    assert applied(there, change(number, "※新", old)) == "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("一行目\n二行目", ["一行目", "二行目"]),
        ("題\t2～3", ["題", "2～3"]),
        ("領域\t\tB\t", ["領域", "B"]),
        ("市民¹と市¹²は", ["市民¹と市¹²は"]),
        ("¹ 市民とは", ["¹市民とは"]),
        ("令和5年\xa0月  改定", ["令和5年 月 改定"]),
        ("全角　の空き", ["全角　の空き"]),
    ],
)
def test_a_unit_is_a_line_or_a_filled_cell(text: str, expected: list[str]) -> None:
    assert list(units(text)) == expected


@given(st.text())
def test_a_levelled_text_stays_the_same_when_levelled_again(text: str) -> None:
    assert level(level(text)) == level(text)
