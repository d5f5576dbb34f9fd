"""Scalar types of the data files, and the rules that ids follow."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Strict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
"""Id of a section, row, group, source …: never depends on a printed number."""

RevisionId = Annotated[str, StringConstraints(pattern=r"^[a-z]+[0-9]+$")]
"""Id of a revision: `h19`, `r5`."""

Text = Annotated[str, StringConstraints(min_length=1)]
"""A text that may not be empty."""

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>]+$")]
"""An absolute web address."""

SourceFile = Annotated[str, StringConstraints(pattern=r"^data/sources/[a-z0-9-]+\.txt$")]
"""Path of a kept source text: never out of the tree."""

Day = Annotated[date, Strict()]
"""A calendar day, written `2023-09-15` in the data file."""

Count = Annotated[int, Strict()]
"""A whole number."""

Flag = Annotated[bool, Strict()]
"""`true` or `false`."""

Precision = Literal["day", "month", "year", "fiscal-year"]
"""How exact a date is: a fiscal year runs from April of the given year."""
