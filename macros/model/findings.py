"""Findings: what a check reports, with its place, its wording and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a file."""

    file: str
    """Path from the root, with `/`."""
    line: int = 1
    """From 1; 1 for a whole file."""
    column: int = 1
    """From 1, in code points; 1 for a whole file."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person has to look at."""

    code: str
    """Code in the catalogue."""
    severity: Severity
    """Errors stop the build; warnings and notices do not."""
    place: Place
    """Where it is."""
    message: str
    """What is the matter, in Japanese."""
    fix: str
    """How to mend it, in Japanese."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Key of the order in which findings are printed."""
        return (self.place.file, self.place.line, self.place.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the catalogue of codes."""

    code: str
    """`Y002`."""
    severity: Severity
    """Severity of every finding with this code."""
    title: str
    """Headline, for the page 検査の一覧."""
    about: str
    """What the check looks at and why."""
    message: str
    """Wording of the message; names in braces are filled in."""
    fix: str
    """Wording of the fix; names in braces are filled in."""


@cache
def catalogue() -> dict[str, Entry]:
    """The catalogue of codes, in its own order (`macros/model/catalogue.yml`)."""
    text = files("macros.model").joinpath("catalogue.yml").read_text(encoding="utf-8")
    entries = [Entry(**entry) for entry in yaml.safe_load(text)]
    return {entry.code: entry for entry in entries}


def finding(code: str, place: Place, **values: object) -> Finding:
    """A finding in the words of the catalogue.

    Args:
        code: a code of the catalogue.
        place: where it is.
        values: what the wording names in braces.

    Raises:
        KeyError: for a code that is not in the catalogue, or a name that is missing in `values`.
    """
    entry = catalogue()[code]
    message = entry.message.format_map(values)
    return Finding(code, entry.severity, place, message, entry.fix.format_map(values))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sorted by file, line, column, code; the same finding only once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda found: found.order))


def has_error(findings: Iterable[Finding]) -> bool:
    """True if one of them stops the build."""
    return any(found.severity == "error" for found in findings)
