"""The notation of readings: writing and parsing invert each other, and every slip is told with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.japanese.notation import Slip, parse, write
from macros.japanese.ruby import Ruby, Segment, joined, plain

_TEXT = st.text("あア漢字々ヶ〆5｜《》、 !#@\\髙𠮷〇", max_size=6)
_BASE = st.one_of(
    st.text("漢字々髙𠮷", min_size=1, max_size=3), st.sampled_from(["4日", "２４日", "ヶ月", "1人", "葛\U000e0100"])
)
_RUBY = st.lists(
    st.one_of(st.builds(Segment, _TEXT), st.builds(Segment, _BASE, st.text("あかーゖぁ", min_size=1, max_size=4))),
    max_size=6,
).map(joined)


@given(_RUBY)
def test_what_is_written_is_read_back(ruby: Ruby) -> None:
    assert parse(write(ruby)) == (ruby, ())


@given(st.text("あ漢字5｜《》か"))
def test_a_line_without_slips_is_written_back_to_the_same_readings(line: str) -> None:
    ruby, slips = parse(line)

    if not slips:
        assert parse(write(ruby)) == (ruby, ())


@given(st.text())
def test_any_line_can_be_parsed(line: str) -> None:
    parse(line)


@pytest.mark.parametrize(
    ("line", "ruby"),
    [
        ("協働《きょうどう》とは", (Segment("協働", "きょうどう"), Segment("とは"))),
        ("市民｜団体《だんたい》", (Segment("市民"), Segment("団体", "だんたい"))),
        ("3月｜4日《よっか》", (Segment("3月"), Segment("4日", "よっか"))),
        ("《《案《あん》》》", (Segment("《"), Segment("案", "あん"), Segment("》"))),
        ("｜｜", (Segment("｜"),)),
        ("3ヶ月《かげつ》", (Segment("3"), Segment("ヶ月", "かげつ"))),
        ("", ()),
    ],
)
def test_lines_of_the_notation(line: str, ruby: Ruby) -> None:
    assert parse(line) == (ruby, ())


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("協働《きょうどう", Slip("unclosed", 2, "《")),
        ("協働きょうどう》と", Slip("unopened", 7, "》")),
        ("協働《キョウドウ》", Slip("reading", 3, "キョウドウ")),
        ("協働《協どう》", Slip("reading", 3, "協どう")),
        ("協働《》", Slip("reading", 3, "")),
        ("《きょうどう》とは", Slip("no base", 0, "")),
        ("とは《とは》", Slip("no base", 2, "とは")),
        ("｜とは《とは》", Slip("base", 1, "とは")),
        ("｜5つ《いつつ》", Slip("base", 1, "5つ")),
        ("｜《か》", Slip("base", 1, "")),
        ("｜協働とは", Slip("bar", 0, "協働とは")),
        ("｜協｜働《どう》", Slip("bar", 0, "協")),
    ],
)
def test_a_slip_is_told_with_its_place(line: str, slip: Slip) -> None:
    _, slips = parse(line)

    assert slips == (slip,)


def test_the_text_of_a_line_with_slips_is_still_there() -> None:
    assert plain(parse("協働《キョウドウ》とは")[0]) == "協働とは"
