"""Era dates: read as written, printed for readers, checked against the calendar."""

from datetime import date, timedelta

import pytest

from macros.japanese.era import (
    ERAS,
    WEEKDAYS,
    era_of,
    find_era_dates,
    print_day,
    print_fiscal_year,
    print_month,
    print_year,
)

FIRST = date(1912, 7, 30)
"""大正元年."""


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("令和5年9月15日", "2023-09-15"),
        ("令和5年9月", "2023-09"),
        ("令和5年", "2023"),
        ("令和元年5月1日", "2019-05-01"),
        ("令和1年5月1日", "2019-05-01"),
        ("平成31年4月30日", "2019-04-30"),
        ("平成元年1月8日", "1989-01-08"),
        ("昭和64年1月7日", "1989-01-07"),
        ("昭和元年12月25日", "1926-12-25"),
        ("平成 24 年 3月 1日", "2012-03-01"),
        ("令和５年９月", "2023-09"),
        ("令和5年 月", "2023"),
        ("令和5年12月改訂予定", "2023-12"),
        ("令和5年（2023年）9月15日（金曜日）", "2023-09-15"),
        ("令和5年9月15日（金）", "2023-09-15"),
        ("平成22年度", "2010"),
        ("令和元年度（2019年度）", "2019"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(text: str, iso: str) -> None:
    assert [one.iso for one in find_era_dates(text)] == [iso]


@pytest.mark.parametrize("text", ["", "2023年9月15日", "令和5", "令和の5年", "5年度", "慶応3年", "令和100年"])
def test_what_is_no_date_of_a_known_era_is_left_alone(text: str) -> None:
    assert find_era_dates(text) == []


def test_all_parts_of_a_date_are_kept() -> None:
    (found,) = find_era_dates("市は、令和5年（2023年）9月15日（金曜日）に募集します。")

    assert (found.start, found.text) == (3, "令和5年（2023年）9月15日（金曜日）")
    assert (found.era, found.era_year, found.year, found.western) == ("令和", 5, 2023, 2023)
    assert (found.month, found.day, found.weekday, found.fiscal) == (9, 15, "金", False)
    assert found.as_day() == date(2023, 9, 15)


def test_a_fiscal_year_is_told_from_a_year() -> None:
    assert [one.fiscal for one in find_era_dates("平成23年度と平成23年と令和4年度（2022年度）")] == [True, False, True]


def test_the_western_year_is_kept_as_printed_even_if_it_contradicts_the_era() -> None:
    (found,) = find_era_dates("令和5年（2022年）")

    assert (found.year, found.western) == (2023, 2022)


def test_several_dates_are_found_in_order_with_their_places() -> None:
    text = "平成31年3月4日から、令和元年5月1日まで"

    found = find_era_dates(text)

    assert [text[one.start :].startswith(one.text) for one in found] == [True, True]
    assert [one.iso for one in found] == ["2019-03-04", "2019-05-01"]


@pytest.mark.parametrize("text", ["令和5年2月30日", "令和5年13月1日", "令和5年0月1日", "平成31年4月31日"])
def test_a_day_that_no_calendar_has_is_no_day(text: str) -> None:
    assert [one.as_day() for one in find_era_dates(text)] == [None]


@pytest.mark.parametrize("text", ["令和5年", "令和5年9月"])
def test_a_date_without_a_day_is_no_day(text: str) -> None:
    assert [one.as_day() for one in find_era_dates(text)] == [None]


@pytest.mark.parametrize(
    ("day", "era"),
    [
        (date(2019, 5, 1), ("令和", 1)),
        (date(2019, 4, 30), ("平成", 31)),
        (date(1989, 1, 8), ("平成", 1)),
        (date(1989, 1, 7), ("昭和", 64)),
        (date(1926, 12, 25), ("昭和", 1)),
        (date(1926, 12, 24), ("大正", 15)),
        (date(1912, 7, 30), ("大正", 1)),
        (date(1912, 7, 29), ("明治", 45)),
    ],
)
def test_an_era_holds_from_its_first_day(day: date, era: tuple[str, int]) -> None:
    assert era_of(day) == era


def test_a_day_before_the_known_eras_is_refused() -> None:
    with pytest.raises(ValueError, match="1868-01-24"):
        era_of(date(1868, 1, 24))


def test_each_era_begins_after_the_next_older_one() -> None:
    firsts = [first for _, first in ERAS]

    assert firsts == sorted(firsts, reverse=True)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (print_day(date(2023, 9, 15)), "令和5年（2023年）9月15日（金曜日）"),
        (print_day(date(2019, 4, 30)), "平成31年（2019年）4月30日（火曜日）"),
        (print_day(date(2019, 5, 1)), "令和元年（2019年）5月1日（水曜日）"),
        (print_day(date(1989, 1, 7)), "昭和64年（1989年）1月7日（土曜日）"),
        (print_month(2007, 8), "平成19年（2007年）8月"),
        (print_month(2019, 4), "平成31年（2019年）4月"),
        (print_month(2019, 5), "令和元年（2019年）5月"),
        (print_month(1989, 1), "平成元年（1989年）1月"),
        (print_year(2023), "令和5年（2023年）"),
        (print_year(2019), "令和元年（2019年）"),
        (print_year(2018), "平成30年（2018年）"),
        (print_year(1989), "平成元年（1989年）"),
        (print_fiscal_year(2022), "令和4年度（2022年度）"),
        (print_fiscal_year(2019), "令和元年度（2019年度）"),
        (print_fiscal_year(2018), "平成30年度（2018年度）"),
        (print_fiscal_year(1988), "昭和63年度（1988年度）"),
        (print_year(1921), "大正10年（1921年）"),
        (print_year(1860), "1860年"),
        (print_month(1860, 3), "1860年3月"),
        (print_fiscal_year(1860), "1860年度"),
    ],
)
def test_a_date_is_printed_with_era_western_year_and_weekday(printed: str, expected: str) -> None:
    assert printed == expected


