"""Numbers on each easy page beside those of its original."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.japanese.plain.readability import ELEMENTARY, FLOOR, GAIN, Measures, measure
from macros.japanese.sentences import split_sentences
from macros.japanese.words import words
from macros.model.easy import EasyPage
from macros.model.easy_marks import own_blocks
from macros.model.easy_texts import block_sentences, vocabulary
from macros.model.project import Project
from macros.model.text import Block

_NAMES_AND_NUMBERS = ("proposals", "contents")
"""Tables without a sentence in them."""


@dataclass(frozen=True, slots=True)
class PageMeasures:
    """An easy page and what it rewrites, in numbers."""

    page: EasyPage
    """The page."""
    easy: Measures | None
    """Its own numbers; none for a page without sentences."""
    original: Measures | None
    """Those of the sections and rows it names; none where it names none."""

    @property
    def floor(self) -> float:
        """The least score that the page should have; what reads as 初級後半 is enough, whatever its original."""
        known = self.original.score if self.original else None
        return FLOOR if known is None else max(FLOOR, min(known + GAIN, ELEMENTARY))


def measures(project: Project) -> Iterator[PageMeasures]:
    """Numbers on every easy page, in order."""
    listed = vocabulary(project.data.easy_words.record)
    for page in project.easy:
        explained = (term for block in page.blocks for one in block_sentences(block) for term in one.explains)
        known = listed.with_explained(explained)
        easy = measure(_page_text(page), known)
        yield PageMeasures(page, easy, measure(_original_text(project, page), known))


def _page_text(page: EasyPage) -> list[str]:
    """Sentences without headings; an explanation is a sentence of its own."""
    return [one.text for block in page.blocks if block.kind != "heading" for one in block_sentences(block)]


def _original_text(project: Project, page: EasyPage) -> list[str]:
    """The own text of each section and row that the page names, once, without headings."""
    texts = project.texts
    named = dict.fromkeys(one.marked("") for one in page.originals if one.revision in texts)
    blocks = (block for one in named for block in own_blocks(texts[one.revision], one))
    texts_of_blocks = dict.fromkeys(block.text for block in blocks if _is_prose(block))
    return [one for text in texts_of_blocks for one in split_sentences(text) if _is_statement(one)]


def _is_statement(sentence: str) -> bool:
    """Cells such as 「多様性」「市民に帰属」 and dates of a list are names: a formula for sentences calls them easy."""
    return any(word.is_predicate for word in words(sentence, "B"))


def _is_prose(block: Block) -> bool:
    """No titles, and no lists of names and numbers, which no formula of readability means."""
    return block.kind != "heading" and block.table not in _NAMES_AND_NUMBERS and block.name != "head"
