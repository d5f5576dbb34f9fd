"""A section followed from revision to revision."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.comparison.pairs import edit_script
from macros.comparison.script import EditScript
from macros.model.project import Project
from macros.model.text import RevisionText, Section
from macros.views.comparison_words import cite
from macros.views.relations import text_pairs
from macros.views.section_facts import Run, became, changes_by_section, counterparts, has_comparison, runs


@dataclass(frozen=True, slots=True)
class Stage:
    """A section in one revision."""

    revision: str
    """Id of the revision."""
    has_text: bool
    """Whether its text is at hand."""
    before: str
    """Id of the older text with which this one is compared, empty where there is none."""
    sections: tuple[tuple[str, str], ...] = ()
    """Name and address of each section that it is there; empty where it has none."""
    said: tuple[str, ...] = ()
    """What became of it since then, a sentence each."""
    changes: tuple[Run, ...] = ()
    """Its changes since then."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A text compared with the one before it."""

    script: EditScript
    """The comparison."""
    changes: dict[str, list[Run]]
    """Section of the newer text → its changes."""
    gone: dict[str, list[Run]]
    """Section of the older text → its changes."""
    has_page: bool
    """Whether the comparison has a page to which changes can be linked."""


def compare_all(project: Project) -> dict[str, Compared]:
    """Id of each revision with a text before it → the comparison of the two."""
    return {new: _compare(project, old, new) for old, new in text_pairs(project)}


def _compare(project: Project, old: str, new: str) -> Compared:
    script = edit_script(project, old, new)
    newer, older = (
        {section: runs(found) for section, found in changes_by_section(script, side).items()} for side in ("new", "old")
    )
    return Compared(script, newer, older, has_comparison(project, old, new))


def follow(project: Project, start: str, section: Section, compared: dict[str, Compared]) -> Iterator[Stage]:
    """The section of the revision `start` in every revision, oldest first."""
    held = _trace(list(project.texts), start, section, compared)
    for revision in project.data.revisions.record.revisions:
        text = project.texts.get(revision.id)
        if text is None:
            yield Stage(revision.id, has_text=False, before="")
        elif revision.id in compared:
            pair = compared[revision.id]
            yield _since(text, held[revision.id], pair, held[pair.script.old.revision])
        else:
            yield Stage(revision.id, has_text=True, sections=_named(text, held[revision.id]), before="")


def _trace(ids: list[str], start: str, section: Section, compared: dict[str, Compared]) -> dict[str, list[Section]]:
    """Id of each revision with a text → the sections that the section is there."""
    held = {start: [section]}
    at = ids.index(start)
    for number in range(at, 0, -1):
        newer = ids[number]
        held[ids[number - 1]] = counterparts(compared[newer].script, [one.id for one in held[newer]], "old")
    for number in range(at + 1, len(ids)):
        newer = ids[number]
        held[newer] = counterparts(compared[newer].script, [one.id for one in held[ids[number - 1]]], "new")
    return held


def _since(text: RevisionText, here: list[Section], pair: Compared, earlier: list[Section]) -> Stage:
    """A stage with what became of the section since the older text."""
    said = dict.fromkeys(sentence for one in here for sentence in became(pair.script, one.id, "new"))
    changes = [run for one in here for run in pair.changes.get(one.id, [])]
    if not here:
        changes = [run for one in earlier for run in pair.gone.get(one.id, [])]
    is_known = bool(here or earlier)
    return Stage(
        revision=text.revision,
        has_text=True,
        sections=_named(text, here),
        before=pair.script.old.revision if is_known else "",
        said=tuple(said),
        changes=tuple(changes),
    )


def _named(text: RevisionText, sections: list[Section]) -> tuple[tuple[str, str], ...]:
    return tuple((cite(text, one), one.address) for one in sections)
