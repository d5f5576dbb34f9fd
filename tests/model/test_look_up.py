"""Approved readings at their places: of whole sentences, and of forms with what fills them."""

from collections import Counter

import pytest

from macros.model.approved import ApprovedReadings
from macros.model.look_up import lines_for, look_up
from macros.model.readings import parse_readings
from macros.model.text_file import TextFile

HEAD = "# 読みを確かめた人：試験\n"


def approved(*lines: str) -> ApprovedReadings:
    """Approved lines of one file."""
    source = parse_readings(TextFile("data/readings/index.txt", HEAD + "".join(f"{line}\n" for line in lines)))
    assert source.findings == ()
    return ApprovedReadings((source,))


def shown(text: str, readings: ApprovedReadings) -> list[str]:
    """Words with readings, as they stand in the text."""
    return [f"{text[one.start : one.end]}={one.reading}" for one in look_up(text, readings).readings]


def test_each_sentence_is_looked_up_whole_with_the_spaces_around_it() -> None:
    readings = approved("今日《こんにち》、町《まち》は。", "市《し》")

    assert shown(" 今日、町は。 市", readings) == ["今日=こんにち", "町=まち", "市=し"]


def test_a_sentence_without_a_line_has_no_readings_and_is_told_once() -> None:
    found = look_up("町は。町は。", approved("市《し》"))

    assert found.readings == ()
    assert found.missing == ("町は。",)


def test_a_form_serves_whatever_is_filled_in() -> None:
    readings = approved("変更《へんこう》0 「」が「」に変《か》わりました。", "等《とう》", "今後《こんご》も")

    assert shown("変更12 「等」が「今後も」に変わりました。", readings) == [
        "変更=へんこう",
        "等=とう",
        "今後=こんご",
        "変=か",
    ]
    assert look_up("変更7 「市」が「など」に変わりました。", readings).missing == ("市",)


def test_the_whole_sentence_goes_before_its_form() -> None:
    readings = approved("「」の方《かた》", "「右」の方《ほう》".replace("右", "右《みぎ》"), "左《ひだり》")

    assert shown("「右」の方", readings) == ["右=みぎ", "方=ほう"]
    assert shown("「左」の方", readings) == ["左=ひだり", "方=かた"]


@pytest.mark.parametrize("date", ["3日", "｜3日《みっか》"])
def test_a_reading_that_takes_in_a_number_is_never_lent_to_another_number(date: str) -> None:
    readings = approved("｜3日《みっか》") if "《" in date else approved("｜20日《はつか》")

    assert shown("4日", readings) == []


def test_the_second_reading_is_for_the_second_time() -> None:
    readings = approved("今日《こんにち》は", "@2 今日《きょう》は")
    seen: Counter[str] = Counter()

    def nth(sentence: str) -> int:
        seen[sentence] += 1
        return seen[sentence]

    first, second = (look_up("今日は", readings, nth).readings[0].reading for _ in range(2))

    assert (first, second) == ("こんにち", "きょう")


def test_a_sentence_needs_the_lines_of_its_form_and_of_what_fills_it() -> None:
    assert list(lines_for("変更3 「市は。町は「国」です。」が、なくなりました。")) == [
        "変更0 「」が、なくなりました。",
        "市は。",
        "町は「」です。",
        "国",
    ]


def test_a_quoted_fragment_takes_the_readings_of_the_sentences_that_hold_it() -> None:
    readings = approved("「」です", "町《まち》の方《ほう》を見《み》た。")

    assert shown("「の方を見」です", readings) == ["方=ほう", "見=み"]
    assert look_up("の方を見", readings).missing == ("の方を見",)


@pytest.mark.parametrize(
    "other",
    ["「」です", "人《ひと》の方《かた》を見《み》る。"],
    ids=["one reading", "two readings"],
)
def test_a_fragment_that_is_read_in_two_ways_is_left_to_a_person(other: str) -> None:
    readings = approved("「」です", "町《まち》の方《ほう》を見《み》た。", *({other} - {"「」です"}))

    assert look_up("「の方を見」です", readings).missing == (() if other == "「」です" else ("の方を見",))


def test_a_fragment_that_cuts_a_word_or_is_a_word_alone_is_left_to_a_person() -> None:
    readings = approved("「」です", "市民活動団体《しみんかつどうだんたい》を見《み》た。")

    assert look_up("「活動団体」です", readings).missing == ("活動団体",)
    assert look_up("「見」です", readings).missing == ("見",)


def test_a_form_may_join_clauses_of_approved_forms() -> None:
    readings = approved(
        "「」が「」に変《か》わり、「」がなくなりました。", "「」が加《くわ》わり、「」が変《か》わりました。"
    )

    assert shown("「ア」が加わり、「イ」がなくなりました。", readings) == ["加=くわ"]
    assert look_up("「ア」が加わり、「イ」が消えました。", readings).missing == ("「」が加わり、「」が消えました。",)
