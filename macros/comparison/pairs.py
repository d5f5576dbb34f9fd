"""The comparison of two revisions of a project, made once and kept for every view."""

import re
from functools import lru_cache
from itertools import combinations

from macros.comparison.compare import compare
from macros.comparison.rules import Rules
from macros.comparison.script import EditScript
from macros.model.comparisons import Lineage, inverted
from macros.model.project import Data, Project

_ADDITIONS = re.compile(r"（.*|等.*")
"""What follows the name of an actor in a table: 住民等, 国等の機関, 市（地方自治体）."""


@lru_cache(maxsize=64)
def edit_script(project: Project, old: str, new: str, *, ignore_ids: bool = False) -> EditScript:
    """The edit script between two revisions whose texts are at hand.

    Raises:
        KeyError: where a text is not at hand.
    """
    return compare(project.texts[old], project.texts[new], rules_for(project.data, old, new, ignore_ids=ignore_ids))


def comparable_pairs(project: Project) -> list[tuple[str, str]]:
    """Older and newer revision of every pair whose texts are both at hand, in order."""
    return list(combinations(project.texts, 2))


def rules_for(data: Data, old: str, new: str, *, ignore_ids: bool = False) -> Rules:
    """What the engine is told about a pair beside the texts."""
    notes = next((one.record for one in data.comparisons if (one.record.old, one.record.new) == (old, new)), None)
    return Rules(
        lineage=None if ignore_ids else _lineage(data, old, new),
        notation=data.notation.record,
        modality=data.modality.record,
        actors=_actors(data),
        classes=notes.classes if notes else (),
        ignore_ids=ignore_ids,
    )


def _lineage(data: Data, old: str, new: str) -> Lineage | None:
    """What people confirmed of a pair, also where it is read from the newer revision to the older one."""
    told = {(one.record.old, one.record.new): one.record for one in data.lineage}
    if (new, old) in told:
        return inverted(told[new, old])
    return told.get((old, new))


def _actors(data: Data) -> tuple[str, ...]:
    """Who acts, in the guideline's own words: the defined terms for actors, and the keys of its tables of actors."""
    names = {term.term for term in data.glossary.record.terms if term.actor}
    for tables in data.tables.values():
        if "actors" in tables.plain:
            names |= {next(iter(row.cells.values())) for row in tables.plain["actors"].record.rows if row.cells}
    return tuple(sorted({_ADDITIONS.sub("", name) for name in names} - {""}))
