"""Beside each heading of the guideline: what changed in its section, in place, and the way to its history."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.comparison.pairs import edit_script
from macros.comparison.script import BlockChange, EditScript
from macros.model.project import Project
from macros.views.comparison_marks import Piece, drawn, redline, whole_sentences
from macros.views.comparison_words import TYPE_NAMES
from macros.views.consultation_marks import Mark, marks, section_links
from macros.views.easy import easy_links
from macros.views.frame import PageView, render
from macros.views.relations import text_pairs
from macros.views.section_facts import Side, became, changes_by_section, has_comparison, has_history


@dataclass(frozen=True, slots=True)
class Item:
    """A change, ready to be read."""

    change: BlockChange
    """The change."""
    type: str
    """Kind of its blocks, in words."""
    said: str
    """What became of them, empty where the marks say it all."""
    paragraphs: tuple[Markup, ...]
    """Both texts as one, with marks."""
    marks: tuple[Mark, ...]
    """What consultations say of it."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The changes of a section against one other revision, folded up."""

    summary: str
    """What opens it."""
    pair: str
    """The comparison: `h25-r5`."""
    said: tuple[str, ...]
    """What became of the section, a sentence each."""
    items: tuple[Item, ...]
    """Its changes, in order."""
    has_page: bool
    """Whether the comparison has a page."""


@dataclass(frozen=True, slots=True)
class Against:
    """A comparison as seen from one of its sides."""

    script: EditScript
    """The comparison."""
    side: Side
    """The side on which the reader is."""
    name: str
    """Name of the other revision."""
    has_page: bool
    """Whether the comparison has a page."""
    marks: dict[str, list[Mark]]
    """Id of each change → what consultations say of it."""


def section_changes(project: Project, page: PageView, *, today: date = date.max) -> dict[str, str]:
    """Id of each section on a page of the guideline → HTML to stand below its heading.

    Without a day it is shown as after every consultation.
    """
    revision = page.asked_revision()
    text = project.texts[revision]
    folder = page.file.removeprefix("docs/").removesuffix(".md").removesuffix("index").rstrip("/") + "/"
    sections = [one for one in text.sections if one.address.split("#")[0] == folder]
    folded: dict[str, list[Folded]] = {one.id: [] for one in sections}
    for against in _comparisons(project, page, today):
        changes = changes_by_section(against.script, against.side)
        for section in sections:
            if found := changes.get(section.id):
                folded[section.id].append(_fold(against, section.id, found))
    is_told = has_history(project)
    easy = easy_links(project)
    writing = {one.id: section_links(project, page, one, today) for one in sections}
    return {
        section: render(
            "section_changes.html",
            id=section,
            folded=found,
            history=is_told,
            writing=writing[section],
            easy=easy.get((revision, section), ()),
            base=page.base,
        )
        for section, found in folded.items()
        if found or is_told or writing[section] or (revision, section) in easy
    }


def _comparisons(project: Project, page: PageView, today: date) -> Iterator[Against]:
    """The comparisons with the texts before and after."""
    revision = page.asked_revision()
    for old, new in text_pairs(project):
        if revision in (old, new):
            side: Side = "new" if revision == new else "old"
            other = project.revision(old if side == "new" else new).name
            script = edit_script(project, old, new)
            found = marks(project, page, script, today)
            yield Against(script, side, other, has_comparison(project, old, new), found)


def _fold(against: Against, section_id: str, changes: list[BlockChange]) -> Folded:
    script = against.script
    return Folded(
        summary=_summary(against, section_id, changes),
        pair=f"{script.old.revision}-{script.new.revision}",
        said=tuple(became(script, section_id, against.side)),
        items=tuple(_item(change, against) for change in changes),
        has_page=against.has_page,
    )


def _summary(against: Against, section_id: str, changes: Iterable[BlockChange]) -> str:
    found = list(changes)
    kinds = {one.kind for one in against.script.sections if section_id in {s.id for s in getattr(one, against.side)}}
    if kinds == {"new"}:
        return f"{against.name}にはない節です（{len(found)}か所）"
    if kinds == {"deleted"}:
        return f"{against.name}ではなくなった節です（{len(found)}か所）"
    words = "から変わったところ" if against.side == "new" else "で変わったところ"
    is_small = all(set(one.classes) <= {"number", "move"} for one in found)
    return f"{against.name}{words}（{'番号・移動だけ、' if is_small else ''}{len(found)}か所）"


def _item(change: BlockChange, against: Against) -> Item:
    number = _number(change) if change.type == "heading" else Markup("")
    paragraphs = [drawn(whole_sentences(pieces)) for pieces in redline(change)]
    if number:
        paragraphs[0] = number + paragraphs[0]
    way = "から" if against.side == "new" else "へ"
    moved = f"ほかの場所{way}移りました" if change.kind == "moved" else ""
    return Item(change, TYPE_NAMES[change.type], moved, tuple(paragraphs), tuple(against.marks.get(change.id, ())))


def _number(change: BlockChange) -> Markup:
    """The printed number of a heading, marked where it changed."""
    old, new = (side[0].number if side else "" for side in (change.old, change.new))
    pieces = [Piece("equal", new)] if old == new else [Piece("delete", old), Piece("insert", new)]
    if old or new:
        pieces.append(Piece("equal", " "))
    return drawn(piece for piece in pieces if piece.text)
