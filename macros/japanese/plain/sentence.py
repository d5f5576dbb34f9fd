"""Sentences of easy Japanese; an explanation 〈＝…〉 is a sentence of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.japanese.sentences import split_sentences
from macros.japanese.words import Word, words

Form = Literal["sentence", "title", "item", "explanation"]
"""`title` also for the head of a table; `item` also for a cell: neither has to be a full sentence."""

_EXPLANATION = re.compile(r"〈＝(?P<words>[^〈〉]*)〉")
_HOLE = "\ue000"
"""Stands for an explanation while a text is cut into sentences."""
_TERM = ("名詞", "接頭辞", "接尾辞", "形状詞", "動詞-一般", "形容詞", "副詞", "補助記号-一般")


@dataclass(frozen=True, slots=True)
class EasySentence:
    """A sentence to look at."""

    text: str
    """Its words, explanations taken out."""
    form: Form
    """What it is."""
    explains: tuple[str, ...] = ()
    """The words behind which an explanation stands."""

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words in long units."""
        return words(self.text, "C")


def easy_sentences(text: str, form: Form) -> tuple[EasySentence, ...]:
    """Sentences of a block; explanations follow the sentence they stand in."""
    explanations = [match["words"] for match in _EXPLANATION.finditer(text)]
    found: list[EasySentence] = []
    for part in split_sentences(_EXPLANATION.sub(_HOLE, text)):
        pieces = part.strip().split(_HOLE)
        explains = tuple(_term("".join(pieces[: at + 1])) for at in range(len(pieces) - 1))
        if sentence := "".join(pieces).strip():
            found.append(EasySentence(sentence, form, explains))
        inner, explanations = explanations[: len(explains)], explanations[len(explains) :]
        found += [one for words_ in inner for one in _explained(words_)]
    return tuple(found)


def _explained(text: str) -> Iterator[EasySentence]:
    for part in split_sentences(text):
        if part.strip():
            yield EasySentence(part.strip(), "explanation")


def _term(before: str) -> str:
    """The word that an explanation stands behind: what is quoted there, else the last words without particles."""
    if before.endswith(("」", "』")):
        opening = max(before.rfind("「"), before.rfind("『"))
        return before[opening + 1 : -1]
    term = ""
    for word in reversed(words(before, "C")):
        if not word.part.startswith(_TERM) and not _is_suru(word, term):
            break
        term = word.surface + term
    return term


def _is_suru(word: Word, term: str) -> bool:
    """する behind a noun belongs to it: 協働する〈＝…〉."""
    return not term and word.base == "する"
