"""Rules of easy Japanese on length: of sentences, of runs of kanji, of lists."""

import re
from collections.abc import Iterator

from macros.japanese.plain.registry import Slip, rule
from macros.japanese.plain.sentence import EasySentence
from macros.japanese.plain.vocabulary import Vocabulary

LONG = 35
"""Characters from which on a sentence should be cut."""
TOO_LONG = 50
"""Characters from which on it has to be cut."""
MOST_KANJI = 13
"""Kanji in a sentence: 弘前大「作り方ガイド」, category of daily life."""
LONGEST_RUN = 5
"""Kanji in a row."""
MOST_IN_A_ROW = 3
"""Signs 、 and ・ in a sentence: more make a list."""

_KANJI = re.compile("[一-鿿々〆]")
_RUN = re.compile(rf"{_KANJI.pattern}{{{LONGEST_RUN + 1},}}")
_SHOWN = 12


def start_of(sentence: EasySentence) -> str:
    """The first words of a sentence, as a finding shows them."""
    return sentence.text[:_SHOWN]


@rule("E012")
def long_sentence(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """A sentence of more than 35 characters; of more than 50 it says so more strongly."""
    length = len(sentence.text)
    if length > TOO_LONG:
        yield Slip(start_of(sentence), {"length": str(length), "much": f"{TOO_LONG}字より長く、とても読みにくい"})
    elif length > LONG:
        yield Slip(start_of(sentence), {"length": str(length), "much": f"{LONG}字より長い"})


@rule("E013")
def many_kanji(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """A sentence of more than 13 kanji."""
    count = len(_KANJI.findall(sentence.text))
    if count > MOST_KANJI:
        yield Slip(start_of(sentence), {"count": str(count), "most": str(MOST_KANJI)})


@rule("E014")
def run_of_kanji(sentence: EasySentence, known: Vocabulary) -> Iterator[Slip]:
    """Six kanji or more in a row; names and explained words are what they are."""
    for match in _RUN.finditer(known.without(filter(_RUN.search, known.spellings), sentence.text)):
        yield Slip(match[0], {"count": str(len(match[0]))})


@rule("E015")
def list_in_a_sentence(sentence: EasySentence, _known: Vocabulary) -> Iterator[Slip]:
    """Four 、 or ・ in a sentence."""
    count = len(re.findall("[、・]", sentence.text))
    if count > MOST_IN_A_ROW:
        yield Slip(start_of(sentence), {"count": str(count)})
