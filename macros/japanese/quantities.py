"""Numbers with their counters, and dates: what a mark never cuts, and what a reader should see change."""

import re

DATE = re.compile(
    r"""(?:(?:明治|大正|昭和|平成|令和)\s?(?:元|[0-9０-９]{1,2})|[12][0-9]{3})\s?年度?
        (?:\s?[0-9０-９]{1,2}\s?月(?:\s?[0-9０-９]{1,2}\s?日)?)?
      | [0-9０-９]{1,2}月[0-9０-９]{1,2}日
      | (?<![A-Za-z])[MTSHR](?:元|[0-9]{1,2})(?![0-9A-Za-z])
    """,
    re.VERBOSE,
)
"""Years and days of an era or of the western calendar, with the short form H23."""

NUMBER = re.compile(
    r"第[0-9０-９一二三四五六七八九十百Ⅰ-Ⅻ]+[次回期章条号]|約?[0-9０-９]+(?:[,，.．][0-9０-９]+)*(?:[%％]|[割件人名団体歳代年月日回か箇所つ点組円校台本号位]+)?"
)
"""A number with what it counts."""

NAME = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9０-９.\-]*(?:[ ][A-Z][A-Za-z]*)*")
"""A word in Latin letters: NPO, Google Map."""

_PROTECTED = re.compile("|".join(one.pattern for one in (DATE, NUMBER, NAME)), re.VERBOSE)


def protected_stretches(text: str) -> list[tuple[int, int]]:
    """Start and end of every stretch that no mark may cut."""
    return [match.span() for match in _PROTECTED.finditer(text)]


def dates(text: str) -> list[str]:
    """Dates in a text, in order."""
    return DATE.findall(text)


def numbers(text: str) -> list[str]:
    """Numbers in a text that are no dates, in order."""
    return NUMBER.findall(DATE.sub(" ", text))
