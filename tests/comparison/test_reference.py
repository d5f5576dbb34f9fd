"""The reference cases made by hand: which sections belong together, and what a careful editor would mark."""

import sys

import pytest

from macros.comparison.script import EditScript
from tests.comparison.reference import (
    Case,
    leniently_right,
    marked_text,
    marks_problem,
    paths,
    plain,
    read_cases,
    strictly_right,
)

LEAST_SECTIONS = (44, 48)
"""Share of the section cases that must be right without ids."""

LEAST_MARKS = (32, 35)
"""Share of the marked paragraphs that must be right without ids."""


def section_cases() -> list[Case]:
    """Cases of `sections.json`."""
    return read_cases("sections.json")


def mark_cases() -> list[Case]:
    """Cases of `marks.json`."""
    return read_cases("marks.json")


def tell(lines: list[str]) -> None:
    """Say what a reader of the log should know of tests that pass (`pytest -rP`)."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def enough(right: int, of: int, least: tuple[int, int]) -> bool:
    """Whether the share that is right is at least the one asked for."""
    return right * least[1] >= of * least[0]


def test_the_sections_of_the_cases_are_found_by_their_place(with_ids: EditScript) -> None:
    for case in section_cases():
        for text, side in ((with_ids.old, "h25"), (with_ids.new, "r5")):
            for one in case[side]:
                found = text.section(paths(text)[one["id"]])

                assert found is not None
                assert plain(found.title) == plain(one["title"])


def test_with_ids_every_section_is_told_as_the_cases_do(with_ids: EditScript) -> None:
    cases = section_cases()
    lenient = [case["reason"] for case in cases if not strictly_right(case, with_ids)]
    tell([f"only by the lenient reading: {reason}" for reason in lenient])

    assert [case["reason"] for case in cases if not leniently_right(case, with_ids)] == []


def test_without_ids_nearly_every_section_is_told_as_the_cases_do(without_ids: EditScript) -> None:
    cases = section_cases()
    wrong = [case["reason"] for case in cases if not leniently_right(case, without_ids)]
    lenient = [case["reason"] for case in cases if not strictly_right(case, without_ids)]
    tell([f"only by the lenient reading: {reason}" for reason in lenient if reason not in wrong])

    assert enough(len(cases) - len(wrong), len(cases), LEAST_SECTIONS), wrong


def test_with_ids_every_paragraph_is_marked_as_a_careful_editor_would(with_ids: EditScript) -> None:
    problems = [(case["h25_first20"], marks_problem(case, with_ids)) for case in mark_cases()]

    assert [one for one in problems if one[1]] == []


def test_without_ids_nearly_every_paragraph_is_marked_as_a_careful_editor_would(without_ids: EditScript) -> None:
    problems = [(case["h25_first20"], marks_problem(case, without_ids)) for case in mark_cases()]
    wrong = [one for one in problems if one[1]]

    assert enough(len(problems) - len(wrong), len(problems), LEAST_MARKS), wrong


def test_the_marks_of_the_cases_are_cut_as_their_pairs_say() -> None:
    for case in mark_cases():
        assert marked_text(case).pairs() == [(plain(old), plain(new)) for old, new in case["trimmed"]]


@pytest.mark.parametrize(("right", "passes"), [(48, True), (44, True), (43, False)])
def test_the_share_asked_for_is_44_of_48(right: int, passes: bool) -> None:
    assert enough(right, 48, LEAST_SECTIONS) == passes
