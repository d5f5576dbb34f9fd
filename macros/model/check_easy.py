"""Checks of what easy pages rewrite: named, existing, unchanged since, and the whole of the newest text."""

from collections.abc import Iterator

from macros.model.easy import FOLDER, EasyBlock, EasyPage
from macros.model.easy_coverage import not_covered
from macros.model.easy_marks import state_of
from macros.model.easy_originals import described, originals_problem, why_stale
from macros.model.findings import Finding, finding
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
            state = state_of(project, one, block.of)
            if state == "stale":
                yield _stale(project, page, block, one)
            elif state == "unmarked":
                place = page.place_of(block, str(one))
                yield finding("E004", place, name=one.name, title=described(project, one), file=page.file)


def _stale(project: Project, page: EasyPage, block: EasyBlock, original: Original) -> Finding:
    problem, where = why_stale(project, original)
    return finding(
        "E003",
        page.place_of(block, str(original)),
        given=block.text[:_SHOWN],
        name=original.name,
        title=described(project, original),
        problem=problem,
        where=where,
        file=page.file,
    )


def _check_coverage(project: Project) -> Iterator[Finding]:
    """Every section and row of the newest text is rewritten somewhere; not asked where there is no page yet."""
    for one in not_covered(project):
        yield finding("E005", one.place, name=one.original.name, title=one.title)
