"""The grammar of printed numbers before headings: 第Ⅰ章, 1, (1), ①, ○, コラム."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(
    r"""^(?:
      (?P<chapter>第[0-9０-９一二三四五六七八九十ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]+[章節])[ 　]*
    | (?P<paren>[(（][0-9０-９]{1,2}[)）])[ 　]*
    | (?P<circled>[①-⑳])[ 　]*
    | (?P<bullet>[○●◆◇■□])(?![○●◆◇■□])[ 　]*
    | (?P<column>コラム)[：:][ 　]*
    | (?P<dotted>[0-9０-９]{1,2}[.．])(?![0-9０-９])[ 　]*
    | (?P<digits>[0-9０-９]{1,2})[ 　]+
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A printed heading cut into its number and its title."""

    number: str
    """Printed number, empty where there is none."""
    separator: str
    """What stands between number and title: so that the three parts join to the text exactly."""
    title: str
    """The title alone."""


def split_heading(text: str) -> Heading:
    """Cut a printed heading: `(1) 市の現状` → `(1)`, ` `, `市の現状`.

    A number that is part of the title stays there: `4つの方針` has no number.
    """
    match = _NUMBER.match(text)
    if match is None or match.end() == len(text):
        return Heading("", "", text)
    number = next(part for part in match.groups() if part)
    return Heading(number, text[len(number) : match.end()], text[match.end() :])
