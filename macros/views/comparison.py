"""The page that compares two revisions, and the list of pairs."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from markupsafe import Markup

from macros.comparison.pairs import edit_script
from macros.comparison.script import BlockChange, EditScript
from macros.model.comparisons import ComparisonNotes, Reason, Statement
from macros.model.project import Project
from macros.model.revisions import Revision
from macros.model.sources import Source
from macros.views.comparison_list import sentence
from macros.views.comparison_map import reorganisation_map
from macros.views.comparison_parts import chapters
from macros.views.comparison_rows import table_rows
from macros.views.comparison_words import GROUPS, Group, group_of, names_of
from macros.views.consultation_marks import marks, notices
from macros.views.consultation_time import STATE_WORDS
from macros.views.frame import PageView, render
from macros.views.revisions import TEXT_KINDS, cited


@dataclass(frozen=True, slots=True)
class Counts:
    """How many changes there are, each counted once."""

    total: int
    """All of them."""
    groups: tuple[tuple[Group, int], ...]
    """By their weightiest class."""
    by_hand: int
    """Those whose classes people set."""


def comparison(project: Project, page: PageView, old: str, new: str, *, today: date = date.max) -> str:
    """The comparison of two revisions, or what is known where a text is missing.

    Without a day it is shown as after every consultation.

    Raises:
        KeyError: where there is no such pair of revisions, or the summary names a change that does not exist.
    """
    names = names_of(project, old, new)
    notes = comparison_notes(project, old, new)
    revisions = (project.revision(old), project.revision(new))
    if not {old, new} <= set(project.texts):
        return _missing(project, page, revisions, notes)
    script = edit_script(project, old, new)
    reasons = _reasons(project, old, new) if names.adjacent else {}
    return render(
        "comparison.html",
        names=names,
        old=revisions[0],
        new=revisions[1],
        summary=_summary(script, notes),
        statements=_statements(project, notes),
        counts=count_changes(script),
        map=Markup(reorganisation_map(project, page, script)),  # noqa: S704 (made by our own template)
        chapters=chapters(script),
        rows=table_rows(script, names, reasons),
        with_reasons=bool(reasons),
        reason_sources={one.change: cited(project, (one.source,)) for one in reasons.values()},
        words=STATE_WORDS,
        consultations=notices(project, old, new, today),
        marks=marks(project, page, script, today),
        sentence=lambda change: sentence(change, script),
        group_of=group_of,
        site=project.data.site.record,
        newer_first=project.data.site.record.comparison.newer_side == "left",
        base=page.base,
    )


def count_changes(script: EditScript) -> Counts:
    """Changes by group; the numbers add up to the total."""
    changes = list(script.changes())
    found = Counter(group_of(change).id for change in changes)
    groups = tuple((group, found[group.id]) for group in GROUPS)
    return Counts(len(changes), groups, sum(change.by_hand for change in changes))


def comparison_notes(project: Project, old: str, new: str) -> ComparisonNotes | None:
    """What people wrote of a pair of revisions."""
    records = (loaded.record for loaded in project.data.comparisons)
    return next((one for one in records if (one.old, one.new) == (old, new)), None)


def _reasons(project: Project, old: str, new: str) -> dict[str, Reason]:
    """Reasons by the id of their change."""
    records = (loaded.record for loaded in project.data.reasons)
    return {reason.change: reason for one in records if (one.old, one.new) == (old, new) for reason in one.reasons}


def _summary(script: EditScript, notes: ComparisonNotes | None) -> list[tuple[str, list[BlockChange]]]:
    """The lines of the summary with their changes.

    Raises:
        KeyError: where a change does not exist.
    """
    changes = {change.id: change for change in script.changes()}
    return [(line.text, [changes[one] for one in line.changes]) for line in (notes.summary if notes else ())]


def _statements(project: Project, notes: ComparisonNotes | None) -> list[tuple[Statement, str, Source]]:
    """What the city says, with the name of the revision that it speaks of."""
    found = notes.statements if notes else ()
    return [(one, project.revision(one.revision).name, cited(project, (one.source,))[0]) for one in found]


def _missing(
    project: Project, page: PageView, revisions: tuple[Revision, Revision], notes: ComparisonNotes | None
) -> str:
    """What is known of a pair of which at least one text is not at hand."""
    return render(
        "comparison_missing.html",
        revisions=revisions,
        statements=_statements(project, notes),
        missing=[one for one in revisions if one.id not in project.texts],
        notes=notes,
        sources=cited(project, notes.sources) if notes else [],
        ready=[pair for pair in _pairs(project) if pair.ready],
        site=project.data.site.record,
        base=page.base,
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two revisions that have a page of their own."""

    old: Revision
    """The older one."""
    new: Revision
    """The newer one."""
    table: str
    """What their comparison is called."""
    ready: bool
    """Whether both texts are at hand."""


def _pairs(project: Project) -> list[Pair]:
    """All pairs with a page, the newest first."""
    revisions = project.data.revisions.record.revisions
    pairs = sorted(combinations(revisions, 2), key=lambda pair: [revisions.index(one) for one in reversed(pair)])
    return [
        Pair(old, new, names_of(project, old.id, new.id).table, {old.id, new.id} <= set(project.texts))
        for old, new in reversed(pairs)
        if f"docs/compare/{old.id}-{new.id}.md" in project.pages
    ]


def comparison_index(project: Project, page: PageView) -> str:
    """All pairs of revisions: which can be compared, and for which a text is missing."""
    entries = [(pair, [one for one in (pair.old, pair.new) if one.id not in project.texts]) for pair in _pairs(project)]
    return render("comparison_index.html", entries=entries, text_kinds=TEXT_KINDS, base=page.base)
