"""What the rules of easy Japanese look at: sentences of pages and explanations, with the words known there."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.japanese.plain.levels import load_levels
from macros.japanese.plain.sentence import EasySentence, Form, easy_sentences
from macros.japanese.plain.vocabulary import Vocabulary
from macros.model.easy import EasyBlock, EasyPage
from macros.model.easy_words import EasyWords
from macros.model.html_blocks import BlockKind

_FORMS: dict[BlockKind, Form] = {"heading": "title", "item": "item", "row": "item", "note": "sentence"}


@dataclass(frozen=True, slots=True)
class PlacedSentence:
    """A sentence of a page."""

    sentence: EasySentence
    """The sentence."""
    block: EasyBlock
    """The block it stands in."""
    known: Vocabulary
    """The words that its reader knows by then."""


def vocabulary(words: EasyWords) -> Vocabulary:
    """The words of `data/easy_words.yml`, and the levels where they are installed."""
    listed = {one for entry in words.words for one in entry.spellings} | {entry.word for entry in words.plain}
    return Vocabulary(frozenset(listed | set(words.names)), frozenset(words.names), load_levels())


def sentences_of(page: EasyPage, words: EasyWords) -> Iterator[PlacedSentence]:
    """Sentences of a page in order; a word that was explained is known from there on, and in every title."""
    known = vocabulary(words)
    found = [(block, one) for block in page.blocks for one in block_sentences(block)]
    on_page = known.with_explained(term for _, sentence in found for term in sentence.explains)
    for block, sentence in found:
        known = known.with_explained(sentence.explains)
        yield PlacedSentence(sentence, block, on_page if sentence.form == "title" else known)


def block_sentences(block: EasyBlock) -> tuple[EasySentence, ...]:
    """Sentences of a block."""
    return easy_sentences(block.text, _FORMS.get(block.kind, "sentence"))
