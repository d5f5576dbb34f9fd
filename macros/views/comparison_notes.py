"""Sentences of ours beside a change: from where it moved, into what it was split, with what it was merged."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.comparison.script import BlockChange, EditScript, SectionChange
from macros.model.text import RevisionText
from macros.views.comparison_words import cite, type_name


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence of ours about a change, with places to go to."""

    parts: tuple[str | tuple[str, str], ...]
    """Words, and links: address below the site's root and name."""


class SectionNotes:
    """What is to be said of the sections of a script and of the blocks in them."""

    def __init__(self, script: EditScript) -> None:
        """Put the relations of `script` into order."""
        self._script = script
        self._of_old: dict[str, list[SectionChange]] = {}
        self._of_new: dict[str, list[SectionChange]] = {}
        for change in script.sections:
            for section in change.old:
                self._of_old.setdefault(section.id, []).append(change)
            for section in change.new:
                self._of_new.setdefault(section.id, []).append(change)

    def of(self, change: BlockChange) -> tuple[Note, ...]:
        """Notes for a change or for a heading that did not change."""
        return tuple(self._of_section(change) if change.type == "heading" else self._of_block(change))

    def _of_block(self, change: BlockChange) -> Iterator[Note]:
        name = type_name(change)
        olds = _links(self._script.old, {block.section for block in change.old})
        origin = (*olds, "にあった") if self._came_from_elsewhere(change) else ()
        if change.kind == "moved":
            stays = {block.section for block in change.old} == {block.section for block in change.new}
            yield Note((*olds, "の中で移りました。" if stays else "から移りました。"))
        elif change.kind == "split":
            yield Note((*origin, f"1つの{name}が、{len(change.new)}つに分かれました。"))
        elif change.kind == "merged":
            yield Note((*origin, f"{len(change.old)}つの{name}が、1つに合わさりました。"))

    def _came_from_elsewhere(self, change: BlockChange) -> bool:
        origins = {
            new.section: {section.id for one in self._of_new.get(new.section, ()) for section in one.old}
            for new in change.new
        }
        return any(old.section not in sections for old in change.old for sections in origins.values())

    def _of_section(self, change: BlockChange) -> Iterator[Note]:
        is_here = bool(change.new)
        section = (change.new or change.old)[0].section
        for one in (self._of_new if is_here else self._of_old).get(section, ()):
            olds = _links(self._script.old, {each.id for each in one.old})
            news = _links(self._script.new, {each.id for each in one.new})
            if one.kind == "split":
                yield Note((*olds, "が、", *news, "に分かれました。"))
            elif one.kind == "merged":
                yield Note((*olds, "が、", *(("この節",) if is_here else news), "に合わさりました。"))
            elif one.moved or one.kind == "moved":
                yield Note((*olds, "から移りました。"))


def _links(text: RevisionText, ids: Collection[str]) -> tuple[str | tuple[str, str], ...]:
    """Links to some sections in their order, with と between them."""
    sections = sorted(filter(None, map(text.section, ids)), key=lambda section: section.order)
    links = [(section.address, cite(text, section)) for section in sections]
    return tuple(part for link in links for part in ("と", link))[1:]
