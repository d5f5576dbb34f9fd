"""Marks stay readable: hardly an island of common text, hardly an unchanged character painted as changed."""

from difflib import SequenceMatcher
from itertools import groupby

import pytest

from macros.comparison.compare import compare
from macros.comparison.rules import Rules
from macros.comparison.script import BlockChange, Span
from macros.model.project import Project

NINE = ((33, 28), (34, 29), (35, 30), (36, 31), (37, 32), (38, 33), (44, 98), (45, 99), (128, 144))
"""Nine passages of sections that both drafts share, one of them identical: 趣旨, 市の現状, 4つの方針."""


@pytest.fixture(scope="module")
def paragraphs(project: Project, rules: Rules) -> list[BlockChange]:
    """Paragraphs that stand on both sides."""
    script = compare(project.texts["h25"], project.texts["r5"], rules)
    return [one for one in script.blocks if one.type == "paragraph" and one.old and one.new]


def islands(spans: tuple[Span, ...]) -> list[str]:
    """Common text of one or two characters between two changes."""
    return [one.text for one in spans[1:-1] if one.kind == "equal" and len(one.text) <= 2]


def repainted(spans: tuple[Span, ...]) -> int:
    """Characters of common stretches of two or more inside a change."""
    count = 0
    for is_equal, run in groupby(spans, key=lambda span: span.kind == "equal"):
        held = list(run)
        deleted, inserted = ("".join(one.text for one in held if one.kind == kind) for kind in ("delete", "insert"))
        blocks = SequenceMatcher(None, deleted, inserted, autojunk=False).get_matching_blocks()
        count += 0 if is_equal else sum(block.size for block in blocks if block.size >= 2)
    return count


def nine(paragraphs: list[BlockChange]) -> list[BlockChange]:
    """The nine passages."""
    return [one for one in paragraphs if (one.old[0].at, one.new[0].at) in NINE]


def test_the_nine_passages_are_there(paragraphs: list[BlockChange]) -> None:
    assert [(one.old[0].at, one.new[0].at) for one in nine(paragraphs)] == sorted(NINE, key=lambda pair: pair[1])


def test_at_most_two_islands_are_left_in_all_paragraphs(paragraphs: list[BlockChange]) -> None:
    found = [island for one in paragraphs for island in islands(one.spans)]

    assert len(found) <= 2, found


def test_at_most_twenty_unchanged_characters_of_the_nine_passages_are_painted(paragraphs: list[BlockChange]) -> None:
    assert sum(repainted(one.spans) for one in nine(paragraphs)) <= 20


def test_painting_whole_paragraphs_would_break_the_budget(paragraphs: list[BlockChange]) -> None:
    whole = [(Span("delete", one.old[0].text), Span("insert", one.new[0].text)) for one in nine(paragraphs)]

    assert sum(repainted(spans) for spans in whole) > 500


def test_comparing_single_characters_would_break_the_budget(paragraphs: list[BlockChange]) -> None:
    count = 0
    for one in nine(paragraphs):
        codes = SequenceMatcher(None, one.old[0].text, one.new[0].text, autojunk=False).get_opcodes()
        count += sum(tag == "equal" and end - start <= 2 for tag, start, end, _, _ in codes[1:-1])

    assert count > 2
