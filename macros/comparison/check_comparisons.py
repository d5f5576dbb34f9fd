"""Checks that need the comparison itself: its invariants, and the changes that people's files name."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from macros.comparison.pairs import comparable_pairs, edit_script
from macros.comparison.script import EditScript
from macros.comparison.verify import verify
from macros.model.comparisons import ComparisonNotes, Reasons
from macros.model.findings import Finding, finding
from macros.model.load import Loaded
from macros.model.project import Project
from macros.model.yaml_file import Path_

MOST = 5
"""Changes that are offered in the place of a lost one."""


def check_comparisons(project: Project) -> Iterator[Finding]:
    """All checks of this module."""
    scripts = {pair: edit_script(project, *pair) for pair in comparable_pairs(project)}
    for script in scripts.values():
        for breach in verify(script):
            yield finding("C001", breach.place, invariant=breach.invariant, problem=breach.message)
    for notes in project.data.comparisons:
        pair = notes.record.old, notes.record.new
        if pair in combinations([one.id for one in project.data.revisions.record.revisions], 2):
            yield from _check_named(notes, _of_notes(notes.record), scripts.get(pair))
    for reasons in project.data.reasons:
        pair = reasons.record.old, reasons.record.new
        if pair in scripts:
            yield from _check_named(reasons, _of_reasons(reasons.record), scripts[pair])


def _of_notes(notes: ComparisonNotes) -> Iterator[tuple[Path_, str]]:
    for at, line in enumerate(notes.summary):
        for row, change in enumerate(line.changes):
            yield ("summary", at, "changes", row), change
    for at, one in enumerate(notes.classes):
        yield ("classes", at, "change"), one.change


def _of_reasons(reasons: Reasons) -> Iterator[tuple[Path_, str]]:
    for at, one in enumerate(reasons.reasons):
        yield ("reasons", at, "change"), one.change


def _check_named(
    loaded: Loaded[ComparisonNotes] | Loaded[Reasons], named: Iterable[tuple[Path_, str]], script: EditScript | None
) -> Iterator[Finding]:
    """Ids of changes that the file names stand in the script; where there is no text, there is no change to name."""
    known = {change.id for change in script.changes()} if script else set()
    for path, change in named:
        if change not in known:
            fix = _nearest(change, script) if script else "本文が手元にない版です。この項目を消してください。"
            yield finding("C004", loaded.place(*path), change=change, fix=fix)


def _nearest(change: str, script: EditScript) -> str:
    """Changes of the section that a lost id names."""
    section = change.removeprefix("c-").rpartition("-")[0]
    near = [f"{one.id}（変更{one.number}）" for one in script.changes() if one.id.startswith(f"c-{section}-")]
    if not near:
        return "比べるページで今の変更を探して、その名札に直してください。なくなったときは、この項目を消してください。"
    more = "など" if len(near) > MOST else ""
    return f"この節の今の変更は、{'、'.join(near[:MOST])}{more}です。合うものに直すか、この項目を消してください。"
