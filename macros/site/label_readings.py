"""Readings of the labels of cells, which phones draw from an attribute, where no ruby can stand: 内容（ないよう）."""

import re
from html import escape, unescape

from macros.site.ruby import Lookup

_LABEL = re.compile(r' data-label="(?P<label>[^"]*)"')
_READING = re.compile(r' data-label-reading="[^"]*"')


def add_label_readings(page: str, lookup: Lookup) -> str:
    """The page with a second attribute beside each label that has readings; its words stay as they are."""
    return _LABEL.sub(lambda match: match[0] + _attribute(unescape(match["label"]), lookup), page)


def without_label_readings(page: str) -> str:
    """The page as it was before: `add_label_readings` undone."""
    return _READING.sub("", page)


def _attribute(label: str, lookup: Lookup) -> str:
    parts: list[str] = []
    at = 0
    for one in lookup(label).readings:
        parts.append(f"{label[at : one.end]}（{one.reading}）")
        at = one.end
    return f' data-label-reading="{escape("".join((*parts, label[at:])))}"' if parts else ""
