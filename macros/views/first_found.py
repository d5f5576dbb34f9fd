"""In which text at hand a sentence is first found, letter for letter but for width and spacing."""

import re
from dataclasses import dataclass

from macros.japanese.sentences import split_sentences
from macros.japanese.width import fold_width
from macros.model.project import Project
from macros.model.text import Block, RevisionText

_SIGNS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of one block that follow each other and are first found in the same text."""

    revision: str
    """Id of the revision in which they are first found."""
    parts: tuple[str, ...]
    """The sentences, or the cells of a table."""
    is_row: bool
    """Whether they are cells."""


def fold(sentence: str) -> str:
    """A sentence without signs of notes and without differences of width and spacing."""
    return fold_width(_SIGNS.sub("", sentence)).strip()


def first_found(project: Project) -> dict[str, str]:
    """Every sentence of the texts at hand, folded → id of the oldest revision that has it."""
    found: dict[str, str] = {}
    for revision, text in project.texts.items():
        for block in text.blocks:
            for sentence in split_sentences(block.text):
                found.setdefault(fold(sentence), revision)
    return found


def passages(text: RevisionText, section_id: str, found: dict[str, str]) -> list[Passage]:
    """The passages of one section, its heading left out, in order."""
    blocks = [block for block in text.blocks_of(section_id) if block.kind != "heading"]
    return [passage for block in blocks for passage in _passages(block, found)]


def _passages(block: Block, found: dict[str, str]) -> list[Passage]:
    cut: list[Passage] = []
    for sentence in split_sentences(block.text):
        folded = fold(sentence)
        if not folded:
            continue
        revision = found[folded]
        if cut and cut[-1].revision == revision:
            cut[-1] = Passage(revision, (*cut[-1].parts, sentence.strip()), cut[-1].is_row)
        else:
            cut.append(Passage(revision, (sentence.strip(),), block.kind == "row"))
    return cut
