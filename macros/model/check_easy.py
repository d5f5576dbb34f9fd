"""Checks of what easy pages rewrite: named, existing, unchanged since, and the whole of the newest text."""

from collections.abc import Iterator, Sequence

from macros.model.easy import FOLDER, EasyBlock, EasyPage
from macros.model.easy_coverage import not_covered
from macros.model.easy_marks import state_of
from macros.model.easy_originals import described, originals_problem, why_stale
from macros.model.findings import Finding, Place, finding
from macros.model.original import Original
from macros.model.project import Project

_SHOWN = 12


def check_easy(project: Project) -> Iterator[Finding]:
    """All checks of this module."""
    yield from _check_easy_places(project)
    for page in project.easy:
        for block in page.blocks:
            yield from _check_named_originals(project, page, block)
        yield from _check_states(project, page)
    yield from _check_coverage(project)


def _check_easy_places(project: Project) -> Iterator[Finding]:
    """A page that says that it is easy stands in the folder for it."""
    for file, source in project.pages.items():
        if source.page.head.easy and not file.startswith(FOLDER):
            yield finding("E010", source.page.head_source.place("easy"))


def _check_named_originals(project: Project, page: EasyPage, block: EasyBlock) -> Iterator[Finding]:
    """A block names what it rewrites, in the right form, and that exists."""
    given = [*block.slips, *(str(one) for one in block.of)] if block.own else list(block.slips)
    for one in given:
        if found := originals_problem(project, one):
            yield finding("E002", page.place_of(block, one), given=one, **found)
    if not block.of and not block.slips and block.kind != "heading":
        yield finding("E001", block.place, given=block.text[:_SHOWN])


def _check_states(project: Project, page: EasyPage) -> Iterator[Finding]:
    """Once for each place that names an original: it changed since, or nobody compared it."""
    for block in page.blocks:
        for one in block.of if block.own else ():
            place = page.place_of(block, str(one))
            yield from state_findings(project, one, block.of, place, block.text[:_SHOWN])


def state_findings(
    project: Project, original: Original, beside: Sequence[Original], place: Place, given: str
) -> Iterator[Finding]:
    """What is to be said of an original that exists: nothing where it was compared and is the same.

    Args:
        project: the whole tree.
        original: one original.
        beside: all that the block or word names.
        place: where it is named.
        given: the first words of what rewrites it.
    """
    state = state_of(project, original, beside)
    if state not in ("unmarked", "stale"):
        return
    title = described(project, original)
    if state == "unmarked":
        yield finding("E004", place, name=original.name, title=title, file=place.file)
        return
    problem, where = why_stale(project, original)
    values = {"given": given, "name": original.name, "title": title, "problem": problem, "where": where}
    yield finding("E003", place, file=place.file, **values)


def _check_coverage(project: Project) -> Iterator[Finding]:
    """Every section and row of the newest text is rewritten somewhere; not asked where there is no page yet."""
    for one in not_covered(project):
        yield finding("E005", one.place, name=one.original.name, title=one.title)
