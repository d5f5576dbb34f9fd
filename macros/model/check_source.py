"""Checks of faithfulness: source + errata = page, notes at their places, quotations letter for letter."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby

from rapidfuzz.distance import LCSseq

from macros.model.expected import (
    Change,
    apply_changes,
    block_units,
    edit_change,
    level,
    mark_change,
    units,
)
from macros.model.findings import Finding, Place, finding
from macros.model.project import Project
from macros.model.read_revision import page_files
from macros.model.revisions import Revision, SourceText
from macros.model.text import Block, RevisionText
from macros.model.text_file import read_text

NOTED = ("E", "U", "I", "M")
"""Verdicts whose place carries a note for readers."""

_MARKS = {
    "link": "リンク",
    "bold": "太字",
    "emphasis": "強調",
    "code": "コードの印",
    "picture": "絵",
    "other": "印",
}
"""Kind of a mark → what it is called."""

CORRECTED = ("E", "P", "W", "D")
"""Verdicts whose reading is published."""


def check_sources(project: Project) -> Iterator[Finding]:
    """All checks of this module, for every revision that was transcribed from a source."""
    for revision in project.data.revisions.record.revisions:
        if revision.source_text and revision.id in project.texts:
            yield from _check_text(project, revision, revision.source_text)
    yield from _check_errata(project)
    yield from _check_terms(project)


def expected_text(project: Project, revision: Revision, source: SourceText) -> tuple[str, tuple[Finding, ...]]:
    """The text that the revision's pages must say."""
    read = read_text(project.tree, source.file)
    if read.text is None:
        return "", read.findings
    return apply_changes(read.text, _changes(project, revision.id), source.file)


def _changes(project: Project, revision: str) -> Iterator[Change]:
    errata = project.data.errata
    for row, erratum in enumerate(errata.record.errata):
        if erratum.revision == revision and erratum.verdict in CORRECTED:
            for at, edit in enumerate(erratum.edits):
                yield edit_change(edit, errata.place("errata", row, "edits", at, "source"))
    for marks in project.data.draft_marks:
        if marks.record.revision == revision:
            for at, mark in enumerate(marks.record.marks):
                yield mark_change(mark, marks.place("marks", at, "text"))


def _check_text(project: Project, revision: Revision, source: SourceText) -> Iterator[Finding]:
    data = project.tree.files.get(source.file)
    if data is not None and hashlib.sha256(data).hexdigest() != source.sha256:
        yield finding("S003", Place(source.file))
        return
    text, refused = expected_text(project, revision, source)
    yield from refused
    if not refused:
        page = list(block_units(project.texts[revision.id].blocks))
        yield from compare_units(list(units(text)), page, Place(page_files(revision)[0][0]))
        yield from check_marks(project.texts[revision.id].blocks)


def check_marks(blocks: Iterable[Block]) -> Iterator[Finding]:
    """Marks that a text with a source may not have: the source is plain text, so that the city printed none of them."""
    for block in blocks:
        for mark in block.marks:
            if mark.kind != "note":
                yield finding("S006", block.place, mark=_MARKS[mark.kind], words=mark.words[:30])


def compare_units(source: list[str], page: list[tuple[str, Block]], top: Place) -> Iterator[Finding]:
    """A finding for each run of units in which page and source differ; at `top` where the page says nothing."""
    said = [unit for unit, _ in page]
    for old, new in _unequal(source, said):
        place = page[min(new.start, len(page) - 1)][1].place if page else top
        yield finding("S001", place, **_difference(source[old.start : old.stop], said[new.start : new.stop]))


def _unequal(source: list[str], said: list[str]) -> Iterator[tuple[range, range]]:
    """Stretches of both sides that lie between common units; compiled, since texts may repeat one line endlessly."""
    numbers = {unit: at for at, unit in enumerate(dict.fromkeys((*source, *said)))}
    codes = LCSseq.opcodes([numbers[unit] for unit in source], [numbers[unit] for unit in said])
    for equal, run in groupby(codes, key=lambda code: code.tag == "equal"):
        if not equal:
            first, *rest = run
            last = rest[-1] if rest else first
            yield range(first.src_start, last.src_end), range(first.dest_start, last.dest_end)


def _difference(source: list[str], page: list[str], around: int = 12) -> dict[str, str]:
    """The words that differ, with a little of what stands around them."""
    old, new = " ".join(source), " ".join(page)
    if old == new:  # the same words, divided otherwise
        old, new = "｜".join(source), "｜".join(page)
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    shown = {}
    for side, words in (("source", old), ("page", new)):
        piece = words[max(0, start - around) : start + 2 * around]
        shown[side] = (piece if len(words) <= 3 * around else f"…{piece}…") if words else "（なし）"
    return shown


def _check_errata(project: Project) -> Iterator[Finding]:
    errata = project.data.errata
    called = _called_notes(project)
    for row, erratum in enumerate(errata.record.errata):
        place = errata.place("errata", row, "id")
        text = project.texts.get(erratum.revision)
        if text is None:
            continue
        if not _quoted(text, erratum.section, erratum.quote):
            values = {"quote": erratum.quote, "revision": erratum.revision, "section": erratum.section}
            yield finding("S005", errata.place("errata", row, "quote"), **values)
            continue
        there = called.get(erratum.revision, {}).get(erratum.id)
        if erratum.verdict in NOTED and not (there and _stands_in(text, erratum.section, there)):
            problem = f"「{erratum.quote}」の注「{erratum.id}」が、本文にありません。"
            macro = "missing_figure" if erratum.verdict == "M" else "erratum"
            yield finding(
                "S004",
                place,
                problem=problem,
                fix=f'その段落のあとに {{{{ {macro}("{erratum.id}") }}}} の行を入れてください。',
            )
    known = {(erratum.revision, erratum.id) for erratum in errata.record.errata}
    for revision, notes in called.items():
        for note, where in notes.items():
            if (revision, note) not in known:
                problem = f"注「{note}」は、この版の訂正の記録にありません。"
                yield finding(
                    "S004",
                    where,
                    problem=problem,
                    fix="data/errata.ymlのidに直すか、この行を消してください。",
                )


def _called_notes(project: Project) -> dict[str, dict[str, Place]]:
    """Notes that the pages of each revision call for, with their places."""
    notes: dict[str, dict[str, Place]] = {}
    for source in project.pages.values():
        revision = source.page.head.revision
        if revision:
            for call in source.calls:
                if call.name in ("erratum", "missing_figure") and call.args:
                    place = Place(source.page.file, source.page.first_line + call.line)
                    notes.setdefault(revision, {})[call.args[0]] = place
    return notes


def _stands_in(text: RevisionText, section_id: str, note: Place) -> bool:
    """True if the note stands between the section's heading and the next one."""
    section = text.section(section_id)
    if section is None or section.place.file != note.file:
        return False
    below = [one.place.line for one in text.sections if one.place.file == note.file and one.place > section.place]
    return section.place.line < note.line < min(below, default=note.line + 1)


def _check_terms(project: Project) -> Iterator[Finding]:
    glossary = project.data.glossary
    for row, term in enumerate(glossary.record.terms):
        text = project.texts.get(term.revision)
        if text is not None and not _quoted(text, term.section, term.quote):
            values = {"quote": term.quote, "revision": term.revision, "section": term.section}
            yield finding("S005", glossary.place("terms", row, "quote"), **values)


def _quoted(text: RevisionText, section: str, quote: str) -> bool:
    """True if the section says these words, letter for letter; cells and breaks read on as one line."""
    return level(quote) in level("\n".join(block.printed for block in text.blocks_of(section)))
