"""What GitHub shows of findings: annotations at lines, and a summary; both have limits past which GitHub drops them."""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from macros.model.findings import Finding
from macros.model.one_line import one_line

MOST_ANNOTATIONS = 10
"""Of each severity in a step; GitHub drops the eleventh error without a word (and what passes 50 in a run)."""

LARGEST_SUMMARY = 1024 * 1024
"""Bytes of a step's summary; a longer one is not shown at all."""

_ROOM = 1024
"""Bytes kept free for the sentence that says that something was cut."""

_SEVERITIES = ("error", "warning", "notice")
"""The most important first."""

_BREAKS = {"\r": "%0D", "\n": "%0A"}

_MARKUP = re.compile(r"[!-+:-@\[-`{-~]|\.(?=\w)(?<=www\.)", re.IGNORECASE)
"""Signs with a meaning in Markdown or HTML, and the dot after `www`; those of a path stay as they are."""


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow annotations, which appear at the line of a pull request: as many as GitHub takes, then how many more."""
    by_severity = {name: [one for one in findings if one.severity == name] for name in _SEVERITIES}
    shown = [one for found in by_severity.values() for one in found[:MOST_ANNOTATIONS]]
    if left := len(findings) - len(shown):
        kept = by_severity["notice"][: MOST_ANNOTATIONS - 1]  # the sentence itself is a notice
        shown = [one for one in shown if one.severity != "notice"] + kept
        left = len(findings) - len(shown)
    rest = f"::notice title=検査::ほか{left}件は、この実行のまとめ（Summary）にあります。\n" if left else ""
    return "".join(map(_annotation, shown)) + rest


def _annotation(one: Finding) -> str:
    return (
        f"::{one.severity} file={_property(one.place.file)},line={one.place.line},col={one.place.column},"
        f"title={_property(one.code)}::{_data(one.message + ' ' + one.fix)}\n"
    )


def _data(text: str) -> str:
    """Escape as GitHub's workflow commands ask for."""
    lines = re.split("([\r\n])", text.replace("%", "%25"))
    return "".join(_BREAKS.get(line) or one_line(line) for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(findings: Sequence[Finding], count: Callable[[Sequence[Finding]], str], room: int = LARGEST_SUMMARY) -> str:
    """All findings as Markdown, the most important first, cut after a whole row where there is no more room.

    Args:
        findings: what was found.
        count: says in a sentence how many there are.
        room: bytes that the summary may have.
    """
    head = f"## 検査の結果\n\n{count(findings)}\n\n"
    if not findings:
        return head
    head += "| 場所 | 知らせ | 直し方 | 符号 |\n| --- | --- | --- | --- |\n"
    rows = [_row(one) for one in sorted(findings, key=lambda one: _SEVERITIES.index(one.severity))]
    left, kept = room - _ROOM - len(head.encode()), 0
    for row in rows:
        left -= len(row.encode())
        if left < 0:
            break
        kept += 1
    told = f"\nほか{len(rows) - kept}件は、長くなるので載せていません。shishin check で見てください。\n"
    return head + "".join(rows[:kept]) + (told if kept < len(rows) else "")


def _row(one: Finding) -> str:
    return f"| {cell(one.place.file)} {one.place.line}行 | {cell(one.message)} | {cell(one.fix)} | {one.code} |\n"


def cell(text: str) -> str:
    """Words as they are: nothing in them is Markdown, an element, an address or a name that GitHub links."""
    plain = _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", one_line(text))
    return f"<code>{plain}</code>"


def room_left() -> int:
    """Bytes that may still be added to this step's summary."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    there = Path(path).stat().st_size if path and Path(path).exists() else 0
    return max(0, LARGEST_SUMMARY - there)


def add_to_summary(text: str) -> None:
    """Add to the file that GitHub names; elsewhere nothing is written."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as out:
            out.write(text)
