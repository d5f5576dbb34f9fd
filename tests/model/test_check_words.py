"""Words in data and in our own sentences."""

import pytest

from macros.model.check_words import texts_of, wrong_dates


@pytest.mark.parametrize(
    "text",
    [
        "令和5年（2023年）9月15日（水曜日）",
        "令和5年（2022年）9月15日（金曜日）",
        "令和5年（2022年）",
        "令和5年（2022年）9月",
        "令和5年9月15日（水）",
        "令和5年2月30日",
        "平成31年（2018年）",
        "令和元年4月30日",
        "平成31年5月1日",
        "令和4年度（2023年度）",
    ],
)
def test_a_date_that_contradicts_the_calendar_or_itself_is_told(text: str) -> None:
    assert [one.text for one in wrong_dates(f"市は、{text}に募集します。")] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "令和5年（2023年）9月15日（金曜日）",
        "令和5年9月15日（金）",
        "令和5年",
        "令和4年度（2022年度）",
        "平成31年（2019年）4月30日（火曜日）",
        "令和元年（2019年）5月1日（水曜日）",
        "昭和64年1月7日（土曜日）",
        "令和5年 月",
        "2023年9月15日（水曜日）",
        "大正10年（1921年）",
    ],
)
def test_a_right_date_is_left_alone(text: str) -> None:
    assert list(wrong_dates(text)) == []


def test_every_text_of_a_file_is_found_with_its_path_and_keys_are_left_out() -> None:
    value = {"a": "一", "b": [{"c": "二"}, 3, None, True], "d": {"e": {"f": "三"}}}

    assert list(texts_of(value)) == [(("a",), "一"), (("b", 0, "c"), "二"), (("d", "e", "f"), "三")]
