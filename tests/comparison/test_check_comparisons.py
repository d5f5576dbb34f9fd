"""A comparison that breaks its promises is told in Japanese, stops the build and blames the program."""

from dataclasses import replace
from pathlib import Path

import pytest

from macros.comparison import check_comparisons as module
from macros.comparison.pairs import edit_script
from macros.comparison.script import EditScript, Span
from macros.model.findings import has_error
from macros.site.check import check
from tests.model.test_check_cases import contract_problems, wording_problems


def loses_a_word(script: EditScript) -> EditScript:
    """The first change tells less than the newer text says (I1)."""
    at = next(at for at, change in enumerate(script.blocks) if change.kind == "new")
    change = replace(script.blocks[at], spans=(Span("insert", script.blocks[at].new[0].text[1:]),))
    return replace(script, blocks=(*script.blocks[:at], change, *script.blocks[at + 1 :]))


def drops_a_block(script: EditScript) -> EditScript:
    """The last block is missing (I3)."""
    return replace(script, blocks=script.blocks[:-1])


def drops_a_section(script: EditScript) -> EditScript:
    """The first section is missing (I3)."""
    return replace(script, sections=script.sections[1:])


@pytest.mark.parametrize(
    ("break_it", "invariant"), [(loses_a_word, "I1"), (drops_a_block, "I3"), (drops_a_section, "I3")]
)
def test_a_broken_comparison_stops_the_build_and_says_that_the_program_is_wrong(
    tree: Path, monkeypatch: pytest.MonkeyPatch, break_it: object, invariant: str
) -> None:
    assert callable(break_it)
    monkeypatch.setattr(module, "edit_script", lambda *pair: break_it(edit_script(*pair)))

    _, findings = check(tree)

    assert has_error(findings)
    assert {one.code for one in findings} == {"C001"}
    assert all(invariant in one.message and "プログラムの誤り" in one.fix for one in findings)
    assert [problem for one in findings for problem in wording_problems(one)] == []
    assert contract_problems(findings) == []


def test_a_sound_comparison_is_not_mentioned(tree: Path) -> None:
    assert check(tree)[1] == ()
