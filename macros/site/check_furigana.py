"""`shishin check` on readings: which sentences have no approved line, and which lines no page shows.

All that docs and data show is seen here, what macros write included. Words of the frame around the pages
(`overrides/`) are seen only on built pages: `macros/site/furigana.py` tells of them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import PurePosixPath

from macros.japanese.notation import write
from macros.model.approved import ApprovedReadings, readings_file
from macros.model.findings import Finding, Place, finding
from macros.model.look_up import lines_for, look_up
from macros.model.project import Project
from macros.model.read_revision import page_files
from macros.model.readings import FOLDER
from macros.model.tree import Tree
from macros.site.article_text import shown_sentences
from macros.site.clock import now
from macros.site.easy_pages import completed
from macros.site.rendered import render_pages
from macros.site.ruby import given_ruby
from macros.site.source_text import PagePlaces, places_in_data
from macros.site.theme import TEXT_STATES
from macros.views.frame import PageView
from macros.views.furigana import reading_of
from macros.views.section_changes import section_changes

COMPARED = f"{FOLDER}/compare/"
"""Readings of pages that quote parts of the guideline's sentences."""

SHOWN = 40
"""Code points of a sentence that a finding tells."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence that a page will show."""

    sentence: str
    """The sentence."""
    file: str
    """The page."""
    line: int = 0
    """Line of the macro call that writes it; 0 for the page's own words."""
    is_open: bool = True
    """Whether a kanji of it has no reading given by hand."""


def check_furigana(project: Project) -> Iterator[Finding]:
    """Sentences without an approved line, and approved lines that no page shows; none without `data/readings`."""
    yield from _by_machine(project)
    if not project.tree.has_folder(FOLDER):
        return
    approved = project.approved
    seen = seen_sentences(project, now().date())
    yield from _unapproved(project, seen, approved)
    if not any(page.findings for page in render_pages(project, now().date()).values()):
        inside = (call.args[0] for page in project.pages.values() for call in page.inside)
        shown = needed_lines((*(one.sentence for one in seen), *inside))
        yield from stale(approved, shown, lambda file: is_source(project.tree, file))


def _by_machine(project: Project) -> Iterator[Finding]:
    """Calls inside sentences whose readings nobody approved."""
    for source in project.pages.values():
        for call in source.inside:
            if look_up(call.args[0], project.approved).missing:
                file = source.page.file
                line = write(reading_of(project, file, call.args[0]))
                place = Place(file, source.page.first_line + call.line, (call.span or (0, 0))[0] + 1)
                yield finding("R016", place, given=call.args[0][:SHOWN], file=readings_file(file), line=line)


@lru_cache(maxsize=1)
def seen_sentences(project: Project, today: date) -> tuple[Seen, ...]:
    """Every sentence with kanji that docs and data show, in the order of the pages."""
    return tuple(_seen(project, today))


def _seen(project: Project, today: date) -> Iterator[Seen]:
    for file, page in render_pages(project, today).items():
        for sentence, is_open in shown_sentences(_article(page.source.html)):
            yield Seen(sentence, file, is_open=is_open)
        for call, written in zip(page.source.calls, page.written, strict=True):
            line = page.source.page.first_line + call.line
            for sentence, is_open in shown_sentences(_article(written)):
                yield Seen(sentence, file, line, is_open)
    for revision_id in project.texts:
        revision = project.revision(revision_id)
        for file, _ in page_files(revision):
            parts = section_changes(project, PageView(file, revision_id), today=today)
            words = f"<p>{revision.name}。{TEXT_STATES[revision.text]}</p>"
            for sentence, is_open in shown_sentences(_article(words + "".join(parts.values()))):
                yield Seen(sentence, file, 1, is_open)
    for easy in project.easy:
        for sentence, is_open in shown_sentences(given_ruby(completed(project, easy, today))):
            yield Seen(sentence, easy.file, 1, is_open)


def _article(html: str) -> str:
    return f"<article>{given_ruby(html)}</article>"


def _unapproved(project: Project, seen: tuple[Seen, ...], approved: ApprovedReadings) -> Iterator[Finding]:
    """Each sentence once, at its page or data; of what macros write only what is no part of a sentence told before."""
    asked: set[str] = set()
    told: set[str] = set()
    place_of = _place_finder(project)
    for one in sorted(seen, key=lambda one: one.line > 0):
        missing = look_up(one.sentence, approved).missing if one.is_open else ()
        if not missing or one.sentence in asked | told:
            continue
        asked.add(one.sentence)
        place, is_whole = place_of(one)
        if is_whole:
            told.update((one.sentence, *missing))
            yield finding("R011", place, given=one.sentence[:SHOWN])
            continue
        for form in missing:
            if form not in told and not any(form in sentence for sentence in told):
                told.add(form)
                yield finding("R011", place, given=form[:SHOWN])


def _place_finder(project: Project) -> Callable[[Seen], tuple[Place, bool]]:
    """Where a sentence comes from, and whether its whole text stands there."""

    @cache
    def page(file: str) -> PagePlaces:
        return PagePlaces(project.pages[file].page)

    @cache
    def data() -> dict[str, Place]:
        return dict(places_in_data(project.tree))

    def place_of(one: Seen) -> tuple[Place, bool]:
        if not one.line:
            return page(one.file).of(one.sentence), True
        if one.sentence in data():
            return data()[one.sentence], True
        return Place(one.file, one.line), False

    return place_of


def needed_lines(shown: Iterable[str]) -> set[str]:
    """Every line that sentences may need: their own, those of their forms and of what fills these."""
    found: set[str] = set()
    for sentence in shown:
        if sentence not in found:
            found.add(sentence)
            found.update(lines_for(sentence))
    return found


def stale(approved: ApprovedReadings, shown: set[str], is_asked: Callable[[str], bool]) -> Iterator[Finding]:
    """Approved lines that are not among those shown, in the files that are asked about.

    What a comparison once quoted, and the forms in which it did, may come back with the next correction.
    """
    known = "\n".join(one.sentence for source in approved.files for one in source.lines)
    for source in approved.files:
        if is_asked(source.file):
            is_quoting = source.file.startswith(COMPARED)
            for one in source.lines:
                is_part = is_quoting and ("「」" in one.sentence or known.count(one.sentence) > 1)
                if one.sentence not in shown and not is_part:
                    yield finding("R012", Place(source.file, one.line), given=one.sentence[:SHOWN])


def is_source(tree: Tree, file: str) -> bool:
    """Whether a file of readings belongs to a page or to a file of data; the others hold words of the frame."""
    place = PurePosixPath(file).relative_to(FOLDER)
    return any(str(path) in tree.files for path in ("docs" / place.with_suffix(".md"), place.with_suffix(".yml")))
