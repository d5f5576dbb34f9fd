"""Every case of `tests/cases/comparison`: these marks, classes and flags inside a pair of texts.

A case file:

    about: 一文で、どの決まりを確かめるか。
    cases:
      - shows: この例で何が分かるか。
        type: paragraph               # or item, row, note, figure
        old: "市の状況です。"           # of a row: the list of its cells
        new: "市の情勢です。"
        marks: "市の[-状況-]{+情勢+}です。"
        classes: [wording]            # left out where the case does not judge them
        flags: []
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.comparison.compare import compare
from macros.comparison.rules import Rules
from macros.comparison.script import BlockChange
from macros.model.html_blocks import HtmlBlock
from tests.comparison.texts import heading, text_of
from tests.paths import ROOT

FOLDER = ROOT / "tests" / "cases" / "comparison"

KEYS = {"shows", "type", "old", "new", "marks", "classes", "flags"}

_SIGNS = re.compile(r"\[-|-\]|\{\+|\+\}")


def read_cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and content of each case."""
    for path in sorted(FOLDER.glob("*.yml")):
        for number, case in enumerate(_read(path)["cases"], start=1):
            yield f"{path.stem}-{number}", case


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


CASES = dict(read_cases())


def text(value: str | list[str]) -> str:
    """The words of a block; the cells of a row are joined as a revision joins them."""
    return value if isinstance(value, str) else "\t".join(value)


def compared(case: dict[str, Any], rules: Rules) -> BlockChange:
    """The one block of the case in a section of its own, compared."""
    sides = [
        text_of(
            revision, [heading("shushi", "趣旨"), HtmlBlock(case.get("type", "paragraph"), text(case[side]), name="a")]
        )
        for revision, side in (("h25", "old"), ("r5", "new"))
    ]
    found = [one for one in compare(sides[0], sides[1], rules).blocks if one.type != "heading"]
    assert len(found) == 1, "the two texts were not taken for one another"
    return found[0]


def redline(change: BlockChange) -> str:
    """The marks as text; variants of width and spacing are shown as they read now."""
    drawn = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    shown = [
        ("equal" if span.variant else span.kind, span.text)
        for span in change.spans
        if not (span.variant and span.kind == "delete")
    ]
    runs = [(kind, "".join(text for _, text in run)) for kind, run in groupby(shown, key=lambda one: one[0])]
    return "".join(drawn[kind].format(words) for kind, words in runs)


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_marked_and_weighed_as_it_says(name: str, rules: Rules) -> None:
    case = CASES[name]

    change = compared(case, rules)

    assert redline(change) == text(case["marks"])
    assert list(change.classes) == case.get("classes", list(change.classes))
    assert list(change.flags) == case.get("flags", list(change.flags))


@pytest.mark.parametrize("name", CASES)
def test_the_marks_of_a_case_fit_its_two_texts(name: str) -> None:
    case = CASES[name]
    marks = text(case["marks"])

    assert set(case) <= KEYS
    assert _SIGNS.sub("", re.sub(r"(?s)\{\+.*?\+\}", "", marks)) == text(case["old"]) or "width" in name
    assert _SIGNS.sub("", re.sub(r"(?s)\[-.*?-\]", "", marks)) == text(case["new"])


def test_each_file_says_what_it_is_about() -> None:
    files = sorted(FOLDER.glob("*.yml"))

    assert len(files) > 8
    assert all(_read(path)["about"].endswith("。") for path in files)
