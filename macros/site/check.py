"""`shishin check`: everything that can be said of a tree before the site is built."""

from collections.abc import Sequence
from pathlib import Path

from macros.comparison.check_comparisons import check_comparisons
from macros.comparison.check_counterparts import check_counterparts
from macros.comparison.check_frozen import check_frozen
from macros.model.check_chapter_names import check_chapter_names
from macros.model.check_consultations import check_consultations
from macros.model.check_data import check_data
from macros.model.check_easy import check_easy
from macros.model.check_easy_language import check_easy_language
from macros.model.check_easy_measures import check_easy_measures
from macros.model.check_easy_words import check_easy_words
from macros.model.check_given import check_given
from macros.model.check_lineage import check_lineage
from macros.model.check_lists import check_lists
from macros.model.check_look_alikes import check_look_alikes
from macros.model.check_named import check_named
from macros.model.check_nav import check_nav
from macros.model.check_pages import check_links, check_page, ids_in
from macros.model.check_plausible import check_plausible
from macros.model.check_readings import check_reading_rules, check_readings
from macros.model.check_source import check_sources
from macros.model.check_tables import check_tables
from macros.model.check_words import check_calendar, check_contacts, check_words
from macros.model.findings import Finding, in_order
from macros.model.project import Project, load_data, load_project
from macros.model.titles import check_titles
from macros.model.tree import Tree, list_files, read_tree
from macros.model.yaml_file import read_yaml
from macros.site.check_furigana import check_furigana
from macros.site.check_ids import check_ids
from macros.site.clock import now
from macros.site.rendered import render_pages
from macros.views.registry import MACROS


def check(root: Path) -> tuple[Project | None, tuple[Finding, ...]]:
    """Read the tree `root` and check it, as `check_tree` does."""
    return check_tree(read_tree(root))


def check_tree(tree: Tree) -> tuple[Project | None, tuple[Finding, ...]]:
    """Check a tree that was read.

    Returns:
        The project, none where a data file cannot be read, and all findings in order.
    """
    project, found = load_project(tree, MACROS)
    findings = [*tree.findings, *found]
    data = project.data if project else load_data(tree)
    read = {file: read_yaml(tree, file) for file in list_files(tree, "data", "yml")}
    findings += [one for source in read.values() for one in source.findings]
    findings += check_words(data, read)
    findings += [*check_readings(tree), *check_reading_rules(data.reading_rules)]
    if data.nav.value is not None:
        findings += [*check_nav(data.nav, list_files(tree, "docs", "md"), tree.refused), *check_titles(data.nav)]
    if project is None:
        return None, in_order(findings)
    for check_all in (
        check_data,
        check_look_alikes,
        check_chapter_names,
        check_tables,
        check_calendar,
        check_contacts,
        check_lineage,
        check_lists,
    ):
        findings += check_all(project)
    findings += [*check_consultations(project, now().date()), *check_given(project, read)]
    for source in project.pages.values():
        findings += check_page(source)
    findings += check_ids(project)
    findings = _told_once(findings)
    findings += _check_texts(project, findings)
    return project, in_order(findings)


def _check_texts(project: Project, found: Sequence[Finding]) -> list[Finding]:
    """What is only asked of texts and data in which no slip was found before: one slip is told once."""
    errors = [one for one in found if one.severity == "error"]
    blocked = any(one.code[0] in BLOCKING for one in errors)
    findings: list[Finding] = []
    if not any(one.code in ("R010", "E008") for one in errors):
        findings += check_plausible(project)
    if not any(one.place.file.startswith(TEXTS) or one.code == "C002" for one in errors):
        findings += check_named(project)
    if not blocked:
        findings += [*check_comparisons(project), *check_frozen(project)]
    if not blocked and not any(one.code[0] in "CK" for one in (*errors, *findings) if one.severity == "error"):
        findings += _check_rendered(project)
    if not blocked and not any(one.place.file.startswith(LINEAGE) for one in (*errors, *findings)):
        findings += check_counterparts(project)
    doubted = [one for one in (*found, *findings) if one.code[0] != "C"]
    if not any(one.place.file.startswith(TRANSCRIBED) or one.code == "F007" for one in doubted):
        findings += check_sources(project)
    if not blocked and not any(one.code[0] == "R" for one in errors):
        findings += check_furigana(project)
    if not blocked:
        findings += [*check_easy(project), *check_easy_words(project), *check_easy_measures(project)]
    return [*findings, *check_easy_language(project)]


def _told_once(findings: Sequence[Finding]) -> list[Finding]:
    """Without odd forms on pages of which an attribute, HTML or a heading was told: it is the same slip."""
    told = {one.place.file for one in findings if one.code in ("T006", "T007", "T009")}
    return [one for one in findings if not (one.code in ODD_FORMS and one.place.file in told)]


ODD_FORMS = ("B020", "B021", "B022")
"""What a chapter shows that a guideline cannot have."""

TEXTS = "docs/guideline/"
"""Pages that have to be sound before files are held against their sections."""

LINEAGE = "data/lineage/"
"""Files that have to be sound before people are asked what they did not yet say in them."""

TRANSCRIBED = ("docs/guideline/", "data/errata.yml")
"""Files that have to be sound before they are compared with their sources: else one slip is told many times."""

BLOCKING = "FYDTM"
"""Kinds of findings after which views would fail, or links seem dead, for a reason already told."""


def _check_rendered(project: Project) -> list[Finding]:
    """Run every macro call, and check links against the ids that pages really have."""
    pages = render_pages(project, now().date())
    ids = {file: ids_in(page.html) for file, page in pages.items()}
    findings = [one for page in pages.values() for one in page.findings]
    for source in project.pages.values():
        findings += check_links(source, ids)
    return findings
