"""Marks of the originals: whether the text that a block in easy Japanese rewrites is still the same."""

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from macros.model.comparisons import Lineage
from macros.model.original import Original
from macros.model.project import Project
from macros.model.text import Block, RevisionText

State = Literal["fresh", "stale", "unknown", "unmarked"]
"""Compared and the same since; another text since; it names nothing; nobody compared it yet."""

_REFERENCES = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def own_blocks(text: RevisionText, original: Original) -> tuple[Block, ...]:
    """What the section or row itself says: its title, blocks, rows and notes, without the sections inside it."""
    blocks = text.blocks_of(original.id)
    if original.kind == "row":
        return tuple(block for block in blocks if block.kind == "row" and block.name == original.row)
    own = [block for block in blocks if not _is_footnote(block)]
    signs = {sign for block in own for sign in _REFERENCES.findall(block.text)}
    files = {block.place.file for block in own if block.kind == "heading"}
    notes = [block for block in text.blocks if _is_footnote(block) and block.place.file in files]
    return (*own, *(note for note in notes if _sign(note) in signs)) if own else ()


def _is_footnote(block: Block) -> bool:
    return block.kind == "note" and bool(_sign(block))


def _sign(block: Block) -> str:
    match = _REFERENCES.match(block.text)
    return match[0] if match else ""


def words_of(text: RevisionText, original: Original) -> str:
    """The words of a section or row, a block a line, without the signs of notes; empty where there is none."""
    return "\n".join(_REFERENCES.sub("", block.text) for block in own_blocks(text, original))


def mark_of(project: Project, original: Original) -> str | None:
    """The mark of a section or row: it changes with its words; none where it stands nowhere."""
    return _mark_of(project, original.marked(""))


@lru_cache(maxsize=256)
def _mark_of(project: Project, original: Original) -> str | None:
    """The same, kept: pages and words name the same originals again and again."""
    text = project.texts.get(original.revision)
    words = words_of(text, original) if text else ""
    return hashlib.sha256(words.encode()).hexdigest()[:8] if words else None


def is_known(project: Project, original: Original) -> bool:
    """Whether what it names exists."""
    match original.kind:
        case "site":
            return True
        case "source":
            return any(one.id == original.id for one in project.data.sources.record.sources)
        case "consultation":
            return any(one.record.id == original.id for one in project.data.consultations)
    return mark_of(project, original) is not None


def state_of(project: Project, original: Original, beside: Iterable[Original] = ()) -> State:
    """How an original stands to what a person compared.

    Args:
        project: the whole tree.
        original: one original of a block.
        beside: all originals of the block: one that names a newer revision too knows of it.
    """
    if not is_known(project, original):
        return "unknown"
    if not original.of_text:
        return "fresh"
    if original.mark and original.mark != mark_of(project, original):
        return "stale"
    if overtaken(project, original, beside):
        return "stale"
    return "fresh" if original.mark else "unmarked"


def overtaken(project: Project, original: Original, beside: Iterable[Original] = ()) -> bool:
    """Whether a newer text says something else in its place, and the block does not name that revision too."""
    later = _later(project, original)
    return not any(one.revision in later for one in beside) and other_text(project, original) is not None


def other_text(project: Project, original: Original) -> tuple[str, tuple[Original, ...]] | None:
    """The first newer revision that says something else, and what stands there in its place; none where none does."""
    here = original
    for revision in _later(project, original):
        found = counterparts(project, here, revision)
        if len(found) != 1 or mark_of(project, found[0]) != mark_of(project, here):
            return revision, found
        here = found[0]
    return None


def in_newest(project: Project, original: Original, *, last: bool = False) -> tuple[Original, ...]:
    """What became of a section or row in the newest text, whatever it says there; itself where it stands in it.

    Args:
        project: the whole tree.
        original: what is named.
        last: where nothing became of it, what it was last instead of nothing.
    """
    found: tuple[Original, ...] = (original,) if original.revision in project.texts else ()
    for revision in _later(project, original):
        became = dict.fromkeys(one for here in found for one in counterparts(project, here, revision))
        found = tuple(became) or (found if last else ())
    return found


def _later(project: Project, original: Original) -> list[str]:
    """Texts that are newer than that of an original, oldest first; none where it has none."""
    order = list(project.texts)
    return order[order.index(original.revision) + 1 :] if original.revision in order else []


def counterparts(project: Project, original: Original, revision: str) -> tuple[Original, ...]:
    """What became of a section or row in the next text: carried by its id, else told by people."""
    text = project.texts[revision]
    told = [
        one.record for one in project.data.lineage if (one.record.old, one.record.new) == (original.revision, revision)
    ]
    sections = _carried(original.id, {one.id for one in text.sections}, _sections(told))
    if original.kind == "section":
        return tuple(Original("section", revision, one) for one in sections)
    found = []
    for section in sections:
        here = {block.name for block in text.blocks_of(section) if block.kind == "row"}
        rows = _carried(original.row, here, _rows(told))
        found += [Original("row", revision, section, row) for row in rows if row in here]
    return tuple(found)


def _carried(name: str, here: set[str], told: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> list[str]:
    if name in here:
        return [name]
    return [one for old, new in told if name in old for one in new if one in here]


def _sections(told: list[Lineage]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(one.old, one.new) for lineage in told for one in lineage.sections]


def _rows(told: list[Lineage]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(one.old, one.new) for lineage in told for one in lineage.rows]