def test_every_printed_day_is_read_back_as_the_same_day_with_its_weekday() -> None:
    days = (date(2050, 12, 31) - FIRST).days + 1

    for day in (FIRST + timedelta(number) for number in range(days)):
        (found,) = find_era_dates(print_day(day))
        assert (found.as_day(), found.western, found.weekday) == (day, day.year, WEEKDAYS[day.weekday()])
        assert (found.era, found.era_year) == era_of(day)


def test_every_printed_month_year_and_fiscal_year_is_read_back() -> None:
    for year in range(1912, 2051):
        assert [one.iso for one in find_era_dates(print_year(year))] == [f"{year}"]
        (fiscal,) = find_era_dates(print_fiscal_year(year))
        assert (fiscal.year, fiscal.western, fiscal.fiscal) == (year, year, True)
        for month in range(1, 13):
            assert [one.iso for one in find_era_dates(print_month(year, month))] == [f"{year}-{month:02}"]


@pytest.mark.parametrize(
    ("text", "in_era"),
    [
        ("平成31年4月30日", True),
        ("平成31年5月1日", False),
        ("令和元年5月1日", True),
        ("令和元年4月30日", False),
        ("昭和64年1月7日", True),
        ("昭和64年1月8日", False),
        ("平成元年1月7日", False),
        ("平成40年", True),
    ],
)
def test_a_day_outside_its_era_is_told_from_one_inside(text: str, in_era: bool) -> None:
    """Without a day nothing is said: 平成40年 may be a plan that was made before the new era had a name."""
    assert [one.in_era for one in find_era_dates(text)] == [in_era]


def test_blanks_may_stand_between_number_and_sign() -> None:
    assert [one.iso for one in find_era_dates("平成 24 年 3 月 1 日")] == ["2012-03-01"]
