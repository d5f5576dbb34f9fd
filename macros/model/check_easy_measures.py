"""Check of the readability of easy pages against the floor and their originals."""

from collections.abc import Iterator

from macros.japanese.plain.readability import FLOOR
from macros.model.easy_measures import PageMeasures, measures
from macros.model.findings import Finding, finding
from macros.model.project import Project


def check_easy_measures(project: Project) -> Iterator[Finding]:
    """Pages below the floor; nothing is said where the tool is not installed."""
    for one in measures(project):
        score = one.easy.score if one.easy else None
        if score is not None and round(score, 1) < round(one.floor, 1):
            yield finding("E011", one.page.page.head_source.place("title"), score=f"{score:.1f}", floor=_floor(one))


def _floor(one: PageMeasures) -> str:
    """The floor in words."""
    if one.floor <= FLOOR or one.original is None or one.original.score is None:
        return f"{FLOOR:.1f}"
    return f"{one.floor:.1f}。もとの文は{one.original.score:.1f}"
