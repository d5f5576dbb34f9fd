"""Japanese era dates: read them as written, check them against the Gregorian calendar, print them."""

import re
from dataclasses import dataclass
from datetime import date

ERAS = (
    ("令和", date(2019, 5, 1)),
    ("平成", date(1989, 1, 8)),
    ("昭和", date(1926, 12, 25)),
    ("大正", date(1912, 7, 30)),
    ("明治", date(1868, 1, 25)),
)
"""Eras, newest first, with their first day."""

WEEKDAYS = "月火水木金土日"

_ERA_DATE = re.compile(
    r"(?P<era>令和|平成|昭和|大正|明治)\s*(?P<year>元|\d{1,2})\s*年(?P<fiscal>度)?"
    r"(?:（(?P<western>\d{4})年(?P<western_fiscal>度)?）)?"
    r"(?:\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日(?:（(?P<weekday>[月火水木金土日])(?:曜日?)?）)?)?)?"
)


@dataclass(frozen=True, slots=True)
class EraDate:
    """A date in the Japanese calendar, as far as it is written."""

    start: int
    """Offset of its first character in the text that was read."""
    text: str
    """The words themselves."""
    era: str
    """令和, 平成, 昭和, 大正, 明治."""
    era_year: int
    """Year of the era; 元年 is 1."""
    year: int
    """Gregorian year."""
    fiscal: bool
    """True for 年度: the fiscal year that begins in April of `year`."""
    western: int | None
    """Gregorian year printed beside it, if any."""
    month: int | None
    """1 to 12, none where it is not written."""
    day: int | None
    """1 to 31, none where it is not written."""
    weekday: str | None
    """Printed weekday, one character."""

    @property
    def iso(self) -> str:
        """The date as ISO 8601, as exact as it is written."""
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @property
    def in_era(self) -> bool:
        """False for a day that its era did not have: 平成31年5月1日."""
        day = self.as_day()
        return day is None or era_of(max(day, ERAS[-1][1])) == (self.era, self.era_year)

    def as_day(self) -> date | None:
        """The calendar day; none where month or day is missing or no such day exists."""
        if self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def find_era_dates(text: str) -> list[EraDate]:
    """All era dates in `text`, in order."""
    return [_from_match(match) for match in _ERA_DATE.finditer(text)]


def _from_match(match: re.Match[str]) -> EraDate:
    era_year = 1 if match["year"] == "元" else int(match["year"])
    first = dict(ERAS)[match["era"]].year
    return EraDate(
        start=match.start(),
        text=match[0],
        era=match["era"],
        era_year=era_year,
        year=first + era_year - 1,
        fiscal=match["fiscal"] is not None,
        western=int(match["western"]) if match["western"] else None,
        month=int(match["month"]) if match["month"] else None,
        day=int(match["day"]) if match["day"] else None,
        weekday=match["weekday"],
    )


def era_of(day: date) -> tuple[str, int]:
    """Era and year of the era of `day`.

    Raises:
        ValueError: for days before 明治 (1868-01-25).
    """
    for era, first in ERAS:
        if day >= first:
            return era, day.year - first.year + 1
    raise ValueError(day.isoformat())


def print_year(year: int) -> str:
    """`2023` → `令和5年（2023年）`: by the era that holds at the end of that year."""
    return _with_era(date(year, 12, 31), year)


def print_fiscal_year(year: int) -> str:
    """`2022` → `令和4年度（2022年度）`: by the era that holds on 1 May of that year."""
    return _with_era(date(year, 5, 1), year, "年度")


def print_day(day: date) -> str:
    """`2023-09-15` → `令和5年（2023年）9月15日（金曜日）`."""
    return f"{_with_era(day, day.year)}{day.month}月{day.day}日（{WEEKDAYS[day.weekday()]}曜日）"


def print_month(year: int, month: int) -> str:
    """`2007, 8` → `平成19年（2007年）8月`: by the era that holds on the 28th."""
    return f"{_with_era(date(year, month, 28), year)}{month}月"


def _with_era(day: date, year: int, unit: str = "年") -> str:
    """The year in both calendars; before 明治 in the western one alone."""
    try:
        era, era_year = era_of(day)
    except ValueError:
        return f"{year}{unit}"
    return f"{era}{'元' if era_year == 1 else era_year}{unit}（{year}{unit}）"
